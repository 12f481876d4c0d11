"""Times given by an entry instead of a date: "after the Vladivostok summit"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.search.dates.distances import Distance, take_distance
from bot.search.from_entry.same_time import (
    SameTime,
    may_tell_same_time,
    take_same_time,
    that_time_in,
)
from bot.search.from_entry.sides import NEXT, WAYS, asks_a_step, say_plainly
from bot.search.from_entry.told_first import FAR, split_round, split_told, take_end
from bot.search.from_entry.what_came import CAME, KOREAN_CAME, WHICH_CAME
from bot.search.language.forms import Form, Forms, without
from bot.search.terms import fold

_AFTER = r"after|following|since(?! when)|in the wake of|later than|subsequent to|после|вслед за"
_BEFORE = (
    r"before|prior to|ahead of|until|preceding|earlier than|in the (?:run-?up|lead-?up) to"
    r"|до|перед"
)
_SIDE = Form(
    r"\b(?:right |straight |directly |shortly |just |soon |immediately |the day |a day "
    r"|сразу (?:же )?|вскоре "
    r"|незадолго |непосредственно )?"
    rf"(?:(?P<after>{_AFTER})|(?P<before>{_BEFORE})) "
    r"(?=[\w;.'\u2019 ]{0,40}\w{3}|(?:the )?v?\d[\d.]*(?:\W*$|,| \w))"
)
# "after that" points at the thread, not at an entry.
_POINTING = Form(
    r"\W*(?:that|this|it|then|which|what|him|them|этого|того|него|нее)?\W*|\W*[^\W\d]?[^\W\d]?\W*"
)
_POINTING_BACK = Form(r"\W*(?:that|this|it)(?: one)?\W*")
# "The 2024 one", its date taken out, "the one at the lake": one of what stands before it.
_ONE = Form(
    r"[\W\d]*(?:the |that )?(?:[\w'-]+\W+){0,3}?(?:one|time)"
    r"(?:\W*$| ?[-–—;,(]| (?:at|in|of|on|from|with|held|by|between|near|under)\b)"
)
_SOON = Form(
    "(?:shortly|just|soon|right|straight|immediately|directly"
    "|сразу|вскоре|незадолго|непосредственно) "
)
# Of a kind the one just before is the last of it, however long ago that was.
_WHICH = Form(r"^\W*(?:and |so )?which (?!one\b|of\b)\w{3,} (?:did|does|was|were|had|has)\b")
# "Which resolution followed 1718" asks for the next of its kind after that.
_FOLLOWED = Form(
    r"^(?P<kind>.*\w) (?:(?:that|which|who|directly|immediately|soon|then|был[аои]?) )*"
    r"(?:(?P<after>followed|follows|succeeded|succeeds"
    r"|(?:по)?следовал[аои]? за|последует за|шл[аои] за|пришл[аои] (?:за|на смену))"
    r"|(?P<before>preceded|precedes|predated|предшествовал[аои]?))"
    r" (?!by\b|from\b|suit\b|up\b)(?P<anchor>.+)$"
)
# "The Commons ratified the pact. Who ratified it next?"
_TOLD_NEXT = Form(
    r"^(?=.*?\w{3})(?P<told>.+)(?<=\S)(?:[.;:!]{1,20}|\s[-–—]{1,20})\s+"
    r"(?P<asked>(?:and |so )?(?:who|whom|which|what|where|when)\b.*\w) next\W*$"
)
# What is the asker's own is no entry: "two days after my birthday".
_OWN = Form(r"\b(?:my|your|мо(?:й|я|е|его|ей)|ваш\w{0,3})\b")
_BORDER = Form(r",|:(?=\s)|\s[–—-]+(?=\s)")
_SIDE_FIRST = re.compile(rf"^\W*(?:(?:{_AFTER}|{_BEFORE}|once|when|as soon as|когда) )")
# Where a question begins that runs on after its entry.
_ASKING = Form(
    r"\b(?:what|who|whom|where|how|which|when|did|does|was there|were there"
    r"|что|кто|кого|где|куда|как|какой|какая|какие|сколько)\b"
)
# Asks for what came, and for nothing of its own: "the last one", "what happened".
_ANYTHING = Form(
    r"(?:\W|\b(?:and|so|the|very|whats?|which|was|is|did|next|last|first|previous|final|immediate"
    r"|most|recent|latest|closest|nearest|just|right|only)\b)*"
    r"\b(?:one|things?|items?|events?|entry|entries|happen(?:ed|s)?|came|comes"
    r"|что (?:было|произошло))\W*"
)
_DISTANCE_END = Form(r"\b(?:hour|day|week|month|year|decade)s?\W*$")
# By these sides a distance is not told in so many words: "two days prior to".
_PLAIN_SIDES = {
    "following": "after", "since": "after", "prior to": "before", "until": "before",
    "ahead of": "before", "in the wake of": "after", "later than": "after",
    "subsequent to": "after", "preceding": "before", "earlier than": "before",
}  # fmt: skip
LONGEST = 2000  # characters; a longer text counts from no entry
MOST_SPLITS = 3  # words before that, each of which may be where the question begins
_KOREAN_UNIT = Form(r"[날달해주](?!\w)|[날달해주]에")
_KOREAN = Form(
    # "After" is often written onto its noun, "before" is the end of many: "작전", "휴전", "축전".
    r"^(?P<anchor>.{2,80}?) ?(?:(?P<after>이후|직후|(?<![오최기전사])후|다음|뒤)"
    r"|(?P<before>이전|직전|(?<=[ 기])전))"
    r"(?:에|의|에는)? (?P<rest>.+)$"
)
# Without one of these nothing is counted from; what leads up to them needs none of its own.
_COUNTING = Forms(*WAYS, FAR, _SIDE, _FOLLOWED, _TOLD_NEXT, _KOREAN)
_KOREAN_SOON = ("직후", "직전")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A question split at "after" or "before": what is asked, and what it is counted from."""

    rest: str
    anchor: str
    is_after: bool
    asks_next: bool  # in so many words: "what came", "next", "right after"
    distance: Distance | None = None  # "the day after", "two years before"
    same_time: SameTime | None = None  # "in the month of", "later that year"
    is_soon: bool = False  # "shortly after", "just before"
    is_one: bool = False  # "the one at the lake": what it is one of, the rest says
    is_step: bool = False  # "the next step": what takes it further, not whatever came then


def read_anchor(question: str) -> Anchor | None:
    """Return the split of `question`, or None if it names no entry to count from.

    Dates must have been taken out before: "after 2019" is a date, not an entry.
    """
    if len(question) > LONGEST:
        return None
    text = fold(question)
    if not _COUNTING.may_match(text) and not may_tell_same_time(text):
        return None  # most questions
    if asks_a_step(text):
        anchor = _read(say_plainly(text))
        return anchor and replace(anchor, asks_next=True, is_step=True)
    return _read(say_plainly(text))


def _read(text: str) -> Anchor | None:
    same = _read_same_time(text)
    if same is not None:
        return same
    told = split_told(text)
    if told is not None:
        first, asked, far = told
        return Anchor(asked, first, far.most > 0, asks_next=False, distance=far)
    found = _side_asked(text)
    if found:
        side = "after" if found["after"] else "before"
        distance, rest = _take_distance(text[: found.start(side)], found[side])
        rest, anchor = rest if distance else text[: found.start()], text[found.end() :]
        if not rest.strip(" ,;"):
            anchor, rest = _split_at_border(anchor) or (anchor, rest)
        apart = _split_told(rest) if _POINTING_BACK.fullmatch(anchor) else None
        if apart is not None:  # "The dam bursts. Which flood came after that?"
            anchor, rest = apart
        if not _POINTING.fullmatch(anchor) and not _OWN.search(anchor):
            that = None if distance else that_time_in(rest)
            if that is not None:
                rest = without(rest, that[0])
                return Anchor(rest, anchor, side == "after", asks_next=False, same_time=that[1])
            is_one = _ONE.match(anchor) is not None
            ending = None if distance else take_end(anchor)
            if ending is not None and (ending[1].most > 0) is (side == "after"):
                anchor, distance = ending
            came = WHICH_CAME.match(rest)
            is_soon = _SOON.match(found.group()) is not None
            asks_next = (
                is_one
                or apart is not None
                or came is not None
                or bool(NEXT.search(f"{rest} {found.group()}"))
            )
            asks_next |= is_soon and _WHICH.match(rest) is not None
            return Anchor(
                came.group() if came else CAME.sub("", rest) if is_one else rest,
                anchor, side == "after", asks_next, distance,
                is_soon=is_soon, is_one=is_one,
            )  # fmt: skip
        return None
    told_next = _TOLD_NEXT.match(text)
    if told_next:
        return Anchor(told_next["asked"], told_next["told"], is_after=True, asks_next=True)
    followed = _FOLLOWED.match(text)
    if followed and not _POINTING.fullmatch(followed["anchor"]):
        anchor, is_after = followed["anchor"], followed["after"] is not None
        is_one = _ONE.match(anchor) is not None
        return Anchor(followed["kind"], anchor, is_after, asks_next=True, is_one=is_one)
    korean = _KOREAN.match(text)
    if korean:
        rest, side_word = korean["rest"], korean["after"] or korean["before"]
        is_kind = korean["after"] == "다음" and not _KOREAN_UNIT.match(rest)
        came = KOREAN_CAME.match(rest)
        asks_next = is_kind or came is not None or bool(NEXT.search(rest))
        side = "후" if korean["after"] else "전"
        distance, anchor = take_distance(f"{korean['anchor']} {side}")
        anchor = anchor if distance else korean["anchor"]
        is_soon = side_word in _KOREAN_SOON
        return Anchor(
            came["kind"] if came else rest,
            anchor, bool(korean["after"]), asks_next, distance, is_soon=is_soon,
        )  # fmt: skip
    return None


def _split_at_border(anchor: str) -> tuple[str, str] | None:
    """Split "the summit, what happened?" where the question follows.

    That is where it begins to ask, or else the first comma or colon.
    """
    borders = list(_BORDER.finditer(anchor))
    asking = (at for at in borders if _ASKING.match(anchor[at.end() :].lstrip()))
    border = next(asking, borders[0] if borders else None)
    return (anchor[: border.start()], anchor[border.end() :]) if border else None


def _split_told(text: str) -> tuple[str, str] | None:
    parts = split_round(text, "")
    return parts if parts and parts[1].strip(" ,;.?!") else None


def _read_same_time(text: str) -> Anchor | None:
    """Read "in the month of the summit", and an entry told first: "X. What else that month?"."""
    same = take_same_time(text)
    if same is None:
        that = that_time_in(text)
        parts = split_round(text[: that[0].start()], text[that[0].end() :]) if that else None
        if that is None or parts is None:
            return None
        told, asked = parts
        same = asked, _SIDE_FIRST.sub("", told), that[1]
    asked, anchor, time = same
    if _POINTING.fullmatch(anchor) or _OWN.search(anchor):
        return None
    return Anchor(asked, anchor, time.side >= 0, asks_next=False, same_time=time)


def _side_asked(text: str) -> re.Match[str] | None:
    """Return the "after" or "before" that is asked for.

    It is the last one, unless the question has said all before the first: in "what came before
    the peace after the war" the second belongs to the peace.
    """
    sides = list(_SIDE.finditer(text))
    if len(sides) > 1 and _ANYTHING.fullmatch(text[: sides[0].start()]):
        # "What came in the ten days after" has its side at the end of a distance.
        between = text[sides[0].end() : sides[-1].start()]
        return sides[0] if not _DISTANCE_END.search(between) else sides[-1]
    return sides[-1] if sides else None


def split_run_on(anchor: Anchor) -> Iterator[Anchor]:
    """Yield the splits of a question that runs on: "after the summit the king did what".

    Without a comma nothing tells where the entry ends and the question begins.
    """
    asking = _ASKING.search(anchor.anchor)
    if anchor.rest.strip(" ,;") or asking is None:
        return
    words = anchor.anchor[: asking.start()].split()
    tail = anchor.anchor[asking.start() :]
    for taken in range(min(MOST_SPLITS, len(words) - 1) + 1):
        at = len(words) - taken
        rest = " ".join((*words[at:], tail))
        yield replace(anchor, anchor=" ".join(words[:at]), rest=rest)


def _take_distance(head: str, side: str) -> tuple[Distance | None, str]:
    """Read "three weeks" before its side; in Russian it may stand by itself ("через год")."""
    plain = _PLAIN_SIDES.get(side, side)
    distance, rest = take_distance(f"{head.rstrip()} {plain}")
    return (distance, rest) if distance else take_distance(head.rstrip())
