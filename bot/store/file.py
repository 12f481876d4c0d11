"""The index file: named buffers behind a header that tells whether they can be trusted.

A file is written beside its place and then moved there, so that it is there as a whole or
not at all, and is never changed afterwards: a process that has mapped it keeps what it has.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import tempfile
import zlib
from array import array
from contextlib import suppress
from pathlib import Path

from bot.errors import BotError
from bot.packing import Buffers, Views

FORMAT = 7  # of this file; counts up with every change that older readers would misread
MAGIC = b"timeline index\r\n"  # a file that went through a text transfer lacks it
_START = struct.Struct("<16sIIQI")  # magic, length and sum of the head, length and sum of the rest
_ALIGNED = 8  # bytes: every number stands at a multiple of its size
_CHUNK = 1 << 20  # bytes read at a time for the sum: the file is not kept in memory for it

MOST_FILES = 16  # kept in one folder, the ones written last
SUFFIX = ".index"


class IndexFileError(BotError):
    """The file cannot be used; the message says why."""


def write_file(path: Path, buffers: Buffers, *, key: str) -> None:
    """Write the buffers to `path`, under the key by which they are recognised.

    Raises `OSError` where that is not possible; then nothing has changed. Two processes may
    write the same file at the same time: the last one to finish leaves its own.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    sections: dict[str, tuple[int, int, str]] = {}
    raw: list[memoryview | bytes] = []
    at = 0
    for name, buffer in buffers.items():
        code = buffer.typecode if isinstance(buffer, array) else memoryview(buffer).format
        bytes_of_it = memoryview(buffer).cast("B")
        sections[name] = at, len(bytes_of_it), code
        padding = -len(bytes_of_it) % _ALIGNED
        raw += bytes_of_it, bytes(padding)
        at += len(bytes_of_it) + padding
    total = 0
    for one in raw:
        total = zlib.crc32(one, total)
    head = {"format": FORMAT, "byteorder": sys.byteorder, "key": key, "sections": sections}
    packed = json.dumps(head).encode()
    packed += b" " * (-(_START.size + len(packed)) % _ALIGNED)
    start = _START.pack(MAGIC, len(packed), zlib.crc32(packed), at, total)
    handle, temporary = tempfile.mkstemp(suffix=".part", prefix=path.stem + ".", dir=path.parent)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 (a handle, not a path)
            for one in (start, packed, *raw):
                stream.write(one)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)  # noqa: PTH105 (said as what it is)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


def open_file(path: Path, *, key: str) -> Views:
    """Return the buffers of the file at `path`, mapped into memory.

    Raises `IndexFileError` where there is no such file, or it is cut off, damaged, of
    another format, or of other data than `key` stands for.
    """
    try:
        with path.open("rb") as stream:
            start = stream.read(_START.size)
            if len(start) < _START.size:
                raise IndexFileError(f"{path}: is cut off")
            magic, head_size, head_sum, size, total = _START.unpack(start)
            if magic != MAGIC:
                raise IndexFileError(f"{path}: is no index file")
            whole = _START.size + head_size + size
            if os.fstat(stream.fileno()).st_size != whole:
                raise IndexFileError(f"{path}: is cut off")
            head = stream.read(head_size)
            if zlib.crc32(head) != head_sum:
                raise IndexFileError(f"{path}: is damaged")
            found = json.loads(head)
            is_ours = (found["format"], found["byteorder"]) == (FORMAT, sys.byteorder)
            if not is_ours or found["key"] != key:
                raise IndexFileError(f"{path}: is of other data or another version")
            if _sum_of_rest(stream.fileno(), _START.size + head_size) != total:
                raise IndexFileError(f"{path}: is damaged")
            mapped = memoryview(mmap.mmap(stream.fileno(), whole, access=mmap.ACCESS_READ))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexFileError(f"{path}: cannot be used: {error}") from error
    body = mapped[_START.size + head_size :]
    return {
        name: body[at : at + length].cast(code)
        for name, (at, length, code) in found["sections"].items()
    }


def view(buffers: Buffers) -> Views:
    """Return buffers as they would be read from a file, without one."""
    return {name: memoryview(buffer).toreadonly() for name, buffer in buffers.items()}


def tidy(folder: Path, *, most: int = MOST_FILES) -> None:
    """Remove all but the index files that were written last, and remains of broken writing."""
    with suppress(OSError):
        files = {path: path.stat().st_mtime for path in folder.iterdir() if path.is_file()}
        kept = sorted((p for p in files if p.suffix == SUFFIX), key=files.__getitem__)
        newest = files[kept[-1]] if kept else 0.0
        remains = [p for p in files if p.suffix == ".part" and files[p] < newest - _A_DAY]
        for path in (*kept[:-most], *remains):
            path.unlink(missing_ok=True)


_A_DAY = 86_400.0  # seconds: whatever was begun so long before the last file will not be finished


def _sum_of_rest(handle: int, at: int) -> int:
    total, chunk = 0, bytearray(_CHUNK)
    with open(handle, "rb", buffering=0, closefd=False) as stream:
        stream.seek(at)
        while read := stream.readinto(chunk):
            total = zlib.crc32(memoryview(chunk)[:read], total)
    return total
