"""The one place that mints IRIs. All lie below :data:`BASE`; docs/reference/rdf.md lists their forms."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

BASE: Final = "https://w3id.org/migkg/"
NS: Final = BASE + "ns#"
CODE: Final = BASE + "code/"
ID: Final = BASE + "id/"
GRAPH: Final = BASE + "graph/"

ENTITIES: Final = GRAPH + "entities"
CATALOGUE: Final = GRAPH + "catalogue"
ONTOLOGY: Final = GRAPH + "ontology"
META: Final = GRAPH + "meta"
DATASET: Final = ID + "dataset"

PREFIXES: Final = {
    "code": CODE,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": ID,
    "mig": NS,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes used in queries, exports and documents."""

_NOT_IN_A_URI: Final = re.compile(r"[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})")


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """A name as the last part of an IRI: lower case, words joined by hyphens, letters of any script kept.

    A name without letter or digit becomes a short hash, so that two names never share an empty slug.

    >>> slug("Côte d’Ivoire’s Foreign Ministry")
    'cote-d-ivoires-foreign-ministry'
    >>> slug("卢旺达")
    '卢旺达'
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"['’]s\b", "s", unicodedata.normalize("NFKC", plain).casefold())
    words = re.findall(r"[^\W_]+", plain)
    if words:
        return "-".join(words)
    from hashlib import sha256

    return sha256(name.encode()).hexdigest()[:12]


def country(code: str) -> str:
    """IRI of a country or territory by its ISO 3166-1 alpha-3 code (or ``EU``)."""
    return f"{ID}country/{code}"


@lru_cache(maxsize=4096)
def entity(ref: str) -> str:
    """IRI of an entity by its id, such as ``person/marco-rubio``."""
    from urllib.parse import quote

    # Letters of any script may stand in an IRI as they are; all else is percent-encoded.
    return ID + "".join(c if c.isalnum() or c in "/-._~" else quote(c) for c in ref)


def office(name: str, *, country: str | None, organisation: str | None) -> str:
    """IRI of a public office: ``office/RWA/minister-of-foreign-affairs``."""
    holder = country or (slug(organisation) if organisation else "any")
    middle = f"{slug(organisation)}/" if organisation and country else ""
    return f"{ID}office/{holder}/{middle}{slug(name)}"


def article(key: str) -> str:
    """IRI of an article by its key."""
    return f"{ID}article/{key}"


def article_graph(key: str) -> str:
    """IRI of the named graph that holds one article and its claims."""
    return f"{GRAPH}article/{key}"


def passage(key: str, start: int, end: int) -> str:
    """IRI of a passage, with an RFC 5147 character range."""
    return f"{article(key)}#char={start},{end}"


def selector(key: str, form: str, start: int, end: int) -> str:
    """IRI of a Web Annotation selector; ``form`` is ``quote`` or ``position``."""
    return f"{article(key)}/{form}/{start}-{end}"


def source(home: str, name: str) -> str:
    """IRI of a source known only inside one article or record, whose IRI is ``home``."""
    return f"{home}/source/{slug(name)}"


def agreement(identifier: str) -> str:
    """IRI of an agreement by its id."""
    return entity(f"agreement/{identifier}")


def dispute(agreement_id: str, name: str) -> str:
    """IRI of a question on an agreement on which sources disagree."""
    return f"{agreement(agreement_id)}/dispute/{name}"


def address(url: str) -> str:
    """IRI of what stands at a web address: the address, with what no URI may hold percent-encoded.

    >>> address("https://example.org/a b?c=[1]&d=50%")
    'https://example.org/a%20b?c=%5B1%5D&d=50%25'
    """
    page, mark, place = url.partition("#")
    return _NOT_IN_A_URI.sub(_encoded, page) + mark + _NOT_IN_A_URI.sub(_encoded, place)


def _encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode(errors="replace"))


def claim(identifier: str) -> str:
    """IRI of a claim by its id."""
    return f"{ID}claim/{identifier}"


def extraction(key: str, extractor: str) -> str:
    """IRI of one extractor's reading of an article."""
    return f"{ID}extraction/{key}/{slug(extractor)}"


def code(scheme: str, value: str) -> str:
    """IRI of a concept of a code list.

    >>> code("factuality", "CT+").rpartition("/")[2]
    'CT-plus'
    """
    name = value.removesuffix("+") + "-plus" if value.endswith("+") else value
    name = name.removesuffix("-") + "-minus" if name.endswith("-") else name
    return f"{CODE}{scheme}/{name}"


def notation(name: str) -> str:
    """The last part of a concept's IRI as the code it stands for: the inverse of :func:`code`.

    >>> notation("CT-plus"), notation("PS-minus"), notation("talks")
    ('CT+', 'PS-', 'talks')
    """
    for ending, sign in (("-plus", "+"), ("-minus", "-")):
        if name.endswith(ending):
            return name.removesuffix(ending) + sign
    return name
