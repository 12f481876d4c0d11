"""What was last asked and shown in each conversation: bounded, expiring, in memory only."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from bot.answers.answer import MAX_REQUEST
from bot.answers.wording.choosing import DEFAULT_LANGUAGE
from bot.search.threads.turns import Turn

LIFETIME = 2 * 3600.0  # seconds; who asks on later asks afresh
MOST_CONVERSATIONS = 2_000  # some megabytes, at ten times that if all of them were long
MOST_QUESTIONS = 6  # of one conversation; as far back as a follow-up is traced


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question, the titles shown for it as they stood in the answer, and its language."""

    question: str
    titles: tuple[str, ...] = ()
    language: str = DEFAULT_LANGUAGE


class Memory:
    """Remembers the last exchanges at each place; safe to share between threads.

    A place is whatever tells one conversation from another. What a stopped process knew
    is gone with it.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        lifetime: float = LIFETIME,
        most: int = MOST_CONVERSATIONS,
    ) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._most = most
        self._lock = threading.Lock()
        # The place last added to stands last, and so expires last.
        self._known: OrderedDict[Hashable, tuple[float, tuple[Exchange, ...]]] = OrderedDict()

    def turns(self, place: Hashable) -> tuple[Turn, ...]:
        """Return what was asked and shown at a place, oldest first."""
        with self._lock:
            self._drop_expired()
            exchanges = self._at(place)
        found: list[Turn] = []
        for exchange in exchanges:
            if not exchange.question:  # only its language is known
                continue
            found.append(Turn(is_question=True, text=exchange.question))
            if exchange.titles:
                found.append(Turn(is_question=False, text="\n".join(exchange.titles)))
        return tuple(found)

    def language(self, place: Hashable) -> str:
        """Return the language last spoken at a place, "" where nothing was said."""
        with self._lock:
            self._drop_expired()
            exchanges = self._at(place)
        return exchanges[-1].language if exchanges else ""

    def add(self, exchange: Exchange, place: Hashable) -> None:
        """Remember what was asked and shown at a place."""
        short = replace(exchange, question=exchange.question[:MAX_REQUEST])
        with self._lock:
            self._drop_expired()
            self._put(place, (*self._at(place), short)[-MOST_QUESTIONS:])

    def branch(self, place: Hashable, *branches: Hashable) -> None:
        """Let new conversations begin with what is known at a place."""
        with self._lock:
            exchanges = self._at(place)
            if exchanges:
                for branch in branches:
                    self._put(branch, exchanges)

    def forget(self, place: Hashable) -> None:
        """Forget what was asked and shown at a place."""
        with self._lock:
            self._known.pop(place, None)

    def forget_all(self, team: str) -> None:
        """Forget every conversation of one workspace, which its places begin with."""
        with self._lock:
            places = [place for place in self._known if isinstance(place, tuple)]
            for place in places:
                if place[:1] == (team,):
                    del self._known[place]

    def __len__(self) -> int:
        with self._lock:
            self._drop_expired()
            return len(self._known)

    def _at(self, place: Hashable) -> tuple[Exchange, ...]:
        return self._known.get(place, (0.0, ()))[1]

    def _put(self, place: Hashable, exchanges: tuple[Exchange, ...]) -> None:
        self._known[place] = (self._clock() + self._lifetime, exchanges)
        self._known.move_to_end(place)
        while len(self._known) > self._most:
            self._known.popitem(last=False)

    def _drop_expired(self) -> None:
        now = self._clock()
        while self._known:
            place, (until, _) = next(iter(self._known.items()))
            if until > now:
                return
            del self._known[place]
