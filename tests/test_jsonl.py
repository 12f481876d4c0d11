"""The promise to other programs: `ask --jsonl`, one JSON object in, one line out at once."""

from __future__ import annotations

import io
import json
import subprocess
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.responder import Responder
from bot.jsonl import MAX_LINE, MOST_IDS, serve_lines
from bot.search.indexing.building import build_index
from tests.example_files import bare_environment, command_line, run, write_timeline
from tests.examples import make_event, make_timeline

ROOT = Path(__file__).parent.parent
PATIENCE = 180  # seconds; a busy machine may need many for one start
DAY = date(1999, 7, 25)
RESPONDER = Responder(
    build_index(
        make_timeline(
            make_event("1903-kitty-hawk", "1903-12-17", "The Wright brothers make a first flight"),
            make_event("1909-channel", "1909-07-25", "Blériot flies across the English Channel"),
            make_event("1927-paris", "1927-05-20", "Charles Lindbergh flies alone to Paris"),
            *(
                make_event(f"1930-{n:02}", f"1930-{n:02}", f"Air race number {n} at Cleveland")
                for n in range(1, 13)
            ),
        )
    )
)
CROSSING = "When did Blériot fly across the English Channel?"
OFF_TOPIC = "how much butter goes into shortcrust pastry"


def serve(*lines: object) -> list[dict[str, Any]]:
    """Send lines (objects as JSON, bytes and strings as they are) and return the answers."""
    given_lines = b"".join(
        (line if isinstance(line, bytes) else as_text(line).encode("utf-8", "surrogatepass"))
        + b"\n"
        for line in lines
    )
    out = io.BytesIO()
    serve_lines(io.BytesIO(given_lines), out, responder=RESPONDER, today=DAY)
    return [json.loads(line) for line in out.getvalue().decode().splitlines()]


def as_text(line: object) -> str:
    """Return a line as it is sent."""
    return line if isinstance(line, str) else json.dumps(line)


def question(text: str, **more: object) -> dict[str, object]:
    """Return the object that asks this."""
    return {"question": text, **more}


def assert_keeps_the_promise(answer: dict[str, Any]) -> None:
    """Fields, types, lengths and bounds, as the README promises them."""
    assert list(answer) == ["answered", "kind", "ids", "scores", "reasons", "answering"]
    assert type(answer["answered"]) is bool
    assert answer["kind"] in ("events", "choices", "period", "abstain")
    assert len(answer["ids"]) == len(answer["scores"]) == len(answer["reasons"]) <= 10
    assert len(set(answer["ids"])) == len(answer["ids"])
    assert all(isinstance(one, str) for one in answer["ids"])
    assert all(type(score) in (int, float) and 0 <= score <= 1 for score in answer["scores"])
    assert all(isinstance(word, str) for reasons in answer["reasons"] for word in reasons)
    assert answer["answered"] is (answer["kind"] != "abstain")
    assert type(answer["answering"]) is int
    assert answer["answering"] in range(len(answer["ids"]) + 1)
    assert answer["answered"] is (answer["answering"] > 0)


# What an answer is


def test_a_question_is_answered_with_the_best_id_first() -> None:
    (answer,) = serve(question(CROSSING))
    assert_keeps_the_promise(answer)
    assert answer["answered"] is True
    assert answer["ids"][0] == "1909-channel"
    assert answer["reasons"][0]


@pytest.mark.parametrize(
    "text",
    [CROSSING, OFF_TOPIC, "1930", "air race", "", "   ", "the", "help", "more", "air race 7"],
)
def test_every_answer_keeps_the_promise(text: str) -> None:
    (answer,) = serve(question(text))
    assert_keeps_the_promise(answer)


@pytest.mark.parametrize("text", ["", "  ", "when did it happen?", "🚀" * 200, "x" * 10_000])
def test_a_question_without_words_is_not_answered(text: str) -> None:
    (answer,) = serve(question(text))
    assert answer["answered"] is False


@pytest.mark.parametrize("text", ["1930", "air race", "what happened in 1930 at Cleveland?"])
def test_ten_ids_are_given_at_most(text: str) -> None:
    (answer,) = serve(question(text))
    assert MOST_IDS == 10
    assert len(answer["ids"]) == 10


def test_a_period_is_of_that_kind() -> None:
    (answer,) = serve(question("what happened in 1909?"))
    assert answer["kind"] == "period"
    assert answer["ids"] == ["1909-channel"]


def test_ids_are_given_also_when_it_abstains() -> None:
    (answer,) = serve(question("which composer wrote an opera on Cleveland"))
    assert answer["answered"] is False
    assert answer["kind"] == "abstain"
    assert len(answer["ids"]) == MOST_IDS
    assert all(one.startswith("1930-") for one in answer["ids"])


def test_scores_fall_from_the_first_to_the_last() -> None:
    (answer,) = serve(question("air race number 7 at Cleveland"))
    assert answer["ids"][0] == "1930-07"
    assert answer["scores"] == sorted(answer["scores"], reverse=True)


def test_a_sure_answer_scores_higher_than_what_is_only_nearest() -> None:
    sure, nearest = serve(question(CROSSING), question(OFF_TOPIC + " of Paris"))
    assert sure["scores"][0] > max(nearest["scores"], default=0)


def test_today_is_taken_from_the_line_or_else_from_the_command() -> None:
    own, default = serve(
        question("what happened last year", today="1910-02-01"), question("what happened last year")
    )
    assert own["ids"] == ["1909-channel"]
    assert "1909-channel" not in default["ids"]


def test_earlier_turns_help_to_understand_a_line() -> None:
    context = [
        {"role": "user", "text": CROSSING},
        {"role": "assistant", "text": "25 July 1909"},
    ]
    (answer,) = serve(question("and Lindbergh to Paris?", context=context))
    assert_keeps_the_promise(answer)
    assert answer["ids"][0] == "1927-paris"


def test_unicode_may_be_written_out_or_escaped() -> None:
    plain, escaped, marked = serve(
        json.dumps(question(CROSSING), ensure_ascii=False),
        json.dumps(question(CROSSING), ensure_ascii=True),
        b"\xef\xbb\xbf" + json.dumps(question(CROSSING)).encode(),
    )
    assert plain == escaped == marked
    assert plain["ids"][0] == "1909-channel"


def test_unknown_fields_are_passed_over() -> None:
    (answer,) = serve(question(CROSSING, id=7, locale="en"))
    assert answer["ids"][0] == "1909-channel"


def test_null_stands_for_a_field_that_is_left_out() -> None:
    (answer,) = serve(question(CROSSING, today=None, context=None))
    assert answer["ids"][0] == "1909-channel"


# What is wrong with a line


WRONG = [
    "{",
    "not json",
    "[]",
    "7",
    "null",
    '"when?"',
    "{}",
    '{"question": 7}',
    '{"question": null}',
    '{"question": ["when"]}',
    '{"question": "x", "today": "2026-02-30"}',
    '{"question": "x", "today": "1 March 2026"}',
    '{"question": "x", "today": ""}',
    '{"question": "x", "today": 20260301}',
    '{"question": "x", "context": "earlier"}',
    '{"question": "x", "context": {"role": "user", "text": "x"}}',
    "[" * 100_000,
    "9" * 10_000,
    b"\xff\xfe\x00",
    b'{"question": "\xff"}',
    b'{"question": "x"} {"question": "y"}',
]


@pytest.mark.parametrize("line", WRONG, ids=lambda line: str(line)[:40])
def test_a_broken_line_gets_an_error_and_the_next_is_served(line: str | bytes) -> None:
    wrong, right = serve(line, question(CROSSING))
    assert list(wrong) == ["error"]
    assert isinstance(wrong["error"], str)
    assert wrong["error"]
    assert right["ids"][0] == "1909-channel"


def test_a_line_that_is_too_long_gets_an_error_and_the_next_is_served() -> None:
    for size in (MAX_LINE, MAX_LINE + 1, 3 * MAX_LINE):
        wrong, right = serve('{"question": "' + "x" * size + '"}', question(CROSSING))
        assert list(wrong) == ["error"]
        assert right["ids"][0] == "1909-channel"


def test_a_long_line_is_read_if_it_is_not_too_long() -> None:
    (answer,) = serve(question("x " * (MAX_LINE // 2 - 100)))
    assert_keeps_the_promise(answer)


def test_turns_of_the_context_that_are_none_are_passed_over() -> None:
    context = [7, None, {}, {"role": "user"}, {"role": 3, "text": "x"}, {"role": "user", "text": 1}]
    (answer,) = serve(question(CROSSING, context=context))
    assert answer["ids"][0] == "1909-channel"


def test_half_a_surrogate_pair_is_only_noise() -> None:
    noise, right = serve('{"question": "\\ud800 Blériot \\udfff"}', question(CROSSING))
    assert_keeps_the_promise(noise)
    assert right["ids"][0] == "1909-channel"


def test_blank_lines_are_passed_over() -> None:
    assert len(serve("", "   ", question(CROSSING), "")) == 1


def test_the_last_line_needs_no_line_break() -> None:
    out = io.BytesIO()
    line = json.dumps(question(CROSSING)).encode()
    serve_lines(io.BytesIO(line), out, responder=RESPONDER, today=DAY)
    assert json.loads(out.getvalue())["ids"][0] == "1909-channel"


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
TURNS = st.lists(JSON | st.fixed_dictionaries({"role": st.text(), "text": st.text()}), max_size=3)
OBJECTS = st.fixed_dictionaries(
    {"question": st.text() | JSON}, optional={"today": st.dates().map(str) | JSON, "context": TURNS}
)


@given(st.lists(JSON | OBJECTS | st.binary().filter(lambda b: b.strip() and b"\n" not in b)))
def test_each_line_of_any_kind_gets_exactly_one_answer(lines: list[object]) -> None:
    sent = [line if isinstance(line, bytes) else json.dumps(line) for line in lines]
    answers = serve(*sent)
    assert len(answers) == len(sent)
    for answer in answers:
        if list(answer) != ["error"]:
            assert_keeps_the_promise(answer)


# Through the command and a real pipe


def test_the_command_serves_lines_over_the_store_it_is_given(tmp_path: Path) -> None:
    lines = json.dumps(question(CROSSING)) + "\nbroken\n"
    result = run("ask", "--jsonl", "--data", write_timeline(tmp_path), said=lines)
    assert result.exit_code == 0
    first, second = map(json.loads, result.stdout.splitlines())
    assert first["ids"][0] == "1909-channel"
    assert list(second) == ["error"]


def test_without_input_the_command_writes_nothing_and_leaves_with_0(tmp_path: Path) -> None:
    result = run("ask", "--jsonl", "--data", write_timeline(tmp_path))
    assert (result.exit_code, result.stdout) == (0, "")


@contextmanager
def running_command(data: Path) -> Iterator[tuple[subprocess.Popen[bytes], Queue[bytes]]]:
    """The real process with its standard input held open, and the lines it writes."""
    with subprocess.Popen(
        command_line("ask", "--jsonl", "--data", data),
        cwd=ROOT, env=bare_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        written: Queue[bytes] = Queue()
        stdout = process.stdout
        assert stdout is not None
        reader = Thread(target=lambda: deque(map(written.put, stdout)), daemon=True)
        reader.start()
        try:
            yield process, written
        finally:
            process.kill()
            reader.join(PATIENCE)


def test_each_line_is_answered_at_once_while_the_input_stays_open(tmp_path: Path) -> None:
    with running_command(write_timeline(tmp_path)) as (process, written):
        assert process.stdin is not None
        for text, expected in ((CROSSING, "1909-channel"), ("Lindbergh to Paris", "1927-paris")):
            process.stdin.write(json.dumps(question(text)).encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(written.get(timeout=PATIENCE))
            assert answer["ids"][0] == expected
        process.stdin.close()
        assert process.wait(PATIENCE) == 0
