"""The JSON Schema of event files: in step with the code, and right about examples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft7Validator

from bot.errors import TimelineError
from bot.timeline import schema as schema_module
from bot.timeline.loader import load_timeline
from bot.timeline.schema import json_schema, write_schema
from tests.timeline.event_files import EVENT, HEADER, event_where, event_with, event_without
from tests.timeline.test_dates import single_dates

COMMITTED = Path(schema_module.__file__).with_name("timeline.schema.json")
VALIDATOR = Draft7Validator(json_schema())


def faults(content: str) -> list[str]:
    """The paths at which the schema refuses a file, read as an editor reads it."""
    return [error.json_path for error in VALIDATOR.iter_errors(yaml.safe_load(content))]


def descriptions(schema: dict[str, Any], path: str = "") -> list[tuple[str, str]]:
    """Every field of the schema with its description."""
    found = []
    for name, inner in schema.get("properties", {}).items():
        found.append((f"{path}.{name}", inner.get("description", "")))
        found += descriptions(inner.get("items", inner), f"{path}.{name}")
    return found


def test_the_committed_schema_is_in_step_with_the_code() -> None:
    assert COMMITTED.read_text("utf-8") == write_schema()


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(json_schema())
    assert json.loads(write_schema()) == json_schema()


def test_every_field_has_a_description() -> None:
    named = descriptions(json_schema())
    assert len(named) > 25
    assert [name for name, about in named if not about.endswith(".")] == []


def test_a_good_file_is_accepted() -> None:
    names = "names: {people: {Kim Jong Un: [Kim], Ri Yong Ho: }}\n  title"
    assert faults(HEADER.replace("title", names) + EVENT) == []


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (event_without("date"), "$.events[0]"),
        (event_where("url:", "link:"), "$.events[0].sources[0]"),
        (event_where("https:", "ftp:"), "$.events[0].sources[0].url"),
        (event_where("2019-04-25", "25.04.2019"), "$.events[0].date"),
        (event_where("The leaders meet", "x" * 301), "$.events[0].title"),
        (event_with("people: Putin"), "$.events[0].people"),
        (event_with("sumary: text"), "$.events[0]"),
    ],
)
def test_a_bad_file_is_refused_by_the_schema_and_by_the_loader(
    tmp_path: Path, content: str, path: str
) -> None:
    assert faults(content) == [path]
    (tmp_path / "a.yaml").write_text(content)
    with pytest.raises(TimelineError):
        load_timeline([tmp_path])


@given(single_dates(), single_dates())
def test_the_schema_accepts_every_date_that_can_be_read(one: str, other: str) -> None:
    for date in (one, f"{one}/{other}", f"{one}/..", f"/{other}"):
        assert faults(event_where("2019-04-25", date)) == []
