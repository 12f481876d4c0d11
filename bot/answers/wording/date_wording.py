"""How dates and times are put into words: the rules that all languages share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from bot.answers.wording.times import Point, Relation, TimeName
from bot.errors import DateError
from bot.timeline.dates import DateSpan, Precision, parse_date

_OWN_CENTURY = 2000  # whose "2000s" are read as its first decade
_LEAST_READ = 100  # a year of fewer digits is read in English alone


class DateWording(ABC):
    """Dates at the precision known, and the names of times that were asked for."""

    def date_label(self, span: DateSpan) -> str:
        """Return `span` in words, at the precision known: "25 April 2019", "about 1949"."""
        if not span.is_interval:
            return self.point(Point.of(span))
        if span.start is None and span.end is None:
            return self.no_date
        if span.start is None or span.end is None:
            return self._half_open(span)
        start, end = Point.of(span.start), Point.of(span.end)
        is_exact = start.is_exact and end.is_exact and start.precision == end.precision
        if is_exact and start.day.year == end.day.year:
            if start.precision is Precision.DAY:
                return self.days(start, end)
            if start.precision is Precision.MONTH:
                return self.months(start, end)
        return self.interval(start, end)

    def _half_open(self, span: DateSpan) -> str:
        if span.start is None:
            assert span.end is not None  # noqa: S101
            return self.until(Point.of(span.end))
        return self.since(Point.of(span.start))

    def written_date(self, edtf: str) -> str:
        """Return the date of a source in words, or as it is written if it is no EDTF date."""
        try:
            return self.date_label(parse_date(edtf)) if edtf else ""
        except DateError:
            return edtf

    def time_label(self, name: TimeName) -> str:
        """Return what one time is called, which is not a recurring one."""
        if name.span is not None:
            return self.date_label(name.span)
        assert name.start is not None  # noqa: S101
        if name.end is not None:
            return self.from_to(name.start, name.end)
        by_relation = {
            Relation.BEFORE: self.before,
            Relation.UNTIL: self.until,
            Relation.AFTER: self.after,
            Relation.SINCE: self.since,
        }
        return by_relation.get(name.relation, self.point)(name.start)

    @property
    @abstractmethod
    def no_date(self) -> str:
        """What stands where no date is known."""

    @abstractmethod
    def point(self, point: Point) -> str:
        """Return a date: "25 April 2019", "about 1949", "1949 (uncertain)"."""

    @abstractmethod
    def since(self, point: Point) -> str:
        """Return "since 1990"."""

    @abstractmethod
    def until(self, point: Point) -> str:
        """Return "until 1990", which takes that year in."""

    @abstractmethod
    def before(self, point: Point) -> str:
        """Return "before 1990"."""

    @abstractmethod
    def after(self, point: Point) -> str:
        """Return "after 1990"."""

    @abstractmethod
    def days(self, start: Point, end: Point) -> str:
        """Return two days of one year: "18–19 June 2024"."""

    @abstractmethod
    def months(self, start: Point, end: Point) -> str:
        """Return two months of one year: "January – February 2020"."""

    @abstractmethod
    def interval(self, start: Point, end: Point) -> str:
        """Return any other interval of a curated date: "1964 – 2008"."""

    @abstractmethod
    def from_to(self, start: Point, end: Point) -> str:
        """Return a stretch of whole months or years that was asked for: "2019 to 2021"."""

    @abstractmethod
    def year_label(self, year: int) -> str:
        """Return an astronomical year as people write it: 0 is 1 BCE."""

    @abstractmethod
    def day_of_year(self, month: int, day: int | None) -> str:
        """Return a day of no certain year, or a month: "25 April", "April"."""

    @abstractmethod
    def times_label(self, names: Sequence[TimeName], *, is_doubtful: bool) -> str:
        """Return what several times are called; doubtful ones are readings of one date."""

    def asked(self, point: Point) -> str:
        """Return a day, month, year or decade as somebody types it, so that it is understood."""
        year = point.day.year
        if point.precision is Precision.DECADE and year % 100 == 0 and year != _OWN_CENTURY:
            return self.asked_years(year, year + 9)  # "1900s" may be the whole century
        if point.precision is Precision.YEAR and 0 < year < _LEAST_READ:
            return f"AD {year}"
        return self.typed(point)

    @abstractmethod
    def typed(self, point: Point) -> str:
        """Return a day, month, year or decade as somebody types it in this language."""

    def asked_years(self, first: int, last: int) -> str:
        """Return several years as somebody types them."""
        return f"{first}..{last}"
