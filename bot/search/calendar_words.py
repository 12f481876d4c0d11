"""The words of the calendar in English, Russian and Korean: plain tables for `when.py`.

An entry is a symbol of the grammar and up to two numbers. All words are in lower case, with
е for ё. A number of numbers: a month is 1 to 12, a season 21 (spring) to 24 (winter), a weekday
0 (Monday) to 6, a holiday month times 100 plus day, a unit its kind and how many of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.search.spelt_years import RUSSIAN_STEMS

Entry = tuple[str, int, int]

DAY, WEEK, MONTH, YEAR = range(4)  # kinds of unit
EARLY, MID, LATE, START, END, FIRST_HALF, SECOND_HALF = range(7)  # parts of a period
THIS_DAY = 0  # the holiday that falls on the day of asking

# Symbol, first number, second number: words.
_TABLE = """
month 1 0: january янв январь января январе январю январем
month 2 0: february feb фев февр февраль февраля феврале февралю февралем
month 3 0: март марте марту мартом
month 4 0: april apr апр апрель апреля апреле апрелю апрелем
month 5 0: мая мае маю
month 6 0: june июнь июня июне июню июнем
month 7 0: july jul июль июля июле июлю июлем
month 8 0: august aug авг август августа августе августу августом
month 9 0: september sept sep сент сентябрь сентября сентябре сентябрю сентябрем
month 10 0: october oct окт октябрь октября октябре октябрю октябрем
month 11 0: november nov ноя нояб ноябрь ноября ноябре ноябрю ноябрем
month 12 0: december dec дек декабрь декабря декабре декабрю декабрем
maymonth 1 0: jan
maymonth 3 0: march mar марта
maymonth 5 0: may май
maymonth 6 0: jun
season 21 0: spring весна весной весною весны весне весну 봄
season 22 0: summer летом лето лету 여름
season 23 0: autumn fall осень осенью осени 가을
season 24 0: winter зима зимой зимою зимы зиме зиму 겨울
seasons 21 0: springs
seasons 22 0: summers
seasons 23 0: autumns
seasons 24 0: winters
weekday 0 0: monday понедельник понедельника 월요일
weekday 1 0: tuesday tue tues вторник вторника 화요일
weekday 2 0: wednesday wed среду 수요일
weekday 3 0: thursday thu thur thurs четверг четверга 목요일
weekday 4 0: friday fri пятницу пятницы 금요일
weekday 5 0: saturday субботу субботы 토요일
weekday 6 0: sunday воскресенье воскресенья 일요일
holiday 101 0: новогодний 신정
holiday 1031 0: halloween хэллоуин 핼러윈
holiday 301 0: 삼일절
holiday 505 0: 어린이날
holiday 606 0: 현충일
holiday 717 0: 제헌절
holiday 815 0: 광복절
holiday 1003 0: 개천절
holiday 1009 0: 한글날
holiday 501 0: 노동절
holiday 1225 0: christmas xmas 크리스마스 성탄절
relative 0 0: today tonight сегодня 오늘 금일
relative 0 -1: yesterday вчера 어제
relative 0 -2: позавчера 그제 그저께
relative 0 1: tomorrow завтра 내일
relative 0 2: послезавтра 모레
relative 2 0: 이달
relative 3 0: 올해 금년
relative 3 -1: 작년 지난해
relative 3 -2: 재작년
relative 3 1: 내년
decade 0 0: noughties naughties нулевые нулевых
decade 20 0: twenties двадцатые двадцатых
decade 30 0: thirties тридцатые тридцатых
decade 40 0: forties fourties сороковые сороковых
decade 50 0: fifties пятидесятые пятидесятых
decade 60 0: sixties шестидесятые шестидесятых
decade 70 0: seventies семидесятые семидесятых
decade 80 0: eighties восьмидесятые восьмидесятых
decade 90 0: nineties девяностые девяностых
daymark 0 1: 일
unit 0 1: day день дня 하루
units 0 1: days дней
unit 0 2: 이틀
unit 0 3: 사흘
unit 0 14: fortnight
unit 3 50: полвека 반세기
unit 1 1: week неделя неделю неделе 주 주일 일주일 주간
units 1 1: weeks недели недель
unit 2 1: month месяц месяца месяце 달 개월
units 2 1: months месяцев
unit 2 6: полгода
units 3 1: years yrs лет
unit 3 10: decade десятилетие десятилетия десятилетии
units 3 10: decades десятилетий
yearword 3 1: year yr год года году годы годов годах г гг 년 년도
units 3 100: centuries
century 3 100: century век века веке веков вв 세기
quarter 2 3: quarter квартал квартала квартале 분기
monthmark 0 0: 월
decademark 0 0: 년대
half 0 0: half половина половине половины половину
part 0 0: early
part 1 0: mid середине середина середины
part 2 0: late
part 3 0: начале начало начала началу
part 4 0: конец конце конца концу
hpart 0 0: 초 초반
hpart 1 0: 중반 중순
hpart 2 0: 후반 하순
hpart 4 0: 말
hpart 5 0: 상반기 전반기
hpart 6 0: 하반기 후반기
edge 3 0: start beginning
edge 1 0: middle
edge 4 0: end close
edging 1 0: opening
edging -1 0: final closing
edged -1 0: earlier
edged 1 0: later
which -1 0: last previous прошлый прошлом прошлого прошлой прошлую прошлое прошлым минувший
which -1 0: минувшем минувшего 지난
which -2 0: позапрошлый позапрошлом позапрошлого позапрошлой позапрошлую
which 0 0: this current этот этом этого этой эту нынешнем нынешнего текущем текущего 이번 올
which 1 0: next coming следующий следующем следующего следующей следующую 다음
past 0 0: past последний последние последних последнее последнюю последнего 최근
ago 0 0: ago назад back
count 1 0: a an one один одного одну 한
count 2 0: two couple два две двух пару 두
count 3 0: three три трех 세
count 4 0: four четыре четырех 네
count 5 0: five пять пяти 다섯
count 6 0: six шесть шести 여섯
count 7 0: seven семь семи 일곱
count 8 0: eight восемь восьми 여덟
count 9 0: nine девять девяти 아홉
count 10 0: ten десять десяти 열
count 11 0: eleven
count 12 0: twelve dozen
count 13 0: thirteen
count 14 0: fourteen
count 15 0: fifteen пятнадцать
count 16 0: sixteen
count 17 0: seventeen
count 18 0: eighteen
count 19 0: nineteen
count 20 0: twenty двадцать двадцати
count 30 0: thirty тридцать тридцати
count 40 0: forty сорок
count 50 0: fifty пятьдесят
count 60 0: sixty шестьдесят
count 70 0: seventy семьдесят
count 80 0: eighty восемьдесят
count 90 0: ninety девяносто
count 100 0: сто
vague 0 0: few several несколько 몇
bc 0 0: bc bce 기원전
ad 0 0: ad ce 서기
in 0 0: in during в во
of 0 0: of
at 0 0: for at dated circa ca around about за около примерно 약
on 0 0: on на
over 0 0: over within
from 0 0: from от
since 0 0: since с со starting
between 0 0: between между
to 0 0: to through thru
until 0 0: until till til by по к ко
before 0 0: before prior перед раньше ранее
upto 0 0: до
pre 0 0: pre
post 0 0: post
after 0 0: after после позже позднее
onwards 0 0: onwards onward forward forwards
now 0 0: now present 현재 지금
and 0 0: and и
or 0 0: or или и/или
the 0 0: the
huntil 0 0: 까지
hsince 0 0: 부터 이후 이래
hafter 0 0: 후 뒤
hbefore 0 0: 이전
hago 0 0: 전
hbetween 0 0: 사이
hand 0 0: 과 와
hfrom 0 0: 에서
particle 0 0: 에 에는 엔 의 도 은 는 이 가 을 를 동안 간 중 경 쯤 무렵 당시 에도 에만 에야 께 만
verbal 0 0: i we you he she they it who there that which no
auxiliary 0 0: be have has had not also well never always still
exact 0 0: exactly precisely ровно 정확히
hnth -1 0: 마지막
hnth 1 0: 첫째
hnth 2 0: 둘째
hnth 3 0: 셋째
hnth 4 0: 넷째
asking 0 0: what when where why how did was were is are
committee 0 0: committee panel
resolution 0 0: resolution resolutions
"""

# Before a number, these say that it is no date.
_DENIERS = """
res unscr unsc number numbers num nr flight flights article articles order unit regiment brigade
division battalion battery squadron chapter chapters section paragraph page pages pp vol volume
version boeing airbus bus route room office bureau channel gate platform highway hotel lot serial
apollo soyuz salyut luna venera gemini mariner pioneer voyager sputnik saturn python java ios
android windows gpt port error code http ubuntu debian tel telephone phone fax pin zip isbn mach
than nearly almost least some another
резолюция резолюции резолюцию резолюцией резолюций резолюциях номер номера рейс рейса рейсом статья
статьи статье статью указ указа приказ приказа полк бригада дивизия глава главы пункт пункта часть
версия страница кабинет автобус свыше более почти
결의 결의안 결의를 결의안을 번호 제
"""

_NAMED = """
expo cup euro eurovision agenda vision zapad vostok tsentr kavkaz экспо евровидение 엑스포 월드컵
"""

# What is counted, weighed or paid: a number before these is a number.
_COUNTABLE = """
troops soldiers men women people persons workers labourers laborers loggers civilians children
students tourists visitors prisoners pows refugees casualties dead killed wounded officers sappers
engineers delegates members guests passengers athletes sailors victims specialists containers shells
rounds tanks guns vehicles trucks wagons tons tonnes ton tonne kg kilograms kilogrammes grams km
kilometres kilometers metres meters m mi miles feet ft inches cm mm hectares acres litres liters
barrels gallons mw kw kwh watts volts mhz ghz dollars dollar usd eur euros pounds gbp roubles rubles
won yuan yen rub krw million billion trillion thousand hundred percent pct per times pages copies
hours hrs hour minutes mins minute seconds secs o'clock am pm gmt utc degrees bytes mb gb tb kb
animals horses trotters goats cows pigs sheep houses apartments flats countries
солдат солдата военных военнослужащих бойцов человек людей рабочих туристов пленных жителей
студентов саперов контейнеров снарядов ракет танков тонн тонны кг км метров м километров миль
долларов рублей евро вон юаней млн млрд тыс тысяч миллионов миллиардов процентов раз страниц часов
минут погибших раненых убитых специалистов
"""

ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
""".split()

_RUSSIAN_ORDINALS = (*RUSSIAN_STEMS, "двадцат")
_RUSSIAN_ENDINGS = "ый ой ий ое ая ого ом ую ому ем ье ьего ьем ья ьей ью".split()
_ENDINGS_IN_TITLES = (*_RUSSIAN_ENDINGS, *"ым ые ых ыми ьим ьи ьих ьими ьему".split())


def russian_ordinals(number: int) -> frozenset[str]:
    """Return the forms of a Russian ordinal, none where the number has no word here."""
    if not 0 < number <= len(_RUSSIAN_ORDINALS):
        return frozenset()
    word = _RUSSIAN_ORDINALS[number - 1]
    return frozenset(word + ending for ending in _ENDINGS_IN_TITLES)


_ROMAN = (
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi"
).split()  # fmt: skip

# Several words that are one symbol; longer ones win.
_PHRASES = """
relative 0 -2: day before yesterday
relative 0 -1: last 24 hours|past 24 hours|за последние сутки|지난 24시간
relative 2 -12: this time last year|в это же время в прошлом году|작년 이맘때|지난해 이맘때
which 0 0: this same|this very
lately 3 0: recent years|последние годы|последних лет|последних годах|последние несколько лет
lately 3 0: 최근 몇 년|최근 수년|지난 몇 년|지난 수년
lately 2 0: recent months|последние месяцы|последних месяцев|최근 몇 달|최근 몇 개월|최근 수개월
lately 1 0: recent weeks|последние недели|최근 몇 주
newyear 101 0: new year|new year's|new years|новый год|нового года|новым годом|новому году
unit 3 50: half a century|half century
part 3 0: первых числах|первые числа|первых днях|первые дни
part 4 0: последних числах|последние числа|последних днях|последние дни
precise 0 0: to the day|to the very day|день в день
unit 3 25: quarter century|quarter of a century|a quarter century
relative 0 2: day after tomorrow
relative 1 -2: week before last
relative 2 -2: month before last
relative 3 -2: year before last
holiday 0 0: on this day in history|this day in history|on this day|on this date|today in history
holiday 0 0: в этот день в истории|этот день в истории|в этот день
holiday 0 0: 오늘의 역사|역사 속 오늘|역사 속의 오늘
holiday 101 0: new year's day|new years day|new year day|on new year|at new year|в новый год
holiday 101 0: на новый год|первый день года|새해 첫날
holiday 1231 0: new year's eve|new years eve|new year eve|накануне нового года|канун нового года
holiday 1231 0: под новый год|on new year's eve|on new years eve|at new year's eve
holiday 214 0: valentine's day|valentines day|valentine day|день святого валентина
holiday 308 0: international women's day|women's day|womens day|международный женский день
holiday 401 0: april fools' day|april fools day|april fool's day|день дурака
holiday 501 0: may day|день труда
holiday 1111 0: armistice day|remembrance day
holiday 1224 0: christmas eve|크리스마스 이브
holiday 1225 0: christmas day
holiday 509 0: on victory day|в день победы|на день победы
holiday 412 0: в день космонавтики|на день космонавтики
holiday 223 0: в день защитника отечества|на день защитника отечества
holiday 612 0: в день россии|на день россии
holiday 1104 0: в день народного единства
holiday 901 0: в день знаний
holiday 1226 0: boxing day
before 0 0: prior to|earlier than|ahead of
after 0 0: later than|since after
until 0 0: не позднее|не позже|up to|up until|no later than|not later than|вплоть до|by the time of
since 0 0: starting in|starting from|starting with|starting on|beginning in|beginning from
since 0 0: beginning with|as from|ever since|начиная с|начиная со|no earlier than|not earlier than
since 0 0: not before|не ранее|не раньше
onwards 0 0: and onwards|and later|or later|and after|and beyond|or after|and newer|и позже
onwards 0 0: и позднее|и далее
backwards 0 0: and earlier|or earlier|and before|or before|and older|и ранее|и раньше
count 100 0: a hundred|one hundred
count 200 0: two hundred
count 2 0: a couple of|couple of|a couple
roughly 0 0: or so|or thereabouts|or around then|give or take
vague 0 0: a few|a number of
unit 2 6: half a year|half year
now 0 0: present day|the present|this day|настоящее время|настоящего времени|сей день
now 0 0: сегодняшний день|наши дни|наших дней
denier 0 0: no.|nos.|rocket no|more than|fewer than|less than|at least|at most|as many as
denier 0 0: no fewer than|no less than|не менее|не более|больше чем
bc 0 0: b.c.e.|b.c.e|b.c.|b.c|до н.э.|до н. э.|до н.э|до нашей эры
ad 0 0: a.d.|a.d|c.e.|c.e|н.э.|н. э.|н.э|нашей эры
named 0 0: world cup|winter olympics
at 0 0: c.|ca.
in 0 0: in the course of|в течение|as early as|as late as|as recently as
"""


def _rows(table: str, separator: str | None) -> Iterator[tuple[str, Entry]]:
    for row in table.strip().splitlines():
        head, _, words = row.partition(": ")
        symbol, first, second = head.split()
        for word in words.split(separator):
            yield word, (symbol, int(first), int(second))


def _ordinals() -> Iterator[tuple[str, Entry]]:
    for number, word in enumerate(ORDINALS, start=1):
        yield word, ("wordordinal", number, 0)
    for number, stem in enumerate(_RUSSIAN_ORDINALS, start=1):
        for ending in _RUSSIAN_ENDINGS:
            yield stem + ending, ("ruordinal", number, 0)
    for number, word in enumerate(_ROMAN, start=1):
        if number > 1:  # "I" is a person
            yield word, ("roman", number, 0)
        yield word.replace("x", "х"), ("roman", number, 0)  # the Cyrillic letter, often typed
    yield "thirtieth", ("wordordinal", 30, 0)


def _all_words() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for symbol, names in (("countable", _COUNTABLE), ("denier", _DENIERS), ("named", _NAMED)):
        words.update((word, (symbol, 0, 0)) for word in names.split())
    words.update(_ordinals())
    words.update(_rows(_TABLE, None))
    return words


WORDS = _all_words()
"""Every single word with a meaning in the grammar."""

PHRASES = dict(_rows(_PHRASES, "|"))
"""Several words with one meaning, exactly as typed."""

ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec янв фев февр апр авг сент окт ноя нояб дек "
    "г гг в вв c ca res art tue tues wed thu thur thurs fri".split()
)
"""Words whose full stop belongs to them."""
