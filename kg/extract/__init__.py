"""Article -> mentions and claims."""

from kg.extract.rules import extract

__all__ = ["extract"]
