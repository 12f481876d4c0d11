"""Who writes to whom: whether an entry tells of a message that went the other way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.search.acting import owns
from bot.search.encounters import MOST_NAMES
from bot.search.forms import Form
from bot.search.index import Index
from bot.search.lexicon import concept_key
from bot.search.query import Query
from bot.search.terms import Term, is_hangul, terms

# What is written, and that somebody writes: without one of these no message is asked for.
_MESSAGE = Form(
    r"\b(?:messages?|letters?|telegrams?|cables?|greetings?|congratulations?|condolences?|wish(?:es)?"
    r"|wished|sent|sends?|writes?|wrote|written|congratulate[sd]?|greet(?:s|ed)?"
    r"|письм\w+|послани[еяюй]\w{0,2}|телеграмм?\w*|поздрав\w+|соболезнован\w+|привет\w*|(?:на)?писал\w?"
    r"|(?:от|по)слал\w?|прислал\w?|отправил\w?|направил\w?)\b"
    r"|편지|서한|축전|전문|메시지|인사|연하장|조전|친서|서신|축하|보낸|보냈"
)
_NOUNS = tuple("messag letter telegram cabl greet congratul condol wish".split())
_NOUNS_RUSSIAN = ("письм", "послани", "телеграм", "поздравлен", "соболезнован", "приветств")
_WRITING = frozenset(
    "send sends sent write writes wrote congratulate congratulates congratulated greet greets"
    " greeted wish wishes wished cables cabled condoles".split()
)
_WRITING_RUSSIAN = ("поздравил", "написал", "прислал", "послал", "отправил", "направил")
_GREETED = ("поздравил", "поздравля", "приветствовал")  # in Russian somebody is greeted himself
_TO_KOREAN = ("에게", "한테", "께", "앞으로")
_FROM_KOREAN = ("이", "가", "은", "는", "의", "께서", "에게서", "한테서", "로부터")
_DATIVE = ("у", "ю")
_ACCUSATIVE = ("а", "я")
_AGAINST = frozenset(("к", "по"))
FEW = 4  # words between whose message it is and what it is: "Ada's last New Year message"


class _Ways(NamedTuple):
    senders: frozenset[str]
    receivers: frozenset[str]


_UNTOLD = _Ways(frozenset(), frozenset())


def went_the_other_way(number: int, query: Query, index: Index) -> bool:
    """Whether the title says that one writes who, in the question, is written to.

    "Ada's greeting to Bob" is not told by "Bob greets Ada", nor is "what Ada wrote".
    """
    ways = query.memo.get("messages")
    if ways is None:
        ways = query.memo["messages"] = _read_ways(query, index)
    if ways is _UNTOLD:
        return False
    writer = _writer_of(number, index)
    if writer is None:
        return False
    return writer in ways.receivers or (bool(ways.senders) and writer not in ways.senders)


def _read_ways(query: Query, index: Index) -> _Ways:
    text = query.intent.rest
    kinds = index.lexicon.kinds
    if not kinds or len(kinds) > MOST_NAMES or _MESSAGE.search(text) is None:
        return _UNTOLD
    said = terms(text)
    senders, receivers = set[str](), set[str]()
    is_greeted = any(term.text.startswith(_GREETED) for term in said)
    for found in index.lexicon.find(said):
        people = [c for c in found.meaning.concepts if kinds.get(c) == "people"]
        if not people:
            continue
        end = found.start + found.length
        side = _side_of(said, found.start, end, is_greeted=is_greeted)
        if side:
            (receivers if side > 0 else senders).update(people)
    if not (senders or receivers) or senders & receivers:
        return _UNTOLD
    return _Ways(frozenset(senders), frozenset(receivers))


def _side_of(said: Sequence[Term], start: int, end: int, *, is_greeted: bool) -> int:
    """Return 1 for a person written to, -1 for one who writes, 0 where nothing tells."""
    name = said[end - 1].text
    before = said[start - 1].text if start else ""
    if is_hangul(name):
        return 1 if name.endswith(_TO_KOREAN) else -1 if name.endswith(_FROM_KOREAN) else 0
    after = [term.text for term in said[end : end + FEW]]
    if name.isascii():
        if before == "to" or before in _WRITING:
            return 1
        is_writing = bool(after) and (after[0] in _WRITING or after[:1] == ["did"])
        if before in ("from", "by") or is_writing:
            return -1
        noun = next((n for n, word in enumerate(after, end) if word.startswith(_NOUNS)), None)
        if noun is None:
            return 0
        # "Ada's birthday greeting from Bob" is one to Ada.
        return 1 if noun + 1 < len(said) and said[noun + 1].text in ("from", "by") else -1
    words = [term.text for term in said[start:end]]
    if before == "от" or (after and after[0].startswith(_WRITING_RUSSIAN)):
        return -1
    if any(word.endswith(_DATIVE) for word in words) and before not in _AGAINST:
        return 1
    if is_greeted and any(word.endswith(_ACCUSATIVE) for word in words):
        return 1
    return -1 if is_greeted or before.startswith(_NOUNS_RUSSIAN) else 0


def _writer_of(number: int, index: Index) -> str | None:
    """Return who writes by the title: "Ada sends Bob greetings", "Ada's New Year message"."""
    title, event = index.title(number).terms, index.events[number]
    kinds = index.lexicon.kinds
    first = next(iter(index.title(number).phrases), None)
    writer, end = None, 0
    if first is not None and first.start == 0:
        end = first.length
        writer = next((c for c in first.meaning.concepts if kinds.get(c) == "people"), None)
    if writer is None and event.people and title:
        key = concept_key(event.people[0])
        if key in index.namesakes.get(title[0].text, ()):
            writer, end = key, 1
    if writer is None:
        return None
    after = [term.text for term in title[end : end + FEW]]
    is_writing = bool(after) and after[0] in _WRITING
    is_own = owns(title[end - 1], event.title) and any(word.startswith(_NOUNS) for word in after)
    return writer if is_writing or is_own else None
