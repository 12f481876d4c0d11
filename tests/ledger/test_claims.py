"""A post that is due is claimed by one process, once, and settled behind it."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine, text, update

from bot.ledger import claim_rows, claims, upkeep
from bot.ledger.claims import MOST_IN_FLIGHT, settle
from bot.ledger.database import writing
from bot.ledger.deliveries import last_deliveries, list_due
from bot.ledger.delivery import Claim, Outcome, empty, refused, sent, unknown, waiting
from bot.ledger.subscription import State, Workspace
from bot.ledger.subscriptions import Subscriptions
from bot.ledger.tables import subscriptions
from bot.timeline.daily_choice import MONDAY_TO_FRIDAY, DailyChoice
from tests.ledger.examples import HERE, NOW, all_deliveries, at, subscribe, told

TODAY, TOMORROW = "2026-11-26", "2026-11-27"


def take(engine: Engine, now: str | datetime, *, limit: int = 50, team: str = "") -> list[Claim]:
    """Claim what is due at an instant."""
    when = at(now) if isinstance(now, str) else now
    return list(claims.take(engine, now=when, limit=limit, process="test", team=team).claims)


def take_all(engine: Engine, now: str, outcome: Outcome) -> list[Claim]:
    """Claim and settle until nothing is left."""
    taken: list[Claim] = []
    while claimed := take(engine, now):
        for claim in claimed:
            settle(engine, claim, outcome, now=at(now))
        taken += claimed
    return taken


def test_nothing_is_claimed_before_its_time(engine: Engine) -> None:
    subscribe(engine)
    assert take(engine, "08:59:59") == []
    assert all_deliveries(engine) == []


def test_what_is_due_is_claimed_once_and_settled_with_its_timestamp(engine: Engine) -> None:
    subscription = subscribe(engine)
    (claim,) = take(engine, "09:00")
    assert (claim.subscription.id, claim.local_date) == (subscription.id, date(2026, 11, 26))
    assert take(engine, "09:00") == take(engine, "14:00") == []
    assert not settle(engine, claim, sent("17.5"), now=at("09:01"))
    (delivery,) = all_deliveries(engine)
    assert (delivery.state, delivery.ts, delivery.settled_at) == ("sent", "17.5", at("09:01"))
    assert take(engine, "10:00") == []
    assert Subscriptions(engine).get(HERE, subscription.id) == replace(
        subscription, next_due=at(f"{TOMORROW} 09:00")
    )


@pytest.mark.parametrize("outcome", [empty(), refused("msg_too_long"), unknown("reset")])
def test_however_it_ended_nothing_more_is_sent_that_day(engine: Engine, outcome: Outcome) -> None:
    subscribe(engine)
    (claim,) = take(engine, "09:00")
    settle(engine, claim, outcome, now=at("09:01"))
    assert take(engine, "12:00") == []
    assert len(take(engine, f"{TOMORROW} 09:00")) == 1


def test_many_who_look_at_once_share_the_work_and_take_nothing_twice(engine: Engine) -> None:
    teams = [Workspace("", f"T{number}") for number in range(8)]
    for team in teams:
        for number in range(MOST_IN_FLIGHT):
            subscribe(engine, f"C{number}", workspace=team)
    taken: list[int] = []

    def look() -> None:
        while found := take(engine, "09:00", limit=3):
            taken.extend(claim.subscription.id for claim in found)

    threads = [threading.Thread(target=look) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == len(set(taken)) == len(teams) * MOST_IN_FLIGHT


def test_a_workspace_has_five_in_flight_whoever_sends_them(engine: Engine) -> None:
    for number in range(8):
        subscribe(engine, f"C{number}")
    other = subscribe(engine, workspace=Workspace("", "T2"))
    first = take(engine, "09:00", limit=3) + take(engine, "09:00")
    here = [claim for claim in first if claim.subscription.workspace == HERE]
    assert len(here) == MOST_IN_FLIGHT
    assert other.id in [claim.subscription.id for claim in first]
    settle(engine, here[0], sent("1.1"), now=at("09:00"))
    assert len(take(engine, "09:00")) == 1


def test_a_channel_has_one_post_a_second(engine: Engine) -> None:
    for _ in range(3):
        subscribe(engine, "C1")
    (first,) = take(engine, "09:00")
    assert take(engine, "09:00:02") == []  # the first is in flight still
    settle(engine, first, sent("1.1"), now=at("09:00:03"))
    assert take(engine, "09:00:03.9") == []
    (second,) = take(engine, "09:00:04")
    settle(engine, second, sent("1.2"), now=at("09:00:04.5"))
    assert len(take(engine, "09:00:05.5")) == 1
    assert [row[1] for row in told(engine)] == [TODAY] * 3


def test_who_read_the_clock_before_another_posted_keeps_that_ones_pause(engine: Engine) -> None:
    subscribe(engine)
    subscribe(engine)
    first = claims.take(engine, now=at("09:00:01"), limit=1, process="one").claims
    settle(engine, first[0], sent("1.5"), now=at("09:00:03"))
    assert take(engine, "09:00:02") == []  # it had to wait for the ledger meanwhile
    assert take(engine, "09:00:03") == []
    assert len(take(engine, "09:00:04")) == 1


def test_a_bot_that_was_down_at_nine_posts_at_eleven(engine: Engine) -> None:
    subscribe(engine)
    assert [str(claim.local_date) for claim in take(engine, "11:00")] == [TODAY]


def test_what_was_missed_is_explained_and_not_made_up_for(engine: Engine) -> None:
    subscription = subscribe(engine)
    assert take(engine, "2026-11-28 16:00") == []
    assert told(engine) == [
        ("C1", TODAY, "missed"), ("C1", TOMORROW, "missed"), ("C1", "2026-11-28", "missed"),
    ]  # fmt: skip
    after = Subscriptions(engine).get(HERE, subscription.id)
    assert after is not None
    assert after.next_due == at("2026-11-29 09:00")


def test_days_that_were_not_chosen_are_not_missed(engine: Engine) -> None:
    subscribe(engine, choice=DailyChoice(days=MONDAY_TO_FRIDAY))
    assert [str(claim.local_date) for claim in take(engine, "2026-11-30 09:00")] == ["2026-11-30"]
    missed = [row[1] for row in told(engine) if row[2] == "missed"]
    assert missed == [TODAY, TOMORROW]


def test_a_long_absence_is_explained_for_a_month(engine: Engine) -> None:
    subscribe(engine)
    (claim,) = take(engine, "2028-02-29 09:00")
    assert str(claim.local_date) == "2028-02-29"
    missed = [row for row in told(engine) if row[2] == "missed"]
    assert len(missed) == claim_rows.MOST_MISSED


def test_a_new_subscription_has_missed_nothing(engine: Engine) -> None:
    subscribe(engine, now=at("00:05"), at=NOW.time().replace(hour=0))
    (claim,) = take(engine, "00:05")
    settle(engine, claim, sent("1.1"), now=at("00:05"))
    assert told(engine) == [("C1", TODAY, "sent")]


def test_the_post_knows_the_day_of_the_one_before(engine: Engine) -> None:
    subscribe(engine, choice=DailyChoice(days=MONDAY_TO_FRIDAY))
    (first,) = take_all(engine, f"{TOMORROW} 09:00", empty())
    assert first.last is None
    (second,) = take(engine, "2026-11-30 09:00")
    assert second.last == date(2026, 11, 27)


def test_what_slack_puts_off_is_tried_again_and_its_workspace_left_alone(engine: Engine) -> None:
    subscribe(engine, "C1")
    (claim,) = take(engine, "09:00")
    subscribe(engine, "C2")
    settle(engine, claim, waiting("ratelimited", wait=timedelta(seconds=30), holds=True),
           now=at("09:00"))  # fmt: skip
    assert take(engine, "09:00:29") == []
    assert {c.subscription.channel for c in take(engine, "09:00:30")} == {"C1", "C2"}


def test_a_pause_that_a_wrong_clock_has_noted_silences_nobody(engine: Engine) -> None:
    subscribe(engine)
    (claim,) = take(engine, "2027-11-26 09:00")
    outcome = waiting("ratelimited", wait=timedelta(seconds=30), holds=True)
    settle(engine, claim, outcome, now=at("2027-11-26 09:00"))
    upkeep.reckon_anew(engine, now=at("08:10"))
    assert len(take(engine, "09:00")) == 1


def test_what_was_put_off_until_its_day_was_over_was_refused(engine: Engine) -> None:
    subscribe(engine)
    take_all(engine, "14:59", waiting("ratelimited", wait=timedelta(minutes=5)))
    take(engine, "15:04")
    (delivery,) = all_deliveries(engine)
    assert (delivery.state, delivery.reason) == ("refused", "ratelimited")


def test_a_pause_that_comes_while_a_post_is_put_off_holds(engine: Engine) -> None:
    subscription = subscribe(engine)
    (claim,) = take(engine, "09:00")
    Subscriptions(engine).pause(HERE, subscription.id, until=None, by="U1", now=at("09:00"))
    settle(engine, claim, waiting("ratelimited", wait=timedelta(seconds=5)), now=at("09:00"))
    assert take(engine, "09:01") == []


def test_a_refusal_that_lasts_stops_the_subscription_and_is_told_to_one_only(
    engine: Engine,
) -> None:
    subscription = subscribe(engine)
    (claim,) = take(engine, "09:00")
    outcome = refused("is_archived", stops=True)
    assert settle(engine, claim, outcome, now=at("09:00"))
    assert not settle(engine, claim, outcome, now=at("09:00"))
    stopped = Subscriptions(engine).get(HERE, subscription.id)
    assert stopped is not None
    assert (stopped.state, stopped.reason, stopped.next_due) == ("stopped", "is_archived", None)
    assert take(engine, f"{TOMORROW} 09:00") == []
    resumed = Subscriptions(engine).resume(HERE, subscription.id, by="U1", now=at("10:00"))
    assert resumed is not None
    assert resumed.next_due == at(f"{TOMORROW} 09:00")


def test_a_pause_ends_on_its_day_and_posts_from_then_on(engine: Engine) -> None:
    subscription = subscribe(engine)
    store = Subscriptions(engine)
    store.pause(HERE, subscription.id, until=date(2026, 11, 28), by="U1", now=NOW)
    assert take(engine, f"{TOMORROW} 09:00") == []
    (claim,) = take(engine, "2026-11-28 09:00")
    settle(engine, claim, sent("1.1"), now=at("2026-11-28 09:00"))
    after = store.get(HERE, subscription.id)
    assert after is not None
    assert (after.state, after.paused_until) == (State.ACTIVE, None)
    assert told(engine) == [("C1", "2026-11-28", "sent")]


def test_a_removed_subscription_is_not_sent_and_its_settling_does_no_harm(engine: Engine) -> None:
    subscription = subscribe(engine)
    (claim,) = take(engine, "09:00")
    Subscriptions(engine).remove(HERE, subscription.id, by="U1", now=at("09:00"))
    assert not settle(engine, claim, refused("is_archived", stops=True), now=at("09:00"))
    assert take(engine, f"{TOMORROW} 09:00") == []


def test_the_claim_of_a_process_that_died_becomes_unknown_and_is_never_sent(
    engine: Engine,
) -> None:
    subscribe(engine)
    take(engine, "09:00")
    assert upkeep.settle_dead_claims(engine, now=at("09:01")) == 0
    assert upkeep.settle_dead_claims(engine, now=at("09:03")) == 1
    assert told(engine) == [("C1", TODAY, "unknown")]
    assert take(engine, "09:03") == []


@pytest.mark.parametrize("outcome", [sent("1.1"), waiting("ratelimited", wait=timedelta(0))])
def test_a_claim_that_was_taken_for_dead_is_settled_by_whoever_made_it(
    engine: Engine, outcome: Outcome
) -> None:
    subscribe(engine)
    (claim,) = take(engine, "09:00")
    upkeep.settle_dead_claims(engine, now=at("09:03"))
    settle(engine, claim, outcome, now=at("09:04"))
    assert told(engine) == [("C1", TODAY, str(outcome.state))]


def test_a_clock_that_jumps_back_posts_nothing_twice(engine: Engine) -> None:
    subscribe(engine)
    take_all(engine, "09:00", sent("1.1"))
    assert upkeep.reckon_anew(engine, now=at("08:30")) == 1
    assert take(engine, "08:30") == take(engine, "09:00") == []
    assert len(take(engine, f"{TOMORROW} 09:00")) == 1


def test_a_clock_that_was_a_year_ahead_for_a_moment_silences_nobody(engine: Engine) -> None:
    subscribe(engine)
    assert take(engine, "2027-11-26 17:00") == []
    assert upkeep.reckon_anew(engine, now=at("08:10")) == 1
    assert len(take(engine, "09:00")) == 1


def test_a_day_that_a_wrong_clock_held_for_missed_is_posted_on(engine: Engine) -> None:
    subscribe(engine)
    take_all(engine, f"{TOMORROW} 09:30", sent("1.1"))
    upkeep.reckon_anew(engine, now=at("08:10"))
    take_all(engine, "09:00", sent("1.2"))
    assert sorted(told(engine)) == [("C1", TODAY, "sent"), ("C1", TOMORROW, "sent")]
    assert take(engine, f"{TOMORROW} 09:30") == []


def test_only_the_workspace_that_is_served_is_looked_at(engine: Engine) -> None:
    subscribe(engine)
    other = subscribe(engine, workspace=Workspace("", "T2"))
    assert [c.subscription.id for c in take(engine, "09:00", team="T2")] == [other.id]
    assert take(engine, "09:00", team="T3") == []


def test_a_zone_that_is_unknown_here_stops_one_subscription_and_no_other(engine: Engine) -> None:
    lost, good = subscribe(engine, "C1"), subscribe(engine, "C2")
    with writing(engine) as connection:
        connection.execute(
            update(subscriptions).where(subscriptions.c.id == lost.id).values(zone="Moon/Sea")
        )
    assert [c.subscription.id for c in take(engine, "09:00")] == [good.id]
    stopped = Subscriptions(engine).get(HERE, lost.id)
    assert stopped is not None
    assert (stopped.state, stopped.reason) == ("stopped", "unknown zone")


def test_a_choice_that_a_newer_version_wrote_is_read_as_far_as_it_is_known(engine: Engine) -> None:
    subscription = subscribe(engine)
    written = '{"days": [3], "when_empty": "sing", "colour": "red"}'
    with writing(engine) as connection:
        connection.execute(text("UPDATE timeline_subscriptions SET choice = :c"), {"c": written})
    found = Subscriptions(engine).get(HERE, subscription.id)
    assert found is not None
    assert found.choice == DailyChoice(days=(3,))


def test_what_is_due_can_be_listed_without_being_claimed(engine: Engine) -> None:
    subscription = subscribe(engine)
    subscribe(engine, "C2", at=NOW.time().replace(hour=12))
    assert list(list_due(engine, now=at("09:30"))) == [(subscription, date(2026, 11, 26))]
    assert all_deliveries(engine) == []
    take_all(engine, "09:30", sent("1.1"))
    assert list(list_due(engine, now=at("09:30"))) == []


def test_the_latest_deliveries_of_a_subscription_come_first(engine: Engine) -> None:
    subscription = subscribe(engine)
    take_all(engine, "09:00", sent("1.1"))
    take_all(engine, f"{TOMORROW} 09:00", empty())
    found = last_deliveries(engine, subscription)
    assert [(str(it.local_date), str(it.state)) for it in found] == [
        (TOMORROW, "empty"), (TODAY, "sent"),
    ]  # fmt: skip


def test_the_list_of_deliveries_is_complete_however_long_it_is(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.ledger.deliveries._PAGE", 2)
    for number in range(5):
        subscribe(engine, f"C{number}")
    take_all(engine, "09:00", sent("1.1"))
    assert sorted(row[0] for row in told(engine)) == [f"C{number}" for number in range(5)]


def test_the_last_sign_of_life_of_any_clock_is_known(engine: Engine) -> None:
    assert upkeep.last_tick(engine) is None
    upkeep.note_tick(engine, process="one", now=at("09:00"))
    upkeep.note_tick(engine, process="two", now=at("09:05"))
    upkeep.note_tick(engine, process="one", now=at("09:02"))
    assert upkeep.last_tick(engine) == at("09:05")


def test_rows_of_more_than_a_year_ago_are_dropped(engine: Engine) -> None:
    subscribe(engine)
    take_all(engine, "09:00", sent("1.1"))
    assert upkeep.drop_old_rows(engine, now=at("2027-12-01 09:00")) == 0
    assert len(Subscriptions(engine).changes(HERE, "C1")) == 1
    assert upkeep.drop_old_rows(engine, now=at("2028-01-15 09:00")) == 2
    assert all_deliveries(engine) == []
    assert Subscriptions(engine).changes(HERE, "C1") == ()


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT id FROM timeline_subscriptions WHERE next_due <= 5 LIMIT 1", "due"),
        ("SELECT id FROM timeline_subscriptions WHERE reckoned_at > 5 LIMIT 1", "reckoned"),
        ("SELECT team FROM timeline_deliveries WHERE state = 'claimed'", "claimed"),
    ],
)
def test_an_idle_look_reads_an_index_and_no_table(
    memory_engine: Engine, query: str, index: str
) -> None:
    # With so few rows PostgreSQL would read the table; the benchmark gives it many.
    with memory_engine.connect() as connection:
        plan = str(connection.execute(text(f"EXPLAIN QUERY PLAN {query}")).all())
    assert f"timeline_subscriptions_{index}" in plan or f"timeline_deliveries_{index}" in plan
