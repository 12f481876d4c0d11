"""The clock posts what is due, tells how it ended, and stops without leaving anything behind."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.daily.clock import Clock, Message, Work
from bot.ledger import claims
from bot.ledger.delivery import Outcome, refused, sent, unknown, waiting
from bot.ledger.subscription import Subscription, Workspace
from bot.ledger.subscriptions import Subscriptions
from bot.ledger.upkeep import last_tick
from tests.ledger.examples import HERE, all_deliveries, at, subscribe, told

TODAY = "2026-11-26"


class Slack:
    """Stands where Slack does: notes what is posted, and answers what it is told to."""

    def __init__(self, answer: Callable[[str], Outcome] = lambda _: sent("1.1")) -> None:
        self.answer = answer
        self.posts: list[tuple[str, str]] = []
        self.told: list[tuple[int, str]] = []

    def post(self, message: Message, *, channel: str, token: str) -> Outcome:
        """Note a post, and answer."""
        assert token == "xoxb-1"
        self.posts.append((channel, message["text"]))
        return self.answer(channel)

    def tell(self, subscription: Subscription, reason: str, *, token: str) -> None:
        """Note who was told what."""
        assert token == "xoxb-1"
        self.told.append((subscription.id, reason))


def the_date(_: Subscription, day: date, *, last: date | None) -> Message | None:
    """A post that says its date."""
    return {"text": str(day)}


class Hands:
    """A clock's hands, which stand still until they are moved, but for the time that passes."""

    def __init__(self, start: str) -> None:
        self._start, self._began = at(start), time.monotonic()

    def __call__(self) -> datetime:
        """Return the time."""
        return self._start + timedelta(seconds=time.monotonic() - self._began)

    def move_to(self, when: str) -> None:
        """Set the clock."""
        self._start, self._began = at(when), time.monotonic()


def make_clock(engine: Engine, slack: Slack, now: Callable[[], datetime], **given: Any) -> Clock:
    """Return a clock that posts to `slack`; `given` are other parts of its work."""
    team = given.pop("team", "")
    parts: dict[str, Any] = {
        "compose": the_date, "token_of": lambda *_: "xoxb-1", "post": slack.post,
        "tell": slack.tell, **given,
    }  # fmt: skip
    return Clock(engine, Work(**parts), process="test", now=now, team=team)


def run_pass(engine: Engine, slack: Slack, when: str, **given: Any) -> Counter[Any]:
    """Let a clock make one pass at an instant."""
    return make_clock(engine, slack, Hands(when), **given).run_pass(threading.Event())


def test_a_pass_posts_what_is_due_and_ends(engine: Engine) -> None:
    for number in range(12):
        subscribe(engine, f"C{number}")
    subscribe(engine, "C-later", at=at("17:00").time())
    slack = Slack()
    assert run_pass(engine, slack, "09:00") == {"sent": 12}
    assert sorted(slack.posts) == sorted((f"C{number}", TODAY) for number in range(12))
    assert run_pass(engine, slack, "09:10") == {}


def test_several_posts_of_one_channel_are_a_second_apart(memory_engine: Engine) -> None:
    subscribe(memory_engine)
    subscribe(memory_engine)
    times: list[float] = []

    def answer(_: str) -> Outcome:
        times.append(time.monotonic())
        return sent("1.1")

    assert run_pass(memory_engine, Slack(answer), "09:00") == {"sent": 2}
    assert times[1] - times[0] >= 1.0


def test_a_day_without_anything_is_settled_as_empty_and_nothing_is_sent(engine: Engine) -> None:
    subscribe(engine)
    slack = Slack()
    assert run_pass(engine, slack, "09:00", compose=lambda *_, **__: None) == {"empty": 1}
    assert slack.posts == []


def test_what_slack_puts_off_for_a_moment_is_sent_in_the_same_pass(engine: Engine) -> None:
    subscribe(engine)
    answers = [waiting("ratelimited", wait=timedelta(seconds=0.3), holds=True), sent("1.1")]
    slack = Slack(lambda _: answers.pop(0))
    run_pass(engine, slack, "09:00")
    assert len(slack.posts) == 2
    assert told(engine) == [("C1", TODAY, "sent")]


def test_an_unknown_post_is_not_repeated_by_any_later_pass(engine: Engine) -> None:
    subscribe(engine)
    slack = Slack(lambda _: unknown("reset"))
    for when in ("09:00", "09:01", "14:00"):
        run_pass(engine, slack, when)
    assert len(slack.posts) == 1


def test_what_has_stopped_is_told_once_to_whoever_set_it_up(engine: Engine) -> None:
    subscription = subscribe(engine)
    slack = Slack(lambda _: refused("is_archived", stops=True))
    run_pass(engine, slack, "09:00")
    run_pass(engine, slack, "2026-11-27 09:00")
    assert slack.told == [(subscription.id, "is_archived")]
    assert len(slack.posts) == 1


def test_a_workspace_without_a_token_is_not_posted_to(engine: Engine) -> None:
    subscription = subscribe(engine)
    slack = Slack()
    run_pass(engine, slack, "09:00", token_of=lambda *_: None)
    found = Subscriptions(engine).get(HERE, subscription.id)
    assert found is not None
    assert (slack.posts, found.state, found.reason) == ([], "stopped", "not_installed")


def test_the_bot_of_one_workspace_leaves_the_others_alone(engine: Engine) -> None:
    subscribe(engine, "C1")
    subscribe(engine, "C2", workspace=Workspace("", "T2"))
    slack = Slack()
    run_pass(engine, slack, "09:00", team="T2")
    assert slack.posts == [("C2", TODAY)]


def test_a_post_that_cannot_be_made_is_tried_again_while_it_is_due(engine: Engine) -> None:
    subscribe(engine)

    def fail(*_: object, **__: object) -> Message:
        raise ValueError("broken data")

    slack = Slack()
    assert run_pass(engine, slack, "09:00", compose=fail) == {"waiting": 1}
    assert run_pass(engine, slack, "09:05") == {}
    assert run_pass(engine, slack, "09:11") == {"sent": 1}


def test_a_running_clock_posts_when_the_time_has_come_and_shows_signs_of_life(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.daily.clock.LOOK", 0.02)
    subscribe(engine)
    slack, hands, stop = Slack(), Hands("08:59"), threading.Event()
    clock = make_clock(engine, slack, hands)
    thread = threading.Thread(target=clock.run, args=(stop,))
    thread.start()
    try:
        _until(lambda: clock.last_look)
        assert slack.posts == []
        hands.move_to("09:00")
        _until(lambda: told(engine) == [("C1", TODAY, "sent")])
        hands.move_to("08:30")  # set back: nothing comes twice
        seen = clock.last_look
        _until(lambda: clock.last_look != seen)
        hands.move_to("2026-11-27 09:00")
        _until(lambda: len(slack.posts) == 2)
    finally:
        stop.set()
        thread.join(20)
    assert slack.posts == [("C1", TODAY), ("C1", "2026-11-27")]
    assert last_tick(engine) is not None


def test_a_clock_that_is_told_to_stop_finishes_what_is_in_flight_and_claims_no_more(
    engine: Engine,
) -> None:
    for number in range(30):
        subscribe(engine, f"C{number}")
    stop, is_posting = threading.Event(), threading.Event()

    def answer(_: str) -> Outcome:
        is_posting.set()
        stop.wait(10)
        return sent("1.1")

    slack = Slack(answer)
    thread = threading.Thread(target=make_clock(engine, slack, Hands("09:00")).run, args=(stop,))
    thread.start()
    assert is_posting.wait(10)
    stop.set()
    thread.join(20)
    assert not thread.is_alive()
    states = [delivery.state for delivery in all_deliveries(engine)]
    assert states == ["sent"] * len(slack.posts)
    assert 0 < len(states) < 30


def test_a_database_that_is_away_for_a_moment_loses_no_result(
    memory_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscribe(memory_engine)
    failures = [OSError("away"), OSError("away")]

    def settle(*arguments: Any, **named: Any) -> bool:
        if failures:
            raise failures.pop()
        return claims.settle(*arguments, **named)

    monkeypatch.setattr("bot.daily.clock.settle", settle)
    slack = Slack()
    assert run_pass(memory_engine, slack, "09:00") == {"sent": 1}
    assert (len(slack.posts), told(memory_engine)) == (1, [("C1", TODAY, "sent")])


def _until(look: Callable[[], object]) -> None:
    deadline = time.monotonic() + 20
    while not look():
        assert time.monotonic() < deadline
        time.sleep(0.01)
