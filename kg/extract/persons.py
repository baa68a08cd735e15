"""Personal names in a text."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import words
from kg.extract.reading import Reading, Speech

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_KEPT: Final = "kg.people"


def full_name(reading: Reading, name: str) -> str:
    """The longest name in the text that ends in the same word, for a bare surname ("Van Weel" is one)."""
    parts = name.split()
    if len(parts) > 1:
        if parts[0].lower() not in words("offices.particles"):
            return name
        tail = f" {name.lower()}"
        return next((o for o in people(reading) if o.lower().endswith(tail)), name)
    ends = (name.lower(), f"al-{name.lower()}", f"el-{name.lower()}")
    longer = [o for o in people(reading) if len(o.split()) > 1 and o.split()[-1].lower() in ends]
    return max(longer, key=lambda n: (longer.count(n), -len(n)), default=name)


_WOMEN: Final = frozenset(("mrs", "ms", "miss", "dame", "lady", "baroness", "mrs.", "ms.", "sister"))
_MEN: Final = frozenset(("mr", "sir", "lord", "mr.", "father"))


def sex_of(reading: Reading, name: str, earlier: Sequence[Speech]) -> str | None:
    """``f`` or ``m`` where an honorific, a title, a pronoun or a common first name tells it."""
    said = _sexes(reading).get(name)
    if said is not None or " " not in name:
        return said
    for speech in earlier:
        if speech.speaker == name and (word := reading.doc[speech.who].lower_) in _PRONOUNS:
            return _PRONOUNS[word]
    first = name.split()[0].lower()
    return "f" if first in words("names.women") else "m" if first in words("names.men") else None


_PRONOUNS: Final = {"he": "m", "she": "f"}
_SEXES: Final = "kg.sexes"


def _sexes(reading: Reading) -> dict[str, str]:
    """Sexes told by titles, by name; kept with the text."""
    known: dict[str, str] | None = reading.doc.user_data.get(_SEXES)
    if known is not None:
        return known
    known = reading.doc.user_data[_SEXES] = {}
    for office in reading.offices:
        if office.words.endswith("woman") or office.words in ("queen", "princess"):
            known[office.person] = "f"
        elif office.words.endswith(("spokesman", "chairman", "congressman", "king", "prince")):
            known[office.person] = "m"
    for token in reading.doc:
        sex = "f" if token.lower_ in _WOMEN else "m" if token.lower_ in _MEN else None
        if sex and token.i + 1 < len(reading.doc) and (name := name_at(reading, token.i + 1)):
            text = reading.doc.text_of(name[0], name[1])
            known[full_name(reading, text) if " " not in text else text] = sex
    return known


def people(reading: Reading) -> tuple[str, ...]:
    """Full personal names in the text: names of the parser, and of office holders."""
    return (*(o.person for o in reading.offices), *_parsed(reading))


def _parsed(reading: Reading) -> tuple[str, ...]:
    """Names of the parser; kept with the text, as every name in it asks for them."""
    known: tuple[str, ...] | None = reading.doc.user_data.get(_KEPT)
    if known is None:
        known = reading.doc.user_data[_KEPT] = tuple(_named(reading))
    return known


def _named(reading: Reading) -> Iterator[str]:
    doc = reading.doc
    for ent in doc.ents:
        if ent.label_ == "PERSON" and not any(t.i in reading.place_at for t in ent):
            tokens = [
                t for t in ent if t.lower_ not in words("offices.honorifics") and t.text not in ("'s", "’s")
            ]
            if tokens and all(
                t.text[0].isupper() or t.lower_ in words("offices.particles") or t.text == "-" for t in tokens
            ):
                text = doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]
                if "\n" not in text:
                    yield text


def name_at(reading: Reading, start: int) -> tuple[int, int] | None:
    """The personal name that begins at a token (behind honorifics): first token and one past the last."""
    doc, end = reading.doc, start
    limit = doc[start].sent.end if start < len(doc) else start
    while start < limit and doc[start].lower_ in words("offices.honorifics"):
        start += 1
    end = start
    while end < limit and end - start < 6:
        token = doc[end]
        joined = token.text == "-" and end > start
        particle = (
            token.lower_ in words("offices.particles")
            and _goes_on(reading, end + 1, limit)
            and (end > start or token.text[0].isupper())
        )
        if not (joined or particle or _is_name(reading, token)):
            break
        if joined and not (
            end + 1 < limit and doc[end + 1].text[0].isalpha() and not doc[end - 1].whitespace_
        ):
            break
        end += 1
    portfolio = end > start and doc[end - 1].text in (
        "Affairs",
        "Foreign",
    )  # "Immigration and Multicultural Affairs"
    return (start, end) if end > start and not portfolio else None


def _goes_on(reading: Reading, i: int, limit: int) -> bool:
    """Whether a name goes on behind a particle: "van der Leyen", "al-Sudani"."""
    while i < limit and (reading.doc[i].lower_ in words("offices.particles") or reading.doc[i].text == "-"):
        i += 1
    return i < limit and reading.doc[i].text[0].isupper()


def _is_telling(token: "Token") -> bool:
    """As in the headline "Deal Is Near, Minister Says": a verb, though written like a name."""
    word = token.lower_
    return word.endswith("s") and word[:-1] in words(
        "speech.say", "speech.announces", "speech.warns", "speech.denies"
    )


def _is_name(reading: Reading, token: "Token") -> bool:
    return (
        token.text[0].isupper()
        and token.is_alpha
        | ("'" in token.text and len(token) > 3)
        | (len(token) == 2 and token.text[1] == ".")
        and token.i not in reading.place_at
        and token.lower_ not in words("offices.heads")
        and token.lower_ not in words("offices.honorifics")
        and not _is_telling(token)
        and token.lower_ not in words("deals.paper")
        and (
            token.pos_ == "PROPN"
            or token.ent_type_ == "PERSON"
            or (
                not token.is_sent_start
                and token.pos_ not in ("ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART")
            )
        )
        and not (token.is_stop and (token.is_sent_start or token.ent_type_ != "PERSON"))
        and not (token.text.isupper() and len(token) > 1 and token.text[-1] != ".")
    )
