"""Who asks for a change of daily posts and where, read from any payload; and telling them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient

from bot.ledger.subscription import Workspace
from bot.slack.blocks import Message
from bot.slack.confiding import confide
from bot.slack.entry_blocks import Block, section
from bot.slack.fields import channel_of, mapping, text, workspace_of
from bot.slack.sending import SendingError, post, respond


@dataclass(frozen=True, slots=True)
class Place:
    """One person in one channel; the channel is empty at the App Home and in forms.

    `response_url` reaches that person alone, `trigger` opens a form for three seconds.
    """

    workspace: Workspace
    channel: str
    user: str
    response_url: str = ""
    trigger: str = ""


def read_place(body: Mapping[str, Any]) -> Place:
    """Return who and where, from a command, a pressed button or a form; never raises."""
    return Place(
        workspace_of(body),
        channel_of(body),
        text(body.get("user_id")) or text(mapping(body.get("user")).get("id")),
        text(body.get("response_url")),
        text(body.get("trigger_id")),
    )


def tell(client: WebClient, place: Place, message: Message, *, replaces: bool = False) -> None:
    """Tell one person something: where they asked, or else in their conversation with the bot.

    Raises as `post` and `respond` do.
    """
    if not place.response_url:
        post(client, message, channel=place.user, thread_ts=None)
        return
    try:
        respond(place.response_url, message, replaces=replaces)
    except SendingError as error:
        # It is good for half an hour, and a form may be left open for longer.
        if error.is_unclear or not confide(client, message, channel=place.channel, user=place.user):
            raise


def line(markup: str, *blocks: Block) -> Message:
    """Return a message of one line of sound mrkdwn, with what stands below it."""
    return {
        "text": markup,
        "blocks": [section(markup), *blocks],
        "unfurl_links": False,
        "unfurl_media": False,
    }
