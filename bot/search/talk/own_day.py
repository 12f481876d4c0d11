"""What is asked of one's own day, of a handbook or of an atlas: no history tells it.

"Which train do I take", "a recipe with wheat" and "what is the currency of Arland" share words
with entries about a train, wheat and Arland. They are told by how they are put.
"""

from __future__ import annotations

from dataclasses import replace

from bot.search.finding import Finding, Outcome
from bot.search.language.forms import Form, Forms
from bot.search.language.related_words import people_of
from bot.search.query import Query
from bot.search.ranking import NEAR_CERTAINTY

# With these somebody looks for an entry: "where can I find", "what should we know", "am I right".
_SEEKING = (
    r"(?:(?:please|also|just|even|maybe|now|actually|be|to|like|want|need|have) )*"
    r"(?:find|found|read|see|look|learn|know|ask|get|check|cite|quote|expect|trust|say|tell|list|date"
    r"|understand|mention|recall|remember|assume|conclude|compare|call|count|think|believe|add|use"
    r"|dreaming|right|wrong|correct|mistaken|imagining|remembering|misremembering|confusing)\b"
)
# What the asker does is no deed of somebody's, and what is theirs nobody else's.
_OF_ME = Form(
    r"\b(?:(?:do|am|may|should|shall|must|can|could) i|(?:can|should|shall|may|could) we)\b"
    rf"(?! {_SEEKING})"
)
_OF_MINE = Form(
    r"\b(?:when|where|what time|why|who|how|is|are|was|will|does|did|has|which) (?:\w+ )?my \w+"
    r"|\bon my way\b|\b(?:когда|где|почему|во сколько) (?:\w+ )?мо[йяеи]\b"
)
LONGEST = 500  # characters; whoever writes more does not ask for a recipe
TELLING = 4  # letters of a word of such a form that says something; "of" and "for" are shorter
_MINE = frozenset("my мой моя мое мои моего моей моему моим мою моих".split())

# What is looked for in a book of another sort, or for sale.
_OF_A_BOOK = Form(
    r"\brecipes? (?:for|of|with|without|using)\b|^\W*(?:\w+ ){0,3}recipes?\W*$|\bрецепт\w{0,2}\b"
    r"|\b(?:jokes?|memes?|puns?|quiz(?:zes)?|riddles?|templates?|checklists?|ideas|tips"
    r"|tutorials?|lessons|sign-?ups?|costumes?|wallpapers?|allergy|symptoms|for sale"
    r"|near (?:me|you|us|here)|for (?:beginners|dummies))\b(?: (?:please|pls|plz))?\W*$"
    r"|\btimetables?\b|\b(?:phone|calling|dialling|country|area|postal|zip) codes? (?:for|of|in)\b"
    r"|\bрасписани\w{1,2} (?:поезд|электрич|автобус|рейс|самолет)\w+"
    r"|^\W*(?:an? |the )?(?:photo|picture|image|map|video|lyrics|podcast|wikipedia page"
    r"|(?:phone|fax) number)s? (?:of|about|on)\b|\bopening hours\b|^\W*teach (?:me|us)\b"
    r"|\b(?:анекдот|шутк|мем|шаблон|тост)\w{0,2}(?: (?:про|о|об) .*)?\W*$"
    r"|레시피|맛집|시간표|(?:문구|인사말|양식|농담|아이디어)(?:은|는|이|가|을|를)?(?: 좀)?\W*$"
)

# What a country or a town has and is, not what happened there.
_HAS = (
    r"(?:capital(?: city)?|currency|currencies|population|flag|anthem|languages?|religions?|climate"
    r"|gdp|exports?|imports?|economy|time ?zone|calling code|cuisine|motto|coat of arms)"
)
_OF_A_COUNTRY = Form(
    r"^\W*(?:(?:and|so|ok|hey) )*wh(?:at|ich)(?: is| are|'?s) (?:the )?(?:"
    rf"(?:(?:official|main|total|current|common|major|local) )?{_HAS}"
    r"|(?:national|traditional|typical) \w+"
    r"|(?:main|largest|biggest|longest|highest|deepest|most \w+) (?:airport|cit(?:y|ies)|lakes?"
    r"|mountains?|religion|rivers?|(?:railway|train) station|sports?|dish|port))"
    r" (?:of|in) (?:the )?\w+(?: \w+)?\W*$"
    rf"|^\W*what(?: is| are|'?s) [\w ]{{3,40}}'s (?:\w+ )?{_HAS}\W*$"
    r"|^\W*which (?:countr(?:y|ies)|rivers?|seas?|ocean|mountains?|states?) (?:borders?|forms?"
    r"|separates?|divides?|surrounds?)\b"
    r"|^\W*what (?:do|does) [\w ]{3,40} (?:eat|drink|wear|speak|export|import|look like)\W*$"
    r"|^\W*how (?:cold|hot|warm|populous|rich|poor) (?:is|are|does)\b"
    r"|^\W*how (?:big|large|strong|small) (?:is|are) (?:the )?(?:\w+ ){0,3}(?:army|navy|economy"
    r"|population|country|territory)\W*$"
    r"|^\W*how (?:do|can|would) (?:you|one) (?:get|travel|go|fly|apply|cook)\b"
    r"|^\W*(?:is|are) (?:\w+ ){1,3}(?:an? )?(?:communist|democratic|socialist|capitalist|poor"
    r"|rich|safe|free)(?: (?:country|countries|state|place))?(?: (?:to|for) (?:\w+ ?){1,4})?\W*$"
    r"|^\W*как(?:ая|ой|ие|ое) (?:\w+ )?(?:столица|валюта|население|климат|религия|язык|флаг"
    r"|площадь|река|гора|озеро|кухня) (?:в|на|у|разделяет|протекает)\b"
    r"|(?:안전|위험)한(?:가|지|곳)\w*\W*$"
    r"|(?:수도|화폐|인구|국기|언어|종교|면적|기후)(?:은|는|이|가) ?(?:무엇|뭐|뭔|얼마|몇|어디|어떤)"
)

# What somebody thinks of it, and what may come of it.
_OPINION = Form(
    r"^\W*should (?!i |we )"
    r"|^\W*(?:is|are|was|were) [\w ]{3,40} (?:an? (?:good|bad|great|nice|evil|terrible|cool|smart"
    r"|stupid) (?:\w+ ?){1,3}|evil|crazy|stupid|smart|handsome|cool)\W*$"
    r"|^\W*(?:will|would) [\w ]{3,60} (?:win|lose|attack|invade|collapse|survive|die|happen)\b"
    r"|^\W*will there (?:ever )?be (?:an? )?(?:\w+ )?(?:war|peace)\b"
    r"|\bwho (?:will|would) (?:win|be)\b"
    r"|^\W*(?:будет|начнется) ли \w+ \w+\W*$|^\W*кто победит\b"
    r"|^\W*(?:хорош|плох|умн|глуп)\w* ли \b"
    r"|(?:좋은|나쁜|훌륭한) \w+(?:이에요|예요|인가요|일까요?|이야|야|입니까)\W*$"
    r"|(?:일어날|이길)까\w*\W*$"
)

# How things of a kind are and work, what is wrong with those at hand, and what is to be done.
_OF_THINGS = Form(
    r"^\W*how (?:do|does) (?:an? [\w-]+|\w+[^\Ws]s)\b(?! (?:an?|the)\b)"
    r"|^\W*why (?:do|does|is|are) (?:an? |\w+s )|^\W*what (?:do|does) an? "
    r"|^\W*what(?: is|'?s) an? [\w-]+\W*$|^\W*what does [\w-]{2,30} mean\W*$|^\W*define [\w-]+\W*$"
    r"|\b(?:meaning|definition|spelling|synonyms?|antonyms?) (?:of|for) [\w-]+\W*$|\bspelling\W*$"
    r"|^\W*что (?:такое|значит|означает) [\w-]+\W*$"
    r"|(?:무슨 )?뜻(?:이|은)? ?(?:뭐|무엇|뭔|이)\w*\W*$"
    r"|(?:입장료|요금|연봉|월급|표값|티켓|택시비|한 마리|한 개)(?:가|이|은|는)? ?얼마"
    r"|\bhow (?:long|often|fast|far|high|tall|much) (?:do|can|does) (?:an? )?"
    r"(?!it |he |she |they |this |that )\w+ (?:live|run|fly|eat|sleep|weigh|jump|swim|grow)\b"
    r"|^\W*(?:is|are) \w+ (?:\w+ )?(?:safe|healthy|dangerous|poisonous|healthier|better|worse|safer"
    r"|cheaper|faster|stronger)\b(?: than \w+)?\W*$"
    r"|^\W*(?:the|our|this) (?:\w+ )?(?:is|are|was|got|has been) (?:\w+ )?(?:broken|cancell?ed"
    r"|closed|delayed|down|late|slow|stuck|full|empty)\b(?: (?:again|today|now|already|sorry))*\W*$"
    r"|^\W*(?:please )?(?:send|book|order|call|buy|invite|schedule|cancel|move|forward|print|email"
    r"|reserve|fix|clean|water|upload|bring|wash|sign|fill) (?:an?|the|this|that|these|those|our"
    r"|it|them|him|her|some)\b(?!.{0,80}\b(?:when|what|which|who|where|how|did|was|were)\b)"
    r"|^\W*(?:пожалуйста )?(?:отправь|позвони|закажи|купи|забронируй|запиши|пригласи|отмени"
    r"|перенеси|распечатай|привези|принеси|почини|подпиши|перешли)(?:те)? "
    r"|^\W*как (?:работа|устроен|действу|лета)\w+ "
)
# Where people work and learn, which no history need speak of.
_HERE = Form(
    r"\b(?:at|in|on|to|from|for|near) (?:the |our )?(?P<place>campus|canteen|cafeteria|gym|dorm"
    r"|kitchen|classroom|(?:student|book|chess|drama|running) (?:club|union)|supermarket|mall"
    r"|dentist|kindergarten)\b"
)

_EVERY = Forms(_OF_ME, _OF_MINE, _OF_A_COUNTRY, _OPINION, _OF_A_BOOK, _HERE, _OF_THINGS)


def without_own_day(found: Finding, asked: str, query: Query) -> Finding:
    """Return what was found for a folded question; as only near, if no history tells it.

    `query` is the question as it was read. Where the entry holds the very word by which that
    would be told, as a "recipe", it is meant all the same.
    """
    if not found.answering or len(asked) > LONGEST:
        return found
    if not _EVERY.may_match(asked) and _MINE.isdisjoint(query.said):
        return found  # most questions
    reasons = found.matches[0].reasons
    held = frozenset(" ".join(reasons).split())
    direct = frozenset(word for one in reasons if ")" not in one for word in one.split())
    if not _is_told_elsewhere(asked, query, held=held, direct=direct):
        return found
    share = min(1.0, NEAR_CERTAINTY / found.matches[0].score)
    near = tuple(m._replace(score=round(m.score * share, 4)) for m in found.matches)
    return replace(found, outcome=Outcome.ABSTAIN, matches=near, answering=0)


def _is_told_elsewhere(
    asked: str, query: Query, *, held: frozenset[str], direct: frozenset[str]
) -> bool:
    """Whether no history tells it. The entry holds some words, and some of them `direct`."""
    if any(form.search(asked) for form in (_OF_ME, _OF_A_COUNTRY, _OPINION)):
        return True
    if _is_mine(query, asked, direct):
        return True
    book = _OF_A_BOOK.search(asked)
    if book is not None:
        return not held.issuperset(word for word in book[0].split() if len(word) >= TELLING)
    if query.phrases or any(unit.is_name for unit in query.hard):
        return False
    here = _HERE.search(asked)
    if here is not None and held.isdisjoint(here["place"].split()):
        return True
    return _OF_THINGS.search(asked) is not None


def _is_mine(query: Query, asked: str, held: frozenset[str]) -> bool:
    """Whether a thing that the entry holds is the asker's own: "my train", "my next train".

    It is held as it is said: for "my boss" another entry's chief may stand, who asks nothing.
    """
    mine = _MINE.difference(word for unit in query.hard for word in unit.text.split())  # "My Lai"
    if mine == _MINE and _OF_MINE.search(asked):
        return True
    # "My Arlandic teacher" teaches here, and Arland is nobody's own.
    names = {
        word
        for unit in query.hard
        if unit.is_name or unit.is_likely_name or people_of(unit.text)
        for word in unit.text.split()
    }
    for at, word in enumerate(query.said):
        owned = set(query.said[at + 1 : at + 3]) if word in mine else set()
        if not owned.isdisjoint(held - names):
            return True
    return False
