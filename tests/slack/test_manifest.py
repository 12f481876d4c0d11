"""The manifest holds what the code uses, every bit of it and nothing more."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from slack_bolt import App
from slack_sdk import WebClient

from bot.slack import app as slack_app
from bot.slack.manifest import build_manifest, manifest_text
from tests.slack.in_process import make_desk

ROOT = Path(__file__).parent.parent.parent

# What Slack asks for before it sends an event or takes a call.
SCOPE_OF_EVENT = {"app_mention": "app_mentions:read", "message": "im:history"}
SCOPE_OF_CALL = {
    "chat_postMessage": "chat:write",
    "chat_postEphemeral": "chat:write",
    "users_info": "users:read",
}
OF_NO_SCOPE = {
    "auth_test",
    "apps_connections_open",
    "is_connected",
    "views_publish",
    "views_open",
    "views_update",
    "send_dict",
}


class RecordingApp(App):
    """A Bolt app that also notes by which name each listener is registered."""

    def __init__(self) -> None:
        super().__init__(client=WebClient("xoxb-1"), token_verification_enabled=False)
        self.names: dict[str, list[str]] = {"event": [], "command": [], "shortcut": []}

    def event(self, event: Any, *args: Any, **kwargs: Any) -> Any:
        """Note an event."""
        self._note("event", event)
        return super().event(event, *args, **kwargs)

    def command(self, command: Any, *args: Any, **kwargs: Any) -> Any:
        """Note a command."""
        self._note("command", command)
        return super().command(command, *args, **kwargs)

    def shortcut(self, constraints: Any, *args: Any, **kwargs: Any) -> Any:
        """Note a shortcut."""
        self._note("shortcut", constraints)
        return super().shortcut(constraints, *args, **kwargs)

    def _note(self, kind: str, name: object) -> None:
        if isinstance(name, str):  # patterns are catch-alls, which Slack is not asked for
            self.names[kind].append(name)


@pytest.fixture(scope="module")
def used() -> dict[str, list[str]]:
    app = RecordingApp()
    slack_app.register_listeners(app, make_desk(lambda: None, command="/history"))  # type: ignore[arg-type,return-value]
    return app.names


def test_the_file_at_the_root_is_the_manifest_with_its_defaults() -> None:
    text = (ROOT / "manifest.json").read_text("utf-8")
    assert text == manifest_text(build_manifest())


def test_there_is_a_listener_for_every_event_and_no_event_without_one(
    used: dict[str, list[str]],
) -> None:
    subscribed = build_manifest()["settings"]["event_subscriptions"]["bot_events"]
    spoken_to = ["app_mention", "message.im", "app_home_opened"]
    assert subscribed == [*spoken_to, "app_uninstalled", "tokens_revoked"]
    assert sorted(name.partition(".")[0] for name in subscribed) == sorted(used["event"])


def test_the_command_and_the_shortcut_are_those_that_are_listened_to(
    used: dict[str, list[str]],
) -> None:
    features = build_manifest(command="/history")["features"]
    assert [one["command"] for one in features["slash_commands"]] == used["command"]
    assert [one["callback_id"] for one in features["shortcuts"]] == used["shortcut"]
    assert features["slash_commands"][0]["should_escape"] is False


def test_the_scopes_are_those_that_events_calls_and_commands_need(
    used: dict[str, list[str]],
) -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "bot" / "slack").rglob("*.py"))
    calls = set(re.findall(r"client\.([a-z]+_\w+)\(", code)) - OF_NO_SCOPE
    assert calls == SCOPE_OF_CALL.keys()
    needed = {SCOPE_OF_CALL[call] for call in calls} | {"commands"}
    needed |= {SCOPE_OF_EVENT[event] for event in used["event"] if event in SCOPE_OF_EVENT}
    scopes = build_manifest()["oauth_config"]["scopes"]
    assert set(scopes["bot"]) == needed
    # Whoever installs the app may leave these out, and only these.
    assert scopes["bot_optional"] == ["users:read"]
    assert needed == {"app_mentions:read", "chat:write", "commands", "im:history", "users:read"}


def test_over_http_slack_leads_back_from_an_installation_to_the_bots_own_address() -> None:
    manifest = build_manifest(url="https://bot.example.org/")
    assert manifest["oauth_config"]["redirect_urls"] == [
        "https://bot.example.org/slack/oauth_redirect"
    ]
    assert manifest["settings"]["org_deploy_enabled"] is True
    assert "redirect_urls" not in build_manifest()["oauth_config"]


def test_the_home_and_messages_tabs_are_on_and_can_be_written_in() -> None:
    assert build_manifest()["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_in_socket_mode_there_is_no_address() -> None:
    manifest = build_manifest()
    assert manifest["settings"]["socket_mode_enabled"] is True
    assert "url" not in json.dumps(manifest)


@pytest.mark.parametrize("url", ["https://bot.example.org", "https://bot.example.org/"])
def test_over_http_everything_goes_to_one_address(url: str) -> None:
    manifest = build_manifest(url=url)
    address = "https://bot.example.org/slack/events"
    settings = manifest["settings"]
    assert settings["socket_mode_enabled"] is False
    assert settings["event_subscriptions"]["request_url"] == address
    assert settings["interactivity"]["request_url"] == address
    assert settings["interactivity"]["message_menu_options_url"] == address
    assert manifest["features"]["slash_commands"][0]["url"] == address


def test_the_texts_keep_to_slacks_limits() -> None:
    manifest = build_manifest(command="/" + "a" * 31, name="T" * 35)
    display, features = manifest["display_information"], manifest["features"]
    assert len(display["name"]) <= 35
    assert len(display["description"]) <= 140
    assert 175 <= len(display["long_description"]) <= 4000
    assert len(features["shortcuts"][0]["name"]) <= 24
    assert len(features["shortcuts"][0]["description"]) <= 150
    assert len(features["slash_commands"][0]["command"]) <= 32
    assert len(features["slash_commands"][0]["usage_hint"]) <= 1000
