"""Nothing that people type or curate is ever live, and what they meant is read back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.mrkdwn import (
    BREAK,
    LONGEST_URL,
    MOST_READ,
    bold,
    escape,
    link,
    literal,
    plain_text,
    safe_url,
    shorten,
    unescape,
)
from tests.slack.stand_in import live_links, live_markup, live_mentions, unescaped

PARTS = "<!channel> <@U1> <#C1|a> <http://e.vil|x> &lt; &amp; & < > | * _ ~ ` ``` :smile: a Я 👍"
HOSTILE = st.lists(
    st.sampled_from([*PARTS.split(), "\n", "\n> ", " ", "\u202e", "\0"]), max_size=30
).map("".join)
ANY = st.one_of(HOSTILE, st.text(max_size=200))


def formats(mrkdwn: str) -> list[str]:
    """What Slack would show in bold, italics, struck, as code or as a quotation."""
    spans = re.findall(r"(?<![^\W_])([*_~`])(?![\s\u200b]).+?(?<![\s\u200b])\1(?![^\W_])", mrkdwn)
    return spans + re.findall(r"^(?:&gt;|>)", mrkdwn, re.MULTILINE)


@given(ANY)
def test_escaped_text_holds_nothing_live(text: str) -> None:
    message = {"text": escape(text)}
    assert live_markup(message) == []
    assert unescaped(message) == []


@given(st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc", "Zl", "Zp"))))
def test_escaping_can_be_undone(text: str) -> None:
    assert unescape(escape(text)) == text


@given(ANY)
def test_literal_text_holds_nothing_live_and_formats_nothing(text: str) -> None:
    made = literal(text)
    assert live_markup({"text": made}) == []
    assert unescaped({"text": made}) == []
    assert formats(made) == []


@given(ANY, st.integers(8, 120))
def test_literal_text_keeps_to_its_limit_without_breaking_an_entity(text: str, most: int) -> None:
    made = literal(text, most=most)
    assert len(made) <= most
    assert unescaped({"text": made}) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tom & <Jerry>", "Tom &amp; &lt;Jerry&gt;"),
        ("snake_case and 2*3*4", "snake_case and 2*3*4"),
        ("S/RES/1718 (2006)", "S/RES/1718 (2006)"),
        ("at 10:30:45", "at 10:30:45"),
        ("*b*", f"{BREAK}*{BREAK}b{BREAK}*{BREAK}"),
        (":rocket:", f":{BREAK}rocket:"),
        ("a\n> b", f"a\n{BREAK}&gt; b"),
    ],
)
def test_literal_text_is_changed_only_where_slack_would_format_it(text: str, shown: str) -> None:
    assert literal(text) == shown


def test_text_that_would_break_out_of_bold_is_not_made_bold() -> None:
    assert bold("2019") == "*2019*"
    assert not bold("a *b* c").startswith("*")
    assert bold("") == ""


@given(ANY, ANY)
def test_a_link_is_the_only_live_thing_about_it(url: str, label: str) -> None:
    for target in (url, f"https://example.org/{url}"):
        message = {"text": link(target, label)}
        assert live_mentions(message) == []
        assert unescaped(message) == []
        assert len(live_links(message)) <= 1
        assert all(one.startswith(("http://", "https://")) for one in live_links(message))


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a?q=1&r=2#part", "https://example.org/a?q=1&amp;r=2#part"),
        ("https://example.org/a b|c>d<e", "https://example.org/a%20b%7Cc%3Ed%3Ce"),
        ("https://example.org/%D0%B9?x=%20", "https://example.org/%D0%B9?x=%20"),
        ("https://пример.рф/й", "https://xn--e1afmkfd.xn--p1ai/%D0%B9"),
        ("javascript:alert(1)", ""),
        ("ftp://example.org/", ""),
        ("//example.org/", ""),
        ("https://", ""),
        ("https://[broken", ""),
        ("https://exa mple.org/", ""),
        ("https://example.org/" + "a" * LONGEST_URL, ""),
    ],
)
def test_only_addresses_on_the_web_become_links(url: str, target: str) -> None:
    assert safe_url(url) == target


def test_a_link_without_a_target_is_its_label() -> None:
    assert link("javascript:alert(1)", "A <page>") == "A &lt;page&gt;"
    assert link("https://example.org/", "A <page>") == "<https://example.org/|A &lt;page&gt;>"


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        ("<@U0BOT> when was the summit?", "when was the summit?"),
        ("hey <@U0BOT|timeline>, 2019", "hey , 2019"),
        ("in <#C1|general>", "in general"),
        ("in <#C1>", "in"),
        ("see <https://example.org/2022|the page>", "see the page"),
        ("see <https://example.org/2022>", "see"),
        ("see <http://example.org|http://example.org>", "see"),
        ("write to <mailto:a@example.org|a@example.org>", "write to a@example.org"),
        ("<!date^1392734382^{date}|18 February 2014>", "18 February 2014"),
        ("<!channel> <!subteam^S1|@staff>", "@staff"),
        ("Tom &amp; Jerry &lt;3 &amp;lt;", "Tom & Jerry <3 &lt;"),
        ("a\n\n b\t c", "a b c"),
        ("<2 or >3", "<2 or >3"),
        ("nul \x00 and \u2028 line", "nul and line"),
        ("", ""),
    ],
)
def test_a_payload_is_read_as_its_writer_meant_it(payload: str, text: str) -> None:
    assert plain_text(payload) == text


@given(st.text(st.characters(min_codepoint=33, exclude_categories=("Cs", "Cc", "Z"))))
def test_what_is_typed_is_what_is_read(typed: str) -> None:
    assert plain_text(escape(typed)) == " ".join(typed.split())


@given(ANY)
def test_reading_never_fails(text: str) -> None:
    assert "\n" not in plain_text(text)


def test_a_very_long_text_is_read_up_to_its_limit() -> None:
    assert len(plain_text("ab " * 20_000)) == MOST_READ
    assert len(plain_text("<" * 100_000)) <= MOST_READ


@given(ANY, st.integers(2, 50))
def test_shortened_text_is_one_line_within_its_limit(text: str, most: int) -> None:
    assert len(shorten(text, most)) <= most
    assert "\n" not in shorten(text, most)
