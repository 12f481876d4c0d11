"""What was told already is asked for once more: "how much was it again?", "list them"."""

from __future__ import annotations

import re

from bot.search.language.forms import Form
from bot.search.terms import fold

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
# "List them", "which ones were they": all that the question before has found, and nothing else.
_ALL_OF_THEM = Form(
    r"^\W*(?:(?:and|ok|okay|so|now|then|please|pls|yes|can|could|would|will|you|just)[ ,]+)*"
    r"(?:(?:list|show|name|give|tell|enumerate)(?: (?:me|us))?(?: the names)?"
    r"(?: (?:all|each|every one))?(?: of)?"
    r" (?:them|those|these|(?:the |a )?(?:whole |full )?list)"
    r"|all of (?:them|those|these)"
    r"|which ones|(?:which|what)(?: ones)? (?:are|were) (?:they|those|these))"
    r"(?:[ ,]+(?:all|please|pls|then|again|out|exactly|in order|one by one))*\W*$"
    r"|^\W*(?:(?:а|и|ну|тогда|пожалуйста|можешь|можно)[ ,]+)*"
    r"(?:(?:перечисли|покажи|назови|выведи|перечислить|показать|назвать)(?:те)?(?: (?:мне|нам))?"
    r"(?: (?:их|все|всех|эти|весь|полный|список))+|какие(?: именно)?)(?:[ ,]+пожалуйста)?\W*$"
    r"|^\W*(?:(?:그럼|그러면|그거|그것들?|목록|리스트|명단|전부|다|모두|하나씩)[을를은는도]? ?)+"
    r"(?:보여|알려|나열해|말해|적어)\w*\W*$|^\W*나열해\w*\W*$"
    r"|^\W*(?:그럼 )?(?:어떤|무슨|뭐|어느) ?(?:것들?|거)"
    r"(?:이야|야|이죠|죠|이지|인가요|예요|이에요)\W*$"
)
LONGEST = 200  # characters; who writes more says in there what it is about


def asks_for_all_of_them(question: str) -> bool:
    """Whether `question` only asks to be shown what was found, or counted, just before."""
    return len(question) <= LONGEST and _ALL_OF_THEM.search(fold(question)) is not None


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
