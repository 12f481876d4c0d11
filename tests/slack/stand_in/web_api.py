"""Slack's Web API, as far as a bot like ours may use it, and strict about the rest."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from tests.slack.stand_in import workspace
from tests.slack.stand_in.blocks_check import (
    ADVISED_TEXT,
    HOME,
    MODAL,
    Refusal,
    message_refusal,
    view_refusal,
)
from tests.slack.stand_in.installs import Installs
from tests.slack.stand_in.recording import Call, Message, Recorder
from tests.slack.stand_in.tickets import Tickets

_HISTORY_SCOPE = {"C": "channels:history", "G": "groups:history", "D": "im:history"}
_SCOPES = {
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "users.info": "users:read",
}
_OPTIONAL = frozenset({"users.info"})  # with a scope that may be missing, as the bot is to find out


class WebApi:
    """Answers method calls with Slack's shapes and records them."""

    def __init__(
        self,
        recorder: Recorder,
        tickets: Tickets,
        *,
        scopes: frozenset[str],
        open_socket: Callable[[], str],
    ) -> None:
        self._recorder = recorder
        self._tickets = tickets
        self.scopes = scopes
        self._open_socket = open_socket
        self.allowed_refusals: set[tuple[str, str]] = set()
        self._views: dict[str, dict[str, Any]] = {}
        self.installs = Installs()
        self._methods: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "api.test": lambda args: {"ok": True, "args": args},
            "apps.connections.open": lambda _: {"ok": True, "url": self._open_socket()},
            "chat.postMessage": self._post_message,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.update": self._update,
            "conversations.replies": self._replies,
            "users.info": self._user,
            "views.publish": self._publish,
            "views.open": self._open_view,
            "views.update": self._update_view,
        }

    def call(self, method: str, args: dict[str, Any], *, token: str) -> dict[str, Any]:
        """One method call: record it, refuse or carry it out."""
        if method == "auth.test":
            reply = self._refuse(method, args, token) or self._auth_test(token)
        else:
            reply = self._refuse(method, args, token) or self._methods[method](args)
        error = "" if reply["ok"] else str(reply["error"])
        self._recorder.add_call(Call(method, args, token, time.monotonic(), error))
        is_optional = error == "missing_scope" and method in _OPTIONAL
        if error and not is_optional and (method, error) not in self.allowed_refusals:
            self._recorder.add_fault(f"{method} was refused: {json.dumps(reply)[:600]}")
        return reply

    def exchange(self, args: dict[str, Any], *, client: tuple[str, str]) -> dict[str, Any]:
        """`oauth.v2.access`, the one call that is made with an app's own credentials."""
        reply = self.installs.exchange(args, client=client)
        error = "" if reply["ok"] else str(reply["error"])
        self._recorder.add_call(Call("oauth.v2.access", args, "", time.monotonic(), error))
        return reply

    def _refuse(self, method: str, args: dict[str, Any], token: str) -> dict[str, Any] | None:
        if method == "api.test":
            return None
        if not token:
            return _error("not_authed")
        if method == "apps.connections.open":
            if token.startswith("xapp-"):
                return None if token == workspace.APP_TOKEN else _error("invalid_auth")
            return _error("not_allowed_token_type")
        if token.startswith("xapp-"):
            return _error("not_allowed_token_type")
        if token != workspace.BOT_TOKEN and self.installs.find(token) is None:
            return _error("invalid_auth")
        if method != "auth.test" and method not in self._methods:
            return {**_error("unknown_method"), "req_method": method}
        needed = _SCOPES.get(method, "")
        if method == "conversations.replies":
            needed = _HISTORY_SCOPE.get(str(args.get("channel", ""))[:1], "channels:history")
        if needed and needed not in self.scopes:
            provided = ",".join(sorted(self.scopes))
            return {**_error("missing_scope"), "needed": needed, "provided": provided}
        return None

    def _auth_test(self, token: str) -> dict[str, Any]:
        found = self.installs.find(token)
        reply = {
            "ok": True,
            "url": f"https://{workspace.TEAM_DOMAIN}.slack.com/",
            "team": "Readers",
            "user": "timeline",
            "team_id": workspace.TEAM,
            "user_id": workspace.BOT_USER,
            "bot_id": workspace.BOT_ID,
            "is_enterprise_install": False,
        }
        if found is not None:
            reply |= {"team_id": found.team or found.enterprise, "user_id": found.bot_user}
            reply |= {"bot_id": found.bot_id, "is_enterprise_install": not found.team}
        return reply

    def _post_message(self, args: dict[str, Any]) -> dict[str, Any]:
        channel = workspace.DIRECTS.get(str(args.get("channel")), str(args.get("channel", "")))
        if refused := self._refuse_message(args, channel, required=("channel",)):
            return refused
        for name in ("unfurl_links", "unfurl_media"):
            if args.get(name) not in (False, "false", "0"):
                self._recorder.add_fault(f"chat.postMessage without {name}=false")
        message = self.show(args, channel=channel, via="chat.postMessage")
        return {"ok": True, "channel": channel, "ts": message.ts, "message": as_sent(message)}

    def _post_ephemeral(self, args: dict[str, Any]) -> dict[str, Any]:
        channel, user = str(args.get("channel", "")), str(args.get("user", ""))
        if refused := self._refuse_message(args, channel, required=("channel", "user")):
            return refused
        if user not in workspace.MEMBERS[channel]:
            return _error("user_not_in_channel")
        message = self.show(args, channel=channel, via="chat.postEphemeral", user=user)
        return {"ok": True, "message_ts": message.ts}

    def _update(self, args: dict[str, Any]) -> dict[str, Any]:
        channel, ts = str(args.get("channel", "")), str(args.get("ts", ""))
        if refused := self._refuse_message(args, channel, required=("channel", "ts"), update=True):
            return refused
        known = [m for m in self._recorder.all_messages if (m.channel, m.ts) == (channel, ts)]
        if not known or known[0].is_private:
            return _error("message_not_found")
        kept = {"blocks": list(known[-1].blocks), **args} if "text" not in args else args
        message = self.show(
            {**kept, "thread_ts": known[0].thread_ts}, channel=channel, via="chat.update", ts=ts
        )
        return {
            "ok": True,
            "channel": channel,
            "ts": ts,
            "text": message.text,
            "message": as_sent(message),
        }

    def _refuse_message(
        self,
        args: dict[str, Any],
        channel: str,
        *,
        required: tuple[str, ...],
        update: bool = False,
    ) -> dict[str, Any] | None:
        if missing := [name for name in required if not args.get(name)]:
            return _error("invalid_arguments", *(f"missing required field: {n}" for n in missing))
        if channel not in workspace.MEMBERS:
            return _error("channel_not_found")
        if workspace.BOT_USER not in workspace.MEMBERS[channel]:
            return _error("not_in_channel")
        if args.get("link_names") or args.get("parse") == "full":
            self._recorder.add_fault("link_names or parse=full brings plain names to life")
        if refusal := message_refusal(args, is_update=update):
            return refusal_reply(refusal)
        return None

    def show(
        self,
        args: Mapping[str, Any],
        *,
        channel: str,
        via: str,
        user: str = "",
        ts: str = "",
        answers: str = "",
    ) -> Message:
        """Record what people now see; ids that were left out are filled in as Slack does."""
        self._note_faults(args, via)
        blocks = copy.deepcopy(list(args.get("blocks") or ()))
        for block in blocks:
            block.setdefault("block_id", self._tickets.new_id("b"))
            parts = [*block.get("elements", ()), block.get("accessory") or {}]
            for element in parts:
                if element.get("type") == "button":
                    element.setdefault("action_id", self._tickets.new_id("a"))
        message = Message(
            channel,
            ts or self._tickets.new_ts(),
            str(args.get("text") or ""),
            tuple(blocks),
            via,
            user=user,
            thread_ts=str(args.get("thread_ts") or ""),
            replaces=ts,
            answers=answers,
            args=dict(args),
        )
        self._recorder.add_message(message)
        return message

    def _note_faults(self, args: Mapping[str, Any], via: str) -> None:
        text = str(args.get("text") or "")
        if args.get("blocks") and not text.strip():
            self._recorder.add_fault(f"{via}: blocks without text for screen readers")
        if len(text) > ADVISED_TEXT:
            self._recorder.add_fault(
                f"{via}: text of {len(text)} characters is over {ADVISED_TEXT}"
            )
        parent = str(args.get("thread_ts") or "")
        for earlier in self._recorder.all_messages if parent else ():
            if earlier.ts == parent and earlier.thread_ts not in {"", parent}:
                self._recorder.add_fault(f"{via}: thread_ts {parent} is itself a reply")

    def _replies(self, args: dict[str, Any]) -> dict[str, Any]:
        channel, root = args.get("channel"), args.get("ts")
        found = [
            as_sent(message)
            for message in self._recorder.all_messages
            if message.channel == channel and root in {message.ts, message.thread_ts}
        ]
        return {"ok": True, "messages": found, "has_more": False}

    def _publish(self, args: dict[str, Any]) -> dict[str, Any]:
        view, user = _parsed(args.get("view")), str(args.get("user_id", ""))
        if user not in workspace.NAMES:
            return _error("invalid_arguments", "user_id: unknown")
        if refusal := view_refusal(view, surface=HOME):
            return refusal_reply(refusal)
        self._recorder.add_home(user, view)
        return {"ok": True, "view": {**view, "id": self._tickets.new_id("V"), "hash": "1.abc"}}

    def _open_view(self, args: dict[str, Any]) -> dict[str, Any]:
        view = _parsed(args.get("view"))
        if error := self._tickets.redeem_trigger(str(args.get("trigger_id", ""))):
            return _error(error)
        if refusal := view_refusal(view, surface=MODAL):
            return refusal_reply(refusal)
        return self._show_view(view, view_id=self._tickets.new_id("V"))

    def _update_view(self, args: dict[str, Any]) -> dict[str, Any]:
        view, view_id = _parsed(args.get("view")), str(args.get("view_id") or "")
        known = self._views.get(view_id)
        if known is None:
            return _error("not_found")
        if args.get("hash") not in (None, known["hash"]):
            return _error("hash_conflict")
        if refusal := view_refusal(view, surface=MODAL):
            return refusal_reply(refusal)
        return self._show_view(view, view_id=view_id)

    def _show_view(self, view: dict[str, Any], *, view_id: str) -> dict[str, Any]:
        shown = {**view, "id": view_id, "hash": self._tickets.new_id("h"), "app_id": workspace.APP}
        self._views[view_id] = shown
        self._recorder.add_modal(shown)
        return {"ok": True, "view": shown}

    def close_views(self) -> None:
        """Let everybody close the modals that are open."""
        self._views.clear()

    def _user(self, args: dict[str, Any]) -> dict[str, Any]:
        user = str(args.get("user", ""))
        if user not in workspace.NAMES:
            return _error("user_not_found")
        person = {"id": user, "name": workspace.NAMES[user], "tz": workspace.ZONES.get(user)}
        return {"ok": True, "user": person}


def as_sent(message: Message) -> dict[str, Any]:
    """A posted message as Slack returns and stores it."""
    sent: dict[str, Any] = {
        "type": "message",
        "user": workspace.BOT_USER,
        "bot_id": workspace.BOT_ID,
        "app_id": workspace.APP,
        "team": workspace.TEAM,
        "ts": message.ts,
        "text": message.text,
        "blocks": list(message.blocks),
    }
    if message.thread_ts:
        sent |= {"thread_ts": message.thread_ts, "parent_user_id": workspace.ASKER}
    return sent


def refusal_reply(refusal: Refusal) -> dict[str, Any]:
    """A refusal in the shape of the Web API."""
    return _error(refusal.error, *refusal.details)


def _error(name: str, *details: str) -> dict[str, Any]:
    reply: dict[str, Any] = {"ok": False, "error": name}
    if details:
        reply["errors"] = list(details)
        reply["response_metadata"] = {"messages": [f"[ERROR] {detail}" for detail in details]}
    return reply


def _parsed(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value.startswith("{") else value
