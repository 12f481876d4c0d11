"""A follow-up counted from the entry shown by its name: "who came after the summit?"."""

from __future__ import annotations

from datetime import date

from bot.search.index import Index
from bot.search.language.forms import Form
from bot.search.query import read_query
from bot.search.terms import fold
from bot.search.threads.neighbours import number_of
from bot.search.threads.turns import Shown
from bot.search.weighing.scoring import MET, weigh

_NAMED = Form(
    r"\b(?P<side>after|before|since) (?:the|his|her|its|their) "
    r"(?P<named>(?!\w+ ones?\b)\w+(?: \w+){0,2})\W*$"
)
LONGEST = 200  # characters; who writes more says in there what it is about


def after_that(question: str, shown: Shown, index: Index, *, today: date) -> str | None:
    """Return `question` counted from "that", where it names the one entry shown to count from.

    None where it names none, or anything that this entry does not hold.
    """
    if len(shown.events) != 1 or len(question) > LONGEST:
        return None
    text = fold(question)
    found = _NAMED.search(text)
    if found is None:
        return None
    named = read_query(found["named"], index, today=today)
    if not named.hard or named.phrases or named.occasion is not None:
        return None
    (candidate,) = weigh([number_of(shown.events[0], index)], named, index)
    said = [number for number, unit in enumerate(named.units) if not unit.is_soft]
    if any(candidate.strength(number) < MET for number in said):
        return None
    return f"{text[: found.start()]}{found['side']} that"
