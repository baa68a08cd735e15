"""An article of one claim, with words of one's choice."""

from kg.model.claim import Attribution, Claim, TransferClaim
from kg.model.codes import Mode, SourceType, TransferModality
from kg.model.text import Article, Span


def one_transfer(words: str) -> tuple[Article, list[Claim]]:
    """A transfer that happened, with these words as its evidence."""
    article = Article(text=f"{words}\nThe end.")
    claim = TransferClaim(
        article=article.key,
        evidence=(Span.of(article, 0, len(words)),),
        attribution=Attribution(source=SourceType.COLLECTIVE, name=words, mode=Mode.PARAPHRASE),
        extractor="hand/1",
        sending="USA",
        receiving="RWA",
        modality=TransferModality.HAPPENED,
    )
    return article, [claim]
