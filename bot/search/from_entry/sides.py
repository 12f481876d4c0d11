"""Other ways to say that something came before or after: "once it was over", "on its eve"."""

from __future__ import annotations

import re

from bot.search.dates.shifts import LENGTHS, in_plain_units
from bot.search.language.forms import Form, Forms, without

_NUMBER = Form(r"\b(?:number|no\.?|nr\.?|номер) (?=\d)|№ ?(?=\d)")  # "after number 12"
NEXT = Form(
    r"\b(?:next|previous|following|first|last"
    r"|what (?:else )?(?:had )?(?:happened|came|followed|was)|right|straight|immediately"
    r"|directly|что (?:было|произошло|случилось)|следующ\w+)\b|다음|무슨"
)
# "What followed the summit" is what came after it, "what preceded it" what came before.
_AS_SIDES = tuple(
    Form(
        r"^\W*(?:and |so )?(?:what|which (?:event|thing|entry)|who|что) (?:else )?(?:\w+ly )?"
        rf"(?:{verbs}) "
    )
    for verbs in (
        "followed|came after|happened after|последовало за|произошло после",
        "preceded|came before|led up to|happened before|предшествовало",
    )
)
# "Once the vote was lost" tells what came before, "once a year" and "he once was" do not.
_ONCE = Form(
    r"\bonce (?=(?!(?:a|an|per|every|in|more|again|and|was|were|had|been)\b)(?:[\w'-]+ ){1,6}?"
    r"(?:had|has|have|was|were|is|are)\b)"
)
# "On the eve of the vote", "the next day" after a clause: a day off.
_A_DAY_OFF = (
    (Form(r"\bon the (?:very )?eve of "), "the day before "),
    (Form(r"\bнакануне "), "за день до "),
    (Form(r"(?<=\w )(?:바로 )?(?:다음 ?날|이튿날)"), "1일 후"),
    (Form(r"(?<=\w )(?:다음 ?달)"), "1개월 후"),
    (Form(r"(?<=\w )(?:다음 ?해|이듬해)"), "1년 후"),
    (Form(r"(?<=\w )(?:바로 )?전날"), "1일 전"),
)
# "The last pre-war visit" is the last visit before the war.
_OF_AN_ERA = Form(
    r"(?<=\w )(?:the )?\b(?P<side>pre|post)-?(?P<what>war|covid|pandemic|(?<=-)[a-z]{4,}) (?=\w)"
)

# "The dam bursts. Next event?", "the dam bursts - what came next": right after what is told first.
_NEXT_EVENT = Form(
    r"^(?=.*?\w{3})(?P<told>.+)(?<=[\w'\")])[\s.;:,?!–—-]{2,20}(?:(?:and|so) )?(?:"
    r"(?:(?:what|which)(?:'?s| was| is| came| happened)? )?(?:the )?(?:very )?"
    r"(?P<side>next|previous) (?:event|entry|thing|item)"
    r"|what (?:had )?(?:came|comes|come|happened|followed) (?:right |immediately |directly )?"
    r"(?:next|(?:after|(?P<before>before))(?: (?:that|this|it))?))\W*$"
)
_LISTED = Form(
    r"\b(?:is|are|was|were|stands|comes) (?:listed|recorded|noted|entered|next on the list)"
    r"(?= (?:\w+ )?(?:after|before)\b)"
)
# "The last step before the war" is the last of whatever came before it.
_A_STEP = Form(
    r"\b(?P<which>next|last|final|previous|following|which|what|the)"
    r" (?:step|move|development|milestone|hurdle|signature)"
    r"(?= (?:\w+ )?(?:after|before|once|following|prior to|followed|preceded|came)\b"
    r"| (?:on|in|for|towards?|with) |\W*$)"
)
# Without one of these there is nothing to be said more plainly.
WAYS = (*_AS_SIDES, *(form for form, _ in _A_DAY_OFF), _OF_AN_ERA, _ONCE)
_PLAINER = Forms(*WAYS, _NUMBER, _NEXT_EVENT, _LISTED, _A_STEP, *LENGTHS)


def asks_a_step(text: str) -> bool:
    """Whether a folded question asks for a step, which takes what it is counted from further."""
    return _A_STEP.search(text) is not None


def say_plainly(text: str) -> str:
    """Return a folded question with its side told as "after" or "before" it."""
    if not _PLAINER.may_match(text):
        return text  # as it is in most
    text = _told_behind(in_plain_units(_NUMBER.sub("", text)))
    text = _ONCE.sub("after ", _A_STEP.sub(r"\g<which> thing", _LISTED.sub("came", text)))
    text = _NEXT_EVENT.sub(_after_it, text)
    text = _AS_SIDES[1].sub("what came right before ", text)
    text = _AS_SIDES[0].sub("what came right after ", text)
    for form, plain in _A_DAY_OFF:
        text = form.sub(plain, text)
    return text


def _after_it(found: re.Match[str]) -> str:
    side = "before" if found["side"] == "previous" or found["before"] else "after"
    return f"what came right {side} {found['told']}"


def _told_behind(text: str) -> str:
    """Return a text with the era of "the last pre-war visit" told behind it: "before the war"."""
    era = _OF_AN_ERA.search(text)
    if era is None or not NEXT.search(text[: era.start()]):
        return text
    side = "before" if era["side"] == "pre" else "after"
    return f"{without(text, era).rstrip(' ?!.')} {side} the {era['what']}"
