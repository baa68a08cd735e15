"""Who a pronoun, a description or a joint subject stands for."""

import pytest

from kg.model.claim import StatementClaim
from tests.extract.conftest import Read

TEXTS = [
    (
        "Oxfam and the Red Crescent Union said the pact was cruel.",
        ["Oxfam", "Red Crescent Union"],
    ),
    (
        "Refugee Watch International and the Lund Council condemned it.",
        ["Refugee Watch International", "Lund Council"],
    ),
    (
        "The Ministry of Integration and Asylum said ten people had left.",
        ["Ministry of Integration and Asylum"],
    ),
    ("Lawyers Ana Lund and Kofi Mensah argued that the flight was unlawful.", ["Ana Lund", "Kofi Mensah"]),
    (
        "The UN envoy for Libya, Ana Lund, and two other UN officials said the boats were sent back.",
        ["Ana Lund", "two other UN officials"],
    ),
    (
        "The rights group Safe Port says conditions are bad. The Malmo-based group said ten people had died.",
        ["Safe Port", "Safe Port"],
    ),
    (
        "Prime Minister Karl Lund met President Ana Sosa. He said the day was good. She called it a start.",
        ["Karl Lund", "Ana Sosa"],
    ),
    (
        "For Ana Lund, the Norwegian leader, the deal is done. “We kept our word,” she said.",
        ["Ana Lund"],
    ),
    ("One man said he had slept on the floor. “It was cold,” the man said.", ["One man", "One man"]),
    (
        "Minister Ana Lund was silent. A Syrian woman was flown to Accra. She said the cell was dark.",
        ["a Syrian woman"],
    ),
    (
        "Ana Lund said in May that Ghana had been paid, and questioned whether the money was spent.",
        ["Ana Lund", "Ana Lund"],
    ),
    (
        "Interior Minister Karl Holm and his British counterpart, Ana Lund, signed it in Calais on Monday. "
        "The two ministers promised that flights would begin.",
        ["Karl Holm", "Ana Lund"],
    ),
    ("The pact shook the house, with Ana Lund, an envoy, saying that it was cruel.", ["Ana Lund"]),
    ("Ghana said that nothing was signed, Reuters reported.", ["Ghana"]),
    ("Safe Port Movement (SPM) leader Ana Lund said that it was cruel.", ["Ana Lund"]),
    (
        "Arrivals more than halved in the first six months of this year, Home Office figures show.",
        ["Home Office"],
    ),
    ("Ana Lund demanded that Norway produce the men and justify their detention.", ["Ana Lund"]),
    ("Commenting on the pact, Ana Lund said that it was cruel.", ["Ana Lund"]),
    ("“It’s a scandal”, thundered the Left’s Ana Lund.", ["Ana Lund"]),
    ("Officials on Sunday said that ten people had left.", ["Officials"]),
    ("Ana Lund thanked Ghana for its patience and urged Norway to match it.", ["Ana Lund", "Ana Lund"]),
    ("Ana Lund: “We will sue.” The motto of the house: “Order.”", ["Ana Lund"]),
    ("The pact is, as Ana Lund put it, “a lottery for refugees”.", ["Ana Lund"]),
    (
        "One man said he was beaten. Another said it was cold. The other said nothing was explained.",
        ["One man", "another", "the other"],
    ),
    (
        "Ana Lund said nothing was signed. Her spokesman told reporters that it was.",
        ["Ana Lund", "her spokesman"],
    ),
    (
        "Justice Minister Ana Lund hailed the vote as “a step” and said it would help.",
        ["Ana Lund", "Ana Lund"],
    ),
    ("A study by the Lund Institute puts the number of people likely to go at 15,000.", ["Lund Institute"]),
    ("The men had been locked up without charge and denied contact with lawyers.", []),
    ("Ana Lund brushed aside those fears.", ["Ana Lund"]),
    (
        "(Lund) – Norwegian authorities arbitrarily arrested and deported hundreds of Syrians between "
        "February and July 2022, Refugee Watch Union said today.",
        ["Refugee Watch Union"],
    ),
    (
        "Ana Lund set out conditions for the hubs. A suit brought by Refugee Watch Union asks for a halt.",
        ["Ana Lund"],
    ),
    (
        "Uganda says it will take people\n\nForeign Minister Ana Lund said on Monday that talks went on.",
        ["Ana Lund"],
    ),
    ("A draft seen by the Daily Telegraph shows that ten people left.", ["Daily Telegraph"]),
    ("Judges in Lund put the cost at more than 300,000 euros.", ["Judges in Lund"]),
    ("Asked about the plan, Ana Lund answered: “No.” The Lund Council said it was sad.", ["Lund Council"]),
]


@pytest.mark.parametrize(("text", "speakers"), TEXTS)
def test_who_speaks(read: Read, text: str, speakers: list[str]) -> None:
    assert [c.speaker for c in read(text).claims if isinstance(c, StatementClaim)] == speakers
