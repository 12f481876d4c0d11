"""The fitted models of trust: of curated timelines, and of bare ones with dates and titles only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic model: the log of the odds is `bias` plus each feature times its weight."""

    bias: float
    weights: Mapping[str, float]


# Where names are curated, a word that no entry knows tells much, and one that only looks like
# a name little; where there are only titles, it is the other way round.
# FITTED
# fitted on 1821 questions, 1243 of them answered rightly
CURATED = Model(
    -7.22,
    {
        "coverage": 0.43,
        "title": 1.46,
        "unknown_names": -7.15,
        "stranger": -1.36,
        "unknown_words": -8.32,
        "unknown_elsewhere": -6.78,
        "missed_names": -7.34,
        "missed_words": -3.65,
        "whole": 0.69,
        "weakest_name": 2.50,
        "weakest_strange": 2.05,
        "names_titled": 0.14,
        "names_indirect": -1.05,
        "passing_places": -0.05,
        "everyday": -0.17,
        "faint": -0.82,
        "when_apart": -2.56,
        "unsaid": -1.65,
        "asking": -0.48,
        "asked_unmet": -2.95,
        "untold_number": -0.30,
        "deed": 1.13,
        "actor": 0.26,
        "another": -3.56,
        "contrary": -6.83,
        "elsewhere": -3.64,
        "lead": 4.83,
        "in_time": 1.94,
        "in_time_only": 0.00,
        "out_of_time": -6.05,
        "said": 0.89,
        "units": 1.22,
        "chosen": 1.71,
        "chosen_vaguely": -5.82,
        "not_chosen": -3.20,
        "when_vague": -0.12,
    },
)
# fitted on 3089 questions, 1800 of them answered rightly
BARE = Model(
    -3.08,
    {
        "coverage": 0.00,
        "title": 1.28,
        "unknown_names": -3.53,
        "stranger": -1.80,
        "unknown_words": -6.80,
        "unknown_elsewhere": -4.01,
        "missed_names": -6.39,
        "missed_words": -2.73,
        "whole": 0.52,
        "weakest_name": 0.75,
        "weakest_strange": 1.31,
        "names_titled": 0.00,
        "names_indirect": -0.87,
        "passing_places": 0.00,
        "everyday": -0.14,
        "faint": -1.32,
        "when_apart": -2.11,
        "unsaid": -0.63,
        "asking": -0.35,
        "asked_unmet": -1.00,
        "untold_number": 0.00,
        "deed": 0.56,
        "actor": 1.00,
        "another": -2.61,
        "contrary": -6.16,
        "elsewhere": -4.44,
        "lead": 3.60,
        "in_time": 1.61,
        "in_time_only": 0.00,
        "out_of_time": -3.26,
        "said": 0.77,
        "units": 0.12,
        "chosen": 0.82,
        "chosen_vaguely": -1.26,
        "not_chosen": -3.54,
        "when_vague": -0.24,
    },
)
# END
