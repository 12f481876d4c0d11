"""Shapes of single values: texts, dates and whole numbers, all written as text in a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.errors import DateError
from bot.timeline.dates import PATTERN, DateSpan, parse_date
from bot.timeline.quoting import IN_CURLY_QUOTES, quote, strip_curly_quotes
from bot.timeline.shapes import Fault, Path, name_kind

# Control characters, and marks that reverse or hide what a person sees: none is ever meant.
_REFUSED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text on one line or several, at most `longest` characters, spaces around it trimmed.

    With a pattern the whole text must match, or the fault says what it is `expected` to be.
    """

    longest: int
    several_lines: bool = False
    pattern: re.Pattern[str] | None = None
    expected: str = ""

    def read(self, value: object, path: Path, *, faults: list[Fault]) -> str | None:
        """Return the trimmed text."""
        if not isinstance(value, str):
            faults.append(Fault(path, f"must be text, not {name_kind(value)}"))
            return None
        text = value.strip()
        is_plain = text.isprintable() and 0 < len(text) <= self.longest
        if is_plain and (not self.pattern or self.pattern.fullmatch(text)):
            # A million lines have mostly plain texts: whether a text is ASCII is known at once.
            if not text.isascii() and not self.several_lines and strip_curly_quotes(text):
                faults.append(Fault(path, f"{quote(text)} {IN_CURLY_QUOTES}", is_warning=True))
            return text
        if what := self._find_fault(text):
            faults.append(Fault(path, what))
            return None
        return text

    def _find_fault(self, text: str) -> str:
        if not text:
            return "is empty: write something or leave it out"
        if len(text) > self.longest:
            return f"has {len(text)} characters: shorten it to {self.longest}"
        if found := _REFUSED.search(text):
            return f"holds the control character U+{ord(found[0]):04X}: remove it"
        if "\n" in text and not self.several_lines:
            return "runs over several lines: write it on one"
        if self.pattern and not self.pattern.fullmatch(text):
            if strip_curly_quotes(text):
                return f"{quote(text)} {IN_CURLY_QUOTES}"
            return f"{quote(text)} {self.expected}"
        return ""

    def describe(self) -> dict[str, Any]:
        """Return the JSON Schema of the text."""
        schema: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": self.longest}
        return {**schema, "pattern": f"^{self.pattern.pattern}$"} if self.pattern else schema


@dataclass(frozen=True, slots=True)
class DateShape:
    """A date in the supported subset of EDTF."""

    def read(self, value: object, path: Path, *, faults: list[Fault]) -> DateSpan | None:
        """Return the span of the date."""
        if not isinstance(value, str):
            faults.append(Fault(path, f"must be a date, not {name_kind(value)}"))
            return None
        try:
            return parse_date(value.strip())
        except DateError as error:
            faults.append(Fault(path, str(error)))
            return None

    def describe(self) -> dict[str, Any]:
        """Return the JSON Schema of the date; YAML reads a bare year as a number."""
        examples = ["2019-04-25", "2019-04", "2019", "2019~", "201X", "2019-04-25/2019-05-01"]
        return {"type": ["string", "integer"], "pattern": PATTERN, "examples": examples}


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number between two others."""

    least: int
    most: int

    def read(self, value: object, path: Path, *, faults: list[Fault]) -> int | None:
        """Return the number."""
        allowed = range(self.least, self.most + 1)
        for number in allowed:
            if value == str(number):
                return number
        if isinstance(value, str) and strip_curly_quotes(value):
            faults.append(Fault(path, f"{quote(value)} {IN_CURLY_QUOTES}"))
            return None
        shown = quote(value) if isinstance(value, str) else name_kind(value)
        limits = f"{self.least} to {self.most}"
        faults.append(Fault(path, f"must be a whole number from {limits}, not {shown}"))
        return None

    def describe(self) -> dict[str, Any]:
        """Return the JSON Schema of the number."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}
