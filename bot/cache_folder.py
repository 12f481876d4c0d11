"""Where index files are kept, as the environment tells it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

# Variables of the system, and where below them programs keep what can be made again.
CACHE_FOLDERS = (("XDG_CACHE_HOME", ""), ("LOCALAPPDATA", ""), ("HOME", ".cache"))
OFF = "off"


def read_cache_folder(environ: Mapping[str, str]) -> Path | None:
    """Return the folder of TIMELINE_CACHE, or one below the user's caches.

    None where TIMELINE_CACHE is “off”, or where nothing tells of a folder for the user.
    """
    named = environ.get("TIMELINE_CACHE", "").strip()
    if named:
        return None if named.lower() == OFF else Path(named)
    for variable, below in CACHE_FOLDERS:
        folder = Path(environ.get(variable, ""))
        if folder.is_absolute():
            return folder / below / "timeline-bot"
    return None
