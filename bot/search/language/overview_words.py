"""Words that ask for all there is: "the key moments of 1956", "2021 in review".

Beside a time or a name they name nothing; beside another word they may be a part of what is
sought ("a special envoy"), and count as any word does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.search.asking.units import Unit
from bot.search.language.forms import Form
from bot.search.terms import stems_of, tokens

_ENGLISH = """
highlight highlights recap recaps rundown roundup review overview overviews summary summaries
summarise summarize digest bulletin snapshot glance nutshell chronicle chronology calendar diary
headline headlines outline gist key major minor important importance big bigger biggest large
largest main notable noteworthy significant significance crucial critical pivotal memorable special
wild busy busiest eventful uneventful quiet quietest interesting remarkable striking top best worst
moment moments development developments happening happenings goings milestone milestones episode
episodes occasion occasions occurrence occurrences activity activities action affairs matters
matter turning points point day days week weeks month months weekend season decade era period
span line lines file files pick catch walk run brief briefly briefing short whole entire complete
logged noted documented listed stored marked occurring unfold unfolded transpire transpired
anything items item notes book books log logs archive archives catalogue page facts wrap timeframe
""".split()

_RUSSIAN = """
главное главные главных главный важное важные важных важного важнейшие основное основные основных
ключевые ключевых ключевое обзор сводка сводку итог итоги итогах хроника хронику хроники хронология
хронологию календарь моменты моментов вехи вех краткий краткое кратко коротко подробно интересного
интересное интересные особенного примечательного примечательное запомнился запомнилось запомнилась
ознаменовался отмечен отметился период периода времени время эпоха неделя неделю месяц месяца день
запись записи записей записях записями упоминания упоминаний
самое самые значимые значимого крупные крупных новости новостей дела дел делалось творилось
записано отмечено зафиксировано имеется случившееся происходившее
""".split()

_KOREAN = """
주요 중요한 중요 사건들 사건들을 사건 사건을 사건은 사건이 요약 요약해줘 요약해 요약해주세요
정리 정리해줘 정리해 정리해주세요 연표 연표를 일지 개관 하이라이트 핵심 큰 특별한 소식 소식을
뉴스 이슈 연혁 내용 내용을 리뷰 기록 기록을 기록은 기록이 기록들 기록된 항목
항목은 이벤트 동향 상황 흐름 순간 일들 일들을
전부 모두 모든
""".split()

# Who was the first says of somebody no more than "who" does.
PERSONS = frozenset(
    "человек человека человеку человеком человеке люди людей людям людьми person persons people"
    " human humans man men 사람 사람은 사람이 인간 인물".split()
)
# A class of places, of which an entry names those that did what is asked. The ordinal of "the
# first country to do it" has been taken out of the question when this is read.
_WHICH = Form(
    r"\b(?:(?:which|what|какие|каких|какая|какое|какой) (?:\w+ )?(countries|states|nations"
    r"|governments|cities|towns|country|state|nation|government|city|town|страны|стран|государства"
    r"|государств|города|страна|государство|город)\b"
    r"|(country|state|nation|government|city|town) (?:to|that|which)\b)"
)
OVERVIEW_WORDS = frozenset(word.replace("ё", "е") for word in (*_ENGLISH, *_RUSSIAN, *_KOREAN))


def without_overview(units: Sequence[Unit], *, is_told: bool) -> tuple[Unit, ...]:
    """Return `units` without the words that ask for all there is, where they ask for nothing else.

    Beside names they stay, and only add: the name may be that of a special envoy. Without a name
    it must be told otherwise which entries are asked for: by a time, or as the first or last.
    """
    hard = [unit for unit in units if not unit.is_soft]
    words = [unit for unit in hard if not unit.is_name]
    if not words or not all(OVERVIEW_WORDS.issuperset(unit.text.split()) for unit in words):
        return tuple(units)
    if len(words) < len(hard):
        return tuple(replace(unit, is_soft=True) if unit in words else unit for unit in units)
    return tuple(unit for unit in units if unit.is_soft) if is_told else tuple(units)


def without_class(units: Sequence[Unit], text: str) -> tuple[Unit, ...]:
    """Return `units` with what is only a class of those asked for adding: "which countries".

    Who took part is told by their names. Where nothing else is asked for, they stay.
    """
    said = _WHICH.search(text)
    if said is None:
        return tuple(units)
    named = said[said.lastindex or 0]
    of_class = [unit for unit in units if not (unit.is_soft or unit.is_name) and unit.text in named]
    if not of_class or len(of_class) == sum(not unit.is_soft for unit in units):
        return tuple(units)
    return tuple(replace(unit, is_soft=True) if unit in of_class else unit for unit in units)


def without_subject(units: Sequence[Unit], titles: Sequence[str]) -> tuple[Unit, ...]:
    """Return `units` of a question about a time without what every timeline is about.

    "What happened in aviation in the nineties" asks a timeline of aviation for all of that time.
    Where anything else is asked for, or a name, they stay as they are.
    """
    hard = [unit for unit in units if not unit.is_soft]
    if not hard or any(unit.is_name for unit in hard):
        return tuple(units)
    about = [set(stems_of(tokens(title))) for title in titles]
    asked = {stem for unit in hard for stem in stems_of(unit.text.split())}
    is_subject = bool(about) and all(asked <= stems for stems in about)
    return tuple(unit for unit in units if unit.is_soft) if is_subject else tuple(units)
