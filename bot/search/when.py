"""Date phrases in a question to `DateSpan`, given `today`; English, Russian and Korean.

The text becomes tokens, each with a symbol of the grammar; words without a meaning here are
opaque. Passes then replace runs of tokens by what they mean, from the inside out: years and
relative times, dates, words that stand alone, parts of periods, ranges, prepositions. Every
pattern has a bounded length, so the work grows with the length of the text and no faster.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.search.calendar_spans import (
    Recurring,
    decades,
    existing_days,
    has_day,
    in_year,
    last_met,
    latest_year,
    months_span,
    near_year,
    part_of,
    period,
    range_of,
    season_span,
    seasons_named,
    shifted,
    stretch_of,
    years_span,
)
from bot.search.calendar_words import DAY, END, FIRST_HALF, SECOND_HALF, THIS_DAY, YEAR
from bot.search.date_context import deny_numbers, mend_months
from bot.search.date_rules import (
    CLEARABLE,
    LATENT,
    OPAQUE,
    READING,
    SURE,
    Found,
    Grammar,
    Token,
    reading,
)
from bot.search.date_tokens import read_tokens
from bot.timeline.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    DateSpan,
    Day,
    Precision,
    between_days,
    day_span,
    month_span,
    year_span,
)

FEW = (2, 5)  # how many "a few" may be
LONGEST_PERIOD = 80  # characters that name one period and nothing else; keeps noise out
MOST_LISTED = 12  # periods of one enumeration, "2016, 2017 and 2018"

_WEEKDAY, _EDGE = 2, 1  # what `extra` of a reading tells of its making
_LISTING, _LISTING_LAST = frozenset({"comma", "and", "or", "hand"}), frozenset({"and", "or"})
_ANCHORS = frozenset(
    "year month maymonth holiday weekday season reading day unit units yearword century relative "
    "quarter bc ad decademark ordinal roman".split()
)  # without one of these there is no date


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words that name a time: where they stand, and what they may mean.

    `spans` are its readings, any of which may be meant: of a doubtful date, or of a list.
    It is empty where `recurring` names a month, or a day of a month, of any year. A latent
    phrase only might be a date.
    """

    start: int
    end: int
    spans: tuple[DateSpan, ...]
    recurring: Recurring | None
    is_latent: bool


def find_phrases(text: str, *, today: date) -> tuple[DatePhrase, ...]:
    """Return the date phrases of `text` in order, never overlapping; never raises."""
    tokens = deny_numbers(read_tokens(text, today=today))
    if not any(token.symbol in _ANCHORS for token in tokens):
        return ()
    if len(tokens) == 1 and tokens[0].symbol == "day" and tokens[0].end - tokens[0].start == 2:
        tokens.insert(0, Token("on", tokens[0].start, tokens[0].start))
    tokens = mend_months(tokens, text)
    for grammar in (_YEARS, _DATES, _ALONE, _PARTS, _RANGES):
        tokens = grammar.reduce(tokens, today=today)
    tokens = _PREPOSITIONS.reduce(_listed(tokens), today=today)
    return tuple(
        DatePhrase(
            token.start,
            token.end,
            () if token.recurring else token.spans,
            token.recurring,
            is_latent=token.doubt > SURE,
        )
        for token in tokens
        if token.symbol == READING
    )


def read_period(text: str, *, today: date) -> DateSpan | Recurring | None:
    """Return the one period that the whole of `text` names, or None."""
    bare = text.strip(" \t\n?!.,;\"'()")
    if len(bare) > LONGEST_PERIOD or (bare.isdigit() and len(bare) < 4):
        return None
    found = find_phrases(bare, today=today)
    if len(found) != 1 or bare[: found[0].start].strip() or bare[found[0].end :].strip(" .?!"):
        return None
    return found[0].recurring or found[0].spans[0]


_grammar = partial(
    Grammar,
    classes={
        "tothe": "to|dash|until|upto",
        "anymonth": "month|maymonth",
        "dayno": "day|ordinal",
        "nth": "ordinal|wordordinal|ruordinal|roman",
        "counter": "count|vague|day|two|number",
        "one": "unit|yearword|century|quarter",
        "many": "unit|units|yearword|century|quarter|daymark",
        "counted": "countable|count|vague|day|two|number|unit|units|yearword|century|quarter"
        "|daymark",
    },
)

# Years and times relative to today.


def _year(found: Found) -> Token | None:
    return Token("year", value=found["number"].value)


def _before_christ(found: Found) -> Token | None:
    return Token("year", value=1 - found["number"].value)


def _year_beside(found: Found) -> int | None:
    """Return the year, of two digits perhaps, that stands beside a month or season."""
    year, short = found.get("year"), found.get("short")
    if year:
        return year.value
    return near_year(short.value, found.today) if short and short.value >= 10 else None


def _short_year(found: Found) -> Token | None:
    year = _year_beside(found)
    return None if year is None else Token("year", value=year)


def _period(today: date, unit: Token, *, steps: int, size: int = 1) -> Token | None:
    """Return a year as such, since a month may stand before it, and other periods read."""
    if unit.value == YEAR and size == 1:
        return Token("year", value=today.year + steps)
    return reading([period(today, unit.value, size=size, steps=steps)])


def _count(counter: Token | None) -> int:
    """Return how many units are meant, the most where that is vague."""
    if counter is None:
        return 1
    return FEW[1] if counter.symbol == "vague" else counter.value


def _ago(found: Found) -> Token | None:
    counter, unit, today = found.get("counter"), found["unit"], found.today
    now, steps = Day.from_date(today), -_count(counter) * unit.extra
    if counter and counter.symbol == "vague":
        most, least = (shifted(now, unit.value, -few * unit.extra) for few in reversed(FEW))
        return reading([between_days(most, least)])
    if found.get("relative"):  # "75 years ago today"
        return reading([day_span(*shifted(now, unit.value, steps))])
    if unit.value == YEAR and unit.extra > 1:  # a round number of years is not meant to the year
        year, play = today.year + steps, unit.extra // 5
        return reading([between_days(Day(year - play, 1, 1), Day(year + play, 12, 31))])
    return _period(today, unit, steps=steps)


def _rolling(found: Found) -> Token | None:
    """Read "the last five years": up to today, or from today on."""
    counter, unit, which = found.get("counter"), found["unit"], found["which"]
    direction = which.value if which.symbol == "which" else -1
    if abs(direction) != 1 or (unit.extra == 100 and not counter):
        return None
    now = Day.from_date(found.today)
    ends = now, shifted(now, unit.value, direction * _count(counter) * unit.extra)
    return reading([between_days(min(ends), max(ends))])


def _nearby(found: Found) -> Token | None:
    unit = found["unit"]
    if unit.value == DAY:
        return None
    return _period(found.today, unit, steps=found["which"].value, size=unit.extra)


def _earlier(found: Found) -> Token | None:
    """Read "earlier this year": what of it lies before, or after, today."""
    unit, now = found["unit"], Day.from_date(found.today)
    if unit.value == DAY or found["which"].value:
        return None
    span = period(found.today, unit.value, size=unit.extra, steps=0)
    ends = (span.earliest, now) if found["edged"].value < 0 else (now, span.latest)
    return reading([between_days(*ends)])


def _relative(found: Found) -> Token | None:
    return _period(found.today, found["relative"], steps=found["relative"].extra)


def _month_number(found: Found) -> Token | None:
    value = found["day"].value
    return Token("month", value=value) if value <= 12 else None


def _verb(_: Found) -> Token | None:
    return Token(OPAQUE)


_YEARS = _grammar([
    (_before_christ, """
        number:year|number|two|day yearword? bc
        bc number:year|number|two|day yearword?"""),
    (_year, """
        number:year|number|two|day yearword? ad
        ad number:year|number|two|day yearword?"""),
    (_ago, """
        counter unit:many ago|hago on? relative?
        unit:unit|yearword|century ago|hago"""),
    (_short_year, """
        short:day|two yearword =day,monthmark
        in short:day|two !opaque|counted|anymonth|nth|dash|comma|of|to|half|part|bc|ad"""),
    (_year, """
        yearword number:year|number
        number:year|number yearword"""),
    (_rolling, """
        over|in|at? the? which:past|which counter unit:many !of,year|reading|anymonth|season|which
        over|in|at|of the which:which unit:one !of
        over|in|at? the? which:past unit:one"""),
    (_earlier, "edged which unit:one"),
    (_nearby, "which unit:one !of"),
    (_relative, "relative"),
    (_month_number, "day monthmark"),
    (_verb, "verbal maymonth !year|day|ordinal"),
])  # fmt: skip

# Days, months, seasons, quarters, centuries.


def _day(found: Found) -> Token | None:
    day, month, year = found["dayno"].value, found["anymonth"].value, found["year"].value
    return reading(existing_days((year, month, day)))


def _day_range(found: Found) -> Token | None:
    both, month, named = found.get("dayrange"), found["anymonth"].value, found.get("year")
    first, last = divmod(both.value, 100) if both else (found["first"].value, found["last"].value)
    year = named.value if named else latest_year(month, min(first, 28), today=found.today)
    spans = existing_days((year, month, first), (year, month, last))
    if len(spans) < 2 or first >= last:
        return None
    return reading([between_days(spans[0].earliest, spans[1].latest)])


def _month(found: Found) -> Token | None:
    year = _year_beside(found)
    return None if year is None else reading([month_span(year, found["anymonth"].value)])


def _day_of_month(found: Found) -> Token | None:
    month, day = found["anymonth"].value, found["dayno"].value
    return reading(recurring=(month, day)) if has_day(month, day) else None


def _season(found: Found) -> Token | None:
    year = _year_beside(found)
    return None if year is None else reading(seasons_named(year, found["season"].value))


def _season_within(found: Found) -> Token | None:
    """Read "winter 2022/23"."""
    years = found["reading"].spans[:1]
    return reading(season_span(span.earliest.year, found["season"].value) for span in years)


def _quarter(found: Found) -> Token | None:
    named = found["nth"], found.get("last") or found["nth"]
    first, last = (4 if token.value == -1 else token.value for token in named)
    if not 1 <= first <= last <= 4:
        return None
    return reading([months_span(found["year"].value * 12 + first * 3 - 3, (last - first + 1) * 3)])


def _century(found: Found) -> Token | None:
    number = found["nth"].value
    if found.get("bc"):
        first = 1 - number * 100
        return reading([between_days(Day(first, 1, 1), Day(first + 99, 12, 31))])
    least = 1 if found.get("century") else 10  # "in V" is rarely a century
    return reading([years_span(number * 100 - 100, 100)]) if least <= number <= 30 else None


def _decade(found: Found) -> Token | None:
    value = found["number"].value
    return None if value % 10 else reading(decades(value))


def _same(found: Found) -> Token | None:
    return found["reading"]


def _holiday(found: Found) -> Token | None:
    return reading(existing_days((found["year"].value, *_holiday_day(found["holiday"], found))))


def _holiday_day(holiday: Token, found: Found) -> tuple[int, int]:
    is_today = holiday.value == THIS_DAY
    return (found.today.month, found.today.day) if is_today else divmod(holiday.value, 100)


def _nearest_weekday(found: Found) -> Token | None:
    """Read "last Friday", and "this Friday" as that of the week."""
    which, ahead = found["which"].value, found["weekday"].value - found.today.weekday()
    if which:
        ahead = ahead % 7 - 7 if which < 0 else ahead % 7 or 7
    return reading([day_span(*Day.from_ordinal(found.today.toordinal() + ahead))])


def _nearest(found: Found) -> Token | None:
    """Read "last April", "next Christmas", "this summer"."""
    which, now = found["which"].value, Day.from_date(found.today)
    spans = [_occurrence(found, now.year + years) for years in range(-2, 3)]
    if which < 0:
        return reading([span for span in spans if span.latest < now][which:][:1])
    if which > 0:
        return reading([span for span in spans if span.earliest > now][:1])
    current = [span for span in spans if span.earliest <= now <= span.latest]
    doubt = LATENT if found["what"].symbol == "maymonth" else SURE
    return reading([*current, _occurrence(found, now.year)][:1], doubt=doubt)


def _occurrence(found: Found, year: int) -> DateSpan:
    what = found["what"]
    if what.symbol == "holiday":
        return day_span(year, *_holiday_day(what, found))
    return season_span(year, what.value) if what.symbol == "season" else month_span(
        year, what.value
    )


_DATES = _grammar([
    (_day, """
        the? dayno dash? the? of? anymonth dash|comma|in|of? year
        anymonth dash? the? dayno daymark? dash|comma|of|in? year
        year comma|dash? anymonth dash? dayno daymark?
        year comma dayno of? anymonth
        the? dayno:wordordinal|ruordinal of anymonth comma|in|of? year
        dayno:ruordinal anymonth year
        year dot anymonth:day dot dayno:day dot?"""),
    (_day_range, """
        from|between|since? dayrange of? anymonth comma|in|of? year?
        anymonth dayrange comma|in|of? year
        year? anymonth dayrange daymark?
        from|since? the? first:dayno tothe the? last:dayno of? anymonth comma|in|of? year?
        between the? first:dayno and the? last:dayno of? anymonth comma|in|of? year?
        anymonth first:dayno to|dash|until last:dayno comma|in|of? year?
        between anymonth first:dayno and last:dayno comma|in|of? year?"""),
    (_month, """
        anymonth dash|comma|of|in? the? year
        year comma|dash|of? anymonth:month
        year in anymonth
        in anymonth short:day|two !countable|year|units !comma,year
        anymonth short:two !countable|units"""),
    (_day_of_month, """
        the? dayno of? anymonth:month !countable|year !comma,year
        the? dayno of? anymonth:maymonth !auxiliary|countable|year !comma,year
        anymonth the? dayno:day daymark? !countable|number|units|unit|century|half|quarter|year
        anymonth the? dayno:ordinal !countable|century|half|quarter|year
        the? dayno:wordordinal of anymonth
        dayno:ruordinal anymonth"""),
    (_season, """
        season dash|of|in|comma? the? year
        year comma|dash|in|of? the? season"""),
    (_season_within, "season of|in? the? reading"),
    (_season, "season short:day|two !countable|month|maymonth|units|opaque"),
    (_quarter, """
        nth:quartered dash|to|until last:quartered comma|of|in? the? year
        year comma|dash? nth:quartered dash|to|until last:quartered !year
        nth:quartered comma|of|in? the? year
        year comma|dash? nth:quartered
        the? nth:nth|day|which quarter of|in? the? year
        year comma? nth:day|nth quarter"""),
    (_century, """
        the? nth:nth|day dash? century bc?
        bc nth:day century
        nth:roman in !year|month|reading"""),
    (_decade, "number:two|day|year decademark"),
    (_same, "reading yearword"),
    (_holiday, "holiday comma|of|in? the? year"),
    (_nearest_weekday, "which weekday"),
    (_nearest, "which what:anymonth|holiday|season"),
])  # fmt: skip

# Words that stand alone: a year, a month of any year, the latest summer or Tuesday.


def _year_alone(found: Found) -> Token | None:
    return reading([year_span(found["year"].value)], doubt=found["year"].doubt)


def _month_alone(found: Found) -> Token | None:
    month = found["anymonth"]
    doubt = CLEARABLE if month.symbol == "maymonth" else SURE
    return reading(recurring=(month.value, None), doubt=doubt)


def _holiday_alone(found: Found) -> Token | None:
    return reading(recurring=_holiday_day(found["holiday"], found))


def _weekday_alone(found: Found) -> Token | None:
    back = (found.today.weekday() - found["weekday"].value) % 7
    made = reading([day_span(*Day.from_ordinal(found.today.toordinal() - back))], doubt=CLEARABLE)
    return made and made._replace(extra=_WEEKDAY)


def _season_alone(found: Found) -> Token | None:
    now = Day.from_date(found.today)
    seasons = [season_span(year, found["season"].value) for year in (now.year, now.year - 1)]
    return reading([span for span in seasons if span.earliest <= now][:1], doubt=LATENT)


_ALONE = _grammar([
    (_verb, """
        ^in|of|at|from|since|until|upto|before|after|between|to|which|part|and maymonth =verbal
        ^in|of|at|from|since|until|upto|before|after|between|to|which|part|and maymonth =auxiliary
        """),
    (_year_alone, "year"),
    (_month_alone, "anymonth"),
    (_holiday_alone, "holiday"),
    (_weekday_alone, "weekday"),
    (_season_alone, "season"),
])  # fmt: skip

# Parts of periods, ranges, lists.


def _part(found: Found) -> Token | None:
    made = _parts(found["reading"], found["part"].value)
    return made and made._replace(extra=_EDGE if found["part"].value == END else 0)


def _half(found: Found) -> Token | None:
    half = {1: FIRST_HALF, 2: SECOND_HALF}.get(found["nth"].value)
    return None if half is None else _parts(found["reading"], half)


def _parts(whole: Token, part: int) -> Token | None:
    if whole.recurring:  # "early May" of any year is May
        return whole._replace(doubt=SURE) if whole.recurring[1] is None else None
    parts = [part_of(span, part) for span in whole.spans]
    return reading(span for span in parts if span)


def _stretch(found: Found) -> Token | None:
    """Read "first three months of 2024"."""
    end, unit = found["end"], found["unit"]
    is_last = end.symbol == "which"
    if end.value != (-1 if is_last else 1) or _is_attribute(found):
        return None
    steps = end.value * _count(found["counter"]) * unit.extra
    stretches = [stretch_of(span, unit.value, steps=steps) for span in found["reading"].spans]
    return reading(span for span in stretches if span)


def _day_within(found: Found) -> Token | None:
    """Read "the 25th of last month"."""
    span = found["reading"].spans[:1]
    if not span or span[0].precision is not Precision.MONTH or span[0].is_interval:
        return None
    year, month, _ = span[0].earliest
    return reading(existing_days((year, month, found["dayno"].value)))


_PARTS = _grammar([
    (_part, """
        the? part dash|of? the? reading
        the? part:edge dash|of the? reading
        reading part:hpart
        reading of? part:hpart"""),
    (_half, """
        the? nth:nth|day half of|in? the? reading
        nth:halved comma|of|in? the? reading
        reading nth:halved"""),
    (_stretch, "end:wordordinal|ordinal|which counter unit:many of the? reading"),
    (_day_within, """
        the? dayno of reading
        reading dayno:day daymark"""),
])  # fmt: skip


def _with_weekday(found: Found) -> Token | None:
    day = found["reading"]
    is_day = day.recurring or (day.spans and day.spans[0].is_single_day)
    return day if found["weekday"].extra == _WEEKDAY and is_day else None


def _range(found: Found) -> Token | None:
    first, last = found["reading"], found["last"]
    if _is_attribute(found):
        return None
    if last.symbol == "now":
        return _since(found)
    start = first.recurring or first.spans[0]
    # Of "winter 2013" the one that comes after the start.
    later = (e for e in last.spans if not isinstance(start, DateSpan) or e.latest >= start.earliest)
    end = last.recurring or next(later, last.spans[0])
    return reading([range_of(start, end, today=found.today)])


def _range_of_years(found: Found) -> Token | None:
    """Read "between 1950 and 53"."""
    span = next(iter(found["reading"].spans), None)
    if span is None or not _is_year(span):
        return None
    first = span.earliest.year
    last = first - first % 100 + found["short"].value
    return reading([range_of(span, year_span(last), today=found.today)]) if last > first else None


def _range_of_days(found: Found) -> Token | None:
    """Read the end of "from 13 September to the 17th" in the order of Korean."""
    first = found["reading"].spans[:1]
    if not first or not first[0].is_single_day:
        return None
    year, month, _ = first[0].earliest
    last = existing_days((year, month, found["day"].value))
    return reading([between_days(first[0].earliest, last[0].latest)]) if last else None


def _is_year(span: DateSpan) -> bool:
    return span.precision is Precision.YEAR and not span.is_interval


def _is_attribute(found: Found) -> bool:
    """Whether a year only tells which: "after the 2019 summit" is not after 2019."""
    spans = found["reading"].spans
    return found.get("the") is not None and len(spans) == 1 and _is_year(spans[0])


_RANGES = _grammar([
    (_with_weekday, "weekday:reading comma? the? reading"),
    (_range, """
        between the? reading and the? last:reading
        from|since|after the? reading particle? to|until|dash|upto the? last:reading|now
        reading to|until|dash the? last:reading|now
        reading hsince last:reading|now huntil
        reading hfrom|to last:reading|now huntil
        reading hand last:reading hbetween"""),
    (_range_of_years, """
        between reading and short:two|day !countable
        from reading to|dash short:two|day !countable|units"""),
    (_range_of_days, "reading hsince|to|dash day daymark huntil?"),
])  # fmt: skip


def _listed(tokens: Sequence[Token]) -> list[Token]:
    """Join "2016, 2017 and 2018" to one reading that any of the three fits."""
    joined: list[Token] = []
    for token in tokens:
        place = _place_of_list(joined) if token.symbol == READING else -1
        if place >= 0 and _is_alike(joined[place], token):
            listed = joined[place]
            del joined[place:]
            token = listed._replace(end=token.end, spans=(*listed.spans, *token.spans))
        joined.append(token)
    return joined


def _place_of_list(tokens: Sequence[Token]) -> int:
    """Return where that stands to which a comma or an "and" at the end adds; -1 if nowhere."""
    if len(tokens) < 2 or tokens[-1].symbol not in _LISTING:
        return -1
    is_double = tokens[-1].symbol in _LISTING_LAST and tokens[-2].symbol == "comma"
    return len(tokens) - (3 if is_double else 2)


def _is_alike(listed: Token, token: Token) -> bool:
    is_sure = listed.symbol == READING and not listed.doubt and not token.doubt
    if not is_sure or not listed.spans or not token.spans or len(listed.spans) >= MOST_LISTED:
        return False
    return listed.spans[0].precision == token.spans[0].precision


# Before, after, since, until, in.


def _cleared(doubt: int) -> int:
    """Return the doubt that is left where a preposition says that it is a time."""
    return LATENT if doubt == LATENT else SURE


def _open(found: Found, bounds: Callable[[DateSpan], tuple[Day, Day]]) -> Token | None:
    token = found["reading"]
    if _is_attribute(found):
        return None
    spans = (last_met(token.recurring, found.today),) if token.recurring else token.spans
    return reading((between_days(*bounds(s)) for s in spans), doubt=_cleared(token.doubt))


def _since(found: Found) -> Token | None:
    return _open(found, lambda span: (span.earliest, DISTANT_FUTURE))


def _after(found: Found) -> Token | None:
    return _open(found, lambda span: (shifted(span.latest, DAY, 1), DISTANT_FUTURE))


def _before(found: Found) -> Token | None:
    if found["reading"].extra == _EDGE:  # before the end of 2019 is until its last day
        return _until(found)
    return _open(found, lambda span: (DISTANT_PAST, shifted(span.earliest, DAY, -1)))


def _until(found: Found) -> Token | None:
    return _open(found, lambda span: (DISTANT_PAST, span.latest))


def _at(found: Found) -> Token | None:
    return found["reading"]._replace(doubt=_cleared(found["reading"].doubt))


def _day_alone(found: Found) -> Token | None:
    """Read "on the 25th" as the last one met."""
    today, day = found.today, found["dayno"].value
    months = today.year * 12 + today.month - 1 - (day > today.day)
    return reading(existing_days((months // 12, months % 12 + 1, day)), doubt=LATENT)


_PREPOSITIONS = _grammar([
    (_since, """
        since the? reading onwards|on?
        from the? reading onwards|on
        reading onwards
        reading hsince particle? particle?"""),
    (_before, """
        before|upto the? reading
        pre dash reading
        reading hbefore|hago particle?"""),
    (_after, """
        after the? reading
        post dash reading
        reading hafter particle?"""),
    (_until, """
        until the? reading
        reading backwards
        reading huntil particle?"""),
    (_at, """
        in|of|at|on|from|over the? reading particle? particle?"""),
    (_day_alone, "on the? dayno"),
    (_same, """
        the? reading particle particle?
        the reading"""),
])  # fmt: skip
