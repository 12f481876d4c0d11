"""How many of what: a number that an entry tells, where no entries can be counted."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit, keys_of
from bot.search.dates.spelt_years import ONES, TEENS, TENS
from bot.search.entries.asked_for import ANYBODY
from bot.search.index import Index
from bot.search.indexing.lexicon import is_tag
from bot.search.language.forms import Form
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.query import Query
from bot.search.terms import Term, stem, terms

MOST_COUNTED = 2  # the thing of which a number is asked for, and what happened to it
WORDS_BETWEEN = 4  # "11,000 North Korean troops": so far behind its number may a thing stand
_NUMBERS = frozenset(
    "no none both half pair couple several dozen dozens hundred hundreds thousand thousands"
    " million millions".split()
).union(ONES[1:], TEENS, TENS)
# What a number is asked of: the words behind it, up to the one that says what was done.
_HOW_MANY = Form(
    r"\b(?:how many|(?:the )?number of|сколько) (?!of\b|из\b)(?P<of>(?:[\w'-]+ ?){1,5})"
)
# "24 days", "40,000 tonnes": these are numbers of nothing else.
_MEASURES = frozenset(
    map(
        stem,
        "year day week month hour minute second kilometre kilometer km metre meter mile ton tonne"
        " barrel dollar rouble euro pound per percent cent time"
        " год лет день дней неделя месяц час минута километр метр тонна баррель доллар рубль"
        " процент раз".split(),
    )
)
_SCALES = frozenset("and half hundred thousand million billion square us".split())
_MONTHS = frozenset(
    map(
        stem,
        "january february march april may june july august september october november"
        " december".split(),
    )
)
_YEARS = range(1700, 2101)  # numbers that are rather a year than a count
WORDS_BEFORE, WORDS_AFTER = 7, 4  # from a number to its thing: "nine of its men had died"


def asks_amount(query: Query, index: Index) -> Unit | None:
    """Return the thing of which a number is asked for, if it is told within entries.

    Tests and visits, for which there is a tag, are counted by their entries instead.
    """
    if query.asked is not Asked.COUNT:
        return None
    counted = next((unit for unit in query.hard if not unit.is_name), None)
    if counted is None or not counted.variants:
        return None
    keys = counted.keys
    is_tagged = any(is_tag(key) or index.lexicon.tags_of.get(key) for key in keys)
    return None if is_tagged else counted


def tells_any_amount(number: int, query: Query, index: Index) -> bool:
    """Whether the event says how many there were of what is asked for, or to how many it happened.

    "How many soldiers were killed" is told by soldiers that are counted, and by "300 killed".
    """
    things = [unit for unit in query.hard if not unit.is_name][:MOST_COUNTED]
    return any(tells_amount(number, unit, index) for unit in things)


def tells_amount(number: int, thing: Unit, index: Index) -> bool:
    """Whether the event of that number says how many there were of the thing."""
    event = index.events[number]
    wanted = thing.keys
    left = 0
    for term in terms(f"{event.title} . {event.summary}"):
        if term.is_number or term.text in _NUMBERS:
            left = WORDS_BETWEEN
            continue
        groups = index.lexicon.meaning_of((term.stem,)).groups
        if left and (term.stem in wanted or not wanted.isdisjoint(groups)):
            return True
        left = max(0, left - 1)
    return False


def how_many_of(query: Query) -> tuple[str, ...]:
    """Return the words that say of what a number is asked: "soldiers died" of "how many"."""
    said = _HOW_MANY.search(query.intent.whole)
    words = said["of"].split() if said is not None else []
    return tuple(itertools.takewhile(lambda word: word not in FUNCTION_WORDS, words))


def asks_for_untold_count(number: int, query: Query, index: Index) -> bool:
    """Whether it is asked how many there were of a thing, and the event of that number tells none.

    A number that measures something else tells none: "24 days", "19 June". What the title is
    about may be counted by entries, and what a tag is of is.
    """
    if query.asked is not Asked.COUNT or not (words := how_many_of(query)):
        return False
    asked = [u for u in query.hard if u.variants and not set(words).isdisjoint(u.text.split())]
    if not asked or any(stem(word) in _MEASURES or word in ANYBODY for word in words):
        return False
    keys = keys_of(asked)
    if any(is_tag(key) or index.lexicon.tags_of.get(key) for key in keys):
        return False
    # A title in another language is about it in other words.
    ways = (v for u in asked for v in u.variants if v.is_direct or not u.text.isascii())
    title = index.title(number).terms
    if places_of(frozenset(key for way in ways for key in way.keys), title, index):
        return False
    event = index.events[number]
    told = terms(f"{event.title} . {event.summary} . {event.note}")
    counts = [at for at in range(len(told)) if is_count(told, at)]
    things = places_of(keys, told, index)
    return not any(
        -WORDS_BEFORE <= count - thing <= WORDS_AFTER for thing in things for count in counts
    )


def is_count(told: Sequence[Term], at: int) -> bool:
    """Whether a number of things stands there: no year, no day and no measure."""
    word = told[at].text
    if word not in _NUMBERS and not (word.isdigit() and int(word) not in _YEARS):
        return False
    after = told[at + 1 : at + 4]
    if after and word.isdigit() and after[0].stem in _MONTHS:
        return False
    unit = next((term.stem for term in after if term.text not in _SCALES), "")
    return unit not in _MEASURES


def places_of(keys: frozenset[str], told: Sequence[Term], index: Index) -> list[int]:
    """Return where a text has one of these keys of the index."""
    places = [
        at
        for at, term in enumerate(told)
        if term.stem in keys or not keys.isdisjoint(index.lexicon.meaning_of((term.stem,)).groups)
    ]
    for found in index.lexicon.find(told):
        if not keys.isdisjoint(found.meaning.concepts):
            places += range(found.start, found.start + found.length)
    return places
