"""A campaign: rounds of some days each, three mortal processes, and what must be true behind it."""

from __future__ import annotations

import time as real_time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from random import Random

from sqlalchemy import Engine, select

from bot.ledger.claims import is_anything_due
from bot.ledger.database import migrate, open_database, reading
from bot.ledger.deliveries import list_deliveries
from bot.ledger.delivery import Delivery, DeliveryState
from bot.ledger.subscription import Subscription, Workspace
from bot.ledger.subscriptions import Subscriptions
from bot.ledger.tables import deliveries, subscriptions
from bot.ledger.upkeep import SKEW
from bot.timeline.daily_choice import EVERY_DAY, MONDAY_TO_FRIDAY, DailyChoice
from tests.daily_campaign.clock_process import is_empty, text_of
from tests.daily_campaign.crew import Crew
from tests.daily_campaign.expectation import Window, find_windows
from tests.daily_campaign.faulty_slack import FaultySlack
from tests.daily_campaign.hands import Hands
from tests.daily_campaign.unanswered import Unanswered
from tests.slack.stand_in import StandIn, workspace

SUBSCRIPTIONS = 12
FAULT = 0.15  # chance of a call of Slack's to go wrong
SET_BACK = 0.2  # chance that the clock is set back for a while before it goes on
STEPS = (40, 360)  # minutes between looks
MOST_SET_BACK = timedelta(hours=27)
ABSENCE, LONG_ABSENCE = 0.15, 0.08  # chances that nobody is there until the next look, or long
PATIENCE = 60.0  # seconds until all that is due must have been settled
POLL = 0.01
# First days of rounds: clocks put forward and back on two continents, the ends of February in
# a common and a leap year, the end of a year, and a day on which nothing is odd.
SCENES = (
    date(2026, 3, 28), date(2026, 10, 24), date(2027, 3, 13), date(2026, 10, 31),
    date(2027, 2, 27), date(2028, 2, 28), date(2026, 12, 31), date(2026, 6, 10),
)  # fmt: skip
DAYS = 2
ZONES = (
    "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati",
    "Etc/GMT+12", "Australia/Lord_Howe", "America/St_Johns", "Africa/Cairo",
)  # fmt: skip
TIMES = (time(9), time(0), time(1, 30), time(2, 30), time(2), time(12, 5), time(22, 45), time(17))


@dataclass(slots=True)
class Report:
    """What happened in a campaign."""

    posts: int = 0
    expected: int = 0
    deaths: int = 0
    states: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        states = ", ".join(f"{number} {state}" for state, number in sorted(self.states.items()))
        faults = ", ".join(f"{number} × {name}" for name, number in sorted(self.faults.items()))
        return (
            f"{self.posts} posts; deliveries: {states}\n"
            f"{self.expected} dates had to be posted for; {self.deaths} processes died; "
            f"Slack's faults: {faults or 'none'}\n"
            f"{len(self.problems)} problems" + "".join(f"\n  {it}" for it in self.problems)
        )


class Campaign:
    """Runs rounds against one database and one stand-in of Slack; all chance is from `seed`."""

    def __init__(self, url: str, stand_in: StandIn, *, seed: int, folder: Path) -> None:
        self._stand_in = stand_in
        self._random = Random(seed)
        self._engine: Engine = open_database(url)
        migrate(self._engine)
        self._hands = Hands(folder / "clock")
        self._unanswered = Unanswered(folder / "unanswered")
        self._slack = FaultySlack(Random(self._random.random()), FAULT)
        stand_in.trouble.watch = self._slack
        self._crew = Crew(url, stand_in.api_url, random=self._random, folder=folder)
        self._channels = count(1)
        self.report = Report()

    def run(self, rounds: int, *, first: int = 0) -> Report:
        """Play this many rounds, one scene after the other, from the scene of that number on."""
        try:
            for number in range(first, first + rounds):
                self._play(SCENES[number % len(SCENES)])
        finally:
            self._crew.kill_all()
            self._stand_in.trouble.watch = None
        self.report.faults = self._slack.counts
        self.report.deaths = len(self._crew.dead)
        self._engine.dispose()
        return self.report

    def _play(self, first: date) -> None:
        random = self._random
        begin = datetime.combine(first, time(), UTC) + timedelta(minutes=random.randrange(600))
        end = begin + timedelta(days=DAYS)
        self._hands.set_to(begin)
        mark = self._stand_in.mark
        added = [self._subscribe(begin) for _ in range(SUBSCRIPTIONS)]
        windows = {
            one.id: find_windows(
                one.at, one.zone, days=one.choice.days, begin=begin - MOST_SET_BACK, end=end
            )
            for one in added
        }
        visits = [self._visit()]
        for moment in self._moments(begin, end):
            if random.random() < SET_BACK:  # the clock is set back for a while
                self._hands.set_to(visits[-1] - MOST_SET_BACK * random.random())
                visits.append(self._visit())
            if random.random() < ABSENCE:  # nobody is there for some time
                self._crew.kill_all()
            self._hands.set_to(moment)
            visits.append(self._visit())
        self._crew.kill_all()
        self._hear_out_slack()
        self._check(added, windows, visits, mark=mark)
        for one in added:
            Subscriptions(self._engine).remove(one.workspace, one.id, by="U1", now=visits[-1])

    def _subscribe(self, now: datetime) -> Subscription:
        number = next(self._channels)
        channel = f"C0DAILY{number:04}"
        workspace.MEMBERS[channel] = frozenset({workspace.BOT_USER, workspace.ASKER})
        random = self._random
        days = EVERY_DAY if random.random() < 0.8 else MONDAY_TO_FRIDAY
        return Subscriptions(self._engine).add(
            Workspace("", f"T{random.randrange(3)}"), channel, at=random.choice(TIMES),
            zone=random.choice(ZONES), choice=DailyChoice(days=days), by=workspace.ASKER, now=now,
        )  # fmt: skip

    def _moments(self, begin: datetime, end: datetime) -> list[datetime]:
        """Return the times to look at: most windows are met, some only just, some are missed."""
        moments: list[datetime] = []
        moment = begin
        while moment < end:
            moment += timedelta(minutes=self._random.randrange(*STEPS))
            if self._random.random() < LONG_ABSENCE:
                moment += timedelta(hours=9)
            moments.append(min(moment, end))
        return moments

    def _visit(self) -> datetime:
        """Let the processes work until nothing is left to do, and return when that was."""
        deadline = real_time.monotonic() + PATIENCE
        while True:
            self._crew.tend()
            now = self._hands()
            # In this order: what is reckoned anew is due only then, and what is due is claimed.
            is_left = self._is_of_another_time(now) or is_anything_due(self._engine, now=now)
            open_rows = self._open_rows()
            if not is_left and not open_rows:
                return now
            if real_time.monotonic() > deadline:
                raise TimeoutError(f"not settled at {now}: due {is_left}, rows {open_rows}")
            # Nobody needs to wait for a pause to pass: the clock may as well run faster. It
            # leaps only where the living have nothing in hand, which would look dead behind it.
            only_dead = not is_left and open_rows <= {
                (DeliveryState.CLAIMED, name) for name in self._crew.dead
            }
            self._hands.set_to(self._hands() + timedelta(seconds=125 if only_dead else 0.5))
            real_time.sleep(POLL)

    def _open_rows(self) -> set[tuple[str, str]]:
        states = (DeliveryState.CLAIMED, DeliveryState.WAITING)
        query = select(deliveries.c.state, deliveries.c.claimed_by).where(
            deliveries.c.state.in_(states)
        )
        with reading(self._engine) as connection:
            return {(row.state, row.claimed_by) for row in connection.execute(query)}

    def _is_of_another_time(self, now: datetime) -> bool:
        """Whether some due times were reckoned by a clock that has been set back since."""
        query = select(subscriptions.c.id).where(subscriptions.c.reckoned_at > now + SKEW)
        with reading(self._engine) as connection:
            return connection.execute(query.limit(1)).first() is not None

    def _hear_out_slack(self) -> None:
        """Wait for what Slack still does for callers that have given up or died."""
        deadline = real_time.monotonic() + PATIENCE
        while self._slack.in_hand:
            assert real_time.monotonic() < deadline
            real_time.sleep(POLL)

    def _check(
        self,
        added: list[Subscription],
        windows: dict[int, list[Window]],
        visits: list[datetime],
        *,
        mark: int,
    ) -> None:
        posted: dict[str, list[str]] = defaultdict(list)
        for message in self._stand_in.messages(since=mark):
            posted[f"{message.channel}: {message.text}"].append(message.ts)
        known = {one.id for one in added}
        rows = {
            (row.subscription_id, row.local_date): row
            for row in list_deliveries(self._engine, since=datetime(1970, 1, 1, tzinfo=UTC))
            if row.subscription_id in known
        }
        self.report.posts += sum(map(len, posted.values()))
        self.report.states.update(str(row.state) for row in rows.values())
        claimers = self._claimers()
        for one in added:
            for window in windows[one.id]:
                key = (one.id, window.day)
                stamps = posted.pop(f"{one.channel}: {text_of(*key)}", [])
                is_met = any(window.begin <= visit < window.end for visit in visits)
                self.report.expected += is_met
                problem = self._judge(
                    rows.pop(key, None), stamps,
                    is_met=is_met, is_excused=self._is_excused(key, claimers),
                    is_empty=is_empty(*key), is_over=window.begin > min(visits)
                    and window.end < max(visits),
                )  # fmt: skip
                if problem:
                    near = [str(it) for it in visits if abs(it - window.begin) < timedelta(hours=8)]
                    self.report.problems.append(
                        f"{one.channel} at {one.at} {one.zone}, {window.day}, due "
                        f"{window.begin} to {window.end}: {problem}; looked at {near}"
                    )
        # Posts and claims for dates that were never due.
        self.report.problems += [f"never due, but posted: {text}" for text in posted]
        self.report.problems += [
            f"never due, but claimed: {row}" for row in rows.values() if row.state != "missed"
        ]

    def _is_excused(self, key: tuple[int, date], claimers: dict[tuple[int, date], str]) -> bool:
        """Whether a fault has hit this date: in Slack's answer, or in whoever had claimed it.

        On a busy machine an answer may come late though no such fault was ordered.
        """
        text = text_of(*key)
        is_unclear = text in self._slack.unclear or text in self._unanswered.texts()
        return is_unclear or claimers.get(key) in self._crew.dead

    def _claimers(self) -> dict[tuple[int, date], str]:
        """Return which process has claimed each date that was never settled by it."""
        table = deliveries.c
        query = select(table.subscription, table.local_date, table.claimed_by).where(
            table.reason.startswith("the process ended")
        )
        with reading(self._engine) as connection:
            return {(it.subscription, it.local_date): it.claimed_by
                    for it in connection.execute(query)}  # fmt: skip

    @staticmethod
    def _judge(
        row: Delivery | None,
        stamps: list[str],
        *,
        is_met: bool,
        is_excused: bool,
        is_empty: bool,
        is_over: bool,
    ) -> str:
        """Return what is wrong with one date of one channel, or nothing."""
        if len(stamps) > 1:
            return f"posted {len(stamps)} times"
        if row is None:
            if stamps:
                return "posted without a row"
            return "no row explains the silence" if is_met or is_over else ""
        if row.state == "sent":
            return "" if stamps == [row.ts] else f"sent with {row.ts}, but posted {stamps}"
        if row.state == "empty":
            return "" if is_empty and not stamps else "settled as empty"
        if row.state == "missed":
            return "missed, though somebody was there" if is_met or stamps else ""
        if row.state == "unknown":
            return "" if is_excused else f"unknown, though no fault has hit it: {row}"
        return f"left as {row.state}, {row.reason}"
