"""The stems that a Korean verb may be a form of, and questions that have such a form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.korean_verbs import stems_of_verb
from bot.search.searching import search
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY

EVENTS = (
    make_event("boat", "1920", "The coastguard catches a smuggler"),
    make_event("oath", "1922", "The mayor breaks his vow"),
    make_event("linden", "1925", "The queen plants a linden"),
    make_event("chest", "1930", "A diver finds a chest in the harbour"),
    make_event("hut", "1931", "The keeper abandons the lighthouse"),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(make_timeline(*EVENTS))


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("꺼낸", "꺼내"),
        ("꺼냈다가", "꺼내"),
        ("잡은", "잡"),
        ("잡혔어", "잡히"),
        ("버려서", "버리"),
        ("떴나", "뜨"),
        ("도운", "돕"),
        ("도왔던", "돕"),
        ("지은", "짓"),
        ("들었는지", "듣"),
        ("만든", "만들"),
        ("만드는", "만들"),
        ("머물렀다고", "머무르"),
        ("깎아준", "깎"),
        ("없애겠다고", "없애"),
        ("말려달라고", "말리"),
        ("막으려고", "막"),
        ("항의했지", "항의하"),
    ],
)
def test_a_form_leads_to_the_stem_in_the_dictionary(form: str, stem: str) -> None:
    assert stem in stems_of_verb(form)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("밀수꾼을 붙잡았던 날", "boat"),
        ("시장이 맹세를 어기고 만 해", "oath"),
        ("여왕이 심었던 나무", "linden"),
        ("잠수부가 찾아낸 궤짝", "chest"),
        ("등대를 버리고 떠나버린 사람", "hut"),
    ],
)
def test_a_verb_is_understood_in_any_form(index: Index, question: str, expected: str) -> None:
    assert search(question, index, today=DAY).matches[0].event.id == expected


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=10))
def test_any_syllables_are_taken_apart(word: str) -> None:
    assert all(stems_of_verb(word))
