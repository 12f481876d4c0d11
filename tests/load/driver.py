"""Sends signed commands and mentions, as fast as they are taken or at a steady rate."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.load.slack_api import QuickSlack
from tests.slack.stand_in import payloads, workspace
from tests.slack.stand_in.http_delivery import FORM, sign

_JSON = "application/json"
PATIENCE = 20.0  # seconds for the last answers

TAKEN, BUSY = 200, 503
SOON = 0.05  # seconds until what was not taken is sent again

_numbers = itertools.count(1)


@dataclass(slots=True)
class Sent:
    """One request: when it was sent and acknowledged, and by what its answer is known."""

    ts: str
    began: float
    acknowledged: float = 0.0


@dataclass(frozen=True, slots=True)
class Load:
    """What came of it: durations in seconds, and how many a second."""

    acks: Sequence[float]
    answers: Sequence[float]
    lost: int
    rate: float


# Payloads as Slack sends them; reading them anew for each request would slow the driver.
_COMMAND = payloads.example("slash_command")
_EVENT = payloads.wrapped(
    payloads.mention("", ts="1.1", channel=workspace.CHANNEL), event_id="Ev", at=time.time()
)


def command(question: str) -> tuple[str, str, str]:
    """Return body, content type and "" of a slash command; its answer is the acknowledgement."""
    number = next(_numbers)
    fresh = {"text": question, "user_id": f"U{number % 500}", "trigger_id": f"{number}.1.a"}
    return urlencode(_COMMAND | fresh), FORM, ""


def mention(question: str) -> tuple[str, str, str]:
    """Return body, content type and ts of a mention; its answer is posted under that ts."""
    number = next(_numbers)
    ts = f"{1_700_000_000 + number}.000100"
    event = {**_EVENT["event"], "text": f"<@{workspace.BOT_USER}> {question}", "ts": ts}
    event |= {"user": f"U{number % 500}", "event_ts": ts}
    return json.dumps({**_EVENT, "event": event, "event_id": f"Ev{number}"}), _JSON, ts


Make = Callable[[str], tuple[str, str, str]]


@dataclass(slots=True)
class Driver:
    """Keeps some connections to one address open, as Slack does."""

    port: int
    slack: QuickSlack
    questions: Sequence[str]
    sent: list[Sent] = field(default_factory=list)

    async def at_most(self, make: Make, *, seconds: float, connections: int) -> Load:
        """Send on each connection as soon as the request before is acknowledged."""
        until = time.monotonic() + seconds
        self.sent = []
        began = time.monotonic()
        await asyncio.gather(*(self._keep_on(make, until) for _ in range(connections)))
        return await self._load(make, began)

    async def steadily(self, make: Make, *, seconds: float, rate: float) -> Load:
        """Send so many a second, whether or not those before are acknowledged."""
        self.sent = []
        free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
        began = time.monotonic()
        tasks = []
        for number in range(int(seconds * rate)):
            pause = began + number / rate - time.monotonic()
            if pause > 0:
                await asyncio.sleep(pause)
            tasks.append(asyncio.create_task(self._once(make, free)))
        await asyncio.gather(*tasks)
        load = await self._load(make, began)
        while not free.empty():
            free.get_nowait()[1].close()
        return load

    async def _keep_on(self, make: Make, until: float) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        while time.monotonic() < until:
            await self._send(make, reader, writer)
        writer.close()

    async def _once(
        self,
        make: Make,
        free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]],
    ) -> None:
        try:
            pair = free.get_nowait()
        except asyncio.QueueEmpty:
            pair = await asyncio.open_connection("127.0.0.1", self.port)
        await self._send(make, *pair)
        free.put_nowait(pair)

    async def _send(
        self, make: Make, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        body, kind, ts = make(self.questions[len(self.sent) % len(self.questions)])
        sent = Sent(ts, time.monotonic())
        self.sent.append(sent)
        # Slack, too, sends again what was not taken; not as soon, and with more patience.
        while (status := await _post(body, kind, reader, writer)) == BUSY:
            await asyncio.sleep(SOON)
        if status != TAKEN:
            raise RuntimeError(f"status {status}")
        sent.acknowledged = time.monotonic()

    async def _load(self, make: Make, began: float) -> Load:
        posted = self.slack.posted
        if make is mention:
            deadline = time.monotonic() + PATIENCE
            while time.monotonic() < deadline and any(s.ts not in posted for s in self.sent):
                await asyncio.sleep(0.02)
        acks = [sent.acknowledged - sent.began for sent in self.sent]
        if make is command:
            ends = [sent.acknowledged for sent in self.sent]
            answers = acks
        else:
            ends = [posted[sent.ts] for sent in self.sent if sent.ts in posted]
            answers = [posted[sent.ts] - sent.began for sent in self.sent if sent.ts in posted]
        lost = len(self.sent) - len(answers)
        return Load(acks, answers, lost, len(ends) / (max(ends, default=began + 1) - began))


async def _post(
    body: str, kind: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> int:
    timestamp = str(int(time.time()))
    signature = sign(body, secret=workspace.SIGNING_SECRET, timestamp=timestamp)
    data = body.encode()
    head = (
        "POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Content-Type: {kind}\r\nContent-Length: {len(data)}\r\n"
        f"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: {signature}\r\n\r\n"
    )
    writer.write(head.encode() + data)
    answered = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    await reader.readexactly(int(answered.partition("content-length:")[2].split("\r\n", 1)[0]))
    return int(answered.split(" ", 2)[1])
