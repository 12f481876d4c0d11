"""What people say around a question, and that none of the question goes with it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.indexing.building import build_index
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.searching import search
from bot.search.talk.chatter import LONGEST, _is_bare, _without_layer, without_chatter
from bot.search.talk.chatter_words import ALONG, CHATTER, CLOSING, KNOWING, QUESTION_WORDS
from bot.search.talk.clauses import read_clauses
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

SAID = sorted({*ALONG, *CHATTER, *CLOSING, *KNOWING, *QUESTION_WORDS})

QUESTION = "when did Carla Dent open the Severn bridge"


def bare(text: str) -> str:
    """The words that are left, and the marks between words."""
    return " ".join(without_chatter(text).split()).strip(" ,.:;!?-*()🙂🎉☀\ufe0f")


@pytest.mark.parametrize(
    "message",
    [
        "sorry if this was asked before, {}",
        "quick question: {}",
        "ok so my boss wants to know {}",
        "@channel anyone remember {}",
        "<@U012ABC> need this for my paper: {}",
        "*urgent* {}",
        "> {}",
        "1) {}",
        "my neighbour and I were at odds over tea. {}",
        "I have a presentation tomorrow: {}",
        "writing a speech for the anniversary, remind me {}",
        "preparing the party; {}",
        "one last q before I log off: {}",
        "hi all, last thing before my train leaves - {}",
        "{} need it asap for today's briefing",
        "{} thx in advance :pray:",
        "{} any idea?",
        "random q {}",
        "any1 know {}",
        "just out of curiosity {}",
        "my kid asked me at dinner {}",
        "help deadline in 10 min {}",
        "urgent before recording in 10 min: {}",
        "hello again it's Ms Moss from room 12, {}",
        "this is Dr. Moss here - {}",
        "{} need it by 5pm",
        "{} can't find it anywhere",
        "{} whenever you have a minute",
        "{} thanks a bunch!",
        "wife's quiz night: {}",
        "{} (asking for a friend)",
        "{} Best regards, Anna",
        "could someone please tell me {}",
        "would love to know {}",
        "gm gm ☀️ {}",
        "happy friday 🎉 {}",
        "merry christmas everyone! {}",
        "you rock! {}",
        "{}? ta",
        "before the meeting starts, {}",
        "heyo! random thought: {}",
        "{} pls respond quickly",
        "need this in 5 min: {}",
        "this is for a 10 minute podcast, {}",
        "I'm on page 3 of my paper: {}",
        "quick one for a 3 pm call - {}",
        "for the editor's briefing: {}",
        "for the investors deck, {}",
        "ok second try: {}",
        "last thing before bed: {}",
        "final one today, {}",
        "my 8 year old asks: {}",
        "q2: {}",
        "question 3 - {}",
        "k, {}",
        "before the 2pm call: {}",
        "on air in 3, {}",
        "exam tomorrow 9am!!! {}",
        "real quick before standup: {}",
        "my mate reckons otherwise, {}",
        "for context I'm new to this. {}",
        "{} asap please, meeting starts in 10",
    ],
)
def test_what_is_said_around_a_question_goes(message: str) -> None:
    assert bare(message.format(QUESTION)).removeprefix("me ") == QUESTION


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("извините если уже спрашивали, когда открыли мост", "когда открыли мост"),
        ("срочно нужно для доклада: когда открыли мост", "когда открыли мост"),
        ("когда открыли мост заранее спасибо", "когда открыли мост"),
        ("всем привет 🙂 когда открыли мост", "когда открыли мост"),
        ("дорогой бот, когда открыли мост", "когда открыли мост"),
        ("с наступающим! когда открыли мост", "когда открыли мост"),
        ("когда открыли мост а то забыл", "когда открыли мост"),
        ("люди добрые, когда открыли мост", "когда открыли мост"),
        ("когда открыли мост если не сложно", "когда открыли мост"),
        ("갑자기 생각났는데 다리 개통 언제", "다리 개통 언제"),
        ("когда открыли мост никак не найду", "когда открыли мост"),
        ("죄송한데 다리 개통 언제", "다리 개통 언제"),
        ("새해 복 많이 받으세요! 다리 개통 언제", "다리 개통 언제"),
        ("논문 쓰는 중인데 다리 개통 언제", "다리 개통 언제"),
        ("ㅋㅋㅋ 그건 그렇고 다리 개통 언제", "다리 개통 언제"),
        ("다리 개통 언제 급해요 ㅠㅠ", "다리 개통 언제"),
        ("다리 개통 언제 아시는 분", "다리 개통 언제"),
        ("второй вопрос: когда открыли мост", "когда открыли мост"),
        ("через 5 минут эфир, когда открыли мост", "когда открыли мост"),
        ("для доклада в пятницу надо: когда открыли мост", "когда открыли мост"),
        ("когда открыли мост всю голову сломал", "когда открыли мост"),
        ("когда открыли мост нужно до обеда", "когда открыли мост"),
        ("회의 5분 전인데 다리 개통 언제", "다리 개통 언제"),
        ("викторина, вопрос 7: когда открыли мост", "когда открыли мост"),
        ("в третий раз спрашиваю: когда открыли мост", "когда открыли мост"),
        ("퀴즈 3번 문제: 다리 개통 언제", "다리 개통 언제"),
        ("3분 뒤 방송인데 다리 개통 언제", "다리 개통 언제"),
        ("다리 개통 언제 연도만요", "다리 개통 언제"),
        ("두 번째 질문입니다. 다리 개통 언제", "다리 개통 언제"),
        ("다리 개통 언제 기억이 안 나네요 ㅠㅠ", "다리 개통 언제"),
    ],
)
def test_so_it_does_in_other_languages(message: str, kept: str) -> None:
    assert bare(message) == kept


def test_a_question_of_everyday_words_is_left_of_what_is_said_behind_it() -> None:
    asked = "what happened in the last two weeks"
    assert bare(f"{asked} need it for a quiz") == asked


def test_whether_there_was_something_points_back_to_nothing() -> None:
    talk = "my tutor and I had a row last night, "
    assert bare(talk + "how many bridges were there") == "how many bridges were there"
    assert bare(talk + "who went there").startswith("my tutor")


@pytest.mark.parametrize(
    "question",
    [
        "who asked for help in Korea",
        "did they ask Stalin for help",
        "the boss of the bridge works",
        "what did the report say about friends of the bridge",
        "after the war, who ruled the north",
        "before the summit, what happened",
        "yesterday, did Carla meet Dent",
        "thanks",
        "sorry to bother you",
        "subscribe at 09:00",
        "for the harbour's briefing: was it late",
        "after 5 minutes, who left the bridge",
        "the letters of Dent, the last one",
        "the first one: who built it",
    ],
)
def test_a_question_stays_whole(question: str) -> None:
    assert bare(question) == question


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("bridge act no. 5 of arland", 1),
        ("when did j. quist climb mt. otter", 1),
        ("no such luck. when did it open", 2),
        ("they built it in 5. when did it open", 2),
    ],
)
def test_a_stop_that_shortens_a_word_ends_no_clause(text: str, clauses: int) -> None:
    assert len(read_clauses(text)) == clauses


def test_talk_about_who_asks_stays_where_it_holds_a_name() -> None:
    message = "I read about Dent, which bridge was opened"
    assert "Dent" in without_chatter(message, is_name=lambda word: word == "dent")
    assert "Dent" not in without_chatter(message)


def test_talk_about_who_asks_stays_where_the_question_points_back_to_it() -> None:
    message = "I mean the bridge by Dent, when was it opened"
    assert without_chatter(message) == message


WORDS = st.sampled_from(
    "when did Dent open the bridge sorry boss paper need friend asap I my thanks if was asked 1966"
    " before but , . : ( ) @here > heyyyy извините спасибо доклад 혹시 질문".split()
)


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=200))
@example("Dent thanks but if")
def test_places_stay_and_nothing_is_left_out_twice(text: str) -> None:
    once = without_chatter(text)
    assert len(once) == len(text)
    assert all(new in (old, " ") for new, old in zip(once, text, strict=True))
    assert without_chatter(" ".join(once.split())).split() == once.split()


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_names_and_the_last_question_are_never_lost(text: str) -> None:
    asked = f"{text}. When did Carla open the Severn bridge in 1966?"
    kept = without_chatter(asked, is_name=lambda word: word in ("carla", "severn", "dent"))
    assert kept.endswith("When did Carla open the Severn bridge in 1966?")


def test_what_is_no_message_is_left_alone() -> None:
    text = "sorry boss, " * LONGEST
    assert without_chatter(text) == text


@given(
    st.lists(st.sampled_from([*SAID, *sorted(FUNCTION_WORDS), "veto", "Oslo", "heyyy"]), max_size=9)
)
def test_what_is_plainly_bare_has_nothing_said_around_it(words: list[str]) -> None:
    text = " ".join(words)
    assert not _is_bare(text) or _without_layer(text, lambda _: False) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ada and Bob, meeting number two", "Ada and Bob, meeting number two"),
        ("question number two, when was the flood", "when was the flood"),
    ],
)
def test_a_clause_with_a_number_says_which(text: str, kept: str) -> None:
    assert without_chatter(text).strip(" ,") == kept


@pytest.mark.parametrize(
    "message",
    [
        "ooh {}",
        "soo {}",
        "heyy {}",
        "{} rly",
        "wow {} tbh",
        "omg {} haha",
        "argh {} <3",
        "имхо {}",
        "{} кароч",
        "아이고 {}",
    ],
)
def test_cries_and_what_is_shortened_in_chat_take_no_trust_away(message: str) -> None:
    index = build_index(
        make_timeline(
            make_event("bridge", "1911", "Ada Quist opens a bridge", people=["Ada Quist"]),
            make_event("tower", "1912", "Emil Frost opens a tower", people=["Emil Frost"]),
            names=(make_name("Ada Quist"), make_name("Emil Frost")),
        )
    )
    plainly = search("when did Ada Quist open the bridge", index, today=DAY).matches[0]
    said = message.format("when did Ada Quist open the bridge")
    found = search(said, index, today=DAY).matches[0]
    assert found.event.id == "bridge"
    assert found.score == pytest.approx(plainly.score, abs=0.02)


@pytest.mark.parametrize("asking", ["remind me when", "could you tell me when", "I wonder when"])
def test_who_wants_to_be_told_something_does_not_speak_of_themselves(asking: str) -> None:
    asked = f"an odd thing, {asking} the dues were raised"
    assert bare(asked).endswith("when the dues were raised")
