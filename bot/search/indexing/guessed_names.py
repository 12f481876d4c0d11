"""By which parts of their names people are called where no curator has said so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bot.search.language.common_words import commonness, is_name_word
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.terms import stem, tokens
from bot.timeline.timeline import Name

# A surname becomes an alias by itself only when it is long enough to be nobody's initials.
SHORTEST_SURNAME = 4
SHORTEST_FORENAME = 3  # and no word of the language: "Ada", not "Will"

MOST_OF_A_SURNAME = 4  # people; a name of more of them names nobody

SHORTEST_INITIALS = 3  # fewer belong to too many
AS_COMMON_AS_A_WORD = 3.0  # log10 of uses in a billion, from which initials are a word instead


def is_settled(name: Name) -> bool:
    """Whether a line says by which part a name is called: "Joris", or by itself none.

    "Johnny" and "the boss" say nothing of that.
    """
    words = set(tokens(name.canonical))
    return not name.aliases or any(words > set(tokens(alias)) for alias in name.aliases)


def is_word(name: str) -> bool:
    """Whether a folded part of a name is a word as well, as "Will" and "Power" are."""
    return bool(commonness(name)) and not is_name_word(name)


def unique_initials(concepts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the initials by which a name of three or more words is called: "JFK", "JINR"."""
    owners: dict[str, list[str]] = defaultdict(list)
    for concept in concepts:
        words = [word for word in concept[1:].split() if word not in FUNCTION_WORDS]
        initials = "".join(word[0] for word in words)
        if len(words) >= SHORTEST_INITIALS and initials.isascii() and initials.isalpha():
            owners[initials].append(concept)
    for initials, found in owners.items():
        is_said = commonness(initials) >= AS_COMMON_AS_A_WORD or initials in FUNCTION_WORDS
        if len(found) == 1 and not is_said:
            yield initials, found[0]


def shared_surnames(kinds: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the surnames of a few people each, by their stems, with the concepts of these.

    Of Ada and Bob Lovelace "Lovelace" names either, but a name of very many nobody.
    """
    owners: dict[str, list[str]] = defaultdict(list)
    for concept, kind in kinds.items():
        words = concept[1:].split() if kind == "people" else []
        if len(words) > 1 and len(words[-1]) >= SHORTEST_SURNAME:
            owners[words[-1]].append(concept)
    return {
        stem(surname): tuple(found)
        for surname, found in owners.items()
        if 1 < len(found) <= MOST_OF_A_SURNAME and surname not in FUNCTION_WORDS
    }


def unique_forenames(names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield what colleagues call each other: a first name that no other name has a part of."""
    parts = {name: (tokens(name), kind) for name, kind in names}
    frequency = Counter(word for words, _ in parts.values() for word in set(words))
    for name, (words, kind) in parts.items():
        if kind != "people" or len(words) < 2 or frequency[words[0]] > 1:
            continue
        forename = words[0]
        is_name = len(forename) >= SHORTEST_FORENAME and forename not in FUNCTION_WORDS
        if is_name and not is_word(forename):
            yield forename, name


def unique_surnames(names: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the surnames that no other name has a part of, each with the name it is of."""
    parts = {name: tokens(name) for name, kind in names if kind == "people"}
    frequency = Counter(word for words in parts.values() for word in set(words))
    for name, words in parts.items():
        if len(words) < 2:
            continue
        surname = words[-1]
        is_telling = len(surname) >= SHORTEST_SURNAME and surname not in FUNCTION_WORDS
        if is_telling and frequency[surname] == 1:
            yield surname, name
