"""Follow-ups that step from what was shown to another entry: the next, the one before, the end."""

from __future__ import annotations

from dataclasses import replace

from bot.search.asking.units import Unit
from bot.search.asking.which_one import Occasion, Which
from bot.search.entries.encounters import MEETINGS, PRINCIPALS
from bot.search.threads.journeys import asks_for_coming_back
from bot.search.threads.merging import (
    doers_in,
    of_any_number,
    of_any_place,
    with_soft_topic,
)
from bot.search.threads.nearness import Stance
from bot.search.threads.outcome import asks_if_over
from bot.search.threads.pointing import NEXT_THING, SAME_AGAIN, SUBJECT, THERE
from bot.search.threads.said import Said
from bot.search.threads.steps import Step, asks_for_more_of_them, tells_succession
from bot.search.threads.turns import FollowUp

_VISIT = Occasion(Which.FIRST, is_told=False)  # counted as visits are
_OF_ITS_KIND = frozenset([Step.NEXT_OF_KIND, Step.LAST_OF_KIND, Step.OTHER])


def step_from_shown(said: Said) -> FollowUp | None:
    """Return the entry beside the one shown that is asked for; None where no step is taken."""
    query, topic, shown, step = said.query, said.topic, said.shown, said.step
    if step is Step.NEXT_DEED:
        return FollowUp(step, query, topic, shown, held=said.doers)
    if step is Step.CAUSE and not said.telling and not query.phrases and said.is_one:
        return FollowUp(step, query, topic, shown)
    if said.is_followed:
        return FollowUp(Step.OUTCOME, query, topic, shown, is_over=asks_if_over(said.text))
    if said.is_again and said.is_one:
        # "It stopped" - "when did it run again": later than that.
        merged = said.merged()
        later = (
            with_soft_topic(merged) if len(said.telling) > 1 and not said.keeps_people else merged
        )
        return FollowUp(Step.AFTER, later, merged, shown, is_same_again=True)
    if step in _OF_ITS_KIND and (topic.units or said.hard):
        return _to_its_like(said, step)
    if step is Step.AFTER or step is Step.BEFORE:
        return _to_either_side(said, step)
    return None


def back_there(said: Said) -> FollowUp | None:
    """Return the next journey to the same place, for "when did he come back" of a guest there.

    None where it asks for no such thing, or names anything beside the place.
    """
    if not asks_for_coming_back(said.text):
        return None
    named = tuple(unit for unit in said.telling if "places" in unit.kinds)
    merged = replace(said, query=replace(said.query, units=named)).merged()
    places = tuple(unit for unit in merged.units if "places" in unit.kinds) or said.shown.places
    people = doers_in(merged, merged, said.shown.people, has_pronoun=True)
    if not (people and places):
        return None
    journey = replace(
        merged, units=(*people, *places), phrases=(), intent=replace(merged.intent, occasion=_VISIT)
    )
    return FollowUp(Step.NEXT_OF_KIND, journey, journey, said.shown, held=(*people, *places))


def _to_its_like(said: Said, step: Step) -> FollowUp:
    """Return another of the kind shown, the next of it in time, or the one before."""
    merged, shown = said.merged(), said.shown
    if step is Step.OTHER and said.telling:
        return FollowUp(Step.MERGED, merged, merged, shown, stance=Stance.NOT_MEANT)
    if step is Step.OTHER:
        return FollowUp(step, merged, merged, shown)
    merged = of_any_number(replace(merged, phrases=()))
    pair = _who_meet(said)
    if pair:
        both = replace(merged, units=(*said.query.units, *pair))
        return FollowUp(step, both, both, shown, held=pair, is_same_again=True)
    if tells_succession(said.text):
        # What took its place is spoken of from here on.
        topic = with_soft_topic(merged)
        return FollowUp(step, of_any_place(merged), topic, shown, is_succession=True)
    is_there = THERE.search(said.text) is not None
    places = tuple(unit for unit in merged.units if "places" in unit.kinds)
    places = places or (shown.places if is_there else ())
    is_subject = bool(SUBJECT.search(said.text))
    doers = doers_in(said.query, said.topic, shown.people, has_pronoun=is_subject)
    if places and is_there:
        # Counted as visits are: a letter to the place is none.
        counted = replace(merged.intent, occasion=_VISIT)
        merged = replace(merged, intent=counted)
        return FollowUp(step, merged, merged, shown, held=(*doers, *places))
    is_same = bool(SAME_AGAIN.search(said.text))
    return FollowUp(step, of_any_place(merged), merged, shown, held=doers, is_same_again=is_same)


def _who_meet(said: Said) -> tuple[Unit, ...]:
    """Return the two of the entry shown, where "they meet" and nobody was named before."""
    is_meeting = any(not unit.keys.isdisjoint(MEETINGS) for unit in said.hard)
    is_named = any("people" in u.kinds for u in (*said.query.hard, *said.topic.hard))
    is_pair = is_meeting and not is_named and len(said.shown.people) == PRINCIPALS
    return said.shown.people if is_pair and said.keeps_people else ()


def _to_either_side(said: Said, step: Step) -> FollowUp:
    """Return what came after or before what was shown, whatever its kind."""
    query, shown = said.query, said.shown
    if not (said.telling or query.phrases or asks_for_more_of_them(said.text)):
        return FollowUp(step, query, said.topic, shown)
    merged = of_any_number(said.merged())
    is_next = bool(NEXT_THING.search(said.text)) and not query.phrases and said.is_one
    return FollowUp(step, merged, merged, shown, is_next_thing=is_next)
