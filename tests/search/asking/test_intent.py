"""The kind of a question and the occasion it means, in three languages."""

from __future__ import annotations

import re

import pytest

from bot.search.asking.intent import Asked, read_intent
from bot.search.asking.which_one import Occasion, Which
from bot.search.from_entry.anchors import read_anchor


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("when did it happen", Asked.WHEN),
        ("What year was the treaty signed?", Asked.WHEN),
        ("the delegation, which spring was that", Asked.WHEN),
        ("когда подписали договор", Asked.WHEN),
        ("조약은 언제 체결됐나요", Asked.WHEN),
        ("who signed it", Asked.WHO),
        ("кто подписал", Asked.WHO),
        ("where did they meet", Asked.WHERE),
        ("how many tests were there", Asked.COUNT),
        ("сколько испытаний", Asked.COUNT),
        ("핵실험은 몇 번", Asked.COUNT),
        ("why did they leave", Asked.WHY),
        ("what made them leave", Asked.WHY),
        ("which city hosted the fair", Asked.WHERE),
        ("their third fair, in what place", Asked.WHERE),
        ("for what reason did they leave", Asked.WHY),
        ("what was the envoy's excuse for leaving", Asked.WHY),
        ("what is the reason to leave", Asked.WHY),
        ("what is made there", Asked.WHAT),
        ("did Russia veto it?", Asked.YES_NO),
        ("so has he ever been there", Asked.YES_NO),
        ("list all summits", Asked.LIST),
        ("everything about Lavrov", Asked.LIST),
        ("tell me about the summit", Asked.WHAT),
        ("", Asked.WHAT),
    ],
)
def test_the_kind_of_a_question_is_read(question: str, asked: Asked) -> None:
    assert read_intent(question).asked is asked


@pytest.mark.parametrize(
    ("question", "occasion"),
    [
        ("3차핵실험", Occasion(Which.NTH, 3)),
        ("제12차 회의", Occasion(Which.NTH, 12)),
        ("첫회담은 어디서", Occasion(Which.FIRST)),
        ("крайний визит министра", Occasion(Which.LAST)),
        ("the first summit", Occasion(Which.FIRST)),
        ("frist summit", Occasion(Which.FIRST)),
        ("впервые приехал", Occasion(Which.FIRST)),
        ("첫 정상회담", Occasion(Which.FIRST)),
        ("Putin's 2nd visit", Occasion(Which.NTH, 2)),
        ("the third test", Occasion(Which.NTH, 3)),
        ("the second-highest mountain", None),
        ("the third worst fire", None),
        ("второй визит", Occasion(Which.NTH, 2)),
        ("두 번째 방문", Occasion(Which.NTH, 2)),
        ("the latest visit", Occasion(Which.LAST, is_told=False)),
        ("последний визит", Occasion(Which.LAST)),
        ("마지막 핵실험", Occasion(Which.LAST)),
        ("the Second World War", None),
        ("2-й саммит", Occasion(Which.NTH, 2)),
        ("3-е испытание", Occasion(Which.NTH, 3)),
        ("1й визит", Occasion(Which.FIRST)),
        ("и 5-ая?", Occasion(Which.NTH, 5)),
        ("25-я армия", None),
        ("3м в глубину", None),
        ("2-х сторон", None),
        ("그럼 2차는요?", Occasion(Which.NTH, 2)),
        ("세 번째는요?", Occasion(Which.NTH, 3)),
        ("a visit", None),
    ],
)
def test_the_occasion_is_read(question: str, occasion: Occasion | None) -> None:
    assert read_intent(question).occasion == occasion


def test_the_ordinal_is_taken_out_of_what_is_searched() -> None:
    assert "second" not in read_intent("the second nuclear test").rest


@pytest.mark.parametrize(
    ("question", "rest", "anchor", "is_after"),
    [
        ("what came after the Vladivostok summit", "what came ", "the vladivostok summit", True),
        ("last thing before the invasion", "last thing ", "the invasion", False),
        ("After the summit, what happened?", " what happened?", "the summit", True),
        ("что было после саммита", "что было ", "саммита", True),
        ("what followed the summit?", "what came ", "the summit?", True),
        ("which event preceded the summit", "what came ", "the summit", False),
        ("the entry immediately preceding the summit", "the entry ", "the summit", False),
        ("what they said earlier than the summit", "what they said ", "the summit", False),
        ("a letter subsequent to the summit", "a letter ", "the summit", True),
        ("какой визит был после саммита?", "какой визит", "саммита?", True),
        ("정상회담 후 채택된 결의는?", "결의는", "정상회담", True),
    ],
)
def test_a_question_is_split_at_after_and_before(
    question: str, rest: str, anchor: str, is_after: bool
) -> None:
    found = read_anchor(question)
    assert found is not None
    assert (found.rest, found.anchor, found.is_after) == (rest, anchor, is_after)


@pytest.mark.parametrize(
    ("question", "asks_next"),
    [
        ("which visit was before the summit", True),
        ("какой визит был после саммита?", True),
        ("정상회담 이후 안보리 결의", True),
        ("정상회담 후 두 나라가 무엇을 합의했나", False),
        ("что сказали после саммита", False),
    ],
)
def test_who_asks_which_of_a_kind_came_asks_for_the_next(question: str, asks_next: bool) -> None:
    found = read_anchor(question)
    assert found is not None
    assert found.asks_next is asks_next


@pytest.mark.parametrize("question", ["and after that?", "what happened", "before", ""])
def test_without_an_entry_to_count_from_there_is_no_split(question: str) -> None:
    assert read_anchor(question) is None


@pytest.mark.parametrize(
    "question", ["where was the summit held?", "when was it held", "где состоялся саммит"]
)
def test_what_was_held_is_not_what_was_kept(question: str) -> None:
    assert not {"held", "состоялся"}.intersection(read_intent(question).rest.split())


@pytest.mark.parametrize("question", ["what's new in Belport", "anything new in Belport?"])
def test_whoever_asks_for_news_asks_for_nothing_that_is_called_new(question: str) -> None:
    assert "new" not in read_intent(question).rest.split()


@pytest.mark.parametrize(
    "question", ["2차 세계대전은 언제 끝났나", "3차례 방문했다", "экспедиция на крайний север"]
)
def test_what_looks_like_a_round_or_the_last_counts_nothing(question: str) -> None:
    assert read_intent(question).occasion is None


def test_a_korean_counter_is_a_part_of_the_question_word() -> None:
    assert read_intent("결의는 몇 호였죠").rest.split() == ["결의는"]


@pytest.mark.parametrize("text", ["how often was Kim there", "как часто Ким", "얼마나 자주 김"])
def test_how_often_is_no_word_of_what_is_counted(text: str) -> None:
    found = read_intent(text)
    assert found.asked is Asked.COUNT
    assert not re.search("often|часто|자주", found.rest)


@pytest.mark.parametrize(
    "question", ["상륙작전 언제였죠", "휴전 제안은 누가", "오후 회담은 어디서"]
)
def test_a_korean_word_that_ends_like_before_or_after_is_a_word_of_its_own(question: str) -> None:
    assert read_anchor(question) is None


def test_before_stands_apart_in_korean_and_after_may_be_written_on() -> None:
    anchors = read_anchor("정상회담 전 방문은 언제"), read_anchor("정상회담후 누가 왔나")
    assert [anchor and anchor.is_after for anchor in anchors] == [False, True]


def test_to_get_to_see_somebody_is_to_see_them() -> None:
    assert (
        read_intent("did she get to see the queen").rest.split() == "did she see the queen".split()
    )
    assert "get to" in read_intent("when did she get to Arland").rest


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("на какую сумму подарили оружия", "сколько подарили оружия"),
        ("какова была сумма долга", "сколько долга"),
        ("what amount of debt was cancelled", "how much debt was cancelled"),
    ],
)
def test_a_sum_is_asked_for_like_any_number(question: str, rest: str) -> None:
    assert read_intent(question).rest.split() == rest.split()


@pytest.mark.parametrize("asked", ["who became the first", "who became first", "who was the first"])
def test_who_became_the_first_was_the_first(asked: str) -> None:
    intent = read_intent(f"{asked} master of the guild")
    assert "became" not in intent.rest
    assert intent.occasion == Occasion(Which.FIRST)
    assert "became" in read_intent("who became master of the guild").rest


@pytest.mark.parametrize(
    "question",
    [
        "did Ada visit Belport once or twice",
        "was Ada in Belport two or three times?",
        "has Ada been to Belport once or more",
        "Ада была в Белпорте один или два раза",
        "Ада была в Белпорте дважды или трижды?",
    ],
)
def test_who_asks_once_or_twice_asks_how_often(question: str) -> None:
    intent = read_intent(question)
    assert intent.asked is Asked.COUNT
    assert not {"once", "twice", "two", "three", "раза", "дважды"} & set(intent.rest.split())


@pytest.mark.parametrize(
    "question",
    [
        "the siege of Dorham, when did it start and end",
        "start and end dates of the siege of Dorham",
        "from when to when the siege of Dorham",
    ],
)
def test_both_ends_of_a_thing_say_nothing_of_which_it_is(question: str) -> None:
    intent = read_intent(question)
    assert intent.asked is Asked.WHEN
    assert not {"start", "end", "from"} & set(intent.rest.split())


@pytest.mark.parametrize(
    "question",
    ["what did Ada plant in the first days of the year", "the last few weeks of the siege"],
)
def test_the_first_days_of_something_are_no_occasion(question: str) -> None:
    assert read_intent(question).occasion is None
