"""Delivery over HTTP: signed requests to the bot's one address."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import time
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.slack.stand_in import workspace
from tests.slack.stand_in.delivery import COMMANDS, EVENTS, Ack, Delivery, Retry
from tests.slack.stand_in.recording import PATIENCE
from tests.slack.stand_in.stand_in import StandIn

FORM = "application/x-www-form-urlencoded"
PATH = "/slack/events"


def sign(body: str, *, secret: str, timestamp: str) -> str:
    """Slack's signature over a body and a timestamp."""
    base = f"v0:{timestamp}:{body}".encode()
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


class HttpDelivery(Delivery):
    """Posts to the bot as Slack does, with the signature that only Slack could make."""

    def __init__(
        self,
        stand_in: StandIn,
        base_url: str,
        *,
        secret: str = workspace.SIGNING_SECRET,
        path: str = PATH,
    ) -> None:
        super().__init__(stand_in)
        self._address = urlsplit(base_url).netloc
        self._secret = secret
        self._path = path

    def send(self, kind: str, payload: dict[str, Any], *, retry: Retry | None = None) -> Ack:
        """Post one payload in the form that its kind has."""
        headers = {}
        if retry:
            headers = {
                "X-Slack-Retry-Num": str(retry.number),
                "X-Slack-Retry-Reason": retry.reason,
            }
        if kind == EVENTS:
            return self.post(json.dumps(payload), content_type="application/json", headers=headers)
        fields = payload if kind == COMMANDS else {"payload": json.dumps(payload)}
        return self.post(urlencode(fields), content_type=FORM, headers=headers)

    def post(
        self,
        body: str,
        *,
        content_type: str = "application/json",
        headers: dict[str, str] | None = None,
        signature: str | None = None,
        age: float = 0.0,
        unsigned: bool = False,
    ) -> Ack:
        """Post a raw body; forge or leave out the signature, or make it `age` seconds old."""
        timestamp = str(int(time.time() - age))
        sent = {"Content-Type": content_type, "User-Agent": "Slackbot 1.0", **(headers or {})}
        if not unsigned:
            right = sign(body, secret=self._secret, timestamp=timestamp)
            sent["X-Slack-Request-Timestamp"] = timestamp
            sent["X-Slack-Signature"] = right if signature is None else signature
        return self.request("POST", self._path, body=body, headers=sent)

    def request(
        self, method: str, path: str, *, body: str = "", headers: dict[str, str] | None = None
    ) -> Ack:
        """Any request to the bot's address, for its other pages as well."""
        began = time.monotonic()
        connection = http.client.HTTPConnection(self._address, timeout=PATIENCE)
        try:
            connection.request(method, path, body=body.encode(), headers=headers or {})
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        elapsed = time.monotonic() - began
        names = {name.lower(): value for name, value in response.getheaders()}
        is_json = names.get("content-type", "").startswith("application/json") and text
        return Ack(response.status, json.loads(text) if is_json else text, elapsed, names)
