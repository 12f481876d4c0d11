"""Names from other scripts in Latin letters, and what all spellings of one have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.language.romanising import loosen, romanise, sounds, spell_syllables


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("горбачев", "gorbachev"),
        ("щедрин", "shchedrin"),
        ("хрущев", "khrushchev"),
        ("김정은", "gimjeongeun"),
        ("서울", "seoul"),
        ("값", "gap"),
        ("rocket", "rocket"),
    ],
)
def test_letters_follow_the_published_systems(word: str, latin: str) -> None:
    assert romanise(word) == latin


@pytest.mark.parametrize(
    ("typed", "latin"),
    [("кеннеди", "kennedy"), ("хьюстон", "houston"), ("никсон", "nixon"), ("джонсон", "johnson")],
)
def test_a_name_that_came_back_through_cyrillic_sounds_the_same(typed: str, latin: str) -> None:
    assert sounds(romanise(typed), is_korean=False) == sounds(latin, is_korean=False)


@pytest.mark.parametrize(
    ("typed", "latin"),
    [
        ("암스트롱", "armstrong"),
        ("케네디", "kennedy"),
        ("고르바초프", "gorbachev"),
        ("닉슨", "nixon"),
    ],
)
def test_a_name_that_came_back_through_hangul_sounds_the_same(typed: str, latin: str) -> None:
    heard = set(sounds(romanise(typed), is_korean=True))
    assert heard & set(sounds(latin, is_korean=True))


def test_systems_of_korean_differ_in_what_is_taken_away() -> None:
    mccune, revised = "kim yong bok".replace(" ", ""), romanise("김영복")
    assert sounds(mccune, is_korean=True) == sounds(revised, is_korean=True)


def test_a_korean_name_is_spelt_by_syllables_the_family_name_in_its_own_ways() -> None:
    family, *given = spell_syllables("이승만")
    assert {"lee", "rhee", "ri", "yi"} <= set(family)
    assert given[0][0] == "sung" or "sung" in given[0]
    assert spell_syllables("대한민국") == ()


@given(st.text(max_size=40), st.booleans())
def test_no_text_is_refused(text: str, is_korean: bool) -> None:
    plain = loosen(romanise("".join(text.split())), is_korean=is_korean)
    assert all(" " not in sound for sound in sounds(plain, is_korean=is_korean))
