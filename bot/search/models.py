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
# fitted on 1839 questions, 1232 of them answered rightly
CURATED = Model(
    -6.15,
    {
        "coverage": 0.12,
        "title": 1.26,
        "unknown_names": -6.53,
        "stranger": -1.59,
        "unknown_words": -5.75,
        "unknown_elsewhere": -5.75,
        "missed_names": -5.22,
        "missed_words": -2.90,
        "whole": 0.93,
        "weakest_name": 2.04,
        "weakest_strange": 1.65,
        "names_titled": 0.27,
        "names_indirect": -1.01,
        "passing_places": -0.04,
        "everyday": -0.15,
        "faint": -0.70,
        "when_apart": -2.34,
        "unsaid": -1.43,
        "asking": -0.50,
        "asked_unmet": -3.09,
        "untold_number": -0.23,
        "deed": 0.98,
        "actor": 0.40,
        "another": -3.28,
        "contrary": -6.52,
        "elsewhere": -3.54,
        "lead": 4.52,
        "in_time": 1.43,
        "in_time_only": 0.00,
        "out_of_time": -4.99,
        "said": 0.96,
        "units": 0.92,
        "chosen": 1.61,
        "chosen_vaguely": -6.21,
        "not_chosen": -3.15,
        "when_vague": 0.00,
    },
)
# fitted on 3119 questions, 1793 of them answered rightly
BARE = Model(
    -2.91,
    {
        "coverage": 0.00,
        "title": 1.15,
        "unknown_names": -3.17,
        "stranger": -1.86,
        "unknown_words": -6.29,
        "unknown_elsewhere": -3.59,
        "missed_names": -4.72,
        "missed_words": -2.26,
        "whole": 0.62,
        "weakest_name": 0.74,
        "weakest_strange": 1.18,
        "names_titled": 0.00,
        "names_indirect": -0.86,
        "passing_places": -0.01,
        "everyday": -0.11,
        "faint": -1.10,
        "when_apart": -2.09,
        "unsaid": -0.71,
        "asking": -0.39,
        "asked_unmet": -1.05,
        "untold_number": 0.00,
        "deed": 0.42,
        "actor": 1.07,
        "another": -2.40,
        "contrary": -6.03,
        "elsewhere": -4.43,
        "lead": 3.48,
        "in_time": 1.26,
        "in_time_only": 0.00,
        "out_of_time": -3.01,
        "said": 0.75,
        "units": 0.13,
        "chosen": 0.81,
        "chosen_vaguely": -1.78,
        "not_chosen": -3.46,
        "when_vague": -0.17,
    },
)
# END
