"""Encryption of what is kept: several keys at once, so that a key can be exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.errors import BotError


class SealError(BotError):
    """What was kept cannot be opened by any of the keys; its text holds nothing of it."""


class Seal:
    """Encrypts with the first of several keys and opens with any of them.

    `keys` are Fernet keys: 32 bytes as URL-safe base64. Raises `ValueError` for others.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def close(self, text: str) -> str:
        """Return `text` encrypted and authenticated, as ASCII; never twice the same."""
        return self._fernet.encrypt(text.encode()).decode("ascii")

    def open(self, sealed: str) -> str:
        """Return what was closed; raises `SealError` where no key fits."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise _no_key_fits() from error

    def renew(self, sealed: str) -> str:
        """Return the same, closed by the first key; raises `SealError` where no key fits."""
        try:
            return self._fernet.rotate(sealed.encode()).decode("ascii")
        except InvalidToken as error:
            raise _no_key_fits() from error


def make_key() -> str:
    """Return a new random key."""
    return Fernet.generate_key().decode("ascii")


def _no_key_fits() -> SealError:
    return SealError("no key of TIMELINE_ENCRYPTION_KEY opens what is kept")
