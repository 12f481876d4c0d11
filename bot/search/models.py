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
# fitted on 1820 questions, 1239 of them answered rightly
CURATED = Model(
    -7.49,
    {
        "coverage": 0.78,
        "title": 1.50,
        "unknown_names": -6.97,
        "stranger": -1.44,
        "unknown_words": -7.71,
        "unknown_elsewhere": -6.51,
        "missed_names": -6.42,
        "missed_words": -3.52,
        "whole": 0.52,
        "weakest_name": 2.51,
        "weakest_strange": 2.00,
        "names_titled": 0.15,
        "names_indirect": -1.13,
        "passing_places": -0.05,
        "everyday": -0.17,
        "faint": -0.89,
        "when_apart": -2.59,
        "unsaid": -1.49,
        "asking": -0.48,
        "asked_unmet": -2.97,
        "untold_number": -0.25,
        "deed": 1.28,
        "actor": 0.24,
        "another": -3.47,
        "contrary": -6.80,
        "elsewhere": -3.62,
        "lead": 4.89,
        "in_time": 1.94,
        "in_time_only": 0.00,
        "out_of_time": -5.04,
        "said": 0.80,
        "units": 1.22,
        "chosen": 1.76,
        "chosen_vaguely": -5.82,
        "not_chosen": -3.20,
        "when_vague": -0.11,
    },
)
# fitted on 3088 questions, 1796 of them answered rightly
BARE = Model(
    -3.18,
    {
        "coverage": 0.00,
        "title": 1.34,
        "unknown_names": -3.56,
        "stranger": -1.80,
        "unknown_words": -6.81,
        "unknown_elsewhere": -3.90,
        "missed_names": -6.04,
        "missed_words": -2.75,
        "whole": 0.48,
        "weakest_name": 0.78,
        "weakest_strange": 1.30,
        "names_titled": 0.00,
        "names_indirect": -0.95,
        "passing_places": 0.00,
        "everyday": -0.14,
        "faint": -1.40,
        "when_apart": -2.13,
        "unsaid": -0.53,
        "asking": -0.35,
        "asked_unmet": -1.02,
        "untold_number": 0.00,
        "deed": 0.65,
        "actor": 1.00,
        "another": -2.58,
        "contrary": -6.15,
        "elsewhere": -4.40,
        "lead": 3.64,
        "in_time": 1.63,
        "in_time_only": 0.00,
        "out_of_time": -3.08,
        "said": 0.73,
        "units": 0.13,
        "chosen": 0.85,
        "chosen_vaguely": -1.36,
        "not_chosen": -3.52,
        "when_vague": -0.23,
    },
)
# END
