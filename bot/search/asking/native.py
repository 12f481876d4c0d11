"""Words of a question as entries hold them that are written in Russian or Korean themselves.

The words of such a store meet in three ways: a question in its own language has another word
of one root or of one meaning, a question in English names the thing in English, and a name in
Latin letters sounds like one of the store's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, product

from bot.search.asking.units import Variant
from bot.search.index import ID, Index
from bot.search.indexing.lexicon import is_tag
from bot.search.indexing.postings import SCALE
from bot.search.indexing.spelling import HEARD, Correction, Speller
from bot.search.language.common_words import commonness
from bot.search.language.foreign_words import (
    ENGLISH,
    KOREAN,
    RUSSIAN,
    is_in_list,
    said_alike,
    translate,
)
from bot.search.language.related_words import related
from bot.search.language.romanising import SYLLABLES_OF_A_NAME, spell_syllables
from bot.search.language.russian_roots import LONGEST_SUFFIX, SHORTEST, root_of
from bot.search.terms import Term, is_hangul, stem

Phrase = tuple[str, ...]

SHORTEST_PART, LONGEST_WHOLE = 2, 8  # syllables of a Korean noun, and of one made with it
MOST_NAMES = 2_000  # Korean people whose spellings in Latin letters are kept
SAMPLE, LEAST = 64, 4  # titles looked at; one in so many makes a language that of the store

# How well another word of the store stands for the one typed.
OF_ONE_ROOT = 0.9  # "запуск" for "запустили"
OF_A_COMPOUND = 0.8  # "영화제" for "국제영화제": Korean writes nouns together
OF_ONE_MEANING = 0.84  # "гибель" for "смерть"
FROM_ENGLISH = 0.88  # the store can say it no other way
NEARLY_MEANT = 0.7  # by way of another English word
CERTAIN = 1.0  # the name of a country or a city means nothing else

MAIN_MEANINGS = 2  # English words for one, whose other words are near in meaning too
SHORTEST_OF_A_PLACE, OF_A_PLACE = 5, "skoy"  # "Saratov" is heard in "Саратовской области"
SHORTEST_HEARD = 3  # letters of a name that is looked for by its sound


def native_columns(index: Index) -> tuple[int, ...]:
    """Return the languages, beside English, in which many of the titles are written."""
    known: tuple[int, ...] | None = index.once.get("written in")
    if known is None:
        total = len(index.title_terms)
        step = max(1, total // SAMPLE)
        titles = [index.title_terms[number] for number in range(0, total, step)]
        firsts = [[_language(word) for word in title] for title in titles]
        known = index.once["written in"] = tuple(
            column
            for column in (RUSSIAN, KOREAN)
            if sum(column in title for title in firsts) * LEAST >= max(1, len(titles))
        )
    return known


def is_native(word: str, index: Index) -> bool:
    """Whether a folded word is in a language, other than English, in which titles are written."""
    return not word.isascii() and _language(word) in native_columns(index)


def said_here(stems: Phrase, index: Index, *, typed: str = "") -> tuple[Variant, ...]:
    """Return how entries may say these stems in their own language, other than so.

    `typed` is the folded word of which they are the stem, where it is one.
    """
    columns = native_columns(index)
    if not columns:
        return ()
    key = (*stems, typed)
    known = index.said.get(key)
    if known is None:
        known = index.said.keep(key, tuple(_said(stems, columns, index, typed=typed)))
    return known


def _said(
    stems: Phrase, columns: tuple[int, ...], index: Index, *, typed: str
) -> Iterator[Variant]:
    own = _language(stems[0])
    found: dict[Phrase, tuple[float, str]] = {}

    names = _parts_of_names(index, is_listed=own != ENGLISH)

    def note(keys: Phrase, quality: float, reason: str) -> None:
        if keys[0] in names:
            return  # a German is no Герман
        is_held = any(len(index.posting(key)) for key in keys)
        if keys != stems and is_held and quality > found.get(keys, (0.0, ""))[0]:
            found[keys] = quality, reason

    def note_all(phrase: Phrase, quality: float, *, is_main: bool = False) -> None:
        its = typed if phrase == stems else ""
        for column in columns:
            for said in said_alike(phrase, column, typed=its, is_main=is_main):
                note(said, quality, "translation")
                meaning = index.lexicon.meaning_of(said)
                for key in meaning.concepts:
                    note((key,), quality if is_tag(key) else CERTAIN, "translation")
                for key in meaning.groups:
                    note((key,), quality, "translation")

    note_all(stems, FROM_ENGLISH if own == ENGLISH else OF_ONE_MEANING)
    if own != ENGLISH:
        for meant in translate(stems, typed=typed)[:MAIN_MEANINGS]:
            note_all(meant, NEARLY_MEANT, is_main=True)
    if own == ENGLISH:
        for other in related(stems, with_peoples=True):
            note_all(other, NEARLY_MEANT)
    if RUSSIAN in columns:
        if own == RUSSIAN and len(stems) == 1:
            for kin in _of_one_root(typed or stems[0], index.speller):
                if not index.lexicon.meaning_of((kin,)).concepts:
                    note((kin,), OF_ONE_ROOT, "kindred")
        else:
            for keys in [keys for keys in _renderings(stems, columns) if len(keys) == 1]:
                for kin in _of_one_root(keys[0], index.speller):
                    note((kin,), NEARLY_MEANT, "translation")
    if KOREAN in columns:
        nouns = [stems] if own == KOREAN else _renderings(stems, columns)
        for noun in nouns:
            if len(noun) > 1 or index.lexicon.meaning_of(noun).concepts:
                continue
            most = len(noun[0]) + 1 if len(index.posting(noun[0])) else LONGEST_WHOLE
            for compound in _compounds(noun[0], index.speller, most):
                if most == LONGEST_WHOLE or compound.startswith(noun[0]):
                    note((stem(compound),), OF_A_COMPOUND, "kindred")
    return (Variant(keys, quality, reason) for keys, (quality, reason) in found.items())


def _parts_of_names(index: Index, *, is_listed: bool) -> frozenset[str]:
    """Return the stems of all forenames and surnames of the people of a store.

    Those that stand in the list, as "Александр" for Alexander, only if `is_listed`.
    """
    known: tuple[frozenset[str], ...] | None = index.once.get("parts of names")
    if known is None:
        kinds = index.lexicon.kinds.items()
        people = (name[1:].split() for name, kind in kinds if kind == "people")
        parts = {word for words in people for word in words if not word.isascii()}
        rest = (word for word in parts if not is_in_list(word))
        known = frozenset(map(stem, rest)), frozenset(map(stem, parts))
        index.once["parts of names"] = known
    return known[is_listed]


def _compounds(word: str, speller: Speller, most: int) -> Iterator[str]:
    """Yield the nouns of the store, of `most` syllables, that are made with a noun.

    Where entries hold the noun itself, only its own kind is meant: a motion's bill ("안").
    """
    is_noun = is_hangul(word) and len(word) >= SHORTEST_PART
    return speller.made_with(word, most) if is_noun else iter(())


def _renderings(stems: Phrase, columns: tuple[int, ...]) -> Iterator[Phrase]:
    return chain.from_iterable(said_alike(stems, column) for column in columns)


def heard_here(word: str, index: Index) -> tuple[Correction, ...]:
    """Return the words of the store that a folded word in Latin letters is by its sound.

    None where entries themselves write it so, in more than their ids and the titles of sources.
    """
    if not native_columns(index) or not word.isascii() or not word.isalpha():
        return ()
    if len(word) < SHORTEST_HEARD or index.lexicon.meaning_of((stem(word),)).concepts:
        return ()
    strengths = index.posting(stem(word)).strengths
    if len(strengths) and max(strengths) > round(ID * SCALE):
        return ()
    found = index.heard.get(word)
    if found is None:
        known = related((stem(word),), with_peoples=True)
        is_ordinary = bool(known) or commonness(word) > 0
        alike = index.speller.sounds.find_elsewhere(word, is_ordinary=is_ordinary)
        if is_ordinary:  # "German" sounds like Герман
            names = _parts_of_names(index, is_listed=True)
            alike = [one for one in alike if stem(one[0]) not in names]
        if not alike and len(word) >= SHORTEST_OF_A_PLACE:
            alike = index.speller.sounds.find_elsewhere(word + OF_A_PLACE, is_ordinary=False)
        best = alike[0][1] if alike else 0.0
        found = tuple(Correction((name,), HEARD * how) for name, how in alike if how == best)
        index.heard.keep(word, found)
    return found


def names_in_hangul(typed: Sequence[Term], index: Index) -> Sequence[Term]:
    """Return the terms of a question with Korean names in Latin letters as entries write them."""
    if KOREAN not in native_columns(index) or not any(term.text.isascii() for term in typed):
        return typed
    spelt: dict[str, str] | None = index.once.get("spelt")
    if spelt is None:
        spelt = index.once["spelt"] = dict(_spellings(index))
    found: list[Term] = []
    place = 0
    while place < len(typed):
        for count in (SYLLABLES_OF_A_NAME, SYLLABLES_OF_A_NAME - 1):
            name = spelt.get("".join(term.text for term in typed[place : place + count]))
            if name and len(typed) >= place + count:
                found.append(Term(name, stem(name)))
                place += count
                break
        else:
            found.append(typed[place])
            place += 1
    return found


def _spellings(index: Index) -> Iterator[tuple[str, str]]:
    """Yield how the names of Korean people may be spelt in Latin letters, in either order."""
    people = [name[1:] for name, kind in index.lexicon.kinds.items() if kind == "people"]
    for name in people[:MOST_NAMES]:
        syllables = spell_syllables(name) if is_hangul(name) else ()
        if syllables:
            for family, *given in product(*syllables):
                yield family + "".join(given), name
                yield "".join(given) + family, name


def _of_one_root(word: str, speller: Speller) -> tuple[str, ...]:
    """Return the stems of the store's words that are made of the root of a Russian one."""
    root = root_of(word)
    if len(root) < SHORTEST:
        return ()
    begun = root[:-1]
    own = stem(word)
    longer = speller.beginning_with(begun, range(len(begun), len(begun) + LONGEST_SUFFIX))
    found = map(stem, (one for one in longer if root_of(one) == root))
    return tuple(dict.fromkeys(one for one in found if one != own))


def _language(word: str) -> int:
    if is_hangul(word):
        return KOREAN
    return RUSSIAN if "\u0400" <= word[0] <= "\u052f" else ENGLISH
