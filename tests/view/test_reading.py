from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from kg.model.claim import Claim
from kg.model.text import Article
from kg.store.build import read_folder, shipped_articles
from kg.view.reading import paragraphs, reading_html
from tests.strategies import ARTICLE, claims

SEED = next(p for p in shipped_articles() if p.name == "rwanda-us-talks")


class Page(HTMLParser):
    """The tags and links of a page, and the words in its article."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = {name: value for name, value in attrs if value}
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        assert not any(name.startswith("on") for name, _ in attrs)


@given(st.lists(claims(), max_size=5))
def test_the_pieces_put_together_are_the_text(found: list[Claim]) -> None:
    lines = ["".join(piece.text for piece in line) for line in paragraphs(ARTICLE, found)]
    assert "\n".join(lines) == ARTICLE.text


@given(st.lists(claims(), min_size=1, max_size=3))
def test_exactly_the_evidence_is_marked(found: list[Claim]) -> None:
    marked = {
        piece.start + i: set(piece.claims)
        for line in paragraphs(ARTICLE, found)
        for piece in line
        for i in range(len(piece.text))
    }
    for offset, numbers in marked.items():
        rest = {n for n, c in enumerate(found, 1) if any(s.start <= offset < s.end for s in c.spans)}
        assert numbers == rest


def test_every_claim_has_a_card_and_every_link_leads_to_its_place() -> None:
    text = read_folder(SEED, extract=False)
    article, found = text.article, text.claims
    page = Page(reading_html(article, found))
    assert {f"c{n}" for n in range(1, 29)} <= set(page.ids)
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert "script" not in page.tags


def test_hostile_text_stays_text() -> None:
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'`{{7*7}} </style></title>"
    html = reading_html(Article(text=evil, title=evil), [], refused=[evil])
    page = Page(html)
    assert not {"img", "script"} & set(page.tags)
    assert page.tags.count("style") == page.tags.count("title") == 1
    assert "49" not in html.partition("</style>")[2]


def test_a_text_without_claims_says_so() -> None:
    assert "No claim was found" in reading_html(Article(text="Nothing happened."), [])
