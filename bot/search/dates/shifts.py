"""Steps in time from something spoken of: "the year after", "two days later", "that month"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.search.dates.calendar_spans import SOME_DAYS, season_span
from bot.search.dates.calendar_words import DAY, MONTH, WEEK, YEAR
from bot.search.dates.counted_times import ROUNDED
from bot.search.dates.spelt_years import ONES, TEENS, TENS
from bot.search.language.forms import Form, without
from bot.timeline.dates import DateSpan, Day, between_days, month_span, year_span

_LENGTHS = {"day": 1, "week": 7}
_KINDS = {"day": DAY, "week": WEEK, "month": MONTH, "year": YEAR}
_NUMBERS = (
    f"{' '.join((*ONES, *TEENS, TENS[0]))}|"
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать|"
    "одну две|одним двумя тремя четырьмя пятью шестью семью восемью девятью десятью|"
    "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열|일 이 삼 사 오 육 칠 팔 구 십"
)
_COUNTS = {
    word: number
    for series in _NUMBERS.split("|")
    for number, word in enumerate(series.split(), start=1)
} | {"a": 1, "an": 1, "двумя": 2, "тремя": 3}
_COUNT = rf"\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))}"
_ENGLISH = re.compile(
    r"\b(?:the )?(?P<near>next|following|previous|preceding|same|very same|that|that same)"
    r" (?P<unit>day|week|month|year)\b"
    r"|\b(?:the |a |one )?(?P<unit2>day|week|month|year) (?P<side>after|before|later|earlier)\b"
    rf"|\b(?P<count>{_COUNT}) (?P<unit3>days|weeks|months|years)"
    r" (?P<side2>after|before|later|earlier|on)\b"
)
_RUSSIAN_UNIT = r"день|дня|дней|днями|недел\w{1,3}|месяц\w{0,3}|год|года|году|годом|годами|лет"
_RUSSIAN = re.compile(
    r"\b(?:(?P<on>следующ\w+)|(?P<back>предыдущ\w+)|(?P<same>т\w{1,3}(?: же)?(?: сам\w+)?))"
    rf" (?P<unit>{_RUSSIAN_UNIT})\b"
    rf"|\b(?:через|спустя) (?:(?P<count>{_COUNT}) )?(?P<unit2>{_RUSSIAN_UNIT})\b"
    rf"|\b(?:за )?(?:(?P<count2>{_COUNT}) )?(?P<unit3>{_RUSSIAN_UNIT})"
    r" (?P<side>позже|спустя|раньше|ранее|до)\b"
)
_KOREAN = re.compile(
    rf"(?P<count>{_COUNT}) ?(?P<unit>년|해|개월|달|주|일) ?(?P<side>후|뒤|전)"
    r"|(?P<on>다음|이듬|이튿) ?(?P<unit2>해|달|날|주)|(?P<back>전) ?(?P<unit3>해|달|날|주)"
    r"|(?P<same>그|같은) ?(?P<unit4>해|달|날|주)(?!\w*외)"
)
_UNITS = {
    "д": "day", "н": "week", "м": "month", "г": "year", "л": "year",
    "년": "year", "해": "year", "개": "month", "달": "month", "주": "week", "일": "day",
    "날": "day",
}  # fmt: skip
_BACK = frozenset(("before", "earlier", "раньше", "ранее", "до", "전"))


# "That summer": the one in which it was, or else the nearest.
_SEASON_WORDS = "spring summer autumn winter весной летом осенью зимой 봄 여름 가을 겨울"
SEASONS = {word: 21 + at % 4 for at, word in enumerate(_SEASON_WORDS.split())} | {"fall": 23}
_THAT_SEASON = Form(
    r"\b(?:(?:the|that) (?:very )?same|that) (?:spring|summer|autumn|winter|fall(?=\W*$))\b"
    r"|\bт(?:ем|ой)(?: же)?(?: сам\w+)? (?:весной|летом|осенью|зимой)\b"
    r"|(?<!\w)(?:그|같은|그 ?해) ?(?:봄|여름|가을|겨울)(?:에는?|엔)?"
)
_SEASON = re.compile("|".join(SEASONS))


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days, weeks, months or years on, or back where `steps` is negative."""

    unit: str
    steps: int
    days: tuple[int, int] | None = None  # "some days later": the least and the most, signed

    def span_from(self, start: Day) -> DateSpan:
        """Return the day, week, month or year that lies so far from `start`, or its season."""
        if self.unit in SEASONS:
            return _nearest_season(start, SEASONS[self.unit])
        if self.unit == "year":
            return year_span(max(-9999, min(9999, start.year + self.steps)))
        if self.unit == "month":
            months = start.year * 12 + start.month - 1 + self.steps
            return month_span(max(-9999, min(9999, months // 12)), months % 12 + 1)
        length = _LENGTHS[self.unit]
        moved = Day.nearest_to(start.ordinal + self.steps * length)
        return between_days(moved, Day.nearest_to(moved.ordinal + length - 1))

    def about_from(self, start: Day) -> DateSpan:
        """Return the same as people count: two weeks may be some days less."""
        if self.days is not None:
            least, most = sorted(self.days)
            ends = Day.nearest_to(start.ordinal + least), Day.nearest_to(start.ordinal + most)
            return between_days(*ends)
        span = self.span_from(start)
        if self.unit != "week" or not self.steps:
            return span
        return between_days(Day.nearest_to(span.earliest.ordinal - ROUNDED), span.latest)


# Lengths that are told by other words than a number and a unit, and the same in plain ones.
_LENGTHS_BY_NAME = (
    (Form(r"\b(?:a |one )?year and a half\b"), "eighteen months"),
    (Form(r"\b(?:half a|a half|half) year\b"), "six months"),
    (Form(r"\b(?:a |one )?fortnight\b"), "two weeks"),
    (Form(r"\b(?:a|one) (day|week|month|year) or so\b"), r"about one \1"),
    (
        Form(r"\b(\w+ (?:week|month|year)s?) to the day (?=after|before|later|earlier)"),
        r"exactly \1 ",
    ),
    (Form(r"\bполгода\b"), "шесть месяцев"),
    (Form(r"\bполтора года\b"), "18 месяцев"),
)
LENGTHS = tuple(form for form, _ in _LENGTHS_BY_NAME)

# Korean has words of its own for so many days.
_KOREAN_DAYS = {
    day: number
    for number, day in enumerate("하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘".split(), 1)
} | {"보름": 15}
_KOREAN_DAY = re.compile(rf"({'|'.join(_KOREAN_DAYS)}) ?(?=후|뒤|전)")


# "A few days later", "weeks on".
SOME = {name: SOME_DAYS[kind] for name, kind in _KINDS.items()}
_SOME_LATER = Form(
    r"\b(?:(?:only|just|mere|a few|few|several|some|a couple of|couple of|within|a matter of) )*"
    r"(?P<unit>day|week|month|year)s (?P<side>after(?:wards)?|later|on|before|earlier)\b"
)


def take_some(text: str) -> tuple[Shift | None, str]:
    """Return the same for folded `text` that counts nothing: "a few days later"."""
    found = _SOME_LATER.search(text)
    if found is None:
        return None, text
    least, most = SOME[found["unit"]]
    if found["side"] in _BACK:
        return Shift(found["unit"], -1, (-least, -most)), without(text, found)
    return Shift(found["unit"], 1, (least, most)), without(text, found)


def take_season(text: str) -> tuple[Shift | None, str]:
    """Return "that summer" in folded `text`, and the text without its words."""
    found = _THAT_SEASON.search(text)
    season = _SEASON.search(found[0]) if found is not None else None
    if found is None or season is None:
        return None, text
    return Shift(season[0], 0), without(text, found)


def _nearest_season(day: Day, season: int) -> DateSpan:
    """Return the season in which a day lies, or the nearest of its name."""
    years = range(max(day.year - 1, -9999), min(day.year + 1, 9999) + 1)
    spans = (season_span(year, season) for year in years)
    return min(
        spans,
        key=lambda span: max(
            span.earliest.ordinal - day.ordinal, day.ordinal - span.latest.ordinal, 0
        ),
    )


def in_plain_units(text: str) -> str:
    """Return folded `text` with lengths of a name of their own told in numbers and units."""
    for form, plain in _LENGTHS_BY_NAME:
        text = form.sub(plain, text)
    return text


def take_shift(text: str) -> tuple[Shift | None, str]:
    """Return the step that folded `text` names, and the text without its words."""
    text = in_plain_units(text)
    text = _KOREAN_DAY.sub(lambda day: f"{_KOREAN_DAYS[day[1]]}일 ", text)
    for form, read in ((_ENGLISH, _read_english), (_RUSSIAN, _read), (_KOREAN, _read)):
        found = form.search(text)
        if found:
            return read(found.groupdict()), without(text, found)
    return None, text


def _read_english(found: dict[str, str | None]) -> Shift:
    unit = str(found["unit"] or found["unit2"] or found["unit3"]).rstrip("s")
    near = (found["near"] or "").split()
    if near and near[-1] in ("same", "that"):
        return Shift(unit, 0)
    count = _number(found["count"])
    is_back = bool(near and near[-1] in ("previous", "preceding"))
    is_back = is_back or (found["side"] or found["side2"]) in _BACK
    return Shift(unit, -count if is_back else count)


def _read(parts: dict[str, str | None]) -> Shift:
    word = next(part for name, part in parts.items() if name.startswith("unit") and part)
    unit = _UNITS[word[0]]
    if parts.get("same"):
        return Shift(unit, 0)
    count = _number(parts.get("count") or parts.get("count2"))
    is_back = bool(parts.get("back")) or parts.get("side") in _BACK
    return Shift(unit, -count if is_back else count)


def _number(word: str | None) -> int:
    if not word:
        return 1
    return int(word) if word.isdigit() else _COUNTS[word]
