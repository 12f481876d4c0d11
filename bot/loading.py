"""Event files to a `Responder`: the whole way from disk to something that answers."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from bot.answers.responder import Responder
from bot.packing import Buffers
from bot.search.index import Index
from bot.search.indexing.packed import unpack_index
from bot.search.language.common_words import known_words
from bot.store.file import SUFFIX, IndexFileError, open_file, tidy, view, write_file
from bot.store.key import key_of, name_of
from bot.timeline.files import find_files
from bot.timeline.packed import LARGE

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is in all."""

log = logging.getLogger(__name__)


def no_progress(what: str, done: int, total: int) -> None:
    """Say nothing of how far it is."""


def load_responder(
    paths: Sequence[Path], *, cache: Path | None = None, progress: Progress = no_progress
) -> Responder:
    """Load the files and folders `paths` and build what answers from them.

    With a folder `cache`, the index file there is used if it is of these very files, and
    made anew if not; where it cannot be written the bot does without it. Raises
    `TimelineError` with every problem of every file, `BotError` for a path that cannot be
    read.
    """
    gc.unfreeze()  # what was loaded before may be garbage by now
    try:
        return _load(paths, cache, progress)
    finally:
        # What was loaded stays: looking for garbage among it would hold up some question
        # for tens of milliseconds.
        gc.freeze()


def _load(paths: Sequence[Path], cache: Path | None, progress: Progress) -> Responder:
    files = find_files(paths)
    if cache is None:
        return Responder(_build(files, progress))
    path, key = index_file_of(files, cache), _key_of(files)
    try:
        return Responder(unpack_index(open_file(path, key=key), known_words=known_words()))
    except IndexFileError as error:
        log.debug("the index is made anew: %s", error)
    return Responder(build_index_file(files, cache, progress=progress))


def narrow(responder: Responder, timeline_id: str) -> Responder:
    """Return what answers from one of the timelines that `responder` answers from."""
    from bot.search.indexing.building import build_index
    from bot.timeline.packed import BulkTimeline

    timeline = responder.index.timeline.select(timeline_id)
    if timeline is responder.index.timeline:
        return responder
    if isinstance(timeline, BulkTimeline):
        from bot.store.making import make_buffers

        buffers = make_buffers(timeline, known_words=known_words(), progress=no_progress)
        return replace(responder, index=unpack_index(view(buffers), known_words=known_words()))
    return replace(responder, index=build_index(timeline, known_words=known_words()))


def build_index_file(
    files: Sequence[Path], cache: Path, *, progress: Progress = no_progress, must: bool = False
) -> Index:
    """Make the index of the event files and keep it in the folder `cache`; return it.

    Raises what `load_responder` raises, and, if it `must` be kept, `OSError` where the
    folder cannot be written.
    """
    path, key = index_file_of(files, cache), _key_of(files)
    buffers = _make(files, progress)
    try:
        # Files that change meanwhile would give a file that claims to be of what they were.
        if key and _key_of(files) == key:
            write_file(path, buffers, key=key)
            tidy(cache)
            return unpack_index(open_file(path, key=key), known_words=known_words())
    except (OSError, IndexFileError) as error:
        if must:
            raise
        log.debug("the index is not kept: %s", error)
    return unpack_index(view(buffers), known_words=known_words())


def index_file_of(files: Sequence[Path], cache: Path) -> Path:
    """Return where the index of these event files is kept in the folder `cache`."""
    return cache / (name_of(files) + SUFFIX)


def _key_of(files: Sequence[Path]) -> str:
    try:
        return key_of(files)
    except OSError:
        return ""  # loading them will say what is wrong; nothing has an empty key


def _build(files: Sequence[Path], progress: Progress) -> Index:
    # Not wanted where an index file is at hand.
    from bot.search.indexing.building import build_index
    from bot.timeline.loader import load_timeline

    if sum(file.stat().st_size for file in files) < LARGE * _SHORTEST_LINE:
        return build_index(load_timeline(files), known_words=known_words())
    return unpack_index(view(_make(files, progress)), known_words=known_words())


_SHORTEST_LINE = 40  # bytes of an event with an id, a date and a title


def _make(files: Sequence[Path], progress: Progress) -> Buffers:
    from bot.store.making import load_buffers  # not wanted where an index file is at hand

    return load_buffers(files, known_words=known_words(), progress=progress)
