"""Where the program starts: hands the real environment, clock and streams to the commands."""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its exit status."""
    from bot.cli.main import commands

    commands(prog_name="timeline-bot", windows_expand_args=False)


if __name__ == "__main__":
    main()
