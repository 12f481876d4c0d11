"""A question typed in the wrong keyboard layout, read as it was meant."""

from __future__ import annotations

from bot.search.indexing.spelling import Speller
from bot.search.language.common_words import commonness
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.language.keyboards import other_layouts
from bot.search.terms import tokens

MOST_READ = 300  # characters; whoever types more has seen what stands there
SHORTEST = 2  # letters of a word by which a layout is judged

# Of the words, by letters: so little may be known as typed, so much must be in the other layout.
MOST_KNOWN_AS_TYPED, LEAST_KNOWN_OTHERWISE = 0.34, 0.6
ROUNDING = 1e-6  # letters
_LITTLE = frozenset(word for word in FUNCTION_WORDS if len(word) > SHORTEST)
ENOUGH_LITTLE = 3  # function words of more than two letters that show the layout, whatever follows


def in_right_layout(question: str, speller: Speller) -> str:
    """Return `question` as it reads in another keyboard layout, if only that makes sense of it.

    "Rjulf genby" are the keys of "Когда путин" on a Russian keyboard, and the other way round;
    so for Korean. A question of which a third can be read as typed is left alone.
    """
    if len(question) > MOST_READ:
        return question
    text = question
    if _is_plainly_readable(text, speller) or _is_readable(text, speller):
        return question
    best = max(other_layouts(text), key=lambda other: _known_share(other, speller), default="")
    return best if _known_share(best, speller) >= LEAST_KNOWN_OTHERWISE else question


def _is_plainly_readable(text: str, speller: Speller) -> bool:
    """Whether the words between spaces show it: what is known of as many letters as there are.

    So do a few little words: no other words give "when was the" on the keys of another layout.
    """
    enough, known = MOST_KNOWN_AS_TYPED * len(text), 0
    words = text.lower().split() if text.isascii() else []
    if sum(map(_LITTLE.__contains__, words)) >= ENOUGH_LITTLE:
        return True
    for word in words:
        if len(word) >= SHORTEST and word.isalpha() and _is_known(word, speller):
            known += len(word)
            if known > enough:
                return True
    return False


def _is_readable(text: str, speller: Speller) -> bool:
    """Whether more is known as typed than may be; most questions show it in a word or two."""
    words = _words(text)
    total, known = sum(map(len, words)), 0
    for word in words:
        if _is_known(word, speller):
            known += len(word)
            if known / total > MOST_KNOWN_AS_TYPED:
                return True
    return False


def _known_share(text: str, speller: Speller) -> float:
    """Return the share of what is known by letters; 0 as soon as it must be too little."""
    words = _words(text)
    total = sum(map(len, words))
    most_unknown = (1 - LEAST_KNOWN_OTHERWISE) * total + ROUNDING
    unknown = 0
    for word in sorted(words, key=len, reverse=True):
        if not _is_known(word, speller):
            unknown += len(word)
            if unknown > most_unknown:
                return 0.0
    return (total - unknown) / total if total else 0.0


def _words(text: str) -> list[str]:
    return [word for word in tokens(text) if len(word) >= SHORTEST and word.isalpha()]


def _is_known(word: str, speller: Speller) -> bool:
    return word in FUNCTION_WORDS or commonness(word) > 0 or speller.is_known(word)
