"""Migration agreements as a knowledge graph in which every claim carries the words that support it."""

__version__ = "0.1.0"
