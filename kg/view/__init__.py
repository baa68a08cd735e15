"""The graph as one HTML file (:mod:`kg.view.page`), and as a still picture (:mod:`kg.view.picture`)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.view.page import iframe, page_html, write_page
    from kg.view.picture import story_svg

__all__ = ["iframe", "page_html", "story_svg", "write_page"]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load on first use: making a page needs libraries that are slow to import."""
        if name in __all__:
            from kg.view import page, picture

            return getattr(picture if name == "story_svg" else page, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
