"""The right spelling that is nearest to a wrong one, for hints in reports."""

from __future__ import annotations

from collections.abc import Collection

MOST_CANDIDATES = 5_000  # comparing is slow in a large store, and a hint is only a courtesy
LEAST_LIKENESS = 0.6  # difflib's own advice for "close"


def find_nearest(word: str, candidates: Collection[str]) -> str:
    """Return the candidate most like the word; empty where none is close."""
    if len(candidates) > MOST_CANDIDATES:
        return ""
    from difflib import get_close_matches  # only wanted when something is wrong

    folded = {candidate.casefold(): candidate for candidate in candidates}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=LEAST_LIKENESS)
    return folded[close[0]] if close else ""
