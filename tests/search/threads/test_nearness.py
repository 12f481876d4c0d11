"""How much an entry gains by what was shown before it in a thread."""

from __future__ import annotations

from bot.search.threads.nearness import Stance, near_to
from bot.timeline.event import Event
from tests.examples import make_event

SHOWN = make_event("shown", "2020-05-01", related=["root"])


def gain(
    event: Event, *, stance: Stance = Stance.OPEN, said: float = 1.0, back: bool = False
) -> float:
    near = near_to([SHOWN], stance=stance, is_back=back)
    assert near is not None
    return near.bonus(event, said)


def test_the_sooner_it_came_after_what_was_shown_the_nearer_it_is() -> None:
    days = [gain(make_event("e", date)) for date in ("2020-05-01", "2020-05-20", "2021-05-20")]
    assert days == sorted(days, reverse=True)
    assert days[0] > days[1] > days[2] > 0


def test_what_came_before_counts_less_unless_it_is_asked_for() -> None:
    before, after = make_event("b", "2020-04-21"), make_event("a", "2020-05-11")
    assert gain(before) < gain(after)
    assert gain(before, back=True) > gain(after, back=True)


def test_what_belongs_to_it_is_near_however_far_away_and_whatever_is_said() -> None:
    continued = make_event("later", "2024-01-01", related=["shown"])
    assert gain(continued, said=0.0) > gain(make_event("later", "2024-01-01"), said=0.0)
    assert gain(make_event("root", "2011-01-01")) > gain(make_event("tree", "2011-01-01"))


def test_the_entry_shown_gains_where_it_is_pointed_at_and_loses_where_it_is_not_meant() -> None:
    gains = [gain(SHOWN, stance=stance) for stance in Stance if stance is not Stance.ASIDE]
    assert gains == sorted(gains, reverse=True)
    assert gains[0] > 0 > gains[-1]


def test_a_long_list_tells_no_entry_that_is_spoken_of() -> None:
    assert near_to([SHOWN] * 4, stance=Stance.OPEN) is None
    assert near_to([], stance=Stance.OPEN) is None


def test_a_question_that_is_whole_by_itself_gains_less_and_is_near_to_nothing() -> None:
    near = near_to([SHOWN], stance=Stance.ASIDE)
    assert near is not None
    same_days = make_event("e", "2020-05-02")
    assert 0 < near.bonus(same_days) < gain(same_days)
    assert not near.is_near(SHOWN)


def test_what_lies_years_away_counts_less_where_more_of_the_thing_shown_is_asked_for() -> None:
    shown = make_event("shown", "2000-07-19")
    far, part = make_event("far", "2005-08-15"), make_event("p", "2005-08-15", related=["shown"])
    near = near_to([shown], stance=Stance.TOLD, is_bound=True)
    open_to_all = near_to([shown], stance=Stance.TOLD)
    assert near is not None
    assert open_to_all is not None
    assert near.is_far(far)
    assert not near.is_far(part)
    assert near.bonus(far) < open_to_all.bonus(far)
    assert near.bonus(part) == open_to_all.bonus(part)
