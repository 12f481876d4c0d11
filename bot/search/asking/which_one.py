"""Which of several occasions a question means: the first, the last, the third of its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.search.dates.spelt_years import ONES, RUSSIAN_STEMS
from bot.search.language.forms import Form, Forms, without


class Which(StrEnum):
    """Which of several occasions is meant."""

    FIRST = "first"
    LAST = "last"
    NTH = "nth"


@dataclass(frozen=True, slots=True)
class Occasion:
    """An ordinal in a question: the first, the last or the `number`th of its kind.

    Of the last, `number` counts from the end: the second is the last but one.

    `is_told` means that a title may say so itself; "the latest" can only be counted out.
    """

    which: Which
    number: int = 1
    is_told: bool = True


_NUMBERS = {
    "secnd": 2,
    "secod": 2,
    "seccond": 2,
    "secound": 2,
    "thrid": 3,
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7,
    "8th": 8, "9th": 9, "10th": 10,
}  # fmt: skip
_RUSSIAN_NUMBERS = {
    "втор": 2, "треть": 3, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7,
    "восьм": 8, "девят": 9, "десят": 10,
}  # fmt: skip
_KOREAN_NUMBERS = {
    "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
}  # fmt: skip

# "3차" is a third round, written together with what is counted or apart; not so a world war,
# "several times" and the like, nor a particle that makes another word of it.
_NOT_A_ROUND = r"(?! ?(?:세계|대전)|[가-힣](?![가-힣])|례|량|원|선|관|장|로)"

# "For the last time in his life": of all times.
_OF_ALL = r"(?: time(?: in (?:his|her|their) (?:life|lifetime))?)?"
# "The first days of the war" are a time, of which there is one.
_DAYS = r"(?! (?:few |two |three |four |five |six )?(?:hours|days|weeks|months|years)\b)"

_FIRST = Form(
    rf"\b(?:(?:very )?(?:first|frist|fisrt|firts){_DAYS}(?: ever)?{_OF_ALL}|1st|earliest|oldest"
    r"|originally|initially|впервые"
    r"|в первый раз|(?:сам\w+ )?перв(?:ый|ая|ое|ого|ой|ом|ую|ые|ым|ыми|ых|ому)(?: раз)?"
    r"|сам\w+ (?:стар|ранн|древн)\w+)\b"
    rf"|최초(?:의|로|에|인)?|(?<!\w)(?:제 ?)?1 ?차{_NOT_A_ROUND}|(?:맨 ?)?처음(?:으로|에|엔|은|인)?"
    r"|(?:가장|제일|맨) ?(?:먼저|오래된|오랜|이른)"
    r"|(?<!\w)첫(?: ?번째|째)?(?:는|은|가|이|를|로)?(?!\w)"
    r"|(?<!\w)첫(?=[가-힣]{2})"
)
# "The final flight" is the last; "the cup final", "who scored in the final" are of a match.
FINAL = (
    r"final(?= [^\W\d])"
    r"(?! (?:against|and|at|between|by|for|from|go|in|is|of|on|or|to|vs?|was|were|with)\b)"
)
_LAST = Form(
    rf"\b(?:(?:very )?last{_DAYS}{_OF_ALL}|latest|lastest|most recent(?:ly)?|newest"
    rf"|recently|{FINAL}"
    r"|(?:сам\w+ )?последн\w+(?: раз)?|недавн\w+"
    r"|крайн(?:ий|яя|ее|его|ей|юю|ем|им|ие|их)(?: раз)?"
    r"(?! (?:север|вост|прав|лев|мер|степ|случ)))\b"
    r"|마지막(?:으로|은|의|에)?|(?:(?:가장|제일) ?)?최근(?:의|에)?|(?:가장|제일) ?(?:새로운|나중)"
    r"|\bсам\w+ (?:нов|свеж|поздн)\w+"
)
# Counted from the end: the last but one.
_FROM_END = Form(
    r"\b(?:(?:the )?(?P<second>penultimate|(?:second|next)[ -](?:to[ -])?(?:the[ -])?last"
    r"|last but one|предпоследн\w+)|third[ -](?:to[ -])?last|last but two|antepenultimate)\b"
    r"|(?P<second2>(?:끝|마지막|뒤)에서 두 ?번째(?:로|의|는|은|가|이|를)?)"
)
_NEWEST = Form(r"lat?est|recent|newest|недавн|нов|свеж|최근|새로운")
# With a superlative it says which one of all: "the second highest mountain".
_SUPERLATIVE = (
    "best|biggest|busiest|closest|coldest|costliest|deadliest|deepest|farthest|fastest|furthest"
    "|greatest|heaviest|highest|hottest|largest|longest|lowest|most|nearest|oldest|poorest|richest"
    "|smallest|strongest|tallest|wealthiest|worst|youngest"
)
_NTH = Form(
    rf"\b({'|'.join(_NUMBERS)})\b(?![ -](?:world war|secretary|in command|(?:{_SUPERLATIVE})\b))"
)
CARDINALS = {word: number for number, word in enumerate((*ONES, "ten"), start=1)}
# "Nuclear test number three", at the end; "more on number three" is a line of a list.
_NUMBERED = Form(
    r"(?<=\w )(?<!\bon )(?<!\babout )(?<!\bthe )(?<!\band )(?<!\bof )(?:number|no\.?|nr\.?|#) ?"
    rf"(?:({'|'.join(CARDINALS)})(?=\W*$| (?:against|at|between|by|for|from|in|of|on|to|with)\b)"
    r"|([1-9]|1[0-9])(?=\W*$))"
)
_NTH_RUSSIAN = Form(
    r"\b(втор|треть|трет|четверт|пят|шест|седьм|восьм|девят|десят)"
    r"(?:ый|ая|ое|ого|ой|ом|ую|ий|ья|ье|ьего|ьей|ым|ьим|ыми|ых|ьих|ому|ьему)\b"
)
_NTH_KOREAN = Form(
    r"(두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?번째(?:로|의|는요|는|은요|은|가|이|를|요)?"
    rf"|(?<!\w)(?:제 ?)?([2-9]|1\d) ?차(?:의|는요|는|은|가|를|와|에|엔|때|요)?{_NOT_A_ROUND}"
    r"|(?<!\w)(?:제 ?)?([2-9]|1\d) ?번째(?:로|의|는|은|가|이|를)?|(?<!\w)제 ?([2-9]|1\d) ?회(?!\w)"
)

# "2-й", "3е", "5-ое": an ordinal in digits, with its ending or the last letters of it.
_RUSSIAN_DIGITS = Form(
    r"\b(?<![\d.-])(10|[1-9])(?:-(?:[ыои]?й|[аь]?я|[оь]?е|[оь]?го|[оье]?м|му|ю|ую|ей)"
    r"|[ыои]?й|[аь]я|[оь]е|[оь]?го)\b"
)

# What opens a year is the first of it, and what closes it the last.
_BEGIN, _END = r"(?:begin|start|open|kick)s?", r"(?:close|end|finish|conclude)(?:s|e?d)?"
_OFF = r"(?: (?:off|with|on|at|from))*\W*$"
_ITSELF = (
    r"(?:the |your |this |our |whole )*"
    r"(?P<itself>timeline|chronology|chronicle|list|record|annals|(?<=\w ) )"
)
_AT_AN_END = Form(
    r"^\W*what (?:(?P<first>open|start|begin|kick)(?:s|ed)?|(?P<first2>began)"
    r"|close[sd]?|end(?:s|ed)?|conclude[sd]?|round(?:s|ed)?)(?: off)?"
    r"(?: the (?:year|month|week|decade|century|season|period))?\W*$"
    # "How did 1906 end", the year taken out, and how the timeline itself does.
    r"|^\W*(?:how|where|when|(?:with )?what)(?: does| did| do)? "
    rf"(?:{_ITSELF}|\W*;\W*) ?\b(?:(?P<first3>{_BEGIN}|began)|{_END}){_OFF}"
    r"|^\W*(?:как|(?:на |с |со )?ч[её]м|с чего|где) (?:"
    r"(?:(?P<first4>начина|открыва)|закан|закры|завер|конча)\w*ется"
    r"(?: (?:ваш\w?|эт\w+|вся))*(?: (?:лент|хроник|летопис|таймлайн)\w?)?\W*$"
    r"|(?:(?P<first5>нача)|зако?нч|заверш)\w+\W*;\W*$)"
)
# "The opening vote of 1906" is the first of that year; a ceremony opens something else.
_CEREMONY = (
    r"(?!(?:ceremon\w+|speech|statement|remarks|address|hours|date|night|of|the|to|up|down|for|off"
    r"|in|on|at|by|with|and|a|an|its|their)\b)"
)
_OPENING = Form(
    rf"(?:^\W*|\bthe )(?:(?P<first>opening)|closing) {_CEREMONY}(?=(?:[\w'-]+ ){{1,5}}\W*;)"
    rf"|(?<=; ) ?(?:(?P<first2>opening)|closing) {_CEREMONY}(?=\w)"
)
# Who holds an office now is who took it last.
_OF_NOW = Form(
    r"(?<=\w )(?:(?:right |just )?now|currently|presently|nowadays|these days|at the moment"
    r"|at present)(?= the \w| \w+ of\b|\W*$)|\b(?:current|incumbent)(?= \w)"
)
_WHO_HOLDS = Form(
    r"^\W*(?:and |so |but )?(?:who (?:heads|leads|runs|chairs|manages|coaches)\b"
    r"|(?:whos|who['\u2019]s|who is)\b.*\b(?:president|chair\w*|director|head|chief|c[eft]o|leader"
    r"|manager|coach|captain|minister|premier|chancellor|governor|secretary|king|queen|pope|mayor"
    r"|commissioner|ambassador|boss|speaker|treasurer|rector|dean|bishop|curator|keeper|conductor"
    r"|warden|principal|headmaster|headmistress|headteacher|editor)\b)"
)
# Without one of these no occasion is meant.
_OCCASIONS = Forms(
    *(_RUSSIAN_DIGITS, _AT_AN_END, _OPENING, _FROM_END, _NTH, _NUMBERED, _NTH_RUSSIAN, _NTH_KOREAN),
    *(_LAST, _FIRST, _OF_NOW),
)


def take_occasion(text: str) -> tuple[Occasion | None, str]:
    """Return the occasion that a folded question means, if any, and the text without its words."""
    if not _OCCASIONS.may_match(text):
        return None, text  # most questions
    if not text.isascii():
        text = _RUSSIAN_DIGITS.sub(_as_word, text)
    at_end = _AT_AN_END.search(text)
    if at_end:
        is_first = any(at_end[f"first{n}"] for n in ("", "2", "3", "4", "5"))
        is_all = at_end["itself"] or not (text.isascii() or ";" in text)
        rest = "entry" if is_all else ""
        return Occasion(Which.FIRST if is_first else Which.LAST, is_told=False), rest
    opening = _OPENING.search(text)
    if opening:
        which = Which.FIRST if opening["first"] or opening["first2"] else Which.LAST
        return Occasion(which), without(text, opening)
    from_end = _FROM_END.search(text)
    if from_end:
        number = 2 if from_end["second"] or from_end["second2"] else 3
        return Occasion(Which.LAST, number, is_told=False), without(text, from_end)
    forms = (_NTH, _NUMBERED)
    for form in forms if text.isascii() else (*forms, _NTH_RUSSIAN, _NTH_KOREAN):
        found = form.search(text)
        if found:
            word = next(group for group in found.groups() if group)
            number = (
                _NUMBERS.get(word)
                or CARDINALS.get(word)
                or _RUSSIAN_NUMBERS.get(word)
                or _KOREAN_NUMBERS.get(word)
                or int(word)
            )
            return Occasion(Which.NTH, number), without(text, found)
    for which, form in ((Which.LAST, _LAST), (Which.FIRST, _FIRST)):
        found = form.search(text)
        if found:
            is_told = not _NEWEST.search(found.group())
            return Occasion(which, is_told=is_told), without(text, found)
    found = _OF_NOW.search(text)
    if found and _WHO_HOLDS.match(text):
        return Occasion(Which.LAST, is_told=False), without(text, found)
    return None, text


def asks_who_holds(text: str) -> bool:
    """Whether a folded question asks who holds an office now."""
    return _OF_NOW.search(text) is not None and _WHO_HOLDS.match(text) is not None


def _as_word(found: re.Match[str]) -> str:
    return f"{RUSSIAN_STEMS[int(found[1]) - 1]}ый"
