"""Mentions and direct messages: a question in, an answer in its thread out."""

from __future__ import annotations

from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.answers.wording.choosing import wording_for
from bot.ledger.subscription import Workspace
from bot.slack import names
from bot.slack.blocks import Layout, notice
from bot.slack.confiding import confide, confiding
from bot.slack.conversing import converse, language_at
from bot.slack.desk import Desk
from bot.slack.incoming import Question, read_direct_message, read_mention
from bot.slack.limits import Verdict
from bot.slack.press import Audience
from bot.slack.sending import post
from bot.slack.timeline_choices import spot_of


def register(app: App, desk: Desk) -> None:
    """Let `app` answer mentions and direct messages at this desk."""

    def take(kind: str, question: Question | None, body: dict[str, Any], client: WebClient) -> None:
        if question is not None:
            spot = spot_of(body)
            here = desk.at(spot)
            desk.later(lambda: _answer(kind, question, desk=here, client=client, workspace=spot[0]))

    @app.event(names.MENTION)
    def on_mention(body: dict[str, Any], client: WebClient) -> None:
        take("mention", read_mention(body), body, client)

    # Takes every message there is: Slack repeats what nobody takes.
    @app.event(names.MESSAGE)
    def on_message(body: dict[str, Any], client: WebClient) -> None:
        take("direct_message", read_direct_message(body), body, client)


def _answer(
    kind: str, question: Question, *, desk: Desk, client: WebClient, workspace: Workspace
) -> None:
    with desk.handling(
        kind,
        team=question.team,
        channel=question.channel,
        ts=question.ts,
        event=question.event_id,
    ) as handling:
        if not desk.once.is_first(*question.keys):
            handling.outcome = "repeated"
            return
        judgement = desk.judge(
            handling,
            team=question.team,
            user=question.user,
            kind="question",
            language=language_at(desk, question.text, place=question.place),
        )
        if judgement.verdict is not Verdict.FINE:
            _hold_back(question, judgement.notice, client=client)
            return
        audience = Audience.DIRECT if question.is_direct else Audience.PUBLIC
        layout = Layout(audience, desk.today())
        message = converse(desk, handling, question.text, layout=layout, place=question.place)
        desk.note_unanswered(handling, question.text, workspace=workspace)
        # Whoever goes on in a thread, under the question or its answer, means this, whatever is
        # asked beside it while the answer is on its way.
        under_question = question.thread_under(question.ts)
        if question.thread_ts is None:
            desk.memory.branch(question.place, under_question)
        language = language_at(desk, question.text, place=question.place)
        with confiding(
            client,
            message=message,
            unconfirmed=wording_for(language).unconfirmed,
            channel=question.channel,
            user=question.user,
            thread_ts=question.thread_there_is,
        ):
            ts = post(client, message, channel=question.channel, thread_ts=question.thread_ts)
        if question.thread_ts is None:
            desk.memory.branch(under_question, question.thread_under(ts))


def _hold_back(question: Question, words: str, *, client: WebClient) -> None:
    """Tell the asker alone, if there is anything to be told, that it was too much."""
    thread = question.thread_there_is
    if words and question.is_direct:
        post(client, notice(words), channel=question.channel, thread_ts=thread)
    elif words:
        confide(
            client, notice(words), channel=question.channel, user=question.user, thread_ts=thread
        )
