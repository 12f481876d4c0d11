"""The threads that listeners run in, and their end when the program is told to stop."""

from __future__ import annotations

import logging
import os
import threading
from concurrent.futures import ThreadPoolExecutor

GRACE = 10.0  # seconds for answers in hand; hosts wait thirty before they kill

log = logging.getLogger(__name__)


def finish(executor: ThreadPoolExecutor, *, grace: float = GRACE) -> bool:
    """Let running listeners finish, for `grace` seconds at most; return whether all did."""
    waiting = threading.Thread(target=executor.shutdown, kwargs={"wait": True}, daemon=True)
    waiting.start()
    waiting.join(grace)
    if waiting.is_alive():
        log.warning("some answers were not finished in %.0f s", grace)
        return False
    return True


def leave_now(status: int) -> None:
    """End the process without waiting for threads that did not finish.

    A plain exit would wait for them without a limit.
    """
    logging.shutdown()
    os._exit(status)
