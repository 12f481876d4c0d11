"""A ruler and the number of the name as one thing that is asked for, in any alphabet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.search.asking.translating import translated
from bot.search.asking.unit_making import UnitMaker
from bot.search.asking.units import Unit, Variant
from bot.search.asking.ways import EXACT, spelt_names
from bot.search.language.regnal import is_regnal, numeral_in_hangul
from bot.search.terms import Term


def ruler_unit(covered: Sequence[Term], maker: UnitMaker) -> tuple[Unit, int] | None:
    """Return the ruler with whom these terms begin, and of how many: "Francis I", "루이 16세".

    None where they begin with none, and where names are curated. An entry of another Francis
    holds the half of it; where none holds the name, the number alone is nothing.
    """
    index = maker.index
    if index.lexicon.kinds:
        return None
    name, is_held = covered[0], index.is_held(covered[0].stem)
    in_hangul = "" if is_held else numeral_in_hangul(covered)
    if not in_hangul and not is_regnal(covered, capitalised=maker.capitalised):
        return None
    named = [Variant((name.stem,), EXACT, "phrase")] if is_held else []
    if not name.text.isascii():
        named += translated((name.stem,), index, typed=name.text)
        named += spelt_names(name.text, index)
    if in_hangul and not named:
        return None
    length, number = (3, in_hangul) if in_hangul else (2, covered[1].stem)
    text = " ".join(term.text for term in covered[:length])
    unit = maker.make(text, [replace(way, keys=(*way.keys, number)) for way in named])
    return replace(unit, is_common=False, is_likely_name=bool(unit.variants)), length
