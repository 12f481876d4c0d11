"""Wording of the settings of daily posts, and of what stands below a post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from bot.answers.wording.choosing import wording_for
from bot.ledger.subscription import State, Subscription
from bot.slack.certainty import RESTRICTED
from bot.timeline.daily_choice import (
    EVERY_DAY,
    MONDAY_TO_FRIDAY,
    SUNDAY_TO_THURSDAY,
    DailyChoice,
    LeapDay,
    WhenEmpty,
)

WEEKDAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
LANGUAGE = "en"  # of the settings
SETTINGS = "Settings"
AND_MORE = "and {left} more"
SET_UP_BY = "Daily post, set up by {who}."
PREVIEW = "Preview of {day}; only you can see it."
NOTHING_TO_POST = "Nothing would be posted on {day}: nothing is recorded for it."
NOT_POSTED_THAT_DAY = "There would be no post on {day}, which is a {weekday}."
MORE_IN_THREAD = "The rest is in the thread already."
MORE_GONE = "These entries are no longer in the timeline."

NO_LEDGER = (
    "I cannot reach my list of daily posts just now, so nothing was changed. Please try again "
    "in a few minutes. Questions are answered as ever."
)
SLOW_LEDGER = (
    "My list of daily posts takes too long to answer, so I cannot tell whether anything was "
    "changed. Please look again in a few minutes. Questions are answered as ever."
)
NO_DAILY_POSTS = "Daily posts are not set up where I run. Questions are answered as ever."
NONE_HERE = "There is no daily post in this channel yet. {command} subscribe sets one up."
NOT_OPENED = "The form did not open in time. Please try once more."
MORE_UNCONFIRMED = (
    "Slack did not confirm that the rest was posted. If the thread does not hold it, please press "
    "once more."
)
UNCONFIRMED = (
    "Slack did not confirm all of this. Please look with {command} subscriptions, and try once "
    "more if something is missing."
)
NOT_OURS = (
    "I cannot post in this conversation. Set the daily post up in a channel, or in the one "
    "between you and me."
)
GONE = "This daily post was removed or moved meanwhile."
SAME_ALREADY = "This channel has exactly this daily post already: {told}."
INVITE = "I am not in that channel yet, so I cannot post there. Invite me with /invite @{name}."
NOT_TAKEN = "Slack does not take what I post there: {reason}."
KEPT = "I keep this wish, and post from then on: {told}."
NOT_IN_CHANNEL = "You are not in that channel, so I have not changed its daily posts."
INVITED, TRY_AGAIN = "I have invited it", "Try again"
AT_ONCE = " The next one comes in a moment."
SAVED = "Saved: {told}."
SAVING = "You wish a daily post here: {told}."
WHICH = "There are several daily posts here. Which one?"
REMOVE, PAUSE, RESUME = "Remove", "Pause", "Resume"
FORM = "Open the form"
SETTING_NEW = "{who} {has} set up a daily post here: {told}."
SETTING_CHANGED = "{who} {has} changed the daily post: {told}."
SETTING_MOVED = "{who} {has} moved the daily post of this channel to another one."
SETTING_REMOVED = "{who} {has} removed the daily post ({told})."
SETTING_PAUSED = "{who} {has} paused the daily post{until} ({told})."
SETTING_RESUMED = "{who} {has} resumed the daily post: {told}."
UNTIL = " until {day}"
WHEN_EMPTY = {
    WhenEmpty.NOTHING: "nothing on an empty day",
    WhenEmpty.WEEK: "the nearest of the week on an empty day",
    WhenEmpty.MONTH: "this month on an empty day",
}
LEAP_DAY = {
    LeapDay.FEBRUARY_28: "29 February on 28 February",
    LeapDay.MARCH_1: "29 February on 1 March",
    LeapDay.LEAP_YEARS: "29 February in leap years only",
}
REASONS = {
    "not_in_channel": "I am not in the channel: invite me, then resume",
    "channel_not_found": "I cannot see the channel: invite me, then resume",
    "is_archived": "the channel is archived",
}
_RESTRICTED = "the channel does not let me post"
_USER = re.compile(r"[UW][A-Z0-9]{2,20}")
_SHORT_DAY = 3  # letters


def days_told(days: Sequence[int]) -> str:
    """Return days of the week in words: "every day", "Monday to Friday", "Mon, Wed and Fri"."""
    known = {
        EVERY_DAY: "every day",
        MONDAY_TO_FRIDAY: "Monday to Friday",
        SUNDAY_TO_THURSDAY: "Sunday to Thursday",
    }
    if told := known.get(tuple(days)):
        return told
    names = [WEEKDAYS[day] for day in days]
    if len(names) == 1:
        return f"on {names[0]}s"
    short = [name[:_SHORT_DAY] for name in names]
    return f"{', '.join(short[:-1])} and {short[-1]}"


def told(subscription: Subscription, *, titles: dict[str, str] | None = None) -> str:
    """Return when a subscription posts and what, in plain words."""
    when = f"{days_told(subscription.choice.days)} at {subscription.at:%H:%M} {subscription.zone}"
    return "; ".join([when, *choice_told(subscription.choice, titles=titles or {})])


def choice_told(choice: DailyChoice, *, titles: dict[str, str]) -> list[str]:
    """Return what differs from the defaults, each in a few plain words."""
    parts: list[str] = []
    if choice.timeline:
        parts.append(f"timeline {titles.get(choice.timeline, choice.timeline)}")
    if choice.tags:
        parts.append(f"tags {', '.join(choice.tags)}")
    if choice.people:
        parts.append(f"people {', '.join(choice.people)}")
    if choice.when_empty is not WhenEmpty.NOTHING:
        parts.append(WHEN_EMPTY[choice.when_empty])
    if choice.leap_day is not LeapDay.FEBRUARY_28:
        parts.append(LEAP_DAY[choice.leap_day])
    return parts


def state_told(subscription: Subscription) -> str:
    """Return why nothing is posted for now; empty where something is."""
    match subscription.state:
        case State.PAUSED if subscription.paused_until:
            return f"paused until {full_day(subscription.paused_until)}"
        case State.PAUSED:
            return "paused"
        case State.STOPPED:
            return f"stopped: {reason_told(subscription.reason)}"
    return ""


def reason_told(reason: str) -> str:
    """Return Slack's name of a refusal in words, as far as there are any."""
    return REASONS.get(reason) or (_RESTRICTED if reason.startswith(RESTRICTED) else reason)


def full_day(day: date) -> str:
    """Return "1 December 2026"."""
    return f"{wording_for(LANGUAGE).day_of_year(day.month, day.day)} {day.year}"


def mention(user: str) -> str:
    """Return markup that names a person, or a plain word for what is no person's id."""
    return f"<@{user}>" if _USER.fullmatch(user) else "Somebody"


def next_post(at: datetime | None, *, zone_text: str) -> str:
    """Return markup that tells an instant to come in the reader's own zone; "" for none."""
    if at is None:
        return ""
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}} at {{time}}|{zone_text}>"
