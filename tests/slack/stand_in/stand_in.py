"""`StandIn`: a strict local stand-in of Slack, started and stopped as a context manager."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from tests.slack.stand_in import workspace
from tests.slack.stand_in.http_server import SlackHttpServer
from tests.slack.stand_in.installs import Installs
from tests.slack.stand_in.recording import PATIENCE, Call, Found, Message, Recorder
from tests.slack.stand_in.responses import Responses
from tests.slack.stand_in.socket_server import SocketServer
from tests.slack.stand_in.tickets import Tickets
from tests.slack.stand_in.trouble import Trouble, TroubleQueue
from tests.slack.stand_in.web_api import WebApi


class StandIn:
    """Slack on this machine: Web API, response URLs and Socket Mode, all recorded.

    Point the app's `SLACK_API_URL` at `api_url`. Everything it sends is checked against
    Slack's rules; what Slack refuses, and what we do not want, is listed in `faults`.
    """

    def __init__(self, scopes: frozenset[str] = workspace.DEFAULT_SCOPES) -> None:
        self.recorder = Recorder()
        self.tickets = Tickets()
        self.trouble = TroubleQueue()
        self.sockets = SocketServer(self.recorder)
        self.api = WebApi(
            self.recorder, self.tickets, scopes=scopes, open_socket=self.sockets.new_url
        )
        self.responses = Responses(self.api, self.recorder, tickets=self.tickets)
        self._http = SlackHttpServer(
            self.api, self.responses, trouble=self.trouble, recorder=self.recorder
        )

    def __enter__(self) -> Self:
        self._http.start()
        self.sockets.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.sockets.stop()
        self._http.stop()

    @property
    def api_url(self) -> str:
        """The value for `SLACK_API_URL`."""
        return f"http://127.0.0.1:{self._http.port}/api/"

    def response_url(self, key: str) -> str:
        """The address that a response ticket is reached at."""
        return f"http://127.0.0.1:{self._http.port}/response/{key}"

    @property
    def installs(self) -> Installs:
        """Where somebody allows the app in a workspace."""
        return self.api.installs

    @property
    def calls(self) -> tuple[Call, ...]:
        """Every request so far, refused or not."""
        return self.recorder.calls

    def calls_of(self, method: str) -> tuple[Call, ...]:
        """Every request of one method so far."""
        return tuple(call for call in self.calls if call.method == method)

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything refused, and everything Slack would take but we do not want."""
        return self.recorder.faults

    @property
    def mark(self) -> int:
        """A bookmark in the messages, to ask for later ones only."""
        return len(self.recorder.all_messages)

    def messages(
        self,
        channel: str | None = None,
        *,
        since: int = 0,
        thread_ts: str | None = None,
        answers: str | None = None,
    ) -> tuple[Message, ...]:
        """What people saw, in order; narrowed down by channel, thread or trigger."""
        return tuple(
            message
            for message in self.recorder.all_messages[since:]
            if channel in {None, message.channel}
            and thread_ts in {None, message.thread_ts}
            and answers in {None, message.answers}
        )

    def home_of(self, user: str) -> dict[str, Any] | None:
        """The App Home this person sees now."""
        published = [view for seen_by, view in self.recorder.homes if seen_by == user]
        return published[-1] if published else None

    def wait_for(self, look: Callable[[], Found], timeout: float = PATIENCE) -> Found:
        """Wait until `look` returns something true; raises TimeoutError with a report."""
        return self.recorder.wait_for(look, timeout)

    def wait_for_messages(
        self,
        count: int = 1,
        *,
        channel: str | None = None,
        since: int = 0,
        thread_ts: str | None = None,
        answers: str | None = None,
        timeout: float = PATIENCE,
    ) -> tuple[Message, ...]:
        """Wait for at least this many messages of a kind and return all there are."""

        def look() -> tuple[Message, ...]:
            found = self.messages(channel, since=since, thread_ts=thread_ts, answers=answers)
            return found if len(found) >= count else ()

        return self.wait_for(look, timeout)

    def assert_quiet(self, *, since: int, barrier: Callable[[], tuple[Message, ...]]) -> None:
        """Nothing was posted since the bookmark but what the barrier itself brought about.

        The barrier asks something else and returns the answers: once they are here, an
        answer to what came before would be here as well.
        """
        expected = barrier()
        unexpected = [m for m in self.messages(since=since) if m not in expected]
        assert not unexpected, f"posted, though it should be quiet: {unexpected}"

    def allow_refusals(self, method: str, error: str) -> None:
        """Count it as no fault that Slack refuses calls of a method for this reason."""
        self.api.allowed_refusals.add((method, error))

    def fail_next(
        self,
        method: str,
        *,
        status: int = 0,
        error: str = "",
        retry_after: int = 1,
        reset: bool = False,
        half: bool = False,
        delay: float = 0.0,
        after: bool = False,
        times: int = 1,
    ) -> None:
        """Let the next calls of a method (or "response_url") go wrong; see `Trouble`."""
        trouble = Trouble(
            status=status,
            error=error,
            retry_after=retry_after,
            reset=reset,
            half=half,
            delay=delay,
            after=after,
        )
        self.trouble.add(method, trouble, times=times)
