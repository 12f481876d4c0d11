"""Fixtures: a ledger in both databases. `tests/conftest.py` lets every test have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.ledger.database import migrate, open_database, prepare
from tests.ledger.postgres import running_postgres

SQLITE, POSTGRES = "sqlite", "postgres"


@pytest.fixture(scope="session")
def new_postgres_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Makes an empty database in a real PostgreSQL server and returns its address."""
    with running_postgres(tmp_path_factory.mktemp("postgres")) as new_database:
        yield new_database


@pytest.fixture(params=[SQLITE, POSTGRES])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: a SQLite file, and then one in PostgreSQL."""
    if request.param == SQLITE:
        return f"sqlite:///{tmp_path / 'ledger.db'}"
    url: str = request.getfixturevalue("new_postgres_database")()
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A ledger that is ready for use, in both databases."""
    engine = open_database(database_url)
    migrate(engine)
    prepare(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def memory_engine() -> Iterator[Engine]:
    """A ledger in memory, for tests of what stands above it."""
    engine = open_database("sqlite://")
    prepare(engine)
    yield engine
    engine.dispose()
