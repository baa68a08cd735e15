from datetime import date
from pathlib import Path

from kg.link import link
from kg.model.agreement import Role
from kg.model.codes import Factuality
from kg.rdf import iris
from kg.rdf.catalogue import map_catalogue
from kg.read.catalogue import read_catalogue
from kg.store.build import put_article, read_folder, shipped, shipped_articles
from kg.store.known import known_agreements
from kg.store.local import Store
from tests.store.test_build import folder

SEED = next(p for p in shipped_articles() if p.name == "rwanda-us-talks")


def test_a_store_knows_the_agreements_of_its_catalogue_as_they_are_recorded() -> None:
    catalogue = read_catalogue()
    with Store.memory() as store:
        store.put_graph(iris.CATALOGUE, map_catalogue(catalogue), derive=True)
        known = {a.id: a for a in known_agreements(store, but=())}
    assert set(known) == {a.id for a in catalogue.agreements}
    for record in catalogue.agreements:
        found = known[record.id]
        assert (found.title, found.kind) == (record.title, record.kind)
        assert set(record.parties) <= set(found.parties)
        assert {p.country for p in found.parties} == {p.country for p in record.parties}
        assert {r.target for r in found.relations} <= {r.target for r in record.relations}
    treaty = known["uk-rwanda-treaty-2023"]
    assert treaty.countries(Role.SENDING) == ("GBR",)
    assert [r.target for r in treaty.relations] == ["uk-rwanda-medp-2022"]
    assert any(f.factuality is Factuality.CERTAINLY_NOT for a in known.values() for f in a.facts)


def test_an_article_does_not_depend_on_how_it_was_linked_before(tmp_path: Path) -> None:
    text = read_folder(folder(tmp_path / "other", sending=["DNK"], receiving=["FRA"]), extract=False)
    article, claims = text.article, text.claims
    with shipped() as store:
        before = known_agreements(store, but=[article.key])
        put_article(store, article, claims)
        assert known_agreements(store, but=[article.key]) == before
        others = {a.id for a in known_agreements(store, but=[])}
        assert others - {a.id for a in before} == {"p-dnk-fra"}


def test_the_shipped_article_is_linked_to_the_agreements_that_are_known_to_mention_it() -> None:
    text = read_folder(SEED, extract=False)
    article, claims = text.article, text.claims
    noted = {a.id for a in read_catalogue().agreements if article.key in a.mentioned_in}
    with shipped() as store:
        linked = link(claims, known_agreements(store, but=[article.key]), published=date(2025, 5, 5))
    found = {claim.agreement for claim in linked.claims if claim.agreement}
    assert found == noted - {"uk-rwanda-medp-2022"}  # of a chain, the last; docs/decisions/0006
    assert all(not agreement.provisional for agreement in linked.agreements)
