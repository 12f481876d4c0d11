"""Korean numbers, lists and the particles that depend on how a word ends."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.durations import Apart
from bot.answers.wording.lists import shortened

_FIRST, _LAST = "\uac00", "\ud7a3"
_FINALS = 28  # ways in which a syllable may end, the open one first
# Figures as they are read aloud: 영, 일, 삼, 육, 칠 and 팔 end in a consonant.
_CLOSED_FIGURES = frozenset("013678")


def is_closed(word: str) -> bool:
    """Whether a word ends in a consonant, so that 은, 이, 을 and 과 follow it."""
    last = next((letter for letter in reversed(word) if letter.isalnum()), "")
    if _FIRST <= last <= _LAST:
        return (ord(last) - ord(_FIRST)) % _FINALS > 0
    if last.isdigit():
        return last in _CLOSED_FIGURES
    return last.lower() in frozenset("lmn")


def with_particle(word: str, *, closed: str, opened: str) -> str:
    """Return a word with the particle that fits how it ends."""
    return f"{word}{closed if is_closed(word) else opened}"


def entries(number: int) -> str:
    """Return "기록 3건"."""
    return f"기록 {number:,}건"


def join_words(words: Sequence[str], *, is_choice: bool = False) -> str:
    """Return words as a list in prose: "가, 나와 다"; of many, how many more there are."""
    words, more = shortened(words)
    told = list(words)
    if more:
        return f"{', '.join(told)} 외 {more:,}개"
    if len(told) < 2:
        return "".join(told)
    if is_choice:
        return f"{', '.join(told[:-1])} 또는 {told[-1]}"
    lead = [*told[:-2], with_particle(told[-2], closed="과", opened="와")]
    return f"{', '.join(lead)} {told[-1]}"


def length_of(apart: Apart) -> str:
    """Return "4년 4개월 19일"."""
    counts = ((apart.years, "년"), (apart.months, "개월"), (apart.days, "일"))
    return " ".join(f"{number:,}{unit}" for number, unit in counts if number)
