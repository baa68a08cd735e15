"""Who says what: reporting verbs, nouns that stand for saying, "according to", and quotations."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.lexicon import words
from kg.extract.reading import Reading, Speech
from kg.extract.speakers import Speaker, phrase, speakers
from kg.model.codes import Mode, SourceType, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTES: Final = re.compile(
    r"“[^“”\n]+(?:”|(?=\n|$))|\"[^\"\n]+(?:\"|(?=\n|$))|(?<![\w’'])['‘](?=[\w\[])[^'‘’\n]*(?:(?:(?<=\w)['’](?=\w)|s['’](?= \w))[^'‘’\n]*)*['’](?!\w)"
)
_STANCES: Final = (Stance.WARNS, Stance.DENIES, Stance.CRITICISES, Stance.ANNOUNCES, Stance.SUPPORTS)


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    return words("speech.say").union(*(words(f"speech.{stance}") for stance in _STANCES))


def find_speeches(reading: Reading) -> Reading:
    """Adds what the text says that somebody said."""
    quotes = _quote_ranges(reading)
    for sentence in reading.doc.sents:
        for token in sentence:
            for speech in _at(reading, token, quotes):
                reading = replace(reading, speeches=(*reading.speeches, speech))
        reading = _continued(reading, sentence.start, sentence.end, quotes)
    return reading


def _quote_ranges(reading: Reading) -> list[tuple[int, int]]:
    """Token ranges of quotations, marks included."""
    found = []
    for match in _QUOTES.finditer(reading.article.text):
        span = reading.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None:
            found.append((span.start, span.end))
    return found


def _at(reading: Reading, token: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    if any(start < token.i < end - 1 for start, end in quotes) and not token.lower_ == "according":
        return
    if (
        token.lower_ == "according"
        and token.i + 1 < len(reading.doc)
        and reading.doc[token.i + 1].lower_ == "to"
    ):
        yield from _according(reading, token)
    elif (
        syntax.is_verb(token)
        and token.dep_ not in ("amod", "compound", "aux", "auxpass")
        and syntax.keys(token) & _cues()
    ):
        yield from _verb(reading, token, quotes)
    elif syntax.is_verb(token) and syntax.lemma(token) in words("speech.light"):
        yield from _light(reading, token, quotes)
    elif token.lemma_.lower() in words("speech.cue-nouns") and token.pos_ == "NOUN":
        yield from _noun(reading, token, quotes)


# --- reporting verbs -------------------------------------------------------------------------------------------


def _verb(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    if syntax.passive(verb) and not (verb.lower_ == "quoted"):
        if syntax.keys(verb) & words("speech.criticises") and verb.dep_ != "amod" and not _unsaid(verb):
            yield from _passive(reading, verb, quotes)
        return
    if _unsaid(verb) or _part_of_another(reading, verb):
        return
    content, parts = _content(reading, verb, quotes)
    if not content:
        return
    head = syntax.subject(verb)
    if head is None or head.dep_ == "expl":
        head = _nearest_speaker(reading, verb, quotes)
    if head is None or any(start <= head.i < end for start, end in parts if start <= verb.i):
        head = _nearest_speaker(reading, verb, quotes) or head
    if head is None:
        return
    word = syntax.keys(verb)
    if word & words("speech.denies") and not _ccomp(verb) and not _criticised(verb, head, reading):
        return
    around = reading.speech_of(verb)
    for speaker in speakers(reading, head, reading.speeches):
        if around is not None and around.speaker == speaker.name and not around.silent:
            continue
        if (
            speaker.country
            and speaker.source is SourceType.ORGANISATION
            and word & {"ask", "call"}
            and not _ccomp(verb)
            and not any(b > a for a, b in quotes if verb.sent.start <= a < verb.sent.end)
        ):
            continue
        if speaker.country and word & {"pledge", "promise", "vow", "threaten", "refuse"} and not _ccomp(verb):
            continue
        if (
            word <= words("speech.mental") | {w for w in word if " " in w}
            and speaker.source is SourceType.UNSPECIFIED
        ):
            continue
        yield _speech(reading, verb, speaker, content, quotes)


def _passive(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    """ "has been criticised by X over Y"."""
    for agent in syntax.agents(verb):
        reasons = [
            syntax.extent(c)
            for c in verb.children
            if c.i > verb.i
            and c.dep_ in ("prep", "advcl")
            and c.lower_ in ("for", "over", "as", "because", "of")
        ]
        theme = syntax.subject(verb)
        content = reasons or ([syntax.extent(theme)] if theme is not None and theme.sent == verb.sent else [])
        if not content:
            continue
        for speaker in speakers(reading, agent, reading.speeches):
            yield _speech(reading, verb, speaker, _joined(content), quotes)
        return


def _unsaid(verb: "Token") -> bool:
    """Negated, wished for, or an infinitive behind "declined"."""
    if any(child.dep_ == "neg" for child in verb.children) or verb.tag_ == "VBG" and verb.dep_ == "pcomp":
        return True
    if syntax.modals(verb) & {"would", "will", "could", "might", "may", "should", "must", "can"} and not any(
        c.lower_ == "like" for c in verb.children
    ):
        return True
    if any(
        c.lower_ in ("neither", "no", "none", "nobody", "neither")
        for s in verb.children
        if s.dep_ == "nsubj"
        for c in (s, *s.children)
    ):
        return True
    if (
        verb.tag_ == "VB"
        and verb.dep_ in ("xcomp", "acl", "ccomp", "advcl")
        and any(c.tag_ == "TO" for c in verb.children)
    ):
        return syntax.lemma(verb.head) not in ("go", "continue", "take")
    if any(
        inner.lower_ in words("speech.no-statement")
        for inner in verb.subtree
        if inner.i > verb.i and inner.i < verb.i + 5
    ) and syntax.lemma(verb) in ("ask", "request", "speak", "comment", "want"):
        return True
    return False


def _part_of_another(reading: Reading, verb: "Token") -> bool:
    """ "said ..., warning that": one statement for both, by the finite verb."""
    if (
        verb.tag_ != "VBG"
        or verb.dep_ not in ("advcl", "acl", "conj", "ccomp", "dep", "prep", "csubj", "pcomp")
        or any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    ):
        return False
    heads = {head.i for head in syntax.climb(verb)}
    for speech in reading.speeches:
        if speech.cue in heads:
            return True
        if (
            speech.start <= verb.i
            and reading.doc[speech.cue].sent == verb.sent
            and speech.cue < verb.i
            and not speech.silent
        ):
            return True
    return any(
        head.i < verb.i
        and syntax.is_verb(head)
        and syntax.keys(head) & _cues()
        and syntax.subject(head) is not None
        and _content_simple(head)
        for head in syntax.climb(verb)
    )


def _content_simple(verb: "Token") -> bool:
    return any(child.dep_ in ("ccomp", "dobj", "oprd", "xcomp") for child in verb.children)


def _ccomp(verb: "Token") -> "Token | None":
    return syntax.first(
        c
        for c in verb.children
        if c.dep_ == "ccomp"
        or c.dep_ == "advcl"
        and c.i > verb.i
        and any(g.lower_ == "that" for g in c.children)
    )


def _criticised(verb: "Token", head: "Token", reading: Reading) -> bool:
    """Whether what is denied is something said: refusing a request is a stage of a deal, not a statement."""
    nouns = [inner for obj in syntax.objects(verb) for inner in (obj,)]
    if syntax.lemma(verb) in ("deny", "refute", "dispute", "rebut", "contradict"):
        return True
    if any(child.dep_ in ("xcomp",) for child in verb.children):
        return False
    return any(noun.lemma_.lower() in words("speech.criticism") for noun in nouns) and not (
        head.i in reading.place_at and any(n.lemma_.lower() in words("deals.request") for n in nouns)
    )


def _content(
    reading: Reading, verb: "Token", quotes: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Token ranges of what is said, and the parts that are clauses of their own."""
    found: list[tuple[int, int]] = []
    keys = syntax.keys(verb)
    sent = verb.sent
    clause = _ccomp(verb)
    if clause is not None:
        if clause.i < verb.i:
            found.append((_line_start(reading, clause, verb), _before_cue(reading, verb)))
        else:
            found.append(syntax.extent(clause))
    for start, end in quotes:
        if end > sent.start and start < sent.end and _quote_belongs(reading, verb, start, end):
            found.append((start, end))
    if not found and (fronted := _fronted(reading, verb)):
        found.append(fronted)
    if not found and (around := _inserted(reading, verb)):
        return around, around
    weak = bool(keys & words("speech.needs-content"))
    judging = bool(keys & words("speech.judging"))
    for child in verb.children:
        if child.i < verb.i:
            continue
        plain = child.dep_ in ("dobj", "oprd", "attr") and (not weak or judging and _judged(verb))
        if child.dep_ == "dobj" and child.lower_ in (
            "what",
            "this",
            "so",
            "itself",
            "himself",
            "herself",
            "themselves",
        ):
            continue
        if plain and (
            keys & (words("speech.bare-object") | words("speech.denies")) or judging and _judged(verb)
        ):
            found.append(syntax.extent(child))
        elif (
            child.dep_ == "dobj"
            and keys & words("speech.to-infinitive")
            and any(g.tag_ == "TO" for g in child.subtree)
        ):
            found.append(syntax.extent(child))
        elif (
            child.dep_ in ("xcomp", "ccomp", "advcl")
            and keys & words("speech.to-infinitive")
            and any(c.tag_ == "TO" for c in child.children)
        ):
            found.append(syntax.extent(child))
        elif child.dep_ == "prep" and (
            keys & words("speech.warns")
            and child.lower_ in ("of", "about", "against")
            or judging
            and child.lower_ in ("as", "of", "for")
            and _judged(verb)
            or f"{syntax.lemma(verb)} {child.lower_}" in keys & _cues()
            or syntax.lemma(verb) in ("complain", "object", "protest", "speak out", "rail")
            and child.lower_ in ("about", "to", "against", "over")
        ):
            found.append(syntax.extent(child))
        elif child.dep_ == "oprd" and judging:
            found.append(syntax.extent(child))
    return _joined(found), found


def _judged(verb: "Token") -> bool:
    """ "describe X as", "call X Y", "accuse X of": something is said of an object."""
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
        c.dep_ in ("oprd", "ccomp") or c.dep_ == "prep" and c.lower_ in ("as", "of", "for")
        for c in verb.children
    ) or any(
        c.dep_ == "prep" and c.lower_ in ("as", "of", "for") and c.i < verb.i + 12
        for o in syntax.objects(verb)
        for c in o.children
    )


def _quote_belongs(reading: Reading, verb: "Token", start: int, end: int) -> bool:
    """Whether a quotation is this verb's: nearest to it, with no other reporting verb between."""
    doc = reading.doc
    if start <= verb.i < end:
        return False
    low, high = (end, verb.i) if end <= verb.i else (verb.i + 1, start)
    low = max(low, verb.sent.start)
    for token in doc[low:high]:
        if (
            token.text == ";"
            or syntax.is_verb(token)
            and token.i != verb.i
            and syntax.keys(token) & words("speech.say")
            and not syntax.passive(token)
            and token.dep_ not in ("amod",)
        ):
            return False
    if low == end and (
        high - low > 14
        or any(t.lower_ in ("and", "but") and t.head.i == verb.head.i != verb.i for t in doc[low:high])
    ):
        return False
    if start > verb.i:
        return any(a.i == verb.i for a in syntax.climb(doc[min(start + 1, end - 1)])) or high - low < 12
    return True


def _inserted(reading: Reading, verb: "Token") -> list[tuple[int, int]]:
    """ "Baghdad, he added, had pledged": what is said goes on behind the reporting clause."""
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
    """ "The deal was signed, the ministry said": what is said comes first, whatever the parser made of it."""
    doc, sent = reading.doc, verb.sent
    if syntax.lemma(verb) not in words("speech.say") or any(
        c.dep_ in ("dobj", "xcomp") and c.i > verb.i and syntax.lemma(verb) != "tell" for c in verb.children
    ):
        return None
    subject = syntax.first(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
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
    subject = syntax.first(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i)
    edge = subject.left_edge.i if subject is not None else verb.i
    doc = reading.doc
    while edge > verb.sent.start + 1 and (
        doc[edge - 1].is_punct and doc[edge - 1].text not in ('"', "”") or doc[edge - 1].is_space
    ):
        edge -= 1
    return edge


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _nearest_speaker(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> "Token | None":
    """A name right beside the verb, where the parser gave it no subject."""
    doc, sent = reading.doc, verb.sent
    for token in (
        list(doc[verb.i + 1 : min(verb.i + 4, sent.end)]) if verb.dep_ in ("ROOT", "parataxis") else []
    ):
        if token.pos_ == "PROPN" and not any(start <= token.i < end for start, end in quotes):
            return token if token.head.pos_ != "PROPN" else token.head
    before = doc[verb.i - 1] if verb.i > sent.start else None
    if before is not None and (
        before.pos_ in ("PROPN", "PRON", "NOUN")
        and before.dep_ not in ("dobj", "pobj")
        or before.i == sent.start
        and before.is_title
    ):
        return before
    return None


# --- nouns, "according to", quotations without a verb --------------------------------------------------------


def _according(reading: Reading, token: "Token") -> Iterator[Speech]:
    doc, sent = reading.doc, token.sent
    to = doc[token.i + 1]
    head = syntax.first(c for t in (to, token) for c in t.children if c.dep_ in ("pobj", "pcomp"))
    if head is None:
        return
    tail = syntax.extent(head)
    document = head.lemma_.lower() in words("speech.documents")
    before = (sent.start, token.i)
    after = (tail[1], sent.end)
    content = before if token.i - sent.start > 3 else after
    begin = content[0]
    for other in reading.speeches:
        if other.cue > content[0] and other.cue < token.i:
            begin = other.cue + 1
    content = (begin, content[1])
    for speaker in speakers(reading, head, reading.speeches):
        yield _finish(
            reading,
            Speech(
                speaker=speaker.name,
                source=speaker.source,
                cue=token.i,
                start=min(content[0], token.i),
                end=max(tail[1], content[1] if content[0] > token.i else 0),
                content=(content,),
                who=head.i,
                country=speaker.country,
                how=speaker.how,
                silent=document or speaker.source is not SourceType.PERSON,
            ),
        )


def _light(reading: Reading, verb: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    """ "voiced concern that", "issued a statement saying"."""
    noun = syntax.first(
        o
        for o in syntax.objects(verb)
        if o.lemma_.lower() in words("speech.light-nouns") | words("speech.written")
    )
    head = syntax.subject(verb)
    if noun is None or head is None or syntax.passive(verb) or any(c.dep_ == "neg" for c in verb.children):
        return
    start, end = syntax.extent(noun)
    rest = max(
        [end]
        + [
            syntax.extent(c)[1]
            for c in verb.children
            if c.i > noun.i and c.dep_ in ("prep", "ccomp", "advcl", "acl")
        ]
    )
    if noun.lemma_.lower() in words("speech.written") and not any(
        t.lemma_.lower() in words("speech.say") for t in reading.doc[noun.i : rest]
    ):
        return
    kept = words("speech.light-nouns")
    stance = (
        Stance.WARNS
        if noun.lemma_.lower() in ("warning", "alarm", "fear")
        else Stance.CRITICISES
        if noun.lemma_.lower() in kept
        and noun.lemma_.lower()
        not in ("support", "confidence", "satisfaction", "hope", "statement", "call", "claim")
        else Stance.NEUTRAL
    )
    for speaker in speakers(reading, head, reading.speeches):
        if speaker.country and noun.lemma_.lower() in ("hope", "support", "claim"):
            continue
        yield replace(_speech(reading, verb, speaker, [(start, rest)], quotes), stance=stance)


def _noun(reading: Reading, noun: "Token", quotes: list[tuple[int, int]]) -> Iterator[Speech]:
    """ "X's claim that": carries attribution, makes no statement."""
    clause = syntax.first(
        c
        for c in noun.children
        if c.dep_ in ("acl", "ccomp", "relcl") and any(g.lower_ == "that" for g in c.children)
    )
    who = syntax.first(c for c in noun.children if c.dep_ == "poss") or syntax.first(
        syntax.prepositional(noun, "from", "by", "among")
    )
    if clause is None or who is None:
        return
    content = syntax.extent(clause)
    for speaker in speakers(reading, who, reading.speeches):
        yield _finish(
            reading,
            Speech(
                speaker=speaker.name,
                source=speaker.source,
                cue=noun.i,
                start=speaker.start,
                end=content[1],
                content=(content,),
                who=who.i,
                country=speaker.country,
                how=speaker.how,
                silent=True,
                stance=Stance.NEUTRAL,
            ),
        )


def _continued(reading: Reading, start: int, end: int, quotes: list[tuple[int, int]]) -> Reading:
    """A sentence of quoted words alone goes on with the last speaker's."""
    doc = reading.doc
    if any(s.start < end and s.end > start for s in reading.speeches):
        return reading
    inside = [(a, b) for a, b in quotes if a <= start + 1 and b >= end - 2 and b > start]
    before = [
        s
        for s in reading.speeches
        if not s.silent and "\n" not in doc[s.end : start].text and start - s.end < 60
    ]
    if not inside or not before:
        return reading
    last = max(before, key=lambda s: s.end)
    follow = replace(
        last, start=start, end=end, content=((start, end),), mode=Mode.QUOTE, silent=True, cue=last.cue
    )
    return replace(reading, speeches=(*reading.speeches, follow))


# --- putting together ---------------------------------------------------------------------------------------


def _speech(
    reading: Reading,
    verb: "Token",
    speaker: Speaker,
    content: list[tuple[int, int]],
    quotes: list[tuple[int, int]],
) -> Speech:
    stance = next((s for s in _STANCES if syntax.keys(verb) & words(f"speech.{s}")), Stance.NEUTRAL)
    end = max([verb.i + 1, *(b for _, b in content)])
    starts = [verb.i, *(a for a, _ in content)]
    aux = [c.i for c in verb.children if c.dep_ in ("aux", "neg", "advmod") and c.i < verb.i]
    starts += aux if speaker.start > verb.i or not _own_subject(verb) else []
    if (
        _own_subject(verb)
        or speaker.start > verb.i
        or not reading.speeches
        or not any(s.cue in {h.i for h in syntax.climb(verb)} for s in reading.speeches)
    ):
        if verb.sent.start <= speaker.start < verb.sent.end:
            starts.append(speaker.start)
            end = max(end, speaker.end)
    for child in verb.children:
        if (
            child.dep_ in ("prep", "npadvmod", "dobj", "dative")
            and child.i > verb.i
            and not any(syntax.is_verb(t) and syntax.keys(t) & _cues() for t in child.subtree)
        ):
            end = max(end, syntax.extent(child)[1])
        elif (
            child.dep_ == "advcl"
            and child.tag_ == "VBG"
            and child.i > verb.i
            and syntax.keys(child) & _cues()
        ):
            inner = syntax.extent(child)
            end = max(end, inner[1])
            content = _joined([*content, inner])
    return _finish(
        reading,
        Speech(
            speaker=speaker.name,
            source=speaker.source,
            cue=verb.i,
            start=min(starts),
            end=end,
            content=tuple(content),
            stance=stance,
            who=speaker.start,
            country=speaker.country,
            how=speaker.how,
            outlet=_outlet(reading, verb),
        ),
    )


def _own_subject(verb: "Token") -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _finish(reading: Reading, speech: Speech) -> Speech:
    """Trimmed to one line, with its mode and quoted words."""
    doc = reading.doc
    start, end = speech.start, speech.end
    while end - 1 > start and (doc[end - 1].is_space or doc[end - 1].text in (".", ",", ";", ":")):
        end -= 1
    while start < end - 1 and (doc[start].is_space or doc[start].text in (",", ";", "-", "–", "—")):
        start += 1
    text = reading.span(start, end).text
    quote = next(iter(_QUOTES.findall(text)), None)
    if quote is not None:
        quote = quote.strip("\"“”‘'’").rstrip(",.").strip() or None
    return replace(speech, start=start, end=end, mode=Mode.QUOTE if quote else Mode.PARAPHRASE, quote=quote)


def _outlet(reading: Reading, verb: "Token") -> str | None:
    """The medium: "told Reuters", "in an interview with Rwandan television", "on X"."""
    doc = reading.doc
    for child in verb.subtree:
        if child.sent != verb.sent or not (
            child.dep_ in ("dobj", "dative", "pobj", "appos") and (child.pos_ in ("PROPN", "NOUN"))
        ):
            continue
        head = child.head
        told = (
            child.dep_ in ("dobj", "dative") and head.i == verb.i and syntax.lemma(verb) in ("tell", "inform")
        )
        to = head.lower_ in ("to", "with") and (head.head.i == verb.i or head.head.lower_ == "interview")
        posted = (
            head.lower_ in ("on", "in")
            and head.head.i == verb.i
            and child.text
            in ("X", "Twitter", "Facebook", "Instagram", "Telegram", "TikTok", "LinkedIn", "Truth")
        )
        if not (told or to or posted):
            continue
        start, end = phrase(child)
        medium = (
            child.lemma_.lower() in words("speech.outlets")
            or child.pos_ == "PROPN"
            and child.i not in reading.place_at
        )
        if (
            medium
            and child.lemma_.lower() not in words("speech.hearers")
            and not (child.ent_type_ == "PERSON")
        ):
            names = [
                t
                for t in child.subtree
                if t.pos_ == "PROPN" and t.i not in reading.place_at and t.i > child.i
            ]
            if child.pos_ == "NOUN" and not names and doc[child.i + 1].pos_ == "PROPN":
                names = [doc[child.i + 1]]
            if child.pos_ == "NOUN" and names:
                return doc[names[0].i : names[-1].i + 1].text
            while start < child.i and doc[start].lower_ in ("the", "a", "an"):
                start += 1
            return doc[start:end].text
    return None
