"""Which stage of a deal a verb tells of."""

from typing import TYPE_CHECKING, Final

from kg.extract.clause import Clause, Stage, adjectival, is_judge
from kg.extract.moves import Move
from kg.extract.reading import Reading
from kg.extract.stage_agreed import announced, approved, assented, reached, settled, signed
from kg.extract.stage_denied import denied_deal, falsified, without_deal
from kg.extract.stage_ended import dropped, ended, lapsed, paused, replaced
from kg.extract.stage_idioms import idiom, said_no
from kg.extract.stage_leaning import disinclined, hinted, unopposed, worked_out
from kg.extract.stage_nearing import nearing
from kg.extract.stage_refused import contested, flatly, refused, struck_down
from kg.extract.stage_running import in_force, in_use
from kg.extract.stage_sought import aired, candidate, discussed, offered, received, sought, unanswered

if TYPE_CHECKING:
    from kg.extract.tokens import Token

# Tried in this order: what is more telling comes first. Most verbs tell of no stage, so each rule looks at
# the verb's own words before it asks for its deal, subject or movement.
_RULES: Final = (
    nearing,
    idiom,
    said_no,
    hinted,
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
    if adjectival(verb):
        return None
    clause = Clause(reading, verb, moves)
    if stage := struck_down(clause):
        return stage
    stage = next((stage for rule in _RULES if (stage := rule(clause))), None)
    if stage is None or "strike down" in clause.keys:
        return None
    if clause.subject is not None and is_judge(clause.subject):
        return None
    return stage
