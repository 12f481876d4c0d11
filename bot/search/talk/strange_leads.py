"""What is said before a question in words that no entry has: "sanity check, who signed it"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.asking.translating import translated
from bot.search.index import Index
from bot.search.language.common_words import commonness, is_name_word
from bot.search.talk.asker import points_back
from bot.search.talk.chatter_words import AUXILIARIES, QUESTION_WORDS, SLANG
from bot.search.talk.clauses import (
    Word,
    blank,
    is_chat_word,
    is_function_word,
    one_clause,
    read_clauses,
)
from bot.search.terms import stem

MOST_LEAD = 6  # words; whoever says more before a question tells something
ENOUGH = 2  # words of entries in what is left, to be a question by itself

# Words that tie what is said to the question: "after the eclipse, who". What it is "for" does not.
_TYING = frozenset(
    "about after against at before behind beside between by during from in into near of on over"
    " since through to under until upon with within without"
    # "Two years ago, who", "the last time, when".
    " ago day days week weeks month months year years time today yesterday first second third last"
    " next назад раз сегодня вчера день дня год года".split()
)


def without_strange_lead(text: str, index: Index) -> str:
    """Return `text` with the words before its question blanked, if they are no words of entries.

    They are everyday words or slang, and the rest is a question by itself, which does not point
    back to them: "eclipse: when was it" asks for an eclipse.
    """
    plain = one_clause(text)
    if plain and plain[0] in QUESTION_WORDS:
        return text  # most questions
    clauses = read_clauses(text)
    if not clauses or clauses[0][0].text in QUESTION_WORDS:
        return text
    words = [word for clause in clauses for word in clause][: MOST_LEAD + 2]
    ends = (at for at, word in enumerate(words) if at and _begins(at, words))
    end = next(ends, 0)
    lead, rest = words[:end], [word for clause in clauses for word in clause][end:]
    if not lead or len(lead) > MOST_LEAD or not _is_strange(lead, index):
        return text
    said = [word.text for word in rest]
    known = sum(not is_chat_word(word) and _is_known(stem(word), index) for word in said)
    return text if known < ENOUGH or points_back(said) else blank(text, lead)


def _is_known(word: str, index: Index) -> bool:
    return word in index.lexicon.longest or index.is_held(word)


def _begins(at: int, words: Sequence[Word]) -> bool:
    word = words[at].text
    return word in QUESTION_WORDS or (word in AUXILIARIES and words[at - 1].text in SLANG)


def _is_strange(lead: Sequence[Word], index: Index) -> bool:
    said = [word.text for word in lead]
    if not _TYING.isdisjoint(said) or all(map(is_function_word, said)):
        return False
    return all(is_chat_word(w) or w in SLANG or _is_stranger(w, index) for w in said)


def _is_stranger(word: str, index: Index) -> bool:
    """Whether it is an ordinary word, in no entry and by no synonym."""
    if not commonness(word) or is_name_word(word) or index.is_held(stem(word)):
        return False
    meaning = index.lexicon.meaning_of((stem(word),))
    if meaning.concepts or meaning.groups:
        return False
    return word.isascii() or not translated((stem(word),), index, typed=word)
