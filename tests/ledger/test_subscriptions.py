"""Channels subscribe, change, pause, resume and leave; the ledger knows who did it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import Engine, insert

from bot.errors import BotError
from bot.ledger.database import writing
from bot.ledger.forgetting import forget
from bot.ledger.subscription import State, Subscription, Workspace
from bot.ledger.subscriptions import MOST_IN_A_CHANNEL, Subscriptions
from bot.ledger.tables import deliveries
from bot.timeline.daily_choice import (
    MONDAY_TO_FRIDAY,
    DailyChoice,
    LeapDay,
    WhenEmpty,
)

HERE = Workspace("", "T1")
ELSEWHERE = Workspace("E1", "T1")  # the same team id does not make it the same workspace
NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)  # a Thursday
NINE = time(9, 0)
CHOICE = DailyChoice(
    timeline="flight", tags=("first",), people=("Луи Блерио",), days=MONDAY_TO_FRIDAY,
    when_empty=WhenEmpty.WEEK, leap_day=LeapDay.MARCH_1,
)  # fmt: skip


@pytest.fixture
def store(engine: Engine) -> Subscriptions:
    """The subscriptions in both databases."""
    return Subscriptions(engine)


def add(store: Subscriptions, channel: str = "C1", **given: object) -> Subscription:
    """Add a subscription for nine o'clock, UTC, unless something else is given."""
    fields = {"at": NINE, "zone": "UTC", "choice": DailyChoice(), "by": "U1", "now": NOW, **given}
    workspace = fields.pop("workspace", HERE)
    return store.add(workspace, channel, **fields)  # type: ignore[arg-type]


def deliver(engine: Engine, subscription: Subscription, day: date, state: str = "sent") -> None:
    """Write down that a post went out."""
    with writing(engine) as connection:
        connection.execute(
            insert(deliveries).values(
                enterprise=subscription.workspace.enterprise, team=subscription.workspace.team,
                channel=subscription.channel, subscription=subscription.id, local_date=day,
                state=state, claimed_at=NOW, claimed_by="test", ts="1.1", reason="",
            )
        )  # fmt: skip


def test_what_is_added_is_found_again_with_all_that_was_chosen(store: Subscriptions) -> None:
    added = add(store, zone="Asia/Kolkata", choice=CHOICE)
    assert added == Subscription(
        added.id, HERE, "C1", at=NINE, zone="Asia/Kolkata", choice=CHOICE, set_up_by="U1",
        next_due=datetime(2026, 11, 26, 3, 30, tzinfo=UTC),
    )  # fmt: skip
    assert store.get(HERE, added.id) == added
    assert store.of_channel(HERE, "C1") == (added,)
    assert store.of_workspace(HERE) == (added,)


def test_a_channel_may_have_several_and_they_are_listed_in_order(store: Subscriptions) -> None:
    first, second = add(store), add(store, at=time(17, 30))
    other = add(store, "C2")
    assert store.of_channel(HERE, "C1") == (first, second)
    assert store.of_workspace(HERE) == (first, second, other)
    assert store.of_workspace(HERE, after=first.id, limit=1) == (second,)


def test_nobody_sees_or_changes_what_is_of_another_workspace(store: Subscriptions) -> None:
    added = add(store)
    assert store.get(ELSEWHERE, added.id) is None
    assert store.of_channel(ELSEWHERE, "C1") == ()
    assert store.change(ELSEWHERE, added.id, by="U2", now=NOW, at=time(10)) is None
    assert store.pause(ELSEWHERE, added.id, until=None, by="U2", now=NOW) is None
    assert store.remove(ELSEWHERE, added.id, by="U2", now=NOW) is None
    assert store.get(HERE, added.id) == added


def test_a_change_moves_the_next_post_and_is_noted(store: Subscriptions) -> None:
    added = add(store)
    changed = store.change(HERE, added.id, by="U2", now=NOW, at=time(10, 15), zone="Europe/Oslo")
    assert changed is not None
    assert changed.next_due == datetime(2026, 11, 26, 9, 15, tzinfo=UTC)
    assert changed.set_up_by == "U1"
    assert [(c.by, c.what) for c in store.changes(HERE, "C1")] == [
        ("U2", "changed at, zone"),
        ("U1", "set up"),
    ]


def test_a_change_to_the_same_changes_nothing(store: Subscriptions) -> None:
    added = add(store)
    assert store.change(HERE, added.id, by="U2", now=NOW, at=NINE, zone="UTC") == added
    assert len(store.changes(HERE, "C1")) == 1


@pytest.mark.parametrize("state", ["claimed", "sent", "empty", "refused", "unknown"])
def test_a_change_of_time_after_todays_post_waits_for_tomorrow(
    store: Subscriptions, engine: Engine, state: str
) -> None:
    added = add(store, at=time(7))
    deliver(engine, added, NOW.date(), state)
    changed = store.change(HERE, added.id, by="U1", now=NOW, at=time(8, 30))
    assert changed is not None
    assert changed.next_due == datetime(2026, 11, 27, 8, 30, tzinfo=UTC)


def test_a_change_of_zone_back_over_midnight_posts_for_no_date_again(
    store: Subscriptions, engine: Engine
) -> None:
    added = add(store, zone="Pacific/Kiritimati", at=time(22))  # it is 22:00 there
    for day in (25, 26):
        deliver(engine, added, date(2026, 11, day))
    changed = store.change(HERE, added.id, by="U1", now=NOW, zone="Pacific/Pago_Pago")
    assert changed is not None  # there it is 21:00 of the 25th
    assert changed.next_due == datetime(2026, 11, 28, 9, 0, tzinfo=UTC)  # 22:00 of the 27th


def test_a_pause_ends_by_itself_on_its_day(store: Subscriptions) -> None:
    added = add(store)
    paused = store.pause(HERE, added.id, until=date(2026, 12, 1), by="U2", now=NOW)
    assert paused is not None
    assert (paused.state, paused.paused_until) == (State.PAUSED, date(2026, 12, 1))
    assert paused.next_due == datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def test_a_pause_without_an_end_lasts_until_resumed(store: Subscriptions) -> None:
    added = add(store)
    paused = store.pause(HERE, added.id, until=None, by="U2", now=NOW)
    assert paused is not None
    assert paused.next_due is None
    assert store.resume(HERE, added.id, by="U3", now=NOW) == added
    assert [c.what for c in store.changes(HERE, "C1")] == ["resumed", "paused", "set up"]


@pytest.mark.parametrize("until", [NOW.date(), date(2026, 11, 25), date(9999, 12, 31)])
def test_a_pause_ends_on_a_day_to_come(store: Subscriptions, until: date) -> None:
    added = add(store)
    with pytest.raises(BotError, match="A pause ends on a day to come"):
        store.pause(HERE, added.id, until=until, by="U1", now=NOW)
    assert store.get(HERE, added.id) == added


def test_what_is_removed_is_gone_and_its_removal_noted(store: Subscriptions) -> None:
    added = add(store)
    assert store.remove(HERE, added.id, by="U2", now=NOW) == added
    assert store.get(HERE, added.id) is None
    assert store.remove(HERE, added.id, by="U2", now=NOW) is None
    assert store.changes(HERE, "C1")[0].what == "removed"


def test_who_leaves_and_comes_back_the_same_day_is_not_posted_to_twice(
    store: Subscriptions, engine: Engine
) -> None:
    added = add(store, at=time(7))
    deliver(engine, added, NOW.date())
    store.remove(HERE, added.id, by="U1", now=NOW)
    again = add(store, at=time(8))
    assert again.id != added.id
    assert again.next_due == datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    changed = store.change(HERE, again.id, by="U1", now=NOW, at=time(8, 30))
    assert changed is not None
    assert changed.next_due == datetime(2026, 11, 27, 8, 30, tzinfo=UTC)


def test_a_second_subscription_posts_the_same_day_as_the_first(
    store: Subscriptions, engine: Engine
) -> None:
    deliver(engine, add(store, at=time(7)), NOW.date())
    assert add(store, at=time(8)).next_due == NOW


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"zone": "Mars/Olympus"}, "no time zone"),
        ({"zone": "../../etc/passwd"}, "no time zone"),
        ({"zone": ""}, "no time zone"),
        ({"at": time(9, 0, 1)}, "hours and minutes"),
        ({"choice": DailyChoice(days=())}, "at least one day"),
        ({"choice": DailyChoice(days=(7,))}, "at least one day"),
        ({"choice": DailyChoice(tags=("x" * 5000,))}, "too many tags"),
    ],
)
def test_what_cannot_be_is_refused(
    store: Subscriptions, given: dict[str, object], said: str
) -> None:
    with pytest.raises(BotError, match=said):
        add(store, **given)  # type: ignore[arg-type]
    added = add(store)
    with pytest.raises(BotError, match=said):
        store.change(HERE, added.id, by="U1", now=NOW, **given)  # type: ignore[arg-type]
    assert store.of_channel(HERE, "C1") == (added,)


def test_a_channel_has_no_more_than_the_most_even_if_all_ask_at_once(
    store: Subscriptions,
) -> None:
    for _ in range(MOST_IN_A_CHANNEL - 1):
        add(store)
    refusals = []

    def try_to_add() -> None:
        try:
            add(store)
        except BotError as error:
            refusals.append(str(error))

    threads = [threading.Thread(target=try_to_add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refusals) == 3
    assert len(store.of_channel(HERE, "C1")) == MOST_IN_A_CHANNEL


def test_a_workspace_that_leaves_is_forgotten_and_no_other(
    store: Subscriptions, engine: Engine
) -> None:
    other = Workspace("", "T2")
    deliver(engine, add(store), NOW.date())
    add(store, "C2")
    kept = add(store, workspace=other)
    assert forget(engine, HERE.team)["timeline_subscriptions"] == 2
    assert store.of_workspace(HERE) == ()
    assert store.changes(HERE, "C1") == ()
    assert store.of_workspace(other) == (kept,)
    with engine.connect() as connection:
        assert connection.execute(deliveries.select()).all() == []


def test_the_next_post_of_weekdays_after_friday_is_on_monday(store: Subscriptions) -> None:
    friday = NOW + timedelta(days=1, hours=12)
    added = add(store, choice=DailyChoice(days=MONDAY_TO_FRIDAY), now=friday)
    assert added.next_due == datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


def test_the_very_same_is_added_once_even_if_all_ask_at_once(store: Subscriptions) -> None:
    def ask(_: int) -> bool:
        try:
            add(store, once=True, choice=DailyChoice(tags=("treaty",)))
        except BotError:
            return False
        return True

    with ThreadPoolExecutor(4) as executor:
        assert sum(executor.map(ask, range(8))) == 1
    with pytest.raises(BotError, match="exactly this daily post"):
        add(store, once=True, choice=DailyChoice(tags=("treaty",)))
    add(store, once=True)  # another choice
    assert len(store.of_channel(HERE, "C1")) == 2
