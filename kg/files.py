"""How a file that somebody named is written: whole, or not at all."""

import os
from pathlib import Path

from kg.errors import KgError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there: it is whole, or it is as it was.

    A link is followed; a device or a pipe is written to, and stays what it is.

    Raises:
        KgError: The file cannot be written.
    """
    path = path.resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            beside.write_bytes(content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise KgError(f"{path}: {error.strerror}") from None
