"""The right spelling that is nearest to a wrong one, for hints in reports."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

MOST_CANDIDATES = 5_000  # comparing is slow in a large store, and a hint is only a courtesy
LEAST_LIKENESS = 0.6  # difflib's own advice for "close"
MISSPELT = 0.8  # likeness of a name to its slip: one letter of five; "Iran" and "Iraq" have less
SHORTEST_MISSPELT = 4  # letters of a word in a name; of shorter ones too many differ by a letter
_NUMERAL = re.compile(r"[ivx]+|\d+")  # "Pius XII" is no slip for "Pius XIII"


def fold(text: str) -> str:
    """Leave capitals and accents aside, and everything else as it is."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", plain)


def find_nearest(word: str, candidates: Collection[str]) -> str:
    """Return the candidate most like the word; empty where none is close."""
    if len(candidates) > MOST_CANDIDATES:
        return ""
    from difflib import get_close_matches  # only wanted when something is wrong

    folded = {candidate.casefold(): candidate for candidate in candidates}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=LEAST_LIKENESS)
    return folded[close[0]] if close else ""


def find_misspelt(name: str, known: Mapping[str, str]) -> str:
    """Return the name that was meant, where `name` is plainly a slip for it; else nothing.

    `known` leads from each folded spelling to the name. Much stricter than `find_nearest`: every
    word must be the same or long and nearly the same, for two people often share all but one.
    """
    folded = fold(name)
    if folded in known:
        return known[folded]
    if len(known) > MOST_CANDIDATES:
        return ""
    from difflib import get_close_matches

    close = get_close_matches(folded, known, n=5, cutoff=MISSPELT)
    return next((known[one] for one in close if _is_slip(folded, one)), "")


def _is_slip(one: str, other: str) -> bool:
    from difflib import SequenceMatcher

    words, others = (re.findall(r"\w+", text) for text in (one, other))
    if "".join(words) == "".join(others):
        return True
    return len(words) == len(others) and all(
        a == b
        or (
            min(len(a), len(b)) >= SHORTEST_MISSPELT
            and not (_NUMERAL.fullmatch(a) and _NUMERAL.fullmatch(b))
            and SequenceMatcher(None, a, b, autojunk=False).ratio() >= MISSPELT
        )
        for a, b in zip(words, others, strict=True)
    )
