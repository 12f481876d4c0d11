"""A guess or a doubt behind a question is no part of it; what is asked for stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.talk.afterthoughts import LONGEST, without_afterthought
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY

QUESTION = "when did Ada Quist open the bridge"


@pytest.mark.parametrize(
    "behind",
    [
        ", was it 1966",
        " was it in 1966?",
        ", wasn't it spring or summer",
        "... I think it was May 1966",
        "? was it the 4th of July",
        " or am I making this up",
        ", or did I dream that",
        " or is that just a rumour?",
        ", was it 1966? or am I misremembering",
        " or was it something else entirely?",
        " this is driving me nuts",
        " thank you so much you're a lifesaver",
        ", pretty please with sugar on top",
        " not urgent tho",
        " one line is enough",
        " correct me if I'm wrong",
        " two people gave me two different answers",
        " nobody answered me yesterday",
        " it's for my thesis chapter",
        " thanks a million",
        ", bonus points for a source",
        " the internet is no help",
    ],
)
def test_a_guess_and_a_doubt_go(behind: str) -> None:
    assert without_afterthought(QUESTION + behind).strip() == QUESTION


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("how many ships were sunk, was it thirty", "how many ships were sunk"),
        ("how many ships were sunk, was it twenty-five or so", "how many ships were sunk"),
        ("how many did they lose was it two thousand", "how many did they lose"),
        ("когда открыли мост, это было в 1966 году?", "когда открыли мост"),
        ("мост открыла Ада или я путаю?", "мост открыла Ада"),
        ("아다가 다리를 열었나 아니면 제가 착각한 건가요", "아다가 다리를 열었나"),
    ],
)
def test_so_they_do_of_numbers_and_in_other_languages(message: str, kept: str) -> None:
    assert without_afterthought(message).strip() == kept


@pytest.mark.parametrize(
    "question",
    [
        "how many ships were there in 1966",
        "when did Ada Quist speak when Bob was there in May 1966",
        "how long was it in May",
        "when was it 1966",
        "the treaty, was it 1966",
        "who opened the bridge, was it in 1966",
        "did Ada open the bridge or was that Emil",
        "was it the bridge or the tower",
        "when did Ada open it or close it",
        "who said you are the best",
        "when was this bugging me",
        "why was help not urgent in Oslo",
    ],
)
def test_what_is_asked_stays(question: str) -> None:
    assert without_afterthought(question) == question


WORDS = st.sampled_from("when did how many was it or am I 1966 thirty Ada , ? ... that".split())


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_places_stay_and_only_the_end_goes(text: str) -> None:
    kept = without_afterthought(text)
    assert len(kept) == len(text)
    assert text.startswith(kept.rstrip())


def test_a_long_text_is_no_message() -> None:
    text = "when, was it 1966 " * LONGEST
    assert without_afterthought(text) == text


def test_a_wrong_guess_leads_to_no_other_year() -> None:
    index = build_index(
        make_timeline(
            make_event("bridge", "1911", "Ada Quist opens a bridge"),
            make_event("visit", "1966", "Ada Quist visits the town"),
            make_event("flood", "1970", "A flood in the town"),
        )
    )
    found = search("when did Ada Quist open the bridge, was it 1966", index, today=DAY)
    assert found.matches[0].event.id == "bridge"
    assert found.answering
