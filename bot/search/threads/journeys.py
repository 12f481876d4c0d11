"""The parts of a journey, each of which another entry may tell: set out, arrive, go home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.search.index import Index
from bot.search.language.forms import Form
from bot.search.terms import fold
from bot.search.threads.alike import likeness
from bot.search.threads.neighbours import number_of
from bot.search.threads.outcome import reach_of
from bot.timeline.event import Event

LONGEST_AWAY = 60  # days; what lies further off is another journey

# Who is asked about is somebody spoken of before.
_WHO = r"(?:he|she|they|it|his|her|their)"
_HAD = (
    rf"(?:(?:did|had|has|have|was|were|is|are) {_WHO}|{_WHO} (?:had|have))"
    r"(?: (?:\w+ly|just|then|all))?"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a journey: how it is asked for, how titles tell it, and on which side it lies."""

    asked: Form
    told: re.Pattern[str]
    is_later: bool  # than what is shown


ARRIVAL = Part(
    Form(
        rf"\b{_HAD} (?:arrived?|land(?:ed)?|touch(?:ed)? down|come in|reach(?:ed)? \w+"
        r"|(?:got|get|gotten|been) (?:in|there|here)\b(?! (?:return|exchange|touch|turn)\b)"
        r"|(?:got|get|gotten) to (?!(?:see|meet|know|speak|talk|visit|hear|work|do|be)\b)\w+"
        r"|(?:fly|flown|flew|come|came|travel(?:led)?) (?:in|over|there)\b)"
        rf"|\b(?:when|how) had {_WHO} come\W*$|\bwhere (?:had|did|has) {_WHO} come from\W*$"
        rf"|\bhow (?:had|did) {_WHO} (?:travel(?:led)?|journey(?:ed)?) (?:there|here)\b"
        r"|\b(?:он|она|они) (?:при(?:ехал|летел|был|плыл)\w*|добрал\w+)"
        r"|\b(?:при(?:ехал|летел|был|плыл)\w*|добрал\w+) (?:он|она|они)\b|(?:도착했|도착한|왔지)"
    ),
    re.compile(
        r"\b(?:arriv\w+|lands?|landed|comes? to|came to|enters?|entered|reach\w*|flies|flew|flown"
        r"|при(?:езжа|лета|быва|ехал|летел|был)\w*)\b|도착"
    ),
    is_later=False,
)
DEPARTURE = Part(
    Form(
        rf"\b{_HAD} (?:set (?:out|off|sail)|depart(?:ed)?|(?:take|taken|took|lift|lifted) off"
        r"|start(?:ed)? (?:out|off|from)|(?:leave|left) home|left for|sail(?:ed)? from)\b"
        r"|\b(?:он|она|они) (?:отправил\w+|выехал\w*|вылетел\w*|стартовал\w*)"
        r"|\b(?:отправил\w+|выехал\w*|вылетел\w*|стартовал\w*) (?:он|она|они)\b|(?:출발했|떠났)"
    ),
    re.compile(
        r"\b(?:sets? (?:out|off|sail)|leaves?|departs?|(?:takes?|lifts?) off"
        r"|starts? (?:for|out|off)|heads? for|flies to|отправля\w+|выезжа\w+|вылета\w+)\b|출발|떠나"
    ),
    is_later=False,
)
RETURN = Part(
    Form(
        rf"\b{_HAD} (?:(?:go|gone|went|come|came|get|got|head(?:ed)?|fl(?:y|own|ew)|travel(?:led)?"
        r"|been|be|sail(?:ed)?) )?(?:back|home|return(?:ed)?|splash(?:ed)? down)\b"
        r"(?! (?:to|there|in|into)\b)"
        r"|\b(?:он|она|они) (?:вернул\w+|возвратил\w+|уехал\w*|улетел\w*)"
        r"|\b(?:вернул\w+|возвратил\w+|уехал\w*|улетел\w*) (?:он|она|они)\b"
        r"|(?:돌아왔|돌아갔|귀국했)"
    ),
    re.compile(
        r"\b(?:goes home|(?:goes|comes?|is|are|flies|sails?) (?:back|home)|returns?|leaves?"
        r"|departs?|heads? (?:home|back)|back (?:from|on|in|to)|ends? (?:a|his|her|their|the)"
        r"|splash\w*|возвраща\w+|вернул\w+)\b|귀국|돌아"
    ),
    is_later=True,
)
LEAVING = Part(
    Form(rf"\bdid {_WHO} (?:leave|depart)\b(?! (?:home|for)\b)"), RETURN.told, is_later=True
)
# Who was a guest comes back for the next time: "when did he come back", "was she back there".
_COMING_BACK = Form(
    r"\b(?:did|was|were|has|had|is) (?:he|she) (?:(?:come|came|been|be|get|go) )?back\b(?! home\b)"
    r"|\b(?:он|она) (?:вернул\w+|возвратил\w+)|\b(?:вернул\w+|возвратил\w+) (?:он|она)\b"
)
_PARTS = (RETURN, LEAVING, DEPARTURE, ARRIVAL)


def part_asked(text: str) -> Part | None:
    """Return the part of a journey that folded `text` asks for of somebody spoken of."""
    return next((part for part in _PARTS if part.asked.search(text)), None)


def asks_for_coming_back(text: str) -> bool:
    """Whether folded `text` may ask when somebody came once more to where they had been."""
    return bool(_COMING_BACK.search(text))


def part_of(event: Event, part: Part, index: Index, *, is_earlier: bool = False) -> Event | None:
    """Return the entry that tells this part of the journey of which `event` is told.

    That is `event` itself where its title says so, unless what is asked `is_earlier` than that.
    Else it lies on the right side and not far off, belongs to `event` or is about the same
    people, and its title says so, or else its summary; of several the one most like `event`, and
    of those as like it the nearest in time.
    """
    if part.told.search(fold(event.title)) and not (part.is_later or is_earlier):
        return event
    near = list(_near(event, part, index))
    for text in (_title, _summary):
        telling = [number for number in near if part.told.search(fold(text(index.events[number])))]
        if telling:
            own = number_of(event, index)
            return index.events[max(telling, key=lambda number: likeness(own, number, index))]
    return None


def _title(event: Event) -> str:
    return event.title


def _summary(event: Event) -> str:
    return event.summary


def _near(event: Event, part: Part, index: Index) -> Iterator[int]:
    """Yield the numbers of the entries that may tell of the same journey, the nearest first."""
    own, reach = number_of(event, index), reach_of(index)
    numbers = (
        range(own + 1, min(own + reach, len(index.events)))
        if part.is_later
        else range(own - 1, max(own - reach, 0) - 1, -1)
    )
    for number in numbers:
        other = index.events[number]
        days = abs(other.date.earliest.ordinal - event.date.earliest.ordinal)
        if days > LONGEST_AWAY and not (part.is_later and event.date.contains(other.date)):
            return
        if _is_of_it(other, event):
            yield number


def _is_of_it(other: Event, event: Event) -> bool:
    """Whether two entries are of one journey: they belong together, or the same one travels."""
    if other.id in event.related or event.id in other.related:
        return True
    return not set(other.people).isdisjoint(event.people)
