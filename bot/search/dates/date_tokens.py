"""Text to tokens: words of the calendar, numbers and marks, each with its symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from bot.search.dates.calendar_phrases import PHRASES
from bot.search.dates.calendar_spans import decades, near_year
from bot.search.dates.calendar_words import ABBREVIATIONS, WORDS
from bot.search.dates.date_numbers import PART_OF_YEAR, read_number
from bot.search.dates.date_rules import OPAQUE, READING, Token
from bot.search.dates.spelt_years import (
    STARTERS,
    sino_number,
    spelt_korean,
    spelt_short_year,
    spelt_year,
)
from bot.search.language.forms import words_of

_MARKS = {
    "-": "dash",
    "~": "dash",
    "..": "dash",
    ",": "comma",
    "&": "and",
    ".": "dot",
    "+": "plus",
    "/": "slash",
}
_MARKS |= {"#": "denier", "№": "denier"}
_PARTS = {"q": "quartered", "h": "halved"}
# "Last autumn's delivery", but not "Spring's end" or "the Friday's crew".
_WHICH_BEFORE = re.compile(r"\b(?:last|this|next|past) $")
_NEVER_POSSESSIVE = frozenset({"maymonth", "weekday", "season", "count"})

# Every replacement is one character for one, so that offsets stay right.
_PLAIN = str.maketrans(
    "０１２３４５６７８９．·・‧，／：－–—−‒‑～〜∼’‘ʼ\u00a0\u202fЁё",
    "0123456789....,/:-" + "-" * 5 + "~~~" + "'''" + "  " + "ее",
)
_TOKEN = re.compile(
    r"(?P<short>(?<![\w'])'[0-9]{2}(?![0-9]))(?:'?(?P<decade>s)\b)?"
    # A part of the year stands alone, after its year, or after another part: "Q1-Q2 2022".
    r"|(?P<part>(?:(?<![\w-])|(?<=\b[12][0-9]{3})|(?<=\b[12][0-9]{3}-)|(?<=\b[qh][1-4]-)"
    rf"|(?<=\b[1-4][qh]-)){PART_OF_YEAR})"
    r"|(?P<number>[0-9]+(?:(?:\.{2,3}|[-./:~])[0-9]+|,[0-9]{3}(?![0-9]))*)"
    r"(?P<suffix>(?:'?s|-?ish|st|nd|rd|th|-?(?:ые|ый|ого|ом|ых|го|ми|му|[еяйхмю]))(?![^\W_]))?"
    r"|(?P<hangul>[가-힣]+)"
    r"|(?P<word>[^\W\d_가-힣]+(?:'[^\W\d_]+)?)"
    r"|(?P<mark>\.\.\.?|[^\w\s])"
)
# A number in Sino-Korean words, where a unit of time follows.
_COUNTED = re.compile(r"[일이삼사오육칠팔구십백]+(?=년|개월|세기)")
_SINO = re.compile("[일이삼사오육칠팔구십백]+")
_UNIT_NEXT = re.compile(" (?:년|개월|세기|달|주|일)")
_DIGIT = re.compile("[0-9]")
_ASCII_WORD = re.compile("[a-z]+(?:'[a-z]+)?")
_LONGEST_WORD = max(map(len, WORDS))
_AFTER_NUMBER = frozenset("년 년도 년대 월 일 개월 주 주일 주간 달 세기 분기".split())


def lower(text: str) -> str:
    """Return the text in plain lower case, character for character."""
    if text.isascii():
        return text.lower()
    plain = text.translate(_PLAIN)
    folded = plain.lower()
    if len(folded) == len(plain):
        return folded
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in plain)


def read_tokens(text: str, *, today: date) -> list[Token]:
    """Return the tokens of `text` in order, as many as it has words, numbers and marks."""
    plain = lower(text)
    tokens: list[Token] = []
    end, first_words = 0, _phrases_by_first_word()
    for found in _TOKEN.finditer(plain):
        if found.start() < end:
            continue
        if found.lastgroup == "word" and found[0] not in first_words and found[0] not in STARTERS:
            tokens.append(_word(found, plain))  # most are, and need no closer look
            end = tokens[-1].end
            continue
        tokens.extend(_read(found, plain, written=text, today=today))
        end = tokens[-1].end
    return tokens


def names_nothing(text: str, symbols: frozenset[str]) -> bool:
    """Whether a text has no token with one of these symbols, by a quick look at its words.

    It is only sure of plain English without a number; of all else it says False.
    """
    if not text.isascii() or _DIGIT.search(text):
        return False
    plain = text.lower()
    first_words = _phrases_by_first_word()
    if "'" not in plain and "_" not in plain:
        words = words_of(text)
        if not _naming(symbols).isdisjoint(words):
            return False
        if first_words.keys().isdisjoint(words):
            return True
        return not any(
            _phrase_pattern(found[0]).match(plain, found.start())
            for found in _ASCII_WORD.finditer(plain)
            if found[0] in first_words
        )
    for found in _ASCII_WORD.finditer(plain):
        word = found[0]
        entry = WORDS.get(word) or WORDS.get(word.removesuffix("'s"))
        if (entry and (entry[0] in symbols or entry[0] == "decade")) or word in STARTERS:
            return False
        if word in first_words and _phrase_pattern(word).match(plain, found.start()):
            return False
    return True


@cache
def _naming(symbols: frozenset[str]) -> frozenset[str]:
    """Return the words that have one of these symbols, or with which a year may begin."""
    known = {w for w, entry in WORDS.items() if entry[0] in symbols or entry[0] == "decade"}
    return frozenset(known.union(STARTERS))


def _read(found: re.Match[str], plain: str, *, written: str, today: date) -> Iterator[Token]:
    start, end, run = found.start(), found.end(), found[0]
    match found.lastgroup:
        case "word" | "hangul" as kind:
            phrase = _phrase(found, plain) or _spelt(found, plain, today)
            if phrase:
                yield phrase
            elif kind == "word":
                yield _word(found, plain)
            elif _SINO.fullmatch(run) and _UNIT_NEXT.match(plain, end):
                yield Token("count", start, end, sino_number(run))
            else:
                yield from _hangul(run, start, follows_number=plain[start - 1 : start].isdigit())
        case "mark":
            yield Token(_MARKS.get(run, "mark"), start, end)
        case "part":
            digit, letter = sorted(run)
            is_part = letter == "q" or digit <= "2"
            yield Token(_PARTS[letter] if is_part else OPAQUE, start, end, int(digit))
        case "short":
            yield Token("year", start, end, near_year(int(run[1:]), today))
        case "decade":
            number = int(found["short"][1:])
            spans = () if number % 10 else decades(number)
            yield Token(READING if spans else OPAQUE, start, end, spans=spans)
        case _:
            yield read_number(found, plain, written=written, today=today)


@cache
def _phrases_by_first_word() -> dict[str, list[str]]:
    by_word: dict[str, list[str]] = {}
    for phrase in sorted(PHRASES, key=len, reverse=True):
        first = _TOKEN.match(phrase)
        by_word.setdefault(first[0] if first else phrase, []).append(phrase)
    return by_word


@cache
def _phrase_pattern(first_word: str) -> re.Pattern[str]:
    phrases = _phrases_by_first_word()[first_word]
    patterns = (r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(f"(?:{'|'.join(patterns)})(?![^\\W_])")


def compile_phrases() -> None:
    """Make the patterns of all phrases of several words, for a process that reads many texts."""
    for first_word in _phrases_by_first_word():
        _phrase_pattern(first_word)


def _phrase(found: re.Match[str], plain: str) -> Token | None:
    """Return the token of the longest phrase of several words that begins here."""
    if found[0] not in _phrases_by_first_word():
        return None
    several = _phrase_pattern(found[0]).match(plain, found.start())
    if not several:
        return None
    symbol, value, extra = PHRASES[" ".join(several[0].split())]
    return Token(symbol, found.start(), several.end(), value, extra)


def _spelt(found: re.Match[str], plain: str, today: date) -> Token | None:
    """Return the token of a year that is written out from here on."""
    if found[0] not in STARTERS:
        return None
    year = spelt_year(plain, found.start())
    if year:
        return Token("year", found.start(), year[1], year[0])
    short = spelt_short_year(plain, found.start())
    return Token("year", found.start(), short[1], near_year(short[0], today)) if short else None


def _word(found: re.Match[str], plain: str) -> Token:
    start, end, word = found.start(), found.end(), found[0]
    entry = WORDS.get(word)
    if entry is None and word.endswith("'s"):
        entry = WORDS.get(word[:-2])
        if (
            entry
            and entry[0] in _NEVER_POSSESSIVE
            and not _WHICH_BEFORE.search(plain, max(0, start - 6), start)
        ):
            entry = None
    if word in ABBREVIATIONS and plain.startswith(".", end):
        end += 1
    symbol, value, extra = entry or (OPAQUE, 0, 0)
    if symbol == "decade":
        return Token(READING, start, end, spans=decades(value))
    return Token(symbol, start, end, value, extra)


def _hangul(run: str, start: int, *, follows_number: bool) -> tuple[Token, ...]:
    """Split a run of Hangul into known words; it is opaque unless all of it is known."""
    tokens: list[Token] = []
    place = 0
    if not follows_number and (year := spelt_korean(run)):
        place = year[1]
        tokens.append(Token("year", start, start + place, year[0]))
    elif not follows_number and (counted := _COUNTED.match(run)):
        place = counted.end()
        tokens.append(Token("count", start, start + place, sino_number(counted[0])))
    while place < len(run):
        for length in range(min(_LONGEST_WORD, len(run) - place), 0, -1):
            entry = WORDS.get(run[place : place + length])
            if entry:
                break
        else:
            break
        here = start + place
        tokens.append(Token(entry[0], here, here + length, entry[1], entry[2]))
        place += length
    is_mark = bool(tokens) and follows_number and run[: tokens[0].end - start] in _AFTER_NUMBER
    if place == len(run) and (is_mark or not follows_number):
        return tuple(tokens)
    opaque = Token(OPAQUE, start, start + len(run))
    if is_mark:
        return tokens[0], opaque._replace(start=tokens[0].end)
    return (opaque._replace(symbol="countable") if follows_number else opaque,)
