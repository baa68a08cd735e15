"""What the commands that read texts share."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.extract import Extractor


def _source(given: str) -> str:
    if given.lower().startswith(("http://", "https://")):
        raise UsageError(f"{given}: migkg opens no web addresses", hint="save the page and name its file")
    return given


def _date(given: str) -> str:
    from kg.model.when import When

    try:
        When(edtf=given.partition("T")[0])  # a time of day is taken too, and left out
    except ValueError:
        hint = "write it as 2025-05-05, 2025-05 or 2025"
        raise UsageError(f"--published: {given!r} is no date", hint=hint) from None
    return given


SOURCES = click.argument("sources", nargs=-1, required=True, type=_source)
PUBLISHED = click.option(
    "--published",
    type=_date,
    metavar="DATE",
    help="Publication date (EDTF, such as 2025-05-05), where the texts do not tell it. "
    "Without one, words such as 'last week' stay unresolved.",
)


NOTHING_FOUND = "note: migkg reads news in English, on deals about people who are moved between countries"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Which extractor was asked for."""

    extractor: str
    llm_url: str | None
    llm_model: str | None
    llm_key: str | None

    def get(self) -> "Extractor":
        """The extractor; raises UsageError where there is none of that name, or it lacks its address."""
        if self.extractor != "llm":
            from kg.extract import extractor

            return extractor(self.extractor)
        from kg.extract.llm import ChatExtractor, Endpoint

        if not self.llm_url:
            raise UsageError("no service is named", hint="give --llm-url and --llm-model, or set KG_LLM_URL")
        return ChatExtractor(Endpoint(url=self.llm_url, model=self.llm_model or "", key=self.llm_key))


def reader_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose an extractor, handed over as one :class:`Reader` named ``reader``."""

    @wraps(command)
    def gathered(
        *args: Any,
        extractor: str,
        llm_url: str | None,
        llm_model: str | None,
        llm_key: str | None,
        **options: Any,
    ) -> Any:
        reader = Reader(extractor=extractor, llm_url=llm_url, llm_model=llm_model, llm_key=llm_key)
        return command(*args, reader=reader, **options)

    for option in (
        click.option("--llm-key", envvar="KG_LLM_KEY", help="Its key; best left in KG_LLM_KEY."),
        click.option("--llm-model", envvar="KG_LLM_MODEL", help="Name of its model. [env var: KG_LLM_MODEL]"),
        click.option(
            "--llm-url",
            envvar="KG_LLM_URL",
            help="Address of a chat service. [env var: KG_LLM_URL]",
        ),
        click.option(
            "--extractor",
            default="rules",
            show_default=True,
            help="Who reads: 'rules', 'llm' (a chat service, which only proposes), or one installed.",
        ),
    ):
        gathered = option(gathered)
    return gathered
