"""The words of a timeline made ready to be corrected to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.search.indexing.spelling import Speller
from bot.search.indexing.vocabulary import LARGE, shelve
from bot.search.terms import stem

# Endings of English words, each with what stands there in the form of dictionaries.
_BASES = (("s", ""), ("d", ""), ("ed", ""), ("ied", "y"), ("ies", "y"), ("ing", ""), ("ing", "e"))


def build_speller(
    vocabulary: Iterable[str],
    *,
    joined: Mapping[str, tuple[str, ...]],
    known_words: frozenset[str] = frozenset(),
) -> Speller:
    """Prepare the words of a timeline; `known_words` are never corrected."""
    words = frozenset(word for word in vocabulary if not word[0].isdigit())
    stems = frozenset(map(stem, words))
    others = other_words(words, stems, joined=joined, known_words=known_words)
    return Speller(
        words=words,
        stems=stems,
        known_words=known_words,
        others=others,
        shelves=shelve(words | others),
        letters=tuple(sorted({word[0] for word in words | others})),
        is_large=len(words) > LARGE,
        joined=joined,
    )


def other_words(
    words: frozenset[str],
    stems: frozenset[str],
    *,
    joined: Iterable[str],
    known_words: frozenset[str],
) -> frozenset[str]:
    """Return what may be meant beside the words themselves.

    "phoen" is one slip from "phone", where the timeline only has "phones", and "propse" from
    "propose", where it has "proposes"; but a stem that is no word ("noth", of "nothing") is
    nothing anybody meant.
    """
    plain = (
        word[: -len(end)] + base for word in words for end, base in _BASES if word.endswith(end)
    )
    return frozenset((*(stems & known_words), *known_words.intersection(plain), *joined)) - words
