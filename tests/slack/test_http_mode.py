"""The port that Slack calls is taken at once, and nobody can come between."""

from __future__ import annotations

import socket

import pytest

from bot.errors import SettingsError
from bot.slack.http_mode import take_port
from tests.slack.bot_process import free_port


def test_a_port_in_use_is_named_with_what_to_do() -> None:
    with socket.socket() as other:
        other.bind(("0.0.0.0", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SettingsError) as refused:
            take_port(port)
    assert str(refused.value) == (
        f"PORT: port {port} is in use by another program. "
        "End that program, or set PORT to a port that is free."
    )


def test_a_port_is_taken_for_good() -> None:
    port = free_port()
    with take_port(port), pytest.raises(SettingsError):
        take_port(port)
    take_port(port).close()


def test_the_connections_of_a_bot_that_has_just_ended_are_no_hindrance() -> None:
    port = free_port()
    with take_port(port) as listening, socket.create_connection(("127.0.0.1", port)):
        served, _ = listening.accept()
        served.close()  # the side that closes first is the one that waits
    take_port(port).close()
