"""A yardstick for measurements: texts compared as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from bot.search.terms import fold


def best_whole_texts(
    text: str, texts: Sequence[str], *, limit: int, by_words: bool = False
) -> list[tuple[int, float]]:
    """Return the numbers and scores (0 to 100) of the texts most like `text` as a whole.

    Only a yardstick for measurements: over whole texts even a right one scores hardly
    above an unrelated one, which is why corrections are made word by word.
    """
    scorer = fuzz.token_set_ratio if by_words else fuzz.WRatio
    hits = process.extract(text, texts, scorer=scorer, limit=limit, processor=fold)
    return [(number, score) for _, score, number in hits]
