"""Files, folders and standard input -> articles. The text is never edited: claims point at its offsets.

================= =====================================================================================
``.txt``          the text
``.md``           between two lines ``---`` at the start lines ``key: value``, if any; the rest is the text
``.html .htm``    the article in a web page, found by trafilatura (``pip install 'migkg[html]'``)
``.json .jsonl``  objects with the text as ``text``, ``body`` or ``content``
a folder          ``article.txt`` with ``meta.json``; or any of these files, in it and below
``-``             standard input: a web page, JSON Lines or a text, told by how it begins
================= =====================================================================================

Metadata are ``title``, ``url``, ``publisher``, ``published`` (EDTF, or an ISO time), ``published_basis``,
``language`` and ``redistributable``. Text is UTF-8, and line ends stay as they are. A byte order mark is no
part of the text: it is left out, and reported. A NUL or a lone surrogate in a text is an error.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from kg.errors import InputError
from kg.model.codes import TimeBasis
from kg.model.lines import page_breaks
from kg.model.text import Article
from kg.model.when import When
from kg.read.formats import READERS, Raw, decode, parse_json, read_all, reader_of

MAX_CHARS: Final = 1_000_000
"""Longest text of one article, in characters."""

_ISO_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as read.

    Args:
        article: The article.
        where: The file it came from, with the line or item for one of several.
        warnings: What was lost, left out or doubtful in reading it; each is a line that names the file.
    """

    article: Article
    where: str
    warnings: tuple[str, ...] = ()


def read_article(source: str | Path, *, published: str | None = None) -> Reading:
    """The one article of a file or folder, or of standard input (``-``).

    Args:
        source: Path, or ``-``.
        published: Publication date in EDTF; it takes the place of the one in the metadata.

    Raises:
        InputError: It cannot be read, is not text, or holds no article or more than one.
    """
    readings: list[Reading] = []
    for reading in read_sources([source], published=published):
        if isinstance(reading, InputError):
            raise reading
        readings.append(reading)
        if len(readings) > 1:
            raise InputError(f"{source}: holds more than one article", hint="name one of them")
    if not readings:
        raise InputError(f"{source}: holds no article")
    return readings[0]


def read_sources(
    sources: Iterable[str | Path], *, published: str | None = None
) -> Iterator[Reading | InputError]:
    """The articles of files, folders and standard input (``-``), in order.

    What cannot be read comes as an error among the others, so that one bad file does not stop the rest.

    Args:
        sources: Paths, or ``-``.
        published: Publication date in EDTF of every article; it takes the place of the one in the metadata.
    """
    for source in sources:
        for item in _raws(source):
            if isinstance(item, InputError):
                yield item
                continue
            try:
                yield _reading(item, published)
            except InputError as error:
                yield error


def read_text(
    text: str, *, where: str = "text", published: str | None = None, meta: Mapping[str, object] | None = None
) -> Reading:
    """An article from a text and its metadata.

    >>> read_text("Talks began.", published="2025-05").article.published.edtf
    '2025-05'

    Args:
        text: The text.
        where: What to call it in messages.
        published: Publication date in EDTF; it takes the place of the one in ``meta``.
        meta: Metadata by field name, as in a ``meta.json``.

    Raises:
        InputError: The text is empty, too long or not Unicode, or the metadata are wrong.
    """
    return _reading(Raw(text=text, where=where, meta=meta or {}), published)


def _raws(source: str | Path) -> Iterator[Raw | InputError]:
    try:
        if str(source) == "-":
            data = read_all(sys.stdin.buffer, "standard input")
            yield from reader_of(data)(BytesIO(data), "standard input")
            return
        for path in _files(Path(source)):
            try:
                yield from _read_folder(path) if path.is_dir() else _read_file(path)
            except InputError as error:
                yield error
    except InputError as error:
        yield error


def _files(path: Path) -> Iterator[Path]:
    """The files to read at a path, and the folders that hold one article each."""
    if not path.is_dir():
        yield path
        return
    found = False
    for folder, subfolders, names in os.walk(path):
        subfolders.sort()
        here = Path(folder)
        if "article.txt" in names:
            subfolders.clear()
            items = [here]
        else:
            items = [here / n for n in sorted(names) if _is_readable(n)]
        found = found or bool(items)
        yield from items
    if not found:
        raise InputError(f"{path}: holds no article", hint=f"migkg reads {', '.join(READERS)} files")


def _is_readable(name: str) -> bool:
    return Path(name).suffix.lower() in READERS and not name.startswith((".", "README"))


def _read_folder(folder: Path) -> Iterator[Raw | InputError]:
    meta: dict[str, object] = {}
    file = folder / "meta.json"
    if file.exists():
        with _open(file) as stream:
            value = parse_json(read_all(stream, str(file)), str(file))
        if not isinstance(value, dict):
            raise InputError(f"{file}: is not a JSON object")
        meta = value
    path = folder / "article.txt"
    with _open(path) as stream:
        yield Raw(text=decode(read_all(stream, str(path)), str(path)), where=str(path), meta=meta)


def _read_file(path: Path) -> Iterator[Raw | InputError]:
    with _open(path) as stream:
        reader = READERS.get(path.suffix.lower())
        if reader is None:
            raise InputError(f"{path}: unknown kind of file", hint=f"migkg reads {', '.join(READERS)} files")
        yield from reader(stream, str(path))


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file or folder") from None
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None


def _reading(raw: Raw, published: str | None) -> Reading:
    text, where, warnings = raw.text, raw.where, list(raw.warnings)
    if text.startswith("\ufeff"):
        text = text[1:]
        warnings.append(f"{where}: a byte order mark at the start was left out: it is no part of the text")
    if not text.strip():
        raise InputError(f"{where}: holds no text")
    if len(text) > MAX_CHARS:
        raise InputError(
            f"{where}: {len(text):,} characters are more than {MAX_CHARS:,}", hint="split the text"
        )
    if bad := re.search("[\0\ud800-\udfff]", text):
        what = "NUL" if bad[0] == "\0" else f"lone surrogate, U+{ord(bad[0]):04X}"
        raise InputError(f"{where}: character {bad.start()} is a {what}: this is no text")
    if breaks := page_breaks(text):
        warnings.append(
            f"{where}: lines end inside sentences; {len(breaks)} line ends will be read as blanks"
        )
    article = Article(
        text=text,
        title=_string(raw, "title"),
        url=_string(raw, "url"),
        publisher=_string(raw, "publisher"),
        published=_published(raw, published),
        language=_string(raw, "language") or "en",
        redistributable=_flag(raw, "redistributable"),
    )
    return Reading(article=article, where=where, warnings=tuple(warnings))


def _string(raw: Raw, name: str) -> str | None:
    value = raw.meta.get(name)
    if value is None or isinstance(value, str):
        return (value or "").strip() or None
    raise InputError(f"{raw.where}: {name} is not text: {value!r}")


def _flag(raw: Raw, name: str) -> bool:
    value = raw.meta.get(name)
    if value in (None, True, False, "true", "false"):
        return value in (True, "true")
    raise InputError(f"{raw.where}: {name} is neither true nor false: {value!r}")


def _published(raw: Raw, given: str | None) -> When | None:
    value = given or _string(raw, "published")
    if value is None:
        return None
    basis = None if given else _string(raw, "published_basis")
    if time := _ISO_TIME.fullmatch(value):
        value = time[1]
    try:
        return When(edtf=value, basis=None if basis is None else TimeBasis(basis))
    except ValueError as error:
        hint = "write it as 2025-05-05, 2025-05 or 2025"
        raise InputError(f"{raw.where}: publication date: {error}", hint=hint) from None
