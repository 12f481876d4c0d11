"""Russian dates, in the case that their preposition asks for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from bot.answers.wording.date_wording import DateWording
from bot.answers.wording.russian import join_words
from bot.answers.wording.times import FIRST_PLAIN_YEAR, Point, Relation, TimeName
from bot.timeline.dates import Precision


class Case(IntEnum):
    """The cases that dates stand in."""

    NOMINATIVE = 0
    GENITIVE = 1
    ACCUSATIVE = 2
    PREPOSITIONAL = 3


MONTHS = tuple(
    tuple(forms.split())
    for forms in (
        "январь января январь январе",
        "февраль февраля февраль феврале",
        "март марта март марте",
        "апрель апреля апрель апреле",
        "май мая май мае",
        "июнь июня июнь июне",
        "июль июля июль июле",
        "август августа август августе",
        "сентябрь сентября сентябрь сентябре",
        "октябрь октября октябрь октябре",
        "ноябрь ноября ноябрь ноябре",
        "декабрь декабря декабрь декабре",
    )
)
_SEASONS = {
    3: ("весна", "весны", "весну", "весне"),
    6: ("лето", "лета", "лето", "лете"),
    9: ("осень", "осени", "осень", "осени"),
    12: ("зима", "зимы", "зиму", "зиме"),
}
_DECADE_ENDINGS = ("е", "х", "е", "х")
_CENTURIES = ("век", "века", "век", "веке")
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Return a number from 1 to 100 or so in Roman figures, as centuries are counted."""
    made = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        made += letters * times
    return made


class RussianDates(DateWording):
    """Days in the genitive, a short «г.» behind every year."""

    @property
    def no_date(self) -> str:
        """What stands where no date is known."""
        return "дата неизвестна"

    def point(self, point: Point) -> str:
        """Return "25 апреля 2019 г.", "около 1949 г.", "1949 г. (предположительно)"."""
        if point.approximate:
            return _doubted(f"около {self.in_case(point, Case.GENITIVE)}", point)
        return _doubted(self.in_case(point, Case.NOMINATIVE), point)

    def in_case(self, point: Point, case: Case) -> str:
        """Return a date in a case, without the marks of doubt."""
        day, year = point.day, self.year_label(point.day.year)
        match point.precision:
            case Precision.DAY:
                return f"{self.day_of_year(day.month, day.day)} {year}"
            case Precision.MONTH:
                return f"{MONTHS[day.month - 1][case]} {year}"
            case Precision.SEASON:
                return f"{_SEASONS[day.month][case]} {year}"
            case Precision.YEAR:
                return year
        if day.year <= 0:
            return self._years(day.year, point.last_year)
        if point.precision is Precision.DECADE:
            return f"{day.year}-{_DECADE_ENDINGS[case]} гг."
        return f"{roman(day.year // 100 + 1)} {_CENTURIES[case]}"

    def _years(self, first: int, last: int) -> str:
        if first > 0:
            return f"{first}–{last} гг."
        if last <= 0:
            return f"{1 - first}–{1 - last} гг. до н. э."
        return f"{self.year_label(first)} – {self.year_label(last)}"

    def since(self, point: Point) -> str:
        """Return "с 1990 г."."""
        return self._reckoned("с", point, case=Case.GENITIVE)

    def until(self, point: Point) -> str:
        """Return "по 1990 г.", which takes that year in."""
        return self._reckoned("по", point, case=Case.ACCUSATIVE)

    def before(self, point: Point) -> str:
        """Return "до 1990 г."."""
        return self._reckoned("до", point, case=Case.GENITIVE)

    def after(self, point: Point) -> str:
        """Return "после 1990 г."."""
        return self._reckoned("после", point, case=Case.GENITIVE)

    def _reckoned(self, preposition: str, point: Point, *, case: Case) -> str:
        about = "примерно " if point.approximate else ""
        return _doubted(f"{about}{preposition} {self.in_case(point, case)}", point)

    def days(self, start: Point, end: Point) -> str:
        """Return "18–19 июня 2024 г." or "26 июля – 18 августа 2001 г."."""
        first, last = start.day, end.day
        if first.month == last.month:
            return f"{first.day}–{self.point(end)}"
        return f"{self.day_of_year(first.month, first.day)} – {self.point(end)}"

    def months(self, start: Point, end: Point) -> str:
        """Return "январь – февраль 2020 г."."""
        return f"{MONTHS[start.day.month - 1][Case.NOMINATIVE]} – {self.point(end)}"

    def interval(self, start: Point, end: Point) -> str:
        """Return "1964–2008 гг."."""
        is_plain = start.is_exact and end.is_exact
        if is_plain and start.precision == end.precision == Precision.YEAR:
            return self._years(start.day.year, end.day.year)
        return f"{self.point(start)} – {self.point(end)}"

    def from_to(self, start: Point, end: Point) -> str:
        """Return "2019–2021 гг.", "май – июль 2022 г."."""
        if start.precision is Precision.MONTH and start.day.year == end.day.year:
            return self.months(start, end)
        return self.interval(start, end)

    def year_label(self, year: int) -> str:
        """Return "2019 г.", "44 г. до н. э."."""
        return f"{year} г." if year > 0 else f"{1 - year} г. до н. э."

    def day_of_year(self, month: int, day: int | None) -> str:
        """Return "25 апреля", "апрель"."""
        forms = MONTHS[month - 1]
        return forms[Case.NOMINATIVE] if day is None else f"{day} {forms[Case.GENITIVE]}"

    def times_label(self, names: Sequence[TimeName], *, is_doubtful: bool) -> str:
        """Return "2022 г. и 2023 г.", "26 мая и 13 сентября любого года"."""
        recurring = [self.day_of_year(*name.recurring) for name in names if name.recurring]
        if len(recurring) == len(names):
            return f"{join_words(recurring)} любого года"
        labels = [self._named(name) for name in names]
        return join_words(labels, last="или" if is_doubtful else "и")

    def _named(self, name: TimeName) -> str:
        if name.recurring:
            return f"{self.day_of_year(*name.recurring)} любого года"
        return self.time_label(name)

    def within(self, name: TimeName) -> str:
        """Return when nothing was: "за 2022 г.", "за зиму 1950 г.", "с 2024 г."."""
        if name.relation not in (Relation.IN, Relation.EVERY_YEAR):
            return self._named(name)
        span = name.span
        if span is None or span.is_interval:
            label = self._named(name)
            is_half_open = span is not None and (span.is_open_start or span.is_open_end)
            return label if is_half_open else f"за {label}"
        point = Point.of(span)
        if point.approximate:
            return f"за время {self.point(point)}"
        return _doubted(f"за {self.in_case(point, Case.ACCUSATIVE)}", point)

    def typed(self, point: Point) -> str:
        """Return "28 мая 2022", "май 2022", "2010-е", "500 г."."""
        day = point.day
        match point.precision:
            case Precision.DAY:
                return f"{self.day_of_year(day.month, day.day)} {day.year}"
            case Precision.MONTH:
                return f"{self.day_of_year(day.month, None)} {day.year}"
            case Precision.DECADE:
                return f"{day.year}-е"
        if day.year <= 0:
            return f"{1 - day.year} BCE"  # the grammar of dates reads no «до н. э.»
        return str(day.year) if day.year >= FIRST_PLAIN_YEAR else f"{day.year} г."


def _doubted(label: str, point: Point) -> str:
    return f"{label} (предположительно)" if point.uncertain else label
