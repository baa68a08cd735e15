"""Stages told by fixed phrases, and in sentences that parsers stumble over."""

import pytest

from kg.model.claim import StatusClaim
from tests.extract.conftest import Read

CASES = [
    (
        "Norway's accord with Zambia on taking back migrants was approved by the Storting in May.",
        [(("NOR",), ("ZMB",), "ratified", "CT+")],
    ),
    (
        "Belgium's president signed the treaty with Zambia on returning migrants into law.",
        [(("BEL",), ("ZMB",), "ratified", "CT+")],
    ),
    (
        "Belgium's talks with Zambia have led to an agreement on returning migrants.",
        [(("BEL",), ("ZMB",), "agreed", "CT+")],
    ),
    (
        "Belgium sent migrants abroad by an accord with Zambia, which expired in May.",
        [(("BEL",), ("ZMB",), "expired", "CT+")],
    ),
    (
        "Zambia has taken in 40 migrants from Belgium under a pact before it paused the flights in May.",
        [(("BEL",), ("ZMB",), "operating", "CT+"), (("BEL",), ("ZMB",), "suspended", "CT+")],
    ),
    (
        "Zambia suspended charter flights with deportees from Belgium.",
        [(("BEL",), ("ZMB",), "suspended", "CT+")],
    ),
    (
        "Zambia said it would not sign a deal on taking rejected asylum seekers from Belgium.",
        [(("BEL",), ("ZMB",), "rejected", "CT+")],
    ),
    (
        "Belgium is in the process of finalising a deal with Zambia on sending migrants there.",
        [(("BEL",), ("ZMB",), "talks", "CT+")],
    ),
    (
        "The Belgian government unveiled a letter of intent with Zambia on taking rejected asylum seekers.",
        [(("BEL",), ("ZMB",), "agreed", "CT+")],
    ),
    (
        "Belgium offered Zambia 30 million euros to host a centre for rejected asylum seekers.",
        [(("BEL",), ("ZMB",), "proposed", "CT+")],
    ),
    (
        "Belgium and Zambia have entered negotiations on taking back migrants.",
        [(("BEL",), ("ZMB",), "talks", "CT+")],
    ),
    (
        "The scheme between Belgium and Zambia, agreed in May, covers 500 rejected asylum seekers.",
        [(("BEL",), ("ZMB",), "agreed", "CT+")],
    ),
    (
        "Belgium hopes to transfer rejected asylum seekers to Zambia.",
        [(("BEL",), ("ZMB",), "proposed", "CT+")],
    ),
    (
        'Zambia\'s foreign minister called talk of a Belgian centre for migrants "pure invention".',
        [(("BEL",), ("ZMB",), "rejected", "CT+")],
    ),
    (
        "Zambia will take in migrants from Belgium, its president announced.",
        [(("BEL",), ("ZMB",), "agreed", "CT+")],
    ),
    (
        "Belgium no longer wants a centre for migrants in Zambia.",
        [(("BEL",), ("ZMB",), "fell-through", "CT+")],
    ),
    (
        "Belgium has asked whether Zambia would take in failed asylum seekers.",
        [(("BEL",), ("ZMB",), "proposed", "CT+")],
    ),
    (
        "Zambia has taken in ten migrants after a request by Belgium.",
        [(("BEL",), ("ZMB",), "proposed", "CT+")],
    ),
    (
        "Zambia is prepared to rent out cells to Belgium for foreign convicts.",
        [(("BEL",), ("ZMB",), "willing", "CT+")],
    ),
    (
        "The State Department has leaned on Zambia and Togo to admit deportees.",
        [(("USA",), ("ZMB",), "proposed", "CT+"), (("USA",), ("TGO",), "proposed", "CT+")],
    ),
    (
        "The pact with Zambia on sending back migrants from Belgium was tacitly renewed in May.",
        [(("BEL",), ("ZMB",), "in-force", "CT+")],
    ),
    (
        "Belgium flies migrants to Zambia. Details of a second accord are still being worked out.",
        [(("BEL",), ("ZMB",), "talks", "CT+")],
    ),
    (
        "A spokesman in Lusaka said Zambia could take migrants held by Norway.",
        [(("NOR",), ("ZMB",), "willing", "CT+")],
    ),
    (
        "Zambia will not accept migrants deported from Belgium.",
        [(("BEL",), ("ZMB",), "rejected", "CT+")],
    ),
    (
        "Belgium is trying to persuade Zambia to take rejected asylum seekers.",
        [(("BEL",), ("ZMB",), "proposed", "CT+")],
    ),
    (
        "Belgium is in contact with Zambia about taking rejected asylum seekers.",
        [(("BEL",), ("ZMB",), "talks", "CT+")],
    ),
    (
        "An accord on sending migrants to Zambia was proposed by Belgium in May.",
        [(("BEL",), ("ZMB",), "proposed", "CT+")],
    ),
    (
        "Belgium has asked Zambia to host a centre for migrants but was rebuffed.",
        [(("BEL",), ("ZMB",), "proposed", "CT+"), (("BEL",), ("ZMB",), "rejected", "CT+")],
    ),
    (
        "Belgium meant to fly migrants to Zambia. The new minister declared the scheme dead.",
        [(("BEL",), ("ZMB",), "fell-through", "CT+")],
    ),
    (
        "Belgium flies migrants to Zambia. Zambia's parliament has since given its consent.",
        [(("BEL",), ("ZMB",), "ratified", "CT+")],
    ),
    (
        "Belgium has put out feelers to Zambia about a return hub for rejected asylum seekers.",
        [(("BEL",), ("ZMB",), "proposed", "CT+")],
    ),
    (
        "Portugal and Senegal came to terms in May on the return of Senegalese migrants from Madeira.",
        [(("PRT",), ("SEN",), "agreed", "CT+")],
    ),
    (
        "Zambia's parliament has given its blessing to the accord on taking migrants deported from Belgium.",
        [(("BEL",), ("ZMB",), "ratified", "CT+")],
    ),
    (
        "The deal to take migrants from Belgium has run into opposition from Zambia's parliament.",
        [(("BEL",), ("ZMB",), "contested", "CT+")],
    ),
    (
        "Zambia's president refused to promulgate the treaty on taking migrants from Belgium.",
        [(("BEL",), ("ZMB",), "contested", "CT+")],
    ),
    (
        "The 2004 accord on sending migrants from Belgium to Zambia gave way to a broader pact.",
        [(("BEL",), ("ZMB",), "superseded", "CT+")],
    ),
    (
        "A deal that lets Belgium return migrants to Zambia kicked in on Monday.",
        [(("BEL",), ("ZMB",), "in-force", "CT+")],
    ),
    (
        "The treaty, now in force, allows Belgium to return migrants to Zambia.",
        [(("BEL",), ("ZMB",), "in-force", "CT+")],
    ),
    (
        "Belgium has used its pact with Zambia to send back 60 migrants.",
        [(("BEL",), ("ZMB",), "operating", "CT+")],
    ),
    (
        "Zambia has suspended until further notice the accord on taking migrants from Belgium.",
        [(("BEL",), ("ZMB",), "suspended", "CT+")],
    ),
    (
        "Zambia has let the accord on taking migrants from Belgium expire.",
        [(("BEL",), ("ZMB",), "expired", "CT+")],
    ),
    (
        "The accord on sending migrants from Belgium to Zambia was not extended.",
        [(("BEL",), ("ZMB",), "expired", "CT+")],
    ),
    (
        "The treaty on sending migrants to Zambia was signed in May, ratified in June and is in force.",
        [
            ((), ("ZMB",), "signed", "CT+"),
            ((), ("ZMB",), "ratified", "CT+"),
            ((), ("ZMB",), "in-force", "CT+"),
        ],
    ),
    (
        "Zambia let it be known that it would accept migrants deported from Belgium.",
        [(("BEL",), ("ZMB",), "willing", "CT+")],
    ),
    (
        "Zambia has no intention of taking migrants deported from Belgium.",
        [(("BEL",), ("ZMB",), "rejected", "CT+")],
    ),
    (
        "Belgium and Zambia are drawing up an accord on the return of rejected asylum seekers.",
        [(("BEL",), ("ZMB",), "talks", "CT+")],
    ),
    (
        "Belgium ditched its accord with Zambia, under which 40 migrants had been sent there.",
        [(("BEL",), ("ZMB",), "terminated", "CT+")],
    ),
    (
        "Belgium has given up on its plan to send migrants to Zambia.",
        [(("BEL",), ("ZMB",), "fell-through", "CT+")],
    ),
    (
        "Belgium wants Zambia to take rejected asylum seekers. Zambia has agreed.",
        [(("BEL",), ("ZMB",), "proposed", "CT+"), (("BEL",), ("ZMB",), "agreed", "CT+")],
    ),
    (
        "Belgian requests to Zambia to take rejected asylum seekers have gone unanswered.",
        [(("BEL",), ("ZMB",), "proposed", "CT+")],
    ),
    (
        "Belgium's talks with Zambia on accepting deportees have collapsed.",
        [(("BEL",), ("ZMB",), "fell-through", "CT+")],
    ),
    (
        "Belgium's Supreme Court ruled that sending asylum seekers to Zambia breached the constitution.",
        [(("BEL",), ("ZMB",), "ruled-unlawful", "CT+")],
    ),
    ("The two ministers agreed.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_phrases(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    found = [
        (c.sending, c.receiving, c.status.value, c.factuality.value)
        for c in read(text).claims
        if isinstance(c, StatusClaim)
    ]
    assert found == expected
