"""Questions to a dependency parse: who does it, to whom, is it negated, what does it hang on.

The parser errs; each answer falls back from the tree to what stands near.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.extract.lexicon import words
from kg.extract.once import once
from kg.extract.tree import climb as climb
from kg.extract.tree import coordinated as coordinated
from kg.extract.tree import extent as extent
from kg.extract.tree import first as first
from kg.extract.tree import joined_to as joined_to
from kg.extract.tree import prepositional as prepositional

if TYPE_CHECKING:
    from kg.extract.tokens import Token

SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj")
"""Dependencies of what a verb is said of."""

_RELATIVES: Final = ("who", "which", "that", "whom")
_BEHIND: Final = frozenset(("prt", "prep", "advmod", "acomp", "npadvmod", "dobj", "oprd", "dative"))
_ASKING: Final = frozenset(("request", "appeal", "demand", "invitation", "plea"))


def lemma(token: "Token") -> str:
    """Lower-case lemma.  Title-case verbs of headlines keep theirs from the same word in lower case."""
    return token.lemma_.lower()


def is_verb(token: "Token") -> bool:
    """Whether the token is a verb or auxiliary used as one."""
    return token.pos_ in ("VERB", "AUX")


@once
def keys(verb: "Token") -> set[str]:
    """The verb as lexicons write it: alone, and with each particle or fixed phrase that goes with it.

    "put the plan on hold" gives ``put`` and ``put on hold``; "took in 14" gives ``take`` and ``take in``.
    """
    word, doc = lemma(verb), verb.doc
    found = {word}
    for child in verb.children:
        if child.i > verb.i + 1 and child.dep_ == "prep" and child.lower_ == "in":
            continue  # "took 40 people to Ghana in May" is not "took in"
        parts = child.children if child.dep_ == "dobj" else ()  # "turned 40 people over": "over" on "people"
        found.update(f"{word} {c.lower_}" for c in parts if c.i > child.i and c.dep_ == "advmod")
        if child.i > verb.i and child.dep_ in _BEHIND:
            key = f"{word} {child.lower_}"
            found.add(key)
            for inner in child.children:
                if inner.dep_ in ("pobj", "amod", "prep", "pcomp"):
                    found.add(f"{key} {inner.lower_}")
    key = word
    for token in doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]:
        key = f"{key} {token.lower_}"
        found.add(key)
    return found


@once
def subject(verb: "Token") -> "Token | None":
    """Head of the noun phrase that the verb is said of, also where another verb carries it."""
    return _subject(verb, 0)


def _subject(verb: "Token", depth: int) -> "Token | None":
    if depth > 6:
        return None
    if (meant := for_to(verb)) is not None:
        return meant
    for child in verb.children:
        if (child.dep_ in SUBJECTS and child.i < verb.i) or child.dep_ in ("nsubj", "nsubjpass"):
            return antecedent(child)
    if (named := _misread_subject(verb)) is not None:
        return named
    head = verb.head
    if head.i == verb.i:
        return None
    if verb.dep_ in ("xcomp", "advcl", "acl") and _to(verb) and (paid := _paid(verb)) is not None:
        return paid
    match verb.dep_:
        case "conj":
            return _subject(head, depth + 1)
        case "xcomp" | "advcl" if (told := _told_to(head, verb)) is not None:
            return told
        case "xcomp" | "ccomp" | "advcl" if is_verb(head):
            if (
                verb.dep_ != "advcl"
                and lemma(head) in words("grammar.object-control")
                and (middle := first(objects(head)))
            ):
                return middle
            return (
                None if verb.dep_ == "ccomp" and verb.tag_ not in ("VB", "VBG") else _subject(head, depth + 1)
            )
        case "xcomp" | "advcl" | "acl" | "ccomp" if head.pos_ == "ADJ":
            return (
                _subject(head.head, depth + 1)
                if is_verb(head.head) and head.dep_ == "acomp"
                else antecedent(head.head)
            )
        case "acl" if (
            _to(verb) and head.lemma_.lower() in words("grammar.pressing") and (asked := _asked(head, verb))
        ):
            return asked
        case "acl" if _to(verb) and head.lemma_.lower() in _ASKING:
            asked = next((h for h in climb(head) if is_verb(h)), None)
            return _subject(asked, depth + 1) if asked is not None else None
        case "acl" if verb.tag_ == "VBD":
            # "X, the largest party, accused Y": the parser takes the verb of the sentence for a participle.
            return antecedent(head.head if head.dep_ == "appos" else head)
        case "acl":
            return (
                antecedent(head) if verb.tag_ in ("VBG", "VBN") and not _to(verb) else owner(head, depth + 1)
            )
        case "relcl":
            return head
        case "pcomp" if head.head.lemma_.lower() in ("return", "exchange"):
            return _giver(head.head, depth + 1)
        case "pcomp":
            return (
                owner(head.head, depth + 1)
                if head.head.pos_ in ("NOUN", "PROPN")
                else _subject(head.head, depth + 1)
            )
        case "aux" | "auxpass":
            return _subject(head, depth + 1)
    return None


def _paid(verb: "Token") -> "Token | None":
    """As in "transferred $5 million to Chad to take people in": who gets money for it does it."""
    giving = next((h for h in climb(verb) if is_verb(h)), None)
    if giving is None or lemma(giving) not in _PAYING or passive(giving):
        return None
    money = [o for o in objects(giving) if o.ent_type_ == "MONEY" or o.lemma_ in ("million", "billion")]
    payees = [*prepositional(giving, "to"), *(p for sum_ in money for p in prepositional(sum_, "to"))]
    payees += [c for c in giving.children if c.dep_ == "dative" and c.pos_ in ("PROPN", "NOUN")]
    return first(p for p in payees if p.i < verb.i) if money else None


_PAYING: Final = frozenset(("pay", "give", "transfer", "send", "offer", "hand", "provide", "promise", "wire"))


def _misread_subject(verb: "Token") -> "Token | None":
    """As in "In the Pacific, Nauru accepts refugees": a name taken for a time."""
    before = (c for c in verb.children if c.i < verb.i and c.dep_ in ("npadvmod", "advmod"))
    return first(c for c in before if c.pos_ == "PROPN" and c.ent_type_ not in ("DATE", "TIME"))


def for_to(verb: "Token") -> "Token | None":
    """Who is to act in "a deal for Tirana to host 300 people", where "for" was parsed as a preposition."""
    if verb.tag_ != "VB" or verb.dep_ not in ("acl", "relcl", "advcl", "xcomp", "ccomp"):
        return None
    to = first(c for c in verb.children if c.tag_ == "TO")
    if to is None or to.i - 1 <= verb.sent.start:
        return None
    for token in (verb.doc[to.i - 1], *climb(verb.doc[to.i - 1])):
        if token.dep_ == "pobj":
            named = token.pos_ == "PROPN" == token.head.head.pos_  # "the Commissioner for Refugees to host"
            meant = token.head.lower_ == "for" and token.right_edge.i == to.i - 1 and not named
            return token if meant else None
    return None


def _told_to(head: "Token", verb: "Token") -> "Token | None":
    """Who is to act in "leans on Fiji to take them", "obliging Fiji to take them"."""
    if not (is_verb(head) and verb.tag_ == "VB" and head.i < verb.i and _to(verb)):
        return None
    word = lemma(head)
    if word in words("grammar.prepositional-control"):
        found = prepositional(head, "on", "upon", "with", "to")
    elif word in words("grammar.object-control") and verb.dep_ == "advcl":
        found = objects(head)
    else:
        return None
    middle = first(found)
    to = first(c for c in verb.children if c.tag_ == "TO")
    return middle if middle is not None and to is not None and middle.right_edge.i == to.i - 1 else None


def _asked(noun: "Token", verb: "Token") -> "Token | None":
    """Who is to act in "pressure on African states to accept", "a call on Ghana to take"."""
    return next((o for o in prepositional(noun, "on", "upon", "to", "for") if o.i < verb.i), None)


def _giver(noun: "Token", depth: int) -> "Token | None":
    """Who acts "in return": the subject of the sentence's own verb, not of what it asks for."""
    verb = next((head for head in climb(noun) if is_verb(head)), None)
    while (
        verb is not None and verb.dep_ in ("xcomp", "ccomp") and is_verb(verb.head) and _controls(verb.head)
    ):
        verb = verb.head
    return _subject(verb, depth) if verb is not None else None


def _controls(verb: "Token") -> bool:
    return lemma(verb) in words("grammar.object-control")


def _to(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def owner(noun: "Token", depth: int = 0) -> "Token | None":
    """Who has or does what a noun names: "Rwanda's offer", "the removal by", or the subject it depends on."""
    if depth > 6:
        return None
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ == "by":
            return first(child.children)
    head = noun.head
    while (
        head.i != noun.i
        and head.pos_ in ("ADP", "NOUN", "PROPN")
        and head.head.i != head.i
        and not is_verb(head)
    ):
        for child in head.children:
            if child.dep_ == "poss":
                return child
        head = head.head
    return _subject(head, depth + 1) if is_verb(head) and head.i != noun.i else None


def antecedent(token: "Token") -> "Token":
    """The noun a relative pronoun stands for, else the token itself."""
    if token.lower_ in _RELATIVES and token.tag_ in ("WP", "WDT", "IN"):
        verb = token.head
        while verb.dep_ in ("conj", "xcomp", "ccomp", "auxpass", "aux") and verb.head.i != verb.i:
            verb = verb.head
        if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            return verb.head
        for before in reversed(list(token.doc[token.sent.start : token.i])):
            if before.pos_ in ("NOUN", "PROPN"):
                return before
    return token


def objects(verb: "Token") -> Iterator["Token"]:
    """Heads of direct objects (with conjuncts), of a particle read as preposition too ("took in people")."""
    for child in verb.children:
        if child.dep_ in ("dobj", "attr", "oprd"):
            yield from coordinated(antecedent(child))
        elif child.dep_ in ("prep", "prt") and child.i == verb.i + 1 and child.lower_ in ("in", "back"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from coordinated(inner)


def agents(verb: "Token") -> Iterator["Token"]:
    """Who did it, after "by", in the passive."""
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from coordinated(inner)


@once
def passive(verb: "Token") -> bool:
    """Whether the verb is a passive, or a past participle behind its noun ("people deported by")."""
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or (
        (verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not _perfect(verb))
        or (
            verb.dep_ == "conj"
            and verb.tag_ in ("VBN", "VBD")
            and is_verb(verb.head)
            and passive(verb.head)
            and not any(child.dep_ in ("nsubj", "aux", "dobj") for child in verb.children)
        )
    )


def _perfect(verb: "Token") -> bool:
    """As in "Islamabad: the UN has urged": a clause of its own, hung on a place line by the parser."""
    own = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return bool(own) and own <= {"has", "have", "had"} and any(c.dep_ == "nsubj" for c in verb.children)


def modals(verb: "Token") -> set[str]:
    """Auxiliaries of a verb, lower case; a coordinated verb without its own shares them."""
    own = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    told = verb.tag_ in ("VBD", "VBZ", "VBP") and any(c.dep_ in SUBJECTS for c in verb.children)
    if verb.dep_ == "conj" and is_verb(verb.head) and not own and not told:
        return modals(verb.head)
    return own


def clause_verb(token: "Token") -> "Token":
    """The verb (or event noun, if it is the root) whose clause a token stands in."""
    return next((head for head in climb(token) if is_verb(head)), token.head)
