"""What a failed call to Slack says: whether nothing came of it, and whether that lasts."""

from __future__ import annotations

import errno
import re
import socket
import ssl
from http.client import HTTPException
from urllib.error import URLError

# https://docs.slack.dev/reference/methods/chat.postMessage: Slack itself says of these that the
# call may have been carried out.
_UNCLEAR = frozenset(
    "internal_error fatal_error service_unavailable request_timeout server_error".split()
)
# What lasts until somebody mends it. Of the workspace: whatever the bot says, Slack takes none.
HOPELESS = frozenset(
    "access_denied account_inactive ekm_access_denied enterprise_is_restricted invalid_auth "
    "missing_scope not_allowed_token_type not_authed org_login_required team_access_not_granted "
    "token_expired token_revoked two_factor_setup_required".split()
)
# Of the channel: the same message may pass elsewhere. There is a whole family of the last.
NOT_A_MEMBER = frozenset({"not_in_channel", "channel_not_found"})
CLOSED = NOT_A_MEMBER | frozenset(
    "is_archived is_inactive messages_tab_disabled no_permission restricted_action "
    "restricted_action_non_threadable_channel restricted_action_read_only_channel "
    "restricted_action_thread_locked restricted_action_thread_only_channel".split()
)
RESTRICTED = "restricted_action"  # how the names of that family begin
RATE_LIMITED = frozenset({"ratelimited", "rate_limited"})
TOO_MANY = 429
_NAME = re.compile(r"[a-z0-9_]{1,80}", re.ASCII)
_TIMED_OUT, _SERVERS_FAULT = 408, 500
# Errors of a connection that was never made.
_NOT_CONNECTED = frozenset(
    {
        errno.ECONNREFUSED,
        errno.EHOSTUNREACH,
        errno.ENETUNREACH,
        errno.ENETDOWN,
        errno.EADDRNOTAVAIL,
        errno.EMFILE,  # too many files are open
        errno.ENFILE,
    }
)


# What Slack's client raises for half an answer, and for one that only something in between gives.
UNREADABLE = (HTTPException, ValueError, AttributeError)


def reason_in(response: object) -> str:
    """Return Slack's name for why it said no; empty where an answer holds none."""
    answer = getattr(response, "data", response)
    name = answer.get("error") if isinstance(answer, dict) else None
    # For a page that is no answer of Slack's the client puts a sentence there, and the page.
    return name if isinstance(name, str) and _NAME.fullmatch(name) else ""


def is_unclear(status: int, reason: str) -> bool:
    """Whether Slack may have done what was asked, by its answer's status and name of a reason."""
    return status >= _SERVERS_FAULT or status == _TIMED_OUT or reason in _UNCLEAR


def is_closed(reason: str) -> bool:
    """Whether a channel takes nothing of the bot's, by Slack's name of the reason."""
    return reason in CLOSED or reason.startswith(RESTRICTED)


def was_never_made(error: BaseException) -> bool:
    """Whether a connection failed before anything could be said over it."""
    cause = error.reason if isinstance(error, URLError) else error
    is_refused = isinstance(cause, OSError) and cause.errno in _NOT_CONNECTED
    return is_refused or isinstance(cause, (socket.gaierror, ssl.SSLCertVerificationError))
