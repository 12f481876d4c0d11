"""Buttons: the next page, the period before, an example, or the same answer for everybody."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for
from bot.slack import names
from bot.slack.blocks import Layout, notice
from bot.slack.buttons import HOME
from bot.slack.clicks import Click, read_click
from bot.slack.confiding import confiding
from bot.slack.desk import Desk, Handling
from bot.slack.limits import Verdict
from bot.slack.listeners.home import publish
from bot.slack.mrkdwn import shorten
from bot.slack.press import Audience, Press
from bot.slack.sending import post, respond
from bot.slack.timeline_choices import spot_of

_LONGEST_SHOWN = 150  # of a question in the line that says who shared its answer


def register(app: App, desk: Desk) -> None:
    """Let `app` take presses of buttons at this desk."""

    def take(kind: str, body: dict[str, Any], client: WebClient) -> None:
        click, here = read_click(body), desk.at(spot_of(body))
        desk.later(lambda: press_button(kind, click, desk=here, client=client))

    @app.action(names.ANY_SHOW)
    def on_show(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        take("show", body, client)

    @app.action(names.SHARE)
    def on_share(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        take("share", body, client)


def press_button(kind: str, click: Click, *, desk: Desk, client: WebClient) -> None:
    """Do what a pressed button stands for, or say that nobody knows it any more."""
    with desk.handling(
        kind, team=click.team, channel=click.channel, ts=click.message_ts
    ) as handling:
        # Slack may deliver one press twice; a person who presses twice gets a second trigger.
        if click.trigger and not desk.once.is_first(("trigger", click.trigger)):
            handling.outcome = "repeated"
            return
        language = click.press.request.language if click.press else DEFAULT_LANGUAGE
        judgement = desk.judge(
            handling, team=click.team, user=click.user, kind="press", language=language
        )
        with confiding(
            client,
            unconfirmed=wording_for(language).unconfirmed,
            channel=click.channel,
            user=click.user,
            thread_ts=click.thread_ts,
        ):
            if judgement.verdict is not Verdict.FINE:
                _tell(judgement.notice, click=click, client=client)
            elif click.press is None:
                handling.outcome = "unknown value"
                _say_unknown(desk, handling, click, client=client)
            elif not click.response_url:
                publish(desk, handling, client, user=click.user, press=click.press)
            elif kind == "share":
                _share(desk, handling, click, press=click.press)
            else:
                _show(desk, handling, click, press=click.press)


def _tell(words: str, *, click: Click, client: WebClient) -> None:
    """Tell whoever pressed something, alone; at the App Home in their conversation of two."""
    if words and click.response_url:
        respond(click.response_url, notice(words), thread_ts=click.thread_ts)
    elif words:
        post(client, notice(words), channel=click.user, thread_ts=None)


def _say_unknown(desk: Desk, handling: Handling, click: Click, *, client: WebClient) -> None:
    if click.response_url:
        # Nothing in it can be read, so not its language either.
        _tell(wording_for(DEFAULT_LANGUAGE).unknown_button, click=click, client=client)
    else:
        start = Press(HOME, Audience.HOME, desk.today())
        publish(desk, handling, client, user=click.user, press=start)


def _show(desk: Desk, handling: Handling, click: Click, *, press: Press) -> None:
    """Show the answer where it was asked for: in place, or privately under a public one."""
    is_public = press.audience is Audience.PUBLIC
    audience = Audience.PRIVATE if is_public else press.audience
    _, message = desk.again(handling, press, Layout(audience, press.today))
    respond(click.response_url, message, replaces=not is_public, thread_ts=click.thread_ts)


def _share(desk: Desk, handling: Handling, click: Click, *, press: Press) -> None:
    """Publish the answer once, and take the button off the private one each time."""
    private = Layout(Audience.PRIVATE, press.today, is_shareable=False)
    answer, message = desk.again(handling, press, private)
    if answer is None or not answer.is_answered:
        # It failed, or the entries are gone from the data: nothing that others need to see.
        respond(click.response_url, message, replaces=True)
        return
    if desk.once.is_first(click.share_key):
        layout = Layout(Audience.PUBLIC, press.today, remark=_shared_by(click, press, desk))
        _, public = desk.again(handling, press, layout)
        try:
            respond(click.response_url, public, is_public=True, thread_ts=click.thread_ts)
        except Exception:
            desk.once.forget(click.share_key)
            raise
    else:
        handling.outcome = "shared before"
    told = replace(private, remark=wording_for(press.request.language).shared)
    _, message = desk.again(Handling(), press, told)
    respond(click.response_url, message, replaces=True)


def _shared_by(click: Click, press: Press, desk: Desk) -> str:
    name, say = shorten(click.user_name, _LONGEST_SHOWN), wording_for(press.request.language)
    if press.request.verb not in ("ask", "period"):
        return say.shared_by.format(name=name)
    asked = shorten(press.request.text, _LONGEST_SHOWN)
    # What leaned on earlier questions cannot be asked by the command.
    question = asked if press.listing else f"{desk.command} {asked}"
    return say.shared_by_asking.format(name=name, question=question)
