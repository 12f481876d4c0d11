"""What strangers and clumsy clients may do to the HTTP address, and what it costs the bot."""

from __future__ import annotations

import json
import re
import resource
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from bot.slack.http_worker import MOST_CONNECTIONS
from bot.slack.web import LARGEST_BODY
from tests.slack.bot_process import HTTP, BotProcess, StartBot
from tests.slack.conversation import barrier
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION
from tests.slack.stand_in import HttpDelivery, payloads, workspace
from tests.slack.stand_in.http_delivery import FORM, sign

pytestmark = pytest.mark.parametrize("bot", [HTTP], indirect=True)


@pytest.fixture
def door(bot: BotProcess) -> HttpDelivery:
    assert isinstance(bot.slack, HttpDelivery)
    return bot.slack


def a_command(door: HttpDelivery) -> str:
    trigger = door.stand_in.tickets.new_trigger()
    return urlencode(
        payloads.slash_command(
            SUMMIT_QUESTION,
            command="/timeline",
            channel=workspace.CHANNEL,
            user=workspace.ASKER,
            response_url="https://hooks.example.org/nowhere",
            trigger=trigger,
        )
    )


def signed(body: str) -> dict[str, str]:
    timestamp = str(int(time.time()))
    signature = sign(body, secret=workspace.SIGNING_SECRET, timestamp=timestamp)
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature}


def connect(door: HttpDelivery) -> socket.socket:
    host, _, port = door._address.partition(":")
    return socket.create_connection((host, int(port)), timeout=10)


def raw(door: HttpDelivery, head: str, body: bytes = b"") -> bytes:
    """Send bytes as they are and return the first that come back."""
    with connect(door) as connection:
        connection.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)
        return connection.recv(1000)


def read_until(connection: socket.socket, text: bytes, *, count: int) -> bytes:
    """Read until a text has come so many times."""
    received = b""
    while received.count(text) < count:
        received += connection.recv(4000)
    return received


def test_the_same_signed_command_is_answered_once(door: HttpDelivery) -> None:
    body = a_command(door)
    headers = signed(body) | {"Content-Type": FORM}
    first = door.request("POST", "/slack/events", body=body, headers=headers)
    again = door.request("POST", "/slack/events", body=body, headers=headers)
    assert SUMMIT in json.dumps(first.body)
    assert (again.status, again.body) == (200, "")


def test_the_same_signed_mention_is_answered_once(door: HttpDelivery) -> None:
    ts, mark = door.stand_in.tickets.new_ts(), door.stand_in.mark
    text = f"<@{workspace.BOT_USER}> {SUMMIT_QUESTION}"
    event = payloads.mention(text, ts=ts, channel=workspace.CHANNEL)
    body = json.dumps(payloads.wrapped(event, event_id=door.stand_in.tickets.new_id("Ev"), at=1))
    headers = signed(body) | {"Content-Type": "application/json"}
    with ThreadPoolExecutor(4) as pool:
        answers = pool.map(
            lambda _: door.request("POST", "/slack/events", body=body, headers=headers), range(8)
        )
    assert {answer.status for answer in answers} == {200}
    barrier(door)
    assert len(door.stand_in.messages(workspace.CHANNEL, since=mark)) == 1


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (f"POST /slack/events HTTP/1.1\nHost: x\nContent-Length: {LARGEST_BODY + 1}", 413),
        ("POST /slack/events HTTP/1.1\nHost: x\nContent-Length: 9" + "9" * 30, 413),
        ("POST /slack/events HTTP/1.1\nHost: x\nContent-Length: 1\nContent-Length: 2", 400),
        ("POST /slack/events HTTP/1.1\nHost: x\nContent-Length: -1", 400),
        ("POST /slack/events HTTP/1.1\nHost: x\nTransfer-Encoding: chunked", 411),
        ("POST /slack/events HTTP/1.1\nHost: x\nX: " + "y" * 40_000, 431),
        ("GET /healthz HTTP/1.1\nHost: x\n" + "\n".join(f"X{n}: y" for n in range(99)), 431),
        ("this is no request at all", 400),
        ("\x16\x03\x01\x02 hello", 400),
        ("GET /healthz HTTP/9.9\nHost: x", 400),
    ],
)
def test_what_is_no_proper_request_is_refused_with_a_status(
    door: HttpDelivery, head: str, status: int
) -> None:
    assert re.match(rf"HTTP/1\.\d {status} ".encode(), raw(door, head)) or status == 431


def test_a_body_that_is_too_large_is_refused_though_it_is_sent_to_its_end(
    door: HttpDelivery,
) -> None:
    assert door.post("x" * (LARGEST_BODY + 1)).status == 413


@pytest.fixture
def crowd(door: HttpDelivery) -> Iterator[list[socket.socket]]:
    """Many clients that begin a request and never end it, in every place where one can stop."""
    beginnings = (
        b"",
        b"P",
        b"POST /slack/events HTTP/1.1\r\nHost: x\r\n",
        b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{",
    )
    with ExitStack() as stack:
        connections = [stack.enter_context(connect(door)) for _ in range(120)]
        for number, connection in enumerate(connections):
            connection.sendall(beginnings[number % len(beginnings)])
        yield connections


def test_slow_clients_hold_up_nobody(door: HttpDelivery, crowd: list[socket.socket]) -> None:
    for _ in range(3):
        command = door.command("2019")
        assert command.ack.is_fine
        assert command.ack.elapsed < 1.0
    assert SUMMIT in door.reply(door.mention(SUMMIT_QUESTION)).visible
    for connection in crowd:
        connection.sendall(b"O")  # they are still there, and still slow
    assert door.command("2019").ack.elapsed < 1.0


def idle_connections(door: HttpDelivery, count: int, stack: ExitStack) -> None:
    """Let strangers connect and say nothing."""
    for _ in range(count):
        stack.enter_context(connect(door))


def test_as_many_idle_clients_as_there_may_be_hold_up_nobody(door: HttpDelivery) -> None:
    with ExitStack() as stack:
        idle_connections(door, MOST_CONNECTIONS + 20, stack)
        for _ in range(3):
            command = door.command("2019")
            assert command.ack.is_fine
            assert command.ack.elapsed < 1.0


def test_idle_clients_leave_files_enough_where_few_may_be_open(
    start_bot: StartBot, bot: BotProcess
) -> None:
    own = start_bot(HTTP)
    assert own._process is not None
    main = own._process.pid
    children = Path(f"/proc/{main}/task/{main}/children")
    workers = children.read_text("ascii")
    resource.prlimit(int(workers), resource.RLIMIT_NOFILE, (64, 64))
    assert isinstance(own.slack, HttpDelivery)
    with ExitStack() as stack:
        idle_connections(own.slack, 100, stack)
        for _ in range(3):
            assert SUMMIT in own.slack.reply(own.slack.mention(SUMMIT_QUESTION)).visible
    assert children.read_text("ascii") == workers  # none had to be made anew
    assert own.stand_in.faults == ()


def test_a_client_that_does_not_hang_up_holds_up_nobody(door: HttpDelivery) -> None:
    with ExitStack() as stack:
        for _ in range(20):
            connection = stack.enter_context(connect(door))
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            assert connection.recv(1000).startswith(b"HTTP/1.1 200")
        assert door.command("2019").ack.elapsed < 1.0


def test_requests_in_one_go_on_one_connection_are_all_answered(door: HttpDelivery) -> None:
    asked = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    with connect(door) as connection:
        connection.sendall(asked * 3 + asked[:10])
        answered = read_until(connection, b'"status"', count=3)
        connection.sendall(asked[10:])
        answered += read_until(connection, b'"status"', count=1)
    assert answered.count(b"HTTP/1.1 200") == 4


def test_an_attack_fills_no_log_and_quotes_nobody(start_bot: StartBot, bot: BotProcess) -> None:
    del bot  # of the other tests
    own = start_bot()
    door: Any = own.slack
    for number in range(40):
        door.post(f'{{"quokkafile": {number}}}', signature="v0=0")
        door.post("quokkafile", unsigned=True)
        door.post("quokkafile", age=900)
        door.post("{quokkafile")
        raw(door, "quokkafile")
    own.terminate()
    lines = own.output.splitlines()
    assert len([line for line in lines if "refused" in line]) in {1, 2}
    assert len(lines) < 20
    assert "quokkafile" not in own.output
