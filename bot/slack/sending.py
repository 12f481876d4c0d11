"""Sending messages to Slack: at most once each, and in plain words if Slack refuses the blocks."""

from __future__ import annotations

from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from slack_sdk.webhook import WebhookClient

from bot.meter import WAITS, Meter
from bot.slack.blocks import Message

TIMEOUT = 10  # seconds for one call; Slack answers within one, and a thread must not hang

# Nothing was posted, and the same words without their layout may pass.
_REFUSED_LAYOUT = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}
)
_OK = 200


class SendingError(Exception):
    """Slack did not take a message; its text is Slack's name for the reason."""


LONGEST_WAIT = 30  # seconds; Slack's patience with its people is not longer, nor is ours


class Waiting(RateLimitErrorRetryHandler):
    """Calls again once Slack's pause is over, unless that is too long; each pause is counted."""

    def __init__(self, meter: Meter | None = None, *, most: int = 1) -> None:
        super().__init__(max_retry_count=most)
        self._meter = meter or Meter()

    def _can_retry(self, **told: Any) -> bool:
        if not super()._can_retry(**told):
            return False
        self._meter.count(WAITS)
        headers = told["response"].headers if told.get("response") else {}
        asked = [values[0] for name, values in headers.items() if name.lower() == "retry-after"]
        return not (asked and asked[0].isdecimal() and int(asked[0]) > LONGEST_WAIT)


def posting_client(token: str | None, *, base_url: str, meter: Meter | None = None) -> WebClient:
    """Return a client that never repeats a call which may already have posted something.

    Only where Slack says that it was too much, and so did nothing, is a call repeated.
    """
    return WebClient(
        token,
        base_url=base_url,
        timeout=TIMEOUT,
        retry_handlers=[Waiting(meter)],
    )


def post(client: WebClient, message: Message, *, channel: str, thread_ts: str | None) -> str:
    """Post a message to a channel, in a thread if one is given, and return its timestamp.

    Raises `SendingError` if Slack refused it, `OSError` if that is not known.
    """
    try:
        response = client.chat_postMessage(channel=channel, thread_ts=thread_ts, **message)
    except SlackApiError as error:
        reason = _reason(error)
        if reason not in _REFUSED_LAYOUT:
            raise SendingError(reason) from error
        return _post_words(client, message["text"], channel=channel, thread_ts=thread_ts)
    return str(response.get("ts") or "")


def _post_words(client: WebClient, text: str, *, channel: str, thread_ts: str | None) -> str:
    try:
        response = client.chat_postMessage(
            channel=channel,
            thread_ts=thread_ts,
            text=text,
            mrkdwn=False,
            unfurl_links=False,
            unfurl_media=False,
        )
    except SlackApiError as error:
        raise SendingError(_reason(error)) from error
    return str(response.get("ts") or "")


def whisper(
    client: WebClient, message: Message, *, channel: str, user: str, thread_ts: str | None
) -> None:
    """Post a message that only one person in a channel sees; raises as `post` does."""
    try:
        client.chat_postEphemeral(channel=channel, user=user, thread_ts=thread_ts, **message)
    except SlackApiError as error:
        raise SendingError(_reason(error)) from error


def respond(
    url: str,
    message: Message,
    *,
    replaces: bool = False,
    is_public: bool = False,
    thread_ts: str | None = None,
) -> None:
    """Send a message through a response_url: private unless `is_public`.

    With `replaces` it takes the place of the message whose button was pressed. Raises
    `SendingError` if Slack refused it, `OSError` if that is not known.
    """
    body = {**message, "replace_original": replaces}
    if not replaces:  # what is replaced stays where it is, and as private as it is
        body["response_type"] = "in_channel" if is_public else "ephemeral"
        if thread_ts:
            body["thread_ts"] = thread_ts
    client = WebhookClient(url, timeout=TIMEOUT, retry_handlers=[Waiting()])
    response = client.send_dict(body)
    if response.status_code != _OK:
        raise SendingError(f"response_url {response.status_code}")


def publish_home(client: WebClient, view: Message, *, user: str) -> None:
    """Publish the App Home of one person; raises as `post` does."""
    try:
        client.views_publish(user_id=user, view=view)
    except SlackApiError as error:
        raise SendingError(_reason(error)) from error


def _reason(error: SlackApiError) -> str:
    response = error.response
    reason = response.get("error") if hasattr(response, "get") else None
    status = getattr(response, "status_code", "")
    return str(reason or f"status {status}")
