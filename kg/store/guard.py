"""What a query from outside may be, checked on its tokens before the engine's parser sees it.

The parser and optimiser of the engine can be crashed or hung by deep nesting, and SERVICE makes it call out.
So nesting, length and number of operators are bounded, and keywords that reach for the outside are refused.
"""

import re
from typing import Final

from kg.errors import QueryError

MAX_CHARACTERS: Final = 65_536
MAX_DEPTH: Final = 64
MAX_OPERATORS: Final = 500

# Strings, comments, IRIs, variables, tags and prefixed names are passed over as wholes, so that a word inside
# them is no keyword. Where SPARQL leaves room ("a<b" may open an IRI), the reading is the stricter one.
STRINGS_AND_COMMENTS: Final = (
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"""'
    r"|'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|\#[^\n\r]*"
)
_TOKEN: Final = rf"""
    (?P<skip> {STRINGS_AND_COMMENTS} | [?$]\w+ | @[A-Za-z]+(?:-\w+)* )
  | (?P<iri> <(?:[^<>"{{}}|^`\\\x00-\x20]|\\[uU])*> )
  | (?P<prefixed> (?P<prefix>[\w.\-]*) : (?:(?:[\w:]|%[0-9A-Fa-f]{{2}}|\\.)
      (?:[\w.\-:]|%[0-9A-Fa-f]{{2}}|\\.)*)? )
  | (?P<word> [A-Za-z_]+ )
  | (?P<open> <<\(? | [({{\[] )
  | (?P<close> \)?>> | [)}}\]] )
  | (?P<operator> \|\|? | && | [!/^*+\-=<>] )
    """
_LONGEST: Final = 160  # characters of a reason; lists of what the parser expected can be long
_OUTWARD: Final = ("SERVICE", "LOAD", "FROM")
_PROLOGUE: Final = frozenset(("PREFIX", "BASE", "VERSION"))
_UPDATE: Final = frozenset(
    ("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH", "LOAD")
)
_OPERATORS: Final = frozenset(
    ("UNION", "OPTIONAL", "MINUS", "FILTER", "EXISTS", "BIND", "IN", "IF", "COALESCE", "CONCAT")
)
_FROM_HINT: Final = "the store's own graphs are reached with GRAPH; nothing outside it is"


def check(text: str, *, name: str) -> None:
    """Pass a query that is safe to parse.

    Args:
        text: SPARQL.
        name: What to call the query in a message.

    Raises:
        QueryError: It is empty, too long, too deep or too wide, reaches outside the store, or is an update.
    """
    if len(text) > MAX_CHARACTERS:
        raise QueryError(f"{name}: {len(text)} characters; a query may have {MAX_CHARACTERS}")
    depth = operators = 0
    begun = False
    for token in re.finditer(_TOKEN, text, re.VERBOSE | re.DOTALL):
        match token.lastgroup:
            case "open":
                depth += 1
            case "close":
                depth = max(0, depth - 1)
            case "operator":
                operators += 1
            case "word":
                word = token[0].upper()
                if not begun and word not in _PROLOGUE:
                    begun = True
                    if word in _UPDATE:
                        raise QueryError(
                            f"{name}: {word} changes the store, and a query may only read it",
                            hint="articles enter it with 'kg add' and 'kg build'",
                        )
                if _reaches_out(word):
                    raise QueryError(f"{_at(name, text, token)}: {word} is not allowed", hint=_FROM_HINT)
                operators += word in _OPERATORS
            case "prefixed" if _reaches_out(token["prefix"]):
                raise QueryError(
                    f"{_at(name, text, token)}: the prefix {token['prefix']!r} may be read as a keyword",
                    hint="choose another prefix name",
                )
            case "iri":
                if "'" in token[0]:
                    raise QueryError(f"{_at(name, text, token)}: an apostrophe in an IRI", hint="write %27")
                # "1<((((1))))>0" is an IRI here, and nested brackets to a parser that tries "<" first.
                opened = token[0].count("(") + token[0].count("[")
                if depth + opened > MAX_DEPTH:
                    raise QueryError(f"{_at(name, text, token)}: nested more than {MAX_DEPTH} deep")
                depth += max(0, opened - token[0].count(")") - token[0].count("]"))
                operators += token[0].count("!")
        if depth > MAX_DEPTH:
            raise QueryError(f"{_at(name, text, token)}: nested more than {MAX_DEPTH} deep")
        if operators > MAX_OPERATORS:
            raise QueryError(f"{_at(name, text, token)}: more than {MAX_OPERATORS} operators")
    if not begun:
        raise QueryError(f"{name} holds no query", hint="one begins with SELECT, ASK, CONSTRUCT or DESCRIBE")


def _reaches_out(word: str) -> bool:
    # Not only as a whole word: the grammar needs no space between one keyword and the next.
    return any(keyword in word.upper() for keyword in _OUTWARD)


def place_and_reason(error: Exception) -> str:
    """What the engine says of a query, in one line, to stand after the query's name.

    >>> place_and_reason(SyntaxError("error at 3:19: expected one of A, B"))
    ', line 3, column 19: expected one of A, B'
    """
    reason = " ".join(str(error).split())
    place = re.match(r"error at (\d+):(\d+): (.*)", reason)
    if place:
        return f", line {place[1]}, column {place[2]}: {_clip(place[3])}"
    return f": {_clip(reason)}"


def _clip(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _at(name: str, text: str, token: re.Match[str]) -> str:
    return f"{name}, line {text.count(chr(10), 0, token.start()) + 1}"
