"""Which stage of a deal a verb tells of."""

from functools import cache
from typing import TYPE_CHECKING, Final

from kg.extract import syntax
from kg.extract.clause import Clause, Rule, Stage, adjectival, is_judge
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.stage_agreed import announced, approved, assented, reached, settled, signed
from kg.extract.stage_asked import received, unanswered
from kg.extract.stage_denied import denied_deal, falsified, without_deal
from kg.extract.stage_ended import dropped, ended, lapsed, paused, replaced
from kg.extract.stage_idioms import idiom
from kg.extract.stage_leaning import disinclined, hinted, unopposed, worked_out, would_take
from kg.extract.stage_nearing import nearing
from kg.extract.stage_refused import contested, flatly, refused, struck_down
from kg.extract.stage_running import in_force, in_use
from kg.extract.stage_sought import aired, candidate, discussed, offered, sought

if TYPE_CHECKING:
    from kg.extract.tokens import Token

# Tried in this order: what is more telling comes first. Each is tried on its own verbs alone, see there.
_RULES: Final[tuple[Rule, ...]] = (
    struck_down,
    nearing,
    idiom,
    hinted,
    would_take,
    unopposed,
    disinclined,
    worked_out,
    signed,
    approved,
    announced,
    in_force,
    contested,
    paused,
    replaced,
    lapsed,
    in_use,
    dropped,
    ended,
    denied_deal,
    refused,
    flatly,
    without_deal,
    falsified,
    discussed,
    settled,
    reached,
    assented,
    offered,
    received,
    sought,
    aired,
    candidate,
    unanswered,
)


def verb_stage(reading: Reading, verb: "Token", moves: tuple[Move, ...]) -> Stage | None:
    """The stage that a verb tells, or None. Rules are tried in order; the first that fits counts."""
    rules = _fitting(verb)
    if not rules or adjectival(verb):
        return None
    clause = Clause(reading, verb, moves)
    for rule in rules:
        if stage := rule(clause):
            return stage if rule is struck_down or not _by_court(clause) else None
    return None


def _fitting(verb: "Token") -> list[Rule]:
    """The rules that can tell of a verb, in their order; for most verbs none."""
    by_verb, by_word = _numbers()
    numbers = {n for key in syntax.keys(verb) if key in by_verb for n in by_verb[key]}
    for child in verb.children:
        if child.lower_ in by_word:
            numbers.update(by_word[child.lower_])
    return [_RULES[n] for n in sorted(numbers)]


@cache
def _numbers() -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Places of the rules in their order, by verbs and by words below a verb."""
    by_verb: dict[str, list[int]] = {}
    by_word: dict[str, list[int]] = {}
    for number, rule in enumerate(_RULES):
        for verb in rule.verbs():
            by_verb.setdefault(verb, []).append(number)
        for word in rule.behind():
            by_word.setdefault(word, []).append(number)
    return by_verb, by_word


def _by_court(clause: Clause) -> bool:
    """What a court does to a deal is a ruling, and mostly no stage of it."""
    above = clause.verb.head
    ordered = clause.verb.dep_ in ("xcomp", "ccomp") and syntax.lemma(above) == "order"
    deciding = syntax.subject(above) if ordered else None  # "a judge ordered the ministry to halt it"
    return "strike down" in clause.keys or any(
        who is not None and is_judge(who) for who in (clause.subject, deciding)
    )
