"""What is said: the words that a reporting verb governs."""

from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.cues import ccomp, cues, with_reason
from kg.extract.lexicon import words
from kg.extract.reading import Reading

if TYPE_CHECKING:
    from kg.extract.tokens import Token


def content_of(
    reading: Reading, verb: "Token", quotes: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Token ranges of what is said, and the parts that are clauses of their own."""
    found: list[tuple[int, int]] = []
    keys = syntax.keys(verb)
    sent = verb.sent
    if any(c.dep_ in ("dobj", "oprd") and c.lower_ == "what" and c.i < verb.i for c in verb.children):
        return [], []  # "in what the US has called": somebody's word, no statement
    clause = ccomp(verb)
    if clause is not None:
        if clause.i < verb.i:
            start, end = _line_start(reading, clause, verb), _before_cue(reading, verb)
            if start < end:  # else the parser took what is said for the subject
                found.append((start, end))
        else:
            found.append(syntax.extent(clause, without=_told_by_narrator(verb, clause)))
    for start, end in quotes:
        if end > sent.start and start < sent.end and _quote_belongs(reading, verb, start, end):
            found.append((start, end))
    if not found and (fronted := _fronted(reading, verb)):
        found.append(fronted)
    if not found and (around := _inserted(reading, verb)):
        return around, around
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "dobj" and child.lower_ in _EMPTY:
            continue
        if _governs(verb, child, keys):
            found.append(syntax.extent(child))
    found = [(start, end) for start, end in found if start < end]
    return joined(found), found


def _told_by_narrator(verb: "Token", clause: "Token") -> list["Token"]:
    """A clause behind "and" that keeps its present tense after "said that it had": the narrator's own."""
    if verb.tag_ != "VBD" or _finite(clause).tag_ != "VBD":
        return []
    own = [
        child
        for child in clause.children
        if child.dep_ == "conj"
        and _finite(child).tag_ in ("VBZ", "VBP")
        and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        and not any(c.dep_ == "mark" for c in child.children)
    ]
    return [*own, *(c for c in clause.children if own and c.dep_ == "cc")]


def _finite(verb: "Token") -> "Token":
    return syntax.first(c for c in verb.children if c.dep_ in ("aux", "auxpass")) or verb


_EMPTY: Final = ("what", "this", "so", "itself", "himself", "herself", "themselves")


def _governs(verb: "Token", child: "Token", keys: set[str]) -> bool:
    """Whether a part behind a reporting verb, other than a clause, is what is said."""
    judging = bool(keys & words("speech.judging"))
    infinitive = bool(keys & words("speech.to-infinitive"))
    match child.dep_:
        case "dobj" | "oprd" | "attr" | "xcomp" | "ccomp" | "advcl" if _gerund(child):
            return bool(keys & (words("speech.denies") | {"admit", "describe", "recall", "recount"}))
        case "dobj" if syntax.lemma(verb) == "cite" and _tells(child):
            return True
        case "dobj" if syntax.lemma(verb) == "question" and not _is_somebody(child):
            return True
        case "dobj" if infinitive and any(inner.tag_ == "TO" for inner in child.subtree):
            return True
        case "dobj" | "oprd" | "attr":
            if (
                keys & words("speech.needs-content")
                and not (judging and judged(verb))
                and not with_reason(verb)
            ):
                return False
            taking = keys & (words("speech.bare-object", "speech.denies") | {"describe"})
            return bool(taking) or with_reason(verb) or (judging and (judged(verb) or child.dep_ == "oprd"))
        case "xcomp" | "ccomp" | "advcl":
            as_such = judging and child.pos_ == "ADJ" and any(c.lower_ == "as" for c in child.children)
            return as_such or (infinitive and any(inner.tag_ == "TO" for inner in child.children))
        case "prep":
            pair = f"{syntax.lemma(verb)} {child.lower_}"
            danger = keys & words("speech.warns") and child.lower_ in ("of", "about", "against")
            verdict = judging and child.lower_ in ("as", "of", "for") and judged(verb)
            return bool(danger or verdict) or pair in words("speech.prepositions") or pair in keys & cues()
    return False


def _is_somebody(noun: "Token") -> bool:
    """Whether a noun stands for people, who are asked: "police questioned 12 men"."""
    return (
        noun.pos_ != "NOUN"
        or noun.lemma_.lower()
        in words("movement.people", "society.public-roles", "society.person-anaphora", "speech.hearers")
        or noun.lower_ in words("movement.people")
    )


def _tells(noun: "Token") -> bool:
    """As in "cited the ruling that states cannot"."""
    return any(
        c.dep_ in ("acl", "ccomp", "relcl")
        and any(g.lower_ == "that" and g.dep_ == "mark" for g in c.children)
        for c in noun.children
    )


def _gerund(verb: "Token") -> bool:
    """As in "signing", "having signed"."""
    return verb.tag_ == "VBG" or any(c.tag_ == "VBG" and c.dep_ == "aux" for c in verb.children)


def judged(verb: "Token") -> bool:
    """Whether something is said of an object, as in "describe X as", "call X Y", "accuse X of"."""
    if syntax.lemma(verb) in (
        "criticise",
        "criticize",
        "condemn",
        "denounce",
        "praise",
        "hail",
        "slam",
        "blast",
        "dismiss",
        "deride",
    ):
        return True
    return any(
        c.dep_ in ("oprd", "ccomp") or (c.dep_ == "prep" and c.lower_ in ("as", "of", "for"))
        for c in verb.children
    ) or any(
        c.dep_ == "prep" and c.lower_ in ("as", "of", "for") and c.i < verb.i + 12
        for o in syntax.objects(verb)
        for c in o.children
    )


def _quote_belongs(reading: Reading, verb: "Token", start: int, end: int) -> bool:
    """Whether a quotation is this verb's: nearest to it, with no other reporting verb between."""
    doc = reading.doc
    if start <= verb.i < end or _of_a_clause(doc[min(start + 1, end - 1)], verb):
        return False
    low, high = (end, verb.i) if end <= verb.i else (verb.i + 1, start)
    low = max(low, verb.sent.start)
    for token in doc[low:high]:
        if token.text == ";" or (
            syntax.is_verb(token)
            and token.i != verb.i
            and syntax.keys(token) & words("speech.say")
            and not syntax.passive(token)
            and token.dep_ not in ("amod",)
        ):
            return False
    if low == end and (
        high - low > 14
        or any(c.dep_ == "mark" and low <= c.i < high for c in verb.children)
        or any(t.lower_ in ("and", "but") and t.head.i == verb.head.i != verb.i for t in doc[low:high])
    ):
        return False
    if start > verb.i:
        return any(a.i == verb.i for a in syntax.climb(doc[min(start + 1, end - 1)])) or high - low < 12
    return True


def _of_a_clause(word: "Token", verb: "Token") -> bool:
    """Whether quoted words are what another says in a clause: "when Smith called it 'odd', Jones said"."""
    for head in syntax.climb(word):
        if head.i == verb.i:
            return False
        if (
            head.dep_ == "advcl"
            and head.i < verb.i
            and syntax.keys(head) & cues()
            and any(c.dep_ == "nsubj" for c in head.children)
            and any(c.lower_ in ("when", "after", "while") for c in head.children)
        ):
            return True
    return False


def _inserted(reading: Reading, verb: "Token") -> list[tuple[int, int]]:
    """As in "Baghdad, he added, had pledged": what is said goes on behind the reporting clause."""
    doc, sent = reading.doc, verb.sent
    who = syntax.first(c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i)
    if (
        who is None
        or verb.i + 1 >= sent.end
        or doc[verb.i + 1].text != ","
        or syntax.lemma(verb) not in words("speech.say")
    ):
        return []
    edge = who.left_edge.i
    if edge - 1 <= sent.start or doc[edge - 1].text != ",":
        return []
    return [(sent.start, edge - 1), (verb.i + 2, sent.end)]


def _fronted(reading: Reading, verb: "Token") -> tuple[int, int] | None:
    """As in "The deal was signed, the ministry said": what is said comes first, however parsed."""
    doc, sent = reading.doc, verb.sent
    if verb.dep_ in ("relcl", "acl"):
        return None
    if not syntax.keys(verb) & cues() or any(
        c.dep_ in ("dobj", "xcomp") and c.i > verb.i and syntax.lemma(verb) != "tell" for c in verb.children
    ):
        return None
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    subject = subjects[-1] if subjects else None
    if verb.i + 1 < sent.end and doc[verb.i + 1].pos_ not in (
        "PUNCT",
        "ADP",
        "PROPN",
        "DET",
        "SPACE",
        "ADV",
        "NOUN",
    ):
        return None
    edge = min(subject.left_edge.i, verb.i) if subject is not None else verb.i
    for comma in range(edge, sent.start, -1):
        if doc[comma - 1].text == ",":
            if doc[comma].lower_ in ("but", "and", "while", "yet", "so", "or"):
                return None  # "they have signed, but they tell different stories"
            if comma - 1 - sent.start > 3 and any(syntax.is_verb(t) for t in doc[sent.start : comma - 1]):
                return sent.start, comma - 1
            return None
        if syntax.is_verb(doc[comma - 1]) and subject is None:
            return None
    return None


def _line_start(reading: Reading, clause: "Token", verb: "Token") -> int:
    """Where fronted content begins: at the sentence's start, unless another clause stands before it."""
    return clause.left_edge.i if clause.left_edge.i - verb.sent.start > 12 else verb.sent.start


def _before_cue(reading: Reading, verb: "Token") -> int:
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i]
    edge = subjects[-1].left_edge.i if subjects else verb.i
    doc = reading.doc
    while edge > verb.sent.start + 1 and (
        (doc[edge - 1].is_punct and doc[edge - 1].text not in ('"', "”")) or doc[edge - 1].is_space
    ):
        edge -= 1
    return edge


def joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Token ranges in order, touching ones made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
