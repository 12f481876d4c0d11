"""The ways to meet a word of a question: its variants, and how good each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.search.asking.units import Variant
from bot.search.dates.spelt_years import ONES, TEENS
from bot.search.index import KEYWORD, NAMES, Index
from bot.search.indexing.postings import SCALE
from bot.search.indexing.spelling import HEARD
from bot.search.language.designations import VERSION, whole_numbers
from bot.search.language.regnal import in_digits, written_out
from bot.search.language.related_words import (
    is_same,
    related,
    related_of_people,
    related_verbs,
    spelt_otherwise,
)
from bot.search.terms import Term, stem

# How well a posting answers a unit, by the way it was reached from the typed word.
EXACT = 1.0
BY_TAG = 0.85  # the event carries the tag, its words may not say so
BY_SYNONYM = 0.88
BY_MEANT_TAG = 0.75  # the same, where the typed word is a synonym of the tag's
BY_RELATED = 0.8  # another English word for it; no curator has vouched that it fits here
SAME_NAME = 0.97  # the same, where it is another name of one thing: "UN" for "United Nations"
BESIDE_EXACT = 0.72  # the same, where other events hold the very word
LOOSE_WORDS = 0.5  # the words of a phrase apart, where other events hold the very phrase
_WEAKER = {"synonym": BESIDE_EXACT, "words": LOOSE_WORDS}
BY_WORDS = 0.8  # the words of a phrase, not side by side

MOST_LOOKED_AT = 1000  # events of a word, to see whether one says it

# Small numbers are written in either way: "6 party talks", "six-party talks".
_WRITTEN = (*ONES[1:], *TEENS)
NUMBER_WORDS = {
    key: value
    for number, word in enumerate(_WRITTEN, 2)
    for key, value in ((word, str(number)), (str(number), word))
}

NUMBER_WORDS |= dict(zip("두 세 네 다섯 여섯 일곱 여덟 아홉 열".split(), _WRITTEN, strict=False))

# What stands before a verb, and what has a verb behind it only where a noun begins there.
_BEFORE_VERBS = frozenset(
    "i you he she it we they who to not never ever also didnt dont wont will would shall".split()
)
_VERB_ENDINGS = ("ed", "ing")


def word_ways(term: Term) -> list[Variant]:
    """Return the ways to meet a word as it is written on either side of the Atlantic."""
    spellings = (stem(word) for word in spelt_otherwise(term.text))
    return [Variant((key,), EXACT, "word") for key in (term.stem, *spellings)]


def related_ways(stems: tuple[str, ...], index: Index) -> list[Variant]:
    """Return the other English words for a word or phrase."""
    found = related(stems, with_peoples=not index.lexicon.kinds)
    return [
        Variant(phrase, SAME_NAME if is_same(stems, phrase) else BY_RELATED, "related")
        for phrase in found
    ]


def ways_of_a_verb(spelt: Sequence[Term], at: int, index: Index) -> list[Variant] | None:
    """Return the other words for a verb that is written as a noun is, None for any other word.

    "What did we ship" asks for no boat.
    """
    term = spelt[at]
    as_verb = related_verbs(term.stem)
    if not as_verb:
        return None
    before = spelt[at - 1].text if at else ""
    is_verb = before in _BEFORE_VERBS or term.text.endswith(_VERB_ENDINGS)
    is_last = at + 1 == len(spelt) and any(one.text == "did" for one in spelt[:at])
    if not (is_verb or is_last):
        return None
    as_noun = [] if is_verb else related_ways((term.stem,), index)
    return [*as_noun, *(Variant(phrase, BY_RELATED, "related") for phrase in as_verb)]


def ways_of_people(term: Term) -> list[Variant]:
    """Return the other words for a verb, where it is somebody named who does it.

    Who "starts" somewhere is hired or appointed, as no war is.
    """
    return [Variant(phrase, BY_RELATED, "related") for phrase in related_of_people(term.stem)]


def numeral_ways(term: Term, index: Index) -> list[Variant]:
    """Return how else a number is written: "4.0", and where only titles tell of it "fourth"."""
    if not term.is_number:
        digits = "" if index.lexicon.kinds else in_digits(term.text)
        return [Variant((digits,), BY_RELATED, "related")] if digits else []
    written = () if index.lexicon.kinds else written_out(term.text)
    dotted = ((key,) for key in whole_numbers(term.text))
    return [Variant(keys, BY_RELATED, "related") for keys in (*written, *dotted)]


def spelt_names(word: str, index: Index) -> Iterator[Variant]:
    """Yield the names that a word in another script may spell."""
    for latin in index.speller.in_latin(word):
        held = index.posting(stem(latin)).strengths[:MOST_LOOKED_AT]
        if max(held, default=0) >= NAMES * SCALE:
            yield Variant((stem(latin),), HEARD, "spelling")


def designation_ways(covered: Sequence[Term], index: Index) -> list[Variant]:
    """Return the ways to meet letters and numbers that are one thing: "B-2", "v4", "log4j"."""
    stems = tuple(term.stem for term in covered)
    variants = [Variant(stems, EXACT, "phrase")]
    dotted = [key for key in whole_numbers(stems[1]) if index.is_held(key)]
    if stems[0] == VERSION and dotted:  # "v4" may be 4.0
        variants = variants if index.is_held(VERSION) else []
        variants += [Variant((key,), BY_SYNONYM, "related") for key in dotted]
    return variants


def lettered_ways(covered: Sequence[Term]) -> list[Variant]:
    """Return the ways to meet a word with its letter: an entry of another holds less than half."""
    word, letter = covered[0].stem, covered[1].text
    both = Variant((f"{word} {letter}",), EXACT, "phrase")
    return [both, Variant((word, letter), LOOSE_WORDS, "words")]


def ways_with_letter(covered: Sequence[Term]) -> list[Variant]:
    """Return the ways to meet a number with its letter: "3B" is neither "3A" nor quite "3"."""
    number, letter = covered[0].stem, covered[1].text
    both = Variant((f"{number} {letter}",), EXACT, "phrase")
    return [both, Variant((number,), LOOSE_WORDS, "words")]


def exact_first(variants: tuple[Variant, ...], index: Index) -> tuple[Variant, ...]:
    """Where events say the very word, its synonyms count for less than where none does."""
    if _WEAKER.keys().isdisjoint([variant.reason for variant in variants]):
        return variants
    if not is_said([key for v in variants if v.quality == EXACT for key in v.keys], index):
        return variants
    return tuple(
        replace(variant, quality=min(variant.quality, _WEAKER.get(variant.reason, 1.0)))
        for variant in variants
    )


def is_said(keys: Sequence[str], index: Index) -> bool:
    """Whether an event says one of these; those with it only among their keywords do not."""
    said = (index.posting(key).strengths[:MOST_LOOKED_AT] for key in keys)
    return any(max(strengths, default=0) > KEYWORD * SCALE for strengths in said)
