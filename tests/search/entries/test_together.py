"""What one sentence tells of a question, and what it is to ask for the day of a deed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.search.entries.together import share_together, share_unsaid, units_titled
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from bot.search.weighing.confidence import Features
from bot.search.weighing.scoring import weigh
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

HARBOUR = make_timeline(
    make_event(
        "1901-harbour",
        "1901",
        "Ada Quist opens the harbour of Oslo",
        summary="The stone bridge was finished in the same year. Ivar Moe praised the town.",
        people=["Ada Quist", "Ivar Moe"],
        places=["Oslo"],
    ),
    make_event("1905-bridge", "1905", "The stone bridge falls", summary="Nobody is hurt."),
    make_event("1907-tower", "1907", "Ivar Moe climbs the church tower"),
    make_event("1909-town", "1909", "The town gives a feast"),
    make_event("1911-tower", "1911", "Ivar Moe paints the church tower"),
    names=(make_name("Ada Quist", "Quist"), make_name("Ivar Moe", "Moe")),
    synonyms=(("harbour", "port", "docks"),),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(HARBOUR)


def describe(text: str, index: Index) -> Features:
    found = search(text, index, today=DAY).features
    assert found is not None
    return found


def test_an_id_tells_what_an_entry_is_where_somebody_curates() -> None:
    for summary, unsaid in (("Much else.", 0.0), ("", 0.5)):
        fall = make_event("1905-moon-tower", "1905", "Tower falls on Moe", summary=summary)
        store = build_index(make_timeline(fall))
        query = read_query("tower on the moon", store, today=DAY)
        (candidate,) = weigh([0], query, store)
        titled = units_titled(candidate, query, store)
        assert share_unsaid(candidate, query, store, titled=titled) == pytest.approx(unsaid)


def test_the_day_of_a_deed_is_trusted_less_where_the_title_does_not_tell_it(index: Index) -> None:
    told, made_up = (
        search(f"when did {who} open the harbour", index, today=DAY) for who in ("Quist", "Moe")
    )
    assert told.matches[0].event.id == made_up.matches[0].event.id == "1901-harbour"
    assert told.matches[0].score - made_up.matches[0].score > 0.2


def test_keywords_presuppose_nothing(index: Index) -> None:
    assert describe("when did Moe finish the bridge", index).when_vague > 0
    assert describe("Moe bridge", index).when_vague == 0


def test_what_was_counted_out_is_of_the_kind_asked_for_as_far_as_that_is_explained(
    index: Index,
) -> None:
    told = describe("Moe's second church tower", index)
    vague = describe("Moe's second church tower wedding", index)
    assert (told.chosen, told.not_chosen) == (1, 0)
    assert told.chosen_vaguely < vague.chosen_vaguely
    assert describe("Moe's seventh church tower", index).not_chosen == 1


def test_a_single_sentence_holds_what_is_told_together(index: Index) -> None:
    praised, opened = (
        read_query(f"when did {text}", index, today=DAY)
        for text in ("Moe praise the town", "Moe finish the stone bridge")
    )
    come = read_query("when did Moe come", index, today=DAY)
    shares = []
    for query in (praised, opened, come):
        (harbour,) = weigh([0], query, index)
        titled = units_titled(harbour, query, index)
        shares.append(share_together(harbour, query, index, titled=titled))
    assert shares[0] == shares[2] == 1.0
    assert shares[1] < 1.0


@pytest.mark.parametrize(
    "text",
    ["when did Moe climb the tower", "the USSR tower", "Soviet Union tower", "tower on the sun"],
)
def test_a_bare_title_says_what_reading_it_would_tell(text: str) -> None:
    """One more entry with a summary elsewhere; the titles themselves are read, or not."""
    titles = ("Moe climbs the Soviet tower", "A Soviet union of towers", "Tower falls on Moe")
    events = [make_event(f"tale-{n}", str(1900 + n), title) for n, title in enumerate(titles)]
    store = build_index(make_timeline(*events))
    query = read_query(text, store, today=DAY)
    for number, event in enumerate(store.events):
        (candidate,) = weigh([number], query, store)
        read = [replace(event, summary="Much else.") if event is one else one for one in events]
        (same,) = weigh([number], query, summed := build_index(make_timeline(*read)))
        titled, unread = units_titled(candidate, query, store), units_titled(same, query, summed)
        assert titled is not None
        assert unread is None
        for share in (share_together, share_unsaid):
            told = share(candidate, query, store, titled=titled)
            assert told == share(same, query, summed, titled=unread)


def test_the_day_of_a_deed_is_trusted_less_where_no_sentence_tells_all(index: Index) -> None:
    assert describe("when did Moe finish the stone bridge", index).when_apart > 0
    assert describe("Moe stone bridge", index).when_apart == 0


def test_what_only_names_and_keywords_hold_is_said_in_no_sentence(index: Index) -> None:
    assert describe("Quist harbour Oslo", index).unsaid == 0
    kiln = build_index(
        make_timeline(
            make_event("1901-kiln", "1901", "The kiln is lit", people=["Ada Quist"]),
            make_event("1902-tower", "1902", "The tower is painted"),
            make_event("1903-bridge", "1903", "The bridge falls"),
        )
    )
    assert 0 < describe("Ada Quist kiln", kiln).unsaid < 1
    assert describe("kiln", kiln).unsaid == 0
