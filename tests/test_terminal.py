"""The local chat, told as dialogues."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.answers.answer import Answer
from bot.answers.responder import Responder
from bot.answers.wording.choosing import wording_for
from bot.answers.wording.en import ENGLISH
from bot.search.indexing.building import build_index
from bot.terminal import WIDTH, chat, welcome
from bot.timeline.timeline import Timeline
from tests.example_files import CHANNEL, run, write_timeline
from tests.examples import make_event, make_name, make_timeline

DAY = date(1999, 7, 25)
FLIGHTS = make_timeline(
    make_event("1903-kitty-hawk", "1903-12-17", "The Wright brothers make a powered flight"),
    make_event("1909-channel", "1909-07-25", "Louis Blériot flies across the English Channel",
               people=["Louis Blériot"]),
    make_event("1927-paris", "1927-05-20/1927-05-21", "Charles Lindbergh flies to Paris"),
    *(make_event(f"1930-{n:02}", f"1930-{n:02}", f"Air race number {n}") for n in range(1, 13)),
    names=(make_name("Louis Blériot", "Blériot"),),
)  # fmt: skip


def talk(*said: str, timeline: Timeline = FLIGHTS) -> list[str]:
    """Say these lines, one after the other, and return the replies."""
    responder = Responder(build_index(timeline))
    replies: list[str] = []
    chat(
        iter(said), replies.append,
        responder=lambda: responder, today=lambda: DAY, random=Random(1),
    )  # fmt: skip
    return replies


# Dialogues


def test_a_question_is_answered_with_entry_date_source_and_id() -> None:
    (reply,) = talk("when did Blériot fly across the English Channel?")
    assert "25 July 1909" in reply
    assert "Louis Blériot flies across the English Channel" in reply
    assert "https://example.org/page" in reply
    assert "id 1909-channel" in reply


def test_each_line_gets_one_reply_in_order() -> None:
    first, second, third = talk("1909", "1927", "today")
    assert "id 1909-channel" in first
    assert "id 1927-paris" in second
    assert "id 1909-channel" in third


def test_what_is_unknown_is_said_plainly() -> None:
    (reply,) = talk("how much butter goes into shortcrust pastry")
    assert ENGLISH.nothing_found in reply


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_an_empty_line_gets_one_short_line(line: str) -> None:
    assert talk(line) == [ENGLISH.nothing_typed]
    assert talk("привет", line)[-1] == wording_for("ru").nothing_typed


@pytest.mark.parametrize("line", ["use", "use all", "/timeline use all", "use example"])
def test_a_choice_among_timelines_is_said_to_be_made_in_slack(line: str) -> None:
    assert talk(line)[0].split() == ENGLISH.use_in_chat.split()


@pytest.mark.parametrize("line", ["help", "Help", "?", "/timeline", "/timeline help"])
def test_help_comes_with_examples_that_work(line: str) -> None:
    (reply,) = talk(line)
    _, found, examples = reply.partition("Try:\n")
    assert found
    first = examples.splitlines()[0].strip()
    assert first
    (answer,) = talk(first)
    assert ENGLISH.nothing_found not in answer


def test_a_line_written_as_in_slack_is_understood() -> None:
    assert talk("/timeline 1909") == talk("1909")


def test_an_entry_is_shown_by_its_id() -> None:
    (reply,) = talk("id 1927-paris")
    assert "20–21 May 1927" in reply


def test_random_shows_an_entry_of_the_timeline() -> None:
    (reply,) = talk("random")
    shown = re.search(r"^  id (\S+)$", reply, re.MULTILINE)
    assert shown
    assert FLIGHTS.get(shown.group(1))


@pytest.mark.parametrize("goodbye", [
    "quit", "Quit", " exit ", "bye", ":q", "q", "/quit", "/exit", "stop", "exit please", "Stop.",
    "exit()", "выход", "стоп", "Хватит!", "종료", "그만", "그만할래",
])  # fmt: skip
def test_a_goodbye_ends_the_chat(goodbye: str) -> None:
    assert len(talk("1909", goodbye, "1927")) == 1


@pytest.mark.parametrize(
    "line", ["stop the flight", "when did the war stop?", "quit smoking", "qq"]
)
def test_a_line_that_only_holds_such_a_word_ends_nothing(line: str) -> None:
    assert len(talk(line, "1909")) == 2


def test_more_shows_the_next_page_until_all_was_shown() -> None:
    replies = talk("1930", "more", "more", "more")
    pages = [re.findall(r"^  id (\S+)", reply, re.MULTILINE) for reply in replies]
    assert pages[:3] == [
        ["1930-01", "1930-02", "1930-03", "1930-04", "1930-05"],
        ["1930-06", "1930-07", "1930-08", "1930-09", "1930-10"],
        ["1930-11", "1930-12"],
    ]
    assert "1–5 of 12 (“more” shows the next)" in replies[0]
    assert "11–12 of 12" in replies[2]
    assert "more" not in replies[2]
    assert replies[3] == "That was all."


def test_more_goes_on_with_the_latest_list_only() -> None:
    *_, reply = talk("1930", "1909", "more")
    assert reply == "That was all."


def test_more_at_the_very_beginning_is_not_an_error() -> None:
    (reply,) = talk("more")
    assert reply


def test_a_timeline_that_changed_meanwhile_is_used_at_once() -> None:
    other = make_timeline(make_event("1909-new", "1909-01-01", "Something new"))
    stores = iter([Responder(build_index(FLIGHTS)), Responder(build_index(other))])
    replies: list[str] = []
    chat(
        iter(["1909", "1909"]), replies.append,
        responder=lambda: next(stores), today=lambda: DAY, random=Random(1),
    )  # fmt: skip
    assert "id 1909-channel" in replies[0]
    assert "id 1909-new" in replies[1]


def test_more_after_the_timeline_shrank_shows_what_there_is() -> None:
    small = make_timeline(make_event("1930-new", "1930-01-01", "Something new"))
    stores = iter([Responder(build_index(FLIGHTS)), Responder(build_index(small))])
    replies: list[str] = []
    chat(
        iter(["1930", "more"]), replies.append,
        responder=lambda: next(stores), today=lambda: DAY, random=Random(1),
    )  # fmt: skip
    assert "id 1930-new" in replies[1]


def test_an_empty_timeline_says_so() -> None:
    empty = Timeline.build([], [])
    replies = talk("when was it?", "", "random", "1909", "today", timeline=empty)
    assert len(replies) == 5
    assert ENGLISH.empty_timeline in replies[0]


@pytest.mark.parametrize(
    "line", ["🚀" * 200, "a" * 10_000, "\x1b[31mred\x1b[0m", "\ud800", "(" * 500]
)
def test_noise_gets_a_kind_reply(line: str) -> None:
    (reply,) = talk(line)
    assert reply
    assert "\x1b" not in reply


def test_the_chat_works_piped_and_prints_no_prompt(tmp_path: Path) -> None:
    result = run("chat", "--data", write_timeline(tmp_path), said="1909\nquit\n1927\n")
    assert result.exit_code == 0
    assert CHANNEL["title"] in result.stdout
    assert "Lindbergh" not in result.stdout
    assert not [line for line in result.stdout.splitlines() if line.startswith(">")]


def test_the_chat_ends_with_its_input(tmp_path: Path) -> None:
    result = run("chat", "--data", write_timeline(tmp_path), said="1909")
    assert result.exit_code == 0
    assert CHANNEL["title"] in result.stdout


@pytest.mark.parametrize("width", [30, WIDTH])
def test_the_welcome_shows_how_to_connect_slack(width: int) -> None:
    shown = welcome(Responder(build_index(FLIGHTS)), width=width)
    assert "An example" in shown
    assert "timeline-bot slack" in " ".join(shown.split())
    assert "1909, July 1909" in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= width


# Going on from what was said before


RACES = make_timeline(
    make_event("1909-rheims", "1909-08-22", "The first air race at Rheims", tags=["race"],
               people=["Glenn Curtiss"]),
    make_event("1910-rheims", "1910-07-03", "The second air race at Rheims", tags=["race"]),
    make_event("1927-paris", "1927-05-20", "Charles Lindbergh flies to Paris"),
)  # fmt: skip


def test_a_question_goes_on_from_the_one_before() -> None:
    first, second = talk("the first air race at Rheims", "and the second?", timeline=RACES)
    assert "id 1909-rheims" in first
    assert "id 1910-rheims" in second


def test_an_entry_shown_may_be_asked_about() -> None:
    *_, reply = talk("id 1909-rheims", "who was there?", timeline=RACES)
    assert "id 1909-rheims" in reply


def test_new_question_drops_what_was_asked_before() -> None:
    _, dropped, reply = talk("air race at Rheims", "new question", "who was there?",
                             timeline=RACES)  # fmt: skip
    assert dropped.startswith("A new question, then.")
    assert reply.startswith(ENGLISH.no_words)


def test_a_word_of_thanks_between_two_questions_drops_nothing() -> None:
    *_, reply = talk("the first air race at Rheims", "thanks", "and the second?", timeline=RACES)
    assert "id 1910-rheims" in reply


def test_only_the_last_six_questions_are_kept() -> None:
    asked: list[int] = []

    class Watched(Responder):
        def reply(self, *args: Any, **kwargs: Any) -> Answer:
            asked.append(sum(turn.is_question for turn in kwargs["context"]))
            return super().reply(*args, **kwargs)

    responder = Watched(build_index(RACES))
    chat(
        iter(["1909"] * 9), lambda _: None,
        responder=lambda: responder, today=lambda: DAY, random=Random(1),
    )  # fmt: skip
    assert asked == [0, 1, 2, 3, 4, 5, 6, 6, 6]


def test_the_help_of_the_chat_speaks_of_the_chat() -> None:
    (reply,) = talk("help")
    assert "more: the next entries of a list. quit: leave." in reply
    assert "ention me" not in reply
    assert "/timeline" not in reply
    assert "1909, July 1909, 1909-07-25, 1907..1909, 1900s" in " ".join(reply.split())


# Languages


def test_a_conversation_keeps_the_language_spoken_last() -> None:
    first, bare, more, english, verb, last = talk(
        "что было в 1909 году?",
        "1930",
        "ещё",
        "what happened in 1909?",
        "1930",
        "1903-kitty-hawk",
    )
    assert "25 июля 1909 г.: Louis Blériot" in first
    assert bare.startswith("1930 г.: 12 записей")
    assert "(«ещё» покажет следующие)" in bare
    assert "6–10 из 12" in more
    assert "25 July 1909" in english
    assert verb.startswith("1930: 12 entries")
    assert "17 December 1903" in last


def test_korean_is_answered_in_korean() -> None:
    greeting, year, more, last = talk("안녕하세요", "1930", "더", "더")
    assert greeting.startswith("안녕하세요.")
    assert year.startswith("1930년: 기록 12건")
    assert "‘더’라고 하면" in year
    assert "12건 중 6~10" in more
    assert "12건 중 11~12" in last
    assert talk("안녕하세요", "1909", "더")[-1] == "이것이 전부입니다."


def test_daily_posts_are_said_to_live_in_slack_and_can_be_previewed_here() -> None:
    told = talk("subscribe 9:00", "pause 2w", "unsubscribe")
    assert len(told) == 3
    assert all("Daily posts live in Slack" in answer for answer in told)
