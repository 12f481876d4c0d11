"""Whoever asks is not left without a word: what Slack did not take is told to them alone."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from slack_sdk import WebClient

from bot.logs import describe, safe_id
from bot.slack.blocks import Message, notice
from bot.slack.sending import SendingError, insist, post, whisper

# Slack refuses the place, and the same message may pass elsewhere.
_WRONG_PLACE = frozenset(
    "cannot_reply_to_message channel_not_found is_archived is_inactive no_permission "
    "not_in_channel thread_not_found".split()
)
_FORBIDDEN_PLACE = "restricted_action"  # how the names of such refusals begin
# Whatever the bot says, Slack does not take it.
_HOPELESS = frozenset(
    "access_denied account_inactive ekm_access_denied enterprise_is_restricted invalid_auth "
    "missing_scope not_allowed_token_type not_authed org_login_required team_access_not_granted "
    "token_expired token_revoked two_factor_setup_required".split()
)

log = logging.getLogger(__name__)


def confide_instead(
    client: WebClient,
    message: Message,
    *,
    error: Exception,
    unconfirmed: str,
    channel: str,
    user: str,
    thread_ts: str | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> bool:
    """Tell somebody alone what could not be sent because of `error`; return whether it was told.

    A message that was refused for its place is sent as it is. Where it may have arrived, or
    would be refused anywhere, the words `unconfirmed` take its place: an answer must not come
    twice. Never raises.
    """
    if is_hopeless(error):
        return False
    reason = str(error) if isinstance(error, SendingError) else ""
    is_misplaced = reason in _WRONG_PLACE or reason.startswith(_FORBIDDEN_PLACE)
    words, thread = (message, None) if is_misplaced else (notice(unconfirmed), thread_ts)
    return confide(client, words, channel=channel, user=user, thread_ts=thread, sleep=sleep)


def is_hopeless(error: Exception) -> bool:
    """Whether Slack takes nothing at all from the bot, for a reason that lasts."""
    return isinstance(error, SendingError) and str(error) in _HOPELESS


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
