"""Who speaks of the one asked, or of their own day, and names nothing: "will you marry me"."""

from __future__ import annotations

import re

from bot.search.language.forms import words_of
from bot.search.query import Query

LONGEST = 8  # words that are said to somebody, at one go

# Verbs with which somebody asks for something: "do you have", "can you tell me", "I need".
_ASKING = (
    "know|tell|told|have|has|got|find|found|show|list|give|remind|explain|say|said|remember"
    "|forgot|forget|need|want|see|saw|seen|read|looking|learn|recall|mean|help|understand"
    "|ask|asked|asking|wonder|wondering|think|thought|check|get|share|point|provide|describe"
    "|search|summari[sz]e|count|name|confirm|guess|believe|suppose|hear|heard|answer|missed"
    "|working|writing|curious|sure|certain|meant|trying|interested|searching|recap|cite|quote|date|clarify"
    "|record|recorded|cover|covered|track|hold|keep|store|call|bet|swear"
)
_BETWEEN = (
    "all|guys|please|pls|plz|just|ever|even|still|really|also|happen|able|to|have|had|would|could"
    "|can|cant|do|dont|did|didnt|not|like|want|need|wanna|m|am|was|ve|re|d|ll|be|been|always|never"
    "|only|already|kinda|possibly|maybe|actually|quickly|kindly|any|t|didn|don|completely|totally|clearly"
    "|must|should|might|may|will"
)
_ONE = r"(?:me|us|my \w+|your \w+)"
_ASKS = re.compile(
    r"\b(?:can|could|would|may) (?:you|i|we) (?:(?:please|pls|plz|just|also|maybe|even|be|more) )*"
    r"\w+(?: me\b| us\b)?|"
    rf"\b(?:you|i|we) (?:(?:{_BETWEEN}) )*(?:{_ASKING})\b(?: {_ONE})?"
    rf"(?: (?:to|of|on|for|about|by) {_ONE})?"
    r"|\b(?:tell|show|give|send|remind|help|let|ask|teach|walk|excuse|correct|with|catch|fill|get"
    r"|find|list|name|read|pardon|for|to|bugg?(?:ing)?|bother(?:ing)?|told|asked|asks|asking|tells"
    r"|forgive|thanks?|reminds?|confuses|enlighten|update|save|call|by|on|of|and|hope|behind"
    r"|interrupt(?:ing)?) (?:me|us|you|ur|my \w+|your \w+)\b"
    r"|\byour (?:\w+ )?(?:timeline|data|records?|archives?|lists?|help|database|knowledge|entries"
    r"|entry|sources?|files)\b"
)
_YOU = re.compile(r"\b(?:you|yourself|youre)\b")
# "My Lai" and "I Love Lucy" are names: what somebody has or loves is not told by that alone.
_I = re.compile(
    r"\bmyself\b|\bim (?:so|an?|the|in|on|out|off|back|not|just|at|going|feeling)\b"
    r"|\bi (?:am|m|was|have|had|will|can|do|did|feel|should|just|already|ll|ve|d|went)\b"
    r"|\b(?:should|can|may|do|could|shall|am|will|did|would) i\b"
)
# Whoever asks for one of these has a question, whatever else is told.
_QUESTION = re.compile(
    r"\b(?:when|whens|year|date|who|which|what|where|how|why|did|ever|history|happen\w*|whose"
    r"|whats|about)\b"
)
_OWN_WORDS = frozenset("you yourself youre i im myself".split())

_RUSSIAN = re.compile(
    r"\b(?:ты|тебя|тебе|тобой|тво(?:й|я|е|и|ей|ю|их|им|его)|мне|меня|мной|мо(?:й|я|е|и|ей|ю|их)"
    r"|я|\w{2,}[еи]шь(?:ся)?)\b"
)
_RUSSIAN_ASKS = re.compile(
    r"\b(?:ты|вы) (?:\w+ )?(?:зна\w+|помн\w+|мож\w+|скаж\w+|подскаж\w+|в курсе|слыш\w+|напомн\w+"
    r"|найд\w+|имее\w+)\b|\bу (?:тебя|вас|меня|нас) (?:\w+ )?(?:есть|вопрос\w*|нет)\b"
    r"|\bмне (?:\w+ )?(?:нуж\w+|надо|интересно|каж\w+|бы|хо\w+|расскаж\w+|напомн\w+|говор\w+"
    r"|сказ\w+|скаж\w+|подскаж\w+)\b"
    r"|\bя (?:\w+ ){0,2}(?:не|зна\w+|помн\w+|забы\w+|ищ\w+|пиш\w+|хо\w+|дума\w+|слыша\w+|чита\w+"
    r"|поня\w+|запута\w+|прав\w*|пута\w+|делаю|готовлю|интерес\w+)\b"
    r"|\b(?:зна|помн|мож|скаж|подскаж|напомн|найд|вид|слыш|поним|дума|счита|им)\w*шь\b"
    r"|\b\w+(?:жи|и|й|ите|йте|жите) (?:мне|меня|нам)\b"
)
_KOREAN = re.compile(r"(?<!\w)(?:너|넌|널|너는|너를|너의|네가|니가|너랑|너한테|너도|당신\w?)(?!\w)")
_KOREAN_ASKS = re.compile(r"알아|알려|기억|말해 ?줄|알고|아는|아시|아니\W*$|궁금")

_SEVERAL = re.compile(r"[.,;:!?…–—]\s*\w| [-–—] | but ")  # clauses
_SIGNS = re.compile(r"[\W_]+")


def is_personal(text: str) -> bool:
    """Whether folded `text` speaks of who is asked or who asks, beyond asking for something.

    "Do you know" and "I need" only ask; no entry is about "you", and few about "I".
    """
    if text.isascii():
        if _OWN_WORDS.isdisjoint(words_of(text)):
            return False  # most questions
        words = _SIGNS.sub(" ", text)
        rest = _ASKS.sub(" ", words)
        return bool(_YOU.search(rest) or (_I.search(rest) and not _QUESTION.search(words)))
    if _KOREAN.search(text):
        return _KOREAN_ASKS.search(text) is None
    return _RUSSIAN.search(_RUSSIAN_ASKS.sub(" ", text)) is not None


def is_said_to_somebody(text: str, query: Query) -> bool:
    """Whether folded `text`, read as `query`, is personal and names nobody, nothing and no year.

    What is said in many words may be quoted: "you locked up our people and turned away ships".
    """
    if len(text.split()) > LONGEST or not is_personal(text) or _SEVERAL.search(text):
        return False
    return not any(unit.is_name for unit in query.hard) and not any(map(str.isdigit, text))
