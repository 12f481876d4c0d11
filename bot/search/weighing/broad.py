"""Questions that say little: which are broad and ask for many entries, and which are none."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit
from bot.search.index import TAG
from bot.search.language.forms import Form
from bot.search.language.telling import is_function
from bot.search.query import Query
from bot.search.weighing.extent import lists_all
from bot.search.weighing.scoring import MET, Candidate, meets_all
from bot.timeline.dates import DISTANT_PAST

TOLD_TOGETHER = 2  # words that ask for things; one alone any entry may say in passing
FULLY = 0.74  # how strongly an entry must hold each thing, to be listed under a broad question
TOLD = 0.69  # the same, where only which of several is meant is open
TRANSLATED = "translation"  # why a word of another language is met
SMALL_NUMBER = 2  # digits; such numbers stand in every other summary

# A single word of so many uses (log10 in a billion) that somebody may say it of anything.
# "The bridge" is a question all the same, "I miss you" is none.
SAID_OF_ANYTHING, BARE_WORDS = 5.0, 2

# Asked after somebody's health, for advice on what to watch, read or eat, or how to do a thing.
_SMALL_TALK = Form(
    r"^\W*(?:(?:so|and|ok|hey|hi|hello|well) )*how(?:'?s| are| is| have| were) "
    r"(?:you|u|ya|yall|things|life|everyone|everybody)\b"
    r"|^\W*(?:(?:can|could|would) you )?(?:please )?(?:recommend|suggest) "
    r"|^\W*(?:(?:so|ok|hey|hi) )*how (?:to|(?:do|can|should|would) (?:i|we|you|u|one))\b"
    r"|^\W*как (?:правильно |лучше |можно )?(?!узнать|понять|назвать)[а-я]{3,}(?:ть|ти|чь|ться)\b"
    r"|는 ?(?:법|방법)(?:을|은)? ?(?:좀 ?)?(?:알려\w*)?\W*$|어떻게 (?:해야|하면)"
    r"|^\W*happy (?:anniversary|birthday|friday|holidays|monday|new year|weekend)"
    r"(?:\W+\w+){0,3}\W*$"
    r"|\bпосоветуй|추천(?! ?(?:한|했))"
)

# Words that ask for what they stand beside and address nobody.
_ASKING_WORDS = frozenset(
    "what which was were is are did do does the a an our we us of any there been had have has ever"
    " so far tell show me about some anything on".split()
)

# With these a word makes a phrase: "into recess", "under arrest", "the first match".
_LEADING = frozenset("into under behind through without first second third last".split())

_OWN = frozenset("my your youre".split())  # what is somebody's own is none of the timeline's


def is_broad(first: Candidate, query: Query, *, is_chosen: bool = False) -> bool:
    """Whether so much is asked for that any entry that holds it is a part of the answer.

    One that `is_chosen` was counted out among all of its kind.
    """
    if _is_tag_alone(first, query):
        return True
    return (
        (lists_all(query) or query.has_dates or is_chosen)
        and names_something(query)
        and meets_all(first, query, least=FULLY)
        and not says_little(first, query)
    )


def leaves_open_which(first: Candidate, others: Sequence[Candidate], query: Query) -> bool:
    """Whether several entries hold all that is asked for alike: no doubt of it, but of which.

    "When did she come to the capital": she came four times. `others` are about as good as the
    first; whether a thing was so at all is another question.
    """
    is_asked = query.asked is not Asked.YES_NO and query.near is None and query.occasion is None
    if (
        not is_asked
        or sum(_words_of(unit) for unit in query.hard) < TOLD_TOGETHER
        or not names_something(query)
    ):
        return False
    return bool(others) and all(meets_all(it, query, least=TOLD) for it in (first, *others))


def _words_of(unit: Unit) -> int:
    """Return how many words it says, or its name where another language has one word for it."""
    texts = [unit.text, *(key for key in unit.keys if key.startswith("@"))]
    return max(len(text.split()) for text in texts)


def _is_tag_alone(first: Candidate, query: Query) -> bool:
    """Whether nothing but a tag of the timeline is asked for: "accidents", "our last accident"."""
    if len(query.hard) != 1 or query.near is not None:
        return False
    (unit,) = query.hard
    if len(query.said) > 1 and not _only_asks(query, unit):
        return False
    return is_tag_word(unit) and first.strength(query.units.index(unit)) >= FULLY


def is_tag_word(unit: Unit) -> bool:
    """Whether it is a word that the timeline's curator chose for a tag."""
    return any(variant.reason == "tag" for variant in unit.variants)


def _only_asks(query: Query, unit: Unit) -> bool:
    """Whether the words beside a unit only ask for it, in keywords or in a sentence."""
    beside = [word for word in query.said if word not in unit.text.split()]
    if query.occasion is not None or query.asked in (Asked.LIST, Asked.COUNT):
        return all(is_function(word) and word not in _OWN for word in beside)
    return _ASKING_WORDS.issuperset(beside)


def says_little(first: Candidate, query: Query) -> bool:
    """Whether there is only one ordinary word, met in passing or of a kind said of anything.

    "Useless" and "a star" are hardly questions, though a summary may hold these words.
    """
    if query.phrases or len(query.hard) != 1 or query.hard[0].is_name:
        return False
    (word,) = query.hard
    strength = first.strength(query.units.index(word))
    is_plain = strength >= TAG or not word.is_common or " " in word.text
    is_said_of_anything = word.usage >= SAID_OF_ANYTHING and not (
        is_tag_word(word) and _only_asks(query, word)
    )
    return not is_plain or (len(query.said) > BARE_WORDS and is_said_of_anything)


def says_anything(first: Candidate, query: Query) -> bool:
    """Whether there is only one word, that may be said of anything and is met in passing."""
    return says_little(first, query) and query.hard[0].usage >= SAID_OF_ANYTHING


def is_small_talk(query: Query) -> bool:
    """Whether somebody asks how one is, how to do a thing, or for advice, and names nobody."""
    if query.phrases or _SMALL_TALK.search(query.intent.whole) is None:
        return False
    return not any(unit.is_name for unit in query.hard)


def is_met_by_chance(first: Candidate, query: Query) -> bool:
    """Whether nothing is met but a small number, or one word by its translation, of several.

    Many an entry holds some ordinary word or a number; the rest of the question tells that it
    was another thing that was meant.
    """
    if query.near is not None or len(query.hard) < 2:
        return False
    spans = [span for phrase in query.phrases for span in phrase.spans]
    if any(span.earliest > DISTANT_PAST for span in spans):
        return False  # "until today" was everything
    numbers = [n for n, unit in enumerate(query.units) if not unit.is_soft]
    met = [number for number in numbers if first.strength(number) >= MET]
    if len(met) == len(numbers):
        return False
    units = [query.units[number] for number in met]
    if all(unit.is_number and len(unit.text) <= SMALL_NUMBER for unit in units):
        return True
    if len(units) > 1 or units[0].is_name or units[0].is_earlier:
        return False
    return first.met[met[0]][1].reason == TRANSLATED


def names_something(query: Query) -> bool:
    """Whether there is more to the question than a small number or two."""
    return any(len(unit.text) > SMALL_NUMBER or not unit.is_number for unit in query.hard)
