"""What was counted before, asked of another who is only named."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from bot.search.threads.of_another import asked_of_another, with_kind_said
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

MEETINGS = make_timeline(
    make_event("1901-talks", "1901-03-02", "Ada Moss meets Bob Cole in Belport",
               people=["Ada Moss", "Bob Cole"], places=["Belport"]),
    make_event("1902-fair", "1902-06-02", "Cy Dent opens a fair", people=["Cy Dent"]),
    make_event("1903-talks", "1903-03-09", "Ada Moss and Bob Cole meet again",
               people=["Ada Moss", "Bob Cole"]),
    make_event("1904-dinner", "1904-03-09", "Ada Moss meets Cy Dent at a dinner",
               people=["Ada Moss", "Cy Dent"]),
    make_event("1905-mill", "1905-03-09", "Dee Hill buys the old mill", people=["Dee Hill"]),
    make_event("1906-talks", "1906-03-09", "Ada Moss and Cy Dent meet in Norwick",
               people=["Ada Moss", "Cy Dent"], places=["Norwick"]),
    make_event("1907-letter", "1907-03-09", "Cy Dent writes a letter", people=["Cy Dent"]),
    names=(make_name("Ada Moss"), make_name("Bob Cole"), make_name("Cy Dent"),
           make_name("Dee Hill"), make_name("Belport", kind="places"),
           make_name("Norwick", kind="places")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(MEETINGS)


@pytest.mark.parametrize(
    ("before", "now", "again"),
    [
        (
            "How many times did Ada Moss meet Bob Cole?",
            "Cy Dent",
            [
                "how many times did ada moss meet cy dent?",
                "how many times did cy dent meet bob cole?",
            ],
        ),
        ("how often was Bob Cole in Belport", "Norwick", ["how often was bob cole in norwick"]),
        ("how often was Bob Cole in Belport", "Cy Dent", ["how often was cy dent in belport"]),
        # The same one once more, more than a name, and what counts nothing.
        ("how many times did Ada Moss meet Bob Cole", "Bob Cole", []),
        ("how many times did Ada Moss meet Bob Cole", "Cy Dent letter", []),
        ("when did Ada Moss meet Bob Cole", "Cy Dent", []),
    ],
)
def test_a_name_takes_the_place_of_another_of_its_kind(
    index: Index, before: str, now: str, again: list[str]
) -> None:
    asked, said = (read_query(text, index, today=DAY) for text in (before, now))
    assert [*asked_of_another(before, asked, said)] == again


@pytest.mark.parametrize("question", ["and Cy Dent?", "what about Cy Dent"])
def test_what_was_counted_is_counted_of_another(index: Index, question: str) -> None:
    before = Turn(is_question=True, text="how many times did Ada Moss meet Bob Cole")
    found = search(question, index, today=DAY, context=(before,))
    counted = {match.event.id for match in found.matches[: found.answering]}
    assert counted == {"1904-dinner", "1906-talks"}


@pytest.mark.parametrize(
    ("question", "earlier", "asked"),
    [
        (
            "How long between the first and the second?",
            ["and the second", "when was the first talk of Ada?"],
            "how long between the first talk of ada and the second?",
        ),
        ("how long between the first and the second", ["second", "the talks"], None),
        ("how long between the first and the second talk", ["the first talk"], None),
        ("how long was it", ["the first talk"], None),
    ],
)
def test_what_kind_two_are_of_is_told_by_an_earlier_question(
    question: str, earlier: list[str], asked: str | None
) -> None:
    assert with_kind_said(question, earlier) == asked


def test_how_long_it_was_between_two_of_the_kind_spoken_of(index: Index) -> None:
    asked = "when did Ada Moss and Bob Cole first meet"
    context = tuple(Turn(is_question=True, text=text) for text in (asked, "and the second time?"))
    found = search("how long between the first and the second", index, today=DAY, context=context)
    assert [event.id for event in found.gap or ()] == ["1901-talks", "1903-talks"]
