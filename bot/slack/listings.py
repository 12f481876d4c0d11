"""Answers as lists of their entries, for buttons whose question alone would not find them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.answers.answer import Answer, AnswerKind
from bot.answers.entries import make_page
from bot.answers.responder import Responder
from bot.answers.wording.choosing import wording_for
from bot.slack.press import MOST_IDS, Audience, Listing, Press

Make = Callable[[Responder, date], Answer]


def make_listing(
    answer: Answer, responder: Responder, *, today: date, make: Make
) -> Listing | None:
    """Return the entries that `make` found, or as many of them as a button can carry.

    None where the request of `answer` finds the same.
    """
    if answer.request.verb != "ask" or not answer.is_answered:
        return None
    if responder.again(answer.request, today=today) == answer:
        return None
    whole = make(replace(responder, page=MOST_IDS), today)
    listing = Listing(answer.kind, answer.heading, tuple(entry.id for entry in whole.entries))
    return Press(answer.request, Audience.PRIVATE, today, listing=listing).fitted().listing


def answer_to(press: Press, responder: Responder) -> Answer:
    """Return the answer that a button stands for, from the data as it is now."""
    listing = press.listing
    if listing is None:
        return responder.again(press.request, today=press.today, offset=press.offset)
    timeline = responder.index.timeline
    found = [event for event in map(timeline.get, listing.ids) if event is not None]
    if not found:
        gone = wording_for(press.request.language).entries_gone
        return Answer(AnswerKind.ABSTAIN, gone, request=press.request)
    return make_page(
        listing.kind,
        found,
        timeline=timeline,
        request=press.request,
        size=responder.page,
        offset=press.offset,
        # It may tell how many there are.
        heading=listing.heading if len(found) == len(listing.ids) else "",
    )
