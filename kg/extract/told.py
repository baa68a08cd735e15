"""What a text has told of deals so far: what "both", "that accord", "all three" point back to."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.reading import Reading
from kg.extract.refer import Ref
from kg.extract.themes import word

if TYPE_CHECKING:
    from kg.extract.tokens import Token

_MANY: Final = {"both": 2, "neither": 2, "either": 2, "two": 2, "all": 3, "three": 3, "four": 4}
_HOW: Final = "document deal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Parties to a deal: sender and receiver, or both together where the direction is not told."""

    sending: tuple[Ref, ...] = ()
    receiving: tuple[Ref, ...] = ()
    parties: tuple[Ref, ...] = ()

    @property
    def sending_codes(self) -> tuple[str, ...]:
        """Codes, in alphabetical order."""
        return tuple(sorted({r.code for r in self.sending}))

    @property
    def receiving_codes(self) -> tuple[str, ...]:
        """Codes, in alphabetical order."""
        return tuple(sorted({r.code for r in self.receiving}))

    @property
    def party_codes(self) -> tuple[str, ...]:
        """Codes, in alphabetical order."""
        return tuple(sorted({r.code for r in self.parties}))

    @property
    def codes(self) -> tuple[tuple[str, ...], ...]:
        """Codes by slot."""
        return self.sending_codes, self.receiving_codes, self.party_codes

    @property
    def pair(self) -> frozenset[str]:
        """All codes."""
        return frozenset(r.code for refs in (self.sending, self.receiving, self.parties) for r in refs)

    def refs(self) -> list[tuple[str, Ref]]:
        """Every country with the slot it fills."""
        return [(name, r) for name in ("sending", "receiving", "parties") for r in getattr(self, name)]

    def recalled(self) -> "Sides":
        """The same, as another sentence takes it up."""
        again = {
            name: tuple(
                Ref(code=r.code, start=r.start, end=r.end, how=r.how or _HOW, form=r.form)
                for r in getattr(self, name)
            )
            for name in ("sending", "receiving", "parties")
        }
        return Sides(**again)


@dataclass(slots=True)
class Told:
    """Deals told so far, in the order of the text."""

    reading: Reading
    deals: list[tuple[int, Sides]] = field(default_factory=list)
    of_noun: dict[int, list[Sides]] = field(default_factory=dict)
    asking: list[tuple[int, Ref]] = field(default_factory=list)

    def add(self, token: "Token", deal: "Token | None", sides: Sides) -> None:
        """Notes the parties of a deal of which a token tells a stage."""
        if len(sides.sending) == 1:
            self.asking.append((token.i, sides.sending[0]))
        if len(sides.pair) == 2:
            self.deals.append((token.i, sides))
            if deal is not None:
                known = self.of_noun.setdefault(deal.i, [])
                known += [sides] if sides.codes not in [k.codes for k in known] else []

    def before(self, token: "Token") -> list[Sides]:
        """Deals of earlier clauses, the latest first, each once."""
        found: dict[frozenset[str], Sides] = {}
        for at, sides in reversed(self.deals):
            if at < token.i:
                found.setdefault(sides.pair, sides)
        return list(found.values())

    def pointed(self, token: "Token", deal: "Token | None") -> list[Sides]:
        """The deals that "both", "all three", "that accord", "it" stand for; [] where they name their own."""
        noun = deal if deal is not None else syntax.subject(token) if syntax.is_verb(token) else None
        if noun is None:
            return []
        if deal is not None and deal.i in self.of_noun:  # "the treaty, signed in May and in force since June"
            return list(self.of_noun[deal.i])
        if deal is None and noun.lower_ not in _MANY and noun.lower_ != "it":
            return []
        subject = syntax.subject(token) if syntax.is_verb(token) else None
        if subject is not None and subject.lower_ in _MANY:
            noun = subject
        before = self.before(token)
        between = [o for o in syntax.prepositional(noun, "between") if o.lower_ in ("two", "them")]
        if between and before and self._near(token, 2):
            return [before[0].recalled()]
        many = [n for t in (noun, *noun.children) if t.i <= noun.i and (n := _MANY.get(t.lower_))]
        last = max((at for at, _ in self.deals if at < token.i), default=-1)
        if deal is not None and deal.dep_ == "appos" and last >= token.sent.start:
            return [before[0].recalled()]  # "agreed to take ten, a deal that parliament approved"
        if many and (noun.tag_ in ("NNS", "DT", "CD", "PDT") or _each(noun)):
            count = max(many)
            return [s.recalled() for s in before[:count]] if len(before) >= count else []
        if not before or any(t.i in self.reading.place_at for t in noun.subtree if t.i <= noun.i):
            return []
        if (noun.lower_ == "it" or _of_this(noun)) and self._near(token, 2):
            return [before[0].recalled()]
        if _definite(noun) and self._near(token, 1) and self._in_passing():
            return [before[0].recalled()]
        return []

    def asker(self, token: "Token") -> Ref | None:
        """Who sends by the last deal, or wish for one, told before in the same paragraph."""
        article, doc = self.reading.article, self.reading.doc
        for at, ref in reversed(self.asking):
            if at < token.i:
                near = "\n" not in article.text[doc[at].idx : token.idx]
                return Ref(code=ref.code, start=ref.start, end=ref.end, how=ref.how or _HOW) if near else None
        return None

    def last_of(self, token: "Token", code: str) -> Sides | None:
        """The deal told last in the same paragraph that a country is a party to."""
        article, doc = self.reading.article, self.reading.doc
        for at, sides in reversed(self.deals):
            if at < token.i and code in sides.pair:
                return sides.recalled() if "\n" not in article.text[doc[at].idx : token.idx] else None
        return None

    def first(self) -> Sides | None:
        """The deal told first: what a similar one is like."""
        return self.deals[0][1] if self.deals else None

    def _near(self, token: "Token", sentences: int) -> bool:
        """Whether the last deal was told in the same paragraph, so many sentences before at most."""
        article, doc = self.reading.article, self.reading.doc
        last = doc[max(at for at, _ in self.deals if at < token.i)]
        return "\n" not in article.text[last.idx : token.idx] and (
            article.sentence_at(token.idx) - article.sentence_at(last.idx) <= sentences
        )

    def _in_passing(self) -> bool:
        """Whether the last deal is another than the one that the text began with."""
        return self.deals[-1][1].pair != self.deals[0][1].pair


def _each(noun: "Token") -> bool:
    """As in "both", "neither accord"."""
    return noun.lower_ in _MANY or any(c.lower_ in ("neither", "either") for c in noun.children)


def _of_this(noun: "Token") -> bool:
    if word(noun) == "draft":
        return True
    return word(noun) in words("deals.deal") and any(
        c.lower_ in ("that", "this", "its", "their") and c.dep_ in ("det", "poss") for c in noun.children
    )


def _definite(noun: "Token") -> bool:
    told_again = words("deals.deal", "deals.signed-things", "movement.flights", "movement.move-nouns")
    return word(noun) in told_again and any(c.lower_ == "the" for c in noun.children)
