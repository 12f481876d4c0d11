"""The words of the calendar in English, Russian and Korean: plain tables for `when.py`.

An entry is a symbol of the grammar and up to two numbers. All words are in lower case, with
е for ё. A number of numbers: a month is 1 to 12, a season 21 (spring) to 24 (winter), a weekday
0 (Monday) to 6, a holiday month times 100 plus day, a unit its kind and how many of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.search.dates.not_dates import COUNTABLE, DENIERS, NAMED
from bot.search.dates.spelt_years import RUSSIAN_STEMS

Entry = tuple[str, int, int]

DAY, WEEK, MONTH, YEAR = range(4)  # kinds of unit
EARLY, MID, LATE, START, END, FIRST_HALF, SECOND_HALF = range(7)  # parts of a period
THIS_DAY = 0  # the holiday that falls on the day of asking

# What a Russian adjective marked with a plus ends in: "вчерашний", "прошлогоднее".
_SOFT_ENDINGS = "ий его ему им ем яя ей юю ее ие их ими".split()

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
relative 0 0: today tonight сегодня 오늘 금일 сегодняшн+
relative 0 -1: yesterday вчера 어제 어저께 вчерашн+
relative 0 -2: позавчера 그제 그저께 엊그제 позавчерашн+
relative 0 -3: 그끄제 그끄저께
relative 0 1: tomorrow завтра 내일 завтрашн+
relative 0 2: послезавтра 모레
relative 2 0: 이달
relative 3 0: 올해 금년 올
relative 3 -1: 작년 지난해 прошлогодн+
relative 3 -2: 재작년 지지난해 그러께 позапрошлогодн+
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
unit 0 4: 나흘
unit 0 5: 닷새
unit 0 6: 엿새
unit 0 7: 이레
unit 0 10: 열흘
unit 0 14: fortnight
unit 0 15: 보름
unit 3 50: полвека 반세기
unit 1 1: week wk неделя неделю неделе 주 주일 일주일 주간
units 1 1: weeks wks недели недель
unit 2 1: month месяц месяца месяце 달 개월
units 2 1: months mths месяцев
unit 2 6: полгода 반년
units 3 1: years yrs лет
unit 3 10: decade десятилетие десятилетия десятилетии
units 3 10: decades десятилетий
yearword 3 1: year yr год года году годом годы годов годах г гг 년 년도
units 3 100: centuries
century 3 100: century век века веке веков вв 세기
quarter 2 3: quarter квартал квартала квартале 분기
monthmark 0 0: 월
decademark 0 0: 년대
half 0 0: half половина половине половины половину 반
part 0 0: early
part 1 0: mid середине середина середины
part 2 0: late
part 3 0: начале начало начала началу
part 4 0: конец конце конца концу
hpart 0 0: 초 초반
hpart 1 0: 중반 중순
hpart 2 0: 후반 하순
hpart 3 0: 연초
hpart 4 0: 말 연말
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
which -1 0: минувшем минувшего минувшей минувшую минувшим ушедшем ушедшего 지난 저번
which -2 0: позапрошлый позапрошлом позапрошлого позапрошлой позапрошлую позапрошлым 지지난 저저번
which 0 0: this current этот этом этого этой эту этим текущем текущего 이번 нынешн+
which 1 0: next coming следующий следующем следующего следующей следующую 다음
past 0 0: past последние последних 최근
latter 0 0: последний последнее последняя последнюю последнего последней
ago 0 0: ago назад back
count 1 0: a an one один одного одну 한
count 2 0: two couple два две двух пару 두
count 3 0: three три трех 세 석
count 4 0: four четыре четырех 네 넉
count 5 0: five пять пяти 다섯
count 6 0: six шесть шести 여섯
count 7 0: seven семь семи 일곱
count 8 0: eight восемь восьми 여덟
count 9 0: nine девять девяти 아홉
count 10 0: ten десять десяти десяток 열
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
in 0 0: in during во
in 1 0: в
of 0 0: of
at 0 0: for at dated circa ca around about за около примерно 약
on 0 0: on на
over 0 0: over
inside 0 0: within
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
following 0 0: following
hence 0 0: через спустя
eve 0 0: eve накануне 전날
morrow 0 0: 다음날 이튿날
restdays 0 0: weekend выходные выходных 주말
daytime 0 0: morning afternoon evening night dawn midnight noon утром вечером ночью 새벽 아침 저녁
daytime 0 0: 오전 오후 밤
hfrom 0 0: 에서
particle 0 0: 에 에는 엔 의 도 은 는 이 가 을 를 동안 간 중 경 쯤 무렵 당시 에도 에만 에야 께 만
verbal 0 0: i we you he she they it who there that which no
auxiliary 0 0: be have has had not also well never always still
exact 0 0: exactly precisely ровно 정확히
hnth -1 0: 마지막
recent 0 0: новый новым нового новому
hnth 1 0: 첫째
hnth 2 0: 둘째
hnth 3 0: 셋째
hnth 4 0: 넷째
asking 0 0: what when where why how did was were is are
committee 0 0: committee panel
resolution 0 0: resolution resolutions
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


def read_rows(table: str, separator: str | None) -> Iterator[tuple[str, Entry]]:
    """Yield the words of a table, parted by `separator` or by spaces, and what each means."""
    for row in table.strip().splitlines():
        head, _, words = row.partition(": ")
        symbol, first, second = head.split()
        for word in words.split(separator):
            forms = _SOFT_ENDINGS if word.endswith("+") else ("",)
            for ending in forms:
                yield word.removesuffix("+") + ending, (symbol, int(first), int(second))


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
    for symbol, names in (("countable", COUNTABLE), ("denier", DENIERS), ("named", NAMED)):
        words.update(dict.fromkeys(names, (symbol, 0, 0)))
    words.update(_ordinals())
    words.update(read_rows(_TABLE, None))
    return words


WORDS = _all_words()
"""Every single word with a meaning in the grammar."""

ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec янв фев февр апр авг сент окт ноя нояб дек "
    "г гг в вв c ca res art tue tues wed thu thur thurs fri".split()
)
"""Words whose full stop belongs to them."""
