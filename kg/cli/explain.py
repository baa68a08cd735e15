"""`kg explain`: how a claim was read."""

from pathlib import Path

import click

from kg.cli.options import STORE, utf8, write
from kg.errors import InputError


@click.command("explain", epilog="Example: kg explain c1904b00c65f8e533")
@click.argument("claim", metavar="CLAIM", type=utf8)
@STORE
def command(claim: str, store: Path) -> None:
    """Say how a claim was read.

    By which rule, from which words, and what was resolved how. CLAIM is the id of a claim in the store. The
    text is read once more, so it must be in the store.
    """
    from kg.store import Store
    from kg.store.explain import explain

    with Store.open(store) as graph:
        lines = list(explain(graph, claim))
    if not lines:
        raise InputError(
            f"the store has no claim {claim}", hint="'kg query agreement' and others list claims"
        )
    write("".join(f"{line}\n" for line in lines), None)
