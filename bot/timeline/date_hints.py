"""What a person who wrote an unreadable date may have meant: suggestions in EDTF."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

_YEAR_LAST = re.compile(r"(\d{1,2})([./-])(\d{1,2})[./-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})(?:[./-](\d{1,2}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_WORDS = re.compile(r"(?:(\d{1,2})\.? +)?([a-z]{3,9})\.?(?: +(\d{1,2}),?)?,? +(\d{4})")
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[t ]\d{1,2}[:.]?\d{2}.*")
_RANGE = re.compile(r"(-?[\dx?~%-]{4,11}?)\s*(?:–|—|\.\.|-| to | until |/)\s*(-?[\dx?~%-]{4,11})")
_DECADE = re.compile(r"(\d{3})0['’]?s")
_ABOUT = re.compile(r"(?:~|c\.?|ca\.?|circa|about|around) *(-?\d{4}(?:-\d{2}){0,2})")
_PERHAPS = re.compile(r"\? *(-?\d{4}(?:-\d{2}){0,2})")
_BOTH_SIGNS = re.compile(r"(.+?)(?:\?~|~\?)")
_BEFORE_CHRIST = re.compile(r"(\d{1,4}) *(?:bc|bce|b\.c\.|b\.c\.e\.)")
_ANNO_DOMINI = re.compile(r"(?:ad *)?(-?)(\d{1,4})(?: *(?:ad|ce|a\.d\.|c\.e\.))?")


def suggest_dates(text: str) -> Iterator[str]:
    """Yield guesses at what was meant, best first; the caller keeps those that are dates."""
    plain = "".join(_as_ascii(character) for character in text).strip().lower()
    yield plain.upper()
    yield plain.replace("u", "X").replace("*", "X").upper()
    yield plain.replace("unknown", "").replace("open", "..").replace(" ", "")
    yield from _suggest_one_date(plain)
    if found := _RANGE.fullmatch(plain):
        first, last = found[1].upper(), found[2].upper()
        yield from (f"{first}/{last}", f"{last}/{first}")


def _suggest_one_date(plain: str) -> Iterator[str]:
    if found := _WITH_TIME.fullmatch(plain):
        yield found[1]
    if found := _YEAR_LAST.fullmatch(plain):
        first, separator, second, year = found.groups()
        yield f"{year}-{second:0>2}-{first:0>2}"
        if separator != ".":  # with slashes or hyphens the month may come first
            yield f"{year}-{first:0>2}-{second:0>2}"
    if found := _YEAR_FIRST.fullmatch(plain):
        day = f"-{found[4]:0>2}" if found[4] else ""
        yield f"{found[1]}-{found[3]:0>2}{day}"
    if found := _MONTH_YEAR.fullmatch(plain):
        yield f"{found[2]}-{found[1]:0>2}"
    if found := _COMPACT.fullmatch(plain):
        yield "-".join(part for part in found.groups() if part)
    if (found := _WORDS.fullmatch(plain)) and found[2][:3] in _MONTHS:
        month = f"{found[4]}-{_MONTHS.index(found[2][:3]) + 1:02}"
        day = found[1] or found[3]
        yield f"{month}-{day:0>2}" if day else month
    yield from _suggest_year(plain)


def _suggest_year(plain: str) -> Iterator[str]:
    if found := _DECADE.fullmatch(plain):
        yield f"{found[1]}X"
    if found := _ABOUT.fullmatch(plain):
        yield f"{found[1]}~"
    if found := _PERHAPS.fullmatch(plain):
        yield f"{found[1]}?"
    if found := _BOTH_SIGNS.fullmatch(plain):
        yield f"{found[1]}%"
    if (found := _BEFORE_CHRIST.fullmatch(plain)) and (years := int(found[1])):
        yield f"{1 - years:05}" if years > 1 else "0000"
    if found := _ANNO_DOMINI.fullmatch(plain):
        yield f"{found[1]}{found[2]:0>4}"


def _as_ascii(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
