"""Words that ask or chat but do not name anything, in English, Russian and Korean.

They carry no weight in a search. Kept apart from `terms.py` because they are plain lists
that grow; each is compared in folded form, as typed.
"""

from __future__ import annotations

from bot.search.language.korean_words import KOREAN_FUNCTION_WORDS

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
yup anyones fyi asap lemme dunno gimme idk imo tho rn somebodys detail details
timeframe article
bot next previous previously event events immediately directly altogether thread context
background summary cool helped helpful cheers morning evening weekend channel joke human robot
welcome awesome amazing bye goodbye okey cmon nah nope hiya howdy sup congrats tonight regards
nearly officially formally originally initially successfully supposedly allegedly apparently
grateful sincerely appreciate appreciated appreciates nerds nerd bother bothering essay homework
assignment slide slides slideshow presentation deadline writing wrote friend friends anyhow
honestly actual reckon vaguely faintly kindest history memory mate pal bud gang yall sec
recorded records record cast casts finally eventually ultimately news update updates often
according soon theyll theyve theyd youll youve youd youre hes shes weve itll itd thatll thatd
wholl whove whod whatll whered whyd howd hows shouldnt mustnt neednt shouldve couldve wouldve
mightve mustve smth sth vs versus llc ltd inc plc gmbh jsc
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
какова каково каковы каковой чьей чьем чьего чьих момент подсказать напомнить скажем зачем
откуда насколько докуда покуда отсюда оттуда туда сюда здесь тут наша наше нашего нашей нашем
нашему наши нашим нашими наших нашу ваш ваша ваше вашего вашей ваши ваших вашу моего моей моих
свои своих своим своими своем ведь именно точно точная точную вроде кажется помнится мол якобы
однажды конкретно примерно че чё шо чо скока када блин плз пжл пжлст спс добрый доброе
доброго доброй вечер вечера утро суток времени ребят ребятки видели читал читала читали слышала
слышали слыхал помоги помогите поможет поможете нужна нужно нужен хотел хотела хотелось узнать
выяснить уточнить уточни уточните правда верно действительно неужели эй алло бот боту интересует
интересуют скинь скиньте гляньте напиши напишите назови назовите говорят итак значит типа
вон эту этому этими тех теми всей всему весьма очень оно нам нами вами ею ним нему ней происходила
происходил происходили произошла случился случилась случились бывал бывала бывали бывает имела
имели имело имеет имеют являлся являлась является стало стать следующий следующая следующее
следующие следующего следующей следующем следующему следующую следующим следующих предыдущий против
зовут звали звать назывался называлась называлось называется длился длилась длилось длится
продлился продлилась продлилось продолжался продолжалась продолжалось
делал делала делали делает делают делать сделал сделала сделали сделать
чью чьим чьими чьему чьею его который которая которое которые которого которой которому которым
которую которых которыми котором насчет раньше ранее позже позднее дней днем дням днями днях таки
вернее точнее собственно впрочем оба обе обеих обоих смог смогла смогли могла могло могли мог ихний
ихнего ихнюю ихние ихней го ый ого ому ых время времена
предыдущая предыдущее предыдущие предыдущего предыдущей предыдущем предыдущую предыдущим
""".split()

# Cries, laughter and what is shortened in chat: these may stand anywhere in a question. Left out
# are those that are names and things as well: "ERM", "Da", "Fr", "ATM".
_CRIES = """
rly srsly smt smthn ppl bcs coz cuz tbh imho afaik iirc abt thru prob probs defo pls plss plsss
plzz thnx thanx tnx tysm omg omgg omfg omw wtf wth lolol lmao lmfao rofl ngl sorta wat wut teh gr8
okie okies kk yea meh ughh argh aargh mhm uhh uhhh umm ummm ahh ahhh ohh ohhh ooh oooh wow whoa
oops huh duh yoo heya bro bruh heyy hii hiii soo anyways literally sry soz haha hahaha hehe hihi
heh jk nvm ffs smh irl fwiw ofc obv obvs legit yikes ayy oi gosh jeez geez crikey blimey darn damn
dammit heck crap alas voila hmph pff pfft psst tsk aha alright alrighty righto okeydoke gday
eek phew whew
yay yayy woah sheesh tmrw ikr icymi xd ish
имхо кароч короч щас ща ваще вощем вобщем вообщем норм пасиб пасиба пасибо пасип пасибки спасибки
пжста пжалста здрасте здрасьте приветик приветики приветствую чувак братан братцы пацаны девчат
ребзя гайз оу ого ух хм хмм хммм ага угу ладно окей окэй лол кек ржу ахах ахаха хаха хахаха хех
нифига офигеть вау упс эх ох ах слышь слуш плииз дарова здарова хелп сорри сори сорян извиняюсь
простите прям прямо чето чет нить тупо кста оч сенкс понял дык реально честно
있잖아 있잖아요 아니 글쎄 얘들아 님들 님들아 형님 아놔 대박 헐 와우 우와 아하 엥 흠 안뇽 헬로 하이루
방가 안녕하세욤 죄송 제발 플리즈 쌤 선생님 오오 아아 앗 아이고 어머 그니까 암튼 아무튼 사실 솔직히
갑자기 문득 급질 혹쉬 걍 쫌 ㄹㅇ ㅇㅇ ㅎㅇ ㄱㅅ
""".split()

# Before a name they ask for nothing; what else stands behind them is a name.
FORMS_OF_ADDRESS = frozenset("mr mrs mister".split())

FUNCTION_WORDS: frozenset[str] = KOREAN_FUNCTION_WORDS.union(
    FORMS_OF_ADDRESS,
    (word.replace("ё", "е") for word in (*_ENGLISH, *_RUSSIAN, *_CRIES)),
)

# Single letters are left over from spoken forms and initials; no timeline means them alone.
FUNCTION_LETTERS: frozenset[str] = frozenset("abcdefghijlmnopqrstuvwxyz")
