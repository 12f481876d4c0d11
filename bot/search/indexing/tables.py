"""Sets of words, and tables of what JSON can hold, packed and read where they lie."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from bot.packing import (
    Buffers,
    SortedWords,
    Strings,
    Table,
    Views,
    narrow,
    pack_sorted,
    pack_strings,
    read_text,
    sorted_in,
    write_text,
)

K = TypeVar("K")
V = TypeVar("V")


def pack_words(name: str, words: Iterable[str]) -> Buffers:
    """Pack a set of words under a name."""
    return pack_sorted(name, sorted({write_text(word) for word in words}))


def read_words(name: str, views: Views) -> SortedWords:
    """Return the set that was packed under a name."""
    return SortedWords(sorted_in(views, name))


def pack_table(name: str, pairs: Iterable[tuple[str, object]]) -> Buffers:
    """Pack a mapping under a name; its values are such as JSON can hold."""
    found = sorted((write_text(key), value) for key, value in pairs)
    values, value_ends = pack_strings(
        write_text(json.dumps(value, ensure_ascii=False)) for _, value in found
    )
    return {
        **pack_sorted(name, [key for key, _ in found]),
        f"{name} values": values,
        f"{name} values ends": narrow(value_ends),
    }


def read_table(
    name: str,
    views: Views,
    make: Callable[[Any], V],
    *,
    write_key: Callable[[K], bytes],
    read_key: Callable[[bytes], K],
) -> Mapping[K, V]:
    """Return the mapping that was packed under a name; `make` is given what JSON holds."""
    values = Strings(views[f"{name} values"], views[f"{name} values ends"])
    if not len(values):
        return {}
    return Table(
        sorted_in(views, name),
        lambda at: make(json.loads(values[at])),
        write_key=write_key,
        read_key=read_key,
    )


def read_texts(name: str, views: Views, make: Callable[[Any], V]) -> Mapping[str, V]:
    """Return the mapping that was packed under a name, of which the keys are texts."""
    return read_table(name, views, make, write_key=write_text, read_key=read_text)
