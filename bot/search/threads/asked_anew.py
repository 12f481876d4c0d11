"""A question asked once more, for what was told already: "how much was it again?"."""

from __future__ import annotations

import re

from bot.search.language.forms import Form

# "Who was that again", "how long again": at the end of what asks for a person, a thing or a
# number, or when or where "that" was, "again" is said of the asking.
_AT_END = Form(r",?\s+(?:again|once more|(?:еще|ещё) раз)\W*$", re.IGNORECASE)
_ASKS_ON = re.compile(
    r"\b(?:who|whose|what|what'?s|which|how (?:much|many|long|old|big|far|large|high))\b"
    r"|\b(?:when|where)(?:(?: was| is| were|'?s) (?:it|this|that|these|those|the \w+(?<!ing)))?\s*$"
    r"|\b(?:кто|что|как|сколько|какой|какая|какие|чей)\b",
    re.IGNORECASE,
)
# Of a deed that recurs it is said of that: "who came again", "what year did they meet again".
_RECURS = re.compile(
    r"\b(?:c[ao]mes?|goes|go|went|gone|been|be|visit\w*|return\w*|meets?|met|tr(?:y|ied|ies)|do|done"
    r"|(?:do|does|did) (?:it|that|this|so)|happen\w*|start\w*|run|ran|see|saw|leave|left|back|there"
    r"|прие\w+|езди\w+|встре\w+|был[аи]?)\s*$",
    re.IGNORECASE,
)
# "Again, who was that", "tell me again when it was".
_AT_HEAD = Form(
    r"^(?:\W*(?:(?:please|sorry|and|ok|so|can|could|you|just|remind|tell|me|us) )*)"
    r"(?:again|once more|one more time)\b\W+(?=(?:who|what|which|whose|when|where|how|why)\b)"
    r"|^(?:\W*(?:(?:напомни\w*|скажи\w*|повтори\w*|мне|нам|пожалуйста) )*)"
    r"(?:еще|ещё) раз\b\W+(?=(?:кто|что|ко[гм]о|ке|как|когда|где|куда|сколько)\w*)",
    re.IGNORECASE,
)
LONGEST = 200  # characters; who writes more says in there what it is about


def asked_once(question: str) -> tuple[str, bool]:
    """Return `question` without words that only ask to be told once more, and if it had any."""
    if len(question) > LONGEST:
        return question, False
    found = _AT_END.search(question)
    if found is not None:
        kept = question[: found.start()]
        if _ASKS_ON.search(kept) and not _RECURS.search(kept):
            return kept, True
        return question, False
    found = _AT_HEAD.search(question)
    return (question, False) if found is None else (question[found.end() :], True)
