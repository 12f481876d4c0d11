"""The App Home: published whenever somebody opens it, and after a press of a button there."""

from __future__ import annotations

from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.answers.answer import Request
from bot.slack import names
from bot.slack.blocks import Layout
from bot.slack.buttons import HOME
from bot.slack.desk import Desk, Handling
from bot.slack.fields import workspace_of
from bot.slack.home import answer_view, home_view, plain_home
from bot.slack.press import Audience, Press
from bot.slack.sending import publish_home


def register(app: App, desk: Desk) -> None:
    """Let `app` publish its home at this desk."""

    @app.event(names.HOME_OPENED)
    def on_home_opened(event: dict[str, Any], body: dict[str, Any], client: WebClient) -> None:
        if event.get("tab") == "home":
            user, team = str(event.get("user")), workspace_of(body).team
            desk.aside(lambda: _open(user, team, desk=desk, client=client))


def _open(user: str, team: str, *, desk: Desk, client: WebClient) -> None:
    with desk.handling("home", team=team) as handling:
        start = Press(HOME, Audience.HOME, desk.today())
        publish(desk, handling, client, user=user, press=start)


def publish(desk: Desk, handling: Handling, client: WebClient, *, user: str, press: Press) -> None:
    """Publish the home of one person: the start, or the answer that `press` asks for."""
    language = press.request.language
    if press.request.verb == HOME.verb:
        day = desk.today()  # a home may have been left open over midnight
        press = Press(Request("today", day.isoformat(), language), Audience.HOME, day)
    layout = Layout(Audience.HOME, press.today)
    try:
        responder = desk.responder()
        overview = responder.help(command=desk.command, language=language)
        answer = responder.again(press.request, today=press.today, offset=press.offset)
        handling.outcome = f"{answer.kind.value} {len(answer.entries)}/{answer.total}"
        if press.request.verb == "today":
            view = home_view(
                overview, answer, layout=layout, command=desk.command, bot_name=desk.bot_name
            )
        else:
            view = answer_view(overview, answer, layout=layout, question=press.request.text)
    except Exception as error:
        view = plain_home(desk.apologise(handling, error, language=language)["text"])
    publish_home(client, view, user=user)
