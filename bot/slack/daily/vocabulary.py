"""What a daily post can be narrowed down to: the timelines, tags and people that are loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.search.terms import fold
from bot.timeline.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names as they stand in the data, by each of the folded spellings they may be typed in.

    `timelines` are ids by id and by title; `titles` are their titles by id.
    """

    timelines: Mapping[str, str]
    tags: Mapping[str, str]
    people: Mapping[str, str]
    titles: Mapping[str, str]

    @classmethod
    def of(cls, timeline: Timeline) -> Vocabulary:
        """Return the names of a timeline: those of its headers and those its events use."""
        named = [name for info in timeline.infos for name in info.names if name.kind == "people"]
        tags = [tag for info in timeline.infos for tag, _ in info.tags]
        tags += sorted({tag for event in timeline.events for tag in event.tags})
        people = [(alias, name.canonical) for name in named for alias in name.aliases]
        people += [(name, name) for name, kind in timeline.names_used if kind == "people"]
        people += [(name.canonical, name.canonical) for name in named]
        titles = {info.id: info.title for info in timeline.infos}
        by_title = [(title, known) for known, title in titles.items()]
        return cls(
            _folded([*by_title, *((known, known) for known in titles)]),
            _folded((tag, tag) for tag in tags),
            _folded(people),
            titles,
        )


def _folded(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {fold_name(typed): meant for typed, meant in pairs}


def fold_name(typed: str) -> str:
    """Return a name as it is compared: small letters, hyphens and spaces alike."""
    return " ".join(fold(typed).replace("-", " ").replace("_", " ").split())


class Vocabularies:
    """Keeps the vocabulary of the timeline that was asked for last; safe between threads.

    Menus are searched at every letter that is typed, and a large timeline takes a second.
    """

    def __init__(self) -> None:
        self._known: tuple[Timeline, Vocabulary] | None = None

    def of(self, timeline: Timeline) -> Vocabulary:
        """Return the names of a timeline."""
        known = self._known
        if known is None or known[0] is not timeline:
            known = self._known = timeline, Vocabulary.of(timeline)
        return known[1]
