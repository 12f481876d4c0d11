"""Questions about two entries: what lies between them, how long it was, which came first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.search.language.forms import Form
from bot.search.terms import fold

MOST_SPLITS = 5  # places at which a text may fall into two; each costs a search
LONGEST = 300  # characters; a longer text is a story, not a question about two things


class PairAsk(StrEnum):
    """What is asked about two entries."""

    BETWEEN = "between"  # what happened from one to the other
    HOW_LONG = "how long"  # the time that lies between them
    WHICH_FIRST = "which first"
    WHICH_LAST = "which last"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two descriptions of entries, and the words of the question beside them.

    `second` is empty where one description names both: "between the two summits".
    `is_in_time` says that the first is told to be the earlier one, and `is_soon` that the
    second came as an answer to it: "how quickly did they act once it was known".
    """

    ask: PairAsk
    first: str
    second: str
    rest: str
    is_in_time: bool = False
    is_soon: bool = False


# One of these stands in every such question; to look for them first is cheap.
_TRIGGER = Form(
    r"\b(?:between|from|since|after|before|once|following|first|earlier|sooner|later|last)\b"
    "|между|раньше|позже|сначала|первым|последн|после| до "
    "|사이|까지|간격|차이|만에|후에|뒤에|있다가|먼저"
)
_SPEED = r"(?:soon|quick(?:ly)?|fast|swiftly|promptly|rapidly)"
_HOW_LONG = re.compile(
    rf"\b(?:how (?:long|much time|{_SPEED}|far apart|many (?:days|weeks|months|years))(?! ago)"
    r"|(?:gap|interval|time|days|weeks|months|years)(?: in \w+)? between"
    r"|сколько (?:\w+ )?(?:времени|дней|недель|месяцев|лет)|сколько прошло"
    r"|как долго|через сколько|как скоро"
    r"|промежуток)\b"
    r"|(?:사이|간격|차이)[는은이가]? ?(?:얼마|며칠|몇)"
    r"|얼마나 ?(?:오래|오랫|걸|지나|지났|있다)|얼마 ?만에|시간이? ?얼마"
    r"|(?:며칠|몇 ?(?:일|주|달|개월|년|해)) ?(?:만에|동안|후|뒤|사이|차이|걸|지나|있다)"
)
_SOON = re.compile(rf"\bhow {_SPEED}\b|\bкак скоро\b")
_BETWEEN = re.compile(
    r"(?P<head>.*?)\b(?:in )?between (?P<pair>.+)|(?P<head2>.*?)\bмежду (?P<pair2>.+)"
)
_FROM_TO = re.compile(r"\b(?:from|since) (?P<both>.+)|\b(?:от|с|со) (?P<c>.+?) до (?P<d>.+)")
_TO, _UNTIL = re.compile(r" to "), re.compile(r" (?:until|till) ")
_TWO = re.compile(
    r"^(?P<of>(?:\w+ ){0,3}\w+['\u2019]s? )?(?:the|those|these|his|her|their)? ?(?:two|both)"
    r" (?P<noun>.+)"
    r"|^(?:этими )?(?:двумя|обоими|обеими) (?P<noun2>.+)"
)
_AND = re.compile(r",? and |,? и ")
_LATER = re.compile(
    r"(?P<head>.*?)\b(?P<side>after|before|since|once|following|после|до)\b (?P<pair>.+)"
)
# Where the second event begins in "how long after the summit was the border closed".
_VERB = re.compile(
    r"\s(?:(?:did|was|were|is|does|do|had|has|until|till)\s+"
    r"|(?=(?:был[аои]?|произош\w+|состоял\w+|случил\w+|последова\w+|появил\w+|начал\w+)\s))"
    r"|,\s"
)
_LIES = re.compile(
    r"\b(?:lies?|lay|falls?|fell|occurr?ed|came|comes|stands?|stood|лежит|лежало|было|произошло)\W*$"
)
_HEAD_NOISE = re.compile(
    rf"\b(?:how (?:long|much time|{_SPEED}|many \w+)|passed|pass|elapsed|went by|was it|is it"
    r"|did it take|it took|was there|were there|was the (?:gap|interval|time)|lie|lay|later|apart"
    r"|сколько (?:\w+ )?\w+|как долго|через|прошло)\b"
)
_WHICH_FIRST = re.compile(
    r"\b(?:which|what)(?: (?:one|event|of these))? (?:came|was|happened|took place|is|comes)"
    r" (?:first|earlier|sooner|before)\W+(?P<a>.+?) or (?P<b>.+)"
    r"|\bчто (?:было|случилось|произошло) (?:раньше|сначала|первым)\W+(?P<c>.+?) или (?P<d>.+)"
    r"|^(?P<e>.+?)(?:과|와|하고|이랑|랑) (?P<f>.+?) ?중에?서? ?(?:뭐|무엇|어느|어떤).{0,12}먼저"
)
# "The fire or the flood, which came first?"
_TWO_FIRST = Form(
    r"^(?:between |of )?(?P<a>[^,:;]+?),? (?:or|vs\.?|versus|and|или|и) (?P<b>[^,:;]+?)"
    r"\s?[,:;?.\u2013\u2014-]+\s?(?:and |so |а )?(?:"
    r"(?:which|what)(?: one| event| of (?:them|these|those|the two))?"
    r" (?:came|was|happened|took place|is|comes|\w+(?:ed|an|n))(?: out| off| up)? (?:the )?"
    r"|что (?:из (?:них|этого) )?(?:было|случилось|произошло|началось) )"
    r"(?:(?P<early>first|earlier|earliest|sooner|раньше|сначала|первым)"
    r"|(?:later|latest|last|second|позже|последним))(?: (?:in|of|during) [\w ]{3,15})?\W*$"
)
# "Who signed it first, Ada or Bob?", "did Ada or Bob sign it first?": what both have in common
# stands beside the two.
_EARLY = r"(?:first|earlier|sooner|раньше|первы\w+|сначала)"
_LATE = r"(?:later|last|second|позже|последн\w+)"
_WHO_FIRST = re.compile(
    rf"^(?P<head>(?:who|which|what|whose|кто|что|какая|какой|чья|чей) .*?)\b(?:(?P<early>{_EARLY})"
    rf"|(?P<late>{_LATE}))\b(?P<more>[^,:;]*)[,:;—-]\s*(?:was it |were it |the |это )?"
    r"(?P<a>.+?),? (?:or|или) (?P<b>.+)"
)
_EITHER_FIRST = re.compile(
    r"^(?:so |and )?(?:did|was|were|has|have|had|does|do|is) (?P<a>[^,]+?),? or (?P<b>[^,]+)"
    rf" (?:(?P<early>{_EARLY})|(?P<late>{_LATE}))\b"
)
# "Was the church consecrated before or after the test?" asks which of two came first.
_EITHER_SIDE = re.compile(
    r"^(?:(?:so|and|did|was|were|is|are|has|have|had|do|does)\b )*(?P<a>.+?)[,:;—-]? ?"
    r"(?:(?:come|came|happen(?:ed)?|take place|took place|it was|was it|was that|is it) )?"
    r"(?:before or after|after or before|(?:earlier|sooner) or later than|prior to or after"
    r"|(?:произош\w+ |был[аои]? )?(?:до или после|раньше или позже|раньше или после)) (?P<b>.+)"
    r"|^(?P<c>.+?)(?:은|는|이|가) (?P<d>.+?) ?(?:이?전|앞)(?:인가|이야|이었|에|일까|이에)?\S*,? ?"
    r"(?:아니면 ?)?(?:이?후|뒤)\S*$"
)
# "Did it join first or did it first get the promise?"
_EITHER_DID = re.compile(
    r"^(?:[^,:]{0,30}[,:] ?)?(?:did|was|were|had) (?P<a>.+?),? or (?:did|was|were|had) (?P<b>.+)"
)
_FIRST_WORD = re.compile(r"\b(?:come |happen )?(?:first|earlier|sooner)\b")
_ASKING_WORD = re.compile(r"^\W*(?:who|which|what|whose|кто|что|какая|какой|чья|чей)\b")
_AFTER_BEFORE = re.compile(
    r"(?P<head>.*?)\b(?:after|после) (?P<a>[^,]+?),? (?:but |and |yet |но |и )?(?:before|до|перед)"
    r" (?P<b>.+)"
    r"|(?P<head2>.*?)\b(?:before|до|перед) (?P<d>[^,]+?),? (?:but |and |yet |но |и )"
    r"(?:after|после) (?P<c>.+)"
)
_KOREAN = re.compile(
    r"^(?P<a>.+?)(?:과|와|하고|이랑|랑|부터|에서) (?P<b>.+?) ?(?:의? ?(?:사이|간격|차이)|까지)"
    r"(?:에는|에|는|의|가)? ?(?P<rest>.*)$"
)
# "Did the fire come first or did the flood?", "which of the fire and the flood came first?"
_KOREAN_FIRST = Form(
    r"^(?P<a>.+?)[이가] ?먼저\S*(?: ?(?:일어|있|생|나|열|시작)\S*)?[ ,?]+(?:아니면 ?)?(?P<b>.+?)"
    r"(?:[이가] ?먼저.*|(?:이야|인가요?|이에요|예요|인지|야|이었\S*|였\S*))?$"
    r"|^(?P<c>.+?)(?:과|와|하고|이랑|랑|,) ?(?P<d>.+?) ?중에?서? (?:더 )?먼저.*$"
)
_KOREAN_TWO = re.compile(r"(?<!\w)두 (?P<noun>.+?)(?:의)? ?사이(?:에는|에|는|의)? ?(?P<rest>.*)$")
_KOREAN_LATER = re.compile(
    r"^(?P<a>.+?) ?(?:이후|후|뒤|다음|하고)"
    r" (?P<how>(?:얼마|며칠|몇)\S* ?(?:만에|후에|뒤에|있다가?)) (?P<b>.+)$"
)
_TAIL = re.compile(r"[,;:]\s*(?=(?:what|who|how|which|were|was|did|any|что|кто|как|сколько)\b)")


def read_pairs(question: str) -> Iterator[Pair]:
    """Yield the ways in which `question` may be about two entries, the likeliest first.

    Most questions yield nothing. Whether the two are entries at all must be looked up.
    """
    text = fold(question[: LONGEST + 1]).strip(" ?!.")
    if len(text) > LONGEST or not _TRIGGER.search(text):
        return
    found = _WHICH_FIRST.search(text)
    if found:
        first, second = (part for part in found.groups() if part is not None)
        yield Pair(PairAsk.WHICH_FIRST, first, second, "")
        return
    found = _TWO_FIRST.search(text)
    if found:
        ask = PairAsk.WHICH_FIRST if found["early"] else PairAsk.WHICH_LAST
        yield Pair(ask, found["a"], found["b"], "")
        return
    found = _EITHER_SIDE.search(text) or _KOREAN_FIRST.search(text)
    if found:
        first, second = (part for part in found.groups() if part is not None)
        yield Pair(PairAsk.WHICH_FIRST, first, second, "")
        return
    yield from _which_first(text)
    ask = PairAsk.HOW_LONG if _HOW_LONG.search(text) else PairAsk.BETWEEN
    yield from _korean(text, ask)
    found = _BETWEEN.search(text)
    if found:
        head, pair = found["head"] or found["head2"] or "", found["pair"] or found["pair2"]
        yield from _between(head, pair, ask)
    if ask is PairAsk.HOW_LONG and not found:
        yield from _apart(text)
    elif not found:
        yield from _after_and_before(text)


def _between(head: str, pair: str, ask: PairAsk) -> Iterator[Pair]:
    tail, head = "", _LIES.sub(" ", head)
    split = _TAIL.search(pair)
    if split:
        pair, tail = pair[: split.start()], pair[split.end() :]
    both = _TWO.search(pair)
    if both:
        noun = f"{both['of'] or ''}{both['noun']}" if both["noun"] else both["noun2"]
        yield Pair(ask, noun, "", f"{head} {tail}")
        return
    for at in list(_AND.finditer(pair))[:MOST_SPLITS]:
        second, comma, more = pair[at.end() :].partition(", ")
        yield Pair(ask, pair[: at.start()], second, f"{head} {tail} {more}")
        if comma:
            yield Pair(ask, pair[: at.start()], pair[at.end() :], f"{head} {tail}")


def _which_first(text: str) -> Iterator[Pair]:
    """Yield two of whom one did first, or last, what both did."""
    found = _WHO_FIRST.search(text)
    if found:
        common = f"{_ASKING_WORD.sub(' ', found['head'])} {found['more']}"
        second, _, _ = found["b"].partition(",")
        ask = PairAsk.WHICH_FIRST if found["early"] else PairAsk.WHICH_LAST
        yield Pair(ask, f"{found['a']} {common}", f"{second} {common}", "")
        return
    found = _EITHER_DID.search(text)
    if found and _FIRST_WORD.search(found.group()):
        first, second = (_FIRST_WORD.sub(" ", part) for part in found.groups())
        yield Pair(PairAsk.WHICH_FIRST, first, second, "")
        return
    found = _EITHER_FIRST.search(text)
    if found:
        ask = PairAsk.WHICH_FIRST if found["early"] else PairAsk.WHICH_LAST
        words = found["b"].split()
        for length in range(1, min(MOST_SPLITS, len(words))):
            common = " ".join(words[length:])
            second = " ".join((*words[:length], common))
            yield Pair(ask, f"{found['a']} {common}", second, "")


def _after_and_before(text: str) -> Iterator[Pair]:
    """Yield "after the summit but before the war" as the time between the two."""
    found = _AFTER_BEFORE.search(text)
    if not found:
        return
    head = found["head"] or found["head2"] or ""
    first, second = (found["a"], found["b"]) if found["a"] else (found["c"], found["d"])
    tail = found["b"] or found["c"]
    ending, comma, rest = tail.partition(", ")
    if comma and not head.strip():
        first, second = (first, ending) if found["a"] else (ending, second)
        head = rest
    yield Pair(PairAsk.BETWEEN, first, second, head, is_in_time=True)


def _apart(text: str) -> Iterator[Pair]:
    """Yield what may be counted from and to: "from … to", "how long after … did"."""
    for first, second in _from_to(text):
        yield Pair(PairAsk.HOW_LONG, first, second, "", is_in_time=True)
    found = _LATER.search(text)
    if not found:
        return
    is_before = found["side"] in ("before", "до")
    is_soon = not is_before and _SOON.search(text) is not None
    head = _HEAD_NOISE.sub(" ", found["head"]).strip()
    if head and is_soon:  # "how quickly did they act once it was known" asks before it tells
        yield _in_time(found["pair"], head, is_before=is_before, is_soon=is_soon)
        return
    verbs = sorted(_VERB.finditer(found["pair"]), key=lambda at: at.group().strip() != "did")
    for at in verbs[:MOST_SPLITS]:  # "after it was known did they act": "did" begins the second
        first, second = found["pair"][: at.start()], found["pair"][at.end() :]
        yield _in_time(first, second, is_before=is_before, is_soon=is_soon)
    if head:
        yield _in_time(found["pair"], head, is_before=is_before, is_soon=is_soon)


def _from_to(text: str) -> Iterator[tuple[str, str]]:
    """Yield what may be the two ends of "from the vote to leave until the treaty"."""
    found = _FROM_TO.search(text)
    if found is None:
        return
    if found["c"]:
        yield found["c"], found["d"]
        return
    both = found["both"]
    places = [*_UNTIL.finditer(both), *reversed(list(_TO.finditer(both)))]
    for at in places[:MOST_SPLITS]:
        yield both[: at.start()], both[at.end() :]


def _in_time(anchor: str, other: str, *, is_before: bool, is_soon: bool) -> Pair:
    first, second = (other, anchor) if is_before else (anchor, other)
    return Pair(PairAsk.HOW_LONG, first, second, "", is_in_time=True, is_soon=is_soon)


def _korean(text: str, ask: PairAsk) -> Iterator[Pair]:
    found = _KOREAN_TWO.search(text)
    if found:
        yield Pair(ask, found["noun"], "", found["rest"])
        return
    found = _KOREAN_LATER.search(text)
    if found:
        yield Pair(PairAsk.HOW_LONG, found["a"], found["b"], "", is_in_time=True)
        return
    found = _KOREAN.search(text)
    if found:
        yield Pair(ask, found["a"], found["b"], found["rest"])
