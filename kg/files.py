"""How a file that somebody named is written: in the format of its ending; whole, or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path

from kg.errors import KgError, UsageError


def check_ending(path: Path, known: Iterable[str], *, hint: str | None = None) -> str:
    """The ending of a file's name, in small letters and without its stroke; "" where it has none.

    Args:
        path: Where somebody wants a file.
        known: Endings of what can be written.
        hint: What to do about another, said after the known ones.

    Raises:
        UsageError: The ending is another.

    >>> check_ending(Path("a.HTML"), ("html", "csv")), check_ending(Path("-"), ("html",))
    ('html', '')
    """
    ending = path.suffix.removeprefix(".").lower()
    if ending and ending not in known:
        endings = ", ".join(f".{name}" for name in known)
        advice = f"known endings: {endings}" + (f"; {hint}" if hint else "")
        raise UsageError(f"{path}: '.{ending}' is no known format", hint=advice)
    return ending


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
