"""What tests of several rooms start from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.example_files import write_timeline
from tests.ledger.fixtures import (
    database_url,
    engine,
    memory_engine,
    migrated_file,
    migrated_postgres,
    new_postgres_database,
)

__all__ = [
    "database_url",
    "engine",
    "memory_engine",
    "migrated_file",
    "migrated_postgres",
    "new_postgres_database",
    "store",
]


# A busy machine makes no property false.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What programs keep stays out of the folders of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A folder with one small event file."""
    folder = tmp_path / "data"
    folder.mkdir()
    write_timeline(folder)
    return folder
