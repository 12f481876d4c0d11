"""Undoing: whether an entry tells that something was withdrawn, where that is asked."""

from __future__ import annotations

from bot.search.index import Index
from bot.search.intent import Asked
from bot.search.query import Query
from bot.search.terms import stem, stems_of, tokens

# How people say that a treaty, a promise or a recognition was undone: words, in all their forms.
_ASKED = frozenset(
    tuple(phrase.split())
    for phrase in """
withdraw, withdrew, withdrawn, cancel, cancelled, canceled, revoke, revoked, rescind, rescinded,
annul, annulled, repeal, repealed, scrap, scrapped, tear up, tore up, torn up, take back, took back,
taken back, pull out, pulled out, back out, backed out, walk out, walked out, quit, renounce,
renounced, denounce, denounced, abrogate, abrogated, terminate, terminated, break off, broke off,
broken off, cut off, retract, retracted, drop out, dropped out, отозвать, отозвала, отозвал,
отозвали, отменить, отменила, отменил, отменили, разорвать, разорвала, разорвал, разорвали,
денонсировать, денонсировала, денонсировал, расторгнуть, расторгла, расторг, выйти из, вышла из,
вышел из, вышли из, 탈퇴한, 탈퇴했, 파기한, 파기했, 철회한, 철회했, 취소한, 취소했
""".replace("\n", " ").split(", ")
)
_FIRSTS = frozenset(phrase[0] for phrase in _ASKED)

# How texts tell that something ended or was given up, however it was undone.
_TOLD = frozenset(
    map(
        stem,
        """
withdraw withdrew withdrawal cancel cancellation revoke rescind annul repeal scrap tear tore quit
renounce denounce abrogate terminate termination break broke cut sever retract recall drop end lapse
expire abandon reject refuse stop suspend halt lift pull evacuate write forgive remove expel shut
rupture
""".split(),
    )
)


def is_undoing_untold(number: int, query: Query, index: Index) -> bool:
    """Whether it is asked when or why something was undone, and the event tells of nothing undone.

    "When did Peru withdraw from the pact?" is not told by the entry of its signing.
    """
    if query.asked not in (Asked.WHEN, Asked.WHY) or _FIRSTS.isdisjoint(query.said):
        return False
    if not any(query.said[at : at + len(p)] == p for p in _ASKED for at in range(len(query.said))):
        return False
    event = index.events[number]
    told = tokens(" ".join((event.title, event.summary, event.note, *event.keywords)))
    return _TOLD.isdisjoint(stems_of(told))
