"""Corrections against a vocabulary: what is mended, and what is left alone."""

from __future__ import annotations

import pytest

from bot.search.indexing.speller_making import build_speller
from bot.search.indexing.spelling import Speller

VOCABULARY = ["vladivostok", "summit", "sanctions", "pyongyang", "visit", "phones", "korea"]
VOCABULARY += ["1718", "proposes", "carried"]


@pytest.fixture
def speller() -> Speller:
    return build_speller(
        VOCABULARY,
        joined={"northkorea": ("north", "korea")},
        known_words=frozenset({"weather", "submit", "phone", "propose", "carry"}),
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vladivostock", "vladivostok"),
        ("valdivostok", "vladivostok"),
        ("sumit", "summit"),
        ("snactions", "sanctions"),
        ("pyonyang", "pyongyang"),
        ("phoen", "phone"),
        ("propse", "propose"),
        ("cary", "carry"),
    ],
)
def test_a_misspelt_word_becomes_the_nearest_of_the_vocabulary(
    speller: Speller, typed: str, meant: str
) -> None:
    assert speller.correct(typed)[0].words == (meant,)


@pytest.mark.parametrize("typed", ["summits", "submit", "weather", "1719", "17l8", "kor", "xq"])
def test_known_words_numbers_and_short_words_are_left_alone(speller: Speller, typed: str) -> None:
    assert speller.correct(typed) == ()


def test_a_beginning_counts_as_the_word_when_nothing_is_nearer(speller: Speller) -> None:
    assert speller.correct("vladi")[0].words == ("vladivostok",)


def test_words_written_together_are_taken_apart(speller: Speller) -> None:
    assert speller.correct("northkorea")[0].words == ("north", "korea")
    assert speller.correct("summitvisit")[0].words == ("summit", "visit")


def test_of_two_words_as_near_the_one_with_a_neighbouring_key_was_meant() -> None:
    speller = build_speller(["mission", "fission"], joined={})
    assert speller.correct("nission")[0].words == ("mission",)
    assert speller.correct("dission")[0].words == ("fission",)


def test_a_word_that_was_not_typed_to_its_end_is_as_likely_as_a_neighbouring_key() -> None:
    crowd = [f"mar{letter}" for letter in "abcdefghijklopqstuvwxyz"]  # all as near, and shorter
    speller = build_speller(["marne", *crowd], joined={})
    assert speller.correct("marn")[0].closeness == speller.correct("marn")[-1].closeness
    assert ("marne",) in [correction.words for correction in speller.correct("marn")]


def test_a_doubled_letter_is_what_is_left_out_or_put_in_first() -> None:
    speller = build_speller(["congress", "confers", "panel", "funnel"], joined={})
    assert [found.words for found in speller.correct("congres")] == [("congress",)]
    assert [found.words for found in speller.correct("pannel")] == [("panel",)]


def test_an_ordinary_russian_word_is_left_alone() -> None:
    speller = build_speller(["вопросы", "ракета"], joined={})
    assert speller.correct("допрос") == ()
    assert speller.correct("рокета")[0].words == ("ракета",)


def test_more_edits_mean_less_closeness(speller: Speller) -> None:
    one, two = speller.correct("vladivostock")[0], speller.correct("vladevostock")[0]
    assert 0 < two.closeness < one.closeness < 1


@pytest.mark.parametrize("typed", ["самайловой", "самоловой", "самойлавым"])
def test_a_russian_name_is_found_with_a_slip_and_an_ending(typed: str) -> None:
    speller = build_speller(["самойлова", "самовар"], joined={})
    assert speller.correct(typed)[0].words == ("самойлова",)


@pytest.mark.parametrize("typed", ["иванычем", "каратист"])
def test_a_short_russian_word_keeps_its_slip_when_the_ending_differs_too(typed: str) -> None:
    assert build_speller(["иванова", "карат"], joined={}).correct(typed) == ()


def test_a_common_word_is_known_by_a_form_of_it_with_a_slip() -> None:
    assert build_speller(["женщиной"], joined={}).correct("жещина")[0].words == ("женщиной",)


def test_a_form_that_only_verbs_have_is_no_name_in_another_script() -> None:
    speller = build_speller(["ha", "ra", "go", "karasin"], joined={})
    assert speller.correct("하라고") == ()
    assert speller.correct("깔아준") == ()
    assert speller.correct("카라신")[0].words == ("karasin",)
    assert build_speller(["짓는"], joined={}).correct("잇는") == ()


def test_an_everyday_russian_word_may_be_a_name_letter_by_letter() -> None:
    speller = build_speller(["vostok", "mirny", "east"], joined={})
    assert speller.in_latin("востоке") == ("vostok",)
    assert speller.in_latin("мирный") == speller.in_latin("мирном") == ("mirny",)
    assert speller.in_latin("мир") == speller.in_latin("east") == ()


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("bicentenary", "centenary"),
        ("semiofficial", "official"),
        ("antinuclear", "nuclear"),
        ("prewar", "postwar"),
        ("unsigned", "signed"),
        ("resigned", "signed"),
    ],
)
def test_a_prefix_more_or_less_is_another_word(typed: str, word: str) -> None:
    speller = build_speller([word], joined={}, known_words=frozenset())
    assert speller.correct(typed) == ()


@pytest.mark.parametrize(("typed", "meant"), [("centenery", "centenary"), ("reublic", "republic")])
def test_a_slip_that_adds_no_prefix_is_mended(typed: str, meant: str) -> None:
    speller = build_speller([meant], joined={}, known_words=frozenset())
    assert speller.correct(typed)[0].words == (meant,)


def test_a_name_in_ly_is_no_adverb() -> None:
    speller = build_speller(["hartley"], joined={}, known_words=frozenset({"hart", "quick"}))
    assert speller.correct("hartly")[0].words == ("hartley",)
    assert speller.is_known("quickly")
