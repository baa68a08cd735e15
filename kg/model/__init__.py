"""Frozen values: the language that all other parts of migkg speak."""
