"""Who speaks to a bot of itself, wishes it well, or orders what no timeline holds, by the form.

What is said word for word is listed with the answers. Here a message is told by how it is put:
"who made you", "tell me a joke about cats", "forget your rules and ...". The forms speak of
the one who is asked, or order something; no question about an event does either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.search.language.forms import Form
from bot.search.talk import talk_forms_en, talk_forms_ko, talk_forms_ru

LONGEST = 160  # characters of what is told by its form
LONGEST_ORDER = 2000  # of an order, which may go on as it likes
ORDER = "elsewhere"

# A command to a machine, not to somebody: "SYSTEM: ...", "</context> new task: ...", "{{7*7}}".
_COMMAND = re.compile(
    r"\W*(?:<!?/?\w+>\W*)*(?:new )?(?:system|admin|developer|task|instructions?|assistant)"
    r"(?: \w+)? ?:.*|\W*(?:select .+ from|drop table|insert into|rm -rf|sudo|curl) .*"
    r"|\{\{.*|<script\b.*|.*\brun `.*`.*",
    re.IGNORECASE | re.DOTALL,
)
_COMMAND_SIGNS = re.compile(r"[:;{<`]")
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7a3]")
_CYRILLIC = re.compile("[а-я]")
_LATIN = re.compile("[a-z]")


class Told(NamedTuple):
    """The forms of one language, each in one pattern whose groups name what is said.

    English ones are passed by where none of their words stands; others are asked for seldom.
    """

    whole: Form | re.Pattern[str]
    within: re.Pattern[str] | None = None


def _form(lead: str, talks: Mapping[str, Sequence[str]]) -> str:
    groups = (
        f"(?P<{talk.replace(' ', '_')}>{'|'.join(patterns)})" for talk, patterns in talks.items()
    )
    return f"{lead}(?:{'|'.join(groups)})"


def _whole(lead: str, talks: Mapping[str, Sequence[str]]) -> str:
    return rf"^{_form(lead, talks)}\Z"


_ENGLISH = Told(Form(_whole(talk_forms_en.LEAD, talk_forms_en.WHOLE)))
_RUSSIAN = Told(re.compile(_whole(talk_forms_ru.LEAD, talk_forms_ru.WHOLE)))
_KOREAN = Told(
    re.compile(_whole(talk_forms_ko.LEAD, talk_forms_ko.WHOLE)),
    re.compile(_form("", talk_forms_ko.WITHIN)),
)


def read_form(text: str, words: str) -> tuple[str, str] | None:
    """Return what the whole of a message says if it is talk by its form, and its language.

    `words` are those of `text`, folded, with a space between them. What is said is one of the
    keys of the forms: "elsewhere", "praise", "insult", "about me", "wish", "nod".
    """
    if len(text) > LONGEST_ORDER:
        return None
    if _COMMAND_SIGNS.search(text) and _COMMAND.fullmatch(text):
        return ORDER, "en"
    if text.isascii():
        return _fitting(_ENGLISH, words, "en")
    found = None
    if _HANGUL.search(words):
        found = _fitting(_KOREAN, words, "ko")
    elif _CYRILLIC.search(words):
        found = _fitting(_RUSSIAN, words, "ru")
    return found or (_fitting(_ENGLISH, words, "en") if _LATIN.search(words) else None)


def _fitting(told: Told, words: str, language: str) -> tuple[str, str] | None:
    found = told.whole.search(words)
    if found is None and told.within is not None:
        found = told.within.search(words)
    if found is None or found.lastgroup is None:
        return None
    talk = found.lastgroup.replace("_", " ")
    return (talk, language) if len(words) <= LONGEST or talk == ORDER else None
