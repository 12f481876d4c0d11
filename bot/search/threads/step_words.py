"""The words by which a follow-up names its step; they name nothing that is searched for."""

from __future__ import annotations

# What asks for a cause and name nothing: "what had led to this".
_IT = r"(?:it|this|that|these|those|them|all (?:of )?(?:it|this|that))"
CAUSE_WORDS = (
    rf"\bwhat(?: had| has| have)? (?:brought|brings) (?:{_IT} (?:about|on)|about {_IT})\b"
    rf"|\bwhat(?: had| has)? (?:led|caused|triggered|prompted|provoked|sparked|preceded)"
    rf"(?: up)?(?: to)? {_IT}\b(?: in the first place)?"
    r"|\bwhat(?: was| were|s| is)? (?:the )?"
    r"(?:reasons?|causes?|background|trigger|motives?|origins?)"
    rf"(?: (?:for|of|behind|to) {_IT})?\W*$"
    rf"|\bwhat (?:was|were|is|lay) behind {_IT}\b"
    rf"|\b(?:in (?:response|reaction|answer)|as a (?:result|consequence)|because) (?:to |of )what\b"
    rf"|\bwhat (?:was|were|is) {_IT} (?:an? )?(?:response|reaction|answer|reply) to\b"
    r"|\bwhat (?:went|goes) wrong\b|\bwhat had (?:gone wrong|happened|gone on|been going on)"
    r"(?: (?:before|earlier|until then))?\b"
    rf"|\bhow (?:did|had) (?:{_IT}|things|they) come (?:about|to (?:this|that|pass))\b"
    rf"|\bwhy did {_IT} (?:happen|come about|come to this)\b"
    rf"|\bwhy[, ]+what (?:had )?happened (?:before|earlier)(?: {_IT})?\b"
    r"|\b(?:из за|из-за|вследствие|по причине) чего\b|\bв ответ на что\b|\bпо какой причине\b"
    r"|\bчто (?:же )?(?:этому |к этому |это )*(?:предшествовало|привело|вызвало|спровоцировало)"
    r"(?: (?:к )?(?:этому|это))?\b"
    r"|\bчем (?:это |было |он\w? ){0,2}(?:вызван\w*|обусловлен\w*)\b"
    r"|\b(?:в чем|какова|какая) (?:была |же )?(?:причин\w+)(?: этого)?\W*$"
    r"|\bс чего (?:все |это ){1,2}начал\w+\b"
    r"|(?<!\w)(?:무엇|뭐|무슨 일) ?때문(?:에|이)?\w*"
    r"|(?<!\w)(?:계기|발단|원인)(?:가|는|은|이)?(?: ?뭐\w*| ?무엇\w*)?"
)

_THAT = r"(?: (?:that|this|it|those|these|them|him|her|which))"
# "Once Ada was gone": after what was shown, of which the one named need be no part.
_ONCE_GONE = (
    r"\bonce (?=(?!again|more|upon|in|every|or|only)\w+ (?:\w+ ){0,2}"
    r"(?:was|were|had|is|left|died|fell|resigned)\b)"
)
# "Who replaced her": the next in that place, and not one of her own deeds.
SUCCESSION_WORDS = (
    r"\bwho (?:(?:has|will|would|is to|was to) )?(?:replaced?|succeeds?|succeeded|followed|follow"
    r"|takes? over|took over)(?: from| after)?\b(?: (?:him|her|them)\b)?"
    r"|\bwhat (?:(?:has|had|will|would) )?(?:replaced?|replaces|took (?:its|their|over)|came in)"
    r"(?: (?:it|them|from it|place|(?:its|their|his|her) (?:place|stead)|instead))?\b"
    r"|\b(?:who|what) (?=(?:\w+ ){1,5}instead\b)|\binstead(?: of (?:it|them|him|her))?(?: now)?\W*$"
    r"|\b(?:is|was|were|has|have|had) (?:there |they |he |she )?(?:been )?(?:already )?"
    r"(?:named |chosen |found |picked |got )?(?:an? |any |the |his |her )?"
    r"(?:successor|replacement)s?(?: (?:yet|known|named|found|chosen|already))*\b"
    r"|^\W*(?:and |so )*(?:the |his |her |its |their )(?:successor|replacement|heir)s?\W*$"
    r"|\b(?:named|appointed|chosen|elected|picked|found) (?:to|who will) "
    r"(?:follow|succeed|replace)(?: (?:him|her|them|it))?\b"
    r"|\b(?:преемник\w*|замен\w+) (?:уже |ему |ей |ли )*(?:назначил\w*|назвал\w*|нашл\w+|есть)"
    r"|\b(?:есть|назначен|известен|назвали) (?:ли |уже )*преемник\w*"
    r"|\bнов(?:ого|ую|ый|ая) (?:уже )?(?:назначил\w*|назначен\w*|назвали|выбрали|избрали|нашли)"
    r"|\bкто (?:пришел|стал|встал|был) (?:на (?:его|ее|их) мест\w|вместо (?:него|нее|них))"
    r"|\bкто (?:(?:его|ее|их) )?(?:сменил|заменил)\w*|후임(?:은|이|자는|자가)?"
)
NEXT_DEED_WORDS = (
    r"\b(?:what|where|whom?) (?:did|does|do|will) (?=[^?]* next\W*$)"
    r"|\bwhere (?=(?:did|does|had|was|were) (?:\w+ ){1,3}(?:after(?:wards?| that)?|then)\W*$)"
    r"|\bwhere (?=did (?:\w+ ){2,3}from (?:there|here)\W*$)"
    r"|\b(?:and )?(?:then where|where (?:to )?(?:after(?:wards?| that)?|next|then|from there))\W*$"
    r"|\b(?:что|куда|где|с кем) (?!было|стало|про|случил)"
    r"(?=(?:\w+ ){1,4}(?:потом|дальше|затем)\W*$)"
    r"|\b(?:что|куда|где|с кем) (?:потом|дальше|затем) (?=\w+ \w)"
    r"|다음(?:에는?|엔) (?=(?:\w+ ){0,3}(?:어디|뭐|무엇|누구))"
)
# What is counted like "time", and is no thing by itself.
_COUNTER = r"(?:rounds?|batch|wave|lot|edition|attempt|instal?lment|go)"
NEXT_OF_KIND_WORDS = (
    rf"\bwho (?:came|comes|was|is|did it) (?:next|after (?:him|her|them))\b|{SUCCESSION_WORDS}"
    rf"|\b(?:the )?(?:next|following) (?:ones?|time|{_COUNTER})\b"
    r"|\b(?:again|once more|another time)\b|\b(?:back|return(?:ed)?) there\W*$"
    rf"|\b(?:the )?ones? (?:(?:right|just) )?(?:after|following)(?:{_THAT})?(?: one)?\W*$"
    r"|\b(?:the )?ones? (?:that|which) (?:came (?:next|after)|followed)\b|\bafter that one\W*$"
    r"|\b(?:any |some |the )?(?:later|newer|subsequent|more recent) ones\W*$"
    r"|\b(?:ones?|time) (?:even )?later\W*$|\b(?:an?|any) (?:even )?later (?:one|time)\W*$"
    r"|(?<=\w{3})(?<!came)(?<!comes)(?<!happened)(?<!happens)(?<!is)(?<!was)(?<!whats)(?<!and)"
    r"(?<!then)(?<!what)(?<!followed) next\W*$"
    r"|^\W*(?:and )?after (?:him|her)\W*$|\bпосле (?:нее|него)\W*$"
    r"|следующ(?:ий|ая|ее|их|ую)(?: раз)?\W*$|\bв следующий раз\b|\b(?:еще раз|снова|опять)\b"
    r"|다음 ?(?:번|것|건|거)\w*|(?<!\w)(?:또|다시)(?!\w)"
)
LAST_OF_KIND_WORDS = (
    rf"\b(?:the )?(?:previous|preceding) (?:ones?|time|{_COUNTER})\b"
    r"|\b(?:any |some |the )?(?:earlier|prior|older) ones\W*$"
    r"|\b(?:ones?|time) (?:even )?earlier\W*$|\b(?:an?|any) (?:even )?earlier (?:one|time)\W*$"
    r"|\b(?:the |an?other )?(?:ones?|time) (?:(?:right|just) )?before"
    rf"(?:{_THAT})?(?: one)?\W*$|\bbefore that one\W*$"
    r"|\bwho (?:\w+ ){0,4}before (?:him|her|them)\W*$"
    r"|\b(?:(?:who|what) (?:was|were|is) )?(?:the|his|her|its|their) predecessors?\b"
    r"|\bпредшественни\w+|전임(?:은|이|자는|자가)?|\bдо (?:нее|него|них)\W*$"
    r"|\bпредыдущ(?:ий|ая|ее|их|ую)(?: раз)?\W*$|\bв прошлый раз\b"
    r"|(?:지난|이전|앞) ?(?:번|것|건|거)\w*"
)
AFTER_WORDS = (
    rf"{_ONCE_GONE}"
    rf"|\b(?:right |shortly |soon )?after(?:{_THAT}|wards?)?\W*$|\bafter (?:that|this)\b"
    r"|\bafterwards?\b"
    r"|\b(?:later|newer|fresher|more recent|subsequent) (?=(?!(?:that|in|the|on|than|one)\b)\w{3})"
    r"(?:years?\b)?"
    r"|\bболее (?:поздн|свеж)\w+"
    r"|\bnext (?=(?!(?:year|month|week|day|time|ones?|to|in|on|at|of|up|is|was|by|for|did|he|she|it"
    r"|the)\b)\w{2})"
    r"|\bследующ\w+ (?=(?!раз|год|месяц|недел|ден|дн)\w{4})"
    r"|\b(?:what |anything |whatever )?(?:happened|happens|came|comes|followed|follows|was|is)"
    r" (?:next|then|later)\W*$|\bwhat(?:s|'s)? next\W*$|\bwhat (?:followed|came after)\b"
    r"|^\W*(?:and )?(?:then|next|later|go on|continue)(?: what)?\W*$|\bwhat then\W*$"
    r"|\bsince(?: then)?\W*$|\bsince then\b|\blater on\W*$|\blater\W*$"
    r"|\b(?:что (?:было|произошло|случилось|стало) )?(?:сразу )?"
    r"после(?: этого| того| них)?\W*$"
    r"|\bпосле (?:этого|того)\b|\b(?:что (?:было|произошло|случилось) )?(?:потом|дальше|затем)"
    r"(?! \w+ \w+)|\bс тех пор\b"
    r"|(?:그|이) ?(?:다음|후|뒤|이후|직후)(?:에는|에|엔|은|로|는)?"
    r"|(?<!\w)(?:이후|다음)(?:에는|에|엔|은|는)(?!\w)|그러고 ?나서"
)
BEFORE_WORDS = (
    rf"\b(?:right |shortly |just )?before(?:{_THAT})?\W*$|\bbefore (?:that|this)\b"
    r"|\b(?:previously|beforehand|earlier|prior to that)\W*$|\bwhat (?:preceded|came before)\b"
    r"|^\W*(?:and )?(?:the )?previous\W*$"
    r"|\b(?:earlier|prior|previous) (?=(?!(?:that|in|the|on|than|one|to)\b)\w{3})(?:years?\b)?"
    r"|\bболее ранн\w+"
    r"|\b(?:что (?:было|произошло|случилось) )?(?:до|перед) (?:этого|того|этим|тем)\b"
    r"|\b(?:что (?:было|произошло) )?раньше\W*$|\b(?:что (?:было|произошло) )до\W*$"
    r"|(?:그|이) ?(?:전|이전|직전)(?:에는|에|엔|은)?(?!\w)"
)
# "Any more of those": of the kind shown, on whichever side of it.
MORE_OF_THEM = r"\b(?:any |some |many |no )?more of (?:them|those|these|the same|that|it)\b"
OTHER_WORDS = (
    rf"{MORE_OF_THEM}"
    r"|\b(?:another(?: one)?|any (?:more|others?)|(?:the )?others|other ones"
    r"|anything else|something else|what else"
    r"|who else (?:did|does|has|was it|met|saw|received|visited|hosted|signed|spoke|talked))\b"
    r"|\bеще (?:один|одна|одно|были?|какие|какой|что)\b|\b(?:другие|другой|остальные)\W*$"
    r"|(?<!\w)다른(?: 것| 건| 거)?(?!\w)"
)
