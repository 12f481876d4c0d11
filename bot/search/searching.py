"""A question in, the entries found for it out: alone, beside an entry, or in its thread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.search.asking.intent import Asked
from bot.search.asking.ordinal_names import is_named_so, with_ordinal_as_word
from bot.search.asking.which_one import asks_who_holds
from bot.search.entries.encounters import read_encounter
from bot.search.finding import Finding, Match, Outcome
from bot.search.from_entry.anchored import find_alone, find_anchored
from bot.search.from_entry.anchors import read_anchor
from bot.search.from_entry.between import find_between
from bot.search.from_entry.stays import find_stay
from bot.search.from_entry.successions import find_successor, follow_on, read_succession
from bot.search.index import Index, rarity_of
from bot.search.query import Query, read_query
from bot.search.ranking import judge
from bot.search.talk.addressing import is_said_to_somebody
from bot.search.talk.chatter import about_question
from bot.search.talk.clauses import FULL_STOP
from bot.search.talk.everyday_asks import is_for_others
from bot.search.talk.own_day import without_own_day
from bot.search.talk.readings import other_reading
from bot.search.terms import fold, terms
from bot.search.threads.another_time import take_day
from bot.search.threads.asked_anew import asked_once, asks_for_all_of_them
from bot.search.threads.called_after import after_that
from bot.search.threads.followup import MOST_TURNS, complete
from bot.search.threads.nearness import Stance, near_to
from bot.search.threads.outcome import asks_what_followed, told_of_later
from bot.search.threads.pointing import is_follow_up
from bot.search.threads.shown import shown_by
from bot.search.threads.stance import is_word_of_reaction
from bot.search.threads.standing import is_full, is_new, stands_alone
from bot.search.threads.steps import Leaning, Step, read_leaning
from bot.search.threads.thread import find_in_thread
from bot.search.threads.told_then_asked import told_then_asked
from bot.search.threads.turns import Shown, Turn
from bot.search.weighing.ranked import Ranked, put_in_order

# People greet, explain and sign; where the whole message finds nothing, one of its
# sentences may. It is trusted a little less than a question that is nothing else.
_SENTENCE = re.compile(
    rf"(?<=[!?…]|{FULL_STOP})\s+|\s+[—–-]+\s+|\n+"
    # Two questions in one: "when did Ada die and who spoke at her grave".
    r"|,?\s+and\s+(?=(?:when|who|what|why|how|where)\s)"
    r"|,?\s+и\s+(?=(?:когда|кто|что|почему|зачем|как|где|сколько)\s)",
    re.IGNORECASE,
)
SENTENCE_SHARE = 0.9
LEAST_SAID = 0.5  # by a sentence that is asked by itself, of what a word of one entry says
MOST_SENTENCES = 6
LEAST_QUOTED, QUOTED = 4, 0.95  # words of a title that is said whole, and how sure it is then
# The least score of what is told before the next is asked for: who tells it knows that it was.
# Where that same entry is found for the whole, it must be told plainly to be no answer.
LEAST_TOLD, SURELY_TOLD = 0.5, 0.87
# Characters of a question that may count from an entry, or between two: each takes reading it
# again, and in a longer text "after" is no more than a word.
LONGEST_COUNTED = 2000
LONGEST_FOLLOW_UP = 2000  # characters; who writes more says in there what it is about
SHORTEST_SENTENCE = 3  # words; fewer are greetings and thanks


def search(question: str, index: Index, *, today: date, context: Sequence[Turn] = ()) -> Finding:
    """Return what `index` has for `question`; never raises, whatever the text.

    `context` holds the earlier turns of the thread, oldest first; a question that stands
    by itself ignores them.
    """
    question = about_question(question, index)
    is_in_thread = any(turn.is_question for turn in context)
    question, is_retold = asked_once(question) if is_in_thread else (question, False)
    query = read_query(question, index, today=today)
    folded = fold(question)
    if is_for_others(folded) or is_said_to_somebody(folded, query):
        return Finding(Outcome.ABSTAIN, query, (), 0)
    if is_in_thread:
        if asks_for_all_of_them(question):
            told = _found_several(index, context=context, today=today)
            if told is not None:
                return told
        leaning = read_leaning(question) if len(question) <= LONGEST_FOLLOW_UP else None
        if leaning is not None and is_retold:
            leaning = replace(leaning, is_retold=True)
        if leaning is not None and _needs_thread(leaning, query, index):
            return _in_thread(question, query, index, leaning, context=context, today=today)
        _, shown = _told_before(index, context=context, today=today, is_enough=True)
        query = replace(query, near=near_to(shown.events, stance=Stance.ASIDE))
    return without_own_day(_afresh(question, query, index, today=today), folded, query)


def _needs_thread(leaning: Leaning, query: Query, index: Index) -> bool:
    """Whether the question needs its thread; who was where, or met whom, is told without one."""
    is_whole = not leaning.leans and leaning.line is None
    return is_follow_up(leaning, query) and not (is_whole and read_encounter(query, index))


def _afresh(question: str, query: Query, index: Index, *, today: date) -> Finding:
    found = _by_itself(question, query, index, today=today)
    other = other_reading(question, query.phrases, index)
    if other is not None:
        read = _by_itself(other, read_query(other, index, today=today), index, today=today)
        found = read if _trust(read) > _trust(found) else found
    onward = _told_then_asked(question, found, index, today=today)
    if onward is not None:
        return onward
    if found.outcome is Outcome.ABSTAIN:
        quoted = _quoted(question, found)
        if quoted is not None:
            return quoted
        # What is counted from an entry has looked for that one by its ordinal already.
        anchor = read_anchor(query.intent.rest)
        is_counted_from = anchor is not None and not anchor.asks_next
        named = None if is_counted_from else with_ordinal_as_word(query, index)
        told = find_alone(named, index) if named is not None else found
        if is_named_so(told, query, index):
            return told
        return _by_sentences(question, index, today=today) or found
    return found


def _quoted(question: str, found: Finding) -> Finding | None:
    """Return the entry whose whole title is what somebody says, if it is among the nearest.

    A title may speak of another time than its own ("should open in 2026"), or of two places.
    """
    said = [term.text for term in terms(question)]
    for match in found.matches if len(said) >= LEAST_QUOTED else ():
        if [term.text for term in terms(match.event.title)] == said:
            others = (other for other in found.matches if other is not match)
            matches = (match._replace(score=QUOTED), *others)
            return replace(found, outcome=Outcome.SURE, matches=matches, answering=1)
    return None


def _told_then_asked(question: str, found: Finding, index: Index, *, today: date) -> Finding | None:
    """Return what follows the entry that the question tells before it asks for the next.

    None where it tells none, or has been answered with another than that.
    """
    onward = None
    for told, ways in told_then_asked(question):
        start = search(told, index, today=today)
        least = SURELY_TOLD if found.answering else LEAST_TOLD
        if not start.matches or start.matches[0].score < least:
            continue
        event = start.matches[0].event
        if found.answering and found.matches[0].event is not event:
            return None
        said = (Turn(is_question=True, text=told), Turn(is_question=False, text=event.title))
        for asked in ways:
            further = search(asked, index, today=today, context=said)
            if further.matches and further.matches[0].event is not event:
                further = replace(further, start=event, topic=None)
                if further.answering:
                    return further
                onward = onward or further
    return onward


def _trust(found: Finding) -> float:
    return found.matches[0].score if found.answering else 0.0


def _in_thread(
    question: str,
    query: Query,
    index: Index,
    leaning: Leaning,
    *,
    context: Sequence[Turn],
    today: date,
) -> Finding:
    before, shown = _told_before(index, context=context, today=today)
    if is_new(leaning, query, before=before, shown=shown):
        query = replace(query, near=near_to(shown.events, stance=Stance.ASIDE))
        alone = _afresh(question, query, index, today=today)
        if alone.answering:
            return alone
    pointing = after_that(question, shown, index, today=today)
    if pointing is not None:
        question, leaning = pointing, read_leaning(pointing)
        query = read_query(question, index, today=today)
    if len(shown.events) == 1 and asks_what_followed(fold(question), query.asked):
        shown = replace(shown, later=told_of_later(fold(question), shown.events[0], index))
    is_whole = leaning.step is None and leaning.shift is None and not leaning.is_altogether
    day, rest = take_day(fold(question), shown.events)
    said = query if is_whole else read_query(leaning.rest, index, today=today)
    if day is not None:
        said = replace(read_query(rest, index, today=today), phrases=(day,))
    follow = complete(
        question, said, leaning=leaning, topic=before.topic or before.query, shown=shown
    )
    found = find_in_thread(follow, index, alone=lambda completed: find_alone(completed, index))
    leans = leaning.leans or any(is_word_of_reaction(unit.text) for unit in query.hard)
    is_alone = follow.step is Step.MERGED or leaning.is_retold
    if is_alone and (is_full(query, leaning) or not leans):
        query = replace(query, near=near_to(shown.events, stance=Stance.ASIDE))
        alone = _afresh(question, query, index, today=today)
        if stands_alone(alone, found, leans=leans):
            return alone
    return replace(found, topic=follow.topic)


def _told_before(
    index: Index, *, context: Sequence[Turn], today: date, is_enough: bool = False
) -> tuple[Finding, Shown]:
    """Return what was found for the last question of a thread, and the entries then shown.

    Where that question `is_enough` the turns before it are not read again.
    """
    last = max(at for at, turn in enumerate(context) if turn.is_question)
    if is_enough:
        before = search(context[last].text, index, today=today)
    else:
        before = _found_at(last, index, context=context, today=today)
    said = "\n".join(turn.text for turn in context[last + 1 :] if not turn.is_question)
    return before, shown_by(said, before, index)


def _found_at(at: int, index: Index, *, context: Sequence[Turn], today: date) -> Finding:
    """Return what was found for the question at a place of a thread, with the turns before it."""
    earlier = context[max(0, at - MOST_TURNS) : at]
    return search(context[at].text, index, today=today, context=earlier)


def _found_several(index: Index, *, context: Sequence[Turn], today: date) -> Finding | None:
    """Return what the last question of a thread has found that found several, in order of time.

    Where none of the last few has, what answers the last; None where nothing does.
    """
    told = None
    for at in reversed(range(max(0, len(context) - MOST_TURNS), len(context))):
        if context[at].is_question:
            found = _found_at(at, index, context=context, today=today)
            if found.answering > 1:
                several = found.matches[: found.answering]
                in_order = sorted(several, key=lambda match: match.event.date.sort_key)
                matches = (*in_order, *found.matches[found.answering :])
                return replace(found, matches=matches, is_in_order=True)
            told = told or (found if found.answering else None)
    return told


def _by_itself(question: str, query: Query, index: Index, *, today: date) -> Finding:
    if len(question) > LONGEST_COUNTED:
        return find_alone(query, index)
    two = find_between(
        question, query, index, today=today, alone=lambda described: find_alone(described, index)
    )
    if two is not None:
        return two
    succession = read_succession(query.intent.whole) if query.asked is Asked.WHO else None
    if succession is not None:
        name = read_query(succession.name, index, today=today)
        office = read_query(succession.office, index, today=today)
        told = find_successor(name, office, index, is_back=succession.is_back)
        if told is not None:
            return told
    has_days = any(phrase.recurring for phrase in query.phrases)
    ranked = put_in_order(query, index) if has_days and query.hard else None
    found = _judged(query, ranked, index)
    if succession is not None and succession.is_place:
        return found  # what merely came next is in nobody's place
    if has_days and found.outcome is Outcome.ABSTAIN:
        named = find_alone(read_query(question, index, today=today, has_days=False), index)
        if named.outcome is not Outcome.ABSTAIN:
            return named  # "an invitation to Victory Day" is of another day
    if found.answering == 1 and query.asked is Asked.WHO and asks_who_holds(query.intent.whole):
        return follow_on(found, index, today=today)
    anchor = read_anchor(query.intent.whole)
    if query.asked is Asked.HOW_LONG:
        return find_stay(query, found, index) or found
    if anchor is None:
        return found
    return find_anchored(anchor, query, found, index, today=today) or found


def _by_sentences(question: str, index: Index, *, today: date) -> Finding | None:
    sentences = [part for part in _SENTENCE.split(question[:2000]) if part]
    if len(sentences) < 2:
        return None
    best: Finding | None = None
    least = LEAST_SAID * rarity_of(1, len(index.events))
    for sentence in sentences[:MOST_SENTENCES]:
        if len(sentence.split()) < SHORTEST_SENTENCE:
            continue
        asked = read_query(sentence, index, today=today)
        if not asked.phrases and sum(unit.weight for unit in asked.hard) < least:
            continue  # "what did the French say" is a question only beside another
        found = _by_itself(sentence, asked, index, today=today)
        is_sure = found.outcome is Outcome.SURE and found.query.units
        if is_sure and (best is None or found.matches[0].score > best.matches[0].score):
            best = found
    if best is None:
        return None
    matches = tuple(
        Match(match.event, round(match.score * SENTENCE_SHARE, 4), match.reasons)
        for match in best.matches
    )
    return replace(best, matches=matches)


def _judged(query: Query, ranked: Ranked | None, index: Index) -> Finding:
    return find_alone(query, index) if ranked is None else judge(ranked, index)
