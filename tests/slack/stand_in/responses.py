"""Response URLs and acknowledgements with content: private answers to commands and clicks."""

from __future__ import annotations

import json
import time
from typing import Any

from tests.slack.stand_in import workspace
from tests.slack.stand_in.blocks_check import message_refusal
from tests.slack.stand_in.recording import Call, Message, Recorder
from tests.slack.stand_in.tickets import ResponseUrl, Tickets
from tests.slack.stand_in.web_api import WebApi

_FIELDS = frozenset(
    [
        "text",
        "blocks",
        "attachments",
        "response_type",
        "replace_original",
        "delete_original",
        "thread_ts",
        "unfurl_links",
        "unfurl_media",
        "mrkdwn",
        "metadata",
    ]
)


class Responses:
    """Takes what an app sends to a response_url or in the body of an acknowledgement."""

    def __init__(self, api: WebApi, recorder: Recorder, *, tickets: Tickets) -> None:
        self._api = api
        self._recorder = recorder
        self._tickets = tickets

    def take(self, key: str, body: str) -> tuple[int, Any]:
        """One use of a response URL: HTTP status and body."""
        args: dict[str, Any] = json.loads(body)
        status, reply = self._use(key, args)
        error = "" if status == 200 else str(reply)
        self._recorder.add_call(Call("response_url", args, "", time.monotonic(), error))
        named = reply.get("error") if isinstance(reply, dict) else ""
        if error and ("response_url", named) not in self._api.allowed_refusals:
            self._recorder.add_fault(f"response_url was refused ({status}): {error[:600]}")
        return status, reply

    def _use(self, key: str, args: dict[str, Any]) -> tuple[int, Any]:
        ticket = self._tickets.redeem_response(key)
        if isinstance(ticket, str):
            return 404, {"ok": False, "error": ticket}
        if args.get("delete_original") is True and ticket.original:
            self._recorder.add_message(
                Message(
                    ticket.channel,
                    ticket.original,
                    "",
                    (),
                    "response_url",
                    user=ticket.user if ticket.original_is_private else "",
                    replaces=ticket.original,
                    is_deletion=True,
                    answers=ticket.trigger,
                    args=args,
                )
            )
            return 200, "ok"
        if unknown := sorted(set(args) - _FIELDS):
            self._recorder.add_fault(f"response_url: fields Slack ignores: {unknown}")
        if refusal := message_refusal(args):
            return 400, {"ok": False, "error": refusal.error, "errors": list(refusal.details)}
        self._show(ticket, args, via="response_url")
        return 200, "ok"

    def acknowledge(self, key: str, payload: dict[str, Any] | None) -> None:
        """What came in the body of a slash command's acknowledgement, if anything."""
        if not payload:
            return
        ticket = self._tickets.redeem_response(key)
        if isinstance(ticket, str):
            raise AssertionError(f"acknowledged with a dead ticket: {ticket}")
        ticket.uses -= 1  # the acknowledgement itself does not count
        if refusal := message_refusal(payload):
            self._recorder.add_fault(f"acknowledgement was refused: {refusal}")
            return
        self._show(ticket, payload, via="ack")

    def _show(self, ticket: ResponseUrl, args: dict[str, Any], *, via: str) -> None:
        replaces = args.get("replace_original") is True and bool(ticket.original)
        is_public = args.get("response_type") == "in_channel"
        if replaces:
            # A replaced message stays as private or public as it was.
            is_public = not ticket.original_is_private
        if is_public and not replaces and ticket.channel in workspace.CHANNEL_NAMES:
            for name in ("unfurl_links", "unfurl_media"):
                if args.get(name) is not False:
                    self._recorder.add_fault(f"{via} in public without {name}=false")
        thread = {"thread_ts": ticket.thread_ts} if replaces and ticket.thread_ts else {}
        self._api.show(
            {**args, **thread},
            channel=ticket.channel,
            via=via,
            user="" if is_public else ticket.user,
            ts=ticket.original if replaces else "",
            answers=ticket.trigger,
        )
