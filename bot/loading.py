"""Event files to a `Responder`: the whole way from disk to something that answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.answers.responder import Responder
from bot.search.building import build_index
from bot.search.common_words import known_words
from bot.timeline.loader import load_timeline


def load_responder(paths: Sequence[Path]) -> Responder:
    """Load the files and folders `paths` and build what answers from them.

    Raises `TimelineError` with every problem of every file, `BotError` for a path that
    cannot be read.
    """
    return Responder(build_index(load_timeline(paths), known_words=known_words()))


def narrow(responder: Responder, timeline_id: str) -> Responder:
    """Return what answers from one of the timelines that `responder` answers from."""
    timeline = responder.index.timeline.select(timeline_id)
    return replace(responder, index=build_index(timeline, known_words=known_words()))
