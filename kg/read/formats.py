"""Text, Markdown, JSON, JSON Lines and web pages -> texts with their metadata, both still unchecked."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Final, TypeAlias

from kg.errors import InputError

MAX_BYTES: Final = 10_000_000
"""Largest file, and largest line of JSON Lines."""

_TEXTS: Final = ("text", "body", "content")
# A block between two lines of three hyphens at the very start, perhaps after a byte order mark.
_FRONT: Final = re.compile(r"(\ufeff?)---[ \t]*\r?\n((?:[^\n]*\n){0,200}?)---[ \t]*(?:\r?\n|\Z)")
_PAIR: Final = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A text and its metadata as the file has them.

    Args:
        text: The text.
        meta: Metadata by field name.
        where: File, and line or item for one of several.
        warnings: What was lost or left out.
    """

    text: str
    where: str
    meta: Mapping[str, object] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


Reader: TypeAlias = Callable[[BinaryIO, str], Iterator[Raw | InputError]]


def read_plain(stream: BinaryIO, where: str) -> Iterator[Raw | InputError]:
    """``.txt``: all of it is the text."""
    yield Raw(text=decode(read_all(stream, where), where), where=where)


def read_markdown(stream: BinaryIO, where: str) -> Iterator[Raw | InputError]:
    """``.md``: after the front matter, all of it is the text."""
    text = decode(read_all(stream, where), where)
    front = _FRONT.match(text)
    if not front:
        yield Raw(text=text, where=where)
        return
    meta: dict[str, object] = {}
    warnings = []
    for number, line in enumerate(front[2].splitlines(), 2):
        if pair := _PAIR.fullmatch(line.rstrip()):
            meta[pair[1]] = _unquoted(pair[2])
        elif line.strip():
            warnings.append(f"{where}:{number}: is not 'key: value' and was left out: {line.strip()[:60]!r}")
    yield Raw(text=front[1] + text[front.end() :], where=where, meta=meta, warnings=tuple(warnings))


def read_json(stream: BinaryIO, where: str) -> Iterator[Raw | InputError]:
    """``.json``: an object, or a list of them."""
    value = parse_json(read_all(stream, where), where)
    if not isinstance(value, list):
        yield _raw(value, where)
        return
    for number, item in enumerate(value, 1):
        try:
            yield _raw(item, f"{where}: item {number}")
        except InputError as error:
            yield error


def read_json_lines(stream: BinaryIO, where: str) -> Iterator[Raw | InputError]:
    """``.jsonl``: an object a line. A bad line does not stop the rest; one that is too long does."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        at = f"{where}:{number}"
        if len(line) > MAX_BYTES:
            raise InputError(f"{at}: the line is longer than {MAX_BYTES:,} bytes")
        if line.strip():
            try:
                yield _raw(parse_json(line, at), at)
            except InputError as error:
                yield error


def read_web_page(stream: BinaryIO, where: str) -> Iterator[Raw | InputError]:
    """``.html``: the article in the page."""
    from kg.read.html import read_html

    yield read_html(read_all(stream, where), where)


READERS: Final[Mapping[str, Reader]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".json": read_json,
    ".jsonl": read_json_lines,
}
"""How to read a file, by the end of its name."""


def reader_of(start: bytes) -> Reader:
    """How to read a stream that begins like this: as a web page, a list or lines of JSON, or Markdown.

    >>> reader_of(b"<!doctype html>") is read_web_page, reader_of(b"Talks began.") is read_markdown
    (True, True)
    """
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:14].lower().startswith((b"<!doctype html", b"<html")):
        return read_web_page
    if re.match(rb'\{\s*"', head):
        return read_json_lines
    return read_json if re.match(rb"\[\s*\{", head) else read_markdown


def read_all(stream: BinaryIO, where: str) -> bytes:
    """All bytes of a stream.

    Raises:
        InputError: There are more than :data:`MAX_BYTES`.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(f"{where}: is larger than {MAX_BYTES:,} bytes", hint="split it, or use JSON Lines")
    return data


def decode(data: bytes, where: str) -> str:
    """UTF-8 as text, with every character as it is.

    Raises:
        InputError: It is not UTF-8.
    """
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        message = f"{where}: is not UTF-8: byte {error.start} is 0x{data[error.start]:02X}"
        raise InputError(message, hint="convert it first, for example with iconv") from None


def parse_json(data: bytes, where: str) -> Any:
    """A JSON value.

    Raises:
        InputError: It is not JSON, or nested too deeply.
    """
    text = decode(data, where).removeprefix("\ufeff")
    try:
        return json.loads(text)
    except RecursionError:
        raise InputError(f"{where}: the JSON is nested too deeply") from None
    except ValueError as error:
        raise InputError(f"{where}: not JSON: {error}", hint="JSON Lines have one object a line") from None


def _raw(value: object, where: str) -> Raw:
    if not isinstance(value, dict):
        raise InputError(f"{where}: is not a JSON object")
    texts = {name: value[name] for name in _TEXTS if isinstance(value.get(name), str)}
    if not texts:
        raise InputError(f"{where}: has no text", hint=f"the text is expected as {', '.join(_TEXTS)}")
    name, text = next(iter(texts.items()))
    left_out = tuple(f"{where}: {other} was left out; the text is {name}" for other in list(texts)[1:])
    return Raw(text=text, where=where, meta=value, warnings=left_out)


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
