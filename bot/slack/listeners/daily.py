"""Daily posts: the form, the buttons under a post and in the list, and the searched menus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.answers.daily_post import find_again
from bot.answers.daily_verbs import DailyCommand
from bot.ledger.subscription import Subscription
from bot.slack import names
from bot.slack.acknowledging import that_fit
from bot.slack.blocks import notice
from bot.slack.clicks import Click, read_click
from bot.slack.confiding import confiding
from bot.slack.daily import changing, commands
from bot.slack.daily import wording as say
from bot.slack.daily.filled import Filled, read_form
from bot.slack.daily.form import name_options, option
from bot.slack.daily.opening import new_form, open_known, open_new, vocabulary_of
from bot.slack.daily.place import Place, read_place, tell
from bot.slack.daily.post import render_rest, without_more
from bot.slack.daily.posts import RefusedError
from bot.slack.daily.wish import read_wish
from bot.slack.daily.zones import search_zones, zone_label
from bot.slack.desk import Desk
from bot.slack.limits import Verdict
from bot.slack.sending import SendingError, post, respond

Work = Callable[[Place], None]


def register(app: App, desk: Desk) -> None:
    """Let `app` set up daily posts at this desk."""
    _register_form(app, desk)
    _register_menus(app, desk)

    @app.action(names.DAILY_MORE)
    def on_more(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        desk.later(
            lambda: handle(
                desk,
                client,
                body,
                kind="daily_more",
                work=lambda _place: _more(desk, client, read_click(body), body),
                unconfirmed=say.MORE_UNCONFIRMED,
            )
        )

    for action_id, act in (
        (names.DAILY_REMOVE, changing.remove),
        (names.DAILY_RESUME, changing.resume),
        (names.DAILY_PAUSE, _pause),
    ):
        _register_change(app, desk, action_id, act=act)

    @app.action(names.DAILY_INVITED)
    def on_invited(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        known = _number(read_click(body).value)
        work: Work = lambda place: changing.invited(  # noqa: E731
            desk, client, subscription_id=known, place=place
        )
        desk.later(lambda: handle(desk, client, body, kind="daily_invited", work=work))


def on_command(
    desk: Desk, client: WebClient, command: DailyCommand, *, body: dict[str, Any]
) -> None:
    """Carry out a command of daily posts, once it has been acknowledged."""
    handle(
        desk, client, body, kind=f"daily_{command.verb}",
        work=lambda place: commands.carry_out(desk, client, command, place=place),
    )  # fmt: skip


def handle(
    desk: Desk,
    client: WebClient,
    body: dict[str, Any],
    *,
    kind: str,
    work: Work,
    unconfirmed: str = say.UNCONFIRMED,
) -> None:
    """Do the work of one request once; what is refused or fails is told to the person."""
    place = read_place(body)
    with desk.handling(kind, team=place.workspace.team, channel=place.channel) as handling:
        if place.trigger and not desk.once.is_first(("trigger", place.trigger)):
            handling.outcome = "repeated"
            return
        judgement = desk.judge(handling, team=place.workspace.team, user=place.user, kind="daily")
        with confiding(
            client,
            unconfirmed=unconfirmed.format(command=desk.command),
            channel=place.channel,
            user=place.user,
        ):
            if judgement.verdict is not Verdict.FINE:
                if judgement.notice:
                    tell(client, place, notice(judgement.notice))
                return
            try:
                work(place)
            except RefusedError as refusal:
                handling.outcome = "refused"
                tell(client, place, notice(str(refusal)))
            except (SendingError, OSError):
                raise
            except Exception as error:
                tell(client, place, desk.apologise(handling, error))


def _register_form(app: App, desk: Desk) -> None:
    @app.action(names.DAILY_FORM)
    def on_form(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()

        typed = commands.read_typed(read_click(body).value)

        def work(place: Place) -> None:
            _open_new(desk, client, place, typed=typed)

        desk.later(lambda: handle(desk, client, body, kind="daily_form", work=work))

    @app.action(names.DAILY_SETTINGS)
    def on_settings(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        known = _number(read_click(body).value)

        def work(place: Place) -> None:
            if known:
                open_known(desk, client, subscription_id=known, place=place)
            else:  # under a preview of a channel that has no daily post yet
                _open_new(desk, client, place)

        desk.later(lambda: handle(desk, client, body, kind="daily_settings", work=work))

    @app.view(names.DAILY_FORM)
    def on_submission(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        filled = read_form(body.get("view") or {}, vocabulary_of(desk))
        if filled.errors:
            ack(response_action="errors", errors=dict(filled.errors))
            return
        ack()
        desk.later(lambda: _save(desk, client, body, filled))


def _open_new(desk: Desk, client: WebClient, place: Place, *, typed: str = "") -> None:
    wish = read_wish(typed, vocabulary_of(desk), now=desk.daily.now())
    form = new_form(desk, place, wish)
    open_new(desk, client, form=form, place=place, has_zone=bool(wish.zone))


def _save(desk: Desk, client: WebClient, body: dict[str, Any], filled: Filled) -> None:
    form = filled.form
    # A form says who sent it, and what it was opened with says where to answer.
    told = {"response_url": form.response_url, "channel_id": form.origin}
    with_place = {**body, **told, "trigger_id": f"{body.get('trigger_id') or ''}"}
    handle(
        desk, client, with_place, kind="daily_save",
        work=lambda place: changing.save(desk, client, form=form, place=place),
    )  # fmt: skip


def _register_menus(app: App, desk: Desk) -> None:
    @app.options(names.DAILY_ZONE)
    def on_zone(ack: Ack, body: dict[str, Any]) -> None:
        now = desk.daily.now()
        found = search_zones(_typed(body), now=now)
        ack(options=that_fit([option(zone_label(name, now=now), name) for name in found]))

    @app.options(names.DAILY_TAGS)
    def on_tags(ack: Ack, body: dict[str, Any]) -> None:
        ack(options=that_fit(name_options(vocabulary_of(desk).tags, _typed(body))))

    @app.options(names.DAILY_PEOPLE)
    def on_people(ack: Ack, body: dict[str, Any]) -> None:
        ack(options=that_fit(name_options(vocabulary_of(desk).people, _typed(body))))


def _register_change(app: App, desk: Desk, action_id: str, *, act: Callable[..., None]) -> None:
    @app.action(action_id)
    def on_change(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        known = _number(read_click(body).value)

        def work(place: Place) -> None:
            act(desk, client, [changing.find(desk, known, place=place)], place=place)

        desk.later(lambda: handle(desk, client, body, kind=action_id, work=work))


def _pause(desk: Desk, client: WebClient, found: list[Subscription], *, place: Place) -> None:
    changing.pause(desk, client, found, until=None, place=place)


def _more(desk: Desk, client: WebClient, click: Click, body: dict[str, Any]) -> None:
    """Post the rest of a daily post into its thread, once however often it is asked for."""
    press = click.press
    if press is None or press.listing is None:
        raise RefusedError(say.MORE_GONE)
    timeline = desk.responder().index.timeline
    entries = find_again(timeline, press.listing.ids, day=press.today)
    rest = render_rest(press.listing.heading, entries, total=press.offset)
    if not rest:
        raise RefusedError(say.MORE_GONE)
    if click.is_private:  # of a preview: nothing that others need to see
        for message in rest:
            respond(click.response_url, message)
        return
    key = ("daily_more", click.team, click.channel, click.message_ts)
    if not desk.once.is_first(key):
        raise RefusedError(say.MORE_IN_THREAD)
    thread = click.thread_ts or click.message_ts
    try:
        post(client, rest[0], channel=click.channel, thread_ts=thread)
    except Exception:
        desk.once.forget(key)  # whoever looks and finds nothing presses once more
        raise
    for message in rest[1:]:
        post(client, message, channel=click.channel, thread_ts=thread)
    _take_off(click, body)


def _take_off(click: Click, body: dict[str, Any]) -> None:
    """Take the button off the post, so that it stays pressed even when the bot begins anew."""
    message = body.get("message")
    if not isinstance(message, dict) or not isinstance(message.get("blocks"), list):
        return
    blocks = without_more(message["blocks"])
    text = str(message.get("text") or "")
    respond(
        click.response_url,
        {"text": text, "blocks": blocks, "unfurl_links": False, "unfurl_media": False},
        replaces=True,
    )


def _typed(body: dict[str, Any]) -> str:
    value = body.get("value")
    return value if isinstance(value, str) else ""


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else 0
