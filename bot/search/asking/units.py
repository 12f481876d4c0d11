"""`Unit` and `Variant`: one thing that a question asks for, and the ways to hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.search.language.function_words import FUNCTION_WORDS

# Nats; a name of no more weight is held by most events: it tells no topic, occasion or series
# from another, and proves nothing by being there.
EVERYWHERE = 0.5

DIRECT = ("name", "word", "phrase")  # why something is met by itself, not by a stand-in


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to satisfy a unit: a key of the index and how good that way is.

    Several keys mean that all are wanted; the strength is their mean by rarity.
    """

    keys: tuple[str, ...]
    quality: float
    reason: str

    @property
    def is_direct(self) -> bool:
        """Whether it is the very name, word or phrase, not a stand-in for it."""
        return self.reason in DIRECT

    @property
    def needed(self) -> tuple[str, ...]:
        """The keys that an event must hold, all of them, to meet it at all; none if any will do.

        Half of a phrase that was said is something; half of other words for it, as the union of
        the "Soviet Union" for "USSR", is nothing.
        """
        if self.reason != "related" or len(self.keys) < 2:
            return ()
        return tuple([key for key in self.keys if key not in FUNCTION_WORDS]) or self.keys


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing asked for: a name, a phrase or a word, with the ways to satisfy it.

    `weight` is how much it says (nats); a soft unit adds when it is met and costs nothing
    when it is not. A unit without variants is a word that no event holds.
    """

    text: str
    variants: tuple[Variant, ...]
    weight: float
    is_soft: bool = False
    is_name: bool = False
    is_common: bool = False  # an ordinary word of the language
    usage: float = 0.0  # how common a word it is, log10 of uses in a billion; 0 for unlisted
    is_likely_name: bool = False  # on no list of words, where no names are curated
    kinds: tuple[str, ...] = ()  # of a name: "people", "places" or "organisations"
    is_earlier: bool = False  # asked before in the thread, not now

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the index by which any of its ways is met."""
        return frozenset([key for variant in self.variants for key in variant.keys])

    @property
    def is_number(self) -> bool:
        """Whether it is a number or told apart by a letter: "11", "3.1.4", "3 b", "series b"."""
        text = self.text
        is_lettered = text[-2:-1] == " " and text[-1].isalpha()
        if text[:1].isdigit():
            return (text[:-2] if is_lettered else text).replace(".", "").isdigit()
        return is_lettered

    @property
    def is_stranger(self) -> bool:
        """Whether it names somebody or something, or may, as ordinary words do not."""
        return self.is_name or not self.is_common


def told_apart(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Return the units without ways that are the name of another: each is to be met by its own.

    Of "when did Siam become Thailand" an entry that only names Thailand holds a half.
    """
    if not any(v.reason not in DIRECT for unit in units for v in unit.variants):
        return units  # as in most questions
    if sum(unit.is_stranger for unit in units) < 2:
        return units
    owners = {
        variant.keys: unit
        for unit in units
        if unit.is_stranger
        for variant in unit.variants
        if variant.is_direct
    }
    return tuple(_without_names_of_others(unit, owners) for unit in units)


def _without_names_of_others(unit: Unit, owners: Mapping[tuple[str, ...], Unit]) -> Unit:
    kept = tuple(v for v in unit.variants if v.is_direct or owners.get(v.keys, unit) is unit)
    return unit if len(kept) == len(unit.variants) else replace(unit, variants=kept)


def is_everywhere(unit: Unit) -> bool:
    """Whether a unit is a name that most events hold."""
    return unit.is_name and unit.weight <= EVERYWHERE


def keys_of(units: Iterable[Unit]) -> frozenset[str]:
    """Return the keys of the index by which any of the units is met."""
    return frozenset([key for unit in units for variant in unit.variants for key in variant.keys])
