"""The language that somebody writes: English, Russian or Korean, and English for any other."""

from __future__ import annotations

import re

from bot.answers.wording.choosing import DEFAULT_LANGUAGE, LANGUAGES
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.terms import fold
from bot.timeline.timeline import Timeline

SAMPLE = 32  # titles that are looked at
MOST_READ = 2_000  # characters; what language it is shows much sooner
_WORD = re.compile(r"[^\W\d_]+")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_RUSSIAN = re.compile("[а-я]+")  # folded: no і, ї or ґ, which other languages write
_ID = re.compile(r"id[\s:]+[^\s:]\S*", re.IGNORECASE)
_LETTERS_OF_SYLLABLE = 2  # a syllable of Hangul says as much as two or three letters


def language_of(text: str, *, otherwise: str = DEFAULT_LANGUAGE) -> str:
    """Return "en", "ru" or "ko": the language that `text` is written in.

    In a mixture the words that ask decide, and where there are none any Hangul or Cyrillic:
    names are often Latin in every language. A text without words, such as a date in figures
    or an id, is in the language spoken before, which is `otherwise`.
    """
    text = text[:MOST_READ].strip()
    if text.isascii():
        return otherwise if _is_without_words(text) else DEFAULT_LANGUAGE
    words = _WORD.findall(fold(text))
    korean = [word for word in words if _HANGUL.match(word)]
    cyrillic = [word for word in words if _CYRILLIC.match(word)]
    russian = [word for word in cyrillic if _RUSSIAN.fullmatch(word)]
    if len(russian) * 2 <= len(cyrillic):
        russian = []  # another language that shares the script, and some of the words
    if not korean and not russian:
        return DEFAULT_LANGUAGE if words else otherwise
    latin = [word for word in words if word.isascii()]
    asking = {"ko": _asking(korean), "ru": _asking(russian), "en": _asking(latin)}
    spoken = {
        "ko": len("".join(korean)) * _LETTERS_OF_SYLLABLE,
        "ru": len("".join(russian)),
        "en": 0,
    }
    return max(asking, key=lambda language: (asking[language], spoken[language]))


def home_language(timeline: Timeline) -> str:
    """Return the one language in which all entries are, the usual one where there are several.

    The headers tell it; where none does, some of the titles do.
    """
    told = {language for info in timeline.infos for language in info.languages}
    if not told:
        step = max(1, len(timeline.events) // SAMPLE)
        told = {language_of(event.title) for event in timeline.events[::step]}
    return told.pop() if len(told) == 1 and told <= set(LANGUAGES) else DEFAULT_LANGUAGE


def _is_without_words(text: str) -> bool:
    """Whether it is a date in figures, a number or an id, which no language has for itself."""
    if not any(letter.isalpha() for letter in text) or _ID.fullmatch(text):
        return True
    is_one = not any(letter.isspace() for letter in text)
    return is_one and "-" in text and any(letter.isdigit() for letter in text)


def _asking(words: list[str]) -> int:
    return sum(word in FUNCTION_WORDS for word in words)
