"""Changes of daily posts: written to the ledger, told in the channel, confirmed to the person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from slack_sdk import WebClient

from bot.ledger.due import local_date
from bot.ledger.subscription import State, Subscription
from bot.slack import names
from bot.slack.blocks import Message
from bot.slack.certainty import HOPELESS, NOT_A_MEMBER, is_closed
from bot.slack.daily import wording as say
from bot.slack.daily.form import Form
from bot.slack.daily.place import Place, line, tell
from bot.slack.daily.posts import RefusedError
from bot.slack.desk import Desk
from bot.slack.entry_blocks import Block
from bot.slack.mrkdwn import escape, literal
from bot.slack.sending import SendingError, post, whisper

_LONGEST_TOLD = 600
_LONGEST_LINES = 2_800  # characters; a section of Slack's holds 3000


def save(desk: Desk, client: WebClient, *, form: Form, place: Place) -> None:
    """Set up or change a daily post as the form says, and tell whom it concerns.

    Raises `RefusedError` with what the person is told instead.
    """
    is_elsewhere = form.channel != form.origin
    if is_elsewhere:
        _probe(client, form, place)
    if form.id:
        before = desk.daily.ask(lambda ledger: ledger.get(place.workspace, form.id))
        saved = desk.daily.ask(
            lambda ledger: ledger.change(
                place.workspace, form.id, by=place.user, now=desk.daily.now(),
                channel=form.channel, at=form.at, zone=form.zone, choice=form.choice,
            )
        )  # fmt: skip
        if saved is None or before is None:
            raise RefusedError(say.GONE)
        if before.channel != saved.channel:
            moved = _told_of(before, say.SETTING_MOVED, user=place.user)
            _announce(client, before.channel, [moved])
        if replace(before, next_due=None) == replace(saved, next_due=None):
            confirm(desk, client, saved, place=place)
            return  # nothing was changed that anybody need hear of
        told = say.SETTING_CHANGED
    else:
        saved = _add(desk, form, place)
        told = say.SETTING_NEW
    refusal = announce(client, saved, told, user=place.user)
    if refusal and not form.id and _is_of_two(saved.channel):  # where nobody can invite the bot
        desk.daily.ask(
            lambda ledger: ledger.remove(
                place.workspace, saved.id, by=place.user, now=desk.daily.now()
            )
        )
        raise RefusedError(say.NOT_OURS)
    confirm(desk, client, saved, place=place, refusal=refusal)


def _add(desk: Desk, form: Form, place: Place) -> Subscription:
    workspace, now = place.workspace, desk.daily.now()
    here = desk.daily.ask(lambda ledger: ledger.of_channel(workspace, form.channel))
    wanted = (form.at, form.zone, form.choice)
    for known in here:
        if (known.at, known.zone, known.choice) != wanted:
            continue
        if known.state is State.ACTIVE:
            raise RefusedError(say.SAME_ALREADY.format(told=say.told(known)))
        resumed = desk.daily.ask(
            lambda ledger, known=known: ledger.resume(  # type: ignore[misc]
                workspace, known.id, by=place.user, now=now
            )
        )
        return resumed or known
    return desk.daily.ask(
        lambda ledger: ledger.add(
            workspace, form.channel, at=form.at, zone=form.zone, choice=form.choice,
            by=place.user, now=now, once=True,
        )
    )  # fmt: skip


def _probe(client: WebClient, form: Form, place: Place) -> None:
    """Show the wish privately in its channel; refuses it to somebody who is not in there.

    Slack shows a private message only to members, so that no scope is needed to know. Where
    the bot itself is no member, Slack says nothing of the person; a conversation of two others
    is refused at once.
    """
    wish = Subscription(0, place.workspace, form.channel, form.at, form.zone, form.choice, "")
    text = say.SAVING.format(told=say.told(wish))
    wished = line(literal(text, most=_LONGEST_TOLD))
    try:
        whisper(client, wished, channel=form.channel, user=place.user, thread_ts=None)
    except SendingError as error:
        if str(error) == "user_not_in_channel":
            raise RefusedError(say.NOT_IN_CHANNEL) from error
        if _is_of_two(form.channel):
            raise RefusedError(say.NOT_OURS) from error
    except OSError:
        return  # not known; what is announced in the channel tells who did it


def _is_of_two(channel: str) -> bool:
    return channel.startswith("D")


def announce(client: WebClient, saved: Subscription, told: str, *, user: str) -> str:
    """Tell a channel in one line what somebody did.

    Returns Slack's reason for taking nothing there until somebody mends it; empty if there is
    none.
    """
    return _announce(client, saved.channel, [_told_of(saved, told, user=user)])


def _announce(client: WebClient, channel: str, markup: Sequence[str]) -> str:
    try:
        post(client, _lines(markup), channel=channel, thread_ts=None)
    except SendingError as error:
        reason = str(error)
        return reason if reason in HOPELESS or is_closed(reason) else ""
    except OSError:
        return ""  # it may have been told; saying it once more would be worse
    return ""


def _told_of(saved: Subscription, told: str, *, user: str = "", until: date | None = None) -> str:
    """Return markup of what somebody did with a daily post; without `user`, as told to them."""
    return told.format(
        who=say.mention(user) if user else "You",
        has="has" if user else "have",
        told=literal(say.told(saved), most=_LONGEST_TOLD),
        until=say.UNTIL.format(day=say.full_day(until)) if until else "",
    )


def _lines(markup: Sequence[str]) -> Message:
    """Return a message of as many lines as it holds; the rest is counted."""
    room, kept = _LONGEST_LINES, list[str]()
    for one in markup:
        room -= len(one) + 1
        if room < 0 and kept:
            kept.append(say.AND_MORE.format(left=len(markup) - len(kept)))
            break
        kept.append(one)
    return line("\n".join(kept))


def confirm(
    desk: Desk, client: WebClient, saved: Subscription, *, place: Place, refusal: str = ""
) -> None:
    """Tell the person that it is done and when the next post comes, or what stands in its way."""
    told = say.told(saved)
    if refusal:
        text = f"{_hindrance(desk, refusal)} {say.KEPT.format(told=told)}"
        label = say.INVITED if refusal in NOT_A_MEMBER else say.TRY_AGAIN
        row = actions([button(names.DAILY_INVITED, label, str(saved.id))])
        tell(client, place, line(literal(text, most=_LONGEST_TOLD), row))
    elif place.response_url:
        text = literal(say.SAVED.format(told=told), most=_LONGEST_TOLD)
        tell(client, place, line(f"{text}{next_told(saved, now=desk.daily.now())}"))


def _hindrance(desk: Desk, refusal: str) -> str:
    if refusal in NOT_A_MEMBER:
        return say.INVITE.format(name=desk.bot_name)
    return say.NOT_TAKEN.format(reason=say.reason_told(refusal))


def next_told(subscription: Subscription, *, now: datetime) -> str:
    """Return markup that tells when the next post comes; empty where none does."""
    due = subscription.next_due
    if due is None:
        return ""
    if due <= now:
        return say.AT_ONCE
    day = local_date(due, subscription.zone)
    fallback = escape(f"{say.full_day(day)}, {subscription.at:%H:%M} {subscription.zone}")
    return f" Next: {say.next_post(due, zone_text=fallback)}."


def invited(desk: Desk, client: WebClient, *, subscription_id: int, place: Place) -> None:
    """Look whether the bot has been invited meanwhile, and let the daily post begin."""
    saved = desk.daily.ask(lambda ledger: ledger.get(place.workspace, subscription_id))
    if saved is None:
        raise RefusedError(say.GONE)
    refusal = announce(client, saved, say.SETTING_NEW, user=place.user)
    if not refusal and saved.state is State.STOPPED:
        saved = _changed(desk, saved, place, state=State.ACTIVE)
    confirm(desk, client, saved, place=place, refusal=refusal)


def find(desk: Desk, subscription_id: int, *, place: Place) -> Subscription:
    """Return a daily post of the channel that somebody is in; refuses any other.

    Buttons stay under old messages, also when the daily post is in another channel now.
    """
    found = desk.daily.ask(lambda ledger: ledger.get(place.workspace, subscription_id))
    if found is None or found.channel != place.channel:
        raise RefusedError(say.GONE)
    return found


def remove(desk: Desk, client: WebClient, found: Sequence[Subscription], *, place: Place) -> None:
    """Remove daily posts, and tell their channel."""

    def act(one: Subscription) -> Subscription | None:
        now = desk.daily.now()
        return desk.daily.ask(
            lambda ledger: ledger.remove(place.workspace, one.id, by=place.user, now=now)
        )

    _each(desk, client, found, act, told=say.SETTING_REMOVED, place=place)


def pause(
    desk: Desk,
    client: WebClient,
    found: Sequence[Subscription],
    *,
    until: date | None,
    place: Place,
) -> None:
    """Pause daily posts until a day or until resumed, and tell their channel."""

    def act(one: Subscription) -> Subscription | None:
        return _changed(desk, one, place, state=State.PAUSED, until=until)

    _each(desk, client, found, act, told=say.SETTING_PAUSED, place=place, until=until)


def resume(desk: Desk, client: WebClient, found: Sequence[Subscription], *, place: Place) -> None:
    """Let daily posts go on, and tell their channel."""

    def act(one: Subscription) -> Subscription | None:
        return _changed(desk, one, place, state=State.ACTIVE)

    _each(desk, client, found, act, told=say.SETTING_RESUMED, place=place)


def _changed(
    desk: Desk, one: Subscription, place: Place, *, state: State, until: date | None = None
) -> Subscription:
    now = desk.daily.now()
    saved = desk.daily.ask(
        lambda ledger: (
            ledger.pause(place.workspace, one.id, until=until, by=place.user, now=now)
            if state is State.PAUSED
            else ledger.resume(place.workspace, one.id, by=place.user, now=now)
        )
    )
    if saved is None:
        raise RefusedError(say.GONE)
    return saved


def _each(
    desk: Desk,
    client: WebClient,
    found: Sequence[Subscription],
    act: Callable[[Subscription], Subscription | None],
    *,
    told: str,
    place: Place,
    until: date | None = None,
) -> None:
    done = [one for one in map(act, found) if one is not None]
    if not done:
        raise RefusedError(say.GONE)
    by_all = [_told_of(one, told, user=place.user, until=until) for one in done]
    refusal = _announce(client, place.channel, by_all)
    mine: list[str] = []
    for one in done:
        after = ""
        if told is say.SETTING_RESUMED:  # only now it matters whether the bot may post there
            after = (
                f" {literal(_hindrance(desk, refusal))}"
                if refusal
                else next_told(one, now=desk.daily.now())
            )
        mine.append(_told_of(one, told, until=until) + after)
    tell(client, place, _lines(mine))


def button(action_id: str, label: str, value: str) -> dict[str, Any]:
    """Return a button of the settings."""
    text = {"type": "plain_text", "text": label, "emoji": False}
    return {"type": "button", "action_id": action_id, "text": text, "value": value}


def actions(row: Sequence[dict[str, Any]]) -> Block:
    """Return a row of buttons."""
    return {"type": "actions", "elements": list(row)}
