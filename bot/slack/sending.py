"""Sending messages to Slack: at most once each, and in plain words if Slack refuses the blocks."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.meter import Meter
from bot.slack.blocks import Message
from bot.slack.certainty import UNREADABLE, is_unclear, reason_in
from bot.slack.patience import Waiting

# Seconds between attempts while Slack has trouble of its own.
PAUSES = (1.0, 4.0, 12.0)
TIMEOUT = 10  # seconds for one call; Slack answers within one, and a thread must not hang

# Nothing was posted, and the same words without their layout may pass.
_REFUSED_LAYOUT = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}
)
_NAMED = re.compile(r'"error"\s*:\s*"(\w{1,80})"', re.ASCII)  # of what answers for a URL
_OK, _REFUSALS = 200, 400  # a status, and the first of those that say no


class SendingError(Exception):
    """Slack did not take a message; its text is Slack's name for the reason.

    It is unclear where Slack may have taken it all the same.
    """

    def __init__(self, reason: str, *, is_unclear: bool = False) -> None:
        super().__init__(reason)
        self.is_unclear = is_unclear


def posting_client(token: str | None, *, base_url: str, meter: Meter | None = None) -> WebClient:
    """Return a client that never repeats a call which may already have posted something.

    Only where Slack says that it was too much or was not reached, and so did nothing, is a call
    repeated.
    """
    return WebClient(
        token,
        base_url=base_url,
        timeout=TIMEOUT,
        retry_handlers=[Waiting(meter)],
    )


def post(client: WebClient, message: Message, *, channel: str, thread_ts: str | None) -> str:
    """Post a message to a channel, in a thread if one is given, and return its timestamp.

    Raises `SendingError` if Slack refused it, `OSError` if that is not known.
    """
    try:
        with _told_apart():
            sent = client.chat_postMessage(channel=channel, thread_ts=thread_ts, **message)
            return str(sent.get("ts") or "")
    except SendingError as refusal:
        if str(refusal) not in _REFUSED_LAYOUT:
            raise
    words = {"text": message["text"], "unfurl_links": False, "unfurl_media": False}
    with _told_apart():
        sent = client.chat_postMessage(channel=channel, thread_ts=thread_ts, mrkdwn=False, **words)
        return str(sent.get("ts") or "")


def whisper(
    client: WebClient, message: Message, *, channel: str, user: str, thread_ts: str | None
) -> None:
    """Post a message that only one person in a channel sees; raises as `post` does."""
    with _told_apart():
        client.chat_postEphemeral(channel=channel, user=user, thread_ts=thread_ts, **message)


def respond(
    url: str,
    message: Message,
    *,
    replaces: bool = False,
    is_public: bool = False,
    thread_ts: str | None = None,
) -> None:
    """Send a message through a response_url: private unless `is_public`.

    With `replaces` it takes the place of the message whose button was pressed. Raises
    `SendingError` if Slack refused it, `OSError` if that is not known.
    """
    how: Message = {"replace_original": replaces}
    if not replaces:  # what is replaced stays where it is, and as private as it is
        how["response_type"] = "in_channel" if is_public else "ephemeral"
        if thread_ts:
            how["thread_ts"] = thread_ts
    reason = _respond(url, {**message, **how})
    if reason in _REFUSED_LAYOUT:
        words = {"text": message["text"], "unfurl_links": False, "unfurl_media": False}
        reason = _respond(url, {**words, **how, "mrkdwn": False})
    if reason:
        raise SendingError(f"response_url {reason}")


def _respond(url: str, body: Message) -> str:
    """Send what stands for a response; return why Slack refused it, empty if it did not."""
    client = WebhookClient(url, timeout=TIMEOUT, retry_handlers=[Waiting()])
    with _told_apart():
        response = client.send_dict(body)
    status, said = response.status_code, response.body or ""
    # Slack says a word or two; a page comes from something in between.
    if is_unclear(status, "") or (status == _OK and said.lstrip().startswith("<")):
        raise SendingError(f"response_url {status}", is_unclear=True)
    named = _NAMED.search(said)
    if status == _OK and not named:
        return ""
    return named[1] if named else str(status)


def publish_home(
    client: WebClient,
    view: Message,
    *,
    user: str,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Publish the App Home of one person, where the same twice is the same; raises as `post`."""

    def publish() -> None:
        with _told_apart():
            client.views_publish(user_id=user, view=view)

    insist(publish, sleep)


def insist(act: Callable[[], object], sleep: Callable[[float], None]) -> None:
    """Do what may be done twice, again and again for a while where it is unclear.

    Raises what it raised at last.
    """
    for pause in PAUSES:
        try:
            act()
        except (SendingError, OSError) as error:
            if isinstance(error, SendingError) and not error.is_unclear:
                raise
            sleep(pause)
        else:
            return
    act()


@contextmanager
def _told_apart() -> Iterator[None]:
    """Raise `SendingError` for answers that say no, and for those that say nothing."""
    try:
        yield
    except SlackApiError as error:
        raise _refusal(error) from error
    except OSError:
        raise
    except UNREADABLE as error:
        raise SendingError("unreadable_answer", is_unclear=True) from error


def _refusal(error: SlackApiError) -> SendingError:
    response, reason = error.response, reason_in(error.response)
    # What is no answer of Slack's comes as the parts of a response.
    status = getattr(response, "status_code", None) or response.get("status", 0)
    # Behind a page that says yes, but is no answer of Slack's, Slack may have done its work.
    is_odd = not reason and status < _REFUSALS
    return SendingError(
        reason or f"status {status}", is_unclear=is_odd or is_unclear(status, reason)
    )
