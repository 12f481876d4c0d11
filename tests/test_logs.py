"""The log tells kinds, places and ids, and neither tokens nor what people wrote."""

from __future__ import annotations

import io
import json
import logging
import re
import sys
import threading
from collections.abc import Iterator

import pytest

from bot.logs import configure_logging, safe_id
from bot.settings import LOG_LEVELS

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
    names = (
        "slack_bolt",
        "slack_sdk",
        "slack_sdk.socket_mode",
        "slack_sdk.web.base_client",
        "gunicorn",
    )
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in names}
    hooks = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = hooks
    logging.raiseExceptions = True
    logging.captureWarnings(False)
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
    log = logging.getLogger("bot.a")
    log.info("wss://wss.slack.com/link/?ticket=abc-def&app_id=1")
    log.info("https://hooks.slack.com/commands/T1/2/abc failed")
    log.info("postgresql://someone:abc%%20d@db.example.org:5432/timeline is away")
    assert "abc" not in stream.getvalue()
    assert "someone:[hidden]@db.example.org" in stream.getvalue()
    assert "app_id=1" in stream.getvalue()


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
def test_an_exception_is_told_by_kind_and_place_but_not_in_its_own_words(
    stream: io.StringIO, level: str
) -> None:
    configure_logging(level, secrets=[], stream=stream, style="text")
    try:
        fail("the question was: hush")
    except ValueError:
        logging.getLogger("a").exception("it failed")
    assert "hush" not in stream.getvalue()
    assert "Traceback" not in stream.getvalue()
    assert "/tests/test_logs.py:" in stream.getvalue()
    assert "in fail" in stream.getvalue()


@pytest.mark.parametrize("level", LOG_LEVELS)
def test_payloads_that_libraries_would_log_stay_out(stream: io.StringIO, level: str) -> None:
    configure_logging(level, secrets=[], stream=stream)
    logging.getLogger("slack_bolt.RequestVerification").info("body: hush")
    logging.getLogger("slack_bolt.App").warning("Unhandled request: hush")
    logging.getLogger("slack_sdk.web.base_client").info("hush")
    logging.getLogger("slack_sdk.web.base_client").error("a response in a non-JSON format: hush")
    logging.getLogger("sqlalchemy.engine.Engine").info("[parameters] hush")
    logging.getLogger("a.package.nobody.thought.of").info("hush")
    assert stream.getvalue() == ""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("style", "kind", "is_json"),
    [
        ("auto", Terminal, False),
        ("auto", io.StringIO, True),
        ("json", Terminal, True),
        ("text", io.StringIO, False),
    ],
)
def test_lines_are_text_on_a_terminal_and_json_elsewhere_unless_told_otherwise(
    restored: None, style: str, kind: type[io.StringIO], is_json: bool
) -> None:
    stream = kind()
    configure_logging("INFO", secrets=[], stream=stream, style=style)
    logging.getLogger("bot.a").info("it is %s", "here")
    assert stream.getvalue().startswith("{") == is_json


def test_a_json_line_holds_the_fields_of_a_request_and_no_second_line(
    stream: io.StringIO,
) -> None:
    configure_logging("INFO", secrets=[SECRET], stream=stream, style="json")
    fields = {"id": "3fa2", "kind": "mention", "ms": 1.5, "outcome": f"lost {SECRET}", "level": "x"}
    logging.getLogger("bot.a").warning("one\ntwo %s", "“three”", extra={"fields": fields})
    (line,) = stream.getvalue().splitlines()
    told = json.loads(line)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", told.pop("time"))
    assert told == {
        "level": "WARNING",
        "logger": "bot.a",
        "message": "one two “three”",
        "id": "3fa2",
        "kind": "mention",
        "ms": 1.5,
        "outcome": "lost [hidden]",
    }


def test_what_ends_the_program_or_a_thread_is_told_without_its_own_words(
    stream: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logging("INFO", secrets=[], stream=stream)
    try:
        fail("hush")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
        threading.excepthook(
            threading.ExceptHookArgs((type(error), error, error.__traceback__, None))
        )
    assert stream.getvalue().count("ValueError <") == 2
    assert "hush" not in stream.getvalue() + capsys.readouterr().err


def test_a_record_that_does_not_fit_its_own_form_is_not_printed_elsewhere(
    stream: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logging("INFO", secrets=[], stream=stream)
    logging.getLogger("bot.a").info("%d of them", "hush")
    assert "hush" not in stream.getvalue() + capsys.readouterr().err


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
