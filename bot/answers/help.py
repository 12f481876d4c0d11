"""What can be asked, as lines of help: for Slack with its command, and for a local chat."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.wording.wording import Wording


def help_lines(command: str, *, periods: Sequence[str], say: Wording) -> tuple[str, ...]:
    """Return what the bot can be asked, a line each.

    `command` is the slash command, empty in a chat that has none; `periods` are times
    that hold entries.
    """
    lines = say.help_in_slack if command else say.help_in_chat
    told = ", ".join(f"{command} {period}".strip() for period in periods)
    return tuple(line.format(command=command, periods=told) for line in lines)
