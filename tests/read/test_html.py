import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model.codes import TimeBasis
from kg.read.article import Reading, read_article
from kg.read.formats import Raw, read_web_page
from kg.read.html import MAX_BYTES, read_html

BODY = """\
<p>Palau's foreign minister said on Monday that the country had agreed to take in people from the region whom
the United States wants to deport.</p>
<p>The first group of nine people arrived last week and most of them have since gone home, the president told
reporters in the capital.</p>
<p>Lawyers &amp; opposition members say that parliament should have been asked first, as the constitution
demands for agreements with other states.</p>
"""


def page(body: str = BODY, head: str = "", heading: str = "<h1>Palau takes deportees</h1>") -> bytes:
    head = f'<meta charset="utf-8"><title>Palau - The Post</title>{head}'
    return f"""\
<!doctype html><html lang="en-GB"><head>{head}</head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article>{heading}{body}</article>
<footer><p>Copyright. All rights reserved.</p></footer><script>var secret = "not text";</script>
</body></html>
""".encode()


def linked(**fields: object) -> str:
    data = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], **fields}],
    }
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_the_article_is_found_and_the_page_around_it_is_not() -> None:
    raw = read_html(page(), "a.html")
    lines = raw.text.splitlines()
    assert lines[0] == "Palau takes deportees"
    assert lines[1].startswith("Palau's foreign minister")
    assert "Lawyers & opposition members" in lines[3]
    assert len(lines) == 4
    assert raw.warnings == ()


def test_the_headline_comes_first_also_where_the_extractor_passes_over_it() -> None:
    source = page(heading="").replace(
        b"<article>", b"<header><h1>Palau takes deportees</h1></header><article>"
    )
    assert read_html(source, "a.html").text.startswith("Palau takes deportees\nPalau's foreign minister")


def test_metadata_are_what_the_page_declares(tmp_path: Path) -> None:
    head = (
        '<meta property="og:title" content="Palau takes in deportees">'
        '<meta property="og:site_name" content="The Post">'
        '<meta property="article:published_time" content="2026-01-15T22:10:00+00:00">'
        '<link rel="canonical" href="https://post.example/palau">'
    )
    path = tmp_path / "a.html"
    path.write_bytes(page(head=head))
    article = read_article(path).article
    assert article.title == "Palau takes in deportees"
    assert article.publisher == "The Post"
    assert article.url == "https://post.example/palau"
    assert article.language == "en-GB"
    assert article.published is not None
    assert (article.published.edtf, article.published.basis) == ("2026-01-15", TimeBasis.STATED)


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (linked(datePublished="2026-01-15T08:00:00Z", headline="Palau"), BODY, "2026-01-15"),
        ('<meta itemprop="datePublished" content="2026-01-15">', BODY, "2026-01-15"),
        ("", '<time datetime="2026-01-15T08:00">15 Jan</time>' + BODY, "2026-01-15"),
        (
            "",
            '<time datetime="2024-01-01">x</time>'
            '<time itemprop="datePublished" datetime="2026-01-15">y</time>' + BODY,
            "2026-01-15",
        ),
        ("", '<time datetime="2024-01-01">x</time><time datetime="2026-01-15">y</time>' + BODY, None),
        ("", "<p>Published 15 January 2026, ref 20260115, https://e.org/2026/01/15/x</p>" + BODY, None),
        ('<meta property="article:published_time" content="2025-99-99">', BODY, None),
        ('<meta property="article:modified_time" content="2026-01-15">', BODY, None),
        (linked(dateModified="2026-01-15"), BODY, None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', BODY, None),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", BODY, None),
        ('<script type="application/ld+json">[' + "1," * 200_000 + "1]</script>", BODY, None),
    ],
)
def test_a_date_is_taken_only_where_the_page_declares_it(head: str, body: str, day: str | None) -> None:
    assert read_html(page(body, head), "a.html").meta["published"] == day


def test_a_page_that_contradicts_itself_about_its_date_is_reported() -> None:
    head = '<meta property="article:published_time" content="2026-01-15">' + linked(
        datePublished="2026-01-16"
    )
    raw = read_html(page(head=head), "a.html")
    assert raw.meta["published"] == "2026-01-15"
    assert raw.warnings == ("a.html: says that it was published on 2026-01-15 and on 2026-01-16",)


def test_text_nested_so_deeply_that_the_parser_gives_up_is_reported() -> None:
    for depth, lost in ((300, False), (2000, False), (3000, True), (100_000, True)):
        deep = "<div>" * depth + "<p>Deep down.</p>" + "</div>" * depth
        after = (
            "<p>After that, the minister said that the agreement would be published soon, and in full.</p>"
        )
        raw = read_html(page(BODY + deep + after), "a.html")
        assert ("would be published soon" in raw.text) is not lost
        assert any("LOST: all text after line" in warning for warning in raw.warnings) is lost


def test_a_paragraph_of_the_article_that_does_not_become_text_is_reported() -> None:
    hidden = (
        "<div class='comments' id='comments'><p>"
        + "I read it all and think that they are wrong. " * 5
        + "</p></div>"
    )
    (warning,) = read_html(page(BODY + hidden), "a.html").warnings
    assert warning.startswith(
        "a.html: 1 of the page's paragraphs did not become text, the first: 'I read it all"
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "a.html: "),
        (b"<html></html>", "no article found"),
        (page().replace(b"Monday", b"M\xffnday"), "is not utf-8"),
        (page().replace(b"Monday", b"M\xed\xa0\x80nday"), "is not utf-8"),
        (page().replace(b"Monday", b"M\0nday"), "is a NUL"),
        (page().replace(b'charset="utf-8"', b'charset="no-such"'), "is not no-such"),
        (page().replace(b'charset="utf-8"', b'charset="hex"'), "is not hex"),
        (b"<html>" + b" " * MAX_BYTES, "is larger than 4,000,000 bytes"),
        (
            b"<html><p " + b" ".join(b"a%d=1" % i for i in range(2000)) + b">x</p></html>",
            "more than 1000 attributes",
        ),
    ],
)
def test_what_is_no_page_says_so(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read_html(data, "a.html")
    assert says in caught.value.message


def test_declared_encodings_are_honoured() -> None:
    text = page(BODY.replace("Monday", "Monday – “naïvely”"))
    for name, codec in (("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "utf-8")):
        data = text.decode().replace('charset="utf-8"', f'charset="{name}"').encode(codec)
        assert "Monday – “naïvely”" in read_html(data, "a.html").text
    assert "Monday – “naïvely”" in read_html(text.decode().encode("utf-16"), "a.html").text


def test_character_references_to_no_character_do_not_cut_the_text() -> None:
    raw = read_html(page(BODY.replace("Monday", "Mon&#xD800;&#0;&#x110000;day")), "a.html")
    assert "as the constitution demands" in raw.text
    assert "United States wants to deport" in raw.text


def test_scripts_styles_comments_and_entities_do_not_become_text() -> None:
    hostile = (
        "<!-- comment --><style>p{color:red}</style><p>He wrote &lt;script&gt;alert(1)&lt;/script&gt;.</p>"
    )
    raw = read_html(page(BODY + hostile), "a.html")
    assert "comment" not in raw.text
    assert "color:red" not in raw.text
    assert "secret" not in raw.text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div ",
                ">",
                "'",
                '"',
                "<!--",
                "-->",
                "&#",
                "x\ud7ff",
                "word ",
                "<script>",
                "=",
                "<time datetime=",
                "]]>",
            ]
        ),
        max_size=40,
    )
)
def test_whatever_the_markup_a_page_is_read_and_each_warning_is_one_line(pieces: list[str]) -> None:
    (item,) = read_web_page(io.BytesIO(page(BODY + "".join(pieces))), "a.html")
    assert isinstance(item, Raw)
    assert item.text.encode()
    assert all("\n" not in warning for warning in item.warnings)


def test_an_html_file_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes(page())
    reading = read_article(path)
    assert isinstance(reading, Reading)
    assert reading.article.title == "Palau takes deportees"


def test_without_trafilatura_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError) as caught:
        read_html(page(), "a.html")
    assert caught.value.hint == "pip install 'migkg[html]'"
