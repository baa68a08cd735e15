"""How a claim in the store was read: its rule, its words, what was resolved for it."""

from collections.abc import Iterator

from kg.errors import InputError
from kg.extract import extract
from kg.model.codes import TimeBasis
from kg.model.summary import summary
from kg.model.text import Article
from kg.model.when import When
from kg.rdf import iris
from kg.store.local import Store
from kg.store.terms import Cell, Iri, serialised

_FIND = f"""
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX mig: <{iris.NS}>
SELECT ?extractor ?review ?agreement ?text ?title ?edtf ?basis ?source WHERE {{
  VALUES ?claim {{ %s }}
  ?claim mig:extractor ?extractor ; mig:reviewStatus ?review .
  OPTIONAL {{ ?claim mig:agreement ?agreement }}
  OPTIONAL {{ ?claim mig:evidence ?source . ?source a mig:Citation }}
  OPTIONAL {{
    ?claim dcterms:source ?article .
    OPTIONAL {{ ?article mig:articleText ?text }}
    OPTIONAL {{ ?article dcterms:title ?title }}
    OPTIONAL {{ ?article mig:edtf ?edtf }}
    OPTIONAL {{ ?article mig:timeBasis ?basis }}
  }}
}} ORDER BY ?source"""


def explain(store: Store, claim: str) -> Iterator[str]:
    """Plain lines that say how a claim came about; none if there is no such claim.

    Args:
        store: Where it is.
        claim: Its id, or its IRI.

    Raises:
        InputError: An extractor read it in a text that is not in the store.
    """
    name = claim.rpartition("/")[2]
    if not name.isalnum():  # no id of ours, and perhaps nothing that an IRI may hold
        return
    answer = store.select(_FIND % serialised(Iri(iris.claim(name))))
    if not answer.cells:
        return
    row = dict(zip(answer.columns, answer.cells[0], strict=True))
    made_by = str(row["extractor"])
    yield f"claim: {name}"
    yield f"extractor: {made_by}, {str(row['review']).rpartition('/')[2]}"
    yield f"agreement: {str(row['agreement']).removeprefix(iris.ID) if row['agreement'] else 'none'}"
    if row["source"]:
        yield from (f"cited: {cells[-1]}" for cells in answer.cells)
    elif str(row["review"]).endswith("/checked"):
        yield "made or checked by a person"
    else:
        if row["text"] is None:
            raise InputError(f"the text behind {name} is not in the store", hint="add it again to explain it")
        explanation = extract(_article(row)).explain(name)
        yield f"says: {summary(explanation.claim)}"
        yield from explanation.lines()


def _article(row: dict[str, Cell]) -> Article:
    basis = str(row["basis"]).rpartition("/")[2] if row["basis"] else None
    return Article(
        text=str(row["text"]),
        title=str(row["title"]) if row["title"] else None,
        published=When(edtf=str(row["edtf"]), basis=TimeBasis(basis) if basis else None)
        if row["edtf"]
        else None,
    )
