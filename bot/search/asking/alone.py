"""Words that are a unit of a question wherever they stand, or none: they are read only once."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.asking.native import native_columns
from bot.search.index import Index
from bot.search.language.regnal import NUMERALS
from bot.search.language.related_words import begins_related, related_verbs
from bot.search.language.telling import TELLING_WORDS
from bot.search.terms import Term


def is_alone(term: Term, index: Index) -> bool:
    """Whether a word is a unit by itself, or none, whatever stands beside it.

    It begins no phrase, tells something or nothing whatever its neighbours are, and is no verb
    that is written as a noun is.
    """
    return (
        term.text.isascii()
        and term.text not in TELLING_WORDS
        and not native_columns(index)
        and not index.lexicon.longest.get(term.stem)
        and not begins_related(term.stem, with_peoples=not index.lexicon.kinds)
        and not related_verbs(term.stem)
    )


def may_belong_together(terms: Sequence[Term]) -> bool:
    """Whether a letter or a numeral among the terms may belong to the word beside it."""
    texts = [term.text for term in terms]
    return 1 in map(len, texts) or not NUMERALS.isdisjoint(texts)
