"""What people do in Slack, delivered to the bot through either of its doors."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any

from tests.slack.stand_in import payloads, workspace
from tests.slack.stand_in.elements import options_problems
from tests.slack.stand_in.recording import PATIENCE, Message
from tests.slack.stand_in.stand_in import StandIn

SLACKS_PATIENCE = 3.0  # seconds Slack waits for an acknowledgement
COMMAND = "/timeline"
MENTION = f"<@{workspace.BOT_USER}>"

EVENTS, COMMANDS, INTERACTIVE = "events_api", "slash_commands", "interactive"


@dataclass(frozen=True, slots=True)
class Retry:
    """How Slack marks a repeated delivery."""

    number: int = 1
    reason: str = "http_timeout"


@dataclass(frozen=True, slots=True)
class Ack:
    """How the bot acknowledged a delivery; over the socket, an acknowledgement is a 200."""

    status: int
    body: dict[str, Any] | str | None
    elapsed: float
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def is_fine(self) -> bool:
        """Whether Slack would be content."""
        return 200 <= self.status < 300 and self.elapsed < SLACKS_PATIENCE


@dataclass(frozen=True, slots=True)
class Sent:
    """One thing somebody did, with what is needed to find the bot's answer to it."""

    ack: Ack
    payload: dict[str, Any]
    channel: str
    ts: str = ""
    thread_ts: str = ""
    trigger: str = ""
    mark: int = 0  # bookmark in the messages, set before delivery


class Delivery(ABC):
    """Builds payloads for what people do and sends them; subclasses know the door."""

    def __init__(self, stand_in: StandIn) -> None:
        self.stand_in = stand_in

    @abstractmethod
    def send(self, kind: str, payload: dict[str, Any], *, retry: Retry | None = None) -> Ack:
        """Deliver a payload and wait for the acknowledgement."""

    def event(
        self,
        event: dict[str, Any],
        *,
        event_id: str = "",
        retry: Retry | None = None,
        age: float = 0.0,
    ) -> Sent:
        """Deliver an event of `age` seconds ago; the same `event_id` is the same event again."""
        known_id = event_id or self.stand_in.tickets.new_id("Ev")
        payload = payloads.wrapped(event, event_id=known_id, at=time.time() - age)
        mark = self.stand_in.mark
        ack = self.send(EVENTS, payload, retry=retry)
        ts, thread = str(event.get("ts", "")), str(event.get("thread_ts", ""))
        channel = str(event.get("channel", ""))
        return Sent(ack, payload, channel, ts, thread, mark=mark)

    def again(self, sent: Sent, *, event_id: str = "", retry: Retry | None = None) -> Sent:
        """Deliver an event once more, under its own or another event id."""
        same_or_new = event_id or sent.payload["event_id"]
        return self.event(sent.payload["event"], event_id=same_or_new, retry=retry)

    def mention(
        self,
        question: str,
        *,
        channel: str = workspace.CHANNEL,
        user: str = workspace.ASKER,
        thread_ts: str = "",
    ) -> Sent:
        """Mention the bot in front of a question."""
        text = f"{MENTION} {question}".rstrip()
        ts = self.stand_in.tickets.new_ts()
        return self.event(
            payloads.mention(text, ts=ts, channel=channel, user=user, thread_ts=thread_ts)
        )

    def direct_message(
        self, text: str, *, user: str = workspace.ASKER, thread_ts: str = ""
    ) -> Sent:
        """Write to the bot alone."""
        ts, channel = self.stand_in.tickets.new_ts(), workspace.DIRECTS[user]
        return self.event(
            payloads.direct_message(text, ts=ts, channel=channel, user=user, thread_ts=thread_ts)
        )

    def open_home(self, *, user: str = workspace.ASKER, tab: str = "home") -> Sent:
        """Open a tab of the app."""
        view = self.stand_in.home_of(user)
        return self.event(payloads.app_home_opened(user=user, tab=tab, view=view))

    def command(
        self,
        text: str = "",
        *,
        command: str = COMMAND,
        channel: str = workspace.CHANNEL,
        user: str = workspace.ASKER,
    ) -> Sent:
        """Type a slash command."""
        trigger = self.stand_in.tickets.new_trigger()
        key = self.stand_in.tickets.new_response(channel, user, trigger=trigger)
        payload = payloads.slash_command(
            text,
            command=command,
            channel=channel,
            user=user,
            response_url=self.stand_in.response_url(key),
            trigger=trigger,
        )
        mark = self.stand_in.mark
        ack = self.send(COMMANDS, payload)
        if ack.status == 200 and ack.body:
            body = ack.body if isinstance(ack.body, dict) else {"text": ack.body}
            self.stand_in.responses.acknowledge(key, body)
        return Sent(ack, payload, channel, trigger=trigger, mark=mark)

    def click(
        self,
        message: Message,
        wanted: str | dict[str, Any],
        *,
        user: str = workspace.ASKER,
        changes: dict[str, Any] | None = None,
    ) -> Sent:
        """Press a button, found by label or action id; `changes` forge its fields."""
        button = payloads.find_button(message.blocks, wanted) if isinstance(wanted, str) else wanted
        trigger = self.stand_in.tickets.new_trigger()
        key = self.stand_in.tickets.new_response(
            message.channel,
            user,
            trigger=trigger,
            original=message.ts,
            original_is_private=message.is_private,
            thread_ts=message.thread_ts,
        )
        payload = payloads.click(
            message,
            button | (changes or {}),
            user=user,
            response_url=self.stand_in.response_url(key),
            trigger=trigger,
            action_ts=self.stand_in.tickets.new_ts(),
        )
        return self._interact(payload, message.channel, trigger)

    def click_at_home(self, wanted: str, *, user: str = workspace.ASKER) -> Sent:
        """Press a button of the App Home this person sees."""
        view: dict[str, Any] = self.stand_in.home_of(user) or {"blocks": []}
        trigger = self.stand_in.tickets.new_trigger()
        payload = payloads.click_at_home(
            view,
            payloads.find_button(view["blocks"], wanted),
            user=user,
            trigger=trigger,
            action_ts=self.stand_in.tickets.new_ts(),
        )
        return self._interact(payload, "", trigger)

    def modal(self) -> dict[str, Any]:
        """The modal that was opened or updated last."""
        return self.stand_in.recorder.modals[-1]

    def suggest(
        self, action_id: str, typed: str, *, user: str = workspace.ASKER
    ) -> list[dict[str, Any]]:
        """Type into a menu of the modal that is open, and return the options it then shows."""
        payload = payloads.block_suggestion(self.modal(), action_id, typed, user=user)
        ack = self.send(INTERACTIVE, payload)
        body = ack.body if isinstance(ack.body, dict) else {}
        problems = options_problems(body.get("options"), "options")
        if problems or not ack.is_fine or set(body) != {"options"}:
            self.stand_in.recorder.add_fault(f"no options Slack takes: {problems or ack}")
        options: list[dict[str, Any]] = body.get("options") or []
        return options

    def submit(
        self,
        fields: dict[str, Any] | None = None,
        *,
        user: str = workspace.ASKER,
        view: dict[str, Any] | None = None,
    ) -> Sent:
        """Send the modal that is open, with what is filled in; `fields` go by block id.

        A field's value is what its element holds: a text, or a list of values. What Slack
        would not let anybody send is an error of the test.
        """
        sent = self.modal() if view is None else view
        payload = payloads.view_submission(
            sent, fields or {}, user=user, trigger=self.stand_in.tickets.new_trigger()
        )
        mark = self.stand_in.mark
        ack = self.send(INTERACTIVE, payload)
        body = ack.body if isinstance(ack.body, dict) else {}
        if body and body.get("response_action") == "errors":
            inputs = {b.get("block_id") for b in sent["blocks"] if b["type"] == "input"}
            if not body.get("errors") or not inputs.issuperset(body["errors"]):
                self.stand_in.recorder.add_fault(f"errors at no field of the modal: {body}")
        elif ack.body:
            self.stand_in.recorder.add_fault(f"Slack ignores this acknowledgement: {ack.body}")
        return Sent(ack, payload, "", mark=mark)

    def shortcut(
        self,
        text: str,
        *,
        callback_id: str,
        channel: str = workspace.CHANNEL,
        user: str = workspace.ASKER,
    ) -> Sent:
        """Choose a message shortcut on a message with this text."""
        trigger = self.stand_in.tickets.new_trigger()
        key = self.stand_in.tickets.new_response(channel, user, trigger=trigger)
        payload = payloads.message_shortcut(
            text,
            callback_id=callback_id,
            channel=channel,
            user=user,
            ts=self.stand_in.tickets.new_ts(),
            response_url=self.stand_in.response_url(key),
            trigger=trigger,
        )
        return self._interact(payload, channel, trigger)

    def _interact(self, payload: dict[str, Any], channel: str, trigger: str) -> Sent:
        mark = self.stand_in.mark
        ack = self.send(INTERACTIVE, payload)
        if ack.body:
            self.stand_in.recorder.add_fault(f"Slack ignores this acknowledgement: {ack.body}")
        return Sent(ack, payload, channel, trigger=trigger, mark=mark)

    def replies(
        self, sent: Sent, *, count: int = 1, timeout: float = PATIENCE
    ) -> tuple[Message, ...]:
        """The bot's answers to what was done: by thread, by trigger, or by channel."""
        if sent.trigger:
            return self.stand_in.wait_for_messages(count, answers=sent.trigger, timeout=timeout)
        thread = sent.thread_ts or sent.ts

        def look() -> tuple[Message, ...]:
            later = self.stand_in.messages(sent.channel, since=sent.mark)
            found = tuple(m for m in later if m.thread_ts in {"", thread} or m.ts == thread)
            return found if len(found) >= count else ()

        return self.stand_in.wait_for(look, timeout)

    def reply(self, sent: Sent, *, timeout: float = PATIENCE) -> Message:
        """The first answer to what was done."""
        return self.replies(sent, timeout=timeout)[0]


class ElsewhereDelivery(Delivery):
    """The same door, but what is delivered happens in another workspace of the same app."""

    def __init__(
        self, door: Delivery, *, team: str, enterprise: str = "", is_org: bool = False
    ) -> None:
        super().__init__(door.stand_in)
        self._door = door
        self._team = team
        self._enterprise = enterprise
        self._is_org = is_org  # the app is installed in the organisation as a whole

    def send(self, kind: str, payload: dict[str, Any], *, retry: Retry | None = None) -> Ack:
        """Deliver the payload with the ids of the other workspace in it."""
        text = json.dumps(payload).replace(workspace.TEAM, self._team)
        moved: dict[str, Any] = json.loads(text)
        if self._enterprise:
            if kind == EVENTS:
                moved["enterprise_id"] = self._enterprise
                moved["authorizations"][0] |= {
                    "enterprise_id": self._enterprise,
                    "is_enterprise_install": self._is_org,
                }
            elif kind == COMMANDS:
                moved["enterprise_id"] = self._enterprise
                moved["is_enterprise_install"] = str(self._is_org).lower()
            else:
                moved["enterprise"] = {"id": self._enterprise, "name": "Org"}
                moved["is_enterprise_install"] = self._is_org
        return self._door.send(kind, moved, retry=retry)
