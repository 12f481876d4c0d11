"""Whether a question in a thread is one of its own, and answered without what was said before."""

from __future__ import annotations

from bot.search.finding import Finding, Outcome
from bot.search.query import Query
from bot.search.threads.another_time import SAYS_LITTLE
from bot.search.threads.pointing import SHORT
from bot.search.threads.stance import is_word_of_reaction
from bot.search.threads.steps import Leaning
from bot.search.threads.thread import is_one_of_many
from bot.search.threads.turns import Shown

RARE = 3.0  # nats; a word that says so much may be asked for by itself


def is_new(leaning: Leaning, query: Query, *, before: Finding, shown: Shown) -> bool:
    """Whether what points nowhere is asked anew: behind what found nothing, or a name on a name.

    "Ada" behind "when did Dante meet Ada", which is not known, means all that is told of her.
    """
    if leaning.leans or leaning.line is not None or not query.hard:
        return False
    # Where nothing answered, the nearest entries may have been listed.
    is_nothing = before.outcome is Outcome.ABSTAIN and len(shown.events) != 1
    is_name = all(unit.is_name for unit in query.hard)
    return is_nothing or (is_name and all(unit.is_stranger for unit in before.query.hard))


def is_full(query: Query, leaning: Leaning) -> bool:
    """Whether a question says enough to be one of its own: a rare name, or two telling words.

    "What about the sappers?" names its thing without asking anything of it.
    """
    is_time = bool(query.phrases)
    if not query.hard and is_time and not leaning.is_begun and not leaning.points_back:
        return True  # a time is asked for, of which all may be meant
    said = [
        unit
        for unit in query.hard
        if unit.weight > SAYS_LITTLE and not is_word_of_reaction(unit.text)
    ]
    is_named = any(u.weight >= RARE and (u.is_name or leaning.is_elliptic) for u in said)
    return len(said) >= SHORT or is_named


def stands_alone(alone: Finding, merged: Finding, *, leans: bool) -> bool:
    """Whether a question is answered better without its thread.

    One that leans on its thread is so only where the thread has no answer, and it has a sure one.
    """
    is_sure = alone.outcome in (Outcome.SURE, Outcome.PERIOD)
    if not alone.matches or (leans and (merged.answering or not is_sure)):
        return False
    if leans and is_one_of_many(merged, alone):
        return False
    if not merged.matches or bool(alone.answering) is not bool(merged.answering):
        return bool(alone.answering) or not merged.matches
    return alone.matches[0].score > merged.matches[0].score
