"""Small pages for whoever runs the bot: what they are, and a server that shows nothing else."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bot.errors import SettingsError

_PATIENCE = 5  # seconds that a client may take for its request
_LOOK = 0.1  # seconds until an end is noticed


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown at one address, made anew at each look."""

    body: bytes
    status: HTTPStatus = HTTPStatus.OK
    kind: str = "application/json"


Pages = Mapping[str, Callable[[], Page]]  # what makes each, by its path


def json_page(content: Mapping[str, object], status: HTTPStatus = HTTPStatus.OK) -> Page:
    """Return a page of JSON."""
    return Page(json.dumps(content).encode(), status)


class PageServer:
    """Serves pages at an address of this machine, in threads of its own.

    Making one takes the port; raises `SettingsError`, which names the setting, if it is
    not to be had.
    """

    def __init__(self, pages: Pages, *, host: str, port: int, setting: str) -> None:
        class Handler(BaseHTTPRequestHandler):
            timeout = _PATIENCE
            server_version, sys_version = "timeline-bot", ""

            def do_GET(self) -> None:
                make = pages.get(self.path.partition("?")[0])
                missing = json_page({"status": "not found"}, HTTPStatus.NOT_FOUND)
                page = make() if make else missing
                self.send_response(page.status)
                self.send_header("Content-Type", page.kind)
                self.send_header("Content-Length", str(len(page.body)))
                self.end_headers()
                if self.command == "GET":
                    self.wfile.write(page.body)

            do_HEAD = do_GET  # noqa: N815 (the name that is looked for)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing: these requests come every few seconds."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                """A client that hung up is no news."""

        try:
            self._server = Server((host, port), Handler)
        except OSError as error:
            raise SettingsError(
                f"{setting}: port {port} cannot be used ({error.strerror}). "
                "Set it to a port that is free."
            ) from error
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_LOOK,), name="pages", daemon=True
        )

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def stop(self) -> None:
        """Serve no more, and free the port."""
        if self._thread.is_alive():
            self._server.shutdown()
        self._server.server_close()
