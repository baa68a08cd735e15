"""The `kg` command: options, one call, and what it prints.

Data goes to standard output, everything else to standard error. Exit code 0 is success, 1 failure, 2 a wrong
call, 130 Ctrl-C. Any error that migkg can explain is one line, and a second one that says what to do.
"""

import errno
import os
import sys
from importlib import import_module
from typing import Final

import click

from kg import __version__
from kg.errors import KgError, UsageError

COMMANDS: Final = {
    "build": "Put articles and the catalogue into the store.",
    "add": "Read texts and put their claims into the store.",
    "extract": "Show the claims in texts; nothing is stored.",
    "explain": "Say how a claim was read.",
    "evaluate": "Score an extractor on labelled texts.",
    "query": "Ask a question, named or your own.",
    "show": "Show a card of one thing.",
    "timeline": "Show what happened to an agreement, in order.",
    "diff": "Show what changed between two dates, and on whose word.",
    "view": "Write the graph as one HTML page.",
    "export": "Write the graph as RDF, as a network, or as tables.",
    "check": "Check a graph against its shapes, and records against their rules.",
    "links": "Try the addresses of the catalogue's sources.",
}
"""Each command is ``command`` in the module of its name, and loaded when it is called for."""

_SETTINGS: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, *_ = args
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        raise UsageError(f"there is no command {name!r}", hint=_instead_of(name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings=_SETTINGS, epilog="Example: kg build && kg query who-takes")
@click.version_option(__version__, "--version", "-V", message="kg %(version)s")
def kg() -> None:
    """Migration agreements as a graph in which every claim carries the words that support it."""


def main(args: list[str] | None = None) -> int:
    """Run the command.

    Args:
        args: Its arguments; those of the process by default.

    Returns:
        The exit code.
    """
    try:
        if sys.stdout is None:
            raise KgError("standard output is closed")
        code = kg.main(args, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except KgError as error:
        _say(error.message, error.hint)
        return error.exit_code
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        _say(error.format_message(), f"'{context.command_path} --help' shows how" if context else None)
        return error.exit_code
    except click.Abort:
        _say("interrupted", None)
        return 130
    except BrokenPipeError:
        _drop_output()  # whoever read it has gone, as `head` does
        return 1
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _drop_output()
        _say("there is no space left to write to", None)
        return 1


def _instead_of(name: str) -> str:
    from difflib import get_close_matches

    from kg.query.files import FOLDER

    if (FOLDER / f"{name}.rq").is_file():
        return f"that is a question: kg query {name}"
    close = get_close_matches(name.lower(), COMMANDS, n=1)
    return f"did you mean 'kg {close[0]}'?" if close else "'kg --help' names them"


def _drop_output() -> None:
    """Let nothing be written at exit any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str, hint: str | None) -> None:
    from kg.query.table import plain

    click.echo(f"error: {plain(message)}", err=True)
    if hint:
        click.echo(f"hint: {plain(hint)}", err=True)
