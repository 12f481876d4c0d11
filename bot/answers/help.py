"""What can be asked, as lines of help: for Slack with its command, and for a local chat."""

from __future__ import annotations

from collections.abc import Sequence

_ENDING = (
    "I show entries exactly as they were curated, with their sources. I say so when I do not know."
)


def help_lines(command: str, *, periods: Sequence[str]) -> tuple[str, ...]:
    """Return what the bot can be asked, a line each.

    `command` is the slash command, empty in a chat that has none; `periods` are times
    that hold entries.
    """
    if not command:
        return _chat_lines(periods)
    asked = ", ".join(f"{command} {period}" for period in periods)
    return (
        "Mention me in a channel or write to me directly, in your own words.",
        f"{asked}: everything recorded for that time.",
        f"{command} today: what happened on this day. {command} latest: the newest entries. "
        f"{command} random: any entry. {command} id EVENT-ID: one entry.",
        _ENDING,
    )


def _chat_lines(periods: Sequence[str]) -> tuple[str, ...]:
    return (
        "Ask in your own words. A question may go on from the last one (“and after that?”); "
        "“new question” begins afresh.",
        f"{', '.join(periods)}: everything recorded for that time.",
        "today: what happened on this day. latest: the newest entries. random: any entry. "
        "id EVENT-ID: one entry with all its sources.",
        "more: the next entries of a list. quit: leave.",
        _ENDING,
    )
