"""The Slack bot from start to end, in Socket Mode or over HTTP as the settings say."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable
from datetime import date, datetime
from http import HTTPStatus
from random import Random

from sqlalchemy import Engine

from bot.answers.responder import Responder
from bot.errors import BotError
from bot.ledger.database import prepare
from bot.logs import configure_logging
from bot.settings import Settings
from bot.slack.app import Identity, build_app, identify
from bot.slack.clockwork import ClockThread, make_clock
from bot.slack.desk import Desk
from bot.slack.limits import Limits
from bot.slack.names import HEALTH_PATH
from bot.slack.web import Web
from bot.slack.workers import Workers, leave_now
from bot.watching import Watcher

log = logging.getLogger(__name__)


def serve(
    settings: Settings,
    watcher: Watcher[Responder],
    *,
    engine: Engine,
    has_clock: bool,
    now: Callable[[], datetime],
    today: Callable[[], date],
    random: Random,
) -> int:
    """Run the bot until it is told to stop, and return the exit status.

    `engine` is that of the ledger; while its database is away, questions are answered. With
    `has_clock` its daily posts are sent as well, by the time of `now`.

    Raises `SettingsError` for a token that Slack refuses and for a port in use, `BotError`
    if Slack cannot be reached at the start.
    """
    configure_logging(settings.log_level, secrets=settings.secrets, style=settings.log_format)
    # Before Slack is asked anything, so that a port in use is told at once.
    listening = None if settings.is_socket_mode else _take_port(settings)
    identity = identify(settings)
    log.info("this is %s in workspace %s", identity.bot_user_id, identity.team_id)
    workers = Workers()
    desk = Desk(
        responder=watcher.current,
        today=today,
        random=random,
        command=settings.command,
        bot_name=identity.name,
        limits=Limits(
            time.monotonic, per_user=settings.user_limit, per_team=settings.workspace_limit
        ),
        later=workers.take,
        is_busy=lambda: workers.is_full,
    )
    clock = ClockThread(
        lambda: (
            make_clock(settings, watcher.current, identity, ledger=engine, now=now)
            if has_clock
            else None
        )
    )
    if listening is None:
        _make_ready(engine)
        return _serve_socket_mode(
            settings, watcher, desk=desk, identity=identity, workers=workers, clock=clock
        )
    return _serve_http(
        settings, watcher, engine=engine, desk=desk, identity=identity, workers=workers,
        clock=clock, listening=listening,
    )  # fmt: skip


def _make_ready(engine: Engine) -> None:
    try:
        prepare(engine)
    except BotError as error:
        log.error("%s Until then there are no daily posts; questions are answered.", error)


def _take_port(settings: Settings) -> socket.socket:
    from bot.slack.http_mode import take_port  # gunicorn does not run everywhere

    return take_port(settings.port)


def _serve_socket_mode(
    settings: Settings,
    watcher: Watcher[Responder],
    *,
    desk: Desk,
    identity: Identity,
    workers: Workers,
    clock: ClockThread,
) -> int:
    from bot.slack.socket_mode import run_socket_mode

    app = build_app(settings, desk, identity=identity)
    watcher.start()
    clock.start()
    is_finished = run_socket_mode(settings, app, workers=workers, on_stop=clock.tell_to_stop)
    watcher.stop()
    if not (clock.finish() and is_finished):
        leave_now(0)
    return 0


def _serve_http(
    settings: Settings,
    watcher: Watcher[Responder],
    *,
    engine: Engine,
    desk: Desk,
    identity: Identity,
    workers: Workers,
    clock: ClockThread,
    listening: socket.socket,
) -> int:
    from bot.slack.http_mode import run_http

    def make() -> Web:
        _make_ready(engine)  # here, since no connection may be carried over a fork
        app = build_app(settings, desk, identity=identity)
        watcher.start()
        clock.start()
        log.info("listening on port %d; the command is %s", settings.port, settings.command)
        return Web(app, signing_secret=settings.signing_secret, pages={HEALTH_PATH: health})

    def health() -> tuple[HTTPStatus, dict[str, object]]:
        return HTTPStatus.OK, {"status": "ok", "entries": len(watcher.current().index.events)}

    def stop() -> None:
        clock.tell_to_stop()
        watcher.stop()
        is_finished = workers.finish()
        if not (clock.finish() and is_finished):
            leave_now(0)

    return run_http(make, listening=listening, stop=stop)
