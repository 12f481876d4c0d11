"""Opening the form of a daily post: at once, since Slack grants three seconds for it."""

from __future__ import annotations

import logging
from dataclasses import replace

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.ledger.subscription import Subscription
from bot.logs import describe, safe_id
from bot.slack.daily.changing import find
from bot.slack.daily.form import (
    ONE_MOMENT,
    USUAL_TIME,
    Form,
    View,
    build_form,
    build_notice,
)
from bot.slack.daily.place import Place
from bot.slack.daily.posts import RefusedError
from bot.slack.daily.vocabulary import Vocabulary
from bot.slack.daily.wish import Wish
from bot.slack.daily.wording import NOT_OPENED
from bot.slack.desk import Desk
from bot.slack.sending import SendingError
from bot.timeline.daily_choice import DailyChoice

log = logging.getLogger(__name__)


def open_new(desk: Desk, client: WebClient, *, form: Form, place: Place, has_zone: bool) -> None:
    """Open the form for a new daily post, filled with what is known of it.

    Unless a zone was asked for, that of the person takes its place as soon as Slack has told
    it. Raises `RefusedError` if Slack does not open it, `OSError` if that is not known.
    """
    vocabulary = vocabulary_of(desk)
    now = desk.daily.now()
    opened = _open(client, build_form(form, vocabulary, now=now), place)
    zone = "" if has_zone else asked_zone(desk, client, place)
    if zone and zone != form.zone:
        filled = build_form(replace(form, zone=zone, renewal=1), vocabulary, now=now)
        try:
            _update(client, filled, opened)
        except (SendingError, OSError) as error:
            # The form is open, with the usual zone, and that can be changed in it.
            log.warning("the zone of a person was not filled in: %s", describe(error))


def vocabulary_of(desk: Desk) -> Vocabulary:
    """Return what a daily post can be narrowed down to."""
    return desk.daily.vocabularies.of(desk.responder().index.timeline)


def usual_choice(desk: Desk, place: Place) -> DailyChoice:
    """Return what a new daily post is made of: the timeline that its channel asks, or all."""
    chosen = desk.choices.chosen((place.workspace, place.channel)) if desk.choices else ""
    is_loaded = desk.responder().index.timeline.info(chosen) is not None
    return DailyChoice(timeline=chosen if is_loaded else "")


def new_form(desk: Desk, place: Place, wish: Wish | None = None) -> Form:
    """Return the form of a new daily post, filled with what was wished for it."""
    wish = wish or Wish()
    usual = usual_choice(desk, place)
    choice = replace(wish.choice, timeline=wish.choice.timeline or usual.timeline)
    return Form(
        channel=place.channel,
        at=wish.at or USUAL_TIME,
        zone=wish.zone or desk.daily.zone,
        choice=choice,
        origin=place.channel,
        response_url=place.response_url,
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
        found = find(desk, subscription_id, place=place)
    except RefusedError as refusal:
        _update(client, build_notice(str(refusal)), opened)
        return
    vocabulary = vocabulary_of(desk)
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
        # Most likely it took longer than three seconds to get here.
        log.warning("a form was not opened: %s", safe_id(str(error.response.get("error"))))
        raise RefusedError(NOT_OPENED) from error
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
