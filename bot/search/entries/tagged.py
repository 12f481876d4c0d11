"""Entries of the kind that a tag says: "visits", "the first test"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.search.asking.units import Variant
from bot.search.entries.kinds import tags_of
from bot.search.index import Index
from bot.search.query import Query
from bot.search.weighing.scoring import Candidate, weight_of

SAME_COVERAGE_WHOLE = 0.8  # of the best, for an entry that meets every single thing asked
BY_KIND = 0.68  # how strongly an entry meets a word whose tag it carries


def named_tags(query: Query, index: Index) -> dict[int, tuple[str, ...]]:
    """Return the tags that the words asked for name, by themselves or by their synonyms."""
    found: dict[int, tuple[str, ...]] = {}
    for number, unit in enumerate(query.units):
        tags = tags_of(unit, index)
        if tags and not unit.is_name:
            found[number] = tuple(dict.fromkeys(tags))
    return found


def tagged(
    candidates: list[Candidate], tags: Mapping[int, Sequence[str]], index: Index
) -> list[Candidate]:
    """Return the candidates that carry the tags, if one of them tells about as much as any.

    Where a meeting is tagged a summit, "the first board meeting" may be one that is not.
    """
    carrying = [c for c in candidates if _carries(c, tags, index)]
    most = max(c.coverage for c in candidates)
    if any(c.coverage >= SAME_COVERAGE_WHOLE * most for c in carrying):
        return carrying
    return candidates


def _carries(candidate: Candidate, tags: Mapping[int, Sequence[str]], index: Index) -> bool:
    return all(
        any(index.strength(tag, candidate.number) > 0 for tag in named) for named in tags.values()
    )


def with_tags(
    candidates: Sequence[Candidate], tags: Mapping[int, Sequence[str]], query: Query, index: Index
) -> list[Candidate]:
    """Return the candidates as such that meet what their tags say, whatever their words."""
    if not tags:
        return list(candidates)
    asked = sum(weight_of(unit) for unit in query.units if not unit.is_soft)
    return [_with_tags(candidate, tags, query, index, asked=asked) for candidate in candidates]


def _with_tags(
    candidate: Candidate,
    tags: Mapping[int, Sequence[str]],
    query: Query,
    index: Index,
    *,
    asked: float,
) -> Candidate:
    met, coverage = dict(candidate.met), candidate.coverage
    for number, named in tags.items():
        unit = query.units[number]
        tag = next((tag for tag in named if index.strength(tag, candidate.number) > 0), None)
        if tag is None or candidate.strength(number) >= BY_KIND:
            continue
        if not unit.is_soft:
            gained = BY_KIND - candidate.strength(number)
            coverage += gained * weight_of(unit) / max(asked, 1e-6)
        met[number] = (BY_KIND, Variant((tag,), BY_KIND, "tag"))
    return candidate.met_by(met, coverage)
