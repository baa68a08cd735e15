"""The people moved: who counts as such, their nationality and class."""

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.origins import ORIGINS, is_home
from kg.extract.phrases import phrase
from kg.extract.reading import Reading
from kg.extract.refer import countries_of

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def is_people(reading: Reading, token: "Token") -> bool:
    """Whether a noun stands for people who can be moved."""
    place = reading.place_at.get(token.i)
    if place is not None:
        return (
            place.form == "demonym"
            and token.pos_ in ("NOUN", "PROPN")
            and (token.text.endswith("s") or one_of(token) or _numbered(token))
            and token.head.lower_ != token.lower_
            and token.dep_ not in ("amod", "compound", "poss")
        )
    if token.lemma_.lower() in words("movement.people") or token.lower_ in words("movement.people"):
        return not (
            token.lemma_.lower() == "member"
            and any(c.text == "state" or c.lower_ == "of" for c in token.children)
            and token.i + 1 < len(token.doc)
            and token.doc[token.i + 1].lower_ == "states"
        )
    if token.ent_type_ == "NORP" and token.tag_ in ("NNPS", "NNS"):
        return True
    return (token.tag_ in ("NNPS",) and token.text.endswith("ans")) or (
        token.lemma_.lower() in words("movement.quantities")
        and any(is_people(reading, p) for p in syntax.prepositional(token, "of"))
    )


def one_of(token: "Token") -> bool:
    """As in "an Afghan", "another Syrian": one person by nationality."""
    return any(c.dep_ == "det" and c.lower_ in ("a", "an", "another") for c in token.children)


def _numbered(token: "Token") -> bool:
    """As in "24 Senegalese", "many Chinese": several people by nationality."""
    return token.tag_ in ("NNP", "NNPS", "NN", "NNS") and any(
        c.dep_ in ("nummod", "amod")
        and c.i < token.i
        and (c.pos_ == "NUM" or c.lower_ in ("many", "several"))
        for c in token.children
    )


def private_person(reading: Reading, token: "Token") -> bool:
    """As in "deported Ana Ruiz": somebody by name who holds no office."""
    return (
        token.pos_ == "PROPN"
        and (token.ent_type_ == "PERSON" or _by_name(token))
        and token.i not in reading.place_at
        and not any(o.start <= token.i < o.end or o.person.split()[-1] == token.text for o in reading.offices)
        and not any(leader.start <= token.i < leader.end for leader in reading.leaders)
    )


def forced_out(token: "Token", key: str) -> bool:
    """As in "deported a journalist": whoever is moved by force is people, whatever they are called."""
    if token.lemma_.lower() in words("movement.callings"):
        return key in words("movement.forced")
    return key in ("deport", "extradite") and token.tag_ in ("NN", "NNS") and token.ent_type_ in ("", "NORP")


def _by_name(token: "Token") -> bool:
    """As in "Ana Lopez Ruiz": capitalised words that the parser takes for no known name."""
    before = [c for c in token.children if c.dep_ == "compound"]
    return (
        token.tag_ == "NNP"
        and not token.ent_type_
        and bool(before)
        and all(t.text.istitle() and t.tag_ == "NNP" and not t.ent_type_ for t in (token, *before))
        and not any(c.dep_ in ("det", "nummod", "poss") for c in token.children)
    )


def loose_people(reading: Reading, token: "Token") -> bool:
    """Whether a word may stand for people beside a verb of moving: also pronouns and bare numbers."""
    return (
        is_people(reading, token)
        or (token.lower_ == "first" and token.dep_ == "nsubjpass")
        or token.lower_ in words("movement.indefinite")
        or token.lemma_.lower() in words("movement.indefinite")
        or (token.lower_ == "more" and any(c.pos_ == "NUM" for c in token.children))
        or (token.pos_ == "NUM" and token.ent_type_ not in ("DATE", "MONEY", "PERCENT", "TIME"))
    )


def nationality(reading: Reading, people: "Token | None") -> tuple[str, ...]:
    """Countries that people are said to come from."""
    if people is None:
        return ()
    found: set[str] = set()
    among = [
        o
        for part in syntax.coordinated(people)
        if part.lemma_.lower() in words("movement.quantities") or part.pos_ == "NUM"
        for o in syntax.prepositional(part, "of")
    ]  # "dozens of Syrians"
    for part in (*syntax.coordinated(people), *(c for c in people.children if c.dep_ == "appos"), *among):
        if (place := reading.place_at.get(part.i)) and place.form == "demonym":
            found.add(place.code)
        if part.lemma_.lower() in ORIGINS:
            continue
        found.update(
            reading.place_at[c.i].code
            for child in part.children
            if child.dep_ in ("amod", "compound", "nmod") and child.i in reading.place_at
            for c in syntax.coordinated(child)
            if c.i in reading.place_at
        )
        for origin in (
            o
            for head in (part, part.head)
            for o in syntax.prepositional(head, "from")
            if is_home(reading, part, o)
        ):
            found.update(r.code for r in countries_of(reading, origin))
        if part.lemma_.lower() in ("national", "citizen", "subject", "compatriot"):
            found.update(
                r.code
                for c in part.children
                if c.dep_ == "poss" and c.lower_ not in ("our", "my", "your")
                for r in countries_of(reading, c)
            )
            found.update(
                r.code for o in syntax.prepositional(part, "of", "from") for r in countries_of(reading, o)
            )
    return tuple(sorted(found))


def category(reading: Reading, people: "Token | None") -> str | None:
    """The text's class of people, in its words: of all coordinated parts; None for bare "people"."""
    if people is None:
        return None
    first, last, named = None, people.i + 1, False
    for part in syntax.coordinated(people):
        if part.lemma_.lower() in words("movement.quantities"):
            part = syntax.first(p for p in syntax.prepositional(part, "of") if is_people(reading, p)) or part
        if part.lower_ in words("movement.indefinite") or part.pos_ == "NUM" or not is_people(reading, part):
            continue
        start = _category_start(reading, part)
        first = start if first is None else first
        last = part.i + 1
        named = named or start < part.i or part.lemma_.lower() not in words("movement.generic-category")
    return reading.span(first, last).text if named and first is not None else None


def _category_start(reading: Reading, part: "Token") -> int:
    start, _ = phrase(part)
    while start < part.i and (
        reading.doc[start].pos_ in ("NUM", "DET", "ADP", "PRON", "PART", "SCONJ")
        or reading.doc[start].lower_ in words("movement.quantity")
        or not reading.doc[start].text[0].isalnum()  # the hyphen of "forty-two people"
    ):
        start += 1
    return start


def in_vehicle(reading: Reading, nouns: list["Token"]) -> "Token | None":
    """The people in a flight, plane or ship among some nouns."""
    for noun in nouns:
        if noun.lemma_.lower() in words("movement.flights"):
            for inner in noun.subtree:
                if is_people(reading, inner) or (inner.pos_ == "NUM" and inner.dep_ in ("pobj", "dobj")):
                    return inner
    return None


def next_people(reading: Reading, verb: "Token") -> "Token | None":
    """The people right behind a verb, where the parser lost its object."""
    doc = reading.doc
    for i in range(verb.i + 1, min(verb.i + 8, verb.sent.end)):
        token = doc[i]
        if (
            is_people(reading, token)
            and not (i + 1 < verb.sent.end and is_people(reading, doc[i + 1]))
            and token.dep_ != "compound"
        ):
            return token
        if token.pos_ in ("ADP", "PUNCT", "CCONJ", "SCONJ", "AUX", "PRON") or token.tag_ in (
            "TO",
            "VBD",
            "VBZ",
            "VBP",
        ):
            return None
    return None
