"""Documents: scalars stay text, every value has its place, and no content breaks the reader."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.timeline import yaml_document
from bot.timeline.document import read_document
from bot.timeline.shapes import Path
from tests.timeline.event_files import EVENT, HEADER, event_with

GOOD = event_with("people: [&name Kim Jong Un, *name]", 'note: "a: b"', "summary: |", "  Text.")
TREES = st.recursive(
    st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=20,
)


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in plain values, with the path to it."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*path, key))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from leaves(one, (*path, at))
    else:
        yield path, str(value)


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_scalars_stay_as_they_are_written(suffix: str) -> None:
    numbers = '{"a": 1.10, "b": 100000000000000000000000, "c": "no", "d": null, "e": "~"}'
    expected = {"a": "1.10", "b": "100000000000000000000000", "c": "no", "d": None, "e": "~"}
    assert read_document(numbers.encode(), suffix).value == expected


def test_yaml_does_not_guess_types() -> None:
    text = "[2019-04-25, no, 010, 1.10, 12:30:45, 0x1F, true, ~, null, '~']"
    expected = ["2019-04-25", "no", "010", "1.10", "12:30:45", "0x1F", "true", None, None, "~"]
    assert read_document(text.encode(), ".yaml").value == expected


def test_tags_make_nothing_run() -> None:
    text = b"a: !!python/object/apply:os.getcwd []\nb: !!binary aGk="
    assert read_document(text, ".yaml").value == {"a": [], "b": "aGk="}


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_every_value_and_key_has_its_place(suffix: str) -> None:
    locate = read_document(b'{"a": "1",\n "b": [{"c": "2"},\n  "3"]}', suffix).locate
    assert locate(("b", 0, "c"), False) == (2, 14)
    assert locate(("b", 0, "c"), True) == (2, 9)
    assert locate(("b", 1), False) == (3, 3)
    assert locate((), False) == (1, 1)


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_what_is_not_there_is_placed_at_what_should_hold_it(suffix: str) -> None:
    locate = read_document(b'{"a": "1",\n "b": [{"c": "2"}]}', suffix).locate
    assert locate(("b", 0, "missing"), True) == (2, 8)
    assert locate(("missing", 5), False) == (1, 1)


def test_the_last_of_many_values_is_found_without_a_walk_through_the_others() -> None:
    text = "[" + ",\n".join(f'{{"id": "{n}"}}' for n in range(1_000)) + "]"
    document = read_document(text.encode(), ".yaml")
    assert document.locate((0, "id"), False) == (1, 9)  # what is made once, is made by now
    steps: list[str] = []
    sys.setprofile(lambda _frame, event, _arg: steps.append(event))
    try:
        found = document.locate((999, "id"), False)
    finally:
        sys.setprofile(None)
    assert (found, len(steps) < 100) == ((1000, 8), True)


@given(TREES)
def test_json_values_stand_where_they_are_said_to_stand(tree: object) -> None:
    text = json.dumps({"top": tree}, indent=1)
    document = read_document(text.encode(), ".json")
    lines = text.split("\n")
    for path, leaf in leaves(document.value):
        line, column = document.locate(path, False)
        assert lines[line - 1][column - 1 :].startswith(json.dumps(leaf))


@given(st.binary(max_size=200), st.sampled_from([".yaml", ".json"]))
def test_no_content_breaks_the_reader(content: bytes, suffix: str) -> None:
    document = read_document(content, suffix)
    assert document.value is not None or document.faults or content.strip()


@given(st.data())
def test_no_slip_of_the_pen_breaks_the_reader(data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(GOOD)))
    last = data.draw(st.integers(first, min(len(GOOD), first + 5)))
    slip = data.draw(st.text("\t\n -:[]{}\"'&*!|>%@`#,?aé\x00\ud7ff", max_size=4))
    document = read_document((GOOD[:first] + slip + GOOD[last:]).encode(), ".yaml")
    for fault in document.faults:
        line, column = fault.at or document.locate(fault.path, fault.at_key)
        assert line >= 1
        assert column >= 1


def test_the_parser_in_python_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    own = vars(yaml_document._TextLoader)
    python_loader = type("PythonLoader", (yaml.SafeLoader,), dict(own))
    texts = (GOOD, HEADER + EVENT, "[" * 500, "a: b: c", "- a\n- ~\n-\n", "&a [*a]", "a: '")
    with_c = [read_document(text.encode(), ".yaml") for text in texts]
    monkeypatch.setattr(yaml_document, "_TextLoader", python_loader)
    in_python = [read_document(text.encode(), ".yaml") for text in texts]
    assert [one.value for one in in_python] == [one.value for one in with_c]
    assert [bool(one.faults) for one in in_python] == [bool(one.faults) for one in with_c]
