"""The app takes nothing from the environment, and a refused token is a plain error."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import BotError, SettingsError
from bot.slack.app import identify
from bot.slack.desk import Desk
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION, write_timeline
from tests.slack.in_process import IDENTITY, InProcess, make_app, make_desk, make_settings
from tests.slack.stand_in import StandIn, workspace


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    from bot.loading import load_responder

    responder = load_responder([write_timeline(tmp_path_factory.mktemp("data"))])
    return make_desk(lambda: responder)


def test_slack_says_who_the_bot_is() -> None:
    with StandIn() as stand_in:
        assert identify(make_settings(stand_in)) == IDENTITY


def test_a_refused_token_is_named_and_not_shown() -> None:
    with StandIn() as stand_in:
        stand_in.fail_next("auth.test", error="invalid_auth")
        with pytest.raises(SettingsError, match=r"SLACK_BOT_TOKEN.*invalid_auth") as caught:
            identify(make_settings(stand_in))
    assert workspace.BOT_TOKEN not in str(caught.value)


def test_a_slack_that_cannot_be_reached_is_a_plain_error() -> None:
    with StandIn() as stand_in:
        settings = make_settings(stand_in)
    with pytest.raises(BotError, match=r"reached at http://127.*: Connection refused"):
        identify(settings)


def test_nothing_in_the_environment_turns_the_app_into_another(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CLIENT_ID", "CLIENT_SECRET", "BOT_TOKEN", "SIGNING_SECRET", "USER_TOKEN"):
        monkeypatch.setenv(f"SLACK_{name}", f"xoxb-{name}")
    with StandIn() as stand_in:
        slack = InProcess(stand_in, make_app(stand_in, desk))
        slack.mention(SUMMIT_QUESTION)
        assert SUMMIT in slack.stand_in.messages()[0].visible
        assert {call.token for call in stand_in.calls} == {workspace.BOT_TOKEN}


def test_where_too_much_is_in_hand_only_what_slack_sends_again_is_sent_away(desk: Desk) -> None:
    with StandIn() as stand_in:
        slack = InProcess(stand_in, make_app(stand_in, replace(desk, is_busy=lambda: True)))
        for sent in (slack.mention("2022"), slack.direct_message("2022"), slack.open_home()):
            assert sent.ack.status == 503
        assert stand_in.messages() == ()
        page = slack.reply(slack.command("2022"))
        assert "2022" in slack.reply(slack.click(page, "Show more")).visible
        assert SUMMIT in slack.reply(slack.shortcut(SUMMIT, callback_id="find_in_timeline")).visible


def test_an_answer_costs_one_call_to_slack(desk: Desk) -> None:
    with StandIn() as stand_in:
        slack = InProcess(stand_in, make_app(stand_in, desk))
        sent = slack.direct_message(SUMMIT_QUESTION)
        slack.direct_message(SUMMIT_QUESTION, thread_ts=sent.ts)
        assert [call.method for call in stand_in.calls] == ["chat.postMessage"] * 2
