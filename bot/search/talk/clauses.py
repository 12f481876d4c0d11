"""The clauses of a message, and which of their words say nothing of what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from bot.search.language.forms import MOST_TEXTS
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.talk.chatter_words import ALONG, CHATTER
from bot.search.terms import fold

KEPT = 4096  # words that stay folded: those of many questions

# A stop that only shortens a word, or stands behind an initial, ends nothing: "Act No. 5".
FULL_STOP = (
    r"(?<!\b[a-hj-z])(?<!\b(?:dr|ft|jr|lt|mr|mt|no|op|sr|st|vs))"
    r"(?<!\b(?:adm|amb|col|gen|gov|hon|maj|mrs|rev|sec|sen|sgt))(?<!\b(?:capt|dept|pres|prof))\."
)
_CLAUSE_END = re.compile(
    r"[!?…;*\n\r()\[\]{}\"“”«»\u2600-\u27bf\U0001f300-\U0001faff]+"
    rf"|(?:[,:]|{FULL_STOP})(?=\s|$)"
    r"|\s[-–—]+\s|\s(?=(?:but|но)\b)",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Words with nothing between them but spaces: a single clause, unless another begins with "but".
_ONE_CLAUSE = re.compile(r"[A-Za-z0-9]+(?:[ '-][A-Za-z0-9]+)*[?!.]?")
_ANOTHER_CLAUSE = "but"
STRETCHED = re.compile(r"(\w)\1{2,}")


class Word(NamedTuple):
    """A word of a message, folded, and where it stands."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=MOST_TEXTS)
def one_clause(text: str) -> tuple[str, ...] | None:
    """Return the words of a text in small letters, None where it may have several clauses."""
    if _ONE_CLAUSE.fullmatch(text) is None:
        return None
    words = tuple(WORD.findall(text.lower()))
    return None if _ANOTHER_CLAUSE in words else words


def blank(text: str, words: Iterable[Word]) -> str:
    """Return `text` with spaces for the letters of `words`."""
    letters = list(text)
    for word in words:
        letters[word.start : word.end] = " " * (word.end - word.start)
    return "".join(letters)


def read_clauses(text: str) -> list[list[Word]]:
    """Return the words of each clause of `text`: of what stands between its marks."""
    clauses: list[list[Word]] = [[]]
    end = 0
    ends = [found.start() for found in _CLAUSE_END.finditer(text)]
    if not ends or (len(ends) == 1 and ends[0] == len(text) - 1):
        clauses = [[Word(_plain(found[0]), *found.span()) for found in WORD.finditer(text)]]
        return clauses if clauses[0] else []
    for found in WORD.finditer(text):
        while ends and ends[0] <= found.start():
            end = ends.pop(0)
            if clauses[-1] and clauses[-1][-1].start < end:
                clauses.append([])
        clauses[-1].append(Word(_plain(found[0]), found.start(), found.end()))
    return [clause for clause in clauses if clause]


@lru_cache(maxsize=KEPT)
def _plain(word: str) -> str:
    folded = fold(word).replace("’", "'")
    return STRETCHED.sub(r"\1", folded)


def is_chat_word(word: str) -> bool:
    """Whether a folded word says nothing where others of its kind stand around it."""
    if word in CHATTER or word in ALONG or is_function_word(word):
        return True
    parts = word.split("-") if "-" in word else [word.removesuffix("'s").replace("'", "")]
    return parts != [word] and all(map(is_chat_word, parts))


def is_function_word(word: str) -> bool:
    """Whether a folded word is one of grammar, with or without its apostrophe."""
    return word in FUNCTION_WORDS or word.replace("'", "") in FUNCTION_WORDS
