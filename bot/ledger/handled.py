"""Which messages have been taken in hand, by whichever process: the first to write answers."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.ledger.database import is_sqlite, writing
from bot.ledger.tables import handled

_AT_ONCE = 5_000  # rows deleted in one transaction


def take_first(engine: Engine, keys: Iterable[Hashable], *, now: datetime, until: datetime) -> bool:
    """Write these keys down until then; return whether none of them was known.

    Of several processes at the same moment exactly one is told that it is the first.
    """
    # In one order everywhere, so that no two processes wait for each other.
    rows = [{"key": digest, "until": until} for digest in sorted({*map(_digest, keys)})]
    insert: Any = (sqlite.insert if is_sqlite(engine) else postgresql.insert)(handled)
    with writing(engine) as connection:
        if not is_sqlite(engine):
            # What a crash of the server forgets is at most answered twice.
            connection.exec_driver_sql("SET LOCAL synchronous_commit TO OFF")
        taken = connection.execute(
            insert.values(rows)
            .on_conflict_do_update(
                index_elements=["key"], set_={"until": until}, where=handled.c.until < now
            )
            .returning(handled.c.key)
        )
        return len(taken.all()) == len(rows)


def drop_keys(engine: Engine, keys: Iterable[Hashable]) -> None:
    """Let these keys count as new again."""
    with writing(engine) as connection:
        connection.execute(delete(handled).where(handled.c.key.in_([*map(_digest, keys)])))


def drop_expired(engine: Engine, *, now: datetime) -> int:
    """Delete some of the keys whose time is over; return how many."""
    with writing(engine) as connection:
        old = select(handled.c.key).where(handled.c.until < now).limit(_AT_ONCE)
        if not is_sqlite(engine):
            old = old.with_for_update(skip_locked=True)
        gone = delete(handled).where(handled.c.key.in_(old)).returning(handled.c.key)
        return len(connection.execute(gone).all())


def _digest(key: Hashable) -> str:
    return hashlib.sha256(repr(key).encode()).hexdigest()
