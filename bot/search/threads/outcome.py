"""What became of the entry shown: asked in words of an end, told by a later entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from bot.search.asking.intent import Asked
from bot.search.index import Index
from bot.search.terms import fold
from bot.timeline.event import Event

# Entries after the one shown, among which those that go on with it are sought; of a large
# store, whose events are read as they are asked for, only those of about the same time.
LOOK_AHEAD, LARGE, LOOK_AHEAD_LARGE = 2000, 4000, 200
LONGEST_STORY = 400  # days from its first entry to the end
MOST_LATER = 5  # of these, the nearest; what is told years later is another story

# Words that ask for the end of it and name nothing: "how did that end", "и чем кончилось".
OUTCOME_WORDS = (
    r"\b(?:and |so |but )?how (?:did|does|has|have) "
    r"(?:it|this|that|these|those|things|they|all (?:of )?(?:it|this|that)|th(?:e|is|at) \w+) "
    r"(?:all )?(?:end(?:ed)?(?: up)?|finish|conclude|go|gone|(?:turn|work|pan|play)(?:ed)? out)\b"
    r"|\bwhat (?:came|come|became|become|(?:has|had) (?:come|become)|was made) of\b"
    r"(?: (?:it|this|that|them|those|these|him|her|all (?:this|that|it)))?"
    r"|\bwhat (?:was|were) (?:the|its|their) (?:outcome|results?|upshot|conclusion)s?\b(?: of it)?"
    r"|\bwhat (?:did|has|would) (?:it|this|that|they) (?:lead|led) to\b"
    r"|\bhow (?:was|were|is|did) (?:it|this|that|they) (?:finally )?(?:get )?"
    r"(?:settled|resolved|solved|decided|sorted out|ended)\b"
    r"|\bdid (?:it|this|that) (?:all )?(?:work|help|succeed)(?: out)?\b"
    r"|\bwhere did (?:he|she|it|they|that) end up\b|\b(?:did|has) anything (?:ever )?come of it\b"
    r"|\b(?:until|till) when\b(?: (?:was|is|did|has) (?:it|this|that)\b)?"
    r"(?: (?:been |stay |remain |be )?(?:in force|valid|effective|binding|last|run|hold|there))?"
    r"|\bhow long (?:was|is|did|has|had) (?:it|this|that) "
    r"(?:been |stay |remain |be )?(?:in force|valid|effective|binding|run|hold|stand|last|go on)\b"
    r"|\bwhen did (?:it|this|that|they) (?:finally )?"
    r"(?:expire|run out|lapse|end|finish|stop|cease|conclude)\b(?! \w)"
    r"|^\W*(?:and |so )?(?:finished|ended|completed|over) when\W*$"
    r"|\bдо (?:какого (?:года|времени)|каких пор)\b(?: (?:он|она|оно) действов\w+)?"
    r"|\bсколько (?:лет )?(?:он|она|оно) действов\w+|언제까지"
    r"|\bat the (?:very )?end\W*$"
    r"|\bin the end\b|\bafter all\b|\bcome of it\b|\bcome to (?:anything|nothing|pass)\b"
    r"|\b(?:и |а |ну |но )*чем (?:(?:все|это|дело|же|там|оно|она|он) ){0,3}"
    r"(?:за|о)?(?:кончил|вершил|бернул)\w*(?: (?:дело|все|это))?"
    r"|\bчто (?:же )?(?:из (?:этого|того) |в итоге )?(?:вышло|получилось)\b(?: из (?:этого|того))?"
    r"|\b(?:и )?(?:к чему|чем) (?:все |это ){0,2}(?:привело|завершил\w+)\b"
    r"|\bв (?:итоге|результате|конце концов|конечном счете)\b"
    r"|어떻게 ?(?:됐|되었|된|끝났|마무리|결말)\w*|결국(?:에는?|은)?|(?<!\w)그래서(?!\w)"
    r"|결과(?:는|가)\W*$"
)
_END = re.compile(OUTCOME_WORDS)
# Deeds that were to be expected, and that the one shown cannot tell yet: "did he show up".
_COMING = (
    r"(?:show(?:ed)? up|turn(?:ed)? up|c[oa]me|go|went|gone|arrived?|happen(?:ed)?|succeed(?:ed)?"
    r"|take place|taken place|get (?:there|anything|any \w+|home|in|through)|make it|made it"
    r"|accept(?:ed)?|agreed?|refused?|decline[ds]?|comply|complied|survived?|recover(?:ed)?"
    r"|(?:enter|come|came) into|take effect|took effect|(?:become|became) law)\b"
)
_WHO = r"(?:he|she|it|they|this|that)"
_WHETHER = re.compile(
    rf"(?<!\bhow )(?<!\bwhere )\b(?:did|has|have|had|was|were) (?:{_WHO}|one) (?:(?:then|even) )*"
    rf"(?:(?:ever|actually|really|finally|eventually|indeed) \w|{_COMING})"
)
_FAILED = re.compile(
    rf"\b(?:why|how come) (?:did|has|have|had)"
    rf"(?:n['\u2019]?t {_WHO}| {_WHO} (?:not|never)) {_COMING}"
)
# Back home, or at an end: "when was he back", "when was it over".
_OVER = re.compile(
    rf"\b(?:was|were|is|are) {_WHO} (?:all )?"
    r"(?:back|home|over|out|gone|finished|done|ready|through)\b"
    rf"|\b(?:did|has|have) {_WHO} (?:get |come |go |got |been )(?:back|home)\b(?! (?:there|to)\b)"
    r"|\bat the (?:very )?end\W*$"
    r"|\b(?:он|она|они|все) (?:вернул\w+|закончил\w+)|(?:돌아왔|돌아갔|귀국했)"
)
# A title that tells the end of something.
_ENDS = re.compile(
    r"\b(?:ends?|ended|ceases?|gives? up|gave up|expires?|runs? out|lapses?|terminates?|scraps?"
    r"|denounces?|quits?|withdraws?|leaves?|left|abolish\w*|dissolv\w*|closes?|breaks? off"
    r"|returns?|goes home|comes? home|lifts?(?! off)|lifted|stops?|resigns?|retires?|dies|died"
    r"|sacked|dismissed|ousted|deposed|removed|to an end|given up|gives? notice|cancel\w*"
    r"|settle[sd]?|call(?:s|ed) off|forbids?|forbidden|shuts?|switched off|rejects?|rejected)\b"
)
# "When did it end": a later entry that tells an end is meant, however long after.
_ENDED = re.compile(
    rf"\bwhen did {_WHO} (?:finally )?(?:end|finish|stop|conclude|come to an end)\W*$"
)
_FOUND = re.compile(r"\bwhat did (?:he|she|they) (?:find|discover)\b")
# Anything done by somebody then: "did they send anybody".
_ANYTHING_DONE = re.compile(
    r"\b(?:did|does|has|have|had) (?:\w+ ){1,3}(?:some|any)(?:body|one|thing)\b"
)
# Something done to it, by whomever: "when was it finished", "did parliament pass it".
_DONE = re.compile(
    rf"\b(?:was|were|been|is|will) {_WHO} (?:be )?(?:\w+ )?\w+(?:ed|en|[^s]t|lt|ld|ne)\b"
    r"|\bdid (?:\w+ ){1,3}(?:it|him|her|them)"
    r"(?: (?:up|on|back|down|over|out|off|through))?\W*$"
)


def asks_whether(text: str) -> bool:
    """Whether folded `text` asks for what was to be expected: "did he ever show up"."""
    return any(form.search(text) for form in (_WHETHER, _FAILED, _FOUND))


def asks_what_followed(text: str, asked: Asked) -> bool:
    """Whether a later entry than the one shown may tell what folded `text` asks."""
    is_end = bool(_END.search(text)) or asks_whether(text)
    return is_end or asks_what_was_done(text, asked)


def asks_what_was_done(text: str, asked: Asked) -> bool:
    """Whether folded `text` asks if or when something was done to what is shown."""
    is_done = bool(_DONE.search(text)) or asks_if_over(text) or asks_for_a_deed(text)
    return asked in (Asked.YES_NO, Asked.WHEN) and is_done


def asks_for_a_deed(text: str) -> bool:
    """Whether folded `text` asks if somebody did anything then: "did they send anybody"."""
    return bool(_ANYTHING_DONE.search(text))


def asks_if_over(text: str) -> bool:
    """Whether folded `text` asks when it was over, or who went away came back."""
    return bool(_OVER.search(text) or _ENDED.search(text))


def asks_when_ended(text: str) -> bool:
    """Whether folded `text` asks when it ended, which may have been years later."""
    return bool(_ENDED.search(text))


def tells_end(title: str) -> bool:
    """Whether a title tells the end of something."""
    return bool(_ENDS.search(fold(title)))


def end_of_story(event: Event, index: Index) -> tuple[Event, ...]:
    """Return the last of what goes on with `event`, and on with that, within its time.

    That is the time of the whole of which it is a part, or else a year.
    """
    others = (index.timeline.get(other) for other in event.related)
    wholes = [other for other in others if other and other.date.contains(event.date)]
    story = {event.id, *(whole.id for whole in wholes)}
    end = min((whole.date.latest.ordinal for whole in wholes), default=None)
    end = end or event.date.latest.ordinal + LONGEST_STORY
    first, _ = index.numbers_between(event.date.earliest, event.date.earliest)
    parts = []
    for number in range(first, min(first + reach_of(index), len(index.events))):
        other = index.events[number]
        if other.date.earliest.ordinal > end:
            break
        if other.id in story or story.isdisjoint(other.related) or other.date.latest.ordinal > end:
            continue
        if other.date.sort_key < event.date.sort_key:
            continue
        story.add(other.id)
        parts.append(other)
    told = [part for part in parts if _ENDS.search(fold(part.title))]
    return tuple(sorted(told or parts, key=lambda part: part.date.latest)[-1:])


def reach_of(index: Index) -> int:
    """Return how many entries beside the one shown are looked at."""
    return LOOK_AHEAD if len(index.events) <= LARGE else LOOK_AHEAD_LARGE


def later_parts(event: Event, index: Index) -> tuple[Event, ...]:
    """Return the entries that go on with `event`, at most five, the one that ends it first.

    They begin no sooner and end no sooner than it, and one of the two refers to the other.
    It ends with the first whose title tells an end, or else with the nearest of them, or with
    one that goes on with that as well; the others follow in order of time.
    """
    first, _ = index.numbers_between(event.date.earliest, event.date.earliest)
    numbers = range(first, min(first + reach_of(index), len(index.events)))
    following = (index.events[number] for number in numbers)
    parts = list(islice(_going_on(event, following), MOST_LATER))
    if not parts:
        return ()
    end = parts[0]
    for part in parts[1:]:
        end = part if end.id in part.related else end
    end = next((part for part in parts if _ENDS.search(fold(part.title))), end)
    return (end, *(part for part in parts if part is not end))


def told_of_later(text: str, event: Event, index: Index) -> tuple[Event, ...]:
    """Return the entries that tell what became of `event`, as folded `text` asks for it.

    Who asks when it was over means the end of its own story, unless an entry that goes on with it
    tells an end and it is asked when it ended.
    """
    later = later_parts(event, index)
    is_ended = asks_when_ended(text) and any(tells_end(other.title) for other in later)
    end = end_of_story(event, index) if asks_if_over(text) and not is_ended else ()
    return tuple(dict.fromkeys((*end, *later)))


def _going_on(event: Event, following: Iterable[Event]) -> Iterable[Event]:
    for other in following:
        if event.id not in other.related and other.id not in event.related:
            continue
        is_before = other.date.sort_key < event.date.sort_key
        if not is_before and other.date.latest >= event.date.latest and other.id != event.id:
            yield other
