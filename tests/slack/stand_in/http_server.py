"""The HTTP side: Web API methods under /api/ and response URLs under /response/."""

from __future__ import annotations

import json
import socket
import struct
import sys
import threading
import time
from base64 import b64decode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.slack.stand_in.recording import Recorder
from tests.slack.stand_in.responses import Responses
from tests.slack.stand_in.trouble import Trouble, TroubleQueue
from tests.slack.stand_in.web_api import WebApi

_JSON_ARGUMENTS = ("blocks", "attachments", "metadata", "view")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class SlackHttpServer(ThreadingHTTPServer):
    """One stand-in's HTTP server; connections are not kept alive, so it stops at once."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self, api: WebApi, responses: Responses, *, trouble: TroubleQueue, recorder: Recorder
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.api = api
        self.responses = responses
        self.trouble = trouble
        self.recorder = recorder
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def start(self) -> None:
        """Begin to serve, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Stop serving and free the port."""
        self.shutdown()
        self.server_close()
        self._thread.join(5)

    def handle_error(self, *_: Any) -> None:
        """A caller that hung up is no news; anything else is a fault of the stand-in."""
        error = sys.exception()
        if not isinstance(error, ConnectionError):
            self.recorder.add_fault(f"the stand-in itself failed: {error!r}")


class _Handler(BaseHTTPRequestHandler):
    server: SlackHttpServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        path = urlsplit(self.path).path
        if path.startswith("/response/"):
            self._serve(
                "response_url", lambda: self.server.responses.take(path.split("/")[2], body)
            )
        elif path.startswith("/api/"):
            method = path.removeprefix("/api/")
            args = self._arguments(body)
            if method == "oauth.v2.access":
                client = self._client()
                self._serve(method, lambda: (200, self.server.api.exchange(args, client=client)))
                return
            token = self._token(args)
            self._serve(
                method, lambda: (200, self.server.api.call(method, args, token=token)), args
            )
        else:
            self.server.recorder.add_fault(f"a request to an unknown address: {self.path}")
            self._reply(404, {"ok": False, "error": "not_found"})

    do_GET = do_POST  # noqa: N815  # Slack takes both for its methods

    def _serve(self, method: str, act: Any, args: dict[str, Any] | None = None) -> None:
        trouble = self.server.trouble.take(method)
        watch = self.server.trouble.watch
        if watch is None:
            self._meet(trouble, act)
            return
        trouble = watch.begin(method, args or {}) or trouble
        try:
            self._meet(trouble, act)
        finally:
            watch.end(method, args or {})

    def _meet(self, trouble: Trouble | None, act: Any) -> None:
        if trouble is None:
            self._reply(*act())
            return
        if trouble.delay:
            time.sleep(trouble.delay)
        fails = trouble.reset or trouble.half or trouble.status or trouble.error
        outcome = act() if trouble.after or not fails else None
        if not fails and outcome is not None:
            self._reply(*outcome)
        elif trouble.reset:
            self._cut()
        elif trouble.half:
            self._break_off()
        else:
            self._fail(trouble)

    def _fail(self, trouble: Trouble) -> None:
        if trouble.error == "ratelimited":
            headers = {"Retry-After": str(trouble.retry_after)}
            self._reply(429, {"ok": False, "error": "ratelimited"}, headers=headers)
        elif trouble.error:
            self._reply(trouble.status or 200, {"ok": False, "error": trouble.error})
        else:
            self._reply(trouble.status, "<html>upstream trouble</html>")

    def _cut(self) -> None:
        # Lingering for zero seconds makes the system send a reset instead of a polite end.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def _break_off(self) -> None:
        self.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ok":')
        self.close_connection = True

    def _arguments(self, body: str) -> dict[str, Any]:
        args: dict[str, Any] = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
        if self.headers.get_content_type() == "application/json":
            args |= json.loads(body) if body else {}
            return args
        args |= dict(parse_qsl(body, keep_blank_values=True))
        for name in _JSON_ARGUMENTS:
            if isinstance(args.get(name), str):
                args[name] = json.loads(args[name])
        return {
            name: _BOOLEANS.get(value, value) if name.startswith(("unfurl", "mrkdwn")) else value
            for name, value in args.items()
        }

    def _token(self, args: dict[str, Any]) -> str:
        given = self.headers.get("Authorization") or ""
        return str(args.pop("token", "")) or given.removeprefix("Bearer ").strip()

    def _client(self) -> tuple[str, str]:
        given = (self.headers.get("Authorization") or "").removeprefix("Basic ").strip()
        name, _, secret = b64decode(given).decode().partition(":")
        return name, secret

    def _reply(self, status: int, content: Any, *, headers: dict[str, str] | None = None) -> None:
        is_text = isinstance(content, str)
        data = (content if is_text else json.dumps(content)).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain" if is_text else "application/json")
        self.send_header("Content-Length", str(len(data)))
        if self.path.startswith("/api/"):
            self.send_header("X-OAuth-Scopes", ",".join(sorted(self.server.api.scopes)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the recorder keeps what matters."""
