"""How likely the best candidate is right: a logistic model over what it explains.

The score of BM25 and its kin says which entry is best, not whether it is good. This model
turns shares of the question's weight into a probability; its coefficients are fitted on
the tuning half of the question corpus by `python -m tests.fit_confidence`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

from bot.search.query import Query, Unit
from bot.search.scoring import MET, Candidate, weight_of

EVERYWHERE = 0.5  # nats; a name that most events hold proves nothing by being there

MOST_SAID = 3.0  # three rare words identify any entry; more make it no surer


@dataclass(frozen=True, slots=True)
class Features:
    """What there is to judge the best candidate by; shares are of the question's weight."""

    coverage: float  # explained by the candidate
    title: float  # share of the title's weight that the question names
    unknown_names: float  # in words that no event holds and no dictionary either
    unknown_words: float  # in ordinary words that no event holds
    missed_names: float  # in names that events hold, but not this one
    missed_words: float  # in words that events hold, but not this one
    heaviest_missed: float  # the heaviest missed unit, beside the heaviest unit of all
    names_missed: float  # share of the names, by number, that it does not hold
    names_indirect: float  # share of the names that it holds only by a synonym
    weakest_name: float  # how strongly the least of the names is met, 1 without names
    lead: float  # over the second best candidate, as a share of the best
    in_time: float  # 1 where a time was named and fits
    in_time_only: float  # 1 - coverage where the time fits: little but the time agrees
    out_of_time: float  # 1 where a time was named and does not fit
    said: float  # how much of the question it explains, in words as rare as can be; at most 3
    units: float  # log of the number of units
    indirect: float  # share of the gain that came by synonyms, tags or corrections
    chosen: float  # 1 where an occasion was counted out ("the second")


def features(
    candidate: Candidate,
    query: Query,
    *,
    lead: float,
    is_within: bool,
    is_chosen: bool,
    rarest: float,
) -> Features:
    """Return the features of `candidate` as an answer to `query`.

    `lead` is its lead over the next, `rarest` the weight of a word that one event holds:
    in a small timeline no word weighs much, and yet it may say all.
    """
    hard = [(number, unit) for number, unit in enumerate(query.units) if not unit.is_soft]
    asked = max(sum(weight_of(unit) for _, unit in hard), 1e-6)

    strength = candidate.strength

    def share(wanted: list[Unit]) -> float:
        return sum(weight_of(unit) for unit in wanted) / asked

    missed = [
        unit
        for number, unit in hard
        if unit.variants and strength(number) < MET and not unit.is_earlier
    ]
    named = [
        number
        for number, unit in hard
        if unit.is_name and unit.weight > EVERYWHERE and not unit.is_earlier
    ]
    names = [strength(number) for number in named]
    direct = [n for n in named if strength(n) >= MET and candidate.met[n][1].reason == "name"]
    met_names = [number for number in named if strength(number) >= MET]
    heaviest = max((weight_of(unit) for _, unit in hard), default=1.0)
    gain = {n: weight_of(query.units[n]) * value for n, (value, _) in candidate.met.items()}
    indirect = sum(
        gain[number] for number, (_, variant) in candidate.met.items() if not variant.is_direct
    )
    explained = sum(value for number, value in gain.items() if not query.units[number].is_soft)
    return Features(
        coverage=candidate.coverage,
        title=candidate.title,
        unknown_names=share([u for _, u in hard if not u.variants and not u.is_common]),
        unknown_words=share([u for _, u in hard if not u.variants and u.is_common]),
        missed_names=share([unit for unit in missed if unit.is_name]),
        missed_words=share([unit for unit in missed if not unit.is_name]),
        heaviest_missed=max((weight_of(unit) for unit in missed), default=0.0) / heaviest,
        names_missed=1 - len(met_names) / len(named) if named else 0.0,
        names_indirect=(len(met_names) - len(direct)) / len(named) if named else 0.0,
        weakest_name=min(names, default=1.0),
        lead=lead,
        in_time=float(bool(query.phrases) and is_within),
        in_time_only=(1 - candidate.coverage) * (bool(query.phrases) and is_within),
        out_of_time=float(bool(query.phrases) and not is_within),
        said=min(explained / rarest, MOST_SAID),
        units=math.log(max(1, len(hard))),
        indirect=indirect / max(sum(gain.values()), 1e-6),
        chosen=float(is_chosen),
    )


BIAS = -5.58
COEFFICIENTS: Mapping[str, float] = {
    "coverage": 1.32,
    "title": 1.07,
    "unknown_names": 1.13,
    "unknown_words": -2.49,
    "missed_names": -0.23,
    "missed_words": 1.13,
    "heaviest_missed": -1.11,
    "names_missed": 0.22,
    "names_indirect": -0.29,
    "weakest_name": 3.03,
    "lead": 0.01,
    "in_time": 2.75,
    "in_time_only": -0.60,
    "out_of_time": -3.22,
    "said": 2.91,
    "units": -1.15,
    "indirect": 1.28,
    "chosen": 1.44,
}


def confidence(found: Features) -> float:
    """Return the probability, 0 to 1, that the candidate so described is right."""
    total = BIAS + sum(
        COEFFICIENTS[field.name] * getattr(found, field.name) for field in fields(Features)
    )
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
