"""The `kg` command: options, one call, and what it prints.

Data goes to standard output, everything else to standard error. Exit code 0 is success, 1 failure, 2 a wrong
call, 130 Ctrl-C. Any error that migkg can explain is one line, and a second one that says what to do.
"""

import os
import sys

import click

from kg import __version__
from kg.cli import build, check, export, query, show, view
from kg.errors import KgError

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_EPILOG = "Example: kg build && kg query who-takes"


@click.group(context_settings=_SETTINGS, epilog=_EPILOG)
@click.version_option(__version__, "--version", "-V", message="kg %(version)s")
def kg() -> None:
    """Migration agreements as a graph in which every claim carries the words that support it."""


for _module in (build, query, show, view, export, check):
    kg.add_command(_module.command)


def main(args: list[str] | None = None) -> int:
    """Run the command.

    Args:
        args: Its arguments; those of the process by default.

    Returns:
        The exit code.
    """
    try:
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
        # Whoever read our output has gone, as `head` does; nothing may be written at exit any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _say(message: str, hint: str | None) -> None:
    from kg.query.table import plain

    click.echo(f"error: {plain(message)}", err=True)
    if hint:
        click.echo(f"hint: {plain(hint)}", err=True)
