"""What a process that answers many questions reads before the first, so that none waits for it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from datetime import date

from bot.packing import KEPT, SortedWords, Table
from bot.search.asking.reading import UnitReader
from bot.search.index import MOST_TELLINGS, WORDS_KEPT, Index
from bot.search.indexing.packed_speller import PackedShelves
from bot.search.indexing.spelling import edits_allowed
from bot.search.language.foreign_words import KOREAN, RUSSIAN, compared_words
from bot.search.language.forms import Form, Forms
from bot.search.searching import search
from bot.search.terms import stem, terms
from bot.search.when import compile_rules

MOST_PHRASES = 20_000  # of a lexicon that are kept, as are the words of a vocabulary
ANY_DAY = date(2000, 1, 1)  # titles tell no time that depends on it
MOST_WORDS = 60_000  # of a vocabulary that are kept as a set, which takes some megabytes
MOST_READ = WORDS_KEPT // 2  # words; the others are those of questions
# New objects between two looks for garbage, of which a question leaves none: each look holds up
# some question, and so few objects as Python looks after by itself one question in fifteen.
YOUNG = 20_000
TYPED = range(4, 21)  # letters of nearly all words that are misspelt
ROOMS = "bot.search."  # in which forms of asking stand, by themselves or some together


def make_ready(index: Index) -> None:
    """Read what all questions need, and of a store so small that it stays at hand all of it.

    A larger one is read as questions ask for it: they take longer for other reasons. What is
    read stays, and is not looked through for garbage any more.
    """
    compile_rules()
    for column in (RUSSIAN, KOREAN):
        compared_words(column)
    for name, room in tuple(sys.modules.items()):
        if name.startswith(ROOMS):
            for form in _forms_in(tuple(vars(room).values())):
                if not form.is_ready:
                    form.look_for_needs()
    for event in index.events[:1]:  # some tables are only made when they are first asked for
        search(event.title, index, today=ANY_DAY)
    speller, lexicon = index.speller, index.lexicon
    tables = (lexicon.meanings, lexicon.longest, lexicon.kinds, lexicon.surnames)
    for table in (*tables, lexicon.expansions, lexicon.tags_of, lexicon.joined):
        if isinstance(table, Table) and len(table) <= MOST_PHRASES:
            table.keep()
    for words in (speller.words, speller.stems, speller.others, speller.known_stems):
        if isinstance(words, SortedWords) and len(words) <= MOST_WORDS:
            words.keep()
    if len(speller.words) <= MOST_WORDS:
        if isinstance(speller.shelves, PackedShelves):
            speller.shelves.keep()
        limits = ((length, edits_allowed(length, is_ascii=True)) for length in TYPED)
        speller.keep_letters([(length, limit) for length, limit in limits if limit])
        _read_words(index)
    if len(index.events) <= MOST_TELLINGS:
        for number in range(len(index.events)):
            index.title(number)
            index.sentences(number)
    if isinstance(index.postings, Table) and len(index.postings) <= KEPT:
        index.postings.keep()
        for key in index.postings:
            index.is_held(key)
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])


def _read_words(index: Index) -> None:
    """Read as units of a question the words that most entries hold: so do most questions."""
    words = filter(str.isascii, index.speller.words)
    held = sorted(words, key=lambda word: (-index.count(stem(word)), word))
    reader = UnitReader(index, shouted=frozenset(), capitalised=frozenset(), is_of_kind=False)
    for word in held[:MOST_READ]:
        reader.units(terms(word))


def _forms_in(found: object) -> Iterator[Form]:
    """Yield the forms of asking among what a room holds."""
    if isinstance(found, Form):
        yield found
    elif isinstance(found, Forms):
        yield from found.forms
    elif isinstance(found, tuple):
        for one in found:
            yield from _forms_in(one)
    elif isinstance(found, dict) and any(isinstance(one, Form) for one in found.values()):
        yield from _forms_in(tuple(found.values()))
