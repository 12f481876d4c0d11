"""Which token answers for which workspace: read from the store, remembered for a while."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.oauth import InstallationStore
from slack_sdk.oauth.installation_store import Bot

from bot.errors import BotError
from bot.ledger.patient import Patient
from bot.ledger.subscription import Workspace
from bot.logs import describe, safe_id

FRESH = 60.0  # seconds; other processes learn within them that a workspace left or came back
# Questions need no database: while it is away, what was known goes on for as long.
STALE = 6 * 3600.0
RETRY = 30.0  # seconds; to wait for an absent database at every request would help nobody
MOST_KNOWN = 10_000  # workspaces; some megabytes

log = logging.getLogger(__name__)


class UnreadError(BotError):
    """Whether the app is installed somewhere cannot be told now; later it can."""


@dataclass(frozen=True, slots=True)
class Installed:
    """The bot in one workspace; `since` is when it was installed, in seconds since 1970."""

    token: str = field(repr=False)
    bot_user_id: str
    bot_id: str
    since: float = 0.0


class Workspaces:
    """Finds the bot of a workspace without asking Slack; safe to share between threads."""

    def __init__(self, store: InstallationStore, clock: Callable[[], float]) -> None:
        self._store = store
        self._clock = clock  # seconds, never backwards
        self._patient = Patient()
        self._lock = threading.Lock()
        self._known: OrderedDict[Workspace, tuple[float, Installed]] = OrderedDict()
        self._absent_until = float("-inf")

    def find(self, enterprise_id: str, team_id: str) -> Installed | None:
        """Return the bot of a workspace, that of its organisation if it has none of its own.

        None where the app is not installed. Raises what the database raises if it is away,
        `TimeoutError` if it hangs, and nothing is remembered.
        """
        places = [Workspace(enterprise_id, team_id)] if team_id else []
        if enterprise_id:
            places.append(Workspace(enterprise_id, ""))
        failed: Exception | None = None
        for place in places:
            try:
                found = self._at(place)
            except Exception as error:
                failed = error  # of the organisation, something may be remembered
            else:
                if found is not None:
                    return found
        if failed is not None:
            raise failed
        return None

    def token_of(self, enterprise_id: str, team_id: str) -> str | None:
        """Return the token that answers for a workspace, None where there is none."""
        found = self.find(enterprise_id, team_id)
        return found.token if found else None

    def authorize(
        self, enterprise_id: str | None, team_id: str | None, user_id: str | None
    ) -> AuthorizeResult | None:
        """Return Bolt's form of `find`; raises `UnreadError` where that raises."""
        try:
            found = self.find(enterprise_id or "", team_id or "")
        except Exception as error:
            raise UnreadError("the installation cannot be read") from error
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            user_id=user_id,
            bot_user_id=found.bot_user_id,
            bot_id=found.bot_id,
            bot_token=found.token,
        )

    def has_come_back(self, enterprise_id: str, team_id: str, left_at: float) -> bool:
        """Return whether the app was installed after `left_at`, in seconds since 1970.

        Slack may tell of a departure minutes later, and more than once; it gives whole seconds.
        """
        found = self._look_up(Workspace(enterprise_id, team_id))
        return found is not None and found.since >= left_at + 1

    def forget(self, enterprise_id: str, team_id: str) -> None:
        """Remember nothing of a workspace; the next request looks it up anew."""
        with self._lock:
            self._known.pop(Workspace(enterprise_id, team_id), None)

    def _at(self, place: Workspace) -> Installed | None:
        with self._lock:
            known_at, known = self._known.get(place, (0.0, None))
        now = self._clock()
        age = now - known_at
        if known is not None and (age < FRESH or (now < self._absent_until and age < STALE)):
            return known
        try:
            found = self._patient.ask(lambda: self._look_up(place))
        except Exception as error:
            self._absent_until = self._clock() + RETRY
            if known is None or age >= STALE:
                raise
            log.warning(
                "the installation of %s cannot be read (%s): what was known is used",
                safe_id(place.team or place.enterprise),
                describe(error),
            )
            return known
        self._remember(place, found)
        return found

    def _look_up(self, place: Workspace) -> Installed | None:
        bot = self._store.find_bot(
            enterprise_id=place.enterprise or None,
            team_id=place.team or None,
            is_enterprise_install=not place.team,
        )
        return _installed(bot) if bot is not None and bot.bot_token else None

    def _remember(self, place: Workspace, found: Installed | None) -> None:
        with self._lock:
            if found is None:
                self._known.pop(place, None)
                return
            self._known[place] = (self._clock(), found)
            self._known.move_to_end(place)
            while len(self._known) > MOST_KNOWN:
                self._known.popitem(last=False)


def _installed(bot: Bot) -> Installed:
    return Installed(
        token=bot.bot_token,
        bot_user_id=bot.bot_user_id or "",
        bot_id=bot.bot_id or "",
        since=bot.installed_at,
    )
