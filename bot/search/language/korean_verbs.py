"""What a Korean verb may be in its dictionary: "꺼낸", "꺼내던" and "꺼냈다가" are forms of "꺼내".

Endings melt into the last syllable of a stem, so that no list of forms has an end. Here the
letters of the syllables are taken apart, and every stem that a form may belong to is told; which
of them is a verb, a list of verbs says.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

MOST_KEPT = 8192  # words whose stems stay at hand
MOST_SYLLABLES = 8  # of a word that is looked at; no form is longer

_FIRST, _VOWELS, _FINALS = 0xAC00, 21, 28
_NONE, _N, _D, _R, _M, _P, _S, _PAST = 0, 4, 7, 8, 16, 17, 19, 20  # final consonants
_WILL = "겠"
_A, _AE, _EO, _E, _YEO, _O, _WA, _WAE, _OE, _U, _WO, _EU, _I = (
    *(0, 1, 4, 5, 6, 8, 9, 10, 11, 13, 14, 18, 20),
)
# Vowels of a syllable that a stem without a final consonant makes with "아" or "어".
_UNCONTRACTED = {
    _A: (_A, _EU),  # 가, 바빠
    _AE: (_AE,),  # 꺼내
    _E: (_E,),
    _EO: (_EO, _EU),  # 서, 떠
    _YEO: (_I, _YEO),  # 버려, 켜
    _WA: (_O,),
    _WAE: (_OE,),
    _WO: (_U,),
}

# Endings behind a stem as it is, behind one that got a last consonant of them, and behind "아"
# or "어"; the longer come first.
_ON_STEM = """
는데요 는지요 겠다고 겠다는 겠다 고서 고는 고 게 기로 기 지만 지는 지 는데 는지 는가 는거 는걸 는게
는 던데 던지 던 자고 자며 자는 자 네 니까 니 냐고 냐 다가 다고 다며 다니 다 더니 더라고 더라 도록
나요 나 거나 려고 려는 러 라고 라며 라는 라 면서 면 며 세요 죠 느라 으려고 으려는 으러 으라고 으라
으면서 으면 으며 으니까 으니 으시
""".split()
_ON_N = "다고 다는 다며 다면 다 대요 대 데요 데 지 가요 가 거야 거 건 걸 게 ".split(" ")
_ON_R = "지 까요 까 게 거야 거라고 거라는 거 수 때 만 ".split(" ")
_ON_M = ("",)
_ON_INFINITIVE = "서는 서도 서 도 야 라고 라 요 다가 ".split(" ")
_SHEDS_R = "는네니냐세"
# Verbs that only say how the deed before them is done, or for whom: "깎아준", "잡아간".
_HELPING = "버리 가 오 주 보 두 놓 내 달 대 나 갖 지".split()


@lru_cache(maxsize=MOST_KEPT)
def stems_of_verb(word: str) -> tuple[str, ...]:
    """Return the stems of which a folded Hangul word may be a form, the likelier first."""
    if not 1 < len(word) <= MOST_SYLLABLES and not _has_final(word, (_N, _R)):
        return ()
    whole = tuple(_whole_stems(word))
    parts = (part for stem in whole for part in _without_help(stem))
    return tuple(dict.fromkeys((*whole, *parts)))


def _has_final(word: str, finals: tuple[int, ...]) -> bool:
    return len(word) == 1 and _apart(word)[2] in finals


def _whole_stems(word: str) -> Iterator[str]:
    for place in range(len(word) - 1, -1, -1):
        onset, vowel, final = _apart(word[place])
        if word[place] == _WILL and place:
            yield word[:place]
            return
        if final == _PAST:  # what follows the past tense only says how it is told
            yield from _of_infinitive(word[:place] + _syllable(onset, vowel, _NONE))
            return
    for ending in _ON_STEM:
        if len(word) > len(ending) and word.endswith(ending):
            yield word[: -len(ending)]
            if ending[0] in _SHEDS_R:
                yield from _with_r(word[: -len(ending)])
    for ending in ("은", "을", "음"):
        if len(word) > 1 and word.endswith(ending):
            yield word[:-1]
            yield from _irregular(word[:-1])
    for final, endings in ((_N, _ON_N), (_R, _ON_R), (_M, _ON_M)):
        for ending in endings:
            if word.endswith(ending) and len(word) > len(ending):
                yield from _without_final(word[: len(word) - len(ending)], final)
    for ending in _ON_INFINITIVE:
        if word.endswith(ending) and len(word) > len(ending):
            yield from _of_infinitive(word[: len(word) - len(ending)])


def _with_r(short: str) -> Iterator[str]:
    """Yield the stem that lost its last "ㄹ" before an ending: "아는" of "알"."""
    onset, vowel, final = _apart(short[-1])
    if final == _NONE:
        yield short[:-1] + _syllable(onset, vowel, _R)


def _irregular(short: str) -> Iterator[str]:
    """Yield stems that lose or change their last consonant: "지은" of "짓", "들은" of "듣"."""
    onset, vowel, final = _apart(short[-1])
    if final == _NONE:
        yield short[:-1] + _syllable(onset, vowel, _S)
    elif final == _R:
        yield short[:-1] + _syllable(onset, vowel, _D)


def _without_final(word: str, final: int) -> Iterator[str]:
    """Yield stems that got a last consonant: "꺼낸", "도운" of "돕", "만든" of "만들"."""
    onset, vowel, last = _apart(word[-1])
    if last != final:
        return
    yield word[:-1] + _syllable(onset, vowel, _NONE)
    if final != _R:
        yield word[:-1] + _syllable(onset, vowel, _R)
    if len(word) > 1 and word[-1] in "운울움":
        before = _apart(word[-2])
        if before[2] == _NONE:
            yield word[:-2] + _syllable(before[0], before[1], _P)


def _of_infinitive(word: str) -> Iterator[str]:
    """Yield the stems of what ends as with "아" or "어": "잡아", "버려", "와", "도와", "몰라"."""
    if not word:
        return
    last, before = word[-1], word[:-1]
    onset, vowel, final = _apart(last)
    if final != _NONE:
        return
    if last in "아어" and before:
        yield before
        yield from _irregular(before)
    if last == "해":
        yield before + "하"
    if last in "와워" and before and _apart(before[-1])[2] == _NONE:
        yield before[:-1] + _syllable(*_apart(before[-1])[:2], _P)
    if last in "라러" and before and _apart(before[-1])[2] == _R:
        yield before[:-1] + _syllable(*_apart(before[-1])[:2], _NONE) + "르"
    for plain in _UNCONTRACTED.get(vowel, ()):
        yield before + _syllable(onset, plain, _NONE)


def _without_help(stem: str) -> Iterator[str]:
    for helping in _HELPING:
        if len(stem) > len(helping) and stem.endswith(helping):
            yield from _of_infinitive(stem[: -len(helping)])


def _apart(syllable: str) -> tuple[int, int, int]:
    whole, final = divmod(ord(syllable) - _FIRST, _FINALS)
    return (*divmod(whole, _VOWELS), final)


def _syllable(onset: int, vowel: int, final: int) -> str:
    return chr(_FIRST + (onset * _VOWELS + vowel) * _FINALS + final)
