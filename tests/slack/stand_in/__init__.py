"""A strict local stand-in of Slack: Web API, response URLs, Socket Mode and signed requests."""

from tests.slack.stand_in.delivery import Ack, Delivery, ElsewhereDelivery, Retry, Sent
from tests.slack.stand_in.http_delivery import HttpDelivery
from tests.slack.stand_in.liveness import (
    auto_linked,
    live_links,
    live_markup,
    live_mentions,
    unescaped,
)
from tests.slack.stand_in.recording import Call, Message
from tests.slack.stand_in.socket_delivery import SocketDelivery
from tests.slack.stand_in.stand_in import StandIn

__all__ = [
    "Ack",
    "Call",
    "Delivery",
    "ElsewhereDelivery",
    "HttpDelivery",
    "Message",
    "Retry",
    "Sent",
    "SocketDelivery",
    "StandIn",
    "auto_linked",
    "live_links",
    "live_markup",
    "live_mentions",
    "unescaped",
]
