"""Of all processes, the first to write a key down is the first; after its time it is new again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, func, select

from bot.ledger.database import open_database, reading
from bot.ledger.handled import drop_expired, drop_keys, take_first
from bot.ledger.tables import handled
from bot.slack.shared_once import SharedOnce
from tests.slack.bot_process import free_port

NOW = datetime(2026, 4, 25, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=3)
MESSAGE, EVENT = ("message", "T1", "C1", "1.1"), ("event", "Ev1")


def take(engine: Engine, *keys: tuple[str, ...], now: datetime = NOW) -> bool:
    return take_first(engine, keys, now=now, until=now + timedelta(hours=3))


def test_a_key_is_first_once_whatever_stands_beside_it(engine: Engine) -> None:
    assert take(engine, MESSAGE, EVENT)
    assert not take(engine, MESSAGE, EVENT)
    assert not take(engine, MESSAGE, ("event", "Ev2"))
    assert not take(engine, ("message", "T1", "C1", "1.2"), EVENT)
    assert take(engine, ("message", "T2", "C1", "1.1"))


def test_of_many_at_the_same_moment_one_is_first(engine: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda _: take(engine, MESSAGE, EVENT), range(24)))
    assert told.count(True) == 1


def test_after_its_time_a_key_is_new_again_and_is_cleared_away(engine: Engine) -> None:
    assert take(engine, MESSAGE)
    assert not take(engine, MESSAGE, now=LATER)
    assert take(engine, MESSAGE, now=LATER + timedelta(seconds=1))
    assert take(engine, EVENT, now=NOW - timedelta(days=1))
    assert drop_expired(engine, now=LATER) == 1
    assert not take(engine, MESSAGE, now=LATER + timedelta(seconds=2))


def test_a_key_that_is_dropped_is_new_again(engine: Engine) -> None:
    take(engine, MESSAGE, EVENT)
    drop_keys(engine, [MESSAGE])
    assert take(engine, MESSAGE)
    assert not take(engine, EVENT)


def test_whose_message_it_was_cannot_be_read_from_the_table(engine: Engine) -> None:
    take(engine, ("message", "T0SECRETIVE", "C1", "1.1"))
    with reading(engine) as connection:
        (key,) = connection.execute(select(handled.c.key)).scalars()
        assert connection.execute(select(func.count()).select_from(handled)).scalar() == 1
    assert len(key) == 64
    assert "SECRETIVE" not in key


def test_two_processes_share_what_they_know(engine: Engine) -> None:
    old, new = (SharedOnce(engine, now=lambda: NOW) for _ in range(2))
    assert old.is_first(MESSAGE)
    assert not new.is_first(MESSAGE)
    assert not old.is_first(MESSAGE)
    old.forget(MESSAGE)
    assert new.is_first(MESSAGE, EVENT) is False  # it has seen it itself
    assert old.is_first(MESSAGE)


def test_without_its_database_each_goes_by_its_own_memory_and_asks_again_later() -> None:
    clock = [100.0]
    away = open_database(f"postgresql://me@127.0.0.1:{free_port()}/nothing")
    once = SharedOnce(away, now=lambda: NOW, clock=lambda: clock[0])
    assert [once.is_first(MESSAGE) for _ in range(2)] == [True, False]
    clock[0] += 6
    assert [once.is_first(EVENT) for _ in range(2)] == [True, False]


def test_a_database_that_hangs_is_not_waited_for(memory_engine: Engine) -> None:
    once = SharedOnce(memory_engine, now=lambda: NOW)
    # The engine's one connection is taken, so that whoever asks it waits.
    with memory_engine.connect():
        assert once.is_first(MESSAGE)
        assert not once.is_first(MESSAGE)
        assert once.is_first(EVENT)
