"""Sending one daily post: once at most, and Slack's answer told as an `Outcome`."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry import RetryHandler

from bot.daily.clock import Message
from bot.ledger.delivery import Outcome, refused, sent, unknown, waiting
from bot.ledger.subscription import Subscription
from bot.slack.certainty import (
    HOPELESS,
    RATE_LIMITED,
    TOO_MANY,
    is_closed,
    is_unclear,
    reason_in,
    was_never_made,
)
from bot.slack.patience import Waiting
from bot.slack.stopped import stopped_notice

TIMEOUT = 10  # seconds; Slack answers within one, and a shutdown waits for what is in flight
# What is surely not posted is tried again after so long, while the post is due.
UNREACHABLE = timedelta(minutes=1)
DEFAULT_RETRY, LONGEST_RETRY = timedelta(seconds=30), timedelta(hours=1)

# Nothing was posted, and the same words without their layout may pass.
_REFUSED_LAYOUT = frozenset(
    "invalid_blocks invalid_blocks_format msg_blocks_too_long msg_too_long "
    "invalid_attachments".split()
)
_PASSING = frozenset({"team_added_to_org"})  # the workspace is being moved
_RATE_LIMITED = RATE_LIMITED | {"message_limit_exceeded"}
_REFUSALS = 400  # the first status of those that say no

log = logging.getLogger(__name__)


class Poster:
    """Posts to Slack at `base_url`; may be used by many threads at once."""

    def __init__(self, *, base_url: str, command: str, bot_name: str) -> None:
        self._base_url = base_url
        self._command = command
        self._bot_name = bot_name

    def post(self, message: Message, *, channel: str, token: str) -> Outcome:
        """Post a message once, and return what became of it; never raises.

        Where Slack refuses the layout, and so has posted nothing, the plain words are sent.
        """
        outcome = self._call(token, {**message, "channel": channel})
        if outcome.reason in _REFUSED_LAYOUT:
            log.warning("Slack refused the layout of a daily post: %s", outcome.reason)
            return self._call(token, {"text": message["text"], "channel": channel, "mrkdwn": False})
        return outcome

    def tell(self, subscription: Subscription, reason: str, *, token: str) -> None:
        """Tell the person who set a subscription up that it was stopped; once, if at all."""
        text = stopped_notice(
            subscription.channel, reason, command=self._command, bot_name=self._bot_name
        )
        outcome = self._call(
            token, {"text": text, "channel": subscription.set_up_by}, handlers=[Waiting()]
        )
        log.info(
            "told %s that subscription %d was stopped: %s",
            subscription.set_up_by,
            subscription.id,
            outcome.reason or outcome.state,
        )

    def _call(
        self, token: str, arguments: dict[str, Any], *, handlers: Sequence[RetryHandler] = ()
    ) -> Outcome:
        client = WebClient(
            token,
            base_url=self._base_url,
            timeout=TIMEOUT,
            # The one that it comes with repeats a call whose connection broke, and so posts
            # twice. Where Slack asks for a pause, the ledger waits for a daily post, not this
            # thread.
            retry_handlers=list(handlers),
            logger=_SILENT,
        )
        try:
            response = client.chat_postMessage(
                **{**arguments, "unfurl_links": False, "unfurl_media": False}
            )
            return sent(str(response.get("ts") or ""))
        except SlackApiError as error:
            return _judge(error)
        except Exception as error:
            return _judge_connection(error)


# The client's own messages would repeat what is told as an outcome, and hold its arguments.
_SILENT = logging.getLogger(f"{__name__}.client")
_SILENT.setLevel(logging.CRITICAL + 1)


def _judge(error: SlackApiError) -> Outcome:
    """Return what an answer of Slack's says about the message."""
    response = error.response
    status = getattr(response, "status_code", 0)
    reason = reason_in(response)
    if status == TOO_MANY or reason in _RATE_LIMITED:
        wait = _retry_after(getattr(response, "headers", {}))
        return waiting("ratelimited", wait=wait, holds=True)
    told = reason or f"status {status}"
    if is_unclear(status, reason):
        return unknown(told)
    if not reason:
        # A page that is no answer of Slack's: one that says no comes from something in
        # between, and behind one that says yes Slack may have done its work.
        is_no = status >= _REFUSALS
        return refused(told) if is_no else unknown(told)
    if reason in _PASSING:
        return waiting(reason, wait=UNREACHABLE)
    return refused(reason, stops=reason in HOPELESS or is_closed(reason))


def _judge_connection(error: Exception) -> Outcome:
    """Return what a broken connection says: nothing, unless it was never made."""
    cause = error.reason if isinstance(error, URLError) else error
    if was_never_made(error):
        return waiting(f"not connected: {type(cause).__name__}", wait=UNREACHABLE, holds=True)
    return unknown(type(cause).__name__)


def _retry_after(headers: Any) -> timedelta:
    values = {str(name).lower(): value for name, value in dict(headers).items()}
    try:
        seconds = timedelta(seconds=float(str(values.get("retry-after", ""))))
    except (ValueError, OverflowError):
        return DEFAULT_RETRY
    return min(max(seconds, timedelta(seconds=1)), LONGEST_RETRY)
