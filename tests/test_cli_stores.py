"""Which event files the commands read, and how they report what is wrong with them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.example_files import (
    CHANNEL,
    CONCORDE,
    RHEIMS,
    entry,
    run,
    write_timeline,
)


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


def test_check_looks_for_everyday_words_among_the_aliases(tmp_path: Path) -> None:
    path = write_timeline(tmp_path, [CHANNEL | {"people": ["Theresa May"]}])  # with her surname
    result = run("check", path)
    assert result.exit_code == 0
    assert "Theresa May[0]: " in result.stdout


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
