"""A deed that a question takes for granted: it is told, or the entry is trusted less."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.common_words import known_words
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(
        make_timeline(
            make_event(
                "bridge",
                "1901-05-02",
                "The Severn bridge is built",
                people=["Ada Quist"],
                places=["Arland"],
                summary="Ada Quist cancels the tolls.",
            ),
            make_event(
                "statue", "1902-06-03", "A statue of Ada Quist is stolen", people=["Ada Quist"]
            ),
            make_event("mill", "1903-07-04", "The mill of Arland burns down", places=["Arland"]),
            make_event("tower", "1904-08-05", "A tower collapses", places=["Arland"]),
            names=(make_name("Ada Quist"), make_name("Arland", kind="places")),
        ),
        known_words=known_words(),
    )


def deed_untold(question: str, index: Index, event_id: str) -> float:
    found = search(question, index, today=DAY)
    assert found.features is not None
    assert found.matches[0].event.id == event_id
    return found.features.deed_untold


@pytest.mark.parametrize(
    ("question", "event_id"),
    [
        ("When did the Severn bridge collapse?", "bridge"),
        ("Why did the Severn bridge burn down?", "bridge"),
        ("Why was the Severn bridge stolen?", "bridge"),
        ("Who kidnapped the statue of Ada Quist?", "statue"),
        ("When did Ada Quist win the Severn bridge?", "bridge"),  # common, but of one thing only
        ("When did the Severn bridge get cut?", "bridge"),
        ("What made Ada Quist climb the Severn bridge?", "bridge"),
        ("What was the excuse for painting the Severn bridge?", "bridge"),
        ("Why did Ada Quist paint tolls?", "bridge"),
        ("When did Ada Quist's statue collapse?", "statue"),
        ("Why did Arland's mill sink?", "mill"),
        ("When did Ada Quist steal the Severn bridge?", "bridge"),
    ],
)
def test_a_deed_that_the_entry_does_not_tell_is_missed(
    question: str, event_id: str, index: Index
) -> None:
    assert deed_untold(question, index, event_id) == 1.0


@pytest.mark.parametrize(
    ("question", "event_id"),
    [
        ("When did the tower collapse?", "tower"),
        ("When was the statue of Ada Quist stolen?", "statue"),
        ("Who stole the statue of Ada Quist?", "statue"),
        ("Why did the mill of Arland burn down?", "mill"),
        ("When did Ada Quist cancel the Severn tolls?", "bridge"),
        ("Severn bridge collapse", "bridge"),  # keywords take nothing for granted
        ("Who remembers the Severn bridge?", "bridge"),
        ("Did Ada Quist cancel the Severn tolls when it collapsed?", "bridge"),
    ],
)
def test_a_deed_that_is_told_or_not_taken_for_granted_is_not_missed(
    question: str, event_id: str, index: Index
) -> None:
    assert deed_untold(question, index, event_id) == 0.0


def test_for_the_commonest_verbs_any_other_may_stand(index: Index) -> None:
    assert 0 < deed_untold("Who led the Severn bridge?", index, "bridge") < 0.5
    assert 0 < deed_untold("Who sat under the Severn bridge?", index, "bridge") < 0.5


def test_why_a_deed_was_done_is_told_by_one_sentence(index: Index) -> None:
    def apart(question: str) -> float:
        found = search(question, index, today=DAY)
        assert found.features is not None
        return found.features.when_apart

    assert apart("Why did Ada Quist cancel the tolls?") == 0.0
    assert apart("Why did Ada Quist build the Severn bridge?") > 0.0
