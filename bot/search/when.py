"""Date phrases in a question to `DateSpan`, given `today`; English, Russian and Korean.

The text becomes tokens, each with a symbol of the grammar; words without a meaning here are
opaque. The passes of the grammar then replace runs of tokens by what they mean, from the
inside out. Every pattern has a bounded length, so the work grows with the length of the text
and no faster.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from bot.search import named_ranges as ranges
from bot.search import named_times as named
from bot.search import relative_times as relative
from bot.search.calendar_spans import Recurring
from bot.search.date_context import deny_numbers, join_counts, join_lists, mend_months
from bot.search.date_rules import READING, SURE, Grammar, Token
from bot.search.date_tokens import compile_phrases, names_nothing, read_tokens
from bot.timeline.dates import DateSpan

READ_AGAIN = 8  # questions whose times are at hand: some are read twice in a row
LONGEST_PERIOD = 80  # characters that name one period and nothing else; keeps noise out

_ANCHORS = frozenset(
    "year month maymonth holiday weekday season seasons reading day unit units yearword century "
    "relative quarter bc ad decademark ordinal roman lately newyear weekend two number".split()
)  # without one of these no time is named


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


@lru_cache(maxsize=READ_AGAIN)
def find_phrases(text: str, *, today: date) -> tuple[DatePhrase, ...]:
    """Return the date phrases of `text` in order, never overlapping; never raises."""
    if names_nothing(text, _ANCHORS):
        return ()
    tokens = deny_numbers(join_counts(read_tokens(text, today=today)))
    if not any(token.symbol in _ANCHORS for token in tokens):
        return ()
    if len(tokens) == 1 and tokens[0].symbol == "day" and tokens[0].end - tokens[0].start == 2:
        tokens.insert(0, Token("on", tokens[0].start, tokens[0].start))
    tokens = mend_months(tokens, text)
    for grammar in _PASSES:
        tokens = grammar.reduce(tokens, today=today)
    tokens = _PREPOSITIONS.reduce(join_lists(tokens), today=today)
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


def compile_rules() -> None:
    """Make the grammar ready as a whole, for a process that answers many questions.

    A single question meets only a few of the rules, and waits for no others.
    """
    for grammar in (*_PASSES, _PREPOSITIONS):
        grammar.compile()
    compile_phrases()


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
        "anymonth": "month|maymonth",
        "dayno": "day|ordinal",
        "nth": "ordinal|wordordinal|ruordinal|roman",
        "tothe": "to|dash|until|upto",
        "counter": "count|vague|day|two|number",
        "one": "unit|yearword|century|quarter",
        "many": "unit|units|yearword|century|quarter|daymark",
        "counted": "countable|count|vague|day|two|number|unit|units|yearword|century|quarter"
        "|daymark",
        "edges": "wordordinal|ordinal|ruordinal|which|past|latter|edging",
        "beforemonth": "in|of|at|from|since|until|upto|before|after|between|to|which|part|and",
    },
)

# Years, and times relative to today.
_YEARS = _grammar([
    (named.year_before_christ, """
        number:year|number|two|day yearword? bc
        bc number:year|number|two|day yearword?"""),
    (named.short_years, """
        from|between|in? first:two to|dash|until short:two !countable|units|opaque|unit"""),
    (named.year, """
        number:year|number|two|day yearword? ad
        ad number:year|number|two|day yearword?"""),
    (relative.exactly_ago, """
        exact counter? unit:many ago|hago !which
        counter unit:many ago|hago exact|precise"""),
    (relative.ago_and_nearby, "counter unit:many ago which other:one"),
    (relative.ago_and_nearest, "counter unit:many ago which what:anymonth|season"),
    (relative.half_years_ago, "counter unit:yearword half ago|hago"),
    (relative.seasons_ago, "counter seasons ago"),
    (relative.ago, """
        counter unit:many ago|hago on? relative?
        relative counter unit:many ago|hago
        unit:units|yearword counter ago
        unit:unit|yearword|century ago|hago"""),
    (named.short_year, """
        short:day|two yearword =day,monthmark
        short:day|two yearword =season
        inflected:ordinal yearword
        in short:day|two !opaque|counted|anymonth|nth|dash|comma|of|to|half|part|bc|ad"""),
    (named.early_year, "in early:number !countable|counted|opaque|anymonth|dash|denier|of|bc|ad"),
    (named.year, """
        the? yearword number:year|number
        number:year|number yearword"""),
    (relative.rolling, """
        over|in|at? the? which:past|which counter unit:many !of,year|reading|anymonth|season|which
        over|in|at|of the which:which unit:one !of
        over|in|at? the? which:past unit:one !year|anymonth|season|quarter
        over|in|at? which:latter unit:one !year|anymonth|season|quarter|opaque"""),
    (relative.weekend, "weekend"),
    (relative.lately, "over|in|at? the? lately"),
    (relative.rest_of, "edged which unit:one"),
    (relative.nearby, "which unit:one !of"),
    (relative.relative, "relative"),
    (named.month_number, "day monthmark"),
    (named.nothing, "verbal maymonth !year|day|ordinal"),
])  # fmt: skip

# Days, months, seasons, quarters, centuries.
_DATES = _grammar([
    (named.day, """
        the? dayno dash? the? of? anymonth dash|comma|in|of? year
        anymonth dash? the? dayno daymark? dash|comma|of|in? year
        year comma|dash? anymonth dash? dayno daymark?
        year comma dayno of? anymonth
        the? dayno:wordordinal|ruordinal of anymonth comma|in|of? year
        dayno:ruordinal anymonth year
        year dot anymonth:day dot dayno:day dot?"""),
    (named.day_of_short_year, """
        the? dayno of? anymonth comma|of|in? short:two !countable|units
        the? dayno of? anymonth comma|of|in? short:day !countable|units|opaque|dash|to
        anymonth the? dayno comma? short:two !countable|units"""),
    (named.day_of_early_year, """
        the? dayno of? anymonth comma|of|in? early:number !countable|units|unit|opaque|dash|denier
        anymonth the? dayno comma|of|in? early:number !countable|units|unit|opaque|dash|denier"""),
    (named.days, """
        from|between|since? dayrange of? anymonth comma|in|of? year?
        anymonth dayrange comma|in|of? year
        year? anymonth dayrange daymark?
        from|since? the? first:dayno tothe the? last:dayno of? anymonth comma|in|of? year?
        between the? first:dayno and the? last:dayno of? anymonth comma|in|of? year?
        anymonth first:dayno to|dash|until last:dayno comma|in|of? year?
        between anymonth first:dayno and last:dayno comma|in|of? year?"""),
    (named.two_days, """
        the? first:dayno and|or|slash the? last:dayno of? anymonth comma|in|of? year
        the? first:dayno and|or|slash the? last:dayno of? anymonth:month !countable|year
        anymonth the? first:dayno and|or|slash the? last:dayno comma|in|of? year"""),
    (named.month, """
        anymonth dash|comma|of|in? the? year
        year comma|dash|of? anymonth:month
        year in anymonth
        in anymonth short:day|two !countable|year|units !comma,year
        anymonth of? short:two !countable|units
        in anymonth:month inflected:ordinal"""),
    (named.month_of_early_year, """
        in anymonth of? early:number !countable|units|unit|opaque|dash|denier"""),
    (named.day_of_month, """
        the? dayno of? anymonth:month !countable|year !comma,year
        the? dayno of? anymonth:maymonth !auxiliary|countable|year !comma,year
        anymonth the? dayno:day daymark? !countable|number|units|unit|century|half|quarter|year
        anymonth the? dayno:ordinal !countable|century|half|quarter|year
        the? dayno:wordordinal of anymonth
        dayno:ruordinal anymonth"""),
    (named.season, """
        season dash|of|in|comma? the? year
        year comma|dash|in|of? the? season"""),
    (named.season_within, "season of|in? the? reading"),
    (named.season, """
        season short:day|two !countable|month|maymonth|units|opaque
        season inflected:ordinal
        the? season of short:two !countable|units"""),
    (named.quarters, """
        nth:quartered dash|to|until last:quartered comma|of|in? the? year
        year comma|dash? nth:quartered dash|to|until last:quartered !year
        nth:quartered comma|of|in? the? year
        year comma|dash? nth:quartered
        the? nth:nth|day|which quarter of|in? the? year
        year comma? nth:day|nth quarter"""),
    (named.century, """
        the? nth:nth|day dash? century bc?
        bc nth:day century
        nth:roman in !year|month|reading"""),
    (named.decade, "number:two|day|year decademark"),
    (named.same, "reading yearword"),
    (named.holiday, "holiday comma|of|in? the? year"),
    (named.new_year, """
        newyear comma|of|in? year
        recent year yearword
        recent year !opaque"""),
    (named.new_years, "year newyear"),
    (relative.that_year, """
        on|in? reading comma|in|of? year
        year comma|on|in? reading"""),
    (relative.weekday_within, """
        on|in? weekday of|in|on|comma? the? reading
        reading comma|on|in? weekday"""),
    (relative.nearest_weekday, "which weekday"),
    (relative.last_but_one, """
        the? what:season|anymonth before which !season|anymonth|holiday|weekday|opaque|reading|counted"""),
    (relative.nearest, "which what:anymonth|holiday|season|newyear"),
])  # fmt: skip

# Words that stand alone: a year, a month of any year, the latest summer or Tuesday.
_ALONE = _grammar([
    (named.nothing, "^beforemonth maymonth =verbal|auxiliary"),
    (named.year_alone, "year"),
    (named.short_year_alone, "short:two !countable|units|unit|half|quarter|to|dash"),
    (named.month_alone, "anymonth"),
    (named.holiday_alone, "holiday"),
    (relative.weekday_alone, "weekday"),
    (relative.season_alone, "season"),
])  # fmt: skip

_PARTS = _grammar([
    (named.part, """
        the? part dash|of|in? the? reading
        the? part:edge dash reading
        the? part:edge dash|of the? reading
        reading of? part:hpart"""),
    (named.part_of_now, """
        in|at|by the? part:edge|part of? the? unit:unit|yearword !of|number|year
        the? part:edge of the unit:unit|yearword !of|number|year"""),
    (named.half, """
        the? nth:nth|day half of|in? the? reading
        nth:halved comma|of|in? the? reading
        reading nth:halved"""),
    (named.stretch, "which:wordordinal|ordinal|which counter unit:many of the? reading"),
    (named.nth_unit, """
        the? which:edges unit:one|units of|in? the? reading
        reading which:hnth|which|ruordinal unit:one"""),
    (named.week_of, "the? unit of the? reading"),
    (named.day_within, """
        the? dayno of reading
        reading dayno:day daymark"""),
])  # fmt: skip

_RANGES = _grammar([
    (named.with_weekday, "weekday:reading comma? the? reading"),
    (ranges.between, """
        between the? reading and the? last:reading
        from|since|after the? reading particle? to|until|dash|upto the? last:reading|now
        reading to|until|dash the? last:reading|now
        reading hsince last:reading|now huntil
        reading hfrom|to last:reading|now huntil
        reading hand last:reading hbetween"""),
    (ranges.both_months, "reading slash last:reading"),
    (ranges.two_months, "reading and|or last:reading"),
    (ranges.between_years, """
        between reading and short:two|day !countable
        from reading to|dash short:two|day !countable|units"""),
    (ranges.until_day, "reading hsince|to|dash day daymark huntil?"),
])  # fmt: skip

# Before, after, since, until, in.
_PREPOSITIONS = _grammar([
    (ranges.since, """
        since the? reading onwards|on?
        from the? reading onwards|on
        reading onwards
        reading plus !reading|year
        reading hsince particle? particle?"""),
    (ranges.before, """
        before|upto the? reading
        pre dash? reading
        reading hbefore|hago particle?"""),
    (ranges.after, """
        after the? reading
        post dash? reading
        reading hafter particle?"""),
    (ranges.until, """
        until the? reading
        reading backwards
        reading huntil particle?"""),
    (ranges.roughly, "in|of|at|on|from? the? reading comma? roughly"),
    (ranges.at, "in|of|at|on|from|over the? reading particle? particle?"),
    (relative.day_alone, "on the? dayno"),
    (named.same, """
        the? reading particle particle?
        the reading"""),
])  # fmt: skip

_PASSES = (_YEARS, _DATES, _ALONE, _PARTS, _RANGES)
