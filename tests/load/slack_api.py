"""A Slack that takes every call and is quick about it; it notes when each answer arrived."""

from __future__ import annotations

import asyncio
import json
import time
from urllib.parse import parse_qs

from tests.slack.stand_in import workspace

_WHO = {
    "ok": True,
    "team": "Readers",
    "user": "timeline",
    "team_id": workspace.TEAM,
    "user_id": workspace.BOT_USER,
    "bot_id": workspace.BOT_ID,
}


class QuickSlack:
    """Answers `auth.test` and `chat.postMessage`; `posted` tells when by the thread's ts."""

    def __init__(self) -> None:
        self.posted: dict[str, float] = {}
        self._server: asyncio.Server | None = None

    async def start(self) -> str:
        """Begin to serve, and return the value for SLACK_API_URL."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=500)
        port = self._server.sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}/api/"

    async def stop(self) -> None:
        """Serve no more."""
        if self._server is not None:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            length = 0
            for line in head.split("\r\n"):
                if line.lower().startswith("content-length:"):
                    length = int(line.partition(":")[2])
            body = (await reader.readexactly(length)).decode()
            writer.write(self._answer(head.split(" ", 2)[1], body))
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def _answer(self, path: str, body: str) -> bytes:
        told = _WHO
        if path.endswith("chat.postMessage"):
            arguments = json.loads(body) if body.startswith("{") else parse_qs(body)
            ts = arguments.get("thread_ts")
            self.posted[ts[0] if isinstance(ts, list) else str(ts)] = time.monotonic()
            told = {"ok": True, "ts": "1.1", "channel": workspace.CHANNEL}
        data = json.dumps(told).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(data)}"
        return f"{head}\r\nConnection: close\r\n\r\n".encode() + data
