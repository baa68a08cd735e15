"""Who thinks, wants or refuses what: attributed, and no claim."""

import pytest

from kg.extract.reading import Reading
from kg.extract.rules import propose_claims, read
from kg.model.claim import StatementClaim
from kg.model.text import Article


def attitudes(reading: Reading) -> list[tuple[str | None, str, list[str]]]:
    """Thinker, cue and contents, in the text's words."""
    doc = reading.doc
    return [
        (
            doc[a.who].text if a.who is not None else None,
            doc[a.cue].text,
            [doc.text_of(*part) for part in a.content],
        )
        for a in reading.attitudes
    ]


@pytest.mark.parametrize(
    ("text", "who", "cue", "content"),
    [
        ("Ghana wants to end the talks.", "Ghana", "wants", "to end the talks"),
        (
            "Ministers agreed that the flights would stop.",
            "Ministers",
            "agreed",
            "that the flights would stop",
        ),
        ("The minister declined to answer questions.", "minister", "declined", "to answer questions"),
        ("Smith did not say that the plan was dead.", "Smith", "say", "that the plan was dead"),
        (
            "The talks stalled on fears that costs would rise.",
            None,
            "fears",
            "that costs would rise",
        ),
        ("Mary Jones: The deal must not go ahead now.", "Jones", ":", "The deal must not go ahead now."),
    ],
)
def test_reads_what_is_thought_or_meant(text: str, who: str | None, cue: str, content: str) -> None:
    assert (who, cue, [content]) in attitudes(read(Article(text=text)))


@pytest.mark.parametrize(
    "text",
    ["The road leads to the border.", "They called at noon.", "I think it rains."],
)
def test_leaves_other_senses_and_the_words_of_a_speaker(text: str) -> None:
    assert not attitudes(read(Article(text=text)))


def test_a_second_reporting_verb_is_attributed_and_makes_no_second_statement() -> None:
    reading = read(Article(text="“We need more time,” the mayor said, adding that talks had failed."))
    assert "adding" in {cue for _, cue, _ in attitudes(reading)}
    statements = [p for p in propose_claims(reading) if isinstance(p.claim, StatementClaim)]
    assert len(statements) == 1


def test_a_wish_is_attributed_to_nobody_in_claims() -> None:
    reading = read(Article(text="Rwanda wants the deal with Denmark to be signed in May."))
    signed = next(t for t in reading.doc if t.text == "signed")
    assert [cue for _, cue, _ in attitudes(reading)] == ["wants"]
    assert reading.speech_of(signed) is None
