"""Article folders and the catalogue -> a store: read, link, map, derive, describe."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.extract import extractor
from kg.link import Linked, link
from kg.model.claim import Claim
from kg.model.codes import ReviewStatus
from kg.model.text import Article
from kg.paths import resource
from kg.rdf import iris
from kg.rdf.catalogue import map_catalogue
from kg.rdf.mapping import map_article
from kg.rdf.quads import Quad
from kg.read.article import read_article
from kg.read.catalogue import Catalogue, read_catalogue
from kg.store.known import known_agreements
from kg.store.local import Store
from kg.store.reprints import reprints
from kg.store.stored import stored
from kg.store.texts import CLAIMS, Text, claims_in


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did.

    Args:
        articles: Number of articles written.
        claims: Number of claims in them.
        agreements: Number of agreements of the catalogue written.
        quads: Number of statements in the store's named graphs.
        warnings: What a person should know: losses in reading, claims without an agreement.
    """

    articles: int
    claims: int
    agreements: int
    quads: int
    warnings: tuple[str, ...]


def shipped_articles() -> tuple[Path, ...]:
    """Folders of the articles that come with migkg."""
    return tuple(sorted(path.parent for path in resource("data/articles").glob(f"*/{CLAIMS}")))


def build(
    path: Path,
    *,
    articles: Sequence[Path] = (),
    catalogue: bool = True,
    extract: bool = True,
    progress: Callable[[str], None] | None = None,
) -> BuildReport:
    """Write the catalogue and articles with their claims into the store at ``path``; make one if need be.

    Everything is read and checked before anything is written. Articles already in the store are replaced;
    others stay, and are linked again.

    Args:
        path: Folder of the store.
        articles: Folders with `article.txt`, `meta.json` and, for people's claims, `claims.jsonl`; the
            shipped ones if empty.
        catalogue: Whether the catalogue that ships with migkg goes in. Without, one that is there stays.
        extract: Whether the embedded extractor reads the texts too; else people's claims alone go in.
        progress: Told of each step, in one line.

    Raises:
        InputError: A folder lacks a file, or a file is wrong.
        StoreError: The store cannot be made or written.
    """
    tell = progress or (lambda line: None)
    texts = []
    for folder in articles or shipped_articles():
        tell(f"reading {folder}")
        texts.append(read_folder(folder, extract=extract))
    records = read_catalogue() if catalogue else None
    with Store.create(path) as store:
        _fill(store, records, texts, tell)
        return BuildReport(
            articles=len(texts),
            claims=sum(len(text.claims) for text in texts),
            agreements=len(records.agreements) if records else 0,
            quads=store.size(),
            warnings=tuple(line for text in texts for line in text.warnings),
        )


def shipped(*, catalogue: bool = True) -> Store:
    """A store in memory with all that comes with migkg, people's claims alone.

    Args:
        catalogue: Whether the catalogue is in it, or the articles alone.
    """
    store = Store.memory()
    texts = [read_folder(folder, extract=False) for folder in shipped_articles()]
    _fill(store, read_catalogue() if catalogue else None, texts, lambda line: None)
    return store


def _fill(
    store: Store,
    catalogue: Catalogue | None,
    texts: Sequence[Text],
    tell: Callable[[str], None],
) -> None:
    store.put_graph(iris.ONTOLOGY, ontology())
    if catalogue:
        tell(f"writing the catalogue: {len(catalogue.agreements)} agreements")
        store.put_graph(iris.CATALOGUE, map_catalogue(catalogue), derive=True)
    own = {text.article.key for text in texts}
    others = [key for key in store.articles() if key not in own]
    for text in texts:
        checked = sum(claim.review is ReviewStatus.CHECKED for claim in text.claims)
        name = text.article.title or text.where
        tell(f"writing {name}: {len(text.claims)} claims, {checked} of them checked by people")
        put_article(store, text.article, text.claims, before=others)
    for number, key in enumerate(others, 1):
        # Read before the catalogue was there, or from another one: it may be about a recorded agreement.
        if found := stored(store, key):
            tell(f"linking {found[0].title or key} again")
            put_article(store, *found, before=others[number:])
    describe(store)


def read_folder(folder: Path, *, extract: bool) -> Text:
    """An article with its claims, people's and, where asked for, those of the embedded extractor.

    Raises:
        InputError: A file is missing or wrong.
    """
    return claims_in(read_article(folder), extractor("rules") if extract else None)


def put_article(
    store: Store, article: Article, claims: Sequence[Claim], *, before: Collection[str] = ()
) -> Linked:
    """Link and map the claims of one article, and replace its graph.

    Args:
        store: Where to.
        article: The article.
        claims: Its claims.
        before: Keys of stored articles that are to be put after it: what they say counts for nothing yet.

    Returns:
        The claims with the agreements they are about, and why some are about none.
    """
    published = article.published.earliest if article.published else None
    linked = link(claims, known_agreements(store, but=(article.key, *before)), published=published)
    same = reprints(store, article, but=before)
    quads = map_article(article, linked.claims, linked.agreements, reprint_of=same.of, reprinted_by=same.by)
    store.put(article.key, quads)
    return linked


def ontology() -> Iterator[Quad]:
    """The vocabulary and code lists as quads of `graph/ontology`.

    Axioms that need blank nodes (class disjointness) serve reasoners only, and stay in the files.
    """
    from rdflib import Graph, Literal, URIRef

    graph = URIRef(iris.ONTOLOGY)
    for name in ("migration", "codes", "alignments"):
        for s, p, o in Graph().parse(resource(f"ontology/{name}.ttl")):
            if isinstance(s, URIRef) and isinstance(p, URIRef) and isinstance(o, URIRef | Literal):
                yield Quad(s, p, o, graph)


_CLASSES = (
    "SELECT ?class (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x a ?class FILTER(STRSTARTS(STR(?class), '%s')) }"
)


def describe(store: Store) -> None:
    """Count what the store holds and write its description."""
    from kg.rdf.dataset import describe as quads

    found = store.select(_CLASSES % iris.NS + " GROUP BY ?class").cells
    texts = store.select(f"SELECT ?text {{ ?article <{iris.NS}articleText> ?text }}").cells
    store.put_graph(
        iris.META,
        quads(
            triples=store.size(without=(iris.META,)) - len(texts),
            articles=len(store.articles()),
            classes={str(row[0]): int(str(row[1])) for row in found},
        ),
    )
