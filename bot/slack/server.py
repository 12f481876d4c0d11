"""The Slack bot from start to end, in Socket Mode or over HTTP as the settings say."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from typing import Protocol

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.answers.responder import Responder
from bot.daily.clock import Clock
from bot.errors import BotError, SettingsError
from bot.ledger.channel_timelines import ChannelTimelines
from bot.ledger.claims import find_lag
from bot.ledger.database import is_sqlite, prepare
from bot.ledger.subscriptions import Subscriptions
from bot.loading import narrow
from bot.logs import configure_logging
from bot.meter import Meter
from bot.settings import Settings
from bot.slack.access import Access, open_access
from bot.slack.app import build_app
from bot.slack.clockwork import ClockThread, make_clock
from bot.slack.curating import Curating
from bot.slack.daily.posts import DailyPosts
from bot.slack.desk import Desk
from bot.slack.health import Health, Look, State, database_state, heard_lately
from bot.slack.install_pages import InstallPages
from bot.slack.limits import Limits
from bot.slack.metrics import metrics_page
from bot.slack.names import HEALTH_PATH, METRICS_PATH, READY_PATH
from bot.slack.once import Once
from bot.slack.pages import Page, Pages, PageServer
from bot.slack.refusals import Refusals
from bot.slack.shared_once import PATIENCE_UNACKNOWLEDGED, SharedOnce
from bot.slack.timeline_choices import TimelineChoices
from bot.slack.web import REPLAY_LIFETIME, Web
from bot.slack.workers import HOME_THREADS, Workers, leave_now
from bot.watching import Watcher

GRACE = 18.0  # seconds for answers and daily posts in hand; hosts wait thirty before they kill
HOMES_GRACE = 1.0  # seconds; whoever opens one again sees the same
EVERYWHERE, HERE = "0.0.0.0", "127.0.0.1"  # noqa: S104 (Slack, and the host, call from outside)

log = logging.getLogger(__name__)


class Part(Protocol):
    """Something that runs beside the answering: begun in the process that serves, ended there."""

    def start(self) -> None:
        """Begin, in threads of its own."""

    def stop(self) -> None:
        """Come to an end, soon."""


@dataclass(slots=True)
class Bot:
    """What one process that serves is made of. Nothing in it has begun: there may be a fork."""

    settings: Settings
    watcher: Watcher[Responder]
    engine: Engine
    access: Access
    desk: Desk
    workers: Workers
    homes: Workers
    clock: ClockThread
    now: Callable[[], datetime]
    parts: list[Part]
    looks: dict[str, Look] = field(default_factory=dict)

    def begin(self) -> None:
        """Start what runs beside the answering; after a fork, since threads do not outlive it."""
        try:
            prepare(self.engine)
        except BotError as error:
            log.error("%s Until then there are no daily posts; questions are answered.", error)
        for part in self.parts:
            part.start()
        self.clock.start()

    def end(self) -> bool:
        """Finish the answers and posts in hand and stop the rest; return whether all were."""
        deadline = time.monotonic() + GRACE
        self.clock.tell_to_stop()
        is_finished = self.workers.finish()
        is_finished &= self.homes.finish(HOMES_GRACE)
        is_finished &= self.clock.finish(max(1.0, deadline - time.monotonic()))
        for part in reversed(self.parts):
            part.stop()
        return is_finished

    def pages(self) -> Pages:
        """Return the pages that tell how the process is."""
        health = Health({"timeline": self._timeline, "database": self._database, **self.looks})
        return {HEALTH_PATH: health.alive, READY_PATH: health.ready}

    def _timeline(self) -> State:
        count = len(self.watcher.current().index.events)
        return State(is_well=count > 0, words=f"{count} entries")

    def _database(self) -> State:
        return database_state(self.engine)


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
    door = _serve_socket_mode if settings.is_socket_mode else _serve_http

    def assemble() -> Bot:
        access = open_access(settings, engine, now=now, clock=time.monotonic)
        workers, homes = Workers(), Workers(HOME_THREADS)
        desk = Desk(
            responder=watcher.current,
            today=today,
            random=random,
            command=settings.command,
            bot_name=access.bot_name,
            meter=watcher.meter,
            limits=Limits(
                time.monotonic, per_user=settings.user_limit, per_team=settings.workspace_limit
            ),
            once=Once(time.monotonic) if is_sqlite(engine) else SharedOnce(engine, now=now),
            later=workers.take,
            aside=homes.offer,
            is_busy=lambda: workers.is_full,
            daily=DailyPosts(Subscriptions(engine), now, settings.zone.key),
            leave=access.leave,
            curating=Curating(engine, now, settings.keep_unanswered, settings.curators),
            choices=TimelineChoices(ChannelTimelines(engine), narrow, clock=time.monotonic),
        )
        meter = watcher.meter

        def make() -> Clock | None:
            if not has_clock:
                return None
            return make_clock(
                settings, watcher.current, access, ledger=engine, now=now, meter=meter
            )

        clock = ClockThread(make)
        bot = Bot(
            settings, watcher, engine, access, desk, workers, homes, clock, now, parts=[watcher]
        )
        if has_clock:
            bot.looks["clock"] = lambda: clock_state(clock, now)
        return bot

    # The port is taken before Slack is asked anything, so that one in use is told at once.
    return door(settings, assemble)


def clock_state(clock: ClockThread, now: Callable[[], datetime]) -> State:
    """Return whether the clock of daily posts has looked into the ledger lately."""

    def last_look() -> float | None:
        return clock.last_look.timestamp() if clock.last_look else None

    return heard_lately(last_look, clock=lambda: now().timestamp())


def _serve_socket_mode(settings: Settings, assemble: Callable[[], Bot]) -> int:
    from bot.slack.signals import done_unless, told_to_stop
    from bot.slack.socket_mode import SocketMode

    pages: dict[str, Callable[[], Page]] = {}
    parts: list[Part] = []
    if settings.is_port_set:
        parts.append(PageServer(pages, host=EVERYWHERE, port=settings.port, setting="PORT"))
    bot = assemble()
    door = SocketMode(settings, build_app(settings, bot.desk, authorize=bot.access.authorize))
    bot.looks["socket"] = door.state
    pages |= bot.pages()
    bot.parts += [*parts, *_metrics(bot, processes=1)]
    with told_to_stop() as stop:
        bot.begin()
        # Slack may ask for a pause of an hour before it lets anybody connect.
        if done_unless(stop, door.connect):
            log.info("connected over Socket Mode; the command is %s", settings.command)
            stop.wait()
        log.info("stopping: the answers in hand are finished first")
        door.close()
        if not bot.end():
            leave_now(0)
    return 0


def _serve_http(settings: Settings, assemble: Callable[[], Bot]) -> int:
    from bot.slack.http_mode import run_http, take_port  # gunicorn does not run everywhere

    listening = take_port(settings.port)
    bot = assemble()
    processes = settings.processes
    if processes > 1 and is_sqlite(bot.engine):
        # Some hosts set the number by themselves, and each question is to be answered once.
        log.warning("one process instead of %d: several need PostgreSQL", processes)
        processes = 1
    _try_metrics(settings, processes)
    refusals = Refusals(time.monotonic, meter=bot.watcher.meter)

    def make() -> Web:
        bot.parts += _metrics(bot, processes=processes)
        flow = bot.access.flow
        app = build_app(settings, bot.desk, authorize=bot.access.authorize, flow=flow)
        bot.begin()
        log.info("listening on port %d; the command is %s", settings.port, settings.command)
        once = SharedOnce(
            bot.engine, now=bot.now, lifetime=REPLAY_LIFETIME, patience=PATIENCE_UNACKNOWLEDGED
        )
        # A process by itself knows what it was sent; what it acknowledges need not wait then.
        is_alone = processes == 1
        return Web(
            app,
            signing_secret=settings.signing_secret,
            pages=bot.pages(),
            refusals=refusals,
            install=InstallPages(flow) if flow else None,
            shared=None if is_alone else once,
        )

    def stop() -> None:
        if not bot.end():
            leave_now(0)

    return run_http(make, listening=listening, processes=processes, refusals=refusals, stop=stop)


def _lag(bot: Bot) -> float:
    try:
        return find_lag(bot.engine, now=bot.now()).total_seconds()
    except SQLAlchemyError:
        return float("nan")  # which is how Prometheus writes what is not known


def _try_metrics(settings: Settings, processes: int) -> None:
    """Take the ports of the metrics and leave them again, before there are processes to fail.

    Raises `SettingsError` where a process would not get its own, or has no library for it.
    """
    if settings.metrics_port is None:
        return
    metrics_page(Meter(), {})
    for port in range(settings.metrics_port, settings.metrics_port + processes):
        PageServer({}, host=HERE, port=port, setting="TIMELINE_METRICS_PORT").stop()


def _metrics(bot: Bot, *, processes: int) -> Sequence[Part]:
    """Return what serves the metrics, if they are wanted; the first process has the first port."""
    first = bot.settings.metrics_port
    if first is None:
        return ()
    gauges = {
        "timeline_entries": (
            "Entries of the timelines",
            lambda: float(len(bot.watcher.current().index.events)),
        ),
        "timeline_work_in_hand": (
            "Requests acknowledged and not yet answered",
            lambda: float(bot.workers.in_hand),
        ),
        "timeline_delivery_lag_seconds": (
            "How long the daily post that is due longest has been due",
            lambda: _lag(bot),
        ),
    }
    pages = {METRICS_PATH: metrics_page(bot.watcher.meter, gauges)}
    last = first + processes - 1
    for port in range(first, last + 1):
        try:
            server = PageServer(pages, host=HERE, port=port, setting="TIMELINE_METRICS_PORT")
        except SettingsError:
            if port == last:
                raise
        else:
            log.info("metrics are shown at http://%s:%d%s", HERE, port, METRICS_PATH)
            return (server,)
    return ()
