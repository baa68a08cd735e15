"""Tables of a TOML file, read key by key. A mistake is noted with file, key and hint, and reading goes on."""

from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from tomllib import TOMLDecodeError, loads
from typing import Any, Final, TypeVar

from kg.model.when import When
from kg.read import gazetteer

_E = TypeVar("_E", bound=StrEnum)
_T = TypeVar("_T")
_C = TypeVar("_C")

_NO_DATE: Final = (
    'write "2024-07-06", "2024-07", "2024", "2024-07~" (about) or "../2024-07" (until), in quotes'
)


class Table:
    """One table. A method reads one key; what is wrong with it is noted, and a stand-in returned.

    Args:
        values: The table as ``tomllib`` gives it.
        where: File and place in it ("rwanda.toml: event[2]"), for messages.
        problems: Where mistakes are noted, one line each.
    """

    def __init__(self, values: dict[str, Any], where: str, problems: list[str]) -> None:
        self._values = values
        self._where = where
        self._problems = problems
        self._read: set[str] = set()

    @classmethod
    def of_file(cls, path: Path, problems: list[str]) -> "Table":
        """The top level of a file; an unreadable one is noted and taken as empty."""
        values: dict[str, Any] = {}
        try:
            values = loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            problems.append(f"{path.name}: there is no such file in {path.parent}")
        except OSError as error:
            problems.append(f"{path.name}: cannot be read: {error.strerror}")
        except UnicodeDecodeError:
            problems.append(f"{path.name}: is not UTF-8 text; save it as UTF-8")
        except TOMLDecodeError as error:
            problems.append(f"{path.name}: is not TOML: {error}; see https://toml.io")
        return cls(values, path.name, problems)

    def problem(self, key: str, what: str, hint: str = "") -> None:
        """Note a mistake."""
        place = f"{self._where}.{key}" if ": " in self._where else f"{self._where}: {key}"
        line = f"{place}: {what}" + (f"; {hint}" if hint else "")
        self._problems.append(" ".join(line.split()))

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._values

    def done(self) -> None:
        """Note every key that nothing has read."""
        for key in self._values.keys() - self._read:
            close = get_close_matches(key, self._read, n=1)
            known = f"did you mean {close[0]!r}?" if close else "known are " + ", ".join(sorted(self._read))
            self.problem(key, "unknown key", known)

    def text(self, key: str, *, required: bool = False) -> str | None:
        """Text on one line, without space around it."""
        value: str | None = self._get(key, str, "text in quotes", required=required)
        if value is not None and (not value.strip() or value != " ".join(value.split())):
            self.problem(key, "is empty or has stray spaces", "leave the key out where nothing is known")
        return value

    def need(self, key: str) -> str:
        """Text that must be there."""
        return self.text(key, required=True) or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, without repetition."""
        values: list[Any] = self._get(key, list, 'a list such as ["a", "b"]') or []
        good = [v for v in values if isinstance(v, str) and v.strip()]
        if len(good) != len(values):
            self.problem(key, "has something that is not text")
        for value in sorted({v for v in good if good.count(v) > 1}):
            self.problem(key, f"names {value!r} twice")
        return tuple(dict.fromkeys(good))

    def flag(self, key: str) -> bool:
        """True or false; false where it is not there."""
        return bool(self._get(key, bool, "true or false"))

    def whole(self, key: str) -> int | None:
        """A whole number, not negative."""
        value: int | None = self._get(key, int, "a whole number")
        if value is not None and value < 0:
            self.problem(key, f"{value} is negative")
        return value

    def amount(self, key: str) -> Decimal | None:
        """A sum of money, not negative."""
        value = self._get(key, (int, float), "a number")
        if value is None:
            return None
        number = Decimal(str(value))
        if not number.is_finite() or number < 0:
            self.problem(key, f"{value} is not a sum of money", "write a number that is not negative")
        return number

    def code(self, key: str, codes: type[_E]) -> _E | None:
        """A code of a list."""
        value = self._get(key, str, "text in quotes")
        if value is None or value in list(codes):
            return None if value is None else codes(value)
        close = get_close_matches(value, list(codes), n=1, cutoff=0.5)
        hint = f"did you mean {str(close[0])!r}?" if close else "use one of " + ", ".join(codes)
        self.problem(key, f"{value!r} is not a known code", hint)
        return None

    def need_code(self, key: str, codes: type[_E]) -> _E:
        """A code that must be there."""
        if key not in self._values:
            self._read.add(key)
            self.problem(key, "is missing", "use one of " + ", ".join(codes))
        return self.code(key, codes) or next(iter(codes))

    def country(self, key: str) -> str | None:
        """A country."""
        value: str | None = self._get(key, str, "text in quotes")
        self._check_countries(key, (value,) if value is not None else ())
        return value

    def countries(self, key: str) -> tuple[str, ...]:
        """A list of countries."""
        values = self.texts(key)
        self._check_countries(key, values)
        return values

    def date(self, key: str) -> When | None:
        """An EDTF date."""
        if key in self._values and not isinstance(self._values[key], str):
            self._read.add(key)
            self.problem(key, f"{self._values[key]} is not in quotes", _NO_DATE)
            return None
        value = self._get(key, str, "text in quotes")
        try:
            return When(edtf=value) if value is not None else None
        except ValueError as error:
            self.problem(key, str(error), _NO_DATE)
            return None

    def table(self, key: str) -> "Table | None":
        """A table inside this one."""
        value = self._get(key, dict, f"a table [{key}]")
        dot = "." if ": " in self._where else ": "
        return None if value is None else Table(value, f"{self._where}{dot}{key}", self._problems)

    def rows(self, key: str) -> Iterator["Table"]:
        """The tables of a list ``[[key]]``; they are numbered from 1 in messages."""
        values: list[Any] = self._get(key, list, f"a list of tables [[{key}]]") or []
        for number, value in enumerate(values, 1):
            if isinstance(value, dict):
                dot = "." if ": " in self._where else ": "
                yield Table(value, f"{self._where}{dot}{key}[{number}]", self._problems)
            else:
                self.problem(key, f"is not a list of tables [[{key}]]")

    def tables(
        self, key: str, context: _C, read: Callable[["Table", _C], _T], *, only: bool = False
    ) -> tuple[_T, ...]:
        """What ``read`` makes of each table of a list ``[[key]]``.

        Args:
            key: The key.
            context: What the tables may refer to.
            read: Reads one of them.
            only: Nothing else may stand in this table.
        """
        found = tuple(read(row, context) for row in self.rows(key))
        if only:
            self.done()
        return found

    def names(self) -> tuple[str, ...]:
        """All keys, in the order of the file."""
        return tuple(self._values)

    def one_of(self, key: str, value: str | None, known: Collection[str], what: str) -> None:
        """Note a value that refers to nothing."""
        if value is not None and value not in known:
            close = get_close_matches(value, known, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"add the {what} first"
            self.problem(key, f"there is no {what} {value!r}", hint)

    def _check_countries(self, key: str, values: tuple[str, ...]) -> None:
        for value in values:
            if value not in gazetteer.countries():
                self.problem(key, f"{value!r} is not a country", "use ISO 3166-1 alpha-3, XKX or EU")

    def _get(
        self, key: str, kind: type | tuple[type, ...], what: str, *, required: bool = False
    ) -> Any:  # the caller names the type
        self._read.add(key)
        value = self._values.get(key)
        if value is None:
            if required:
                self.problem(key, "is missing")
            return None
        kinds = kind if isinstance(kind, tuple) else (kind,)
        if not isinstance(value, kind) or (isinstance(value, bool) and bool not in kinds):
            self.problem(key, f"{value!r} is not {what}")
            return None
        return value
