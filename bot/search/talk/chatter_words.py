"""Words that people say around a question, in English, Russian and Korean.

Kept apart from `chatter.py` because they are plain lists that grow; in folded form.
"""

from __future__ import annotations

# One of these makes a clause chatter, where it holds nothing but them, function words and
# words that go along.
_ENGLISH = """
hi hey hello hiya howdy greetings thanks thank thx ta academic advance advice afaik afternoon
apologies apologise apologize appreciate archive archives argue argued arguing argument aside ask
asked asking asks assist assistance bet blog blogpost boss bother bothering boyfriend brain brief
briefing bugging busy caption chance chat chatbot chatting clarify class classmate client clients
clue clueless coffee colleague colleagues confirm confused confusing convo cross-check curiosity
curious dad daughter deadline debate debating desk dissertation disturb doc dumb dumbest
duplicate editor editors embarrassed embarrassing essay exam exams factcheck faq favor favour
figure filling flatmate fog forget forgetful forgets forgetting forgive forgot forgotten friend
gf girlfriend google googled googling grad grade grandma gm gn grandpa guess headline help
helpful helping helps hint homework hope hoping housemate husband idea ideas idk ignorance
ignorant information intern interrupt intrigued intro journo kid kids know knowing knowledge lazy
lecture lecturer library lookup lunch manager meeting memory mentor mind mom mum nagging need
needed nephew newb newbie newcomer newsletter newsroom niece noob obliged obvious off-topic
offtopic panic paper partner pester ping pinging podcast pop popped prep preparing presentation
producer prof professor project q qs query question questions quick quickie quiz racking random
reader readers recall reddit refresh refresher remember remembering remind reminded reminding
research researching roommate roommates rush saying scratch scratching script search searched
searching seminar settle settling silly slack slide slides somebody someone son spare squad stuck
student students studying stupid sub supervisor sure talk talked talking talks teacher teammate
tell telling tells tgif thesis tip tired tldr today's todays together tongue topic trivia trouble
troubling tutor tweet tweeting undergrad urgent urgently wife wiki wikipedia wonder wondered
wondering wonders workmate wracking write-up writeup writing you'd youd youre heyo yikes quickly
ugh anywhere mixing sense mess ages source sources link links siri alexa chatgpt gracias merci
danke grazie tia
blanked blanking phone typo typos bonjour ciao citation dyk enlighten fart innit jog kthxbye
listener lurker mmkay newbies noise oracle pizza pub squeezing spamming tnx ttyl tysm tyvm waiting
xoxo ahoy deck decks mix mixes confuse try tries context mate mates otherwise reckon reckons standup
answered bonus points cite
""".split()

# They say nothing of their own there: time of day, small words, kind words.
_ALONG = """
able actually afterwards alright amigo anyways archive archives article asap awesome bad balloon
best better big bit breakfast brilliant bro broad buddy call case cell chapter check cheers chief
coming community copy couple crew currently dad day days dear desperate dev devs dinner double
draft dude earlier early easy email end eod evening everybody everyone exactly excellent explain
fact fast fellas fifth final finish finished first folks following four fourth friday fridays fun
future general gentlemen gonna good great group guys haha handy happy hate heads hear heard hoho
holiday honest honestly hour hours house huge imagine important included interested interesting
internal job ladies last late later left life likely line little local lol long lot love lovely
mail max meanwhile message minute minutes missing mom moment monday month months morning mum name
nature need needed needing needs new news next nice night noon note notes number o office older
online outline part past people personally piece planning pleasant possible post posted pray
pretty print probably proper publish published publishing quote quoted reading real reply report
reports room rusty sanity saturday schedule school second section sentence serious session shame
short simple sitting slightly slip slipped slow somewhere soon sort sorta spent start started
starting starts begins story stuff sunday super supper tea teaching team tests text thank thanks
thanksgiving there think thinking third thought thoughts thread three thursday till tiny title
tomorrow tonight totally tricky triple try trying tuesday turn two uni university up useful usual
wait warm wednesday week weekend weeks weird whole wish word words work working works world worth
wrap year yesterday young respond random promise answer answers bunch due excuse spelling
wifi min mins hr hrs bed tmrw tmr tmw re rn wrong mistaken
""".split()

_RUSSIAN = """
привет приветствую здравствуйте здравствуй аврал бот ботик найду благодарен благодарна благодарю
буду вики викторина викторины вопрос вопроса вопросик вопросы вспомнить вспомню вылетело
выручайте глупый горит гуглил гуглила дедлайн диплом диплома дипломной доброго доклад доклада
докладу дочь друг другу дружище жена забываю забыл забыла задали задание задания запамятовал
запуталась запутался заранее знает знаете знать знаю извините извиняюсь интересно интересует
интересуюсь коллега коллеге коллегой курсовая курсовой лекции лекция любопытно муж напомни
напомните напрочь начальник начальница начальству обзора обсуждали объясните ответьте отвлекаю
памяти память погуглил погуглила подскажет подскажете подскажи подскажите подсказали помнит
помните помнить помню помоги помогите помочь понимаю понять поспорил поспорили презентации
презентацию презентация препод преподаватель прости простите разобраться редактор редактору
реферат реферата семинар семинара скажет скажете скажи скажите слушай слушайте смущайтесь спасибо
спор спорили спорим спрашивает спрашивал спрашивали спросить спрошу срочно срочный статьи студент
студентка сын точно требует туплю тупой ума уточните уточнить учитель учительница шеф школьник
экзамен экзамена экзамену сложно трудно добрые чуть беспокойство википедии википедия гугл
дурацкий засыпку источник источником источники курсе курсовую любопытства никак путаю путаюсь
сдавать словом уважаемый коротко дедлайн кратко ссылку ссылкой источник идеи пж срочняк
просветите склероз товарищи спорим интересуется эфир эфира строкой строчкой сломал сломала обеда
спрашиваю ищу
""".split()

_RUSSIAN_ALONG = """
большое большой был была быстро быстрый вас весь вечер вечера вечером вообще всем встреча
встречей встречи вчера голове голову горит давайте делаю день дня добрый дорогой жду завтра здесь
здравствуй здравствуйте интернете искал искала кажется канал канале команда кому-то коротко
маленький могла могу можете можно момент наверное наверняка нигде найти наступающим народ
небольшой никак новичок нужен нужна нужно обед обеда ответ ответа очередной первый перед пишу
пожалуйста понедельник понедельника привет приветствую простой раньше ребят ребята сделать
сегодня смог снова совсем срок сюда такой тема теме туда уже час женой мужем последний
последняя пишу одним головы помог урок урока утра утро ходу чат чате
честно этим ясно люди ой короче
второй вторая третий третья четвертый пятый понедельник вторник среду четверг пятницу субботу
надо всю минут минуты минуту через раз
""".split()

_KOREAN = """
안녕 안녕하세요 안녕하십니까 감사 감사드려요 감사드립니다 감사하겠습니다 감사합니다 강의 고마워
고마워요 고맙습니다 과제 과제가 과제라서 교수님이 궁금 궁금하네요 궁금한 궁금한데 궁금한데요
궁금합니다 궁금해 궁금해서 궁금해서요 급하게 급한데 급합니다 급해 급해요 기사 기사를 기억이
까먹어서 까먹었는데 나서 나서요 남편이 도와 도와주세요 도와줘 동료가 딸이 때문에 레포트 리포트
모르겠네 모르겠는데 모르겠어요 물어보는데 물어볼게 물어볼게요 물어봐서 미안 미안한데 바쁘신데
발표 발표가 발표용 발표인데 발표자료 중인데 중이라 중이에요 논문 논문에 찾아도 그렇고 뜬금없지만
갑작스럽지만 늦었지만 내기했는데 내기해서 싸웠는데 물어봐서요 궁금했는데 궁금했어요 질문이지만
급히 아침이에요 보고서 보고서에 부탁 부탁드려요 부탁드립니다 부탁합니다 부탁해 부탁해요 분 빨리
사장님이 상사가 선생님이 수업 수업에서 숙제 숙제가 숙제라서 숙제인데 시험 실례지만 실례합니다
아내가 아는 아들이 아무나 아시나요 아시는 아시면 알려 알려주세요 알려주시면 알려주실 알려줄
알려줘 알려줘요 에세이 여쭙니다 여쭤볼게요 여쭤봅니다 여쭤봐도 저기 저기요 죄송 죄송하지만
죄송한데 죄송한데요 죄송합니다만 질문 질문이 질문이요 질문인데 질문인데요 질문입니다 질문있어요
찾아줘 친구가 친구랑 팀장님이 혹시 확인 확인좀 확인해 확인해주세요 확인해줘 생각났는데 생각나서
까먹었어요 까먹었네요 아닌데 물어보셔서 물어보셔서요 급질 급질문 안나서 쓰는데 쓰다가 보다가
더요 연도만요 준비하다가 확인차 없는데 출처 출처도
출처도요 빨리요 알 출처 포함 친구들 시험인데 친구가 묻는데 찾아봐도 수고
""".split()

_KOREAN_ALONG = """
간단한 갑자기 아무리 없네요 없어요 안나와요 그건 바보 같은 전부터 예전부터 쓰는 급한 좋은 커피
기다리면서 전에 계세요 계신가요 그냥 그런데 근데 꼭 나 나는 내가 내일 내일까지 너무 누구 다들
답변 더 될까요 많이 매우 먼저 모두 미리 바로 사람 수 쓰고 쓰는 쓰는데 안 안녕 안녕하세요 여기
여러분 오늘 오늘까지 요 우리 이거 이것 있나요 있는데 있는데요 있어 있어요 있을까요 자료 작성 잘
잠깐 잠시만 저 저희 정말 제 제가 좀 준비 준비중 준비하는데 줄래 중 지금 진짜 필요 필요한데 필요해
필요해서 필요해요 하나 하나만 한 한번 해서 회의 별거 하나 더 그리고 아 뉴스 더요 줄로 가르쳐 나는데
있습니다 독자 첫번째 두 두번째 세 세번째 번째 나네요
""".split()


def _folded(*lists: list[str]) -> frozenset[str]:
    return frozenset(word.replace("ё", "е") for words in lists for word in words)


CHATTER = _folded(_ENGLISH, _RUSSIAN, _KOREAN)
ALONG = _folded(_ALONG, _RUSSIAN_ALONG, _KOREAN_ALONG)
"""What is typed before a question and is in few dictionaries, or is something else elsewhere."""

FIRST_PERSON = frozenset(
    "i im i'm ive i've id i'd ill i'll me my mine we we're weve we've our ours us myself я мне меня"
    " мой моя мои мое мы нам нас наш наша наше мну".split()
)
"""Nobody in a timeline speaks so: a clause that begins with one is about who asks."""

KNOWING = frozenset(
    "arguing argue asked asking asks ask bet curious debating find forget forgetting forgot"
    " forgotten idea know knowing need needs needed recall remember remind research researching"
    " tell telling told wonder wondered wondering wonders writing"
    " вопрос вспомнить вспомню забыл забыла забываю знает знать знаю интересно интересует напомни"
    " напомните нужно нужна нужен помню понять подскажет подскажете подскажи подскажите скажите"
    " спрашивает спросить уточнить".split()
)
"""Verbs by which somebody speaks of asking, in the words before a question."""

QUESTION_WORDS = frozenset(
    "when who whom whose what which where why how whens when's whos who's whats what's wheres"
    " where's hows how's"
    " когда кто кого кому что какой какая какое какие каком какого где куда почему зачем сколько"
    " чем 언제 누가 누구 무엇 뭐 무슨 어떤 어디 어디서 왜 몇 얼마나 어떻게".split()
)
AUXILIARIES = frozenset("did does do was were is are has have had could can would will".split())

CLOSING = frozenset(
    "any anybody anyone appreciate asap asking been cant can't cheers cos cuz danke for gracias"
    " approx citation correct grateful haha i id if im innit ive kthxbye link links mmkay precisely"
    " roughly source sources tnx ttyl tysm tyvm xoxo"
    " just lol merci much my need no please pls plz sorry ta thank thanks though tho thx tia ty"
    " whenever"
    " а буду для если заранее с кто можно нигде мне никак одним очень пожалуйста пож плиз"
    " пж благодарю горит дедлайн есть источник кратко коротко срочняк ссылку со только дату"
    " помогите подскажите спасибо спс"
    " срочно надо нужно всю одной"
    " 감사합니다 감사해요 고마워 고마워요 부탁드려요 부탁드립니다 부탁해 부탁해요 부탁합니다 아는"
    " 급해요 급해 급합니다 아무리 빨리 까먹었어요 감사 출처 기억이 연도만요"
    " 알 빨리요 출처도요 아시는 알려줘 알려주세요 알려줄 궁금해요 궁금합니다 혹시 좀".split()
)
"""Words with which the afterthought of a question begins."""
