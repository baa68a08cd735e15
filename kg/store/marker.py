"""The marker file of a store: its format, and the lock that lets in one writer or many readers.

docs/decisions/0003-readers-and-the-lock.md says why the engine's own lock is not enough.
"""

import os
import sys
import time
import weakref
from pathlib import Path
from typing import Final

from kg.errors import StoreError, StoreLocked

MARKER: Final = "migkg-store.json"
"""Name of the marker file."""

FORMAT: Final = 1
"""Version of what lies beside it."""

_CONTENT: Final = f'{{"format": {FORMAT}}}\n'

REBUILD: Final = "make a new one with 'kg build -s FOLDER'"

READERS_SHARE: Final = sys.platform != "win32"
"""Whether a lock can be shared here. Where not, readers open as writers do: the engine lets in one."""

WAIT: Final = 2.0
"""Seconds to wait for a lock: enough for a query in another terminal to end."""


def mark(folder: Path) -> None:
    """Make a folder a store of our format, if it is none yet; the lock is held."""
    marker = folder / MARKER
    if not marker.stat().st_size:
        marker.write_text(_CONTENT, encoding="utf-8")


def check(folder: Path) -> None:
    """Pass a store of our format.

    Raises:
        StoreError: It is of another one, or its marker is damaged.
    """
    if (folder / MARKER).read_bytes() == _CONTENT.encode():
        return
    import json

    try:
        found = json.loads((folder / MARKER).read_bytes())["format"]
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{folder / MARKER} is damaged", hint=REBUILD) from None
    if found != FORMAT:
        raise StoreError(f"{folder} has the store format {found}; this version reads {FORMAT}", hint=REBUILD)


class Lock:
    """A lock, held from the start.

    Args:
        marker: The file to lock; it exists.
        exclusive: For writing; else shared with other readers.

    Attributes:
        release: Call it to let go; it is called at the latest when the object is gone.

    Raises:
        StoreLocked: Another process, or another store object of this one, has it.
    """

    def __init__(self, marker: Path, *, exclusive: bool) -> None:
        handle = os.open(marker, os.O_RDONLY)
        self.release = weakref.finalize(self, os.close, handle)
        deadline = time.monotonic() + WAIT
        while not _try(handle, exclusive):
            if time.monotonic() >= deadline:
                self.release()
                raise StoreLocked(
                    f"another process has this store open: {marker.parent}",
                    hint="wait until it has finished, or close it there",
                )
            time.sleep(0.02)


def _try(handle: int, exclusive: bool) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
