"""Terms of a question to weighted units over the words of the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.search.asking.alone import is_alone, may_belong_together
from bot.search.asking.mending import mend_words
from bot.search.asking.native import native_columns
from bot.search.asking.phrase_units import phrase_unit
from bot.search.asking.ruler_units import ruler_unit
from bot.search.asking.translating import longest_translated_apart, translated
from bot.search.asking.unit_making import UnitMaker
from bot.search.asking.units import Unit, Variant, told_apart
from bot.search.asking.ways import (
    EXACT,
    NUMBER_WORDS,
    designation_ways,
    is_said,
    lettered_ways,
    numeral_ways,
    related_ways,
    spelt_names,
    ways_of_a_verb,
    ways_of_people,
    ways_with_letter,
    word_ways,
)
from bot.search.index import Index, rarity_of
from bot.search.indexing.lexicon import Found
from bot.search.language.designations import is_designation, is_lettered, is_number_with_letter
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.language.regnal import NUMERALS, is_counter
from bot.search.language.related_words import longest_related, related
from bot.search.language.telling import is_function, parts_of_names, telling_words
from bot.search.terms import Term, stem, without_particle

MAX_UNITS = 24  # a question has fewer; more is noise that would only cost time

# "us" is a pronoun after these and a country otherwise, where the data says that it is one.
_BEFORE_PRONOUN = frozenset(
    "tell give show let help for of with to remind about between and send teach both".split()
)


class UnitReader:
    """Turns terms into units; holds what one question needs along the way."""

    def __init__(
        self,
        index: Index,
        *,
        shouted: frozenset[str],
        capitalised: frozenset[str],
        is_of_kind: bool,
        glued: frozenset[tuple[str, ...]] = frozenset(),
        with_letter: frozenset[str] = frozenset(),
    ) -> None:
        self._glued = glued
        self._with_letter = with_letter
        self._is_of_kind = is_of_kind
        self._index = index
        self._shouted = shouted
        self._capitalised = capitalised
        self._maker = UnitMaker(index, capitalised)
        self._telling: frozenset[str] = frozenset()
        self._others: Mapping[str, tuple[tuple[str, float], ...]] = {}
        self.corrections: Mapping[str, str] = {}

    def units(self, typed: Sequence[Term]) -> tuple[Unit, ...]:
        is_bare = not self._index.lexicon.kinds
        if is_bare:
            self._telling = telling_words([term.text for term in typed])
        else:
            said = parts_of_names([term.text for term in typed])
            self._telling = frozenset(w for w in said if is_said([stem(w)], self._index))
        mended = mend_words(typed, self._index, capitalised=self._capitalised)
        spelt = self._without_last_particles(mended.words)
        self.corrections, self._others = mended.corrections, mended.others
        if spelt and spelt[-1].text == "over" and is_bare:
            spelt[-1] = Term("end", "end")  # "When was the siege over?"
        units: dict[tuple[str, ...], Unit] = {}
        position = 0
        last: Unit | None = None  # just before
        phrases = {found.start: found for found in self._find(spelt)}
        stems = [term.stem for term in spelt]
        others = self._capitalised.union(self._shouted, self._others)
        alone = {} if self._glued or may_belong_together(spelt) else self._index.alone
        while position < len(spelt):
            term, found = spelt[position], phrases.get(position)
            if found is not None and found.length == 1 and self._is_lettered(spelt, position):
                found = None  # "Garsen B" is no Garsen
            unit: Unit | None
            known = None if term.text in others else alone.get(term.text)
            if known is not None:
                (unit,) = known
                position += 1
            elif found is not None:
                unit = phrase_unit(found, spelt, self._maker, is_of_kind=self._is_of_kind)
                position += found.length
            elif length := longest_related(stems, position, with_peoples=is_bare):
                unit = self._short_name_unit(spelt[position : position + length])
                position += length
            elif length := longest_translated_apart(stems, position, self._index, known=phrases):
                unit = self._foreign_unit(spelt[position : position + length])
                position += length
            elif joined := self._with_next(spelt, position):
                unit, length = joined
                position += length
            else:
                as_verb = ways_of_a_verb(spelt, position, self._index)
                unit = self._word_unit(term, as_verb)
                if term.text not in others and is_alone(term, self._index):
                    self._index.alone.keep(term.text, (unit,))
                position += 1
            if unit is not None and last is not None and "people" in last.kinds:
                unit = self._done_by_people(unit, spelt[position - 1])
            last = unit
            if unit is not None:
                key = unit.variants[0].keys if unit.variants else (unit.text,)
                units.setdefault(key, unit)
        left = tuple(units.values())
        if len(left) > MAX_UNITS:
            chosen = sorted(left, key=lambda unit: -unit.weight)[:MAX_UNITS]
            kept = set(map(id, chosen))
            left = tuple(unit for unit in left if id(unit) in kept)
        return told_apart(left) if is_bare else left

    def _with_next(self, spelt: Sequence[Term], position: int) -> tuple[Unit, int] | None:
        """Return a letter, number or numeral with the word it belongs to, and of how many terms."""
        two = spelt[position : position + 2]
        if len(two) < 2:
            return None
        if is_counter(two) and not self._index.is_held(two[1].stem):
            counted = self._word_unit(two[0])
            return (counted, 2) if counted is not None else None
        first, second = two[0].text, two[1].text
        three = spelt[position : position + 3]
        if not first.isascii() and (ruler := ruler_unit(three, self._maker)):
            return ruler
        if not (len(first) == 1 or len(second) == 1 or second in NUMERALS or self._glued):
            return None  # most words
        if is_designation(two):
            return self._named_unit(two), 2
        if self._glued and self._is_glued(three):
            return self._named_unit(three), 3
        if self._with_letter and is_number_with_letter(two, self._with_letter, self._index.is_held):
            return self._maker.make(f"{first} {second}", ways_with_letter(two), is_name=True), 2
        if self._is_lettered(spelt, position):
            return self._named_unit(two, is_lettered=True), 2
        return ruler_unit(three, self._maker)

    def _without_last_particles(self, words: Sequence[Term]) -> list[Term]:
        """Part the last noun of a Korean phrase from its particle, if it is of one syllable.

        By itself such a noun keeps it, as it may as well be a longer noun: "a year of friendship".
        """
        spelt = list(words)
        if "".join([term.text for term in spelt]).isascii():
            return spelt  # most questions
        for place, term in enumerate(spelt[1:], start=1):
            if term.text.isascii():
                continue
            short = without_particle(term.text)
            if short and self._index.lexicon.meaning_of((spelt[place - 1].stem, short)).groups:
                spelt[place] = Term(term.text, short)
        return spelt

    def _find(self, spelt: Sequence[Term]) -> list[Found]:
        kept: list[Found] = []
        if not self._index.lexicon.longest:
            return kept  # of a store where nobody curates
        for found in self._index.lexicon.find(spelt):
            first = spelt[found.start].text
            if found.length == 1 and first in FUNCTION_WORDS:
                before = spelt[found.start - 1].text if found.start else ""
                is_name = any(c.startswith("@") for c in found.meaning.concepts)
                is_meant = first in self._shouted or (
                    len(first) <= 3 and before not in _BEFORE_PRONOUN and len(spelt) > 1
                )
                if not (is_name and is_meant) and not found.meaning.groups:
                    continue
                if is_name and not is_meant:
                    continue
            kept.append(found)
        return kept

    def _is_function(self, word: str) -> bool:
        if word in self._telling:
            return False
        return is_function(word) or word in self._index.lexicon.asking

    def _short_name_unit(self, covered: Sequence[Term]) -> Unit:
        # "Second World War" is one thing, that titles may also call "WWII".
        stems = tuple(term.stem for term in covered)
        variants = [Variant(stems, EXACT, "phrase"), *related_ways(stems, self._index)]
        return self._maker.make(" ".join(term.text for term in covered), variants)

    def _foreign_unit(self, covered: Sequence[Term]) -> Unit:
        # A thing that Russian or Korean calls by several words: "мирный договор".
        stems = tuple(term.stem for term in covered)
        variants = [Variant(stems, EXACT, "phrase"), *translated(stems, self._index)]
        return self._maker.make(" ".join(term.text for term in covered), variants)

    def _named_unit(self, covered: Sequence[Term], *, is_lettered: bool = False) -> Unit:
        text = " ".join(term.text for term in covered)
        ways = lettered_ways(covered) if is_lettered else designation_ways(covered, self._index)
        unit = self._maker.make(text, ways, is_name=True)
        if is_lettered or self._index.lexicon.kinds or not unit.variants:
            return unit
        # "F-22": many a title has an F, and many a 22, but hardly one has both.
        both = sum(map(self._index.rarity, unit.variants[0].keys))
        return replace(unit, weight=min(both, rarity_of(1, len(self._index.events))))

    def _is_glued(self, covered: Sequence[Term]) -> bool:
        return tuple(term.text for term in covered) in self._glued

    def _is_lettered(self, spelt: Sequence[Term], position: int) -> bool:
        covered, after = spelt[position : position + 2], spelt[position + 2 : position + 3]
        if len(covered) < 2 or len(covered[1].text) > 1:
            return False
        return is_lettered(
            covered, after, capitalised=self._capitalised, is_held=self._index.is_held
        )

    def _done_by_people(self, unit: Unit, term: Term) -> Unit:
        ways = [] if unit.is_name or unit.text != term.text else ways_of_people(term)
        return self._maker.make(unit.text, [*unit.variants, *ways]) if ways else unit

    def _word_unit(self, term: Term, as_verb: list[Variant] | None = None) -> Unit | None:
        if self._is_function(term.text) and not self._is_abbreviation(term):
            return None
        if as_verb is not None or term.text in self._others or term.text in self._capitalised:
            return self._read_word(term, as_verb)
        key = (term.text, term.stem)
        unit: Unit | None = self._index.words.get(key)
        if unit is None:  # by itself a word means the same in every question
            unit = self._read_word(term)
            self._index.words.keep(key, unit)
        return unit

    def _read_word(self, term: Term, as_verb: list[Variant] | None = None) -> Unit:
        others = self._others.get(term.text)
        owners = self._index.lexicon.surnames.get(term.stem, ())
        if owners:
            variants = [Variant((owner,), EXACT, "name") for owner in owners]
            variants.append(Variant((term.stem,), EXACT, "word"))
            return replace(self._maker.make(term.text, variants, is_name=True), kinds=("people",))
        number = NUMBER_WORDS.get(term.text)
        if number:
            variants = [Variant((key,), EXACT, "word") for key in (term.stem, stem(number))]
            variants += related_ways((term.stem,), self._index)
            variants += numeral_ways(term, self._index)
        elif others:
            variants = [Variant((key,), closeness, "spelling") for key, closeness in others]
        else:
            variants = word_ways(term)
            variants += related_ways((term.stem,), self._index) if as_verb is None else as_verb
            if not term.text.isascii() or native_columns(self._index):
                variants += translated((term.stem,), self._index, typed=term.text)
            # An everyday word that may be a name here, or a name that is written here in Latin.
            if variants[1:] or not term.text.isascii():
                variants += spelt_names(term.text, self._index)
            variants += numeral_ways(term, self._index)
        names = [key for v in variants if v.reason == "name" for key in v.keys]
        # A number names its thing as a name does: "Apollo 11", "resolution 1718".
        unit = self._maker.make(term.text, variants, is_name=term.is_number or bool(names))
        if not names:
            return unit
        known = self._index.lexicon.kinds
        kinds = tuple({known[n]: None for n in names if n in known})
        return replace(unit, kinds=kinds) if kinds else unit

    def _is_abbreviation(self, term: Term) -> bool:
        """Whether a word in capitals is the short name of something: "US", not "us"."""
        return term.text in self._shouted and bool(related((term.stem,)))
