"""The memory of conversations knows what was asked and shown, within its bounds."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from bot.answers.answer import MAX_REQUEST
from bot.search.threads.turns import Turn
from bot.slack.memory import LIFETIME, MOST_QUESTIONS, Exchange, Memory
from tests.slack.test_once import Clock

HERE, THERE = ("T1", "C1", "1.1"), ("T1", "C1", "2.2")


def asked(memory: Memory, place: object = HERE) -> list[str]:
    return [turn.text for turn in memory.turns(place) if turn.is_question]


def test_what_was_asked_and_shown_is_known_in_order() -> None:
    memory = Memory(Clock())
    memory.add(Exchange("Which summits?", ("The first", "The second")), HERE)
    memory.add(Exchange("and after that?"), HERE)
    assert memory.turns(HERE) == (
        Turn(is_question=True, text="Which summits?"),
        Turn(is_question=False, text="The first\nThe second"),
        Turn(is_question=True, text="and after that?"),
    )


def test_one_conversation_knows_nothing_of_another() -> None:
    memory = Memory(Clock())
    memory.add(Exchange("here"), HERE)
    assert memory.turns(THERE) == ()


def test_only_the_last_questions_are_known() -> None:
    memory = Memory(Clock())
    for number in range(MOST_QUESTIONS + 2):
        memory.add(Exchange(str(number)), HERE)
    assert asked(memory) == [str(number) for number in range(2, MOST_QUESTIONS + 2)]


def test_a_conversation_is_forgotten_when_it_rests() -> None:
    clock = Clock()
    memory = Memory(clock)
    memory.add(Exchange("first"), HERE)
    clock.now = LIFETIME - 1
    memory.add(Exchange("second"), HERE)
    clock.now = 2 * LIFETIME - 2
    assert asked(memory) == ["first", "second"]
    clock.now = 2 * LIFETIME - 1
    assert memory.turns(HERE) == ()
    assert len(memory) == 0


def test_the_conversation_that_rests_longest_gives_way_when_there_are_too_many() -> None:
    memory = Memory(Clock(), most=2)
    memory.add(Exchange("a"), "a")
    memory.add(Exchange("b"), "b")
    memory.add(Exchange("a again"), "a")
    memory.add(Exchange("c"), "c")
    assert len(memory) == 2
    assert [asked(memory, place) for place in "abc"] == [["a", "a again"], [], ["c"]]


def test_a_long_question_is_kept_in_part() -> None:
    memory = Memory(Clock())
    memory.add(Exchange("a" * 10_000), HERE)
    assert asked(memory) == ["a" * MAX_REQUEST]


def test_a_conversation_is_forgotten_on_demand() -> None:
    memory = Memory(Clock())
    memory.add(Exchange("here"), HERE)
    memory.forget(HERE)
    memory.forget("never seen")
    assert memory.turns(HERE) == ()


def test_a_branch_begins_with_what_is_known_and_goes_its_own_way() -> None:
    memory = Memory(Clock())
    memory.add(Exchange("before"), HERE)
    memory.branch(HERE, THERE, "elsewhere")
    memory.add(Exchange("there"), THERE)
    assert asked(memory, THERE) == ["before", "there"]
    assert asked(memory, HERE) == asked(memory, "elsewhere") == ["before"]


def test_nothing_branches_from_nothing() -> None:
    memory = Memory(Clock())
    memory.branch(HERE, THERE)
    assert len(memory) == 0


def test_many_threads_lose_nothing() -> None:
    memory = Memory(Clock())
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda n: memory.add(Exchange(str(n)), n % 40), range(40 * MOST_QUESTIONS)))
    assert [len(asked(memory, place)) for place in range(40)] == [MOST_QUESTIONS] * 40
