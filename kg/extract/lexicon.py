"""Word classes from `data/lexicon/*.toml`: every list there has a reason."""

import tomllib
from functools import cache
from typing import Final

from kg.paths import resource

_FOLDER: Final = "data/lexicon"


@cache
def words(*names: str) -> frozenset[str]:
    """The words of one list, or of several together.

    Args:
        names: ``file.list``, such as ``"deals.talks"``.

    >>> "negotiate" in words("deals.talks")
    True
    """
    lists = (name.partition(".") for name in names)
    return frozenset(word for file, _, key in lists for word in _file(file)[key]["words"])


@cache
def table(name: str) -> dict[str, str]:
    """The pairs of one list that maps words to codes, by lower-case word.

    >>> table("money.currencies")["£"]
    'GBP'
    """
    file, _, key = name.partition(".")
    return {word: code for code, many in _file(file)[key]["codes"].items() for word in many}


@cache
def lists(file: str) -> dict[str, frozenset[str]]:
    """The names of the lists of one file that hold a word, by word.

    >>> "talks" in lists("deals")["negotiate"]
    True
    """
    found: dict[str, set[str]] = {}
    for name, content in _file(file).items():
        for word in content.get("words", ()):
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _file(name: str) -> dict[str, dict[str, dict[str, list[str]]]]:
    return tomllib.loads((resource(_FOLDER) / f"{name}.toml").read_text("utf-8"))
