"""What form of answer a question asks for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.search.asking.which_one import Occasion, take_occasion
from bot.search.language.forms import Form
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


_TIMES = (
    "(?:date|day|week|month|year|time|decade|century|spring|summer|autumn|winter)"  # "which spring"
)
# "Once or twice" and the like ask how often, though it is not said so.
_OR_TWICE = (
    r"\b(?:(?:just |only )?once|twice|(?:two|three|four|five|2|3|4|5))(?: times?)?,? or"
    r" (?:twice|thrice|more(?: than once)?|(?:two|three|four|five|six|2|3|4|5|6) times)\b"
    r"|\b(?:один|два|три|четыре|1|2|3|4)(?: раза?)? или (?:два|три|четыре|пять|2|3|4|5)"
    r"(?: раза?| раз)?\b|\b(?:однажды|дважды|трижды) или (?:дважды|трижды|четырежды)\b"
    r"|(?<!\w)(?:한|두|세) ?번(?:인가|이?야|이나|또는|,)* ?(?:아니면 )?(?:두|세|네) ?번\w*"
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
            rf"|^\W*(?:please )?(?:count|tally|посчитай(?:те)?)\b|{_OR_TWICE}"
            r"|몇 ?(?:번|회|차례|명|개|톤|발|대|척|마리|곳|건|가지)|얼마나 (?:많|자주)"
        ),
    ),
    (
        Asked.WHEN,
        Form(
            rf"\b(?:when|whens|wen|(?:what|which|wat) {_TIMES}"
            r"|(?:what|which)s the date|date of|since when|how long ago|from when"
            r"|start and end(?: dates?)? of"
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
        r"|(?<!\w)(?:전부|모두|모든)(?!\w)|\b(?:mentions?|instances|examples) of\b"
        r"|\b(?:упоминани[яйе]\w*|записи|записей)\b"
        # "The six tests": how many there are tells nothing of them.
        r"|(?<=\bthe |\ball )(?:two|three|four|five|six|seven|eight|nine|ten)"
        r"(?= (?!day|week|month|year|hour|minute)(?:\w+ )?\w+s\b)"
    ),
    Asked.COUNT: Form(
        r"\b(?:number|count|tally|total) of\b|^\W*(?:please )?(?:count|tally)\b(?: up\b)?"
        r"|\bin total\b|\b(?:all told|all in all|altogether|overall)(?=\W*$)|\bin all(?=\W*$)"
        # "Ada herself", and of a time that was taken out: "in that month alone".
        r"|\b(?:him|her|it)self\b|\b(?:in person|personally)\b|(?<=; )alone\b"
        r"|^\W*посчитай(?:те)?\b|\bso far\b|\bto date\b|\bколичество\b"
        rf"|{_OR_TWICE}"
        r"|\b(?:hold|held|have|had)\W*$|\bhow often\b|\bкак часто\b|(?<!\w)자주(?!\w)"
        r"|몇 ?(?:번|회|차례)(?:이나|을|씩)?(?!\w)|(?<!\w)(?:총|모두|전부|통틀어)(?!\w)"
    ),
    Asked.WHY: Form(
        r"\b(?:excuse|reasons?|motives?)(?= (?:for|of|to)\b)|\b(?:drove|prompted|grounds)\b"
    ),
    # Of which city it is asked, every entry with a place can tell.
    Asked.WHERE: Form(
        rf"\b(?:(?:in|to|at|from) )?(?:which|what) (?:city|place|town)\b(?: host(?:s|ed)?\b)?"
        rf"|{_HELD.pattern}"
    ),
    Asked.WHEN: Form(
        rf"\b(?:what|which|wat) {_TIMES}\b|{_HELD.pattern}"
        # Both ends are asked for of whatever it was: "when did it start and end".
        r"|\b(?:did|does) (?:it|they|that|this|all that) "
        r"(?:begin|start|open) and (?:end|stop|close|finish)(?: again)?\b"
        r"|\b(?:and )?(?:from when (?:to|until|till) when|start and end(?: dates?)? of)\b"
    ),
    Asked.HOW_LONG: Form(r"\b(?:last|lasted)\b(?! \w)|\bhow long did it take\b"),
    Asked.WHO: Form(
        # Who became the first of them was the first.
        r"(?<=^who )(?:became|becomes) (?=(?:the |our |its |their )?(?:very )?"
        r"(?:first|second|third|fourth|fifth|next|last|latest)\b)|"
        r"\b(?:attend(?:ed|s|ing)?|attendees|took part|take part|taking part|participa\w+"
        r"|(?:was|were|is|are) (?:present|involved|behind)|(?:on board|aboard)"
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
# The first train after a break is the one with which trains resume.
_AFTER_A_BREAK = Form(
    r"\b(?:the )?(?:very )?first (?P<what>(?:[\w'-]+ ){1,5}?)(?:after|since|following) "
    r"(?:the |an? |its )?(?:[\w-]+ ){0,2}?(?:break|gap|pause|hiatus|interruption|suspension)"
    r"(?!\w| (?:of|in|on|between|with|from|to|by)\b)"
)
# What is asked of the one that was counted out does not tell which it is: "and who saw it".
_POINTS_BACK = Form(
    r"(?<=\w)(?:[,;]? (?:and|и|а)|[,;]) (?:how|what|why|where|who|when|did|was|were|has"
    r"|как|что|почему|где|кто|когда|чем)\b(?=.{0,120}\b(?:it|that|this|he|she|they|them|him|her|there"
    r"|это|этого|него|нее|них|нем|ней|он|она|они)\b).*$"
)
# "На какую сумму" asks how much, whatever word is used for it.
_WHAT_SUM = Form(
    r"\b(?:на |в )?как(?:ую|ая|ова|ой|ом|ов) (?:был[аои]? )?(?:общ\w{2,3} )?"
    r"(?:сумм[аеуы]|размер[еа]?|стоимост[ьи]|объем[еа]?)(?!\w)"
    r"|\b(?:for |to |by )?what (?:sum|amount)(?: of)?\b(?! \w+ing\b)"
)
_TOOK_PLACE = Form(
    r"\b(?:took|takes?|taken|taking) place\b|\bимел\w* место\b"
    # Who plays a match has one: the verb tells nothing of it.
    r"|\bplay(?:ed|s)? (?=(?:a|an|the|our|their|its|his|her) (?:\w+ )?(?:match|game|final)\b)"
    r"|(?:(?<= match )|(?<= game )|(?<= final ))(?:was |were |is )?played\b"
    r"|\b(?:in|on|from|of) (?:your|this) (?:list|timeline|chronology|records?|archive|database)\b"
    r"|\bg[eo]ts? to (?=(?:see|meet|speak|talk|visit)\b)"  # no place is got to
    r"|\bwhat(?: ?'?s| is| was) new\b|\banything new\b|\bчто нового\b|새로운 소식"
)
# "Was Ada made captain", "was she named envoy": elsewhere these words say nothing.
_MADE = Form(
    r"\b(?P<was>was|is|were|got) (?P<who>(?:\w+ ){1,3}?)(?:made|named)"
    r"(?= (?:the |an? |its |our |their )?(?:\w+ ){0,2}?(?:president|chair\w*|director|head|chief"
    r"|c[eft]o|leader|manager|coach|captain|minister|premier|chancellor|governor|secretary|king"
    r"|queen|pope|mayor|commissioner|ambassador|envoy|boss|speaker|treasurer|bishop|commander)\b)"
)
# "Give the land back" is what others call "give back the land".
_GIVEN_BACK = Form(
    r"\b(?P<verb>g[ai]ve[sn]?|giving|hand(?:s|ed|ing)?|t[ao]ke[sn]?|took|taking|g[eo]t(?:s|ten)?|w[io]ns?"
    r"|br[io]ng(?:s|ing)?|brought|sen[dt]s?|sending|bought|buys?|call(?:s|ed)?|pull(?:s|ed)?)"
    r" (?P<thing>(?:the|its|their|his|her|our|those|these|all) (?:[\w'-]+ ){1,3}?)back\b"
)
_YES_NO = Form(
    r"^\W*(?:(?:so|and|but|hey|hi|ok|um|wait|also)\W+)*"
    r"(?:did|does|do|was|were|is|are|has|have|had|didn'?t|hasn'?t|wasn'?t|правда ли|разве)\b"
    r"| ли \b"
)


def read_intent(question: str) -> Intent:
    """Return what `question` asks for; `rest` is folded text without the ordinal."""
    text = fold(question)
    text = _WHAT_SUM.sub("how much" if text.isascii() else "сколько", text)
    asked = next((kind for kind, form in _ASKED if form.search(text)), None)
    if asked is None:
        asked = Asked.YES_NO if _YES_NO.search(text) else Asked.WHAT
    text = _TOOK_PLACE.sub(" ", text)
    text = _GIVEN_BACK.sub(r"\g<verb> back \g<thing>", text)
    text = _AFTER_A_BREAK.sub(r"\g<what>resumes", text)
    text = _MADE.sub(r"\g<was> \g<who>appointed", text)
    if not text.isascii():
        text = _KOREAN_ASKING.sub(" ", _COUNTER.sub(r"\1 ", text))
    if asked in _FRAMES:
        text = _FRAMES[asked].sub(" ", text)
    occasion, rest = take_occasion(_POINTS_BACK.sub(" ", text))
    if occasion is None:
        occasion, rest = take_occasion(text)
    return Intent(asked, occasion, rest, text)
