"""A message that is a thread by itself: what it tells first, and the step from there it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.search.language.forms import Form
from bot.search.terms import fold
from bot.search.threads.steps import Step, read_leaning

LONGEST = 600  # characters; a longer text has more borders than one message may mean
MOST_BORDERS = 3  # the last of them; what is asked comes at the end
LEAST_TOLD = 2  # words that may name an entry

_ONWARD = frozenset([Step.AFTER, Step.NEXT_OF_KIND, Step.NEXT_DEED])
# Words for the next; most messages hold none of them.
_NEXT = Form(
    r"\b(?:(?:was |is )?the next (?:one )?to(?! the\b)|next(?! to (?:the|an?)\b)|once more"
    r"|(?<!was it )(?<!is it )(?<!was that )(?<!name )again|second|afterwards|following"
    r"|subsequent(?:ly)?|right after"
    r"|потом|затем|снова|опять|дальше|следом|след\w+|втор(?:ой|ая|ое|ого|ую|ым|ом))\b"
    r"|다음(?:에는?|으로)?|그 ?후에?|다시|두 ?번째"
)
_BORDER = re.compile(r"[.?!;:…]+\s+|,\s+|\s+[-–—]+\s+")
_SIDE_FIRST = re.compile(r"^\W*(?:after|since|following|once|после|вслед за)\s+", re.IGNORECASE)
_JOINING = re.compile(r"[\W_]*(?:\b(?:and|so|but|then|и|а|но)\b\W*)*$", re.IGNORECASE)
_ASKING = Form(
    r"\b(?:what|whats|who|whom|where|how|which|when|whens|did|does|was|were|is|any"
    r"|что|кто|кого|где|куда|как|какой|какая|какое|какие|сколько|когда)\b"
    r"|무엇|뭐|누가|누구|어디|언제|어떻게"
)
_OPENING = Form(r"^\W*(?:(?:and|so|but|then|и|а|но)\b\W*)+")
_ONCE_MORE = Form(r"\bonce (?:more|again)\b")
# Of what was told, "the second" is the next there was.
_SECOND = Form(
    r"\b(?:second|2nd)(?= (?:time|one|talk|meeting|visit|trip|round|call|letter|session)s?\b)"
)


def told_then_asked(question: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield how `question` may fall into what it tells and the next that it asks for after that.

    "They signed the border treaty in 1985. What was the next one?" The likeliest comes first,
    and so does the likeliest way to put what is asked; most questions yield nothing.
    """
    if len(question) > LONGEST or not _NEXT.search(fold(question)):
        return
    borders = list(_BORDER.finditer(question.rstrip(" ?!.")))
    for border in borders[: -MOST_BORDERS - 1 : -1]:
        told = _JOINING.sub("", _SIDE_FIRST.sub("", question[: border.start()]))
        told = _BORDER.sub(" ", told)  # what is told falls into no more parts
        asked = fold(question[border.end() :])
        if len(re.findall(r"[^\W_]{2,}", told)) < LEAST_TOLD:
            continue
        if not (question.endswith("?") or _ASKING.search(asked)):
            continue
        onward = _ONCE_MORE.sub("again", _SECOND.sub("next", _OPENING.sub("", asked)))
        if not _NEXT.search(onward):
            continue
        plainly = f"and after that, {_NEXT.sub(' ', onward)}"
        is_step = read_leaning(onward).step in _ONWARD
        yield told, (onward, plainly) if is_step else (plainly,)
