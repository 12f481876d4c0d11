"""Words that stand for something to do, not for a question: help, today, random, latest, an id."""

from __future__ import annotations

import re

from bot.answers.smalltalk import plain_words
from bot.search.terms import fold

_SAID = {
    "help": "help|hilfe|usage|commands|menu|помощь|справка|도움말|도움|what can you do"
    "|what can i ask|what can i ask you|who are you|what are you|what is this"
    "|how does this work|how do you work|что ты умеешь|что вы умеете|кто ты|кто вы"
    "|뭘 할 수 있어|누구세요|사용법",
    "today": "today|on this day|this day in history|сегодня|в этот день|오늘",
    "random": "random|random entry|random event|surprise me|случайное|случайная запись|무작위|랜덤",
    "latest": "latest|the latest|latest news|latest entries|latest events|newest|newest entries"
    "|new entries|news|recent|recent events|recent entries|recent news|whats new|what s new"
    "|what is new|anything new|whats the latest|what s the latest|what is the latest"
    "|what happened recently|what has happened recently|most recent|что нового|новости"
    "|последние новости|последние события|последние записи|새 소식|새로운 소식|최신|최신 소식"
    "|최근 소식|뉴스|최신 뉴스",
}
_VERBS = {plain_words(one): verb for verb, said in _SAID.items() for one in said.split("|")}
_ID = re.compile(r"^id[\s:]+(\S.*)$", re.IGNORECASE | re.DOTALL)
_QUOTES = "`'\"“”‘’<>()[]*_.,;!? "
LONGEST = 60  # characters of the longest verb, with room for signs


def read_verb(text: str) -> str:
    """Return "help", "today", "random" or "latest" if the whole of `text` says so, else ""."""
    if not text.strip() or fold(text).strip("!. ") == "?":
        return "help"
    return _VERBS.get(plain_words(text), "") if len(text) <= LONGEST else ""


def read_id(text: str) -> str:
    """Return the id in "id EVENT-ID"; empty if the text is nothing of the kind."""
    wanted = _ID.match(text)
    return wanted.group(1).strip(_QUOTES) or wanted.group(1) if wanted else ""


def bare_id(text: str) -> str:
    """Return the text as an id that may have been pasted; empty if it cannot be one."""
    word = text.strip(_QUOTES)
    return "" if not word or " " in word else word
