"""What a Russian verb, its noun and its adjective have in common: the root, with its prefix.

"Затопили", "затопление" and "затоплена" have three stems and one root. A root is what is left
without the endings and suffixes that make one part of speech of another; the consonants that
change before these are counted as one. Prefixes stay: "вывод" and "ввод" are opposites.
"""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST = 4  # letters of a root; shorter ones begin too many other words
MOST_KEPT = 8192  # words whose roots stay at hand
LONGEST_SUFFIX = 10  # letters that a word of the same root may have behind it

_ADJECTIVAL = "(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ые|ие|ых|их|ыми|ими|ей)"
_SHORT = f"(?:|а|о|ы|{_ADJECTIVAL})"
_CASES = "(?:|а|я|о|е|у|ю|ы|и|ь|ой|ей|ом|ем|ам|ям|ами|ями|ах|ях|ов|ев)"
_MAKING = "(?:ов|ев|ир|иров|изиров|ыв|ив)"
_AFTER_VOWEL = "(?:ть|л|ла|ло|ли|в)"
_OF_A_DEED = "(?:ни|ти)(?:е|я|ю|ем|и|й|ям|ями|ях)"
# In the order in which they are tried: the first that leaves enough of the word.
_SUFFIXES = tuple(
    re.compile(f"(?:{suffix})$")
    for suffix in (
        f"(?:л|ов|н)[еаяиы]{_OF_A_DEED}",  # "затопление"
        f"[еаяиы]{_OF_A_DEED}",
        f"{_MAKING}анн?{_SHORT}",
        f"л?[еияа]нн?{_SHORT}",  # "затоплена"
        f"[аеяыу]?(?:ющ|ущ|ящ|ащ|вш){_ADJECTIVAL}",
        f"{_MAKING}а(?:{_AFTER_VOWEL}|ет|ют)",
        f"{_MAKING}?у(?:ет|ют|ем)",
        f"[аяеиоуы]{_AFTER_VOWEL}",  # "затопили"
        "ают|ает|яют|яет",
        "(?<=[бгзкрс])л[аои]?",  # "спасли"
        f"[ыяу]т{_SHORT}",  # "открыт"
        f"(?:ическ|ийск|ск|н){_ADJECTIVAL}",  # "японский"
        "ец|ц(?:а|у|ем|ом|ы|ев|ам|ами|ах|е)",
        "(?:[ая]н)?ин(?:|а|у|ом|е)|[ая]н(?:|е|ам|ами|ах)",  # "англичане"
        "и[яиюей]|иями|иях",  # "Япония"
        f"(?:ов|[ая]н)(?<!с)к{_CASES}",
        f"(?:(?<=[^аеиоуыэюя])и)?(?<!с)к{_CASES}|ок",  # "починка"
        f"ств{_CASES}",
        "ит|ят|ют|ишь|ешь|ите|ете",
        _CASES,
    )
)
_REFLEXIVE = ("ся", "сь")
_SOFTENED = re.compile("(?<=[пбвмф])л$")
_ALIKE = ((re.compile("(?:ск|ст|сч|[щчкц])$"), "т"), (re.compile("(?:жд|[гжзд])$"), "д"))
_HISSING = re.compile("[шх]$")


@lru_cache(maxsize=MOST_KEPT)
def root_of(word: str) -> str:
    """Return the root of a folded Russian word, its last consonant as one of its kind."""
    if word.endswith(_REFLEXIVE) and len(word) > SHORTEST:
        word = word[:-2]
    for suffix in _SUFFIXES:
        found = suffix.search(word)
        if found is not None and SHORTEST <= found.start() < len(word):
            word = word[: found.start()]
            break
    return _HISSING.sub("с", _last_alike(_SOFTENED.sub("", word)))


def _last_alike(word: str) -> str:
    for ending, letter in _ALIKE:
        short, count = ending.subn(letter, word)
        if count:
            return short
    return word
