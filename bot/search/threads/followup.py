"""Questions that lean on what was asked and shown before in the same thread."""

from __future__ import annotations

from dataclasses import replace

from bot.search.asking.which_one import Occasion, Which
from bot.search.query import Query
from bot.search.terms import fold
from bot.search.threads.another_time import at_time, shifted
from bot.search.threads.completing import completed
from bot.search.threads.journeys import part_asked
from bot.search.threads.lines import read_end
from bot.search.threads.nearness import Stance
from bot.search.threads.pointing import HAPPENED, OTHERS, TIMES_OF_IT
from bot.search.threads.said import Said, read_said, with_step
from bot.search.threads.stepping import back_there, step_from_shown
from bot.search.threads.steps import SIDES, Leaning, Step
from bot.search.threads.turns import FollowUp, Shown
from bot.timeline.dates import DateSpan

# Who asks for the next journey asks for no part of the one shown.
_BEYOND = frozenset([Step.NEXT_OF_KIND, Step.LAST_OF_KIND, Step.NEXT_DEED, Step.OTHER])

MOST_TURNS = 12  # earlier turns of a thread that are looked at: six questions and answers


def complete(
    question: str, query: Query, *, leaning: Leaning, topic: Query, shown: Shown
) -> FollowUp:
    """Return `question` completed by the topic of its thread and the entries shown last.

    `query` is what the question says beside the words of its step.
    """
    if _picks_line(leaning, shown) and not TIMES_OF_IT.search(fold(question)):
        picking = replace(query, intent=replace(query.intent, occasion=leaning.line))
        return FollowUp(Step.PICK, picking, topic, shown)
    said = read_said(question, query, leaning=leaning, topic=topic, shown=shown)
    end = read_end(said.text) if shown.is_listed and not said.telling else None
    if end is not None:
        return _at_end_of_time(said, end)
    time = _counted_on(said)
    if time is not None:
        if said.step not in SIDES:
            return _at_another_time(said, time)
        # "Was there an earlier delivery that year": before what was shown, and in its year.
        in_it = at_time(time, said.query, said.topic, keeps_people=False)
        said = replace(said, query=replace(said.query, phrases=in_it.phrases))
    said = _counted_back(said)
    if said.query.occasion is not None and not said.telling:
        return _of_the_occasion(said)
    said = with_step(said)
    follow = step_from_shown(said) or completed(said)
    may_travel = said.is_one and not said.query.phrases and said.step not in _BEYOND
    if not may_travel:
        return follow
    return replace(follow, journey=part_asked(said.text), once_more=back_there(said))


def _picks_line(leaning: Leaning, shown: Shown) -> bool:
    """Whether a line of what was shown is named: by a number, or in a list by its ordinal."""
    if leaning.line is None or len(shown.events) < 2:
        return False
    return shown.is_listed or not leaning.line.is_told


def _at_end_of_time(said: Said, end: Which) -> FollowUp:
    """Return the first or the last, in order of time, of a list shown."""
    in_order = tuple(sorted(said.shown.events, key=lambda event: event.date.sort_key))
    picking = replace(said.query, intent=replace(said.query.intent, occasion=Occasion(end)))
    return FollowUp(Step.PICK, picking, said.topic, replace(said.shown, events=in_order))


def _counted_back(said: Said) -> Said:
    """Return "and before that?", asked after the last of a kind, as asking for the last but one."""
    last, is_bare = said.topic.occasion, not (said.hard or said.query.phrases)
    if said.step is not Step.BEFORE or last is None or last.which is not Which.LAST:
        return said
    if not (is_bare and said.is_one) or HAPPENED.search(said.text):
        return said
    before = Occasion(Which.LAST, last.number + 1, is_told=False)
    intent = replace(said.query.intent, occasion=before)
    return replace(said, step=None, query=replace(said.query, intent=intent))


def _of_the_occasion(said: Said) -> FollowUp:
    """Return "the second" of a list shown, or else of what was asked for before."""
    is_listed = said.shown.is_listed
    if is_listed and not TIMES_OF_IT.search(said.text):
        return FollowUp(Step.PICK, said.query, said.topic, said.shown)
    merged = said.merged()
    stance = Stance.OPEN if is_listed else Stance.NOT_MEANT
    return FollowUp(Step.MERGED, merged, merged, said.shown, stance=stance)


def _counted_on(said: Said) -> DateSpan | None:
    """Return the time that is counted from what was shown, where the question names one."""
    shift = said.leaning.shift
    if shift is None or said.step not in (None, Step.AFTER, Step.BEFORE, Step.OTHER):
        return None
    shown = said.shown
    return shifted(shift, said.topic, shown=shown.events, is_in_order=shown.is_in_order)


def _at_another_time(said: Said, time: DateSpan) -> FollowUp:
    """Return what is asked for at a time counted from what was shown: "and the year after?"."""
    topic, shown, shift = said.topic, said.shown, said.leaning.shift
    is_other = OTHERS.search(said.text) is not None
    keeps_people = said.keeps_people and not is_other
    anything = at_time(time, said.query, topic, keeps_people=keeps_people)
    on = replace(topic, phrases=anything.phrases)
    is_anything = HAPPENED.search(said.text) is not None
    if is_other:  # "who else came that month", "the other accord of that year"
        return FollowUp(Step.MERGED, anything, on, shown, stance=Stance.NOT_MEANT)
    if said.telling and not is_anything:
        merged = replace(said.merged(), phrases=anything.phrases)
        return FollowUp(
            Step.MERGED, merged, on, shown, (anything,), stance=Stance.TOLD, is_another_time=True
        )
    is_day = shift is not None and shift.unit == "day" and shift.steps != 0
    if is_anything or is_day:  # few things happen in a day
        return FollowUp(Step.MERGED, anything, on, shown)
    # "And the year after?": of the same, or else whatever there is.
    intent = replace(topic.intent, occasion=said.query.occasion)
    same = replace(anything, units=topic.units, intent=intent)
    stance = Stance.NOT_MEANT if said.step is Step.OTHER else Stance.OPEN
    return FollowUp(Step.MERGED, same, on, shown, (anything,), stance=stance, is_another_time=True)
