"""What the bot is measured beside: a Bolt app that answers "ok", as Slack's own guide builds it.

Served with `gunicorn tests.load.bare_bolt:web`, with the settings in the environment.
"""

from __future__ import annotations

import os
from typing import Any

from slack_bolt import Ack, App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient

app = App(
    client=WebClient(os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"]),
    signing_secret=os.environ["SLACK_SIGNING_SECRET"],
)


@app.command("/timeline")
def on_command(ack: Ack) -> None:
    """Answer in the acknowledgement."""
    ack("ok")


@app.event("app_mention")
def on_mention(event: dict[str, Any], client: WebClient) -> None:
    """Answer in the thread."""
    client.chat_postMessage(channel=event["channel"], thread_ts=event["ts"], text="ok")


web = SlackRequestHandler(app)
