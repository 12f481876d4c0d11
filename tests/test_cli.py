"""The commands as typed at a shell: what they print and with which status they leave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.answers.wording.en import ENGLISH
from bot.errors import SettingsError
from bot.settings import Settings
from tests.example_files import (
    CHANNEL,
    EVENTS,
    PARIS,
    URL,
    run,
)

CROSSING = "When did Louis Blériot fly across the English Channel?"
OFF_TOPIC = "how much butter goes into shortcrust pastry"


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
    assert ENGLISH.nothing_found in result.stdout


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


def test_today_shows_no_months_and_a_short_stay_on_its_first_day_only(store: Path) -> None:
    shown = {
        day: json.loads(run("today", "--date", day, "--json", "--data", store).stdout)["entries"]
        for day in ("1999-08-01", "1999-05-20", "1999-05-21")
    }
    assert [len(entries) for entries in shown.values()] == [0, 1, 0]
    assert shown["1999-05-20"][0]["label"] == "20–21 May 1927"


def test_today_prefers_the_date_asked_for_to_the_day_taken_as_today(store: Path) -> None:
    fixed = run("today", "--today", "1999-12-17", "--data", store)
    asked = run("today", "--today", "1999-12-17", "--date", "1999-07-25", "--data", store)
    assert "id 1903-kitty-hawk" in fixed.stdout
    assert "id 1909-channel" in asked.stdout


@pytest.mark.parametrize("text", ["yesterday", "2026-02-30", "25 April", "April 2019", ""])
@pytest.mark.parametrize(
    "command", [("ask", "x", "--today"), ("today", "--date"), ("show", "1909", "--today")]
)
def test_a_day_that_is_none_is_refused_with_an_example(command: tuple[str, ...], text: str) -> None:
    result = run(*command, text)
    assert result.exit_code == 2
    assert "2019-04-25" in result.stderr


@pytest.mark.parametrize("said", ["1999-07-25", "25 July 1999", "July 25, 1999"])
def test_a_day_may_be_given_in_figures_or_in_words(store: Path, said: str) -> None:
    assert "id 1909-channel" in run("today", "--date", said, "--data", store).stdout


# Pages


def shown_ids(*arguments: object) -> list[str]:
    """Return the ids of the entries that the command prints as JSON."""
    answer = json.loads(run(*arguments, "--json").stdout)
    return [shown["id"] for shown in answer["entries"]]


EVERY_ID = [str(event["id"]) for event in EVENTS]


@pytest.mark.parametrize("command", ["show", "ask"])
def test_limit_and_offset_choose_a_page(store: Path, command: str) -> None:
    asked = (command, "1900..1999", "--data", store)
    assert shown_ids(*asked, "--limit", "2") == EVERY_ID[:2]
    assert shown_ids(*asked, "--limit", "2", "--offset", "2") == EVERY_ID[2:4]
    assert shown_ids(*asked, "--all") == EVERY_ID
    assert shown_ids(*asked, "--offset", "99") == []


def test_what_is_left_is_shown_by_an_option_not_by_more(store: Path) -> None:
    shown = run("show", "1900..1999", "--limit", "2", "--data", store).stdout
    assert "1–2 of 5 (--all shows every one)" in shown
    assert "“more”" not in shown
    assert "of 5" not in run("show", "1900..1999", "--all", "--data", store).stdout


def test_a_page_beyond_the_last_says_how_many_there_are(store: Path) -> None:
    result = run("show", "1909", "--offset", "9", "--data", store)
    assert "There are only 2 entries." in result.stdout


@pytest.mark.parametrize("option", [("--limit", "0"), ("--offset", "-1"), ("--limit", "x")])
def test_a_page_that_cannot_be_is_refused(option: tuple[str, str]) -> None:
    assert run("show", "1909", *option).exit_code == 2


def test_the_width_of_the_terminal_is_kept(store: Path) -> None:
    shown = run("show", "id", "1909-channel", "--data", store, COLUMNS="30").stdout
    assert max(len(line) for line in shown.splitlines() if " " in line.strip()) <= 30


# The manifest


def manifest_command(*arguments: str, **environment: str) -> str:
    """Return the slash command that the manifest names."""
    made = json.loads(run("manifest", *arguments, **environment).stdout)
    return str(made["features"]["slash_commands"][0]["command"])


def test_the_manifest_takes_its_command_from_the_option_then_from_the_setting() -> None:
    assert manifest_command() == "/timeline"
    assert manifest_command(TIMELINE_COMMAND="/history") == "/history"
    assert manifest_command("--command", "/past", TIMELINE_COMMAND="/history") == "/past"


COMMAND_NAMES = ["/a", "/time_line-2", "timeline", "/Time", "/two words", "/" + "x" * 32, "/", "/é"]


@pytest.mark.parametrize("name", COMMAND_NAMES)
def test_the_manifest_takes_the_commands_that_the_settings_take(name: str) -> None:
    tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
    try:
        Settings.from_env({**tokens, "TIMELINE_COMMAND": name})
        expected = 0
    except SettingsError:
        expected = 2
    result = run("manifest", "--command", name)
    assert result.exit_code == expected
    assert expected == 0 or "is not a slash command" in result.stderr


@pytest.mark.parametrize(
    "url",
    ["http://bot.example.org", "bot.example.org", "https://", "https://a b", "https://x?y=1", "",
     "https://x:0", "https://user@x", "https://[", "ftp://x"],
)  # fmt: skip
def test_an_address_that_slack_cannot_call_is_refused(url: str) -> None:
    result = run("manifest", "--url", url)
    assert result.exit_code == 2
    assert "https://bot.example.org" in result.stderr


def test_an_address_that_slack_can_call_stands_in_the_manifest() -> None:
    made = run("manifest", "--url", "https://bot.example.org:8443/base/").stdout
    assert "https://bot.example.org:8443/base/slack/events" in made


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


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("что было в 1909 году?", "25 июля 1909 г."),
        ("1909년에 무슨 일이 있었나요?", "1909년 7월 25일"),
    ],
)
def test_json_is_worded_in_the_language_of_the_question(
    store: Path, question: str, label: str
) -> None:
    answer = json.loads(run("ask", question, "--json", "--data", store).stdout)
    english = json.loads(run("ask", "what was in 1909?", "--json", "--data", store).stdout)
    assert (answer["entries"][0]["label"], answer["entries"][0]["date"]) == (label, "1909-07-25")
    assert answer["heading"] != english["heading"]
    assert list(answer) == list(english)
    assert list(answer["entries"][0]) == list(english["entries"][0])
