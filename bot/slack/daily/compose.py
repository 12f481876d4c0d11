"""What the clock of the daily posts calls: a subscription and a local date in, a message out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.answers.responder import Responder
from bot.ledger.subscription import Subscription
from bot.slack.blocks import Message
from bot.slack.daily.post import render_post


def compose(
    subscription: Subscription, day: date, responder: Responder, *, last: date | None
) -> Message | None:
    """Return the message of a local date; None if nothing is to be posted.

    `last` is the local date of the post before it, None if there was none.
    """
    post = responder.daily(day, subscription.choice, last=last)
    if post is None:
        return None
    return render_post(post, subscription_id=subscription.id, set_up_by=subscription.set_up_by)


def composer(
    responder: Callable[[], Responder],
) -> Callable[..., Message | None]:
    """Return `compose` for a timeline that may change; called as `(subscription, day, last=)`."""

    def compose_now(subscription: Subscription, day: date, *, last: date | None) -> Message | None:
        return compose(subscription, day, responder(), last=last)

    return compose_now
