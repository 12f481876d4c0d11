"""Names written in Cyrillic or Hangul, as they may be spelt in Latin letters.

Cyrillic follows BGN/PCGN 1947 with the variants of ISO 9 and of everyday use that sound
alike; Hangul follows the Revised Romanization of 2000, from which McCune-Reischauer and the
spellings of family names differ in ways that `sound` folds together. A name goes through
several hands before it is typed in another script, so spellings are compared by what is left
when everything that systems disagree on is taken away: the vowels above all.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g",
}  # fmt: skip

# Revised Romanization: initial consonants, vowels, final consonants of a syllable, in the
# order of Unicode's Hangul block.
_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".replace("-", "").split(" ")
_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3

# What people write for these in names, beside the Revised Romanization.
_INITIALS_IN_USE = {"g": ("k", "g"), "d": ("t", "d"), "b": ("p", "b"), "j": ("j", "ch"),
                    "ch": ("ch",), "r": ("r", "l", "n"), "h": ("h",), "n": ("n", "r")}  # fmt: skip
_VOWELS_IN_USE = {
    "eo": ("o", "eo", "u"), "yeo": ("yo", "you", "yeo"), "eu": ("u", "eu"), "u": ("u", "oo"),
    "i": ("i", "ee"), "ui": ("ui", "hui", "eui"), "oe": ("oe", "oi"), "yu": ("yu", "ryu"),
}  # fmt: skip
_FAMILY_NAMES = {
    name.split()[0]: tuple(name.split()[1:])
    for name in """
김 kim; 이 lee ri yi rhee; 리 ri lee; 박 pak park; 최 choe choi; 정 jong chung jung; 강 kang; 조
jo cho; 윤 yun yoon; 장 jang chang; 임 im lim; 림 rim lim; 한 han; 오 o oh; 서 so seo suh; 신
sin shin; 권 kwon; 황 hwang; 안 an ahn; 송 song; 류 ryu; 유 yu yoo; 전 jon jun chun; 홍 hong; 고
ko koh; 문 mun moon; 양 yang; 손 son sohn; 배 pae bae; 백 paek baek; 허 ho huh; 남 nam; 심 sim
shim; 노 no roh noh; 로 ro roh; 하 ha; 곽 kwak; 성 song sung; 차 cha; 주 ju joo; 우 u woo; 구 ku
koo; 민 min; 나 na; 진 jin chin; 지 ji chi; 엄 om um; 채 chae; 원 won; 천 chon chun; 방 pang
bang; 현 hyon hyun; 변 pyon byun; 여 yo yeo lyuh; 태 thae tae; 렴 ryom; 염 yom; 량 ryang; 명
myong; 길 kil; 선 son sun
""".split(";")
}
SYLLABLES_OF_A_NAME = 3

# What systems and languages write differently for one sound, in the order of replacing; the
# digits stand for sounds that no single letter has.
_SAME_SOUND = (
    ("shch", "1"), ("tsch", "1"), ("tch", "1"), ("sch", "2"), ("dzh", "j"), ("dj", "j"),
    ("ch", "1"), ("sh", "2"), ("zh", "3"), ("ph", "f"), ("kh", "h"), ("gh", "g"), ("th", "t"),
    ("ck", "k"), ("q", "k"), ("x", "ks"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"),
    ("w", "v"), ("tz", "s"), ("ts", "s"), ("z", "s"),
)  # fmt: skip
# Korean hears neither voice nor breath in a consonant, nor r from l.
_SAME_IN_KOREAN = str.maketrans("gdbvfr31j2", "ktppplssss", "h")
_VOWELS_AND_BREATH = str.maketrans("", "", "aeiouyh")
_VOWELS_ALIKE = (("eo", "o"), ("eu", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("j", "i"))
_NOT_BEFORE_VOWEL = re.compile(r"[rh](?![aeiouy])")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=4096)
def romanise(word: str) -> str:
    """Return the folded `word` of Cyrillic or Hangul letters in Latin ones, others as they are."""
    found = []
    for letter in word.replace("чж", "дж"):  # as Kontsevich writes a Korean j
        if letter in _CYRILLIC:
            found.append(_CYRILLIC[letter])
        elif _FIRST_SYLLABLE <= ord(letter) <= _LAST_SYLLABLE:
            found.append(_syllable(letter))
        else:
            found.append(letter)
    return "".join(found)


def spell_syllables(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the spellings in use for each syllable of a Korean personal name.

    Empty unless `name` is a family name of one syllable and a given name of two, as most are.
    """
    if len(name) != SYLLABLES_OF_A_NAME or name[0] not in _FAMILY_NAMES:
        return ()
    spelt = (*_FAMILY_NAMES[name[0]], *_spellings(name[0]))
    return (tuple(dict.fromkeys(spelt)), *map(_spellings, name[1:]))


def _spellings(letter: str) -> tuple[str, ...]:
    """Return how people and systems spell one syllable, the likeliest first."""
    initial, vowel, final = _parts(letter)
    found = (
        begun + middle + final
        for middle in _VOWELS_IN_USE.get(vowel, (vowel,))
        for begun in _INITIALS_IN_USE.get(initial, (initial,))
    )
    return tuple(dict.fromkeys(found))


def _syllable(letter: str) -> str:
    return "".join(_parts(letter))


def _parts(letter: str) -> tuple[str, str, str]:
    """Return one Hangul syllable, taken apart by the arithmetic of its code (Unicode 3.12)."""
    first, rest = divmod(ord(letter) - _FIRST_SYLLABLE, len(_VOWELS) * len(_FINALS))
    vowel, last = divmod(rest, len(_FINALS))
    return _INITIALS[first], _VOWELS[vowel], _FINALS[last]


def sounds(latin: str, *, is_korean: bool) -> tuple[str, ...]:
    """Return what remains of a Latin spelling when all that systems disagree on is gone.

    Consonants by their sound, without vowels; for Korean also without voice and breath, r and l
    as one, and a second form without the r that is not heard before a consonant.
    """
    text = _by_sound(latin)
    return _in_korean(text) if is_korean else (_skeleton(text),)


def all_sounds(latin: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what `sounds` does, elsewhere and in Korean."""
    text = _by_sound(latin)
    return (_skeleton(text),), _in_korean(text)


def _in_korean(text: str) -> tuple[str, ...]:
    forms = dict.fromkeys((text, _NOT_BEFORE_VOWEL.sub("", text)))
    heard = (form.replace("ng", "n").translate(_SAME_IN_KOREAN) for form in forms)
    return tuple(dict.fromkeys(map(_skeleton, heard)))


def loosen(latin: str, *, is_korean: bool) -> str:
    """Return a Latin spelling with its vowels, but without what is a matter of taste in them."""
    text = _by_sound(latin)
    if is_korean:
        # The vowel that Hangul puts between consonants is none of the name's own.
        text = text.replace("eu", "").replace("ng", "n").translate(_SAME_IN_KOREAN)
    for form, plain in _VOWELS_ALIKE:
        if form in text:
            text = text.replace(form, plain)
    return _DOUBLED.sub(r"\1", _NOT_BEFORE_VOWEL.sub(_keep_r, text))


def _keep_r(found: re.Match[str]) -> str:
    return found.group() if found.group() == "r" else ""


def _by_sound(text: str) -> str:
    for form, plain in _SAME_SOUND:
        if form in text:
            text = text.replace(form, plain)
    return text


def _skeleton(text: str) -> str:
    return _DOUBLED.sub(r"\1", text).translate(_VOWELS_AND_BREATH)
