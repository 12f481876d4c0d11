"""What the person who set a daily post up is told when it had to stop: the reason, and a remedy."""

from __future__ import annotations

from bot.slack.mrkdwn import escape, literal

_GONE = frozenset({"channel_not_found", "not_in_channel"})
_CLOSED = frozenset({"is_archived", "is_inactive"})
_FORBIDDEN = ("restricted_action", "no_permission", "access_denied", "messages_tab_disabled")


def stopped_notice(channel: str, reason: str, *, command: str, bot_name: str) -> str:
    """Return the notice as mrkdwn; `reason` is Slack's name for what happened."""
    place = f"<#{escape(channel)}>" if channel.startswith(("C", "G")) else "your messages"
    begin = f"The daily post in {place}, which you set up, is paused"
    resume = f"then write `{escape(command)} resume` there"
    if reason in _GONE:
        return (
            f"{begin}: I am not in that channel, or it is gone. "
            f"Invite me with `/invite @{literal(bot_name)}`, {resume}."
        )
    if reason in _CLOSED:
        return f"{begin}: the channel was archived. If it is opened again, {resume}."
    if reason.startswith(_FORBIDDEN):
        return f"{begin}: I am not allowed to post there. If that changes, {resume}."
    return f"{begin}: Slack refuses it ({literal(reason)}). Once that is mended, {resume}."
