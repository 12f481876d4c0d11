"""Who asks too much in a minute is told so once, privately, and soon answered again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.limits import WINDOW, Limits, Verdict

FINE, TELL, SILENT = Verdict.FINE, Verdict.TELL, Verdict.SILENT


class Clock:
    """A clock that stands until it is moved."""

    now = 1000.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.now


def test_the_twenty_first_question_is_answered_by_one_notice_and_the_rest_by_none() -> None:
    limits = Limits(Clock(), per_user=20, per_team=300)
    verdicts = [limits.judge("T1", "U1").verdict for _ in range(30)]
    assert verdicts == [FINE] * 20 + [TELL] + [SILENT] * 9


def test_the_notice_says_when_to_come_back_and_that_is_true() -> None:
    clock = Clock()
    limits = Limits(clock, per_user=2, per_team=300)
    limits.judge("T1", "U1")
    clock.now += 20.5
    limits.judge("T1", "U1")
    judgement = limits.judge("T1", "U1")
    assert "40 seconds" in judgement.notice
    clock.now += 40
    assert limits.judge("T1", "U1").verdict is FINE
    assert limits.judge("T1", "U1").verdict is SILENT


def test_others_are_not_held_back_by_one_and_teams_not_by_each_other() -> None:
    limits = Limits(Clock(), per_user=1, per_team=300)
    for team, user in (("T1", "U1"), ("T1", "U2"), ("T2", "U1")):
        assert limits.judge(team, user).verdict is FINE
        assert limits.judge(team, user).verdict is TELL


def test_a_workspace_as_a_whole_has_a_limit_and_each_person_is_told_once() -> None:
    limits = Limits(Clock(), per_user=20, per_team=3)
    assert [limits.judge("T1", f"U{n}").verdict for n in range(4)] == [FINE] * 3 + [TELL]
    assert limits.judge("T1", "U3").verdict is SILENT
    assert "workspace" in limits.judge("T1", "U4").notice
    assert limits.judge("T2", "U4").verdict is FINE


def test_buttons_are_counted_for_themselves() -> None:
    limits = Limits(Clock(), per_user=1, per_team=300)
    assert limits.judge("T1", "U1").verdict is FINE
    assert limits.judge("T1", "U1", kind="press").verdict is FINE


def test_no_limit_is_no_limit() -> None:
    limits = Limits(Clock(), per_user=0, per_team=0)
    assert {limits.judge("T1", "U1").verdict for _ in range(1000)} == {FINE}


def test_many_threads_get_no_more_than_the_limit() -> None:
    limits = Limits(Clock(), per_user=20, per_team=300)
    with ThreadPoolExecutor(8) as pool:
        verdicts = list(pool.map(lambda _: limits.judge("T1", "U1").verdict, range(200)))
    assert (verdicts.count(FINE), verdicts.count(TELL)) == (20, 1)


@given(st.lists(st.floats(0, 30), max_size=60), st.integers(1, 5))
def test_in_no_minute_is_more_answered_than_the_limit(pauses: list[float], most: int) -> None:
    clock = Clock()
    limits = Limits(clock, per_user=most, per_team=0)
    answered: list[float] = []
    for pause in pauses:
        clock.now += pause
        if limits.judge("T1", "U1").verdict is FINE:
            answered.append(clock.now)
    for later, earlier in zip(answered[most:], answered, strict=False):
        assert later - earlier >= WINDOW


@pytest.mark.parametrize("most", [100])
def test_it_remembers_no_more_people_than_it_may(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.limits.MOST_ASKERS", most)
    limits = Limits(Clock(), per_user=1, per_team=0)
    for number in range(10 * most):
        limits.judge("T1", f"U{number}")
        limits.judge("T1", f"U{number}")
    assert len(limits._asked) <= most
    assert len(limits._told) <= most
