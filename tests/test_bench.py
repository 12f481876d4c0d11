"""Made stores are always the same, and the bench prints a row for every engine."""

from __future__ import annotations

from pathlib import Path

from bot.bench import Timing, as_table
from bot.evaluation.stores import KINDS, Maker, make_questions, vocabulary_of
from bot.search.language.common_words import known_words
from bot.timeline.loader import load_timeline
from tests.example_files import run
from tests.examples import make_event

WORDS = "iron bridge treaty summit visit harbour winter signed opened railway".split()


def test_a_made_store_is_always_the_same_and_in_order_of_time() -> None:
    one, other = (list(Maker(WORDS, 300).entries()) for _ in range(2))
    assert one == other
    assert [entry.date[:4] for entry in one] == sorted(entry.date[:4] for entry in one)
    assert len({entry.id for entry in one}) == 300


def test_a_made_store_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text("".join(entry.line() for entry in Maker(WORDS, 50).entries()))
    assert len(load_timeline([path])) == 50


def test_the_vocabulary_begins_with_the_words_used_most() -> None:
    events = [make_event("a", title="Bridge opened"), make_event("b", title="Bridge closed")]
    words = vocabulary_of(events, known_words())
    assert words[0] == "bridge"
    assert len(words) == len(set(words)) > 1000


def test_questions_are_of_every_kind_and_always_the_same() -> None:
    entries = list(Maker(WORDS, 300).entries())
    one, other = (make_questions(entries, WORDS, count=20) for _ in range(2))
    assert one == other
    assert {question.kind for question in one} == set(KINDS)
    ids = {entry.id for entry in entries}
    assert all(bool(q.expect) is (q.kind != "no answer") and ids >= set(q.expect) for q in one)


def test_a_table_has_a_row_for_each_engine_and_says_why_one_has_no_figures() -> None:
    timings = [
        Timing("quick", 1.0, 50.0, 40.0, 0.2, tuple(map(float, range(1, 101))), 0.9),
        Timing("slow", note="skipped: not done within 5 s"),
    ]
    head, quick, slow = as_table(timings)
    assert quick.split()[1:] == [
        "1.0", "50", "40", "0.20", "51.00", "96.00", "100.00", "100", "0.90",
    ]  # fmt: skip
    assert len(head) == len(quick)
    assert slow == f"{'slow':<20}skipped: not done within 5 s"


def test_bench_measures_our_own_engine() -> None:
    result = run("bench", "--events", "30")
    assert result.exit_code == 0, result.output
    assert "30 entries, 200 questions" in result.stdout
    (row,) = (line for line in result.stdout.splitlines() if line.startswith("Timeline Bot"))
    assert float(row.split()[-1]) > 0.5
