"""Forgetting a workspace: every row of every table that belongs to it, in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Engine, TableClause, column, delete, table

from bot.ledger.database import writing
from bot.ledger.tables import metadata

# Those of slack_sdk, which name the same two columns otherwise.
_OF_SLACK = tuple(
    table(name, column("enterprise_id"), column("team_id"))
    for name in ("slack_installations", "slack_bots")
)


def forget(engine: Engine, workspace_id: str) -> Mapping[str, int]:
    """Delete all that is kept of a workspace, and return how many rows of which table.

    `workspace_id` is Slack's id of a workspace (T…), which no other has, or of an
    organisation (E…): then of all its workspaces, and its own.
    """
    gone: Counter[str] = Counter()
    if workspace_id:
        with writing(engine) as connection:
            for owned, columns in _owned_tables():
                for one in columns:
                    result = connection.execute(delete(owned).where(one == workspace_id))
                    gone[owned.name] += result.rowcount
    return {name: count for name, count in gone.items() if count > 0}


def _owned_tables() -> Iterator[tuple[TableClause, tuple[ColumnElement[Any], ...]]]:
    for owned in metadata.sorted_tables:
        if "team" in owned.c:
            yield owned, (owned.c.team, owned.c.enterprise)
    for of_slack in _OF_SLACK:
        yield of_slack, (of_slack.c.team_id, of_slack.c.enterprise_id)
