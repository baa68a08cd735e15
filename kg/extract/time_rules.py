r"""How times are written: a pattern for each way, and what reads it.

Patterns are tried in order at each place of a text, so the longer way stands before the shorter one that it
contains. They are for text in small letters, which is far faster than to ignore case, and are verbose: a
space is written ``\ ``.
"""

import re
from functools import cache
from typing import Final

from kg.extract import time_values as values
from kg.extract.lexicon import words

_GROUP: Final = re.compile(r"\(\?P<(\w+)>")
_END: Final = r"(?!\w)"
_MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|(?=\ \d)))"
)
_WEEKDAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_COUNT: Final = (
    rf"(?:(?<![\d.,])\d{{1,4}}|(?:{_TENS})(?:[-\ ](?:{_ONES}))?|{_ONES}|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|another|an\ additional|a\ dozen|a\ hundred"
    r"|(?:a\ )?couple\ of|(?:a\ |the\ )?few|several|many|some)"
)
_UNIT: Final = r"(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|centur(?=y|ies))"
_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_OF_YEAR: Final = (
    r"(?:(?:,?\ |\ (?:of|in)\ )(?:fiscal\ )?"
    rf"(?P<year>{_YEAR}|(?:last|this|next|the\ same|that)\ year)(?![\w-]))"
)
_SEASON: Final = r"(?P<season>spring|summer|autumn|fall|winter)"
_PART: Final = r"(?P<part>morning|afternoon|evening|night)"
_EDGE: Final = (
    r"(?:(?:early|earlier|late|later|mid|(?:at\ )?the\ (?:start|beginning|end)\ of)[-\ ](?:in\ |on\ )?)"
)
_ZONE: Final = r"(?:\ (?:local\ time|[ecmp][sd]?t|gmt|bst|utc))?"
_HOUR: Final = (
    rf"(?:(?P<hour>1?\d)(?:[:.](?P<minute>[0-5]\d))?\ ?(?P<half>[ap])\.?m\b\.?{_ZONE}"
    r"|(?P<noon>noon|midday|midnight))"
)
_AT: Final = rf"(?:{_HOUR}(?:,|\ on)?\ )?"
_ABOUT: Final = (
    r"(?:(?:about|around|nearly|almost|over|more\ than|less\ than|at\ least|some|only|just|barely)\ )?"
)
_WAYS: Final = r"(?:ago|earlier|before|previously|later|after|afterwards|on)"
# How times begin. Most words begin with none of these, and no pattern is tried on them; a pattern that begins
# otherwise has to add its own.
_FIRST: Final = (
    r"\d|['’]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|spring|summer"
    r"|autumn|fall|winter|second|minute|hour|day|week|month|quarter|year|decade|centur|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty"
    r"|another|couple|few|several|many|some|about|around|nearly|almost|more|less|only|just|barely|early"
    r"|earlier|late|mid|end|start|beginning|rest|first|third|final|last|next|past|previous|current|coming"
    r"|following|latest|recent|noon|today|tonight|tomorrow|yesterday|daily|every|each|between|least"
    r"|fiscal|financial"
)
# Little words that begin times too, but only before one of those, or before what stands behind them alone.
_JOINING: Final = r"(?:an?|as|at|by|for|from|in|of|on|over|than|that|the|this|under|until|within|after)[-\ ]"
_JOINED: Final = (
    "additional|afternoon|calendar|dozen|evening|full|hundred|middle|morning|night|period|same|school|very"
)


def _alternatives(*lists: str) -> str:
    """The words of some lists of `data/lexicon/times.toml` as a pattern, the longest first."""
    every = {word for name in lists for word in words(f"times.{name}")}
    return "|".join(re.escape(word) for word in sorted(every, key=len, reverse=True))


def _by_letter(beginnings: str) -> str:
    """Alternatives as a pattern that looks at the first letter once."""
    rests: dict[str, list[str]] = {}
    for beginning in beginnings.split("|"):
        letter = beginning[0] if beginning[0].isalpha() else beginning
        rests.setdefault(letter, []).append(beginning.removeprefix(letter))
    return "|".join(rf"{letter}(?:{'|'.join(found)})" for letter, found in rests.items())


def _rules() -> tuple[tuple[str, values.Reader], ...]:
    return (
        (rf"(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-[0-3]\d)(?![-\w])", values.full),
        (r"(?P<slashes>[0-3]?\d/[0-3]?\d/(?:\d\d){1,2})(?![\w/])", values.slashes),
        (rf"(?:between|from)\ (?P<first>{_YEAR})\ (?:and|to|until)\ (?P<last>{_YEAR}){_END}", values.years),
        (
            rf"(?:between|from)\ (?:the\ )?(?P<first>[0-3]?\d)(?:st|nd|rd|th)?\ (?:and|to|until)\ (?:the\ )?"
            rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\ (?P<month>{_MONTH})(?:,?\ (?P<year>{_YEAR}))?{_END}",
            values.days,
        ),
        (
            rf"(?:between|from)\ (?P<first>{_MONTH})(?:\ (?P<since>{_YEAR}))?\ (?:and|to|until|through)\ "
            rf"(?P<month>{_MONTH}){_OF_YEAR}?{_END}",
            values.months,
        ),
        (rf"(?P<first>{_YEAR})[-–](?P<last>{_YEAR}|\d\d){_END}(?![-–])", values.years),
        (
            rf"{_AT}(?:{_WEEKDAY},?\ )?(?:the\ )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:\ of)?\ "
            rf"(?P<month>{_MONTH})(?:,?\ (?P<year>{_YEAR}))?{_END}",
            values.day,
        ),
        (
            rf"{_AT}(?:{_WEEKDAY},?\ )?(?P<month>{_MONTH})\ ?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\w|[.,:]\d)"
            rf"(?:,?\ (?P<year>{_YEAR}){_END})?",
            values.day,
        ),
        (rf"{_EDGE}?(?:(?P<rel>last|next|this)\ )?(?P<month>{_MONTH}){_OF_YEAR}?{_END}", values.month),
        (
            rf"(?:the\ )?(?P<year>{_YEAR}|(?:last|this)\ year)(?:'s|’s)?\ "
            rf"(?P<quarter>first|second|third|fourth|final)[-\ ]quarter{_END}",
            values.quarter,
        ),
        (
            rf"(?:the\ )?(?P<quarter>first|second|third|fourth|final)[-\ ]quarter{_OF_YEAR}?{_END}",
            values.quarter,
        ),
        (rf"(?:the\ )?(?P<half>first|second)[-\ ]half{_OF_YEAR}{_END}", values.half),
        (rf"(?:(?:in|of|by|until)\ )?(?:the\ )?{_SEASON}{_OF_YEAR}{_END}", values.season),
        (rf"{_EDGE}?(?P<rel>last|this|next)\ {_SEASON}{_END}", values.season),
        # Not "in the fall", which may be a government's.
        (
            rf"(?:(?:in|of|by|until)\ |(?<=since\ ))(?:the\ )?{_EDGE}?"
            rf"(?P<season>spring|summer|autumn|winter){_END}",
            values.season,
        ),
        (
            rf"(?<=over\ )the\ (?:last|past)\ (?P<count>{_COUNT})\ (?P<unit>month|year)s{_END}",
            values.lately,
        ),
        (
            r"(?:the\ |this\ )?(?:last|past|next|previous|first|final|latest|coming|following|recent)\ "
            rf"(?P<count>{_COUNT})(?:\ full)?\ (?P<unit>{_UNIT})(?:s|ies|y)?{_END}",
            values.length,
        ),
        (
            rf"{_EDGE}?(?:the\ )?(?P<rel>last|this|next|past|previous|current|coming|following)\ "
            r"(?:(?:fiscal|financial|calendar|school)\ )?"
            rf"(?P<unit>day|week|weekend|month|year|decade|quarter)(?:'s|’s)?{_END}",
            values.unit,
        ),
        (
            r"(?:later\ in|earlier\ in|by|the\ rest\ of|(?:the\ )?(?:end|start|beginning|middle)\ of"
            r"|for|over)\ "
            rf"the\ (?:full\ )?(?P<unit>week|weekend|month|year|quarter){_END}"
            r"(?!\ (?:of|after|before|that|to|ended|ending|when)\b)",
            values.unit,
        ),
        (r"(?P<unit>year)[-\ ]end\b", values.unit),
        (rf"(?:every|each)\ (?P<weekday>{_WEEKDAY}){_END}", values.every_weekday),
        (
            rf"{_AT}(?:(?P<rel>last|this|next|early|late|earlier\ on|the\ following|the\ previous)\ )?"
            rf"(?P<weekday>{_WEEKDAY})(?:\ {_PART})?{_END}",
            values.weekday,
        ),
        (
            rf"{_ABOUT}(?P<count>{_COUNT}|an?)(?:\ more)?[\ -](?P<unit>{_UNIT})s?[\ -](?:or\ so\ )?"
            rf"(?P<way>{_WAYS}){_END}",
            values.shift,
        ),
        (rf"the\ (?P<unit>day)\ (?P<way>after|before){_END}", values.shift),
        (rf"(?:(?:that|the)(?:\ very)?\ same|that)\ day{_END}", values.same_day),
        (
            rf"(?:(?:that|the)(?:\ very)?\ same|that)\ (?P<unit>month|year|period){_END}",
            values.same,
        ),
        (r"within\ hours|hours\ (?:later|after)", values.hours),
        (rf"{_AT}(?P<deictic>yesterday|today|tomorrow)(?:\ {_PART})?{_END}", values.deictic),
        (rf"{_EDGE}?(?P<deictic>this|last)\ {_PART}{_END}", values.deictic),
        (r"(?P<deictic>(?P<part>tonight))\b", values.deictic),
        (rf"{_HOUR}{_END}", values.clock),
        (
            rf"(?:the\ )?{_EDGE}?(?:(?P<decade>(?:1[5-9]|20)\d)0|['’](?P<tens>[1-9])0)s{_END}",
            values.decade,
        ),
        (rf"(?:the\ )?(?P<century>1\d|2[01])(?:th|st)[-\ ]century{_END}", values.century),
        (
            rf"{_EDGE}?(?:fiscal\ |financial\ year\ |the\ year\ )?(?<![$€£.,/\w])(?P<year>1[89]\d\d|20\d\d)"
            rf"(?![\w%]|[.,:/]\d|[-–]\d|\ (?:{_alternatives('counted')})\b)",
            values.year,
        ),
        (rf"nineteen\ (?P<rest>(?:{_TENS})(?:[-\ ](?:{_ONES}))?){_END}", values.spelled),
        (rf"(?:every|each)\ (?P<unit>day|week|weekend|month|quarter|year){_END}", values.every),
        (r"(?P<unit>hour|week|month)ly\b|(?P<daily>daily)\b", values.every),
        (
            rf"{_ABOUT}(?P<count>{_COUNT})"
            r"(?:\ (?:more|additional|consecutive|straight|full|whole|trading|business|working))?[-\ ]"
            rf"(?P<unit>{_UNIT})(?:s|ies|y)?(?:-long)?{_END}(?![-\ ]olds?\b|\ a\ day|(?<=quarters)\ of)",
            values.length,
        ),
        (
            r"(?:for|within|in|after|than|over|about|nearly|almost|just|barely|under|least|as"
            rf"|last(?:ed|ing))\ (?P<count>an?)\ (?P<unit>(?!quarter){_UNIT})y?{_END}(?!\ {_WAYS}\b)",
            values.length,
        ),
        (rf"(?:for|within|in|after|over)\ (?P<unit>{_UNIT})(?:s|ies){_END}", values.length),
        (rf"(?P<unit>{_UNIT})(?:s|ies)-long{_END}", values.length),
        (
            rf"(?P<vague>{_alternatives('present', 'past', 'future')}){_END}(?!\ (?:{_COUNT}|{_UNIT})\b)",
            values.vague,
        ),
    )


@cache
def patterns() -> tuple["re.Pattern[str]", tuple[values.Reader, ...]]:
    """All patterns as one, and their readers; :func:`groups_of` tells which of them matched."""
    rules = _rules()
    named = [_GROUP.sub(rf"(?P<\1_{n}>", pattern) for n, (pattern, _) in enumerate(rules)]
    every = "|".join(f"(?P<r{n}>{pattern})" for n, pattern in enumerate(named))
    vague = _alternatives("present", "past", "future")
    # Half of all word edges are ends, where no time begins.
    alone, joined = _by_letter(f"{_FIRST}|{vague}"), _by_letter(f"{_FIRST}|{_JOINED}")
    first = rf"\b(?=[\w'’])(?={alone}|(?:{_JOINING})+(?:{joined}))"
    return re.compile(rf"{first}(?:{every})", re.VERBOSE), tuple(reader for _, reader in rules)


def groups_of(match: "re.Match[str]") -> tuple[int, dict[str, str]]:
    """Which rule matched, and its named groups that took part."""
    number = (match.lastgroup or "r")[1:]
    return int(number), {name: found for name, group in _groups()[number] if (found := match[group])}


@cache
def _groups() -> dict[str, list[tuple[str, str]]]:
    """The groups of each rule by its number: the name in the rule, and that in the pattern of all."""
    groups: dict[str, list[tuple[str, str]]] = {str(number): [] for number in range(len(patterns()[1]))}
    for group in patterns()[0].groupindex:
        name, _, number = group.rpartition("_")
        if name:
            groups[number].append((name, group))
    return groups
