"""Years written out in words: "nineteen fifty-three", "две тысячи девятнадцатый", "이천십구년"."""

from __future__ import annotations

import re

from bot.search.dates.short_years import is_thing_in_order

ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: at for at, word in enumerate(ONES, start=1)}
_VALUES |= {word: at for at, word in enumerate(TEENS, start=10)}
_VALUES |= {word: at * 10 for at, word in enumerate(TENS, start=2)}
_ONE, _TEEN, _TEN = ("|".join(words) for words in (ONES, TEENS, TENS))
_PAIR = rf"(?:{_TEEN}|(?:{_TEN})(?:[ -](?:{_ONE}))?|(?:oh|o)[ -](?:{_ONE}))"
_ENGLISH = re.compile(
    rf"(?P<century>{_TEEN}|twenty)[ -](?P<pair>{_PAIR})(?![\w-])"
    rf"|two thousand(?:(?: and)? (?P<after>{_PAIR}|{_ONE}))?(?![\w-])"
)

RUSSIAN_STEMS = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат "
    "четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
).split()
_STEM_TENS = "двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност".split()
_RUSSIAN_TENS = (
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()
)
_LONGEST_FIRST = "|".join(sorted(RUSSIAN_STEMS + _STEM_TENS, key=len, reverse=True))
_ENDING = r"(?:ый|ой|ий|ого|ьего|ом|ьем|ему|ому|ым|ьим)"
_RUSSIAN = re.compile(
    r"(?:(?P<two>две)|(?:одна )?) ?тысяч[аи](?(two)| девятьсот)"
    rf"(?: (?P<tens>{'|'.join(_RUSSIAN_TENS)}))?"
    rf"(?: (?P<stem>{_LONGEST_FIRST}){_ENDING})"
    r"(?: год\w*)?(?!\w)"
)
# Two digits of a year in words: "в двадцать третьем", "сорок пятого года".
_SHORT_RUSSIAN = re.compile(
    rf"(?:(?P<tens>{'|'.join(_RUSSIAN_TENS)}) )?"
    rf"(?:(?P<stem>{_LONGEST_FIRST}){_ENDING} год(?:а|у|ом)?(?!\w)(?! \w+(?:ия|ения|ства|ны)\b)"
    rf"|(?P<stem_in>{_LONGEST_FIRST})(?:ом|ем|ьем)(?!\w))"
)
_FEWEST = 10  # "в пятом году" is one of something
_IN = re.compile(r"\bво? $")
_DIGITS = {letter: at for at, letter in enumerate("일이삼사오육칠팔구", start=1)}
_KOREAN = re.compile(
    r"(?P<th>[일이]?)천(?:(?P<h>[일이삼사오육칠팔구]?)백)?(?:(?P<t>[일이삼사오육칠팔구]?)십)?"
    r"(?P<o>[일이삼사오육칠팔구])?(?=년)"
)
_ENDINGS = "ый ой ого ом ому ым".split()
STARTERS = frozenset(
    (
        *TEENS,
        *("twenty", "two", "две", "одна", "тысяча"),
        *_RUSSIAN_TENS,
        *(stem + end for stem in (*RUSSIAN_STEMS[9:], *_STEM_TENS) for end in _ENDINGS),
    )
)
"""The words that such a year may begin with."""


def spelt_year(plain: str, start: int) -> tuple[int, int] | None:
    """Return the year that is written out from `start` on, and where it ends, if there is one."""
    found = _ENGLISH.match(plain, start)
    if found:
        if not found["century"]:
            return 2000 + _pair(found["after"] or ""), found.end()
        return _VALUES[found["century"]] * 100 + _pair(found["pair"]), found.end()
    found = _RUSSIAN.match(plain, start)
    if found:
        tens = _RUSSIAN_TENS.index(found["tens"]) * 10 + 20 if found["tens"] else 0
        return (2000 if found["two"] else 1900) + tens + _stem_value(found["stem"]), found.end()
    return None


def spelt_short_year(plain: str, start: int) -> tuple[int, int] | None:
    """Return the two digits of a year that are written out from `start` on, and their end."""
    found = _SHORT_RUSSIAN.match(plain, start)
    if not found:
        return None
    tens, stem = found["tens"], found["stem"] or found["stem_in"]
    ones = _stem_value(stem)
    value = _RUSSIAN_TENS.index(tens) * 10 + 20 + ones if tens else ones
    is_number = not tens or ones < 10
    if not is_number or value < _FEWEST:
        return None
    if found["stem_in"]:
        is_free = _IN.search(plain, 0, start) and not is_thing_in_order(plain, found.end())
        return (value, found.end()) if is_free and (tens or value > 20) else None
    return value, found.end()


def _stem_value(stem: str) -> int:
    if stem in RUSSIAN_STEMS:
        return RUSSIAN_STEMS.index(stem) + 1
    return _STEM_TENS.index(stem) * 10 + 20


def spelt_korean(run: str) -> tuple[int, int] | None:
    """Return the year that a run of Hangul begins with before "년", and its length."""
    found = _KOREAN.match(run)
    if not found:
        return None
    value = 1000 * _DIGITS.get(found["th"], 1)
    for name, unit in (("h", 100), ("t", 10)):
        if found[name] is not None:
            value += unit * _DIGITS.get(found[name], 1)
    return value + _DIGITS.get(found["o"] or "", 0), found.end()


def sino_number(word: str) -> int:
    """Return the value of "십", "오십", "백이십", at most 999."""
    total = digit = 0
    for letter in word:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        else:
            total += max(digit, 1) * (100 if letter == "백" else 10)
            digit = 0
    return min(999, total + digit)


def _pair(words: str) -> int:
    return sum(_VALUES.get(word, 0) for word in re.split(r"[ -]", words))
