"""`use`: a channel chooses which of several timelines it asks."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from bot.logs import describe
from bot.slack.daily.place import Place
from bot.slack.daily.posts import RefusedError
from bot.slack.desk import Desk
from bot.slack.mrkdwn import literal
from bot.timeline.nearest import find_nearest
from bot.timeline.timeline import TimelineInfo

ALL = "all"
_USE = re.compile(r"use(?:\s+(\S{1,200}))?\s*", re.IGNORECASE)
_MOST_LISTED = 30
_LONGEST = 120  # of a title

ONLY_ONE = "There is only one timeline here, “{title}”, so there is nothing to choose."
UNKNOWN = "There is no timeline with the id {wanted}."
DID_YOU_MEAN = " Did you mean {near}?"
ASKED_HERE = "This channel asks {title}."
ALL_OF_THEM = "all timelines"
LISTED = "To change that for everybody here: {command} use ID, or {command} use all. There are:"
NOW_ASKS = "{who} has set this channel to ask {title}."
NOT_KEPT = "I cannot keep that just now: my database does not answer. Please try again in a minute."
NOWHERE = "Type this in the channel that you mean."


log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Told:
    """What to say, as mrkdwn, and whether everybody in the channel is to know."""

    text: str
    is_public: bool = False


def read_use(text: str) -> str | None:
    """Return what follows `use`, empty if nothing does; None if `text` asks something else."""
    found = _USE.fullmatch(text.strip())
    return None if found is None else (found[1] or "").strip("`'\"“”.,")


def use(desk: Desk, place: Place, wanted: str) -> Told:
    """Choose the timeline `wanted` for a channel, or say which there are if it is empty.

    Raises `RefusedError` if the choice cannot be kept.
    """
    infos = desk.responder().index.timeline.infos
    choices, spot = desk.choices, (place.workspace, place.channel)
    if choices is None or len(infos) < 2:
        title = infos[0].title if infos else ""
        return Told(literal(ONLY_ONE.format(title=title), most=_LONGEST * 3))
    if not place.channel:
        return Told(NOWHERE)
    known = {info.id: info for info in infos}
    if not wanted:
        return Told(_listed(choices.chosen(spot), known, desk.command))
    chosen = "" if wanted.casefold() == ALL else _find(wanted, known)
    if chosen is None:
        near = find_nearest(wanted.casefold(), list(known))
        told = UNKNOWN.format(wanted=wanted) + (DID_YOU_MEAN.format(near=near) if near else "")
        return Told(f"{literal(told, most=500)}\n{_list(known)}")
    try:
        choices.choose(spot, chosen, by=place.user)
    except Exception as error:
        log.error("what a channel has chosen cannot be kept: %s", describe(error))
        raise RefusedError(NOT_KEPT) from error
    title = _title(chosen, known)
    return Told(NOW_ASKS.format(who=f"<@{place.user}>", title=title), is_public=True)


def note_of(desk: Desk, place: Place) -> str:
    """Return a line for the help on what this channel asks; empty where there is no choice."""
    infos = desk.responder().index.timeline.infos
    if desk.choices is None or len(infos) < 2:
        return ""
    chosen = desk.choices.chosen((place.workspace, place.channel))
    info = next((info for info in infos if info.id == chosen), None)
    title = f"“{info.title}”" if info else ALL_OF_THEM
    return f"{ASKED_HERE.format(title=title)} {desk.command} use changes that."


def _find(wanted: str, known: dict[str, TimelineInfo]) -> str | None:
    folded = wanted.casefold()
    return next((name for name in known if name.casefold() == folded), None)


def _listed(chosen: str, known: dict[str, TimelineInfo], command: str) -> str:
    asked = ASKED_HERE.format(title=_title(chosen, known))
    return f"{asked} {literal(LISTED.format(command=command))}\n{_list(known)}"


def _list(known: dict[str, TimelineInfo]) -> str:
    lines = [
        f"• {literal(info.id, most=_LONGEST)}: {literal(info.title, most=_LONGEST)}"
        for info in list(known.values())[:_MOST_LISTED]
    ]
    return "\n".join(lines)


def _title(chosen: str, known: dict[str, TimelineInfo]) -> str:
    info = known.get(chosen)
    return f"“{literal(info.title, most=_LONGEST)}”" if info else ALL_OF_THEM
