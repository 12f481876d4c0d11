"""Of bare titles about as good, which comes first: by their wording."""

from __future__ import annotations

from bot.search.asking.literal import Said
from bot.search.index import Index
from bot.search.query import Query
from bot.search.terms import tokens
from bot.search.weighing.scoring import Candidate

# What a bare title adds that says all of the question literally, and how many of the entries
# that this could bring to the front are read for it.
BY_WORDING, MOST_READ = 0.08, 60
BY_PLACE = 0.2  # of that, for a title that begins with what is asked for


def by_wording(
    scored: list[tuple[float, Candidate]], query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Put first, of bare titles nearly as good as the best, what says most of it literally.

    An entry with a summary may say there what its title words in another way.
    """
    floor = scored[0][0] - BY_WORDING
    close = [pair for pair in scored[:MOST_READ] if pair[0] >= floor]
    if len(close) < 2:
        return scored
    titles = []
    for _, candidate in close:
        title, summary = index.texts(candidate.number)
        if summary:
            return scored
        titles.append(title)
    is_named = not query.phrases  # of a time all may be meant, whatever they begin with
    said = Said(query.said)
    gains = [BY_WORDING * _wording(said, title, is_named=is_named) for title in titles]
    order = sorted(range(len(close)), key=lambda at: -round(close[at][0] + gains[at], 4))
    return [*(close[at] for at in order), *scored[len(close) :]]


def _wording(said: Said, title: str, *, is_named: bool) -> float:
    words = tokens(title)
    begun = BY_PLACE if is_named and said.begins(words) else 0.0
    return said.likeness(words) + begun
