"""Local chat: question in, plain text out, on the same engine as Slack."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from unicodedata import east_asian_width

from bot.answers.answer import Answer, AnswerKind, Entry
from bot.answers.examples import make_periods
from bot.answers.responder import Responder
from bot.answers.smalltalk import is_new_question
from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for
from bot.answers.wording.wording import Wording
from bot.search.threads.turns import Turn
from bot.timeline.event import Source

WIDTH = 80  # columns; longer lines are hard to read
LEAST_WIDTH = 20  # of a terminal that says it has fewer, or none
MOST_IN_FULL = 2  # entries shown with note and all sources; more would be a wall of text
MOST_QUESTIONS = 6  # of the conversation that a follow-up may lean on
_LEAVE = re.compile(
    r"[:/]?(?:q|quit|exit|leave|stop|bye|выход|выйти|выйди|стоп|хватит|종료|나가기|그만)"
    r"(?:해|할래|하자|할게)?(?:\(\))?(?:,? (?:please|now|пожалуйста|сейчас|chat|the chat))?[.!]*",
    re.IGNORECASE,
)
_MORE = frozenset({"more", "next", "ещё", "еще", "дальше", "더"})
# Curated text may come from anywhere: control characters would reach the terminal itself,
# marks of direction would turn what stands beside them, halves of pairs cannot be printed.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Style:
    """How to set off a date or a heading; empty strings where colours are unwelcome."""

    bold: str = ""
    dim: str = ""
    end: str = ""


PLAIN = Style()
COLOURED = Style("\x1b[1m", "\x1b[2m", "\x1b[0m")


def render(
    answer: Answer, *, style: Style = PLAIN, width: int = WIDTH, is_chat: bool = True
) -> str:
    """Return `answer` as text wrapped at `width` columns, without a newline at the end.

    Whether it stands in a chat decides how it says to see the entries that are left.
    """
    say = wording_for(answer.language)
    is_short = len(answer.entries) > MOST_IN_FULL
    is_help = answer.kind is AnswerKind.HELP
    note = _wrap(answer.note, style.dim, style.end, width)
    # Where nothing answers, the note introduces what is nearest.
    is_intro = bool(answer.entries or answer.lines) and not (is_help or answer.is_answered)
    parts = [_wrap(answer.heading, style.bold, style.end, width)]
    if is_intro:
        parts.append(_wrap(answer.note, "", "", width))
    write = _bullet if is_help else _indent
    parts.append("\n".join(write(line, width) for line in answer.lines))
    parts.extend(
        _entry(entry, style, width, is_short=is_short, say=say) for entry in answer.entries
    )
    if answer.examples:
        parts.append(
            "\n".join([say.examples, *(_indent(example, width) for example in answer.examples)])
        )
    if not is_intro:
        parts.append(note)
    if answer.entries and (answer.remaining or answer.offset):
        first, last = answer.offset + 1, answer.offset + len(answer.entries)
        pages = say.page_of(first, last, total=answer.total)
        if answer.remaining:
            pages = f"{pages} ({say.more_in_chat if is_chat else say.more_at_shell})"
        parts.append(_wrap(pages, style.dim, style.end, width))
    return "\n\n".join(part for part in parts if part)


def _entry(entry: Entry, style: Style, width: int, *, is_short: bool, say: Wording) -> str:
    label = f"{entry.label} ({entry.remark})" if entry.remark else entry.label
    lines = [_wrap(f"{label}: {entry.title}", style.bold, style.end, width)]
    if entry.summary:
        lines.append(_indent(entry.summary, width))
    if not is_short:
        lines += _details(entry, style, width, say=say)
    if entry.timeline:
        lines.append(_indent(say.from_timeline.format(title=entry.timeline), width, style))
    source = _first_source(entry.sources) if is_short else ""
    lines.append(_indent(f"id {entry.id} · {source}" if source else f"id {entry.id}", width, style))
    return "\n".join(lines)


def _details(entry: Entry, style: Style, width: int, *, say: Wording) -> Iterator[str]:
    if entry.note:
        yield _indent(say.note.format(text=entry.note), width)
    if entry.symbol:
        yield _indent(say.un_document_line.format(symbol=entry.symbol), width)
    for source in entry.sources:
        parts = (source.title, source.publisher, say.written_date(source.date))
        told = ", ".join(part for part in parts if part)
        yield _indent(say.source.format(text=told), width, style)
        if source.url:
            yield f"    {_clean(source.url)}"


def _first_source(sources: Sequence[Source]) -> str:
    """Return who published the first source, and in which year."""
    if not sources:
        return ""
    first = sources[0]
    year = first.date[:4] if first.date[:4].isdigit() else ""
    return ", ".join(part for part in (first.publisher or first.title, year) if part)


def _clean(text: str) -> str:
    return _CONTROL.sub(" ", text)


def _wrap(text: str, before: str, after: str, width: int) -> str:
    filled = _fill(text, width)
    return f"{before}{filled}{after}" if filled else ""


def _indent(text: str, width: int, style: Style = PLAIN) -> str:
    return f"{style.dim}{_fill(text, width, lead='  ', indent='  ')}{style.end}"


def _bullet(text: str, width: int) -> str:
    return _fill(text, width, lead="- ", indent="  ")


def _fill(text: str, width: int, *, lead: str = "", indent: str = "") -> str:
    """Break `text` between words; `textwrap` counts letters, but Hangul takes two columns."""
    rows: list[list[str]] = [[]]
    used = len(lead)
    for word in filter(None, _clean(text).split(" ")):
        size = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in word)
        if rows[-1] and used + 1 + size > width:
            rows.append([])
            used = len(indent)
        used += size + bool(rows[-1])
        rows[-1].append(word)
    return "\n".join((indent if at else lead) + " ".join(row) for at, row in enumerate(rows))


def welcome(responder: Responder, *, width: int = WIDTH) -> str:
    """Return what greets a person: the timeline's title and how to begin, leave and go on."""
    title = ", ".join(info.title for info in responder.index.timeline.infos)
    say = wording_for(DEFAULT_LANGUAGE)  # nobody has said anything yet
    year, month, *_ = make_periods(responder.index.timeline, say=say)
    lines = [title, *(line.format(year=year, month=month) for line in say.welcome)]
    return "\n".join(_fill(line, width) for line in lines)


class Conversation:
    """What was said so far: the last questions, the entries shown, and the list being read."""

    def __init__(self) -> None:
        self._turns: list[Turn] = []
        self._asked_with: tuple[Turn, ...] = ()
        self._last: Answer | None = None

    def reply(self, text: str, responder: Responder, *, today: date, random: Random) -> Answer:
        """Answer a line that may lean on those before it."""
        context = tuple(self._turns)
        answer = responder.reply(
            text, today=today, random=random, command="", context=context, spoken=self.language
        )
        self._last, self._asked_with = answer, context
        if is_new_question(text):
            self._turns.clear()
        elif answer.kind is not AnswerKind.HELP:
            # "random" says nothing about the entry that it showed; the entry's title does.
            is_one = answer.request.verb == "id" and answer.entries
            asked = answer.entries[0].title if is_one else text
            self._turns.append(Turn(is_question=True, text=asked))
            self._note(answer)
        return answer

    def more(self, responder: Responder, *, today: date) -> Answer | None:
        """Return the next page of the last list; None where nothing is left."""
        if self._last is None or not self._last.remaining:
            return None
        offset = self._last.offset + len(self._last.entries)
        answer = responder.again(
            self._last.request, today=today, offset=offset, context=self._asked_with
        )
        self._last = answer
        self._note(answer)
        return answer

    @property
    def language(self) -> str:
        """The language spoken last, "" where nothing was said."""
        return "" if self._last is None else self._last.language

    @property
    def is_begun(self) -> bool:
        """Whether anything was said yet."""
        return self._last is not None

    def _note(self, answer: Answer) -> None:
        shown = "\n".join(entry.title for entry in answer.entries)
        self._turns.append(Turn(is_question=False, text=shown))
        asked = [at for at, turn in enumerate(self._turns) if turn.is_question]
        del self._turns[: asked[-MOST_QUESTIONS:][0] if asked else 0]


def chat(
    lines: Iterator[str],
    write: Callable[[str], None],
    *,
    responder: Callable[[], Responder],
    today: Callable[[], date],
    random: Random,
    style: Style = PLAIN,
    width: Callable[[], int] = lambda: WIDTH,
) -> None:
    """Answer each line until the lines end or one of them says goodbye.

    `responder` is called for each line, so that a changed timeline is used at once; so is
    `width`, since a terminal may be made wider or narrower.
    """
    conversation = Conversation()
    for line in lines:
        text = line.strip()
        if _LEAVE.fullmatch(text):
            return
        if not text:
            write(wording_for(conversation.language or DEFAULT_LANGUAGE).nothing_typed)
            continue
        if text.startswith("/"):
            text = text.partition(" ")[2]  # as in Slack: the command's own name says nothing
        if text.lower() in _MORE and conversation.is_begun:
            answer = conversation.more(responder(), today=today())
        else:
            answer = conversation.reply(text, responder(), today=today(), random=random)
        if answer is None:
            write(wording_for(conversation.language or DEFAULT_LANGUAGE).no_more)
        else:
            write(render(answer, style=style, width=width()))
