"""What people say that asks nothing: greetings, thanks, a nod; and a kind word back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from bot.answers.wording.choosing import wording_for
from bot.search.talk.talk_forms import read_form
from bot.search.terms import fold
from bot.search.threads.turns import Turn

LONGEST = 80  # characters; whoever writes more has something to ask
KEPT = 64  # messages whose talk is at hand: each is looked at more than once
_CLAUSE_END = re.compile(r"[.,;:!?…\n]+|\s[-–—]+\s")
_SEVERAL = re.compile(r"[.,;:!?…\n–—-]\s*\w")  # clauses, at least by the looks


class Talk(StrEnum):
    """What somebody says beside questions, in the order in which it matters, of several."""

    NEW_QUESTION = "new question"
    HELP_ME = "help me"
    HOW_ARE_YOU = "how are you"
    ELSEWHERE = "elsewhere"  # an order for what no timeline holds: a joke, other rules
    ABOUT_ME = "about me"  # what the bot is like, does or thinks
    WISH = "wish"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    GREETING = "greeting"
    PRAISE = "praise"
    INSULT = "insult"
    NOD = "nod"


# Who says one of these has what was wanted, and asks for nothing more.
FAREWELLS = frozenset({Talk.THANKS, Talk.GOODBYE, Talk.PRAISE, Talk.NOD})

# What is said word for word, by language.
_SAID: dict[Talk, dict[str, str]] = {
    Talk.NEW_QUESTION: {
        "en": "new question|another question|new topic|different question|start over",
        "ru": "новый вопрос|другой вопрос|новая тема|другая тема|сменим тему|начнём сначала"
        "|начать сначала|начать заново",
        "ko": "새 질문|새로운 질문|다른 질문|새 주제|새로운 주제|다른 주제|다시 시작|처음부터 다시",
    },
    Talk.HELP_ME: {
        "en": "help me|can you help|can you help me|could you help me|i need help|help please"
        "|please help",
        "ru": "помоги|помогите|помоги мне|помогите мне|мне нужна помощь|нужна помощь|можешь помочь"
        "|можете помочь|ты можешь помочь|вы можете помочь|можешь мне помочь|можете мне помочь",
        "ko": "도와줘|도와주세요|도와줘요|도와 주세요|도와 줘|도와줄 수 있어|도와줄래"
        "|도와주실 수 있나요|도와주실 수 있어요|도움이 필요해|도움이 필요해요|도움이 필요합니다",
    },
    Talk.HOW_ARE_YOU: {
        "en": "how are you|how are you doing|how do you do|how is it going|hows it going"
        "|how s it going|how are things|how r u|how are u|how r you|hru|whats up|what s up|sup"
        "|wassup|whassup|wazzup|what up",
        "ru": "как дела|как твои дела|как ваши дела|как ты|как вы|как поживаешь|как поживаете"
        "|как жизнь|как настроение|как оно",
        "ko": "잘 지내|잘 지내요|잘 지내세요|어떻게 지내|어떻게 지내세요|어떻게 지내요|잘 지냈어"
        "|잘 지냈어요|잘 지내셨어요|요즘 어때|요즘 어때요|요즘 어떠세요|기분 어때|기분이 어때",
    },
    Talk.THANKS: {
        "en": "thanks|thank you|thankyou|thx|ty|cheers|much appreciated|appreciated|tysm",
        "ru": "спасибо|благодарю|спс|благодарим|пасиб|спасибочки|сенкс|признателен|признательна",
        "ko": "감사합니다|감사해요|감사|감사해|감사드립니다|고마워|고마워요|고맙습니다|고맙네"
        "|고맙네요"
        "|땡큐|ㄱㅅ",
    },
    Talk.GOODBYE: {
        "en": "bye|goodbye|good bye|bye bye|see you|see ya|cya|good night|have a nice day"
        "|have a good day|later|farewell",
        "ru": "пока|до свидания|до встречи|спокойной ночи|доброй ночи|до скорого|до завтра|увидимся"
        "|всего доброго|всего хорошего|хорошего дня|хорошего вечера|прощай|прощайте",
        "ko": "안녕히 계세요|안녕히 가세요|안녕히 주무세요|잘 가|잘 가요|잘 있어|잘 있어요|잘 자"
        "|바이"
        "|바이바이|또 봐|또 봐요|나중에 봐|나중에 봐요|내일 봐|내일 봐요|좋은 하루 보내세요"
        "|수고하세요|수고했어요|수고하셨어요|수고하셨습니다|수고",
    },
    Talk.GREETING: {
        "en": "hi|hello|hey|hiya|howdy|yo|good morning|good afternoon|good evening|good day"
        "|morning|evening|greetings",
        "ru": "привет|здравствуйте|здравствуй|добрый день|доброе утро|добрый вечер|приветствую"
        "|доброго дня|доброго утра|доброго вечера|день добрый|утро доброе|вечер добрый|приветик|хай"
        "|салют",
        "ko": "안녕|안녕하세요|안녕하십니까|좋은 아침|좋은 아침입니다|좋은 아침이에요"
        "|좋은 저녁입니다"
        "|반갑습니다|반가워|반가워요|하이|헬로",
    },
    Talk.PRAISE: {
        "en": "you rock|you rule|love you|i love you|love it|i love it|i like you|bravo|kudos"
        "|respect|good work|nice work|great work|great job|nice job|good one|nice one|good answer"
        "|great answer|nice answer|brilliant|amazing|fantastic|wonderful|impressive|neat|sweet"
        "|that was quick|that was fast|that was great|that was helpful|that helps|that helped"
        "|very helpful|helpful|exactly what i needed|just what i needed|keep it up|way to go",
        "ru": "люблю тебя|я тебя люблю|обожаю тебя|браво|респект|умница|умничка|красава|красавчик"
        "|хороший ответ|отличный ответ|хорошая работа|отличная работа|так держать|супер бот"
        "|лучший бот|ты супер|ты крут|ты крутой|ты лучший|ты лучшая|ты молодец|вы молодцы"
        "|ты умный|ты гений|ты прелесть|ты чудо|впечатляет|потрясающе|быстро ты|очень помог"
        "|очень помогло|это помогло|ты очень помог|то что нужно",
        "ko": "사랑해|사랑해요|사랑합니다|똑똑하네|똑똑하네요|똑똑해|대단해|대단해요|대단하네"
        "|대단하네요"
        "|대단합니다|멋지다|멋지네|멋지네요|훌륭하네|훌륭하네요|짱|짱이야|천재|천재네|천재야|천재네요"
        "|착하네|너 최고|네가 최고야|넌 최고야|도움이 됐어|도움이 됐어요|도움이 되었습니다"
        "|빠르네|빠르네요|브라보|역시",
    },
    Talk.INSULT: {
        "en": "shut up|go away|get lost|i hate you|hate you|you suck|this sucks|that sucks|wtf"
        "|screw you|piece of junk|piece of crap|piece of garbage|you piece of junk"
        "|you useless piece of junk|you useless piece of crap|useless piece of junk|bad answer"
        "|wrong answer|dumb answer|stupid answer|useless answer|what a dumb answer|what nonsense"
        "|what a stupid answer|nonsense|rubbish|bullshit|crap|damn|this is useless|that is useless"
        "|this is stupid|this is wrong|that is wrong|thats wrong|that s wrong|you are wrong"
        "|youre wrong|you re wrong|idiot|moron|loser|learn to read|can you read|cant you read"
        "|can t you read|read the question|read it again|pay attention|are you stupid|are you dumb"
        "|are you blind|are you deaf|do better|you had one job|makes no sense|that makes no sense"
        "|this makes no sense|get a brain|learn to listen|get it right",
        "ru": "заткнись|замолчи|отстань|отвали|уйди|уходи|пошёл вон|иди отсюда|ненавижу тебя"
        "|я тебя ненавижу|дурак|дура|идиот|придурок|болван|тупица|тупой|глупый|бесполезный"
        "|ты тупой|ты дурак|ты идиот|ты глупый|ты бесполезен|ты бесполезный|какой ты тупой"
        "|научись читать|читать научись|учись читать|ты читать умеешь|ты что тупой"
        "|чушь|ерунда|бред|фигня|глупости|плохой ответ|глупый ответ|тупой ответ|плохой бот"
        "|это неправда|это неверно|неправильно|неверно|ты не прав|ты ошибся|какая чушь|полный бред",
        "ko": "바보|바보야|바보네|멍청이|멍청아|멍청해|멍청하네|멍청하다|닥쳐|시끄러워|꺼져"
        "|저리 가|싫어"
        "|미워|쓸모없어|쓸모없네|쓸모없다|쓸모없는|멍청한|바보 같은|답답해|답답하네|짜증나|짜증나네"
        "|틀렸어|틀렸어요|틀렸네|틀렸습니다|헛소리|헛소리야|별로야|별로네|별로네요|엉터리|엉터리네"
        "|너 바보야|넌 바보야",
    },
    Talk.NOD: {
        "en": "ok|okay|okey|k|kk|lmao|rofl|wow|cool|nice|great|good|perfect"
        "|awesome|excellent|got it|i see|understood|sure|right|alright|all right|fine|yes|yep"
        "|yeah|no|nope|no problem|never mind|nevermind|interesting|well done|good job|good bot"
        "|sorry|hmm|hm|oh|ah|fair enough|oops|my bad|wrong channel|wrong chat",
        "ru": "ок|окей|хорошо|ладно|понятно|всё понятно|понял|поняла|ясно|ага|угу|да|нет|неа|лол"
        "|отлично|супер|класс|круто|здорово|вау|ого|прекрасно|замечательно|великолепно|идеально"
        "|принято|конечно|точно|верно|норм|нормально|без проблем|неважно|не важно|интересно"
        "|молодец|хороший бот|хорошая работа|извини|извините|прости|простите|хм|ох|ах",
        "ko": "네|예|응|아니|아니요|좋아|좋아요|좋네|좋네요|좋습니다|알겠습니다|알겠어|알겠어요"
        "|알았어"
        "|알았어요|오케이|그래|그래요|그렇군|그렇군요|ㅇㅋ|ㅇㅇ|대박|와|우와|멋져|멋져요|훌륭해"
        "|훌륭합니다|완벽해|완벽합니다|최고|최고야|최고예요|맞아|맞아요|물론|물론이죠|괜찮아"
        "|괜찮아요"
        "|됐어|됐어요|재미있네|재미있네요|재밌네|재밌네요|흥미롭네요|잘했어|잘했어요|미안|미안해"
        "|미안해요|죄송해요|죄송합니다|음|흠|아하",
    },
}
# What is said of somebody, whichever words lead to it: "you're a star", "stupid bot".
_OF_YOU = "you are|youre|you re|u r|ur|u are|you were|this bot is|the bot is|what a|such a"
_PRAISED = (
    "star|legend|hero|genius|angel|gem|champ|champion|lifesaver|life saver|best|great|good|amazing"
    "|awesome|brilliant|smart|clever|helpful|kind|nice|sweet|cool|funny|perfect"
    "|fantastic|wonderful|treasure|wizard|lovely|cute"
)
_SCOLDED = (
    "idiot|moron|fool|stupid|dumb|useless|bad|terrible|awful|horrible|wrong|slow|boring|annoying"
    "|worthless|rubbish|trash|garbage|joke|liar|lame|crazy|loser|disappointing|hopeless|worst|silly"
)
# Words that go along with any of them and say nothing more.
_BESIDE = (
    "already|a lot|a bunch|so much|very much|so|much|very|again|there|bot|timeline|everyone"
    "|everybody|all|team|guys|folks|friend|then|for now|for that|for the help|for your help|to you"
    "|you|please|and|today|tomorrow|tmrw|seriously|honestly|really|fr|mate|buddy|pal|bro|dude|man|legend|champ"
    "|большое|огромное|очень|всем|бот|тебе|вам|за помощь|за ответ|за это|пожалуйста|ещё раз|снова"
    "|ребята|друзья|дружище|тогда|и|народ|коллеги|ну|а|же|бро|брат|серьезно|правда"
    "|정말|정말로|진짜|너무|아주|많이|모두|여러분|봇|친구|그럼|다시|또|답변|도와주셔서|도와줘서"
    "|알려주셔서|알려줘서"
)
_ARTICLES = ("", " a", " an", " the", " so", " such a", " really", " very", " totally", " just a")
_LAUGH = re.compile(f"lo+l|a?(?:ha)+h?|а?(?:ха)+|[{fold('ㅋㅎ')}]+")


_WORD = re.compile(r"\w+")


def plain_words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` without anything that stands between them."""
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=KEPT)
def read_talk(text: str) -> tuple[Talk, str] | None:
    """Return what the whole of `text` says if it asks nothing, and the language it is in."""
    said = _read_clause(text)
    if said is not None or len(text) > LONGEST or not _SEVERAL.search(text):
        return said
    parts = []
    for clause in _CLAUSE_END.split(text):
        part = _read_clause(clause)
        if part is None and not _is_beside(clause):
            return None
        parts += [part] if part is not None else []
    return _weightiest(parts)


def _read_clause(text: str) -> tuple[Talk, str] | None:
    words = tuple(_WORD.findall(fold(text)))
    said = _read_phrases(words) if len(text) <= LONGEST else None
    if said is not None:
        return said
    form = read_form(text, " ".join(words))
    return (Talk(form[0]), form[1]) if form is not None else None


def _is_beside(clause: str) -> bool:
    """Whether a clause is made of words that go along with talk and say nothing more."""
    return all((word,) in _PHRASES for word in _WORD.findall(fold(clause)))


def _weightiest(said: Sequence[tuple[Talk, str]]) -> tuple[Talk, str] | None:
    return min(said, key=lambda one: _WEIGHT[one[0]], default=None)


def _read_phrases(words: tuple[str, ...]) -> tuple[Talk, str] | None:
    """Return what words say that are nothing but phrases of talk."""
    if not words or not _may_open(words[0]):
        return None  # most questions
    said: list[tuple[Talk, str]] = []
    while words:
        length = next((n for n in range(min(LONGEST_PHRASE, len(words)), 0, -1)
                       if words[:n] in _PHRASES), 0)  # fmt: skip
        if length:
            said += [meant for meant in [_PHRASES[words[:length]]] if meant]
        elif _LAUGH.fullmatch(words[0]):
            said.append((Talk.NOD, _language(words[0])))
        else:
            return None
        words = words[max(1, length) :]
    return _weightiest(said)


def _may_open(word: str) -> bool:
    """Whether something that asks nothing may begin with a folded word."""
    return word in _OPENINGS or _LAUGH.fullmatch(word) is not None


def reply_to(talk: Talk, language: str) -> str:
    """Return a kind word back, in the same language."""
    return wording_for(language).replies[talk.value]


def asking_turns(context: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return the turns that a question may lean on: since a new one began, without small talk."""
    kept: list[Turn] = []
    is_talk = False
    for turn in context:
        if turn.is_question:
            talk = read_talk(turn.text)
            is_talk = talk is not None
            if talk is not None and talk[0] is Talk.NEW_QUESTION:
                kept.clear()
        if not is_talk:
            kept.append(turn)
    return tuple(kept)


def is_new_question(text: str) -> bool:
    """Whether somebody wants to leave what was asked before behind."""
    found = read_talk(text)
    return found is not None and found[0] is Talk.NEW_QUESTION


def _language(word: str) -> str:
    if word.isascii():
        return "en"
    return "ru" if "а" <= word[0] <= "я" else "ko"


def _phrases() -> dict[tuple[str, ...], tuple[Talk, str] | None]:
    found: dict[tuple[str, ...], tuple[Talk, str] | None] = {
        plain_words(phrase): None for phrase in _BESIDE.split("|")
    }
    for talk, words in ((Talk.PRAISE, _PRAISED), (Talk.INSULT, _SCOLDED)):
        for word in words.split("|"):
            said = [f"{word} bot", f"{word} machine"]
            for lead in _OF_YOU.split("|"):
                said += (f"{lead}{article} {word}" for article in _ARTICLES)
            found.update((plain_words(one), (talk, "en")) for one in said)
    for talk, by_language in _SAID.items():
        for language, phrases in by_language.items():
            found.update((plain_words(p), (talk, language)) for p in phrases.split("|"))
    return found


_PHRASES = _phrases()
_OPENINGS = frozenset(words[0] for words in _PHRASES if words)
_WEIGHT = {talk: place for place, talk in enumerate(Talk)}
LONGEST_PHRASE = max(map(len, _PHRASES))
