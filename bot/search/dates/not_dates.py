"""Words beside which a number is no date, in English, Russian and Korean."""

from __future__ import annotations

# Before a number, these say that it is no date.
DENIERS = frozenset(
    """
res unscr unsc number numbers num nr flight flights article articles order unit regiment brigade
division battalion battery squadron chapter chapters section paragraph page pages pp vol volume
version boeing airbus bus route room office bureau channel gate platform highway hotel lot serial
apollo soyuz salyut luna venera gemini mariner pioneer voyager sputnik saturn python java ios
android windows gpt port error code http ubuntu debian tel telephone phone fax pin zip isbn mach
than nearly almost least some another turn turns turned turning aged
резолюция резолюции резолюцию резолюцией резолюций резолюциях номер номера рейс рейса рейсом статья
статьи статье статью указ указа приказ приказа полк бригада дивизия глава главы пункт пункта часть
версия страница кабинет автобус свыше более почти
결의 결의안 결의를 결의안을 번호 제
""".split()
)

# A year behind these is a part of what they name.
NAMED = frozenset(
    """
expo cup euro eurovision agenda vision zapad vostok tsentr kavkaz экспо евровидение 엑스포 월드컵
""".split()
)

# What is counted, weighed or paid: a number before these is a number.
COUNTABLE = frozenset(
    """
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
""".split()
)
