"""Addresses on a server of our own: there, gone, moved, slow, averse to HEAD, averse to programs."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read.links import AGENT, State, addresses, check


class Site:
    """A server on the loopback that keeps a record of what it was asked."""

    def __init__(self) -> None:
        site = self
        self.asked: list[tuple[str, str, str]] = []
        self.times: list[float] = []
        self.busy = self.busiest = 0

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                site.answer(self)

            def do_GET(self) -> None:
                site.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.closing = threading.Event()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        path, method = request.path, request.command
        self.asked.append((method, path, request.headers.get("User-Agent", "")))
        self.times.append(time.monotonic())
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        code, target = 200, None
        match path.strip("/").split("/"):
            case ["status", number]:
                code = int(number)
            case ["no-head"]:
                code = 405 if method == "HEAD" else 200
            case ["moved"]:
                code, target = 301, "/here"
            case ["elsewhere", scheme]:
                code, target = 302, f"{scheme}://127.0.0.1/x"
            case ["round"]:
                code, target = 302, "/round"
            case ["nowhere"]:
                code, target = 302, "http://[bad"
            case ["slow"]:
                self.closing.wait(5)
        self.busy -= 1
        request.send_response(code)
        if target:
            request.send_header("Location", target)
        request.send_header("Content-Length", "0")
        request.end_headers()

    def close(self) -> None:
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    found = Site()
    yield found
    found.close()


def tried(site: Site, path: str, timeout: float = 5) -> tuple[State, str]:
    [link] = check({site.url + path: ("a.toml",)}, timeout=timeout, pause=0)
    assert link.address == site.url + path
    assert link.where == ("a.toml",)
    return link.state, link.status.replace(site.url, "")


@pytest.mark.parametrize(
    ("path", "state", "status"),
    [
        ("/here", State.OK, "200"),
        ("/status/204", State.OK, "204"),
        ("/no-head", State.OK, "200"),
        ("/moved", State.OK, "200, now at /here"),
        ("/status/404", State.DEAD, "404"),
        ("/status/410", State.DEAD, "410"),
        ("/status/500", State.DEAD, "500"),
        ("/status/304", State.DEAD, "304"),
        ("/status/403", State.UNSURE, "403"),
        ("/status/429", State.UNSURE, "429"),
        ("/elsewhere/ftp", State.DEAD, "302, a redirect to ftp: that is not followed"),
        ("/elsewhere/file", State.DEAD, "302, a redirect to file: that is not followed"),
        ("/round", State.DEAD, "more than 10 redirects"),
    ],
)
def test_what_becomes_of_an_address(site: Site, path: str, state: State, status: str) -> None:
    assert tried(site, path) == (state, status)


def test_a_slow_server_is_not_waited_for(site: Site) -> None:
    begun = time.monotonic()
    assert tried(site, "/slow", timeout=0.3) == (State.DEAD, "no answer in time")
    assert time.monotonic() - begun < 4


def test_a_bad_redirect_and_a_bad_address_are_dead_and_harm_no_other(site: Site) -> None:
    assert tried(site, "/nowhere")[0] is State.DEAD
    found = {
        "http://[": ("a",),
        "gopher://127.0.0.1/": ("a",),
        "nonsense": ("a",),
        f"{site.url}/here": ("a",),
    }
    links = check(found, pause=0)
    assert {link.address: link.state for link in links if link.state is State.OK} == {
        f"{site.url}/here": State.OK
    }
    assert all(link.status for link in links)


def test_nobody_listens() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        port = server.server_port
    [link] = check({f"http://127.0.0.1:{port}/": ()}, pause=0)
    assert link.state is State.DEAD
    assert "refused" in link.status


def test_head_comes_first_and_get_only_where_it_fails(site: Site) -> None:
    check({f"{site.url}/here": (), f"{site.url}/no-head": ()}, pause=0)
    assert [(method, path) for method, path, _ in site.asked] == [
        ("HEAD", "/here"),
        ("HEAD", "/no-head"),
        ("GET", "/no-head"),
    ]
    assert {agent for *_, agent in site.asked} == {AGENT}
    assert AGENT.startswith("migkg/")


def test_a_host_gets_one_request_at_a_time_with_a_pause(site: Site) -> None:
    # Two names of one machine would be two hosts: the redirect leads from one address to another of the same.
    check({f"{site.url}/{path}": () for path in ("a", "b", "moved")}, pause=0.2)
    assert site.busiest == 1
    assert len(site.times) == 4
    assert all(later - earlier >= 0.2 for earlier, later in zip(site.times, site.times[1:], strict=False))


def test_progress_is_told_once_an_address(site: Site) -> None:
    told: list[str] = []
    found = {f"{site.url}/{n}": () for n in range(3)}
    links = check(found, pause=0, progress=lambda link: told.append(link.address))
    assert sorted(told) == [link.address for link in links] == sorted(found)


def test_addresses_come_from_records_with_their_files(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text(
        '[[source]]\nurl = "https://a.example/"\n[[source]]\nurl = "https://b.example/"\n'
    )
    (tmp_path / "two.toml").write_text('title = "x"\n[[source]]\nurl = "https://a.example/"\n')
    assert addresses(sorted(tmp_path.iterdir())) == {
        "https://a.example/": ("one.toml", "two.toml"),
        "https://b.example/": ("one.toml",),
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [("[[source]]\n", "one.toml: source[1].url: is missing"), ("[[", "one.toml: is not TOML")],
)
def test_a_record_that_cannot_be_read_is_named(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "one.toml").write_text(text)
    with pytest.raises(InputError) as raised:
        addresses([tmp_path / "one.toml"])
    assert reason in raised.value.message
