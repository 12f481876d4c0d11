"""Questions that found nothing are counted by their words alone, for a while, in each workspace."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from bot.ledger import unanswered as room
from bot.ledger.forgetting import forget
from bot.ledger.unanswered import LONGEST, list_unanswered, normalise, note_unanswered

NOW = datetime(2026, 4, 25, 12, tzinfo=UTC)
KEPT = timedelta(days=30)


def note(engine: Engine, text: str, *, team: str = "T1", now: datetime = NOW) -> None:
    note_unanswered(engine, text, team=team, now=now, kept=KEPT)


def kept(engine: Engine, team: str | None = "T1", *, now: datetime = NOW) -> list[tuple[str, int]]:
    found = list_unanswered(engine, since=now - KEPT, limit=100, team=team)
    return [(question.text, question.count) for question in found]


def test_the_same_words_are_one_question_and_the_commonest_stands_first(engine: Engine) -> None:
    for text in ("Who built the  Moon?", "who built the moon", "Why is the sky blue"):
        note(engine, text)
    assert kept(engine) == [("who built the moon", 2), ("why is the sky blue", 1)]


def test_workspaces_see_their_own_questions_and_one_that_leaves_leaves_none(
    engine: Engine,
) -> None:
    note(engine, "mine")
    note(engine, "theirs", team="T2")
    assert kept(engine) == [("mine", 1)]
    assert sorted(kept(engine, None)) == [("mine", 1), ("theirs", 1)]
    forget(engine, "T1")
    assert kept(engine, None) == [("theirs", 1)]


def test_what_is_old_is_forgotten(engine: Engine) -> None:
    note(engine, "old")
    later = NOW + KEPT + timedelta(seconds=1)
    assert kept(engine, now=later) == []
    note(engine, "new", now=later)
    assert kept(engine, now=NOW) == [("new", 1)]


def test_no_more_are_kept_than_may_be(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST", 3)
    for number, name in enumerate("abcdefg"):
        note(engine, name, now=NOW + timedelta(seconds=number))
    assert sorted(text for text, _ in kept(engine)) == ["e", "f", "g"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  Когда Путин  встретил Кима? ", "когда путин встретил кима"),
        ("write to anna@example.org please", "write to please"),
        ("my token is xoxb-123456789-abcdef", "my token is"),
        ("call +49 1511234567 now", "call 49 now"),
        ("summit of 2019-04-25", "summit of"),
        ("summit in 2019", "summit in 2019"),
        ("<!channel> *bold*", "channel bold"),
        ("???", ""),
    ],
)
def test_a_question_is_kept_as_its_words_without_what_may_be_secret(text: str, words: str) -> None:
    assert normalise(text) == words


@given(st.text(max_size=2_000))
def test_any_text_has_a_short_form_that_stays_as_it_is(text: str) -> None:
    words = normalise(text)
    assert len(words) <= LONGEST
    assert normalise(words) == words
