"""The grammar of date phrases: patterns over the symbols of tokens, in passes.

The passes replace runs of tokens by what they mean, from the inside out.
"""

from __future__ import annotations

from functools import partial

from bot.search.dates import counted_times as counted
from bot.search.dates import named_parts as parts
from bot.search.dates import named_ranges as ranges
from bot.search.dates import named_times as named
from bot.search.dates import relative_times as relative
from bot.search.dates.date_rules import Grammar

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
        "lasting": "over|inside|in|at",
        "aside": "after|before|following",
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
        ^daymark unit:unit|yearword|century ago|hago"""),
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
        lasting? the? which:past|which counter unit:many !of,year|reading|anymonth|season|which
        over|inside|in|at|of the which:which unit:one !of
        lasting? the? which:past unit:one !year|anymonth|season|quarter
        lasting? which:latter unit:one !year|anymonth|season|quarter|opaque"""),
    (relative.weekend, "weekend"),
    (relative.lately, "lasting? the? lately"),
    (relative.rest_of, "edged which unit:one"),
    (relative.nearby, "which unit:one !of"),
    (relative.relative, "relative"),
    (named.month_number, "day monthmark"),
    (named.nothing, "verbal maymonth !year|day|ordinal"),
])  # fmt: skip

# Days, months, seasons, quarters, centuries.
_DATES = _grammar([
    (counted.week_by_number, """
        unit number:day|two of|in|comma? the? year
        year comma? unit number:day|two"""),
    (named.day, """
        dayno dot anymonth:roman dot year
        the? dayno dash? the? of? anymonth dash|comma|in|of? year
        anymonth dash? the? dayno daymark? dash|comma|of|in? year
        year comma|dash? anymonth dash? dayno !unit|units|yearword daymark?
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
    (named.slashed_days, """
        slashed:reading of? anymonth comma|in|of? year"""),
    (named.three_days, """
        first:dayno dot? comma second:dayno dot? comma? and|or last:dayno dot? of? anymonth year
        first:dayno dot? comma second:dayno dot? comma last:dayno dot? of? anymonth year"""),
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
    (parts.season, """
        season dash|of|in|comma? the? year
        year comma|dash|in|of? the? season"""),
    (parts.seasons, """
        from|between first:season and|to|dash|until last:season comma|of|in? the? year
        first:season to|dash|until last:season comma|of|in? the? year"""),
    (parts.season_within, "season of|in? the? reading"),
    (parts.season, """
        season short:day|two !countable|month|maymonth|units|opaque
        season inflected:ordinal
        the? season of short:two !countable|units"""),
    (parts.quarters, """
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
    (relative.nearest_weekday, "which weekday !of"),
    (relative.last_but_one, """
        the? what:season|anymonth before which !anymonth|season|weekday|reading|opaque|counted"""),
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
    (parts.part, """
        the? part dash|of|in? the? reading
        the? part:edge dash reading
        the? part:edge dash|of the? reading
        reading of? part:hpart"""),
    (parts.part_of_now, """
        in|at|by the? part:edge|part of? the? unit:unit|yearword !of|number|year
        the? part:edge of the unit:unit|yearword !of|number|year"""),
    (parts.half, """
        the? nth:nth|day half of|in? the? reading
        nth:halved comma|of|in? the? reading
        reading nth:halved"""),
    (parts.stretch, "which:wordordinal|ordinal|which counter unit:many of the? reading"),
    (parts.nth_unit, """
        the? which:edges unit:one|units of|in? the? reading
        reading which:hnth|which|ruordinal unit:one"""),
    (parts.week_of, "the? unit of the? reading"),
    (counted.weekdays_of, """
        on|in? the? which:edges weekday:reading of|in? the? reading
        on|in? count weekday:reading of|in the? reading
        reading which:hnth|ruordinal weekday:reading"""),
    (counted.weekend_of, """
        on|over|in|at? article:the? which:edges restdays of|in the? reading
        on|over|in|at? article:the? restdays of the? reading"""),
    (parts.in_the_day, """
        at|in|on|by? article:the? part? daytime of|on|from the? reading
        at|in|on? daytime reading
        reading daytime !of|on"""),
    (parts.later_in, "edged in|of the? reading"),
    (parts.day_within, """
        the? dayno of reading
        reading dayno:day daymark"""),
])  # fmt: skip

_RANGES = _grammar([
    (counted.within, """
        over|inside|in? article:the counter unit:many side:aside the? reading !opaque
        over|inside|in counter unit:many side:of|aside the? reading !opaque"""),
    (counted.some, """
        in|over|during? article:the units side:aside the? reading !opaque
        in units side:aside the? reading !opaque"""),
    (counted.counted, """
        in|on|at? article:the? counter unit:many side:aside|upto the? reading !opaque
        hence counter? unit:many side:after the? reading !opaque
        at unit:unit|yearword side:before|upto the? reading !opaque
        reading counter? unit:many side:hafter|hago|hbefore particle?"""),
    (counted.next_to, """
        in|on|over|at? article:the? which? unit:unit|yearword side:aside the? reading !opaque"""),
    (counted.eve, """
        on|in? article:the? eve of? the? reading
        reading eve particle?"""),
    (counted.morrow, "reading morrow particle?"),
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
    (ranges.until_day, """
        reading hsince|to|dash day daymark huntil|hbetween?
        reading hand day daymark hbetween"""),
])  # fmt: skip

# Before, after, since, until, in.
PREPOSITIONS = _grammar([
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
    (ranges.at, "in|of|at|on|from|over|inside the? reading particle? particle?"),
    (relative.day_alone, "on the? dayno"),
    (named.same, """
        the? reading particle particle?
        the reading"""),
])  # fmt: skip

PASSES = (_YEARS, _DATES, _ALONE, _PARTS, _RANGES)
"""What comes before lists of times are joined, in order; `PREPOSITIONS` come after."""
