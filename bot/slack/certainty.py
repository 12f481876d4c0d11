"""What a failed call to Slack says: whether it is sure that nothing came of it."""

from __future__ import annotations

import errno
import socket
import ssl
from urllib.error import URLError

# https://docs.slack.dev/reference/methods/chat.postMessage: Slack itself says of these that the
# call may have been carried out.
_UNCLEAR = frozenset(
    "internal_error fatal_error service_unavailable request_timeout server_error".split()
)
RATE_LIMITED = frozenset({"ratelimited", "rate_limited"})
TOO_MANY = 429
_TIMED_OUT, _SERVERS_FAULT = 408, 500
# Errors of a connection that was never made.
_NOT_CONNECTED = frozenset(
    {errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}
)


def is_unclear(status: int, reason: str) -> bool:
    """Whether Slack may have done what was asked, by its answer's status and name of a reason."""
    return status >= _SERVERS_FAULT or status == _TIMED_OUT or reason in _UNCLEAR


def was_never_made(error: BaseException) -> bool:
    """Whether a connection failed before anything could be said over it."""
    cause = error.reason if isinstance(error, URLError) else error
    is_refused = isinstance(cause, OSError) and cause.errno in _NOT_CONNECTED
    return is_refused or isinstance(cause, (socket.gaierror, ssl.SSLCertVerificationError))
