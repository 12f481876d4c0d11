"""Why a question went wrong: how it was read, and what set the first entry before the right one."""

from __future__ import annotations

from bot.answers.responder import Responder
from bot.evaluation.measures import Result


def explain(responder: Responder, result: Result) -> str:
    """Return how `responder` reads the question of `result`, and where its entries differ."""
    question = result.question
    finding = responder.find(question.text, today=question.today, context=question.context)
    query, told = finding.query, []
    words = [unit.text for unit in query.hard if unit.variants]
    strange = [unit.text for unit in query.hard if not unit.variants]
    times = [span.edtf for phrase in query.phrases for span in phrase.spans]
    if query.corrections:
        told.append("read " + ", ".join(f"{typed} as {used}" for typed, used in query.corrections))
    told.append("asked for " + (", ".join(words) or "no word that an entry holds"))
    if strange:
        told.append("no entry holds " + ", ".join(strange))
    if times:
        told.append("time " + ", ".join(times))
    if query.occasion:
        told.append(f"occasion {query.occasion.which} {query.occasion.number}")
    for place, match in enumerate(finding.matches, 1):
        is_right = match.event.id in question.expect
        if place == 1 or is_right:
            name = f"right one at {place}" if is_right else "first"
            told.append(f"{name} ({match.score:.2f}) by {', '.join(match.reasons) or 'nothing'}")
        if is_right:
            break
    else:
        if question.expect:
            told.append("right one not found")
    return "; ".join(told)
