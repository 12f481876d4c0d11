"""From files to answers, with an index file and without: the same answers, never stale ones."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.answers.responder import Responder
from bot.errors import TimelineError
from bot.evaluation.questions import read_questions
from bot.evaluation.stores import Maker, make_questions
from bot.loading import build_index_file, index_file_of, load_responder, no_progress
from bot.search.index import Index
from bot.search.indexing.packed import unpack_index
from bot.search.indexing.postings import EMPTY_POSTING
from bot.store import making
from bot.store.file import view
from bot.timeline.files import find_files
from bot.timeline.rows import PackedEvents
from tests.example_files import CHANNEL, CONCORDE, RHEIMS, run, write_timeline
from tests.store.same import same_timeline

DAY = date(2026, 3, 15)
ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "corpus"


def ids(responder: Responder, question: str) -> list[str]:
    """What is found, best first."""
    return [match.event.id for match in responder.find(question, today=DAY).matches]


def index_files(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.iterdir())


def same_index(packed: Index, plain: Index) -> None:
    """Hold all that two indexes tell beside each other."""
    same_timeline(packed.timeline, plain.timeline)
    for field in dataclasses.fields(plain.lexicon):
        one, other = getattr(packed.lexicon, field.name), getattr(plain.lexicon, field.name)
        if field.name == "words":
            continue  # material for the speller only
        assert (dict(one) == dict(other)) if hasattr(other, "keys") else (one == other), field.name
    assert set(packed.postings) == set(plain.postings)
    for key, posting in plain.postings.items():
        found = packed.posting(key)
        assert list(found.items()) == list(posting.items())
        assert found.strongest(3) == posting.strongest(3)
        assert list(found.within(2, 5)) == list(posting.within(2, 5))
        assert packed.rarity(key) == plain.rarity(key)
    assert packed.posting("nowhere") is EMPTY_POSTING
    assert list(packed.title_terms) == list(plain.title_terms)
    for number in range(len(plain.events)):
        assert packed.title_weight(number) == pytest.approx(plain.title_weight(number))
    assert list(packed.days) == list(plain.days)
    assert set(packed.speller.words) == set(plain.speller.words)
    assert set(packed.speller.known_stems) == set(plain.speller.known_stems)
    assert dict(packed.speller.shelves) == dict(plain.speller.shelves)
    assert packed.speller.letters == plain.speller.letters
    # Typed with a slip in the first letter, and a name of another script.
    for word in [f"q{word[1:]}" for word in sorted(plain.speller.words)[::50] if len(word) > 1]:
        assert sorted(packed.speller.hits(word, 2)) == sorted(plain.speller.hits(word, 2))
    for word in ("горбачев", "хрущев", "오부호프", "암스트롱"):
        heard = [one.speller.sounds.find(word, is_ordinary=False) for one in (packed, plain)]
        assert heard[0] == heard[1]


@pytest.mark.parametrize(
    ("data", "questions"),
    [
        (ROOT / "data", "russia-north-korea-words.yaml"),
        (CORPUS / "apollo.yaml", "apollo-questions.yaml"),
    ],
)
def test_an_index_file_tells_and_answers_what_the_plain_index_does(
    tmp_path: Path, data: Path, questions: str
) -> None:
    plain = load_responder([data])
    made = load_responder([data], cache=tmp_path)
    opened = load_responder([data], cache=tmp_path)
    assert len(index_files(tmp_path)) == 1
    assert isinstance(opened.index.events, PackedEvents)
    same_index(opened.index, plain.index)
    for question in read_questions([CORPUS / questions])[::7]:
        asked = question.text, question.today, question.context
        found = [
            responder.find(asked[0], today=asked[1], context=asked[2])
            for responder in (plain, made, opened)
        ]
        assert found[0] == found[1] == found[2]


def test_a_store_of_some_size_is_the_same_in_parts_and_from_shared_work(tmp_path: Path) -> None:
    words = "iron bridge treaty summit visit harbour winter signed opened railway".split()
    entries = list(Maker(words, 2_000).entries())
    path = tmp_path / "made.jsonl"
    path.write_text("".join(entry.line() for entry in entries))
    plain = load_responder([path])
    buffers = making.make_buffers(
        plain.index.timeline,
        known_words=plain.index.speller.known_words,
        progress=no_progress,
        processes=2,
        segment=300,
    )
    packed = unpack_index(view(buffers), known_words=plain.index.speller.known_words)
    assert list(packed.events) == list(plain.index.events)
    assert set(packed.postings) == set(plain.index.postings)
    for key in list(plain.index.postings)[::50]:
        assert list(packed.posting(key).items()) == list(plain.index.posting(key).items())
    for question in make_questions(entries, words, count=20):
        assert ids(Responder(packed), question.text) == ids(plain, question.text)


def test_changed_data_is_never_answered_from_the_old_index(tmp_path: Path) -> None:
    data, cache = write_timeline(tmp_path, [CHANNEL]), tmp_path / "cache"
    assert ids(load_responder([data], cache=cache), "Rheims") == []
    write_timeline(tmp_path, [CHANNEL, RHEIMS])
    assert ids(load_responder([data], cache=cache), "Rheims") == [RHEIMS["id"]]
    assert len(index_files(cache)) == 1


def test_a_broken_change_is_reported_although_an_index_is_at_hand(tmp_path: Path) -> None:
    data, cache = write_timeline(tmp_path, [CHANNEL]), tmp_path / "cache"
    load_responder([data], cache=cache)
    data.write_text("timeline: {", "utf-8")
    with pytest.raises(TimelineError):
        load_responder([data], cache=cache)


@pytest.mark.parametrize("content", [b"", b"junk" * 50, None])
def test_a_damaged_index_file_is_made_anew(tmp_path: Path, content: bytes | None) -> None:
    data, cache = write_timeline(tmp_path, [CHANNEL, CONCORDE]), tmp_path / "cache"
    load_responder([data], cache=cache)
    path = index_file_of(find_files([data]), cache)
    sound = path.read_bytes()
    path.write_bytes(sound[:-9] + b"123456789" if content is None else content)
    assert ids(load_responder([data], cache=cache), "Concorde") == [CONCORDE["id"]]
    assert path.read_bytes() == sound


def test_where_nothing_can_be_written_the_answers_are_the_same(tmp_path: Path) -> None:
    data = write_timeline(tmp_path, [CHANNEL])
    (tmp_path / "file").touch()
    responder = load_responder([data], cache=tmp_path / "file" / "cache")
    assert ids(responder, "English Channel") == [CHANNEL["id"]]
    with pytest.raises(OSError):
        build_index_file(find_files([data]), tmp_path / "file" / "cache", must=True)


def test_index_build_says_where_the_index_is_and_how_large(tmp_path: Path) -> None:
    data, cache = write_timeline(tmp_path, [CHANNEL, RHEIMS]), tmp_path / "cache"
    result = run("index", "build", "--data", data, TIMELINE_CACHE=str(cache))
    assert result.exit_code == 0, result.output
    (name,) = index_files(cache)
    assert result.stdout.startswith(f"{cache / name}: 2 entries")


def test_index_build_fails_where_it_cannot_keep_the_index(tmp_path: Path) -> None:
    data = write_timeline(tmp_path, [CHANNEL])
    off = run("index", "build", "--data", data, TIMELINE_CACHE="off")
    assert (off.exit_code, "TIMELINE_CACHE" in off.output) == (2, True)
    (tmp_path / "file").touch()
    blocked = run("index", "build", "--data", data, TIMELINE_CACHE=str(tmp_path / "file" / "x"))
    assert blocked.exit_code == 2
    assert str(tmp_path / "file") in blocked.output


def test_a_question_uses_the_index_file_and_does_not_load_the_timeline(tmp_path: Path) -> None:
    data = write_timeline(tmp_path, [CHANNEL])
    code = (
        "import sys; from bot.cli.main import commands\n"
        f"commands(['ask', 'Channel', '--data', {str(data)!r}], standalone_mode=False)\n"
        "print('yaml' in sys.modules)"
    )
    environment = {**os.environ, "TIMELINE_CACHE": str(tmp_path / "cache")}
    first, second = (
        subprocess.run(
            [sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True,
            check=True,
        ).stdout.splitlines()
        for _ in range(2)
    )  # fmt: skip
    assert (first[-1], second[-1]) == ("True", "False")
    assert first[:-1] == second[:-1]
