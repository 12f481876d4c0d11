"""How tall, heavy, old or dear a thing is, its hour and its name: whether an entry tells it."""

from __future__ import annotations

import re

from bot.search.dates.spelt_years import ONES, TEENS, TENS
from bot.search.entries.amounts import asks_for_untold_count
from bot.search.entries.named_people import PERSONS, asks_for_unnamed
from bot.search.entries.tolls import is_toll_told
from bot.search.index import Index
from bot.search.language.common_words import is_name_word
from bot.search.language.forms import Form
from bot.search.query import Query
from bot.search.terms import terms
from bot.timeline.event import NAME_FIELDS, Event

_WRITTEN = "|".join((*ONES, *TEENS, *TENS))
_NUMBER = rf"(?:\d[\d.,]*|{_WRITTEN}|hundreds?|thousands?|half an?)"
_SCALE = r"(?:[ -](?:and a half|hundred|thousand|million|billion|square|metric|us))*"


def _counted(units: str) -> str:
    return rf"{_NUMBER}{_SCALE}[ -]?(?:{units})\b"


_LENGTH = r"\b(?:length|height|width|depth|tall|wide|deep)\b|" + _counted(
    "k?m|(?:kilo|centi)?met(?:re|er)s?|miles?|feet|foot|ft|inch(?:es)?|cm"
)
_WEIGHT = r"\bweigh|\bheavy\b|" + _counted(
    "kg|kilos?|kilogram(?:me)?s?|tons?|tonnes?|pounds?|lbs?|gram(?:me)?s?"
)
_MONEY = r"[$€£¥]|\b(?:prices?|costs?|costing|salary|wages?|free)\b|" + _counted(
    r"dollars?|euros?|pounds?|rou?bles?|won|yuan|yen|francs?|marks?"
)

_TIME = _LENGTH + "|" + _counted("years?|months?|weeks?|days?|hours?|minutes?")
_HOURS = _counted("hours?|minutes?") + r"|\b(?:hours|minutes)\b"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
# A number that is neither a year nor a day nor the number of a thing: "at 3,000", "nine of them".
_A_COUNT = (
    rf"(?<![\d(#-])(?!(?:1\d|20)\d\d\b)\b\d[\d,.]*(?! {_MONTH}\b)(?!\))\b"
    rf"|\b(?:{_WRITTEN}|fifty|dozens?|hundreds?|thousands?|millions?|no ?(?:one|body)|none)\b"
)

# Between two words of such a question stand so many characters at most: a long text, of which
# every word may be the first of the two, is still read in time.
# What is asked, in folded form, and how the text of an entry tells it. A Korean question ends
# with the thing that is asked for, once its asking word is taken.
_MEASURES = tuple(
    (Form("|".join(asked)), re.compile(told))
    for asked, told in (
        (
            (
                r"\bhow (?:tall|wide|deep)\b|\bhow far (?:is|are|was|were|away)\b",
                r"\b(?:height|width|length|depth) of (?!time|stay|service)",
                r"\bкакого роста\b|\bкак(?:ова|ая) (?:длина|высота|ширина)\b",
                r"(?:길이|높이|키)(?:가|는)\W*$",
            ),
            _LENGTH,
        ),
        ((r"\bhow long (?:is|are) (?:the|this|that|its|their)\b",), _TIME),
        ((r"\bhow many (?:hours|minutes)\b", r"\bсколько (?:часов|минут)\b"), _HOURS),
        (
            (
                rf"\bhow many (?:of (?:the |its |their )?)?(?:\w+ ){{0,2}}?(?:{PERSONS})\b",
                r"\bhow many (?:were|was|got) (?:killed|hurt|injured|wounded|drowned|aboard)\b",
                r"\bhow many (?:died|drowned|perished)\b",
            ),
            _A_COUNT,
        ),
        (
            (
                r"\bhow heavy\b|\bhow much d(?:o|oes|id) .{0,100}\bweigh\b|\bweight of\b",
                r"\bвесит\b|무게(?:가|는)?\W*$",
            ),
            _WEIGHT,
        ),
        (
            (
                r"\bhow old (?:is|was|were|are)\b|\bwhat age\b|\bage of\b",
                r"\bсколько (?:(?:ему|ей|им) )?(?:было )?лет (?:ему|ей|было|исполн|\w+[уюе]$)",
                r"몇 ?살",
            ),
            r"\baged?\b|\d[ -]years?[ -]old|\bborn\b|\b(?:oldest|youngest)\b",
        ),
        (
            (
                r"\bhow (?:expensive|pricey)\b",
                r"\bhow much\b.{0,100}\b(?:cost|earn|paid|sell for|sold for)\b",
                r"\bwh?at (?:do|does|did|would|will|is|was) .{0,100}\bcost\b|\bcost of\b",
                r"\b(?:price|salary|wages?) (?:of|for)\b|'?s (?:price|salary)\b",
                r"\bсколько (?:стои|зарабат|плат)|\bцен[аы]\b|\bзарплат",
                r"(?:가격|비용|건설비|월급|값|요금)(?:은|는|이|가)?\W*$",
            ),
            _MONEY,
        ),
        (
            (r"\bat what hour\b|\bво сколько\b(?! (?:раз|обо|оцен))|\bв котором часу\b",),
            r"\b\d\d?[:.]\d\d\b|\b\d\d? ?[ap]\.?m\b|\b(?:o'clock|utc|gmt|midnight|noon)\b"
            r"|\bчас(?:а|ов)\b",
        ),
        (
            (r"\bhow fast\b|\b(?:top )?speed of\b|\bскакой скоростью\b",),
            r"\bspeed\b|\bkm/h|\bmph\b|\bknots?\b"
            r"|\b(?:met(?:re|er)s|miles) (?:an|per) (?:hour|second)",
        ),
        (
            (r"\bwhat colou?r\b|\bкакого цвета\b|무슨 ?색",),
            r"\bcolou?r|\b(?:black|white|red|green|blue|yellow|orange|brown|gr[ae]y|pink|purple|silver)\b",
        ),
    )
)
_MAY_ASK = Form(
    r"\bво сколько\b|\bв котором часу\b|\bat what hour\b"
    r"|\b(?:how|what|names?|costs?|prices?|salary|wages?|heights?|widths?|lengths?|depths?|weights?"
    r"|age|speed|born|birth|birthplace)\b|сколько|как|цен|зарплат|весит|родил"
    r"|길이|높이|키|무게|가격|비용|건설비|월급|값|요금|태어난|이름"
)

_BIRTH = re.compile(
    r"\b(?:when|where|was|were)\b.{0,100}\bborn\b|\bbirthplace\b|\b(?:date|place) of birth\b"
    r"|\bродил(?:ся|ась|ись)\b|태어난"
)
_BIRTH_TOLD = re.compile(r"\bborn\b|\bbirthplace\b|\bbirth\b")

# A thing that may have a name of its own, which no list of people and places would hold.
_NAMED_THING = (
    "ship|vessel|boat|yacht|ferry|tanker|freighter|trawler|submarine|destroyer|train|plane"
    "|aircraft|jet|rocket|satellite|probe|lion|cub|bear|tiger|horse|dog|cat|pet|animal|hotel"
    "|restaurant|film|movie|song|book|bridge|company|firm|bank|operation"
)
_NAME_OF = Form(
    rf"\bnames? of (?:the |an? |that |this |his |her |their )?(?:\w+ ){{0,2}}?"
    rf"(?:{_NAMED_THING})s?\b"
    rf"|\b(?:{_NAMED_THING})(?:'?s|s') names?\b"
    rf"|\bwhat (?:was|is|were|are) (?:the |that |this )?(?:\w+ ){{0,2}}?(?:{_NAMED_THING})s?"
    r" (?:[\w ]+ )?(?:called|named)\b"
    r"|(?:사자|호랑이|곰|말|배|선박|호텔|영화)(?:의)? ?이름"
    r"|\bкак зовут (?:львен|льва|медвед|собак|кон[яе])|\bназвани[ея] (?:корабл|судна|отел|фильм)"
)
_CAPITALISED = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w-]+(?: [A-Z][\w-]+)*")


def asks_for_untold_measure(number: int, query: Query, index: Index) -> bool:
    """Whether a size, weight, age, price, colour, name, birth or number is asked for and not told.

    That is by the event of that number, in title, summary or note. Bare titles that are births
    need not say so.
    """
    asked = query.intent.whole
    if asks_for_unnamed(number, query, index):
        return True
    if asks_for_untold_count(number, query, index) and not is_toll_told(number, query, index):
        return True
    if not _MAY_ASK.search(asked):
        return False
    event = index.events[number]
    text = f"{event.title}. {event.summary} {event.note}"
    if _NAME_OF.search(asked):
        return not _tells_name(event, text, index)
    lowered = text.lower()
    if index.lexicon.kinds and _BIRTH.search(asked) and not _BIRTH_TOLD.search(lowered):
        return True
    return any(asks.search(asked) and not tells.search(lowered) for asks, tells in _MEASURES)


def _tells_name(event: Event, text: str, index: Index) -> bool:
    """Whether a text holds a name that is none of the people, places and bodies of the data."""
    listed = {name for kind in NAME_FIELDS for name in getattr(event, kind)}
    words = {word for name in listed for word in name.split()}
    return any(
        words.isdisjoint(found[0].split())
        and not all(is_name_word(word) for word in found[0].lower().split())
        and not any(said.meaning.concepts for said in index.lexicon.find(terms(found[0])))
        for found in _CAPITALISED.finditer(text)
    )
