"""Opposite deeds: whether a title tells that the very thing was not done, but its contrary."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.asking.intent import Asked
from bot.search.index import Index
from bot.search.query import Query
from bot.search.terms import stem, terms

# Either side tells the contrary of the other. Words that are also said in another sense ("for",
# "end", "start") stand here only with one beside them that settles it, or not at all.
_OPPOSITES = (
    (
        "vote for, vote yes, say yes, back, support, approve, in favour, in favor"
        ", поддержать, одобрить",
        "vote against, vote no, vote nay, say no, against, oppose, veto, block, reject"
        ", отвергнуть, против",
    ),
    (
        "accept, attend, agree, visit, compete, participate, take part"
        ", принять, согласиться, посетить",
        "refuse, decline, reject, skip, miss, cancel, turn down, stay away, boycott"
        ", отказаться, отклонить, пропустить, отменить",
    ),
    (
        "sign, ratify, join, accede, подписать, ратифицировать, вступить",
        "quit, denounce, terminate, withdraw, leave, scrap, выйти, денонсировать, разорвать",
    ),
    ("appoint, elect, swear in, sworn in", "resign, resignation, step down, abdicate, oust"),
    ("open, reopen, открыть", "close, shut, закрыть"),
    ("impose, tighten, ввести", "lift, ease, снять, смягчить"),
    ("release, free, освободить", "seize, detain, arrest, capture, захватить, задержать"),
    ("win, победить", "lose, проиграть"),
    ("buy, купить", "sell, продать"),
    (
        "give back, hand back, return, get back, вернуть, возвратить",
        "take over, seize, requisition, confiscate, occupy, занять, захватить",
    ),
    ("confirm, admit, подтвердить, признать", "deny, опровергнуть"),
)


def _read(row: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(stem, phrase.split())) for phrase in row.split(", "))


_SIDES = tuple((_read(one), _read(other)) for one, other in _OPPOSITES)
_PAIRS = (*_SIDES, *((other, one) for one, other in _SIDES))
# The places of the pairs whose first side has a phrase that begins with a stem.
_BY_BEGINNING = {
    word: tuple(
        place for place, (one, _) in enumerate(_PAIRS) if word in {phrase[0] for phrase in one}
    )
    for word in {phrase[0] for one, _ in _PAIRS for phrase in one}
}
_BEGINNINGS = frozenset(_BY_BEGINNING)


def is_opposite(number: int, query: Query, index: Index) -> bool:
    """Whether the event's title tells the opposite of the deed asked for, and nothing the deed.

    "Why did Peru vote against it?" is not answered by "Peru votes for it". Who asks whether
    somebody did it is: that the opposite was done is the answer.
    """
    if query.asked is Asked.YES_NO:
        return False
    said = query.stems
    if _BEGINNINGS.isdisjoint(said):
        return False  # as in most questions
    begun = {place for word in said for place in _BY_BEGINNING.get(word, ())}
    asked = [
        (phrases, *_PAIRS[place]) for place in begun if (phrases := said_of(_PAIRS[place][0], said))
    ]
    if not asked:
        return False
    event = index.events[number]
    title = tuple(term.stem for term in index.title(number).terms)
    told = (*title, *(term.stem for term in terms(event.summary)))
    return any(
        not said_of(other, said)
        and said_of(other, title)
        and not said_of(one, title)  # "seizes and frees" tells of either
        and not said_of(phrases, told)
        for phrases, one, other in asked
    )


def said_of(phrases: Sequence[tuple[str, ...]], stems: Sequence[str]) -> list[tuple[str, ...]]:
    """Return those of the phrases that are in a row of stems."""
    return [
        phrase
        for phrase in phrases
        if phrase[0] in stems
        and any(tuple(stems[at : at + len(phrase)]) == phrase for at in range(len(stems)))
    ]
