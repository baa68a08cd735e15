"""What the commands that read texts share."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.extract import Extractor

SOURCES = click.argument("sources", nargs=-1, required=True)
PUBLISHED = click.option(
    "--published",
    metavar="DATE",
    help="Publication date (EDTF, such as 2025-05-05), where the texts do not tell it. "
    "Without one, words such as 'last week' stay unresolved.",
)


def extractor_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose an extractor."""
    return click.option(
        "--extractor",
        default="rules",
        show_default=True,
        help="Who reads: the embedded rules, or one installed.",
    )(command)


def chosen_extractor(name: str) -> "Extractor":
    """The extractor of that name; raises UsageError where there is none."""
    from kg.extract import extractor

    return extractor(name)
