"""The article in a web page. Whatever of the page does not reach the text is reported."""

import codecs
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from kg.errors import InputError
from kg.read.formats import Raw

MAX_BYTES: Final = 4_000_000
"""Largest page: parsers need seconds for hostile pages of this size."""
MAX_ATTRIBUTES: Final = 1000
"""Most attributes of one tag: the time a parser needs grows with their square."""

_CHARSET: Final = re.compile(
    rb"<meta[^<>]{1,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE
)
# As browsers do, the Windows code page is taken for the ISO one that pages declare.
_WINDOWS: Final = frozenset(("ascii", "us-ascii", "latin1", "latin-1", "iso-8859-1"))
_TAG: Final = re.compile(r"<[A-Za-z](?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED: Final = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_LONG: Final = 20
"""Words from which on a paragraph that is left out is worth a report."""


def read_html(data: bytes, where: str) -> Raw:
    """The text of the article in a page: the headline, then a paragraph a line.

    Title, address, medium, language and publication date are taken only from what the page itself declares,
    the date from ``article:published_time``, ``datePublished`` or ``<time datetime>``. No date is guessed at.

    Raises:
        InputError: The page is too large, hostile or no text, or holds no article; or trafilatura is missing.
    """
    try:
        from lxml import etree, html
        from trafilatura import bare_extraction
    except ImportError:
        raise InputError(f"{where}: web pages need trafilatura", hint="pip install 'migkg[html]'") from None
    source = _decoded(data, where)
    parser = html.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(source.encode(), parser=parser)
        declared = Declared(page)
        blocks = _paragraphs(page)
        found = bare_extraction(page, include_comments=False)
    except (RecursionError, ValueError, etree.ParserError) as error:
        raise InputError(f"{where}: is no readable web page: {error}") from None
    text = str(getattr(found, "text", None) or "").strip()
    if not text:
        raise InputError(f"{where}: no article found in the page", hint="save its text as a .txt file")
    headline = declared.headline
    if headline and not _squash(text).startswith(headline):
        text = f"{headline}\n{text}"
    warnings = [*_cut(parser, etree), *_left_out(blocks, text), *declared.conflicts]
    return Raw(text=text, where=where, meta=declared.meta, warnings=tuple(f"{where}: {w}" for w in warnings))


def _decoded(data: bytes, where: str) -> str:
    if len(data) > MAX_BYTES:
        raise InputError(f"{where}: is larger than {MAX_BYTES:,} bytes", hint="save its text as a .txt file")
    declared = _CHARSET.search(data[:4096])
    encoding = declared[1].decode().lower() if declared else "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif data.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    try:
        source = data.decode("cp1252" if encoding in _WINDOWS else encoding)
    except (LookupError, UnicodeError) as error:
        raise InputError(f"{where}: is not {encoding}: {error}", hint="convert it to UTF-8 first") from None
    if "\0" in source:
        raise InputError(f"{where}: character {source.index(chr(0))} is a NUL: this is no web page")
    for tag in _TAG.finditer(source):
        if len(tag[0]) > MAX_ATTRIBUTES and len(_QUOTED.sub("", tag[0]).split()) > MAX_ATTRIBUTES:
            raise InputError(f"{where}: a tag has more than {MAX_ATTRIBUTES} attributes: this is no article")
    return source


class Declared:
    """What a page declares about its article.

    Args:
        page: Root element of the page.

    Attributes:
        headline: Its one ``<h1>``, if it has just one.
        meta: Metadata by field name.
        conflicts: Where the page contradicts itself.
    """

    def __init__(self, page: Any) -> None:
        self._tags: dict[str, str] = {}
        for tag in page.iter("meta"):
            name = tag.get("property") or tag.get("name") or tag.get("itemprop")
            if name and tag.get("content"):
                self._tags.setdefault(name.lower(), tag.get("content").strip())
        self._linked = next(_linked_data(page), {})
        headings = [_squash(h.text_content()) for h in page.iter("h1")]
        self.headline = headings[0] if len(headings) == 1 else None
        days = list(dict.fromkeys(filter(None, map(_day, self._dates(page)))))
        self.conflicts = [f"says that it was published on {' and on '.join(days)}"] if len(days) > 1 else []
        publisher = self._linked.get("publisher")
        links = {link.get("rel", "").lower(): link.get("href") for link in page.iter("link")}
        self.meta: dict[str, object] = {
            "title": self._first("og:title", self._linked.get("headline"), self.headline),
            "url": links.get("canonical") or self._first("og:url"),
            "publisher": self._first(
                "og:site_name", publisher.get("name") if isinstance(publisher, dict) else None
            ),
            "language": page.get("lang"),
            "published": days[0] if days else None,
            "published_basis": "stated" if days else None,
        }

    def _first(self, tag: str, *others: object) -> str | None:
        return next((v for v in (self._tags.get(tag), *others) if isinstance(v, str) and v.strip()), None)

    def _dates(self, page: Any) -> Iterator[object]:
        yield self._tags.get("article:published_time")
        yield self._tags.get("datepublished")
        yield self._linked.get("datePublished")
        times = {t.get("datetime") for t in page.iter("time") if t.get("datetime")}
        marked = [
            t
            for t in page.iter("time")
            if t.get("itemprop") == "datePublished" or t.get("pubdate") is not None
        ]
        if marked:
            yield marked[0].get("datetime")
        elif len({_day(time) for time in times}) == 1:
            yield times.pop()


def _linked_data(page: Any) -> Iterator[dict[str, Any]]:
    """The articles that the page describes in JSON-LD."""
    for script in page.iter("script"):
        if script.get("type", "").lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop()
            if isinstance(item, list):
                waiting += reversed(item)
            elif isinstance(item, dict):
                kinds = item.get("@type")
                if any("Article" in str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield item
                waiting += [item["@graph"]] if "@graph" in item else []


def _day(value: object) -> str | None:
    """The day of an ISO date or time, or None where it is none.

    >>> _day("2025-05-05T23:10:00+02:00"), _day("5 May 2025")
    ('2025-05-05', None)
    """
    try:
        return date.fromisoformat(str(value).strip()[:10]).isoformat()
    except ValueError:
        return None


def _paragraphs(page: Any) -> list[str]:
    """The paragraphs of the page's article, of its main part, or of all of it."""
    part = next((found[0] for name in ("article", "main", "body") if (found := list(page.iter(name)))), page)
    return [_squash(p.text_content()) for p in part.iter("p")]


def _left_out(blocks: list[str], text: str) -> Iterator[str]:
    lines = set(map(_squash, text.splitlines()))
    lost = [block for block in blocks if block not in lines and len(block.split()) >= _LONG]
    # A paragraph may also have become part of a longer line; that is slow to see, and rare.
    kept = _squash(text)
    lost = [block for block in lost[:100] if block not in kept] + lost[100:]
    if lost:
        yield f"{len(lost)} of the page's paragraphs did not become text, the first: {lost[0][:100]!r}"


def _cut(parser: Any, etree: Any) -> Iterator[str]:
    """Where the parser gave up, as it does at elements nested too deeply: the rest of the page is lost."""
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            yield f"LOST: all text after line {entry.line}, column {entry.column}: {entry.message}"


def _squash(text: str) -> str:
    return " ".join(text.split())
