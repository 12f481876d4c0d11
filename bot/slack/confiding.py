"""Whoever asks is not left without a word: what Slack did not take is told to them alone."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from slack_sdk import WebClient

from bot.logs import describe, safe_id
from bot.slack.blocks import Message, notice
from bot.slack.certainty import HOPELESS, is_closed
from bot.slack.sending import SendingError, insist, post, whisper

# Slack refuses the thread, and the same message may pass outside of it.
_WRONG_THREAD = frozenset({"cannot_reply_to_message", "thread_not_found"})

log = logging.getLogger(__name__)


@contextmanager
def confiding(
    client: WebClient,
    *,
    unconfirmed: str,
    channel: str,
    user: str,
    thread_ts: str | None = None,
    message: Message | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[None]:
    """Tell somebody alone what is sent within and not taken by Slack; what was raised goes on.

    The `message` that was to be sent is told as it is if it was refused for its place. Where it
    may have arrived, or would be refused anywhere, the words `unconfirmed` take its place: an
    answer must not come twice. A workspace that takes nothing at all is not called again.
    """
    try:
        yield
    except Exception as error:
        reason = str(error) if isinstance(error, SendingError) else ""
        if reason not in HOPELESS:
            is_misplaced = is_closed(reason) or reason in _WRONG_THREAD
            words, thread = notice(unconfirmed), thread_ts
            if message is not None and is_misplaced:
                words, thread = message, None
            confide(client, words, channel=channel, user=user, thread_ts=thread, sleep=sleep)
        raise


def confide(
    client: WebClient,
    message: Message,
    *,
    channel: str,
    user: str,
    thread_ts: str | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> bool:
    """Tell somebody something alone, where they are or else in their conversation with the bot.

    Returns whether it was told; never raises.
    """
    told = False
    if channel and user:
        told = _tried(
            lambda: whisper(client, message, channel=channel, user=user, thread_ts=thread_ts),
            sleep,
        )
    if user and not told:
        told = _tried(lambda: post(client, message, channel=user, thread_ts=None), sleep)
    return told


def _tried(say: Callable[[], object], sleep: Callable[[float], None]) -> bool:
    """Say something that may be said twice; return whether it was said."""
    try:
        insist(say, sleep)
    except Exception as error:
        named = safe_id(str(error)) if isinstance(error, SendingError) else describe(error)
        log.warning("what was not sent was not told privately either: %s", named)
        return False
    return True
