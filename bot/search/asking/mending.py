"""Misspelt words of a question, read as the words of the entries that were meant."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from bot.search.asking.native import heard_here, names_in_hangul, native_columns
from bot.search.asking.translating import divisions, translated, written_apart
from bot.search.index import Index
from bot.search.indexing.spelling import Correction, Speller
from bot.search.language.foreign_words import nearest_listed, places_in_phrases
from bot.search.language.regnal import is_counter
from bot.search.language.telling import is_function
from bot.search.terms import Term, is_hangul, stem, stems_of, tokens

SPLIT_DOUBT = 0.1  # of closeness, by which one word is likelier than two without their space
COMMONER = 0.02  # closeness that each e-fold of events holding a word makes up for
MOST_LOOKED_AT = 100  # titles that hold the rarer of two words, to see whether both stand together
MAX_CORRECTED = 40  # misspelt words that are corrected; the dearest step of all


@dataclass(frozen=True, slots=True)
class Mended:
    """The words as they were meant.

    `corrections` leads from what was typed to what is searched, and `others` from a word
    searched to the stems that may have been meant too, each with its closeness of 0 to 1.
    """

    words: Sequence[Term]
    corrections: Mapping[str, str]
    others: Mapping[str, tuple[tuple[str, float], ...]]


def mend_words(typed: Sequence[Term], index: Index, *, capitalised: frozenset[str]) -> Mended:
    """Replace misspelt words by the closest word; note what else they may have been.

    `capitalised` are folded words that a capital shows to be names.
    """
    fine: set[str] = set()
    if not native_columns(index):
        # What is known as it stands, and a number, is never joined nor mended.
        said, known = {term.text for term in typed}, index.speller.known
        fine = {word for word in said if word.isascii() and (known[word] or word.isdigit())}
        if len(fine) == len(said):
            return Mended(typed, {}, {})
    words: list[Term] = []
    corrections: dict[str, str] = {}
    others: dict[str, tuple[tuple[str, float], ...]] = {}
    tried: dict[str, tuple[Correction, ...]] = {}
    left = MAX_CORRECTED

    def read_as(term: Term, found: tuple[Correction, ...]) -> Sequence[Term]:
        if not found:
            return (term,)
        best = max(found, key=lambda correction: _likeliness(correction, index))
        corrections[term.text] = " ".join(best.words)
        if len(best.words) == 1:
            others[best.words[0]] = tuple(
                (stem(other.words[0]), other.closeness) for other in found if len(other.words) == 1
            )
        return [Term(text, stem(text)) for text in best.words]

    joined = _joined_up(names_in_hangul(typed, index), fine, index.speller)
    in_phrases = places_in_phrases([term.stem for term in joined])
    for place, term in enumerate(joined):
        word = term.text
        if word in fine:
            words.append(term)
            continue
        found: tuple[Correction, ...] = ()
        if apart := _apart_as_held(term, index):
            words.extend(apart)
            continue
        is_fine = place in in_phrases or _is_fine(term, index)
        is_fine = is_fine or is_counter(joined[max(0, place - 1) : place + 1])
        if not is_fine and word in tried:
            found = tried[word]
        elif not is_fine and left > 0:
            left -= 1
            if apart := written_apart(term, index):
                for part in chain.from_iterable(_apart_as_held(w, index) or (w,) for w in apart):
                    heard = () if _is_fine(part, index) else _corrected(part.text, index)
                    words.extend(read_as(part, heard))
                continue
            found = tried[word] = heard_here(word, index) or _corrected(word, index)
            if not found and (meant := _slip(word, capitalised)):
                corrections[word] = meant
                words.append(Term(meant, stem(meant)))
                continue
        words.extend(read_as(term, found))
    return Mended(words, corrections, others)


def _likely_corrections(word: str, index: Index) -> tuple[Correction, ...]:
    """Return what the word may have been meant to be.

    Where there are only titles, and many, nearly every strange word is two of theirs written
    together: they are what was meant if some title holds them side by side.
    """
    found = index.speller.correct(word)
    if index.lexicon.kinds:
        return found
    return tuple(one for one in found if len(one.words) == 1 or _stand_together(one.words, index))


def _apart_as_held(term: Term, index: Index) -> tuple[Term, ...]:
    """Return the words that an unheld Korean one is written together of, as some title has them.

    Nouns are written apart or together as people like: titles may have the words side by side
    of which the list of everyday words knows only the whole.
    """
    if not is_hangul(term.text) or not native_columns(index) or len(index.posting(term.stem)):
        return ()
    ways = divisions(term, index)
    return next((way for way in ways if _stand_together([word.stem for word in way], index)), ())


def _stand_together(words: Sequence[str], index: Index) -> bool:
    stems = stems_of(words)
    rarest = min(stems, key=index.count)
    held: Set[int] = set(index.posting(rarest).numbers[:MOST_LOOKED_AT])
    for other in stems:
        if other != rarest:
            held = index.strengths(other, held).keys()
    phrase = f" {' '.join(stems)} "
    titles = (stems_of(tokens(index.texts(at)[0])) for at in held)
    return any(phrase in f" {' '.join(title)} " for title in titles)


def _is_fine(term: Term, index: Index) -> bool:
    if is_function(term.text):
        return True
    if term.text.isascii() and heard_here(term.text, index):
        return bool(translated((term.stem,), index))
    return (
        term.text in index.lexicon.asking
        or index.speller.is_known(term.text)
        or bool(translated((term.stem,), index))
    )


def _corrected(word: str, index: Index) -> tuple[Correction, ...]:
    """Return what a word may have been meant to be; a name in Latin letters, as entries write it.

    "Ivanvo" is a slip in "ivanov", which stands in an id and sounds like what entries say.
    """
    found = _likely_corrections(word, index)
    heard = [heard_here(one.words[0], index) if len(one.words) == 1 else () for one in found]
    return tuple(
        Correction(said[0].words, one.closeness * said[0].closeness) if said else one
        for one, said in zip(found, heard, strict=True)
    )


def _slip(word: str, capitalised: frozenset[str]) -> str:
    """Return the Russian or Korean word meant, if it is an everyday one misspelt."""
    return "" if word in capitalised else nearest_listed(word)


def _likeliness(correction: Correction, index: Index) -> float:
    """Of words equally near, the one that more events hold is more likely meant.

    In a large store nearly every word is two others written together.
    """
    holders = min(len(index.posting(stem(word))) for word in correction.words)
    doubt = SPLIT_DOUBT if len(correction.words) > 1 else 0.0
    return correction.closeness - doubt + COMMONER * math.log1p(holders)


def _joined_up(typed: Sequence[Term], fine: Set[str], speller: Speller) -> list[Term]:
    """Join neighbours that are no words apart but one together ("vladi vostok")."""
    joined: list[Term] = []
    for term in typed:
        is_fine = bool(joined) and joined[-1].text in fine and term.text in fine
        if joined and not is_fine and joined[-1].text.isalpha() and term.text.isalpha():
            together = joined[-1].text + term.text
            is_broken = not (speller.is_known(joined[-1].text) and speller.is_known(term.text))
            if is_broken and together in speller.words:
                joined[-1] = Term(together, stem(together))
                continue
        joined.append(term)
    return joined
