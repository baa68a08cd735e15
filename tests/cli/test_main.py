import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import __version__, cli
from kg.cli import COMMANDS
from tests.cli.conftest import Run

Shell = Callable[..., "subprocess.CompletedProcess[str]"]


def test_help_lists_every_command_as_the_command_describes_itself(kg: Run) -> None:
    ran = kg("--help")
    assert ran.code == 0
    modules = [p for p in Path(cli.__file__).parent.glob("*.py") if "@click.command(" in p.read_text("utf-8")]
    assert set(COMMANDS) == {module.stem for module in modules}
    for name, summary in COMMANDS.items():
        command = cli.kg.get_command(None, name)  # type: ignore[arg-type]
        assert command
        assert command.get_short_help_str(100) == summary
        assert command.name == name
        assert re.search(rf"{name} +{re.escape(summary)}", ran.out)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(kg: Run, name: str) -> None:
    ran = kg(name, "-h")
    assert ran.code == 0
    assert f"Example: kg {name}" in ran.out
    assert ran.err == ""
    assert kg(name, "--help") == ran


def test_the_version_is_the_package_version(kg: Run) -> None:
    assert kg("--version").out == f"kg {__version__}\n"


@pytest.mark.parametrize(
    ("args", "message", "hint"),
    [
        (["nope"], "there is no command 'nope'", "'kg --help' names them"),
        (["qurey", "-x"], "there is no command 'qurey'", "did you mean 'kg query'?"),
        (["who-takes"], "there is no command 'who-takes'", "that is a question: kg query who-takes"),
        (["--nope"], "No such option", "'kg --help' shows how"),
        (["query", "--nope"], "No such option", "'kg query --help' shows how"),
        (["query", "-f", "docx", "edges"], "docx", "'kg query --help' shows how"),
        (["query"], "no question", "--list"),
        (["query", "edges", "-p", "thing"], "the parameter 'thing' has no value", "name=value"),
        (["query", "edges", "-p", "thing=a", "-p", "thing=b"], "is given twice", ""),
    ],
)
def test_a_wrong_call_is_two_lines_and_exit_code_2(
    kg: Run, store: Path, args: list[str], message: str, hint: str
) -> None:
    ran = kg(*args)
    assert ran.code == 2
    assert ran.out == ""
    error, *rest = ran.err.splitlines()
    assert error.startswith("error: ")
    assert message in error
    assert not hint or rest[0].startswith("hint: ")
    assert not hint or hint in rest[0]
    assert len(rest) <= 1


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["query", "edgs"], "there is no query named 'edgs'"),
        (["query", "edges"], "edges needs thing"),
        (["query", "edges", "-p", "thing=a b"], "is not of the type iri"),
        (["query", "none.rq"], "none.rq: No such file"),
        (["query", "SELECT * { oops }"], "query, line 1, column"),
        (["query", "-s", "elsewhere", "edges", "-p", "thing=x"], "no store at elsewhere"),
        (["show", "nobody"], "nothing called 'nobody'"),
        (["export", "-s", "elsewhere"], "no store at elsewhere"),
        (["check", "none.ttl"], "none.ttl: No such file"),
        (["build", "nowhere"], "nowhere"),
        (["view", "-s", "elsewhere"], "no store at elsewhere"),
    ],
)
def test_a_failure_is_told_without_traceback_and_makes_nothing(
    kg: Run, store: Path, args: list[str], message: str
) -> None:
    before = sorted(p.name for p in store.parent.iterdir())
    ran = kg(*args)
    assert ran.code == 1
    (error,) = (line for line in ran.err.splitlines() if line.startswith("error: "))
    assert message in error
    assert "Traceback" not in ran.err
    assert sorted(p.name for p in store.parent.iterdir()) == before


def test_nothing_hostile_reaches_the_terminal_by_an_error(kg: Run, store: Path) -> None:
    ran = kg("show", "\x1b[2Jnobody\u202e\r\nerror: fake")
    assert ran.code == 1
    assert not set(ran.err) & set("\x1b\u202e\r")
    assert len(ran.err.splitlines()) == 2


def test_a_reader_who_leaves_is_no_failure_to_complain_of(shell: Shell, store: Path) -> None:
    ran = shell("set -o pipefail; $KG query 'SELECT * { ?a ?b ?c . ?d ?e ?f }' | head -n 1")
    assert ran.stdout.startswith('{"')
    assert ran.stderr == ""
    assert ran.returncode == 1


@pytest.mark.parametrize(("place", "why"), [("&-", "is closed"), ("/dev/full", "no space left")])
def test_output_that_cannot_be_written_is_told(shell: Shell, store: Path, place: str, why: str) -> None:
    for command in ("query who-takes", "show RWA", "--help"):
        ran = shell(f"$KG {command} >{place}")
        assert ran.returncode == 1
        assert ran.stderr.startswith("error: ")
        assert why in ran.stderr
        assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_long_output_is_whole(shell: Shell, store: Path, unbuffered: str) -> None:
    count = "SELECT ?a ?b ?c WHERE { ?a ?b ?c . ?d ?e ?f }"
    ran = shell(f"$KG query '{count}' -f csv | (sleep 0.3; wc -l)", PYTHONUNBUFFERED=unbuffered)
    statements = int(shell("$KG query 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c }' -f csv | tail -n 1").stdout)
    assert int(ran.stdout) == statements**2 + 1


def test_ctrl_c_is_130_without_traceback(store: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "kg", "query", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A test run in the background is deaf to Ctrl-C, and its children would be.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        time.sleep(2.0)  # it waits for a query on standard input
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err.splitlines()[-1] == "error: interrupted"
    assert "Traceback" not in err


def test_a_terminal_gets_a_table_and_a_pipe_gets_data(shell: Shell, store: Path) -> None:
    asked = [sys.executable, "-m", "kg", "query", "edges", "-p", "thing=country/RWA"]
    leader, follower = pty.openpty()
    with subprocess.Popen(asked, stdout=follower, stderr=subprocess.PIPE, text=True) as process:
        os.close(follower)
        drawn = b""
        while True:
            try:
                block = os.read(leader, 65536)
            except OSError:
                break
            if not block:
                break
            drawn += block
        _, err = process.communicate(timeout=20)
    os.close(leader)
    assert "from" in drawn.decode().splitlines()[0]
    assert "2 rows" in err
    assert "note: An edge stands where" in err
    piped = shell("$KG query edges -p thing=country/RWA | cat")
    assert piped.stdout.startswith('{"from": ')
    assert piped.stderr == ""


@pytest.mark.parametrize("encoding", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_words_are_understood_in_every_locale(shell: Shell, store: Path, encoding: dict[str, str]) -> None:
    asked = "SELECT ('café' AS ?word) {}"
    for line in ("$KG show café", "$KG timeline café", "$KG query café", "$KG explain café"):
        ran = shell(line, **encoding)
        assert ran.returncode == 1
        assert "café" in ran.stderr.splitlines()[0]
    assert shell(f'$KG query "{asked}"', **encoding).stdout == '{"word": "café"}\n'


def test_every_encoding_of_the_terminal_works(shell: Shell, store: Path) -> None:
    ran = shell("$KG query edges -p thing=country/RWA -f table", PYTHONIOENCODING="ascii", COLUMNS="100")
    assert ran.returncode == 0
    assert "────" in ran.stdout  # data is UTF-8, whatever the terminal
