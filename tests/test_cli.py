"""The commands as typed at a shell: what they print and with which status they leave."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml

from bot.answers import phrases as say
from tests.example_files import (
    CHANNEL,
    CONCORDE,
    EVENTS,
    PARIS,
    RHEIMS,
    URL,
    bare_environment,
    command_line,
    entry,
    run,
    write_timeline,
)  # fmt: skip

ROOT = Path(__file__).parent.parent
CROSSING = "When did Louis Blériot fly across the English Channel?"
PATIENCE = 60  # seconds; a busy machine may need many for one start
OFF_TOPIC = "how much butter goes into shortcrust pastry"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A folder with one small event file."""
    folder = tmp_path / "data"
    folder.mkdir()
    write_timeline(folder)
    return folder


# Questions


def test_ask_shows_the_entry_as_curated_with_date_source_and_id(store: Path) -> None:
    result = run("ask", CROSSING, "--data", store)
    assert result.exit_code == 0
    text = " ".join(result.stdout.split())
    for shown in ("25 July 1909", CHANNEL["title"], CHANNEL["summary"], "An archive"):
        assert shown in text
    assert f"{URL}1909-channel" in text
    assert "id 1909-channel" in text


def test_ask_takes_the_question_without_quotes(store: Path) -> None:
    result = run("ask", "--data", store, *CROSSING.split())
    assert "id 1909-channel" in result.stdout


def test_ask_says_that_it_does_not_know_and_leaves_with_0(store: Path) -> None:
    result = run("ask", OFF_TOPIC, "--data", store)
    assert result.exit_code == 0
    assert say.NOTHING_FOUND in result.stdout


def test_ask_without_a_question_is_told_what_to_give() -> None:
    result = run("ask")
    assert result.exit_code == 2
    assert "question" in result.stderr


def test_ask_reckons_relative_times_from_the_day_given(store: Path) -> None:
    result = run("ask", "what happened last year", "--today", "1910-02-01", "--data", store)
    assert "1909-channel" in result.stdout
    assert "1927-paris" not in result.stdout


def test_ask_as_json_gives_the_whole_answer(store: Path) -> None:
    result = run("ask", CROSSING, "--json", "--data", store)
    answer = json.loads(result.stdout)
    assert answer["answered"] is True
    assert answer["kind"] == "events"
    first = answer["entries"][0]
    assert (first["id"], first["date"], first["title"]) == (
        "1909-channel", "1909-07-25", "Louis Blériot flies across the English Channel",
    )  # fmt: skip
    assert first["sources"][0]["url"] == f"{URL}1909-channel"
    assert 0 <= first["score"] <= 1


def test_ask_as_json_says_when_it_abstains(store: Path) -> None:
    answer = json.loads(run("ask", OFF_TOPIC, "--json", "--data", store).stdout)
    assert answer["answered"] is False
    assert answer["kind"] == "abstain"


# Periods, days, single entries


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("1909", ["1909-channel", "1909-rheims"]),
        ("July 1909", ["1909-channel"]),
        ("1909-07-25", ["1909-channel"]),
        ("1903..1909", ["1903-kitty-hawk", "1909-channel", "1909-rheims"]),
        ("1920s", ["1927-paris"]),
        ("21 May 1927", ["1927-paris"]),
        ("1910", []),
    ],
)
def test_show_lists_a_period_in_order_of_time(store: Path, asked: str, found: list[str]) -> None:
    result = run("show", "--json", "--data", store, *asked.split())
    answer = json.loads(result.stdout)
    assert result.exit_code == 0
    assert answer["kind"] == "period"
    assert [shown["id"] for shown in answer["entries"]] == found
    assert answer["total"] == len(found)


def test_show_gives_one_entry_by_its_id(store: Path) -> None:
    result = run("show", "id", "1927-paris", "--data", store)
    assert "20–21 May 1927" in result.stdout
    assert PARIS["title"] in result.stdout


def test_show_says_that_there_is_no_such_id(store: Path) -> None:
    result = run("show", "id", "1927-london", "--data", store)
    assert result.exit_code == 0
    assert "1927-london" in result.stdout


def test_show_random_gives_some_entry(store: Path) -> None:
    answer = json.loads(run("show", "random", "--json", "--data", store).stdout)
    (shown,) = answer["entries"]
    assert shown["id"] in {event["id"] for event in EVENTS}


def test_show_without_a_period_is_a_wrong_use() -> None:
    assert run("show").exit_code == 2


def test_today_shows_that_day_of_any_year_and_how_long_ago(store: Path) -> None:
    result = run("today", "--date", "1999-07-25", "--data", store)
    assert CHANNEL["title"] in result.stdout
    assert "90 years ago" in result.stdout


def test_today_never_shows_months_or_ranges(store: Path) -> None:
    for day in ("1999-08-01", "1999-05-20"):
        result = run("today", "--date", day, "--json", "--data", store)
        assert json.loads(result.stdout)["entries"] == []


def test_today_prefers_the_date_asked_for_to_the_day_taken_as_today(store: Path) -> None:
    fixed = run("today", "--today", "1999-12-17", "--data", store)
    asked = run("today", "--today", "1999-12-17", "--date", "1999-07-25", "--data", store)
    assert "id 1903-kitty-hawk" in fixed.stdout
    assert "id 1909-channel" in asked.stdout


@pytest.mark.parametrize("text", ["yesterday", "2026-02-30", "25.4.2019", ""])
@pytest.mark.parametrize(
    "command", [("ask", "x", "--today"), ("today", "--date"), ("show", "1909", "--today")]
)
def test_a_day_that_is_none_is_refused_with_an_example(command: tuple[str, ...], text: str) -> None:
    result = run(*command, text)
    assert result.exit_code == 2
    assert "2019-04-25" in result.stderr


# Which store


def test_data_given_twice_answers_from_both_and_names_the_timeline(tmp_path: Path) -> None:
    air = write_timeline(tmp_path, [CHANNEL, RHEIMS])
    sea = write_timeline(
        tmp_path, [entry("1912-titanic", "1912-04-15", "The Titanic sinks")],
        name="sea.yaml", title="A history of shipping",
    )  # fmt: skip
    result = run("show", "1900..1919", "--data", air, "--data", sea)
    assert CHANNEL["title"] in result.stdout
    assert "The Titanic sinks" in result.stdout
    assert "A history of shipping" in result.stdout


def test_timeline_data_names_files_and_folders_parted_as_in_path(tmp_path: Path) -> None:
    air = write_timeline(tmp_path, [CHANNEL])
    folder = tmp_path / "more"
    folder.mkdir()
    write_timeline(folder, [CONCORDE], name="late.yaml")
    both = os.pathsep.join([str(air), str(folder)])
    result = run("show", "1900..1999", "--json", TIMELINE_DATA=both)
    found = [shown["id"] for shown in json.loads(result.stdout)["entries"]]
    assert found == ["1909-channel", "1976-concorde"]


def test_data_goes_before_timeline_data(store: Path, tmp_path: Path) -> None:
    result = run("show", "1909", "--data", store, TIMELINE_DATA=str(tmp_path / "nowhere"))
    assert result.exit_code == 0
    assert CHANNEL["title"] in result.stdout


@pytest.mark.parametrize("command", [("ask", "x"), ("show", "1909"), ("today",), ("chat",)])
def test_a_store_that_is_not_there_is_named_with_status_2(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    result = run(*command, "--data", tmp_path / "nowhere.yaml")
    assert result.exit_code == 2
    assert "nowhere.yaml" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("command", [("ask", "x"), ("show", "1909"), ("today",), ("chat",)])
def test_a_broken_store_is_reported_with_status_1(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = write_timeline(tmp_path, [CHANNEL, CHANNEL | {"date": "25 July 1909"}])
    result = run(*command, "--data", path)
    assert result.exit_code == 1
    assert "flight.yaml:" in result.stderr
    assert result.stdout == ""


# Checking files


def test_check_leaves_with_0_where_there_is_no_problem(store: Path) -> None:
    result = run("check", store)
    assert result.exit_code == 0
    assert result.stdout == ""


def test_check_reads_the_store_of_the_settings_where_none_is_named(store: Path) -> None:
    assert run("check", TIMELINE_DATA=str(store)).exit_code == 0
    assert run("check", TIMELINE_DATA=str(store / "nowhere.yaml")).exit_code == 2


def test_check_passes_warnings_with_0(tmp_path: Path) -> None:
    twin = CHANNEL | {"id": "1909-channel-again"}
    path = write_timeline(tmp_path, [CHANNEL, twin])
    result = run("check", path)
    assert result.exit_code == 0
    assert "warning: " in result.stdout


BROKEN = """\
timeline:
  id: broken
  title: A broken file
  languages: [en]
  licence: CC0-1.0
  tags: {}
  names: {}
events:
  - id: first
    date: "2019-02-30"
    titel: The wrong field
    sources:
      - title: A page
        url: https://example.org/
"""


def test_check_reports_every_problem_of_every_file_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text(BROKEN, "utf-8")
    (tmp_path / "other.yaml").write_text(BROKEN.replace("broken", "other"), "utf-8")
    result = run("check", "--data", tmp_path)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    for file in ("broken.yaml", "other.yaml"):
        own = [line for line in lines if f"{file}:" in line]
        (date,) = (line for line in own if f"{file}:10:11: " in line)
        assert "2019-02" in date
        (field,) = (line for line in own if f"{file}:11:5: " in line)
        assert "titel" in field
        assert "title" in field.replace("titel", "")


@pytest.mark.parametrize("said", ["nowhere.yaml", "nowhere/"])
def test_check_leaves_with_2_where_it_cannot_read(tmp_path: Path, said: str) -> None:
    result = run("check", tmp_path / said)
    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_schema_describes_the_files_that_load(store: Path) -> None:
    result = run("schema")
    assert result.exit_code == 0
    content = yaml.safe_load((store / "flight.yaml").read_text("utf-8"))
    jsonschema.validate(content, json.loads(result.stdout))
    del content["events"][0]["title"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, json.loads(result.stdout))


# The program as a whole


def test_an_unknown_command_is_refused() -> None:
    result = run("aks", "x")
    assert result.exit_code == 2
    assert "aks" in result.stderr


def test_help_names_every_command() -> None:
    result = run("--help")
    assert result.exit_code == 0
    for command in ("ask", "chat", "check", "manifest", "schema", "show", "slack", "today"):
        assert command in result.stdout


def test_version_is_the_version_of_the_project() -> None:
    assert "0.1.0" in run("--version").stdout


def test_without_a_command_and_without_tokens_it_chats(store: Path) -> None:
    result = run(said="1909\nquit\n", TIMELINE_DATA=str(store))
    assert result.exit_code == 0
    assert CHANNEL["title"] in result.stdout


def test_without_a_command_but_with_tokens_it_is_the_slack_bot(store: Path) -> None:
    result = run(said="1909\n", TIMELINE_DATA=str(store), SLACK_BOT_TOKEN="nonsense")
    assert result.exit_code == 2
    assert "SLACK_BOT_TOKEN" in result.stderr
    assert CHANNEL["title"] not in result.stdout


@pytest.mark.parametrize("zone", ["Mars/Olympus", "Europe", "../zone", "/"])
def test_a_time_zone_that_is_none_is_named_with_status_2(store: Path, zone: str) -> None:
    result = run("today", "--data", store, TIMELINE_TIMEZONE=zone)
    assert result.exit_code == 2
    assert "TIMELINE_TIMEZONE" in result.stderr


# The real process, for what only a real one shows


def test_no_colour_codes_reach_a_pipe(store: Path) -> None:
    done = subprocess.run(
        command_line("show", "1909", "--data", store),
        cwd=ROOT, env=bare_environment(), capture_output=True, timeout=60, check=True,
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
        cwd=ROOT, env=bare_environment(PYTHONIOENCODING=encoding), capture_output=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert b"id 1909-x" in done.stdout


def test_bytes_that_are_no_text_do_not_end_the_chat(store: Path) -> None:
    done = subprocess.run(
        command_line("chat", "--data", store), input=b"\xff\xfe \x80?\n1909\n", cwd=ROOT,
        env=bare_environment(PYTHONIOENCODING="utf-8:strict"), capture_output=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert CHANNEL["title"] in done.stdout.decode()


def test_bytes_that_are_no_text_may_stand_in_an_argument(store: Path) -> None:
    words = [os.fsencode(word) for word in command_line("show", "--data", store)]
    done = subprocess.run(
        [*words, b"id", b"\xff\xfe"],
        cwd=ROOT, env=bare_environment(), capture_output=True, timeout=60,
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
        os.write(ours, said)
        shown = b""
        with contextlib.suppress(OSError):  # on Linux the end of a terminal is an error
            while select.select([ours], [], [], PATIENCE)[0] and (part := os.read(ours, 4096)):
                shown += part
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
