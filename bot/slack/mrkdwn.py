"""Slack's text dialect: outgoing text made harmless, plain text read from incoming."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit

MOST_READ = 10_000  # characters of a question; far more than anybody types
_MOST_RAW = 40_000  # what one Slack message holds; what comes after is not looked at
LONGEST_URL = 1_000  # a longer target would crowd out the rest and is shown without a link

ELLIPSIS = "…"
# Slack knows no escape for its formatting characters. A zero-width space beside one keeps
# it from pairing up, and stays out of sight.
BREAK = "\u200b"

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# A delimiter works only at the edge of a word: snake_case and 2*3 are left as they are.
_DELIMITER = re.compile(r"(?<![^\W_])[*_~`]|[*_~`](?![^\W_])")
_QUOTE = re.compile(r"^(?=(?:&gt;|>))", re.MULTILINE)
_EMOJI_NAME = re.compile(r":(?!\d+:)(?=[\w+'-]{1,100}:)")  # but not the parts of 10:30:45
_HOST = re.compile(r"[\w.:@\[\]%~!$&'()*+,;=-]+", re.ASCII)

_MARKUP = re.compile(r"<([^<>]*)>|&(amp|lt|gt);")
_UNESCAPED = {"amp": "&", "lt": "<", "gt": ">"}
_ADDRESS = re.compile(r"(?:https?|ftp|mailto|tel|slack):", re.IGNORECASE)


def escape(text: str) -> str:
    """Escape the three characters that Slack gives a meaning; no more is ever needed."""
    return _CONTROL.sub(" ", text).translate(_ENTITIES)


def unescape(text: str) -> str:
    """Turn the three entities back into characters, once."""
    return re.sub(r"&(amp|lt|gt);", lambda found: _UNESCAPED[found[1]], text)


def literal(text: str, *, most: int = 0) -> str:
    """Return mrkdwn that shows `text` as it is: nothing in it is live or formats anything.

    With `most`, the result has at most that many characters and ends in an ellipsis where
    text was left out.
    """
    if most and len(text) > most:
        text = f"{text[: most - 1]}{ELLIPSIS}"
    made = _literal(text)
    while most and len(made) > most:
        # Escaping made it longer: leave out as much more, and look again.
        keep = max(0, min(len(text) - 2, len(text) * most // len(made) - 1))
        text = f"{text[:keep].rstrip()}{ELLIPSIS}"
        made = _literal(text)
    return made


def _literal(text: str) -> str:
    text = _DELIMITER.sub(lambda found: f"{BREAK}{found[0]}{BREAK}", text)
    text = _EMOJI_NAME.sub(f":{BREAK}", text)
    return _QUOTE.sub(BREAK, escape(text))


def bold(text: str, *, most: int = 0) -> str:
    """Return mrkdwn that shows `text` in bold, or plain where bold would not hold together."""
    made = literal(" ".join(text.split()), most=most)
    return made if "*" in made or not made else f"*{made}*"


def link(url: str, label: str, *, most: int = 0) -> str:
    """Return a link, or only the label unless `url` is a sound address on the web."""
    shown = literal(" ".join(label.split()), most=most)
    target = safe_url(url)
    return f"<{target}|{shown or literal(target)}>" if target else shown


def safe_url(url: str) -> str:
    """Return `url` fit for a link, percent-encoded where needed; empty if it is not for the web."""
    try:
        parts = urlsplit(url.strip())
        netloc = parts.netloc if parts.netloc.isascii() else _international(parts)
    except ValueError:  # UnicodeError, of names that no host may have, is one too
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return ""
    if not _HOST.fullmatch(netloc):
        return ""
    # "%" is safe: what is encoded already stays so. "&" is Slack's and becomes an entity.
    whole = parts._replace(netloc=netloc).geturl()
    target = quote(whole, safe="%:/?#[]@!$&'()*+,;=~-._", errors="replace").replace("&", "&amp;")
    return target if len(target) <= LONGEST_URL else ""


def _international(parts: SplitResult) -> str:
    port = "" if parts.port is None else f":{parts.port}"
    return f"{(parts.hostname or '').encode('idna').decode('ascii')}{port}"


def shorten(text: str, most: int) -> str:
    """Return plain text on one line, with an ellipsis if it was longer than `most`."""
    text = " ".join(_CONTROL.sub(" ", text).split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}{ELLIPSIS}"


def plain_text(payload_text: str) -> str:
    """Return what a person meant to write: no mentions, links as their labels, one line.

    Reads at most `MOST_READ` characters; never raises.
    """
    text = _MARKUP.sub(_read_markup, payload_text[:_MOST_RAW])
    return " ".join(_CONTROL.sub(" ", text).split())[:MOST_READ]


def _read_markup(found: re.Match[str]) -> str:
    if found[2]:
        return _UNESCAPED[found[2]]
    inside, _, label = found[1].partition("|")
    if inside.startswith("@"):
        return " "  # a person, or the bot itself: nobody is asked about by an id
    if inside.startswith("#"):
        return f" {unescape(label)} "
    if inside.startswith("!"):
        return f" {unescape(label)} "
    if _ADDRESS.match(inside):
        return f" {'' if _ADDRESS.match(label) else unescape(label)} "
    return unescape(found[0])  # no markup of Slack's: somebody's own angle brackets
