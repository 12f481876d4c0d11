"""Texts of unknown content, made fit to be repeated in one line of a report."""

from __future__ import annotations

SHOWN = 60  # characters: enough to know a text again


def tame(text: str) -> str:
    """Return the text cut to a short line, with a sign in place of what cannot be shown."""
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return shown if shown.isprintable() else "".join(c if c.isprintable() else "�" for c in shown)


def quote(text: str) -> str:
    """Return the tamed text in quotes."""
    return f'"{tame(text)}"'
