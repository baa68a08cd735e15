"""What ``%load_ext kg`` adds to Jupyter: cells of SPARQL, and the names of questions completed.

A cell of SPARQL begins with ``%%sparql``, and shows the answer::

    %%sparql
    SELECT ?claim WHERE { ?claim a mig:Claim } LIMIT 5

It asks the one graph among the variables; where there are several, ``%%sparql NAME`` says which.
``%%sparql -o NAME`` also keeps the answer under a name. Prefixes need not be declared.
"""

import re
from typing import TYPE_CHECKING, Final

from kg.errors import UsageError
from kg.notebook import Graph, Result
from kg.query import available
from kg.rdf.iris import PREFIXES

if TYPE_CHECKING:
    from IPython.core.completer import CompletionContext, SimpleMatcherResult
    from IPython.core.interactiveshell import InteractiveShell

_LINE: Final = re.compile(r"\s*(?P<graph>\w+)?\s*(?:-o\s+(?P<output>\w+))?\s*")
_QUESTION: Final = re.compile(r"""\.query\(\s*["']([\w-]*)$""")
_DECLARED: Final = re.compile(r"^\s*PREFIX\s+([\w-]*):", re.IGNORECASE | re.MULTILINE)


def load(shell: "InteractiveShell") -> None:
    """Add the magic and the completion to a session of IPython."""
    from IPython.core.completer import context_matcher

    def sparql(line: str, cell: str) -> Result:
        """Ask a graph in SPARQL: %%sparql [GRAPH] [-o NAME]."""
        given = _LINE.fullmatch(line)
        if not given:
            raise UsageError(
                f"%%sparql cannot read {line!r}", hint="write %%sparql, or %%sparql GRAPH -o NAME"
            )
        result = _graph(shell.user_ns, given["graph"]).sparql(_with_prefixes(cell))
        if given["output"]:
            shell.user_ns[given["output"]] = result
        return result

    shell.magics_manager.register_function(sparql, "cell", "sparql")
    shell.Completer.custom_matchers.append(context_matcher(identifier="kg")(_questions))


def _graph(variables: dict[str, object], name: str | None) -> Graph:
    if name:
        graph = variables.get(name)
        if isinstance(graph, Graph):
            return graph
        raise UsageError(f"{name} is no graph", hint="make one with kg.open() or kg.demo()")
    graphs = {k: v for k, v in variables.items() if isinstance(v, Graph) and not k.startswith("_")}
    if len(set(map(id, graphs.values()))) == 1:
        return next(iter(graphs.values()))
    if graphs:
        raise UsageError(f"there are several graphs: {', '.join(graphs)}", hint="say which: %%sparql NAME")
    raise UsageError("there is no graph to ask", hint="make one: graph = kg.demo()")


def _with_prefixes(query: str) -> str:
    """The query with the usual prefixes, on its own first line so that lines keep their numbers."""
    declared = set(_DECLARED.findall(query))
    missing = (f"PREFIX {p}: <{iri}>" for p, iri in PREFIXES.items() if p not in declared)
    return f"{' '.join(missing)} {query}"


def _questions(context: "CompletionContext") -> "SimpleMatcherResult":
    from IPython.core.completer import SimpleCompletion

    match = _QUESTION.search(context.line_with_cursor[: context.cursor_position])
    names = (q.name for q in available() if match and q.name.startswith(match[1]))
    return {"completions": [SimpleCompletion(name, type="question") for name in names]}
