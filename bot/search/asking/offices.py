"""Offices and ranks that somebody holds."""

from __future__ import annotations

from bot.search.asking.units import Unit

# As people put them before a name, in folded form.
_OFFICES = frozenset(
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


def is_office(unit: Unit) -> bool:
    """Whether a unit is an office or rank that somebody holds: "director"."""
    return not unit.kinds and _OFFICES.issuperset(unit.text.split())
