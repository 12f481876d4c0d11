"""Commands for what is kept of workspaces: keys for it, and deleting it."""

from __future__ import annotations

import os
import re
import sys

import click

from bot.cli.surroundings import UNREADABLE, open_ledger
from bot.errors import BotError

_WORKSPACE = re.compile(r"[TE][A-Z0-9]{1,30}", re.ASCII)


class WorkspaceId(click.ParamType[str]):
    """Slack's id of a workspace or of an organisation."""

    name = "team"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the id, or fail with how to find it."""
        if not _WORKSPACE.fullmatch(value):
            self.fail(
                f"{value!r} is not the id of a workspace (T…) or organisation (E…); it stands in "
                "the log, and in the address of Slack in a browser",
                param,
                ctx,
            )
        return value


@click.command(name="make-key")
def make_key() -> None:
    """Print a new key for TIMELINE_ENCRYPTION_KEY."""
    from bot.slack.sealing import make_key as new_key

    click.echo(new_key())


@click.command(name="renew-keys")
def renew_keys() -> None:
    """Encrypt all tokens with the first key of TIMELINE_ENCRYPTION_KEY, so that others may go."""
    from bot.ledger.database import prepare
    from bot.settings import read_encryption_keys
    from bot.slack.installations import SealedStore
    from bot.slack.sealing import Seal

    try:
        engine = open_ledger()
        prepare(engine)
        store = SealedStore(engine, Seal(read_encryption_keys(os.environ)), client_id="")
        changed = store.renew_all()
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
    click.echo(f"{changed} row{'s' * (changed != 1)} encrypted with the first key")


@click.command()
@click.argument("team", type=WorkspaceId())
def forget(team: str) -> None:
    """Delete all that is kept of the workspace with the id TEAM: its token, subscriptions, posts.

    An organisation's id deletes what is kept of all its workspaces.
    """
    from bot.ledger.database import prepare
    from bot.ledger.forgetting import forget as forget_rows

    try:
        engine = open_ledger()
        prepare(engine)
        gone = forget_rows(engine, team)
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
    for name, count in sorted(gone.items()):
        click.echo(f"{name}: {count} row{'s' * (count != 1)} deleted")
    if not gone:
        click.echo(f"Nothing is kept of {team}.")
