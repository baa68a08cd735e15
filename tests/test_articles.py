"""The shipped articles: exact texts, grounded claims, every sentence accounted for."""

import json
from pathlib import Path

import pytest

from kg.model.text import Article
from kg.paths import resource
from kg.read.claims import read_claims

FOLDERS = sorted(p.parent for p in resource("data/articles").glob("*/claims.jsonl"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_every_sentence_has_a_claim_or_a_reason(folder: Path) -> None:
    article = Article(text=(folder / "article.txt").read_bytes().decode())
    lines = (folder / "claims.jsonl").read_text("utf-8").splitlines()
    claims = list(read_claims(lines, {article.key: article}, where=folder.name))
    assert [json.loads(line)["id"] for line in lines] == [claim.id for claim in claims]
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    left_out = {item["sentence"] for item in meta.get("no_claim", []) if item["reason"]}
    starts = {article.sentence_at(span.start) for claim in claims for span in claim.spans}
    bare = {s.text for s in article.sentences() if article.sentence_at(s.start) not in starts}
    assert bare == left_out


def test_the_seed_article_is_byte_for_byte_the_one_we_were_given() -> None:
    text = (resource("data/articles/rwanda-us-talks") / "article.txt").read_bytes().decode()
    assert Article(text=text).key == "6e807cc266e05c0b"
    assert len(text) == 2672
