"""Follow-ups that are completed by what was asked before, or that ask more of what was shown."""

from __future__ import annotations

from dataclasses import replace

from bot.search.asking.intent import Asked
from bot.search.threads.merging import NO_OTHER, of_another_name
from bot.search.threads.nearness import Stance
from bot.search.threads.outcome import asks_for_a_deed, asks_if_over, asks_whether
from bot.search.threads.pointing import (
    ANOTHER_ONE,
    HAPPENED,
    ITSELF,
    OF_IT,
    OTHERS,
    asks_for_more,
)
from bot.search.threads.said import Said
from bot.search.threads.stance import read_stance, tells_common_deed, tells_earlier_deed
from bot.search.threads.steps import Step, asks_something
from bot.search.threads.turns import FollowUp, Shown

SAYS_WHAT = (
    2  # telling words with which "who else" asks for another deed, not for who else was there
)


def completed(said: Said) -> FollowUp:
    """Return the follow-up as a question of its own, or as one about what was shown."""
    query, shown, leaning = said.query, said.shown, said.leaning
    if leaning.is_retold and said.is_one and not query.phrases:
        return FollowUp(Step.SAME, query, said.topic, shown)
    if not said.hard and not query.phrases:
        return _saying_nothing_new(said)
    if shown.events and not query.phrases and ITSELF.search(said.text) and leaning.step is None:
        return FollowUp(Step.SAME, query, said.topic, shown)
    merged = said.merged()
    if not said.hard and query.phrases and HAPPENED.search(said.text):
        soft = tuple(replace(unit, is_soft=True) for unit in merged.units)
        merged = replace(merged, units=soft)
    is_stand_in = said.is_stand_in
    return FollowUp(
        Step.MERGED,
        merged,
        merged,
        shown,
        stance=_stance_of(said),
        is_bound=_belongs(said),
        is_only_back=tells_earlier_deed(said.text),
        is_cause=leaning.step is Step.CAUSE,
        is_end=said.is_end,
        is_done=said.is_done,
        is_over=asks_if_over(said.text),
        is_stand_in=is_stand_in,
    )


def _belongs(said: Said) -> bool:
    """Whether what is asked for belongs to what was shown, and lies not years away."""
    is_more = asks_for_more(said.leaning, said.query.asked) or OF_IT.search(said.text) is not None
    # Where no names are curated, what another one did is told by its own entry.
    is_stand_in = said.is_stand_in and of_another_name(said.query, said.topic) is NO_OTHER
    return is_more or said.is_reaction or is_stand_in


def _saying_nothing_new(said: Said) -> FollowUp:
    """Return what is asked of the entries shown by one who names nothing: "did he come?"."""
    query, leaning = said.query, said.leaning
    if said.is_reaction or tells_common_deed(said.text, query.asked):
        merged = said.merged()
        return FollowUp(
            Step.MERGED,
            merged,
            merged,
            said.shown,
            stance=Stance.NOT_MEANT,
            is_only_back=tells_earlier_deed(said.text),
        )
    if query.asked is Asked.COUNT or leaning.is_altogether:
        merged = said.merged()
        return FollowUp(Step.MERGED, merged, merged, said.shown)
    is_end = leaning.step is Step.OUTCOME or asks_whether(said.text)
    is_asked = is_end or (query.asked is Asked.YES_NO and leaning.points_back)
    if not is_asked and not asks_something(said.question):
        nothing = Shown(())  # thanks, a laugh, a nod: nothing is asked
        return FollowUp(Step.MERGED, query, said.topic, nothing)
    return FollowUp(Step.SAME, query, said.topic, said.shown)


def _is_another(said: Said) -> bool:
    """Whether another than the one shown is meant: "the one in December", "did they send any"."""
    is_one = bool(said.query.phrases and ANOTHER_ONE.search(said.text))
    is_other = len(said.hard) >= SAYS_WHAT and OTHERS.search(said.text) is not None
    return (is_one and not said.shown.is_listed) or is_other or asks_for_a_deed(said.text)


def _stance_of(said: Said) -> Stance:
    is_another = _is_another(said)
    if said.is_again or is_another or said.leaning.step is Step.CAUSE:
        stance = Stance.NOT_MEANT
    else:
        stance = read_stance(
            said.text,
            said.query.asked,
            is_elliptic=said.leaning.is_elliptic,
            is_listed=said.shown.is_listed,
        )
    if stance is Stance.TOLD and _asks_of_the_one(said):
        stance = Stance.POINTED
    is_new = bool(said.hard) or said.is_reaction or is_another
    return Stance.TOLD if stance is Stance.NOT_MEANT and not is_new else stance


def _asks_of_the_one(said: Said) -> bool:
    """Whether one thing is named as known: "what was in the letter", of the letter shown."""
    if len(said.hard) != 1 or said.hard[0].is_name or said.query.asked is not Asked.WHAT:
        return False
    is_known = f" the {said.hard[0].text}" in said.text
    return is_known and not (said.shown.is_listed or said.leaning.is_elliptic)
