"""Of bare titles about as good, which comes first: by the life they tell, and by their wording."""

from __future__ import annotations

from bot.search.asking.intent import Asked
from bot.search.asking.literal import Said
from bot.search.entries.presupposed import asks_for_a_life, is_of_another_life
from bot.search.index import Index
from bot.search.query import Query
from bot.search.terms import tokens
from bot.search.weighing.ordering import best_first
from bot.search.weighing.scoring import MET, Candidate, weight_of

# What a bare title adds that says all of the question literally, and how many of the entries
# that this could bring to the front are read for it.
BY_WORDING, MOST_READ = 0.08, 60
BY_PLACE = 0.2  # of that, for a title that begins with what is asked for
LIFE_ONLY = 0.6  # of that, for the birth or death of somebody whose name is not asked for
WITHOUT_LIFE = 0.75  # of one that tells neither birth nor death, where that is asked for


def by_life(
    scored: list[tuple[float, Candidate]], query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Put first the birth or death that is asked for, of entries that tell as much of the rest.

    In a list of births and deaths such a word says little, and yet it is what is asked.
    """
    asked = asks_for_a_life(query, index)
    if not asked or len(asked) == len(query.hard):
        return scored
    rest = [(n, u) for n, u in enumerate(query.units) if n not in asked and not u.is_soft]

    def told(candidate: Candidate) -> float:
        return sum(weight_of(unit) * candidate.strength(number) for number, unit in rest)

    is_of_life = [any(c.strength(n) >= MET for n in asked) for _, c in scored]
    most = max(
        (told(c) for (_, c), is_it in zip(scored, is_of_life, strict=True) if is_it), default=0
    )
    weighed = [
        (score if is_it or told(c) > most else score * WITHOUT_LIFE, c)
        for (score, c), is_it in zip(scored, is_of_life, strict=True)
    ]
    return best_first(weighed, index)


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
    # Of a time all may be meant, whatever they begin with; a birth begins with "Birth".
    is_named = not query.phrases and not asks_for_a_life(query, index)
    # Who asks about a thing, and of nobody, does not ask for the birth of somebody of the thing.
    is_life = [
        query.asked is not Asked.WHO and is_of_another_life(title, query, index) for title in titles
    ]
    said = Said(query.said)
    gains = [
        BY_WORDING * (_wording(said, title, is_named=is_named) - LIFE_ONLY * is_it)
        for title, is_it in zip(titles, is_life, strict=True)
    ]
    order = sorted(range(len(close)), key=lambda at: -round(close[at][0] + gains[at], 4))
    return [*(close[at] for at in order), *scored[len(close) :]]


def _wording(said: Said, title: str, *, is_named: bool) -> float:
    words = tokens(title)
    begun = BY_PLACE if is_named and said.begins(words) else 0.0
    return said.likeness(words) + begun
