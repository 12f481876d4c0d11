"""Which timeline a channel has chosen, where several are loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, delete, insert, select

from bot.ledger.database import reading, writing
from bot.ledger.subscription import Workspace
from bot.ledger.tables import channels

_TABLE = channels.c


@dataclass(frozen=True, slots=True)
class ChannelTimelines:
    """The choices of all channels; may be used from any thread and any number of processes."""

    engine: Engine

    def chosen(self, workspace: Workspace, channel: str) -> str:
        """Return the id of the timeline that a channel has chosen; empty: all of them."""
        with reading(self.engine) as connection:
            query = select(_TABLE.timeline).where(*_of(workspace, channel))
            return str(connection.execute(query).scalar() or "")

    def choose(self, workspace: Workspace, channel: str, *, timeline: str, by: str) -> None:
        """Let a channel ask one timeline, or all again if `timeline` is empty."""
        with writing(self.engine) as connection:
            connection.execute(delete(channels).where(*_of(workspace, channel)))
            if timeline:
                connection.execute(
                    insert(channels).values(
                        enterprise=workspace.enterprise, team=workspace.team, channel=channel,
                        timeline=timeline, chosen_by=by,
                    )
                )  # fmt: skip


def _of(workspace: Workspace, channel: str) -> tuple[Any, ...]:
    return (
        _TABLE.enterprise == workspace.enterprise,
        _TABLE.team == workspace.team,
        _TABLE.channel == channel,
    )
