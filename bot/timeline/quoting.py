"""Texts of unknown content, made fit to be repeated in one line of a report."""

from __future__ import annotations

import re

IN_CURLY_QUOTES = "stands in curly quotes: use straight ones, or none"
SHOWN = 60  # characters: enough to know a text again

_CURLY = re.compile("[“”„‟‘’‚‛]([^“”„‟]+)[“”‟‘’‛]")


def tame(text: str) -> str:
    """Return the text cut to a short line, with a sign in place of what cannot be shown."""
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return shown if shown.isprintable() else "".join(c if c.isprintable() else "�" for c in shown)


def quote(text: str) -> str:
    """Return the tamed text in quotes."""
    return f'"{tame(text)}"'


def strip_curly_quotes(text: str) -> str:
    """Return what one pair of curly quotes encloses, "" where that is not the whole text.

    A word processor writes them in place of straight ones, and to YAML they are no quotes.
    """
    found = _CURLY.fullmatch(text)
    return found[1] if found else ""
