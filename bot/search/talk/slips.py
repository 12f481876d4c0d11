"""Slips of the pen in the words that ask: "betwen", "seond", "lastweek".

The speller knows the words of the entries. These words name nothing, but a missing letter
in one of them turns a question of time or order into another one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.indexing.spelling import Speller
from bot.search.language.forms import words_of
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.terms import fold

LONGEST = 2000  # characters; what is longer is no message somebody typed in haste
MOST_MENDED = 12  # words of a message; one that needs more is no English or Russian

SHORTEST = 5  # letters of a word that may have lost or gained one
SHORTEST_SWAPPED = 4  # letters of one in which two may have changed places
SHORTEST_PART = 4  # letters of a word that stuck to a little one

ONE_SLIP = 1.2  # edits as the speller counts them: with a letter too many, say

_ASKING = (
    "first second third fourth fifth sixth seventh eighth ninth tenth latest earliest recent"
    " newest oldest final previous following spring summer autumn winter monday tuesday wednesday"
    " thursday friday saturday sunday today yesterday tomorrow century decade quarter between"
    " before after since until during months weeks years when what last year week month date"
    " первый первая первое второй вторая второе третий третья последний последняя последнее"
    " сегодня вчера позавчера неделя неделю неделе месяц месяца прошлый прошлом прошлого весной"
    " летом осенью зимой после перед между раньше"
).split()
# Little words that stick to their neighbours where a space was missed.
_GLUE = frozenset(
    "of the in on to and from did was by for at with is this that last next after before between"
    " when who what how many year years ago two three four five six seven eight nine ten".split()
)

# Half of "didn't" is no word of its own.
_TYPED = re.compile(r"(?<![\w@#<:/.-])[^\W\d_]{4,24}(?![\w@:/-]|[.'\u2019]\w)")


# A word that a number stuck to: "apollo11", "talks20 years ago".
_DIGIT = re.compile("[0-9]")
_STUCK = re.compile(
    r"(?<![\w@#:/.-])(?!(?:some|every)1\b)([^\W\d_]{4,24})([0-9]{1,4}(?:st|nd|rd|th)?)"
    r"(?![\w@:/-])",
    re.I,
)


def mend_slips(text: str, speller: Speller) -> str:
    """Return `text` with the words that ask as they were meant; all else stays as typed."""
    if len(text) > LONGEST:
        return text
    whole = text
    is_plain = text.isascii()  # then one look at its words passes by most texts
    words = [word for word in words_of(text) if len(word) >= SHORTEST_SWAPPED] if is_plain else []
    if not is_plain or not all(map(speller.known.__getitem__, words)):
        strange = {typed: fold(typed) for typed in _TYPED.findall(text)}
        strange = {typed: word for typed, word in strange.items() if not _is_meant(word, speller)}
        whole = _mend(text, strange, speller) if strange else text
    if not _DIGIT.search(whole):
        return whole

    def parted(found: re.Match[str]) -> str:
        word = fold(found[1])
        is_word = word in speller.words and fold(found[0]) not in speller.words
        return f"{found[1]} {found[2]}" if is_word or word in _shelves().known else found[0]

    return _STUCK.sub(parted, whole)


def _is_meant(word: str, speller: Speller) -> bool:
    """Whether a folded word is one as it stands."""
    is_asking = word in FUNCTION_WORDS or word in _GLUE or word in _shelves().known
    return is_asking or speller.is_known(word)


def _mend(text: str, strange: Mapping[str, str], speller: Speller) -> str:
    """Return a text with the first few of what is strange, by how it is typed, as it was meant."""
    left = MOST_MENDED

    def mended(found: re.Match[str]) -> str:
        nonlocal left
        typed = found[0]
        if left == 0 or typed not in strange:
            return typed
        if typed[0].isupper() and found.start() and not typed.isupper():
            return typed
        left -= 1
        return _meant(strange[typed], speller) or typed

    return _TYPED.sub(mended, text)


def _meant(word: str, speller: Speller) -> str:
    near = _asking_word(word)
    apart = "" if near else _taken_apart(word, speller)
    if not near and not apart:
        return ""
    others = speller.correct(word)
    least = 1 - ONE_SLIP / (len(word) + 1)
    is_other = any(len(one.words) == 1 and one.closeness >= least for one in others)
    return "" if is_other and near not in others[0].words else near or apart


def _asking_word(word: str) -> str:
    """Return the asking word that is one slip away from a typed one, if one is."""
    shelf = _shelves().words.get(word[0], ())
    hit = process.extractOne(word, shelf, scorer=OSA.distance, score_cutoff=1)
    if hit is None:
        return ""
    meant: str = hit[0]
    is_swapped = len(meant) == len(word) and sorted(meant) == sorted(word)
    is_long = len(meant) >= SHORTEST
    return meant if is_long or (is_swapped and len(word) >= SHORTEST_SWAPPED) else ""


def _taken_apart(word: str, speller: Speller) -> str:
    """Return a typed word as two, of which one is a little word and the other is known."""

    def is_part(part: str) -> bool:
        is_asking = part in _shelves().known or part in _GLUE
        return is_asking or (len(part) >= SHORTEST_PART and part in speller.words)

    # Most words neither begin nor end with a little one.
    heads = [cut for cut in range(2, len(word) - 1) if word[:cut] in _GLUE]
    rests = [cut for cut in range(2, len(word) - 1) if word[cut:] in _GLUE]
    for cut in sorted({*heads, *rests}, reverse=True):
        head, rest = word[:cut], word[cut:]
        if (cut in heads and is_part(rest)) or (cut in rests and is_part(head)):
            return f"{head} {rest}"
    return ""


class _Shelves:
    def __init__(self) -> None:
        long = (word for word in FUNCTION_WORDS if len(word) >= SHORTEST and word[0] < "가")
        self.known = frozenset((*_ASKING, *long))
        words: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.known):
            words[word[0]].append(word)
        self.words = dict(words)


@cache
def _shelves() -> _Shelves:
    return _Shelves()
