"""Installations: the newest counts, tokens are sealed, and a lost key shows."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.oauth.installation_store import Installation
from sqlalchemy import Engine, text

from bot.ledger.database import writing
from bot.settings import Settings
from bot.slack.access import open_access
from bot.slack.app import build_app
from bot.slack.installations import SealedStore
from bot.slack.installing import States
from bot.slack.sealing import Seal, SealError, make_key
from bot.slack.workspaces import FRESH, RETRY, STALE, Workspaces
from tests.slack.in_process import InProcess, make_desk, make_settings
from tests.slack.stand_in import StandIn

KEY, OTHER_KEY = make_key(), make_key()
# As long as Slack's tokens get when they are rotated.
TOKEN = "xoxe.xoxb-1-" + "A1b2" * 40


def installation(team: str | None = "T1", *, at: float = 1000.0, **fields: Any) -> Installation:
    given: dict[str, Any] = {
        "app_id": "A1", "team_id": team, "bot_token": TOKEN, "bot_id": "B1", "bot_user_id": "U1",
        "bot_scopes": "chat:write", "user_id": "U2", "installed_at": at,
        "is_enterprise_install": team is None,
    }  # fmt: skip
    return Installation(**{**given, **fields})


def make_store(engine: Engine, *keys: str, client_id: str = "1.2") -> SealedStore:
    return SealedStore(engine, Seal(keys or (KEY,)), client_id=client_id)


def rows(engine: Engine, table: str) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(text(f"SELECT * FROM {table}")))


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_token_comes_back_as_it_was_and_stands_nowhere_in_the_database(engine: Engine) -> None:
    store = make_store(engine)
    store.save(installation(user_token="xoxp-of-a-person", incoming_webhook_url="https://hook/x"))
    found = store.find_installation(enterprise_id=None, team_id="T1")
    bot = store.find_bot(enterprise_id=None, team_id="T1")
    assert found is not None
    assert bot is not None
    assert (found.bot_token, found.user_token, bot.bot_token) == (TOKEN, "xoxp-of-a-person", TOKEN)
    kept = repr(rows(engine, "slack_installations") + rows(engine, "slack_bots"))
    for secret in (TOKEN, "xoxp-of-a-person", "https://hook"):
        assert secret not in kept


def test_a_later_installation_takes_the_place_of_the_earlier(engine: Engine) -> None:
    store = make_store(engine)
    store.save(installation(bot_token="xoxb-old", at=1000.0))
    store.save(installation(bot_token="xoxb-new", at=2000.0, user_id="U3"))
    store.save(installation("T2", bot_token="xoxb-elsewhere"))
    bot = store.find_bot(enterprise_id=None, team_id="T1")
    assert bot is not None
    assert bot.bot_token == "xoxb-new"
    assert len(rows(engine, "slack_installations")) == len(rows(engine, "slack_bots")) == 2


def test_without_the_key_a_workspace_counts_as_not_installed(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    make_store(engine).save(installation())
    assert make_store(engine, OTHER_KEY).find_bot(enterprise_id=None, team_id="T1") is None
    assert "workspace T1: no key" in caplog.text


def test_keys_are_exchanged_for_all_apps_at_once(engine: Engine) -> None:
    make_store(engine).save(installation(user_token="xoxp-1"))
    make_store(engine, client_id="3.4").save(installation("T2"))
    assert make_store(engine, OTHER_KEY, KEY).renew_all() == 4
    renewed = make_store(engine, OTHER_KEY).find_installation(enterprise_id=None, team_id="T1")
    assert renewed is not None
    assert (renewed.bot_token, renewed.user_token) == (TOKEN, "xoxp-1")


def test_where_one_token_cannot_be_opened_no_key_is_exchanged(engine: Engine) -> None:
    make_store(engine).save(installation())
    make_store(engine, OTHER_KEY).save(installation("T2"))
    before = rows(engine, "slack_bots")
    with pytest.raises(SealError):
        make_store(engine, make_key(), KEY).renew_all()
    assert rows(engine, "slack_bots") == before


def test_an_organisation_answers_for_workspaces_without_an_installation_of_their_own(
    memory_engine: Engine,
) -> None:
    store = make_store(memory_engine)
    store.save(installation(None, enterprise_id="E1", bot_token="xoxb-org"))
    store.save(installation("T1", enterprise_id="E1", bot_token="xoxb-own"))
    workspaces = Workspaces(store, Clock())
    assert workspaces.token_of("E1", "T1") == "xoxb-own"
    assert workspaces.token_of("E1", "T9") == "xoxb-org"
    assert workspaces.token_of("E1", "") == "xoxb-org"
    assert workspaces.token_of("", "T1") is None
    assert workspaces.authorize("E2", "T1", "U1") is None


def test_a_workspace_is_looked_up_once_a_minute(memory_engine: Engine) -> None:
    store, clock = make_store(memory_engine), Clock()
    workspaces = Workspaces(store, clock)
    store.save(installation(bot_token="xoxb-old"))
    assert workspaces.token_of("", "T1") == "xoxb-old"
    store.save(installation(bot_token="xoxb-new", at=2000.0))
    assert workspaces.token_of("", "T1") == "xoxb-old"
    clock.now += FRESH
    assert workspaces.token_of("", "T1") == "xoxb-new"


def test_what_left_is_known_to_have_left_within_a_minute(memory_engine: Engine) -> None:
    store, clock = make_store(memory_engine), Clock()
    workspaces = Workspaces(store, clock)
    store.save(installation())
    assert workspaces.token_of("", "T1") == TOKEN
    store.delete_all(enterprise_id=None, team_id="T1")
    clock.now += FRESH
    assert workspaces.token_of("", "T1") is None


def test_an_absent_database_is_asked_now_and_then_and_what_was_known_goes_on(
    memory_engine: Engine,
) -> None:
    store, clock = make_store(memory_engine), Clock()
    workspaces = Workspaces(store, clock)
    store.save(installation())
    workspaces.find("", "T1")
    with memory_engine.begin() as connection:
        connection.execute(text("ALTER TABLE slack_bots RENAME TO away"))
    clock.now += FRESH
    assert workspaces.token_of("", "T1") == TOKEN
    with memory_engine.begin() as connection:
        connection.execute(text("ALTER TABLE away RENAME TO slack_bots"))
        connection.execute(text("DELETE FROM slack_bots"))
    assert workspaces.token_of("", "T1") == TOKEN  # nobody waits for it at every request
    clock.now += RETRY
    assert workspaces.token_of("", "T1") is None


def test_an_organisation_that_is_known_goes_on_in_its_workspaces_while_the_database_is_away(
    memory_engine: Engine,
) -> None:
    store, clock = make_store(memory_engine), Clock()
    workspaces = Workspaces(store, clock)
    store.save(installation(None, enterprise_id="E1", bot_token="xoxb-org"))
    assert workspaces.token_of("E1", "T1") == "xoxb-org"
    with memory_engine.begin() as connection:
        connection.execute(text("ALTER TABLE slack_bots RENAME TO away"))
    clock.now += FRESH
    assert workspaces.token_of("E1", "T1") == "xoxb-org"
    assert workspaces.token_of("E1", "T2") == "xoxb-org"
    with pytest.raises(Exception, match="slack_bots"):
        workspaces.token_of("E2", "T3")


def test_a_question_from_where_the_installation_cannot_be_read_is_sent_again_by_slack(
    memory_engine: Engine,
) -> None:
    workspaces = Workspaces(make_store(memory_engine), Clock())

    def authorize(
        enterprise_id: str | None, team_id: str | None, user_id: str | None
    ) -> AuthorizeResult | None:
        return workspaces.authorize(enterprise_id, team_id, user_id)

    with memory_engine.begin() as connection:
        connection.execute(text("ALTER TABLE slack_bots RENAME TO away"))
    with StandIn() as stand_in:
        desk = make_desk(lambda: pytest.fail("nobody is to be answered"))
        app = build_app(make_settings(stand_in), desk, authorize=authorize)
        slack = InProcess(stand_in, app)
        assert slack.mention("When was it?").ack.status == 503
        told = slack.command("2022")
        assert told.ack.is_fine
        assert "try again" in slack.reply(told).visible


def test_what_is_known_is_not_used_for_ever(memory_engine: Engine) -> None:
    store, clock = make_store(memory_engine), Clock()
    workspaces = Workspaces(store, clock)
    store.save(installation())
    workspaces.find("", "T1")
    with memory_engine.begin() as connection:
        connection.execute(text("ALTER TABLE slack_bots RENAME TO away"))
    clock.now += STALE
    with pytest.raises(Exception, match="slack_bots"):
        workspaces.find("", "T1")


def test_word_of_a_departure_that_comes_late_is_told_from_one_that_counts(
    memory_engine: Engine,
) -> None:
    store = make_store(memory_engine)
    workspaces = Workspaces(store, Clock())
    store.save(installation(at=1000.0))
    assert workspaces.has_come_back("", "T1", 999.0)
    assert not workspaces.has_come_back("", "T1", 999.5)
    assert not workspaces.has_come_back("", "T9", 1.0)


def test_installing_waits_for_whoever_writes_at_the_same_moment(engine: Engine) -> None:
    states = States(engine, logging.getLogger("quiet"), now=lambda: datetime.now(UTC))
    stop = threading.Event()

    def keep_writing() -> None:
        while not stop.is_set():
            with writing(engine) as connection:
                connection.execute(
                    text("INSERT INTO timeline_ticks VALUES (:name, 1)"), {"name": str(uuid4())}
                )

    other = threading.Thread(target=keep_writing)
    other.start()
    try:
        issued = [states.issue() for _ in range(20)]
        assert [states.consume(state) for state in issued] == [True] * 20
        assert [states.consume(state) for state in issued] == [False] * 20
    finally:
        stop.set()
        other.join()


def test_what_cannot_be_deleted_is_told_with_the_command_that_does_it_later(
    memory_engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(
        "", client_id="1.2", client_secret="secret", signing_secret="secret", encryption_keys=(KEY,)
    )
    now = datetime(2026, 11, 26, tzinfo=UTC)
    access = open_access(settings, memory_engine, now=lambda: now, clock=Clock())
    with memory_engine.begin() as connection:
        connection.execute(text("ALTER TABLE slack_bots RENAME TO away"))
    access.leave("", "T1", now.timestamp())
    assert "timeline-bot forget T1" in caplog.text
