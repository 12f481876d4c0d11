"""What is typed behind `subscribe`: a time, a zone and options, or what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time

from bot.slack.daily.typed_times import (
    DAY_SETS,
    join_words,
    looks_like_time,
    read_days,
    read_time,
)
from bot.slack.daily.vocabulary import Vocabulary, fold_name
from bot.slack.daily.zones import find_zone
from bot.timeline.daily_choice import DailyChoice, LeapDay, WhenEmpty
from bot.timeline.nearest import find_nearest

LONGEST_TYPED = 1_000  # characters; what comes after is not read
MOST_NAMED = 10  # tags, and people, of one subscription: as many as its form takes
LONGEST_NAME = 150  # characters: the most that an option of Slack's menus can stand for
MOST_PROBLEMS = 5  # told at once; looking for what may be meant takes time for each
_MOST_WORDS = 6  # of a name that is typed without quotes
_SHOWN = 40  # characters of what was typed, where an answer repeats it

OPTIONS = (
    "weekdays, sunday-thursday, or days such as mon,wed,fri; tag:NAME; person:NAME; "
    "timeline:NAME; empty:nothing, empty:week or empty:month; "
    "29feb:28-february, 29feb:1-march or 29feb:leap-years"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a wish: in which field of the form, and in a sentence."""

    field: str  # "time", "zone", "days", "timeline", "tags", "people", "empty", "leap", "options"
    text: str


@dataclass(frozen=True, slots=True)
class Wish:
    """A subscription as far as it was typed; None and "" stand for what was not said."""

    at: time | None = None
    zone: str = ""
    choice: DailyChoice = field(default_factory=DailyChoice)
    problems: tuple[Problem, ...] = ()


_FULLWIDTH = str.maketrans("０１２３４５６７８９：", "0123456789:")
_SAYS_NOTHING = frozenset({"at", "on", "in", "and", "every", "each", "day", "time", "zone", "&"})

_OPENING, _CLOSING = "\"“„«'", "\"”“»'"
_QUOTED = rf"[{_OPENING}][^{_CLOSING}]*(?:[{_CLOSING}]|$)"
_OPTION = re.compile(
    r"(?P<name>[^\W\d_][\w-]*|29-?feb(?:ruary)?)\s?[:=]\s?"
    rf"(?P<value>{_QUOTED}|[^\s{_OPENING}]\S*)",
    re.IGNORECASE,
)
_FIELDS = {
    "tag": "tags", "tags": "tags", "person": "people", "people": "people", "timeline": "timeline",
    "days": "days", "day": "days", "on": "days", "at": "time", "time": "time", "zone": "zone",
    "timezone": "zone", "tz": "zone", "empty": "empty", "leap": "leap", "29feb": "leap",
    "29-feb": "leap", "29february": "leap", "29-february": "leap", "leapday": "leap",
    "leap-day": "leap",
}  # fmt: skip
_EMPTY = {
    "nothing": WhenEmpty.NOTHING, "none": WhenEmpty.NOTHING, "silent": WhenEmpty.NOTHING,
    "quiet": WhenEmpty.NOTHING, "week": WhenEmpty.WEEK, "month": WhenEmpty.MONTH,
}  # fmt: skip
_LEAP = {
    "28": LeapDay.FEBRUARY_28, "28-february": LeapDay.FEBRUARY_28, "28-feb": LeapDay.FEBRUARY_28,
    "28feb": LeapDay.FEBRUARY_28, "28february": LeapDay.FEBRUARY_28, "1": LeapDay.MARCH_1,
    "1-march": LeapDay.MARCH_1, "1-mar": LeapDay.MARCH_1, "1mar": LeapDay.MARCH_1,
    "1march": LeapDay.MARCH_1, "leap-years": LeapDay.LEAP_YEARS, "leap": LeapDay.LEAP_YEARS,
    "leap-year": LeapDay.LEAP_YEARS, "only": LeapDay.LEAP_YEARS, "29": LeapDay.LEAP_YEARS,
}  # fmt: skip


def read_wish(typed: str, vocabulary: Vocabulary, *, now: datetime) -> Wish:
    """Return what somebody typed behind `subscribe`, in any order; never raises.

    What is not understood is among the problems, each with what might be meant; the rest
    is read all the same. There are at most `MOST_PROBLEMS`. `now` only tells which offset
    zones have at present.
    """
    return _Reading(vocabulary, now).read(typed[:LONGEST_TYPED].translate(_FULLWIDTH))


class _Reading:
    """Reads one wish, and notes what is wrong."""

    def __init__(self, vocabulary: Vocabulary, now: datetime) -> None:
        self._vocabulary = vocabulary
        self._now = now
        self._wish = Wish()
        self._days: set[int] = set()

    def read(self, typed: str) -> Wish:
        left: list[str] = []
        place = 0
        for found in _OPTION.finditer(typed):
            if found.start() < place:  # it lies within a name that an earlier option took
                continue
            if self._is_enough:
                break
            left += typed[place : found.start()].split()
            name, value = found["name"].casefold(), found["value"]
            place = found.end()
            if name in ("tag", "tags", "person", "people", "timeline"):
                taken = self._take_names(_FIELDS[name], value, typed[place:])
                place += taken
            elif name in _FIELDS:
                self._take_option(_FIELDS[name], _bare(value))
            else:
                near = find_nearest(name, _FIELDS)
                self._note("options", _unknown(f"{name}:", f"{near}:" if near else ""))
        self._take_words([*left, *typed[place:].split()])
        if self._days:
            self._choose(days=tuple(sorted(self._days)))
        return self._wish

    @property
    def _is_enough(self) -> bool:
        return len(self._wish.problems) >= MOST_PROBLEMS

    def _note(self, where: str, text: str) -> None:
        if not self._is_enough:
            noted = (*self._wish.problems, Problem(where, text))
            self._wish = replace(self._wish, problems=noted)

    def _choose(self, **changes: object) -> None:
        choice = replace(self._wish.choice, **changes)  # type: ignore[arg-type]
        self._wish = replace(self._wish, choice=choice)

    def _take_option(self, name: str, value: str) -> None:
        if name == "days":
            for word in re.split(r"[,;]", value):
                if not self._take_days(word.strip()):
                    self._note("days", _no_days(word))
        elif name == "time":
            self._take_time(value)
        elif name == "zone":
            self._take_zone([value])
        elif name == "empty":
            if value.casefold() in _EMPTY:
                self._choose(when_empty=_EMPTY[value.casefold()])
            else:
                self._note("empty", f"“empty:{_cut(value)}” is none of nothing, week and month.")
        elif value.casefold() in _LEAP:
            self._choose(leap_day=_LEAP[value.casefold()])
        else:
            self._note(
                "leap", f"“29feb:{_cut(value)}” is none of 28-february, 1-march and leap-years."
            )

    def _take_names(self, kind: str, value: str, after: str) -> int:
        """Take the names of an option; return how much of the text behind it belongs to them."""
        known = {
            "tags": self._vocabulary.tags,
            "people": self._vocabulary.people,
            "timeline": self._vocabulary.timelines,
        }[kind]
        taken = 0
        names = [one.strip() for one in _bare(value).split(",")]
        if value[0] not in _OPENING:
            # A name may go on in the next words: person:Mary Ann Dent
            words = list(re.finditer(r"\S+", after))[:_MOST_WORDS]
            for last in reversed(words):
                whole = f"{names[-1]} {after[: last.end()].strip()}"
                if fold_name(whole) in known:
                    names[-1], taken = whole, last.end()
                    break
        for name in filter(None, names):
            if self._is_enough:
                break
            if fold_name(name) in known:
                self._add_name(kind, known[fold_name(name)])
            else:
                near = find_nearest(fold_name(name), known)
                self._note(kind, _no_name(kind, name, known[near] if near else ""))
        return taken

    def _add_name(self, kind: str, name: str) -> None:
        if kind == "timeline":
            self._choose(timeline=name)
            return
        chosen: tuple[str, ...] = getattr(self._wish.choice, kind)
        if len(name) > LONGEST_NAME:
            self._note(kind, f"The name of “{_cut(name)}” is too long to choose by.")
        elif name not in chosen and len(chosen) >= MOST_NAMED:
            self._note(kind, f"At most {MOST_NAMED} {kind} can be chosen.")
        elif name not in chosen:
            self._choose(**{kind: (*chosen, name)})

    def _take_words(self, words: Sequence[str]) -> None:
        unread: list[str] = []
        for word in join_words(words):
            if word.casefold().strip(",;") in _SAYS_NOTHING:
                continue
            bare = word.strip(",;")
            if self._take_days(bare) or (looks_like_time(bare) and self._take_time(bare)):
                continue
            unread.append(bare)
        if unread:
            self._take_zone(unread)

    def _take_time(self, word: str) -> bool:
        at = read_time(word)
        if at is None:
            self._note("time", _no_time(word))
        elif self._wish.at not in (None, at):
            self._note("time", "One time is enough; for another time, subscribe once more.")
        else:
            self._wish = replace(self._wish, at=at)
        return True

    def _take_days(self, word: str) -> bool:
        days = read_days(word)
        self._days |= set(days)
        return bool(days)

    def _take_zone(self, words: Sequence[str]) -> None:
        """Take the words as one zone ("New York"), or else one of them as one."""
        whole = find_zone(" ".join(words), now=self._now)
        if whole.name:
            self._set_zone(whole.name)
            return
        rest: list[tuple[str, tuple[str, ...]]] = []
        for word in words[: 2 * MOST_PROBLEMS]:
            found = find_zone(word, now=self._now)
            if found.name:
                self._set_zone(found.name)
            else:
                rest.append((word, found.near))
        if whole.near and len(rest) == len(words):
            rest = [(" ".join(words), whole.near)]
        for word, near in rest:
            if self._is_enough:
                break
            if near:
                self._note("zone", f"“{_cut(word)}” is no zone. Did you mean {_either(near)}?")
            elif "/" in word or _is_offset(word):
                self._note("zone", f"“{_cut(word)}” is no zone; write one like Europe/Berlin.")
            else:
                self._note("options", _unknown(word, find_nearest(word, (*DAY_SETS, *_FIELDS))))

    def _set_zone(self, name: str) -> None:
        if self._wish.zone not in ("", name):
            self._note("zone", f"One zone is enough: {self._wish.zone} or {name}?")
        else:
            self._wish = replace(self._wish, zone=name)


def _is_offset(word: str) -> bool:
    return word[:1] in "+-\u2212" or bool(re.match(r"(?i)(utc|gmt)[+-]", word))


def _bare(value: str) -> str:
    return value.strip(_OPENING + _CLOSING).strip()


def _cut(word: str) -> str:
    return word if len(word) <= _SHOWN else f"{word[: _SHOWN - 1]}…"


def _either(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _no_time(word: str) -> str:
    if word.startswith("24"):
        return "The day begins at 00:00; there is no 24:00."
    return f"“{_cut(word)}” is no time of the day; write it like 09:00 or 21:30."


def _no_days(word: str) -> str:
    return f"“{_cut(word)}” is no day of the week; write days like mon,wed,fri."


def _no_name(kind: str, name: str, near: str) -> str:
    what = {"tags": "tag", "people": "person", "timeline": "timeline"}[kind]
    hint = f" Did you mean “{_cut(near)}”?" if near else ""
    return f"I know no {what} “{_cut(name)}”.{hint}"


def _unknown(word: str, near: str) -> str:
    hint = f" Did you mean “{near}”?" if near else f" Options are {OPTIONS}."
    return f"I do not understand “{_cut(word)}”.{hint}"
