"""How a question leans on its thread: which step it takes, and what it says beside that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.search.asking.which_one import Occasion
from bot.search.dates.shifts import Shift, take_season, take_shift, take_some
from bot.search.language.forms import Form, without
from bot.search.terms import fold
from bot.search.threads.lines import read_line
from bot.search.threads.outcome import OUTCOME_WORDS
from bot.search.threads.step_words import (
    AFTER_WORDS,
    BEFORE_WORDS,
    CAUSE_WORDS,
    LAST_OF_KIND_WORDS,
    MORE_OF_THEM,
    NEXT_DEED_WORDS,
    NEXT_OF_KIND_WORDS,
    OTHER_WORDS,
    SUCCESSION_WORDS,
)


class Step(StrEnum):
    """What a follow-up wants of the entries shown before."""

    MERGED = "merged"  # a new question, completed by the earlier one
    SAME = "same"  # more about the entry shown
    PICK = "pick"  # one of the entries shown
    AFTER = "after"  # what came next
    BEFORE = "before"  # what came before
    OTHER = "other"  # another one of the same kind
    NEXT_OF_KIND = "next"  # the next one of the same kind in time
    LAST_OF_KIND = "previous"  # the one of the same kind before
    OUTCOME = "outcome"  # what became of it
    CAUSE = "cause"  # what brought it about
    NEXT_DEED = "next deed"  # what somebody of it did next


# The next and the one before, of a kind rather than of all that is recorded.
SIDES = {Step.AFTER: Step.NEXT_OF_KIND, Step.BEFORE: Step.LAST_OF_KIND}


@dataclass(frozen=True, slots=True)
class Leaning:
    """What the words of a question tell about its place in a thread.

    `step` is None where they name no step, and so is `shift` where no time is counted on
    from what was shown; `rest` is the folded question without their words.
    An elliptic question ("and Dent?") stands in for a part of the earlier one; one that
    points back ("when did they return") cannot be understood without it.
    """

    step: Step | None
    shift: Shift | None
    rest: str
    is_begun: bool
    is_altogether: bool  # "in total": of all times
    is_elliptic: bool
    points_back: bool
    goes_on: bool  # "and", "but"
    line: Occasion | None = None  # of a list shown: "number three"
    is_retold: bool = False  # what was told already is asked once more

    @property
    def leans(self) -> bool:
        """Whether any word points to what was said before; "so" and "well" need not."""
        return bool(self.is_elliptic or self.points_back or self.step or self.shift or self.goes_on)


_OPENING = re.compile(
    r"^\W*(?:(?:and|but|also|or|so|ok|okay|then|well|hm+|what about|how about|what of|same for"
    r"|а как насчет|как насчет|а что насчет|что насчет|а что|а|и|но|ну|тогда|так"
    r"|그리고|그럼|그러면|그런데|근데)(?!\w)[\s,]*)+"
)
_GOING_ON = re.compile(r"^\W*(?:(?:and|but|also|or|а|и|но)\b|그리고|그럼|그러면)")
# "What about 2022", "and Dent?", "2022년은?": a topic and nothing that is asked of it.
_ABOUT = re.compile(
    r"^\W*(?:(?:and|but|ok|so|а|и|но) )?(?:what about|how about|what of|same for"
    r"|(?:а )?(?:что|как) насчет)\b|은요?\W*$|는요?\W*$|은 어때|는 어때"
)
_POINTING = re.compile(
    r"\b(?:he|him|his|she|her|hers|they|them|their|theirs|it|its|that|this|those|these|there|one"
    r"|ones|then|else|another|again|too|also|same|afterwards|both|neither|former|latter"
    r"|он|его|ему|нем|ним|она|ее|ей|ней|они|их|им|ими|это|этого|этом|этому|там|туда|тогда"
    r"|тот|та|те|той|том|того|еще|также|тоже|опять|снова|оба)\b"
    r"|거기|그때|그는|그가|그녀|그들|그것|그건|그게|그걸|그곳|이것|이건|또|다시"
)
# "There was", "is it true that": words that stand there without pointing anywhere.
_EXPLETIVE = re.compile(
    r"\bthere (?:is|are|was|were|has|have|had|been|ever)\b"
    r"|\b(?:is|are|was|were|has|have|had) there (?=\w)"
    r"|\bhow many\b[^?]{1,60}\b(?:are|were|was|is|have|has|had) there\b"
    r"|\b(?:is|was) it (?:true|correct|right|possible)\b(?: that\b)?"
    r"|\b(?:true|know|say|says|said|think|claims?|claimed|remember|mean) that\b|\bthis year\b"
    r"|\bthis (?:month|week|day|decade|century)\b|\bone of the\b|\bat the same time\b"
)
_ASKING = re.compile(
    r"\w *\?|\b(?:who|whom|what|where|when|why|how|which|more|details?|source|sources|explain"
    r"|tell (?:me |us )?about"
    r"|кто|кого|кем|что|где|куда|когда|почему|зачем|как|какие|сколько|подробн\w+|источник\w*)\b"
    r"|누가|누구|뭐|무엇|어디|언제|왜|어떻게|얼마|몇|자세히|출처|이유"
)
# The one who is asked, who is no part of any entry: "who made you?"
_ADDRESSED = re.compile(
    r"\b(?:you|your|youre|yourself|i|im|ты|тебя|тебе|твое|твой|вы|вас)\b|너는|너의|당신"
)
_MORE = re.compile(
    r"\b(?:more|why|details?|sources?|explain|sure|mean|know|think|say|said|have|подробн\w+|источник\w*"
    r"|почему)\b"
)
# A verb or a question word makes a clause, which asks something of its own.
_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|what|where|when|why|how|which|did|does|do|was|were|is|are|has|have|had"
    r"|can|could|would|will|tell|show|list"
    r"|кто|кого|кому|кем|что|где|куда|когда|почему|зачем|как|сколько|какой|какая|какие|каком)\b"
    r"|누가|누구|무엇|무슨|어디|언제|왜|어떻게|얼마|몇 ?(?:번|년|명|회)"
)
_STEPS = (
    (Step.CAUSE, CAUSE_WORDS),
    (Step.NEXT_DEED, NEXT_DEED_WORDS),
    (Step.NEXT_OF_KIND, NEXT_OF_KIND_WORDS),
    (Step.LAST_OF_KIND, LAST_OF_KIND_WORDS),
    (Step.AFTER, AFTER_WORDS),
    (Step.BEFORE, BEFORE_WORDS),
    (Step.OTHER, OTHER_WORDS),
    (Step.OUTCOME, OUTCOME_WORDS),
)
_ALTOGETHER = re.compile(r"\b(?:in total|altogether|overall|all in all|всего)\b|모두 합쳐|총")
_SUCCESSION = re.compile(SUCCESSION_WORDS)
_MORE_OF_THEM = Form(MORE_OF_THEM)
_FORMS = tuple((step, re.compile(form)) for step, form in _STEPS)
# "That year", spoken of an entry: the time is its own, so it is no step to another.


# "The day after the veto" is counted from an entry that is named, not from what was shown.
_ANCHORED = re.compile(
    r"\b(?:after|before|since|until|prior to|following|после|до|перед) "
    r"(?!(?:that|this|it|then|which|them|these|those|him|her|what|who|where|when|did|was|and"
    r"|этого|того|этой|него|нее|них|тем|этим|что|какого|каких)\b)\w"
)


# "How many days later was that" asks how far it is between what was shown.
_HOW_FAR = Form(
    r"\bhow (?:long|many (?:days|weeks|months|years))"
    r" (?:later|after|before|earlier|apart|between)\b"
)


def tells_succession(text: str) -> bool:
    """Whether folded `text` asks who came in somebody's place."""
    return bool(_SUCCESSION.search(text))


def asks_for_more_of_them(text: str) -> bool:
    """Whether folded `text` asks for more of the kind shown: "any more of those"."""
    return bool(_MORE_OF_THEM.search(text))


def read_leaning(question: str) -> Leaning:
    """Return how `question` leans on what was said before; never raises."""
    text = fold(question)
    opening = _OPENING.match(text)
    begun = text[opening.end() :] if opening else text
    bare = _EXPLETIVE.sub(" ", text)
    points_back = bool(_POINTING.search(bare))
    shift, unshifted = take_shift(text)
    if shift is None:
        shift, unshifted = take_some(text)
    if shift is None:
        shift, unshifted = take_season(text)
    step, rest = _take_step(unshifted)
    if _ANCHORED.search(text) or _HOW_FAR.search(text):
        shift, step = None, None
    if step is None and shift is None:
        rest = begun
    line = read_line(text)
    is_altogether = bool(_ALTOGETHER.search(rest))
    rest = _ALTOGETHER.sub(" ", rest) if is_altogether else rest
    is_elliptic = bool(_ABOUT.search(text)) or (opening is not None and not _CLAUSE.search(begun))
    return Leaning(
        step,
        shift,
        rest,
        opening is not None,
        is_altogether,
        is_elliptic,
        points_back,
        bool(_GOING_ON.search(text)),
        line,
    )


def asks_something(question: str) -> bool:
    """Whether there is a question at all: a laugh, a nod or thanks ask nothing."""
    text = fold(question)
    is_to_me = _ADDRESSED.search(text) and not (_MORE.search(text) or _POINTING.search(text))
    return bool(_ASKING.search(text)) and not is_to_me


def _take_step(text: str) -> tuple[Step | None, str]:
    for step, form in _FORMS:
        found = form.search(text)
        if found:
            return step, _MORE_OF_THEM.sub(" ", without(text, found))
    return None, text
