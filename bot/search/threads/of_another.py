"""What was counted before: asked of another, or how long it was between two of that kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.search.asking.intent import Asked
from bot.search.language.forms import Form
from bot.search.query import Query
from bot.search.terms import fold
from bot.search.threads.pointing import names_another

_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
# Two of a kind that is not said: "how long was it between the first and the second?"
_TWO_OF_THEM = Form(rf"\bbetween (?:the )?{_NTH}(?= and (?:the )?{_NTH}(?: one)?\W*$)")
_THE_KIND = Form(rf"\b{_NTH} (?!(?:time|one)s?\W*$)(?P<kind>\w.*?)\W*$")
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


def with_kind_said(question: str, earlier: Iterable[str]) -> str | None:
    """Return folded `question` with the kind of the first and the second between which it asks.

    `earlier` are the questions before, the last one first: the kind is what the first of these
    that counts names. None where no two of a kind are meant, or none was named.
    """
    text = fold(question) if len(question) <= LONGEST else ""
    two = _TWO_OF_THEM.search(text)
    if two is None:
        return None
    kinds = (_THE_KIND.search(fold(one)) for one in earlier if len(one) <= LONGEST)
    kind = next((found["kind"] for found in kinds if found is not None), None)
    return None if kind is None else f"{text[: two.end()]} {kind}{text[two.end() :]}"
