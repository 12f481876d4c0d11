"""The key of an index: what it was made of, so that a stale one is recognised."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
# All that shapes an index; a change to any of it makes older index files stale.
_SHAPING = (
    "packing.py",
    "store/making.py",
    "timeline/*.py",
    "search/**/*.py",
    "search/words/*.txt",
)
_CHUNK = 1 << 20


def name_of(files: Sequence[Path]) -> str:
    """Return the name under which the index of these files is kept: one for each set of paths."""
    paths = "\n".join(str(file.resolve()) for file in files)
    return hashlib.blake2b(paths.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def key_of(files: Sequence[Path]) -> str:
    """Return what the index of these files is recognised by: their content, and our own code.

    Raises `OSError` where a file cannot be read.
    """
    found = hashlib.blake2b(digest_size=32)
    found.update(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    for file in (*shaping_files(), *files):
        found.update(f"\n{file.name} {file.stat().st_size}\n".encode("utf-8", "surrogateescape"))
        with file.open("rb", buffering=0) as stream:
            while chunk := stream.read(_CHUNK):
                found.update(chunk)
    return found.hexdigest()


def shaping_files() -> Iterator[Path]:
    """Yield the files of our own that shape an index, always in the same order."""
    for pattern in _SHAPING:
        yield from sorted(_PACKAGE.glob(pattern)) if "*" in pattern else (_PACKAGE / pattern,)
