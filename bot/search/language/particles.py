"""Small words that belong to the verb before them or the word beside them: "turn down", "off-site".

By itself "down" may be a curator's synonym of an outage; behind a verb it makes another verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.search.terms import stems_of, tokens

PARTICLES = frozenset("away back down off out over through up".split())

# What such a verb says has nothing to do with what its particle says alone. "Go down", "take
# down" and "bring down" are not among them: what goes down is down.
_VERBS = frozenset(
    stems_of(
        "back beat blow boil break breathe build burn calm call carry check chop clear climb come"
        " count cross cut dial dress drink drop dry eat figure fill fight find follow give grow"
        " hand hang head heat hold hunt hurry jot keep knock lay leave let lie lock look make mark"
        " narrow nail note open pass pay pick pin pipe play point pull push put quiet read ring rip"
        " roll round rule run scale set settle show shut sign simmer sit slow speak speed split"
        " stand start stay step stop strip talk tear thin throw tone track trim try turn vote warm"
        " water wear wind work write".split()
    )
)
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")


def is_of_a_verb(stems: tuple[str, ...], at: int) -> bool:
    """Whether the stem at a place is a particle that the verb before it takes for itself."""
    return at > 0 and stems[at] in PARTICLES and stems[at - 1] in _VERBS


def compounds(text: str) -> Iterator[str]:
    """Yield the words that a hyphen makes of a word and a particle, as one: "offsite"."""
    if "-" not in text:
        return
    for found in _COMPOUND.finditer(text):
        parts = tokens(found.group())
        if len(parts) == 2 and not PARTICLES.isdisjoint(parts):
            yield "".join(parts)
