"""Which of the names in a sentence do something: those right before the deed, joined by "and"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.asking.units import Unit
from bot.search.index import Index
from bot.search.indexing.lexicon import Found
from bot.search.language.irregular import may_be_verb
from bot.search.terms import Term, stem

PREPOSITIONS = frozenset(
    "at in on of over under near across into from to for with through along behind by".split()
)
# What is opened opens: the one that is told to do it may be the one to whom it is done.
_OF_ITSELF = frozenset(
    map(
        stem,
        "begin break burn close collapse end finish launch move open reopen resume run sink start"
        " stop".split(),
    )
)
_BEFORE_A_VERB = frozenset("to will would may might can could did does do".split())


def of_kind(said: Sequence[Term], actor: Unit, index: Index) -> list[Found]:
    """Return the names in what is said that are, like the actor, of people or of places."""
    kinds = index.lexicon.kinds
    return [
        found
        for found in index.lexicon.find(said)
        if any(kinds.get(concept) in actor.kinds for concept in found.meaning.concepts)
    ]


def names_acting(names: Sequence[Found], title: Sequence[Term]) -> list[Found]:
    """Return the last of the names, with those joined to it: "Ada and Bob" act together.

    A name behind a preposition only tells where or of what: "the bridge over the Severn opens".
    """
    bare = [found for found in names if not _is_within(found, title)]
    names = bare or names
    acting = list(names[-1:])
    for found in reversed(names[:-1]):
        between = title[found.start + found.length : acting[-1].start]
        if [term.text for term in between] != ["and"]:
            break
        acting.append(found)
    return acting


def is_kind_of(names: Sequence[Found], said: Sequence[Term], place: int, text: str) -> bool:
    """Whether a noun of a text is no deed of the one name before it, which only tells its kind.

    "The Arland commission breaks off" tells no deed of Arland's, "Arland's veto" does.
    """
    word = said[place].text
    if len(names) != 1 or not word.isascii() or may_be_verb(word):
        return False
    end = names[0].start + names[0].length
    if said[place - 1].text in _BEFORE_A_VERB or place > end + 1:
        return False
    return not owns(said[end - 1], text)


def is_of_itself(deed: Unit, verb: Term) -> bool:
    """Whether a deed is done by a thing as well as to it: "the bridge opens", "Ada opens it"."""
    return not _OF_ITSELF.isdisjoint((verb.stem, stem(verb.text), *deed.keys))


def owns(name: Term, text: str) -> bool:
    """Whether a text tells of what is of a name: "Ada's message"."""
    told = text.lower().replace("\u2019", "'")
    return f"{name.text}'s " in told or f"{name.text}' " in told


def _is_within(found: Found, title: Sequence[Term]) -> bool:
    before = [term.text for term in title[max(0, found.start - 2) : found.start]]
    if before[-1:] == ["the"]:
        before.pop()
    return before[-1:] != [] and before[-1] in PREPOSITIONS


def meant_by(names: Sequence[Found], index: Index) -> set[str]:
    """Return the concepts of names with those that the data lets stand for them: a capital."""
    concepts = {concept for found in names for concept in found.meaning.concepts}
    return concepts.union(*(index.lexicon.expansions.get(one, ()) for one in concepts))
