"""Words that only add: verbs that say no more than that something was done, a second question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.search.asking.units import Unit
from bot.search.language.forms import Form

# "Conduct a test", "провести испытание", "실험을 실시하다".
_LIGHT = Form(
    r"\b(?:conduct(?:s|ed|ing)?|carr(?:y|ies|ied|ying)(?= out\b)|undert(?:akes?|ook|aken|aking)"
    r"|пров(?:ел[аио]?|ести|едет|едут|еден[аоы]?|од(?:ил[аи]?|ит|ят|ить)|одил(?:ся|ась|ось|ись))"
    r"|осуществ(?:ил[аи]?|ить|ляли?|лен[аоы]?|ляет)|соверш(?:ил[аи]?|ить|ает|ают|ать)"
    r"|производил[аи]?)\b"
    r"|(?<![가-힣])(?:실시|단행|감행)[가-힣]{0,5}"
)
# A message is sent, whatever verb says so: "보낸 축전", "отправил письмо".
_SENT = Form(
    r"\b(?:sen(?:t|ds?)|(?:от|по|при)слал[аи]?|отправил[аи]?|направил[аи]?)\b"
    r"|(?<![가-힣])(?:보낸|보냈|보내온)[가-힣]{0,4}"
)
_MESSAGE = Form(
    r"\b(?:messages?|letters?|telegrams?|cables?|greetings?|congratulations|condolences|wishes"
    r"|письм\w+|послани[еяюй]\w{0,2}|телеграмм\w+|поздравлени\w+|соболезновани\w+)\b"
    r"|편지|서한|축전|메시지|인사|연하장|조전|친서|서신"
)

# "What went wrong on flight 13" asks what happened on it,
# as "what was the deal with it" does.
_HAPPENED = Form(
    r"\b(?:goes|going|gone|went|go) wrong\b"
    r"|(?:(?<=what was the )|(?<=whats the )|(?<=what's the )|(?<=what is the ))deal(?= with\b)"
)
# "What were the talks and who hosted them": the second question is asked of the same.
_SECOND = Form(
    r"^\W*(?:who|what|where|when|why|how|which)\b.{1,200}"
    r"(?P<second>\band (?:who|whom|what|where|when|why|how)\b.{1,100}"
    r"\b(?:it|its|them|they|their|he|him|his|she|her)\b.{0,100})$"
)


def without_light_verbs(units: Sequence[Unit], text: str) -> tuple[Unit, ...]:
    """Return `units` with the verbs that only add, where what was done is said besides.

    Who "conducted a test" tested; who merely "conducted" may be a conductor.
    """
    verbs = {found[0] for found in _LIGHT.finditer(text)}
    if _MESSAGE.search(text) is not None:
        verbs.update(found[0] for found in _SENT.finditer(text))
    if not verbs:
        return tuple(units)
    light = [unit for unit in units if not unit.is_soft and unit.text in verbs]
    is_said = any(
        unit.variants and not (unit.is_soft or unit.is_name) and unit not in light for unit in units
    )
    if not light or not is_said:
        return tuple(units)
    return tuple(replace(unit, is_soft=True) if unit in light else unit for unit in units)


def without_asides(units: Sequence[Unit], text: str) -> tuple[Unit, ...]:
    """Return `units` with "went wrong" only adding, and without what a second question asks.

    That is where other things are asked for. Names that the second question brings still add.
    """
    said, second = _HAPPENED.search(text), _SECOND.search(text)
    if said is None and second is None:
        return tuple(units)
    first = text if second is None else text[: second.start("second")]
    light = [unit for unit in units if said is not None and unit.text == said[0]]
    aside = [unit for unit in units if f" {unit.text}" not in f" {first}"]
    if not any(u.variants and not u.is_soft and u not in light and u not in aside for u in units):
        return tuple(units)
    kept = (unit for unit in units if unit.is_name or unit not in aside)
    return tuple(
        replace(unit, is_soft=True) if unit in light or unit in aside else unit for unit in kept
    )
