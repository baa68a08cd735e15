"""Where the graph is kept: embedded Oxigraph."""

from kg.store.local import Store
from kg.store.terms import Answer, Blank, Cell, Iri, Text

__all__ = ["Answer", "Blank", "Cell", "Iri", "Store", "Text"]
