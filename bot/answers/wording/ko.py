"""The Korean catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answers.durations import Apart
from bot.answers.wording.ko_dates import KoreanDates
from bot.answers.wording.korean import entries, join_words, length_of, with_particle
from bot.answers.wording.times import Grain, TimeName
from bot.answers.wording.wording import Wording

_ENDING = (
    "기록은 사람이 작성한 그대로 출처와 함께 보여 드립니다(기록은 연표의 언어로 되어 있습니다). "
    "모르는 것은 모른다고 말씀드립니다."
)
_ORDINALS = (
    "첫 번째", "두 번째", "세 번째", "네 번째", "다섯 번째",
    "여섯 번째", "일곱 번째", "여덟 번째", "아홉 번째", "열 번째",
)  # fmt: skip
_GRAINS = {
    Grain.DAY: "그날",
    Grain.MONTH: "그달",
    Grain.YEAR: "그해",
    Grain.DECADE: "그 10년",
    Grain.TIME: "그 시기",
}


_WEEKDAYS = "월화수목금토일"


class Korean(KoreanDates, Wording):
    """Korean phrases, in the polite style that suits everybody."""

    def join_words(self, words: Sequence[str]) -> str:
        """Return "가, 나와 다"."""
        return join_words(words)

    def entries(self, number: int) -> str:
        """Return "기록 3건"."""
        return entries(number)

    def questions(self, number: int) -> str:
        """Return "질문 6개"."""
        return f"질문 {number:,}개"

    def hours(self, number: int) -> str:
        """Return "2시간"."""
        return f"{number:,}시간"

    def years_ago(self, years: int) -> str:
        """Return "7년 전", or nothing for this year."""
        return f"{years:,}년 전" if years > 0 else ""

    def on_this_day(self, month: int, day: int) -> str:
        """Return "역사 속 오늘, 4월 25일"."""
        return f"역사 속의 이날, {self.day_of_year(month, day)}"

    def nothing_on_day(self, month: int, day: int) -> str:
        """Say that no entry has this date in any year."""
        return f"어느 해에도 날짜가 정확히 {self.day_of_year(month, day)}인 기록이 없습니다."

    def nothing_on_day_yet(self, month: int, day: int, *, year: int) -> str:
        """Say that what has this date came later."""
        label = self.day_of_year(month, day)
        return f"{year}년까지는 날짜가 정확히 {label}인 기록이 없습니다."

    def weekday_and_day(self, day: date) -> str:
        """Return "4월 25일 토요일"."""
        return f"{self.day_of_year(day.month, day.day)} {_WEEKDAYS[day.weekday()]}요일"

    def remembered(self, years: int, *, is_moved: bool) -> str:
        """Return "57년 전", "22년 전 2월 29일"."""
        ago = self.years_ago(years)
        return f"{ago} 2월 29일" if is_moved else ago

    def this_month(self, years: Sequence[int]) -> str:
        """Return "… 1950년과 1961년의 이달:"."""
        told = join_words([self.year_label(year) for year in years])
        return f"이 날짜의 기록이 없습니다. {told}의 이달:"

    def no_such_day(self, year: int | None, month: int, *, days: int) -> str:
        """Say that a month has no more than so many days."""
        label = f"{month}월" if year is None else f"{self.year_label(year)} {month}월"
        return f"그런 날은 없습니다. {label}은 {days}일까지입니다."

    def none_so_high(self, number: int) -> str:
        """Say that there is no seventh."""
        ordinal = _ORDINALS[number - 1] if 1 <= number <= len(_ORDINALS) else f"{number}번째"
        return f"{ordinal} 기록은 없습니다."

    def nothing_recorded(
        self, names: Sequence[TimeName], *, is_doubtful: bool = False, is_worded: bool = False
    ) -> str:
        """Say that times are empty."""
        when = self.within(names, is_doubtful=is_doubtful)
        if is_worded:
            return f"모르겠습니다. {when} 질문에 맞는 기록이 없습니다."
        return f"{when} 기록이 없습니다."

    def nearest_note(self, number: int, *, is_unrelated: bool) -> str:
        """Introduce the nearest entries."""
        lead = f"가장 가까운 {self.entries(number)}"
        return f"{lead}(다른 내용일 수 있습니다):" if is_unrelated else f"{lead}:"

    def nearest_in_time_note(self, *, is_before: bool, is_after: bool) -> str:
        """Introduce the nearest entries on either side of a time."""
        if is_before and is_after:
            return "그 앞뒤로 가장 가까운 기록:"
        if not is_before and not is_after:
            return ""
        return f"그 {'이전' if is_before else '이후'}의 가장 가까운 기록:"

    def same_date_heading(self, grain: Grain, total: int) -> str:
        """Return "그날의 기록 1건"."""
        return f"{_GRAINS[grain]}의 {self.entries(total)}"

    def count_heading(self, number: int) -> str:
        """Return "기록 3건, 시간순:"."""
        return f"{self.entries(number)}:" if number == 1 else f"{self.entries(number)}(시간순):"

    def apart_heading(self, apart: Apart) -> str:
        """Return "4년 4개월 19일 차이(총 1,602일):"."""
        if apart.is_nothing:
            return "알려진 날짜로는 같은 때입니다:"
        told = length_of(apart)
        if apart.total is None:
            return f"약 {told} 차이(날짜가 더 정확히 알려져 있지 않습니다):"
        is_long = apart.years or apart.months
        return f"{told} 차이(총 {apart.total:,}일):" if is_long else f"{told} 차이:"

    def counted_from(self, label: str, title: str) -> str:
        """Return "기준이 된 기록: 1961년 7월 6일, The treaty is signed."."""
        return f"기준이 된 기록: {label}, {title}."

    def ago_heading(self, apart: Apart) -> str:
        """Return "4년 4개월 19일 전:"."""
        if apart.is_nothing:
            return ""
        told = length_of(apart)
        return f"약 {told} 전:" if apart.total is None else f"{told} 전:"

    def lasted_heading(self, days: int) -> str:
        """Return "첫날과 마지막 날을 포함해 6일:"."""
        return f"첫날과 마지막 날을 포함해 {days:,}일:"

    def people_heading(self, names: Sequence[str]) -> str:
        """Return "이 기록의 인물: Ada, Bob"."""
        return f"이 기록의 인물: {', '.join(names)}"

    def named_heading(self, names: Sequence[str]) -> str:
        """Return "이 기록에 나오는 이름: Bank, Ada"."""
        return f"이 기록에 나오는 이름: {', '.join(names)}"

    def places_heading(self, names: Sequence[str]) -> str:
        """Return "이 기록의 장소: Oslo, Bergen"."""
        return f"이 기록의 장소: {', '.join(names)}"

    def several_heading(self, number: int) -> str:
        """Return "질문에 맞는 기록 3건(가장 잘 맞는 것부터):"."""
        return f"질문에 맞는 {self.entries(number)}(가장 잘 맞는 것부터):"

    def choices_heading(self, number: int, *, most: int) -> str:
        """Return "확실하지 않습니다. 다음 중 하나를 찾으십니까?"."""
        if number > most:
            return f"이 내용이 나오는 {self.entries(number)}, 처음 몇 건입니다:"
        meant = "이것을" if number == 1 else "이 중 하나를"
        return f"{self.not_sure} 혹시 {meant} 찾으십니까?"

    def coverage(self, number: int, years: tuple[int, int] | None) -> str:
        """Return "기록 421건, 1945~2026년"."""
        if years is None:
            return self.entries(number)
        first, last = years
        span = self.year_label(first) if first == last else self._years(first, last)
        return f"{self.entries(number)}, {span}"

    def searched_for(self, words: Sequence[str]) -> str:
        """Return "검색한 단어: ‘summit’"."""
        return f"검색한 단어: {', '.join(f'‘{word}’' for word in words)}" if words else ""

    def only_so_many(self, number: int) -> str:
        """Return "기록은 3건뿐입니다."."""
        return f"기록은 {number:,}건뿐입니다." if number else ""

    def page_of(self, first: int, last: int, *, total: int) -> str:
        """Return "26건 중 6~10"."""
        return f"{total}건 중 {first}~{last}" if last > first else f"{total}건 중 {first}"

    def count_of_page(self, shown: int, total: int) -> str:
        """Return "26건 중 5건"."""
        return f"{total}건 중 {shown}건"

    def and_more(self, left: int) -> str:
        """Return "외 21건"."""
        return f"외 {left:,}건"

    def and_more_sources(self, left: int) -> str:
        """Return "외 출처 2건"."""
        return f"외 출처 {left:,}건"

    def show_more(self, left: int) -> str:
        """Return "더 보기(21건 남음)"."""
        return f"더 보기({left:,}건 남음)"

    def too_many(self, seconds: int) -> str:
        """Ask somebody who asks too much to wait."""
        return (
            "1분 동안 답할 수 있는 것보다 많은 질문을 하셨습니다. "
            f"{seconds}초 뒤에 다시 물어봐 주시기 바랍니다."
        )

    def too_many_here(self, seconds: int) -> str:
        """Ask the same because a whole workspace asks too much."""
        return (
            "이 워크스페이스에서 지금 답할 수 있는 것보다 많은 질문이 들어오고 있습니다. "
            f"{seconds}초 뒤에 다시 시도해 주시기 바랍니다."
        )

    def when_was(self, person: str, place: str) -> str:
        """Return "블레리오는 언제 도버에 있었습니까?"."""
        return f"{with_particle(person, closed='은', opened='는')} 언제 {place}에 있었습니까?"

    def about(self, person: str, place: str) -> str:
        """Return "블레리오와 도버에 대해 무엇이 기록되어 있습니까?"."""
        both = f"{with_particle(person, closed='과', opened='와')} {place}"
        return f"{both}에 대해 무엇이 기록되어 있습니까?"

    def what_happened(self, year: int, month: int | None) -> str:
        """Return "1909년 7월에 무슨 일이 있었습니까?"."""
        when = self.year_label(year)
        return f"{when if month is None else f'{when} {month}월'}에 무슨 일이 있었습니까?"


KOREAN = Korean(
    code="ko",
    timeline="연표",
    nothing_found="모르겠습니다. 연표에 이 질문에 대한 답이 없습니다.",
    not_sure="확실하지 않습니다.",
    too_long="글이 길어서 앞부분만 읽었습니다.",
    no_words="연표에 대해 글로 물어보시거나 ‘도움말’을 보내 예시를 확인하시기 바랍니다.",
    empty_timeline="연표가 비어 있어 답할 수 없습니다.",
    no_such_event="ID가 ‘{id}’인 기록은 없습니다.",
    did_you_mean_id="혹시 ‘{id}’을(를) 찾으십니까?",
    no_such_month="{month}월은 없습니다. 한 해는 12월까지입니다.",
    this_is_recorded="다음과 같이 기록되어 있습니다:",
    newest="가장 최근의 기록(최신순):",
    examples="이렇게 물어보실 수 있습니다:",
    help_in_slack=(
        "채널에서 저를 멘션하거나 저에게 직접 메시지를 보내 편하게 물어보시면 됩니다.",
        "{periods}: 그 시기에 기록된 모든 내용입니다.",
        "{command} today: 역사 속의 오늘. {command} latest: 가장 최근의 기록. "
        "{command} random: 임의의 기록. {command} id EVENT-ID: 기록 한 건.",
        "{command} subscribe 09:00 Asia/Seoul: 역사 속의 오늘을 매일 게시합니다. "
        "{command} preview: 미리 보기. subscriptions, pause, resume, unsubscribe: 목록, 멈춤, "
        "다시 시작, 해지.",
        _ENDING,
    ),
    help_in_chat=(
        "편하게 물어보시면 됩니다. 앞의 질문에 이어서 물어보실 수 있고(‘그다음에는?’), "
        "‘새 질문’이라고 하면 새로 시작합니다.",
        "{periods}: 그 시기에 기록된 모든 내용입니다.",
        "오늘: 역사 속의 오늘. 최신: 가장 최근의 기록. 무작위: 임의의 기록. "
        "id EVENT-ID: 기록 한 건과 모든 출처.",
        "더: 목록의 다음 기록. 종료: 끝내기.",
        _ENDING,
    ),
    welcome=(
        "편하게 물어보시거나 {year}, {month}, 오늘, 무작위, 도움말을 입력하시면 됩니다.",
        "끝내려면 ‘종료’를 입력하십시오. Slack 연결은 README의 ‘Connect Slack’을 보시거나 "
        "‘timeline-bot manifest’와 ‘timeline-bot slack’을 차례로 실행하십시오.",
    ),
    replies={
        "new question": "새 질문이군요. 무엇이 궁금하십니까?",
        "help me": "기꺼이 도와드리겠습니다. 연표에 대해 편하게 물어보시면 됩니다.",
        "how are you": "네, 잘 지냅니다. 고맙습니다. 무엇이 궁금하십니까?",
        "thanks": "천만에요.",
        "goodbye": "안녕히 가십시오.",
        "elsewhere": "그것은 할 수 없습니다. 저는 연표만 압니다. 연표에 대해 물어보십시오.",
        "about me": "저는 연표만 아는 봇입니다. 무엇이 궁금하십니까?",
        "wish": "고맙습니다. 좋은 일만 있으시길 바랍니다. 무엇이 궁금하십니까?",
        "greeting": "안녕하세요. 무엇이 궁금하십니까?",
        "praise": "고맙습니다. 또 무엇이 궁금하십니까?",
        "insult": "죄송합니다. 다른 말로 물어보시거나 연표의 다른 일을 물어보십시오.",
        "nod": "네. 언제든지 물어보십시오.",
    },
    note="참고: {text}",
    source="출처: {text}",
    sources="출처: {text}",
    un_document="유엔 문서 {symbol}",
    un_document_line="유엔 문서: {symbol}",
    from_timeline="연표: {title}",
    more_in_chat="‘더’라고 하면 다음을 보여 드립니다",
    more_at_shell="--all은 모두 보여 줍니다",
    no_more="이것이 전부입니다.",
    nothing_typed="질문을 입력하시거나, ‘도움말’로 물어볼 수 있는 것을 보십시오.",
    this_week="이 날짜의 기록이 없습니다. 이번 주의 가장 가까운 기록:",
    from_skipped_days="이 날짜의 기록이 없습니다. 앞선 며칠의 기록:",
    back="‹ 뒤로",
    back_spoken="처음 화면으로",
    back_to_first="처음으로",
    share="채널에 공유",
    period_before="이전 시기: {period}",
    period_after="다음 시기: {period}",
    ask_example="질문하기: {question}",
    shared="이 채널에 공유했습니다.",
    shared_by="{name} 님이 공유했습니다",
    shared_by_asking="{name} 님이 공유했습니다: {question}",
    narrower="여기에 다 표시할 수 없을 만큼 많습니다. 질문을 좁히면 나머지를 보실 수 있습니다.",
    entries_gone="이 기록들은 이제 연표에 없습니다. 다시 질문해 주시기 바랍니다.",
    unknown_button="더 이상 알 수 없는 버튼입니다. 다시 질문해 주시기 바랍니다.",
    apology=(
        "죄송합니다. 답을 찾는 중에 문제가 생겼습니다. 다시 시도해 주시기 바랍니다. "
        "문제가 계속되면 저를 운영하는 분께 이 번호를 알려 주시기 바랍니다: {reference}"
    ),
    unconfirmed=(
        "제 답이 전달되었는지 Slack에서 확인되지 않았습니다. "
        "답이 보이지 않으면 다시 질문해 주시기 바랍니다."
    ),
    no_text="이 메시지에는 찾아볼 단어가 없습니다.",
    no_match="이 메시지와 맞는 기록이 연표에 없습니다.",
    what_this_is=(
        "저는 사람이 정리한 연표를 바탕으로 질문에 답합니다. 모든 기록은 작성된 그대로 출처와 함께 "
        "보여 드리며, 지어내는 것은 없습니다. 모르는 것은 모른다고 말씀드립니다."
    ),
    how_to_ask=(
        "Messages 탭에서 저에게 메시지를 보내거나, 채널에서 저를 멘션하거나, {command} 뒤에 "
        "질문이나 연도, 월, 날짜를 입력하시면 됩니다. 메시지의 ‘Find in timeline’은 그 내용을 "
        "찾아봅니다."
    ),
    how_to_invite="채널에서 물어보시려면 먼저 저를 초대해 주시기 바랍니다: /invite @{name}",
    daily_post="매일 게시",
    daily_in_slack="매일 게시는 {command} subscribe 명령이나 아래 버튼으로 설정하실 수 있습니다.",
    daily_in_chat=(
        "매일 게시는 Slack에서 ‘/timeline subscribe’로 설정합니다. 여기서는 ‘today’와 ‘preview’로 "
        "게시될 내용을 보실 수 있습니다."
    ),
    use_in_chat=(
        "여러 연표 가운데 하나를 고르는 것은 Slack 채널에서 합니다. 여기서는 시작할 때 주어진 모든 "
        "연표에 물어보십니다."
    ),
    nothing_to_preview="{day}에는 기록이 없어 게시되지 않습니다.",
    no_day="날짜가 아닙니다. ‘preview 5월 4일’이나 ‘preview 2027-05-04’처럼 써 주시기 바랍니다.",
    what_is_stored=(
        "저장하는 것: 매일 게시의 채널과 시간, 선택 내용, 각 게시의 결과, 그리고 설정하거나 바꾼 "
        "분의 Slack ID입니다. 그 밖에 오래 남는 것은 없습니다. 두 번 답하지 않도록 "
        "처리한 메시지의 ID를 {handled} 동안, 이어서 물어보실 수 있도록 대화의 마지막 "
        "{questions}와 보여 드린 제목을 {conversation} 동안 메모리에만 둡니다. ‘새 질문’을 "
        "보내시면 지워집니다. 답변 아래의 버튼에는 그 질문이 담겨 있습니다. 로그에는 ID와 시각, "
        "결과만 남고 쓰신 내용은 남지 않습니다."
    ),
    examples_to_try="질문 예시:",
)
