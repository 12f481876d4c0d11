"""A conversation: what is said in it is understood with what was asked before, and remembered."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from bot.answers.answer import MAX_REQUEST, Answer, AnswerKind
from bot.answers.language import language_of
from bot.answers.responder import Responder
from bot.answers.smalltalk import is_new_question
from bot.answers.wording.choosing import DEFAULT_LANGUAGE
from bot.slack.blocks import Layout, Message
from bot.slack.desk import Desk, Handling
from bot.slack.memory import Exchange


def converse(
    desk: Desk, handling: Handling, text: str, *, layout: Layout, place: Hashable
) -> Message:
    """Return the message that answers `text`, which was said at `place`."""
    if is_new_question(text):
        desk.memory.forget(place)
    turns, spoken = desk.memory.turns(place), desk.memory.language(place)

    def make(responder: Responder, day: date) -> Answer:
        return responder.reply(
            text,
            today=day,
            random=desk.random,
            command=desk.command,
            context=turns,
            spoken=spoken,
        )

    is_whole = not turns and len(text) <= MAX_REQUEST
    language = language_at(desk, text, place=place)
    answer, message = desk.answer_and_message(
        handling, make, layout, is_whole=is_whole, language=language, key=(text, spoken)
    )
    if answer is None:
        return message
    # A greeting, a thank-you or the help is nothing that a later question could lean on; only
    # its language is.
    if answer.kind is not AnswerKind.HELP:
        desk.memory.add(_exchange(text, answer), place)
    elif answer.language != (spoken or DEFAULT_LANGUAGE):
        desk.memory.add(Exchange("", language=answer.language), place)
    return message


def language_at(desk: Desk, text: str, *, place: Hashable) -> str:
    """Return the language of what is said at a place: its own, or the one spoken there before."""
    return language_of(text, otherwise=desk.memory.language(place) or DEFAULT_LANGUAGE)


def _exchange(text: str, answer: Answer) -> Exchange:
    titles = tuple(entry.title for entry in answer.entries)
    # "random" says nothing about the entry that it showed; the entry's title says all.
    is_verb = answer.request.verb == "id"
    return Exchange(titles[0] if is_verb and titles else text, titles, answer.language)
