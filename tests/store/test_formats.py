from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.store import formats

TURTLE = "@prefix e: <https://e.org/> . e:a e:b [ e:c ( 1 2 ) ] ; e:d 'it''s'@en ."


def file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_blank_nodes_get_the_same_iris_for_the_same_file(tmp_path: Path) -> None:
    content = "@prefix e: <https://e.org/> . e:a e:b [ e:c ( 1 2 ) ] , _:x ."
    first, second = (formats.read(file(tmp_path, name, content)) for name in ("a.ttl", "b.ttl"))
    assert first == second
    assert formats.write(first, "nq").count(b"_:") == 0
    other = formats.read(file(tmp_path, "c.ttl", content + "\n"))
    assert not {q.object for q in first} & {q.object for q in other if "genid" in str(q.object)}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.nt", "<https://e.org/a> <https://e.org/b> <<( " * 9_000, "nested more than 64"),
        ("a.ttl", "<https://e.org/a> <https://e.org/b> " + "<<( <a:b> <a:b> " * 70, "nested more than 64"),
        ("a.nt", "<a:a> <a:b> <<( <a:a> <a:b> <a:c> )>> .", "triple terms"),
        ("a.rdf", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "DOCTYPE"),
        ("a.rdf", "<!doctype x><x/>".encode("utf-16"), "UTF-8"),
        ("a.jsonld", '{"@context": "https://e.org/context.jsonld", "@id": "a:a"}', "a.jsonld"),
        ("a.ttl", "<a:a> <a:b>\n  nonsense .", "line 2"),
        ("a.ttl", b"<a:a> <a:b> '\xff' .", "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        formats.read(file(tmp_path, name, content))
    assert "\n" not in caught.value.message
    assert name in caught.value.message


def test_brackets_in_strings_do_not_nest(tmp_path: Path) -> None:
    words = "<<( " * 100
    assert len(formats.read(file(tmp_path, "a.nt", f'<a:a> <a:b> "{words}" .'))) == 1


def test_an_unknown_ending_or_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot tell the format"):
        formats.read(tmp_path / "graph.docx")
    with pytest.raises(InputError, match="No such file"):
        formats.read(tmp_path / "graph.ttl")


def test_rdf_xml_without_tricks_is_read(tmp_path: Path) -> None:
    content = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://e.org/">'
        '<rdf:Description rdf:about="https://e.org/a"><e:b>words</e:b></rdf:Description></rdf:RDF>'
    )
    assert len(formats.read(file(tmp_path, "a.rdf", content))) == 1


@pytest.mark.parametrize("form", ["nq", "trig", "ttl", "jsonld"])
def test_the_same_quads_are_the_same_bytes(tmp_path: Path, form: formats.Format) -> None:
    quads = formats.read(
        file(tmp_path, "a.ttl", "\n".join(f"<a:s{n}> <a:p{n % 3}> {n} ." for n in range(50)))
    )
    written = {
        formats.write(order, form) for order in (quads, quads[::-1], sorted(quads, key=str), set(quads))
    }
    assert len(written) == 1
    back = file(tmp_path, f"back.{form}", written.pop())
    assert set(formats.read(back)) == set(quads)


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(UsageError, match="unknown format 'docx'"):
        formats.write([], "docx")  # type: ignore[arg-type]
