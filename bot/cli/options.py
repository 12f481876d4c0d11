"""Options that several commands take, and what each accepts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.responder import Responder

_HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", re.ASCII | re.IGNORECASE)


class DayType(click.ParamType[date]):
    """A day: 2019-04-25, or in words such as 25 April 2019; never one relative to today."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail with how to write one."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
        day = _day_in_words(value)
        if day is None:
            self.fail(f"{value!r} is not a day; write it as 2019-04-25", param, ctx)
        return day


def _day_in_words(text: str) -> date | None:
    from bot.search.when import read_period  # wanted only for a day that is not in figures
    from bot.timeline.dates import DateSpan

    # A day that moves along with today is none that can be given.
    found = {read_period(text, today=date(year, 1, 1)) for year in (1999, 2000)}
    span = found.pop() if len(found) == 1 else None
    if not isinstance(span, DateSpan) or not span.is_single_day or span.earliest.year < 1:
        return None
    return date(*span.earliest)


class CommandName(click.ParamType[str]):
    """The name of a slash command."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name, or fail with how to write one."""
        from bot.settings import COMMAND_FORM, is_command_name  # not wanted to ask a question

        if not is_command_name(value):
            self.fail(f"{value!r} is not a slash command; {COMMAND_FORM}", param, ctx)
        return str(value)


class PublicAddress(click.ParamType[str]):
    """The address at which Slack reaches the bot."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address, or fail with how to write one."""
        if not _is_public_address(value):
            self.fail(f"{value!r} is not a web address like https://bot.example.org", param, ctx)
        return str(value)


def _is_public_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        is_port_sound = parts.port is None or parts.port > 0
    except ValueError:
        return False
    is_bare = not (parts.query or parts.fragment or parts.username or parts.password)
    is_host = bool(parts.hostname and _HOST.fullmatch(parts.hostname))
    has_space = any(character.isspace() for character in value)
    return parts.scheme == "https" and is_host and is_bare and is_port_sound and not has_space


@dataclass(frozen=True, slots=True)
class Paging:
    """Which of the entries to show: a few at a time, or all."""

    limit: int | None = None
    offset: int = 0
    show_all: bool = False

    def responder(self, responder: Responder) -> Responder:
        """Return a responder that shows as many entries at a time."""
        size = len(responder.index.events) if self.show_all else self.limit
        return replace(responder, page=size) if size else responder

    def page_of(self, answer: Answer) -> Answer:
        """Return `answer`, without entries if it was to begin beyond the last of them."""
        if self.offset and self.offset >= answer.total:
            from bot.answers.wording.choosing import wording_for

            note = wording_for(answer.language).only_so_many(answer.total)
            return replace(answer, entries=(), offset=self.offset, note=note)
        return answer


data = click.option(
    "--data",
    "data",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A timeline file or a folder of them; may be given several times.",
)
today = click.option(
    "--today",
    "day",
    type=DayType(),
    help="The day to take as today, for “last year” and the like.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
_PAGING = (
    click.option("--all", "show_all", is_flag=True, help="Show every entry."),
    click.option("--limit", type=click.IntRange(min=1), help="How many entries to show at most."),
    click.option(
        "--offset", type=click.IntRange(min=0), default=0, help="How many entries to pass over."
    ),
)


def paging(command: Callable[..., None]) -> Callable[..., None]:
    """Give `command` the options --all, --limit and --offset, as its argument `pages`."""

    @wraps(command)
    def paged(*, limit: int | None, offset: int, show_all: bool, **others: Any) -> None:
        command(pages=Paging(limit, offset, show_all), **others)

    for option in reversed(_PAGING):
        paged = option(paged)
    return paged
