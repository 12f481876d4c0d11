"""The error family: what went wrong, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


class BotError(Exception):
    """An error whose text is meant to be read by the person who can mend it."""


class DateError(BotError):
    """A text that is not a date in the supported subset of EDTF."""


class SettingsError(BotError):
    """Missing or malformed settings; the text names all of them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in an event file, at a place a person can go to.

    `line` and `column` count from 1. A warning does not stop a file from loading. The last of a
    long list stands for `count` problems that are not listed.
    """

    file: str
    line: int
    column: int
    where: str
    what: str
    is_warning: bool = False
    count: int = 1

    def __str__(self) -> str:
        kind = "warning: " if self.is_warning else ""
        return f"{self.file}:{self.line}:{self.column}: {kind}{self.where}: {self.what}"


class TimelineError(BotError):
    """Event files that cannot be loaded; carries every problem found, in file order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    @property
    def count(self) -> int:
        """How many problems there are, with those that are only counted."""
        return sum(problem.count for problem in self.problems)
