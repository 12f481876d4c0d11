"""What scenarios ask again and again of the running bot."""

from __future__ import annotations

from collections.abc import Callable

from tests.slack.example_data import VETO, VETO_QUESTION
from tests.slack.stand_in import (
    Delivery,
    Message,
    Sent,
    auto_linked,
    live_links,
    live_mentions,
    unescaped,
    workspace,
)

# Listeners run beside one another, so that one later answer could overtake an earlier one;
# two in a row hardly can.
BARRIERS = 2


def barrier(slack: Delivery) -> tuple[Message, ...]:
    """Ask something else, elsewhere, and return the answers once they are all there."""
    answers: list[Message] = []
    for _ in range(BARRIERS):
        sent = slack.mention(VETO_QUESTION, channel=workspace.SIDE_CHANNEL)
        reply = slack.reply(sent)
        assert VETO in reply.visible
        answers.append(reply)
    return tuple(answers)


def assert_silent(slack: Delivery, deliver: Callable[[], Sent]) -> None:
    """What is delivered is acknowledged in time and answered by nothing at all."""
    mark = slack.stand_in.mark
    homes = len(slack.stand_in.recorder.homes)
    assert deliver().ack.is_fine
    slack.stand_in.assert_quiet(since=mark, barrier=lambda: barrier(slack))
    assert len(slack.stand_in.recorder.homes) == homes


def only_reply(slack: Delivery, sent: Sent) -> Message:
    """The answer, after making sure that there is no second one."""
    assert sent.ack.is_fine
    reply = slack.reply(sent)
    slack.stand_in.assert_quiet(since=sent.mark, barrier=lambda: (reply, *barrier(slack)))
    return reply


def assert_tame(message: Message, *, links: str = "https://example.org/") -> None:
    """Nothing in a message is live but links to the sources of the data."""
    markup = message.markup
    assert live_mentions(markup) == []
    assert unescaped(markup) == []
    assert auto_linked(markup) == []
    assert [link for link in live_links(markup) if not link.startswith(links)] == []


def assert_kind(message: Message) -> None:
    """A reply in words that does not report a failure, and is fit for screen readers."""
    assert len(message.visible.split()) >= 3
    assert len(message.text.split()) >= 3
    assert "traceback" not in message.visible.lower()
    assert "reference" not in message.text.lower()
