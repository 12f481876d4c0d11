"""Korean dates."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.wording.date_wording import DateWording
from bot.answers.wording.korean import join_words
from bot.answers.wording.times import Point, Relation, TimeName
from bot.timeline.dates import Precision

_SEASONS = {3: "봄", 6: "여름", 9: "가을", 12: "겨울"}
_NAMED_BY_NUMBER = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})


class KoreanDates(DateWording):
    """Year, month, day, as in "2019년 4월 25일"."""

    @property
    def no_date(self) -> str:
        """What stands where no date is known."""
        return "날짜 미상"

    def point(self, point: Point) -> str:
        """Return "2019년 4월 25일", "1949년경", "1949년 (불확실)"."""
        return _doubted(self._about(point), point)

    def _about(self, point: Point) -> str:
        label = self._plain(point)
        if not point.approximate:
            return label
        return f"{label}경" if point.precision in _NAMED_BY_NUMBER else f"{label} 무렵"

    def _plain(self, point: Point) -> str:
        day, year = point.day, self.year_label(point.day.year)
        match point.precision:
            case Precision.DAY:
                return f"{year} {day.month}월 {day.day}일"
            case Precision.MONTH:
                return f"{year} {day.month}월"
            case Precision.SEASON:
                return f"{year} {_SEASONS[day.month]}"
            case Precision.YEAR:
                return year
        if day.year <= 0:
            return self._years(day.year, point.last_year)
        if point.precision is Precision.DECADE:
            return f"{day.year}년대"
        return f"{day.year // 100 + 1}세기"

    def _years(self, first: int, last: int) -> str:
        if first > 0:
            return f"{first}~{last}년"
        if last <= 0:
            return f"기원전 {1 - first}~{1 - last}년"
        return f"{self.year_label(first)}~{self.year_label(last)}"

    def since(self, point: Point) -> str:
        """Return "1990년부터"."""
        return _doubted(f"{self._about(point)}부터", point)

    def until(self, point: Point) -> str:
        """Return "1990년까지"."""
        return _doubted(f"{self._about(point)}까지", point)

    def before(self, point: Point) -> str:
        """Return "1990년 이전"."""
        return _doubted(f"{self._about(point)} 이전", point)

    def after(self, point: Point) -> str:
        """Return "1990년 이후"."""
        return _doubted(f"{self._about(point)} 이후", point)

    def days(self, start: Point, end: Point) -> str:
        """Return "2024년 6월 18~19일" or "2001년 7월 26일~8월 18일"."""
        first, last = start.day, end.day
        if first.month == last.month:
            return f"{self.year_label(first.year)} {first.month}월 {first.day}~{last.day}일"
        return f"{self.point(start)}~{last.month}월 {last.day}일"

    def months(self, start: Point, end: Point) -> str:
        """Return "2020년 1~2월"."""
        return f"{self.year_label(start.day.year)} {start.day.month}~{end.day.month}월"

    def interval(self, start: Point, end: Point) -> str:
        """Return "1964~2008년"."""
        is_plain = start.is_exact and end.is_exact
        if is_plain and start.precision == end.precision == Precision.YEAR:
            return self._years(start.day.year, end.day.year)
        return f"{self.point(start)}~{self.point(end)}"

    def from_to(self, start: Point, end: Point) -> str:
        """Return "2019~2021년", "2022년 5~7월"."""
        if start.precision is Precision.MONTH and start.day.year == end.day.year:
            return self.months(start, end)
        return self.interval(start, end)

    def year_label(self, year: int) -> str:
        """Return "2019년", "기원전 44년"."""
        return f"{year}년" if year > 0 else f"기원전 {1 - year}년"

    def day_of_year(self, month: int, day: int | None) -> str:
        """Return "4월 25일", "4월"."""
        return f"{month}월" if day is None else f"{month}월 {day}일"

    def times_label(self, names: Sequence[TimeName], *, is_doubtful: bool) -> str:
        """Return "2022년과 2023년", "매년 5월 26일과 9월 13일"."""
        recurring = [self.day_of_year(*name.recurring) for name in names if name.recurring]
        if len(recurring) == len(names):
            return f"매년 {join_words(recurring)}"
        return join_words([self._named(name) for name in names], is_choice=is_doubtful)

    def _named(self, name: TimeName) -> str:
        if name.recurring:
            return f"매년 {self.day_of_year(*name.recurring)}"
        return self.time_label(name)

    def within(self, names: Sequence[TimeName], *, is_doubtful: bool) -> str:
        """Return when nothing was: "2022년에는", "1990년부터는"."""
        label = self.times_label(names, is_doubtful=is_doubtful)
        last = names[-1] if names else TimeName()
        is_open = last.span is not None and (last.span.is_open_start or last.span.is_open_end)
        if is_open or last.relation in (Relation.SINCE, Relation.UNTIL):
            return f"{label}는"
        return f"{label}에는"

    def typed(self, point: Point) -> str:
        """Return "2022년 5월 28일", "2022년 5월", "2022년", "2010년대"."""
        return self._plain(point)


def _doubted(label: str, point: Point) -> str:
    return f"{label} (불확실)" if point.uncertain else label
