"""Questions that several entries answer alike: which is meant is open, not whether it was so."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.finding import Finding, Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.ranking import rank
from tests.examples import make_event, make_name, make_timeline

TODAY = date(2026, 11, 23)
PORTS = make_timeline(
    *(
        make_event(f"bek-{year}", f"{year}-05-01", f"Jo Bek sails to Arkona {how}",
                   people=["Jo Bek"], places=["Arkona"])
        for year, how in ((1951, "with salt"), (1957, "with timber"), (1963, "with wool"))
    ),
    *(make_event(f"bek-mail-{year}", f"{year}-09-01", f"Jo Bek writes a letter from port {year}",
                 people=["Jo Bek"]) for year in range(1970, 1990)),
    make_event("rel", "1952-06-01", "Ivo Bek sails to Arkona with the mail",
               people=["Ivo Bek"], places=["Arkona"]),
    make_event("fire", "1960-03-04", "The mole of Arkona burns", places=["Arkona"]),
    names=(
        make_name("Jo Bek", "Йо Бек"),
        make_name("Ivo Bek", "Иво Бек"),
        make_name("Arkona", "Аркона", kind="places"),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(PORTS)


def find(question: str, index: Index) -> Finding:
    return rank(read_query(question, index, today=TODAY), index)


@pytest.mark.parametrize(
    ("question", "prefix"),
    [
        ("when did Bek sail to Arkona", "bek-19"),
        ("when did Jo Bek sail", "bek-19"),
        ("when did Bek write a letter", "bek-mail-"),
    ],
)
def test_what_several_entries_tell_wholly_is_offered(
    question: str, prefix: str, index: Index
) -> None:
    found = find(question, index)
    assert found.outcome in (Outcome.CHOICES, Outcome.SURE)
    assert found.answering > 1
    assert found.matches[0].event.id.startswith(prefix)


@pytest.mark.parametrize("question", ["when did Bek sell the ship", "when was it", "when"])
def test_what_none_tells_is_not(question: str, index: Index) -> None:
    assert find(question, index).outcome is Outcome.ABSTAIN


@pytest.mark.parametrize("typed", ["Бек в Арконе", "Беку в Арконе"])
def test_a_surname_is_met_in_latin_letters_too(typed: str, index: Index) -> None:
    """Entries write it so, and only what the data calls the people is in Russian."""
    found = find(typed, index)
    assert found.matches[0].event.id.startswith(("bek-19", "rel"))
    assert any("бек" in reason for reason in found.matches[0].reasons)
