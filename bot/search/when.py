"""Date phrases in a question to `DateSpan`, given `today`; English, Russian and Korean.

The text becomes tokens, each with a symbol of the grammar; words without a meaning here are
opaque. The passes of the grammar then replace runs of tokens by what they mean, from the
inside out. Every pattern has a bounded length, so the work grows with the length of the text
and no faster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.search.dates.calendar_spans import Recurring
from bot.search.dates.date_context import deny_numbers, join_counts, join_lists, mend_months
from bot.search.dates.date_grammar import PASSES, PREPOSITIONS
from bot.search.dates.date_rules import READING, SURE, Token
from bot.search.dates.date_tokens import compile_phrases, names_nothing, read_tokens
from bot.timeline.dates import DateSpan

READ_AGAIN = 8  # questions whose times are at hand: some are read twice in a row
LONGEST_PERIOD = 80  # characters that name one period and nothing else; keeps noise out

_ANCHORS = frozenset(
    "year month maymonth holiday weekday season seasons reading day unit units yearword century "
    "relative quarter bc ad decademark ordinal roman lately newyear weekend two number".split()
)  # without one of these no time is named

_BARE_YEAR = re.compile(
    r"(?:(?:of |for )?(?:the )?|от |на )(?:'?[0-9]{2}|[0-9]{4}(?:[-–/][0-9]{2,4})?)(?:-?(?:го|й))?"
    r" ?(?:года?|г\.?|년[도의]?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words that name a time: where they stand, and what they may mean.

    `spans` are its readings, any of which may be meant: of a doubtful date, or of a list.
    It is empty where `recurring` names a month, or a day of a month, of any year. A latent
    phrase only might be a date. A bare year has no preposition, or one that makes it belong to
    a thing: "the 1961 treaty", "договор 61 года", "the plan for 2015-16".
    """

    start: int
    end: int
    spans: tuple[DateSpan, ...]
    recurring: Recurring | None
    is_latent: bool
    is_bare_year: bool = False


@lru_cache(maxsize=READ_AGAIN)
def find_phrases(text: str, *, today: date) -> tuple[DatePhrase, ...]:
    """Return the date phrases of `text` in order, never overlapping; never raises."""
    if names_nothing(text, _ANCHORS):
        return ()
    tokens = deny_numbers(join_counts(read_tokens(text, today=today)))
    if not any(token.symbol in _ANCHORS for token in tokens):
        return ()
    if len(tokens) == 1 and tokens[0].symbol == "day" and tokens[0].end - tokens[0].start == 2:
        tokens.insert(0, Token("on", tokens[0].start, tokens[0].start))
    tokens = mend_months(tokens, text)
    for grammar in PASSES:
        tokens = grammar.reduce(tokens, today=today)
    tokens = PREPOSITIONS.reduce(join_lists(tokens), today=today)
    return tuple(
        DatePhrase(
            token.start,
            token.end,
            () if token.recurring else token.spans,
            token.recurring,
            is_latent=token.doubt > SURE,
            is_bare_year=_BARE_YEAR.fullmatch(text, token.start, token.end) is not None,
        )
        for token in tokens
        if token.symbol == READING
    )


def compile_rules() -> None:
    """Make the grammar ready as a whole, for a process that answers many questions.

    A single question meets only a few of the rules, and waits for no others.
    """
    for grammar in (*PASSES, PREPOSITIONS):
        grammar.compile()
    compile_phrases()


def read_period(text: str, *, today: date) -> DateSpan | Recurring | None:
    """Return the one period that the whole of `text` names, or None."""
    bare = text.strip(" \t\n?!.,;\"'()")
    if len(bare) > LONGEST_PERIOD or (bare.isdigit() and len(bare) < 4):
        return None
    found = find_phrases(bare, today=today)
    if len(found) != 1 or bare[: found[0].start].strip() or bare[found[0].end :].strip(" .?!"):
        return None
    return found[0].recurring or found[0].spans[0]
