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
# fitted on 1095 questions, 783 of them answered rightly
CURATED = Model(
    -5.22,
    {
        "coverage": 0.00,
        "title": 1.36,
        "unknown_names": -6.40,
        "stranger": -2.49,
        "unknown_words": -7.51,
        "unknown_elsewhere": -2.78,
        "missed_names": -5.62,
        "missed_words": -2.29,
        "whole": 1.24,
        "weakest_name": 0.66,
        "weakest_strange": 1.53,
        "names_titled": 0.73,
        "names_indirect": -0.74,
        "passing_places": -0.34,
        "everyday": -0.31,
        "faint": -3.95,
        "deed": 1.31,
        "actor": 0.14,
        "another": -4.19,
        "lead": 2.44,
        "in_time": 1.73,
        "in_time_only": -0.79,
        "out_of_time": -5.04,
        "said": 0.74,
        "units": 1.22,
        "chosen": 2.26,
        "chosen_vaguely": -9.77,
        "not_chosen": -5.50,
        "when_untitled": -1.20,
        "when_vague": -0.28,
    },
)
# fitted on 1930 questions, 1198 of them answered rightly
BARE = Model(
    -2.36,
    {
        "coverage": 0.00,
        "title": 1.37,
        "unknown_names": -3.04,
        "stranger": -2.07,
        "unknown_words": -6.81,
        "unknown_elsewhere": -1.91,
        "missed_names": -6.98,
        "missed_words": -2.35,
        "whole": 0.56,
        "weakest_name": 0.00,
        "weakest_strange": 1.20,
        "names_titled": 0.00,
        "names_indirect": -0.75,
        "passing_places": -0.32,
        "everyday": -0.18,
        "faint": -4.39,
        "deed": 0.77,
        "actor": 1.06,
        "another": -3.25,
        "lead": 2.16,
        "in_time": 1.41,
        "in_time_only": 0.00,
        "out_of_time": -3.02,
        "said": 0.63,
        "units": 0.29,
        "chosen": 0.74,
        "chosen_vaguely": -1.27,
        "not_chosen": -3.12,
        "when_untitled": -0.83,
        "when_vague": -0.43,
    },
)
# END
