import time
import unicodedata
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kg.query.table import draw, glance, plain, wrap

SAFE = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=40)


def cells(line: str) -> int:
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in line
    )


@given(
    st.lists(st.lists(SAFE, min_size=3, max_size=3), max_size=6),
    st.integers(min_value=40, max_value=120),
)
def test_a_table_is_never_wider_than_asked_and_drops_no_word(rows: list[list[str]], width: int) -> None:
    drawn = draw(["one", "two", "three"], rows, [False] * 3, width)
    assert all(cells(line) <= width for line in drawn.splitlines())
    written = Counter(c for row in rows for text in row for c in plain(text) if c != " ")
    assert written <= Counter(drawn)


@given(SAFE, st.integers(min_value=4, max_value=30))
def test_wrapping_keeps_every_letter(text: str, width: int) -> None:
    lines = list(wrap(plain(text), width))
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(plain(text).split())


@given(
    st.lists(st.lists(SAFE, min_size=3, max_size=3), max_size=6),
    st.integers(min_value=40, max_value=120),
)
def test_a_glance_is_one_line_a_row_and_counts_them_all(rows: list[list[str]], width: int) -> None:
    *head, count = glance(["one", "two", "three"], rows, of=6, width=width).splitlines()
    assert len(head) == 2 + len(rows)
    assert all(cells(line) <= width for line in head)
    assert count.startswith("6 rows")
    assert ("three" in head[0]) != ("three" in count)


def test_a_glance_cuts_long_words_and_no_columns_are_drawn_too() -> None:
    assert glance(["words"], [["x" * 40]], of=1, width=80).splitlines() == [
        "words",
        "─" * 32,
        "x" * 31 + "…",
        "1 row",
    ]
    assert glance([], [[]], of=1, width=80).splitlines()[-1] == "1 row"


def test_control_and_bidi_characters_are_taken_out() -> None:
    hostile = "a\x1b]0;title\x07b\x9b31mc\u202edesrever\u2066d\u200ee\ufefff\r\ng\u2028h\U000e0041i"
    assert plain(hostile) == "a]0;titleb31mcdesreverdef g hi"
    drawn = draw(["\x1b[2J"], [[hostile]], [False], 80)
    assert not set(drawn) & set("\x1b\x07\x9b\u202e\u2066\r")
    assert drawn.splitlines()[0] == "[2J"


def test_wide_letters_and_accents_take_the_cells_they_take() -> None:
    drawn = draw(["name", "n"], [["卢旺达", "1"], ["e\u0301te", "2"]], [False, True], 40)
    assert drawn.splitlines()[2:] == ["卢旺达  1", "e\u0301te     2"]


def test_columns_wrap_with_an_empty_line_between_rows() -> None:
    words = "the exact words of a source that are longer than the line is wide"
    drawn = draw(["who", "words"], [["a", words], ["b", "short"]], [False, False], 40)
    assert drawn == (
        "who  words\n"
        "───  ───────────────────────────────────\n"
        "a    the exact words of a source that\n"
        "     are longer than the line is wide\n"
        "\n"
        "b    short\n"
    )


def test_too_many_columns_become_one_line_a_value() -> None:
    names = [f"column{n}" for n in range(6)]
    drawn = draw(names, [["some longer words here"] * 5 + [""]], [False] * 6, 60)
    assert drawn.splitlines()[0] == "column0  some longer words here"
    assert len(drawn.splitlines()) == 5  # a value that is not there has no line


def test_no_rows_are_drawn_too() -> None:
    assert draw(["a", "bc"], [], [False, False], 80) == "a  bc\n─  ──\n"


def test_a_very_long_word_is_broken_in_no_time() -> None:
    begun = time.perf_counter()
    assert len(list(wrap("é" * 200_000, 80))) == 2500
    assert time.perf_counter() - begun < 2
