"""What somebody named is called along with the name: in which office or rank they were."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.search.forms import Form
from bot.search.intent import Asked, Intent
from bot.search.terms import tokens
from bot.search.units import Unit

_ACTED_AS = Form(
    r"\b(?:as|как|в качестве) (?:a |an |the |his |her |their |head |acting )*"
    r"(?P<office>\w+(?: \w+){0,2})\s*(?:[,;?!.]|$)"
)
# Words that people put before a name, in folded form.
_BEFORE_A_NAME = frozenset(
    """
ambassador envoy minister premier president chancellor governor senator secretary spokesman
spokeswoman speaker deputy vice prime foreign defence defense interior chairman chairwoman director
commissioner general marshal admiral colonel major captain commander lieutenant sergeant officer
king queen prince princess emperor empress tsar pope patriarch archbishop bishop cardinal father
doctor dr professor prof engineer astronaut cosmonaut explorer judge justice coach manager
striker keeper goalkeeper footballer mr mrs ms sir lady lord comrade leader
посол посла послу послом послы министр министра министру министром премьер премьера премьеру
президент президента президенту президентом маршал маршала генерал генерала адмирал адмирала
полковник полковника капитан капитана командир командира космонавт космонавта космонавту
космонавтом король короля королева королевы царь царя патриарх патриарха митрополит митрополита
доктор доктора профессор профессора товарищ товарища директор директора конструктор конструктора
""".split()
)

# In Korean they stand behind it, with a particle: "덴트 대통령은".
_BEHIND_A_NAME = Form(
    r"(?:대통령|총리|장관|대사|주석|위원장|외무상|의장|총장|장군|대장|국왕|여왕|황제|교수|박사|감독|선수)"
    r"(?:님|이|가|은|는|을|를|의|와|과|도|에게)?"
)

# Whose minister or sister it was is known from who that is: "Dent's minister of culture".
_OF_SOMEBODY = (
    r"(?:['\u2019]s?|s) (?:\w+ ){0,3}?"
    r"(?:ministers?|premier|envoys?|ambassadors?|spokesm[ae]n|spokeswoman|deput(?:y|ies)|generals?"
    r"|speaker|chief|boss|advis[eo]r|aides?|sister|brother|wife|husband|daughter|son|father|mother"
    r"|uncle|aunt)\b"
)
_OF_ANYBODY = Form(_OF_SOMEBODY)


def in_their_office(units: tuple[Unit, ...], intent: Intent) -> tuple[Unit, ...]:
    """Let an office that is told of somebody named add, and cost nothing.

    "Ida Rask was there as minister", "ambassador Rask": who they were is known from who they
    are, and entries seldom say it along. Where all entries with somebody are asked for, it
    does not put first those that do.
    """
    if not any("people" in unit.kinds for unit in units):
        return units
    said = _ACTED_AS.search(intent.rest)
    office = frozenset(tokens(said["office"])) if said else frozenset[str]()
    titles = {id(unit) for unit, name in pairwise(units) if _is_before(unit, name, intent.rest)}
    titles |= {id(unit) for name, unit in pairwise(units) if _is_behind(unit, name)}
    if titles and intent.asked in (Asked.LIST, Asked.COUNT):
        units = tuple(unit for unit in units if id(unit) not in titles)
    if not office and not titles:
        return units
    return tuple(
        replace(unit, is_soft=True)
        if id(unit) in titles
        or (not unit.kinds and office and office.issuperset(unit.text.split()))
        else unit
        for unit in units
    )


def is_office(unit: Unit) -> bool:
    """Whether a unit is an office or rank that somebody holds: "director"."""
    return not unit.kinds and _BEFORE_A_NAME.issuperset(unit.text.split())


def _is_before(unit: Unit, name: Unit, text: str) -> bool:
    if unit.kinds or "people" not in name.kinds or not _BEFORE_A_NAME.issuperset(unit.text.split()):
        return False
    return re.search(rf"\b{re.escape(unit.text)} {re.escape(name.text)}", text) is not None


def _is_behind(unit: Unit, name: Unit) -> bool:
    return (
        "people" in name.kinds
        and not unit.kinds
        and _BEHIND_A_NAME.fullmatch(unit.text) is not None
    )


def owners_of_offices(units: Sequence[Unit], text: str) -> frozenset[int]:
    """Return the numbers of the units that only tell whose minister or sister is meant."""
    if _OF_ANYBODY.search(text) is None:
        return frozenset()
    return frozenset(
        number
        for number, unit in enumerate(units)
        if "people" in unit.kinds
        and re.search(rf"\b{re.escape(unit.text)}{_OF_SOMEBODY}", text) is not None
    )
