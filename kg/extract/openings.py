"""What heading and lede alone tell of direction: the pair of countries that a text sets out with."""

from collections import Counter

from kg.extract.lexicon import words
from kg.extract.reading import Place, Reading
from kg.extract.refer import Ref


def _of_one(reading: Reading, place: Place) -> bool:
    """As in "an Iranian man": where one person is from."""
    head = reading.doc[place.end - 1].head
    return place.form == "demonym" and head.tag_ == "NN" and head.lemma_.lower() in words("movement.people")


def opening_pair(
    reading: Reading,
    senders: Counter[str],
    receivers: Counter[str],
    pairs: Counter[tuple[str, str]],
    carriers: dict[str, Ref],
    swaps: frozenset[frozenset[str]],
) -> None:
    """The one usual sender and the one other country that heading and lede name are the text's own pair."""
    opening: list[Place] = []
    moved = False
    for sent in (s for s in reading.doc.sents if s.text.strip()):
        if reading.article.sentence_at(reading.doc[sent.start].idx) > 2:
            return
        opening += [p for p in reading.places if sent.start <= p.start < sent.end and not _of_one(reading, p)]
        moved = moved or any(
            t.lemma_.lower() in words("movement.telling", "movement.people", "deals.one-way") for t in sent
        )
        usual = {p.code for p in opening} & (words("deals.usual-senders") - {"EU"})
        others = {p.code for p in opening} - words("deals.usual-senders")
        if len(usual) > 1 or len(others) > 1:
            return
        if moved and usual and others:
            break
    else:
        return
    [sender], [taker] = usual, others
    if frozenset((sender, taker)) in swaps or senders[taker] > receivers[taker]:
        return
    if any(r == taker and s not in words("deals.usual-senders") for s, r in pairs):
        return  # they come from a place on the way: "to resettle refugees held on Nauru"
    for place in reversed(opening):
        if place.code in (sender, taker):
            ref = Ref(code=place.code, start=place.start, end=place.end, form=place.form)
            carriers.setdefault(place.code, ref)
    rivals = [n for pair, n in pairs.items() if pair != (sender, taker)]
    senders[sender] = max(senders[sender], *senders.values(), 0) + 1
    pairs[sender, taker] = max(pairs[sender, taker], max(rivals, default=0) + 1)
