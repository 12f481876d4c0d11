"""What is kept is encrypted, and keys can be exchanged without losing it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import is_encryption_key
from bot.slack.sealing import Seal, SealError, make_key

OLD, NEW = make_key(), make_key()


@given(st.text())
def test_what_was_closed_opens_as_it_was_and_shows_nothing_of_itself(text: str) -> None:
    sealed = Seal([OLD]).close(text)
    assert Seal([OLD]).open(sealed) == text
    assert len(text) < 4 or text not in sealed


def test_a_second_key_opens_what_was_closed_before_the_exchange() -> None:
    assert Seal([NEW, OLD]).open(Seal([OLD]).close("a token")) == "a token"


def test_the_first_key_closes() -> None:
    assert Seal([NEW]).open(Seal([NEW, OLD]).close("a token")) == "a token"


def test_what_was_renewed_needs_the_old_key_no_more() -> None:
    renewed = Seal([NEW, OLD]).renew(Seal([OLD]).close("a token"))
    assert Seal([NEW]).open(renewed) == "a token"


@pytest.mark.parametrize(
    "sealed",
    ["", "no seal", Seal([OLD]).close("a token")],
    ids=["nothing", "no seal", "the seal of another key"],
)
def test_what_no_key_opens_is_an_error_that_shows_nothing(sealed: str) -> None:
    for act in (Seal([NEW]).open, Seal([NEW]).renew):
        with pytest.raises(SealError) as caught:
            act(sealed)
        assert sealed == "" or sealed not in str(caught.value)


def test_a_new_key_is_one_that_the_settings_take() -> None:
    assert is_encryption_key(make_key())
    assert not is_encryption_key("secret")
    assert not is_encryption_key("ключ")
