"""The format of event files: every field with its limits and its description."""

from __future__ import annotations

import json
import re
from typing import Any

from bot.timeline.event import Event, Source
from bot.timeline.shapes import Field, ListOf, MapOf, Record, Shape
from bot.timeline.text_shapes import DateShape, Text, WholeNumber
from bot.timeline.timeline import Name, SpokenWords, TimelineInfo

LONGEST_TITLE = 300  # twice a long headline; a reply shows it whole
LONGEST_BULK_TITLE = 2000  # bulk stores put their whole text into the title
LONGEST_TEXT = 2000  # summary, note, description: fits a section of a Slack message
LONGEST_ID = 200  # fits a button's value with room to spare
LONGEST_URL = 2000  # what browsers and Slack accept
LONGEST_NAME = 200  # names, aliases, tags, synonyms
MOST_ITEMS = 50  # people, places, tags, sources… of one event
MOST_KEYWORDS = 100  # of one event: several wordings in several languages
MOST_ALIASES = 100  # of one name: several scripts and spellings
MOST_ENTRIES = 20_000  # names of a kind, tags, groups of synonyms
MOST_EVENTS = 1_000_000  # more than a YAML file within its size can hold

_KINDS = ("people", "places", "organisations")

_line = Text(LONGEST_NAME)
_texts = Text(LONGEST_TEXT, several_lines=True)
_names = ListOf(_line, MOST_ITEMS)
_id = Text(
    LONGEST_ID,
    pattern=re.compile(r"\S+"),
    expected="is not an id: write it without spaces, as in 2019-vladivostok-summit",
)
_slug = Text(
    LONGEST_ID,
    pattern=re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
    expected="is not a slug: write small letters, digits and hyphens, as in space-race",
)
_language = Text(
    LONGEST_NAME,
    pattern=re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
    expected="is not a language code: write en, ru or ko",
)
_url = Text(
    LONGEST_URL,
    pattern=re.compile(r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@\\]+(?:[/?#]\S*)?"),
    expected="is not a web address: write one that begins with https:// or http://",
)

SOURCE = Record(
    "Source",
    (
        Field("title", Text(LONGEST_TITLE), "Title of the page or document.", True),
        Field("publisher", Text(LONGEST_TITLE), "Who published it."),
        Field("url", _url, "Web address, http or https."),
        Field("date", DateShape(), "When it was published, in EDTF."),
    ),
)


def _event_fields(title: Text, *, needs_sources: bool) -> tuple[Field, ...]:
    sources = ListOf(SOURCE, MOST_ITEMS, least=1 if needs_sources else 0)
    return (
        Field("id", _id, "Unique and stable, without spaces: 2019-vladivostok-summit.", True),
        Field(
            "date",
            DateShape(),
            "When it happened, in EDTF and only as precise as it is known: 2019-04-25, 2019-04, "
            "2019, about 2019~, perhaps 2019?, the 2010s 201X, from 2019-04-25/2019-05-01, "
            "summer 2019-22, since 2019/.. .",
            True,
        ),
        Field("title", title, "One line that says what happened.", True),
        Field("summary", _texts, "One to three sentences, shown as they are written."),
        Field("people", _names, "Canonical names of the people."),
        Field("places", _names, "Canonical names of the places and states."),
        Field("organisations", _names, "Canonical names of the organisations."),
        Field("tags", _names, "Tags from the vocabulary in the header."),
        Field("significance", WholeNumber(1, 3), "1 ordinary (as if left out) to 3 turning point."),
        Field(
            "related", ListOf(_id, MOST_ITEMS), "Ids of events this one continues or belongs to."
        ),
        Field("note", _texts, "What to know about the date or the sources."),
        Field("symbol", _line, "Symbol of a UN document: S/RES/1718 (2006)."),
        Field(
            "keywords",
            ListOf(_line, MOST_KEYWORDS),
            "Words and phrases that people may ask with and no text of the event says, in any "
            "language; searched, never shown.",
        ),
        Field("sources", sources, "The pages that support the entry.", needs_sources),
    )


EVENT = Record("Event", _event_fields(Text(LONGEST_TITLE), needs_sources=True))
BULK_EVENT = Record("Event", _event_fields(Text(LONGEST_BULK_TITLE), needs_sources=False))

_aliases: Shape = MapOf(_line, ListOf(_line, MOST_ALIASES), MOST_ENTRIES, or_empty=True)

WORDS = Record(
    "Words",
    (
        Field(
            "question",
            ListOf(_line, MOST_ENTRIES),
            "Words that only ask or chat, and so say nothing of what is asked for.",
        ),
        Field(
            "topics",
            MapOf(_line, _line, MOST_ENTRIES),
            "Words for common topics, each with the word, tag or name of this file it stands for.",
        ),
    ),
)

HEADER = Record(
    "Header",
    (
        Field("id", _slug, "Short name of the timeline in small letters: space-race.", True),
        Field("title", Text(LONGEST_TITLE), "Title of the timeline.", True),
        Field("description", _texts, "One or two sentences on what it covers."),
        Field("languages", ListOf(_language, MOST_ITEMS), "Languages of the entries: [en]."),
        Field("licence", _line, "Licence of the data: CC-BY-4.0."),
        Field(
            "tags",
            MapOf(_line, Text(LONGEST_TEXT), MOST_ENTRIES),
            "The vocabulary of tags, each with a description. Without it any tag may be used.",
        ),
        Field(
            "names",
            Record(
                "Names",
                tuple(
                    Field(kind, _aliases, f"Names of {kind} and their aliases.") for kind in _KINDS
                ),
            ),
            "Canonical names, each with the aliases that people type, in any script.",
        ),
        Field(
            "synonyms",
            ListOf(ListOf(_line, MOST_ALIASES, least=2), MOST_ENTRIES),
            "Groups of words or phrases that may stand for one another in a question.",
        ),
        Field(
            "regions",
            MapOf(_line, ListOf(_line, MOST_ENTRIES, least=1), MOST_ENTRIES),
            "Countries and other large places, each with the places of this file that lie in it, "
            "so that a journey to the country is found in its cities.",
        ),
        Field(
            "words",
            MapOf(_language, WORDS, MOST_ITEMS),
            "What people say in other languages than the entries', by language code.",
        ),
    ),
)

FILE = Record(
    "Timeline",
    (
        Field("timeline", HEADER, "What the file as a whole is.", True),
        Field("events", ListOf(EVENT, MOST_EVENTS, are_distinct=False), "The entries.", True),
    ),
)


def build_info(fields: dict[str, Any]) -> TimelineInfo:
    """Return the header made of the fields that `HEADER` has read."""
    names, words = fields.pop("names", {}), fields.pop("words", {})
    return TimelineInfo(
        **{**fields, **{name: tuple(fields.get(name, {}).items()) for name in ("tags", "regions")}},
        names=tuple(
            Name(name, kind, aliases)
            for kind in _KINDS
            for name, aliases in names.get(kind, {}).items()
        ),
        words=tuple(
            SpokenWords(language, said.get("question", ()), tuple(said.get("topics", {}).items()))
            for language, said in words.items()
        ),
    )


def build_event(fields: dict[str, Any], timeline: str) -> Event:
    """Return the event made of the fields that `EVENT` or `BULK_EVENT` has read."""
    if sources := fields.get("sources"):
        fields["sources"] = tuple(_build_source(source) for source in sources)
    return Event(**fields, timeline=timeline)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of event files, which lets an editor help and check."""
    draft = "http://json-schema.org/draft-07/schema#"  # the draft most editors know
    return {"$schema": draft, **FILE.describe(), "title": "Timeline of curated events"}


def write_schema() -> str:
    """Return the text of the schema file that is kept beside this module."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _build_source(fields: dict[str, Any]) -> Source:
    if date := fields.get("date"):
        fields["date"] = date.edtf
    return Source(**fields)
