import io
import json
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model.codes import TimeBasis
from kg.paths import resource
from kg.read import article as module
from kg.read.article import Reading, read_article, read_sources, read_text


@pytest.fixture
def write(tmp_path: Path) -> "Writer":
    return Writer(tmp_path)


class Writer:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


def error(path: Path | str) -> InputError:
    with pytest.raises(InputError) as caught:
        read_article(path)
    assert "\n" not in caught.value.message
    return caught.value


def test_a_folder_is_one_article_with_its_metadata() -> None:
    folder = resource("data/articles/rwanda-us-talks")
    reading = read_article(folder)
    assert reading.article.key == "6e807cc266e05c0b"
    assert reading.article.title == "Rwanda Engages in Early Talks with US on Migrant Acceptance"
    assert reading.article.published is not None
    assert reading.article.published.basis is TimeBasis.BACKGROUND
    assert reading.article.redistributable
    assert reading.where == str(folder / "article.txt")
    assert reading.warnings == ()


def test_the_text_is_the_bytes_of_the_file_line_ends_and_all(write: Writer) -> None:
    data = "Talks\r\n\r\nThey  began.\tIn São Tomé…\u2028\x0c\n".encode()
    article = read_article(write("a.txt", data)).article
    assert article.text.encode() == data
    assert article.sha256 == sha256(data).hexdigest()


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(str.strip))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    expected = text.removeprefix("\ufeff")
    if not expected.strip():
        return
    assert read_text(text).article.text == expected
    raw = [r.article.text for r in read_sources_of_json(text)]
    assert raw == [expected]


def read_sources_of_json(text: str) -> list[Reading]:
    from kg.read.formats import Raw, read_json_lines

    items = list(read_json_lines(io.BytesIO(json.dumps({"text": text}).encode()), "x.jsonl"))
    assert all(isinstance(item, Raw) for item in items)
    return [read_text(item.text) for item in items if isinstance(item, Raw)]


def test_front_matter_is_metadata_and_the_rest_is_the_text(write: Writer) -> None:
    head = "---\ntitle: 'Talks: a beginning'\npublished: 2025-05\nlanguage: en-GB\ntags:\n- one\n---\n"
    source = head + "\n# Talks\n\n---\nYes: no."
    reading = read_article(write("a.md", source))
    assert reading.article.text == "\n# Talks\n\n---\nYes: no."
    assert reading.article.title == "Talks: a beginning"
    assert reading.article.language == "en-GB"
    assert reading.article.published is not None
    assert reading.article.published.edtf == "2025-05"
    assert len(reading.warnings) == 1
    assert "a.md:6" in reading.warnings[0]


def test_a_rule_that_is_never_closed_is_text(write: Writer) -> None:
    assert read_article(write("a.md", "---\ntitle: T\nText.")).article.text == "---\ntitle: T\nText."


def test_json_objects_and_lists(write: Writer) -> None:
    row = {
        "content": "Talks began.",
        "title": "T",
        "publisher": "P",
        "url": "https://e.org/a",
        "published": "2025-05-05T23:30:00+02:00",
    }
    article = read_article(write("a.json", json.dumps(row, indent=1))).article
    assert (article.text, article.title, article.publisher) == ("Talks began.", "T", "P")
    assert article.published is not None
    assert article.published.edtf == "2025-05-05"
    several = list(read_sources([write("b.json", json.dumps([row, {"body": "Two."}, 3]))]))
    assert [r.article.text if isinstance(r, Reading) else r.message for r in several] == [
        "Talks began.",
        "Two.",
        f"{write.folder / 'b.json'}: item 3: is not a JSON object",
    ]


def test_a_bad_line_names_itself_and_does_not_stop_the_rest(write: Writer) -> None:
    path = write(
        "a.jsonl",
        '{"text": "One."}\n\n{"text": \n{"text": "Three.", "published": "soon"}\n{"text": "Four."}\n[]\n',
    )
    results = list(read_sources([path]))
    assert [r.article.text for r in results if isinstance(r, Reading)] == ["One.", "Four."]
    messages = [r.message for r in results if isinstance(r, InputError)]
    assert [m.split(": ")[0] for m in messages] == [f"{path}:3", f"{path}:4", f"{path}:6"]
    assert "'soon'" in messages[1]


def test_two_text_fields_are_reported(write: Writer) -> None:
    reading = read_article(write("a.json", '{"text": "One.", "body": "Two."}'))
    assert reading.article.text == "One."
    assert "body was left out" in reading.warnings[0]


def test_a_given_date_takes_the_place_of_the_one_in_the_metadata(write: Writer) -> None:
    path = write("a.json", '{"text": "One.", "published": "2025-05-05", "published_basis": "background"}')
    article = read_article(path, published="2024").article
    assert article.published is not None
    assert (article.published.edtf, article.published.basis) == ("2024", None)
    with pytest.raises(InputError, match=r"a\.json: publication date: 'yesterday'"):
        read_article(path, published="yesterday")


def test_without_metadata_there_is_no_date(write: Writer) -> None:
    assert read_article(write("a.txt", "On 5 May 2025 talks began.")).article.published is None


def test_folders_are_read_through_in_a_stable_order(write: Writer) -> None:
    write("c/b.txt", "B.")
    write("c/a.md", "A.")
    write("c/README.md", "No article.")
    write("c/.hidden.txt", "No article.")
    write("c/notes.pdf", "No article.")
    write("c/z/article.txt", "Z.")
    write("c/z/claims.jsonl", "{}")
    write("c/z/deeper/x.txt", "Part of the article's folder, not read.")
    results = list(read_sources([write.folder / "c"]))
    assert [r.article.text for r in results if isinstance(r, Reading)] == ["A.", "B.", "Z."]
    assert len(results) == 3


def test_standard_input_tells_its_form_by_how_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    def stdin(data: bytes) -> list[Reading | InputError]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return list(read_sources(["-"]))

    texts = [
        [r.article.text for r in stdin(data) if isinstance(r, Reading)]
        for data in (
            b"Talks began.\r\n",
            b"---\ntitle: T\n---\nTalks.",
            b'{"text": "One."}\n{"text": "Two."}\n',
            b'[{"text": "One."}]',
            b"[UPDATED] {sic} Talks.",
        )
    ]
    assert texts == [["Talks began.\r\n"], ["Talks."], ["One.", "Two."], ["One."], ["[UPDATED] {sic} Talks."]]
    (empty,) = stdin(b"")
    assert isinstance(empty, InputError)
    assert empty.message == "standard input: holds no text"


def test_a_byte_order_mark_is_left_out_and_reported(write: Writer) -> None:
    for name, data in (
        ("a.txt", b"\xef\xbb\xbfTalks began."),
        ("a.md", b"\xef\xbb\xbf---\ntitle: T\n---\nTalks began."),
    ):
        reading = read_article(write(name, data))
        assert reading.article.text == "Talks began."
        assert "byte order mark" in reading.warnings[0]
    assert (
        read_article(write("a.json", b'\xef\xbb\xbf{"text": "Talks began."}')).article.text == "Talks began."
    )


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"Talks \xff began", "is not UTF-8: byte 6 is 0xFF"),
        ("a.txt", "Gespräche".encode("latin-1"), "is not UTF-8: byte 5 is 0xE4"),
        ("a.txt", b"Talks\0 began", "character 5 is a NUL"),
        ("a.txt", b" \n\t", "holds no text"),
        ("a.txt", b"\xed\xa0\x80", "is not UTF-8"),
        ("a.json", b'{"text": "a\\ud800b"}', "character 1 is a lone surrogate, U+D800"),
        ("a.json", b'{"text": "a\\u0000b"}', "character 1 is a NUL"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.json", b'{"a":' * 100_000, "nested too deeply"),
        ("a.json", b"{}", "has no text"),
        ("a.json", b'{"text": 3}', "has no text"),
        ("a.json", b'{"text": "a", "title": 3}', "title is not text: 3"),
        (
            "a.json",
            b'{"text": "a", "redistributable": "perhaps"}',
            "redistributable is neither true nor false",
        ),
        ("a.json", b'{"text": "a", "published": "2025-13"}', "publication date"),
        ("a.json", b'{"text": "a", "published": "2025", "published_basis": "gut"}', "publication date"),
        ("a.json", b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "not JSON"),
        ("a.pdf", b"%PDF", "unknown kind of file"),
        ("f/article.txt", b"\xff", "is not UTF-8"),
    ],
)
def test_what_cannot_be_read_says_what_and_where(write: Writer, name: str, data: bytes, says: str) -> None:
    path = write(name, data)
    assert says in error(path).message
    assert str(path) in error(path).message


def test_missing_files_and_folders_without_articles_are_errors(tmp_path: Path) -> None:
    assert "there is no such file" in error(tmp_path / "none.txt").message
    assert "holds no article" in error(tmp_path).message


def test_several_articles_are_not_one(write: Writer) -> None:
    assert "more than one" in error(write("a.jsonl", '{"text": "One."}\n{"text": "Two."}')).message


def test_a_folder_names_its_bad_metadata_file(write: Writer) -> None:
    write("f/article.txt", "Talks.")
    path = write("f/meta.json", "[]")
    assert error(path.parent).message == f"{path}: is not a JSON object"


def test_endless_files_are_cut_short_with_a_message(tmp_path: Path) -> None:
    endless = tmp_path / "endless.txt"
    endless.symlink_to("/dev/zero")
    assert "larger than 10,000,000 bytes" in error(endless).message


def test_a_text_beyond_the_limit_is_refused(write: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CHARS", 10)
    assert "11 characters are more than 10" in error(write("a.txt", "x" * 11)).message


def test_a_line_without_end_stops_its_file(write: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.read import formats

    monkeypatch.setattr(formats, "MAX_BYTES", 40)
    path = write("a.jsonl", '{"text": "One."}\n{"text": "' + "x" * 50 + '"}\n{"text": "Three."}\n')
    first, second = read_sources([path])
    assert isinstance(first, Reading)
    assert isinstance(second, InputError)
    assert second.message == f"{path}:2: the line is longer than 40 bytes"


def test_a_wrapped_text_is_reported(write: Writer) -> None:
    text = (
        "The minister of foreign affairs told reporters on\nthe day that his country had not\nbeen asked.\n"
        * 4
    )
    assert "lines end inside sentences" in read_article(write("a.txt", text)).warnings[0]
