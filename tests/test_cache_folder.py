"""Where index files are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cache_folder import read_cache_folder

HOME = Path.home()


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"TIMELINE_CACHE": "some/where", "HOME": str(HOME)}, Path("some/where")),
        ({"TIMELINE_CACHE": " Off ", "HOME": str(HOME)}, None),
        ({"TIMELINE_CACHE": "", "HOME": str(HOME)}, HOME / ".cache" / "timeline-bot"),
        ({"XDG_CACHE_HOME": str(HOME / "c"), "HOME": str(HOME)}, HOME / "c" / "timeline-bot"),
        ({"XDG_CACHE_HOME": "relative"}, None),
        ({}, None),
    ],
)
def test_the_folder_for_index_files(environment: dict[str, str], folder: Path | None) -> None:
    assert read_cache_folder(environment) == folder
