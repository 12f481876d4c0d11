"""The Russian catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answers.durations import Apart
from bot.answers.wording.ru_dates import MONTHS, Case, RussianDates
from bot.answers.wording.russian import (
    DAYS,
    ENTRIES,
    count_of,
    figure,
    form_for,
    join_words,
    length_of,
)
from bot.answers.wording.times import Grain, TimeName
from bot.answers.wording.wording import Wording

_ENDING = (
    "Записи я показываю в точности так, как их составили люди, с источниками (записи — на языке "
    "хронологии). Если я чего-то не знаю, я так и говорю."
)
_ORDINALS = (
    "Первого", "Второго", "Третьего", "Четвёртого", "Пятого",
    "Шестого", "Седьмого", "Восьмого", "Девятого", "Десятого",
)  # fmt: skip
_GRAINS = {
    Grain.DAY: "этот день",
    Grain.MONTH: "этот месяц",
    Grain.YEAR: "этот год",
    Grain.DECADE: "это десятилетие",
    Grain.TIME: "это время",
}


_WEEKDAYS = (
    "Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота", "Воскресенье",
)  # fmt: skip


class Russian(RussianDates, Wording):
    """Russian phrases."""

    def join_words(self, words: Sequence[str]) -> str:
        """Return "а, б и в"."""
        return join_words(words)

    def entries(self, number: int) -> str:
        """Return "1 запись", "3 записи", "5 записей"."""
        return count_of(number, ENTRIES)

    def questions(self, number: int) -> str:
        """Return "6 вопросов"."""
        return count_of(number, ("вопрос", "вопроса", "вопросов"))

    def hours(self, number: int) -> str:
        """Return "2 часа", in the accusative, which says how long."""
        return count_of(number, ("час", "часа", "часов"))

    def years_ago(self, years: int) -> str:
        """Return "1 год назад", "7 лет назад", or nothing for this year."""
        return f"{count_of(years, ('год', 'года', 'лет'))} назад" if years > 0 else ""

    def on_this_day(self, month: int, day: int) -> str:
        """Return "В этот день, 25 апреля"."""
        return f"В этот день, {self.day_of_year(month, day)}"

    def nothing_on_day(self, month: int, day: int) -> str:
        """Say that no entry has this date in any year."""
        return f"Записей с точной датой {self.day_of_year(month, day)} нет ни за один год."

    def nothing_on_day_yet(self, month: int, day: int, *, year: int) -> str:
        """Say that what has this date came later."""
        label = self.day_of_year(month, day)
        return f"Записей с точной датой {label} по {year} год включительно нет."

    def weekday_and_day(self, day: date) -> str:
        """Return "Суббота, 25 апреля"."""
        return f"{_WEEKDAYS[day.weekday()]}, {self.day_of_year(day.month, day.day)}"

    def remembered(self, years: int, *, is_moved: bool) -> str:
        """Return "57 лет назад", "22 года назад, 29 февраля"."""
        ago = self.years_ago(years)
        return f"{ago}, 29 февраля" if is_moved else ago

    def this_month(self, years: Sequence[int]) -> str:
        """Return "… В этом месяце 1950 г. и 1961 г.:"."""
        told = join_words([self.year_label(year) for year in years])
        return f"На эту дату записей нет. В этом месяце {told}:"

    def no_such_day(self, year: int | None, month: int, *, days: int) -> str:
        """Say that a month has no more than so many days."""
        label = MONTHS[month - 1][Case.PREPOSITIONAL]
        when = label if year is None else f"{label} {self.year_label(year)}"
        return f"Такого дня нет: в {when} {count_of(days, ('день', 'дня', 'дней'))}."

    def none_so_high(self, number: int) -> str:
        """Say that there is no seventh."""
        ordinal = _ORDINALS[number - 1] if 1 <= number <= len(_ORDINALS) else f"{number}-го"
        return f"{ordinal} такого случая среди записей нет."

    def nothing_recorded(
        self, names: Sequence[TimeName], *, is_doubtful: bool = False, is_worded: bool = False
    ) -> str:
        """Say that times are empty."""
        if names and all(name.recurring for name in names):
            when = f"за {self.times_label(names, is_doubtful=is_doubtful)}"
        else:
            last = "или" if is_doubtful else "и"
            when = join_words([self.within(name) for name in names], last=last)
        if is_worded:
            return f"Не знаю: {when} подходящей записи не нашлось."
        return f"{when[:1].upper()}{when[1:]} ничего не записано."

    def nearest_note(self, number: int, *, is_unrelated: bool) -> str:
        """Introduce the nearest entries."""
        if number == 1:
            lead, other = "Ближайшая запись", "она может быть о другом"
        else:
            lead, other = "Ближайшие записи", "они могут быть о другом"
        return f"{lead} ({other}):" if is_unrelated else f"{lead}:"

    def nearest_in_time_note(self, *, is_before: bool, is_after: bool) -> str:
        """Introduce the nearest entries on either side of a time."""
        if is_before and is_after:
            return "Ближайшие записи до и после этого времени:"
        if not is_before and not is_after:
            return ""
        return f"Ближайшая запись {'до' if is_before else 'после'} этого времени:"

    def same_date_heading(self, grain: Grain, total: int) -> str:
        """Return "1 запись за этот день"."""
        return f"{self.entries(total)} за {_GRAINS[grain]}"

    def count_heading(self, number: int) -> str:
        """Return "3 записи в хронологическом порядке:"."""
        return "1 запись:" if number == 1 else f"{self.entries(number)} в хронологическом порядке:"

    def apart_heading(self, apart: Apart) -> str:
        """Return "4 года, 4 месяца и 19 дней между ними (всего 1602 дня):"."""
        if apart.is_nothing:
            return "Одновременно, насколько известны даты:"
        told = length_of(apart)
        if apart.total is None:
            return f"Примерно {told} между ними; точнее даты неизвестны:"
        is_long = apart.years or apart.months
        total = f" (всего {count_of(apart.total, DAYS)})" if is_long else ""
        return f"{told} между ними{total}:"

    def counted_from(self, label: str, title: str) -> str:
        """Return "Отсчёт от записи: 6 июля 1961 г., The treaty is signed."."""
        return f"Отсчёт от записи: {label}, {title}."

    def ago_heading(self, apart: Apart) -> str:
        """Return "4 года, 4 месяца и 19 дней назад:"."""
        if apart.is_nothing:
            return ""
        told = length_of(apart)
        return f"Примерно {told} назад:" if apart.total is None else f"{told} назад:"

    def lasted_heading(self, days: int) -> str:
        """Return "6 дней, включая первый и последний:"."""
        return f"{count_of(days, DAYS)}, включая первый и последний:"

    def people_heading(self, names: Sequence[str]) -> str:
        """Return "Люди в этой записи: Ada и Bob."."""
        return f"Люди в этой записи: {join_words(names)}."

    def named_heading(self, names: Sequence[str]) -> str:
        """Return "Названы в этой записи: Bank и Ada."."""
        return f"Названы в этой записи: {join_words(names)}."

    def places_heading(self, names: Sequence[str]) -> str:
        """Return "Места в этой записи: Oslo и Bergen."."""
        return f"Места в этой записи: {join_words(names)}."

    def several_heading(self, number: int) -> str:
        """Return "Подходят 3 записи, начиная с самой подходящей:"."""
        verb = form_for(number, ("Подходит", "Подходят", "Подходят"))
        return f"{verb} {self.entries(number)}, начиная с самой подходящей:"

    def choices_heading(self, number: int, *, most: int) -> str:
        """Return "Я не уверен. Вы имели в виду одно из этого?"."""
        if number > most:
            verb = form_for(number, ("упоминает", "упоминают", "упоминают"))
            return f"{self.entries(number)} {verb} об этом; первые из них:"
        meant = "это" if number == 1 else "что-то из этого"
        return f"{self.not_sure} Вы имели в виду {meant}?"

    def coverage(self, number: int, years: tuple[int, int] | None) -> str:
        """Return "421 запись, 1945–2026 гг."."""
        if years is None:
            return self.entries(number)
        first, last = years
        span = self.year_label(first) if first == last else self._years(first, last)
        return f"{self.entries(number)}, {span}"

    def searched_for(self, words: Sequence[str]) -> str:
        """Return "Поиск по слову «summit»."."""
        if not words:
            return ""
        noun = "слову" if len(words) == 1 else "словам"
        return f"Поиск по {noun} {join_words([f'«{word}»' for word in words])}."

    def only_so_many(self, number: int) -> str:
        """Return "Всего 3 записи."."""
        return f"Всего {self.entries(number)}." if number else ""

    def page_of(self, first: int, last: int, *, total: int) -> str:
        """Return "6–10 из 26"."""
        return f"{first}–{last} из {total}" if last > first else f"{first} из {total}"

    def count_of_page(self, shown: int, total: int) -> str:
        """Return "5 из 26"."""
        return f"{shown} из {total}"

    def and_more(self, left: int) -> str:
        """Return "и ещё 21 запись"."""
        return f"и ещё {self.entries(left)}"

    def and_more_sources(self, left: int) -> str:
        """Return "и ещё 2 источника"."""
        return f"и ещё {count_of(left, ('источник', 'источника', 'источников'))}"

    def show_more(self, left: int) -> str:
        """Return "Показать ещё (осталось 21)"."""
        return f"Показать ещё (осталось {figure(left)})"

    def too_many(self, seconds: int) -> str:
        """Ask somebody who asks too much to wait."""
        wait = count_of(seconds, ("секунду", "секунды", "секунд"))
        return (
            "За минуту пришло больше вопросов, чем я успеваю ответить. "
            f"Пожалуйста, спросите ещё раз через {wait}."
        )

    def too_many_here(self, seconds: int) -> str:
        """Ask the same because a whole workspace asks too much."""
        wait = count_of(seconds, ("секунду", "секунды", "секунд"))
        return (
            "Из этого рабочего пространства сейчас приходит больше вопросов, чем я успеваю "
            f"ответить. Пожалуйста, попробуйте через {wait}."
        )

    def when_was(self, person: str, place: str) -> str:
        """Return a question in which no name has to be bent."""
        return f"Когда это было: {person}, {place}?"

    def when_titled(self, title: str) -> str:
        """Return "Когда это было: Закладка порта?"."""
        return f"Когда это было: {title}?"

    def what_happened(self, year: int, month: int | None) -> str:
        """Return "Что произошло в июле 1909 года?"."""
        if year <= 0:
            return f"Что произошло: {self.year_label(year)}?"
        if month is None:
            return f"Что произошло в {year} году?"
        return f"Что произошло в {MONTHS[month - 1][Case.PREPOSITIONAL]} {year} года?"


RUSSIAN = Russian(
    code="ru",
    timeline="Хронология",
    nothing_found="Не знаю: в хронологии нет ответа на этот вопрос.",
    not_sure="Точно не знаю.",
    too_long="Текст длинный, прочитано только его начало.",
    no_words="Спросите о хронологии словами или отправьте «помощь», чтобы увидеть примеры.",
    empty_timeline="Хронология пуста, поэтому ответить нечем.",
    no_such_event="Записи с идентификатором «{id}» нет.",
    did_you_mean_id="Возможно, вы имели в виду «{id}»?",
    no_such_month="Месяца с номером {month} нет: в году 12 месяцев.",
    this_is_recorded="Об этом записано:",
    newest="Последние записи, сначала самые новые:",
    examples="Попробуйте:",
    help_in_slack=(
        "Упомяните меня в канале или напишите мне напрямую, своими словами.",
        "{periods}: всё, что записано за это время.",
        "{command} today: что произошло в этот день. {command} latest: последние записи. "
        "{command} random: случайная запись. {command} id ЗАПИСЬ: одна запись.",
        "{command} subscribe 09:00 Europe/Moscow: ежедневная публикация о том, что произошло в "
        "этот день. {command} preview показывает её заранее; subscriptions, pause, resume и "
        "unsubscribe управляют ею.",
        _ENDING,
    ),
    help_in_chat=(
        "Спрашивайте своими словами. Вопрос может продолжать предыдущий («а что потом?»); "
        "«новый вопрос» начинает разговор заново.",
        "{periods}: всё, что записано за это время.",
        "сегодня: что произошло в этот день. последние записи: самое новое. случайное: любая "
        "запись. id ЗАПИСЬ: одна запись со всеми источниками.",
        "ещё: следующие записи списка. выход: закончить.",
        _ENDING,
    ),
    welcome=(
        "Спрашивайте своими словами или введите {year}, {month}, сегодня, случайное или помощь.",
        "Чтобы выйти, введите «выход». Как подключить Slack: раздел «Connect Slack» в README или "
        "команды «timeline-bot manifest» и «timeline-bot slack».",
    ),
    replies={
        "new question": "Новый вопрос. Что вы хотите узнать?",
        "help me": "С удовольствием. Спросите меня о хронологии своими словами.",
        "how are you": "Всё хорошо, спасибо. Что вы хотите узнать?",
        "thanks": "Пожалуйста.",
        "goodbye": "До свидания.",
        "elsewhere": "Этого я не умею: я знаю только записи хронологии. Спросите меня о них.",
        "about me": "Я бот и знаю только хронологию. Что вы хотите узнать?",
        "wish": "Спасибо, и вам всего доброго. Что вы хотите узнать?",
        "greeting": "Здравствуйте. Что вы хотите узнать?",
        "praise": "Спасибо, приятно слышать. Что ещё вы хотите узнать?",
        "insult": "Мне жаль. Спросите другими словами или о чём-нибудь ещё из хронологии.",
        "nod": "Хорошо. Спрашивайте, когда захотите.",
    },
    note="Примечание: {text}",
    source="Источник: {text}",
    sources="Источники: {text}",
    un_document="Документ ООН {symbol}",
    un_document_line="Документ ООН: {symbol}",
    from_timeline="Из хронологии: {title}",
    more_in_chat="«ещё» покажет следующие",
    more_at_shell="--all покажет все",
    no_more="Это всё.",
    nothing_typed="Введите вопрос или «помощь», чтобы узнать, о чём можно спросить.",
    this_week="На эту дату записей нет; ближайшие на этой неделе:",
    from_skipped_days="На эту дату записей нет; за предыдущие дни:",
    back="‹ Назад",
    back_spoken="Назад к началу",
    back_to_first="Вернуться к первым",
    share="Поделиться в канале",
    period_before="Предыдущий период: {period}",
    period_after="Следующий период: {period}",
    ask_example="Спросить: {question}",
    shared="Опубликовано в этом канале.",
    shared_by="Поделился пользователь {name}",
    shared_by_asking="Поделился пользователь {name}: {question}",
    narrower="Записей больше, чем я могу здесь перечислить. Остальные покажет более узкий вопрос.",
    entries_gone="Этих записей больше нет в хронологии. Пожалуйста, задайте вопрос ещё раз.",
    unknown_button="Эта кнопка мне больше не известна. Пожалуйста, задайте вопрос ещё раз.",
    apology=(
        "Извините, при поиске ответа произошла ошибка. Попробуйте, пожалуйста, ещё раз. "
        "Если ошибка повторится, сообщите тому, кто меня обслуживает, этот код: {reference}"
    ),
    unconfirmed=(
        "Slack не подтвердил, что мой ответ доставлен. Если его не видно, задайте вопрос, "
        "пожалуйста, ещё раз."
    ),
    no_text="В этом сообщении нет слов, по которым можно искать.",
    no_match="В хронологии нет ничего, что подходит к этому сообщению.",
    what_this_is=(
        "Я отвечаю на вопросы по составленной людьми хронологии. Каждая запись показана так, как "
        "она написана, с источниками; ничего не придумано. Если я чего-то не знаю, я так и говорю."
    ),
    how_to_ask=(
        "Напишите мне во вкладке Messages, упомяните меня в канале или введите {command} и вопрос, "
        "год, месяц или день. Действие «Find in timeline» у любого сообщения ищет по его тексту."
    ),
    how_to_invite="Чтобы спрашивать меня в канале, сначала пригласите меня туда: /invite @{name}",
    daily_post="Ежедневная публикация",
    daily_in_slack=(
        "Ежедневные публикации настраиваются командой {command} subscribe или кнопкой ниже."
    ),
    daily_in_chat=(
        "Ежедневные публикации живут в Slack: их настраивает команда «/timeline subscribe». Здесь "
        "«today» и «preview» показывают, что было бы опубликовано."
    ),
    use_in_chat=(
        "Одну из нескольких хронологий выбирают в Slack, для канала. Здесь вы спрашиваете все, "
        "что указаны при запуске."
    ),
    nothing_to_preview="Дата {day}: публикации не было бы, на этот день ничего не записано.",
    no_day="Это не день: напишите «preview 4 мая» или «preview 2027-05-04».",
    what_is_stored=(
        "Что хранится: для ежедневной публикации — её канал, время и выбор, судьба каждой "
        "публикации и идентификаторы тех, кто её настроил или изменил; больше ничего о вас "
        "надолго. Только в памяти я держу идентификаторы "
        "обработанных сообщений ({handled}), чтобы не ответить дважды, и последние вопросы "
        "разговора ({questions}) с показанными заголовками ({conversation}), чтобы вы могли "
        "спрашивать дальше; «новый вопрос» их сбрасывает. Кнопки под ответом несут его вопрос. "
        "В журналах — идентификаторы, время и исход, но не то, что вы написали."
    ),
    examples_to_try="Примеры вопросов:",
)
