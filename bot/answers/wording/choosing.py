"""The catalogue of a language, loaded when it is first needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers.wording.wording import Wording

DEFAULT_LANGUAGE = "en"
LANGUAGES = (DEFAULT_LANGUAGE, "ru", "ko")


@cache
def wording_for(language: str) -> Wording:
    """Return the catalogue of a language: "en", "ru" or "ko", and English for any other."""
    # Each costs a process that starts a millisecond, and most need one of them.
    if language == "ru":
        from bot.answers.wording.ru import RUSSIAN

        return RUSSIAN
    if language == "ko":
        from bot.answers.wording.ko import KOREAN

        return KOREAN
    from bot.answers.wording.en import ENGLISH

    return ENGLISH
