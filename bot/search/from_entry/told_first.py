"""An entry that is told first, and what is asked so long after it: "X. What came next day?"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.search.dates.distances import Distance, take_distance
from bot.search.language.forms import Form

# How far from what was told before: "two days later", "the very next day", "the day after".
_THAT = r"(?: (?:that|this|it|then))?"
_UNIT = r"(?:hour|day|week|month|year)"
FAR = Form(
    r"\b(?P<how>(?:just|only|exactly|about|around|barely|less than|under|within|in|some) )*(?:"
    rf"(?:the )?(?:very )?(?P<near>next|following|previous|preceding) (?P<unit>{_UNIT})\b"
    rf"|(?:the )?(?:very )?(?P<unit2>{_UNIT}) (?P<side>after|before){_THAT}(?=\W*$|[,;])"
    rf"|(?P<length>(?:an? )?(?:(?:few|couple|couple of|several|\w+) )?{_UNIT}s?)"
    rf" (?:(?P<later>later|on|afterwards)|(?P<earlier>earlier|beforehand)"
    rf"|(?P<side2>after|before){_THAT}(?=\W*$|[,;]))(?!\w))"
    r"|\bна следующ\w+ (?P<unit3>день|год|недел\w+)\b"
    r"|\b(?P<length2>(?:через|спустя) (?:\w+ )?(?:день|дня|дней|недел\w+|месяц\w*|год\w*|лет))\b"
)
_ASKING = Form(
    r"(?:\b(?:what|who|whom|where|how|which|when|did|was there|were there"
    r"|что|кто|кого|где|куда|как|какой|какая|какие|сколько)\b\W*)+"
)
_BORDER = re.compile(r"[.?!;:…]+\s|,\s|\s[-–—]+\s")
_JOINING = re.compile(r"[\W_]*(?:\b(?:and|then|so|but|и|а|но)\b\W*)*$")
_WITHIN = re.compile(r"\b(?:less than|under|within|in)\b")
LEAST_TOLD = 2  # words that may name an entry


def last_match(form: Form, text: str) -> re.Match[str] | None:
    """Return where a form stands last in a text."""
    found = list(form.finditer(text))
    return found[-1] if found else None


def split_told(text: str) -> tuple[str, str, Distance] | None:
    """Return what folded `text` tells first, what it asks then, and how far off that lies.

    None where it counts from no entry told before: "two days later" alone, "after the war".
    """
    found = last_match(FAR, text)
    distance = _distance(found) if found else None
    parts = split_round(text[: found.start()], text[found.end() :]) if found and distance else None
    return (*parts, distance) if parts and distance else None


def split_round(head: str, tail: str) -> tuple[str, str] | None:
    """Return what a folded text tells first and what it asks then, round words taken out of it."""
    asking = last_match(_ASKING, head)
    if asking and _is_telling(head[: asking.start()]):
        at = asking.start()
    elif _ASKING.search(tail) and _is_telling(head):
        at = len(head)
    else:
        borders = [at.end() for at in _BORDER.finditer(head)]
        at = next((end for end in reversed(borders) if _is_telling(head[:end])), 0)
    told = _JOINING.sub("", head[:at])
    return (told, f"{head[at:]} {tail}".strip(" ,;")) if at else None


def take_end(text: str) -> tuple[str, Distance] | None:
    """Return what stands before a distance at the end: "the broadcast | a week later"."""
    found = last_match(FAR, text)
    distance = _distance(found) if found and not text[found.end() :].strip(" ?!.") else None
    return (text[: found.start()], distance) if found and distance else None


def _is_telling(text: str) -> bool:
    return len(re.findall(r"[^\W\d]{2,}", text)) >= LEAST_TOLD


def _distance(found: re.Match[str]) -> Distance | None:
    said = found.groupdict()
    if said["near"]:
        side = "after" if said["near"] in ("next", "following") else "before"
        text = f"the {said['unit']} {side}"
    elif said["unit2"]:
        text = f"the {said['unit2']} {said['side']}"
    elif said["length"]:
        is_back = said["earlier"] or said["side2"] == "before"
        text = f"{said['length']} {'before' if is_back else 'after'}"
    else:
        text = said["length2"] or f"через {said['unit3']}"
    how = said["how"] or ""
    distance, _ = take_distance(f"{how}{text}" if how.strip() == "exactly" else f" {text}")
    if distance is not None and distance.least > 0 and _WITHIN.search(found.group()):
        return replace(distance, least=1, years=None, months=None)
    return distance
