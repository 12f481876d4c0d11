"""Whether a question points at what was shown before, and by which words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit
from bot.search.query import Query
from bot.search.threads.another_time import SAYS_LITTLE
from bot.search.threads.stance import is_word_of_reaction
from bot.search.threads.steps import Leaning

# More telling words than this make a question stand by itself unless it points back.
SHORT = 2

TIMES_OF_IT = re.compile(r"\b(?:the )?\w+ times?\b|\bраз\b|번째로|차례")
# A person spoken of before, who is meant beside whoever is named now: "did Bob see her?"
PERSON = re.compile(
    r"\b(?:he|him|his|she|her|they|them|their|он|она|они|его|ее|ему|ей|им|их|ним|ней|ними|нем|них)\b"
    r"|그는|그가|그를|그와|그녀|그들|그의"
)
# "And Ada before him": one of whom is only told when it was.
BESIDE_THEM = re.compile(r"\b(?:before|after) (?:him|her|them)\b|\b(?:до|после) (?:него|нее|них)\b")
# The one who acts in what is asked for: "the next time he came", no "who came after him".
SUBJECT = re.compile(r"\b(?:he|she|он|она)\b|그는|그가|그녀는|그녀가")
SAME_AGAIN = re.compile(r"\btimes?\b|\bagain\b|\bonce more\b|\b(?:раз|снова|опять)\b|또|다시|번")
# Whoever is named meets the one spoken of: "did Ada receive him", "and did Bob meet him".
MEETING = re.compile(
    r"\b(?:meets?|met|see|saw|seen|receive[ds]?|greet(?:ed|s)?|host(?:ed|s)?)\W*$"
    r"|\b(?:встретил\w*|встречал\w*|принял\w?|принимал\w?|виде\w+)\W*$|(?:만났|접견했|맞았)\w*"
)
# The next of what is shown already: "what was the next resolution", "which flight came next".
NEXT_THING = re.compile(
    r"\b(?:the|a|its|his|her|their) next \w{3}|\bwhich \w+ (?:came|comes|was|is|followed)\b"
    r"|\bthe (?!one|time)\w{3,} (?:(?:right|just) )?(?:after|before)(?: (?:that|it))?\W*$"
    r"|\bследующ(?:ий|ая|ее|ую|ей|его) \w{3}|다음 \w{2}"
)
THERE = re.compile(r"\b(?:there|туда|там)\b|거기|그곳")
# What happened at a time is asked of all that is recorded, not of the topic so far.
HAPPENED = re.compile(
    r"\bwhat (?:else )?(?:happened|happens|was going on|went on)\b|\banything (?:else )?happen"
    r"|\bчто (?:еще )?(?:было|происходило|произошло|случилось)\b|무슨 일"
)


# "Which mission was that": the entry shown itself, whatever it is called.
ITSELF = re.compile(
    r"^\W*(?:(?:and|so|but) )?(?:which|what|who|where|whose|how \w+) (?:\w+ ){0,2}"
    r"(?:is|was|were|are) (?:it|that|this|those|these)(?: (?:all )?(?:called|named))?\W*$"
)
ANOTHER_ONE = re.compile(r"\bones?\b")  # "the one in December", "the August ones"
# "Who else came that month": none of what was shown.
OTHERS = re.compile(
    r"\b(?:(?:who|what|anything|anybody|anyone) else|an?other|others?)\b"
    r"(?! (?:side|hand|end|way)\b)"
    r"|\bеще\b|\bдруг(?:ой|ая|ое|ого|ие|их)\b|(?<!\w)(?:다른|또)(?!\w)"
)
# "When was the deal itself": not what was shown, but what it belongs to.
OF_IT = re.compile(r"\b(?:itself|themselves|сам(?:о|а|ого|ой|их)?)\b|자체")
ITS = re.compile(r"\bits\b")


def is_follow_up(leaning: Leaning, query: Query) -> bool:
    """Whether the question needs the earlier turns: it points back, or says too little."""
    hard = query.hard
    if not hard and not leaning.points_back and query.asks_for_an_entry:
        return False  # "the oldest entry you have"
    if (leaning.step or leaning.shift) and not leaning.is_begun and len(hard) > 2 * SHORT:
        left = frozenset(leaning.rest.split())  # without the words of "a month later"
        said = [unit for unit in hard if not left.isdisjoint(unit.text.split())]
        if leaning.shift is None or len(said) > 2 * SHORT:
            return False  # it tells by itself what "after it" comes after
    if leaning.is_begun or leaning.step or leaning.shift or leaning.line or not hard:
        return True
    if leaning.points_back:
        return len(hard) <= 2 * SHORT
    if any(is_word_of_reaction(unit.text) for unit in hard):
        return len(hard) <= SHORT  # "how did Peru react": it does not say to what
    has_topic = any(variant.reason == "tag" for unit in hard for variant in unit.variants)
    has_name = any(unit.is_name and unit.weight > SAYS_LITTLE for unit in hard)
    return not has_topic and len(hard) <= SHORT - has_name and not query.phrases


def names_another(hard: Sequence[Unit]) -> bool:
    """Whether nothing is said but a name, or one word that may be a part of one."""
    if any(unit.is_number for unit in hard):
        return False
    return len(hard) == 1 or (bool(hard) and all(unit.is_name for unit in hard))


def asks_for_more(leaning: Leaning, asked: Asked) -> bool:
    """Whether more of the thing shown is asked for, as by "did he bring a gift"."""
    is_plain = leaning.step is None and leaning.shift is None and not leaning.is_elliptic
    return is_plain and leaning.points_back and asked is not Asked.WHEN
