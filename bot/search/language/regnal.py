"""Numbers of rulers and of ordered things, however written: "Henry the Eighth" is Henry VIII.

Encyclopaedias write "Francis I" and "Twenty-second Amendment"; people also type "francis the
first" and "22nd amendment".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.search.dates.calendar_words import ORDINALS
from bot.search.dates.spelt_years import ONES, TENS
from bot.search.language.common_words import commonness, is_name_word
from bot.search.language.forms import Form
from bot.search.terms import Term, is_hangul, stem, without_particle

MOST_IN_A_WORD = 19  # from twenty on an ordinal may be two words
_ORDINALS = ORDINALS[:MOST_IN_A_WORD]
_DIGITS = {word: str(number) for number, word in enumerate(_ORDINALS, 1)}
ROMAN = (
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii"
).split()
NUMERALS = frozenset(ROMAN)

# What may follow a ruler's number: the deed or the land. "Ada the first woman" counts women.
_FOLLOWS = (
    r"(?=\W*$|[,;?!.]|(?:'s)?\s+(?:of|and|was|is|were|di(?:e[sd]?)|bec[ao]me[s]?|c[ao]me|crowned|born"
    r"|killed|executed|beheaded|assassinated|abdicate[sd]?|succeed(?:s|ed)?|marr(?:y|ies|ied)|ruled?"
    r"|reign(?:ed)?|t[ao]ke|took|get|got|lose|lost|win|won|invaded?|death|birth|coronation)\b)"
)
_RULER = Form(
    rf"\b(?P<name>[^\W\d_]{{3,}}) the (?P<number>{'|'.join(_ORDINALS)}){_FOLLOWS}", re.IGNORECASE
)
# What stands behind the number of a ruler, a ship, a soldier.
_TH = "세"
_COUNTERS = frozenset([_TH, *"호 명 대 개 번 차 기 척 발 회 위 급".split()])
_COMPOUND = Form(rf"\b({'|'.join(TENS)})[ -]({'|'.join(_ORDINALS[:9])})\b", re.IGNORECASE)


def with_numerals(question: str) -> str:
    """Return `question` with "Henry the Eighth" as "Henry VIII", and "twenty-second" as "22nd"."""
    if " the " in question:
        question = _RULER.sub(_with_numeral, question)
    return _COMPOUND.sub(_in_digits, question)


def _with_numeral(found: re.Match[str]) -> str:
    if not _may_name(found["name"].lower()):
        return found[0]
    number = _ORDINALS.index(found["number"].lower())
    return f"{found['name']} {ROMAN[number].upper()}"


def _in_digits(found: re.Match[str]) -> str:
    tens, ones = found[1].lower(), found[2].lower()
    # No ending is told from another: "22th" is read as "22nd" is.
    return f"{(TENS.index(tens) + 2) * 10 + _ORDINALS.index(ones) + 1}th"


def is_regnal(covered: Sequence[Term], *, capitalised: frozenset[str]) -> bool:
    """Whether these are two terms, a name and the numeral of its bearer: "Francis I"."""
    if len(covered) < 2 or covered[1].text not in NUMERALS:
        return False
    name = covered[0].text
    return len(name) > 2 and (name in capitalised or _may_name(name))


def numeral_in_hangul(covered: Sequence[Term]) -> str:
    """Return the Roman numeral of three terms as "루이 16세" is read, "" for any others."""
    if len(covered) < 3 or not is_hangul(covered[0].text) or not covered[2].text.startswith(_TH):
        return ""
    number = covered[1].text
    is_numeral = number.isdigit() and 0 < int(number[:3]) <= len(ROMAN)
    return ROMAN[int(number) - 1] if is_numeral and is_counter(covered[1:]) else ""


def is_counter(covered: Sequence[Term]) -> bool:
    """Whether these are a number and what Korean counts with, which tells no more: "11호"."""
    if len(covered) < 2 or not covered[0].is_number:
        return False
    word = covered[1].text
    return word in _COUNTERS or without_particle(word) in _COUNTERS


def _may_name(word: str) -> bool:
    return is_name_word(word) or not commonness(word)


def in_digits(word: str) -> str:
    """Return the number of an ordinal word, "3" of "third", as titles also write it: "3rd"."""
    return _DIGITS.get(word, "")


def written_out(digits: str) -> tuple[tuple[str, ...], ...]:
    """Return the stems of the words for a number below 100: "22" gives "twenty second"."""
    number = int(digits) if len(digits) <= 2 else 0
    if 0 < number < 20:
        return ((stem(_ORDINALS[number - 1]),),)
    tens, ones = divmod(number, 10)
    if not number or not ones:
        return ()
    ten = stem(TENS[tens - 2])
    return ((ten, stem(_ORDINALS[ones - 1])), (ten, stem(ONES[ones - 1])))
