"""English words for one thing: families of words, short names, and numerals in two scripts.

A curated timeline brings its own synonyms in its header. A bare store of titles has none,
and there "death" would not find who "dies", nor "WWII" a title about World War II. The
families are the file `words/related.txt`; there, too, stand words that take in several
others, as "ruler" takes in kings and queens, though no king is a queen, and names that are
no less than the same, as "UN" and "United Nations". States and their peoples stand in
`words/peoples.txt`, in `words/called.txt` what everybody calls by another name, and in
`words/of_people.txt` verbs that mean something else where it is people who do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import combinations

from bot.search.dates.spelt_years import ONES, TENS
from bot.search.language.regnal import ROMAN
from bot.search.terms import stem, tokens

Phrase = tuple[str, ...]

RELATED, PEOPLES, CALLED = "related.txt", "peoples.txt", "called.txt"
OF_PEOPLE = "of_people.txt"  # verbs that mean something else where it is people who do it
WORDS_KEPT = 4096  # of which the other spelling stays at hand
TAKES_IN = ">"  # between words and those that they take in, in the file
TO = "to"  # before a verb that is written as a noun is, in the file
IS_SAME = "="  # between names of one thing
MOST_ROMAN = 20  # of the numerals that are also written in digits: "World War II", "Apollo XIII"
LONGEST = 3  # words of the longest phrase that is looked for
SHORTEST_SPELT_OTHERWISE = 5  # letters; "hour" and "size" have no other spelling
# Endings, British and American, each with what turns it into the other.
_SPELLINGS = tuple(
    ((re.compile(f"{british}$"), to_american), (re.compile(f"{american}$"), to_british))
    for british, to_american, american, to_british in (
        (r"is(e[ds]?|ing|ations?|ers?)", r"iz\1", r"iz(e[ds]?|ing|ations?|ers?)", r"is\1"),
        (r"ys(e[ds]?|ing)", r"yz\1", r"yz(e[ds]?|ing)", r"ys\1"),
        (r"our(s|ed|ing|ite|able|)", r"or\1", r"or(s|ed|ing|ite|able|)", r"our\1"),
        (r"([bt])re(s?)", r"\1er\2", r"([bt])er(s?)", r"\1re\2"),
        (r"(?<=def|off|lic)enc(es?|ed)", r"ens\1", r"(?<=def|off|lic)ens(es?|ed)", r"enc\1"),
        (r"ogues?", "og", r"og", "ogue"),
        (
            r"(?<=[aeiou][^aeiou][aeiou]l)l(ed|ing|ers?)",
            r"\1",
            r"(?<=[aeiou][^aeiou][aeiou]l)(ed|ing|ers?)",
            r"l\1",
        ),
    )
)
_SPELT_IN_TWO_WAYS = re.compile(
    "|".join(rule.pattern for both in _SPELLINGS for rule, _ in both)
)  # one look that passes by most words


def related(phrase: Phrase, *, with_peoples: bool = False) -> tuple[Phrase, ...]:
    """Return what says the same as these stems in other words; stems again, or nothing.

    `with_peoples` takes in what belongs to a state or comes from there, "Polish" for "Poland",
    and what everybody calls by another name: "D-Day" for the Normandy landings.
    """
    return (_all_families() if with_peoples else _families(RELATED)).get(phrase, ())


def related_verbs(stem_of_word: str) -> tuple[Phrase, ...]:
    """Return the other words for a verb that is written as a noun is: "to ship"."""
    return related((TO, stem_of_word)) if stem_of_word in _verbs() else ()


def related_of_people(stem_of_word: str) -> tuple[Phrase, ...]:
    """Return the other words for what somebody does, where it is people who do it: "she starts"."""
    return _families(OF_PEOPLE).get((stem_of_word,), ())


def longest_related(stems: Sequence[str], start: int, *, with_peoples: bool = False) -> int:
    """Return how many words from `start` make a phrase of several that has relatives, or 0.

    `with_peoples` takes in places of several words that have other names too: "Sri Lanka".
    """
    if not begins_related(stems[start], with_peoples=with_peoples):
        return 0  # most words
    for length in range(LONGEST, 1, -1):
        phrase = tuple(stems[start : start + length])
        if len(phrase) == length and related(phrase, with_peoples=with_peoples):
            return length
    return 0


def begins_related(stem_of_word: str, *, with_peoples: bool = False) -> bool:
    """Whether a phrase of several words that has relatives begins with this stem."""
    return stem_of_word in _beginnings(with_peoples)


def is_state(word: str) -> bool:
    """Whether the folded `word` is the name of a state or city of the list, not of its people."""
    return word in _states()


def people_of(word: str) -> tuple[Phrase, ...]:
    """Return the stems of what belongs to a state or city or comes from there."""
    return _families(PEOPLES).get((stem(word),), ())


def is_people(word: str) -> bool:
    """Whether the folded `word` tells what belongs to a state or city, or comes from there."""
    return word in _peoples()


@cache
def _peoples() -> frozenset[str]:
    lines = (line.split(", ")[1:] for line in _lines(PEOPLES))
    return frozenset(word for others in lines for word in others if " " not in word)


@cache
def _states() -> frozenset[str]:
    return frozenset(line.split(",")[0] for line in _lines(PEOPLES))


def is_same(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases, as stems, are names of one thing: "USSR" and "Soviet Union"."""
    return frozenset((one, other)) in _same_names()


@cache
def _same_names() -> frozenset[frozenset[Phrase]]:
    lines = (line for line in _lines(RELATED) if IS_SAME in line)
    families = (_phrases(line.replace(IS_SAME, ",")) for line in lines)
    return frozenset(frozenset(pair) for names in families for pair in combinations(names, 2))


def _lines(name: str) -> list[str]:
    text = resources.files("bot.search").joinpath("words", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _beginnings(with_peoples: bool) -> frozenset[str]:
    """Return the stems with which phrases of several words begin that have relatives."""
    names = (RELATED, PEOPLES, CALLED) if with_peoples else (RELATED,)
    return frozenset(phrase[0] for name in names for phrase in _families(name) if len(phrase) > 1)


@cache
def _families(name: str) -> Mapping[Phrase, tuple[Phrase, ...]]:
    lines = _lines(name)
    if name == RELATED:
        lines += [f"{number}, {roman}" for number, roman in enumerate(ROMAN[:MOST_ROMAN], 1)]
        lines += [f"{number}, {spelt}" for number, spelt in _spelt_numbers()]
    found: dict[Phrase, dict[Phrase, None]] = {}
    for line in lines:
        wider, _, members = line.replace(IS_SAME, ",").rpartition(TAKES_IN)
        phrases = _phrases(members)
        for phrase in _phrases(wider) if wider else phrases:
            others = found.setdefault(phrase, {})
            others.update((other, None) for other in phrases if other != phrase)
    return {phrase: tuple(others) for phrase, others in found.items()}


@cache
def _all_families() -> Mapping[Phrase, tuple[Phrase, ...]]:
    found: dict[Phrase, tuple[Phrase, ...]] = {}
    for name in (RELATED, PEOPLES, CALLED):
        for phrase, others in _families(name).items():
            found[phrase] = (*found.get(phrase, ()), *others)
    return found


@cache
def _verbs() -> frozenset[str]:
    """Return the stems of the verbs that stand in the file with "to" before them."""
    pairs = (phrase for phrase in _families(RELATED) if len(phrase) == 2)
    return frozenset(verb for first, verb in pairs if first == TO)


def _spelt_numbers() -> Iterator[tuple[int, str]]:
    """Yield the numbers from 20 to 99 with their words; smaller ones are read with their word."""
    for tens, word in enumerate(TENS, 2):
        yield tens * 10, word
        for ones, after in enumerate(ONES, 1):
            yield tens * 10 + ones, f"{word} {after}"


def _phrases(line: str) -> list[Phrase]:
    return [tuple(stem(word) for word in tokens(member)) for member in line.split(",")]


@lru_cache(maxsize=WORDS_KEPT)
def spelt_otherwise(word: str) -> tuple[str, ...]:
    """Return how the folded `word` may be written on the other side of the Atlantic.

    By rule, so that some are no words at all ("rise" gives "rize"): no entry holds those.
    """
    if len(word) < SHORTEST_SPELT_OTHERWISE or not word.isascii():
        return ()
    if not _SPELT_IN_TWO_WAYS.search(word):
        return ()
    found = {
        rule.sub(other, word)
        for british, american in _SPELLINGS
        for rule, other in (british, american)
    }
    return tuple(sorted(found - {word}))
