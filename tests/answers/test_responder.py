"""What is answered, in which form: headings, pages, periods, help."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from bot.answers.answer import MAX_REQUEST, Answer, AnswerKind, Request
from bot.answers.entries import PAGE
from bot.answers.responder import Responder
from bot.search.indexing.building import build_index
from bot.timeline.timeline import Timeline
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import FLIGHTS, KNOWN

DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def responder() -> Responder:
    return Responder(build_index(FLIGHTS, known_words=KNOWN))


@pytest.fixture(scope="module")
def busy() -> Responder:
    """Twelve entries of one year, one of the next."""
    months = [
        make_event(f"2022-{month:02}", f"2022-{month:02}-05", f"Meeting number {month}")
        for month in range(1, 13)
    ]
    return Responder(build_index(make_timeline(*months, make_event("2023-x", "2023", "Review"))))


def command(responder: Responder, text: str) -> Answer:
    return responder.command(text, today=DAY, random=Random(7))


def ids(answer: Answer) -> list[str]:
    return [entry.id for entry in answer.entries]


def test_when_leads_with_the_date(responder: Responder) -> None:
    answer = responder.answer("when did Hindenburg burn at Lakehurst?", today=DAY)
    assert answer.kind is AnswerKind.EVENTS
    assert answer.heading == ""
    assert [entry.label for entry in answer.entries] == ["6 May 1937"]


def test_how_many_leads_with_the_number_and_keeps_the_order_of_time(responder: Responder) -> None:
    answer = responder.answer("how many times was the atlantic crossed", today=DAY)
    assert answer.heading == "2 entries, in order of time:"
    assert ids(answer) == ["1919-atlantic", "1927-atlantic-alone"]


def test_an_entry_is_shown_as_curated(responder: Responder) -> None:
    entry = command(responder, "id 1909-channel").entries[0]
    assert entry.title == "Louis Blériot flies across the English Channel"
    assert entry.summary == "The crossing from Calais to Dover takes 36 minutes."
    assert entry.sources[0].url == "https://example.org/page"


def test_a_correction_is_told_to_the_asker(responder: Responder) -> None:
    assert responder.answer("when did hindenbrug burn", today=DAY).note == (
        "Searched for “hindenburg”."
    )


def test_it_says_plainly_that_it_does_not_know(responder: Responder) -> None:
    answer = responder.answer("who won the world cup", today=DAY)
    assert answer.kind is AnswerKind.ABSTAIN
    assert answer.heading == "I do not know: nothing in the timeline answers that."
    assert not answer.is_answered


@pytest.mark.parametrize("text", ["", "   ", "help", "Help!", "?", "помощь", "도움말"])
def test_nothing_and_help_give_help(responder: Responder, text: str) -> None:
    for answer in (responder.answer(text, today=DAY), command(responder, text)):
        assert answer.kind is AnswerKind.HELP
        assert len(answer.examples) == 3


def test_the_examples_of_the_help_are_answered(responder: Responder) -> None:
    for example in responder.examples():
        assert responder.answer(example, today=DAY).is_answered, example


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1909", ["1909-channel"]),
        ("May 1937", ["1937-hindenburg"]),
        ("1937-05-06", ["1937-hindenburg"]),
        ("1900..1910", ["1903-flight", "1909-channel"]),
        ("1920s", ["1927-atlantic-alone"]),
        ("25 July", ["1909-channel"]),
    ],
)
def test_a_period_is_listed_in_order(responder: Responder, text: str, expected: list[str]) -> None:
    answer = command(responder, text)
    assert answer.kind is AnswerKind.PERIOD
    assert ids(answer) == expected


def test_a_period_knows_its_neighbours(busy: Responder) -> None:
    year, month = command(busy, "2022"), command(busy, "May 2022")
    assert (year.before, year.after) == ("", "2023")
    assert (month.before, month.after) == ("April 2022", "June 2022")
    assert command(busy, month.before).heading == "April 2022: 1 entry"


def test_an_empty_period_says_so_and_names_the_nearest(responder: Responder) -> None:
    answer = command(responder, "1930")
    assert answer.heading == "Nothing is recorded for 1930."
    assert answer.lines == (
        "20–21 May 1927: Charles Lindbergh crosses the Atlantic alone",
        "6 May 1937: The airship Hindenburg burns at Lakehurst",
    )


def test_pages_show_every_entry_once(busy: Responder) -> None:
    seen: list[str] = []
    answer = command(busy, "2022")
    while True:
        seen += ids(answer)
        assert len(answer.entries) <= PAGE
        if not answer.remaining:
            break
        offset = answer.offset + len(answer.entries)
        answer = busy.again(answer.request, today=DAY, offset=offset)
    assert seen == [f"2022-{month:02}" for month in range(1, 13)]


@pytest.mark.parametrize("offset", [-1, 10_000])
def test_an_offset_beyond_the_entries_begins_again(busy: Responder, offset: int) -> None:
    assert busy.again(Request("period", "2022"), today=DAY, offset=offset).offset == 0


def test_today_counts_the_years(responder: Responder) -> None:
    answer = responder.today(DAY)
    assert answer.heading == "On this day, 2 March"
    assert [(entry.id, entry.remark) for entry in answer.entries] == [
        ("1969-concorde", "57 years ago")
    ]


def test_a_day_without_entries_is_said_to_be_empty(responder: Responder) -> None:
    assert (
        responder.today(date(2026, 1, 1)).heading
        == "No entry is dated exactly 1 January, in any year."
    )


def test_a_short_stay_stands_on_its_first_day_only_with_its_dates(responder: Responder) -> None:
    (entry,) = responder.today(date(2026, 5, 20)).entries
    assert (entry.label, entry.remark) == ("20–21 May 1927", "99 years ago")
    assert responder.today(date(2026, 5, 21)).entries == ()


def test_what_came_later_is_not_remembered_on_a_day_before_it(responder: Responder) -> None:
    answer = responder.today(date(1968, 3, 2))
    assert answer.entries == ()
    assert answer.heading == "No entry is dated exactly 2 March, in 1968 or before."


def test_an_id_is_found_whatever_its_case(responder: Responder) -> None:
    assert ids(command(responder, "id 1909-Channel")) == ["1909-channel"]
    assert command(responder, "id nothing").heading == "There is no entry with the id “nothing”."


def test_random_is_repeatable(responder: Responder) -> None:
    assert ids(command(responder, "random")) == ids(command(responder, "random"))


def test_any_other_command_is_a_question(responder: Responder) -> None:
    assert ids(command(responder, "lindbergh"))[0] == "1927-atlantic-alone"


@pytest.mark.parametrize("verb", ["ask", "period", "today", "id", "help", "nonsense"])
def test_a_request_from_a_button_never_raises(responder: Responder, verb: str) -> None:
    for text in ("", "1909", "x" * 5000, "\x00", "<!channel>"):
        responder.again(Request(verb, text), today=DAY, offset=3)


def test_a_request_is_short_enough_for_a_button(responder: Responder) -> None:
    answer = responder.answer("hindenburg " * 2000, today=DAY)
    assert len(answer.request.text) <= MAX_REQUEST


def test_an_empty_timeline_says_that_it_is_empty() -> None:
    empty = Responder(build_index(Timeline.build([], [])))
    assert empty.answer("anything", today=DAY).heading == (
        "The timeline is empty, so there is nothing to answer from."
    )
    assert command(empty, "random").kind is AnswerKind.ABSTAIN
    assert command(empty, "2022").entries == ()
    assert command(empty, "help").kind is AnswerKind.HELP


def test_the_timeline_is_named_only_where_there_are_several() -> None:
    one = make_timeline(make_event("a", "2001", "Alpha", timeline="a"), timeline_id="a", title="A")
    two = make_timeline(make_event("b", "2001", "Beta", timeline="b"), timeline_id="b", title="B")
    both = Timeline.build([*one.infos, *two.infos], [*one.events, *two.events])
    answer = command(Responder(build_index(both)), "2001")
    assert [entry.timeline for entry in answer.entries] == ["A", "B"]
    assert command(Responder(build_index(one)), "2001").entries[0].timeline == ""
