"""Rows as plain text for a terminal: nothing in them can move the cursor or turn the reading direction."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

# Control characters, surrogates, bidirectional overrides and invisible tags.
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufeff\U000e0000-\U000e007f]"
)
_SPACE: Final = re.compile("[\t\n\r\u2028\u2029 ]+")
_GAP: Final = 2
_NARROWEST: Final = 14  # wrapped columns narrower than this read worse than one line per value
_GLANCE: Final = 32  # characters of a column that one only glances at
_WORD: Final = 32  # longer words, such as addresses, may be broken


def plain(text: str) -> str:
    r"""Text in one line, without characters that act on a terminal.

    >>> plain("a\x1b[31m\tb\u202ec")
    'a[31m bc'
    """
    return _SPACE.sub(" ", _UNSAFE.sub("", text))


def draw(columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool], width: int) -> str:
    """A table at most ``width`` characters wide; one line per value where columns would be too narrow.

    Args:
        columns: Headings.
        rows: Texts, one for each column; they are made plain here.
        numeric: Whether a column is set to the right.
        width: Width in character cells.
    """
    names = [plain(name) for name in columns]
    texts = [[plain(text) for text in row] for row in rows]
    natural = [max(map(_width, column)) for column in zip(names, *texts, strict=True)]
    longest = [max(_longest_word(text) for text in column) for column in zip(names, *texts, strict=True)]
    widths = _fit(natural, longest, width - _GAP * (len(names) - 1))
    if widths is None:
        return _records(names, texts, width)
    lines = [*_row(names, widths, numeric), (" " * _GAP).join("─" * w for w in widths)]
    drawn = [_row(row, widths, numeric) for row in texts]
    apart = any(len(row) > 1 for row in drawn)
    for number, row in enumerate(drawn):
        lines += ["", *row] if apart and number else row
    return "".join(line.rstrip(" ") + "\n" for line in lines)


def glance(columns: Sequence[str], rows: Sequence[Sequence[str]], *, of: int, width: int) -> str:
    """A table with one line a row, and a last line that counts the rows and names the columns left out.

    Args:
        columns: Headings; those at the end that do not fit are left out.
        rows: The first rows: texts, one for each column; long ones are cut.
        of: How many rows there are.
        width: Width in character cells.

    >>> print(glance(["who", "words"], [["Rwanda", "open to it"]], of=3, width=10))
    who
    ──────
    Rwanda
    3 rows, 1 shown, without words
    """
    texts = [[_cut(plain(text)) for text in row] for row in (columns, *rows)]
    ends = list(accumulate(max(map(_width, column)) + _GAP for column in zip(*texts, strict=True)))
    fitting = sum(end - _GAP <= width for end in ends) or 1
    count = f"{of} row" if of == 1 else f"{of} rows"
    shown = f", {len(rows)} shown" if len(rows) < of else ""
    without = f", without {', '.join(map(plain, columns[fitting:]))}" if columns[fitting:] else ""
    names, *lines = (row[:fitting] for row in texts)
    return draw(names, lines, [False] * fitting, max([width, *ends[:1]])) + count + shown + without


def _cut(text: str) -> str:
    """The text, or the first of its pieces where it is wider than a column at a glance may be."""
    return text if _width(text) <= _GLANCE else f"{next(_pieces(text, _GLANCE - 1)).rstrip()}…"


def _longest_word(text: str) -> int:
    return max(map(_width, text.split(" ")))


def _fit(natural: Sequence[int], longest: Sequence[int], room: int) -> list[int] | None:
    """Widths that fit the room: each column holds its longest word, and the narrowest get the rest first.

    None if some column would be left too narrow to read.
    """
    least = [min(word, _WORD) for word in longest]
    wants = [full - word for full, word in zip(natural, least, strict=True)]
    room -= sum(least)
    left = sorted(wants)
    limit = max(wants, default=0)
    for number, want in enumerate(left):
        share = room // (len(left) - number)
        if want > share:
            limit = share
            break
        room -= want
    widths = [word + min(want, limit) for word, want in zip(least, wants, strict=True)]
    cramped = any(w < min(full, _NARROWEST) for w, full in zip(widths, natural, strict=True))
    return None if limit < 0 or cramped else widths


def _row(texts: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> list[str]:
    wrapped = [list(wrap(text, width)) for text, width in zip(texts, widths, strict=True)]
    lines = []
    for number in range(max(map(len, wrapped), default=0)):
        parts = (column[number] if number < len(column) else "" for column in wrapped)
        padded = (
            " " * (width - _width(part)) + part if right else part + " " * (width - _width(part))
            for part, width, right in zip(parts, widths, numeric, strict=True)
        )
        lines.append((" " * _GAP).join(padded))
    return lines


def _records(names: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    margin = max(map(_width, names)) + _GAP
    blocks = []
    for row in rows:
        lines = []
        for name, text in zip(names, row, strict=True):
            if text:
                first, *rest = wrap(text, max(width - margin, _NARROWEST))
                lines.append(name + " " * (margin - _width(name)) + first)
                lines += [" " * margin + line for line in rest]
        blocks.append("".join(line + "\n" for line in lines))
    return "\n".join(blocks)


def wrap(text: str, width: int) -> Iterator[str]:
    """Lines of at most ``width`` character cells, broken at spaces, else inside a word.

    >>> list(wrap("the exact words", 9))
    ['the exact', 'words']
    """
    line, used = "", 0
    for word in text.split(" "):
        for piece in _pieces(word, width):
            size = _width(piece)
            if line and used + 1 + size > width:
                yield line
                line, used = piece, size
            else:
                line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
    yield line


def _pieces(word: str, width: int) -> Iterator[str]:
    """The word, or where it is too wide, as much of it as fits at a time."""
    if _width(word) <= width:
        yield word
        return
    start = used = 0
    for end, character in enumerate(word):
        size = _cells(character)
        if used + size > width and end > start:
            yield word[start:end]
            start, used = end, 0
        used += size
    yield word[start:]


def _width(text: str) -> int:
    """Character cells on a terminal: two for a wide letter, none for an accent of its own."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
