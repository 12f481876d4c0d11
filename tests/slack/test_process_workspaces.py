"""Many workspaces: the real process over HTTP, installed by a browser, left again."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from bot.slack.sealing import make_key
from tests.slack.bot_process import HTTP, BotProcess, command_line, environment
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION, write_timeline
from tests.slack.stand_in import Ack, ElsewhereDelivery, HttpDelivery, StandIn, workspace
from tests.slack.stand_in.installs import CLIENT_ID, CLIENT_SECRET, SCOPES, token_number

KEY = make_key()
HERE, THERE = "T0HERE00001", "T0THERE0001"
INSTALL, BACK = "/slack/install", "/slack/oauth_redirect"
LEFT = {"type": "app_uninstalled", "event_ts": "1700000001.000800"}


@dataclass
class Site:
    """The bot's public address, and a browser at it."""

    process: BotProcess
    database: Path

    @property
    def slack(self) -> HttpDelivery:
        assert isinstance(self.process.slack, HttpDelivery)
        return self.process.slack

    @property
    def stand_in(self) -> StandIn:
        return self.process.stand_in

    def begin(self, query: str = "") -> tuple[Ack, str, str]:
        """Open the first page; return it, where its button leads, and its cookie."""
        page = self.slack.request("GET", INSTALL + query)
        link = re.search(r'href="(https://slack[^"]+)"', str(page.body))
        assert link
        return page, unescape(link[1]), page.headers["set-cookie"].partition(";")[0]

    def come_back(self, *, cookie: str, **query: str) -> Ack:
        return self.slack.request(
            "GET", f"{BACK}?{urlencode(query)}", headers={"Cookie": cookie} if cookie else {}
        )

    def install(self, team: str = "", *, enterprise: str = "") -> Ack:
        _, link, cookie = self.begin()
        state = parse_qs(urlsplit(link).query)["state"][0]
        code = self.stand_in.installs.allow(team, enterprise=enterprise)
        return self.come_back(cookie=cookie, state=state, code=code)

    def tokens_used(self, method: str = "chat.postMessage") -> list[str]:
        return [call.token for call in self.stand_in.calls_of(method)]

    def rows(self, table: str) -> int:
        with closing(sqlite3.connect(self.database)) as connection:
            return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    data = tmp_path / "data"
    data.mkdir()
    write_timeline(data)
    database = tmp_path / "ledger.db"
    with ExitStack() as stack:
        stand_in = stack.enter_context(StandIn())
        process = BotProcess(
            HTTP, stand_in, data=data, log=tmp_path / "log",
            SLACK_BOT_TOKEN="", SLACK_CLIENT_ID=CLIENT_ID, SLACK_CLIENT_SECRET=CLIENT_SECRET,
            TIMELINE_ENCRYPTION_KEY=KEY, DATABASE_URL=f"sqlite:///{database}",
        )  # fmt: skip
        yield Site(stack.enter_context(process), database)
        assert stand_in.faults == ()
        assert "xoxb-" not in process.output
        assert CLIENT_SECRET not in process.output


def test_workspaces_install_the_app_are_answered_with_their_tokens_and_forgotten(
    site: Site,
) -> None:
    assert site.install(HERE).status == 200
    assert site.install(THERE).status == 200
    here, there = (ElsewhereDelivery(site.slack, team=team) for team in (HERE, THERE))
    for slack in (here, there, here):
        assert SUMMIT in slack.reply(slack.mention(SUMMIT_QUESTION)).visible
    first, second = token_number(1), token_number(2)
    assert site.tokens_used() == [first, second, first]
    # Slack was asked who the bot is when it was installed, and never since.
    assert site.tokens_used("auth.test") == [first, second]
    assert b"xoxb-" not in site.database.read_bytes()

    site.stand_in.installs.revoke(first)
    here.event(LEFT)
    site.process.wait_for_output(f"forgot workspace {HERE}")
    assert site.rows("slack_bots") == site.rows("slack_installations") == 1
    # Nobody is answered in a workspace that has left; the other one notices nothing.
    before = len(site.tokens_used())
    assert here.mention(SUMMIT_QUESTION).ack.status == 200
    assert SUMMIT in there.reply(there.mention(SUMMIT_QUESTION)).visible
    assert site.tokens_used()[before:] == [second]

    assert site.install(HERE).status == 200
    here.event(LEFT, age=60)  # told once more, and older than the new installation
    site.process.wait_for_output("was installed again")
    assert SUMMIT in here.reply(here.mention(SUMMIT_QUESTION)).visible
    assert site.tokens_used()[-1] == token_number(3)


def test_the_way_back_counts_once_and_in_the_browser_that_began(site: Site) -> None:
    _, link, cookie = site.begin()
    state = parse_qs(urlsplit(link).query)["state"][0]
    code = site.stand_in.installs.allow(HERE)
    other_cookie = site.begin()[2]
    refused = [
        site.come_back(cookie="", state=state, code=code),
        site.come_back(cookie=other_cookie, state=state, code=code),
        site.come_back(cookie="slack-app-oauth-state=made-up", state="made-up", code=code),
        site.come_back(cookie=cookie, code=code),
    ]
    assert [ack.status for ack in refused] == [400, 400, 401, 400]
    assert site.stand_in.calls_of("oauth.v2.access") == ()
    assert site.come_back(cookie=cookie, state=state, code=code).status == 200
    assert site.come_back(cookie=cookie, state=state, code=code).status == 401
    assert len(site.stand_in.calls_of("oauth.v2.access")) == 1
    told = site.come_back(cookie="", error="<script>alert(1)</script>")
    assert "<script>" not in str(told.body)


def test_strangers_on_the_way_back_fill_no_log_and_are_not_quoted(site: Site) -> None:
    for number in range(40):
        site.come_back(cookie="", error=f"quokkafile_{number}")
        site.come_back(cookie="", state="quokkafile", code="quokkafile")
    lines = site.process.output.splitlines()
    assert len([line for line in lines if "not installed (another reason)" in line]) == 1
    assert len(lines) < 20
    assert "quokkafile" not in site.process.output


def test_the_pages_lead_to_slack_and_nowhere_else(site: Site) -> None:
    page, link, _ = site.begin("?team=T1%26redirect_uri=https://evil.example&success_url=//evil")
    assert urlsplit(link).netloc == "slack.com"
    asked = parse_qs(urlsplit(link).query)
    assert asked["client_id"] == [CLIENT_ID]
    assert asked["scope"] == [SCOPES]
    assert "evil" not in str(page.body)
    assert parse_qs(urlsplit(site.begin("?team=T0HERE00001")[1]).query)["team"] == [HERE]
    assert page.headers["x-frame-options"] == "DENY"
    for part in ("HttpOnly", "Secure", "SameSite=Lax"):
        assert part in page.headers["set-cookie"]
    assert site.slack.request("POST", INSTALL).status == 404


def test_an_organisation_installs_the_app_for_all_its_workspaces(site: Site) -> None:
    assert site.install(enterprise="E0ORG").status == 200
    slack = ElsewhereDelivery(site.slack, team=HERE, enterprise="E0ORG", is_org=True)
    assert SUMMIT in slack.reply(slack.mention(SUMMIT_QUESTION)).visible
    answer = slack.command("2019")
    assert SUMMIT in str(answer.ack.body)
    slack.event({"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}})
    slack.event({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["U0TIMEBOT0"]}})
    site.process.wait_for_output("forgot workspace E0ORG")
    assert site.rows("slack_bots") == 0


def test_a_slack_that_cannot_exchange_the_code_is_told_in_the_browser(site: Site) -> None:
    site.stand_in.fail_next("oauth.v2.access", error="internal_error")
    failed = site.install(HERE)
    assert failed.status == 401
    assert "Nothing was installed" in str(failed.body)
    assert site.install(HERE).status == 200


def test_a_workspace_is_forgotten_by_hand(site: Site) -> None:
    site.install(HERE)
    settings = environment(DATABASE_URL=f"sqlite:///{site.database}")
    told = subprocess.run(
        command_line("forget", HERE), env=settings, capture_output=True, text=True, check=True
    )
    assert "slack_bots: 1 row deleted" in told.stdout
    assert site.rows("slack_bots") == 0


def test_without_a_key_the_bot_does_not_start_and_says_how_to_make_one(tmp_path: Path) -> None:
    settings = environment(
        SLACK_CLIENT_ID=CLIENT_ID, SLACK_CLIENT_SECRET=CLIENT_SECRET,
        SLACK_SIGNING_SECRET=workspace.SIGNING_SECRET,
    )  # fmt: skip
    ended = subprocess.run(
        command_line("slack"), env=settings, cwd=tmp_path, capture_output=True, text=True
    )
    assert ended.returncode == 2
    assert "TIMELINE_ENCRYPTION_KEY is missing" in ended.stderr
    assert "timeline-bot make-key" in ended.stderr
