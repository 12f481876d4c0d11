"""What the dates behind a name tell: "(b. 1685)" stands at a death, "(d. 1750)" at a birth.

Lists of births and deaths, as encyclopaedias keep them by day, name the person, and of the
two years only the other one: the entry's own date is that of the birth or the death.
"""

from __future__ import annotations

import re

from bot.search.terms import stem

_LIFE_DATES = re.compile(r"\((b|d|born|died)\.? ?(?:c\.|ca\.|circa)? ?\d{1,4}(?: BCE?)?\)\s*$")
_TOLD = {"b": stem("died"), "born": stem("died"), "d": stem("born"), "died": stem("born")}


def told_by_life_dates(title: str) -> tuple[str, ...]:
    """Return the stem of "born" or "died" that the end of a title tells, or nothing."""
    if not title.endswith(")"):
        return ()
    found = _LIFE_DATES.search(title)
    return (_TOLD[found[1]],) if found else ()
