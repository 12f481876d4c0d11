"""What somebody adds behind a question: a guess, "was it 1966", a doubt, "or am I dreaming".

A guess is no time and no number asked for: whoever guesses does not know it. A doubt and a
parting word, "one line is enough", say nothing of the thing asked for.
"""

from __future__ import annotations

import re

from bot.search.dates.spelt_years import ONES, TEENS, TENS
from bot.search.language.forms import Form, words_of

LONGEST = 2000  # characters; what is longer is no message somebody typed in haste
SHORTEST = 3  # words of a question; what is shorter has nothing said behind it

_MARKS = r"[\s,;.?!…–—-]+"
_NUMBER = (
    rf"(?:\d[\d.,]*(?:st|nd|rd|th|s)?|an?|{'|'.join((*ONES, *TEENS, *TENS))}"
    r"|dozens?|hundreds?|thousands?|millions?|(?:twenty )?(?:first|second|third|fifth)"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter"
    r"|early|late|mid|the|of|and|or|in|on)"
)
_ABOUT = (
    r"(?: (?:in|on|about|around|roughly|like|maybe|really|just|some|only|back|more|than|over|at"
    r"|least|nearly|almost|the))*"
)
_GUESS = Form(
    rf"{_MARKS}(?:(?:or|so|and|like|maybe) )?(?:(?:was|were|is|are)(?:n'?t)? (?:it|that|they)"
    r"|(?:i )?(?:think|thought|guess|believe|reckon|suppose) (?:it|that|there|they)"
    rf"(?:'?s| was| were| is| are)){_ABOUT}(?:[ -]{_NUMBER}){{1,8}}"
    r"(?: (?:or so|right|correct|ish|something|or something))?\W*$"
    r"|[\s,;.?!…–—-]+(?:это )?(?:было|был|была|были|вроде|кажется)(?: это| где-то| вроде| кажется)*"
    r"(?: в| во)? \d[\d.,]*(?: год[уа]?| г\.?)?\W*$",
    re.IGNORECASE,
)
_SUBJECTS = frozenset("it its that thats they".split())  # of an English guess
# With one of these a guess ends, as few questions do.
_LAST = re.compile(
    rf"(?:{_NUMBER}-)?{_NUMBER}|so|right|correct|ish|something|год[уа]?|г|\W*", re.IGNORECASE
)
_ENDS = " \n?!.…,;)"
# Only who asks for a time or a number can guess one; "was there in May" says where somebody was.
_ASKED = Form(
    r"\b(?:whens?|how (?:many|much|long|old|far|big|often|late|early)"
    r"|(?:what|which) (?:year|date|day|month|decade|number|season|century)"
    r"|когда|сколько|(?:в|во) каком (?:году|месяце|веке)|какого числа)\b.*\w",
    re.IGNORECASE,
)
# "How many ships were there in 1966" guesses nothing: so it begins behind a mark, or a verb.
_MARKED = re.compile(r"\s*[,;.?!…–—-]")
_VERB = Form(r"\b(?:did|does|do|was|were|has|had|have|is|are)\b", re.IGNORECASE)
_DOUBT = Form(
    rf"(?<=\w){_MARKS}or (?:(?:am|did|was|have|had|do) i\b[^.?!]{{0,60}}"
    r"|(?:is|was|are) (?:that|this|it|those|these|they) (?:(?:just|only|all|another|an?|some|pure"
    r"|complete|one of those|urban|fake) )*(?:rumou?rs?|myths?|legends?|fakes?|news|lies?|jokes?"
    r"|hoax(?:es)?|made up|invented|fiction|nonsense|untrue|not true|false|wrong|me|bs|bollocks"
    r"|(?:in )?my (?:imagination|head)))\W*$"
    r"|(?<=\w)[\s,;.?!…–—-]+или (?:(?:это )?я\b[^.?!]{0,60}|мне\b[^.?!]{0,60}"
    r"|это (?:\w+ )?(?:фейк|слух\w?|миф\w?|выдумк\w|утк\w|неправда|байк\w))\W*$"
    r"|(?<=\w)[\s,;.?!…–—-]+아니면 (?:내가|제가)\s[^.?!]{0,40}$",
    re.IGNORECASE,
)

# What is said to the reader behind a question.
_PARTING = Form(
    rf"(?<=\w){_MARKS}(?:"
    r"(?:this|that|it)(?:'?s| is) (?:driving|killing|bugging|bothering|annoying) (?:me|us)\b"
    r"(?: \w+){0,3}"
    r"|(?:(?:thanks?|thx|ty)(?: you)?(?: (?:so|very) much| a lot| a bunch)?[ ,!]*)?"
    r"(?:you(?:'?re| are)|ur|u r) (?:(?:an?|the|so|such|real) )*(?:life ?savers?|legends?|stars?"
    r"|angels?|best|saviou?rs?|hero(?:es)?|gems?|genius(?:es)?|champs?|kind|great|amazing)"
    r"|pretty please(?: \w+){0,5}|(?:it'?s )?(?:not|nothing) urgent"
    r"(?: (?:tho|though|at all|just curious|whenever|but thanks|thanks|thx|no rush|btw))?"
    r"|(?:just )?(?:an?|one|two|short|single) (?:line|sentence|word|date|year|link)s?"
    r" (?:is|are|will|would)(?: be)? (?:enough|fine|ok|okay|do|plenty|great)"
    r"|(?:please )?correct me if i(?:'?m| am) (?:wrong|mistaken)"
    r"|(?:two|three|several|different|some|many|other) (?:\w+ ){1,2}"
    r"(?:gave|told|tell|give) (?:me|us)\b(?: \w+){0,5}"
    r"|(?:thanks?|thx) (?:a )?(?:million|ton|heaps|loads|lots)|seriously"
    r"|it'?s for (?:my|our|an?) (?:\w+ ){0,3}\w+|bonus points (?:for|if)(?: \w+){1,4}"
    r"|(?:the )?(?:internet|google|wikipedia|chatgpt) (?:is|was)(?: \w+){1,4}"
    r"|(?:someone|somebody|nobody|no one) (?:asked|answered|told|asks|answers|tells) (?:me|us)\b"
    r"(?: \w+){0,5}"
    r"|не помню(?: \w+)?|уже (?:\w+ )?(?:час|полчаса|день) ищу|проверьте(?: пожалуйста)?"
    r"|or was (?:it|that|this) (?:something|someone|somebody|somewhere|another)(?: \w+){0,3}"
    r")\W*$",
    re.IGNORECASE,
)


def without_afterthought(text: str) -> str:
    """Return `text` with what is added at its end blanked; most have nothing there."""
    if len(text) > LONGEST:
        return text
    for form in (_PARTING, _DOUBT):
        said = form.search(text)
        if said is not None and len(text[: said.start()].split()) >= SHORTEST:
            text = text[: said.start()] + " " * len(said[0])
    guess = _GUESS.search(text) if _may_be_guessed(text) else None
    if guess is None:
        return text
    before = text[: guess.start()]
    is_apart = _MARKED.match(guess[0]) is not None or _VERB.search(before) is not None
    if not is_apart or _ASKED.search(before) is None:
        return text
    return before + " " * len(guess[0])


def _may_be_guessed(text: str) -> bool:
    """Whether a text ends as a guess does: few questions do."""
    if text.isascii() and _SUBJECTS.isdisjoint(words_of(text)):
        return False
    return _LAST.fullmatch(text.rstrip(_ENDS).rpartition(" ")[2]) is not None
