"""Delivery over Socket Mode."""

from __future__ import annotations

import time
from typing import Any

from tests.slack.stand_in.delivery import EVENTS, Ack, Delivery, Retry
from tests.slack.stand_in.recording import PATIENCE

NOT_ACKNOWLEDGED = 504  # what the missing acknowledgement of an envelope is reported as


class SocketDelivery(Delivery):
    """Sends envelopes over the open WebSocket and waits for the matching acknowledgement."""

    patience = PATIENCE

    def send(self, kind: str, payload: dict[str, Any], *, retry: Retry | None = None) -> Ack:
        """Deliver one envelope; without an acknowledgement the status is 504."""
        envelope: dict[str, Any] = {
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != EVENTS,
        }
        if kind == EVENTS:
            envelope |= {
                "retry_attempt": retry.number if retry else 0,
                "retry_reason": retry.reason if retry else "",
            }
        began = time.monotonic()
        envelope_id = self.stand_in.sockets.send(envelope)
        try:
            at, body = self.stand_in.sockets.wait_ack(envelope_id, self.patience)
        except TimeoutError:
            return Ack(NOT_ACKNOWLEDGED, None, time.monotonic() - began)
        return Ack(200, body, at - began)
