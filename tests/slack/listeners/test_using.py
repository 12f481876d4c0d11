"""A channel chooses one of several timelines: asked there, and nowhere else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from bot.answers.responder import Responder
from bot.ledger.channel_timelines import ChannelTimelines
from bot.ledger.forgetting import forget
from bot.ledger.subscription import Workspace
from bot.loading import load_responder, narrow
from bot.slack.timeline_choices import FRESH, RETRY, TimelineChoices
from bot.slack.using import read_use
from tests.example_files import entry, write_timeline
from tests.slack.in_process import InProcess, make_app, make_desk, public
from tests.slack.stand_in import StandIn, workspace

FLIGHT, TREES = "Wright brothers fly at Kitty Hawk", "An oak is planted in the park"


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def two_timelines(folder: Path) -> Responder:
    """What answers from two timelines, both of which have a year 1903."""
    for name, title in (("flight", FLIGHT), ("trees", TREES)):
        events = [entry(f"1903-{name}", "1903-12-17", title)]
        write_timeline(folder, events, name=f"{name}.yaml", title=f"History of {name}")
    return load_responder([folder])


@pytest.fixture
def slack(tmp_path: Path, memory_engine: Engine, clock: Clock) -> Iterator[InProcess]:
    """Slack in front of a bot with two timelines."""
    whole = two_timelines(tmp_path)
    choices = TimelineChoices(ChannelTimelines(memory_engine), narrow, clock=clock)
    desk = replace(make_desk(lambda: whole), choices=choices)
    with StandIn() as stand_in:
        yield InProcess(stand_in, make_app(stand_in, desk))
        assert stand_in.faults == ()


def answer(slack: InProcess, said: str, channel: str = workspace.CHANNEL) -> str:
    sent = slack.command(said, channel=channel)
    return slack.reply(sent).visible


def test_a_channel_that_has_chosen_a_timeline_asks_no_other(slack: InProcess) -> None:
    both = answer(slack, "1903")
    assert FLIGHT in both
    assert TREES in both
    told = slack.reply(slack.command("use trees"))
    assert "has set this channel to ask “History of trees”" in told.visible
    assert not told.is_private  # everybody there is to know
    assert FLIGHT not in answer(slack, "1903")
    assert TREES in slack.reply(slack.mention("1903")).visible
    assert FLIGHT not in slack.reply(slack.mention("1903")).visible
    assert FLIGHT in answer(slack, "1903", channel=workspace.SIDE_CHANNEL)
    answer(slack, "use all")
    assert FLIGHT in answer(slack, "1903")


def test_a_channel_shared_with_another_company_asks_what_was_chosen_for_it(
    slack: InProcess,
) -> None:
    answer(slack, "use trees")
    sent = slack.mention("1903")
    # Asked by somebody of theirs, Slack names their workspace, and ours as the bot's.
    theirs = sent.payload | {"team_id": "T0THEIRS01", "is_ext_shared_channel": True}
    theirs["event"] = theirs["event"] | {"ts": slack.stand_in.tickets.new_ts()}
    mark = slack.stand_in.mark
    assert slack.send("events_api", theirs | {"event_id": "Ev0THEIRS1"}).is_fine
    (told,) = slack.stand_in.messages(since=mark)
    assert TREES in told.visible
    assert FLIGHT not in told.visible


def test_the_timelines_are_listed_and_the_help_says_which_is_asked(slack: InProcess) -> None:
    listed = slack.reply(slack.command("use"))
    assert listed.is_private
    for part in ("all timelines", "flight: History of flight", "trees: History of trees"):
        assert part in listed.visible
    answer(slack, "use TREES")
    assert "asks “History of trees”" in answer(slack, "help")


def test_an_id_that_is_none_is_told_with_what_there_is(slack: InProcess) -> None:
    told = answer(slack, "use treees")
    assert "Did you mean trees?" in told
    assert "flight: History of flight" in told
    assert public(slack) == []


def test_where_the_database_is_away_questions_are_answered_and_the_choice_is_not_lost(
    slack: InProcess, memory_engine: Engine, clock: Clock
) -> None:
    answer(slack, "use trees")
    with memory_engine.begin() as connection:
        connection.execute(text("ALTER TABLE timeline_channels RENAME TO away"))
    clock.now += FRESH
    assert FLIGHT not in answer(slack, "1903")
    assert "cannot keep that just now" in answer(slack, "use flight")
    with memory_engine.begin() as connection:
        connection.execute(text("ALTER TABLE away RENAME TO timeline_channels"))
    clock.now += RETRY
    assert TREES in answer(slack, "1903")


def test_what_another_process_has_chosen_is_known_soon(
    slack: InProcess, memory_engine: Engine, clock: Clock
) -> None:
    answer(slack, "use trees")
    assert forget(memory_engine, workspace.TEAM) == {"timeline_channels": 1}
    assert FLIGHT not in answer(slack, "1903")
    clock.now += FRESH
    assert FLIGHT in answer(slack, "1903")


def test_a_command_is_acknowledged_before_its_timeline_is_made_ready(slack: InProcess) -> None:
    answer(slack, "use trees")
    first, second = (slack.reply(slack.command("1903")) for _ in range(2))
    assert (first.via, second.via) == ("response_url", "ack")
    assert first.is_private
    assert TREES in first.visible
    assert FLIGHT not in first.visible


def test_nobody_waits_for_a_timeline_that_only_another_channel_asks(
    tmp_path: Path, memory_engine: Engine, clock: Clock
) -> None:
    whole = two_timelines(tmp_path)
    begun, go_on = threading.Event(), threading.Event()

    def slowly(responder: Responder, timeline_id: str) -> Responder:
        begun.set()
        go_on.wait(60)
        return narrow(responder, timeline_id)

    choices = TimelineChoices(ChannelTimelines(memory_engine), slowly, clock=clock)
    here, there = ((Workspace("", workspace.TEAM), name) for name in ("C1", "C2"))
    choices.choose(here, "trees", by=workspace.ASKER)
    with ThreadPoolExecutor() as pool:
        made = pool.submit(choices.responder, whole, here)
        try:
            begun.wait(60)
            assert not choices.is_at_hand(whole, here)
            assert pool.submit(choices.is_at_hand, whole, there).result(60)
            assert pool.submit(choices.responder, whole, there).result(60) is whole
            assert not made.done()
        finally:
            go_on.set()
        assert [info.id for info in made.result(60).index.timeline.infos] == ["trees"]
    assert choices.is_at_hand(whole, here)


@pytest.mark.parametrize("said", ["use of force in 1950", "used", "who did they use", ""])
def test_a_question_that_begins_with_the_word_is_a_question(said: str) -> None:
    assert read_use(said) is None


@given(st.text(max_size=50))
def test_whatever_is_typed_behind_it_is_read_without_a_fault(typed: str) -> None:
    read_use(f"use {typed}")
