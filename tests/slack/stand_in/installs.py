"""Slack's side of “Add to Slack”: codes given out, and the tokens that they are exchanged for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Any

from tests.slack.stand_in import workspace

CLIENT_ID = "1111.2222"
CLIENT_SECRET = "0123456789abcdef0123456789abcdef"
SCOPES = "app_mentions:read,chat:write,commands,im:history,users:read"


@dataclass(frozen=True, slots=True)
class Install:
    """One installation as Slack knows it; an empty team stands for a whole organisation."""

    token: str
    team: str = ""
    enterprise: str = ""
    bot_user: str = workspace.BOT_USER
    bot_id: str = workspace.BOT_ID


def token_number(number: int) -> str:
    """The token of the installation that was the `number`-th to be allowed."""
    return f"xoxb-55555{number}-66666-installedToken{number}"


class Installs:
    """Gives out codes, and exchanges each of them once."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._codes: dict[str, Install] = {}
        self._tokens: dict[str, Install] = {}

    def allow(self, team: str = "", *, enterprise: str = "") -> str:
        """Somebody allows the installation: return the code that the browser brings back."""
        number = next(self._numbers)
        code = f"code.{number}.standIn"
        self._codes[code] = Install(token_number(number), team, enterprise)
        return code

    def find(self, token: str) -> Install | None:
        """The installation that a token belongs to."""
        return self._tokens.get(token)

    def revoke(self, token: str) -> None:
        """Let a token be worth nothing any more."""
        self._tokens.pop(token, None)

    def exchange(self, args: dict[str, Any], *, client: tuple[str, str]) -> dict[str, Any]:
        """`oauth.v2.access`: a code and the app's own credentials for a token."""
        if client != (CLIENT_ID, CLIENT_SECRET):
            return {"ok": False, "error": "bad_client_secret"}
        found = self._codes.pop(str(args.get("code", "")), None)
        if found is None:
            return {"ok": False, "error": "invalid_code"}
        self._tokens[found.token] = found
        return {
            "ok": True,
            "app_id": workspace.APP,
            "authed_user": {"id": workspace.ASKER},
            "scope": SCOPES,
            "token_type": "bot",
            "access_token": found.token,
            "bot_user_id": found.bot_user,
            "team": {"id": found.team, "name": "Readers"} if found.team else None,
            "enterprise": {"id": found.enterprise, "name": "Org"} if found.enterprise else None,
            "is_enterprise_install": not found.team,
        }
