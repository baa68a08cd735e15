"""Are the addresses of sources still there? Nothing else in migkg opens web addresses."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Final

from kg import __version__
from kg.errors import InputError, UsageError
from kg.read.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

AGENT: Final = f"migkg/{__version__} (link check; https://w3id.org/migkg/)"

_HOSTS_AT_A_TIME: Final = 8
_HOPS: Final = 10
_NOT_FOR_ROBOTS: Final = frozenset(
    (401, 403, 406, 429, 451)
)  # the server is there, and may show it to people


class State(StrEnum):
    """What became of an address."""

    OK = "ok"
    UNSURE = "unsure"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address that was tried.

    Args:
        address: The address.
        state: Whether it is there; unsure where the server refuses programs.
        status: The last HTTP status, or why there is none, and where it was redirected to.
        where: Names of the files that have it.
    """

    address: str
    state: State
    status: str
    where: tuple[str, ...]


def addresses(paths: Iterable[Path]) -> dict[str, tuple[str, ...]]:
    """The addresses under ``[[source]]`` in records of the catalogue, and the names of the files with them.

    Raises:
        InputError: A file cannot be read, or a source has no address.
    """
    found: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for path in paths:
        for row in Table.of_file(path, problems).rows("source"):
            url = row.need("url")
            found[url] = (*found.get(url, ()), path.name)
    if problems:
        raise InputError("\n".join(problems), hint="'kg check' names every mistake in the catalogue")
    return found


def check(
    found: Mapping[str, tuple[str, ...]],
    *,
    timeout: float = 20.0,
    pause: float = 1.0,
    progress: Callable[[Link], None] = lambda link: None,
) -> tuple[Link, ...]:
    """Try addresses: HEAD, and GET where that fails. Each host gets one request at a time.

    Args:
        found: The addresses, and the files that have them.
        timeout: Seconds to wait for a connection and for each part of an answer.
        pause: Seconds between two requests to one host.
        progress: Told of each address when it has been tried.

    Returns:
        One link an address, in order of address.

    Raises:
        UsageError: httpx is not installed.
    """
    try:
        import httpx
    except ImportError:
        raise UsageError("trying addresses needs httpx", hint="pip install 'migkg[net]'") from None
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for address in sorted(found):
        hosts[address.split("/")[2] if address.count("/") > 1 else ""].append(address)
    links: dict[str, Link] = {}
    stopped = Event()
    with httpx.Client(timeout=timeout, headers={"User-Agent": AGENT}) as client:
        visitor = _Visitor(client, pause)

        def visit(group: list[str]) -> None:
            for address in group:
                if not stopped.is_set():
                    state, status = visitor.visit(address)
                    link = Link(address=address, state=state, status=status, where=found[address])
                    links[address] = link
                    progress(link)

        with ThreadPoolExecutor(_HOSTS_AT_A_TIME) as pool:
            try:
                list(pool.map(visit, hosts.values()))
            finally:
                stopped.set()  # Ctrl-C waits for the requests under way, and for no more
    return tuple(links[address] for address in sorted(links))


class _Visitor:
    def __init__(self, client: "httpx.Client", pause: float) -> None:
        self._client = client
        self._pause = pause
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)

    def visit(self, address: str) -> tuple[State, str]:
        state, status = self._follow("HEAD", address)
        return (state, status) if state is State.OK else self._follow("GET", address)

    def _follow(self, method: str, address: str) -> tuple[State, str]:
        import httpx

        try:
            url = httpx.URL(address)
            for _ in range(_HOPS):
                with self._turn(url.host), self._client.stream(method, url) as response:
                    code, target = response.status_code, response.headers.get("Location")
                if not (300 <= code < 400 and target):
                    moved = "" if url == httpx.URL(address) else f", now at {url}"
                    return _state(code), f"{code}{moved}"
                after = url.join(target)
                if after.scheme not in ("http", "https") or (url.scheme, after.scheme) == ("https", "http"):
                    return State.DEAD, f"{code}, a redirect to {after.scheme}: that is not followed"
                url = after
        except httpx.TimeoutException:
            return State.DEAD, "no answer in time"
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return State.DEAD, str(error) or type(error).__name__
        return State.DEAD, f"more than {_HOPS} redirects"

    @contextmanager
    def _turn(self, host: str) -> "Iterator[None]":
        with self._turns[host]:
            try:
                yield
            finally:
                time.sleep(self._pause)


def _state(code: int) -> State:
    if 200 <= code < 300:
        return State.OK
    return State.UNSURE if code in _NOT_FOR_ROBOTS else State.DEAD
