"""The stand-in is as strict as Slack, and a trivial Bolt app works with it in both modes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from tests.slack.stand_in import (
    Delivery,
    HttpDelivery,
    Retry,
    SocketDelivery,
    StandIn,
    live_mentions,
    payloads,
    workspace,
)

QUIET: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}
BUTTON = {"type": "button", "text": {"type": "plain_text", "text": "More"}, "value": "2"}


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with StandIn() as running:
        yield running


@pytest.fixture
def client(stand_in: StandIn) -> WebClient:
    return WebClient(workspace.BOT_TOKEN, base_url=stand_in.api_url, retry_handlers=[])


class _SilentHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(params=["socket", "http"], scope="module")
def door(request: pytest.FixtureRequest) -> Iterator[Delivery]:
    """A trivial Bolt app behind either door."""
    with StandIn() as stand_in:
        client = WebClient(workspace.BOT_TOKEN, base_url=stand_in.api_url)
        yield from (
            _socket(stand_in, client) if request.param == "socket" else _http(stand_in, client)
        )


def _socket(stand_in: StandIn, client: WebClient) -> Iterator[Delivery]:
    handler = SocketModeHandler(_trivial_app(App(client=client)), workspace.APP_TOKEN)
    handler.connect()  # type: ignore[no-untyped-call]
    stand_in.sockets.wait_connected(10)
    yield SocketDelivery(stand_in)
    # Closing would otherwise wait for the end of a read that lasts three seconds.
    handler.client.auto_reconnect_enabled = False
    stand_in.sockets.cut()
    # The SDK's own threads notice the cut and close as well, without waiting for one another.
    with suppress(AttributeError):
        handler.close()  # type: ignore[no-untyped-call]


def _http(stand_in: StandIn, client: WebClient) -> Iterator[Delivery]:
    app = _trivial_app(App(client=client, signing_secret=workspace.SIGNING_SECRET))
    wsgi = SlackRequestHandler(app)
    server = make_server("127.0.0.1", 0, wsgi, WSGIServer, handler_class=_SilentHandler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield HttpDelivery(stand_in, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()


def _trivial_app(app: App) -> App:
    @app.event("app_mention")
    def on_mention(event, client):  # type: ignore[no-untyped-def]
        thread = event.get("thread_ts") or event["ts"]
        client.chat_postMessage(
            channel=event["channel"], thread_ts=thread, text=event["text"], **QUIET
        )

    @app.command("/timeline")
    def on_command(ack, command):  # type: ignore[no-untyped-def]
        ack(
            text=f"about {command['text']}",
            blocks=[{"type": "actions", "elements": [{**BUTTON, "action_id": "more"}]}],
        )

    @app.action("more")
    def on_more(ack, respond, action):  # type: ignore[no-untyped-def]
        ack()
        respond(text=f"page {action['value']}", replace_original=True)

    @app.shortcut("find_in_timeline")
    def on_shortcut(ack, shortcut, respond):  # type: ignore[no-untyped-def]
        ack()
        respond(text=f"found {shortcut['message']['text']}")

    @app.event("app_home_opened")
    def on_home(event, client):  # type: ignore[no-untyped-def]
        blocks = [{"type": "section", "text": {"type": "plain_text", "text": "Welcome"}}]
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    return app


def error_of(call: object, **args: object) -> str:
    with pytest.raises(SlackApiError) as caught:
        call(**args)  # type: ignore[operator]
    return str(caught.value.response["error"])


# A trivial Bolt app works with it.


def test_a_mention_is_delivered_and_its_answer_recorded_in_the_thread(door: Delivery) -> None:
    sent = door.mention("hello")
    reply = door.reply(sent)
    assert sent.ack.is_fine
    assert (reply.channel, reply.thread_ts) == (workspace.CHANNEL, sent.ts)
    assert live_mentions(reply.markup) == [f"<@{workspace.BOT_USER}>"]
    assert door.stand_in.faults == ()


def test_a_command_answered_in_its_acknowledgement_is_a_private_message(door: Delivery) -> None:
    sent = door.command("2022")
    reply = door.reply(sent)
    assert (reply.via, reply.text, reply.user) == ("ack", "about 2022", workspace.ASKER)


def test_a_click_replaces_the_private_message_through_the_response_url(door: Delivery) -> None:
    message = door.reply(door.command("2022"))
    sent = door.click(message, "More")
    reply = door.reply(sent)
    assert (reply.text, reply.replaces, reply.is_private) == ("page 2", message.ts, True)
    assert "message" not in sent.payload


def test_a_shortcut_and_the_home_tab_reach_the_app(door: Delivery) -> None:
    reply = door.reply(door.shortcut("Hanoi", callback_id="find_in_timeline"))
    door.open_home()
    door.stand_in.wait_for(lambda: door.stand_in.home_of(workspace.ASKER))
    assert reply.text == "found Hanoi"
    assert reply.is_private


def test_an_event_nobody_handles_is_not_acknowledged_well(
    door: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SocketDelivery, "patience", 0.5)
    assert not door.direct_message("hello").ack.is_fine


def test_a_second_delivery_keeps_the_event_id_and_says_that_it_is_one(door: Delivery) -> None:
    sent = door.mention("hello")
    again = door.again(sent, retry=Retry(1, "http_timeout"))
    assert again.payload["event_id"] == sent.payload["event_id"]
    assert len(door.replies(sent, count=2)) == 2


def test_the_bots_own_messages_come_back_as_slack_sends_them(door: Delivery) -> None:
    reply = door.reply(door.mention("hello"))
    event = payloads.own_message(reply)
    assert (event["bot_id"], event["user"]) == (workspace.BOT_ID, workspace.BOT_USER)


# The doors themselves.


@pytest.mark.parametrize("door", ["http"], indirect=True)
def test_a_forged_an_old_and_an_unsigned_request_are_told_apart(door: Delivery) -> None:
    assert isinstance(door, HttpDelivery)
    body = '{"type": "url_verification", "challenge": "abc"}'
    assert door.post(body).body == {"challenge": "abc"}
    assert door.post(body, signature="v0=" + "0" * 64).status == 401
    assert door.post(body, age=301).status == 401
    assert door.post(body, unsigned=True).status == 401


@pytest.mark.parametrize("door", ["socket"], indirect=True)
def test_an_app_told_to_disconnect_comes_back_over_a_new_socket(door: Delivery) -> None:
    door.stand_in.sockets.disconnect()
    door.stand_in.sockets.wait_connected(10, total=2)
    assert door.reply(door.mention("hello")).text.endswith("hello")


def test_a_socket_needs_a_ticket_from_the_web_api(stand_in: StandIn) -> None:
    assert error_of(WebClient(base_url=stand_in.api_url).apps_connections_open, app_token="x") == (
        "not_allowed_token_type"
    )
    client = WebClient(base_url=stand_in.api_url)
    url = client.apps_connections_open(app_token=workspace.APP_TOKEN)["url"]
    assert url.startswith("ws://127.0.0.1:")


# The Web API is strict.


@pytest.mark.parametrize(
    ("token", "error"),
    [
        ("", "not_authed"),
        ("xoxb-wrong", "invalid_auth"),
        (workspace.APP_TOKEN, "not_allowed_token_type"),
    ],
)
def test_a_bad_token_is_refused(stand_in: StandIn, token: str, error: str) -> None:
    assert error_of(WebClient(token, base_url=stand_in.api_url).auth_test) == error


def test_auth_test_tells_who_the_bot_is(client: WebClient) -> None:
    assert client.auth_test()["user_id"] == workspace.BOT_USER


def test_methods_outside_the_scopes_are_refused(client: WebClient) -> None:
    assert error_of(client.users_info, user=workspace.ASKER) == "missing_scope"
    replies = client.conversations_replies
    assert error_of(replies, channel=workspace.CHANNEL, ts="1.0") == "missing_scope"
    assert error_of(client.users_list) == "unknown_method"


@pytest.mark.filterwarnings("ignore:The top-level `text`")
@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"channel": workspace.CHANNEL}, "no_text"),
        ({"channel": workspace.CHANNEL, "text": "  "}, "no_text"),
        ({"channel": "C0NOWHERE00", "text": "hello"}, "channel_not_found"),
        ({"channel": workspace.FOREIGN_CHANNEL, "text": "hello"}, "not_in_channel"),
        ({"channel": "", "text": "hello"}, "invalid_arguments"),
        ({"channel": workspace.CHANNEL, "text": "a", "blocks": []}, "invalid_blocks"),
    ],
)
def test_a_faulty_message_is_refused(
    client: WebClient, args: dict[str, object], error: str
) -> None:
    assert error_of(client.chat_postMessage, **args) == error


def test_a_private_message_needs_somebody_in_the_channel(client: WebClient) -> None:
    args = {"channel": workspace.CHANNEL, "user": workspace.OUTSIDER, "text": "hello"}
    assert error_of(client.chat_postEphemeral, **args) == "user_not_in_channel"


def test_an_update_is_shorter_than_a_message_may_be(client: WebClient) -> None:
    ts = client.chat_postMessage(channel=workspace.CHANNEL, text="one", **QUIET)["ts"]
    long = {"channel": workspace.CHANNEL, "ts": ts, "text": "a" * 4001}
    assert error_of(client.chat_update, **long) == "msg_too_long"
    assert error_of(client.chat_update, **{**long, "ts": "1.0", "text": "a"}) == "message_not_found"


def test_what_slack_takes_but_we_do_not_want_is_a_fault(
    stand_in: StandIn, client: WebClient
) -> None:
    with pytest.warns(UserWarning, match="text"):
        client.chat_postMessage(channel=workspace.CHANNEL, blocks=[{"type": "divider"}])
    assert stand_in.faults == (
        "chat.postMessage without unfurl_links=false",
        "chat.postMessage without unfurl_media=false",
        "chat.postMessage: blocks without text for screen readers",
    )


def test_a_trigger_opens_one_view_within_three_seconds(
    stand_in: StandIn, client: WebClient
) -> None:
    title = {"type": "plain_text", "text": "Timeline"}
    view = {"type": "modal", "title": title, "blocks": [{"type": "divider"}]}
    trigger = stand_in.tickets.new_trigger()
    client.views_open(trigger_id=trigger, view=view)
    assert error_of(client.views_open, trigger_id=trigger, view=view) == "exchanged_trigger_id"
    late = stand_in.tickets.new_trigger()
    stand_in.tickets.put_forward(4)
    assert error_of(client.views_open, trigger_id=late, view=view) == "expired_trigger_id"


def test_a_response_url_can_be_used_five_times_in_half_an_hour(stand_in: StandIn) -> None:
    def new_url() -> WebhookClient:
        key = stand_in.tickets.new_response(workspace.CHANNEL, workspace.ASKER, trigger="t")
        return WebhookClient(stand_in.response_url(key))

    often, late = new_url(), new_url()
    answers = [often.send(text="hello") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert "used_url" in answers[-1].body
    stand_in.tickets.put_forward(31 * 60)
    assert "expired_url" in late.send(text="hello").body


def test_trouble_to_order_hits_only_the_next_call(stand_in: StandIn, client: WebClient) -> None:
    stand_in.fail_next("auth.test", error="ratelimited", retry_after=7)
    with pytest.raises(SlackApiError) as caught:
        client.auth_test()
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "7"
    stand_in.fail_next("auth.test", reset=True)
    with pytest.raises(OSError):
        client.auth_test()
    assert client.auth_test()["ok"]


def test_waiting_for_something_that_never_comes_tells_what_came(stand_in: StandIn) -> None:
    with pytest.raises(TimeoutError, match="0 calls, 0 messages"):
        stand_in.wait_for_messages(timeout=0.05)
