"""The log tells kinds, places and ids, and neither tokens nor what people wrote."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot.slack.logs import configure_logging, safe_id

TOKENS = (
    "xoxb-1111111111-2222222222-aBcDeF",
    "xapp-1-A0TIMELINE-3333333333-aBcDeF",
    "xoxe.xoxb-1-Mi0yLTEx",
    "xoxp-1-2-zZyYxX",
)
SECRET = "8f742231b10e8888abcd"


@pytest.fixture
def restored() -> Iterator[None]:
    root = logging.getLogger()
    names = ("slack_bolt", "slack_sdk", "slack_sdk.socket_mode", "gunicorn")
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in names}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.fixture
def stream(restored: None) -> io.StringIO:
    return io.StringIO()


def fail(text: str) -> None:
    raise ValueError(text)


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
@pytest.mark.parametrize("secret", [*TOKENS, SECRET])
def test_no_secret_gets_into_the_log_however_it_comes(
    stream: io.StringIO, level: str, secret: str
) -> None:
    configure_logging(level, secrets=[SECRET, ""], stream=stream)
    log = logging.getLogger("slack_sdk.web")
    log.error("sent %s with 'Bearer %s'", {"token": secret}, secret)
    try:
        fail(f"refused {secret}")
    except ValueError:
        log.exception("at %s", secret)
    assert secret.rsplit("-", 1)[-1] not in stream.getvalue()
    assert "[hidden]" in stream.getvalue()


def test_tickets_and_response_addresses_are_hidden(stream: io.StringIO) -> None:
    configure_logging("INFO", secrets=[], stream=stream)
    logging.getLogger("a").info("wss://wss.slack.com/link/?ticket=abc-def&app_id=1")
    logging.getLogger("a").info("https://hooks.slack.com/commands/T1/2/abc failed")
    assert "abc" not in stream.getvalue()
    assert "app_id=1" in stream.getvalue()


def test_an_exception_is_told_by_kind_and_place_but_not_in_its_own_words(
    stream: io.StringIO,
) -> None:
    configure_logging("INFO", secrets=[], stream=stream)
    try:
        fail("the question was: hush")
    except ValueError:
        logging.getLogger("a").exception("it failed")
    assert "hush" not in stream.getvalue()
    assert "Traceback" not in stream.getvalue()
    assert "ValueError < tests/slack/test_logs.py:" in stream.getvalue()
    assert "in fail" in stream.getvalue()


def test_at_debug_an_exception_speaks_for_itself(stream: io.StringIO) -> None:
    configure_logging("DEBUG", secrets=[], stream=stream)
    try:
        fail("unexpected end")
    except ValueError:
        logging.getLogger("a").exception("it failed")
    assert "ValueError: unexpected end" in stream.getvalue()


@pytest.mark.parametrize("level", ["INFO", "WARNING", "ERROR"])
def test_payloads_that_libraries_would_log_stay_out(stream: io.StringIO, level: str) -> None:
    configure_logging(level, secrets=[], stream=stream)
    logging.getLogger("slack_bolt.RequestVerification").info("body: hush")
    logging.getLogger("slack_bolt.App").warning("Unhandled request: hush")
    logging.getLogger("slack_sdk.web.base_client").info("hush")
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("C0GENERAL1", "C0GENERAL1"),
        ("1700000000.000100", "1700000000.000100"),
        ("a\nERROR forged line", "a?ERROR?forged?line"),
        ("x" * 99, "x" * 40),
        ("", "-"),
        (None, "-"),
        (7, "-"),
    ],
)
def test_an_id_in_the_log_cannot_forge_a_line(value: object, shown: str) -> None:
    assert safe_id(value) == shown
