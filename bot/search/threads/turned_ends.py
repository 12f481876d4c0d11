"""How or when it ended, where its beginning was asked for before; and the other way round.

"When did the boycott begin" - "and when did it end?" asks when the boycott ended, of which the
entry shown need not know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.search.language.forms import Form
from bot.search.terms import fold
from bot.search.threads.outcome import tells_end
from bot.timeline.event import Event

_IT = r"(?:it|this|that|they|these|those|all (?:of )?(?:it|this|that)|the \w+)"
_ASKED = rf"^\W*(?:and |so |but |ok |then )*(?:how|when|what year|what day) (?:did|does) {_IT} "
_LEADING = r"^\W*(?:(?:а|и|ну|но|когда|как|чем|все|она|оно|он|они|это|же) )*"
_RUSSIAN_REST = r"(?: (?:она|оно|он|они|это|все))?\W*$"
_KOREAN = r"^\W*(?:그럼 |그래서 |그러면 |그건 |그게 |그 ?전쟁은 |언제 ?|어떻게 ?)*"

# The beginning of something in a question, and the word that turns it into its end.
_BEGINNINGS = (
    (
        Form(r"\b(?:did|does) (?P<thing>.+) (?:start|begin|break out|kick off|get under way)\b"),
        "end",
    ),
    (Form(r"\bначал(?=ась|ось|ся|ись)"), "закончил"),
    (Form(r"시작(?:됐|되었|했|하였)\w*"), "끝났어"),
)
_ENDS = (
    (Form(r"\b(?:did|does) (?P<thing>.+) (?:end|finish|stop|conclude|come to an end)\b"), "start"),
    (Form(r"\b(?:за)?кончил(?=ась|ось|ся|ись)"), "начал"),
    (Form(r"끝(?:났|나)\w*"), "시작됐어"),
)
_ASKS_END = Form(
    rf"{_ASKED}(?:all |finally |ever )?(?:end(?: up)?|finish|stop|conclude|come to an end)\W*$"
    rf"|{_LEADING}(?:за)?кончил(?:ась|ось|ся|ись){_RUSSIAN_REST}"
    rf"|{_KOREAN}끝났\w*\W*$"
)
_ASKS_BEGINNING = Form(
    rf"{_ASKED}(?:all |first |ever )?(?:start|begin|break out|kick off)\W*$"
    rf"|{_LEADING}начал(?:ась|ось|ся|ись){_RUSSIAN_REST}"
    rf"|{_KOREAN}시작(?:됐|되었|했)\w*\W*$"
)
_TURNS = ((_ASKS_END, _BEGINNINGS), (_ASKS_BEGINNING, _ENDS))
LONGEST = 300  # characters of a question that may be turned


def turned_to_other_end(question: str, before: str) -> str | None:
    """Return `before` asking for the other end, where `question` does; None where it does not.

    `before` is the question asked last: "when did the war start".
    """
    text, asked = fold(question), fold(before)
    if max(len(text), len(asked)) > LONGEST:
        return None
    for asks, ends in _TURNS:
        if not asks.search(text):
            continue
        for form, other in ends:
            found = form.search(asked)
            if found is not None:
                return _with(asked, found, other)
    return None


def is_end_of(event: Event, shown: Sequence[Event]) -> bool:
    """Whether the title of `event` tells an end, and it is later than all that was shown."""
    is_later = all(event.date.earliest > other.date.latest for other in shown)
    return bool(shown) and is_later and tells_end(event.title)


def _with(asked: str, found: re.Match[str], other: str) -> str:
    thing = found.groupdict().get("thing")
    said = other if thing is None else f"did {thing} {other}"
    return f"{asked[: found.start()]}{said}{asked[found.end() :]}"
