"""Wording of the answers: date labels, numbers, headings, apologies."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import DateError
from bot.timeline.dates import DateSpan, Day, Precision, parse_date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_label(span: DateSpan) -> str:
    """Return `span` in words, at the precision known: "25 April 2019", "about 1949"."""
    if span.is_interval:
        return _interval_label(span)
    label = _point_label(span)
    if span.approximate:
        label = f"about {label}"
    return f"{label} (uncertain)" if span.uncertain else label


def written_date(edtf: str) -> str:
    """Return the date of a source in words, or as it is written if it is no EDTF date."""
    try:
        return date_label(parse_date(edtf)) if edtf else ""
    except DateError:
        return edtf


def _point_label(span: DateSpan) -> str:
    day = span.earliest
    year = year_label(day.year)
    match span.precision:
        case Precision.DAY:
            return f"{day.day} {MONTHS[day.month - 1]} {year}"
        case Precision.MONTH:
            return f"{MONTHS[day.month - 1]} {year}"
        case Precision.SEASON:
            return f"{_season_name(span)} {year}"
        case Precision.YEAR:
            return year
        case Precision.DECADE:
            return (
                f"{day.year}s"
                if day.year > 0
                else f"{year_label(day.year)} – {year_label(span.latest.year)}"
            )
        case Precision.CENTURY:
            return (
                _century_label(day.year)
                if day.year > 0
                else f"{year_label(day.year)} – {year_label(span.latest.year)}"
            )
    return span.edtf


def year_label(year: int) -> str:
    """Return an astronomical year as people write it: 0 is 1 BCE."""
    if year > 0:
        return str(year)
    return f"{1 - year} BCE"


def _season_name(span: DateSpan) -> str:
    return {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}[span.earliest.month]


def _century_label(year: int) -> str:
    return f"{ordinal(year // 100 + 1)} century"


def ordinal(number: int) -> str:
    """Return "1st", "2nd", "11th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


_ORDINAL_WORDS = (
    "first", "second", "third", "fourth", "fifth",
    "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


def ordinal_word(number: int) -> str:
    """Return "first", "tenth", "11th"."""
    return _ORDINAL_WORDS[number - 1] if 1 <= number <= 10 else ordinal(number)


def _interval_label(span: DateSpan) -> str:
    start, end = span.start, span.end
    if start is None and end is None:
        return "date unknown"
    if start is None:
        assert end is not None  # noqa: S101
        return f"until {date_label(end)}"
    if end is None:
        return f"since {date_label(start)}"
    exact = not (start.approximate or start.uncertain or end.approximate or end.uncertain)
    if exact and start.precision == end.precision and start.earliest.year == end.earliest.year:
        year = year_label(start.earliest.year)
        first, last = start.earliest, end.earliest
        if start.precision is Precision.DAY:
            if first.month == last.month:
                return f"{first.day}–{last.day} {MONTHS[first.month - 1]} {year}"
            return f"{_day_month(first)} – {_day_month(last)} {year}"
        if start.precision is Precision.MONTH:
            return f"{MONTHS[first.month - 1]} – {MONTHS[last.month - 1]} {year}"
    return f"{date_label(start)} – {date_label(end)}"


def _day_month(day: Day) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def count_of(number: int, noun: str, *, plural: str = "") -> str:
    """Return "1 entry" or "3 entries", with the noun in the right number."""
    if number == 1:
        return f"1 {noun}"
    many = plural or (f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s")
    return f"{number:,} {many}"


def entries(number: int) -> str:
    """Return "1 entry", "3 entries"."""
    return count_of(number, "entry")


def only_so_many(number: int) -> str:
    """Say that a page was asked for that begins beyond the last entry."""
    verb = "is" if number == 1 else "are"
    return f"There {verb} only {entries(number)}." if number else ""


def years_ago(years: int) -> str:
    """Return "1 year ago", "7 years ago", or nothing for this year."""
    return f"{count_of(years, 'year')} ago" if years > 0 else ""


NOTHING_FOUND = "I do not know: nothing in the timeline answers that."
NOTHING_IN_PERIOD = "Nothing is recorded {label}."
NOTHING_ABOUT_IT = "I do not know: nothing that fits is recorded {label}."
NOT_SURE = "I am not sure."
NONE_SO_HIGH = "I know of no {ordinal}."
TOO_LONG = "That was a long text; only its beginning was read."
NO_WORDS = "Ask me about the timeline in words, or send “help” for examples."
NO_SUCH_EVENT = "There is no entry with the id “{id}”."
DID_YOU_MEAN_ID = "Did you mean “{id}”?"
EMPTY_TIMELINE = "The timeline is empty, so there is nothing to answer from."
NOTHING_TODAY = "No entry is dated exactly {label}, in any year."
THIS_IS_RECORDED = "This is recorded:"
NEWEST = "The newest entries, newest first:"
NO_SUCH_DAY = "There is no such day: {month} has {days} days."
NO_SUCH_MONTH = "There is no month {month}: a year has 12."


def nearest_note(number: int, *, is_unrelated: bool) -> str:
    """Introduce the nearest entries; `is_unrelated` warns that they may not be meant."""
    lead = "The nearest entry" if number == 1 else "The nearest entries"
    return f"{lead}, which may be about something else:" if is_unrelated else f"{lead}:"


def nearest_in_time_note(*, is_before: bool, is_after: bool) -> str:
    """Introduce the nearest entries on either side of a time."""
    if is_before and is_after:
        return "The nearest entries before and after:"
    if not is_before and not is_after:
        return ""
    return f"The nearest entry {'before' if is_before else 'after'}:"


MOST_NAMED = 5  # times, names or words in one sentence; nobody reads a longer list


def join_words(words: Sequence[str], *, last: str = "and") -> str:
    """Return words as a list in prose: "a, b and c"; of many, how many more there are."""
    if len(words) < 2:
        return "".join(words)
    if len(words) > MOST_NAMED:
        words = [*words[: MOST_NAMED - 1], f"{len(words) - MOST_NAMED + 1:,} more"]
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def period_heading(label: str, total: int) -> str:
    """Return the heading over the entries of a period."""
    return f"{label[:1].upper()}{label[1:]}: {entries(total)}"


def nothing_recorded(label: str, *, is_worded: bool = False) -> str:
    """Say that a period is empty; `is_worded` tells that more than a time was asked for."""
    if label.startswith(("since ", "until ", "before ", "after ")):
        when = label
    else:
        has_article = label.endswith(("0s", " century"))
        when = f"for the {label}" if has_article else f"for {label}"
    return (NOTHING_ABOUT_IT if is_worded else NOTHING_IN_PERIOD).format(label=when)


def same_date_heading(grain: str, total: int) -> str:
    """Return the heading where the entry right below begins with the very same date."""
    return f"{entries(total)} for that {grain}"


def count_heading(number: int) -> str:
    """Return the heading over counted entries; the number leads."""
    return "1 entry:" if number == 1 else f"{entries(number)}, in order of time:"


def several_heading(number: int) -> str:
    """Return the heading over several entries that all fit."""
    return f"{entries(number)} that fit, best first:"


def choices_heading(number: int, *, most: int) -> str:
    """Return the heading over entries that may be meant, `most` of which can be chosen from."""
    if number > most:
        return f"{entries(number)} mention this; the first ones:"
    meant = "this" if number == 1 else "one of these"
    return f"{NOT_SURE} Did you mean {meant}?"


def coverage(number: int, years: tuple[str, str]) -> str:
    """Return how much is recorded: "421 entries, 1945 to 2026"."""
    first, last = years
    if not first:
        return entries(number)
    return (
        f"{entries(number)}, {first} to {last}" if first != last else f"{entries(number)}, {first}"
    )


def searched_for(corrections: Sequence[tuple[str, str]]) -> str:
    """Say which words were read differently from how they were typed."""
    used = [f"“{word}”" for _, word in corrections[:3]]
    return f"Searched for {join_words(used)}." if used else ""
