"""Questions that found nothing, counted for curators: words and a day, nobody and nowhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.ledger.database import is_sqlite, reading, writing
from bot.ledger.tables import unanswered

LONGEST = 200  # characters kept of a question
MOST = 2_000  # questions of one workspace; whoever reads them reads the first hundred

_NO_WORD = re.compile(r"[^\w\s'’-]+")
# Long strings of letters and digits are ids, numbers and tokens, and nothing to search for.
_SECRET = re.compile(r"\S*\d\S{7,}|\S*@\S*|\S{40,}")
_ROW = unanswered.c


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question as it was kept, how often it was asked, and when last."""

    text: str
    count: int
    last_at: datetime


def normalise(text: str) -> str:
    """Return the words of a question in one form, without what may tell somebody's secrets."""
    folded = unicodedata.normalize("NFKC", text[: 4 * LONGEST]).casefold()
    words = _NO_WORD.sub(" ", _SECRET.sub(" ", folded)).split()
    return " ".join(words)[:LONGEST].strip()


def note_unanswered(
    engine: Engine,
    text: str,
    *,
    team: str,
    enterprise: str = "",
    now: datetime,
    kept: timedelta,
) -> None:
    """Count a question that found nothing; forget those whose time is over, and the oldest."""
    words = normalise(text)
    if not words:
        return
    insert: Any = (sqlite.insert if is_sqlite(engine) else postgresql.insert)(unanswered)
    with writing(engine) as connection:
        connection.execute(
            insert.values(
                enterprise=enterprise[:64], team=team[:64], text=words, count=1, last_at=now
            ).on_conflict_do_update(
                index_elements=["enterprise", "team", "text"],
                set_={"count": _ROW["count"] + 1, "last_at": now},
            )
        )
        connection.execute(delete(unanswered).where(_ROW.last_at < now - kept))
        oldest_kept = (
            select(_ROW.last_at)
            .where(_ROW.team == team[:64])
            .order_by(_ROW.last_at.desc())
            .offset(MOST)
            .limit(1)
            .scalar_subquery()
        )
        connection.execute(
            delete(unanswered).where(_ROW.team == team[:64], _ROW.last_at <= oldest_kept)
        )


def list_unanswered(
    engine: Engine, *, since: datetime, limit: int, team: str | None = None, enterprise: str = ""
) -> Sequence[Unanswered]:
    """Return what was asked since then and found nothing, most often asked first.

    With `team`, only what was asked in that workspace.
    """
    query = select(_ROW.text, _ROW["count"], _ROW.last_at).where(_ROW.last_at >= since)
    if team is not None:
        query = query.where(_ROW.team == team, _ROW.enterprise == enterprise)
    query = query.order_by(_ROW["count"].desc(), _ROW.last_at.desc(), _ROW.text).limit(limit)
    with reading(engine) as connection:
        return [Unanswered(*row) for row in connection.execute(query)]
