"""How much a unit of a question counts: what it says, and whether it names something."""

from __future__ import annotations

from bot.search.asking.units import Unit
from bot.search.terms import is_hangul

# A word that no event holds is evidence against every event. A common word is likely chat
# or another wording and counts for little of its weight, a rarer one for more; one that no
# dictionary has is most likely a name.
UNKNOWN_NAME_SHARE = 0.9
UNKNOWN_RARE_SHARE, UNKNOWN_COMMON_SHARE = 0.6, 0.05
RARE, COMMON = 3.0, 6.0  # log10 of uses in a billion words
# No list holds all forms of a Russian word, and none at all the Korean ones, of which most
# that are left over are verbs and their endings.
UNLISTED_SHARE, UNLISTED_KOREAN_SHARE = 0.35, 0.15

# Names decide: an event without a person or place that was asked for is seldom meant.
NAME_FACTOR = 1.25
LIKELY_NAME_FACTOR = 1.2


def weight_of(unit: Unit) -> float:
    """Return how much `unit` counts in the question, in nats."""
    if not unit.variants:
        return unit.weight * _unknown_share(unit)
    return unit.weight * NAME_FACTOR if unit.is_name else unit.weight


def pull_of(unit: Unit) -> float:
    """Return how much `unit` counts where entries are compared with each other.

    A word that no dictionary has is most likely a name, though no curator says so.
    """
    return weight_of(unit) * (LIKELY_NAME_FACTOR if unit.is_likely_name else 1)


def _unknown_share(unit: Unit) -> float:
    if not unit.is_common:
        return UNKNOWN_NAME_SHARE
    if not unit.usage:
        return UNLISTED_KOREAN_SHARE if is_hangul(unit.text) else UNLISTED_SHARE
    rareness = min(1.0, max(0.0, (COMMON - unit.usage) / (COMMON - RARE)))
    return UNKNOWN_COMMON_SHARE + rareness * (UNKNOWN_RARE_SHARE - UNKNOWN_COMMON_SHARE)
