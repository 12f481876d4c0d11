"""What form of answer a question asks for, and which of several occasions it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.search.forms import Form, Forms, without
from bot.search.spelt_years import ONES
from bot.search.terms import fold


class Asked(StrEnum):
    """The kind of question; it decides the form of the answer, never what is found."""

    WHEN = "when"
    WHO = "who"
    WHERE = "where"
    COUNT = "how many"
    HOW_LONG = "how long"
    WHY = "why"
    YES_NO = "yes or no"
    LIST = "list"
    WHAT = "what"


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


@dataclass(frozen=True, slots=True)
class Intent:
    """The form asked for, the occasion meant (if any), and the question without these words.

    `whole` still holds the words of the occasion: they may belong to another entry, from
    which is counted ("after the second test").
    """

    asked: Asked
    occasion: Occasion | None
    rest: str
    whole: str = ""


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

_FIRST = Form(
    r"\b(?:(?:very )?(?:first|frist|fisrt|firts)(?: ever)?(?: time)?|1st|earliest|oldest"
    r"|originally|initially|впервые"
    r"|в первый раз|(?:сам\w+ )?перв(?:ый|ая|ое|ого|ой|ом|ую|ые|ым|ыми|ых|ому)(?: раз)?"
    r"|начал[оа]сь)\b"
    rf"|최초(?:의|로|에|인)?|(?<!\w)(?:제 ?)?1 ?차{_NOT_A_ROUND}|(?:맨 ?)?처음(?:으로|에|엔|은|인)?"
    r"|(?:가장|제일|맨) ?먼저|(?<!\w)첫(?: ?번째|째)?(?:는|은|가|이|를|로)?(?!\w)"
    r"|(?<!\w)첫(?=[가-힣]{2})"
)
# "The final flight" is the last; "the cup final", "who scored in the final" are of a match.
FINAL = (
    r"final(?= [^\W\d])"
    r"(?! (?:against|and|at|between|by|for|from|go|in|is|of|on|or|to|vs?|was|were|with)\b)"
)
_LAST = Form(
    rf"\b(?:(?:very )?last(?: time)?|latest|lastest|most recent(?:ly)?|newest|recently|{FINAL}"
    r"|(?:сам\w+ )?последн\w+(?: раз)?|недавн\w+"
    r"|крайн(?:ий|яя|ее|его|ей|юю|ем|им|ие|их)(?: раз)?"
    r"(?! (?:север|вост|прав|лев|мер|степ|случ)))\b"
    r"|마지막(?:으로|은|의|에)?|최근(?:의|에)?"
)
# Counted from the end: the last but one.
_FROM_END = Form(
    r"\b(?:(?:the )?(?P<second>penultimate|(?:second|next)[ -](?:to[ -])?(?:the[ -])?last"
    r"|last but one|предпоследн\w+)|third[ -](?:to[ -])?last|last but two|antepenultimate)\b"
    r"|(?P<second2>(?:끝|마지막|뒤)에서 두 ?번째(?:로|의|는|은|가|이|를)?)"
)
_NEWEST = Form(r"lat?est|recent|newest|недавн|최근")
_NTH = Form(r"\b(" + "|".join(_NUMBERS) + r")\b(?! (?:world war|secretary|largest|in command))")
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
    r"(두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?번째(?:로|의|는|은|가|이|를)?"
    rf"|(?<!\w)(?:제 ?)?([2-9]|1\d) ?차(?:의|는|은|가|를|와|에|엔|때)?{_NOT_A_ROUND}"
    r"|(?<!\w)(?:제 ?)?([2-9]|1\d) ?번째(?:로|의|는|은|가|이|를)?|(?<!\w)제 ?([2-9]|1\d) ?회(?!\w)"
)

_ASKED = (
    (
        Asked.HOW_LONG,
        Form(
            r"\b(?:how long|how many (?:days|weeks|months|years))\b(?! ago)"
            r"|\b(?:как долго|сколько (?:дней|недель|месяцев|лет|времени|суток|часов)) (?!назад)"
            r"|\bсколько (?:про)?(?:длил|длит|должал|должает)\w*"
            r"|얼마나 ?(?:오래|걸)|(?:며칠|몇 ?(?:주|달|개월|년)) ?동안"
        ),
    ),
    (
        Asked.COUNT,
        Form(
            r"\b(?:how many|how often|number of|count of|tally of|сколько|количество|как часто)\b"
            r"|^\W*(?:please )?(?:count|tally|посчитай(?:те)?)\b"
            r"|몇 ?(?:번|회|차례|명|개|톤|발|대|척|마리|곳|건|가지)|얼마나 (?:많|자주)"
        ),
    ),
    (
        Asked.WHEN,
        Form(
            r"\b(?:when|whens|wen|(?:what|which|wat) (?:date|day|year|month|time)"
            r"|(?:what|which)s the date|date of|since when|how long ago"
            r"|когда|када|како(?:го|м|й) (?:числа|года|году|год|день|дня|месяца|месяце|месяц)"
            r"|кака(?:я|ую|ой) дат[ау]|с каких пор)\b"
            r"|언제|몇 ?(?:년|월|일)|며칠"
        ),
    ),
    (Asked.WHO, Form(r"\b(?:who|whom|whose|кто|кого|кому|кем)\b|누가|누구")),
    (
        Asked.WHERE,
        Form(
            r"\b(?:where|wheres|(?:which|what) (?:city|place|town)"
            r"|где|куда|откуда|в каком городе)\b|어디"
        ),
    ),
    (
        Asked.WHY,
        Form(
            r"\b(?:why|how come|what (?:made|drove|prompted)|for what reasons?|on what grounds"
            r"|what (?:was|were|is) (?:[\w']+ ){0,5}?(?:excuse|reasons?|motives?) (?:for|of|to)"
            r"|почему|зачем|отчего)\b|왜|이유"
        ),
    ),
    (
        Asked.LIST,
        Form(
            r"\b(?:list|all (?:the )?|every|everything|timeline of|chronolog\w+|overview"
            r"|history of|in (?:\w+ )?order(?! to)|все|всё|список|хронологи\w+|перечисли\w*"
            r"|по порядку)\b|모든|전부|목록|연대기|시간순|순서대로|나열"
        ),
    ),
)
# Where or when something was held says nothing of what it was.
_HELD = Form(
    r"\bheld\W*$|\b(?:состоял(?:ся|ась|ось|ись)|про(?:шел|шла|шло|шли|ходил[аио]?))\b"
    r"|(?<!\w)(?:열렸|열린|개최(?:됐|되었|된))\w*"
)
# Words that only say in which form the answer is wanted.
_FRAMES = {
    Asked.LIST: Form(
        r"\b(?:in (?:chronological |date |time )?order(?! to)|chronolog\w+|overview|list"
        r"|timeline of|history of|хронологи\w+|в хронологическом порядке|по порядку|список"
        r"|обзор|перечисли\w*)\b|연대기|연표|시간순(?:으로)?|순서대로|목록|나열(?:해\w*)?"
    ),
    Asked.COUNT: Form(
        r"\b(?:number|count|tally|total) of\b|^\W*(?:please )?(?:count|tally)\b(?: up\b)?"
        r"|\bin total\b|\b(?:all told|all in all|altogether|overall)(?=\W*$)|\bin all(?=\W*$)"
        # "Ada herself", and of a time that was taken out: "in that month alone".
        r"|\b(?:him|her|it)self\b|\b(?:in person|personally)\b|(?<=; )alone\b"
        r"|^\W*посчитай(?:те)?\b|\bso far\b|\bto date\b|\bколичество\b"
        r"|\b(?:hold|held|have|had)\W*$|\bhow often\b|\bкак часто\b|(?<!\w)자주(?!\w)"
        r"|몇 ?(?:번|회|차례)(?:이나|을|씩)?(?!\w)"
    ),
    Asked.WHY: Form(
        r"\b(?:excuse|reasons?|motives?)(?= (?:for|of|to)\b)|\b(?:drove|prompted|grounds)\b"
    ),
    # Of which city it is asked, every entry with a place can tell.
    Asked.WHERE: Form(
        rf"\b(?:(?:in|to|at|from) )?(?:which|what) (?:city|place|town)\b(?: host(?:s|ed)?\b)?"
        rf"|{_HELD.pattern}"
    ),
    Asked.WHEN: Form(rf"\b(?:what|which|wat) (?:date|day|year|month|time)\b|{_HELD.pattern}"),
    Asked.HOW_LONG: Form(r"\b(?:last|lasted)\b(?! \w)|\bhow long did it take\b"),
    Asked.WHO: Form(
        r"\b(?:attend(?:ed|s|ing)?|attendees|took part|take part|taking part|participa\w+"
        r"|(?:was|were|is|are) (?:present|involved)|(?:on board|aboard)"
        r"|участвова\w+|присутствова\w+|принима\w+ участие|участник\w*)\b"
        r"|참석(?:한|했\w*|자\w*)?|참가(?:한|했\w*|자\w*)?"
    ),
}
# Korean question words take endings of their own: "언제였어", "몇 번이나".
_KOREAN_ASKING = Form(
    r"(?<!\w)(?:언제|누가|누구|어디|무엇|뭐|왜|얼마|어떻게)\w*"
    r"|(?<!\w)몇 ?(?:번|회|차|명|개|년|월|일|호|곳|대|척|마리|톤|발|달|주|시간|시|가지"
    r"|나라|국|위|살|세|건|점|문|퍼센트|프로|킬로|달러|루블|만)\w*"
)
# After a number these only say what kind of thing is counted: "두 명" is two of people.
_COUNTER = Form(
    r"(?<!\w)(한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|\d{1,7}) ?(?:여 ?)?(?:명|마리|척|곳|건|대|개)"
    r"(?:이|을|의|은|는|가|도|으로|에게)?(?!\w)"
)
# What is asked of the one that was counted out does not tell which it is: "and who saw it".
_POINTS_BACK = Form(
    r"(?<=\w)[,;]? (?:and|и|а) (?:how|what|why|where|who|when|did|was|were|has"
    r"|как|что|почему|где|кто|когда|чем)\b"
    r"(?=.*\b(?:it|that|this|them|him|her|there|это|этого|него|нее|них|нем|ней)\b).*$"
)
_TOOK_PLACE = Form(
    r"\b(?:took|takes?|taken|taking) place\b|\bимел\w* место\b"
    # Who plays a match has one: the verb tells nothing of it.
    r"|\bplay(?:ed|s)? (?=(?:a|an|the|our|their|its|his|her) (?:\w+ )?(?:match|game|final)\b)"
    r"|(?:(?<= match )|(?<= game )|(?<= final ))(?:was |were |is )?played\b"
    r"|\bg[eo]ts? to (?=(?:see|meet|speak|talk|visit)\b)"  # no place is got to
    r"|\bwhat(?: ?'?s| is| was) new\b|\banything new\b|\bчто нового\b|새로운 소식"
)
# What opens a year is the first of it, and what closes it the last.
_AT_AN_END = Form(
    r"^\W*what (?:(?P<first>open|start|begin|kick)(?:s|ed)?|(?P<first2>began)"
    r"|close[sd]?|end(?:s|ed)?|conclude[sd]?|round(?:s|ed)?)(?: off)?"
    r"(?: the (?:year|month|week|decade|century|season|period))?\W*$"
)
_YES_NO = Form(
    r"^\W*(?:(?:so|and|but|hey|hi|ok|um|wait|also)\W+)*"
    r"(?:did|does|do|was|were|is|are|has|have|had|didn'?t|hasn'?t|wasn'?t|правда ли|разве)\b"
    r"| ли \b"
)


# Without one of these no occasion is meant.
_OCCASIONS = Forms(_AT_AN_END, _FROM_END, _NTH, _NUMBERED, _NTH_RUSSIAN, _NTH_KOREAN, _LAST, _FIRST)


def read_intent(question: str) -> Intent:
    """Return what `question` asks for; `rest` is folded text without the ordinal."""
    text = fold(question)
    asked = next((kind for kind, form in _ASKED if form.search(text)), None)
    if asked is None:
        asked = Asked.YES_NO if _YES_NO.search(text) else Asked.WHAT
    text = _TOOK_PLACE.sub(" ", text)
    if not text.isascii():
        text = _KOREAN_ASKING.sub(" ", _COUNTER.sub(r"\1 ", text))
    if asked in _FRAMES:
        text = _FRAMES[asked].sub(" ", text)
    occasion, rest = _take_occasion(text)
    if occasion is not None:
        rest = _POINTS_BACK.sub(" ", rest)
    return Intent(asked, occasion, rest, text)


def _take_occasion(text: str) -> tuple[Occasion | None, str]:
    if not _OCCASIONS.may_match(text):
        return None, text  # most questions
    at_end = _AT_AN_END.search(text)
    if at_end:
        is_first = at_end["first"] or at_end["first2"]
        return Occasion(Which.FIRST if is_first else Which.LAST, is_told=False), ""
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
    return None, text
