"""The one place where engine terms and plain Python values meet; rdflib_terms.py has those of rdflib.

An answer holds cells. A cell is a plain Python value that keeps its RDF kind:

===========================  =====================================================
RDF term                     cell
===========================  =====================================================
IRI                          :class:`Iri`, a ``str``
blank node                   :class:`Blank`, a ``str``
plain literal                ``str``
xsd:boolean, integer         ``bool``, ``int``
xsd:decimal, double          ``Decimal``, ``float``
xsd:date, dateTime           ``date``, ``datetime``
any other literal            :class:`Text`, a ``str`` with language or datatype
unbound                      ``None``
===========================  =====================================================
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Final, Literal, NamedTuple, TypeAlias

import pyoxigraph as ox

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
GENID: Final = "https://w3id.org/migkg/.well-known/genid/"
"""The store holds no blank nodes: IRIs below this one stand for them (RDF 1.1 Concepts, section 3.5)."""


class Iri(str):
    """An IRI in an answer."""

    __slots__ = ()


class Blank(str):
    """A blank node in an answer, made by the query itself; the store holds none."""

    __slots__ = ()


class Text(str):
    """A literal that no plain Python type can stand for.

    Args:
        value: Its words.
        language: Language tag, lower case.
        datatype: IRI of its datatype, where it has no language.
    """

    __slots__ = ("datatype", "language")

    language: str | None
    datatype: str | None

    def __new__(cls, value: str, language: str | None = None, datatype: str | None = None) -> "Text":
        """A ``str`` is made here, not in ``__init__``."""
        self = super().__new__(cls, value)
        self.language, self.datatype = language, datatype
        return self


Cell: TypeAlias = str | bool | int | float | Decimal | date | None
"""A value in an answer; the module's table says which type stands for which term."""

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_BOOLEAN: Final = {"true": True, "false": False}
_PYTHON: Final[dict[str, Callable[[str], Cell]]] = {
    XSD + "boolean": _BOOLEAN.__getitem__,
    XSD + "integer": int,
    XSD + "decimal": Decimal,
    XSD + "double": float,
    XSD + "date": date.fromisoformat,
    XSD + "dateTime": datetime.fromisoformat,
}
_STRING: Final = XSD + "string"


class Answer(NamedTuple):
    """What a query gave.

    Args:
        form: Rows of a SELECT; triples of a CONSTRUCT or DESCRIBE as rows of three; the one cell of an ASK.
        columns: Names, without question mark.
        cells: One tuple a row; what stands for which term is said above.
    """

    form: Literal["select", "construct", "ask"]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]


def answer(found: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean) -> Answer:
    """The engine's answer, read to its end."""
    if isinstance(found, ox.QueryBoolean):
        return Answer("ask", ("answer",), ((bool(found),),))
    if isinstance(found, ox.QueryTriples):
        triples = tuple(tuple(map(cell, triple)) for triple in found)
        return Answer("construct", ("subject", "predicate", "object"), triples)
    columns = tuple(variable.value for variable in found.variables)
    return Answer("select", columns, tuple(tuple(map(cell, row)) for row in found))


def cell(term: Term | None) -> Cell:
    """The plain value of an engine term.

    >>> cell(ox.Literal("7", datatype=ox.NamedNode(XSD + "integer")))
    7
    """
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if isinstance(term, ox.Literal):
        value, language = term.value, term.language
        if language:
            return Text(value, language)
        datatype = term.datatype.value
        if datatype == _STRING:
            return value
        convert = _PYTHON.get(datatype)
        if convert:
            try:
                return convert(value)
            except (ValueError, ArithmeticError, KeyError):
                pass  # a malformed or huge number, a date with a time zone: the words stay as they are
        return Text(value, datatype=datatype)
    if isinstance(term, ox.BlankNode):
        return Blank(term.value)
    return None if term is None else Text(str(term))


def term(value: Cell) -> Term:
    """The engine term of a plain value: the inverse of :func:`cell`.

    Raises:
        ValueError: An IRI that is none.

    >>> str(term(Decimal("1.50")))
    '"1.50"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    match value:
        case Iri():
            return ox.NamedNode(value)
        case Blank():
            return ox.BlankNode(value)
        case Text(language=str(language)):
            return ox.Literal(value, language=language)
        case Text(datatype=str(datatype)):
            return ox.Literal(value, datatype=ox.NamedNode(datatype))
        case str():
            return ox.Literal(value)
        case None:
            raise ValueError("nothing is no term")
    words, name = lexical(value)
    return ox.Literal(words, datatype=ox.NamedNode(XSD + name))


def lexical(value: bool | int | float | Decimal | date) -> tuple[str, str]:
    """How XML Schema writes a number or date, and the name of its type.

    >>> lexical(True), lexical(date(2025, 5, 5))
    (('true', 'boolean'), ('2025-05-05', 'date'))
    """
    match value:
        case bool():
            return str(value).lower(), "boolean"
        case int():
            return str(value), "integer"
        case Decimal():
            return f"{value:f}", "decimal"
        case float():
            return repr(value).replace("inf", "INF").replace("nan", "NaN"), "double"
        case datetime():
            return value.isoformat(), "dateTime"
        case _:
            return value.isoformat(), "date"


def triples(cells: Iterable[tuple[Cell, ...]]) -> Iterator[ox.Quad]:
    """Rows of three as quads of the default graph."""
    for s, p, o in cells:
        yield ox.Quad(term(s), term(p), term(o))  # type: ignore[arg-type]


def serialised(value: Cell) -> str:
    r"""A value as SPARQL and Turtle write it; ``UNDEF`` for None.

    >>> serialised('say "no"'), serialised(None)
    ('"say \\"no\\""', 'UNDEF')
    """
    return "UNDEF" if value is None else str(term(value))


def skolemised(quads: Iterable[ox.Quad], name: str) -> Iterator[ox.Quad]:
    """Quads with an IRI in place of each blank node: below :data:`GENID`, ``name`` and a running number.

    Raises:
        ValueError: A triple term (RDF 1.2).
    """
    names: dict[ox.BlankNode, ox.NamedNode] = {}

    def named(term: Term | ox.DefaultGraph) -> Term | ox.DefaultGraph:
        if isinstance(term, ox.BlankNode):
            return names.setdefault(term, ox.NamedNode(f"{GENID}{name}-{len(names) + 1}"))
        if isinstance(term, ox.Triple):
            raise ValueError("triple terms (RDF 1.2) are not supported")
        return term

    for q in quads:
        yield ox.Quad(named(q.subject), q.predicate, named(q.object), named(q.graph_name))  # type: ignore[arg-type]
