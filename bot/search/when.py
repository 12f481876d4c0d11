"""Date phrases in a question to `DateSpan`, given `today`; English, Russian and Korean.

The text becomes tokens, each with a symbol of the grammar; words without a meaning here are
opaque. Five passes then replace runs of tokens by what they mean, from the inside out: years
and relative times, dates, parts of periods, ranges, prepositions. Every pattern has a bounded
length, so the work grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bot.errors import DateError
from bot.search.calendar_words import (
    ABBREVIATIONS,
    DAY,
    EARLY,
    END,
    FIRST_HALF,
    LATE,
    MID,
    MONTH,
    PHRASES,
    SECOND_HALF,
    START,
    THIS_DAY,
    WEEK,
    WORDS,
    YEAR,
)
from bot.timeline.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    DateSpan,
    Day,
    Precision,
    between_days,
    day_span,
    month_span,
    parse_date,
    year_span,
)
from bot.timeline.day import days_in_month

EARLIEST_YEAR, LATEST_YEAR = 1000, 2999  # four digits outside of this are never a bare year
FORESIGHT = 30  # a bare number this many years ahead of today is more likely a number
FIRST_RESOLUTION_YEAR = 1946  # "the 1874 committee" is no year, "the 2006 resolution" is one
FEW = (2, 5)  # how many "a few" may be
LONGEST_PERIOD = 80  # characters that name one period and nothing else; keeps noise out
MOST_LISTED = 12  # periods of one enumeration, "2016, 2017 and 2018"
SHORTEST_TYPO = 5  # letters of a month's name that one slip leaves recognisable

# Doubt: none; gone once a preposition says that it is a time; for good.
SURE, CLEARABLE, LATENT = range(3)

Recurring = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words that name a time: where they stand, and what they may mean.

    `spans` are its readings, any of which may be meant: of a doubtful date, or of a list.
    It is empty where `recurring` names a month, or a day of a month, of any year. A latent
    phrase only might be a date.
    """

    start: int
    end: int
    spans: tuple[DateSpan, ...]
    recurring: Recurring | None
    is_latent: bool


class _Token(NamedTuple):
    symbol: str
    start: int
    end: int
    value: int = 0
    extra: int = 0
    spans: tuple[DateSpan, ...] = ()
    recurring: Recurring | None = None
    doubt: int = SURE


def find_phrases(text: str, *, today: date) -> tuple[DatePhrase, ...]:
    """Return the date phrases of `text` in order, never overlapping; never raises."""
    tokens = _deny(_tokens(text, today))
    if not any(token.symbol in _ANCHORS for token in tokens):
        return ()
    if len(tokens) == 1 and tokens[0].symbol == _DAY and tokens[0].end - tokens[0].start == 2:
        tokens.insert(0, _Token(_symbol("on"), tokens[0].start, tokens[0].start))
    tokens = _mend(tokens, text)
    for rules in (_YEARS, _DATES):
        tokens = _reduce(tokens, rules, today=today)
    tokens = [
        token if _is_verb(tokens, place) else _completed(token, today)
        for place, token in enumerate(tokens)
    ]
    for rules in (_PARTS, _RANGES):
        tokens = _reduce(tokens, rules, today=today)
    tokens = _reduce(_listed(tokens), _PREPOSITIONS, today=today)
    return tuple(
        DatePhrase(
            token.start,
            token.end,
            () if token.recurring else token.spans,
            token.recurring,
            is_latent=token.doubt > SURE,
        )
        for token in tokens
        if token.symbol == _READING
    )


def read_period(text: str, *, today: date) -> DateSpan | Recurring | None:
    """Return the one period that the whole of `text` names, or None."""
    bare = text.strip(" \t\n?!.,;\"'()")
    if len(bare) > LONGEST_PERIOD or (bare.isdigit() and len(bare) < 4):
        return None
    found = find_phrases(bare, today=today)
    if len(found) != 1 or bare[: found[0].start].strip() or bare[found[0].end :].strip(" .?!"):
        return None
    return found[0].recurring or found[0].spans[0]


# From characters to tokens.

_SYMBOLS: dict[str, str] = {}


def _symbol(name: str) -> str:
    """Return the one character that stands for `name` in patterns."""
    return _SYMBOLS.setdefault(name, chr(0x100 + len(_SYMBOLS)))


_OPAQUE, _MARK = _symbol("opaque"), _symbol("mark")
_READING, _DENIED = _symbol("reading"), _symbol("denied")
_YEAR, _DAY, _TWO, _NUMBER = (_symbol(n) for n in ("year", "day", "two", "number"))
_MARKS = {"-": "dash", ",": "comma", "&": "and", ".": "dot", "#": "denier", "№": "denier"}
_WORDS = {word: (_symbol(entry[0]), entry[1], entry[2]) for word, entry in WORDS.items()}
_PHRASES = {text: (_symbol(entry[0]), entry[1], entry[2]) for text, entry in PHRASES.items()}
_MARK_SYMBOLS = {mark: _symbol(name) for mark, name in _MARKS.items()}

# Every replacement is one character for one, so that offsets stay right.
_PLAIN = str.maketrans(
    "０１２３４５６７８９．，／：－–—−‒‑～〜∼’‘ʼ\u00a0\u202fЁё",
    "0123456789.,/:-" + "-" * 5 + "~~~" + "'''" + "  " + "ее",
)
_TOKEN = re.compile(
    r"(?P<short>(?<![\w'])'[0-9]{2}(?![0-9]))(?:'?(?P<decade>s)\b)?"
    r"|(?P<part>(?<![\w-])(?:[qh][1-4]|[1-4][qh])(?![^\W_]))"
    r"|(?P<number>[0-9]+(?:(?:\.{2,3}|[-./:~])[0-9]+|,[0-9]{3}(?![0-9]))*)"
    r"(?P<suffix>(?:'?s|st|nd|rd|th|-?(?:ые|ый|ого|ом|ых|го|ми|му|[еяйхмю]))(?![^\W_]))?"
    r"|(?P<hangul>[가-힣]+)"
    r"|(?P<word>[^\W\d_가-힣]+(?:'[^\W\d_]+)?)"
    r"|(?P<mark>\.\.\.?|[^\w\s])"
)
_FIRST_WORD = re.compile(r"[가-힣]+|[^\W\d_가-힣]+(?:'[^\W\d_]+)?")


def _phrases_by_first_word() -> dict[str, re.Pattern[str]]:
    by_word: dict[str, list[str]] = {}
    for phrase in sorted(_PHRASES, key=len, reverse=True):
        first = _FIRST_WORD.match(phrase)
        pattern = r"\s+".join(map(re.escape, phrase.split()))
        by_word.setdefault(first[0] if first else phrase, []).append(pattern)
    return {w: re.compile(f"(?:{'|'.join(p)})(?![^\\W_])") for w, p in by_word.items()}


_STARTING = _phrases_by_first_word()
_HANGUL_WORDS = {word: (_symbol(entry[0]), entry[1], entry[2]) for word, entry in WORDS.items()}
_LONGEST_HANGUL = max(map(len, _HANGUL_WORDS))
_AFTER_NUMBER = frozenset("년 년도 년대 월 일 개월 주 주일 주간 달 세기 분기".split())


def _lower(text: str) -> str:
    plain = text.translate(_PLAIN)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in plain)


def _tokens(text: str, today: date) -> list[_Token]:
    plain, tokens, end = _lower(text), [], 0
    for found in _TOKEN.finditer(plain):
        if found.start() < end:
            continue
        kind, start = found.lastgroup, found.start()
        if kind in ("hangul", "word") and found[0] in _STARTING:
            several = _STARTING[found[0]].match(plain, start)
            if several:
                end = several.end()
                entry = _PHRASES[" ".join(several[0].split())]
                tokens.append(_Token(entry[0], start, end, entry[1], entry[2]))
                continue
        if kind == "word":
            tokens.append(_word(found, plain))
        elif kind == "hangul":
            tokens.extend(
                _hangul(found[0], start, follows_number=plain[start - 1 : start].isdigit())
            )
        elif kind == "mark":
            is_range = found[0][0] == "~" or len(found[0]) == 2
            mark = _MARK_SYMBOLS["-"] if is_range else _MARK_SYMBOLS.get(found[0], _MARK)
            tokens.append(_Token(mark, start, found.end()))
        elif kind == "part":
            digit, letter = sorted(found[0])
            is_half = letter == "h"
            name = "opaque" if is_half and digit > "2" else "halved" if is_half else "quartered"
            tokens.append(_Token(_symbol(name), start, found.end(), int(digit)))
        elif kind in ("short", "decade"):
            tokens.append(_short(found, today))
        else:
            tokens.append(_number(found, plain, written=text, today=today))
        end = max(end, tokens[-1].end)
    return tokens


def _word(found: re.Match[str], plain: str) -> _Token:
    start, end, word = found.start(), found.end(), found[0]
    entry = _WORDS.get(word)
    if entry is None and word.endswith("'s"):
        entry = _WORDS.get(word[:-2])
        if entry and entry[0] in _NEVER_POSSESSIVE:
            entry = None
    if word in ABBREVIATIONS and plain.startswith(".", end):
        end += 1
    symbol, value, extra = entry or (_OPAQUE, 0, 0)
    if symbol == _symbol("decade"):
        spans = _decades(value, is_short=True)
        return _Token(_READING, start, end, spans=spans)
    return _Token(symbol, start, end, value, extra)


def _hangul(run: str, start: int, *, follows_number: bool) -> Iterator[_Token]:
    """Split a run of Hangul into known words; it is opaque unless all of it is known."""
    tokens: list[_Token] = []
    place = 0
    while place < len(run):
        for length in range(min(_LONGEST_HANGUL, len(run) - place), 0, -1):
            entry = _HANGUL_WORDS.get(run[place : place + length])
            if entry:
                break
        else:
            break
        here = start + place
        tokens.append(_Token(entry[0], here, here + length, entry[1], entry[2]))
        place += length
    is_mark = bool(tokens) and follows_number and run[: tokens[0].end - start] in _AFTER_NUMBER
    if place == len(run) and (is_mark or not follows_number):
        return iter(tokens)
    opaque = _Token(_OPAQUE, start, start + len(run))
    if is_mark:
        return iter((tokens[0], opaque._replace(start=tokens[0].end)))
    return iter((opaque._replace(symbol=_symbol("countable") if follows_number else _OPAQUE),))


def _short(found: re.Match[str], today: date) -> _Token:
    number = int(found["short"][1:])
    if not found["decade"]:
        return _Token(_YEAR, found.start(), found.end(), _near_year(number, today))
    if number % 10:
        return _Token(_OPAQUE, found.start(), found.end())
    return _Token(_READING, found.start(), found.end(), spans=_decades(number, is_short=True))


def _near_year(two_digits: int, today: date) -> int:
    """Return the latest year with these last digits that is not beyond next year."""
    latest = today.year + 1
    return latest - (latest - two_digits) % 100


def _decades(number: int, *, is_short: bool) -> tuple[DateSpan, ...]:
    if not is_short:
        is_century = number % 100 == 0 and number % 1000 != 0
        return (parse_date(f"{number // 100:02}XX" if is_century else f"{number // 10:03}X"),)
    if number in (10, 20):  # both centuries have had them
        return (parse_date(f"20{number // 10}X"), parse_date(f"19{number // 10}X"))
    return (parse_date("200X" if number == 0 else f"19{number // 10}X"),)


# Numbers.

_NUMERIC_YMD = re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})")
_NUMERIC_XXY = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_NUMERIC_YM = re.compile(r"([12][0-9]{3})[-./]([0-9]{1,2})")
_NUMERIC_MY = re.compile(r"([0-9]{1,2})[-./]([12][0-9]{3})")
_NUMERIC_XX = re.compile(r"([0-9]{1,2})([-./~])([0-9]{1,2})")
_CLOCK = re.compile(r"t[0-9]{1,2}:?[0-9]{2}\S{0,20}")
_MONEY = frozenset("$€£¥₽₩+=@\\")
_GLUE = frozenset("-/._:")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]{1,12}$")
_LETTERS_AFTER = re.compile(r"-?([^\W\d_가-힣]{1,12})")
_LONGEST_NUMERIC = 24  # two full dates and what parts them


def _number(found: re.Match[str], plain: str, *, written: str, today: date) -> _Token:
    start, end, number, suffix = found.start(), found.end(), found["number"], found["suffix"]
    opaque = _Token(_OPAQUE, start, end)
    clock = _CLOCK.match(plain, end)
    if clock and number.count("-") == 2:
        end = clock.end()
    elif len(number) > _LONGEST_NUMERIC or plain.startswith(("%", "‰", "°"), end):
        return opaque
    glue = _glue_before(plain, start)
    if glue == LATENT and (plain[start - 1] in _MONEY or not number.isdigit() or len(number) != 4):
        return opaque
    if suffix:
        return _suffixed(int(number[:9]), suffix, opaque, today) if number.isdigit() else opaque
    if end == found.end() and not _stands_free(plain, end, is_year=len(number) == 4):
        return opaque
    token = _plain_number(number, today) or _numeric(
        number, today, is_dash="–" in written[start:end] or "—" in written[start:end]
    )
    doubt = max(token.doubt, glue)
    return token._replace(start=start, end=end, doubt=doubt)


def _glue_before(plain: str, start: int) -> int:
    """Return how what touches a number on the left makes its date doubtful."""
    if start == 0:
        return SURE
    before = plain[start - 1]
    if before in _MONEY or (before == "~" and plain[max(0, start - 2) : start - 1].isalnum()):
        return LATENT
    place = start
    if before in _GLUE:
        place -= 1
        if place == 0 or not plain[place - 1].isalnum():
            return LATENT if before == ":" or (before == "." and place) else SURE
    elif not before.isalnum() or "가" <= before <= "힣":
        return SURE
    letters = _LETTERS_BEFORE.search(plain, max(0, place - 13), place)
    known = _WORDS.get(letters[0]) if letters else None
    return SURE if known and known[0] in _MAY_TOUCH else LATENT


def _stands_free(plain: str, end: int, *, is_year: bool) -> bool:
    """Whether what touches a number on the right leaves it a number of its own."""
    after = plain[end : end + 1]
    if after in ("/", "\\", "=", "@"):
        return not plain[end + 1 : end + 2].isalnum()
    letters = _LETTERS_AFTER.match(plain, end)
    if not letters:
        return after != "-" or not plain[end + 1 : end + 2].isdigit()
    known = _WORDS.get(letters[1])
    return (known is not None and known[0] in _MAY_TOUCH) or (is_year and after == "-")


def _suffixed(number: int, suffix: str, opaque: _Token, today: date) -> _Token:
    suffix = suffix.lstrip("-'")
    if suffix in ("s", "е", "х", "ые", "ых", "ми") and number < 3000:
        if number % 10 == 0 and (number >= EARLIEST_YEAR or number < 100):
            spans = _decades(number, is_short=number < 100)
            return opaque._replace(symbol=_READING, spans=spans)
        if number >= EARLIEST_YEAR:
            return opaque._replace(symbol=_YEAR, value=number)
    if EARLIEST_YEAR <= number <= LATEST_YEAR and suffix in ("го", "м", "й", "ого", "ом", "му"):
        return opaque._replace(symbol=_YEAR, value=number)
    if 32 <= number < 100 and suffix in ("го", "м", "й"):
        return opaque._replace(symbol=_YEAR, value=_near_year(number, today))
    if 1 <= number <= 31 and suffix not in ("s", "х", "ых"):
        return opaque._replace(symbol=_symbol("ordinal"), value=number)
    return opaque


def _plain_number(number: str, today: date) -> _Token | None:
    if not number.isdigit() or len(number) > 4:
        return None
    value = int(number)
    if len(number) == 4 and EARLIEST_YEAR <= value <= LATEST_YEAR:
        is_far = value > today.year + FORESIGHT or value == EARLIEST_YEAR
        return _Token(_YEAR, 0, 0, value, doubt=CLEARABLE if is_far else SURE)
    if len(number) > 2:
        return _Token(_NUMBER, 0, 0, value)
    return _Token(_DAY if 1 <= value <= 31 else _TWO, 0, 0, value)


def _numeric(number: str, today: date, *, is_dash: bool) -> _Token:
    """Read dates and ranges that are written in digits and separators alone."""
    opaque = _Token(_OPAQUE, 0, 0)
    single = _numeric_date(number, today, is_dash=is_dash)
    if single:
        return single
    for separator in ("...", "..", "~", "/", "-"):
        parts = number.split(separator)
        if len(parts) != 2:
            continue
        first, last = (_plain_number(p, today) or _numeric_date(p, today) for p in parts)
        if first and last and first.symbol == last.symbol == _DAY and separator in "~-":
            value = first.value * 100 + last.value
            return opaque._replace(symbol=_symbol("dayrange"), value=value)
        if first and last and first.symbol == _YEAR and last.symbol in (_DAY, _TWO):
            value = first.value - first.value % 100 + last.value
            last = last._replace(symbol=_YEAR, value=value)
            if value <= first.value:
                return opaque
        if first and last and _is_date(first) and _is_date(last):
            made = _span_of(_completed(first, today), _completed(last, today), today)
            return made or opaque
    return opaque


def _is_date(token: _Token) -> bool:
    return token.symbol in (_YEAR, _READING)


def _numeric_date(number: str, today: date, *, is_dash: bool = False) -> _Token | None:
    reading = _Token(_READING, 0, 0)
    if found := _NUMERIC_YMD.fullmatch(number):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        spans = _days((year, month, day)) or _months(year, month)
    elif found := _NUMERIC_XXY.fullmatch(number):
        first, last, year = int(found[1]), int(found[3]), int(found[4])
        if len(found[4]) == 2:
            year = _near_year(year, today)
            if found[2] == "-" or (found[2] == "." and len(number) < 8):
                return None  # part of a telephone number or of a version
        spans = _days((year, last, first))
        if not spans or found[2] != ".":
            spans = tuple(dict.fromkeys((*spans, *_days((year, first, last)))))
        spans = spans or _months(year, last)
    elif found := _NUMERIC_YM.fullmatch(number):
        year, month = int(found[1]), int(found[2])
        spans = () if is_dash else _months(year, month)
        if spans and "-" in number and len(found[2]) == 2 and month == (year + 1) % 100:
            spans = (*spans, between_days(Day(year, 1, 1), Day(year + 1, 12, 31)))
    elif found := _NUMERIC_MY.fullmatch(number):
        spans = _months(int(found[2]), int(found[1]))
    elif (found := _NUMERIC_XX.fullmatch(number)) and found[2] in "./" and number != "24/7":
        first, last = int(found[1]), int(found[3])
        orders = [(m, d) for d, m in ((first, last), (last, first)) if _has_day(m, d)]
        if found[2] == ".":
            orders = orders[:1] if len(found[3]) == 2 else []
        if not orders:
            return None
        is_certain = len(set(orders)) == 1 and found[2] == "/"
        doubt = CLEARABLE if is_certain or len(number) == 5 else LATENT
        return reading._replace(recurring=orders[0], doubt=doubt)
    else:
        return None
    return reading._replace(spans=spans) if spans else None


def _has_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_in_month(2000, month)


def _days(*days: tuple[int, int, int]) -> tuple[DateSpan, ...]:
    return tuple(
        day_span(year, month, day)
        for year, month, day in days
        if -9999 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)
    )


def _months(year: int, month: int) -> tuple[DateSpan, ...]:
    is_month = EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= month <= 12
    return (month_span(year, month),) if is_month else ()


# What a number is not, and what a misspelt word is.


def _deny(tokens: list[_Token]) -> list[_Token]:
    """Mark the numbers that count or name something, and doubt the years inside names."""
    kept: list[_Token] = []
    for place, token in enumerate(tokens):
        before = kept[-1].symbol if kept else ""
        following = tokens[place + 1].symbol if place + 1 < len(tokens) else ""
        if token.symbol in _COUNTED or (token.symbol == _READING and token.spans[:1]):
            is_listed = before in _JOINING and len(kept) > 1 and kept[-2].symbol == _DENIED
            if token.symbol != _READING and (before in _DENYING or is_listed):
                token = token._replace(symbol=_DENIED)
            elif token.symbol == _YEAR and before == _symbol("named"):
                token = token._replace(doubt=LATENT)
            elif before not in _STRONG and _is_count(tokens, place):
                token = token._replace(symbol=_DENIED)
            elif token.symbol == _YEAR and following in _LIKE_A_RESOLUTION:
                is_year = token.value >= FIRST_RESOLUTION_YEAR and token.doubt == SURE
                token = token if is_year else token._replace(doubt=LATENT)
        kept.append(token)
    return kept


def _is_count(tokens: Sequence[_Token], place: int) -> bool:
    token, following = tokens[place], tokens[place + 1 : place + 5]
    if not following or (token.symbol == _READING and token.spans[0].precision > Precision.YEAR):
        return False
    if following[0].symbol == _COUNTABLE:
        return True
    if token.symbol != _YEAR or token.value % 100:
        return False
    for later in following[1:]:  # "2000 North Korean troops"
        if later.symbol == _COUNTABLE:
            return True
        if later.symbol != _OPAQUE:
            break
    return False


def _mend(tokens: list[_Token], text: str) -> list[_Token]:
    """Read a word beside a day or a year as the month that it misspells."""
    for place, token in enumerate(tokens):
        length = token.end - token.start
        if token.symbol != _OPAQUE or not SHORTEST_TYPO - 1 <= length <= _LONGEST_MONTH + 1:
            continue
        beside = [tokens[n] for n in (place - 1, place + 1) if 0 <= n < len(tokens)]
        if beside[-1].symbol in _BETWEEN_DATES and place + 2 < len(tokens):
            beside.append(tokens[place + 2])
        if any(near.symbol in _BESIDE_MONTHS for near in beside):
            typed = _lower(text[token.start : token.end])
            month = next((m for name, m in _MONTH_NAMES if _is_one_slip(typed, name)), 0)
            if month:
                tokens[place] = token._replace(symbol=_symbol("month"), value=month)
    return tokens


def _is_one_slip(typed: str, meant: str) -> bool:
    """Whether one letter was left out, added, mistaken, or swapped with the next."""
    if abs(len(typed) - len(meant)) > 1:
        return False
    same = 0
    while same < min(len(typed), len(meant)) and typed[same] == meant[same]:
        same += 1
    rest, wanted = typed[same:], meant[same:]
    return (
        rest[1:] == wanted
        or rest == wanted[1:]
        or rest[1:] == wanted[1:]
        or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )


# The machine that applies rules.


class _Found:
    """The tokens that a rule matched, by the names in its pattern."""

    __slots__ = ("_match", "_tokens", "today")

    def __init__(self, tokens: Sequence[_Token], match: re.Match[str], *, today: date) -> None:
        self._tokens, self._match, self.today = tokens, match, today

    def get(self, name: str) -> _Token | None:
        """Return the token called `name`, None where it is optional and missing."""
        place = self._match.start(name) if name in self._match.re.groupindex else -1
        return self._tokens[place] if place >= 0 else None

    def __getitem__(self, name: str) -> _Token:
        return self._tokens[self._match.start(name)]


_Build = Callable[[_Found], _Token | None]
_Rules = dict[str, list[tuple[re.Pattern[str], _Build]]]

_CLASSES = {
    "tothe": "to|dash|until|upto",
    "anymonth": "month|maymonth",
    "dayno": "day|ordinal",
    "nth": "ordinal|wordordinal|ruordinal|roman",
    "counter": "count|vague|day|two|number",
    "one": "unit|yearword|century|quarter",
    "counted": "countable|count|vague|day|two|number|unit|units|yearword|century|quarter|daymark",
    "many": "unit|units|yearword|century|quarter|daymark",
}


def _one_of(names: str) -> str:
    names = "|".join(_CLASSES.get(name, name) for name in names.split("|"))
    return f"[{''.join(map(_symbol, names.split('|')))}]"


def _compile(template: str) -> tuple[str, re.Pattern[str]]:
    """Turn names of symbols into a pattern: `a|b` either, `x?` perhaps, `!x,y` not followed
    by x and then y, `=x,y` followed by them.

    What a rule wants to see of a match is labelled, `label:a|b`, or is named by its one symbol.
    """
    first, pattern, is_first = "", "", True
    for part in template.split():
        if part[0] in "!=":
            pattern += f"(?{part[0]}{''.join(map(_one_of, part[1:].split(',')))})"
            continue
        label, _, names = part.strip("?").rpartition(":")
        symbols = _one_of(names)
        name = label or (part.strip("?") if "|" not in part else "")
        is_new = name and f"<{name}>" not in pattern
        group = f"(?P<{name}>{symbols})" if is_new else symbols
        pattern += f"{group}?" if part.endswith("?") else group
        if is_first:
            first += symbols[1:-1]
            is_first = part.endswith("?")
    return first, re.compile(pattern)


def _grammar(table: Iterable[tuple[_Build, str]]) -> _Rules:
    rules: _Rules = {}
    for build, templates in table:
        for template in templates.strip().splitlines():
            first, pattern = _compile(template)
            for symbol in first:
                rules.setdefault(symbol, []).append((pattern, build))
    return rules


def _reduce(tokens: Sequence[_Token], rules: _Rules, *, today: date) -> list[_Token]:
    """Replace every run of tokens that a rule understands; earlier rules are tried first."""
    symbols = "".join(token.symbol for token in tokens)
    reduced: list[_Token] = []
    place = 0
    while place < len(tokens):
        token, end = tokens[place], place + 1
        for pattern, build in rules.get(token.symbol, ()):
            match = pattern.match(symbols, place)
            made = _made(build, tokens, match, today) if match else None
            if match and made:
                end = match.end()
                token = made._replace(start=token.start, end=tokens[end - 1].end)
                break
        reduced.append(token)
        place = end
    return reduced


def _made(
    build: _Build, tokens: Sequence[_Token], match: re.Match[str], today: date
) -> _Token | None:
    try:
        return build(_Found(tokens, match, today=today))
    except (DateError, ValueError, OverflowError):  # outside of the years that can be written
        return None


def _reading(
    spans: Iterable[DateSpan] = (), *, recurring: Recurring | None = None, doubt: int = SURE
) -> _Token | None:
    spans = tuple(spans)
    if not spans and not recurring:
        return None
    return _Token(_READING, 0, 0, spans=spans, recurring=recurring, doubt=doubt)


# Years and times relative to today.


def _year(found: _Found) -> _Token | None:
    return _Token(_YEAR, 0, 0, found["number"].value)


def _short_year(found: _Found) -> _Token | None:
    number = found["number"].value
    return _Token(_YEAR, 0, 0, _near_year(number, found.today)) if number >= 10 else None


def _before_christ(found: _Found) -> _Token | None:
    return _Token(_YEAR, 0, 0, 1 - found["number"].value)


def _shifted(today: date, unit: int, size: int, steps: int) -> Day:
    """Return the same day some units away, or the last of its month where it has none."""
    if unit in (DAY, WEEK):
        days = steps * size * (7 if unit == WEEK else 1)
        return Day.from_ordinal(today.toordinal() + days)
    months = today.year * 12 + today.month - 1 + steps * size * (12 if unit == YEAR else 1)
    year, month = months // 12, months % 12 + 1
    return Day(year, month, min(today.day, days_in_month(year, month)))


def _period(today: date, unit: int, size: int, steps: int) -> _Token | None:
    """Return the calendar day, week, month, year … that is some steps away from today's."""
    if unit == YEAR and size == 1:
        return _Token(_YEAR, 0, 0, today.year + steps)
    if unit == YEAR:
        first = (today.year // size + steps) * size
        return _reading(
            [parse_date(f"{first // size:0{5 - len(str(size))}}" + "X" * (len(str(size)) - 1))]
        )
    if unit == MONTH:
        first = (today.year * 12 + today.month - 1) // size * size + steps * size
        last = first + size - 1
        if size == 1:
            return _reading([month_span(first // 12, first % 12 + 1)])
        return _reading([_between_months(first // 12, first % 12 + 1, last % 12 + 1)])
    if unit == WEEK:
        monday = today.toordinal() - today.weekday() + 7 * steps * size
        return _reading([between_days(Day.from_ordinal(monday), Day.from_ordinal(monday + 6))])
    return _reading([day_span(*_shifted(today, unit, size, steps))])


def _between_months(year: int, first: int, last: int) -> DateSpan:
    return between_days(Day(year, first, 1), Day(year, last, days_in_month(year, last)))


def _ago(found: _Found) -> _Token | None:
    counter, unit, today = found.get("counter"), found["unit"], found.today
    size = unit.extra
    if counter and counter.symbol == _symbol("vague"):
        least, most = FEW
        first = _shifted(today, unit.value, size, -most)
        return _reading([between_days(first, _shifted(today, unit.value, size, -least))])
    steps = counter.value if counter else 1
    if found.get("relative"):  # "75 years ago today"
        return _reading([day_span(*_shifted(today, unit.value, size, -steps))])
    if unit.value == YEAR and size > 1:  # a round number of years is not meant to the year
        year, play = today.year - steps * size, size // 5
        return _reading([between_days(Day(year - play, 1, 1), Day(year + play, 12, 31))])
    return _period(today, unit.value, 1, -steps * size)


def _rolling(found: _Found) -> _Token | None:
    """Read "the last five years": up to today, or from today on."""
    counter, unit, today = found.get("counter"), found["unit"], found.today
    direction = found["which"].value if found["which"].symbol == _symbol("which") else -1
    if abs(direction) != 1 or (unit.extra == 100 and not counter):
        return None
    count = 1 if counter is None else counter.value
    if counter and counter.symbol == _symbol("vague"):
        count = FEW[1]
    ends = Day.from_date(today), _shifted(today, unit.value, unit.extra, direction * count)
    return _reading([between_days(min(ends), max(ends))])


def _nearby(found: _Found) -> _Token | None:
    unit = found["unit"]
    if unit.value == DAY:
        return None
    return _period(found.today, unit.value, unit.extra, found["which"].value)


def _earlier(found: _Found) -> _Token | None:
    """Read "earlier this year": what of it lies before, or after, today."""
    made = _nearby(found)
    if made is None or found["which"].value:
        return None
    span = year_span(made.value) if made.symbol == _YEAR else made.spans[0]
    now = Day.from_date(found.today)
    is_past = found["edged"].value < 0
    return _reading(
        [between_days(span.earliest, now) if is_past else between_days(now, span.latest)]
    )


def _relative(found: _Found) -> _Token | None:
    token = found["relative"]
    return _period(found.today, token.value, 1, token.extra)


def _month_number(found: _Found) -> _Token | None:
    value = found["day"].value
    return _Token(_symbol("month"), 0, 0, value) if value <= 12 else None


def _verb(_: _Found) -> _Token | None:
    return _Token(_OPAQUE, 0, 0)


_YEARS = _grammar([
    (_before_christ, """
        number:year|number|two|day yearword? bc
        bc number:year|number|two|day yearword?"""),
    (_year, """
        number:year|number|two|day yearword? ad
        ad number:year|number|two|day yearword?"""),
    (_ago, """
        counter unit:many ago|hago on? relative?
        unit:unit|yearword|century ago|hago"""),
    (_short_year, """
        number:day|two yearword =day,monthmark
        in number:day|two !opaque|counted|anymonth|nth|dash|comma|of|to|half|part|bc|ad"""),
    (_year, """
        yearword number:year|number
        number:year|number yearword"""),
    (_rolling, """
        over|in|at? the? which:past|which counter unit:many
        over|in|at|of the which:which unit:one !of
        over|in|at? the? which:past unit:one"""),
    (_earlier, "edged which unit:one"),
    (_nearby, "which unit:one !of"),
    (_relative, "relative"),
    (_month_number, "day monthmark"),
    (_verb, "verbal maymonth !year|day|ordinal"),
])  # fmt: skip


# Days, months, seasons, quarters, centuries.


def _full(found: _Found) -> _Token | None:
    day, month, year = found["dayno"].value, found["anymonth"].value, found["year"].value
    return _reading(_days((year, month, day)))


def _korean_digits(found: _Found) -> _Token | None:
    return _reading(_days((found["year"].value, found["month"].value, found["dayno"].value)))


def _day_range(found: _Found) -> _Token | None:
    both, month, year = found.get("dayrange"), found["anymonth"].value, found.get("year")
    first, last = divmod(both.value, 100) if both else (found["first"].value, found["last"].value)
    if year is None:
        year = _Token(_YEAR, 0, 0, _latest_year(month, min(first, 28), found.today))
    spans = _days((year.value, month, first), (year.value, month, last))
    if len(spans) < 2 or first >= last:
        return None
    return _reading([between_days(spans[0].earliest, spans[1].latest)])


def _latest_year(month: int, day: int, today: date) -> int:
    """Return the year in which this day of the month was last met."""
    return today.year - ((month, day) > (today.month, today.day))


def _month_of_year(found: _Found) -> _Token | None:
    return _reading([month_span(found["year"].value, found["anymonth"].value)])


def _month_short_year(found: _Found) -> _Token | None:
    short = found["short"].value
    if short < 10:
        return None
    return _reading([month_span(_near_year(short, found.today), found["anymonth"].value)])


def _day_of_month(found: _Found) -> _Token | None:
    month, day = found["anymonth"].value, found["dayno"].value
    return _reading(recurring=(month, day)) if _has_day(month, day) else None


def _season(found: _Found) -> _Token | None:
    year, short, reading = found.get("year"), found.get("short"), found.get("reading")
    if short and short.value < 10:
        return None
    first = year.value if year else _near_year(short.value, found.today) if short else 0
    if reading:  # "winter 2022/23"
        first = reading.spans[0].earliest.year if reading.spans else 0
    return _reading([parse_date(f"{first:04}-{found['season'].value}")]) if first else None


def _quarter(found: _Found) -> _Token | None:
    number = found["nth"].value
    year = found["year"].value
    number = 4 if number == -1 else number
    if not 1 <= number <= 4:
        return None
    return _reading([_between_months(year, number * 3 - 2, number * 3)])


def _century(found: _Found) -> _Token | None:
    number = found["nth"].value
    if found.get("bc"):
        first = 1 - number * 100
        return _reading([between_days(Day(first, 1, 1), Day(first + 99, 12, 31))])
    return _reading([parse_date(f"{number - 1:02}XX")]) if 1 <= number <= 30 else None


def _short_century(found: _Found) -> _Token | None:
    return _century(found) if found["nth"].value >= 10 else None


def _decade(found: _Found) -> _Token | None:
    value = found["number"].value
    return None if value % 10 else _reading(_decades(value, is_short=value < 100))


def _same(found: _Found) -> _Token | None:
    return found["reading"]


def _holiday(found: _Found) -> _Token | None:
    month, day = _holiday_day(found["holiday"], found.today)
    return _reading(_days((found["year"].value, month, day)))


def _holiday_day(token: _Token, today: date) -> tuple[int, int]:
    return (today.month, today.day) if token.value == THIS_DAY else divmod(token.value, 100)


def _nearest(found: _Found) -> _Token | None:
    """Read "last April", "next Friday", "this summer"."""
    token, which, today = found["what"], found["which"].value, found.today
    doubt = LATENT if token.symbol == _symbol("maymonth") and which == 0 else SURE
    if token.symbol == _symbol("weekday"):
        ahead = (token.value - today.weekday()) % 7 or 7
        if which == 0:
            ahead = token.value - today.weekday()
        elif which < 0:
            ahead = ((token.value - today.weekday()) % 7) - 7
        return _reading([day_span(*Day.from_ordinal(today.toordinal() + ahead))])
    now = Day.from_date(today)
    spans = [_occurrence(token, year, today) for year in range(today.year - 2, today.year + 3)]
    past = [span for span in spans if span.latest < now]
    future = [span for span in spans if span.earliest > now]
    if which < 0:
        return _reading(past[which:][:1])
    if which > 0:
        return _reading(future[:1])
    current = [span for span in spans if span.earliest <= now <= span.latest]
    return _reading([*current, _occurrence(token, today.year, today)][:1], doubt=doubt)


def _occurrence(token: _Token, year: int, today: date) -> DateSpan:
    if token.symbol == _symbol("holiday"):
        return day_span(year, *_holiday_day(token, today))
    if token.symbol == _symbol("season"):
        return parse_date(f"{year:04}-{token.value}")
    return month_span(year, token.value)


_DATES = _grammar([
    (_full, """
        the? dayno dash? the? of? anymonth dash|comma|in|of? year
        anymonth dash? the? dayno daymark? dash|comma|of|in? year
        year comma|dash? anymonth dash? dayno daymark?
        year comma dayno of? anymonth
        the? dayno:wordordinal|ruordinal of anymonth comma|in|of? year
        dayno:ruordinal anymonth year"""),
    (_korean_digits, "year dot month:day dot dayno:day dot?"),
    (_day_range, """
        from|between|since? dayrange of? anymonth comma|in|of? year?
        anymonth dayrange comma|in|of? year
        year? anymonth dayrange daymark?
        from|since? the? first:dayno tothe the? last:dayno of? anymonth comma|in|of? year?
        between the? first:dayno and the? last:dayno of? anymonth comma|in|of? year?
        anymonth first:dayno to|dash|until last:dayno comma|in|of? year?
        between anymonth first:dayno and last:dayno comma|in|of? year?
        """),
    (_month_of_year, """
        anymonth dash|comma|of|in? the? year
        year comma|dash|of? anymonth:month
        year in anymonth"""),
    (_month_short_year, """
        in anymonth short:day|two !countable|year|units !comma,year
        anymonth short:two !countable|units"""),
    (_day_of_month, """
        the? dayno of? anymonth:month !countable|year !comma,year
        the? dayno of? anymonth:maymonth !auxiliary|countable|year !comma,year
        anymonth the? dayno:day daymark? !countable|number|units|unit|century|half|quarter|year
        anymonth the? dayno:ordinal !countable|century|half|quarter|year
        the? dayno:wordordinal of anymonth
        dayno:ruordinal anymonth"""),
    (_season, """
        season dash|of|in|comma? the? year
        year comma|dash|in|of? the? season
        season of|in? the? reading
        season short:day|two !countable|month|maymonth|units|opaque"""),
    (_quarter, """
        nth:quartered comma|of|in? the? year
        year comma|dash? nth:quartered
        the? nth:ordinal|wordordinal|ruordinal|roman|day|which quarter of|in? the? year
        year comma? nth:day|nth quarter"""),
    (_century, """
        the? nth:ordinal|wordordinal|ruordinal|roman|day dash? century bc?
        bc nth:day century"""),
    (_short_century, "nth:roman in !year|month|reading"),
    (_decade, "number:two|day|year decademark"),
    (_same, "reading yearword"),
    (_holiday, "holiday comma|of|in? the? year"),
    (_nearest, "which what:month|maymonth|weekday|holiday|season"),
])  # fmt: skip


def _is_verb(tokens: Sequence[_Token], place: int) -> bool:
    """Whether a "may" or a "march" is the verb: "may I ask", but not "in May they met"."""
    if tokens[place].symbol != _symbol("maymonth") or place + 1 == len(tokens):
        return False
    is_verb = tokens[place + 1].symbol in _VERBAL
    return is_verb and (place == 0 or tokens[place - 1].symbol not in _BEFORE_MONTHS)


def _completed(token: _Token, today: date) -> _Token:
    """Read a word that stands alone: a year, a month of any year, the latest summer or Tuesday."""
    symbol = token.symbol
    if symbol not in _ALONE:
        return token
    made = token._replace(symbol=_READING, value=0, extra=0)
    if symbol == _YEAR:
        is_year = -9999 <= token.value <= 9999
        return made._replace(spans=(year_span(token.value),)) if is_year else token
    if symbol == _symbol("month"):
        return made._replace(recurring=(token.value, None))
    if symbol == _symbol("maymonth"):
        return made._replace(recurring=(token.value, None), doubt=CLEARABLE)
    if symbol == _symbol("holiday"):
        return made._replace(recurring=_holiday_day(token, today))
    if symbol == _symbol("weekday"):
        back = (today.weekday() - token.value) % 7
        day = Day.from_ordinal(today.toordinal() - back)
        return made._replace(spans=(day_span(*day),), doubt=CLEARABLE, extra=_WEEKDAY)
    if symbol == _symbol("season"):
        seasons = [parse_date(f"{y:04}-{token.value}") for y in (today.year, today.year - 1)]
        begun = [span for span in seasons if span.earliest <= Day.from_date(today)]
        return made._replace(spans=tuple(begun[:1]), doubt=LATENT)
    return token


# Parts of periods, ranges, lists.

# The parts of a year in months, of the longer periods in years, of a month in days (28: its end).
_PARTS_OF = {
    Precision.MONTH: {
        EARLY: (1, 10), MID: (11, 20), LATE: (21, 28), START: (1, 10), END: (21, 28),
        FIRST_HALF: (1, 15), SECOND_HALF: (16, 28),
    },
    Precision.SEASON: {EARLY: (0, 0), MID: (1, 1), LATE: (2, 2), START: (0, 0), END: (2, 2)},
    Precision.YEAR: {
        EARLY: (1, 4), MID: (5, 8), LATE: (9, 12), START: (1, 3), END: (10, 12),
        FIRST_HALF: (1, 6), SECOND_HALF: (7, 12),
    },
    Precision.DECADE: {
        EARLY: (0, 3), MID: (4, 6), LATE: (7, 9), START: (0, 3), END: (7, 9),
        FIRST_HALF: (0, 4), SECOND_HALF: (5, 9),
    },
    Precision.CENTURY: {
        EARLY: (0, 33), MID: (34, 66), LATE: (67, 99), START: (0, 33), END: (67, 99),
        FIRST_HALF: (0, 49), SECOND_HALF: (50, 99),
    },
}  # fmt: skip


def _part_of(span: DateSpan, part: int) -> DateSpan | None:
    first, last = _PARTS_OF.get(span.precision, {}).get(part, (-1, -1))
    if first < 0 or span.is_interval:
        return None
    year, month, _ = span.earliest
    if span.precision is Precision.YEAR:
        return _between_months(year, first, last)
    if span.precision is Precision.MONTH:
        last = span.latest.day if last == 28 else last
        return between_days(Day(year, month, first), Day(year, month, last))
    if span.precision is Precision.SEASON:
        months = year * 12 + month - 1 + first
        return month_span(months // 12, months % 12 + 1)
    return between_days(Day(year + first, 1, 1), Day(year + last, 12, 31))


def _part(found: _Found) -> _Token | None:
    reading, part = found["reading"], found["part"]
    if reading.recurring:  # "early May" of any year is May
        is_month = reading.recurring[1] is None
        return reading._replace(doubt=min(reading.doubt, SURE)) if is_month else None
    name = part.value
    if part.symbol not in _PART_SYMBOLS:
        name = {1: FIRST_HALF, 2: SECOND_HALF}.get(part.value, -1)
    parts = [_part_of(span, name) for span in reading.spans]
    made = _reading(span for span in parts if span)
    return made._replace(extra=_EDGE) if made and name == END else made


def _day_within(found: _Found) -> _Token | None:
    """Read "the 25th of last month"."""
    span = found["reading"].spans[:1]
    if not span or span[0].precision is not Precision.MONTH or span[0].is_interval:
        return None
    year, month, _ = span[0].earliest
    return _reading(_days((year, month, found["dayno"].value)))


def _with_weekday(found: _Found) -> _Token | None:
    reading = found["last"]
    is_day = reading.recurring or (reading.spans and reading.spans[0].is_single_day)
    return reading if found["first"].extra == _WEEKDAY and is_day else None


def _range(found: _Found) -> _Token | None:
    first, last = found["first"], found["last"]
    if _is_attribute(found, first):
        return None
    if last.symbol == _symbol("now"):
        return _since(found)
    if last.symbol != _READING:  # "between 1950 and 53"
        base = first.spans[0] if first.spans else None
        if not base or base.precision is not Precision.YEAR or base.is_interval:
            return None
        year = base.earliest.year - base.earliest.year % 100 + last.value
        last = last._replace(symbol=_READING, spans=(year_span(year),))
        if year <= base.earliest.year:
            return None
    return _span_of(first, last, found.today)


def _range_to_day(found: _Found) -> _Token | None:
    """Read the end of "from 13 September to the 17th" in the order of Korean."""
    first = found["reading"].spans[:1]
    if not first or not first[0].is_single_day:
        return None
    last = _days((*first[0].earliest[:2], found["day"].value))
    return _reading([between_days(first[0].earliest, last[0].latest)]) if last else None


def _span_of(first: _Token, last: _Token, today: date) -> _Token | None:
    """Return the time from one reading to another, completing a month by the other's year."""
    if first.recurring and last.recurring:
        end = _in_year(last.recurring, _latest_year(*_first_day(last.recurring), today))
        start = _in_year(first.recurring, end.earliest.year)
    elif first.recurring:
        end = last.spans[0]
        start = _in_year(first.recurring, end.latest.year)
    else:
        start = first.spans[0]
        year = start.earliest.year
        end = _in_year(last.recurring, year) if last.recurring else last.spans[0]
        if last.recurring and end.latest < start.earliest:
            end = _in_year(last.recurring, year + 1)
    if first.recurring and start.earliest > end.latest:
        start = _in_year(first.recurring, start.earliest.year - 1)
    if start.earliest > end.latest:
        start, end = end, start
    if start.is_interval or end.is_interval:
        return _reading([between_days(start.earliest, max(end.latest, start.latest))])
    return _reading([parse_date(start.edtf if start == end else f"{start}/{end}")])


def _first_day(recurring: Recurring) -> tuple[int, int]:
    return recurring[0], recurring[1] or 1


def _in_year(recurring: Recurring, year: int) -> DateSpan:
    month, day = recurring
    if day is None:
        return month_span(year, month)
    return day_span(year, month, min(day, days_in_month(year, month)))


_PARTS = _grammar([
    (_part, """
        the? part dash|of? the? reading
        the? part:edge dash|of the? reading
        the? part:ordinal|wordordinal|ruordinal|day half of|in? the? reading
        part:halved comma|of|in? the? reading
        reading part:halved|hpart
        reading of? part:hpart"""),
    (_day_within, """
        the? dayno of reading
        reading dayno:day daymark"""),
])  # fmt: skip

_RANGES = _grammar([
    (_with_weekday, "first:reading comma? the? last:reading"),
    (_range, """
        between the? first:reading and the? last:reading
        between first:reading and last:two|day !countable
        from|since|after the? first:reading particle? to|until|dash|upto the? last:reading|now
        from first:reading to|dash last:two|day !countable|units
        first:reading to|until|dash the? last:reading|now
        first:reading hsince last:reading|now huntil
        first:reading hfrom|to last:reading|now huntil
        first:reading hand last:reading hbetween"""),
    (_range_to_day, "reading hsince|to|dash day daymark huntil?"),
])  # fmt: skip


def _listed(tokens: Sequence[_Token]) -> list[_Token]:
    """Join "2016, 2017 and 2018" to one reading that any of the three fits."""
    joined: list[_Token] = []
    for token in tokens:
        if token.symbol == _READING and len(joined) > 1 and joined[-1].symbol in _LISTING:
            first = joined[-2]
            if joined[-1].symbol in _LISTING_LAST and first.symbol == _symbol("comma"):
                first = joined[-3] if len(joined) > 2 else first
            is_alike = (
                first.symbol == _READING
                and not first.doubt
                and not token.doubt
                and first.spans
                and token.spans
                and first.spans[0].precision == token.spans[0].precision
                and len(first.spans) < MOST_LISTED
            )
            if is_alike:
                while joined[-1] is not first:
                    joined.pop()
                joined[-1] = first._replace(end=token.end, spans=(*first.spans, *token.spans))
                continue
        joined.append(token)
    return joined


# Before, after, since, until, in.


def _spans(token: _Token, today: date) -> tuple[DateSpan, ...]:
    """Return the readings; of a month or day of any year, the one last met."""
    if token.recurring is None:
        return token.spans
    return (_in_year(token.recurring, _latest_year(*_first_day(token.recurring), today)),)


def _open(
    found: _Found, start: Callable[[DateSpan], Day] | None, end: Callable[[DateSpan], Day] | None
) -> _Token | None:
    token = found.get("reading") or found["first"]
    if _is_attribute(found, token):
        return None
    return _reading(
        (
            between_days(
                start(span) if start else DISTANT_PAST, end(span) if end else DISTANT_FUTURE
            )
            for span in _spans(token, found.today)
        ),
        doubt=LATENT if token.doubt == LATENT else SURE,
    )


def _is_attribute(found: _Found, token: _Token) -> bool:
    """Whether a year only tells which: "after the 2019 summit" is not after 2019."""
    return (
        found.get("the") is not None
        and len(token.spans) == 1
        and token.spans[0].precision is Precision.YEAR
        and not token.spans[0].is_interval
    )


def _since(found: _Found) -> _Token | None:
    return _open(found, lambda span: span.earliest, None)


def _after(found: _Found) -> _Token | None:
    return _open(found, lambda span: Day.from_ordinal(span.latest.ordinal + 1), None)


def _before(found: _Found) -> _Token | None:
    if found["reading"].extra == _EDGE:  # before the end of 2019 is until its last day
        return _until(found)
    return _open(found, None, lambda span: Day.from_ordinal(span.earliest.ordinal - 1))


def _until(found: _Found) -> _Token | None:
    return _open(found, None, lambda span: span.latest)


def _at(found: _Found) -> _Token | None:
    token = found["reading"]
    return token._replace(doubt=LATENT if token.doubt == LATENT else SURE)


def _day_alone(found: _Found) -> _Token | None:
    today, day = found.today, found["dayno"].value
    months = today.year * 12 + today.month - 1 - (day > today.day)
    return _reading(_days((months // 12, months % 12 + 1, day)), doubt=LATENT)


_PREPOSITIONS = _grammar([
    (_since, """
        since the? reading onwards|on?
        from the? reading onwards|on
        reading onwards
        reading hsince particle? particle?"""),
    (_before, """
        before|upto the? reading
        pre dash reading
        reading hbefore|hago particle?"""),
    (_after, """
        after the? reading
        post dash reading
        reading hafter particle?"""),
    (_until, """
        until the? reading
        reading backwards
        reading huntil particle?"""),
    (_at, """
        in|of|at|on|from|over the? reading particle? particle?"""),
    (_day_alone, "on the? dayno"),
    (_same, """
        the? reading particle particle?
        the reading"""),
])  # fmt: skip

# Sets of symbols; they stand last because every symbol has its character by now.
_COUNTABLE = _symbol("countable")


def _symbols(names: str) -> frozenset[str]:
    return frozenset(map(_symbol, names.split()))


_COUNTED = _symbols("year day two number")
_DENYING = _symbols("denier over resolution")
_JOINING = _symbols("comma and or dash")
_STRONG = _symbols("in since month maymonth")
_LIKE_A_RESOLUTION = _symbols("resolution committee")
_BETWEEN_DATES = _symbols("comma of")
_BESIDE_MONTHS = _symbols("year day ordinal")
_VERBAL = _symbols("verbal auxiliary")
_LISTING = _symbols("comma and or hand")
_LISTING_LAST = _symbols("and or")
_ALONE = _symbols("year month maymonth holiday weekday season")
_BEFORE_MONTHS = _symbols("in of at from since until upto before after between to which part and")
_ANCHORS = _ALONE | _symbols(
    "reading day unit units yearword century relative quarter bc ad decademark ordinal roman"
)
_PART_SYMBOLS = _symbols("part edge hpart")
_NEVER_POSSESSIVE = _symbols("maymonth weekday season count")
_MAY_TOUCH = _symbols(
    "month maymonth season part edge bc ad century yearword unit units since until pre post now"
)
_MONTH_NAMES = tuple(
    (word, entry[1])
    for word, entry in WORDS.items()
    if entry[0] == "month" and entry[1] != 3 and len(word) >= SHORTEST_TYPO
)
_LONGEST_MONTH = max(len(word) for word, _ in _MONTH_NAMES)
_WEEKDAY, _EDGE = 2, 1  # what `extra` of a reading tells of its making
