"""Another reading of a message: without the parts of it that name nothing.

"The prof wants an exact answer: ..." is no chatter by its words, each of which some entry may
hold. Whether it belongs to the question shows when both are asked: what says nothing of the
thing sought makes every entry a worse answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.search.asking.which_one import take_occasion
from bot.search.index import Index
from bot.search.talk.chatter import may_be_name
from bot.search.talk.chatter_words import CHATTER, FIRST_PERSON, KNOWING, QUESTION_WORDS
from bot.search.talk.clauses import Word, blank, is_chat_word, one_clause, read_clauses
from bot.search.terms import stem
from bot.search.when import DatePhrase

# With these somebody turns to the reader, in the middle of a message or at its beginning.
_TURNING = frozenset("am can could would will do does did should may might is has have".split())
_DONE = frozenset("did was has have".split())  # what "we" did is what is asked for
_ADDRESSED = FIRST_PERSON | frozenset("you u anyone anybody someone somebody ye".split())
_POLITELY = frozenset("please pls kindly maybe possibly quickly just".split())
_PARTICLES = frozenset("up out into for me us on down about".split())
_JOINING = frozenset("and or but".split())
# What begins so is bound to the rest: "after the war, who ruled the north?"
_BINDING = frozenset(
    "after before during since until till when while in at on under following despite because"
    " without with between against over by from to после до перед во в при между без с".split()
)

# "Three weeks after the war, who ruled?": from there is counted, wherever it stands.
_COUNTING = frozenset(
    "after before following since until later earlier afterwards между после перед до через"
    " спустя".split()
)

# "The last time, when the queen came" tells which.
_TIMES = frozenset("time раз".split())

_QUOTES = frozenset('"“„«‘')

# "The dam bursts. Next event?" asks for what came after it.
_NEXT_EVENT = (frozenset(("next", "previous")), frozenset("event entry thing item".split()))

# Whoever says one of these speaks of their asking; a small number beside it belongs there.
_TALK = CHATTER | KNOWING | FIRST_PERSON
_SMALL = re.compile(r"\d{1,3}(?:am|pm|min|h)?")

# How much a word tells of what is sought: a time like "today" may be said of anything.
PASSING, NAMED = 1, 2

LONGEST = 60  # words; who writes more tells a story, which is read as it stands


def other_reading(text: str, phrases: Sequence[DatePhrase], index: Index) -> str | None:
    """Return `text` with the parts blanked that name nothing, None where none are left out.

    `phrases` are the times found in it. A part names something if it holds a time, a name, a
    number or a question word.
    """
    words = one_clause(text)
    if words is not None and _ADDRESSED.isdisjoint(words):
        return None  # one part, to which nothing leads up
    clauses = read_clauses(text)
    if sum(map(len, clauses)) > LONGEST:
        return None
    spans = [(phrase.start, phrase.end) for phrase in phrases if not phrase.is_latent]

    parts = [part for clause in clauses for part in _parts(clause)]
    telling = [_all_say(part, text, index, spans) for part in parts]
    most = max((max(says) for says in telling), default=0)
    if not most:
        return None
    idle: list[Sequence[Word]] = []
    for part, says in zip(parts, telling, strict=True):
        if part[0].text in _BINDING or any(word.text in _COUNTING for word in part):
            continue
        if part[-1].text in _TIMES and take_occasion(" ".join(w.text for w in part))[0]:
            continue
        if all(any(word.text in words for word in part) for words in _NEXT_EVENT):
            continue
        if max(says) == 0 or (max(says) < most and _is_aside(part, says)):
            idle.append(part)
        elif lead := _lead(part, next(at for at, said in enumerate(says) if said)):
            idle.append(part[:lead])
    left_out = [word for part in idle for word in part]
    if not left_out or _is_only_a_time([w for c in clauses for w in c if w not in left_out], spans):
        return None
    return blank(text, left_out)


def _is_only_a_time(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether words ask nothing and name but a time, which dates the rest: "about a year ago"."""
    return all(
        word.text not in QUESTION_WORDS
        and any(start < word.end and word.start < end for start, end in spans)
        for word in words
    )


def _parts(clause: Sequence[Word]) -> list[Sequence[Word]]:
    """Split a clause where somebody turns to the reader: "X | and can you cite a source"."""
    texts = [word.text for word in clause]
    for place in range(1, len(clause) - 1):
        if _turns(texts[place], texts[place + 1]):
            start = place - 1 if texts[place - 1] in _JOINING and place > 1 else place
            return [clause[:start], clause[start:]]
    return [clause]


def _turns(word: str, after: str) -> bool:
    """Whether two words turn to the reader: "can someone", but not "did we", who did it."""
    if after == "we" and word in _DONE:
        return False
    return word in _TURNING and after in _ADDRESSED


def _lead(part: Sequence[Word], told: int) -> int:
    """Return how many words lead up: "can someone dig out | the treaty", at most `told`."""
    if len(part) < 3 or not _turns(part[0].text, part[1].text):
        return 0
    lead = 2 + (part[2].text in _POLITELY) + 1  # and the verb
    while lead < len(part) and part[lead].text in _PARTICLES:
        lead += 1
    return min(lead, told)


def _is_aside(part: Sequence[Word], says: Sequence[int]) -> bool:
    """Whether it has more than the time it names: "preparing for a panel next week"."""
    return any(
        not said and not is_chat_word(word.text) for word, said in zip(part, says, strict=True)
    )


def _all_say(
    part: Sequence[Word], text: str, index: Index, spans: Sequence[tuple[int, int]]
) -> list[int]:
    """Return how much the words of a part tell; a small number amid talk tells nothing.

    "For 10 points: ...", "it's 3am and I can't sleep, ...".
    """
    says = [_says(word, text, index, spans) for word in part]
    if _TALK.isdisjoint(word.text for word in part):
        return says
    is_small = [_SMALL.fullmatch(word.text) is not None for word in part]
    if any(said and not small for said, small in zip(says, is_small, strict=True)):
        return says
    return [0] * len(says)


def _says(word: Word, text: str, index: Index, spans: Sequence[tuple[int, int]]) -> int:
    for start, end in spans:
        if start < word.end and word.start < end:
            return NAMED if any(map(str.isdigit, text[start:end])) else PASSING
    if word.text in QUESTION_WORDS or word.text[0].isdigit():
        return NAMED
    if is_chat_word(word.text):
        return 0
    if word.start and text[word.start - 1] in _QUOTES:
        return NAMED  # nobody quotes what does not matter
    if not word.text.isascii():
        return NAMED * bool(len(index.posting(stem(word.text))))
    return NAMED * may_be_name(word.text, index)
