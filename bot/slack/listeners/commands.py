"""The slash command: words in, a private answer in the acknowledgement out."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.answers.answer import MAX_REQUEST
from bot.answers.language import language_of
from bot.slack.blocks import Layout, notice
from bot.slack.daily.verbs import read_daily
from bot.slack.desk import Desk
from bot.slack.limits import Verdict
from bot.slack.listeners.daily import on_command as on_daily_command
from bot.slack.mrkdwn import plain_text
from bot.slack.press import Audience


def register(app: App, desk: Desk) -> None:
    """Let `app` answer its slash command at this desk."""

    @app.command(desk.command)
    def on_command(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        daily = read_daily(plain_text(str(body.get("text") or "")))
        if daily is not None:  # what touches the ledger is acknowledged first
            ack()
            desk.later(lambda: on_daily_command(desk, client, daily, body=body))
            return
        with desk.handling(
            "command", team=body.get("team_id"), channel=body.get("channel_id")
        ) as handling:
            text = plain_text(str(body.get("text") or ""))
            language = language_of(text)
            judgement = desk.judge(
                handling,
                team=body.get("team_id"),
                user=body.get("user_id"),
                kind="question",
                language=language,
            )
            if judgement.verdict is not Verdict.FINE:
                words = judgement.notice
                ack({**notice(words), "response_type": "ephemeral"} if words else "")
                return
            message = desk.ask(
                handling,
                lambda responder, day: responder.command(
                    text, today=day, random=desk.random, command=desk.command
                ),
                Layout(Audience.PRIVATE, desk.today()),
                is_whole=len(text) <= MAX_REQUEST,
                language=language,
            )
            # An answer takes milliseconds, so it goes into the acknowledgement itself: no
            # second call to Slack, which could fail, and it is private by default.
            ack({**message, "response_type": "ephemeral"})
