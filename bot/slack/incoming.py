"""Questions read from Slack's payloads; None for whatever is no person asking the bot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.slack.fields import mapping, text, workspace_of
from bot.slack.mrkdwn import plain_text

# Messages of people that hold a question; every other subtype is a notice of Slack's.
_OF_PEOPLE = frozenset({None, "file_share", "thread_broadcast"})
_OF_TWO = frozenset({"im", "app_home"})  # the second is the same, as older apps are told of it
_DEEPEST, _MOST_PARTS = 12, 400  # of the blocks of a message
_SLACKBOT = "USLACKBOT"


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asked, where, and in which thread the answer belongs (None: in none)."""

    text: str
    team: str
    user: str
    channel: str
    ts: str
    event_id: str
    thread_ts: str | None
    is_direct: bool

    @property
    def place(self) -> tuple[str, str, str]:
        """The conversation it belongs to: a thread, or a conversation of two as a whole."""
        return self.team, self.channel, self.thread_ts or ""

    @property
    def thread_there_is(self) -> str | None:
        """The thread it was asked in; None where only the answer would open one."""
        return None if self.thread_ts == self.ts else self.thread_ts

    def thread_under(self, ts: str) -> tuple[str, str, str]:
        """Return the conversation that somebody may open as a thread under a message."""
        return self.team, self.channel, ts

    @property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """What tells it from every other: Slack repeats events, and one message in two of them."""
        message = ("message", self.team, self.channel, self.ts)
        return (message, ("event", self.event_id)) if self.event_id else (message,)


def read_mention(body: Mapping[str, Any]) -> Question | None:
    """Return the question of a mention."""
    event = mapping(body.get("event"))
    return _read(body, event) if _is_from_person(event) else None


def read_direct_message(body: Mapping[str, Any]) -> Question | None:
    """Return the question of a message in somebody's own conversation with the bot."""
    event = mapping(body.get("event"))
    if not _is_from_person(event) or not _is_direct(event):
        return None
    return _read(body, event)


def words_of(message: Mapping[str, Any]) -> str:
    """Return the words of a message: its text, or what stands in its blocks where it has none."""
    said = text(message.get("text"))
    if said.strip():
        return said
    found = islice(_texts_in([message.get("blocks"), message.get("attachments")]), _MOST_PARTS)
    return " ".join(found)


def _texts_in(value: object, depth: int = 0) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for part in value:
            yield from _texts_in(part, depth + 1)
    elif isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for part in value.values():
            yield from _texts_in(part, depth + 1)


def _read(body: Mapping[str, Any], event: Mapping[str, Any]) -> Question | None:
    channel, ts = event.get("channel"), event.get("ts")
    if not isinstance(channel, str) or not isinstance(ts, str) or not channel or not ts:
        return None
    thread = event.get("thread_ts")
    is_direct = _is_direct(event)
    if not isinstance(thread, str) or not thread:
        # A conversation of two goes on as it is; in a channel the answer opens a thread.
        thread = None if is_direct else ts
    return Question(
        text=plain_text(words_of(event)),
        team=workspace_of(body).team or text(event.get("team")),
        user=str(event.get("user") or ""),
        channel=channel,
        ts=ts,
        event_id=str(body.get("event_id") or ""),
        thread_ts=thread,
        is_direct=is_direct,
    )


def _is_from_person(event: Mapping[str, Any]) -> bool:
    user = event.get("user")
    is_bot = bool(event.get("bot_id") or event.get("bot_profile"))
    is_notice = (event.get("subtype") or None) not in _OF_PEOPLE or bool(event.get("hidden"))
    is_edit = bool(event.get("edited"))
    is_person = isinstance(user, str) and bool(user) and user != _SLACKBOT
    return is_person and not (is_bot or is_notice or is_edit)


def _is_direct(event: Mapping[str, Any]) -> bool:
    kind = event.get("channel_type")
    return kind in _OF_TWO or (not kind and str(event.get("channel", "")).startswith("D"))
