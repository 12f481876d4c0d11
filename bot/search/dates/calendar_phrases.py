"""The words of the calendar that are several: one symbol of the grammar each, as in its words."""

from __future__ import annotations

from bot.search.dates.calendar_words import read_rows

# Longer ones win.
_PHRASES = """
relative 0 -2: day before yesterday
relative 0 -1: last night|yesterday evening|yesterday morning|yesterday afternoon|вчера вечером
relative 0 -1: вчера утром|вчера ночью|어젯밤|어제 저녁|어제 밤|어제 아침|지난밤|지난 밤
relative 0 0: this morning|this afternoon|this evening|сегодня утром|сегодня вечером|오늘 아침
relative 0 0: 오늘 저녁|오늘 밤|오늘 새벽
daytime 0 0: early hours|small hours|wee hours|early morning|late evening|late night|first hours
daytime 0 0: в ночь|ранним утром|поздним вечером
morrow 0 0: 다음 날|그 다음 날
relative 0 -1: last 24 hours|past 24 hours|за последние сутки|지난 24시간
relative 2 -12: this time last year|в это же время в прошлом году|작년 이맘때|지난해 이맘때
which 0 0: this same|this very
lately 3 0: recent years|последние годы|последних лет|последних годах|последние несколько лет
lately 3 0: 최근 몇 년|최근 수년|지난 몇 년|지난 수년
lately 2 0: recent months|последние месяцы|последних месяцев|최근 몇 달|최근 몇 개월|최근 수개월
lately 1 0: recent weeks|последние недели|최근 몇 주
newyear 101 0: new year|new year's|new years|новый год|нового года|новым годом
newyear 101 0: новом году|с новым годом|новому году|새해|신년
recent 0 0: с новым
weekend -1 0: last weekend|past weekend|previous weekend|over the weekend|at the weekend
weekend -1 0: on the weekend|прошлые выходные|прошлых выходных|минувшие выходные
weekend -1 0: минувших выходных|на выходных|в выходные|за выходные
weekend -1 0: 지난 주말|지난주말|저번 주말|주말에
weekend -2 0: weekend before last|позапрошлые выходные|позапрошлых выходных|지지난 주말
weekend 0 0: this weekend|эти выходные|этих выходных|이번 주말
weekend 1 0: next weekend|следующие выходные|следующих выходных|다음 주말
ago 0 0: тому назад
unit 2 18: year and a half|полтора года|полутора лет
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
onwards 0 0: to date|to this day|to the present|till now|until now|up to now|и позднее|и далее
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

PHRASES = dict(read_rows(_PHRASES, "|"))
"""Several words with one meaning, exactly as typed."""
