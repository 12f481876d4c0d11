"""Two digits that are a year, for what stands around them: "61 году", "23년", "в 23-м"."""

from __future__ import annotations

import re

# No number of years, as in "62 года назад" and "61년 만에".
_YEAR_FOLLOWS = re.compile(
    r"[ -]?(?:(?P<sure>году(?!\w))|года(?!\w)(?! (?:назад|спустя|тому|подряд)))"
    r"|(?P<bare>년)(?P<sure_too>도|엔|에(?! 걸쳐)"
    r"|(?:말|초|중반|후반|봄|여름|가을|겨울)에?(?![가-힣]))?"
    r"(?!(?!의|은|부터|까지)[가-힣]"
    r"|의? ?(?:(?:간|만|동안|째|전|후|뒤)(?:에|의|쯤|부터|까지)?(?![가-힣])"
    r"|넘|가까|이상|미만|내내|임대|계약|상환|통치|집권|독재|역사|장기|복무|징역"
    r"|짜리|근속|우정|세월|임기|전쟁))"
)
_BEFORE_A_NUMBER_OF_YEARS = re.compile(
    r"\b(?:через|за|спустя|почти|около|уже|еще|более|менее|всего|на"
    r"|최근|지난|과거|약|총|무려|거의|앞으로|향후|기원전|서기) $"
)
_THING_OF_A_YEAR = re.compile(  # "договор 24 года"
    r"\b(?!(?:через|спустя|почти|около|более|менее|всего|прошло|минуло|длил\w+)\b)[а-я]{5,} $"
)
_MORE_LIKELY_A_NUMBER = ("30", "40")  # "30년" is how long something lasts, "48년" is a year
_FEWEST_FOR_A_BARE_YEAR = 50  # "49 года" is as likely how long something is to last
_FEWEST_INFLECTED = 10  # "в 5-м" is a round or a class

_IN_YEAR = frozenset(("м", "ом"))  # "в 23-м"
_BEFORE_AN_INFLECTED_YEAR = re.compile(r"\bво? $")
# What an ordinal in that case belongs to ends in these letters: "в 13-м раунде".
_THING_IN_ORDER = re.compile(
    r" (?!(?:же|уже|тоже|где|все|вообще|вроде|после|кроме|еще|совсем|году)(?![а-я]))"
    r"[а-я]*(?:[а-я]{2}е|ии|[а-я]{3}[ое]м|полку|бою|ряду)(?![а-я])"
)


def is_short_year(number: str, plain: str, start: int, end: int) -> bool:
    """Whether two digits in a folded text are a year, for the word behind them."""
    found = _YEAR_FOLLOWS.match(plain, end)
    if not found or found["sure"] or found["sure_too"]:
        return found is not None
    if _BEFORE_A_NUMBER_OF_YEARS.search(plain, 0, start):
        return False
    value = int(number)
    if found["bare"]:
        return number not in _MORE_LIKELY_A_NUMBER
    # "17 года" is a year, as so many years are "17 лет"; "24 года" is either.
    is_count = value % 10 in (2, 3, 4) and value // 10 != 1 and value < _FEWEST_FOR_A_BARE_YEAR
    return not is_count or _THING_OF_A_YEAR.search(plain, 0, start) is not None


def is_inflected_year(number: str, suffix: str, plain: str, place: tuple[int, int]) -> bool:
    """Whether two digits with a Russian ending are a year: "что было в 23-м"."""
    start, end = place
    return (
        len(number) == 2
        and suffix.lstrip("-") in _IN_YEAR
        and (int(number) >= _FEWEST_INFLECTED or number[0] == "0")
        and _BEFORE_AN_INFLECTED_YEAR.search(plain, 0, start) is not None
        and not is_thing_in_order(plain, end)
    )


def is_thing_in_order(plain: str, end: int) -> bool:
    """Whether what follows a Russian "in the 13th" is what is the 13th: a round, a class."""
    return _THING_IN_ORDER.match(plain, end) is not None
