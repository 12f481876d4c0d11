"""Settings are read from an environment, and everything wrong with them is named at once."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SettingsError
from bot.settings import IN_MEMORY, Settings, read_database_url

BOT, APP, SECRET = "xoxb-1-2-abc", "xapp-1-A0-abc", "8f742231b10e8888"
SOCKET = {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}
HTTP = {"SLACK_BOT_TOKEN": BOT, "SLACK_SIGNING_SECRET": SECRET}


def complaints(environ: dict[str, str]) -> str:
    with pytest.raises(SettingsError) as caught:
        Settings.from_env(environ)
    return str(caught.value)


def test_an_app_token_means_socket_mode_and_everything_else_has_a_default() -> None:
    settings = Settings.from_env(SOCKET)
    assert settings.is_socket_mode
    assert settings == Settings(BOT, APP, "", 3000, "https://slack.com/api/", "/timeline")


def test_a_signing_secret_alone_means_http() -> None:
    settings = Settings.from_env({**HTTP, "PORT": "8080"})
    assert (settings.is_socket_mode, settings.port) == (False, 8080)


def test_an_app_token_wins_where_both_are_set() -> None:
    assert Settings.from_env({**SOCKET, **HTTP}).is_socket_mode


def test_every_setting_can_be_given() -> None:
    settings = Settings.from_env(
        {
            **SOCKET,
            "SLACK_API_URL": "http://127.0.0.1:9/api",
            "TIMELINE_COMMAND": "/history_2-x",
            "TIMELINE_DATA": os.pathsep.join(["a.yaml", "", "b"]),
            "TIMELINE_TIMEZONE": "Europe/London",
            "TIMELINE_LOG_LEVEL": "debug",
        }
    )
    assert settings.api_url == "http://127.0.0.1:9/api/"
    assert settings.command == "/history_2-x"
    assert settings.data == (Path("a.yaml"), Path("b"))
    assert settings.zone == ZoneInfo("Europe/London")
    assert settings.log_level == "DEBUG"


def test_an_empty_environment_is_told_all_that_is_missing() -> None:
    said = complaints({})
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"):
        assert name in said


def test_empty_values_count_as_missing() -> None:
    empty = dict.fromkeys(("PORT", "SLACK_API_URL", "TIMELINE_COMMAND", "TIMELINE_TIMEZONE"), " ")
    assert Settings.from_env({**SOCKET, **empty}) == Settings.from_env(SOCKET)
    assert "SLACK_BOT_TOKEN is missing" in complaints({**SOCKET, "SLACK_BOT_TOKEN": "  "})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_BOT_TOKEN", APP),
        ("SLACK_BOT_TOKEN", "xoxb-"),
        ("SLACK_BOT_TOKEN", "xoxb-1 2"),
        ("SLACK_APP_TOKEN", BOT),
        ("SLACK_SIGNING_SECRET", "two words"),
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "٣٠٠٠"),
        ("SLACK_API_URL", "slack.com/api"),
        ("SLACK_API_URL", "ftp://slack.com/api/"),
        ("SLACK_API_URL", "http://[broken"),
        ("TIMELINE_COMMAND", "timeline"),
        ("TIMELINE_COMMAND", "/Timeline"),
        ("TIMELINE_COMMAND", "/" + "a" * 32),
        ("TIMELINE_TIMEZONE", "Mars/Olympus"),
        ("TIMELINE_TIMEZONE", "../../etc/passwd"),
        ("TIMELINE_LOG_LEVEL", "loud"),
    ],
)
def test_a_malformed_value_is_refused_by_name(name: str, value: str) -> None:
    assert name in complaints({**SOCKET, name: value})


def test_all_faults_are_named_in_one_go() -> None:
    faults = {"SLACK_BOT_TOKEN": "nonsense", "PORT": "x", "TIMELINE_COMMAND": "y"}
    said = complaints(faults)
    for name in (*faults, "SLACK_APP_TOKEN"):
        assert name in said


ID, CLIENT_SECRET, KEY = "1.2", "0123abcd", "A" * 43 + "="
MANY = {
    "SLACK_CLIENT_ID": ID,
    "SLACK_CLIENT_SECRET": CLIENT_SECRET,
    "SLACK_SIGNING_SECRET": SECRET,
    "TIMELINE_ENCRYPTION_KEY": KEY,
}


@pytest.mark.parametrize("name", ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET"])
def test_what_many_workspaces_lack_is_named_and_not_the_token_of_one(name: str) -> None:
    assert Settings.from_env(MANY).is_oauth
    said = complaints({**MANY, name: ""})
    assert f"{name} is missing: many workspaces need" in said
    assert "SLACK_BOT_TOKEN" not in said
    assert len(said.splitlines()) == 2


def test_socket_mode_with_many_workspaces_is_said_to_be_what_is_wrong() -> None:
    said = complaints({**MANY, "SLACK_APP_TOKEN": APP})
    assert "SLACK_APP_TOKEN must not be set for many workspaces" in said
    assert "missing" not in said


def test_what_a_mode_does_nothing_with_is_known() -> None:
    assert Settings.from_env({**HTTP, "SLACK_CLIENT_ID": ID}).unused == ("SLACK_CLIENT_ID",)
    assert Settings.from_env({**MANY, "SLACK_BOT_TOKEN": BOT}).unused == ("SLACK_BOT_TOKEN",)
    assert [Settings.from_env(one).unused for one in (HTTP, SOCKET, MANY)] == [(), (), ()]


@given(st.text(st.characters(min_codepoint=33), min_size=4, max_size=40))
def test_no_message_and_no_repr_holds_a_secret(secret: str) -> None:
    environ = dict.fromkeys(
        ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"), f"§{secret}§"
    )
    assert f"§{secret}§" not in complaints(environ)
    settings = Settings(f"xoxb-{secret}", f"xapp-{secret}", f"§{secret}§")
    assert f"-{secret}" not in repr(settings)
    assert f"§{secret}§" not in repr(settings)


def test_the_database_is_the_one_that_is_named() -> None:
    assert (
        read_database_url({"DATABASE_URL": " sqlite:///a.db ", "HOME": "/home/a"})
        == "sqlite:///a.db"
    )


def test_without_a_name_the_database_is_in_the_folder_for_states() -> None:
    file = "timeline-bot/timeline-bot.db"
    assert read_database_url({"HOME": "/home/a"}) == f"sqlite:////home/a/.local/state/{file}"
    states = {"HOME": "/home/a", "XDG_STATE_HOME": "/var/states"}
    assert read_database_url(states) == f"sqlite:////var/states/{file}"
    assert read_database_url({**states, "XDG_STATE_HOME": "not/a/place"}).startswith(
        "sqlite:////home"
    )


def test_without_a_home_the_database_is_in_memory() -> None:
    assert read_database_url({}) == IN_MEMORY
