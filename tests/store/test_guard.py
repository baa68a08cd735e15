import socket
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store import Store, guard


def refused(text: str) -> str:
    with pytest.raises(QueryError) as caught:
        guard.check(text, name="mine")
    return caught.value.message


SERVICE = "SERVICE <http://127.0.0.1:9/> { ?a ?b ?c }"


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {{ {SERVICE} }}",
        f"SELECT * {{ {SERVICE.replace('SERVICE', 'sErViCe SILENT')} }}",
        f"SELECT * {{ ?s ?p ?o.{SERVICE} }}",
        f"SELECT * {{ ?s ?p 1{SERVICE} }}",
        f"SELECT * {{ ?s ?p true{SERVICE} }}",
        f'SELECT * {{ ?s ?p "x"@en.{SERVICE} }}',
        f"PREFIX e: <http://e/> SELECT * {{ ?s ?p e:.{SERVICE} }}",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x { ?a ?b ?c } }",
        f"SELECT * {{ ?s ?p ?o FILTER(?s<'>' || ?o = '') {SERVICE} FILTER(?s = '') }}",
        f"SELECT * {{ <http://o'x> ?p ?o . {SERVICE} ?s ?p <http://o'y> }}",
        f"SELECT * {{ ?s ?p '#' . {SERVICE} }}",
        f'SELECT * {{ ?s ?p """a"b""" . {SERVICE} }}',
        f"SELECT * {{ ?s ?p ?o # comment\r{SERVICE} }}",
        "SELECT * FROM <http://127.0.0.1:9/> { ?a ?b ?c }",
        "SELECT * FROM NAMED <file:///etc/passwd> { ?a ?b ?c }",
    ],
)
def test_nothing_reaches_outside(text: str) -> None:
    assert "mine, line 1" in refused(text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "SERVICE LOAD FROM" }',
        "SELECT * { ?s ?p '''it's a SERVICE''' }",
        "SELECT * { ?s ?p ?from } # SERVICE here",
        "SELECT * { ?service <http://e/service/from/load> $load }",
        "PREFIX schema: <https://schema.org/> SELECT * { ?s a schema:Service ; schema:from _:load }",
        "PREFIX w: <http://e/> SELECT * { ?s w:a\\#SERVICE ?o }",
        "SELECT * { ?s ?p <https://en.wikipedia.org/wiki/Foo_(bar)> }",
        "BASE <http://e/> PREFIX e: <x> SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s e:p/e:q* ?o FILTER(?o<3) } }",
    ],
)
def test_words_in_strings_names_and_comments_are_no_keywords(text: str) -> None:
    guard.check(text, name="mine")
    Store.memory().query(text)


@pytest.mark.parametrize(
    "bomb",
    [
        "SELECT * { FILTER(" + "(" * 10_000 + "1" + ")" * 10_000 + ") }",
        "SELECT * { FILTER(" + "!" * 10_000 + "1) }",
        "SELECT * { FILTER(1" + " || 1" * 10_000 + ") }",
        "SELECT *" + " {" * 10_000 + " }" * 10_000,
        "SELECT * { {}" + " UNION {}" * 10_000 + " }",
        "SELECT * { ?s ?p " + "(" * 500 + "1" + ")" * 500 + " }",
        "SELECT * { ?s ?p " + "<<( ?a ?b " * 5_000 + "1" + " )>>" * 5_000 + " }",
        "SELECT * { FILTER(1<" + "(" * 10_000 + "1" + ")" * 10_000 + ">0) }",
        "SELECT * { ?s <http://e/" + ")" * 9_000 + "> ?o FILTER(" + "(" * 9_000 + "1" + ")" * 9_000 + ") }",
        "SELECT * { ?s " + "<a:b>/" * 10_000 + "<a:b> ?o }",
        "SELECT * { " + "?s ?p ?o . " * 10_000 + " }",
    ],
)
def test_bombs_are_refused_at_once(bomb: str) -> None:
    begun = time.perf_counter()
    assert refused(bomb).startswith("mine")
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize("verb", ["INSERT DATA {}", "delete where {}", "CLEAR ALL", "PREFIX a: <b> DROP ALL"])
def test_a_query_changes_nothing(verb: str) -> None:
    assert "changes the store" in refused(verb)


def test_the_line_of_what_is_refused_is_named() -> None:
    assert refused("SELECT *\nWHERE {\n  SERVICE ?s {} }").startswith("mine, line 3: SERVICE")


PUNCTUATION = [
    "'",
    '"',
    "'''",
    '"""',
    "''",
    "<",
    ">",
    "#",
    "\n",
    "\\",
    ".",
    ":",
    "{",
    "}",
    "(",
    ")",
    " ",
    ";",
    "||",
]
WORDS = ["a:", "?x", "1", "@en", "SILENT", "service", "true", "_:b", "%41", "-", "FILTER(", "<a:b>"]
PIECES = st.lists(st.sampled_from([*PUNCTUATION, *WORDS]), max_size=14)


@settings(max_examples=200, deadline=None)
@given(before=PIECES, after=PIECES)
def test_whatever_stands_around_it_no_service_is_called(before: list[str], after: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        port = server.getsockname()[1]
        call = f"SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?a ?b ?c }}"
        text = f"PREFIX a: <http://e/> SELECT * {{ {''.join(before)}{call}{''.join(after)} }}"
        try:
            guard.check(text, name="mine")
            Store.memory().query(text)
        except QueryError:
            pass
        with pytest.raises(BlockingIOError):
            server.accept()
