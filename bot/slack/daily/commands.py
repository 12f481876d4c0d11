"""The commands of daily posts: what somebody typed, carried out and answered privately."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from slack_sdk import WebClient

from bot.answers import daily_verbs as verbs
from bot.answers.daily_verbs import DailyCommand
from bot.ledger.deliveries import last_deliveries
from bot.ledger.delivery import DeliveryState
from bot.ledger.due import local_date
from bot.ledger.subscription import State, Subscription
from bot.slack import names
from bot.slack.blocks import Message, notice
from bot.slack.daily import changing
from bot.slack.daily import wording as say
from bot.slack.daily.changing import actions, button, next_told
from bot.slack.daily.form import USUAL_TIME
from bot.slack.daily.opening import asked_zone, new_form, open_new, usual_choice, vocabulary_of
from bot.slack.daily.place import Place, line, tell
from bot.slack.daily.post import render_post
from bot.slack.daily.posts import RefusedError
from bot.slack.daily.wish import Wish, read_wish
from bot.slack.desk import Desk
from bot.slack.entry_blocks import Block, section, small_print
from bot.slack.mrkdwn import bold, escape, literal, unescape

MOST_LISTED = 20  # subscriptions in one message, two blocks each
MOST_PREVIEWED = 3
_LOOKED_AT = 10  # deliveries; more than there are days without a post
_LONGEST_TEXT = 3_500
_LONGEST_LISTED = 300  # of one subscription among many
_LONGEST = 1_500
_TYPED = "typed:"  # before what the button of a form carries
_LONGEST_TYPED, _LONGEST_VALUE = 500, 1_900


def carry_out(desk: Desk, client: WebClient, command: DailyCommand, *, place: Place) -> None:
    """Carry out what was typed, and answer; raises `RefusedError` with what is told instead."""
    match command.verb:
        case verbs.SUBSCRIBE:
            _subscribe(desk, client, command.rest, place=place)
        case verbs.SUBSCRIPTIONS:
            _list(desk, client, place=place)
        case verbs.UNSUBSCRIBE:
            _unsubscribe(desk, client, command.rest, place=place)
        case verbs.PAUSE:
            _pause(desk, client, command.rest, place=place)
        case verbs.RESUME:
            changing.resume(desk, client, _here(desk, place), place=place)
        case verbs.PREVIEW:
            _preview(desk, client, command.rest, place=place)


def _subscribe(desk: Desk, client: WebClient, typed: str, *, place: Place) -> None:
    """Set up what was typed; what lacks a time, or has a mistake in it, goes into the form."""
    wish = read_wish(typed, vocabulary_of(desk), now=desk.daily.now())
    form = new_form(desk, place, wish)
    if wish.problems:
        tell(client, place, _told_problems(desk, wish, typed))
    elif wish.at is None:
        open_new(desk, client, form=form, place=place, has_zone=bool(wish.zone))
    else:
        zone = wish.zone or asked_zone(desk, client, place) or desk.daily.zone
        changing.save(desk, client, form=replace(form, zone=zone), place=place)


def _told_problems(desk: Desk, wish: Wish, typed: str) -> Message:
    told = [literal(problem.text, most=_LONGEST // 4) for problem in wish.problems[:4]]
    example = literal(f"{desk.command} subscribe 09:00 Europe/Berlin weekdays")
    markup = "\n".join([*told, f"Write it like {example}, or use the form."])
    return line(markup, actions([button(names.DAILY_FORM, say.FORM, typed_value(typed))]))


def typed_value(typed: str) -> str:
    """Return what the button carries that opens the form with what was typed."""
    return f"{_TYPED}{escape(typed[:_LONGEST_TYPED])}"[:_LONGEST_VALUE]


def read_typed(value: str) -> str:
    """Return what was typed, from the value of such a button; empty for any other."""
    return unescape(value.removeprefix(_TYPED)) if value.startswith(_TYPED) else ""


def _here(desk: Desk, place: Place) -> tuple[Subscription, ...]:
    """Return the subscriptions of the channel; refuses to go on where there is none."""
    found = desk.daily.ask(lambda ledger: ledger.of_channel(place.workspace, place.channel))
    if not found:
        raise RefusedError(say.NONE_HERE.format(command=desk.command))
    return found


def _list(desk: Desk, client: WebClient, *, place: Place) -> None:
    found = _here(desk, place)
    tell(client, place, listed(found, now=desk.daily.now()))


def listed(found: tuple[Subscription, ...], *, now: datetime, heading: str = "") -> Message:
    """Return a list of subscriptions, each with when, who, and what can be done with it."""
    blocks: list[Block] = [section(bold(heading))] if heading else []
    texts = [literal(heading)] if heading else []
    for one in found[:MOST_LISTED]:
        state = say.state_told(one)
        parts = [
            bold(say.told(one), most=_LONGEST_LISTED),
            f"Set up by {say.mention(one.set_up_by)}.{next_told(one, now=now)}",
            literal(f"Now {state}.") if state else "",
        ]
        markup = "\n".join(filter(None, parts))
        texts.append(markup)
        goes_on = one.state is State.ACTIVE
        blocks += [
            section(markup),
            actions(
                [
                    button(names.DAILY_SETTINGS, say.SETTINGS, str(one.id)),
                    button(names.DAILY_PAUSE, say.PAUSE, str(one.id))
                    if goes_on
                    else button(names.DAILY_RESUME, say.RESUME, str(one.id)),
                    button(names.DAILY_REMOVE, say.REMOVE, str(one.id)),
                ]
            ),
        ]
    if len(found) > MOST_LISTED:
        more = say.AND_MORE.format(left=len(found) - MOST_LISTED)
        blocks.append(small_print(literal(more)))
        texts.append(more)
    while len("\n".join(texts)) > _LONGEST_TEXT and len(texts) > 1:
        texts.pop()  # a line that was cut could come to life
    return {"text": "\n".join(texts), "blocks": blocks, "unfurl_links": False,
            "unfurl_media": False}  # fmt: skip


def _unsubscribe(desk: Desk, client: WebClient, typed: str, *, place: Place) -> None:
    found = _here(desk, place)
    said = typed.casefold().strip()
    if said and said != "all":
        at = read_wish(typed, vocabulary_of(desk),
                       now=desk.daily.now()).at  # fmt: skip
        found = tuple(one for one in found if one.at == at)
        if not found:
            raise RefusedError(_no_post_at(at, desk.command))
    if len(found) > 1 and said != "all":
        tell(client, place, listed(found, now=desk.daily.now(), heading=say.WHICH))
        return
    changing.remove(desk, client, found, place=place)


def _no_post_at(at: time | None, command: str) -> str:
    if at is None:
        return f"Write {command} unsubscribe, or with a time or “all” behind it."
    return f"No daily post of this channel comes at {at:%H:%M}."


def _pause(desk: Desk, client: WebClient, typed: str, *, place: Place) -> None:
    found = _here(desk, place)
    # The earliest of the local days: a pause ends on a day that is to come in every zone.
    today = max(local_date(desk.daily.now(), one.zone) for one in found)
    read = verbs.read_pause(typed, today=today)
    if read.problem:
        raise RefusedError(read.problem)
    changing.pause(desk, client, found, until=read.until, place=place)


def _preview(desk: Desk, client: WebClient, typed: str, *, place: Place) -> None:
    """Show what is posted on a day, by each subscription of the channel or by the defaults."""
    try:
        found = desk.daily.ask(lambda ledger: ledger.of_channel(place.workspace, place.channel))
        problem = ""
    except RefusedError as refusal:
        found, problem = (), str(refusal)
    default = Subscription(
        0,
        place.workspace,
        place.channel,
        USUAL_TIME,
        desk.daily.zone,
        usual_choice(desk, place),
        place.user,
    )
    for one in found[:MOST_PREVIEWED] or (default,):
        today = local_date(desk.daily.now(), one.zone)
        day = verbs.read_day(typed, today=today)
        if day is None:
            raise RefusedError(
                f"“{typed[:40]}” is no day: write {desk.command} preview 4 May, or 2027-05-04."
            )
        last = _last_before(desk, one, day) if one.id and day == today else None
        tell(client, place, preview(desk, one, day, last=last))
    if problem and desk.daily.subscriptions is not None:
        tell(client, place, notice(problem))


def _last_before(desk: Desk, one: Subscription, day: date) -> date | None:
    """Return the date of the last post before `day`, as the clock reckons it."""
    done = (DeliveryState.SENT, DeliveryState.EMPTY)
    found = desk.daily.ask(lambda ledger: last_deliveries(ledger.engine, one, limit=_LOOKED_AT))
    dates = [known.local_date for known in found if known.state in done and known.local_date < day]
    return max(dates, default=None)


def preview(
    desk: Desk, subscription: Subscription, day: date, *, last: date | None = None
) -> Message:
    """Return exactly what would be posted on a day, with a line that says it is a preview."""
    told = say.full_day(day)
    if day.weekday() not in subscription.choice.days:
        weekday = say.WEEKDAYS[day.weekday()]
        return notice(say.NOT_POSTED_THAT_DAY.format(day=told, weekday=weekday))
    post = desk.responder().daily(day, subscription.choice, last=last)
    if post is None:
        return notice(say.NOTHING_TO_POST.format(day=told))
    message = render_post(post, subscription_id=subscription.id, set_up_by=subscription.set_up_by)
    lead = say.PREVIEW.format(day=told)
    return {
        **message,
        "text": f"{lead}\n{message['text']}",
        "blocks": [small_print(literal(lead)), *message["blocks"]],
    }
