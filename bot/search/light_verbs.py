"""Verbs that only say that something was done: what is done says all that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.search.forms import Form
from bot.search.units import Unit

# "Conduct a test", "провести испытание", "실험을 실시하다".
_LIGHT = Form(
    r"\b(?:conduct(?:s|ed|ing)?|carr(?:y|ies|ied|ying)(?= out\b)|undert(?:akes?|ook|aken|aking)"
    r"|пров(?:ел[аио]?|ести|едет|едут|еден[аоы]?|од(?:ил[аи]?|ит|ят|ить)|одил(?:ся|ась|ось|ись))"
    r"|осуществ(?:ил[аи]?|ить|ляли?|лен[аоы]?|ляет)|соверш(?:ил[аи]?|ить|ает|ают|ать)"
    r"|производил[аи]?)\b"
    r"|(?<![가-힣])(?:실시|단행|감행)[가-힣]{0,5}"
)


def without_light_verbs(units: Sequence[Unit], text: str) -> tuple[Unit, ...]:
    """Return `units` with the verbs that only add, where what was done is said besides.

    Who "conducted a test" tested; who merely "conducted" may be a conductor.
    """
    verbs = {found[0] for found in _LIGHT.finditer(text)}
    if not verbs:
        return tuple(units)
    light = [unit for unit in units if not unit.is_soft and unit.text in verbs]
    is_said = any(
        unit.variants and not (unit.is_soft or unit.is_name) and unit not in light for unit in units
    )
    if not light or not is_said:
        return tuple(units)
    return tuple(replace(unit, is_soft=True) if unit in light else unit for unit in units)
