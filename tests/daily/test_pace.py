"""Three processes together keep to what Slack allows: five at once, one a second in a channel."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections import defaultdict
from datetime import UTC, datetime
from datetime import time as time_of_day
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.ledger.claims import CHANNEL_PAUSE, MOST_IN_FLIGHT
from bot.ledger.database import migrate, open_database
from bot.ledger.subscription import Workspace
from bot.ledger.subscriptions import Subscriptions
from bot.timeline.daily_choice import DailyChoice
from tests.daily_campaign.clock_process import Orders, is_empty, run
from tests.daily_campaign.hands import Hands
from tests.ledger.examples import all_deliveries
from tests.slack.stand_in import StandIn, workspace
from tests.slack.stand_in.trouble import Trouble

CHANNELS, IN_ONE = 40, 3
NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
SLOW = 0.03  # seconds that Slack takes, so that requests meet


class Pace:
    """Counts how many calls are in hand, and notes when those of a channel begin."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._in_hand = 0
        self.most = 0
        self.begun: dict[str, list[float]] = defaultdict(list)

    def begin(self, method: str, args: dict[str, Any]) -> Trouble | None:
        """A call has come."""
        del method
        with self._lock:
            self._in_hand += 1
            self.most = max(self.most, self._in_hand)
            self.begun[args["channel"]].append(time.monotonic())
        return Trouble(delay=SLOW)

    def end(self, method: str, args: dict[str, Any]) -> None:
        """It has been answered."""
        del method, args
        with self._lock:
            self._in_hand -= 1


def test_processes_share_the_work_and_the_limits(database_url: str, tmp_path: Path) -> None:
    engine = open_database(database_url)
    migrate(engine)
    hands = Hands(tmp_path / "clock")
    hands.set_to(NINE)
    channels = [f"C0PACE{number:04}" for number in range(CHANNELS)] + ["C0PACE0000"] * (IN_ONE - 1)
    expected = 0
    for channel in channels:
        workspace.MEMBERS[channel] = frozenset({workspace.BOT_USER})
        added = Subscriptions(engine).add(
            Workspace("", workspace.TEAM), channel, at=time_of_day(9), zone="UTC",
            choice=DailyChoice(), by=workspace.ASKER, now=NINE,
        )  # fmt: skip
        expected += not is_empty(added.id, NINE.date())
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.daily_campaign.clock_process"])
    with StandIn() as stand_in:
        stand_in.trouble.watch = pace = Pace()
        processes = []
        for number in range(3):
            orders = Orders(
                database_url, stand_in.api_url, f"process {number}", folder=tmp_path,
                seed=number, death=0.0,
            )  # fmt: skip
            processes.append(context.Process(target=run, args=(orders,), daemon=True))
            processes[-1].start()
        stand_in.wait_for_messages(expected, timeout=180)
        deadline = time.monotonic() + 60
        while any(row.state in ("claimed", "waiting") for row in all_deliveries(engine)):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        for process in processes:
            process.kill()
            process.join()
        assert len(stand_in.messages()) == expected
    assert {row.state for row in all_deliveries(engine)} <= {"sent", "empty"}
    assert len(all_deliveries(engine)) == len(channels)
    assert 1 < pace.most <= MOST_IN_FLIGHT
    crowded = pace.begun["C0PACE0000"]
    assert len(crowded) > 1
    assert min(b - a for a, b in pairwise(crowded)) > CHANNEL_PAUSE.total_seconds()
    engine.dispose()
