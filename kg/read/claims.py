"""`claims.jsonl` -> claims. Whatever the words of the article do not carry is refused here."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, Final, TypeVar, get_args, get_type_hints

from kg.errors import GroundingError, InputError
from kg.model.claim import KINDS, Attribution, Cause, Citation, Claim
from kg.model.codes import Kind, TimeBasis
from kg.model.text import Article, Span
from kg.model.when import When

_E = TypeVar("_E", bound=StrEnum)
_R = TypeVar("_R", Attribution, Cause)

_HINT: Final = "each line is one claim as described in docs/reference/claims.md"


def read_claims(lines: Iterable[str], articles: Mapping[str, Article], *, where: str) -> Iterator[Claim]:
    """The claims of a JSON Lines file.

    Args:
        lines: One JSON object a line; empty lines are passed over.
        articles: The articles that evidence may lie in, by key.
        where: Name of the file, for messages.

    Raises:
        GroundingError: The words of a claim are not at their place in the article.
        InputError: A line is not a claim.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            at = f"{where}:{number}"
            try:
                row = json.loads(line, parse_float=Decimal, parse_constant=_no_number)
            except (ValueError, RecursionError) as error:
                raise InputError(f"{at}: not JSON: {error}", hint=_HINT) from None
            yield claim_of(row, articles, where=at)


def read_claims_file(path: Path, article: Article) -> Iterator[Claim]:
    """The claims about one article in a JSON Lines file; raises as :func:`read_claims` does."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}") from None
    yield from read_claims(lines, {article.key: article}, where=str(path))


def claim_of(row: object, articles: Mapping[str, Article], *, where: str) -> Claim:
    """One claim from its JSON object; raises as :func:`read_claims` does."""
    try:
        return _claim(row, articles)
    except GroundingError as error:
        raise GroundingError(f"{where}: {error.message}", hint=error.hint) from None
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        reason = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
        raise InputError(f"{where}: {reason}", hint=_HINT) from None


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is not a number")


def _claim(row: object, articles: Mapping[str, Article]) -> Claim:
    if not isinstance(row, dict):
        raise TypeError("a claim is a JSON object")
    cls = KINDS[_code(Kind, row["kind"], "kind")]
    key = _typed(row["article"], str | None, "article")
    values: dict[str, Any] = {}
    hints = get_type_hints(cls)
    for item in fields(cls):
        match item.name:
            case "evidence":
                values[item.name] = tuple(
                    _evidence(e, key, articles) for e in _list(row["evidence"], "evidence")
                )
            case "attribution":
                values[item.name] = _record(Attribution, row["attribution"])
            case "causes":
                values[item.name] = tuple(_record(Cause, c) for c in _list(row.get("causes") or [], "causes"))
            case "when":
                values[item.name] = _when(row)
            case name if row.get(name) is None and item.default is not MISSING:
                pass
            case name:
                value = row.get(name)
                if name == "extractor" and value is None:  # hand-marked texts leave it open
                    value = "unknown"
                values[name] = _typed(value, hints[name], name)
    for cause in values.get("causes", ()):
        if not any(isinstance(e, Citation) or cause.text in e.text for e in values["evidence"]):
            raise GroundingError(f"the cause {cause.text!r} is not in the words of the evidence")
    return cls(**values)


def _list(value: object, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"{name} is not a list")
    return value


def _code(enum: type[_E], value: object, name: str) -> _E:
    try:
        return enum(str(value))
    except ValueError:
        raise ValueError(f"{name} {value!r} is not one of {', '.join(enum)}") from None


def _typed(value: object, hint: Any, name: str) -> Any:
    """A JSON value as the type a field declares: a code, a tuple of strings, a number or a string."""
    options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if value is None and type(None) in options:
        return None
    want = next(option for option in options if option is not type(None))
    if isinstance(want, type) and issubclass(want, StrEnum):
        return _code(want, value, name)
    if get_args(want):
        return tuple(_typed(item, str, name) for item in _list(value, name))
    if isinstance(value, bool) or not isinstance(value, _JSON_TYPES[want]):
        raise TypeError(f"{name} {value!r} is not {_JSON_NAMES[want]}")
    if want is str and not str(value).strip():
        raise ValueError(f"{name} is empty; write null where nothing is said")
    return Decimal(str(value)) if want is Decimal else want(value)


_JSON_TYPES: Final[dict[type, tuple[type, ...]]] = {
    str: (str,),
    int: (int,),
    float: (int, float, Decimal),
    Decimal: (int, float, Decimal),
}
_JSON_NAMES: Final[dict[type, str]] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    Decimal: "a number",
}


def _record(cls: type[_R], row: object) -> _R:
    if not isinstance(row, dict):
        raise TypeError(f"{cls.__name__.lower()} is not an object")
    hints = get_type_hints(cls)
    return cls(**{f.name: _typed(row.get(f.name), hints[f.name], f.name) for f in fields(cls)})


def _when(row: dict[str, object]) -> When | None:
    if row.get("when") is None:
        return None
    basis = row.get("when_basis")
    return When(
        edtf=_typed(row["when"], str, "when"),
        basis=None if basis is None else _code(TimeBasis, basis, "when_basis"),
        text=_typed(row.get("when_text"), str | None, "when_text"),
    )


def _evidence(row: object, key: str | None, articles: Mapping[str, Article]) -> Span | Citation:
    if not isinstance(row, dict):
        raise TypeError("evidence is not an object")
    if "source" in row:
        published = _typed(row.get("published"), str | None, "published")
        return Citation(
            source=_typed(row["source"], str, "source"),
            **{n: _typed(row.get(n), str | None, n) for n in ("title", "publisher", "origin")},
            published=When(edtf=published) if published else None,
        )
    if key is None or key not in articles:
        raise GroundingError(f"the article {key} is not at hand, so its words cannot be checked")
    start, end = _typed(row["start"], int, "start"), _typed(row["end"], int, "end")
    try:
        span = Span.of(articles[key], start, end)
    except ValueError as error:
        raise GroundingError(str(error)) from None
    if span.text != row["text"]:
        raise GroundingError(
            f"characters {start}-{end} of the article are {span.text!r}, not {row['text']!r}"
        )
    return span
