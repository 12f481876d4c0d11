"""Installations in many workspaces: slack_sdk's own tables, every token in them encrypted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from copy import copy
from logging import Logger
from typing import TypeVar

from slack_sdk.oauth import InstallationStore
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from sqlalchemy import Engine, and_, select

from bot.ledger.database import for_writers
from bot.logs import safe_id
from bot.slack.sealing import Seal, SealError

# Whoever holds one of these can act as the bot or its installer.
_SECRETS = (
    "bot_token",
    "bot_refresh_token",
    "user_token",
    "user_refresh_token",
    "incoming_webhook_url",
)

Kept = TypeVar("Kept", Bot, Installation)

log = logging.getLogger(__name__)


class SealedStore(InstallationStore):
    """Keeps one installation for each workspace or organisation, with sealed tokens.

    A later installation takes the place of an earlier one. What no key opens counts as
    not installed, and is logged.
    """

    def __init__(self, engine: Engine, seal: Seal, *, client_id: str) -> None:
        self._inner = SQLAlchemyInstallationStore(client_id, engine)
        self._writing = SQLAlchemyInstallationStore(client_id, for_writers(engine))
        self._seal = seal

    @property
    def logger(self) -> Logger:
        """The logger of this store."""
        return log

    def save(self, installation: Installation) -> None:
        """Keep an installation in the place of all earlier ones of the same workspace."""
        self._writing.save(self._changed(installation, self._seal.close))
        self._drop_older(installation)

    def save_bot(self, bot: Bot) -> None:
        """Keep the bot's part of an installation."""
        self._writing.save_bot(self._changed(bot, self._seal.close))

    def find_bot(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        is_enterprise_install: bool | None = False,
    ) -> Bot | None:
        """Return the bot of a workspace or organisation with its token, None without one."""
        return self._opened(
            self._inner.find_bot(
                enterprise_id=enterprise_id,
                team_id=team_id,
                is_enterprise_install=is_enterprise_install,
            )
        )

    def find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """Return the latest installation with its tokens, None without one."""
        return self._opened(
            self._inner.find_installation(
                enterprise_id=enterprise_id,
                team_id=team_id,
                user_id=user_id,
                is_enterprise_install=is_enterprise_install,
            )
        )

    def delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Delete the bot's part of an installation."""
        self._writing.delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    def delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Delete installations of a workspace, of one person only if one is named."""
        self._writing.delete_installation(
            enterprise_id=enterprise_id, team_id=team_id, user_id=user_id
        )

    def renew_all(self) -> int:
        """Seal every token with the first key, and return how many rows were changed.

        Raises `SealError`, with nothing changed, if there is a token that no key opens.
        """
        changed = 0
        with self._writing.engine.begin() as connection:
            for table in (self._inner.installations, self._inner.bots):
                names = [name for name in _SECRETS if name in table.c]
                columns = [table.c[name] for name in names]
                for row in connection.execute(select(table.c.id, *columns)).all():
                    values = {
                        name: self._seal.renew(sealed)
                        for name, sealed in zip(names, row[1:], strict=True)
                        if sealed
                    }
                    if values:
                        connection.execute(
                            table.update().where(table.c.id == row.id).values(**values)
                        )
                        changed += 1
        return changed

    def _opened(self, found: Kept | None) -> Kept | None:
        if found is None:
            return None
        try:
            return self._changed(found, self._seal.open)
        except SealError as error:
            log.error("workspace %s: %s", safe_id(found.team_id or found.enterprise_id), error)
            return None

    def _changed(self, kept: Kept, change: Callable[[str], str]) -> Kept:
        changed = copy(kept)
        for name in _secrets_of(kept):
            setattr(changed, name, change(getattr(kept, name)))
        return changed

    def _drop_older(self, installation: Installation) -> None:
        with self._writing.engine.begin() as connection:
            for table in (self._inner.installations, self._inner.bots):
                c = table.c
                of_this = and_(
                    c.client_id == self._inner.client_id,
                    c.enterprise_id == installation.enterprise_id,
                    c.team_id == installation.team_id,
                )
                newest = (
                    select(c.id).where(of_this).order_by(c.installed_at.desc(), c.id.desc())
                ).limit(1)
                keep = connection.execute(newest).scalar()
                connection.execute(table.delete().where(of_this, c.id != keep))


def _secrets_of(kept: Bot | Installation) -> Iterable[str]:
    return (name for name in _SECRETS if getattr(kept, name, None))
