import pytest

from kg.model.claim import TransferClaim
from tests.extract.conftest import Read

CASES = [
    ("Norway flew 20 men to Ghana on Monday.", ("NOR", "GHA", 20, "happened")),
    ("Ghana has received 14 people deported from Norway.", ("NOR", "GHA", 14, "happened")),
    ("Norway will send up to 300 asylum seekers to Ghana.", ("NOR", "GHA", 300, "planned")),
    ("Norway has paid $5 million to Ghana to take 300 asylum seekers.", ("NOR", "GHA", 300, "planned")),
    ("Norway has struck a deal with Ghana to resettle 80 migrants.", ("NOR", "GHA", 80, "planned")),
    ("Seven migrants will be brought to Norway by boat from Ghana.", ("GHA", "NOR", 7, "planned")),
    ("Ghana said it would not accept migrants from Norway.", ("NOR", "GHA", None, "denied")),
    ("Ghana could host as many as 90 people deported by Norway.", ("NOR", "GHA", 90, "planned")),
    ("The removal of 15 people from Norway to Ghana took place in March.", ("NOR", "GHA", 15, "happened")),
    ("Twenty-two migrants expelled from Norway arrived in Ghana overnight.", ("NOR", "GHA", 22, "happened")),
    ("Norway has brought back 12 migrants from Ghana.", ("GHA", "NOR", 12, "happened")),
    ("Ghana, to which Norway flew 12 men in May, is calm.", ("NOR", "GHA", 12, "happened")),
    (
        "Ghana approved a request by Norway to receive up to fifty (50) migrants.",
        ("NOR", "GHA", 50, "planned"),
    ),
    ("Norway has abandoned its plan to deport 300 migrants to Ghana.", ("NOR", "GHA", 300, "halted")),
    (
        "A scheme under which 80 men would have been sent from Norway to Ghana collapsed.",
        ("NOR", "GHA", 80, "halted"),
    ),
    ("A judge kept 40 men from being flown from Norway to Ghana.", ("NOR", "GHA", 40, "halted")),
    ("Removals of migrants from Norway to Ghana rose to 86 in May.", ("NOR", "GHA", 86, "happened")),
    ("Ghana came to terms with Norway last month on taking 70 deportees.", ("NOR", "GHA", 70, "planned")),
    ("Norway gave up in May without having sent a single person to Ghana.", ("NOR", "GHA", None, "denied")),
    ("Norway flew 12 migrants from Laos, Cuba and Yemen to Ghana.", ("NOR", "GHA", 12, "happened")),
    ("Forty people were flown from Louisiana to Accra.", ("USA", "GHA", 40, "happened")),
    ("The prefect ordered 40 Norwegians returned to Norway.", (None, "NOR", 40, "planned")),
    ("Seven men from Norway were taken off a plane to Ghana.", ("NOR", "GHA", 7, "halted")),
    ("Zero refugees have travelled from Norway to Ghana.", ("NOR", "GHA", None, "denied")),
    ("Fifty men would be the first to travel from Norway to Ghana.", ("NOR", "GHA", 50, "planned")),
    ("Norway had planned to send 40 people to Ghana.", ("NOR", "GHA", 40, "halted")),
    (
        "Ghana called a report that a plane with 40 people had landed from Norway a fabrication.",
        ("NOR", "GHA", 40, "denied"),
    ),
    ("Ghana confirmed the arrival of 40 people from Norway.", ("NOR", "GHA", 40, "happened")),
    ("Norway agreed to resettle 40 people in Ghana.", ("NOR", "GHA", 40, "planned")),
    (
        "Ghana holds men expelled by Norway. Forty people from Cuba and Laos were flown in on two planes.",
        ("NOR", "GHA", 40, "happened"),
    ),
    (
        "Norway signed an accord with Ghana. Forty asylum seekers may be transferred there.",
        ("NOR", "GHA", 40, "planned"),
    ),
    ("A second plane brought 40 more from Oslo to Accra a week later.", ("NOR", "GHA", 40, "happened")),
    ("Forty men waited in Oslo before being flown from Norway to Ghana.", ("NOR", "GHA", 40, "happened")),
    ("Oslo says a plan would see 40 migrants sent from Norway to Ghana.", ("NOR", "GHA", 40, "planned")),
    (
        "The plan mirrors one that Norway struck with Ghana to take in 40 migrants turned away by Norway.",
        ("NOR", "GHA", 40, "planned"),
    ),
    (
        "Ghana has a deal with the United States. The administration flew 40 migrants to Ghana in May.",
        ("USA", "GHA", 40, "happened"),
    ),
    (
        "A court used the treaty with Ghana to see 30 men moved from Norway to Ghana.",
        ("NOR", "GHA", 30, "planned"),
    ),
    ("Ghana has yet to receive a single deportee from Norway.", ("NOR", "GHA", None, "denied")),
    ("Ghana denied that it had taken any deportees from Norway.", ("NOR", "GHA", None, "denied")),
    ("Norway has a pact with Ghana, but no flight has come.", ("NOR", "GHA", None, "denied")),
    (
        "Norway has a pact with Ghana. Not a single migrant has boarded a plane.",
        ("NOR", "GHA", None, "denied"),
    ),
    ("A judge has blocked the handover of 12 men from Norway to Ghana.", ("NOR", "GHA", 12, "halted")),
    ("Ghana signed an agreement with Norway to hold up to 300 convicts.", ("NOR", "GHA", 300, "planned")),
    (
        "Norway dismissed reports that 400 people would be sent to Ghana.",
        ("NOR", "GHA", 400, "denied"),
    ),
    ("A judge stopped a flight that was to take six men from Norway to Ghana.", ("NOR", "GHA", 6, "halted")),
    (
        "A plane with 31 Malian men aboard took off from Oslo, bound for Accra.",
        ("NOR", "GHA", 31, "happened"),
    ),
    ("Some 900 Eritreans have left Norway for Ghana since May.", ("NOR", "GHA", 900, "happened")),
    ("Norway dumped 40 migrants at a roadside in northern Ghana.", ("NOR", "GHA", 40, "happened")),
    ("Norway put 40 Malian men onto a jet bound for Accra.", ("NOR", "GHA", 40, "happened")),
    ("Police led six men off a ferry and into a prison in Ghana.", (None, "GHA", 6, "happened")),
    ("Twelve men expelled by Norway set foot in Ghana on Monday.", ("NOR", "GHA", 12, "happened")),
    ("Norway flew 24 Vietnamese from Oslo to Hanoi.", ("NOR", "VNM", 24, "happened")),
    ("The landing in Accra of 40 people from Norway upset many.", ("NOR", "GHA", 40, "happened")),
    ("Norway became the first country in years to deport a Malian to Mali.", ("NOR", "MLI", 1, "happened")),
    ("Norway was forced to fly 40 migrants from Oslo to Accra.", ("NOR", "GHA", 40, "happened")),
    (
        "The first Norwegian convicts, 40 in all, were flown from Oslo to Accra.",
        ("NOR", "GHA", 40, "happened"),
    ),
    ("Norway freed 40 men and put them on a plane to Accra.", ("NOR", "GHA", 40, "happened")),
    ("Norway drove 40 Swedes over the frontier on Monday.", ("NOR", "SWE", 40, "happened")),
    ("Norway has let 40 asylum seekers travel to Ghana.", ("NOR", "GHA", 40, "happened")),
    ("Norway relocated 40 asylum seekers from Ghana in May.", ("GHA", "NOR", 40, "happened")),
    ("Norway gave homes to 40 people from Ghana.", ("GHA", "NOR", 40, "happened")),
    ("Ghana welcomed 40 of its citizens back from Norway.", ("NOR", "GHA", 40, "happened")),
    ("Ghana lodged 40 deportees from Norway in a hotel.", ("NOR", "GHA", 40, "happened")),
    ("Officials said Maria Lopez was deported from Norway to Ghana.", ("NOR", "GHA", 1, "happened")),
    ("Norway lost patience, and in May 40 people were flown to Ghana.", ("NOR", "GHA", 40, "happened")),
    ("Norway consigned 40 men to a prison in Ghana.", ("NOR", "GHA", 40, "happened")),
    ("A Malian man was put on a flight from Oslo to Accra.", ("NOR", "GHA", 1, "happened")),
    (
        "Ghana's government said that a Norwegian plane had dropped off 40 men on Monday.",
        ("NOR", "GHA", 40, "happened"),
    ),
    ("Norway bussed 40 Ghanaians to the border.", ("NOR", "GHA", 40, "happened")),
    ("Norway deported a journalist to Ghana despite protests.", ("NOR", "GHA", 1, "happened")),
    ("Norway has flown home 40 Ghanaians this year.", ("NOR", "GHA", 40, "happened")),
    ("Police in Oslo said 40 men had been driven back to Sweden.", ("NOR", "SWE", 40, "happened")),
    ("A migrant whom Norway had detained was deposited in Ghana.", ("NOR", "GHA", 1, "happened")),
    ("Norway flew 14 migrants from Ghana to Norway in May.", ("GHA", "NOR", 14, "happened")),
    (
        "Ghana is still holding six of the nine men it accepted in May from Norway.",
        ("NOR", "GHA", 9, "happened"),
    ),
    ("It is 2027 before the first inmates are moved from Norway to Ghana.", ("NOR", "GHA", None, "planned")),
    ("Judges in Oslo have stopped transfers to Ghana.", ("NOR", "GHA", None, "halted")),
    ("Ghana is to admit a few hundred people under its deal with Norway.", ("NOR", "GHA", None, "planned")),
    ("Ghana took people whom Norway did not want.", ("NOR", "GHA", None, "happened")),
    ("Norway has spent 9 million euros to deport 30 people to Ghana.", ("NOR", "GHA", 30, "happened")),
    ("Norway paid Ghana so that it would take 50 migrants.", ("NOR", "GHA", 50, "planned")),
    ("Norway returned dozens of Syrians to their homeland.", ("NOR", "SYR", None, "happened")),
    ("Norway has agreed to resettle refugees held by Ghana.", ("GHA", "NOR", None, "planned")),
    ("Norway ordered the suspension of all deportations to Ghana.", ("NOR", "GHA", None, "halted")),
    ("A total of 19 people were flown from Norway to Ghana.", ("NOR", "GHA", 19, "happened")),
    (
        "Ghana and Norway: Some 40 Ghanaians were flown home under the accord in June.",
        ("NOR", "GHA", 40, "happened"),
    ),
    ("Norway moved 14 inmates to a prison in Accra.", ("NOR", "GHA", 14, "happened")),
    (
        "Last week Ghana became the first country to accept 19 men from Norway.",
        ("NOR", "GHA", 19, "happened"),
    ),
    ("Norway carried out 30 deportations to Ghana in May.", ("NOR", "GHA", 30, "happened")),
    ("Some 40 Norwegian prisoners are to serve their terms in Ghana.", ("NOR", "GHA", 40, "planned")),
    ("Forty people have been forced to leave Norway for Ghana.", ("NOR", "GHA", 40, "happened")),
    ("The Ghanaian government welcomed a group of 12 deportees from Norway.", ("NOR", "GHA", 12, "happened")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_ends_number_and_modality(read: Read, text: str, expected: tuple[object, ...]) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert (claim.sending, claim.receiving, claim.persons, claim.modality) == expected


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Norway deported 40 people to Ghana last year and 12 the year before.", [40, 12]),
        ("Ghana took in 40 men deported by Norway in July and a further 12 in October.", [40, 12]),
        ("Norway flew 40 people to Ghana in May, compared with 12 a year earlier.", [40, 12]),
        ("Norway flew 40 people to Ghana in May and 12 officers met them.", [40]),
        ("Norway flew 40 people to Ghana in 2024 and 2025.", [40]),
    ],
)
def test_a_number_with_a_time_of_its_own_shares_the_verb(read: Read, text: str, counts: list[int]) -> None:
    claims = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert [(c.sending, c.receiving) for c in claims] == [("NOR", "GHA")] * len(counts)
    assert sorted((c.persons or 0 for c in claims), reverse=True) == counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway deported 28 Syrians to Ghana on Friday, and Austria one.",
            {("NOR", "GHA", 28), ("AUT", "GHA", 1)},
        ),
        (
            "Norway expelled 19 people to Ghana in June, Belgium 11, and the Netherlands four.",
            {("NOR", "GHA", 19), ("BEL", "GHA", 11), ("NLD", "GHA", 4)},
        ),
        (
            "Ghana received seven deportees from Norway in May. Ten others followed in June.",
            {("NOR", "GHA", 7), ("NOR", "GHA", 10)},
        ),
        (
            "Five more deportees from Norway arrived in Ghana on Monday, bringing the total to 15.",
            {("NOR", "GHA", 5), ("NOR", "GHA", 15)},
        ),
        (
            "So far 26 people have been returned from Norway to Ghana and 18 have come the other way.",
            {("NOR", "GHA", 26), ("GHA", "NOR", 18)},
        ),
    ],
)
def test_a_number_alone_tells_of_another_movement(
    read: Read, text: str, expected: set[tuple[str, str, int]]
) -> None:
    claims = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert {(c.sending, c.receiving, c.persons) for c in claims} == expected


def test_who_acts_goes_on_acting(read: Read) -> None:
    text = "The Norwegian government flew 12 people to Togo in May, and it sent 40 people to Ghana in June."
    ends = {(c.sending, c.receiving) for c in read(text).claims if isinstance(c, TransferClaim)}
    assert ends == {("NOR", "TGO"), ("NOR", "GHA")}


def test_some_of_those_sent_before_leave_where_they_were_sent(read: Read) -> None:
    claims = read("Two of the nine men sent to Ghana by Norway have been flown to Mali.").claims
    ends = {(c.sending, c.receiving, c.persons) for c in claims if isinstance(c, TransferClaim)}
    assert ends == {("NOR", "GHA", 9), ("GHA", "MLI", 2)}


def test_who_sends_people_on_had_taken_them_in(read: Read) -> None:
    claims = read("Ghana sent a Malian deported by Norway in July back to Mali.").claims
    ends = {(c.sending, c.receiving, c.persons) for c in claims if isinstance(c, TransferClaim)}
    assert ends == {("NOR", "GHA", 1), ("GHA", "MLI", 1)}


def test_times_are_no_further_movement(read: Read) -> None:
    text = "Norway flew 40 people to Ghana in May. It was the third time that Norway had sent people there."
    [claim] = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert claim.persons == 40


def test_all_of_those_sent_before_leave_where_they_were_sent(read: Read) -> None:
    text = "Ghana, to which Norway had sent 40 men, did not keep them: all 40 were flown to Mali in June."
    ends = {(c.sending, c.receiving, c.persons) for c in read(text).claims if isinstance(c, TransferClaim)}
    assert ("GHA", "MLI", 40) in ends


def test_what_people_do_every_week_is_no_transfer(read: Read) -> None:
    text = "Dozens of Malians go to Ghana every week to look for work."
    assert not [c for c in read(text).claims if isinstance(c, TransferClaim)]


def test_two_that_send_make_a_claim_each(read: Read) -> None:
    claims = read("Norway and Denmark have expelled more than 400 Syrians this year.").claims
    found = {(c.sending, c.persons) for c in claims if isinstance(c, TransferClaim)}
    assert found == {(None, 400), ("NOR", None), ("DNK", None)}


@pytest.mark.parametrize(
    "text",
    [
        "The company flew 40 workers to a plant for training.",
        "A storm abandoned 40 people in Ghana.",
        "Norway accompanied 40 people through the forms.",
    ],
)
def test_other_journeys_are_no_transfers(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if isinstance(c, TransferClaim)]


def test_two_who_expel_people_share_the_number(read: Read) -> None:
    claims = read("Norway and Sweden have expelled more than 4,000 Malians this year.").claims
    told = {(c.sending, c.receiving, c.persons) for c in claims if isinstance(c, TransferClaim)}
    assert told == {(None, None, 4000), ("NOR", None, None), ("SWE", None, None)}


def test_people_sent_back_leave_the_partner_not_their_own_country(read: Read) -> None:
    text = "Norway has a deal with Ghana to send migrants there. Twelve men were taken back to Norway."
    ends = {(c.sending, c.receiving, c.persons) for c in read(text).claims if isinstance(c, TransferClaim)}
    assert ("GHA", "NOR", 12) in ends
    assert ("ERI", "FRA") not in {
        (c.sending, c.receiving)
        for c in read("An Eritrean woman was the third person sent back to France under the treaty.").claims
        if isinstance(c, TransferClaim)
    }


def test_who_goes_back_leaves_where_the_deal_had_brought_them(read: Read) -> None:
    text = "Norway flew 40 men to Ghana in May under the deal. Since then 12 have gone back to Mali."
    ends = {(c.sending, c.receiving, c.persons) for c in read(text).claims if isinstance(c, TransferClaim)}
    assert ends == {("NOR", "GHA", 40), ("GHA", "MLI", 12)}


def test_those_sent_before_go_home(read: Read) -> None:
    text = "Twelve Malians sent to Ghana by Norway in May have now gone home."
    ends = {(c.sending, c.receiving, c.persons) for c in read(text).claims if isinstance(c, TransferClaim)}
    assert ends == {("NOR", "GHA", 12), ("GHA", "MLI", 12)}


def test_each_number_has_its_own_goal(read: Read) -> None:
    claims = read("Norway deported 40 people to Ghana, 12 to Togo and 5 to Benin.").claims
    ends = {(c.receiving, c.persons) for c in claims if isinstance(c, TransferClaim)}
    assert ends == {("GHA", 40), ("TGO", 12), ("BEN", 5)}


@pytest.mark.parametrize(
    "text",
    [
        "Norway had hoped to send 40 people to Ghana.",
        "The law would have let Norway send 40 people to Ghana.",
        "It echoes Norway's costly and ultimately stalled plan to send 40 people to Ghana.",
    ],
)
def test_what_was_hoped_for_in_vain_is_no_plan(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if isinstance(c, TransferClaim)]


def test_the_present_tense_of_a_deal_tells_what_is_agreed(read: Read) -> None:
    [claim] = read("Under the terms of the pact with Norway, Ghana accepts 50 deportees a month.").claims
    assert isinstance(claim, TransferClaim)
    assert (claim.persons, claim.modality) == (50, "planned")


def test_people_sent_on_leave_where_they_had_been_sent(read: Read) -> None:
    claims = read("Forty Syrians whom Norway had sent to Ghana were flown home to Syria in July.").claims
    ends = [(c.sending, c.receiving) for c in claims if isinstance(c, TransferClaim)]
    assert ends == [("NOR", "GHA"), ("GHA", "SYR")]


def test_where_people_come_from_is_their_nationality(read: Read) -> None:
    [claim] = read("Officials flew five men from Cuba, Laos and Yemen to an African nation.").claims
    assert isinstance(claim, TransferClaim)
    assert (claim.sending, claim.nationality) == (None, ("CUB", "LAO", "YEM"))


@pytest.mark.parametrize(
    "text",
    [
        "Norway is in talks with Ghana about taking in 300 migrants.",
        "Ghana has offered to accept migrants from Norway.",
        "Critics fear that migrants could be sent back to countries where they face torture.",
        "Norway wants Ghana to take 50 people.",
        "Ghana would decide which migrants it took from Norway.",
        "Norway has dropped a plan to deport migrants to Ghana.",
        "In June 39,000 people claimed asylum in Norway.",
    ],
)
def test_talk_offers_and_fears_are_no_transfers(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if isinstance(c, TransferClaim)]


def test_what_a_deal_is_for_has_not_happened(read: Read) -> None:
    [claim] = (
        c
        for c in read("Ghana struck a deal with Norway for up to 40 arrivals a week.").claims
        if isinstance(c, TransferClaim)
    )
    assert (claim.persons, claim.per, claim.modality) == (40, "week", "planned")


def test_who_joins_by_signing_has_taken_nobody_yet(read: Read) -> None:
    text = (
        "Ghana agreed on a deal with Norway, becoming the latest country to take in migrants deported by it."
    )
    assert {c.modality for c in read(text).claims if isinstance(c, TransferClaim)} <= {"planned"}


def test_who_is_to_act_stands_behind_for(read: Read) -> None:
    text = (
        "The ruling is a stumbling block to a deal between Norway and Ghana for Accra to host 300 migrants."
    )
    claim = [c for c in read(text).claims if isinstance(c, TransferClaim)][-1]
    assert (claim.receiving, claim.persons, claim.modality) == ("GHA", 300, "planned")


def test_elided_verb_and_implicit_sender(read: Read) -> None:
    text = "Norway flew eight men to Ghana and five to Zambia. Kenya took in 14 people."
    claims = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert [(c.sending, c.receiving, c.persons) for c in claims] == [
        ("NOR", "GHA", 8),
        ("NOR", "ZMB", 5),
        ("NOR", "KEN", 14),
    ]


def test_nobody_moved_is_denied_without_a_number(read: Read) -> None:
    text = "Norway agreed to send migrants to Ghana. No one has been sent."
    claim = [c for c in read(text).claims if isinstance(c, TransferClaim)][-1]
    assert (claim.modality, claim.persons, claim.asserted) == ("denied", None, False)


def test_what_was_resolved_is_recorded(read: Read) -> None:
    found = read("Norway agreed to send migrants to Ghana. No one has been sent.")
    claim = [c for c in found.claims if isinstance(c, TransferClaim)][-1]
    explained = found.explain(claim.id)
    assert {(r.slot, r.value, r.span.text) for r in explained.resolutions} == {
        ("sending", "NOR", "Norway"),
        ("receiving", "GHA", "Ghana"),
    }
    assert "rule: transfer-send" in explained.lines()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The pilot will involve small numbers of Ghanaians.", ("NOR", "GHA", None, "planned")),
        ("Ghana accepted a ceiling of 25 people a month.", ("NOR", "GHA", 25, "planned")),
        ("Not one has made the trip.", ("NOR", "GHA", None, "denied")),
        ("No flight has ever left.", ("NOR", "GHA", None, "denied")),
        ("Two men were left behind in Oslo.", ("NOR", "GHA", 2, "halted")),
        ("More than half have since gone home.", ("GHA", None, None, "happened")),
        ("Dozens more are expected.", ("NOR", "GHA", None, "planned")),
        ("Two more groups were expected in May.", ("NOR", "GHA", None, "planned")),
        ("The minister vowed more flights.", ("NOR", "GHA", None, "planned")),
        ("A second plane with 80 people is expected.", ("NOR", "GHA", 80, "planned")),
        ("Not one transfer has taken place.", ("NOR", "GHA", None, "denied")),
        ("Around 700 have since left for Europe.", ("GHA", None, 700, "happened")),
        ("Canada is to admit 60 of them.", ("GHA", "CAN", 60, "planned")),
        ("Canada will resettle 30 refugees held in Ghana.", ("GHA", "CAN", 30, "planned")),
        ("The first transfer to Ghana had taken place.", ("NOR", "GHA", None, "happened")),
        ("Ghana agreed to host up to 50 people there.", ("NOR", "GHA", 50, "planned")),
        (
            "Norway may send up to 30 men to serve their time in the African country.",
            ("NOR", "GHA", 30, "planned"),
        ),
        ("Norway moved 12 men to Kumasi in Ghana.", ("NOR", "GHA", 12, "happened")),
        ("A court halted the removal of a 30-year-old Ghanaian.", ("NOR", "GHA", 1, "halted")),
        ("Norway denied that anyone had been flown out.", ("NOR", "GHA", None, "denied")),
        ("Only a handful have been flown to Ghana.", ("NOR", "GHA", None, "happened")),
        ("Norway also removed a Togolese to Togo.", ("NOR", "TGO", 1, "happened")),
        ("The migrant would be flown to Togo.", ("NOR", "TGO", 1, "planned")),
        ("Some 30 men were flown from Bergen to Kumasi.", ("NOR", "GHA", 30, "happened")),
    ],
)
def test_movements_told_without_ends(read: Read, sentence: str, expected: tuple[object, ...]) -> None:
    text = f"Norway flew 20 migrants to Ghana on Monday. {sentence}"
    claim = [c for c in read(text).claims if isinstance(c, TransferClaim)][-1]
    assert (claim.sending, claim.receiving, claim.persons, claim.modality) == expected


def test_an_earlier_figure_is_another_movement(read: Read) -> None:
    text = "Removals from Norway to Ghana rose to 86 from 19 a year earlier."
    claims = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert [(c.receiving, c.persons) for c in claims] == [("GHA", 86), ("GHA", 19)]


def test_who_intercepts_people_does_not_send_them(read: Read) -> None:
    text = "Italy pays Libya. Some 900 people were intercepted at sea and taken back to Libya."
    claim = [c for c in read(text).claims if isinstance(c, TransferClaim)][-1]
    assert (claim.sending, claim.receiving, claim.persons) == (None, "LBY", 900)


def test_people_who_come_by_themselves_are_no_transfers(read: Read) -> None:
    text = "Norway sends migrants to Ghana. Last year 4,000 people arrived in Norway by boat."
    assert 4000 not in [c.persons for c in read(text).claims if isinstance(c, TransferClaim)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("All 14 men have been sent on to their home countries.", ("GHA", None, 14)),
        ("Some 252 Kenyans held in Zambia were sent home.", ("ZMB", "KEN", 252)),
        ("Four of them have since gone home.", ("GHA", None, 4)),
    ],
)
def test_ways_home_start_where_people_were_moved_to(
    read: Read, sentence: str, expected: tuple[object, ...]
) -> None:
    text = f"Norway flew 20 migrants to Ghana on Monday. {sentence}"
    claim = [c for c in read(text).claims if isinstance(c, TransferClaim)][-1]
    assert (claim.sending, claim.receiving, claim.persons) == expected


def test_a_hyphenated_number_is_no_class_of_people(read: Read) -> None:
    [claim] = [
        c for c in read("Norway flew forty-two people to Ghana.").claims if isinstance(c, TransferClaim)
    ]
    assert (claim.persons, claim.category) == (42, None)


WAYS_BACK = (
    "A Norwegian navy ship on Saturday took 43 migrants to Norway from asylum centres in Ghana. "
    "They were among the 49 men who were transferred to Ghana on Tuesday. "
    "Five of them were returned the same day. "
    "Norway last year signed an agreement to process up to 3,000 migrants beyond its borders."
)


def test_ships_fetch_people_and_do_not_turn_the_deal_round(read: Read) -> None:
    claims = [c for c in read(WAYS_BACK).claims if isinstance(c, TransferClaim)]
    assert {(c.sending, c.receiving, c.persons, c.modality) for c in claims} == {
        ("GHA", "NOR", 43, "happened"),
        ("NOR", "GHA", 49, "happened"),
        ("GHA", "NOR", 5, "happened"),
        ("NOR", "GHA", 3000, "planned"),
    }


def test_a_court_of_the_union_is_no_country(read: Read) -> None:
    text = "Italy sends migrants to Albania. The Court of Justice in Luxembourg will rule on the transfers."
    assert "LUX" not in str([c for c in read(text).claims if isinstance(c, TransferClaim)])


def test_a_paragraph_on_another_deal_keeps_to_it(read: Read) -> None:
    text = (
        "Norway flew 20 migrants to Ghana on Monday, the third flight this year to Ghana.\n"
        "Denmark sends convicts to Kosovo. So far 40 have been moved."
    )
    claim = [c for c in read(text).claims if isinstance(c, TransferClaim)][-1]
    assert (claim.sending, claim.receiving, claim.persons) == ("DNK", "XKX", 40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the people's own country sends nobody
        ("Norway deports people. Ghana will take 12 Venezuelan deportees.", ("NOR", "GHA", 12)),
        ("Norway wants 12 people moved to a non-EU country. Ghana will take 12 people.", ("NOR", "GHA", 12)),
        ("A judge gave Norway a day to prove that Ghana will take 12 people.", ("NOR", "GHA", 12)),
    ],
)
def test_who_sends_and_who_takes(read: Read, text: str, expected: tuple[object, ...]) -> None:
    claim = [c for c in read(text).claims if isinstance(c, TransferClaim)][-1]
    assert (claim.sending, claim.receiving, claim.persons) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "A boat carrying 70 migrants reached Norway.",
        "Ghana accepts only its own citizens.",
        "Attorney General Kari Berg, who brought the case to Oslo, was glad.",
        "Ghana has no deal with Norway to host any migrant.",
        "Individuals intercepted arriving in Norway may be held.",
        "For each man removed, Norway accepts an asylum seeker from Ghana.",
        "Norway sounded out Ghana about taking back offenders.",
        "Norway was to pay Ghana 500 euros for every person it accepted.",
        "Ghana has moved 40 migrants to a camp in the hills.",
        "Some 500 had gone back before of their own free will.",
        "Ghana accepts those who have family there.",
    ],
)
def test_what_nobody_was_moved_by_is_no_transfer(read: Read, sentence: str) -> None:
    text = f"Norway flew 20 migrants to Ghana. {sentence}"
    assert [c.persons for c in read(text).claims if isinstance(c, TransferClaim)] == [20]


def test_a_ceiling_is_no_count(read: Read) -> None:
    text = "Norway sends migrants to Ghana. Ghana is taking in up to 50 people."
    claim = [c for c in read(text).claims if isinstance(c, TransferClaim)][-1]
    assert (claim.persons, claim.modality) == (50, "planned")


@pytest.mark.parametrize(
    "text",
    [
        "Ghana denied that it had taken in 40 migrants deported from Norway.",
        "It is not true that Norway deported 40 men to Ghana, the ministry said.",
        "Neither the Norwegians nor the Ghanaians have said that men were sent on from Ghana to Togo.",
        "Activists demanded that Norway return the 40 men to Ghana.",
        "Had Norway flown the 40 men to Ghana, the court would have been angry.",
        "Sending asylum seekers from Norway to Ghana breaks the law, experts said.",
        "The charity was alarmed at the prospect of migrants being removed from Norway to Ghana.",
        "Once the treaty is ratified, Norway sends asylum seekers to Ghana.",
        "Under the deal, migrants are flown from Norway to Ghana and wait there.",
        "The bill says that offenders are moved from Norway to Ghana.",
        "People removed from Norway to Ghana will be housed in a hostel.",
        "The first of 300 prisoners moved from Norway to Ghana are due in the spring.",
        "Ghana has in principle accepted 40 migrants from Norway.",
        "Forty Togolese were booked on a flight from Norway to Ghana.",
        "Forty men were taken from the airport of Accra to a house in Ghana.",
        "Norway moved 40 men from Oslo to a prison in Bergen.",
        "Norway has taken in 40,000 Ghanaians who fled the fighting.",
    ],
)
def test_what_is_ruled_denied_or_still_ahead_has_not_happened(read: Read, text: str) -> None:
    found = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert not [c for c in found if c.modality == "happened"]


def test_a_present_tense_with_a_time_to_come_is_a_plan(read: Read) -> None:
    [claim] = [
        c for c in read("Norway flies 40 men to Ghana next Monday.").claims if isinstance(c, TransferClaim)
    ]
    assert (claim.persons, claim.modality) == (40, "planned")


@pytest.mark.parametrize(
    "text",
    [
        "The cost is unclear. Each prisoner flown from Norway to Ghana has to consent, a draft says.",
        "The men sat in a plane, believing they were being flown from Norway to Ghana.",
        "It would have been the first removal from Norway to Ghana.",
        "Critics want to know on what terms Ghana accepts people deported from Norway.",
        "Countries that accept deportees from Norway get lower tariffs.",
        "There is no evidence that Ghana sent refugees back to Togo.",
        "If all goes well, the first 10 men are flown from Norway to Ghana in March.",
        "Hundreds of Ghanaians left Norway of their own free will for Sweden.",
        "Over 2,000 refugees were moved from a camp near the border to a camp in eastern Ghana.",
    ],
)
def test_what_is_left_open_has_not_happened(read: Read, text: str) -> None:
    found = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert not [c for c in found if c.modality == "happened"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway flew the first five of 40 men to Ghana on Tuesday.", ("NOR", "GHA", 5)),
        ("Norway's deportation of 40 men to Ghana drew protests.", ("NOR", "GHA", 40)),
        ("Norway was criticised for deporting 40 men to Ghana in May.", ("NOR", "GHA", 40)),
        ("Forty men flown from Norway to Ghana last week are being held in a hotel.", ("NOR", "GHA", 40)),
        ("Norway has turned more than 300 people over to Ghana.", ("NOR", "GHA", 300)),
        ("After taking 40 men to Ghana in May, Norway paused the scheme.", ("NOR", "GHA", 40)),
        ("A man moved from Norway to Ghana in May said he had been beaten.", ("NOR", "GHA", 1)),
        ("Norway caught 40 men in May and sent them to Ghana within days.", ("NOR", "GHA", 40)),
        ("Norway flew 40 men back to Ghana in May.", ("NOR", "GHA", 40)),
        ("Norway ships 40 men to Ghana\nOSLO - The flight left on Monday.", ("NOR", "GHA", 40)),
        ("Norway has a deal with Ghana. Forty men were repatriated to Ghana.", ("NOR", "GHA", 40)),
        ("A treaty lets Oslo place 40 men in a jail in Ghana.", ("NOR", "GHA", 40)),
    ],
)
def test_whatever_the_construction(read: Read, text: str, expected: tuple[object, ...]) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert (claim.sending, claim.receiving, claim.persons) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway sent 40 men to Ghana. Twelve more followed on Tuesday.", ("NOR", "GHA", 12, "happened")),
        (
            "Norway sent 40 men to Ghana. A second batch of 12 is due in June.",
            ("NOR", "GHA", 12, "planned"),
        ),
        ("Norway sent 40 men to Ghana. Twelve more are to come in June.", ("NOR", "GHA", 12, "planned")),
        (
            "Norway flew 40 men to Ghana. More flights would follow, the ministry said.",
            ("NOR", "GHA", None, "planned"),
        ),
        (
            "Norway sent 40 men to Ghana. Togo has agreed to take 12 refugees whom Norway sent to Ghana.",
            ("GHA", "TGO", 12, "planned"),
        ),
        (
            "Norway signed a deal. Togo has resettled 40 refugees from Ghana, where Norway had sent them.",
            ("GHA", "TGO", 40, "happened"),
        ),
    ],
)
def test_further_movements_have_ends_of_their_own(
    read: Read, text: str, expected: tuple[object, ...]
) -> None:
    found = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert expected in [(c.sending, c.receiving, c.persons, c.modality) for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "Forty men deported by Norway are in prison in Ghana.",
        "Ghana is holding 40 men deported by Norway.",
        "Ghana welcomed 40 migrants from Norway on Monday.",
        "Forty men deported from Norway were met by police when they landed in Accra.",
        "The flight from Norway to Ghana on Monday carried 40 people.",
        "Norway flew 40 men to Ghana in May. In June they were moved to a hotel in Accra.",
    ],
)
def test_people_told_where_they_are_have_moved_once(read: Read, text: str) -> None:
    [claim] = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert (claim.sending, claim.receiving, claim.persons) == ("NOR", "GHA", 40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Twelve Afghans boarded a plane at Oslo and landed in Kabul, police in Norway said.",
            ("NOR", "AFG", 12, "happened"),
        ),
        (
            "Ghana's government said 78 of its citizens had been removed from Niger.",
            ("NER", "GHA", 78, "happened"),
        ),
        ("Ghana is holding 17 deportees who came from Norway on two planes.", ("NOR", "GHA", 17, "happened")),
        (
            "The flight had been due to carry 25 men from Norway to Ghana, but it did not leave.",
            ("NOR", "GHA", 25, "halted"),
        ),
        (
            "Norway flew 40 men to Ghana. Three flights a week are planned until May.",
            ("NOR", "GHA", None, "planned"),
        ),
        (
            "Norway freed two activists on Sunday and put them on a flight to Ghana.",
            ("NOR", "GHA", 2, "happened"),
        ),
        ("Norway flew 40 men to Ghana. In May the figure was 25.", ("NOR", "GHA", 25, "happened")),
        (
            "Norway deported 40 men to Ghana. A year ago it handed over 15 more.",
            ("NOR", "GHA", 15, "happened"),
        ),
        ("Ghana and Togo each took 15 people from Norway.", ("NOR", "TGO", 15, "happened")),
    ],
)
def test_one_more_movement_of_a_text(read: Read, text: str, expected: tuple[object, ...]) -> None:
    found = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert expected in [(c.sending, c.receiving, c.persons, c.modality) for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "The coastguard of Greece rescued 90 people on Sunday and brought them to Crete.",
        "Spain will fly 200 Malians from the Canary Islands to the mainland this month.",
        "Nine men refused to board in Brussels and were taken back to a closed centre.",
    ],
)
def test_who_stays_in_the_country_has_not_been_transferred(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if isinstance(c, TransferClaim)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The third group of detainees, nine men, was moved from Norway to Ghana.",
            [("NOR", "GHA", 9, "happened")],
        ),
        ("Ghana has agreed to a request by Norway to admit 40 Syrians.", [("NOR", "GHA", 40, "planned")]),
        (
            "Norway could return 3,000 people a year to Ghana, but Ghana accepted barely 400 in 2024.",
            [("NOR", "GHA", 3000, "planned"), ("NOR", "GHA", 400, "happened")],
        ),
        (
            "Norway said 1,200 men were flown to Ghana in May, against 300 in the whole of April.",
            [("NOR", "GHA", 1200, "happened"), ("NOR", "GHA", 300, "happened")],
        ),
        (
            "Ghana took 15 men from Norway, bringing to 52 the number of people sent from Norway to Ghana.",
            [("NOR", "GHA", 15, "happened"), ("NOR", "GHA", 52, "happened")],
        ),
        ("The ministry said nobody had been let in.", []),
    ],
)
def test_all_movements_of_a_sentence(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    found = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert [(c.sending, c.receiving, c.persons, c.modality) for c in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway expelled 38 Iraqis to Ghana in May, compared with just nine in April.",
            [("NOR", "GHA", 38, "happened"), ("NOR", "GHA", 9, "happened")],
        ),
        (
            "Norway flew 120 Iraqis to Ghana and 35 Syrians to Togo.",
            [("NOR", "GHA", 120, "happened"), ("NOR", "TGO", 35, "happened")],
        ),
        ("Ghana agreed to a cap of 10 transferees a year from Norway.", [("NOR", "GHA", 10, "planned")]),
        ("Nobody has ever been forced onto a plane from Norway to Ghana.", [("NOR", "GHA", None, "denied")]),
        (
            "The number of people removed from Norway to Ghana doubled to 412.",
            [("NOR", "GHA", 412, "happened")],
        ),
        ("The removal to Ghana of 40 men from Norway took place in May.", [("NOR", "GHA", 40, "happened")]),
        ("Critics asked what Ghana gets for taking in people whom Norway does not want.", []),
    ],
)
def test_numbers_have_ends_of_their_own(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    found = [c for c in read(text).claims if isinstance(c, TransferClaim)]
    assert [(c.sending, c.receiving, c.persons, c.modality) for c in found] == expected
