"""Headings by rule: counts, choices, doubt, and that nothing was found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answers.answer import AnswerKind
from bot.answers.headings import MOST_CHOICES, NEAR_SCORE, is_counted, nothing_heading
from bot.answers.responder import Responder
from bot.answers.wording.en import ENGLISH
from bot.search.finding import Outcome
from bot.search.indexing.building import build_index
from tests.examples import make_event, make_name, make_timeline

DAY = date(2026, 3, 2)
TESTS = make_timeline(
    *(
        make_event(f"200{n}-test", f"200{n}-10-09", f"A nuclear test in the hills, number {n}",
                   summary="Some 1,200 soldiers stood guard.", tags=["nuclear-test"])
        for n in range(1, 4)
    ),
    *(
        make_event(f"19{n}-x", f"19{n}", f"{word} are sold at the market")
        for n, word in enumerate("Apples Pears Plums Figs Grapes Nuts Hats Shoes".split(), 10)
    ),
    make_event("2005-visit", "2005-02-01", "Soldiers visit the museum", tags=["visit"]),
    tags=(("nuclear-test", ""), ("visit", "")),
    synonyms=(("visit", "trip"), ("nuclear test", "detonation")),
)  # fmt: skip
INDEX = build_index(TESTS)
RESPONDER = Responder(INDEX)


@pytest.mark.parametrize(
    "question",
    [
        "how many times did they meet?",
        "how often was there a test",
        "how many nuclear tests were there?",
        "how many tests",
        "How many visits have there been",
        "how many trips",
        "number of detonations",
        "how many events are there",
        "сколько раз это было",
        "как часто",
        "핵실험을 몇 번 했나",
    ],
)
def test_what_happens_can_be_counted(question: str) -> None:
    assert is_counted(question, INDEX)


@pytest.mark.parametrize(
    "question",
    [
        "how many soldiers did they send?",
        "how many soldiers attended the nuclear test",
        "how many containers",
        "how many people died",
        "сколько солдат",
        "몇 명",
        "how many",
        "when was the visit",
    ],
)
def test_quantities_within_an_entry_are_not_counted(question: str) -> None:
    assert not is_counted(question, INDEX)


def test_a_count_leads_with_the_number_and_a_quantity_does_not() -> None:
    counted = RESPONDER.answer("how many nuclear tests in the hills were there?", today=DAY)
    assert counted.heading == "3 entries, in order of time:"
    assert [entry.id for entry in counted.entries] == ["2001-test", "2002-test", "2003-test"]
    asked = RESPONDER.answer("how many soldiers stood guard?", today=DAY)
    assert "in order of time" not in asked.heading


def test_an_ordinal_beyond_what_is_recorded_is_said_to_be_unknown() -> None:
    answer = RESPONDER.answer("the seventh nuclear test", today=DAY)
    assert answer.kind is AnswerKind.ABSTAIN
    assert (answer.heading, answer.note) == ("I know of no seventh.", "The nearest entries:")
    assert answer.entries


def test_an_ordinal_of_what_is_not_recorded_at_all_is_simply_unknown() -> None:
    answer = RESPONDER.answer("the second coronation of Napoleon", today=DAY)
    assert answer.heading == ENGLISH.nothing_found


def test_where_nothing_was_found_examples_are_offered() -> None:
    for question in ("the seventh nuclear test", "who won the world cup", "🚀", "visits in 1900"):
        answer = RESPONDER.answer(question, today=DAY)
        assert answer.kind is AnswerKind.ABSTAIN
        assert answer.examples == RESPONDER.examples() != ()


@pytest.mark.parametrize(
    ("number", "heading"),
    [
        (1, "I am not sure. Did you mean this?"),
        (2, "I am not sure. Did you mean one of these?"),
        (7, "I am not sure. Did you mean one of these?"),
        (8, "8 entries mention this; the first ones:"),
        (46, "46 entries mention this; the first ones:"),
    ],
)
def test_more_than_seven_are_no_choice(number: int, heading: str) -> None:
    assert ENGLISH.choices_heading(number, most=MOST_CHOICES) == heading


@pytest.mark.parametrize("question", ["weather in the hills", "museum of butter", "guard dogs"])
def test_what_is_nearly_sure_is_not_called_unknown(question: str) -> None:
    finding = RESPONDER.find(question, today=DAY)
    answer = RESPONDER.answer(question, today=DAY)
    if answer.kind is AnswerKind.ABSTAIN:
        is_near = bool(finding.matches) and finding.matches[0].score >= NEAR_SCORE
        assert answer.heading == ("I am not sure." if is_near else ENGLISH.nothing_found)


def test_a_yes_or_no_question_is_answered_with_what_is_recorded() -> None:
    answer = RESPONDER.answer("did soldiers visit the museum?", today=DAY)
    assert answer.heading == "This is recorded:"
    assert RESPONDER.answer("when did soldiers visit the museum?", today=DAY).heading == ""


@pytest.mark.parametrize(
    ("number", "note"), [(1, "The nearest entry:"), (3, "The nearest entries:")]
)
def test_the_nearest_are_introduced_in_the_right_number(number: int, note: str) -> None:
    assert ENGLISH.nearest_note(number, is_unrelated=False) == note


def test_a_list_is_a_chronology_and_says_so() -> None:
    answer = RESPONDER.answer("list all nuclear tests", today=DAY)
    assert answer.heading == "3 entries, in order of time:"
    assert [entry.id for entry in answer.entries] == ["2001-test", "2002-test", "2003-test"]


LINER = Responder(
    build_index(
        make_timeline(
            make_event("sails", "1912-04-10", "Captain Amundsen boards the liner at Bergen",
                       people=["Roald Amundsen", "Ada Lovelace"], places=["Bergen"]),
            make_event("storm", "1912-05-10", "A storm blows"),
            names=(make_name("Roald Amundsen", "Captain Amundsen", "Amundsen"),
                   make_name("Bergen", kind="places")),
        )
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("who boarded the liner", "People in this entry: Roald Amundsen."),
        ("who boarded the liner with Amundsen", "People in this entry: Ada Lovelace."),
        ("who was with Amundsen on the liner", "People in this entry: Ada Lovelace."),
        ("where did Amundsen board the liner", "Places in this entry: Bergen."),
        ("where in Bergen did Amundsen board the liner", ""),
        ("when did Amundsen board the liner", ""),
        ("where was the storm", ""),
    ],
)
def test_who_and_where_lead_the_answer(question: str, heading: str) -> None:
    answer = LINER.answer(question, today=DAY)
    assert answer.total == 1
    assert answer.heading == heading


BANK = Responder(
    build_index(
        make_timeline(
            make_event(
                "1911-loan", "1911-05", "The mill gets a loan led by the Fern Bank",
                people=["Ada Lovelace", "Moe Reed"], organisations=["Fern Bank", "Guild"],
                summary="Moe Reed signed for the bank.",
            ),
            make_event("1912-flood", "1912", "Flood: the wheel stands still for three hours"),
            make_event("1914-flood", "1914", "The great flood"),
            make_event("1915-fair", "1915", "A fair with 300 guests and guests from abroad"),
            make_event("1916-fair", "1916", "No guests at the fair"),
        )
    )
)  # fmt: skip


def test_a_body_that_the_title_names_may_be_who_is_asked_for() -> None:
    answer = BANK.answer("who led the loan to the mill", today=DAY)
    assert answer.heading == "Named in this entry: Fern Bank."


def test_who_did_something_is_not_told_by_naming_who_did_something_else() -> None:
    responder = Responder(
        build_index(
            make_timeline(
                make_event(
                    "veto", "1931-03-28", "Ada Quill vetoes the harbour bill",
                    people=["Ada Quill", "Moe Reed"],
                    summary="The guild abstained. Bell Ivory praised her.",
                ),
                make_event(
                    "vacant", "1934-05", "A new harbour master will be named soon",
                    people=["Bell Ivory", "Cy Dorn"],
                    summary="Bell Ivory said so after the death of the harbour master, Cy Dorn.",
                ),
                make_event("race", "1936", "Moe Reed beats the guests in the rowing race",
                           people=["Moe Reed"], places=["Fernby"]),
                make_event("talks", "1938", "Ada Quill meets Cy Dorn at Fernby",
                           people=["Ada Quill", "Cy Dorn", "Bell Ivory"], places=["Fernby"]),
            )
        )
    )  # fmt: skip

    def lead(question: str) -> str:
        return responder.answer(question, today=DAY).heading

    assert lead("who vetoed the harbour bill") == "People in this entry: Ada Quill."
    assert lead("who abstained on the harbour bill") == ""
    assert lead("who is the harbour master now") == ""
    assert lead("whom did Moe Reed beat in the rowing race") == ""
    assert lead("who did Ada Quill meet") == "People in this entry: Cy Dorn."
    company = lead("who was with Ada Quill at Fernby")
    assert company == "People in this entry: Cy Dorn and Bell Ivory."


def test_entries_that_are_each_one_of_what_is_counted_are_numbered_in_order_of_time() -> None:
    answer = BANK.answer("how many floods", today=DAY)
    assert answer.heading == "2 entries, in order of time:"
    assert [entry.id for entry in answer.entries] == ["1912-flood", "1914-flood"]
    assert "in order of time" not in BANK.answer("how many guests", today=DAY).heading


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("how long ago did the old mill burn down", "33 years, 1 month and 30 days ago:"),
        ("how many years ago was the mill opened", "About 40 years ago:"),
        ("how long has it been since the flood", "1 year, 2 months and 3 days ago:"),
        ("сколько лет назад сгорела мельница", "33 года, 1 месяц и 30 дней назад:"),
        ("when did the old mill burn down", ""),
    ],
)
def test_how_long_ago_it_was_is_reckoned_as_exactly_as_the_date_is_known(
    question: str, heading: str
) -> None:
    responder = Responder(
        build_index(
            make_timeline(
                make_event(
                    "fire", "1967-11-02", "The old mill burns down", keywords=["мельница сгорела"]
                ),
                make_event("opening", "1961", "The mill is opened"),
                make_event("flood", "1999-10-29", "A flood"),
            )
        )
    )
    assert responder.answer(question, today=date(2001, 1, 1)).heading == heading


def test_an_answer_says_from_which_entry_was_counted() -> None:
    responder = Responder(
        build_index(
            make_timeline(
                make_event("old", "1961-07-06", "Orland signs a treaty with Belport"),
                make_event("fair", "1962-08", "A fair is held"),
                make_event("walk", "1963-02", "A long walk"),
                make_event("new", "1970-01-02", "The ferry treaty is signed", significance=3),
                make_event("end", "1971-05", "The ferry sinks"),
            )
        )
    )
    answer = responder.answer("what happened a year after the ferry treaty", today=DAY)
    assert [entry.id for entry in answer.entries] == ["end"]
    assert answer.note == "Counted from 2 January 1970: The ferry treaty is signed."
    assert responder.answer("what happened in 1971", today=DAY).note == ""


@pytest.mark.parametrize(("year", "is_of_then"), [(2005, True), (1999, False)])
def test_a_time_is_not_called_empty_where_the_nearest_is_of_it(year: int, is_of_then: bool) -> None:
    found = RESPONDER.find("when did soldiers visit the museum", today=DAY).matches[0]
    near = found._replace(score=NEAR_SCORE)
    asked = RESPONDER.find(f"guards at the museum in {year}", today=DAY)
    finding = replace(asked, outcome=Outcome.ABSTAIN, matches=(near,), answering=0)
    heading, _ = nothing_heading(finding, "", INDEX, say=ENGLISH)
    assert (heading == "I am not sure.") is is_of_then
    assert ("nothing that fits is recorded" in heading) is not is_of_then
