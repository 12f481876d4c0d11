"""Entries that say themselves which occasion they are: "the second test", "the first known"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.search.asking.intent import Asked
from bot.search.asking.native import native_columns
from bot.search.asking.which_one import FINAL, Occasion, Which
from bot.search.dates.calendar_words import ORDINALS, russian_ordinals
from bot.search.entries.called import id_keys, names_it, things_of
from bot.search.entries.roles import compare_actors, leads_with_actor, names_in_title, place_of
from bot.search.index import Index
from bot.search.language.foreign_words import RUSSIAN
from bot.search.language.forms import Form
from bot.search.language.related_words import people_of
from bot.search.query import Query
from bot.search.terms import fold, terms, tokens
from bot.search.weighing.scoring import MET, NAMED, Candidate, meets_all

# An entry that counts itself may explain less of the question in other words than the best.
SAME_COVERAGE_TITLED = 0.55
# A bare title has no summary to say more in: of the best one's coverage, how much those explain
# of which the earliest was the first, and how much one that says so and leaves out a word.
SAME_COVERAGE_BARE, IN_PART = 0.95, 0.6

_FEMININE = ("ая", "ой", "ую", "ья", "ьей", "ью")
_LAST_IN_RUSSIAN = frozenset(
    f"последн{ending}" for ending in "ий яя ее его ей ем ему юю им ими ие их".split()
)

_WORDS = re.compile(r"\w+")  # "3rd" is one of them, and not the number that terms make of it

# Names of things, which count no occasions.
_WARS = re.compile(r"\b(?:first|second|third) world war\b")
_MATCH = Form(rf"\b(?!{FINAL})final\b")

# After these a title says by or after what first thing something else came.
_ALONG = re.compile(
    r"\b(?:on|with|by|at|after|before|since|from|of|during|until|following)"
    r" (?:the |its |his |her )?\Z"
)
_THING = re.compile(r"[^.;:,]{3,80}")

_PLANNED = frozenset("draft drafts plan plans proposal proposals".split())
_ORDINALS = frozenset(ORDINALS)
_SUPERLATIVES = frozenset(["earliest", "oldest"])  # of which a title says the one asked for
_ANYTHING = re.compile(r"(?:\w+ )?(?:piece|one|item|object|thing|example|exhibit|specimen)\b")
_SINCE = re.compile(r"\b(?:since|after|in (?:\w+ )?(?:years|decades|months))\b")
_TIME = re.compile(r"time\b")
# "The first anniversary of the treaty" counts years of it, and no treaties.
_SHARE = re.compile(r"(?:anniversary|day|week|month|year|half|part|phase|stage)s? of\b")
# Up to one of these stands what is counted.
_ENDS_IT = re.compile(r"[,.;:]| (?:as|at|by|during|for|from|in|since|under|until|when|while|with) ")
_IS_NONE = re.compile(r"\b(?:not|never|no longer|other than|rather than|instead of)\b")
WORDS_COUNTED = 8  # after "first", in which a summary says what it counts


def ordinal_words(occasion: Occasion) -> frozenset[str]:
    """Return the words by which a title says that it is the occasion meant."""
    if occasion.which is Which.LAST:
        return frozenset(("last", "final") if occasion.number == 1 else ("penultimate",))
    word = ORDINALS[occasion.number - 1] if 0 < occasion.number <= len(ORDINALS) else ""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(occasion.number, "th")
    return frozenset((word, f"{occasion.number}{ending}")) if word else frozenset()


def is_called_another(number: int, occasion: Occasion, index: Index) -> bool:
    """Whether the id of an event counts it by itself, as another one: no "second" is the first."""
    asked = ordinal_words(occasion)
    if not asked or occasion.which is Which.LAST:
        return False
    said = _ORDINALS.intersection(index.events[number].id.split("-"))
    return bool(said) and said.isdisjoint(asked)


def is_called_planned(number: int, query: Query, index: Index) -> bool:
    """Whether the id of an event calls it a draft or plan, and nobody asked for one.

    The draft of a resolution is none of them.
    """
    return not _PLANNED.isdisjoint(index.events[number].id.split("-")) and _PLANNED.isdisjoint(
        query.said
    )


def told_ordinals(query: Query, index: Index) -> frozenset[str]:
    """Return the words by which titles say so in the languages of the store.

    In Russian an ordinal agrees with what it counts: "первая" counts no "первый выход".
    """
    occasion = query.occasion
    if occasion is None:
        return frozenset()
    words = ordinal_words(occasion)
    if occasion.which is Which.FIRST:
        words |= _SUPERLATIVES.intersection(tokens(query.intent.whole))
    if RUSSIAN not in native_columns(index):
        return words
    if occasion.which is Which.LAST:
        return words | _LAST_IN_RUSSIAN if occasion.number == 1 else words
    forms = russian_ordinals(occasion.number)
    asked = forms.intersection(tokens(query.intent.whole))
    if asked:
        is_feminine = any(form.endswith(_FEMININE) for form in asked)
        forms = frozenset(form for form in forms if form.endswith(_FEMININE) is is_feminine)
    return words | forms


def counted_by_itself(
    candidates: Sequence[Candidate], query: Query, index: Index
) -> Candidate | None:
    """Return the entry whose title says itself that it is the one meant."""
    best = max(candidate.coverage for candidate in candidates)
    words = told_ordinals(query, index)
    if not words:
        return None
    superlative = _called_the_oldest(candidates, words & _SUPERLATIVES, query, index)
    if superlative is not None:
        return superlative
    titled = [
        candidate
        for candidate in candidates
        if candidate.coverage >= SAME_COVERAGE_TITLED * best
        and meets_all(candidate, query)
        and (
            (
                _counts_itself(candidate.number, words, query, index)
                and names_in_title(candidate, query, index)
            )
            or _counts_by_id(candidate.number, words, query, index)
        )
        and compare_actors(candidate, query, index) >= 0
        and leads_with_actor(candidate, query, index)
    ]
    if not titled:
        floor = SAME_COVERAGE_TITLED * best
        likely = (c for c in candidates if c.coverage >= floor and meets_all(c, query))
        titled = [
            c
            for c in likely
            if _says_so(index.events[c.number].summary, words, query)
            and compare_actors(c, query, index) >= 0
        ]
    if titled and query.asked is Asked.WHEN:  # what plainly tells the deed counts by itself
        likely = (c for c in candidates if c.coverage >= SAME_COVERAGE_TITLED * best)
        if any(compare_actors(candidate, query, index) > 0 for candidate in likely):
            titled = [c for c in titled if compare_actors(c, query, index) > 0]
    outright = [c for c in titled if _says_so(index.events[c.number].title, words, query)]
    telling = outright or titled
    if not index.lexicon.kinds:
        telling = _at_the_end(telling, query) or _told_in_part(candidates, words, query, index)
    names = [number for number, unit in enumerate(query.units) if unit.is_name]

    def worth(candidate: Candidate) -> tuple[int, float, int]:
        named = sum(candidate.strength(name) >= NAMED for name in names)
        return named, round(candidate.coverage, 2), -candidate.number

    return max(telling, key=worth, default=None)


def _called_the_oldest(
    candidates: Sequence[Candidate], words: frozenset[str], query: Query, index: Index
) -> Candidate | None:
    """Return the entry that says "the oldest" of what is asked for, where just that is asked.

    What happened to it "for the first time" does not.
    """
    if not words:
        return None
    floor = SAME_COVERAGE_TITLED * max(candidate.coverage for candidate in candidates)
    for candidate in candidates:
        if candidate.coverage >= floor and meets_all(candidate, query):
            title, summary = index.texts(candidate.number)
            if _says_so(title, words, query) or _says_so(summary, words, query):
                return candidate
    return None


def _at_the_end(told: Sequence[Candidate], query: Query) -> list[Candidate]:
    """Return the earliest of those that say about as much that each was the first, or the last.

    Several titles do, each of its own kind: the first colony, and the first that was to stay.
    """
    which = query.occasion.which if query.occasion else Which.NTH
    if not told or which is Which.NTH:
        return [*told]
    most = max(candidate.coverage for candidate in told)
    alike = [c for c in told if c.coverage >= SAME_COVERAGE_BARE * most]
    return [(max if which is Which.LAST else min)(alike, key=lambda c: c.number)]


def _told_in_part(
    candidates: Sequence[Candidate], words: frozenset[str], query: Query, index: Index
) -> list[Candidate]:
    """Return those that say outright that it was the first, and leave out a word but no name.

    There counting tells less: what is the earliest of those that hold every word need not be
    of the kind at all.
    """
    floor = IN_PART * max(candidate.coverage for candidate in candidates)
    hard = [(number, unit) for number, unit in enumerate(query.units) if not unit.is_soft]
    names = [number for number, unit in hard if unit.is_likely_name or people_of(unit.text)]
    return [
        candidate
        for candidate in candidates
        if candidate.coverage >= floor
        and all(candidate.strength(name) >= MET for name in names)
        and _says_so(index.events[candidate.number].title, words, query)
        and compare_actors(candidate, query, index) >= 0
    ]


def _says_so(text: str, words: frozenset[str], query: Query) -> bool:
    """Whether a text says outright that this was the first: "the first known delegation".

    "The first since" another time only counts for who asks since when.
    """
    said = _MATCH.sub(" ", fold(text))
    things = [unit for unit in query.hard if not unit.is_name]
    is_since = _SINCE.search(query.intent.whole) is not None
    for word in words:
        if f"{word} " not in said:
            continue  # no pattern is made for it
        for start, thing in _told_behind(word, said):
            if _ALONG.search(said, 0, start):
                continue
            if _SINCE.search(thing) and not is_since:
                continue
            if _SHARE.match(thing):
                continue
            # "For the first time" counts what was said before it.
            of_what = said[:start] if _TIME.match(thing) else ""
            of_kind = _IS_NONE.split(thing, maxsplit=1)[0]  # "the first income that is not a grant"
            counted = (*terms(of_what), *terms(of_kind)[:WORDS_COUNTED])
            stems = frozenset(term.stem for term in counted)
            met = sum(
                any(stems.issuperset(key.split()) for v in unit.variants for key in v.keys)
                for unit in things
            )
            if met and 2 * met >= len(things):
                return True
            if word in _SUPERLATIVES and _ANYTHING.match(thing):
                return True  # of whatever the entry is about
    return False


def _told_behind(word: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield where a word stands in a text, and what comes behind it: as far as one thing goes."""
    at = text.find(f"{word} ")
    while at >= 0:
        is_whole = not (at and (text[at - 1].isalnum() or text[at - 1] == "_"))
        found = _THING.match(text, at + len(word) + 1) if is_whole else None
        if found is not None:
            yield at, found[0]
        at = text.find(f"{word} ", found.end() if found is not None else at + 1)


def _counts_itself(number: int, words: frozenset[str], query: Query, index: Index) -> bool:
    """Whether a title counts what is asked for: "a second spell as manager" counts no managers.

    What is counted stands behind an English ordinal, up to the next preposition; nothing
    there, or the time, counts what was told before.
    """
    said = _MATCH.sub(" ", _WARS.sub(" ", fold(index.events[number].title)))
    for found in _WORDS.finditer(said):
        if found.group() not in words:
            continue
        counted = _ENDS_IT.split(said[found.end() :], maxsplit=1)[0].strip()
        if not counted or _TIME.match(counted) or not found.group().isascii():
            return True
        if any(place_of(unit, terms(counted), index) >= 0 for unit in query.hard):
            return True
    return False


def _counts_by_id(number: int, words: frozenset[str], query: Query, index: Index) -> bool:
    """Whether the id counts what is asked for: it is made by hand of what the event is called."""
    event_id = index.events[number].id
    if words.isdisjoint(event_id.casefold().split("-")):
        return False
    keys = id_keys(event_id, index)
    return any(names_it(keys, unit) for unit in things_of(query))
