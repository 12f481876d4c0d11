"""The page with “Add to Slack”, as HTML that needs nothing from elsewhere."""

from __future__ import annotations

from html import escape

# What a page that gives something away on a click must not allow: being framed by another.
SAFE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}

_WHY = {
    "app_mentions:read": "see the messages that mention it, to answer them",
    "chat:write": "post its answers, and the daily post where people ask for one",
    "commands": "answer its slash command and its shortcut",
    "im:history": "see the messages that people write to it directly",
    "users:read": "know your time zone, to fill in a form (you may leave this out)",
}

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 sans-serif; margin: 3em auto; max-width: 36em; padding: 0 1em; }}
a.button {{ background: #1f3a4d; border-radius: 6px; color: #fff; display: inline-block;
  padding: .6em 1.2em; text-decoration: none; }}
</style>
</head>
<body>
<h1>{title}</h1>
{content}
</body>
</html>
"""


def install_page(url: str, *, name: str, description: str, scopes: tuple[str, ...]) -> str:
    """Return the page whose button leads to Slack at `url`."""
    reasons = "\n".join(f"<li>{escape(_WHY.get(scope, scope))}</li>" for scope in scopes)
    return _page(
        name,
        f"<p>{escape(description)}</p>\n"
        f"<p>It asks Slack for leave to:</p>\n<ul>\n{reasons}\n</ul>\n"
        "<p>It keeps no messages. Its token is kept encrypted, and all that is kept of a "
        "workspace is deleted when the app is removed from it.</p>\n"
        f'<p><a class="button" href="{escape(url)}">Add to Slack</a></p>',
    )


def success_page(*, name: str) -> str:
    """Return what is shown once the app is installed."""
    return _page(
        name,
        "<p>It is installed. Go back to Slack, invite it into a channel and mention it there "
        "with a question, or write to it directly.</p>\n"
        '<p><a class="button" href="slack://open">Open Slack</a></p>',
    )


def failure_page(reason: str, *, name: str, install_path: str) -> str:
    """Return what is shown where the installation did not come about."""
    return _page(
        name,
        f"<p>{escape(reason)} Nothing was installed or changed.</p>\n"
        f'<p><a class="button" href="{escape(install_path)}">Try again</a></p>',
    )


def _page(title: str, content: str) -> str:
    return _PAGE.format(title=escape(title), content=content)
