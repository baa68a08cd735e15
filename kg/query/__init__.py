"""Named questions over a store: one `.rq` file each.

>>> import kg.store
>>> run(kg.store.Store.memory(), "SELECT (1 AS ?one) {}")[0]
{'one': 1}
"""

import re
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query import files
from kg.query.files import Param, QueryFile
from kg.query.rows import Rows

if TYPE_CHECKING:
    from kg.store import Store

__all__ = ["Param", "QueryFile", "Rows", "available", "get", "run"]


def available() -> tuple[QueryFile, ...]:
    """The questions that come with migkg, by name."""
    return tuple(map(files.read, sorted(files.FOLDER.glob("*.rq"), key=lambda path: path.stem)))


def get(name: str) -> QueryFile:
    """One of the questions that come with migkg.

    Raises:
        QueryError: There is none of that name.
    """
    path = files.FOLDER / f"{name}.rq"
    if not _is_name(name) or not path.is_file():
        raise QueryError(f"there is no query named {name!r}", hint=_alike(name))
    return files.read(path)


def run(store: "Store", query: str | QueryFile, /, **params: object) -> Rows:
    """Ask a question.

    Args:
        store: Where.
        query: Name of a question, or SPARQL of any form, or a question read from elsewhere.
        params: Its parameters; what the types take is said in :mod:`kg.query.files`.

    Raises:
        QueryError: The question is unknown, malformed, not allowed, or lacks a parameter.
        UsageError: There is no answer, and no such thing as a parameter names.
    """
    ours = isinstance(query, str) and _is_name(query)
    if isinstance(query, str):
        query = get(query) if ours else files.parse(query, name="query")
    answer = store.query(query.bind(params), name=query.name, trusted=ours)
    if params and not answer.cells:
        from kg.query.meant import check

        check(store, query, params)
    return Rows(columns=answer.columns, cells=answer.cells, form=answer.form)


def _is_name(text: str) -> bool:
    return re.fullmatch(r"[\w-]+", text) is not None


def _alike(name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, [path.stem for path in files.FOLDER.glob("*.rq")], n=1)
    return f"did you mean {close[0]!r}?" if close else "'kg query --list' names them"
