"""The message shortcut: a private answer about the text of somebody's message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.answers.answer import MAX_REQUEST, Answer, AnswerKind
from bot.answers.language import language_of
from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for
from bot.slack import names
from bot.slack.blocks import Layout, notice
from bot.slack.confiding import confiding
from bot.slack.daily.place import read_place
from bot.slack.desk import Desk
from bot.slack.fields import mapping
from bot.slack.incoming import words_of
from bot.slack.limits import Verdict
from bot.slack.mrkdwn import plain_text
from bot.slack.press import Audience
from bot.slack.sending import respond
from bot.slack.timeline_choices import spot_of


def register(app: App, desk: Desk) -> None:
    """Let `app` look for the text of messages at this desk."""

    @app.shortcut(names.FIND_SHORTCUT)
    def on_shortcut(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        desk.later(lambda: _find(body, desk=desk.at(spot_of(body)), client=client))


def _find(body: Mapping[str, Any], *, desk: Desk, client: WebClient) -> None:
    message = mapping(body.get("message"))
    with desk.handling(
        "shortcut",
        team=mapping(body.get("team")).get("id"),
        channel=mapping(body.get("channel")).get("id"),
        ts=message.get("ts"),
    ) as handling:
        trigger = body.get("trigger_id")
        if trigger and not desk.once.is_first(("trigger", trigger)):
            handling.outcome = "repeated"
            return
        text = plain_text(words_of(message))
        language = language_of(text)
        judgement = desk.judge(
            handling,
            team=mapping(body.get("team")).get("id"),
            user=mapping(body.get("user")).get("id"),
            kind="question",
            language=language,
        )
        place = read_place(body)
        with confiding(
            client,
            unconfirmed=wording_for(language).unconfirmed,
            channel=place.channel,
            user=place.user,
        ):
            if judgement.verdict is not Verdict.FINE:
                if judgement.notice:
                    respond(place.response_url, notice(judgement.notice))
                return
            answer = (
                desk.ask(
                    handling,
                    lambda responder, day: _about_message(responder.answer(text, today=day)),
                    Layout(Audience.PRIVATE, desk.today()),
                    is_whole=len(text) <= MAX_REQUEST,
                    language=language,
                )
                if text
                else notice(wording_for(DEFAULT_LANGUAGE).no_text)
            )
            # The response_url works in channels that the bot is no member of.
            respond(place.response_url, answer, thread_ts=message.get("thread_ts"))


def _about_message(answer: Answer) -> Answer:
    """Return the answer in words that fit a message, which need not have asked anything."""
    if answer.is_answered:
        return answer
    told = wording_for(answer.language).no_match
    return replace(answer, kind=AnswerKind.ABSTAIN, heading=told, lines=(), examples=())
