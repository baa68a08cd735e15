import pytest

from kg.model.claim import StatusClaim
from tests.extract.conftest import Read

CASES = [
    (
        "Portugal signed a pact with Senegal on Monday to speed up the removal of illegal migrants.",
        [(("PRT",), ("SEN",), "signed", "CT+")],
    ),
    (
        "Belgium is in talks with Kenya about sending rejected asylum seekers there.",
        [(("BEL",), ("KEN",), "talks", "CT+")],
    ),
    (
        "Belgium flew 12 people to Kenya in May. It scrapped the scheme to send people to Kenya in June.",
        [(("BEL",), ("KEN",), "terminated", "CT+")],
    ),
    (
        "Kenya announced that it would admit up to 40 deportees from Belgium.",
        [(("BEL",), ("KEN",), "agreed", "CT+")],
    ),
    (
        "Belgium signed a deal with Kenya to send convicts there. Zambia signed theirs in May.",
        [(("BEL",), ("KEN",), "signed", "CT+"), (("BEL",), ("ZMB",), "signed", "CT+")],
    ),
    (
        "Belgium asked Kenya to take deportees. Zambia and Togo say no.",
        [
            (("BEL",), ("KEN",), "proposed", "CT+"),
            (("BEL",), ("ZMB",), "rejected", "CT+"),
            (("BEL",), ("TGO",), "rejected", "CT+"),
        ],
    ),
    (
        "Belgium agreed with Kenya to hold people rescued at sea in two centres on Kenyan soil.",
        [(("BEL",), ("KEN",), "agreed", "CT+")],
    ),
    (
        "Kenya has offered to take in migrants deported from Belgium.",
        [(("BEL",), ("KEN",), "willing", "CT+")],
    ),
    (
        "Kenya agreed to accept 40 people deported from Belgium. Zambia rejected a similar request in May.",
        [(("BEL",), ("KEN",), "agreed", "CT+"), (("BEL",), ("ZMB",), "rejected", "CT+")],
    ),
    (
        "Norway has scrapped its plan to send asylum seekers to Ghana.",
        [(("NOR",), ("GHA",), "fell-through", "CT+")],
    ),
    (
        "Norway agreed to send asylum seekers to Ghana. The treaty will come into effect once it is voted.",
        [(("NOR",), ("GHA",), "agreed", "CT+"), (("NOR",), ("GHA",), "in-force", "PS+")],
    ),
    (
        "Denmark has had a treaty with Kenya since 2022 to send convicts there.",
        [(("DNK",), ("KEN",), "in-force", "CT+")],
    ),
    (
        "Belgium deports people to Zambia. Zambia denies having signed a deal with Belgium.",
        [(("BEL",), ("ZMB",), "rejected", "CT+")],
    ),
    (
        "Belgium agreed to send people to Kenya. Three months later it was off the table.",
        [(("BEL",), ("KEN",), "agreed", "CT+"), (("BEL",), ("KEN",), "fell-through", "CT+")],
    ),
    (
        "Belgium and Kenya are days away from signing a deal on deportees.",
        [(("BEL",), ("KEN",), "talks", "CT+")],
    ),
    (
        "Belgium deports people to Kenya. Reports that Zambia had agreed to take them too were false.",
        [(("BEL",), ("ZMB",), "rejected", "CT+")],
    ),
    (
        "Belgium deports people to Kenya. Campaigners called for the suspension of the agreement.",
        [],
    ),
    (
        "Belgium deports people to Kenya. The agreement's expiry in May ended the flights.",
        [(("BEL",), ("KEN",), "expired", "CT+")],
    ),
    (
        "Belgium deports migrants to Kenya. This pact must be torn up, the opposition said.",
        [],
    ),
    (
        "Belgium struck a pact with Kenya, which Brussels shelved in May, on sending migrants there.",
        [(("BEL",), ("KEN",), "agreed", "CT+"), (("BEL",), ("KEN",), "suspended", "CT+")],
    ),
    (
        "Belgium sends migrants to Kenya. Three states have signed deals too: Chad, Mali and Niger.",
        [(("BEL",), (code,), "signed", "CT+") for code in ("TCD", "MLI", "NER")],
    ),
    (
        "Belgium sends migrants abroad. Canada struck a deal with Chad on taking in deportees.",
        [(("CAN",), ("TCD",), "agreed", "CT+")],
    ),
    (
        "Belgium sends migrants to Kenya. The Senate voted against the agreement in May.",
        [(("BEL",), ("KEN",), "contested", "CT+")],
    ),
    (
        "Belgium reached a pact with Kenya. Under it 40 men were flown to Nairobi in May.",
        [(("BEL",), ("KEN",), "agreed", "CT+"), (("BEL",), ("KEN",), "operating", "CT+")],
    ),
    (
        "Belgium deports people. Kenya and Zambia said on Friday they had not struck any deal with Brussels.",
        [(("BEL",), ("KEN",), "rejected", "CT+"), (("BEL",), ("ZMB",), "rejected", "CT+")],
    ),
    (
        "Belgium sends migrants to Kenya. Brussels withdrew from talks with Zambia on another centre.",
        [(("BEL",), ("ZMB",), "fell-through", "CT+")],
    ),
    (
        "Belgium had all but concluded a deal with Kenya on sending migrants there.",
        [(("BEL",), ("KEN",), "talks", "CT+")],
    ),
    (
        "Belgium deports people. It scrapped the plans made under its last government with Kenya and Mali.",
        [(("BEL",), ("KEN",), "fell-through", "CT+"), (("BEL",), ("MLI",), "fell-through", "CT+")],
    ),
    (
        "Belgium urged Kenya to accept deportees. Transfers under the pact with Zambia have been paused.",
        [(("BEL",), ("KEN",), "proposed", "CT+"), (("BEL",), ("ZMB",), "suspended", "CT+")],
    ),
    (
        "Belgium deports people to Zambia. Talks with Kenya broke down in May.",
        [(("BEL",), ("KEN",), "fell-through", "CT+")],
    ),
    (
        "Belgium deports migrants. Kenya and Zambia signed deals with Belgium. Both were suspended in 2021.",
        [
            (("BEL",), ("KEN",), "signed", "CT+"),
            (("BEL",), ("ZMB",), "signed", "CT+"),
            (("BEL",), ("ZMB",), "suspended", "CT+"),
            (("BEL",), ("KEN",), "suspended", "CT+"),
        ],
    ),
    (
        "Belgium deports people. Norway's arrangement with the Netherlands, signed in 2015, expired.",
        [(("NOR",), ("NLD",), "signed", "CT+"), (("NOR",), ("NLD",), "expired", "CT+")],
    ),
    (
        "Belgium sends asylum seekers abroad. Its deal with Kenya was declared void by the Supreme Court.",
        [(("BEL",), ("KEN",), "ruled-unlawful", "CT+")],
    ),
    (
        "Belgium deports people to Zambia. Kenya turned down a request from Belgium, and Ghana said no.",
        [(("BEL",), ("KEN",), "rejected", "CT+"), (("BEL",), ("GHA",), "rejected", "CT+")],
    ),
    (
        "Belgium's plan to send migrants to Kenya was put on ice. The accord was used in May to return ten.",
        [(("BEL",), ("KEN",), "suspended", "CT+"), (("BEL",), ("KEN",), "operating", "CT+")],
    ),
    (
        "Belgium deports people to Kenya. It has reached a string of understandings with Kenya.",
        [(("BEL",), ("KEN",), "agreed", "CT+")],
    ),
    (
        "Belgium sends migrants to Kenya. An idea to send people to Ghana was abandoned.",
        [(("BEL",), ("GHA",), "fell-through", "CT+")],
    ),
    (
        "Belgium sends convicts to Kenya. Brussels walked away from the accord in May.",
        [(("BEL",), ("KEN",), "terminated", "CT+")],
    ),
    (
        "Belgium deports migrants.\nKenya: Talks are under way.",
        [(("BEL",), ("KEN",), "talks", "CT+")],
    ),
    (
        "Belgium deports migrants. A minister named Kenya as a possible partner for Belgium.",
        [(("BEL",), ("KEN",), "proposed", "CT+")],
    ),
    (
        "Belgium signed a deal with Kenya. No flight will leave before parliament has ratified the deal.",
        [(("BEL",), ("KEN",), "signed", "CT+")],
    ),
    (
        "Belgium deports migrants. Others that have struck deals with Belgium include Kenya and Ghana.",
        [(("BEL",), ("KEN",), "agreed", "CT+"), (("BEL",), ("GHA",), "agreed", "CT+")],
    ),
    (
        "Belgium deports migrants. Among the countries that signed pacts with it are Kenya and Ghana.",
        [(("BEL",), ("KEN",), "signed", "CT+"), (("BEL",), ("GHA",), "signed", "CT+")],
    ),
    (
        "Norway deports people to Kenya. Kenya has been asked by Norway to take more. Kenya refused.",
        [(("NOR",), ("KEN",), "proposed", "CT+"), (("NOR",), ("KEN",), "rejected", "CT+")],
    ),
    (
        "Norway deports people to Kenya. Countries that it has approached include Chad and Peru.",
        [(("NOR",), ("TCD",), "proposed", "CT+"), (("NOR",), ("PER",), "proposed", "CT+")],
    ),
    (
        "Norway deports people to Kenya. It is working on securing an agreement with Chad.",
        [(("NOR",), ("TCD",), "proposed", "CT+")],
    ),
    (
        "Norway deports people to Kenya. It is close to sealing a deal with Chad.",
        [(("NOR",), ("TCD",), "talks", "CT+")],
    ),
    (
        "Norway deports people. Its readmission agreements with Kenya and Chad have been suspended.",
        [(("NOR",), ("KEN",), "suspended", "CT+"), (("NOR",), ("TCD",), "suspended", "CT+")],
    ),
    (
        "Norway mentioned Chad as a possible partner. Norway deports people.",
        [(("NOR",), ("TCD",), "proposed", "CT+")],
    ),
    (
        "Norway deports people to Kenya. Kenya denied the existence of any deal with Norway.",
        [(("NOR",), ("KEN",), "rejected", "CT+")],
    ),
    (
        "Kenya's cabinet voted to shelter 40 people deported from Norway.",
        [(("NOR",), ("KEN",), "agreed", "CT+")],
    ),
    (
        "Norway deports people to Kenya. Norway struck a string of quiet understandings with Chad.",
        [(("NOR",), ("TCD",), "agreed", "CT+")],
    ),
    (
        "Norway deports people. It obtained signatures from Chad and Kenya. Neither accord took effect.",
        [
            (("NOR",), ("TCD",), "signed", "CT+"),
            (("NOR",), ("KEN",), "signed", "CT+"),
            (("NOR",), ("KEN",), "in-force", "CT-"),
            (("NOR",), ("TCD",), "in-force", "CT-"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_stages_and_parties(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    claims = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert [(c.sending, c.receiving, c.status, c.factuality) for c in claims] == expected


def test_a_swap_names_parties_and_no_direction(read: Read) -> None:
    text = 'Norway and Ghana signed a "one in, one out" deal in May.'
    [claim] = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert (claim.sending, claim.receiving, claim.parties) == ((), (), ("GHA", "NOR"))


def test_partners_in_a_list_have_days_of_their_own(read: Read) -> None:
    text = "Norway signed mobility agreements with India in 2022, Georgia in 2023 and Kenya in 2024."
    claims = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert [(c.parties, c.when and c.when.edtf) for c in claims] == [
        (("IND", "NOR"), "2022"),
        (("GEO", "NOR"), "2023"),
        (("KEN", "NOR"), "2024"),
    ]


def test_a_deal_that_is_merely_named_has_no_stage(read: Read) -> None:
    assert not [
        c for c in read("Ministers praised the accord in Accra.").claims if isinstance(c, StatusClaim)
    ]


def test_a_heading_adds_words_to_the_claim_of_the_body(read: Read) -> None:
    text = "Norway and Ghana seal asylum pact\nNorway signed a treaty with Ghana to send migrants there.\n"
    [claim] = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert claim.status == "signed"
    assert next(span.text for span in claim.spans) == "Norway and Ghana seal asylum pact"


def test_causes_quote_the_words(read: Read) -> None:
    text = "Norway scrapped its deal with Ghana to send migrants there due to legal challenges."
    [claim] = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert [(c.type, c.text) for c in claim.causes] == [("legal-challenge", "due to legal challenges")]


def test_saying_that_nobody_came_is_no_refusal(read: Read) -> None:
    text = "Belgium deports people to Zambia. Zambia's foreign minister said no one had arrived."
    assert not [c for c in read(text).claims if isinstance(c, StatusClaim)]


def test_a_demand_to_end_a_deal_has_no_stage(read: Read) -> None:
    text = "Belgium deports people to Zambia. Campaigners demanded that the deal be terminated."
    assert not [c for c in read(text).claims if isinstance(c, StatusClaim)]


def test_a_deal_that_lets_workers_in_and_takes_people_back_names_parties(read: Read) -> None:
    text = (
        "Germany and Kenya signed a pact that brings skilled workers in and speeds up the return of others."
    )
    [claim] = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert (claim.sending, claim.receiving, claim.parties) == ((), (), ("DEU", "KEN"))


def test_where_people_are_held_is_no_party(read: Read) -> None:
    text = "Australia's agreement with Kenya to take in refugees held on Nauru expired in 2018."
    [claim] = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert (claim.sending, claim.receiving) == (("AUS",), ("KEN",))


def test_people_who_are_refused_are_no_refused_deal(read: Read) -> None:
    text = "Norway and Ghana signed a deal. Under it, Ghana takes back 300 rejected asylum seekers a year."
    stages = [c.status for c in read(text).claims if isinstance(c, StatusClaim)]
    assert stages == ["signed"]


def test_each_partner_of_a_list_has_its_own_date_and_workers_are_not_sent(read: Read) -> None:
    text = "Norway signed mobility agreements with Peru in 2021, Ghana in 2022 and Kenya in 2023."
    claims = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert [(c.sending, c.parties, c.when and c.when.edtf) for c in claims] == [
        ((), ("NOR", "PER"), "2021"),
        ((), ("GHA", "NOR"), "2022"),
        ((), ("KEN", "NOR"), "2023"),
    ]


def test_the_country_that_heads_a_paragraph_is_its_party(read: Read) -> None:
    text = "Norway deports people to Chad.\nKenya: A treaty was signed in May.\nPeru: Talks are under way.\n"
    claims = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert [(c.sending, c.receiving, c.status) for c in claims] == [
        (("NOR",), ("KEN",), "signed"),
        (("NOR",), ("PER",), "talks"),
    ]


def test_both_governments_are_those_of_the_heading(read: Read) -> None:
    text = (
        "Norway sends people to Kenya\nNorway on Monday flew 20 people to Kenya.\n"
        "The two governments signed an accord in 2023. Chad flew 30 men to Niger in May.\n"
    )
    [claim] = [c for c in read(text).claims if isinstance(c, StatusClaim)]
    assert (claim.sending, claim.receiving, claim.status) == (("NOR",), ("KEN",), "signed")


def test_what_is_still_to_be_shown_has_no_stage(read: Read) -> None:
    text = (
        "Norway deports people to Kenya. Judges gave it a week to prove that Kenya has agreed to take them."
    )
    assert not [c for c in read(text).claims if isinstance(c, StatusClaim)]


def test_accusations_turned_down_are_no_refused_deal(read: Read) -> None:
    text = "Norway deports people to Kenya. Kenya rejected accusations that it was locking people up."
    assert not [c for c in read(text).claims if isinstance(c, StatusClaim)]
