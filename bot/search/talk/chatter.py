"""What people say around a question, left out: greetings, reasons, excuses, thanks.

"Sorry if this was asked before, but ... need it for my paper" says nothing of what is asked
for, and each of its words may stand in some entry. What is left out is blanked letter by
letter, so that places in the text stay what they were.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import takewhile

from bot.search.index import Index
from bot.search.language.common_words import commonness, is_name_word
from bot.search.language.regnal import NUMERALS
from bot.search.talk.afterthoughts import without_afterthought
from bot.search.talk.asker import asking_place, is_all_chat, tells_nothing, without_asker
from bot.search.talk.chatter_words import (
    AUXILIARIES,
    CHATTER,
    CLOSING,
    FIRST_PERSON,
    KNOWING,
    QUESTION_WORDS,
)
from bot.search.talk.clauses import (
    KEPT,
    STRETCHED,
    WORD,
    Word,
    blank,
    is_chat_word,
    is_function_word,
    one_clause,
    read_clauses,
)
from bot.search.talk.slips import mend_slips
from bot.search.talk.talk_forms import read_form
from bot.search.terms import stem

LONGEST = 2000  # characters; what is longer is no chat message, and is read as it stands

# How messages are marked up: mentions, names of emoji, quotes and numbers of a list.
_MARKUP = re.compile(
    r"<[@#!][^<>\s]{1,80}>|(?<![\w.])@\w[\w.-]*|(?<!\w):[a-z][\w+-]{1,40}:(?!\w)"
    r"|\b(?:(?:best|kind|warm) )?(?:regards|wishes|cheers|thanks|thx|sincerely|yours)[,.!]?\s+"
    r"(?-i:[A-Z])\w+\W*$"
    r"|[ㅋㅎㅠㅜ]{2,}|(?<!\S)(?:<|&lt;)3+(?!\S)|\btl;?dr\b|\beli5\b|\b(?:any|some|every)1\b"
    # "Deadline in 10 min", "need it by 5pm".
    r"|\b(?:deadline|due|exam|meeting|class|quiz|lecture|call)(?: (?:is|starts?|begins?))? in"
    r" \d+(?:\W*$| ?(?:min|hr|hour)\w*)"
    r"|(?:회의|수업|시험|발표|마감) ?\d+ ?(?:분|시간) ?(?:전|남)\w*|\d+분 (?:뒤|후)에? \w+인데"
    # "My 8 year old asks", "q2: ...", "question 3 - ...", "k so".
    r"|(?<=\bmy )\d{1,2}[ -]?(?:yo|y/o|years?[ -]olds?)\b"
    r"|(?:^\s*|(?<=[,;]) ?)(?:q|question|вопрос|질문|퀴즈)[ #№]*\d{1,2}(?:번(?: 문제)?)?"
    r"\s*(?:[:.),]|[-–—]\s)"
    r"|^\s*(?-i:kk?|ps)[,:]?\s+(?=\w)"
    r"|\bbefore (?:my |the |our )?\w+ in \d+ ?(?:min|hr|hour)\w*"
    r"|\bbefore (?:my|the|our|an?) \d{1,2}(?::\d\d)? ?[ap]\.?m\.? \w+"
    r"|\b(?:on air|go live|going live|recording) in \d+(?=\s*[,:;.!?–—-])"
    # "It's Ms Moss from room 12", "my class of 14 year olds".
    r"|\b(?:it['’]?s|this is|i['’]?m) (?:mr|mrs|ms|miss|dr|prof(?:essor)?)\b\.? \w+"
    r"(?: here)?(?: (?:from|in) (?:\w+ ){0,2}\w+)?(?=\s*(?:[,.;:!–—-]|$))"
    r"|(?<=\bmy class )of \d{1,2}[- ]year[- ]olds\b"
    r"|\bneed (?:it|this|an answer) (?:by|before) \d[\d:]*(?: ?[ap]\.?m)?\W*$"
    r"|^\s*(?:(?:&gt;|>)\s*)+|^\s*(?:\d{1,2}[.)]|[-•]|\*(?=\s))\s+",
    re.IGNORECASE | re.MULTILINE,
)
# Before a question these lead up to it, where all the words there are of chat.
_LEADING_UP = frozenset(
    "q qs question questions query quiz curiosity help chatgpt google siri alexa".split()
)
_POLITE = frozenset("anybody anyone somebody someone you love like".split())
_SIGNING = frozenset("regards wishes cheers thanks thx sincerely tldr k kk ps q question".split())

_AFTER = {
    "for": frozenset("my our a today's tomorrow".split()),
    "any": frozenset("idea ideas clue clues hint hints thoughts".split()),
}

MOST_LAYERS = 12  # of chatter; people put two or three, and each takes a look at the whole text

# By these a clause counts from what was told: "two days later".
_UNITS = frozenset("hours day days week weeks month months year years".split())
_FURTHER = frozenset("later earlier after before following previous".split())

# "Ada and Bob, meeting number two" counts meetings; "question number two" those of the asker.
# "Their meeting before that one" counts from what was told.
_COUNTS = re.compile(
    r"\b(?!ques|query|quiz)\w+ (?:number|no|nr)"
    r" (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)$"
    r"|\w (?:after|before) (?:that|this)(?: one)?$"
    r"|\b(?:his|her|their|its) (?:very )?(?:next|second|third|last|first) "
    r"|^(?:and )?(?:when|where|why|how|what) (?:did|was|were|had|has) (?:he|she|they)\b"
    r"|^(?:when|where|who) (?:was|were) the (?:very )?next (?!ques|query|quiz)\w"
)


def without_chatter(text: str, *, is_name: Callable[[str], bool] = lambda _: False) -> str:
    """Return `text` with what is said around its question blanked; unchanged if that is all.

    `is_name` tells of a folded word whether the data knows it as a name: nothing that holds
    one is left out as talk about who asks.
    """
    if len(text) > LONGEST or _is_bare(text):
        return text
    # There is chatter around chatter: "hi! sorry, quick one: ...".
    for _ in range(MOST_LAYERS):
        bare = _without_layer(text, is_name)
        if bare == text:
            break
        text = bare
    return text


def _is_bare(text: str) -> bool:
    """Whether a text is plainly nothing but its question, as a quick look at its words tells."""
    words = one_clause(text)
    return (
        words is not None
        and not any(map(_may_be_said_around, words))
        and not is_chat_word(words[-1])
    )


@lru_cache(maxsize=KEPT)
def _may_be_said_around(word: str) -> bool:
    """Whether a word of a single clause may be of what is said before or after a question."""
    is_sign = word in CHATTER or word in KNOWING or word in _SIGNING
    return is_sign or STRETCHED.search(word) is not None


def _without_layer(text: str, is_name: Callable[[str], bool]) -> str:
    plain = _MARKUP.sub(lambda found: " " * len(found[0]), text)
    plain = plain if WORD.search(plain) else text
    clauses = read_clauses(plain)
    kept = [c for c in clauses if not _is_chatter(c)]
    if len(kept) > 1:
        kept = without_asker(kept, is_name)
    if not kept and len(clauses) == 1 and clauses[0][0].text in QUESTION_WORDS:
        kept = clauses  # "what happened yesterday need it for a quiz"
    if not kept:
        return text
    blanked = [word for c in clauses if c not in kept for word in c]
    blanked += [word for c in kept for word in c if _is_stretched(word, plain)]
    first, last = kept[0], kept[-1]
    lead = _lead(first, is_name)
    blanked += first[:lead]
    tail = _tail(last[lead:] if last is first else last)
    blanked += last[len(last) - tail :] if tail else []
    return blank(plain, blanked)


def about_question(text: str, index: Index) -> str:
    """Return the question in `text`: its asking words mended, what is said around it blanked."""
    mended = without_afterthought(mend_slips(text, index.speller))
    return without_chatter(mended, is_name=lambda word: may_be_name(word, index))


def may_be_name(word: str, index: Index) -> bool:
    """Whether a folded word is a name of the data, or one that no dictionary has."""
    is_known = bool(index.lexicon.meaning_of((stem(word),)).concepts)
    return is_known or is_name_word(word) or not commonness(word)


def _is_stretched(word: Word, text: str) -> bool:
    """Whether it is "heyyyy" or "soooo"."""
    if word.end - word.start == len(word.text) or not is_function_word(word.text):
        return False
    if text[word.start : word.end].lower() in NUMERALS:
        return False  # "Charles III"
    return STRETCHED.search(text, word.start, word.end) is not None


def _is_chatter(clause: Sequence[Word]) -> bool:
    """Whether a clause says nothing but that somebody asks, or is small talk by its form.

    One that counts from what was told says when: "whom did he talk to the following day". One
    that counts says which: "meeting number two".
    """
    said = [word.text for word in clause]
    plain = " ".join(said).replace("'", " ")
    if read_form(plain, plain) is not None:
        return True
    if not _UNITS.isdisjoint(said) and not _FURTHER.isdisjoint(said):
        return False
    if _COUNTS.search(" ".join(said)):
        return False
    return not CHATTER.isdisjoint(said) and is_all_chat(said)


def _lead(clause: Sequence[Word], is_name: Callable[[str], bool]) -> int:
    """Return how many words before the question proper only lead up to it."""
    if clause[0].text in (QUESTION_WORDS | AUXILIARIES) and not _opens_politely(clause):
        return 0
    asks = asking_place(clause)
    lead = list(takewhile(lambda word: is_chat_word(word.text), clause[:asks]))
    if len(lead) < asks < len(clause) and any(w.text in FIRST_PERSON for w in clause[:2]):
        lead = list(clause[:asks]) if tells_nothing(clause[:asks], is_name) else lead
    is_whole = len(lead) == asks < len(clause)
    if is_whole and any(w.text in KNOWING or w.text in _LEADING_UP for w in lead):
        return asks
    while lead and lead[-1].text not in CHATTER and lead[-1].text not in KNOWING:
        lead.pop()
    is_lead = any(w.text in KNOWING or not w.text.isascii() for w in lead)
    return len(lead) if is_lead and len(lead) < len(clause) else 0


def _opens_politely(clause: Sequence[Word]) -> bool:
    return len(clause) > 2 and clause[1].text in _POLITE


def _tail(clause: Sequence[Word]) -> int:
    """Return how many words after the question proper are an afterthought."""
    length = sum(1 for _ in takewhile(lambda word: is_chat_word(word.text), reversed(clause)))
    for left in range(min(length, len(clause) - 1), 0, -1):
        tail = clause[-left:]
        if tail[0].text in CLOSING and _is_afterthought(tail):
            return left
    return 0


def _is_afterthought(words: Sequence[Word]) -> bool:
    own = [word.text for word in words]
    if own[0] == "i" and len(own) <= 2:
        return False  # "the death of Francis I, thanks"
    if own[0] in ("for", "any"):
        return len(own) > 1 and own[1] in _AFTER[own[0]]
    return len(own) == 1 or own[0] == "whenever" or any(word in CHATTER for word in own)
