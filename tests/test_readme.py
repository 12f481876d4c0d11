"""The README tells the truth: its commands run, its settings and verbs are those of the code."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from random import Random

import click
import pytest

from bot.answers.daily_verbs import (
    PAUSE,
    PREVIEW,
    RESUME,
    SUBSCRIBE,
    SUBSCRIPTIONS,
    UNSUBSCRIBE,
    read_daily,
    read_day,
    read_pause,
)
from bot.answers.help import help_lines
from bot.answers.responder import Responder
from bot.answers.wording.en import ENGLISH
from bot.cache_folder import CACHE_FOLDERS, read_cache_folder
from bot.cli.main import STANDS_IN, command_named, commands
from bot.errors import SettingsError
from bot.search.indexing.building import build_index
from bot.settings import STATE_FOLDERS, Settings, read_database_url
from bot.slack import curating, http_mode, memory, once, server, socket_mode
from bot.slack.daily.vocabulary import Vocabulary
from bot.slack.daily.wish import read_wish
from bot.slack.sealing import make_key
from bot.slack.using import read_use
from tests.example_files import SETTINGS, run
from tests.examples import make_event, make_timeline

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SET_UP = "python3 -m pip install uv && uv run timeline-bot"
SET_UP_TESTS = "python3 -m pip install uv && uv run pytest"


# Commands


FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(language: str) -> list[str]:
    """Return the blocks that are marked with this language."""
    return [text for marked, text in FENCED.findall(README) if marked == language]


def shell_lines() -> Iterator[str]:
    """Yield every line to be typed into a shell."""
    for block in blocks("sh"):
        yield from (line for line in block.splitlines() if line.strip())


def inline_code() -> Iterator[str]:
    """Yield every piece of code within the prose."""
    yield from (" ".join(code.split()) for code in re.findall(r"`([^`]+)`", FENCED.sub("", README)))


def bot_commands() -> Iterator[tuple[str, str]]:
    """Yield (what follows `timeline-bot`, what is piped into it) for each time it is named."""
    for line in [*shell_lines(), *inline_code()]:
        before, found, arguments = line.rpartition("timeline-bot")
        if found and re.fullmatch(r"|.*\b(?:uv run|Connect) |.*&& ?uv run ", before):
            said = re.fullmatch(r"echo '([^']*)' \| uv run ", before)
            yield arguments.strip(), said.group(1) if said else ""


COMMANDS = sorted(set(bot_commands()))
# These connect to Slack, which no test run does.
TO_SLACK = ("slack", "clock", "post-due", "doctor")
LOCAL_COMMANDS = [
    (line, said)
    for line, said in COMMANDS
    if line.partition(" ")[0] not in TO_SLACK or "--dry-run" in line
]


def test_the_readme_shows_every_command() -> None:
    shown = {line.split()[0] for line, _ in COMMANDS if line}
    assert set(STANDS_IN) - {"chat"} <= shown


@pytest.mark.parametrize("line", [line for line, _ in COMMANDS])
def test_a_command_and_its_options_exist(line: str) -> None:
    words = shlex.split(line)
    with commands.make_context("timeline-bot", words[:1]) as context:
        command = commands.get_command(context, words[0]) if words else commands
        assert command is not None, f"there is no command {words[0]}"
        command.make_context(line, words[1:], parent=context)


@pytest.mark.parametrize(("line", "said"), LOCAL_COMMANDS)
def test_a_command_runs(line: str, said: str, tmp_path: Path) -> None:
    result = run(
        *shlex.split(line),
        said=said,
        DATABASE_URL=f"sqlite:///{tmp_path / 'ledger.db'}",
        TIMELINE_ENCRYPTION_KEY=make_key(),
    )
    assert result.exit_code == 0, result.output


def test_the_chat_shown_is_answered() -> None:
    (block,) = blocks("")
    said = [line.removeprefix("> ") for line in block.splitlines()]
    result = run("chat", said="\n".join(said))
    assert result.exit_code == 0
    assert ENGLISH.nothing_found not in result.stdout


def test_every_option_of_the_questions_is_explained() -> None:
    rows = set(re.findall(r"^\| `(--[a-z]+)", README, re.MULTILINE))
    options = {
        option
        for name in ("ask", "show", "today")
        for parameter in command_named(name).params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
    named_in_prose = {code.split()[-1] for code in inline_code()} | {"--date"}
    assert options - {"--help"} <= rows | named_in_prose
    assert rows <= options


def test_the_two_commands_of_a_fresh_machine_stand_there_word_for_word() -> None:
    lines = list(shell_lines())
    assert SET_UP in lines
    assert SET_UP_TESTS in lines


def test_ci_begins_by_the_command_that_the_readme_gives() -> None:
    assert SET_UP_TESTS in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_ci_passes_by_every_command_that_judges_a_change() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    (block,) = (block for block in blocks("sh") if block.startswith("uv run ruff check"))
    for line in block.splitlines():
        assert line in script.splitlines()


# Settings


def documented_variables() -> set[str]:
    """Return the variables of the README's table."""
    first_cells = re.findall(r"^\| (`[A-Z][A-Z_`, ]+) \|", README, re.MULTILINE)
    return set(re.findall(r"[A-Z][A-Z_]+", " ".join(first_cells)))


def variables_in_code() -> set[str]:
    """Return every name in the bot's code that is the name of a variable of ours."""
    text = "\n".join(path.read_text("utf-8") for path in (ROOT / "bot").rglob("*.py"))
    named = re.findall(r"""["'](SLACK_[A-Z_]+|TIMELINE_[A-Z_]+)["']""", text)
    return set(named)


class AskedFor(dict[str, str]):
    """An empty environment that remembers what it was asked for."""

    def get(self, name: str, default: str = "") -> str:  # type: ignore[override]
        """Note the name and return the default."""
        self[name] = default
        return default


def test_every_variable_that_the_settings_read_is_explained_and_no_other() -> None:
    environment = AskedFor()
    with pytest.raises(SettingsError):
        Settings.from_env(environment)
    read_database_url(environment)
    read_cache_folder(environment)
    ours = set(environment) - {name for name, _ in (*STATE_FOLDERS, *CACHE_FOLDERS)}
    assert sorted(ours) == sorted(documented_variables())


def test_no_variable_is_named_in_the_code_that_is_not_explained() -> None:
    assert variables_in_code() - documented_variables() == set()


def test_the_sample_names_every_variable_and_no_other() -> None:
    sample = (ROOT / ".env.sample").read_text("utf-8")
    named = re.findall(r"^#? ?([A-Z][A-Z_]+)=", sample, re.MULTILINE)
    assert sorted(named) == sorted(documented_variables())


def test_the_tests_keep_every_variable_of_the_person_who_runs_them_away() -> None:
    assert documented_variables() <= set(SETTINGS)


# The slash command


WORDS = sorted({code.partition(" ")[2] for code in inline_code() if code.startswith("/timeline ")})
RESPONDER = Responder(build_index(make_timeline(make_event("EVENT-ID", "2022-05-26"))))
VOCABULARY = Vocabulary.of(make_timeline(make_event(tags=["treaty"], people=["Kim Jong Un"])))


def test_the_readme_names_the_verbs_that_the_help_names() -> None:
    help_text = " ".join(help_lines("/timeline", periods=["2022"], say=ENGLISH))
    verbs = {words.split()[0] for words in WORDS}
    for verb in ("today", "latest", "random", "id", "subscribe", "preview"):
        assert verb in verbs
        assert f"/timeline {verb}" in help_text


# Those that settle something, and answer nothing.
ANSWERED = [
    words
    for words in WORDS
    if read_use(words) is None and read_daily(words) is None and words != curating.VERB
]


@pytest.mark.parametrize("words", ANSWERED)
def test_what_stands_behind_the_slash_command_is_understood_as_such(words: str) -> None:
    answer = RESPONDER.command(words, today=date(2026, 3, 1), random=Random(1))
    expected = {
        "today": "today", "latest": "latest", "random": "id", "id EVENT-ID": "id", "help": "help"
    }  # fmt: skip
    assert answer.request.verb == expected.get(words, "period")


DAILY = [asked for asked in map(read_daily, WORDS) if asked is not None]


def test_what_the_readme_types_for_daily_posts_is_read_without_a_problem() -> None:
    day = date(2026, 3, 1)
    for asked in DAILY:
        if asked.verb == SUBSCRIBE and asked.rest:
            wish = read_wish(asked.rest, VOCABULARY, now=datetime(2026, 3, 1))
            assert (wish.problems, bool(wish.at and wish.zone)) == ((), True)
        if asked.verb == PAUSE:
            assert read_pause(asked.rest, today=day).until is not None
        if asked.verb == PREVIEW:
            assert read_day(asked.rest, today=day) is not None
    assert {asked.verb for asked in DAILY} == {
        SUBSCRIBE, SUBSCRIPTIONS, UNSUBSCRIBE, PAUSE, RESUME, PREVIEW,
    }  # fmt: skip


# Processes


def test_every_process_of_the_procfile_and_of_the_unit_is_a_command_that_exists() -> None:
    lines = [line.partition(": ")[2] for line in (ROOT / "Procfile").read_text().splitlines()]
    (unit,) = blocks("ini")
    lines += re.findall(r"^ExecStart=\S*/bin/(.*)$", unit, re.MULTILINE)
    assert len(lines) == 5
    for line in lines:
        program, name, *options = line.split()
        assert program == "timeline-bot"
        command = command_named(name)
        command.make_context(name, options)


def test_the_readme_explains_every_process_of_the_procfile() -> None:
    for line in (ROOT / "Procfile").read_text().splitlines():
        assert f"| `{line.partition(':')[0]}` |" in README


def test_every_variable_in_the_prose_and_the_blocks_is_one_that_is_explained() -> None:
    named = set(re.findall(r"\b(?:SLACK|TIMELINE|DATABASE|LOG|WEB)_[A-Z_]+\b", README))
    assert named <= documented_variables()


def test_the_unit_gives_the_bot_the_time_that_it_takes_to_end() -> None:
    (unit,) = blocks("ini")
    assert "TimeoutStopSec=30" in unit
    assert server.GRACE + socket_mode.CLOSING < 25
    assert http_mode.GRACE < 25


# What else can be wrong


def test_every_link_to_a_file_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_path_that_is_named_exists() -> None:
    paths = [code for code in inline_code() if re.fullmatch(r"(?:bot|tests|data)/[\w./-]*", code)]
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_number_of_entries_is_that_of_the_shipped_timeline() -> None:
    shipped = (ROOT / "data" / "russia-north-korea.yaml").read_text("utf-8")
    number = len(re.findall(r"^ *- id: ", shipped, re.MULTILINE))
    assert f"({number} entries)" in README


def test_the_example_of_an_answer_line_has_the_fields_that_are_written() -> None:
    (example,) = map(json.loads, blocks("json"))
    (said,) = {said for _, said in COMMANDS if said}
    written = json.loads(run("ask", "--jsonl", said=said).stdout)
    assert list(written) == list(example)
    # The weights are fitted anew now and then, and the scores move a little with them.
    assert written.pop("scores") == pytest.approx(example.pop("scores"), abs=0.2)
    assert written == example


def test_the_entry_to_copy_is_a_valid_one(tmp_path: Path) -> None:
    _, entry, _ = blocks("yaml")
    shipped = (ROOT / "data" / "russia-north-korea.yaml").read_text("utf-8")
    path = tmp_path / "copy.yaml"
    path.write_text(shipped.rstrip() + "\n" + entry, "utf-8")
    result = run("check", path)
    assert [line for line in result.stdout.splitlines() if "warning: " not in line] == []
    assert result.exit_code == 0


def test_the_whole_timeline_to_copy_passes_the_check_and_answers(tmp_path: Path) -> None:
    timeline, _, header = blocks("yaml")
    path = tmp_path / "copy.yaml"
    path.write_text(timeline.replace("\nevents:", f"{header}\nevents:"), "utf-8")
    assert run("check", path).stdout == ""
    assert "Tower Bridge is opened" in run("show", "1894", "--data", path).stdout
    asked = run("ask", "wann war eigentlich die Eröffnung der Brücke?", "--data", path)
    assert "Tower Bridge is opened" in asked.stdout


def test_a_bulk_store_needs_no_sources_as_the_readme_says(tmp_path: Path) -> None:
    path = tmp_path / "bulk.jsonl"
    path.write_text(
        '{"id": "a", "date": "1894-06-30", "title": "Tower Bridge is opened"}\n', "utf-8"
    )
    assert run("check", path).exit_code == 0
    assert "`sources` too" in README


def test_the_times_of_the_privacy_section_are_those_of_the_code() -> None:
    privacy = " ".join(README.partition("## Privacy")[2].partition("## ")[0].split())
    assert f"for {once.LIFETIME / 3600:.0f} hours, the ids" in privacy
    assert f"for {memory.LIFETIME / 3600:.0f} hours, the last" in privacy
    assert f"the last {memory.MOST_QUESTIONS} questions" in privacy
