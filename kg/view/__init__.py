"""The graph as one HTML file: see :mod:`kg.view.page`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.view.page import page_html, write_page

__all__ = ["page_html", "write_page"]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load on first use: making a page needs libraries that are slow to import."""
        if name in __all__:
            from kg.view import page

            return getattr(page, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
