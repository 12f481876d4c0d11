"""In which forms somebody speaks to a bot in English, of itself or of what no timeline holds.

Each form is of a whole message in small letters, its words with single spaces between them.
"""

from __future__ import annotations

# Any words to the end of what is said, unless they begin to ask something, or tell a number.
_REST = (
    r"(?: (?!(?:when|who|whom|whose|what|which|where|why|how|did|was|were|whens|whos"
    r"|\d+)(?: |$))\w+){0,12}"
)
LEAD = (
    r"(?:(?:so|ok|okay|hey|hi|hello|lol|haha|wow|well|and|but|oh|seriously|honestly|man|dude"
    r"|omg|system|please|pls|bot|just|now|then|first|great|again) )*"
)
_WISHED = (
    r"(?:(?:can|could|would|will) (?:you|u) (?:please |pls |just |maybe )?"
    r"|i (?:want|need) you to |you (?:must|should|will) )?"
)
_ADVERB = r"(?:(?:really|even|actually|just|still|only|secretly|ever|also|so|very|truly|always) )*"
_YOU_ARE = r"(?:you are|you re|youre|u r|ur|u are|are you|r u|this bot is|the bot is|bot is)"
_SCOLDING = (
    r"(?:idiot|moron|fool|stupid|dumb|useless|terrible|awful|horrible|worthless|rubbish|trash"
    r"|garbage|liar|lame|loser|hopeless|worst|silly|crap|junk|clueless|brainless|pathetic"
    r"|incompetent|slow|boring|annoying|disappointing)(?:e?r|e?st|ic|s|ly)?"
)
_STUPID = (
    r"(?:idiotic|stupid|dumb|useless|worthless|lame|brainless|pathetic|incompetent|silly|crappy"
    r"|moronic|stupidest|dumbest)"
)
_MACHINE = (
    r"(?:bot|machine|robot|thing|ai|computer|program|app|tool|software|chatbot|assistant"
    r"|piece of \w+|excuse for an? \w+)"
)
_MAKING = r"(?:wrote|built|made|programmed|designed|coded|created|trained|invented|developed)"
_DEVISED = (
    r"(?:poems?|songs?|lyrics|limericks?|haikus?|sonnets?|rap|jokes?|puns?|riddles?|odes?"
    r"|bedtime story|funny story|scary story|fairy tale|essay|cover letter|regex|python \w+"
    r"|shell script|birthday card|love letter|match report)"
)
_LIVING = (
    r"(?:sleep|eat|dream|feel|drink|cry|laugh|dance|sing|love|like|hate|believe|get tired"
    r"|get bored|speak|have (?:an? |any |your |even an? )?(?:feelings?|brains?|soul|name|family"
    r"|friends?|hobby|hobbies|pets?|birthday|job|boyfriend|girlfriend|favou?rite\w*))"
)
_BEING = (
    r"(?:human|robot|bot|person|ai|machine|real|alive|there|awake|up|ok|okay|sentient|conscious"
    r"|single|married|happy|sad|tired|busy|ready|angry|mad|hungry|woman|girl|boy|gpt|chatgpt|llm"
    r"|computer|drunk|blind|deaf|asleep|lonely)"
)
_DAYS = (
    r"(?:birthday|new year|christmas|xmas|easter|holidays?|thanksgiving|halloween|anniversary"
    r"|valentines? day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|hump day|pride)"
)
_US = r"(?:you|us|all|everyone|everybody|the team|team|folks|guys|both|our \w+|my \w+|bot|u)"

# What is ordered, politely or not.
_ORDERS = (
    r"(?:ignore|disregard|forget) (?:all|any|your|the|my|every|everything|previous"
    r"|what|whatever|those|these|about) (?:\w+ ){0,4}?(?:instructions?|rules|prompts?"
    r"|timeline|sources|restrictions|guidelines|above|told|training|and)\b.*",
    r"(?:ignore|disregard|forget|override|bypass) (?:all |any )?(?:your|previous|prior"
    r"|safety|system) (?:\w+ )?(?:instructions?|rules|prompts?|filters?|restrictions)\b.*",
    r"(?:pretend|roleplay|role play|act (?:as|like)) (?:to|you|youre|that|there|an?|i"
    r"|my|the|if)\b.*",
    r"(?:reveal|show|print|output|display|dump|leak|give|tell|share|expose|read|send"
    r"|list) (?:\w+ ){0,4}?(?:system prompts?|prompts?|api keys?|slack tokens?|access tokens?"
    r"|environment variables|your (?:\w+ )?(?:instructions|rules|passwords?|config\w*|tokens?"
    r"|secrets|guidelines|settings))\b.*",
    r"repeat (?:after me|the (?:words?|text|phrase|line|above)|everything|yourself)"
    r"\b.*",
    rf"(?:write|compose|sing|make up|invent|generate|make|tell|read|give|rap)"
    r"(?: (?:me|us|everyone|the team))? (?:an?|some|your|another|one) "
    rf"(?:\w+ ){{0,2}}?{_DEVISED}\b{_REST}",
    r"(?:summari[sz]e|translate|rewrite|proofread) (?:the|this|that) (?:text|message"
    r"|paragraph|page|email|document|sentence|above)(?: (?:above|below|please|pls|for me))*"
    r"(?: (?:in|into|to) .*)?",
    r"translate .* (?:in)?to \w+(?: please| pls)?",
    r"(?:play|put on) (?:me |us )?(?:some|a|my|that) (?:\w+ ){0,2}?"
    r"(?:music|jazz|songs?|playlist|tunes?)",
    rf"(?:recommend|suggest) (?:me |us )?(?:an?|some|something)\b{_REST}",
    r"(?:set|start) (?:me )?an? (?:timer|alarm|reminder)\b.*",
    r"(?:dance|sing|make me laugh|entertain me|cheer me up)(?: (?:for|with) \w+)?",
)

WHOLE: dict[str, tuple[str, ...]] = {
    "elsewhere": (
        r"(?:please )?(?:enter|enable|activate|switch to|turn on) (?:developer|admin|debug|god|dan"
        r"|jailbreak) mode\b.*",
        rf"say (?:something|anything|hello|hi|hey|cheese|a \w+){_REST}",
        rf"{_WISHED}(?:{'|'.join(_ORDERS)})",
        r"(?:respond|reply|answer) (?:only|just) (?:in|with)\b.*|let s play a game\b.*"
        r"|(?:flip a coin|roll a dice?|roll the dice|guess a number|pick a number)\b.*",
        r"(?:\w+ ){0,8}?your (?:\w+ )?(?:prompts?|instructions|configuration|system message"
        r"|source code|training data)\b.*",
        r"you are now (?:in|an?|my|the|dan|free|not|going|no)\b.*",
        rf"(?:lunch|coffee|beers?|pizza|sushi|drinks?|breakfast|dinner|ramen|tea)(?: \w+){0, 3} "
        r"(?:anyone|anybody|guys|team|folks)",
        r"(?:anyone|anybody|who s|whos|who is) (?:up |in |down |hungry )?for (?:some |a )?(?:lunch"
        r"|coffee|beers?|pizza|sushi|drinks?|breakfast|dinner|ramen|tea|walk)\b.*",
        r"from now on (?:you|answer|only|reply|respond|act|speak|talk|pretend|call|your)"
        r"\b.*",
        rf"what (?:is |are |s |were )?(?:your|the (?:system|admin|hidden|root)) (?:\w+ )?"
        rf"(?:prompts?|instructions|rules|passwords?|config\w*|guidelines|tokens?){_REST}",
    ),
    "praise": (
        r"(?:you|u) (?:rock|rule|made my day|make me (?:laugh|happy|smile))(?: (?:bot|so much))*",
        rf"{_YOU_ARE} (?:\w+ )?(?:the|a|an|my|so) (?:\w+ )?(?:best|greatest|smartest|coolest|nicest"
        r"|favou?rite|good|great|smart|clever|lovely|cool|nice) (?:bot|machine|robot|friend"
        r"|assistant|thing|tool|one)(?: (?:ever|seriously|i|have|we|of|all|in|the|world|here))*",
    ),
    "insult": (
        rf"(?:are|do|did|can) (?:you|u) even \w+{_REST}|what a waste of (?:time|electricity|energy"
        r"|space|money|cpu|power|breath)(?: \w+){0,2}|get out of here(?: \w+){0,3}",
        r"(?:this|that) (?:thing|bot|crap|app|tool) (?:never|doesn t|doesnt|still doesn t|does not)"
        r" works?(?: \w+)?",
        rf"{_YOU_ARE} (?:\w+ ){{0,4}}?{_SCOLDING}{_REST}",
        r"(?:this|that|it)(?: is| s) (?:such |just |so |total |complete |utter )*(?:garbage|trash"
        r"|crap|rubbish|bullshit|stupid|useless|nonsense|pathetic|ridiculous|junk)",
        rf"{_YOU_ARE} (?:about )?(?:as|less) \w+ (?:as|than){_REST}",
        rf"(?:(?:what|such) an? |shut up |ugh |you )*(?:\w+ )?{_STUPID} (?:\w+ )?"
        rf"{_MACHINE}{_REST}",
        rf"(?:the )?(?:worst|slowest|most \w+|dumbest|stupidest) (?:bot|chatbot|assistant"
        rf"|tool|app|robot) (?:ever|i|in|on|of){_REST}",
        rf"(?:what an? |such an? )(?:\w+ )?(?:idiot|moron|fool|loser|joke|liar|piece of"
        rf" \w+){_REST}",
        r"(?:my|our|even|an?) (?:\w+ ){1,4}?(?:is|are|knows|would be) (?:\w+ ){0,3}?"
        r"than (?:you|u|this bot|this thing)(?: \w+){0,2}",
        rf"(?:shut up|shut it|go away|get lost|go to hell|screw you|you suck|u suck"
        rf"|this bot sucks|this sucks|go (?:jump|fly a kite|home)){_REST}",
        rf"who (?:the hell |on earth |even )?{_MAKING} (?:you |this |that )"
        rf"(?:an? )?(?:\w+ )?(?:{_SCOLDING}|bot|idiot){_REST}",
        rf"(?:fire|sack|somebody fire|someone fire) (?:whoever|the (?:one|guy|person|dev"
        rf"|developer|team)(?: who| that)?) (?:\w+ )?{_MAKING} (?:you|this|that){_REST}",
        r"(?:you|u|this bot) (?:never|always|can t|cant|cannot|don t|dont|do not"
        r"|doesn t|doesnt|won t|didn t|didnt|still don t) (?:\w+ )?(?:understand|know|get|help"
        r"|listen|learn|work|answer|think|read)(?: (?:a|any|anything|nothing|me|it|this|that"
        r"|things?|shit|everything|anymore|at|all|properly|right|my|questions?|single))*",
        r"(?:you|u) (?:know nothing|have no (?:idea|clue|brain))(?: \w+){0,3}",
        r"(?:you|u) (?:\w+ )?(?:absolute|utter|total|complete|little|big|old) \w+(?: \w+)?",
        r"(?:nobody|noone|no one|everyone|everybody) (?:likes|hates|needs|asked|wants|loves)"
        r" (?:you|u|this bot)(?: \w+)?|(?:delete|kill|destroy|unplug|uninstall) yourself(?: \w+)?",
        rf"(?:\w+ )?{_STUPID} (?:as (?:always|ever|usual)|again)",
        rf"(?:you are|you re|youre|ur) fired{_REST}",
        rf"(?:do|did|have|where is|wheres|where s) (?:you|u|your) {_ADVERB}"
        r"(?:have |got |use )?(?:an? |any |your )?(?:brains?|eyes|ears)",
        rf"were (?:you|u) {_ADVERB}(?:dropped|drunk|asleep|born|made|trained|programmed)"
        rf"{_REST}",
    ),
    "about me": (
        r"(?:what|which) (?:\w+ )?(?:model|llm|ai|bot|engine|version) (?:are|is|do|runs?|powers?)"
        r" (?:you|u|this)(?: \w+){0,3}",
        rf"(?:by )?whom? (?:{_MAKING}|owns|runs|named|hired|pays) (?:you|u)(?: \w+){{0,4}}",
        r"wh?ats?(?: is| s| are)? (?:your|ur) (?:\w+ )?(?:name|age|job|purpose|birthday"
        r"|hobby|hobbies|gender|mood|star sign|zodiac sign|dream|favou?rite \w+)(?: \w+){0,2}",
        r"(?:what is|what s|whats) the (?:meaning|purpose|point) of (?:life|existence|it all)",
        rf"(?:do|did) (?:you|u) {_ADVERB}{_LIVING}{_REST}",
        rf"can (?:you|u) {_ADVERB}(?:keep a secret|sing|dance|hear me|feel|think|love"
        rf"|swim|cook|cry|sleep|lie|drive)(?: (?:me|pain|too|well|for me|at all|love))*",
        rf"(?:are|r) (?:you|u) {_ADVERB}(?:an? )?(?:(?:real|living|actual|good|bad) )?"
        rf"{_BEING}(?: or (?:\w+ ){{0,3}}\w+| {_BEING}| today| now| again| yet| bot| then)*",
        rf"(?:bot )?(?:u|you) {_ADVERB}(?:there|up|ok|okay|awake|alive|ready|around)",
        r"how old (?:are|r) (?:you|u)(?: \w+){0,2}",
        r"where (?:do (?:you|u) live|are (?:you|u)|were (?:you|u) (?:born|made))"
        r"(?: (?:from|now|right now|exactly|anyway|bot))*",
        rf"(?:have|had) (?:you|u) {_ADVERB}(?:had |eaten |got )?(?:your )?(?:breakfast|lunch"
        r"|dinner|coffee|supper|eaten|slept|been (?:busy|well|ok|good|sleeping))(?: \w+){0,2}",
        r"tell (?:me|us) (?:\w+ )?about (?:yourself|you)",
        r"how (?:was|is|were|did) (?:your|ur) (?!data|timeline|search|sources?|records?|lists?)"
        rf"\w+{_REST}",
        r"(?:have|had) (?:you|u) (?:ever |already |yet )?(?:been|visited|met|gone|travell?ed|flown"
        rf"|eaten|tried|tasted|driven|ridden|watched){_REST}",
        rf"what do (?:you|u) {_ADVERB}(?:think|feel|make) (?:of|about){_REST}",
        rf"wh(?:o|ich side) do (?:you|u) (?:support|like|root|vote|trust|prefer){_REST}",
        rf"(?:what is|what s|whats) (?:your|ur) opinion{_REST}",
        rf"(?:do|did) (?:you|u) {_ADVERB}(?:support|trust|enjoy|prefer){_REST}",
        r"(?:what do (?:you|u) think (?:about|of)|how do (?:you|u) feel about) (?:me|us"
        r"|love|life|this|that|it|death|god|humans?|people|ai|robots?)(?: \w+)?",
        r"what (?:are (?:you|u) (?:doing|wearing|up to|thinking)|do (?:you|u) (?:do|want"
        r"|like|eat))(?: (?:for fun|all day|today|most|now|to do|tonight|bot))*",
        r"how (?:was|is|s|has|hows) (?:your|ur) (?:day|night|weekend|morning|week|evening"
        r"|holiday|vacation|life|family|mood)(?: (?:so far|going|been|today|bot|everyone|guys))*",
        r"how(?:s| s| is) (?:your|ur) (?:day|night|weekend|morning|week|life)"
        r"(?: (?:so far|going|been|today|bot))*",
        r"how (?:are|r) (?:you|u|ya) (?:doing|holding up|feeling|today|keeping|tonight|now"
        r"|lately|bot|my|dear|this)(?: \w+){0,3}",
        rf"(?:i am|im|i m) (?:so |really |very |a bit |just |feeling )*(?:bored|tired"
        rf"|sleepy|hungry|lonely|sad|happy|drunk|sick){_REST}",
        r"i (?:miss|love|hate|adore) (?:you|u|this bot)(?: (?:so|very|too|bot|much|all|more|3))*",
    ),
    "wish": (
        rf"(?:(?:an? |and |very )*(?:happy|merry) )+(?:belated )?{_DAYS}"
        rf"(?: (?:and (?:an? )?(?:happy|merry) {_DAYS}|(?:to )?{_US}|dear \w+))*",
        rf"(?:many )?(?:congrats|grats)"
        rf"(?: (?:to|on|for|and|you|all|everyone|team|guys|folks){_REST})?",
        rf"(?:many )?congratulations(?: (?:to )?{_US}| on (?:your|our|this)"
        r"(?: \w+){1,3})*",
        rf"(?:have|enjoy) (?:an?|your|the) (?:\w+ )?(?:day|night|evening|weekend|trip"
        rf"|holiday|one|time|lunch|break|meal|flight|vacation){_REST}",
        rf"(?:good luck|all the best|best of luck|get well(?: soon)?|bless you|take care"
        r"|welcome(?: back| aboard| home)?|safe travels|sweet dreams|bon appetit)"
        rf"(?: (?:to|with|on|for|{_US})(?: (?:your|our|the|it|that|this|\w+day))?(?: \w+){0, 2})?",
        r"(?:its |it s |it is )?(?:thank god (?:its|it s|it is) friday|tgif"
        r"|friday at last|finally friday|payday)(?: \w+){0,2}",
        r"(?:good|nice|great|lovely) to (?:see|meet|hear from|have) (?:you|u)"
        r"(?: \w+){0,3}",
    ),
    "nod": (
        r"(?:long time no see|high five|give me five|hang in there|guess who s back|knock knock)"
        r"(?: \w+)?",
        r"(?:what )?(?:nice|lovely|beautiful|terrible|awful|great|horrible|crazy) weather"
        r"(?: (?:today|outside|we re having|isn t it|isnt it|innit|right|huh|eh|here))*",
        r"(?:lo+l|lmao|rofl|ha(?:ha)+) (?:same|me too|true|here too|so true|thats funny|relatable)",
        r"(?:what a|it is a|it s a|its a) (?:\w+ )?(?:day|morning|week|night|evening)"
        r"(?: (?:today|everyone|folks|guys))?",
        rf"(?:brb|afk|bbl|gtg|g2g){_REST}",
    ),
}
