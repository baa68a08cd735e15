"""Who and what the claims of an article or record name.

Known countries, people, bodies and media are described from `data/`, in the graph of entities. Whatever
only this article names is described in the article's own graph, and goes with it.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Final

from rdflib import Literal, URIRef
from rdflib.namespace import FOAF, RDF, RDFS, SKOS, XSD

from kg.model.agreement import Agreement
from kg.model.claim import Attribution, Citation, Claim, OfficeClaim
from kg.model.codes import SourceType
from kg.rdf import iris
from kg.rdf.quads import ORG, Triple, entity, words
from kg.rdf.quads import agreement as agreement_iri
from kg.rdf.quads import country as country_iri
from kg.rdf.vocab import MIG
from kg.read import gazetteer

WIKIDATA: Final = "http://www.wikidata.org/entity/"
GEONAMES: Final = "https://sws.geonames.org/"

_LOCAL_CLASS: Final = {
    SourceType.NARRATOR: MIG.Narrator,
    SourceType.ANONYMOUS: MIG.AnonymousSource,
    SourceType.COLLECTIVE: MIG.CollectiveSource,
    SourceType.UNSPECIFIED: MIG.UnspecifiedSource,
    SourceType.PERSON: MIG.QuotedPerson,
}

# The same few names come again and again in the records.
_person, _body, _outlet = (
    lru_cache(maxsize=4096)(f) for f in (gazetteer.person, gazetteer.body, gazetteer.outlet)
)


class Agents:
    """IRIs of the agents, offices and countries in one article or record, and their descriptions.

    A person gets an IRI of their own only with a public office, known from the claims or from
    `data/people.toml`; any other named source stays inside the article.

    Args:
        home: IRI of the article or record; sources known only there lie below it.
        claims: Its claims.
    """

    def __init__(self, home: str, claims: Iterable[Claim]) -> None:
        self._home = home
        self._local: dict[Triple, None] = {}  # a set that keeps its order
        self._shared: dict[Triple, None] = {}
        self._described: set[tuple[URIRef, str]] = set()
        claims = tuple(claims)
        self._officials = frozenset(c.person for c in claims if isinstance(c, OfficeClaim))
        cited = (item for claim in claims for item in claim.evidence if isinstance(item, Citation))
        self._publishers = frozenset(name for item in cited for name in (item.publisher, item.origin))
        for claim in claims:
            for code in claim.countries:
                self.country(code)

    def local(self) -> Iterator[Triple]:
        """Descriptions that belong in the article's graph, in a stable order."""
        yield from self._local

    def shared(self) -> Iterator[Triple]:
        """Descriptions that belong in the graph of entities, in a stable order."""
        yield from self._shared

    def source(self, attribution: Attribution) -> URIRef:
        """The one agent that an attribution names."""
        name = attribution.name
        if name and attribution.source is SourceType.ORGANISATION:
            return self.organisation(name)
        if name and attribution.source is SourceType.PERSON:
            if name in self._officials or _person(name):
                return self.official(name)
            # A private person's name stays a literal on the claim.
            slug = "person-" + sha256(name.encode()).hexdigest()[:8]
        else:
            slug = name or str(attribution.source)
        iri = URIRef(iris.source(self._home, slug))
        self._local[iri, RDF.type, _LOCAL_CLASS[attribution.source]] = None
        if name and attribution.source is not SourceType.PERSON:
            self._local[iri, RDFS.label, words(name, "en")] = None
        return iri

    def official(self, name: str) -> URIRef:
        """A person with a public office."""
        return self._named(_person(name), "person", name, MIG.Official, FOAF.Person)

    def office(self, claim: OfficeClaim) -> URIRef:
        """The post that a claim is about."""
        iri = URIRef(iris.office(claim.office, country=claim.country, organisation=claim.organisation))
        self._local[iri, RDF.type, MIG.Office] = None
        self._local[iri, RDFS.label, words(claim.office, "en")] = None
        if claim.country:
            self._local[iri, MIG.officeCountry, country_iri(claim.country)] = None
        if claim.organisation:
            self._local[iri, ORG.postIn, self.organisation(claim.organisation)] = None
        return iri

    def outlet(self, name: str) -> URIRef:
        """The medium that published an article or that words were said to."""
        return self._named(_outlet(name), "outlet", name, MIG.Outlet)

    def agreement(self, agreement: Agreement) -> None:
        """Describe a provisional agreement; a catalogued one is described in the catalogue's graph."""
        if agreement.provisional:
            iri = agreement_iri(agreement.id)
            self._local[iri, RDF.type, MIG.Agreement] = None
            self._local[iri, RDFS.label, words(agreement.title, "en")] = None
            self._local[iri, MIG.provisional, Literal(True)] = None

    def organisation(self, name: str) -> URIRef:
        """A body or medium that speaks or to which a post belongs: a known one, else a body."""
        return self._known_organisation(name) or self._named(None, "body", name, MIG.Body)

    def publisher(self, name: str) -> URIRef:
        """Who publishes at a web address: a known body or medium, else a medium."""
        return self._known_organisation(name) or self._named(None, "outlet", name, MIG.Outlet)

    def known(self, name: str) -> URIRef | None:
        """The official, body or medium of that name, if there is one."""
        if name in self._officials or _person(name):
            return self.official(name)
        return self._known_organisation(name)

    def _known_organisation(self, name: str) -> URIRef | None:
        if known := _body(name):
            return self._named(known, "body", name, MIG.Body)
        if (known := _outlet(name)) or name in self._publishers:
            return self._named(known, "outlet", name, MIG.Outlet)
        return None

    def _named(self, known: gazetteer.Name | None, folder: str, name: str, *classes: URIRef) -> URIRef:
        if known and known.ref:
            iri, label, triples = entity(known.ref), known.text, self._shared
        else:
            iri, label, triples = entity(f"{folder}/{iris.slug(name)}"), name, self._local
        if (iri, label) not in self._described:
            self._described.add((iri, label))
            triples.update(dict.fromkeys(_name(iri, label, *classes)))
        return iri

    def country(self, code: str) -> URIRef:
        """A country or territory, or the Union."""
        iri = country_iri(code)
        if (iri, code) not in self._described:
            self._described.add((iri, code))
            self._shared.update(dict.fromkeys(_country(code)))
        return iri


@lru_cache(maxsize=512)
def _country(code: str) -> tuple[Triple, ...]:
    iri, known = country_iri(code), gazetteer.countries().get(code)
    found: list[Triple] = [(iri, RDF.type, MIG.Country), (iri, MIG.iso3, Literal(code, datatype=XSD.string))]
    if not known:
        return (*found, (iri, RDFS.label, words(code)))
    found += [(iri, RDFS.label, words(label, language)) for language, label in known.names.items()]
    if known.wikidata:
        found.append((iri, SKOS.exactMatch, URIRef(WIKIDATA + known.wikidata)))
    if known.geonames:
        found.append((iri, SKOS.exactMatch, URIRef(f"{GEONAMES}{known.geonames}/")))
    return tuple(found)


@lru_cache(maxsize=4096)
def _name(iri: URIRef, label: str, *classes: URIRef) -> tuple[Triple, ...]:
    return (*((iri, RDF.type, kind) for kind in classes), (iri, RDFS.label, words(label, "en")))
