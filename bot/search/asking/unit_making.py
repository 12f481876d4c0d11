"""What a question asks for, of its words and the ways in which events may hold it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from bot.search.asking.units import Unit, Variant
from bot.search.asking.ways import exact_first
from bot.search.index import Index, rarity_of
from bot.search.language.common_words import commonness, is_name_word
from bot.search.language.foreign_words import names_in_english

OF_ALL = 0.3  # nats, at most; what the whole timeline is about tells hardly one entry from another
VERY_COMMON = 5.5  # log10 of uses in a billion; such a word is none, however it is written


@dataclass(frozen=True, slots=True)
class UnitMaker:
    """Makes units over the words of one index; `capitalised` are the words so written."""

    index: Index
    capitalised: frozenset[str]

    def make(
        self,
        text: str,
        variants: Sequence[Variant],
        *,
        is_soft: bool = False,
        is_name: bool = False,
    ) -> Unit:
        """Return the unit of `text`, with those of its ways that some event holds."""
        index = self.index
        usage = commonness(text)
        is_common = self._is_ordinary(text, usage)
        live = tuple([v for v in variants if self._is_held(v)])
        if not live:
            unknown = rarity_of(0, max(1, len(index.events)))
            return Unit(text, (), unknown, is_soft, is_name, is_common, usage)
        live = exact_first(live, index)
        best = live[0] if len(live) == 1 else max(live, key=attrgetter("quality"))
        if len(best.keys) == 1:
            weight = index.rarity(best.keys[0])
        else:
            weight = max(index.rarity(key) for key in best.keys)
        if is_name and not index.about.isdisjoint(key for v in live for key in v.keys):
            weight = min(weight, OF_ALL)
        is_likely = not (is_name or is_common or index.lexicon.kinds)
        return Unit(text, live, weight, is_soft, is_name, is_common, usage, is_likely)

    def _is_held(self, variant: Variant) -> bool:
        """Whether any event holds one of the keys."""
        if len(variant.keys) == 1:
            return self.index.is_held(variant.keys[0])
        return any(map(self.index.is_held, variant.keys))

    def _is_ordinary(self, word: str, usage: float) -> bool:
        """Whether a word may be chat or another wording, not a name."""
        if " " in word:
            return True
        if not word.isascii():
            # No list holds all forms of Russian and Korean words; a capital tells a name.
            return word not in self.capitalised and not names_in_english(word)
        if is_name_word(word) or (word in self.capitalised and usage < VERY_COMMON):
            return False
        return usage > 0 or self.index.speller.is_ordinary(word)
