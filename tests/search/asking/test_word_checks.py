"""The report on a header's words: aliases that are everyday words, topics without a target."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.search.asking.word_checks import check_words
from bot.timeline.loader import check_files
from tests.timeline.event_files import EVENT, HEADER


def report(folder: Path, header: str, *, event: str = EVENT) -> list[str]:
    """Check a file with one more line in its header; every problem without its file and line."""
    content = HEADER.replace("title", f"{header}\n  title", 1) + event
    (folder / "a.yaml").write_text(content, "utf-8")
    problems = check_files([folder], also=check_words)
    assert all(problem.line == 3 and problem.is_warning for problem in problems)
    return [f"{problem.where}: {problem.what}" for problem in problems]


@pytest.mark.parametrize(
    ("alias", "kind"),
    [
        ("May", "a word for dates or numbers"),
        ("the first", "a word for dates or numbers"),
        ("1956", "a word for dates or numbers"),
        ("Seven", "a word for dates or numbers"),
        ("Tuesday", "a word for dates or numbers"),
        ("4 July", "a word for dates or numbers"),
        ("март", "a word for dates or numbers"),
        ("Major", "an everyday word"),
        ("will", "an everyday word"),
        ("кто", "an everyday word"),
    ],
)
def test_an_alias_that_is_an_everyday_word_is_a_warning(
    tmp_path: Path, alias: str, kind: str
) -> None:
    assert report(tmp_path, f'names: {{people: {{Ada Jones: ["{alias}"]}}}}') == [
        f'timeline.names.people.Ada Jones[0]: "{alias}" is {kind}, found in questions that do not '
        'mean "Ada Jones": write more of the name, or remove it'
    ]


@pytest.mark.parametrize(
    "alias",
    ["Mrs May", "Jones", "Brown", "Trump", "Xi", "US", "UN", "WHO", "French", "Apollo 11", "ООН"],
)
def test_an_alias_that_is_a_name_is_no_warning(tmp_path: Path, alias: str) -> None:
    assert report(tmp_path, f"names: {{places: {{Somewhere: [{alias}]}}}}") == []


def test_a_name_may_be_an_everyday_word_itself(tmp_path: Path) -> None:
    assert report(tmp_path, "names: {places: {Nice: , May: }}") == []


def test_a_topic_that_stands_for_nothing_is_a_warning(tmp_path: Path) -> None:
    assert report(tmp_path, "words: {ru: {topics: {лидер: leadr, мост: zzz}}}") == [
        'timeline.words.ru.topics.лидер: "leadr" is no word, tag or name of the data: did you mean '
        '"leaders"?',
        'timeline.words.ru.topics.мост: "zzz" is no word, tag or name of the data: mend or '
        "remove it",
    ]


@pytest.mark.parametrize(
    "meant",
    [
        "leaders",
        "Leader",
        "the meeting",
        "tourism",
        "Oslo",
        "Christiania",
        "pact",
        "parley",
        "page",
    ],
)
def test_a_topic_may_stand_for_any_word_tag_or_name_in_any_form(tmp_path: Path, meant: str) -> None:
    header = (
        "names: {places: {Oslo: [Christiania]}}\n  tags: {tourism: travel}\n"
        f"  synonyms: [[pact, treaty]]\n  words: {{ru: {{topics: {{слово: {meant}}}}}}}"
    )
    assert report(tmp_path, header, event=EVENT + "  keywords: [parley]\n") == []


def test_topics_are_left_alone_beside_a_bulk_store(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text('{"id": "b", "date": "1950", "title": "Leadr"}')
    assert report(tmp_path, "words: {ru: {topics: {лидер: leadr}}}") == []


def test_a_synonym_that_is_a_part_of_many_verbs_is_a_warning(tmp_path: Path) -> None:
    (problem,) = report(tmp_path, "synonyms: [[outage, down, goes down]]")
    assert problem.startswith('timeline.synonyms[0][1]: "down" is a part of many a verb')
