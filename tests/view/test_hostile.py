"""Text from articles is hostile: whatever it says, nothing of it runs, and nothing is asked for."""

import unicodedata
from pathlib import Path
from typing import Final

import pytest

from kg.view.page import render
from kg.view.scene import Card, Edge, EdgeKind, Node, NodeKind, Passage, Scene, Source
from tests.view.conftest import Window

CALL: Final = "window.hit=(window.hit||0)+1"
PAYLOADS: Final = [
    f"<script>{CALL}</script>",
    f"</script><script>{CALL}</script>",
    f"</SCRIPT ><script>{CALL}</script>",
    f"<!--<script>{CALL}</script>",
    f"--><script>{CALL}</script>",
    f"<![CDATA[<script>{CALL}</script>]]>",
    f"]]><script>{CALL}</script>",
    f"<img src=x onerror={CALL}>",
    f'<img src="x" onerror="{CALL}">',
    f"<img src=x onerror='{CALL}'",
    f"<svg onload={CALL}>",
    f"<svg><script>{CALL}</script></svg>",
    f"<svg><animate onbegin={CALL} attributeName=x dur=1s>",
    f"<svg><a xlink:href='javascript:{CALL}'><text>x</text></a></svg>",
    f"<math><maction actiontype=statusline xlink:href=javascript:{CALL}>x</maction></math>",
    f"<body onload={CALL}>",
    f"<iframe src=javascript:{CALL}></iframe>",
    f"<iframe srcdoc='<script>parent.{CALL}</script>'></iframe>",
    f"<object data=javascript:{CALL}></object>",
    f"<embed src=javascript:{CALL}>",
    f"<a href=javascript:{CALL}>x</a>",
    f"<a href='java\tscript:{CALL}'>x</a>",
    f"<a href='&#106;avascript:{CALL}'>x</a>",
    f"<form action=javascript:{CALL}><input type=submit autofocus onfocus={CALL}>",
    f"<input autofocus onfocus={CALL}>",
    f"<details open ontoggle={CALL}>x</details>",
    f"<video><source onerror={CALL}></video>",
    f"<audio src=x onerror={CALL}>",
    f"<marquee onstart={CALL}>x</marquee>",
    f"<style>*{{background:url(javascript:{CALL})}}</style>",
    "<style>@import 'http://evil.example/x.css';</style>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<base href=http://evil.example/>",
    "<img src=http://evil.example/pixel.gif>",
    f"<template><script>{CALL}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={CALL}>'>",
    f"<textarea><img title='</textarea><img src=x onerror={CALL}>'>",
    f"<title></title><script>{CALL}</script>",
    f'"><script>{CALL}</script>',
    f"'><script>{CALL}</script>",
    f"`><img src=x onerror={CALL}>",
    f'" onmouseover="{CALL}',
    f"' onfocus='{CALL}' autofocus='",
    f"javascript:{CALL}",
    f"data:text/html,<script>{CALL}</script>",
    f"vbscript:{CALL}",
    "{{constructor.constructor('window.hit=1')()}}",
    "${window.hit=1}",
    "{% raw %}{{ 7*7 }}{% endraw %}",
    "#{window.hit=1}",
    "\\u003cscript\\u003ewindow.hit=1\\u003c/script\\u003e",
    "%3Cscript%3Ewindow.hit=1%3C/script%3E",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
    f"\u2028{CALL}\u2029",
    f'\\";{CALL};//',
    f"\\';{CALL};//",
    f"*/{CALL}/*",
    f"//{CALL}\n{CALL}",
    f'href="x" onclick="{CALL}"',
    "__proto__",
    "constructor",
    "toString",
]
ODD: Final = [
    "",
    " ",
    "undefined",
    "null",
    "NaN",
    "true",
    "-1",
    "1e309",
    "0x10",
    "=1+1",
    "=cmd|'/C calc'!A0",
    "@SUM(A1)",
    "+1",
    "../../etc/passwd",
    "C:\\con\\con",
    "a" * 5000,
    "word " * 800,
    "\t\n\r\x0b\x0c",
    "line\nline\r\nline",
    "\ufeffmark",
    "\u202eright to left\u202c",
    "\u2066isolate\u2069",
    "zero\u200bwidth\u200djoiner",
    "e\u0301 \u00e9",
    "Z" + "\u0351\u036b\u0343\u036a" * 12,
    "\U0001f1f7\U0001f1fc flag",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "رواندا والولايات المتحدة",
    "שלום עולם",
    "卢旺达外交部长",
    "ルワンダ",
    "रवांडा",
    "ประเทศรวันดา",
    "Ру́анда",
    "𝕽𝖜𝖆𝖓𝖉𝖆",
    "ﬁ ligature ﬀ",
    "İstanbul ı ſ ẞ",
    "\u00ad\u2060\u180e",
    "\u00a0\u2003\u3000",
    "\U000e0041\U000e0042",
    "\ufffd\ufffe\uffff",
    "\x00nul\x01\x1f\x7f\x80\x9f",
    "lone \ud800 surrogate",
    "\udfff",
    "'\"`\\/",
    "&&amp;&#60;&lt;",
    "<>",
    "%s %d %n",
    "{0} {name}",
    "\\x41\\u0041",
]


def scene(text: str, number: int) -> Scene:
    """A scene that says the same text in every field that a text can stand in."""
    deal, country, person, statement = (
        f"{kind}/{number}" for kind in ("agreement", "country", "person", "claim")
    )
    article = f"{number:016x}"
    kinds = (
        (deal, NodeKind.AGREEMENT),
        (country, NodeKind.COUNTRY),
        (person, NodeKind.OFFICIAL),
        (statement, NodeKind.STATEMENT),
    )
    nodes = tuple(Node(id=id, kind=kind, label=text, title=text, code=text, note=text) for id, kind in kinds)
    claim = f"c{number:016x}"
    edges = tuple(
        Edge(source=a, target=b, kind=kind, claims=(claim,), deal=in_deal)
        for a, b, kind, in_deal in (
            (country, deal, EdgeKind.SENDS, deal),
            (person, deal, EdgeKind.SPOKE, None),
            (statement, deal, EdgeKind.ABOUT, None),
        )
    )
    cited = Passage(words=text, url=text, publisher=text, published=text)
    card = Card(
        id=claim,
        kind="status",
        headline=text,
        status=f"s{number}",
        agreement=deal,
        who=text,
        agent=person,
        source="person",
        voice="quote",
        outlet=text,
        factuality=f"f{number}",
        when=text,
        when_text=text,
        basis="anchored",
        as_of="2025-01-01",
        extractor=text,
        note=text,
        rank=text,
        edtf=text,
        details=((text, text),),
        evidence=(Passage(words=text, article=article, start=0, end=len(text)), cited),
        things=(deal, country, person, statement),
    )
    source = Source(key=article, title=text, publisher=text, published=text, url=text, text=text)
    return Scene(
        title=text,
        nodes=nodes,
        edges=edges,
        claims=(card,),
        articles=(source,),
        labels={f"status/s{number}": text, f"factuality/f{number}": text},
        disputes=((claim, claim),),
    )


def merged(texts: list[str]) -> Scene:
    """One scene of all texts, for one page load."""
    scenes = [scene(text, number) for number, text in enumerate(texts)]
    return Scene(
        title=" ".join(texts[:40]),
        nodes=tuple(node for each in scenes for node in each.nodes),
        edges=tuple(edge for each in scenes for edge in each.edges),
        claims=tuple(claim for each in scenes for claim in each.claims),
        articles=tuple(article for each in scenes for article in each.articles),
        labels={code: label for each in scenes for code, label in each.labels.items()},
        disputes=tuple(group for each in scenes for group in each.disputes),
    )


def test_there_are_enough_of_them() -> None:
    assert len(set(PAYLOADS)) >= 50
    assert len(set(ODD)) >= 50
    assert {unicodedata.category(c) for text in ODD for c in text} >= {"Cc", "Cf", "Cs", "Co", "Mn"} - {"Co"}


@pytest.mark.parametrize("texts", [PAYLOADS, ODD], ids=["payloads", "odd"])
def test_nothing_runs_and_nothing_is_asked_for(window: Window, tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(render(merged(texts)), "utf-8")
    window.page.on("dialog", lambda dialog: window.errors.append(dialog.message))
    page = window.open(path, "#kinds=statement&all=1")
    for number, text in enumerate(texts):
        page.evaluate("([hash]) => { location.hash = hash; }", [f"at=agreement/{number}"])
        card = page.locator("#detail .card")
        card.first.wait_for()
        shown = page.locator("#detail h2").inner_text()
        # What the reader sees is the text itself, as far as a browser shows it.
        assert "".join(shown.split())[:20] == "".join(page.evaluate(SEEN, text).split())[:20]
        for summary in page.locator("#detail summary").all():
            summary.click()
        for each in page.locator("#detail a").all():
            assert (each.get_attribute("href") or "").startswith(("http://", "https://"))
    for view in ("network", "map", "table", "story"):
        page.locator(f"[data-layout={view}]").click()
    page.locator("#search").fill("script")
    page.wait_for_timeout(100)
    assert page.evaluate("window.hit") is None
    assert page.locator("script").count() == 3
    assert (
        page.locator("#app :is(script, iframe, object, embed, img, form, style, link, base, meta)").count()
        == 0
    )


SEEN: Final = """(text) => {
  const span = document.createElement("span");
  span.textContent = text;
  document.body.append(span);
  const seen = span.innerText;
  span.remove();
  return seen;
}"""
