"""Russian and Korean words of a question as what the English entries of an index hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.search.asking.native import is_native, native_columns, said_here
from bot.search.asking.units import Variant
from bot.search.index import Index
from bot.search.indexing.lexicon import Found, is_tag
from bot.search.indexing.spelling import HEARD, SHORTEST_NAME
from bot.search.language.foreign_words import (
    MOST_SYLLABLES,
    SHORTEST_PART,
    longest_in_english,
    longest_translated,
    translate,
)
from bot.search.language.korean_verbs import stems_of_verb
from bot.search.language.related_words import related
from bot.search.language.romanising import romanise
from bot.search.terms import Term, is_hangul, stem, without_last_noun, without_particle

# How well the English word stands for the one typed; no curator has vouched that it fits here.
BY_TRANSLATION = 0.84
BY_TAG_TRANSLATED = 0.7  # the event carries the tag, its words may not say so
BY_WORD_ALIKE = 0.72  # another English word for the English one
# What is called by a name that is written onto it: "하버드대학교" is Harvard University.
_KINDS = (
    "대학교 공화국 대성당 대학 은행 공항 전투 해전 전쟁 반란 혁명 학살 지진 화산 조약 협정 선언"
    " 회담 운하 대교 다리 터널 해협 호수 궁전 왕국 제국 왕조 호텔 극장 성당 교회 요새 댐 섬 산 강"
).split()
CERTAIN = 1.0  # the name of a country or a city means nothing else


def translated(stems: tuple[str, ...], index: Index, *, typed: str = "") -> list[Variant]:
    """Return the ways in which entries may hold these stems in English; [] for English ones.

    `typed` is the folded word of which it is the stem, where it is one.
    """
    here = said_here(stems, index, typed=typed)
    if stems[0].isascii():
        return list(here)
    is_own = is_native(stems[0], index)  # an English source speaks of it in passing
    found: dict[tuple[str, ...], tuple[float, str]] = {}

    def note(keys: tuple[str, ...], quality: float, reason: str) -> None:
        if quality > found.get(keys, (0.0, ""))[0]:
            found[keys] = quality, reason

    for phrase in translate(stems, typed=typed):
        meaning = index.lexicon.meaning_of(phrase)
        for key in meaning.concepts:
            if is_tag(key):
                note((key,), BY_TAG_TRANSLATED, "tag")
            else:
                note((key,), CERTAIN, "name")
        for key in meaning.groups:
            note((key,), BY_WORD_ALIKE, "synonym")
        if is_own:
            continue
        note(phrase, BY_TRANSLATION, "translation")
        for other in related(phrase, with_peoples=not index.lexicon.kinds):
            note(other, BY_WORD_ALIKE, "translation")
    if found and len(stems) == 1 and not is_own:
        # "Союз" is a union, and the name of the ship where an entry holds it.
        latin = romanise(stems[0])
        if latin in index.speller.words and len(latin) >= SHORTEST_NAME:
            note((stem(latin),), HEARD, "spelling")
    abroad = (Variant(keys, quality, reason) for keys, (quality, reason) in found.items())
    return [*here, *abroad]


def longest_translated_apart(
    stems: Sequence[str], start: int, index: Index, *, known: dict[int, Found]
) -> int:
    """Return how many words from `start` are one thing abroad, and none of them the data's."""
    if not stems[start].isascii():
        length = longest_translated(stems, start)
    elif native_columns(index):
        length = longest_in_english(stems, start)
    else:
        return 0
    return 0 if any(place in known for place in range(start, start + length)) else length


def written_apart(term: Term, index: Index) -> tuple[Term, ...]:
    """Return the words that an unknown Korean one is written together of, or nothing.

    Of a noun with a verb written on it, or with a particle that its one syllable is too short
    to be parted from, the noun stands; of a verb, in any form, the stem.
    """
    word = term.text
    if not is_hangul(word) or len(word) > MOST_SYLLABLES:
        return ()
    if _is_held(term.stem, index):
        return (term,)
    short = without_particle(word)
    if short and _is_meant(short, index):
        return (Term(word, short),)
    for verb in stems_of_verb(word):
        if translate((stem(verb),), typed=verb):
            return (Term(word, stem(verb)),)
    found = next(_divisions(word, index), ())
    if found:
        return found
    noun = without_last_noun(term.stem)
    if noun and _is_held(noun, index):
        return (Term(word, noun),)
    return () if is_native(word, index) else _named_of_a_kind(term.stem)


def _named_of_a_kind(noun: str) -> tuple[Term, ...]:
    """Return a name and the kind of thing that is called so, of a noun written together of them."""
    for kind in _KINDS:
        name = noun.removesuffix(kind)
        if name != noun and len(name) >= SHORTEST_PART:
            return Term(name, stem(name)), Term(kind, stem(kind))
    return ()


def divisions(term: Term, index: Index) -> Iterator[tuple[Term, ...]]:
    """Yield the ways in which a Korean word is two or more that entries hold or the list knows."""
    if len(term.text) <= MOST_SYLLABLES:
        yield from _divisions(term.text, index)


def _divisions(word: str, index: Index) -> Iterator[tuple[Term, ...]]:
    is_noun = _is_held if is_native(word, index) else _is_meant
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        left, right = word[:cut], word[cut:]
        first = Term(left, stem(left))
        if not is_noun(first.stem, index):
            continue
        last = stem(right)
        noun = next((n for n in (last, without_last_noun(last)) if n and is_noun(n, index)), "")
        if noun:
            yield (first, Term(right, noun))
        else:
            yield from ((first, *rest) for rest in _divisions(right, index))


def _is_held(word: str, index: Index) -> bool:
    return bool(len(index.posting(word))) or _is_meant(word, index)


def _is_meant(word: str, index: Index) -> bool:
    meaning = index.lexicon.meaning_of((word,))
    return bool(meaning.concepts or meaning.groups or translate((word,)))
