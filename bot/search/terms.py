"""Fold, split and stem text into terms; the one pipeline that index and question share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from bot.search.language.irregular import IRREGULAR, STEMS

# Chat decoration that is never a word: Slack's emoji names and the invisible characters
# (zero-width, directional marks, soft hyphen) that come along with pasted text.
_EMOJI_NAME = re.compile(r":[a-z][a-z0-9_+'-]{0,80}:", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")

_ABBREVIATION = re.compile(r"\b(?:[^\W\d_]\.){2,}(?=[^\w]|$|[^\W\d_]\b)")
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
_APOSTROPHE = re.compile(r"['\u2018\u2019\u02bc`\u00b4]")
_POSSESSIVE = re.compile(r"(?<=\w)'s?(?!\w)")
# One script a token: a digit next to a letter, or Hangul next to Latin, begins a new one,
# so that "MiG-15", "mig15" and "MiG 15" are the same two terms.
_NUMBER = r"[0-9]+(?:\.[0-9]+)*"  # a version or a decimal is one number: "3.1.4", "2.25"
_TOKEN = re.compile(
    rf"{_NUMBER}"
    r"|[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]+"
    r"|[\u3400-\u9fff\u3040-\u30ff]+"
    r"|[^\W\d_\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f\u3400-\u9fff\u3040-\u30ff]+"
    r"|[^\W0-9_]"
)
_ASCII_TOKEN = re.compile(_NUMBER + "|[a-z]+")
_MIDDLE_DOT = re.compile("(?<=[0-9])[\u00b7\u30fb\u2027](?=[0-9])")  # "9·19", also "9.19"
_NUMBER_SIGN = re.compile("[0-9][,\u00a0\u202fsnrtk]")
_IN_THOUSANDS = re.compile(r"(?<![^\W_])([0-9]{1,3})k(?!\w)")  # "20k"
# The vowel that comes and goes in Russian nouns: "уголь" but "угля", "посол" but "посла".
# Nouns whose end Snowball takes for that of a verb: "виз" of "визит", yet "визит" of "визита";
# and a verb that would be left the years, "лет".
_NOUN_IN_IT = re.compile(
    "визит|саммит|кредит|лимит|транзит|дефицит|аудит|магнит|бандит|гранит|лета(?=[юлет])"
    "|лети(?=[еяю])"
    # "После" and "послание" are no forms of "посол".
    "|после(?![а-я])|послани(?=[еяюйх])"
)
_FLEETING = re.compile(r"(?<=[а-я])([бвгджзклмнпрстфхцчшщ])[ое]([лкцнр])$")
# What ends many a name, yet is taken for an ending where nothing follows: "Иван" but "Ивану".
_NAME_ENDING = re.compile("(?:[ое]в|[аяе]н|[оа]м)$")
_OF_A_NOUN = "ост"  # taken off with what follows; what is left of "метромост" is no "метром"
_ORDINAL_ENDING = re.compile(r"(?<![^\W_])([0-9]{1,4})(?:st|nd|rd|th)(?!\w)")

# Particles, and the endings that make a verb of a noun, which Korean writes onto the noun.
_PARTICLES = sorted(
    """
했 됐 했었 됐었 되었 하였 하는 하고 하던 하기 하면 하다 하여 해서 한다 하려고 하면서 한 할
되는 되다 되어 된다 되면서 된 시켰 시킨 시키는 당했 당한 받았 받은
에서는 에서의 에서도 으로는 으로의 으로서 이라는 이라고 에게서 에게는 까지는 까지의 부터는
한테는 한테서 한테 에서 에게 으로 까지 부터 부터의 로부터 이랑 처럼 보다 라는 라고 이란
들은 들이 들을 들의 들과 들에게 들 에는 에도 에선 로는 로서 와의 과의 마다 이며
은 는 이 가 을 를 의 에 와 과 도 로 만 랑
다고 자고 냐고 려고 다는 이나 에서부터 로부터는 이었 였 이죠 인가
""".split(),
    key=lambda particle: -len(particle),
)
_PAST = 20  # place among the final consonants of the one with which the past tense begins
_FINALS = 28  # final consonants of a Hangul syllable, none included
_VOWELS, _FIRST_SYLLABLE = 21, 0xAC00
# How the past is written out, by its vowel, and the vowel that the last one of a stem makes with
# it, each by its place in the alphabet: "보았" is said "봤", "되었" "됐", "숨지었" "숨졌".
_PAST_WRITTEN_OUT = {"았": "a", "었": "eo", "였": "yeo"}
_DRAWN_TOGETHER = {
    (0, "yeo"): 1,  # a: "하였" is said "했"
    (8, "a"): 9,  # o
    (11, "eo"): 10,  # oe
    (13, "eo"): 14,  # u
    (20, "eo"): 6,  # i
}

# "To do" and "to become", in any form, after the noun that they make a verb of.
_VERB_WRITTEN_ON = re.compile(
    "당?(?:하|해|했|한|할|되|돼|됐|된|될|시키|시켜|시켰|시킨|받)[가-힣]{0,3}$"
)

# "To give", by which a deed is done for somebody, and what will be: "만나주겠다고", "갚겠다".
_FOR_SOMEBODY = re.compile(
    "(?:(?<=[가-힣]{2})주(?=겠|었|시|기로|는|려|라|자)|(?<=[가-힣])겠)[가-힣]*$"
)
# Endings that no name has: what somebody said or meant, and what was done for another.
_OF_A_VERB = re.compile(
    "(?:[다라자냐려]고|면서|는데|도록|겠[가-힣]{1,3}|[가-힣][아어](?:준|줬[가-힣]*))$"
)

_PARTICLE_ENDS = frozenset(particle[-1] for particle in _PARTICLES)

SHORTEST_NAME = 3  # letters that are left of one

LONG_ENOUGH = 5  # letters of a stem that may lose one of a doubled pair; "Matt" keeps both

MAX_TEXT = 10_000  # characters of one text that are read at all
MAX_TOKEN = 64  # longer runs of letters are noise; cutting keeps edit distances cheap


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a text: as typed (folded) and its stem, by which terms are compared."""

    text: str
    stem: str

    @property
    def is_number(self) -> bool:
        """Whether the term begins with an ASCII digit; numbers only ever match exactly."""
        return self.text[0] in "0123456789"


def fold(text: str) -> str:
    """Return `text` in the form in which letters are compared.

    Compatibility forms, case and Latin accents are folded away, Russian ё becomes е;
    letters of other alphabets keep their marks, which there make another letter.
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold().replace("ё", "е")
    return _ACCENTED.sub(lambda found: _plain_letter(found.group()), text)


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)
    kept = "".join(part for part in base if not unicodedata.combining(part))
    return _UNDECOMPOSED.get(kept, kept)


_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")  # Latin with its extensions
_UNDECOMPOSED = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}


def tokens(text: str) -> list[str]:
    """Return the folded words and numbers of `text`, in order."""
    text = text[:MAX_TEXT]
    # Each rule looks for one sign; most texts lack it, and looking is cheaper than replacing.
    folded = fold(_EMOJI_NAME.sub(" ", text) if ":" in text else text)
    is_ascii = folded.isascii()
    if ("'" in folded or "`" in folded) if is_ascii else _APOSTROPHE.search(folded):
        folded = _APOSTROPHE.sub("'", folded)
        folded = _POSSESSIVE.sub("", folded).replace("'", "")
    if folded.count(".") > 1:
        folded = _ABBREVIATION.sub(lambda found: found.group().replace(".", ""), folded)
    if _NUMBER_SIGN.search(folded):
        folded = _THOUSANDS.sub("", folded)
        folded = _ORDINAL_ENDING.sub(r"\1", folded)
        folded = _IN_THOUSANDS.sub(r"\g<1>000", folded)
    if is_ascii or folded.isascii():
        whole: list[str] = _ASCII_TOKEN.findall(folded)
        return whole if len(folded) <= MAX_TOKEN else [token[:MAX_TOKEN] for token in whole]
    folded = _MIDDLE_DOT.sub(".", folded)
    found: list[str] = []
    for token in _TOKEN.findall(folded):
        if "\u3040" <= token[0] <= "\u9fff" and len(token) > 2:
            # Han and kana run without spaces: overlapping pairs are the usual words.
            found.extend(token[i : i + 2] for i in range(len(token) - 1))
        else:
            found.append(token[:MAX_TOKEN])
    return found


def terms(text: str) -> tuple[Term, ...]:
    """Return the terms of `text`, in order, repeated words included."""
    return tuple(map(_term, tokens(text)))


def stems_of(words: Iterable[str]) -> tuple[str, ...]:
    """Return the stems of folded words, in order."""
    return tuple([_term(word).stem for word in words])


@lru_cache(maxsize=65536)
def _term(token: str) -> Term:
    return Term(token, _stem(token))


_english = Stemmer.Stemmer("english", 0)
_russian = Stemmer.Stemmer("russian", 0)


def stem(token: str) -> str:
    """Return the stem of one folded token, by its script: English, Russian or Korean."""
    return _term(token).stem


def _stem(token: str) -> str:
    first = token[0]
    if first.isascii():
        return token if first.isdigit() else _english_stem(token)
    if "\u0400" <= first <= "\u052f":
        if kept := _NOUN_IN_IT.match(token):
            return kept[0]
        short = _russian_stem(token)
        is_name = _NAME_ENDING.search(short) and not token.startswith(_OF_A_NOUN, len(short))
        again = _russian_stem(short) if is_name else short
        return again if len(again) >= SHORTEST_NAME else short
    if is_hangul(token):
        return _without_particles(token)
    return token


def _russian_stem(token: str) -> str:
    # Snowball leaves "коре" of "Кореи" but "кор" of "Корее": the last vowels go too.
    short = str(_russian.stemWord(token))
    short = (short.rstrip("аеиоуыэюяьй") or short) if len(short) > 3 else short
    return _FLEETING.sub(r"\1\2", short)


def _english_stem(token: str) -> str:
    """Return the English stem, with one letter less where it ends in a doubled one.

    Snowball leaves "boycott" of "boycotts" and "boycot" of "boycotting", "staff" and "staf".
    """
    if token in STEMS:
        return STEMS[token]
    short = str(_english.stemWord(IRREGULAR.get(token, token)))
    return short[:-1] if short.endswith(("tt", "ff")) and len(short) >= LONG_ENOUGH else short


def is_hangul(token: str) -> bool:
    """Whether the folded `token` is written in the Korean alphabet."""
    return "\uac00" <= token[0] <= "\ud7a3"


def is_verb_form(token: str) -> bool:
    """Whether a Hangul word ends as only verbs do, so that it can be no name."""
    return is_hangul(token) and len(token) > 2 and _OF_A_VERB.search(token) is not None


def without_last_noun(token: str) -> str:
    """Return what a longer Hangul word begins with, or "": Korean writes words together.

    What is left out is a noun of one syllable, as the day of "groundbreaking day", or a form
    of the verb that makes a deed of the noun.
    """
    verb = _VERB_WRITTEN_ON.search(token, 2)
    if verb:
        return token[: verb.start()]
    return token[:-1] if len(token) > 2 and is_hangul(token) else ""


def without_particle(token: str) -> str:
    """Return the one syllable before the particle of a short Hangul word, or ""."""
    return token[0] if is_hangul(token) and token[1:] in _PARTICLES else ""


def _contracted(verb: str) -> str:
    """Return a verb in the past tense as it is said: "쐈" for "쏘았", "했" for "하였"."""
    ending = _PAST_WRITTEN_OUT.get(verb[-1])
    if ending is None or len(verb) < 2:
        return verb
    final = (ord(verb[-2]) - _FIRST_SYLLABLE) % _FINALS
    onset, vowel = divmod((ord(verb[-2]) - _FIRST_SYLLABLE) // _FINALS, _VOWELS)
    if final or (vowel, ending) not in _DRAWN_TOGETHER:
        return verb
    drawn = _DRAWN_TOGETHER[vowel, ending]
    syllable = chr(_FIRST_SYLLABLE + (onset * _VOWELS + drawn) * _FINALS + _PAST)
    return f"{verb[:-2]}{syllable}"


def _without_particles(token: str) -> str:
    # At least two syllables stay, so that short nouns ending like a particle survive.
    for place in range(len(token) - 2, -1, -1):
        if (ord(token[place]) - 0xAC00) % _FINALS == _PAST:
            # What follows the past tense only says how it is told.
            token = _contracted(token[: place + 1])
            break
    if found := _FOR_SOMEBODY.search(token):
        token = token[: found.start()]
    for _ in range(3):
        if len(token) < 3 or token[-1] not in _PARTICLE_ENDS:
            break
        for particle in _PARTICLES:
            if token.endswith(particle) and len(token) - len(particle) >= 2:
                token = token[: -len(particle)]
                break
        else:
            break
    return token
