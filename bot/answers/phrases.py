"""All wording of the answers: date labels, headings, apologies, help."""

from __future__ import annotations

from collections.abc import Sequence

from bot.timeline.dates import DateSpan, Day, Precision

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def date_label(span: DateSpan) -> str:
    """Return `span` in words, at the precision known: "25 April 2019", "about 1949"."""
    if span.is_interval:
        return _interval_label(span)
    label = _point_label(span)
    if span.approximate:
        label = f"about {label}"
    return f"{label} (uncertain)" if span.uncertain else label


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


def years_ago(years: int) -> str:
    """Return "1 year ago", "7 years ago", or nothing for this year."""
    return f"{count_of(years, 'year')} ago" if years > 0 else ""


def period_heading(label: str, total: int) -> str:
    """Return the heading over the entries of a period."""
    return f"{label}: {entries(total)}"


NOTHING_FOUND = "I do not know: nothing in the timeline answers that."
NOTHING_FOUND_NEAREST = "The nearest entries, which may be about something else:"
NOTHING_IN_PERIOD = "Nothing is recorded for {label}."
NOTHING_ABOUT_IT = "I do not know: nothing that fits is recorded for {label}."
NEAREST_IN_TIME = "The nearest entries before and after:"
DID_YOU_MEAN = "I am not sure. Did you mean one of these?"
TOO_LONG = "That was a long text; only its beginning was read."
NO_WORDS = "Ask me about the timeline in words, or send “help” for examples."
NO_SUCH_EVENT = "There is no entry with the id “{id}”."
EMPTY_TIMELINE = "The timeline is empty, so there is nothing to answer from."
NOTHING_TODAY = "Nothing is recorded for {label} of any year."


def help_lines(command: str) -> tuple[str, ...]:
    """Return what the bot can be asked, a line each; `command` is the slash command."""
    return (
        "Mention me in a channel or write to me directly, in your own words.",
        f"{command} 2022, {command} May 2022, {command} 2022-05-26, {command} 2019..2021, "
        f"{command} 2010s: everything recorded for that time.",
        f"{command} today: what happened on this day. {command} random: any entry. "
        f"{command} id EVENT-ID: one entry.",
        "I show entries exactly as they were curated, with their sources. "
        "I say so when I do not know.",
    )


def join_words(words: Sequence[str]) -> str:
    """Return words as a list in prose: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


THIS_IS_RECORDED = "This is recorded:"


def count_heading(number: int) -> str:
    """Return the heading over counted entries; the number leads."""
    return f"{entries(number)}, in order of time:"


def several_heading(number: int) -> str:
    """Return the heading over several entries that all fit."""
    return f"{entries(number)} that fit, best first:"


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
