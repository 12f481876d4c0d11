"""The command line: which commands there are, and where each stands."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from io import TextIOWrapper

import click

# A command's file is imported when the command is called, and the engine, Slack and the
# server inside it: a question at the shell is answered in a fraction of a second because
# nothing else is loaded.
STANDS_IN: Mapping[str, str] = {
    "chat": "asking",
    "ask": "asking",
    "show": "asking",
    "today": "asking",
    "slack": "running",
    "manifest": "running",
    "doctor": "doctor",
    "clock": "daily",
    "post-due": "daily",
    "deliveries": "daily",
    "migrate": "daily",
    "check": "curating",
    "unanswered": "unanswered",
    "schema": "curating",
    "evaluate": "measuring",
    "bench": "timing",
    "index": "indexing",
    "make-key": "keeping",
    "renew-keys": "keeping",
    "forget": "keeping",
}


class Commands(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order in which people meet them."""
        del ctx  # the same in every context
        return list(STANDS_IN)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        del ctx
        return command_named(cmd_name) if cmd_name in STANDS_IN else None


def command_named(name: str) -> click.Command:
    """Return the command called `name`, which is one of `STANDS_IN`."""
    file = import_module(f"bot.cli.{STANDS_IN[name]}")
    command: click.Command = getattr(file, name.replace("-", "_"))
    return command


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="timeline-bot")
@click.pass_context
def commands(context: click.Context) -> None:
    """Answer questions from a curated timeline, in a terminal and in Slack.

    Without a command: the Slack bot where Slack tokens are set, else a local chat.
    """
    for stream in (sys.stdin, sys.stdout):
        # Bytes that are no text, or a letter that the terminal has not, end nothing.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    if context.invoked_subcommand is None:
        tokens = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")
        has_tokens = any(os.environ.get(name) for name in tokens)
        context.invoke(command_named("slack" if has_tokens else "chat"))
