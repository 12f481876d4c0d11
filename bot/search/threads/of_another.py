"""What was counted before, asked of another: "how often did Bob meet Ada?" - "and Cy?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.search.asking.intent import Asked
from bot.search.query import Query
from bot.search.terms import fold
from bot.search.threads.pointing import names_another

LONGEST = 300  # characters of the question before; who writes more says more than one thing


def asked_of_another(before: str, asked: Query, now: Query) -> Iterator[str]:
    """Yield the folded question `before` with the one name said `now` in the place of another.

    Nothing where `before`, read as `asked`, counts nothing, or more is said now than a name. The
    last name of its kind comes first: who is met, and then who meets.
    """
    is_name = len(now.hard) == 1 and now.hard[0].is_name and names_another(now.hard)
    if asked.asked is not Asked.COUNT or not is_name or now.phrases or len(before) > LONGEST:
        return
    (name,), text = now.hard, fold(before)
    others = [unit for unit in asked.hard if unit.is_name]
    if any(not name.keys.isdisjoint(other.keys) for other in others):
        return  # the one spoken of before is said again
    for other in reversed(others):
        if set(name.kinds).isdisjoint(other.kinds):
            continue
        said = re.search(rf"(?<!\w){re.escape(other.text)}(?!\w)", text)
        if said is not None:
            yield f"{text[: said.start()]}{name.text}{text[said.end() :]}"
