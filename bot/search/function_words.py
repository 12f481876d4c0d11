"""Words that ask or chat but do not name anything, in English, Russian and Korean.

They carry no weight in a search. Kept apart from `terms.py` because they are plain lists
that grow; each is compared in folded form, as typed.
"""

from __future__ import annotations

_ENGLISH = """
a able about above across actually after again against ago ah all almost along already also
although always am among an and another any anybody anyone anything anyway are arent around as
ask asked asking at aware away back basically be because been before being below besides between
bit both briefly btw but by came can cant check colleagues come comes coming could couldnt
curious cuz data database date dated dates dear did didnt different do does doesnt doing done
dont down dude during each either else em end entry entries er etc even ever every everybody
everyone everything exact exactly fact facts far few find finding folks following for forget
forgot forgotten from full further gave general get gets getting give given gives go goes going
gone gonna good got gotta great guess guys had half hand happen happened happening happens
hardly has hasnt have havent having he hello help her here hers hey hi him his hm hmm how
however i id if ill im in info information instead into is isnt it its itself ive just keep kind
kinda kindly know known knows lately least less let lets like list lmk lol long look looked
looking looks lot lots made main mainly make makes many matter maybe me mean means mention
mentioned might mind mine more most mostly much must my name named need needed needs never nice
no nobody none nor not nothing now occur occurred occurs of off oh ok okay on once one ones only
onto or other others our ours out over own part particular per perhaps please pls plz point
possible probably put question quick quickly quite rather really recall regarding relevant
remember remembered remind reminder right said same saw say saying says second see seem seems
seen several she should show shows since so some somebody somehow someone something sometime
somewhere sorry sort specific still story stuff such suppose supposed sure take taken takes
taking team tell telling than thank thanks that thats the their them then there theres these
they theyre thing things think this those though thought through thus thx til till time timeline
times to today together told too took totally toward towards trivia try trying two ty u ugh uh
um under until up upon ur us use used using usually very via wanna want wanted wants was wasnt
way we well went were werent what whatever whats whatsoever when whenever whens where wheres
whether which while who whoever whom whos whose why will wish with within without wonder
wondering wont word wot would wouldnt wrong wrt ya yeah year years yep yes yet yo you your yours
yup anyones fyi asap lemme dunno gimme idk imo tho rn somebodys detail details timeframe article
bot next previous previously event events immediately directly altogether thread context
background summary cool helped helpful cheers morning evening weekend channel joke human robot
welcome awesome amazing bye goodbye okey cmon nah nope hiya howdy sup congrats tonight regards
grateful sincerely appreciate appreciated appreciates nerds nerd bother bothering essay homework
assignment slide slides slideshow presentation deadline writing wrote friend friends anyhow
honestly actual reckon vaguely faintly kindest history memory mate pal bud gang yall sec
recorded records record cast casts finally eventually ultimately news update updates often
theyll theyve theyd youll youve youd youre hes shes weve itll itd thatll thatd wholl whove whod
whatll whered whyd howd hows shouldnt mustnt neednt shouldve couldve wouldve mightve mustve
""".split()

_RUSSIAN = """
а без более больше будет будто бы был была были было быть в вам вас вдруг ведь весь видел во
вообще вопрос вот впервые все всего всегда всем всех всю всё вспомнить вы где да дай дайте дата
даты даже для до ее её ему если есть еще ещё ж же за знает знаете знаешь знать и из или им имел
именно их к как какая какие каким каких какого какое какой какую когда кого коллеги ком кому
конечно короче кто куда кем ли либо лишь между меня мне много мог могу может можно мой моя мы на
над надо найди найти нам напомни напомните нас наш не него нее ней нет ни нибудь никогда ним них
ничего но ну о об один одна однако он она они оно опять от отчего ой очень первый перед по под
подскажи подскажите пожалуйста пока помнит помните помнишь помню покажи покажите после потом
потому почему почти пож плиз привет при про произошло происходило происходит просто разве
расскажи расскажите с сам самый свой своей своего свою себе себя сейчас скажи скажите сколько
слышал случилось со состоялась состоялся состоялось спасибо список так такая также такие такого
такое такой там тебя тем теперь то тогда того тоже той только том тому тот три тут ты у уж уже
хочу хоть хотя чего чей чем через что чтоб чтобы чья чуть эта эти этим этих это этого этой этом
этот эту я год года году годом годах годы лет г гг раз раза числа число день дня известно
известен события событие событий событиях произошли произошел произошла когда-нибудь
здравствуйте народ ребята друзья слушайте кстати интересно рассказать найдите каком какому каков
какова каково каковы каковой чьей чьем чьего чьих момент подсказать напомнить скажем
""".split()

_KOREAN = """
언제 누가 누구 누구를 누구와 무엇 무엇을 뭐 뭘 뭐가 무슨 어떤 어디 어디서 어디에서
어떻게 왜 몇 몇번 얼마나 얼마 그 그리고 그때 이 저 것 거 좀 혹시 알려줘
알려주세요 알려 줘 주세요 알고 싶어 싶어요 싶습니다 궁금해 궁금해요 궁금합니다 말해줘
보여줘 찾아줘 있나요 있어 있어요 있었나요 있었어 있었어요 있습니까 있었습니까 했나요
했어 했어요 했습니까 했지 했죠 한 하는 할 된 되었나요 됐나요 됐어 됐어요 되었습니까
인가요 이었나요 였나요 일어났나요 일어났어 일어난 일 일이 대해 대해서 대한 관해 관한
관련 관련된 날짜 날 해 년 년에 월 월에 일에 때 적 적이 적은 수 처음 처음으로
가장 첫 마지막 마지막으로 몇년 몇년도 며칠 무슨일 무슨일이 안녕 안녕하세요 감사합니다
고마워 요 나요 알아 알아요 아시나요 아는 사람 기억 기억나 기억나는 분 그거 정확히
다시 또 및 등 간 하고 에 대 사이 사이에 있었나 있었는지 있었던 있던 했던 있을까
있을까요 였지 이었지 였어 였더라 언제였지 언제지 언제야 언제더라 뭐였지 누구였지
되나요 하나요 합니까 하나 되나 되었나 되었지 게 건 걸 거야 거지 간 온 본 낸 준 왔어 갔어 언제예요
언제였죠 언제였나 언제인가 언제인지 연도 년도 몇년도에 누구였지 누구였나 누구야 누구지 뭐야 뭐지
무엇인가 어디야 어디지 어디였지 얼마였지 그런데 근데 그래서 그러면 그럼 우리 제가 내가 저는 나는
시기 시기는 시기가 시점 시점은 시점이 날은 날이 날짜는 날짜가 연도는 연도가 해는 몇일 몇일에
며칠에 뭐라고 뭐라 알려줄래 알려주실래요 가르쳐줘 가르쳐주세요
최근 최근에 지금 혹시나
말이야 건가 건가요 때는 때가 후에 전에 이후 이전 동안
""".split()

FUNCTION_WORDS: frozenset[str] = frozenset(
    word.replace("ё", "е") for word in (*_ENGLISH, *_RUSSIAN, *_KOREAN)
)

# Single letters are left over from spoken forms and initials; no timeline means them alone.
FUNCTION_LETTERS: frozenset[str] = frozenset("abcdefghijlmnopqrstuvwxyz")
