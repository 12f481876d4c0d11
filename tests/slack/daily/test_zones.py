"""Zones are found as people name them, and never guessed where several may be meant."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.slack.daily.zones import (
    MOST_FOUND,
    FoundZone,
    find_zone,
    is_zone,
    listed_zones,
    search_zones,
    zone_label,
)

NOW = datetime(2026, 1, 15, 12)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/BERLIN", "Europe/Berlin"),
        ("Berlin", "Europe/Berlin"),
        ("Seoul", "Asia/Seoul"),
        ("moscow", "Europe/Moscow"),
        ("new york", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("EST5EDT", "EST5EDT"),
        ("utc", "UTC"),
        ("San Francisco", "America/Los_Angeles"),
        ("서울", "Asia/Seoul"),
        ("Москва", "Europe/Moscow"),
    ],
)
def test_a_zone_is_found_by_name_or_by_city(typed: str, zone: str) -> None:
    assert find_zone(typed, now=NOW) == FoundZone(zone)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Brelin", "Europe/Berlin"),
        ("Europe/Berln", "Europe/Berlin"),
        ("EST", "America/New_York"),
        ("CST", "Asia/Shanghai"),
        ("CST", "America/Chicago"),
        ("KST", "Asia/Seoul"),
        ("UTC+3", "Europe/Moscow"),
        ("+05:30", "Asia/Kolkata"),
        ("GMT-8", "America/Los_Angeles"),
        ("Louisville", "America/Kentucky/Louisville"),
    ],
)
def test_what_may_mean_several_zones_names_them_instead_of_choosing(typed: str, near: str) -> None:
    found = find_zone(typed, now=NOW)
    assert found.name == ""
    assert near in found.near


def test_every_zone_of_a_place_is_found_by_its_own_name() -> None:
    for name in available_timezones():
        if "/" in name:
            assert find_zone(name, now=NOW) == FoundZone(name)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_whatever_is_typed_only_real_zones_come_out(typed: str) -> None:
    found = find_zone(typed, now=NOW)
    for name in (*filter(None, [found.name]), *found.near, *search_zones(typed, now=NOW)):
        assert is_zone(name)
        ZoneInfo(name)
    assert len(search_zones(typed, now=NOW)) <= MOST_FOUND


@pytest.mark.parametrize(
    ("typed", "first"),
    [("berl", "Europe/Berlin"), ("york", "America/New_York"), ("+9", "Asia/Seoul"),
     ("kst", "Asia/Seoul"), ("london", "Europe/London"), ("", "UTC"), ("asia/t", "Asia/Taipei"),
     ("москва", "Europe/Moscow")],
)  # fmt: skip
def test_a_search_while_typing_has_the_likeliest_first(typed: str, first: str) -> None:
    assert search_zones(typed, now=NOW)[0] == first


def test_a_search_for_nonsense_finds_nothing() -> None:
    assert search_zones("no such place", now=NOW) == ()


def test_a_label_tells_the_offset_that_holds_now_and_fits_an_option() -> None:
    assert zone_label("Asia/Kolkata", now=NOW) == "Asia/Kolkata (UTC+5:30)"
    assert zone_label("America/New_York", now=NOW) == "America/New_York (UTC-5)"
    assert zone_label("America/New_York", now=datetime(2026, 7, 1)) == "America/New_York (UTC-4)"
    assert max(len(zone_label(name, now=NOW)) for name in listed_zones()) <= 75
