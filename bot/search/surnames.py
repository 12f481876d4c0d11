"""Which people a single word names by its letters, where stems bring several together.

"Титов" and "Тито" have one stem, yet "Титова" is a form of the one and not of the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.search.lexicon import Lexicon
from bot.search.terms import stem

_NOMINATIVE = re.compile("(?:ый|ий|ой|ая|яя|[аеиоуыэюяйь])$")
_CASES = frozenset(
    "а я о е у ю ы и й ь ой ей ом ем ым им ого его ому ему ых их ами ями ыми ими ам ям ах ях ую юю"
    " ая яя ый ий".split()
)


def people_by_letters(word: str, names: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the people called by the folded `word`, or nothing where no other is ruled out.

    `names` are the concepts that its stem stands for.
    """
    if word.isascii() or not all(lexicon.kinds.get(name) == "people" for name in names):
        return ()
    every = tuple(dict.fromkeys((*names, *lexicon.surnames.get(stem(word), ()))))
    meant = tuple(name for name in every if any(is_form(word, part) for part in name[1:].split()))
    return meant if len(meant) < len(every) else ()


def is_form(word: str, name: str) -> bool:
    """Whether a folded Russian word is a name in one of its cases, or as it stands."""
    if word == name:
        return True
    base = _NOMINATIVE.sub("", name)
    return word.startswith(base) and word[len(base) :] in _CASES
