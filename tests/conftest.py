"""What tests of several rooms start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.example_files import write_timeline
from tests.ledger.fixtures import database_url, engine, memory_engine, new_postgres_database

__all__ = ["database_url", "engine", "memory_engine", "new_postgres_database", "store"]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A folder with one small event file."""
    folder = tmp_path / "data"
    folder.mkdir()
    write_timeline(folder)
    return folder
