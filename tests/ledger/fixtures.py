"""Fixtures: a ledger in both databases. `tests/conftest.py` lets every test have them."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.ledger.database import HEAD, migrate, open_database, prepare
from bot.ledger.tables import metadata
from tests.ledger.postgres import running_postgres

SQLITE, POSTGRES = "sqlite", "postgres"
OF_SLACK = ("slack_installations", "slack_bots", "slack_oauth_states")  # made by its own stores


@pytest.fixture(scope="session")
def new_postgres_database() -> Iterator[Callable[[], str]]:
    """Makes an empty database in a real PostgreSQL server and returns its address."""
    # Not in the run's own folder, which its owner alone may enter: the server of root's tests
    # runs as somebody else.
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or secrets.token_hex(8)
    folder = Path(tempfile.gettempdir()) / f"timeline-postgres-{run}"
    with running_postgres(folder) as new_database:
        yield new_database


@pytest.fixture(params=[SQLITE, POSTGRES])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: a SQLite file, and then one in PostgreSQL."""
    if request.param == SQLITE:
        return f"sqlite:///{tmp_path / 'ledger.db'}"
    url: str = request.getfixturevalue("new_postgres_database")()
    return url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with empty tables, to be copied."""
    file = tmp_path_factory.mktemp("ledger") / "ledger.db"
    engine = open_database(f"sqlite:///{file}")
    migrate(engine)
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def migrated_postgres(new_postgres_database: Callable[[], str]) -> Iterator[Engine]:
    """A PostgreSQL database with tables, which the tests use one after another."""
    engine = open_database(new_postgres_database())
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture(params=[SQLITE, POSTGRES])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty ledger that is ready for use, in both databases."""
    if request.param == SQLITE:
        file = tmp_path / "ledger.db"
        shutil.copy(request.getfixturevalue("migrated_file"), file)
        engine = open_database(f"sqlite:///{file}")
        prepare(engine)
        yield engine
        engine.dispose()
    else:
        engine = request.getfixturevalue("migrated_postgres")
        names = ", ".join([*(table.name for table in metadata.sorted_tables), *OF_SLACK])
        with engine.begin() as connection:
            connection.execute(
                text("UPDATE timeline_version SET version_num = :head"), {"head": HEAD}
            )
            connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
        yield engine


@pytest.fixture
def memory_engine() -> Iterator[Engine]:
    """A ledger in memory, for tests of what stands above it."""
    engine = open_database("sqlite://")
    prepare(engine)
    yield engine
    engine.dispose()
