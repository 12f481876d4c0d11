"""The web application has two addresses, and lets nothing harm it."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from bot.slack.app import build_app, one_workspace
from bot.slack.pages import json_page
from bot.slack.web import LARGEST_BODY, Web
from tests.slack.in_process import IDENTITY, make_desk, make_settings
from tests.slack.stand_in import StandIn, workspace


@pytest.fixture(scope="module")
def web() -> Web:
    stand_in = StandIn()  # never started: nothing here gets as far as a call
    settings = make_settings(
        stand_in,
        app_token="",
        signing_secret=workspace.SIGNING_SECRET,
        api_url="http://127.0.0.1:1/",
    )
    desk = make_desk(lambda: None)  # type: ignore[arg-type,return-value]
    app = build_app(settings, desk, authorize=one_workspace(settings, IDENTITY))
    return Web(
        app,
        signing_secret=workspace.SIGNING_SECRET,
        pages={"/healthz": lambda: json_page({"status": "ok"})},
    )


def request(
    web: Web, method: str, path: str, *, body: bytes = b"", **environ: Any
) -> tuple[str, bytes]:
    statuses: list[str] = []
    given = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        **environ,
    }
    content = web(given, lambda status, _headers: statuses.append(status))
    return statuses[0], b"".join(content)


def test_a_health_check_is_answered_in_json(web: Web) -> None:
    status, body = request(web, "GET", "/healthz")
    assert (status, json.loads(body)) == ("200 OK", {"status": "ok"})


@pytest.mark.parametrize("path", ["/", "", "/slack", "/slack/install", "/slack/events/", "/x"])
def test_no_other_address_exists(web: Web, path: str) -> None:
    assert request(web, "POST", path)[0] == "404 Not Found"


def test_the_address_of_slack_takes_only_posts(web: Web) -> None:
    assert request(web, "GET", "/slack/events")[0] == "405 Method Not Allowed"


def test_an_unsigned_request_is_refused(web: Web) -> None:
    assert request(web, "POST", "/slack/events", body=b"{}")[0].startswith("401")


@pytest.mark.parametrize("length", [str(LARGEST_BODY + 1), "-1", "many", "²"])
def test_too_large_a_body_is_refused_unread(web: Web, length: str) -> None:
    status, _ = request(web, "POST", "/slack/events", CONTENT_LENGTH=length)
    assert status.startswith("413")


@pytest.mark.parametrize("body", [b"{", b"[]", b"null", b"\xff\xfe", b"payload=%7B"])
def test_a_body_that_is_no_payload_is_refused_without_a_word_of_it_in_the_log(
    web: Web, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    assert request(web, "POST", "/slack/events", body=body)[0][:3] in {"400", "401"}
    assert body.decode("latin-1") not in caplog.text
