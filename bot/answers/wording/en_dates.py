"""English dates."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.wording.date_wording import DateWording
from bot.answers.wording.english import join_words, ordinal
from bot.answers.wording.times import FIRST_PLAIN_YEAR, Point, Relation, TimeName
from bot.timeline.dates import Precision

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


class EnglishDates(DateWording):
    """Day before month, as in "25 April 2019"."""

    @property
    def no_date(self) -> str:
        """What stands where no date is known."""
        return "date unknown"

    def point(self, point: Point) -> str:
        """Return "25 April 2019", "about 1949", "1949 (uncertain)"."""
        label = self._plain(point)
        if point.approximate:
            label = f"about {label}"
        return f"{label} (uncertain)" if point.uncertain else label

    def _plain(self, point: Point) -> str:
        day, year = point.day, self.year_label(point.day.year)
        match point.precision:
            case Precision.DAY:
                return f"{day.day} {MONTHS[day.month - 1]} {year}"
            case Precision.MONTH:
                return f"{MONTHS[day.month - 1]} {year}"
            case Precision.SEASON:
                return f"{_SEASONS[day.month]} {year}"
            case Precision.YEAR:
                return year
        if day.year <= 0:
            return f"{year} – {self.year_label(point.last_year)}"
        if point.precision is Precision.DECADE:
            return f"{day.year}s"
        return f"{ordinal(day.year // 100 + 1)} century"

    def since(self, point: Point) -> str:
        """Return "since 1990"."""
        return f"since {self.point(point)}"

    def until(self, point: Point) -> str:
        """Return "until 1990"."""
        return f"until {self.point(point)}"

    def before(self, point: Point) -> str:
        """Return "before 1990"."""
        return f"before {self.point(point)}"

    def after(self, point: Point) -> str:
        """Return "after 1990"."""
        return f"after {self.point(point)}"

    def days(self, start: Point, end: Point) -> str:
        """Return "18–19 June 2024" or "26 July – 18 August 2001"."""
        first, last = start.day, end.day
        year = self.year_label(first.year)
        if first.month == last.month:
            return f"{first.day}–{last.day} {MONTHS[first.month - 1]} {year}"
        days = (self.day_of_year(day.month, day.day) for day in (first, last))
        return f"{' – '.join(days)} {year}"

    def months(self, start: Point, end: Point) -> str:
        """Return "January – February 2020"."""
        return f"{MONTHS[start.day.month - 1]} – {self.point(end)}"

    def interval(self, start: Point, end: Point) -> str:
        """Return "1964 – 2008"."""
        return f"{self.point(start)} – {self.point(end)}"

    def from_to(self, start: Point, end: Point) -> str:
        """Return "2019 to 2021", "May to July 2022"."""
        is_one_year = start.day.year == end.day.year and start.precision is Precision.MONTH
        begin = MONTHS[start.day.month - 1] if is_one_year else self.point(start)
        return f"{begin} to {self.point(end)}"

    def year_label(self, year: int) -> str:
        """Return "2019", "44 BCE"."""
        return str(year) if year > 0 else f"{1 - year} BCE"

    def day_of_year(self, month: int, day: int | None) -> str:
        """Return "25 April", "April"."""
        return MONTHS[month - 1] if day is None else f"{day} {MONTHS[month - 1]}"

    def times_label(self, names: Sequence[TimeName], *, is_doubtful: bool) -> str:
        """Return "2022 and 2023", "26 May and 13 September, any year"."""
        recurring = [self.day_of_year(*name.recurring) for name in names if name.recurring]
        if len(recurring) == len(names):
            return f"{join_words(recurring)}, any year"
        labels = [
            f"{self.day_of_year(*name.recurring)}, any year"
            if name.recurring
            else self.time_label(name)
            for name in names
        ]
        return join_words(labels, last="or" if is_doubtful else "and")

    def typed(self, point: Point) -> str:
        """Return "28 May 2022", "May 2022", "AD 500", "2010s"."""
        year = point.day.year
        if point.precision is Precision.YEAR and 0 < year < FIRST_PLAIN_YEAR:
            return f"AD {year}"
        return self._plain(point)


def in_time(names: Sequence[TimeName], label: str) -> str:
    """Return when nothing was: "for 2022", "for the 2010s", "since 2024"."""
    if names and names[0].relation in (
        Relation.BEFORE,
        Relation.UNTIL,
        Relation.AFTER,
        Relation.SINCE,
    ):
        return label
    if label.startswith(("since ", "until ")):
        return label
    return f"for the {label}" if label.endswith(("0s", " century")) else f"for {label}"
