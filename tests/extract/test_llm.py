"""A chat service on the loopback: honest, forging, broken, slow."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from kg.errors import ServiceError, UsageError
from kg.extract import Extraction, extract
from kg.extract.llm import ChatExtractor, Endpoint
from kg.model.claim import StatusClaim, TransferClaim
from kg.model.text import Article
from kg.model.when import When

ARTICLE = Article(
    text=(
        "Palau signed a memorandum with the United States on Tuesday, its president, Surangel Whipps, said. "
        "The Pacific state will take up to 75 migrants who cannot be sent home. "
        "Washington will pay Palau $7.5 million."
    ),
    published=When(edtf="2025-12-26"),
)
SIGNED = "Palau signed a memorandum with the United States on Tuesday"
TAKES = "The Pacific state will take up to 75 migrants"
PAYS = "Washington will pay Palau $7.5 million"
NARRATOR = {"source": "narrator", "name": None, "mode": "narration", "outlet": None}

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the test says; keeps what it was asked."""

    answer: Answer
    asked: list[dict[str, Any]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.append({"path": self.path, "key": self.headers.get("Authorization"), **json.loads(body)})
        type(self).answer(self)

    def reply(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def say(self, content: object) -> None:
        text = content if isinstance(content, str) else json.dumps(content)
        self.reply(200, json.dumps({"choices": [{"message": {"content": text}}]}).encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def service() -> Iterator[tuple[type[Handler], Endpoint]]:
    handler = type("Service", (Handler,), {"asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    port = server.server_address[1]
    yield (
        handler,
        Endpoint(url=f"http://127.0.0.1:{port}/v1", model="tiny", key="secret", timeout=5, retries=2),
    )
    server.shutdown()
    server.server_close()
    thread.join()


Service = tuple[type[Handler], Endpoint]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waits: list[float] = []
    monkeypatch.setattr("kg.extract.llm.time.sleep", waits.append)
    return waits


def status(**changes: object) -> dict[str, object]:
    return {
        "kind": "status",
        "evidence": [SIGNED],
        "attribution": NARRATOR,
        "factuality": "CT+",
        "sending": ["USA"],
        "receiving": ["PLW"],
        "status": "signed",
        **changes,
    }


def transfer(**changes: object) -> dict[str, object]:
    return {
        "kind": "transfer",
        "evidence": [TAKES],
        "attribution": NARRATOR,
        "factuality": "CT+",
        "sending": None,
        "receiving": "PLW",
        "resolutions": [{"slot": "receiving", "value": "PLW", "words": "Palau"}],
        "persons": 75,
        "persons_qualifier": "up-to",
        "modality": "planned",
        **changes,
    }


def payment(**changes: object) -> dict[str, object]:
    return {
        "kind": "payment",
        "evidence": [PAYS],
        "attribution": NARRATOR,
        "amount": 7500000,
        "currency": "USD",
        "payer": "USA",
        "payee": "PLW",
        "modality": "promised",
        **changes,
    }


def statement(**changes: object) -> dict[str, object]:
    return {
        "kind": "statement",
        "evidence": [SIGNED + ", its president, Surangel Whipps, said"],
        "attribution": {"source": "person", "name": "Surangel Whipps", "mode": "paraphrase", "outlet": None},
        "speaker": "Surangel Whipps",
        "mode": "paraphrase",
        "stance": "announces",
        "about": ["PLW", "USA"],
        **changes,
    }


def ask(service: Service, *claims: object) -> Extraction:
    handler, endpoint = service
    handler.answer = lambda self: self.say({"claims": list(claims)})
    return extract(ARTICLE, using=ChatExtractor(endpoint))


def test_what_the_words_carry_comes_in(service: Service) -> None:
    found = ask(service, status(when_text="on Tuesday"), transfer(), payment(), statement())
    assert [refusal.reason for refusal in found.refusals] == []
    assert [claim.kind for claim in found.claims] == ["status", "transfer", "payment", "statement"]
    signed, moved, *_ = found.claims
    assert isinstance(signed, StatusClaim)
    assert isinstance(moved, TransferClaim)
    assert signed.extractor == "llm/1#tiny"
    assert signed.review == "machine"
    assert found.explain(moved.id).resolutions[0].span.text == "Palau"


def test_dates_are_read_by_our_own_rules(service: Service) -> None:
    found = ask(service, status(when="1999-01-01", when_basis="stated", when_text="on Tuesday"))
    (claim,) = found.claims
    assert claim.when
    assert (claim.when.edtf, claim.when.basis) == ("2025-12-23", "anchored")
    (undated,) = ask(service, status(when="1999-01-01", when_text="in 1999")).claims
    assert undated.when is None


def test_the_service_is_asked_as_the_protocol_has_it(service: Service) -> None:
    ask(service)
    (asked,) = service[0].asked
    assert asked["path"] == "/v1/chat/completions"
    assert asked["key"] == "Bearer secret"
    assert asked["model"] == "tiny"
    assert asked["response_format"]["type"] == "json_schema"
    assert ARTICLE.text in asked["messages"][1]["content"]


INVENTED = [
    "Palau signed a treaty with the United States on Tuesday",
    "Palau has signed a memorandum with the United States",
    "palau signed a memorandum",
    "Palau signed a memorandum with the United States on Tuesday.",
    "Palau refused to sign a memorandum with the United States on Tuesday",
    "Palau signed  a memorandum",
    "Palau signed a memorandum … on Tuesday",
    "Palau signed a memorandum with the US",
    "“Palau signed a memorandum”",
    "The president of Palau signed",
    "memorandum with the United States on Tuesday, Whipps said",
    "Palau signed a memorandum with the United States on Wednesday",
    " ",
    "",
]
FORGED: list[tuple[str, dict[str, object]]] = [
    *((f"words {n}", status(evidence=[words])) for n, words in enumerate(INVENTED)),
    ("one true passage and one invented", status(evidence=[SIGNED, "and will take 500 people"])),
    ("offsets one off", status(evidence=[{"start": 1, "end": len(SIGNED) + 1, "text": SIGNED}])),
    ("offsets elsewhere", status(evidence=[{"start": 100, "end": 100 + len(SIGNED), "text": SIGNED}])),
    ("offsets beyond the text", status(evidence=[{"start": 0, "end": 9999, "text": SIGNED}])),
    ("offsets with other words", status(evidence=[{"start": 0, "end": 5, "text": "Nauru"}])),
    ("negative offsets", status(evidence=[{"start": -5, "end": 5, "text": "Palau"}])),
    ("a country nobody names", status(receiving=["NRU"])),
    (
        "a country resolved by words that do not name it",
        transfer(receiving="KIR", resolutions=[{"slot": "receiving", "value": "KIR", "words": "Palau"}]),
    ),
    (
        "a country resolved by invented words",
        transfer(receiving="KIR", resolutions=[{"slot": "receiving", "value": "KIR", "words": "Kiribati"}]),
    ),
    (
        "a resolution for another slot",
        transfer(resolutions=[{"slot": "sending", "value": "PLW", "words": "Palau"}]),
    ),
    ("a number too many", transfer(persons=750)),
    ("a number near by", transfer(persons=74)),
    (
        "a number from another sentence",
        status(kind="transfer", receiving="PLW", sending="USA", persons=75, modality="happened"),
    ),
    ("a sum too large", payment(amount=75000000)),
    ("a sum with another scale", payment(amount=7500000000)),
    ("a payee nobody names", payment(payee="FJI")),
    ("a speaker nobody names", statement(speaker="Marco Rubio")),
    (
        "a source nobody names",
        statement(attribution={"source": "person", "name": "Marco Rubio", "mode": "quote", "outlet": None}),
    ),
    ("an outlet nobody names", status(attribution={**NARRATOR, "outlet": "Reuters"})),
    ("a quotation nobody spoke", statement(quote="a great deal for Palau", mode="quote")),
    ("a category of its own", transfer(category="hardened criminals")),
    ("a cause of its own", status(causes=[{"type": "cost", "text": "because it was cheap"}])),
    ("a stage that does not exist", status(status="secretly-agreed")),
    ("a kind that does not exist", status(kind="rumour")),
    ("no evidence", status(evidence=[])),
    ("evidence that is no list", status(evidence=SIGNED)),
    ("no attribution", status(attribution=None)),
    ("confidence above one", status(confidence=1.7)),
    (
        "a transfer to itself",
        transfer(
            sending="PLW",
            resolutions=[
                {"slot": "receiving", "value": "PLW", "words": "Palau"},
                {"slot": "sending", "value": "PLW", "words": "Palau"},
            ],
        ),
    ),
]


@pytest.mark.parametrize("claim", [claim for _, claim in FORGED], ids=[name for name, _ in FORGED])
def test_forgeries_are_refused_with_a_reason(service: Service, claim: dict[str, object]) -> None:
    found = ask(service, claim)
    assert found.claims == ()
    (refusal,) = found.refusals
    assert refusal.reason


def test_there_are_enough_forgeries() -> None:
    assert len(FORGED) >= 30


@pytest.mark.parametrize("junk", [None, 7, "a claim", ["status"], {}, {"kind": None}])
def test_what_is_no_claim_is_refused(service: Service, junk: object) -> None:
    found = ask(service, junk, status())
    assert [claim.kind for claim in found.claims] == ["status"]
    assert len(found.refusals) == 1


@pytest.mark.parametrize(
    "text", ["", "no JSON here", "[" * 100_000, '{"claims": 7}', "null", '{"claim": []}']
)
def test_an_answer_without_claims_is_an_error_in_one_line(service: Service, text: str) -> None:
    handler, endpoint = service
    handler.answer = lambda self: self.say(text)
    with pytest.raises(ServiceError) as caught:
        extract(ARTICLE, using=ChatExtractor(endpoint))
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b'{"choices": []}', b'{"choices":[{"message":{}}]}'])
def test_what_is_no_chat_answer_is_an_error(service: Service, body: bytes) -> None:
    handler, endpoint = service
    handler.answer = lambda self: self.reply(200, body)
    with pytest.raises(ServiceError, match=r"chat message|without a text"):
        extract(ARTICLE, using=ChatExtractor(endpoint))


def test_fenced_json_is_read(service: Service) -> None:
    handler, endpoint = service
    handler.answer = lambda self: self.say("```json\n" + json.dumps({"claims": [status()]}) + "\n```")
    assert len(extract(ARTICLE, using=ChatExtractor(endpoint)).claims) == 1


@pytest.mark.parametrize("trouble", [429, 500, 502, 503])
def test_a_busy_service_is_asked_again(service: Service, trouble: int, no_waiting: list[float]) -> None:
    handler, endpoint = service

    def answer(self: Handler) -> None:
        if len(self.asked) < 3:
            self.reply(trouble, b"later", Retry_After="2")
        else:
            self.say({"claims": [status()]})

    handler.answer = answer
    assert len(extract(ARTICLE, using=ChatExtractor(endpoint)).claims) == 1
    assert no_waiting == [2.0, 2.0]


@pytest.mark.parametrize(("code", "asked"), [(500, 3), (429, 3), (401, 1), (404, 1), (302, 1)])
def test_a_service_that_stays_in_trouble_is_an_error(service: Service, code: int, asked: int) -> None:
    handler, endpoint = service
    handler.answer = lambda self: self.reply(code, b"no", Location="http://127.0.0.1:1/steal")
    with pytest.raises(ServiceError, match=f"HTTP {code}"):
        extract(ARTICLE, using=ChatExtractor(endpoint))
    assert len(handler.asked) == asked


def test_a_service_that_hangs_is_left(service: Service) -> None:
    handler, endpoint = service
    release = threading.Event()

    def hang(self: Handler) -> None:
        release.wait(10)

    handler.answer = hang
    begun = time.monotonic()
    with pytest.raises(ServiceError, match="no answer within"):
        extract(ARTICLE, using=ChatExtractor(replace(endpoint, timeout=0.2, retries=1)))
    release.set()
    assert time.monotonic() - begun < 5


def test_a_trickle_does_not_outlast_the_time_out(service: Service) -> None:
    handler, endpoint = service

    def trickle(self: Handler) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            try:
                self.wfile.write(b" ")
            except OSError:
                return
            threading.Event().wait(0.05)

    handler.answer = trickle
    begun = time.monotonic()
    with pytest.raises(ServiceError, match="no answer within"):
        extract(ARTICLE, using=ChatExtractor(replace(endpoint, timeout=0.3, retries=0)))
    assert time.monotonic() - begun < 3


def test_an_endless_answer_is_cut(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.extract.llm.MAX_ANSWER", 1000)
    handler, endpoint = service
    handler.answer = lambda self: self.reply(200, b"x" * 5000)
    with pytest.raises(ServiceError, match="more than"):
        extract(ARTICLE, using=ChatExtractor(endpoint))


def test_a_service_that_is_not_there_is_named() -> None:
    endpoint = Endpoint(url="http://127.0.0.1:9/v1", model="m", retries=0)
    with pytest.raises(ServiceError, match=r"127\.0\.0\.1:9"):
        extract(ARTICLE, using=ChatExtractor(endpoint))


@pytest.mark.parametrize(
    ("url", "model"), [("file:///etc/passwd", "m"), ("localhost:80", "m"), ("http://h", "")]
)
def test_an_endpoint_needs_an_address_and_a_model(url: str, model: str) -> None:
    with pytest.raises(UsageError):
        Endpoint(url=url, model=model)
