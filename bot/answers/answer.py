"""`Answer`, `Entry`, `AnswerKind`: a channel-neutral result that any door can show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.answers.wording.choosing import DEFAULT_LANGUAGE
from bot.timeline.event import Source


class AnswerKind(StrEnum):
    """What sort of result an answer is; the value is part of the JSON promise."""

    EVENTS = "events"  # sure of one or several entries
    CHOICES = "choices"  # the best entries are too close to call: "did you mean"
    ABSTAIN = "abstain"  # nothing good enough; the entries, if any, are only the nearest
    PERIOD = "period"  # every entry of a span of time, in order of time
    TODAY = "today"  # on this day
    EVENT = "event"  # one entry asked for by its id, or a random one
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as shown: curated texts, plus a label for its date.

    `label` is the date at its known precision, as text ("25 April 2019"); `remark` is a
    short addition by rule ("7 years ago"), often empty; `score` is 0 to 1 for matches.
    """

    id: str
    date: str  # EDTF, as curated
    label: str
    title: str
    summary: str = ""
    note: str = ""
    symbol: str = ""
    remark: str = ""
    timeline: str = ""  # title of the timeline, only when several are loaded
    sources: tuple[Source, ...] = ()
    score: float | None = None
    reasons: tuple[str, ...] = ()


MAX_REQUEST = 1000  # characters; a Slack button carries 2000 and the text may need escaping


@dataclass(frozen=True, slots=True)
class Request:
    """How to get this answer again, for paging and for buttons.

    `verb` is "ask" (a question), "period" (a span as text), "today", "latest", "id",
    "daily" (where daily posts are set up) or "help"; `text` is its argument, bounded by
    `MAX_REQUEST` characters. `language` is the one the answer speaks: "en", "ru" or "ko".
    """

    verb: str
    text: str = ""
    language: str = DEFAULT_LANGUAGE

    @classmethod
    def bounded(cls, verb: str, text: str, *, language: str = DEFAULT_LANGUAGE) -> Request:
        """Return a request with `text` cut to what may be kept."""
        return cls(verb, text[:MAX_REQUEST], language)


@dataclass(frozen=True, slots=True)
class Answer:
    """Heading, entries, how many of how many, and a note: all a door needs to show.

    The heading is empty over a single entry, which begins with its own date and title.
    `entries` is one page of `total`, starting at `offset` (counted from 0). `before` and
    `after` are the neighbouring periods ("2021", "2023") of a period answer, else empty.
    `examples` are questions that work, for the help and where nothing was found. All texts
    are plain, not markup.
    """

    kind: AnswerKind
    heading: str
    entries: tuple[Entry, ...] = ()
    total: int = 0
    offset: int = 0
    note: str = ""
    lines: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    request: Request = Request("help")

    @property
    def language(self) -> str:
        """The language that the answer speaks: "en", "ru" or "ko"."""
        return self.request.language

    @property
    def remaining(self) -> int:
        """How many entries come after this page."""
        return max(0, self.total - self.offset - len(self.entries))

    @property
    def is_answered(self) -> bool:
        """Whether entries are shown because they answer, not merely as the nearest."""
        return self.kind is not AnswerKind.ABSTAIN and bool(self.entries)
