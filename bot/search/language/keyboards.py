"""Slips of the keyboard: neighbouring keys, and a question typed in the wrong layout."""

from __future__ import annotations

from functools import cache

_QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбю.ё"
# Dubeolsik, the Korean layout: one jamo a key, some others with shift.
_KOREAN = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣ"
        "ㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        strict=True,
    )
)  # fmt: skip

_ROWS = (
    ("qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"),
    ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
)

# With shift, the keys of letters give capitals; those of signs are left as they are.
_KEYS = [
    pair
    for key, letter in zip(_QWERTY, _RUSSIAN, strict=True)
    for pair in ((key, letter), (key.upper(), letter.upper()))
    if pair[0] not in _QWERTY or pair[1] == letter
]
_TO_RUSSIAN = str.maketrans(dict(_KEYS))
_TO_ENGLISH = str.maketrans({letter: key for key, letter in _KEYS if letter != "."})

_INITIAL_JAMO = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWEL_JAMO = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINAL_JAMO = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_PAIRS = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ",
    "ㅡㅣ": "ㅢ", "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ",
    "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip


def are_neighbours(first: str, second: str) -> bool:
    """Whether two folded letters lie side by side on a keyboard, in one row or the next."""
    return second in _neighbours().get(first, "")


@cache
def _neighbours() -> dict[str, str]:
    found: dict[str, str] = {}
    for rows in _ROWS:
        places = {
            letter: (height, place)
            for height, row in enumerate(rows)
            for place, letter in enumerate(row)
        }
        for letter, (height, place) in places.items():
            # Each row is set off by about half a key to the right of the one above.
            beside = {(height, place - 1), (height, place + 1)}
            above = {(height - 1, place), (height - 1, place + 1)}
            below = {(height + 1, place - 1), (height + 1, place)}
            near = beside | above | below
            found[letter] = "".join(other for other, at in places.items() if at in near)
    return found


def other_layouts(text: str) -> tuple[str, ...]:
    """Return what `text` would read if it had been typed in the other layouts of its keys."""
    if text.isascii():
        return text.translate(_TO_RUSSIAN), _to_korean(text)
    if any("а" <= letter <= "я" for letter in text.lower()):
        return (text.translate(_TO_ENGLISH),)
    return ()


def _to_korean(text: str) -> str:
    """Return Latin keys as Hangul: jamo gathered into syllables, greedily from the left."""
    jamo = [_KOREAN.get(key) or _KOREAN.get(key.lower(), key) for key in text]
    found: list[str] = []
    at = 0
    while at < len(jamo):
        if jamo[at] not in _INITIAL_JAMO or at + 1 == len(jamo) or jamo[at + 1] not in _VOWEL_JAMO:
            found.append(jamo[at])
            at += 1
            continue
        first, vowel, at = jamo[at], jamo[at + 1], at + 2
        if at < len(jamo) and vowel + jamo[at] in _PAIRS:
            vowel, at = _PAIRS[vowel + jamo[at]], at + 1
        last = ""
        # A consonant closes the syllable unless a vowel follows, which it then begins.
        while at < len(jamo) and (last + jamo[at] in _PAIRS or not last):
            both = _PAIRS.get(last + jamo[at], jamo[at])
            is_next = at + 1 < len(jamo) and jamo[at + 1] in _VOWEL_JAMO
            if both not in _FINAL_JAMO or both == " " or is_next:
                break
            last, at = both, at + 1
        number = _INITIAL_JAMO.index(first) * len(_VOWEL_JAMO) + _VOWEL_JAMO.index(vowel)
        found.append(chr(0xAC00 + number * len(_FINAL_JAMO) + _FINAL_JAMO.index(last or " ")))
    return "".join(found)
