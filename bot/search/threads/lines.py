"""Which line of a list shown a question means: "number three", "the second one, who was it"."""

from __future__ import annotations

import re

from bot.search.asking.which_one import CARDINALS, Occasion, Which
from bot.search.dates.calendar_words import ORDINALS

_RUSSIAN = "один два три четыре пять шесть семь восемь девять десять".split()
_VALUES = CARDINALS | {word: n for n, word in enumerate(_RUSSIAN, start=1)}
_VALUES |= {word: n for n, word in enumerate(ORDINALS[:10], start=1)}
_NAMED = (
    r"(?:\bnumber|\bnum|\bnr|\bno|\bitem|\bentry|\bline|\bpoint|\boption|#|№|\bномер\w{0,2}"
    r"|\bпункт\w{0,2})"
)
_BY_NUMBER = re.compile(
    rf"(?:\b(?:the|about|on) )?{_NAMED}[.:]? ?(?P<number>\d{{1,2}}|{'|'.join(_VALUES)})\b"
    r"(?! ?[\d%])"
)
_LOOK_AT = re.compile(
    r"\b(?:more|expand|elaborate|details?|tell me|go|подробн\w+|расскажи\w*) "
    r"(?:(?:more|about|on|into|for|про|о|об|номере?) ){0,3}(?P<number>\d{1,2})"
    r"\W*(?:please|pls|пожалуйста)?\W*$"
)
_KOREAN = re.compile(
    r"(?<!\w)(?P<number>\d{1,2}) ?번(?!째|의|이나|을)(?:은|는|이|에|꺼|거|것)?(?!\w)"
)
_ALONE = re.compile(r"^\W*(?P<number>\d{1,2})\W*(?:please|pls|пожалуйста)?\W*$")
_ORDINAL = "|".join((*ORDINALS[:10], r"\d{1,2}(?:st|nd|rd|th)", "last"))
# "The second one, which port": an ordinal that stands apart from what is asked of it.
_ASKS_ON = (
    r"(?=\W*$|\s*[,:;.?!–—]|\s+(?:-|please|pls|who|whom|what|which|when|where|why|how|in detail"
    r"|did|does|was|were|is|are|has|had)\b|\s+-)"
)
_BY_ORDINAL = re.compile(
    rf"\b(?:the )?(?P<ordinal>{_ORDINAL})"
    rf"(?: (?:one|item|entry|line|point|of (?:them|these|those|the list)))+{_ASKS_ON}"
    rf"|^\W*(?:and |about |on )?the (?P<bare>{_ORDINAL})(?=\s*[,:;–—]|\s+-)"
)
# "Which of these came first": by their dates, in whatever order they were shown.
LONGEST = 300  # characters; over longer ones the time of the patterns would grow by the square
_OF_LINE = r"(?! (?:one|item|entry|line|point))"
_WHICH = r"\b(?:which|what)\b.*\b"
_EARLIEST = re.compile(
    rf"\b(?:earliest|oldest)\b|{_WHICH}(?:first|earlier|sooner)\b{_OF_LINE}"
    r"|\bсам\w{2} (?:перв|ранн|стар)\w+|\b(?:как|что)\w*\b.*\b(?:раньше|перв\w+)"
    r"|(?:어느|어떤|뭐가|무엇이).*(?:먼저|처음)"
    r"|가장 (?:먼저|이른|오래된)"
)
_LATEST = re.compile(
    rf"\b(?:latest|newest|most recent)\b|{_WHICH}(?:last|later)\b{_OF_LINE}"
    r"|\bсам\w{2} (?:последн|поздн|нов|свеж)\w+|\b(?:как|что)\w*\b.*\b(?:позже|последн\w+)"
    r"|(?:어느|어떤|뭐가|무엇이).*(?:나중|마지막)|가장 (?:나중|최근|늦)"
)


def read_end(text: str) -> Which | None:
    """Return which end of a list in order of time folded `text` asks for, if it asks for one."""
    if len(text) > LONGEST:
        return None
    if _EARLIEST.search(text):
        return Which.FIRST
    return Which.LAST if _LATEST.search(text) else None


def read_line(text: str) -> Occasion | None:
    """Return the place in a list that folded `text` names, if it names one."""
    for form in (_ALONE, _BY_NUMBER, _LOOK_AT, _KOREAN, _BY_ORDINAL):
        found = form.search(text)
        if found is not None:
            word = next(part for part in found.groups() if part)
            if word == "last":
                return Occasion(Which.LAST)
            number = _VALUES.get(word) or int(re.sub(r"\D", "", word))
            # "Number two" is the second line, whichever of them a title calls the second.
            is_told = form is _BY_ORDINAL
            return Occasion(Which.NTH, number, is_told) if number else None
    return None
