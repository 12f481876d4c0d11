"""The running bot tells whoever runs it how it is, and what it has done."""

from __future__ import annotations

import http.client
import json
import re

import pytest

from tests.slack.bot_process import HTTP, MODES, SOCKET, BotProcess, StartBot, free_port, until
from tests.slack.conversation import barrier
from tests.slack.example_data import SUMMIT_QUESTION


def look(port: int | str, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize("mode", MODES)
def test_it_is_alive_and_ready_and_its_metrics_count_what_happened(
    start_bot: StartBot, mode: str
) -> None:
    port, metrics = str(free_port()), str(free_port())
    settings = {"PORT": port} if mode == SOCKET else {}
    bot = start_bot(mode, TIMELINE_METRICS_PORT=metrics, **settings)
    if mode == HTTP:
        port = bot.slack._address.rpartition(":")[2]  # type: ignore[attr-defined]
    until(lambda: look(port, "/readyz")[0] == 200, 10, "it is ready")
    assert look(port, "/healthz") == (200, '{"status": "ok"}')
    told = json.loads(look(port, "/readyz")[1])
    assert told["status"] == "ready"
    parts = {"timeline", "database"} | ({"socket"} if mode == SOCKET else set())
    assert parts <= set(told["checks"])
    assert all(check["ok"] for check in told["checks"].values())
    assert look(port, "/metrics")[0] == 404
    barrier(bot.slack)
    bot.slack.command("2019")
    until(lambda: 'kind="command"' in look(metrics, "/metrics")[1], 10, "the command is counted")
    page = look(metrics, "/metrics")[1]
    assert re.search(
        r'^timeline_requests_total\{kind="mention",outcome="events"\} 2.0$', page, re.M
    )
    assert re.search(r'^timeline_request_seconds_count\{kind="command"\} 1.0$', page, re.M)
    assert re.search(r"^timeline_entries \d\d\.0$", page, re.M)
    assert "# TYPE timeline_deliver" in page


def test_without_a_port_for_metrics_there_are_none(own_bot: BotProcess) -> None:
    assert own_bot.mode == HTTP
    port = own_bot.slack._address.rpartition(":")[2]  # type: ignore[attr-defined]
    assert look(port, "/metrics")[0] == 404


def test_a_refused_connection_makes_it_unready_until_it_is_back(start_bot: StartBot) -> None:
    port = str(free_port())
    bot = start_bot(SOCKET, PORT=port)
    until(lambda: look(port, "/readyz")[0] == 200, 10, "it is ready")
    bot.stand_in.sockets.refuse(True)
    bot.stand_in.sockets.cut()
    until(lambda: look(port, "/readyz")[0] == 503, 20, "it notices")
    assert look(port, "/healthz")[0] == 200
    assert not json.loads(look(port, "/readyz")[1])["checks"]["socket"]["ok"]
    bot.stand_in.sockets.refuse(False)
    until(lambda: look(port, "/readyz")[0] == 200, 30, "it is back")
    bot.slack.reply(bot.slack.mention(SUMMIT_QUESTION))
