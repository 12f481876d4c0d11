"""The slash command: words in, a private answer in the acknowledgement out."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.answers.answer import MAX_REQUEST
from bot.answers.daily_verbs import read_daily
from bot.answers.language import language_of
from bot.answers.verbs import read_verb
from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for
from bot.slack.acknowledging import fits
from bot.slack.blocks import Layout, Message, notice
from bot.slack.confiding import confiding
from bot.slack.daily.place import Place, line, read_place, tell
from bot.slack.desk import Desk
from bot.slack.limits import Verdict
from bot.slack.listeners.daily import Work, handle
from bot.slack.listeners.daily import on_command as on_daily_command
from bot.slack.mrkdwn import literal, plain_text
from bot.slack.press import Audience
from bot.slack.sending import respond
from bot.slack.timeline_choices import spot_of
from bot.slack.using import note_of, read_use, use

_UNCONFIRMED = wording_for(DEFAULT_LANGUAGE).unconfirmed
LONGEST_LISTING = 2_900  # characters; a section of Slack's holds 3000


def register(app: App, desk: Desk) -> None:
    """Let `app` answer its slash command at this desk."""

    @app.command(desk.command)
    def on_command(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        said = plain_text(str(body.get("text") or ""))
        daily, wanted = read_daily(said), read_use(said)
        if daily is not None:  # what touches the ledger is acknowledged first
            ack()
            desk.later(lambda: on_daily_command(desk, client, daily, body=body))
            return
        if wanted is not None:
            ack()
            work: Work = lambda place: _use(desk, place, wanted)  # noqa: E731
            desk.later(
                lambda: handle(desk, client, body, kind="use", work=work, unconfirmed=_UNCONFIRMED)
            )
            return
        curating, spot = desk.curating, spot_of(body)
        if curating is not None and curating.is_asked_for(said, str(body.get("user_id"))):
            ack()
            tell_unanswered: Work = lambda place: _tell_unanswered(desk, place)  # noqa: E731
            desk.later(
                lambda: handle(
                    desk, client, body, kind="unanswered", work=tell_unanswered,
                    unconfirmed=_UNCONFIRMED,
                )
            )  # fmt: skip
            return
        if desk.is_at_hand(spot):
            _answer(desk, client, said, body, ack=ack)
        else:
            ack()
            desk.later(lambda: _answer(desk, client, said, body))


def _answer(
    desk: Desk, client: WebClient, text: str, body: dict[str, Any], *, ack: Ack | None = None
) -> None:
    """Answer privately: in the acknowledgement, unless that was given already, or holds less."""
    spot, language = spot_of(body), language_of(text)

    def give(message: Message) -> None:
        if ack is not None and fits(message):
            ack({**message, "response_type": "ephemeral"})
            return
        if ack is not None:
            ack()
        unconfirmed = wording_for(language).unconfirmed
        desk.later(lambda: _send(desk, client, body, message, unconfirmed=unconfirmed))

    with desk.handling(
        "command", team=body.get("team_id"), channel=body.get("channel_id")
    ) as handling:
        judgement = desk.judge(
            handling,
            team=body.get("team_id"),
            user=body.get("user_id"),
            kind="question",
            language=language,
        )
        if judgement.verdict is not Verdict.FINE:
            if judgement.notice:
                give(notice(judgement.notice))
            elif ack is not None:
                ack()
            return
        message = desk.at(spot).ask(
            handling,
            lambda responder, day: responder.command(
                text, today=day, random=desk.random, command=desk.command
            ),
            Layout(Audience.PRIVATE, desk.today(), remark=_remark(desk, text, body)),
            is_whole=len(text) <= MAX_REQUEST,
            language=language,
            key=text,
        )
        desk.note_unanswered(handling, text, workspace=spot[0])
        # An answer takes milliseconds, so it goes into the acknowledgement itself: no
        # second call to Slack, which could fail, and it is private by default.
        give(message)


def _send(
    desk: Desk, client: WebClient, body: dict[str, Any], message: Message, *, unconfirmed: str
) -> None:
    """Send an answer that no acknowledgement holds."""
    place = read_place(body)
    with (
        desk.handling("command_answer", team=place.workspace.team, channel=place.channel),
        confiding(client, unconfirmed=unconfirmed, channel=place.channel, user=place.user),
    ):
        tell(client, place, message)


def _tell_unanswered(desk: Desk, place: Place) -> None:
    if desk.curating is not None:
        told = literal(desk.curating.listing(place.workspace), most=LONGEST_LISTING)
        respond(place.response_url, line(told))


def _remark(desk: Desk, text: str, body: dict[str, Any]) -> str:
    """Return what the help says of the channel in which it was asked for."""
    return note_of(desk, read_place(body)) if read_verb(text) == "help" else ""


def _use(desk: Desk, place: Place, wanted: str) -> None:
    told = use(desk, place, wanted)
    respond(place.response_url, line(told.text), is_public=told.is_public)
