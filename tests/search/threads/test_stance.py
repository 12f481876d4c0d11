"""What the words of a follow-up ask of the entry shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.asking.intent import Asked, read_intent
from bot.search.terms import fold
from bot.search.threads.nearness import Stance
from bot.search.threads.stance import (
    is_word_of_reaction,
    read_stance,
    tells_common_deed,
    tells_reaction,
)


def stance_of(question: str, *, is_elliptic: bool = False, is_listed: bool = False) -> Stance:
    asked = read_intent(question).asked
    return read_stance(fold(question), asked, is_elliptic=is_elliptic, is_listed=is_listed)


@pytest.mark.parametrize(
    ("question", "stance"),
    [
        ("what does it say about grain", Stance.POINTED),
        ("was that legal under the treaty", Stance.POINTED),
        ("where did they sign", Stance.POINTED),
        ("when did she return", Stance.NOT_MEANT),
        ("how did Oslo react", Stance.NOT_MEANT),
        ("what did the council do about it", Stance.NOT_MEANT),
        ("как отреагировал Осло", Stance.NOT_MEANT),
        ("오슬로의 반응은?", Stance.NOT_MEANT),
        ("did Olaf receive her", Stance.TOLD),
        ("who signed for Norway", Stance.OPEN),
    ],
)
def test_the_stance_is_read(question: str, stance: Stance) -> None:
    assert stance_of(question) is stance


def test_a_name_put_in_the_place_of_another_asks_for_another_entry() -> None:
    assert stance_of("and Peru?", is_elliptic=True) is Stance.NOT_MEANT


def test_a_line_of_a_list_may_be_meant_whatever_is_asked() -> None:
    assert stance_of("when did she return", is_listed=True) is Stance.TOLD


def test_a_common_verb_tells_another_deed_but_a_bare_when_does_not() -> None:
    assert tells_common_deed("did he actually come?", Asked.YES_NO)
    assert tells_common_deed("and when was it over", Asked.WHEN)
    assert not tells_common_deed("when was that", Asked.WHEN)
    assert not tells_common_deed("was it true", Asked.YES_NO)


def test_only_the_word_of_reaction_itself_may_be_left_unsaid() -> None:
    assert is_word_of_reaction("react")
    assert is_word_of_reaction("반응은")
    assert not is_word_of_reaction("reactor")
    assert not tells_reaction("when was the reactor built")


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    stance_of(text)
