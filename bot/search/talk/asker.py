"""Clauses about who asks, left out: "my flatmate and I had a row last night"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.search.talk.chatter_words import (
    AUXILIARIES,
    CHATTER,
    FIRST_PERSON,
    KNOWING,
    QUESTION_WORDS,
)
from bot.search.talk.clauses import Word, is_chat_word

MOST_OWN = 20  # words of a clause about who asks
MOST_FOR = 6  # words of one that says for what an answer is needed

_POINTING = frozenset("he she they it him her them that there then он она они оно это там".split())
_BEING = frozenset("is are was were been be".split())
_WHILE = frozenset("before while until till пока".split())  # "last thing before my train leaves"
_OPENING = frozenset(
    "and but so well ok okay hi hey hello oh also sorry а и но так ну привет".split()
)

# So somebody begins who says what the answer is for: "writing a speech for the fair, when".
_DOING = frozenset("compiling doing drafting making planning preparing prepping writing".split())

# So a message opens that counts its questions: "ok second try", "final one today".
_COUNTING = frozenset("first second third fourth last final next another more quick".split())
_COUNTED = frozenset("one thing try question q".split())

# "In 5 min", "page 12": how long there is to answer, or what the answer is for.
_MEASURES = frozenset(
    "min mins minute minutes hr hrs hour hours am pm page pages slide slides words"
    " минут минуты минуту час часа часов".split()
)
_CLOCK = re.compile(r"\d{1,2}(?:am|pm|min|h)")  # "9am"
_FEW = frozenset("five ten fifteen twenty thirty".split())


def without_asker(clauses: list[list[Word]], is_name: Callable[[str], bool]) -> list[list[Word]]:
    """Leave out clauses about who asks, unless the others point back to them."""
    opening = clauses[0]
    rest = [
        clause
        for clause in clauses
        if not (
            _is_about_asker(clause, is_name)
            or (clause is opening and _tells_what_for(clause, is_name))
        )
    ]
    said = [word.text for clause in rest for word in clause]
    is_whole = any(not is_chat_word(word) for word in said) and not points_back(said)
    return rest if is_whole else clauses


def points_back(said: Sequence[str]) -> bool:
    """Whether a word points to what was told; "were there" only asks whether something was."""
    return any(
        word in _POINTING and not (word == "there" and before in _BEING)
        for before, word in pairwise(("", *said))
    )


def _is_about_asker(clause: Sequence[Word], is_name: Callable[[str], bool]) -> bool:
    """Whether a clause is about who asks: "my flatmate and I had a row last night".

    So it is where that comes behind words of chat: "last question before I log off".
    """
    if clause[0].text in _DOING:
        return tells_nothing(clause, is_name)
    own = next((at for at, word in enumerate(clause) if word.text in FIRST_PERSON), None)
    if own is None or _asks_for_more(clause) or not tells_nothing(clause[own:], is_name):
        return False
    opened = [word.text for word in clause[:own]]
    if all(word in _OPENING for word in opened):
        return True
    is_chat = not CHATTER.isdisjoint(opened) or opened[-1] in _WHILE
    return is_chat and opened[0] not in QUESTION_WORDS and all(map(is_chat_word, opened))


def _tells_what_for(clause: Sequence[Word], is_name: Callable[[str], bool]) -> bool:
    """Whether a clause before a question counts it, or says for what the answer is needed.

    "Ok second try: ...", "for the editor's briefing: ...".
    """
    said = [word.text for word in clause]
    if said[0] == "for" and said[-1] in CHATTER:
        return len(said) <= MOST_FOR and tells_nothing(clause, is_name)
    is_counted = any(a in _COUNTING and b in _COUNTED for a, b in pairwise(said))
    return is_counted and is_all_chat(said)


def is_all_chat(said: Sequence[str]) -> bool:
    """Whether folded words say nothing, but for a measure of the asker's time or paper."""
    if all(map(is_chat_word, said)):
        return True
    if _MEASURES.isdisjoint(said) and not any(map(_CLOCK.fullmatch, said)):
        return False
    return all(
        is_chat_word(word)
        or word in _MEASURES
        or _CLOCK.fullmatch(word)
        or (
            (word.isdigit() or word in _FEW)
            and not _MEASURES.isdisjoint(said[max(0, at - 1) : at + 2])
        )
        for at, word in enumerate(said)
    )


def _asks_for_more(clause: Sequence[Word]) -> bool:
    """Whether somebody wants to be told something: "remind me when the dues were raised"."""
    asks = asking_place(clause)
    is_told = any(word.text in KNOWING for word in clause[:asks])
    return is_told and not all(is_chat_word(word.text) for word in clause[asks:])


def tells_nothing(words: Sequence[Word], is_name: Callable[[str], bool]) -> bool:
    """Whether words are few and hold neither a number nor a name."""
    return len(words) <= MOST_OWN and not any(
        word.text.isdigit()
        or (not is_chat_word(word.text) and is_name(word.text.removesuffix("'s")))
        for word in words
    )


def asking_place(clause: Sequence[Word]) -> int:
    """Return where the question proper begins by its form, or the length of the clause."""
    is_told = False
    for place, word in enumerate(clause):
        if place and (word.text in QUESTION_WORDS or (is_told and word.text in AUXILIARIES)):
            return place
        is_told |= word.text in KNOWING
    return len(clause)
