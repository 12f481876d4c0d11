"""Irregular English forms and the words they belong to, which no stemmer brings together."""

from __future__ import annotations

_FORMS = """
arise arose arisen; awake awoke; bear bore borne; beat beaten; become became; begin began begun;
bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken;
breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen;
cling clung; come came; creep crept; deal dealt; dig dug; do did done; draw drew drawn;
dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed;
feel felt; fight fought; find found; flee fled; fling flung; fly flew flown; forbid forbade
forbidden; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten;
give gave given; go went gone; grind ground; grow grew grown; hang hung; hear heard; hide hid
hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead led; leap leapt;
learn learnt; leave left; lend lent; lie lain; light lit; lose lost; make made; mean meant;
meet met; mistake mistook mistaken; overcome overcame; overthrow overthrew overthrown; pay paid;
prove proven; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen;
seek sought; sell sold; send sent; shake shook shaken; shine shone; shoot shot; show shown;
shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept;
slide slid; speak spoke spoken; speed sped; spend spent; spin spun; split; spring sprang sprung;
stand stood; steal stole stolen; stick stuck; sting stung; strike struck stricken; strive strove;
swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken; teach taught;
tear tore torn; tell told; think thought; throw threw thrown; tread trod; undergo underwent
undergone; understand understood; undertake undertook undertaken; uphold upheld; wake woke woken;
wear wore worn; weave wove woven; weep wept; win won; wind wound; withdraw withdrew withdrawn;
withhold withheld; withstand withstood; write wrote written;
man men; woman women; child children; foot feet; tooth teeth; goose geese; mouse mice;
person people; life lives; wife wives; half halves; crisis crises; basis bases
"""


def _read(forms: str) -> dict[str, str]:
    rows = (row.split() for row in forms.split(";"))
    return {form: row[0] for row in rows for form in row[1:]}


# Words that a stemmer takes for others, with their stems: what is in production is no product.
STEMS: dict[str, str] = {"production": "production", "productions": "production"}

IRREGULAR: dict[str, str] = _read(_FORMS)

_PAST_ENDINGS, _PRESENT_ENDING = ("ed", "ing"), "s"


def is_verb_form(word: str) -> bool:
    """Whether a word looks like a past form or a participle, which few nouns do."""
    return word in IRREGULAR or word.endswith(_PAST_ENDINGS)


def may_be_verb(word: str) -> bool:
    """Whether a word looks like any form of a verb but the plain one; so do plurals."""
    return is_verb_form(word) or word.endswith(_PRESENT_ENDING)
