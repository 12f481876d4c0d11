"""Letters and numbers that belong to a name: "series B", "v1.5", "log4j"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bot.search.language.function_words import FUNCTION_LETTERS, FUNCTION_WORDS
from bot.search.language.particles import PARTICLES
from bot.search.terms import Term, stem, terms

_DESIGNATING = FUNCTION_LETTERS - {"a", "i"}  # with a number: "V-2"; "a" and "I" are words
VERSION = "v"  # before a number
_VERSIONS = frozenset([VERSION, "version", "ver"])
_WORDS_TOO = FUNCTION_LETTERS - _DESIGNATING

LONGEST_SHORT_NAME = 12  # letters, digits and hyphens

# A capital by itself, right behind a word: no initial of a name ("John F. Kennedy").
_LETTER = re.compile(r" (?P<letter>[A-Z])(?![^\W_]|['\u2019]|\. [^\W\d_])")
_WORD_BEFORE = re.compile(r"[^\W\d_]{3,}$")
# Letters with a number between them, all written together.
_DIGIT = re.compile("[0-9]")
_GLUED = re.compile(r"(?<![^\W_])[a-z]+[0-9]+[a-z]+(?![^\W_])")
# A number and its letter, written together: "3B", also behind letters, as in "SM3B".
_WITH_LETTER = re.compile(r"(?<![0-9.])(?P<number>[0-9]{1,4})(?P<letter>[a-zA-Z])(?![^\W_])")
_SUM = re.compile(r"[0-9] ?[*+×÷^] ?[0-9]")
_ENDING_IN_NOUGHTS = re.compile(r"(?:\.0)+$")
_DAY_AND_MONTH = re.compile(r"(?:[1-9]|[012][0-9]|3[01])\.(?:[1-9]|[012][0-9]|3[01])")


def lettered_names(title: str) -> Iterator[str]:
    """Yield the words of a title that a capital letter belongs to, as keys: "seri b"."""
    for found in _LETTER.finditer(title):
        before = _WORD_BEFORE.search(title, 0, found.start())
        word = terms(before.group())[-1] if before else None
        if word is not None and word.text not in FUNCTION_WORDS:
            yield f"{word.stem} {found['letter'].lower()}"


def is_short_name(text: str) -> bool:
    """Whether a text is capitals, or capitals and digits, in one word: "HDF", "L2", "STS-61"."""
    if len(text) > LONGEST_SHORT_NAME or " " in text:
        return False
    capitals = sum(map(str.isupper, text))
    return capitals > 0 and capitals + sum(map(str.isdigit, text)) > 1


def numbers_with_letters(text: str) -> Iterator[str]:
    """Yield the numbers of a text that a letter is written onto, as keys: "3 b"."""
    if _DIGIT.search(text):
        for found in _WITH_LETTER.finditer(text):
            yield f"{found['number']} {found['letter'].lower()}"


def is_number_with_letter(
    covered: Sequence[Term], together: frozenset[str], is_held: Callable[[str], bool]
) -> bool:
    """Whether two terms are a number and its letter, where the data tells such numbers apart.

    `together` are the keys of those that the question writes so. A letter that no entry has
    with this number is another one of the kind, where entries have others: there is no "3C".
    """
    number, letter = covered[0].text, covered[1].text
    if f"{number} {letter}" not in together:
        return False
    return any(is_held(f"{number} {other}") for other in (letter, *sorted(FUNCTION_LETTERS)))


def is_lettered(
    covered: Sequence[Term],
    after: Sequence[Term],
    *,
    capitalised: frozenset[str],
    is_held: Callable[[str], bool],
) -> bool:
    """Whether two terms are a word and the letter by which the data tells such things apart.

    `is_held` tells of a key whether any entry holds it. "A" and "I" are words themselves, unless
    a capital or the end of the question tells otherwise. A letter that no entry has after this
    word is another one of the kind, where entries have others: there is no "series C".
    """
    if len(covered) < 2 or covered[1].text not in FUNCTION_LETTERS or covered[0].is_number:
        return False
    word, letter = covered[0].stem, covered[1].text
    if letter in _WORDS_TOO:
        is_word = letter not in capitalised and after and after[0].text not in FUNCTION_WORDS
        if is_word:
            return False
    return any(is_held(f"{word} {other}") for other in (letter, *sorted(FUNCTION_LETTERS)))


def is_designation(covered: Sequence[Term]) -> bool:
    """Whether these are two terms, a letter before a number, as in "B-2"."""
    return len(covered) == 2 and covered[0].text in _DESIGNATING and covered[1].is_number


def glued_names(text: str) -> frozenset[tuple[str, str, str]]:
    """Return the words of folded `text` with a number inside, each as its three terms.

    The number in "log4j" is no number by itself.
    """
    if not _DIGIT.search(text):
        return frozenset()  # most questions
    found = (terms(word) for word in _GLUED.findall(text))
    return frozenset((a.text, b.text, c.text) for a, b, c in found)


def is_sum(text: str) -> bool:
    """Whether numbers of the text are to be reckoned with: "12*7" is no name "12.7"."""
    return _SUM.search(text) is not None


def regrouped(typed: Sequence[Term], is_held: Callable[[str], bool]) -> Sequence[Term]:
    """Return the terms put together as the entries have them: "6 25" or "6.25", "off site".

    A day and month that no entry writes so fall apart into two numbers, if entries hold these;
    any other number with a dot is one that no entry holds.
    """
    texts = [term.text for term in typed]
    if PARTICLES.isdisjoint(texts) and not _DIGIT.search("".join(texts)):
        return typed
    found: list[Term] = []
    for term in typed:
        last = found[-1].text if found else ""
        if not term.is_number:
            # "Pull out" is not the same as "pullout": the verb by itself says most of it.
            both = stem(last + term.text) if last in PARTICLES else ""
            if both and is_held(both):
                found[-1] = Term(last + term.text, both)
            else:
                found.append(term)
        elif "." in term.text:
            if last in _VERSIONS:
                found.pop()  # "v1.5" and "version 1.5" are 1.5
            parts = term.text.split(".") if _DAY_AND_MONTH.fullmatch(term.text) else []
            is_day = parts and not is_held(term.text) and all(map(is_held, parts))
            found += [Term(part, part) for part in parts] if is_day else [term]
        elif last[:1].isdigit() and is_held(f"{last}.{term.text}"):
            found[-1] = Term(f"{last}.{term.text}", f"{last}.{term.text}")
        else:
            found.append(term)
    return found


def whole_numbers(number: str) -> tuple[str, ...]:
    """Return how the same number is written with more or less dots: "4" may be "4.0"."""
    short = _ENDING_IN_NOUGHTS.sub("", number)
    forms = (f"{short}.0", f"{short}.0.0") if "." not in short else (f"{short}.0", short)
    return tuple(form for form in forms if form != number)
