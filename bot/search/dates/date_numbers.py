"""What digits mean: years, dates and ranges in digits alone, or numbers that are none of them."""

from __future__ import annotations

import re
from datetime import date

from bot.search.dates.calendar_spans import (
    Recurring,
    decades,
    existing_days,
    has_day,
    near_year,
    range_of,
)
from bot.search.dates.calendar_words import WORDS
from bot.search.dates.date_rules import (
    CLEARABLE,
    INFLECTED,
    LATENT,
    OPAQUE,
    READING,
    SURE,
    Token,
    reading,
)
from bot.search.dates.short_years import is_inflected_year, is_short_year
from bot.timeline.dates import DateSpan, month_span, parse_date, year_span

EARLIEST_YEAR, LATEST_YEAR = 1000, 2999  # four digits outside of this are never a bare year
COMPACT = 8  # digits of "20190425"; such a number of other centuries is none of a day
_THESE_CENTURIES = ("18", "19", "20")
MONTHS, MOST_DAYS = 12, 31
FORESIGHT = 30  # a bare number this many years ahead of today is more likely a number
PART_OF_YEAR = r"(?:[qh][1-4]|[1-4][qh])(?![^\W_])"  # "Q3", "2H"

_YMD = re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})")
_XXY = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_YM = re.compile(r"([12][0-9]{3})[-./]([0-9]{1,2})")
_MY = re.compile(r"([0-9]{1,2})[-./]([12][0-9]{3})")
_XX = re.compile(r"([0-9]{1,2})([-./~])([0-9]{1,2})")
_NAMED_DAY = re.compile(r"([0-9]{1,2})[·・‧]([0-9]{1,2})")  # "9·19", a day as a name
_RANGE_MARKS = ("...", "..", "~", "/", "-")
_LONGEST_NUMERIC = 24  # two full dates and what parts them
_CLOCK = re.compile(r"t[0-9]{1,2}:?[0-9]{2}\S{0,20}")
_MONEY = frozenset("$€£¥₽₩+=@\\")
_GLUE = frozenset("-/._:")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]{1,12}$")
_LETTERS_AFTER = re.compile(r"-?([^\W\d_가-힣]{1,12})")
_PART_AFTER = re.compile(PART_OF_YEAR)
_ENDINGS = frozenset({"s", "st", "nd", "rd", "th"})
_MAY_TOUCH = frozenset(
    "month maymonth season part edge bc ad century yearword unit units since until pre post "
    "now".split()
)


def read_number(found: re.Match[str], plain: str, *, written: str, today: date) -> Token:
    """Return the token of a `number` and its `suffix`, found in a text folded to `plain`."""
    start, end, number, suffix = found.start(), found.end(), found["number"], found["suffix"]
    opaque = Token(OPAQUE, start, end)
    clock = _CLOCK.match(plain, end)
    if clock and number.count("-") == 2:
        end = clock.end()
    elif len(number) > _LONGEST_NUMERIC or plain.startswith(("%", "‰", "°"), end):
        return opaque
    glue = _glue_before(plain, start)
    if glue == LATENT and (plain[start - 1] in _MONEY or not number.isdigit() or len(number) != 4):
        return opaque
    if suffix:
        if not number.isdigit():
            return opaque
        if is_inflected_year(number, suffix, plain, found.span()):
            return opaque._replace(symbol="year", value=near_year(int(number), today))
        return _suffixed(int(number[:9]), suffix, opaque, today)
    if end == found.end() and not _stands_free(plain, end, is_year=len(number) == 4):
        return opaque
    if len(number) == 2 and number.isdigit() and is_short_year(number, plain, start, end):
        return opaque._replace(symbol="year", value=near_year(int(number), today))
    named = _NAMED_DAY.fullmatch(written, start, end)
    if named and has_day(int(named[1]), int(named[2])):
        day = reading(recurring=(int(named[1]), int(named[2])), doubt=LATENT)
        return day._replace(start=start, end=end) if day else opaque
    is_dash = "–" in written[start:end] or "—" in written[start:end]
    token = _bare(number, today) or _date(number, today, is_dash=is_dash) or _range(number, today)
    return token._replace(start=start, end=end, doubt=max(token.doubt, glue)) if token else opaque


def _glue_before(plain: str, start: int) -> int:
    """Return how what touches a number on the left makes its date doubtful."""
    if start == 0:
        return SURE
    before = plain[start - 1]
    if before in _MONEY or (before == "~" and plain[max(0, start - 2) : start - 1].isalnum()):
        return LATENT
    place = start
    if before in _GLUE:
        place -= 1
        if place == 0 or not plain[place - 1].isalnum():
            return LATENT if before == ":" or (before == "." and place) else SURE
    elif not before.isalnum() or "가" <= before <= "힣":
        return SURE
    letters = _LETTERS_BEFORE.search(plain, max(0, place - 13), place)
    if before == "-" and letters and letters[0] in _ENDINGS:
        return SURE  # "4th-6th", "60s-80s"
    return SURE if letters and _may_touch(letters[0]) else LATENT


def _stands_free(plain: str, end: int, *, is_year: bool) -> bool:
    """Whether what touches a number on the right leaves it a number of its own."""
    after = plain[end : end + 1]
    if after in ("/", "\\", "=", "@"):
        return not plain[end + 1 : end + 2].isalnum()
    letters = _LETTERS_AFTER.match(plain, end)
    if not letters:
        return after != "-" or not plain[end + 1 : end + 2].isdigit()
    is_joined = is_year and (after == "-" or _PART_AFTER.match(plain, end) is not None)
    return is_joined or _may_touch(letters[1])


def _may_touch(word: str) -> bool:
    return word in WORDS and WORDS[word][0] in _MAY_TOUCH


def _suffixed(number: int, suffix: str, opaque: Token, today: date) -> Token:
    suffix = suffix.lstrip("-'")
    if suffix == "ish":
        is_year = EARLIEST_YEAR <= number <= LATEST_YEAR
        about = [parse_date(f"{number - 1}/{number + 1}")] if is_year else []
        return opaque._replace(symbol=READING, spans=tuple(about)) if about else opaque
    if suffix in ("s", "е", "х", "ые", "ых", "ми") and number < 3000:
        if number % 10 == 0 and (number >= EARLIEST_YEAR or number < 100):
            return opaque._replace(symbol=READING, spans=decades(number))
        if number >= EARLIEST_YEAR:
            return opaque._replace(symbol="year", value=number)
    if EARLIEST_YEAR <= number <= LATEST_YEAR and suffix in ("го", "м", "й", "ого", "ом", "му"):
        return opaque._replace(symbol="year", value=number)
    if 32 <= number < 100 and suffix in ("го", "м", "й"):
        return opaque._replace(symbol="year", value=near_year(number, today))
    if 1 <= number <= 31 and suffix not in ("s", "х", "ых"):
        is_inflected = not suffix.isascii()
        return opaque._replace(symbol="ordinal", value=number, extra=INFLECTED * is_inflected)
    return opaque


def _bare(number: str, today: date) -> Token | None:
    if number.isdigit() and len(number) == COMPACT and number[:2] in _THESE_CENTURIES:
        return reading(existing_days((int(number[:4]), int(number[4:6]), int(number[6:]))))
    if not number.isdigit() or len(number) > 4:
        return None
    value = int(number)
    if len(number) == 4 and EARLIEST_YEAR <= value <= LATEST_YEAR:
        is_far = value > today.year + FORESIGHT or value == EARLIEST_YEAR
        return Token("year", value=value, doubt=CLEARABLE if is_far else SURE)
    if len(number) > 2:
        return Token("number", value=value)
    return Token("day" if 1 <= value <= 31 else "two", value=value)


def _date(number: str, today: date, *, is_dash: bool = False) -> Token | None:
    if found := _YMD.fullmatch(number):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        return reading(existing_days((year, month, day)) or _month(year, month))
    if found := _XXY.fullmatch(number):
        return _day_first_or_month_first(found, today)
    if found := _YM.fullmatch(number):
        year, month = int(found[1]), int(found[2])
        spans = () if is_dash else _month(year, month)
        if spans and "-" in number and len(found[2]) == 2 and month == (year + 1) % 100:
            years = range_of(year_span(year), year_span(year + 1), today=today)
            spans = (*spans, years)
        return reading(spans)
    if found := _MY.fullmatch(number):
        return reading(_month(int(found[2]), int(found[1])))
    found = _XX.fullmatch(number)
    return _day_of_any_year(found) or _two_days(found) if found else None


def _day_first_or_month_first(found: re.Match[str], today: date) -> Token | None:
    first, mark, last, year = int(found[1]), found[2], int(found[3]), int(found[4])
    if len(found[4]) == 2:
        year = near_year(year, today)
        if mark == "-":
            return None  # part of a telephone number
        if mark == "." and len(found[0]) < len("25.04.19"):
            # As likely a version, unless something says that a day is meant: the 29th, say.
            doubt = CLEARABLE if first <= MONTHS else SURE
            return reading(existing_days((year, last, first)), doubt=doubt)
    spans = existing_days((year, last, first))
    if not spans or mark != ".":
        spans = tuple(dict.fromkeys((*spans, *existing_days((year, first, last)))))
    return reading(spans or _month(year, last))


def _day_of_any_year(found: re.Match[str]) -> Token | None:
    first, mark, last = int(found[1]), found[2], int(found[3])
    if mark not in "./" or found[0] == "24/7":
        return None
    orders = [(m, d) for d, m in ((first, last), (last, first)) if has_day(m, d)]
    if mark == ".":
        orders = orders[:1] if len(found[3]) == 2 else []
    if not orders:
        return None
    is_certain = len(set(orders)) == 1 and mark == "/"
    doubt = CLEARABLE if is_certain or len(found[0]) == 5 else LATENT
    return reading(recurring=orders[0], doubt=doubt)


def _two_days(found: re.Match[str]) -> Token | None:
    """Read "14/15", which is no day of any month, as two days of one that follows."""
    first, last = int(found[1]), int(found[3])
    is_pair = found[2] == "/" and 1 <= first < last <= MOST_DAYS
    return Token("dayrange", value=first * 100 + last) if is_pair else None


def _month(year: int, month: int) -> tuple[DateSpan, ...]:
    is_month = EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= month <= 12
    return (month_span(year, month),) if is_month else ()


def _range(number: str, today: date) -> Token | None:
    for mark in _RANGE_MARKS:
        parts = number.split(mark)
        if len(parts) != 2:
            continue
        first, last = (_bare(part, today) or _date(part, today) for part in parts)
        if not first or not last:
            continue
        if first.symbol == last.symbol == "day" and mark in "~-":
            return Token("dayrange", value=first.value * 100 + last.value)
        if first.symbol == "year" and last.symbol in ("day", "two"):
            last = Token("year", value=first.value - first.value % 100 + last.value)
            if last.value <= first.value:
                return None
        begin, end = _time(first), _time(last)
        if begin and end:
            return reading([range_of(begin, end, today=today)])
    return None


def _time(token: Token) -> DateSpan | Recurring | None:
    if token.symbol == "year":
        return year_span(token.value)
    return token.recurring or next(iter(token.spans), None)
