"""The small timeline that the process under test answers from."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

SUMMIT = "Kim Jong Un and Vladimir Putin meet in Vladivostok"
SUMMIT_QUESTION = "When did Putin and Kim Jong Un meet in Vladivostok?"
VETO = "Russia and China veto new sanctions"
VETO_QUESTION = "When did Russia and China veto new sanctions?"
COSMODROME = "The leaders tour the Vostochny Cosmodrome"
LAVROV = "Sergey Lavrov calls on Pyongyang"
ANNIVERSARY = "A friendship treaty is signed"
UNKNOWN_QUESTION = "How much butter goes into a shortcrust pastry?"

HOSTILE_ID = "hostile-entry"
HOSTILE_TITLE = "<!channel> & <@U0ASKER001> *bold* _it_ `code` <http://evil.example|x> #general"
HOSTILE_URL = "https://example.org/a?q=1&r=2#part"
SOURCE_URL = "https://example.org/page/"

# As large as an entry may be, and made of what grows fivefold when it is escaped.
BULKY_YEAR = "1998"
HOW_MANY_BULKY = 7
_BULKY_ID, _BULKY_TITLE, _BULKY_TEXT, _BULKY_URL = 200, 300, 2000, 2000
_BULKY_SYMBOL, _BULKY_SOURCES = 200, 50

# Never asked for, so that no answer holds one of these by chance.
_CITIES = (
    "Khabarovsk", "Magadan", "Chita", "Irkutsk", "Omsk", "Perm", "Kazan", "Samara", "Saratov",
    "Tula", "Orel", "Kursk", "Tver", "Pskov", "Vologda", "Murmansk", "Sochi", "Elista",
    "Grozny", "Derbent", "Penza", "Kirov", "Syktyvkar",
)  # fmt: skip
_FIRST_VISIT = date(2022, 1, 10)
_BETWEEN_VISITS = timedelta(days=12)


def visits() -> list[dict[str, Any]]:
    """Twenty-three ordinary entries of 2022, so that the year has to be paged."""
    return [
        event(
            f"visit-{number:02d}",
            (_FIRST_VISIT + number * _BETWEEN_VISITS).isoformat(),
            f"A delegation of farmers tours {city}",
        )
        for number, city in enumerate(_CITIES)
    ]


def bulky_title(number: int) -> str:
    """The title of a bulky entry, up to where it is all ampersands."""
    return f"Bulky entry number {number} "


def bulky() -> list[dict[str, Any]]:
    """Entries at the limits of the file format, which no Slack message could hold whole."""
    source = {
        "title": "&" * _BULKY_TITLE,
        "publisher": "<" * _BULKY_TITLE,
        "url": SOURCE_URL.ljust(_BULKY_URL, "&"),
    }
    return [
        event(
            f"bulky-{number}-".ljust(_BULKY_ID, "x"),
            f"{BULKY_YEAR}-{number:02d}-15",
            bulky_title(number).ljust(_BULKY_TITLE, "&"),
            summary="&<>*" * (_BULKY_TEXT // 4),
            note=">" * _BULKY_TEXT,
            symbol="&" * _BULKY_SYMBOL,
            sources=[source] * _BULKY_SOURCES,
        )
        for number in range(1, HOW_MANY_BULKY + 1)
    ]


def event(event_id: str, day: str, title: str, **fields: Any) -> dict[str, Any]:
    """One entry of the file."""
    source = {
        "title": f"Report on {event_id}",
        "publisher": "The Example",
        "url": f"{SOURCE_URL}{event_id}",
    }
    entry = {"id": event_id, "date": day, "title": title, "sources": [source]}
    return entry | {"summary": "This is what the papers wrote on that day."} | fields


def events() -> list[dict[str, Any]]:
    """All entries: 26 in 2022, and a few around them."""
    leaders = {"people": ["Vladimir Putin", "Kim Jong Un"], "significance": 3}
    veto = {"organisations": ["UN Security Council"], "significance": 3}
    hostile_source = {
        "title": "<!here> | > *evil*",
        "publisher": "<@U0ASKER001> & Sons",
        "url": HOSTILE_URL,
    }
    return [
        *bulky(),
        event(HOSTILE_ID, "1999-03-01", HOSTILE_TITLE, sources=[hostile_source]),
        *(event(f"treaty-{day}", f"2000-{day}", ANNIVERSARY) for day in _today_and_tomorrow()),
        event("2018-lavrov", "2018-05-31", LAVROV, people=["Sergey Lavrov"]),
        event("2019-summit", "2019-04-25", SUMMIT, places=["Vladivostok"], **leaders),
        *visits(),
        event("2022-veto", "2022-05-26", VETO, **veto),
        event("2022-rail", "2022-11-02", "Freight trains cross the Tumen river again"),
        event("2022-letters", "2022-12", "Letters are exchanged at the end of the year"),
        event("2023-cosmodrome", "2023-09-13", COSMODROME, places=["Vostochny"], **leaders),
    ]


def write_timeline(folder: Path, entries: list[dict[str, Any]] | None = None) -> Path:
    """Write the file (anew) as a whole, as an editor would, and return its path."""
    content = {
        "timeline": {
            "id": "example",
            "title": "An example timeline",
            "description": "Entries for the tests of the Slack door.",
            "languages": ["en"],
            "licence": "CC0-1.0",
            "tags": {},
            "names": {
                "people": {
                    "Vladimir Putin": ["Putin"],
                    "Kim Jong Un": ["Kim"],
                    "Sergey Lavrov": ["Lavrov"],
                },
                "places": {"Vladivostok": [], "Vostochny": []},
                "organisations": {"UN Security Council": ["UNSC"]},
            },
            "synonyms": [["veto", "block"]],
        },
        "events": events() if entries is None else entries,
    }
    path = folder / "example.json"
    fresh = path.with_suffix(".fresh")
    fresh.write_text(json.dumps(content, indent=1, ensure_ascii=False), "utf-8")
    return fresh.replace(path)


def _today_and_tomorrow() -> list[str]:
    # Two days, so that a test run over midnight finds the same.
    now = datetime.now(UTC).date()
    # The year 2000 had a 29 February, so every day of today's year is in it.
    return [f"{day:%m-%d}" for day in (now, now + timedelta(days=1))]
