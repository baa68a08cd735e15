"""Migration agreements as a knowledge graph in which every claim carries the words that support it."""

TYPE_CHECKING = False  # type checkers take the name for true; importing it from typing doubles the cost
if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

    from kg.errors import KgError
    from kg.notebook import Card, Graph, Page, Result, demo, open
    from kg.query import Rows
    from kg.store import Store
    from kg.store.build import build

__version__ = "0.1.0"

__all__ = [
    "Card",
    "Graph",
    "KgError",
    "Page",
    "Result",
    "Rows",
    "Store",
    "__version__",
    "build",
    "demo",
    "open",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load a public name on first use, so that ``import kg`` costs nothing."""
        from importlib import import_module

        homes = {"KgError": "kg.errors", "Rows": "kg.query", "Store": "kg.store", "build": "kg.store.build"}
        if name in __all__:
            return getattr(import_module(homes.get(name, "kg.notebook")), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return [*globals(), *__all__]


def load_ipython_extension(shell: "InteractiveShell") -> None:
    """What ``%load_ext kg`` calls; see :mod:`kg.magic`."""
    from kg.magic import load

    load(shell)
