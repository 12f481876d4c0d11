"""Opening the form of a daily post: at once, since Slack grants three seconds for it."""

from __future__ import annotations

from dataclasses import replace

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.ledger.subscription import Subscription
from bot.slack.daily.form import ONE_MOMENT, Form, View, build_form, build_notice
from bot.slack.daily.place import Place
from bot.slack.daily.posts import RefusedError
from bot.slack.daily.vocabulary import Vocabulary
from bot.slack.daily.wording import GONE
from bot.slack.desk import Desk
from bot.slack.sending import SendingError


def open_new(desk: Desk, client: WebClient, *, form: Form, place: Place, has_zone: bool) -> None:
    """Open the form for a new daily post, filled with what is known of it.

    Unless a zone was asked for, that of the person takes its place as soon as Slack has told
    it. Raises `SendingError` if Slack does not open it, `OSError` if that is not known.
    """
    vocabulary = Vocabulary.of(desk.responder().index.timeline)
    now = desk.daily.now()
    opened = _open(client, build_form(form, vocabulary, now=now), place)
    zone = "" if has_zone else asked_zone(desk, client, place)
    if zone and zone != form.zone:
        _update(
            client, build_form(replace(form, zone=zone, renewal=1), vocabulary, now=now), opened
        )


def asked_zone(desk: Desk, client: WebClient, place: Place) -> str:
    """Return the zone that somebody has set in Slack; empty where the bot may not see it."""
    team = place.workspace.team or place.workspace.enterprise
    return desk.daily.askers.zone(client, place.user, team=team)


def open_known(desk: Desk, client: WebClient, *, subscription_id: int, place: Place) -> None:
    """Open the form of a daily post that there is; raises as `open_new` does.

    The form says so if the daily post is gone, or the ledger away.
    """
    opened = _open(client, build_notice(ONE_MOMENT), place)
    try:
        found = desk.daily.ask(lambda ledger: ledger.get(place.workspace, subscription_id))
        if found is None:
            raise RefusedError(GONE)
    except RefusedError as refusal:
        _update(client, build_notice(str(refusal)), opened)
        return
    vocabulary = Vocabulary.of(desk.responder().index.timeline)
    form = form_of(found, place)
    _update(client, build_form(form, vocabulary, now=desk.daily.now()), opened)


def form_of(found: Subscription, place: Place) -> Form:
    """Return the form of a subscription, opened from where somebody is."""
    return Form(
        id=found.id,
        channel=found.channel,
        at=found.at,
        zone=found.zone,
        choice=found.choice,
        origin=place.channel,
    )


def _open(client: WebClient, view: View, place: Place) -> View:
    try:
        opened = client.views_open(trigger_id=place.trigger, view=view).get("view")
    except SlackApiError as error:
        raise SendingError(str(error.response.get("error") or "views.open")) from error
    return opened if isinstance(opened, dict) else {}


def _update(client: WebClient, view: View, opened: View) -> None:
    """Put another view in the place of one that is open; whoever has closed it misses nothing."""
    try:
        # With the hash, nothing is overwritten that was changed in the meantime.
        client.views_update(view_id=opened.get("id"), hash=opened.get("hash"), view=view)
    except SlackApiError as error:
        reason = str(error.response.get("error") or "views.update")
        if reason not in ("not_found", "hash_conflict", "view_not_found"):
            raise SendingError(reason) from error
