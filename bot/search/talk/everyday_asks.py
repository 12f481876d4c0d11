"""What is asked of a calculator, a weather report or a dictionary: no entry tells it."""

from __future__ import annotations

import re

from bot.search.dates.spelt_years import ONES, TEENS, TENS

_UNIT = (
    r"(?:milli|micro|kilo|centi)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?"
    r"|met(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?|km|cm|mm|grams?|grammes?|kilos?|kg"
    r"|ounces?|oz|pounds?|lbs?|stones?|tons?|tonnes?|lit(?:re|er)s?|gallons?|pints?|cups?"
    r"|(?:table|tea)spoons?|bytes?|[kmg]b|(?:mega|giga|tera)bytes?|acres?|hectares?|dozen|score"
    r"|degrees?|celsius|fahrenheit|knots?|cents?|pence|usd|eur|euros?|dollars?|rubles?|roubles?"
    r"|yen|yuan|won|gbp|krw|rub|leap years?|fortnights?|centur(?:y|ies))"
)
_RUSSIAN_UNIT = (
    r"(?:секунд\w{0,2}|минут\w{0,2}|час(?:а|ов|у|е)?|суток|сутках|дн(?:ей|я|е)|день|недел\w{1,2}"
    r"|месяц\w{0,2}|год(?:а|у|ах)?|лет|век\w{0,2}|километр\w{0,2}|метр\w{0,2}|миль|мил[ьяеи]\w{0,2}"
    r"|сантиметр\w{0,2}|дюйм\w{0,2}|фут\w{0,2}|грамм\w{0,2}|килограмм\w{0,2}|кило|кг|тонн\w{0,2}"
    r"|литр\w{0,2}|фунт\w{0,2}|унци\w{1,2}|стакан\w{0,2}|ложк\w{1,2}|байт\w{0,2}|гектар\w{0,2}"
    r"|доллар\w{0,2}|евро|рубл\w{1,3}|вон\w{0,2}|юан\w{1,2}|градус\w{0,2}|процент\w{0,2})"
)
_KOREAN_UNIT = (
    r"(?:초|분|시간|일|주|주일|개월|달|년|윤년|하루|일주일|한 달|일년|마일|킬로미터|킬로|미터"
    r"|센티미터|센티|그램|톤|파운드|온스|리터|달러|유로|원|원화|엔|위안|루블|도|바이트|메가|기가|인치|피트"
    r"|평|퍼센트)"
)
_NUMBER = r"(?:\d[\d.,]*|an?|one|two|three|four|five|ten|half an?|the)"
_WRITTEN = rf"(?:\d[\d.,]*|{'|'.join((*ONES, *TEENS, *TENS))}|hundred)"
# A stroke with spaces around it divides; without them it stands in dates.
_SIGN = (
    r"(?: ?[*+÷×^] ?| / | (?:times|plus|minus|divided by|multiplied by|multiply|x|mod"
    r"|умножить на|умножить|плюс|минус|делить на|разделить на|поделить на) )"
)
_NOW = r"(?:today|tonight|tomorrow|tmrw|right now|outside|this (?:weekend|week|evening))"
_RUSSIAN_NOW = r"(?:сегодня|завтра|сейчас|на выходных|на выходные|на улице|за окном)"

_HOLIDAY = (
    r"(?:the )?(?:end of the (?:day|week|month|year)|next \w+|my \w+|christmas|xmas|easter"
    r"|new years?(?: eve| day)?|halloween|thanksgiving|holidays?|weekend|payday|spring|summer"
    r"|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)

# All in folded form. A sum is the whole of what is asked, whichever way.
_SUM = re.compile(
    r"\W*(?:(?:what(?:'? ?i?s)?|how much(?: is)?|calculate|compute|сколько(?: будет)?) )?(?:"
    rf"\(?{_WRITTEN}(?:{_SIGN}\(?{_WRITTEN}\)?)+"
    r"|[\d.,]+ ?(?:%|percent|per cent)(?: \w+)? (?:of|from|on) [\d.,]+ ?\w?"
    rf"|(?:half|a third|a quarter|twice|double) (?:of )?(?:{_NUMBER}|\w+ quarters)"
    r"|(?:дважды|трижды) \w+"
    r")[\W_]*(?:rounded|please|pls)?\W*"
)
_ENGLISH = re.compile(
    r"\W*(?:"
    rf"(?:so |and |ok |hey )*how many {_UNIT} (?:are |is |does |do )?(?:there )?"
    rf"(?:in|make|to|per|for|has|have) (?:{_NUMBER} )?(?:leap |full |whole )?{_UNIT}\W*$"
    rf"|(?:please )?(?:convert )?{_NUMBER} ?{_UNIT} (?:in|to|into|as|equals) (?:\w+ )?{_UNIT}\W*$"
    r"|how (?:many|long) (?:days|weeks|months|hours|sleeps)? ?(?:are |is )?(?:there |left )*"
    rf"(?:until|till|til) {_HOLIDAY}\W*$"
    r"|(?:please )?(?:convert \W*\d|solve\b.*=|if i have \d)"
    r"|(?:what(?:'? ?s| is) )?(?:the )?(?:(?:square|cube) root of \d|sqrt\b)"
    r"|(?:(?:what|how)(?:'? ?s| is| will)? )?(?:the )?(?:weather|temp|temperature)"
    r"(?: forecast)?(?: (?:in|for|on|at|like|be|outside|out|right|now|here|this)\b|\W*$)"
    rf"|(?:weather|temp|temperature) \w+(?: {_NOW})?\W*$"
    r"|(?:the )?(?:weather )?forecast (?:for|in|on)\b"
    r"|(?:do|will|should) (?:i|we) (?:need|take|bring) an? (?:umbrella|coat|jacket)"
    r"|(?:will|is) it (?:going to |gonna |be |still |really )*"
    r"(?:rain|snow|cold|hot|warm|sunny|freez|storm|windy)"
    r"|how (?:cold|hot|warm) (?:is|does|will) it\b"
    r"|how (?:do|would|can|should) (?:you|i|we|u) (?:say|spell|pronounce|write)\b"
    r"|what(?:'? ?s| is) the (?:\w+ )?word for\b"
    r"|(?:what(?:'? ?s| is) )?(?:the )?difference between an? "
    r"|what time is it\b"
    r"|(?:what(?:'? ?s| is) )?(?:the )?(?:(?:local|current) )?time in (?!\d)\w+ (?:right )?now\W*$"
    r")"
)
_RUSSIAN = re.compile(
    r"\W*(?:(?:а|и|ну|так|подскажите|скажите) )*(?:"
    rf"сколько {_RUSSIAN_UNIT} в (?:\w+ )?{_RUSSIAN_UNIT}\W*$"
    rf"|(?:перевед\w+ )?\d[\d.,]* ?{_RUSSIAN_UNIT} (?:в|на) {_RUSSIAN_UNIT}\W*$"
    r"|сколько (?:дней|недель|месяцев|часов) (?:осталось )?до (?:нового года|рождества"
    r"|выходных|отпуска|лета|весны|зимы|зарплаты|пятницы|понедельника|конца \w+)\W*$"
    r"|(?:квадратный )?корень из \d|\d+ процент\w* от \d|реши(?:те)? (?:уравнение|пример)"
    r"|сколько будет [\w ]*\d"
    r"|как(?:ая|ой|ова) (?:\w+ ){0,2}(?:погода|прогноз|температура на улице)"
    r"|(?:погода|прогноз(?: погоды)?) (?:в|на|во)\b|погода\W*$"
    r"|(?:брать|взять|нужен)(?: ли)? зонт|сколько (?:сейчас |сегодня )?градусов"
    r"|как (?:по|на)[ -]\w+ (?:будет|сказать|пишется)|как по-\w+ \w+\W*$"
    r"|который (?:сейчас )?час\b|сколько (?:сейчас )?времени (?:сейчас )?(?:в|во) [\w-]+\W*$"
    r"|как (?:правильно )?(?:пишется|писать|произносится)\b"
    rf"|(?:\w+ ){{0,3}}(?:дождь|снег|погод\w|зонт\w{{0,2}}) (?:\w+ ){{0,3}}{_RUSSIAN_NOW}"
    rf"|(?:\w+ ){{0,3}}{_RUSSIAN_NOW} (?:\w+ ){{0,3}}(?:дождь|снег|погод\w|зонт|градусов)\b"
    r"|(?:\w+ ){0,3}(?:идет|будет) (?:ли )?(?:дождь|снег)|(?:\w+ ){0,3}(?:дождь|снег) идет"
    r")"
)
_KOREAN = re.compile(
    rf"\W*(?:하루|일주일|한 ?달|일 ?년|윤년|\d+ ?{_KOREAN_UNIT})(?:은|는|이|가)? (?:총 )?"
    rf"(?:몇 ?{_KOREAN_UNIT}|며칠)\w{{0,5}}\W*$"
    rf"|\W*[\d.,]+ ?{_KOREAN_UNIT}(?:은|는|을|를)? {_KOREAN_UNIT}(?:으?로)? ?"
    r"(?:얼마|환산|몇)\w*\W*$"
    r"|\W*\d+ ?(?:곱하기|더하기|빼기|나누기) ?\d|.{0,20}\d의 (?:제곱근|\d+ ?(?:퍼센트|%|프로))"
    r"|\W*(?:\w+ ){0,3}(?:비|눈)(?:가|는)? ?(?:와|오나|오니|올까|온대|와요|옵니까)\W*$"
)
_KOREAN_ANYWHERE = re.compile(
    r"날씨 ?(?:가 |는 )?(?:어때|어떠|어떨|어떻|알려|좋|예보)|날씨\W*$|우산 ?(?:챙|가져|필요)"
    r"|밖에? ?몇 ?도"
    r"|(?:영어|일본어|중국어|프랑스어|스페인어|독일어|러시아어)로 ?(?:뭐|무엇|어떻게|번역)"
    r"|어떻게 작동|(?:지금|현재) (?:\w+ ){0,2}몇 ?시"
)
_HANGUL = re.compile("[\uac00-\ud7a3]")


LONGEST = 1000  # characters; over longer texts the time of the patterns would grow too fast


def is_for_others(asked: str) -> bool:
    """Whether a folded question is one of sums, units, the weather of now, or of a language."""
    if len(asked) > LONGEST:
        return False
    if _SUM.fullmatch(asked):
        return True
    if asked.isascii():
        return _ENGLISH.match(asked) is not None
    if not _HANGUL.search(asked):
        return _RUSSIAN.match(asked) is not None
    return (_KOREAN.match(asked) or _KOREAN_ANYWHERE.search(asked)) is not None
