"""A large store: the events that hold most of what is asked for, at a cost that stays small."""

from __future__ import annotations

from array import array
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.asking.units import Unit, Variant
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.indexing.postings import Posting
from bot.search.query import read_query
from bot.search.weighing import of_time, scoring
from bot.search.weighing import recall as module
from bot.search.weighing.gains import largest
from bot.search.weighing.recall import Wanted, Wish, recall
from bot.search.weighing.scoring import find_candidates
from tests.examples import make_event, make_timeline

DAY = date(2026, 3, 15)
THINGS = ("harbour", "bridge", "railway", "canal", "tower")


@pytest.fixture(scope="module")
def index() -> Index:
    """Two hundred events about a few things; one of them is about two at once."""
    events = [
        make_event(f"e{n}", str(1800 + n), f"The {THINGS[n % 5]} of town {n} opened")
        for n in range(200)
    ]
    return build_index(make_timeline(*events, make_event("both", "1850", "Harbour bridge opened")))


@pytest.fixture(autouse=True)
def _small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of two hundred events stands for a large one."""
    monkeypatch.setattr(scoring, "MANY", 20)
    monkeypatch.setattr(module, "MOST_READ", 50)
    monkeypatch.setattr(module, "MOST_OF_ONE", 30)
    monkeypatch.setattr(module, "FEW", 10)
    monkeypatch.setattr(module, "KEPT", 15)


def found(question: str, index: Index) -> list[str]:
    """The ids of the candidates, best first."""
    query = read_query(question, index, today=DAY)
    return [index.events[one.number].id for one in find_candidates(query, index)]


def test_what_holds_both_words_is_found_among_many_that_hold_one(index: Index) -> None:
    assert found("when was the harbour bridge opened", index)[0] == "both"


def test_the_rarest_word_finds_its_event_whatever_the_others_hold(index: Index) -> None:
    assert found("the railway opened in town 137", index)[0] == "e137"


def test_a_common_word_takes_nothing_from_what_rarer_ones_found(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_READ", 500)
    assert "e137" in found("a canal, number 137", index)


def test_a_time_asked_for_narrows_common_words_and_others_are_still_looked_at(
    index: Index,
) -> None:
    ids = found("the tower of Zanzibar in 1874", index)
    assert "e74" in ids
    assert len(ids) > 1


def test_where_an_event_of_the_time_holds_all_that_was_asked_no_other_times_are_looked_at(
    index: Index,
) -> None:
    assert found("a tower that opened in 1874", index) == ["e74"]
    assert len(found("a tower that opened, 1874", index)) > 1  # a year may be a part of its name


def test_times_that_overlap_or_follow_one_another_are_read_as_one(index: Index) -> None:
    asked = "the tower in 1874, in 1879, in 1875, in 1874 and from 1878 to 1884"
    windows = scoring._windows(read_query(asked, index, today=DAY), index)
    assert windows == ((75, 77), (79, 86))  # one more stands before them, of 1850
    assert {"e74", "e79", "e84"} <= set(found(asked, index))


def test_many_years_are_found_in_titles_as_one_is(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = make_event("late", "1990", "The 1931 treaty is kept")
    store = build_index(make_timeline(*index.events, told))
    naming = []
    for several in (of_time.SEVERAL, 0):
        monkeypatch.setattr(of_time, "SEVERAL", several)
        query = read_query("the 1931 treaty", store, today=DAY)
        numbers = range(len(store.events))
        naming.append([n for n in numbers if of_time.names_year(n, query, store)])
    assert [store.events[number].id for number in naming[0]] == ["late"]
    assert naming[1] == naming[0]


def test_no_more_events_are_looked_at_than_allowed(index: Index) -> None:
    query = read_query("opened town", index, today=DAY)
    wanted = [Wanted(unit, unit.weight) for unit in query.units]
    for limit in (0, 1, 7):
        assert len(recall(Wish(wanted, limit, limit), index, ())) == limit
    assert recall(Wish([], 5, 5), index, ()) == []


def test_coverage_is_the_same_as_where_every_event_is_looked_at(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = read_query("harbour bridge of town 12", index, today=DAY)
    close = {one.number: one for one in find_candidates(query, index)}
    monkeypatch.setattr(scoring, "MANY", 1000)
    plain = {one.number: one for one in find_candidates(query, index)}
    assert close
    for number, one in close.items():
        assert one.coverage == pytest.approx(plain[number].coverage)


@given(st.binary(max_size=30).map(lambda raw: raw.replace(b"\0", b"\1")), st.integers(1, 40))
def test_the_strongest_of_a_posting_are_none_weaker_than_one_left_out(
    strengths: bytes, limit: int
) -> None:
    posting = Posting(array("I", range(0, 3 * len(strengths), 3)), strengths)
    numbers, found = posting.strongest(limit)
    assert list(found) == sorted(strengths, reverse=True)[:limit]
    held = dict(zip(posting.numbers, strengths, strict=True))
    assert [held[number] for number in numbers] == list(found)
    assert len(set(numbers)) == len(numbers)


@given(st.dictionaries(st.integers(0, 99), st.sampled_from([0.1, 0.2, 0.5])), st.integers(1, 60))
def test_of_equal_gains_the_earlier_events_stay(gains: dict[int, float], most: int) -> None:
    in_order = sorted(gains.items(), key=lambda pair: (-pair[1], pair[0]))
    assert largest(gains, most) == in_order[:most]


def test_a_common_name_counts_at_late_events_as_at_early_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_READ", 100)
    many = [make_event(f"j{n}", str(1800 + n), f"John Brown {n} is born") for n in range(40)]
    others = [make_event(f"g{n}", str(1850 + n), f"Zeb Glannon {n} is born") for n in range(20)]
    late = make_event("late", "1990", "Death of John Glannon")
    store = build_index(make_timeline(*many, *others, late))
    query = read_query("John Glannon", store, today=DAY)
    wanted = [Wanted(unit, unit.weight) for unit in query.units]
    assert [store.events[n].id for n in recall(Wish(wanted, 1, 1), store, ())] == ["late"]


def test_half_of_a_phrase_that_stands_for_another_is_nothing(index: Index) -> None:
    for reason, is_alone in (("related", True), ("phrase", False)):
        unit = Unit("port span", (Variant(("harbour", "bridg"), 1.0, reason),), 1.0)
        found = recall(Wish([Wanted(unit, 1.0)], 100, 100), index, ())
        assert index.events[found[0]].id == "both"
        assert (len(found) == 1) is is_alone


@pytest.mark.parametrize("seed", range(12))
def test_what_is_left_unread_changes_nothing_that_matters(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside a plain sum over all events: the best few, and all that hold half as much."""
    monkeypatch.setattr(module, "MOST_READ", 10_000)
    random = Random(seed)
    shares = dict(zip(THINGS, (0.02, 0.05, 0.2, 0.5, 0.8), strict=True))
    titles = [
        " ".join(["Opening", *(one for one in THINGS if random.random() < shares[one])])
        for _ in range(300)
    ]
    events = [make_event(f"e{n}", str(1700 + n), title) for n, title in enumerate(titles)]
    store = build_index(make_timeline(*events))
    query = read_query(" ".join(THINGS), store, today=DAY)
    wanted = [Wanted(unit, unit.weight) for unit in query.units]
    plain = {
        number: sum(one.weight * max(store.strength(k, number) for k in one.unit.keys)
                    for one in wanted)
        for number in range(300)
    }  # fmt: skip
    in_order = sorted(plain, key=lambda number: (-round(plain[number], 9), number))
    found = recall(Wish(wanted, limit=60, enough=10), store, ())
    assert [round(plain[n], 9) for n in found[:10]] == [round(plain[n], 9) for n in in_order[:10]]
    half = {n for n in in_order[:60] if plain[n] >= 0.51 * plain[in_order[0]]}
    assert half <= set(found)
