"""Questions about two entries, told as stories."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.finding import Finding, Outcome
from bot.search.from_entry.anchors import read_anchor
from bot.search.from_entry.pairs import PairAsk, read_pairs
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

RACES = make_timeline(
    make_event("rheims", "1909-08-22", "The Rheims air race draws a crowd", places=["Rheims"],
               tags=["race"]),
    make_event("bridge", "1910-02-01", "A bridge opens at Dorham"),
    make_event("crash", "1911-05-03", "A balloon comes down in Arland"),
    make_event("crowd", "1912-03-09", "A crowd sees a balloon over Dorham"),
    make_event("chicago", "1912-09-09", "The Chicago air race is flown", places=["Chicago"],
               tags=["race"]),
    make_event("peace", "1919", "The peace treaty is signed"),
    names=(make_name("Rheims", "Реймс", "랭스", kind="places"),
           make_name("Chicago", "Чикаго", "시카고", kind="places")),
    synonyms=(("race", "races", "гонка", "гонки", "гонкой", "경주"),
              ("peace", "мир", "평화"), ("treaty", "договор", "조약")),
    tags=(("race", "races"),),
)  # fmt: skip


PACTS = make_timeline(
    make_event("oslo", "1951-03-01", "The Oslo pact on herring is signed", places=["Oslo"]),
    make_event("quay", "1953-05-01", "A quay is built in Oslo", places=["Oslo"]),
    make_event("act2", "1957-02-01", "Act No. 2102 on nets is passed"),
    make_event("riga", "1958-06-01", "The pact of Riga is signed", places=["Riga"]),
    make_event("act3", "1960-02-01", "Act No. 2190 on boats is passed"),
    make_event("storm", "1961-10-01", "A storm sinks the fleet"),
    make_event("act4", "1962-02-01", "Act No. 2345 on prices is passed"),
    make_event("bergen", "1964-03-01", "Leaders sign the Bergen pact", places=["Bergen"]),
    make_event("both", "1970-04-01", "A ferry links Oslo and Bergen", places=["Oslo", "Bergen"]),
    make_event("other", "1975-04-01", "A ferry burns"),
    names=(make_name("Oslo", kind="places"), make_name("Riga", kind="places"),
           make_name("Bergen", kind="places")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which pact came between Oslo and Bergen", "riga"),
        ("the pact between Oslo and Bergen", "riga"),
        ("which act was passed between 2102 and 2345", "act3"),
        ("which act came between number 2102 and number 2345", "act3"),
        ("the ferry between Oslo and Bergen", "both"),
    ],
)
def test_one_of_a_kind_lies_between_two_that_are_called_by_their_names(
    question: str, expected: str
) -> None:
    assert ids(found(build_index(PACTS), question))[0] == expected


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(RACES)


def found(index: Index, question: str) -> Finding:
    return search(question, index, today=DAY)


def ids(finding: Finding) -> list[str]:
    return [match.event.id for match in finding.matches[: finding.answering]]


@pytest.mark.parametrize(
    "question",
    [
        "what happened between the Rheims race and the Chicago race",
        "between the Rheims and Chicago races, what happened?",
        "between the two races",
        "what happened between the first and the second air race?",
        "что произошло между гонкой в Реймсе и гонкой в Чикаго",
        "랭스 경주와 시카고 경주 사이에 무슨 일이 있었나",
    ],
)
def test_what_lies_between_two_entries_is_listed(index: Index, question: str) -> None:
    finding = found(index, question)
    assert finding.outcome is Outcome.PERIOD
    assert ids(finding) == ["bridge", "crash", "crowd"]


def test_words_beside_the_two_narrow_down(index: Index) -> None:
    assert ids(found(index, "balloons between the Rheims race and the Chicago race"))[0] in (
        "crash",
        "crowd",
    )


@pytest.mark.parametrize(
    "question",
    [
        "how long between the Rheims race and the Chicago race",
        "days between the Rheims race and the Chicago race",
        "how many years passed between the first and second air race",
        "how long after the Rheims race was the Chicago race flown",
        "how much time from the Rheims race to the Chicago race?",
        "сколько времени прошло между гонкой в Реймсе и гонкой в Чикаго",
        "랭스 경주와 시카고 경주 사이 얼마나 지났어",
        "how many days between the two races",
    ],
)
def test_how_long_it_was_names_both(index: Index, question: str) -> None:
    gap = found(index, question).gap
    assert gap is not None
    assert [event.id for event in gap] == ["rheims", "chicago"]


def test_which_came_first_is_told_in_order(index: Index) -> None:
    finding = found(index, "which came first, the Chicago race or the bridge at Dorham?")
    assert ids(finding) == ["bridge", "chicago"]
    assert finding.is_in_order


@pytest.mark.parametrize(
    "question",
    [
        "flights between Rheims and Chicago",
        "what is the difference between butter and margarine",
        "between 1909 and 1912",
        "between Rheims and Chicago",
        "how long is a piece of string",
    ],
)
def test_two_names_are_no_two_entries(index: Index, question: str) -> None:
    finding = found(index, question)
    assert finding.gap is None
    assert not any(reason.startswith("pair") for m in finding.matches for reason in m.reasons)


def test_two_dates_are_a_time_by_themselves(index: Index) -> None:
    assert ids(found(index, "what happened between 1909 and 1910")) == ["rheims", "bridge"]


def test_a_duration_is_told_from_a_list_of_what_lies_between() -> None:
    (pair,) = read_pairs("how many days were there between the race and the war?")
    assert pair.ask is PairAsk.HOW_LONG


@given(st.text(max_size=400))
def test_no_question_raises(text: str) -> None:
    for ask in ("how long between {} and {}", "{} and {}", "между {} и {}", "{}과 {} 사이"):
        list(read_pairs(ask.format(text, text)))


FAIRS = make_timeline(
    make_event("fair-1", "1880-05-01", "Queen Ada opens a fair", people=["Ada"]),
    make_event("deed-old", "1881-05-01", "Bob signs the deed of the mill", people=["Bob"]),
    make_event("vote", "1899-03-01", "The council votes on the deed of the harbour"),
    make_event("judge", "1899-03-05", "A judge reads the deed of the harbour"),
    make_event("deed-ada", "1899-03-08", "Ada signs the deed of the harbour", people=["Ada"]),
    make_event("deed-bob", "1899-03-10", "Bob signs the deed of the harbour", people=["Bob"]),
    *(make_event(f"ship-{day}", f"1905-07-{day}", f"Ship {day} sails") for day in range(10, 30)),
    names=(make_name("Ada", "Queen Ada"), make_name("Bob")),
)  # fmt: skip


@pytest.fixture(scope="module")
def fairs() -> Index:
    return build_index(FAIRS)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who signed the deed of the harbour first, Ada or Bob?", ["deed-ada", "deed-bob"]),
        ("who signed the deed of the harbour later, Ada or Bob?", ["deed-bob", "deed-ada"]),
        ("did Bob or Ada sign the harbour deed first", ["deed-ada", "deed-bob"]),
    ],
)
def test_who_of_two_did_it_first_or_last_leads(
    fairs: Index, question: str, expected: list[str]
) -> None:
    assert ids(found(fairs, question)) == expected


@pytest.mark.parametrize(
    "question",
    [
        "what happened between the vote and Bob's signing of the deed",
        "after the council's vote but before Bob signed the deed, what happened?",
    ],
)
def test_of_entries_that_may_be_meant_those_close_together_are(fairs: Index, question: str) -> None:
    assert ids(found(fairs, question)) == ["judge", "deed-ada"]


def test_the_later_one_comes_after_the_earlier(fairs: Index) -> None:
    gap = found(fairs, "how long after the council voted did Bob sign a deed").gap
    assert gap is not None
    assert [event.id for event in gap] == ["vote", "deed-bob"]


def test_since_when_asks_for_a_date_and_counts_from_no_entry() -> None:
    assert read_anchor("since when has the treaty been in force") is None
    assert read_anchor("since the treaty was in force") is not None


@pytest.mark.parametrize(
    "question",
    [
        "was the bridge at Dorham opened before or after the peace treaty",
        "did the bridge open before or after the peace treaty was signed?",
        "peace treaty: before or after the bridge opened?",
        "договор о мире был до или после the bridge opened",
    ],
)
def test_before_or_after_asks_which_of_two_came_first(index: Index, question: str) -> None:
    assert ids(found(index, question)) == ["bridge", "peace"]


def test_one_description_may_tell_whose_two_they_are() -> None:
    (pair,) = read_pairs("how many years lie between ada's two visits to dorham")
    assert (pair.first, pair.second) == ("ada's visits to dorham", "")


def test_a_second_ordinal_may_leave_out_what_it_counts(index: Index) -> None:
    finding = found(index, "what lies between the first air race and the second")
    assert {"bridge", "crash"} <= set(ids(finding))


def test_what_is_between_two_parties_is_no_time_between_two_entries() -> None:
    bare = build_index(
        make_timeline(
            make_event("peace", "1738", "A peace is signed between Peshwo Bajirun and Jai Singor"),
            make_event("other", "1741", "A peace is signed at Arland"),
            make_event("fort", "1740", "Bajirun besieges a fort"),
            make_event("palace", "1743", "Jai Singor builds a palace"),
            *(make_event(f"n{n}", str(1800 + n), f"A mill opens at Town {n}") for n in range(30)),
        )
    )
    assert ids(found(bare, "when was peace signed between Bajirun and Jai Singor"))[0] == "peace"
    century = "peace between Bajirun and Singor in the 18th century"
    assert ids(found(bare, century))[0] == "peace"
    between = found(bare, "what happened between the siege by Bajirun and the palace of Jai Singor")
    assert ids(between) == ["other"]


def test_two_of_one_thing_share_its_name() -> None:
    index = build_index(
        make_timeline(
            make_event("a1", "1900-01-01", "The launch of the Otter"),
            make_event("b1", "1903-01-01", "The launch of the Heron"),
            make_event("b2", "1910-03-01", "The loss of the Heron"),
            make_event("c1", "1909-01-01", "The launch of the Swan"),
            names=(make_name("Otter", kind="organisations"), make_name("Swan"),
                   make_name("Heron", kind="organisations")),
        )
    )  # fmt: skip
    asked = "how many years between the launch and the loss of the Heron"
    assert ids(found(index, asked)) == ["b1", "b2"]


def test_of_two_ends_those_go_together_of_which_one_refers_to_the_other() -> None:
    index = build_index(
        make_timeline(
            make_event("salt-pact", "1960-03-01", "The salt pact is signed"),
            make_event("peace", "1961-06-01", "The peace treaty is signed", related=["in-force"]),
            make_event("in-force", "1961-12-01", "The peace treaty enters into force"),
            *(make_event(f"law-{n}", f"195{n}", f"The council votes on law {n}") for n in range(9)),
            synonyms=(("pact", "treaty"), ("come into force", "enters into force")),
        )
    )
    asked = "how many months from the signing of the pact until it came into force"
    found = search(asked, index, today=DAY)
    assert [match.event.id for match in found.matches] == ["peace", "in-force"]


COUNCIL = make_timeline(
    make_event("blast", "1931-03-01", "Arland sets off its first giant rocket", tags=["rocket"]),
    make_event("rebuke", "1931-03-06", "The Council rebukes Arland over its giant rocket"),
    make_event("second-blast", "1935-03-01", "Arland sets off its second giant rocket",
               summary="The Council did not act.", tags=["rocket"]),
    make_event("lake", "1938-05-01", "The Council acts on fishing in the lake"),
    *(make_event(f"ferry-{n}", f"19{n}-05-01", "A ferry is built") for n in range(40, 60)),
    names=(make_name("Arland", kind="places"),),
    tags=(("rocket", "rockets"),),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "how quickly did the council rebuke arland after the first giant rocket",
        "how fast did the council act once arland had set off its first giant rocket",
        "how soon did the council respond following the first giant rocket",
    ],
)
def test_how_quickly_something_was_answered_is_the_time_to_the_nearest_answer(
    question: str,
) -> None:
    finding = search(question, build_index(COUNCIL), today=DAY)
    assert [event.id for event in finding.gap or ()] == ["blast", "rebuke"]


@pytest.mark.parametrize(
    ("question", "ask"),
    [
        ("the Chicago race or the bridge at Dorham, which came first?", PairAsk.WHICH_FIRST),
        ("Chicago race vs the bridge at Dorham: which was first", PairAsk.WHICH_FIRST),
        ("the race or the bridge - which of them happened later?", PairAsk.WHICH_LAST),
        ("the race or the bridge, which opened earlier in 1910?", PairAsk.WHICH_FIRST),
        ("гонка или мост — что было раньше?", PairAsk.WHICH_FIRST),
    ],
)
def test_which_came_first_may_be_asked_after_the_two(question: str, ask: PairAsk) -> None:
    (pair,) = read_pairs(question)
    assert pair.ask is ask
    assert pair.first
    assert pair.second


def test_until_parts_two_ends_before_to_does() -> None:
    first_of_all, *_ = read_pairs("how long from the vote to leave until the treaty was signed")
    assert (first_of_all.first, first_of_all.second) == (
        "the vote to leave",
        "the treaty was signed",
    )
    last_to, *_ = read_pairs("how long from the vote to leave to the treaty")
    assert (last_to.first, last_to.second) == ("the vote to leave", "the treaty")


def test_two_people_and_one_of_a_kind_stand_for_what_is_told_of_them() -> None:
    flights = build_index(
        make_timeline(
            make_event("ada", "1931-04-12", "Ada Moss is the first to fly over the lake",
                       people=["Ada Moss"]),
            make_event("bob", "1931-05-05", "Bob Cole flies over the hills", people=["Bob Cole"]),
            make_event("sum-1", "1935-04-25", "First summit of the clubs, held at Dorham",
                       places=["Dorham"]),
            make_event("sum-2", "1939-09-13", "Second summit of the clubs, held at Belport",
                       places=["Belport"]),
            *(make_event(f"ship-{n}", f"195{n}-01-01", f"Ship {n} sails") for n in range(9)),
            names=(make_name("Ada Moss", kind="people"), make_name("Bob Cole", kind="people"),
                   make_name("Dorham", kind="places"), make_name("Belport", kind="places")),
        )
    )  # fmt: skip
    for question, ids in (
        ("how many days between ada moss and bob cole", ["ada", "bob"]),
        ("how many years between the dorham summit and the belport one", ["sum-1", "sum-2"]),
    ):
        found = search(question, flights, today=DAY)
        assert [match.event.id for match in found.matches[:2]] == ids
