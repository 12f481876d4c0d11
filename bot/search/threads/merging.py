"""What was asked before in a thread, as far as it completes what is asked now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.search.asking.intent import Asked
from bot.search.asking.units import EVERYWHERE, Unit, is_everywhere, keys_of
from bot.search.dates.times import of_year
from bot.search.language.forms import Form
from bot.search.language.related_words import is_people, people_of
from bot.search.language.romanising import romanise
from bot.search.query import Query
from bot.search.threads.stance import is_word_of_reaction
from bot.search.when import DatePhrase

# What was asked before still counts beside what is asked now, but less.
EARLIER_SHARE = 0.5

ACTORS = frozenset(("people", "organisations"))  # kinds of names that act


# "That mission", "this trip": a word for what was shown, which need not stand in what is asked for.
_CALLED = re.compile(
    r"(?<!\bsay )(?<!\bsaid )(?<!\bknow )(?<!\bthink )(?<!\bmean )(?<!\bdid )(?<!\bdoes )"
    r"\b(?:that|this|those|these) (?!(?:summer|winter|spring|autumn|fall|season|time)\b)"
    r"(?P<noun>\w{3,})"
)


# A kind of question of its own: "what about 2022" asks the same as before.
_ASKS_WHAT = Form(
    r"\bwhat(?! (?:about|of|if|else)\b)\b|\b(?:что|чем)\b(?! (?:насчет|если|еще)\b)|무엇|무슨|뭐"
)

# "How was that punished": what was done to it, and no thing of that name.
_WAS_DONE = re.compile(r"\b(?:was|were|is|are|been) (?:that|this|those|these) (?P<deed>\w{2,}ed)\b")


# "Kiev" is another name of Kyiv, and no word for what is of it.
_ADJECTIVE = ("an", "ish", "ese", "ch", "ic", "i", "ss", "k")

NO_OTHER: tuple[AbstractSet[str], AbstractSet[str]] = (frozenset(), frozenset())


def merged_with(
    query: Query, topic: Query, *, keeps_people: bool, is_elliptic: bool = False
) -> Query:
    """Complete what is asked now by what was asked before, where they do not compete.

    A name takes the place of another of its kind, unless a pronoun means that one too. In "and
    Ada?" one who acts takes the place of another, be it a person or a house of parliament.
    """
    kinds = {kind for unit in query.units if unit.is_name for kind in unit.kinds}
    kinds |= ACTORS if not ACTORS.isdisjoint(kinds) and is_elliptic else frozenset()
    has_number = any(unit.is_number for unit in query.units)
    hard = query.hard
    is_less = bool(hard) and not has_number
    texts = {unit.text for unit in query.units}
    lasting = frozenset(["people"] if keeps_people else ())
    gone, again = of_another_name(query, topic) if is_elliptic else NO_OTHER
    kept = [
        replace(
            unit,
            weight=unit.weight
            * (_share_of(unit, lasting) if is_less and unit.text not in again else 1.0),
            is_earlier=True,
        )
        for unit in topic.units
        if unit.text not in texts
        and unit.text not in gone
        and unit.variants
        and not (unit.is_name and kinds.intersection(unit.kinds) - lasting)
        and not (unit.is_number and (has_number or query.phrases))
    ]
    is_telling = any(unit.weight > EVERYWHERE for unit in kept if not unit.is_soft)
    if not hard and (is_telling or query.phrases):
        kept = [replace(unit, is_soft=unit.is_soft or is_everywhere(unit)) for unit in kept]
    phrases = with_year(query.phrases, topic.phrases)
    if not phrases and not hard and query.occasion is None:
        phrases = topic.phrases
    intent = query.intent
    if intent.asked is Asked.WHAT and _ASKS_WHAT.search(intent.whole) is None:
        intent = replace(intent, asked=topic.intent.asked)
    return replace(query, units=(*query.units, *kept), phrases=phrases, intent=intent)


def of_another_name(query: Query, topic: Query) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """Return the names before, of which another takes the place, and what was asked of them.

    That is where no names are curated: "the Otter rebellion" - "and the Marl one?" is of a
    rebellion. Where nothing was asked of a name, it stays what is spoken of.
    """
    before, now = topic.hard, query.hard
    is_bare = any(unit.is_likely_name for unit in (*before, *now))
    if not is_bare or not any(map(_may_name, now)):
        return NO_OTHER
    names = frozenset(unit.text for unit in before if _may_name(unit))
    asked = frozenset(unit.text for unit in before if not unit.is_number) - names
    return (names, asked) if names and asked else NO_OTHER


def _may_name(unit: Unit) -> bool:
    return unit.is_likely_name or bool(people_of(unit.text))


def _share_of(unit: Unit, lasting: AbstractSet[str]) -> float:
    """Return how much of its weight a unit asked for before keeps beside what is asked now.

    Names of a kind that a pronoun means are as good as said again.
    """
    if unit.is_soft or not lasting.isdisjoint(unit.kinds):
        return 1.0
    return EARLIER_SHARE


def with_year(
    phrases: tuple[DatePhrase, ...], earlier: tuple[DatePhrase, ...]
) -> tuple[DatePhrase, ...]:
    """Give "in July" the year that was spoken of."""
    years = {
        span.earliest.year
        for phrase in earlier
        for span in phrase.spans
        if span.earliest.year == span.latest.year
    }
    return tuple(of_year(phrase, min(years)) for phrase in phrases) if len(years) == 1 else phrases


def with_people(topic: Query, query: Query, people: Sequence[Unit]) -> Query:
    """Let "he" mean somebody of the entry shown, where nobody was named before.

    Of several it may be any: then each only adds where it is met.
    """
    if any("people" in unit.kinds for unit in topic.units):
        return topic
    named = keys_of(query.units)
    others = [unit for unit in people if named.isdisjoint(unit.variants[0].keys)]
    meant = (replace(unit, is_soft=len(others) > 1) for unit in others)
    return replace(topic, units=(*topic.units, *meant))


def with_bodies(topic: Query, query: Query, bodies: Sequence[Unit]) -> Query:
    """Let "its" mean the one organisation of the entry shown, where none was named before.

    What took the place of another is spoken of no longer as that.
    """
    is_named = any("organisations" in unit.kinds for unit in (*topic.hard, *query.hard))
    return topic if is_named or len(bodies) != 1 else replace(topic, units=(*topic.units, *bodies))


def with_one_shown(query: Query, people: Sequence[Unit]) -> Query:
    """Let a part of a name mean who of the entry shown bears it: "and Kim to Russia?"."""

    def meant(unit: Unit) -> Unit:
        said = unit.keys.union((romanise(unit.text),))
        bearers = [one for one in people if not said.isdisjoint(one.text.split())]
        return bearers[0] if bearers and not (unit.is_name or unit.is_soft) else unit

    return replace(query, units=tuple(map(meant, query.units)))


def doers_in(
    query: Query, topic: Query, people: Sequence[Unit], *, has_pronoun: bool
) -> tuple[Unit, ...]:
    """Return those whose deeds are asked for: the people named now, or whom "he" means.

    A part of a name ("kim") means who of the entry shown bears it. Of several whom a pronoun
    may mean any will do: they are one unit.
    """
    named = [unit for unit in query.hard if "people" in unit.kinds]
    said = {unit.text for unit in query.hard}
    named += [unit for unit in people if unit not in named and said.intersection(unit.text.split())]
    if named or not has_pronoun:
        return tuple(named)
    meant = [unit for unit in topic.units if "people" in unit.kinds]
    if not meant:
        return ()
    variants = tuple(variant for unit in meant for variant in unit.variants)
    return (replace(meant[0], variants=variants),)


def without_calling(query: Query, text: str) -> Query:
    """Ask less for the noun of "that mission", which only points at what was shown."""
    called = {found["noun"] for found in _CALLED.finditer(text)} - {
        done["deed"] for done in _WAS_DONE.finditer(text)
    }
    if not called:
        return query
    units = tuple(
        replace(unit, is_soft=True) if unit.text in called and not unit.is_name else unit
        for unit in query.units
    )
    return replace(query, units=units)


def without_reacting(query: Query) -> Query:
    """Leave out "react" and "answer": who took it somehow need not be said to have done so."""
    units = tuple(unit for unit in query.units if not is_word_of_reaction(unit.text))
    return replace(query, units=units)


def with_soft_topic(query: Query) -> Query:
    """Let what was asked before add where it is met, and cost nothing where it is not."""
    units = (replace(u, is_soft=True) if u.is_earlier else u for u in query.units)
    return replace(query, units=tuple(units))


def of_any_number(query: Query) -> Query:
    """Let go of the number spoken of before: what comes next has another."""
    kept = [unit for unit in query.units if not (unit.is_earlier and unit.is_number)]
    return replace(query, units=tuple(kept))


def of_any_place(query: Query) -> Query:
    """Let go of the place spoken of before: the next meeting need not be held there.

    Whose it is stays, as in "the British vote".
    """
    kept = [
        unit
        for unit in query.units
        if not (unit.is_earlier and unit.kinds == ("places",))
        or (is_people(unit.text) and unit.text.endswith(_ADJECTIVE))
    ]
    is_enough = any(not unit.is_soft and unit.weight > EVERYWHERE for unit in kept)
    return replace(query, units=tuple(kept)) if is_enough else query
