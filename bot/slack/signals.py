"""Being told to stop: by SIGTERM, SIGINT, or the end of the terminal."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from types import FrameType

_LOOK = 0.02  # seconds between looks


@contextmanager
def told_to_stop() -> Iterator[threading.Event]:
    """Yield an event that SIGTERM and SIGINT set; hosts may send either more than once.

    So does SIGHUP, by which a closed terminal ends what runs in it, unless it is to be ignored.

    Another thread sets it: a handler runs within the main thread, wherever that is, and would
    wait for ever for the event's lock where the main thread was just taking it to wait itself.
    A simple queue may be written to from a handler at any moment, as Python's manual says.
    """
    stop = threading.Event()
    told: SimpleQueue[None] = SimpleQueue()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        told.put(None)

    def pass_on() -> None:
        told.get()
        stop.set()

    threading.Thread(target=pass_on, name="signals", daemon=True).start()
    numbers = [signal.SIGTERM, signal.SIGINT]
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup
        numbers.append(signal.SIGHUP)
    before = {number: signal.signal(number, on_signal) for number in numbers}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        told.put(None)  # nobody waits any more, and the thread ends


def done_unless(stop: threading.Event, work: Callable[[], object]) -> bool:
    """Do something that may take long; return whether it was done before `stop` was set.

    Raises what it raises. What was not done goes on in a thread that ends with the process.
    """
    failed: list[Exception] = []

    def act() -> None:
        try:
            work()
        except Exception as error:
            failed.append(error)

    acting = threading.Thread(target=act, name="acting", daemon=True)
    acting.start()
    while acting.is_alive():
        if stop.wait(_LOOK):
            return False
    if failed:
        raise failed[0]
    return True
