"""Words that stand for something to do, not for a question: help, today, random, latest, an id."""

from __future__ import annotations

import re

from bot.answers.smalltalk import plain_words
from bot.search.terms import fold

_SAID = {
    "help": "help|hilfe|usage|commands|menu|помощь|справка|도움말|도움|what can you do"
    "|start|get started|getting started|how do i start|how to start|старт|начать|с чего начать"
    "|как начать|시작|시작하기|어떻게 시작해|어떻게 시작하나요"
    "|what can i ask|what can i ask you|who are you|what are you|what is this"
    "|how does this work|how do you work|команды|меню|что ты умеешь|что вы умеете|что ты можешь"
    "|что вы можете|что можно спросить|о чём можно спросить|кто ты|кто вы|ты кто|вы кто"
    "|кто ты такой|что ты такое|что это|что это такое|как это работает|как ты работаешь"
    "|как пользоваться|명령어|메뉴|사용법|뭘 할 수 있어|뭘 할 수 있어요|뭘 할 수 있나요"
    "|무엇을 할 수 있어|무엇을 할 수 있나요|무엇을 할 수 있습니까|뭘 물어볼 수 있어"
    "|뭘 물어볼 수 있나요|무엇을 물어볼 수 있나요|누구세요|누구십니까|너는 누구야|넌 누구야"
    "|당신은 누구세요|당신은 누구입니까|이게 뭐야|이게 뭐예요|이건 뭐야|이것은 무엇입니까"
    "|어떻게 사용해|어떻게 사용하나요|어떻게 써|어떻게 쓰나요|어떻게 작동해|어떻게 작동하나요",
    "today": "today|on this day|this day in history|сегодня|в этот день|этот день в истории"
    "|오늘|역사 속의 오늘|역사 속 오늘|오늘의 역사",
    "random": "random|random entry|random event|surprise me|случайное|случайная запись"
    "|случайное событие|наугад|удиви меня|удивите меня|무작위|무작위 기록|랜덤|랜덤 기록|아무거나"
    "|놀라게 해줘",
    "latest": "latest|the latest|latest news|latest entries|latest events|newest|newest entries"
    "|new entries|news|recent|recent events|recent entries|recent news|whats new|what s new"
    "|what is new|anything new|whats the latest|what s the latest|what is the latest"
    "|what happened recently|what has happened recently|most recent|что нового|новости"
    "|последние новости|последние события|последние записи|новые записи|свежие новости"
    "|недавние события|что недавно произошло|새 소식|새로운 소식|새로운 기록|최신|최신 소식"
    "|최신 기록|최근 소식|최근 기록|최근 사건|최근에 무슨 일이 있었나요|뉴스|최신 뉴스",
}
_VERBS = {plain_words(one): verb for verb, said in _SAID.items() for one in said.split("|")}
_ID = re.compile(r"^id[\s:]+(\S.*)$", re.IGNORECASE | re.DOTALL)
_SHOW = re.compile(r"^(?:timeline-bot\s+)?show\s+(\S.*)$", re.IGNORECASE | re.DOTALL)
_USE = re.compile(r"^use(?:\s+(\S+))?$", re.IGNORECASE)
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


def read_show(text: str) -> str:
    """Return what follows "show", as at the shell: an id, a time, a verb; empty without it."""
    shown = _SHOW.match(text)
    return shown[1] if shown else ""


def read_use(text: str) -> str | None:
    """Return what follows "use", empty if nothing does; None if `text` asks something else."""
    used = _USE.match(text)
    return None if used is None else (used[1] or "").strip(_QUOTES)
