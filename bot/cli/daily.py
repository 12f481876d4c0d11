"""Commands for the daily posts: the clock by itself, one pass of it, and the ledger behind them."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli import options
from bot.cli.surroundings import UNREADABLE, load, now, open_ledger, read_settings, watch
from bot.errors import BotError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.daily.clock import Clock
    from bot.ledger.delivery import Delivery

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_AGO = re.compile(r"([0-9]{1,5})([mhdw])", re.ASCII)
_DEFAULT_SINCE = "7d"


class Since(click.ParamType[datetime]):
    """How far back to look: `36h`, `7d`, `2w`, or a date or time in UTC."""

    name = "since"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Return the instant."""
        if isinstance(value, datetime):
            return value
        text = str(value).strip()
        if ago := _AGO.fullmatch(text.casefold()):
            return now() - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            self.fail(f"{text!r} is neither like 36h, 7d or 2w nor like 2026-11-26.", param, ctx)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


@contextmanager
def leaving_on_errors() -> Iterator[None]:
    """Turn what is wrong with settings, Slack or the ledger into a message and a status."""
    try:
        yield
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)


def ready_ledger() -> Engine:
    """Return the ledger, ready for use; raises `BotError` if it cannot be had."""
    from bot.ledger.database import prepare

    engine = open_ledger()
    prepare(engine)
    return engine


@contextmanager
def running_clock(data: tuple[Path, ...]) -> Iterator[Clock]:
    """Yield a clock of the workspaces that the bot has a token of."""
    with leaving_on_errors():
        settings, ledger = read_settings(data, is_called=False)
    watcher = watch(data or settings.data)
    from bot.logs import configure_logging
    from bot.slack.access import open_access
    from bot.slack.clockwork import make_clock

    configure_logging(settings.log_level, secrets=settings.secrets, style=settings.log_format)
    from bot.ledger.database import prepare

    with leaving_on_errors():
        prepare(ledger)
        access = open_access(settings, ledger, now=now, clock=time.monotonic)
        watcher.start()
        yield make_clock(settings, watcher.current, access, ledger=ledger, now=now)
        watcher.stop()


@click.command()
@options.data
def clock(data: tuple[Path, ...]) -> None:
    """Send the daily posts, and answer nothing: for beside `slack --no-clock`."""
    from bot.slack.signals import told_to_stop

    with running_clock(data) as running, told_to_stop() as stop:
        running.run(stop)


@click.command()
@options.data
@click.option("--dry-run", is_flag=True, help="Only show what is due; send and claim nothing.")
def post_due(data: tuple[Path, ...], dry_run: bool) -> None:
    """Send the daily posts that are due now, once, and end: for cron and its like."""
    if dry_run:
        _show_due(data)
        return
    from bot.slack.signals import told_to_stop

    with running_clock(data) as running, told_to_stop() as stop:
        counts = running.run_pass(stop)
    counted = ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))
    click.echo(counted or "nothing was due")


def _show_due(data: tuple[Path, ...]) -> None:
    responder = load(data)
    from bot.ledger.deliveries import last_deliveries, list_due
    from bot.ledger.delivery import DeliveryState

    is_any = False
    with leaving_on_errors():
        ledger = ready_ledger()
        for subscription, day in list_due(ledger, now=now()):
            is_any = True
            before = last_deliveries(ledger, subscription)
            told = (DeliveryState.SENT, DeliveryState.EMPTY)
            last = next((it.local_date for it in before if it.state in told), None)
            post = responder.daily(day, subscription.choice, last=last)
            what = post.heading if post else "nothing to post"
            click.echo(
                f"{day} {subscription.workspace.team} {subscription.channel} "
                f"{subscription.at:%H:%M} {subscription.zone}: {what}"
            )
    if not is_any:
        click.echo("nothing is due")


@click.command()
@click.option(
    "--since",
    type=Since(),
    default=_DEFAULT_SINCE,
    show_default=True,
    help="How far back: 36h, 7d, 2w, or a date or time in UTC.",
)
def deliveries(since: datetime) -> None:
    """Show what became of the daily posts, the oldest first."""
    from bot.ledger.deliveries import list_deliveries

    is_any = False
    with leaving_on_errors():
        for delivery in list_deliveries(ready_ledger(), since=since):
            is_any = True
            click.echo(_line(delivery))
    if not is_any:
        click.echo(f"none since {since:%Y-%m-%d %H:%M} UTC")


def _line(delivery: Delivery) -> str:
    at = (delivery.settled_at or delivery.claimed_at).astimezone(UTC)
    told = delivery.reason or delivery.ts
    return (
        f"{at:%Y-%m-%d %H:%M:%S} {delivery.state:<8} for {delivery.local_date} "
        f"in {delivery.workspace.team} {delivery.channel} "
        f"(subscription {delivery.subscription_id}) {told}"
    ).rstrip()


@click.command()
def migrate() -> None:
    """Bring the ledger's database to the form that this version needs."""
    from bot.ledger.database import HEAD, migrate

    with leaving_on_errors():
        is_changed = migrate(open_ledger())
    what = "was brought to" if is_changed else "is already at"
    click.echo(f"The ledger {what} {HEAD}.")
