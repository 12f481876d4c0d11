"""The real process: pipes, terminals and encodings, which only a real one shows."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
from pathlib import Path

import pytest

from tests.example_files import (
    CHANNEL,
    bare_environment,
    command_line,
    entry,
    write_timeline,
)

ROOT = Path(__file__).parent.parent
PATIENCE = 180  # seconds; a busy machine may need many for one start


PROMPT = b"> "


def test_no_colour_codes_reach_a_pipe(store: Path) -> None:
    done = subprocess.run(
        command_line("show", "1909", "--data", store),
        cwd=ROOT, env=bare_environment(), capture_output=True, timeout=PATIENCE, check=True,
    )  # fmt: skip
    assert b"\x1b" not in done.stdout
    assert CHANNEL["title"] in done.stdout.decode()


def test_json_is_utf_8_on_every_terminal(store: Path) -> None:
    done = subprocess.run(
        command_line("show", "1909", "--json", "--data", store),
        cwd=ROOT, env=bare_environment(PYTHONIOENCODING="latin-1"), capture_output=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout)["entries"][0]["title"] == CHANNEL["title"]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_of_another_encoding_is_still_answered(store: Path, encoding: str) -> None:
    write_timeline(store, [entry("1909-x", "1909", "Луи Блерио перелетает Ла-Манш, 블레리오")])
    done = subprocess.run(
        command_line("show", "1909", "--data", store / "flight.yaml"),
        cwd=ROOT, env=bare_environment(PYTHONIOENCODING=encoding), capture_output=True,
        timeout=PATIENCE,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert b"id 1909-x" in done.stdout


def test_bytes_that_are_no_text_do_not_end_the_chat(store: Path) -> None:
    done = subprocess.run(
        command_line("chat", "--data", store), input=b"\xff\xfe \x80?\n1909\n", cwd=ROOT,
        env=bare_environment(PYTHONIOENCODING="utf-8:strict"), capture_output=True,
        timeout=PATIENCE,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert CHANNEL["title"] in done.stdout.decode()


def test_bytes_that_are_no_text_may_stand_in_an_argument(store: Path) -> None:
    words = [os.fsencode(word) for word in command_line("show", "--data", store)]
    done = subprocess.run(
        [*words, b"id", b"\xff\xfe"],
        cwd=ROOT, env=bare_environment(), capture_output=True, timeout=PATIENCE,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()


def test_a_reader_who_leaves_early_sees_no_traceback(store: Path) -> None:
    with subprocess.Popen(
        command_line("show", "1900..1999", "--data", store),
        cwd=ROOT, env=bare_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def chat_on_a_terminal(store: Path, said: bytes, **environment: str) -> tuple[int, str]:
    """Say this to the chat on a terminal of its own; return its exit status and the screen."""
    pty = pytest.importorskip("pty", reason="there are no such terminals on this platform")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command_line("chat", "--data", store), cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs,
        env=bare_environment(TERM="xterm", **environment),
    ) as process:  # fmt: skip
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # on Linux the end of a terminal is an error
            while select.select([ours], [], [], PATIENCE)[0] and (part := os.read(ours, 4096)):
                shown += part
                if said and PROMPT in shown:  # what is typed earlier, readline may not see
                    os.write(ours, said)
                    said = b""
        os.close(ours)
        return process.wait(PATIENCE), shown.decode()


def test_on_a_terminal_the_chat_says_hello_shows_colours_and_how_to_connect_slack(
    store: Path,
) -> None:
    status, screen = chat_on_a_terminal(store, b"1909\nquit\n")
    assert status == 0
    assert "A history of flight" in screen
    assert "Connect Slack" in screen
    assert "\x1b[1m25 July 1909" in screen


def test_on_a_terminal_control_d_ends_the_chat(store: Path) -> None:
    status, screen = chat_on_a_terminal(store, b"\x04")
    assert status == 0
    assert "Traceback" not in screen


def test_no_color_keeps_colours_off_a_terminal(store: Path) -> None:
    _, screen = chat_on_a_terminal(store, b"1909\nquit\n", NO_COLOR="1")
    assert "25 July 1909" in screen
    assert "\x1b[1m" not in screen
