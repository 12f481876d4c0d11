"""What a follow-up asks of the entry shown: more of it, or of another that goes with it."""

from __future__ import annotations

import re

from bot.search.asking.intent import Asked
from bot.search.language.forms import Form
from bot.search.threads.nearness import Stance

# The thing shown itself: "what does it say", "was that legal", "who was there".
_ABOUT_IT = re.compile(
    r"\b(?:is|was|were|are|do|does|did|has|had|can|could|will|would) (?:it|this|that|these|those)\b"
    r"|\b(?:its|there|ones?|это|этого|этом|этой|там|тогда)\b|그것|그건|그게|거기|그때|이것"
)
# "Was there a reply to it": another entry tells it, if there is one.
_IS_THERE = Form(
    r"\b(?:(?:is|are|was|were) there|there (?:is|are|was|were)) (?:ever )?(?:an?|any|some)\b"
    r"|\b(?:has|have|had) there (?:ever )?been (?:an?|any|some)\b"
)
_WORDS_OF_REACTION = (
    r"\b(?:react(?:s|ed|ions?)?|respon(?:d|ds|ded|se|ses)|repl(?:y|ies|ied)|answer(?:s|ed)?"
    r"|отреагирова\w*|реакци\w*|отвеча\w*|ответ\w*)\b|반응|대응|답변|대답"
)
# How somebody took it, which another entry tells.
_REACTION = re.compile(
    r"\b(?:say|said|do|did|does|done) (?:(?:any|some|no)thing )?(?:to|about|on|against) "
    r"(?:it|this|that|these|those|him|her|them)\b|" + _WORDS_OF_REACTION
)
_REACTING = re.compile(_WORDS_OF_REACTION)
# Deeds told by words so common that nothing is searched by them: "did he come?"
_DEED = re.compile(
    r"\b(?:come|came|go|goes|went|gone|give|gives|gave|given|take|takes|took|taken|make|makes"
    r"|made|get|gets|got|over|been)\b"
)
_FOREIGN_DEED = re.compile(r"\b(?:езди|приезжа|приеха|поеха|лета|быва)\w*|(?:갔|왔|다녀)\w*")
_PERSON_DID = re.compile(r"\b(?:he|she|they)\b")
# Done before what was shown: "when had she landed", "had they been warned".
_HAD_DONE = Form(
    r"\bhad (?!to\b|(?:a|an|no|any|some|enough)\b(?! \w+ (?:been|\w+ed)\b))(?:\w+ ){0,4}?"
    r"(?:\w{2,}ed|been|begun|become|broken|brought|built|bought|chosen|come|done|drawn|driven|fallen"
    r"|flown|fought|found|given|gone|got|gotten|grown|heard|held|kept|known|laid|led|left|lost|made"
    r"|met|paid|put|run|said|seen|sent|set|shown|signed|sold|spoken|stood|struck|taken|taught|told"
    r"|thought|thrown|won|written)\b"
)


# What it rests on came before: "who said so in the first place", "what was that based on".
_AT_ITS_ROOT = Form(
    r"\bin the first place\b|\bon (?:what|which) \w+ (?:was|were|is|are) (?:it|this|that) based\b"
    r"|\b(?:was|were|is|are) (?:it|this|that) based on\b"
    r"|\bwhat (?:\w+ )?did (?:it|this|that) rest on"
)


def tells_earlier_deed(text: str) -> bool:
    """Whether folded `text` asks what had been done before what was shown."""
    return bool(_HAD_DONE.search(text) or _AT_ITS_ROOT.search(text))


def tells_reaction(text: str) -> bool:
    """Whether folded `text` asks how somebody took what was shown."""
    return bool(_REACTION.search(text))


def is_word_of_reaction(word: str) -> bool:
    """Whether a folded word only says that somebody reacted, as no entry need say itself."""
    return bool(_REACTING.fullmatch(word) or (not word.isascii() and _REACTING.match(word)))


def tells_common_deed(text: str, asked: Asked) -> bool:
    """Whether a question without a telling word asks for another deed: "did he come?"."""
    if asked is Asked.YES_NO:
        return bool(_PERSON_DID.search(text) and _DEED.search(text))
    return asked is Asked.WHEN and bool(_DEED.search(text) or _FOREIGN_DEED.search(text))


def read_stance(text: str, asked: Asked, *, is_elliptic: bool, is_listed: bool) -> Stance:
    """Return what folded `text`, which says something new, asks of the entries shown."""
    if _IS_THERE.search(text):
        return Stance.TOLD if is_listed else Stance.NOT_MEANT
    if tells_reaction(text) or (tells_earlier_deed(text) and asked is not Asked.WHAT):
        return Stance.NOT_MEANT
    if asked is Asked.WHEN or (is_elliptic and asked is Asked.WHAT):
        # Its date stands there already, and so does its title.
        return Stance.TOLD if is_listed else Stance.NOT_MEANT
    if asked is Asked.WHERE or _ABOUT_IT.search(text):
        return Stance.POINTED
    return Stance.TOLD if asked in (Asked.WHAT, Asked.YES_NO) else Stance.OPEN
