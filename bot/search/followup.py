"""Questions that lean on what was asked and shown before in the same thread."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from bot.search.another_time import SAYS_LITTLE, at_time, near_times, shifted
from bot.search.intent import Asked
from bot.search.merging import (
    doers_in,
    merged_with,
    of_any_number,
    of_any_place,
    with_people,
    without_calling,
    without_gone,
    without_reacting,
)
from bot.search.nearness import Stance
from bot.search.outcome import asks_for_a_deed, asks_if_over, asks_what_was_done, asks_whether
from bot.search.pointing import (
    ANOTHER_ONE,
    BESIDE_THEM,
    HAPPENED,
    ITSELF,
    MEETING,
    NEXT_THING,
    ONE_OF_THEM,
    PERSON,
    SAME_AGAIN,
    SUBJECT,
    THERE,
    TIMES_OF_IT,
    asks_for_more,
    names_another,
)
from bot.search.query import Query
from bot.search.stance import (
    looks_back,
    read_stance,
    tells_common_deed,
    tells_reaction,
)
from bot.search.steps import SIDES, Leaning, Step, asks_something, tells_succession
from bot.search.terms import fold
from bot.search.turns import FollowUp, Shown
from bot.search.units import Unit, keys_of

MOST_TURNS = 12  # earlier turns of a thread that are looked at: six questions and answers


def complete(
    question: str, query: Query, *, leaning: Leaning, topic: Query, shown: Shown
) -> FollowUp:
    """Return `question` completed by the topic of its thread and the entries shown last.

    `query` is what the question says beside the words of its step.
    """
    text = fold(question)
    if _picks_line(leaning, shown) and not TIMES_OF_IT.search(text):
        picking = replace(query, intent=replace(query.intent, occasion=leaning.line))
        return FollowUp(Step.PICK, picking, topic, shown)
    query = replace(query, phrases=near_times(query.phrases, topic, shown.events))
    is_reaction = tells_reaction(text)
    if is_reaction:
        query = without_reacting(query)
    query = without_calling(query, text)
    keeps_people = bool(PERSON.search(BESIDE_THEM.sub("", text)) or MEETING.search(text))
    if keeps_people:
        topic = with_people(topic, query, shown.people)
    merge_all = partial(
        merged_with, topic=topic, keeps_people=keeps_people, is_elliptic=leaning.is_elliptic
    )
    merge = partial(merge_all, query)
    hard = query.hard
    said = [unit for unit in hard if unit.weight > SAYS_LITTLE]
    if leaning.shift is not None and leaning.step in (None, Step.AFTER, Step.BEFORE, Step.OTHER):
        at = shifted(leaning.shift, topic, shown=shown.events, is_in_order=shown.is_in_order)
        if at is not None and said and not leaning.shift.steps and leaning.step in SIDES:
            # "Was there an earlier delivery that year": before what was shown, and in its year.
            query = replace(query, phrases=at_time(at, query, topic, keeps_people=False).phrases)
            merge = partial(merge_all, query)
        elif at is not None:
            anything = at_time(at, query, topic, keeps_people=keeps_people)
            on = replace(topic, phrases=anything.phrases)
            if said and not HAPPENED.search(text):
                merged = replace(merge(), phrases=anything.phrases)
                return FollowUp(
                    Step.MERGED, merged, on, shown, (anything,), stance=Stance.TOLD,
                    is_another_time=True,
                )  # fmt: skip
            if HAPPENED.search(text):
                return FollowUp(Step.MERGED, anything, on, shown)
            if leaning.shift.unit == "day" and leaning.shift.steps:
                return FollowUp(Step.MERGED, anything, on, shown)  # few things happen in a day
            # "And the year after?": of the same, or else whatever there is.
            intent = replace(topic.intent, occasion=query.occasion)
            same = replace(anything, units=topic.units, intent=intent)
            stance = Stance.NOT_MEANT if leaning.step is Step.OTHER else Stance.OPEN
            return FollowUp(
                Step.MERGED, same, on, shown, (anything,), stance=stance, is_another_time=True
            )
    if query.occasion is not None and not said:
        if shown.is_listed and not TIMES_OF_IT.search(text):
            return FollowUp(Step.PICK, query, topic, shown)
        merged = merge()
        stance = Stance.OPEN if shown.is_listed else Stance.NOT_MEANT
        return FollowUp(Step.MERGED, merged, merged, shown, stance=stance)
    step = leaning.step
    is_again = False
    if step is Step.NEXT_OF_KIND and any(_is_foreign(unit, topic, shown) for unit in said):
        step = None  # "when did they start again": not the like of what was shown
        is_again = True
    if step is Step.NEXT_DEED:
        doers = doers_in(query, topic, shown.people, has_pronoun=keeps_people)
        if doers and len(shown.events) == 1:
            return FollowUp(step, query, topic, shown, held=doers)
        step = None if hard else Step.AFTER
    if step is Step.CAUSE and not said and not query.phrases and len(shown.events) == 1:
        return FollowUp(step, query, topic, shown)
    if step in SIDES and not hard and tells_common_deed(text, query.asked):
        step = SIDES[step]  # "when did he come before that": the like of what was shown
    is_series = shown.is_series and not said and not query.phrases and not HAPPENED.search(text)
    if is_series and step in SIDES:
        step = SIDES[step]  # "And after that one?", where the next of a kind was shown
    is_whether = step is None and asks_whether(text)
    is_when = query.asked is Asked.WHEN  # "when did he arrive" may have been before
    is_end = bool(shown.later) and (step is Step.OUTCOME or (is_whether and not is_when))
    is_done = step is None and (asks_what_was_done(text, query.asked) or (is_whether and is_when))
    is_done &= bool(shown.later)
    if step in (Step.OUTCOME, Step.CAUSE):
        step = None
    if (is_end or is_done) and not hard and not query.phrases:
        return FollowUp(Step.OUTCOME, query, topic, shown, is_over=asks_if_over(text))
    if step in (Step.NEXT_OF_KIND, Step.LAST_OF_KIND, Step.OTHER) and (topic.units or hard):
        merged = merge()
        if step is Step.OTHER and said:
            return FollowUp(Step.MERGED, merged, merged, shown, stance=Stance.NOT_MEANT)
        if step is Step.OTHER:
            return FollowUp(step, merged, merged, shown)
        merged = of_any_number(replace(merged, phrases=()))
        places = tuple(unit for unit in merged.units if "places" in unit.kinds)
        doers = doers_in(query, topic, shown.people, has_pronoun=bool(SUBJECT.search(text)))
        if tells_succession(text):
            return FollowUp(step, of_any_place(merged), merged, shown, is_succession=True)
        if places and THERE.search(text):
            return FollowUp(step, merged, merged, shown, held=(*doers, *places))
        is_same = bool(SAME_AGAIN.search(text))
        return FollowUp(
            step, of_any_place(merged), merged, shown, held=doers, is_same_again=is_same
        )
    if step is Step.AFTER or step is Step.BEFORE:
        if not said and not query.phrases:
            return FollowUp(step, query, topic, shown)
        merged = of_any_number(merge())
        is_next = bool(NEXT_THING.search(text)) and not query.phrases and len(shown.events) == 1
        return FollowUp(
            step, merged, merged, shown, without_gone(merged, text), is_next_thing=is_next
        )
    is_back = looks_back(text) or leaning.step is Step.CAUSE
    if not hard and not query.phrases:
        if is_reaction or tells_common_deed(text, query.asked):
            merged = merge()
            return FollowUp(
                Step.MERGED, merged, merged, shown, stance=Stance.NOT_MEANT, is_back=is_back
            )
        if query.asked is Asked.COUNT or leaning.is_altogether:
            merged = merge()
            return FollowUp(Step.MERGED, merged, merged, shown, _without_times(merged))
        is_asked = leaning.step is Step.OUTCOME or asks_whether(text)
        is_asked |= query.asked is Asked.YES_NO and leaning.points_back
        if not is_asked and not asks_something(question):
            nothing = Shown(())  # thanks, a laugh, a nod: nothing is asked
            return FollowUp(Step.MERGED, query, topic, nothing)
        return FollowUp(Step.SAME, query, topic, shown)
    if shown.events and not query.phrases and ITSELF.search(text) and leaning.step is None:
        return FollowUp(Step.SAME, query, topic, shown)
    merged = merge()
    if shown.is_listed and hard and ONE_OF_THEM.search(text):
        return FollowUp(Step.MERGED, merged, merged, shown, stance=Stance.POINTED, is_line=True)
    if not hard and query.phrases and HAPPENED.search(text):
        soft = tuple(replace(unit, is_soft=True) for unit in merged.units)
        merged = replace(merged, units=soft)
    stance = read_stance(
        text, query.asked, is_elliptic=leaning.is_elliptic, is_listed=shown.is_listed
    )
    is_another = bool(query.phrases and ANOTHER_ONE.search(text)) and not shown.is_listed
    is_another |= bool(asks_for_a_deed(text))
    if is_again or is_another or leaning.step is Step.CAUSE:
        stance = Stance.NOT_MEANT
    if not hard and stance is Stance.NOT_MEANT and not is_reaction and not is_another:
        stance = Stance.TOLD
    is_stand_in = leaning.is_elliptic and names_another(hard)
    if (
        not query.phrases
        and hard
        and leaning.is_elliptic
        and topic.phrases
        and not (is_end or is_reaction)
    ):
        # "Ada in 2019" - "and Bob?": in 2019 too, if there is such an entry.
        in_time = replace(merged, phrases=topic.phrases)
        return FollowUp(
            Step.MERGED,
            in_time,
            in_time,
            shown,
            (merged,),
            stance=stance,
            is_stand_in=is_stand_in,
            is_bound=is_stand_in,
        )
    return FollowUp(
        Step.MERGED,
        merged,
        merged,
        shown,
        stance=stance,
        is_bound=asks_for_more(leaning, query.asked) or is_reaction or is_stand_in,
        is_back=is_back,
        leans=leaning.leans or leaning.is_begun,
        is_cause=leaning.step is Step.CAUSE,
        is_end=is_end,
        is_done=is_done,
        is_over=asks_if_over(text),
        is_stand_in=is_stand_in,
    )


def _picks_line(leaning: Leaning, shown: Shown) -> bool:
    """Whether a line of what was shown is named: by a number, or in a list by its ordinal."""
    if leaning.line is None or len(shown.events) < 2:
        return False
    return shown.is_listed or not leaning.line.is_told


def _is_foreign(unit: Unit, topic: Query, shown: Shown) -> bool:
    """Whether what is said now is no other word for anything spoken of before."""
    return unit.keys.isdisjoint(keys_of((*topic.units, *shown.people)))


def _without_times(query: Query) -> tuple[Query, ...]:
    return (replace(query, phrases=()),) if query.phrases else ()
