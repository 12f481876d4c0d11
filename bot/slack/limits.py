"""How many questions one person and one workspace may ask in a minute."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum

from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for

WINDOW = 60.0  # seconds
MOST_ASKERS = 20_000  # people and workspaces remembered at once; a megabyte or two


class Verdict(Enum):
    """What becomes of a question."""

    FINE = "fine"
    TELL = "too many"
    SILENT = "too many, told before"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and the notice for the person where there is one to be given."""

    verdict: Verdict
    notice: str = ""


FINE = Judgement(Verdict.FINE)


class Limits:
    """Counts questions over the last minute; safe to share between threads.

    Each process counts for itself. A limit of 0 is none.
    """

    def __init__(self, clock: Callable[[], float], *, per_user: int, per_team: int) -> None:
        self._clock = clock
        self._per_user = per_user
        self._per_team = per_team
        self._lock = threading.Lock()
        # When each of the last questions was asked; who asked last stands last.
        self._asked: OrderedDict[Hashable, deque[float]] = OrderedDict()
        self._told: OrderedDict[Hashable, float] = OrderedDict()

    def judge(
        self,
        team: str,
        user: str,
        *,
        kind: str = "question",
        language: str = DEFAULT_LANGUAGE,
    ) -> Judgement:
        """Count a question of somebody and say whether it is answered.

        Who asks too much is told so once a minute, in `language`, and what is not answered is
        not counted. Other kinds (presses of buttons) have a count of their own for each person.
        """
        say = wording_for(language)
        with self._lock:
            now = self._clock()
            counts: list[deque[float]] = []
            for key, most, words in (
                ((team, user, kind), self._per_user, say.too_many),
                (team, self._per_team, say.too_many_here),
            ):
                if not most:
                    continue
                times = self._times(key, now)
                if len(times) >= most:
                    return self._over(team, user, words=words, now=now, until=times[0] + WINDOW)
                counts.append(times)
            for times in counts:
                times.append(now)
            return FINE

    def _times(self, key: Hashable, now: float) -> deque[float]:
        times = self._asked.setdefault(key, deque())
        self._asked.move_to_end(key)
        while times and times[0] <= now - WINDOW:
            times.popleft()
        while len(self._asked) > MOST_ASKERS:
            self._asked.popitem(last=False)
        return times

    def _over(
        self, team: str, user: str, *, words: Callable[[int], str], now: float, until: float
    ) -> Judgement:
        if self._told.get((team, user), 0.0) > now:
            return Judgement(Verdict.SILENT)
        self._told[(team, user)] = now + WINDOW
        self._told.move_to_end((team, user))
        while len(self._told) > MOST_ASKERS:
            self._told.popitem(last=False)
        return Judgement(Verdict.TELL, words(max(1, math.ceil(until - now))))
