"""The ledger's database: SQLite or PostgreSQL by its URL, opened, migrated and written to."""

from __future__ import annotations

import re
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    QueuePool,
    create_engine,
    event,
    inspect,
    make_url,
    text,
)
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from bot.errors import BotError, SettingsError

VARIABLE = "DATABASE_URL"
FORMS = "write sqlite:///path/to/file.db or postgresql://user:password@host/name"
NO_ADDRESS = f"{VARIABLE} is not the address of a database: {FORMS}"
HEAD = "v0003"  # the newest step in migrations/versions, so that a look at the table suffices
VERSION_TABLE = "timeline_version"  # a name of our own: the database may be another program's too
LOCK = 7_446_213_385  # names our advisory lock in PostgreSQL: any number, but always the same

_BUSY = 30.0  # seconds that a writer of SQLite waits for the writer before it
_CONNECT = 10  # seconds to reach PostgreSQL
# A server that cannot be reached any more, without a word: by itself the system waits for a
# quarter of an hour until it gives a connection up. Milliseconds, then seconds.
_LOST = {
    "tcp_user_timeout": 10_000,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
}
# Listeners and the clock each hold a connection for milliseconds; more are made when needed.
_POOL, _OVERFLOW = 5, 30
_POSTGRES = re.compile(r"(?:postgres|postgresql)(?:\+psycopg)?(?=://)")
_BEGIN, _TURN = "timeline_begin", "timeline_turn"  # names of options of connections


def open_database(url: str, *, makes_folders: bool = False) -> Engine:
    """Return an engine for `url`; a SQLite file and its folder are made when first used.

    Folders above that one are made only if `makes_folders` says so: elsewhere than in the
    usual place, where several are missing, the address is a slip of the pen.

    `sqlite://` alone is a database in memory, for tests. Nothing is connected to yet, so an
    engine may be made before a fork and used behind it. Raises `SettingsError` for an address
    that cannot be used; no message holds a password.
    """
    parsed = _parse(url)
    try:
        if parsed.get_backend_name() == "sqlite":
            return _open_sqlite(parsed, makes_folders=makes_folders)
        return create_engine(
            parsed,
            pool_pre_ping=True,  # a server that was restarted is no error to anybody
            pool_size=_POOL,
            max_overflow=_OVERFLOW,
            hide_parameters=True,
            connect_args={
                "connect_timeout": _CONNECT,
                "application_name": "timeline-bot",
                **_LOST,
            },
        )
    except ArgumentError:  # such as sqlite://file.db, with too few slashes
        raise SettingsError(NO_ADDRESS) from None
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"{VARIABLE}: PostgreSQL needs the extra “postgres”: "
            "install timeline-bot[postgres] (in a checkout: uv sync --extra postgres)"
        ) from error


def _parse(url: str) -> URL:
    try:
        parsed = make_url(_POSTGRES.sub("postgresql+psycopg", url.strip(), count=1))
    except (ArgumentError, ValueError):
        # The error's own text holds the address, and so perhaps a password.
        raise SettingsError(NO_ADDRESS) from None
    if parsed.drivername not in ("sqlite", "postgresql+psycopg"):
        raise SettingsError(f"{VARIABLE}: {parsed.drivername} is not supported: {FORMS}")
    if parsed.drivername == "sqlite" and parsed.host:
        # "sqlite://ledger.db": two slashes begin a host; refused before a file comes of the rest.
        raise SettingsError(NO_ADDRESS)
    # SQLAlchemy ends a password at its first @, and the rest of it would be told as a host.
    option = url.partition("?")[2].partition("=")[0]
    told = (parsed.host or "", parsed.database or "", option)
    if parsed.drivername != "sqlite" and any("@" in part for part in told):
        raise SettingsError(
            f"{VARIABLE}: within a password, write %40 for each @, and %2F, %3A, %3F and %25 for "
            "/ : ? and %"
        )
    return parsed


def _open_sqlite(url: URL, *, makes_folders: bool) -> Engine:
    is_file = url.database not in (None, "", ":memory:")
    if is_file:
        _make_private(Path(str(url.database)), makes_folders=makes_folders)
    engine = create_engine(
        url,
        # A database in memory lives in one connection, for which threads wait in turn.
        poolclass=QueuePool,
        pool_size=_POOL if is_file else 1,
        max_overflow=_OVERFLOW if is_file else 0,
        hide_parameters=True,
        connect_args={"timeout": _BUSY, "check_same_thread": False},
    )

    engine.update_execution_options(**{_TURN: threading.Lock()})

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin as told below, and only there
        # A claim must outlive a loss of power, or the post would be sent twice.
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))

    return engine


def _make_private(file: Path, *, makes_folders: bool) -> None:
    """Make the file, readable by its owner only, and the folder it lies in."""
    try:
        file.parent.mkdir(mode=0o700, parents=makes_folders, exist_ok=True)
        file.touch(mode=0o600, exist_ok=True)
    except FileNotFoundError as error:
        raise SettingsError(
            f"{VARIABLE}: the folder {file.parent.parent} does not exist: make it, or mend the path"
        ) from error
    except OSError as error:
        raise SettingsError(
            f"{VARIABLE}: {file} cannot be written ({error.strerror}): "
            "name a file in a folder that belongs to the bot"
        ) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Yield a connection that only reads, within one transaction."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, *, begin: str = "BEGIN IMMEDIATE") -> Iterator[Connection]:
    """Yield a connection within one transaction that is committed at the end.

    SQLite takes the lock of writers at once: a transaction that began by reading would be
    refused as soon as another had written.
    """
    # Between threads a lock passes the turn on at once; SQLite's own waiting is by sleeping.
    turn = engine.get_execution_options().get(_TURN, nullcontext())
    with turn, engine.connect() as connection:
        connection.execution_options(**{_BEGIN: begin})
        with connection.begin():
            yield connection


def for_writers(engine: Engine) -> Engine:
    """Return the same database for code of others that begins to write by reading.

    Each of its transactions takes the lock of writers at once, as in `writing`.
    """
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def is_sqlite(engine: Engine) -> bool:
    """Whether the ledger is a file of this machine, which only its processes share."""
    return engine.dialect.name == "sqlite"


def prepare(engine: Engine) -> None:
    """Make the database ready for use: SQLite is migrated, PostgreSQL must have been.

    Raises `BotError` if it cannot be reached, or if `timeline-bot migrate` must run first.
    """
    with _told_plainly(engine):
        found = _version(engine)
        if found == HEAD:
            return
        if not is_sqlite(engine):
            raise BotError(
                f"{VARIABLE}: the database {_shown(engine)} is not ready "
                f"(it is at {found or 'nothing'}, {HEAD} is needed): run “timeline-bot migrate”."
            )
    migrate(engine)


def migrate(engine: Engine) -> bool:
    """Bring the tables to the newest form; return whether anything was to be done.

    Any number of processes may call this at once: one works and the others wait for it.
    Raises `BotError` for a database that a newer version of the program has migrated.
    """
    with _told_plainly(engine):
        if is_sqlite(engine):
            _use_write_ahead_log(engine)
        with writing(engine, begin="BEGIN EXCLUSIVE") as connection:
            if not is_sqlite(engine):
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            if _version_on(connection) == HEAD:
                return False
            _run_steps(connection)
            return True


def _run_steps(connection: Connection) -> None:
    # Alembic is a fifth of a second to import, and at most starts there is nothing to do.
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.attributes["connection"] = connection
    config.attributes["version_table"] = VERSION_TABLE
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise BotError(
            f"{VARIABLE}: the database was migrated by a newer version of timeline-bot ({error}). "
            "Use that version, or another database."
        ) from error


def _use_write_ahead_log(engine: Engine) -> None:
    """Let readers and the writer work side by side; the file remembers it."""
    raw = engine.raw_connection()
    deadline = time.monotonic() + _BUSY
    try:
        while True:
            try:
                raw.cursor().execute("PRAGMA journal_mode=WAL")
            except Exception as error:
                # Two that switch at the same moment: SQLite tells one of them at once, without
                # the wait that it grants otherwise.
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
            else:
                return
    finally:
        raw.close()


def find_version(engine: Engine) -> str:
    """Return the version of the tables, which `HEAD` names at its newest; "" if there are none.

    Raises `BotError` if the database cannot be read.
    """
    with _told_plainly(engine):
        return _version(engine)


def _version(engine: Engine) -> str:
    with reading(engine) as connection:
        return _version_on(connection)


def _version_on(connection: Connection) -> str:
    if not inspect(connection).has_table(VERSION_TABLE):
        return ""
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608
    return str(found.scalar() or "")


@contextmanager
def _told_plainly(engine: Engine) -> Iterator[None]:
    """Turn the driver's errors into one that names the database, without its password."""
    try:
        yield
    except DBAPIError as error:
        reason = " ".join(str(error.orig).split())
        raise BotError(
            f"{VARIABLE}: the database {_shown(engine)} cannot be used: {reason}"
        ) from error
    except sqlite3.Error as error:  # from where SQLAlchemy is passed by
        raise BotError(
            f"{VARIABLE}: the database {_shown(engine)} cannot be used: {error}"
        ) from error
    except SQLAlchemyError as error:
        raise BotError(
            f"{VARIABLE}: the database {_shown(engine)} cannot be used: {type(error).__name__}"
        ) from error


def _shown(engine: Engine) -> str:
    return engine.url.set(query={}).render_as_string(hide_password=True)
