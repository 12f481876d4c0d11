"""The ledger's database is opened by its address, migrated once, and keeps its secrets."""

from __future__ import annotations

import multiprocessing
import stat
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import Engine, MetaData, inspect, select, text

from bot.errors import BotError, SettingsError
from bot.ledger import database, tables
from bot.ledger.database import migrate, open_database, prepare, reading, writing

MIGRATIONS = Path(database.__file__).parent / "migrations"


def test_a_sqlite_file_and_its_folder_are_made_on_first_use_for_their_owner(tmp_path: Path) -> None:
    file = tmp_path / "a folder" / "ledger.db"
    engine = open_database(f"sqlite:///{file}")
    prepare(engine)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "timeline_subscriptions" in inspect(engine).get_table_names()
    engine.dispose()


def test_folders_above_that_of_a_sqlite_file_are_made_only_in_the_usual_place(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path}/nowhere/below/ledger.db"
    with pytest.raises(SettingsError, match=r"DATABASE_URL: the folder .*/nowhere does not exist"):
        open_database(url)
    assert list(tmp_path.iterdir()) == []
    open_database(url, makes_folders=True)
    assert (tmp_path / "nowhere" / "below" / "ledger.db").is_file()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_means_the_same_driver(scheme: str) -> None:
    engine = open_database(f"{scheme}://reader:secret@host.example/ledger")
    assert engine.url.drivername == "postgresql+psycopg"
    assert engine.url.host == "host.example"


@pytest.mark.parametrize(
    "url",
    [
        "nonsense:hunter2",
        "mysql://reader:hunter2@host/ledger",
        "postgresql+psycopg2://reader:hunter2@host/ledger",
        "postgres://reader:hunter2@host:port/ledger",
        "sqlite:////proc/hunter2/ledger.db",
        "sqlite://hunter2/ledger.db",
        "postgres://reader:se@cret:hunter2@host/ledger",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_its_password(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match="DATABASE_URL") as caught:
        open_database(url)
    assert "hunter2@" not in str(caught.value)
    assert ":hunter2" not in str(caught.value)
    assert not list(tmp_path.iterdir())  # and no file is left of it


@pytest.mark.parametrize(
    "url",
    [
        "postgres://reader:hun@ter2@127.0.0.1:1/ledger",
        "postgres://reader:hun@ter2/x@127.0.0.1:1/ledger",
        "postgres://reader:hun@ter2?x@127.0.0.1:1/ledger",
    ],
)
def test_a_password_that_must_be_written_otherwise_is_said_to_be_and_not_shown(url: str) -> None:
    with pytest.raises(SettingsError, match="write %40 for each @") as caught:
        open_database(url)
    assert "ter2" not in str(caught.value)


def test_signs_of_any_kind_are_understood_in_a_password_as_addresses_write_them() -> None:
    engine = open_database("postgres://reader:p%40s%3As%2Fw%3F%25%23@127.0.0.1:1/ledger")
    assert engine.url.password == "p@s:s/w?%#"


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    engine = open_database("postgres://reader:hunter2@127.0.0.1:1/ledger")
    with pytest.raises(BotError, match=r"127\.0\.0\.1:1/ledger cannot be used") as caught:
        prepare(engine)
    assert "hunter2" not in str(caught.value)


def test_a_server_must_be_migrated_by_command_first(database_url: str) -> None:
    engine = open_database(database_url)
    if database.is_sqlite(engine):
        prepare(engine)
    else:
        with pytest.raises(BotError, match="run “timeline-bot migrate”"):
            prepare(engine)
    engine.dispose()


def test_the_second_migration_finds_nothing_to_do(database_url: str) -> None:
    engine = open_database(database_url)
    assert migrate(engine)
    assert not migrate(engine)
    engine.dispose()


def test_the_steps_lead_to_the_tables_of_the_code(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": database.VERSION_TABLE,
                "include_name": lambda name, *_: not str(name).startswith("slack_"),
            },
        )
        differences = compare_metadata(context, tables.metadata)
    assert differences == []


def test_the_steps_make_the_tables_of_slacks_own_stores(engine: Engine) -> None:
    metadata = MetaData()
    SQLAlchemyInstallationStore.build_installations_table(metadata, "slack_installations")
    SQLAlchemyInstallationStore.build_bots_table(metadata, "slack_bots")
    SQLAlchemyOAuthStateStore.build_oauth_states_table(metadata, "slack_oauth_states")
    found = inspect(engine)
    for name, table in metadata.tables.items():
        ours = {column["name"]: column["nullable"] for column in found.get_columns(name)}
        assert ours == {column.name: column.nullable for column in table.columns}


def test_the_newest_step_is_the_one_that_the_code_asks_for() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == database.HEAD


def test_a_database_of_a_newer_version_is_left_alone(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("UPDATE timeline_version SET version_num = 'v9999'"))
    with pytest.raises(BotError, match="newer version of timeline-bot"):
        migrate(engine)


def _migrate(url: str, results: multiprocessing.Queue[str]) -> None:
    engine = open_database(url)
    try:
        results.put(str(migrate(engine)))
    except Exception as error:
        results.put(repr(error))


def test_processes_that_migrate_at_once_do_it_once(database_url: str) -> None:
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    processes = [context.Process(target=_migrate, args=(database_url, results)) for _ in range(3)]
    for process in processes:
        process.start()
    assert sorted(results.get(timeout=60) for _ in processes) == ["False", "False", "True"]
    for process in processes:
        process.join()


def test_two_who_read_and_then_write_wait_for_one_another(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(tables.ticks.insert().values(process="p", at=_instant(0)))

    def add_one() -> None:
        for _ in range(20):
            with writing(engine) as connection:
                query = select(tables.ticks.c.at).with_for_update()
                at = connection.execute(query).scalar_one()
                connection.execute(tables.ticks.update().values(at=_instant(at.timestamp() + 1)))

    threads = [threading.Thread(target=add_one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading(engine) as connection:
        assert connection.execute(select(tables.ticks.c.at)).scalar_one() == _instant(80)


def _instant(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
