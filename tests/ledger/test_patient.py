"""A question that hangs is given up, and those who ask after it are answered."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, text

from bot.ledger.channel_timelines import ChannelTimelines
from bot.ledger.patient import Patient
from bot.ledger.subscription import Workspace
from bot.loading import narrow
from bot.slack.installations import SealedStore
from bot.slack.sealing import Seal, make_key
from bot.slack.timeline_choices import FRESH as CHOICE_FRESH
from bot.slack.timeline_choices import TimelineChoices
from bot.slack.workspaces import FRESH as TOKEN_FRESH
from bot.slack.workspaces import Workspaces
from tests.slack.test_installations import TOKEN, Clock, installation

SPOT = (Workspace("", "T1"), "C1")


@contextmanager
def hanging(engine: Engine, table: str) -> Iterator[None]:
    """Let every question to a table hang."""
    with engine.connect() as connection, connection.begin():
        connection.execute(text(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE"))
        yield


@pytest.fixture
def postgres(migrated_postgres: Engine) -> Engine:
    """A database that can be made to hang."""
    return migrated_postgres


def test_what_hangs_is_given_up_and_what_follows_is_answered() -> None:
    patient, gate = Patient(0.05), threading.Event()
    with pytest.raises(TimeoutError):
        patient.ask(gate.wait)
    assert patient.ask(lambda: 7) == 7
    gate.set()


def test_what_was_given_up_before_it_began_is_never_begun() -> None:
    patient, gate, begun = Patient(0.01), threading.Event(), threading.Event()
    for _ in range(10):  # more than there are threads
        with pytest.raises(TimeoutError):
            patient.ask(gate.wait)
    with pytest.raises(TimeoutError):
        patient.ask(begun.set)
    gate.set()
    assert Patient().ask(lambda: True)
    assert patient._executor.submit(lambda: True).result()
    assert not begun.is_set()


def test_what_is_raised_reaches_whoever_asks() -> None:
    def fail() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        Patient().ask(fail)


def test_where_the_database_hangs_a_channel_goes_on_with_what_it_had_chosen(
    postgres: Engine,
) -> None:
    clock = Clock()
    choices = TimelineChoices(ChannelTimelines(postgres), narrow, clock=clock)
    choices.choose(SPOT, "trees", by="U1")
    clock.now += CHOICE_FRESH
    with hanging(postgres, "timeline_channels"):
        assert choices.chosen(SPOT) == "trees"
        assert choices.chosen((Workspace("", "T1"), "C2")) == ""
    assert choices.chosen(SPOT) == "trees"


def test_where_the_database_hangs_a_workspace_goes_on_with_its_token(postgres: Engine) -> None:
    clock = Clock()
    store = SealedStore(postgres, Seal((make_key(),)), client_id="1.2")
    workspaces = Workspaces(store, clock)
    store.save(installation("T77"))
    assert workspaces.token_of("", "T77") == TOKEN
    clock.now += TOKEN_FRESH
    with hanging(postgres, "slack_bots"):
        assert workspaces.token_of("", "T77") == TOKEN
        with pytest.raises(TimeoutError):
            workspaces.token_of("", "T78")
