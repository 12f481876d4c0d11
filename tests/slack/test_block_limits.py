"""Whatever is in an answer, its message fits and holds nothing live."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import Answer, AnswerKind, Entry, Request
from bot.slack.blocks import LONGEST_TEXT, MOST_BLOCKS, Layout, render
from bot.slack.press import Audience, Listing
from bot.timeline.event import Source
from tests.slack.stand_in import auto_linked, live_links, live_mentions, unescaped
from tests.slack.stand_in.blocks_check import message_refusal

DAY = date(2026, 3, 1)

PARTS = """<!channel> <@U1> <http://e.vil|x> http://e.vil/ #general & > " \\ *b* ` | 👍 Слово"""
HOSTILE = st.sampled_from([*PARTS.split(), "\n> ", "word ", "\0"])
TEXTS = st.builds(
    lambda parts, times: "".join(parts) * times,
    st.lists(HOSTILE, max_size=8),
    st.sampled_from([1, 1, 3, 40, 200]),
)
SOURCES = st.builds(
    Source, TEXTS, TEXTS, st.one_of(TEXTS, TEXTS.map(lambda t: f"https://example.org/{t}")), TEXTS
)
ENTRIES = st.builds(
    Entry, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS,
    st.lists(SOURCES, max_size=8).map(tuple),
)  # fmt: skip
ANSWERS = st.builds(
    Answer,
    st.sampled_from(AnswerKind),
    TEXTS,
    st.lists(ENTRIES, max_size=7).map(tuple),
    total=st.integers(7, 500),
    offset=st.sampled_from([0, 5]),
    note=TEXTS,
    lines=st.lists(TEXTS, max_size=5).map(tuple),
    examples=st.lists(TEXTS, max_size=3).map(tuple),
    before=TEXTS,
    after=TEXTS,
    request=st.builds(Request, st.just("ask"), TEXTS.map(lambda text: text[:1000])),
)


LISTINGS = st.builds(
    Listing,
    st.sampled_from(AnswerKind),
    TEXTS,
    st.lists(TEXTS.map(lambda text: text[:200]), max_size=60).map(tuple),
)


@given(ANSWERS, st.sampled_from(Audience), TEXTS, st.none() | LISTINGS)
def test_every_message_fits_is_complete_and_holds_nothing_live_but_sources(
    answer: Answer, audience: Audience, remark: str, listing: Listing | None
) -> None:
    message = render(answer, Layout(audience, DAY, remark=remark, listing=listing))
    assert message_refusal(message) is None
    assert len(json.dumps(message, ensure_ascii=False)) < 11_000
    assert len(message["blocks"]) <= MOST_BLOCKS
    assert 0 < len(message["text"]) <= LONGEST_TEXT
    assert live_mentions(message) == []
    assert unescaped(message) == []
    assert auto_linked({"blocks": message["blocks"]}) == []
    assert all(one.startswith(("https://", "http://")) for one in live_links(message))
