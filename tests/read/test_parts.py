from hypothesis import given
from hypothesis import strategies as st

from kg.model.text import Article
from kg.paths import resource
from kg.read.article import read_article
from kg.read.parts import PartKind, parts


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(part.kind.value, part.text) for part in parts(Article(text=text, title=title))]


def test_a_lead_a_headline_given_twice_and_a_standfirst_are_told_apart() -> None:
    article = read_article(resource("data/articles/rwanda-us-talks")).article
    found = [part.kind.value for part in parts(article)]
    assert found == ["paragraph", "headline", "headline", "standfirst", *["paragraph"] * 5]


def test_a_first_paragraph_of_one_sentence_is_no_standfirst() -> None:
    text = "Denmark puts plan on hold\n\nDenmark has suspended its plan.\n\nIt may go on later."
    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", "paragraph"]


def test_a_longer_line_without_full_stop_after_the_headline_is_a_standfirst() -> None:
    text = "Talks with Accra\nMinisters from both sides met for the first time\nThey met. They will again."
    assert [kind for kind, _ in kinds(text)] == ["headline", "standfirst", "paragraph"]


def test_headings_further_down_are_headlines_and_a_byline_or_a_list_is_not() -> None:
    text = (
        "Talks begin\nBy Jane Doe and John Roe\nRwanda began talks.\n\nWhat happens next\n\nNobody knows.\n"
        "- 250 people\n- ten flights\nThe end"
    )
    assert kinds(text) == [
        ("headline", "Talks begin"),
        ("paragraph", "By Jane Doe and John Roe"),
        ("paragraph", "Rwanda began talks."),
        ("headline", "What happens next"),
        ("paragraph", "Nobody knows."),
        ("paragraph", "- 250 people"),
        ("paragraph", "- ten flights"),
        ("paragraph", "The end"),
    ]


def test_the_title_is_a_headline_whatever_its_form() -> None:
    text = "Rwanda says yes.\nThe minister said so on Monday."
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph"]
    assert [kind for kind, _ in kinds(text, title="Rwanda says yes.")] == ["headline", "paragraph"]


def test_only_the_first_line_may_ask_and_be_a_headline() -> None:
    text = "Will Rwanda take them?\nNobody knows.\nWhy not?\nNo answer came."
    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", "paragraph", "paragraph"]


def test_markdown_headings_lose_their_mark_but_keep_their_place() -> None:
    article = Article(text="# Talks begin.\r\n\r\nRwanda began talks.\r\n")
    head, body = parts(article)
    assert (head.kind, head.start, head.text) == (PartKind.HEADLINE, 2, "Talks begin.")
    assert article.text[body.start : body.end] == "Rwanda began talks."


def test_lines_cut_by_a_wrap_are_no_headlines() -> None:
    text = "Rwanda began talks with the United\nstates on taking in people who are\nto be deported."
    assert {kind for kind, _ in kinds(text)} == {"paragraph"}


def test_a_single_line_is_a_paragraph() -> None:
    assert kinds("Rwanda takes ten people") == [("paragraph", "Rwanda takes ten people")]


@given(st.text(alphabet=st.sampled_from("Ab. #-?\n\r\t\u2028“x"), max_size=80).filter(str.strip))
def test_every_word_is_in_one_part_and_parts_are_in_order(text: str) -> None:
    article = Article(text=text)
    found = parts(article)
    last = 0
    for part in found:
        assert last <= part.start < part.end <= len(text)
        assert text[part.start : part.end] == part.text == part.text.strip()
        assert not text[last : part.start].replace("#", "").strip()
        last = part.end
    assert not text[last:].replace("#", "").strip()
