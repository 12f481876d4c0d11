"""What tokens are beside others: counts, names and lists of numbers, months misspelt."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.dates.calendar_words import WORDS
from bot.search.dates.date_rules import LATENT, OPAQUE, READING, SURE, Token
from bot.search.dates.date_tokens import lower
from bot.search.language.common_words import commonness, is_name_word
from bot.search.language.keyboards import are_neighbours
from bot.timeline.dates import Precision, year_span

FIRST_RESOLUTION_YEAR = 1946  # "the 1874 committee" is no year, "the 2006 resolution" is one
FEW_LISTED = 3  # years that a shortened one may lie after the first, before other words
MOST_LISTED = 12  # periods of one enumeration, "2016, 2017 and 2018"
LONG_NAME = 5  # letters of a month's name that any one slip leaves recognisable
SHORTEST_MAY = 3  # letters of the shortest name of a month

_DENIED = "denied"
_LEAST_TENS = 20
_TENS = range(_LEAST_TENS, 100, 10)
_ONES = frozenset({"count", "wordordinal", "ruordinal"})  # what may follow the tens of a number
_COUNTED = frozenset({"year", "day", "two", "number"})
_DENYING = frozenset({"denier", "over", "resolution"})
_JOINING = frozenset({"comma", "and", "or", "dash"})
_STRONG = frozenset({"in", "since", "month", "maymonth"})
_LIKE_A_RESOLUTION = frozenset({"resolution", "committee"})
_LISTING = frozenset({"comma", "and", "or", "hand"})
_SHORT = frozenset({"day", "two"})
_LISTING_LAST = frozenset({"and", "or"})
_BETWEEN_DATES = frozenset({"comma", "of"})
_BESIDE_MONTHS = frozenset({"year", "day", "ordinal"})
_MARCH = 3  # too often another word: of its names only slips that keep all letters are read
_MARCH_BEGINS = ("mar", "мар")  # "Marc", "Mach"
_SHORT_FORMS = frozenset("jan feb mar apr jun jul sep sept oct nov dec".split())
_MONTHS = {
    word: value
    for word, (symbol, value, _) in WORDS.items()
    if symbol in {"month", "maymonth"}
    and word not in _SHORT_FORMS
    and (len(word) > SHORTEST_MAY or word in {"may", "май", "мая"})
}
_LONGEST_MONTH = max(map(len, _MONTHS))


def join_counts(tokens: Sequence[Token]) -> Sequence[Token]:
    """Make one of two words for a number: "twenty-five", "двадцать пять", "twenty third"."""
    if not any(token.symbol == "count" and token.value >= _LEAST_TENS for token in tokens):
        return tokens
    joined: list[Token] = []
    for token in tokens:
        place = len(joined) - 1 - (bool(joined) and joined[-1].symbol == "dash")
        tens = joined[place] if place >= 0 else token
        is_tens = tens.symbol == "count" and tens.value in _TENS
        if is_tens and token.symbol in _ONES and token.value < 10:
            del joined[place:]
            symbol = "ordinal" if token.symbol == "wordordinal" else token.symbol
            value = tens.value + token.value
            token = token._replace(symbol=symbol, start=tens.start, value=value)
        joined.append(token)
    return joined


def deny_numbers(tokens: Sequence[Token]) -> list[Token]:
    """Mark the numbers that count or name something, and doubt the years inside names."""
    kept: list[Token] = []
    for place, token in enumerate(tokens):
        before = kept[-1].symbol if kept else ""
        following = tokens[place + 1].symbol if place + 1 < len(tokens) else ""
        is_year = token.symbol == "year"
        if token.symbol in _COUNTED or (token.symbol == READING and token.spans):
            is_listed = before in _JOINING and len(kept) > 1 and kept[-2].symbol == _DENIED
            if token.symbol != READING and (before in _DENYING or is_listed):
                token = token._replace(symbol=_DENIED)
            elif is_year and before == "named":
                token = token._replace(doubt=LATENT)
            elif before not in _STRONG and _is_count(tokens, place):
                token = token._replace(symbol=_DENIED)
            elif is_year and following in _LIKE_A_RESOLUTION:
                is_meant = token.value >= FIRST_RESOLUTION_YEAR and token.doubt == SURE
                token = token if is_meant else token._replace(doubt=LATENT)
        kept.append(token)
    return kept


def _is_count(tokens: Sequence[Token], place: int) -> bool:
    token, following = tokens[place], tokens[place + 1 : place + 5]
    if not following or (token.symbol == READING and token.spans[0].precision > Precision.YEAR):
        return False
    if following[0].symbol == "countable":
        return True
    if token.symbol != "year" or token.value % 100:
        return False
    for later in following[1:]:  # "2000 North Korean troops"
        if later.symbol == "countable":
            return True
        if later.symbol != OPAQUE:
            break
    return False


def mend_months(tokens: Sequence[Token], text: str) -> list[Token]:
    """Read a word beside a day or a year as the month that it misspells."""
    mended = list(tokens)
    for place, token in enumerate(tokens):
        length = token.end - token.start
        if token.symbol != OPAQUE or not SHORTEST_MAY <= length <= _LONGEST_MONTH + 1:
            continue
        beside = [tokens[n] for n in (place - 1, place + 1) if 0 <= n < len(tokens)]
        if beside and beside[-1].symbol in _BETWEEN_DATES:
            beside += tokens[place + 2 : place + 3]
        if any(near.symbol in _BESIDE_MONTHS for near in beside):
            month = _month_meant(lower(text[token.start : token.end]))
            if month:
                mended[place] = token._replace(symbol="month", value=month)
    return mended


def _month_meant(typed: str) -> int:
    """Return the month whose name is one slip away from what was typed, or 0.

    A short name is few letters away from many a word and name ("jury", "Jane", "match"): there
    a letter is typed twice or swapped with the next, or makes no other word where it is left
    out or on the key beside its own.
    """
    if is_name_word(typed):
        return 0
    for name, month in _MONTHS.items():
        if len(name) >= LONG_NAME and month != _MARCH:
            if _is_one_slip(typed, name):
                return month
        elif typed[0] == name[0] and _is_slip_of_the_hand(typed, name):
            return month
    return 0


def _is_slip_of_the_hand(typed: str, meant: str) -> bool:
    """Whether a letter was typed twice, swapped, left out, or on the key beside its own."""
    same = _same_letters(typed, meant)
    rest, wanted = typed[same:], meant[same:]
    if rest == typed[same - 1] + wanted:
        return True
    if commonness(typed):
        return False
    if len(wanted) > 1 and rest == wanted[1::-1] + wanted[2:]:
        return True
    if len(meant) == SHORTEST_MAY or not wanted:
        return False
    if rest == wanted[1:]:
        return not meant.startswith(_MARCH_BEGINS)
    return rest[1:] == wanted[1:] and are_neighbours(rest[0], wanted[0])


def _is_one_slip(typed: str, meant: str) -> bool:
    """Whether one letter was left out, added, mistaken, or swapped with the next."""
    if abs(len(typed) - len(meant)) > 1:
        return False
    same = _same_letters(typed, meant)
    rest, wanted = typed[same:], meant[same:]
    return (
        rest[1:] == wanted
        or rest == wanted[1:]
        or rest[1:] == wanted[1:]
        or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )


def _same_letters(typed: str, meant: str) -> int:
    """Return with how many letters both begin."""
    same = 0
    while same < min(len(typed), len(meant)) and typed[same] == meant[same]:
        same += 1
    return same


def join_lists(tokens: Sequence[Token]) -> list[Token]:
    """Join "2016, 2017 and 2018" to one reading that any of the three fits."""
    joined: list[Token] = []
    for number, token in enumerate(tokens):
        following = tokens[number + 1].symbol if number + 1 < len(tokens) else ""
        if token.symbol in _SHORT or _is_short(token):
            most = FEW_LISTED if following == OPAQUE else MOST_LISTED
            token = _short_year(joined, token, most=most)
        place = _place_of_list(joined) if token.symbol == READING else -1
        if place >= 0 and _is_alike(joined[place], token):
            listed = joined[place]
            del joined[place:]
            token = listed._replace(end=token.end, spans=(*listed.spans, *token.spans))
        joined.append(token)
    return joined


def _short_year(tokens: Sequence[Token], token: Token, *, most: int) -> Token:
    """Read the "62" of "1961 and 62" as a year of the same century; else return it as it is.

    It is at most so many years later.
    """
    place = _place_of_list(tokens)
    listed = tokens[place] if place >= 0 else token
    if listed.symbol != READING or not listed.spans or listed.doubt:
        return token
    last = listed.spans[-1]
    if last.precision is not Precision.YEAR or last.is_interval:
        return token
    of = last.earliest.year
    short = token.spans[0].earliest.year % 100 if token.spans else token.value
    year = of - of % 100 + short
    if not of < year <= of + most:
        return token
    return token._replace(symbol=READING, spans=(year_span(year),), doubt=SURE)


def _is_short(token: Token) -> bool:
    """Whether it is two digits that might be a year: they are in a list of years."""
    return token.symbol == READING and token.doubt == LATENT and token.end - token.start == 2


def _place_of_list(tokens: Sequence[Token]) -> int:
    """Return where that stands to which a comma or an "and" at the end adds; -1 if nowhere."""
    if len(tokens) < 2 or tokens[-1].symbol not in _LISTING:
        return -1
    is_double = tokens[-1].symbol in _LISTING_LAST and tokens[-2].symbol == "comma"
    return len(tokens) - (3 if is_double else 2)


def _is_alike(listed: Token, token: Token) -> bool:
    is_sure = listed.symbol == READING and not listed.doubt and not token.doubt
    if not is_sure or not listed.spans or not token.spans or len(listed.spans) >= MOST_LISTED:
        return False
    return listed.spans[0].precision == token.spans[0].precision
