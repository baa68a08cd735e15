"""An optional second extractor: any chat endpoint that speaks the OpenAI protocol. It only proposes.

The model is asked for claims with the exact words of the text; where the words stand is worked out here, and
:mod:`kg.extract.grounding` lets through only what they carry. Dates are read by our own rules from the words
the model names; a date of the model's own is never taken.
"""

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kg.errors import InputError, ServiceError, UsageError
from kg.extract.prompt import SCHEMA, SYSTEM
from kg.extract.proposal import Proposal, Refusal, Resolution
from kg.model.text import Article, Span
from kg.model.when import When
from kg.read.claims import claim_of

if TYPE_CHECKING:
    import httpx

VERSION: Final = "1"
MAX_ANSWER: Final = 2_000_000
"""Longest answer taken from a service, in bytes."""

_BACKOFF: Final = 0.5  # seconds before the first retry; doubled each time
_LONGEST_WAIT: Final = 30.0
_AGAIN: Final = frozenset((408, 409, 425, 429, 500, 502, 503, 504))
_OWN: Final = ("id", "article", "agreement", "extractor", "review", "rank", "dispute", "note", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a model answers.

    Args:
        url: Address of the API, such as ``http://localhost:11434/v1``.
        model: Name of the model.
        key: Bearer token, or None.
        timeout: Seconds that one answer may take.
        retries: How often a busy or failing service is asked again.

    Raises:
        UsageError: The address is not http(s), or there is no model.
    """

    url: str
    model: str
    key: str | None = None
    timeout: float = 120.0
    retries: int = 3

    def __post_init__(self) -> None:
        if not self.url.startswith(("http://", "https://")):
            raise UsageError(
                f"{self.url!r} is not the address of a service", hint="it begins with http(s)://"
            )
        if not self.model:
            raise UsageError("no model is named", hint="set --llm-model or KG_LLM_MODEL")


class ChatExtractor:
    """Asks the model of an endpoint for claims; an :class:`kg.extract.Extractor`.

    >>> ChatExtractor(Endpoint(url="http://127.0.0.1:1", model="m")).name
    'llm/1#m'
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self.name = f"llm/{VERSION}#{endpoint.model}"

    def __call__(self, article: Article) -> Iterator[Proposal | Refusal]:
        """Proposals, and refusals of what names words that the text does not have.

        Raises:
            ServiceError: The service cannot be reached, or does not answer as it should.
        """
        items = _claims(self._ask(article))
        dates = _dates(article) if any(isinstance(i, dict) and i.get("when_text") for i in items) else {}
        for item in items:
            yield _proposal(item, article, self.name, dates)

    def _ask(self, article: Article) -> str:
        published = article.published.edtf if article.published else "not known"
        body = {
            "model": self._endpoint.model,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": SYSTEM},
                {"role": "user", "content": f"Published: {published}\n\n{article.text}"},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "claims", "strict": False, "schema": SCHEMA},
            },
        }
        answer = self._post(body)
        try:
            content = json.loads(answer)["choices"][0]["message"]["content"]
        except (ValueError, KeyError, IndexError, TypeError, RecursionError):
            raise ServiceError(f"{self._endpoint.url} did not answer with a chat message") from None
        if not isinstance(content, str):
            raise ServiceError(f"{self._endpoint.url} answered without a text")
        return content

    def _post(self, body: Mapping[str, object]) -> bytes:
        try:
            import httpx
        except ImportError:
            raise UsageError("this extractor needs httpx", hint="pip install 'migkg[llm]'") from None
        point = self._endpoint
        headers = {"Authorization": f"Bearer {point.key}"} if point.key else {}
        trouble = "no answer"
        # Redirects are not followed: the key goes to the address that was named, and to no other.
        with httpx.Client(timeout=point.timeout, headers=headers, trust_env=False) as client:
            for attempt in range(point.retries + 1):
                wait = min(_BACKOFF * 2**attempt, _LONGEST_WAIT)
                try:
                    status, answer, asked = _stream(
                        client, f"{point.url.rstrip('/')}/chat/completions", body, point
                    )
                except httpx.TimeoutException:
                    trouble = f"no answer within {point.timeout:g} s"
                except httpx.HTTPError as error:
                    trouble = str(error) or type(error).__name__
                else:
                    if status == 200:
                        return answer
                    trouble = f"HTTP {status}"
                    if status not in _AGAIN:
                        break
                    wait = min(asked, _LONGEST_WAIT) if asked is not None else wait
                if attempt < point.retries:
                    time.sleep(wait)
        raise ServiceError(
            f"{point.url}: {trouble}", hint="see whether the service runs, and the key and model"
        )


def _stream(
    client: "httpx.Client", url: str, body: Mapping[str, object], point: Endpoint
) -> tuple[int, bytes, float | None]:
    """Status, body and the wait the service asks for; no trickle of bytes outlasts the time-out."""
    import httpx

    deadline = time.monotonic() + point.timeout
    answer = bytearray()
    with client.stream("POST", url, json=body) as response:
        for chunk in response.iter_bytes():
            answer += chunk
            if len(answer) > MAX_ANSWER:
                raise ServiceError(f"{point.url} answered with more than {MAX_ANSWER:,} bytes")
            if time.monotonic() > deadline:
                raise httpx.ReadTimeout("the answer took too long")
        try:
            asked = float(response.headers.get("Retry-After", ""))
        except ValueError:
            asked = None
        return response.status_code, bytes(answer), asked


def _claims(content: str) -> list[object]:
    text = content.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise ServiceError("the model's answer is not JSON") from None
    items = found.get("claims") if isinstance(found, dict) else found
    if not isinstance(items, list):
        raise ServiceError("the model's answer has no list of claims")
    return items


def _dates(article: Article) -> dict[str, When]:
    """The times that our own rules read in the text, by their words."""
    from kg.extract.rules import read

    reading = read(article)
    return {
        reading.doc.text_of(found.start, found.end).casefold(): found.when
        for found in reading.times
        if found.when
    }


def _proposal(item: object, article: Article, name: str, dates: Mapping[str, When]) -> Proposal | Refusal:
    shown = json.dumps(item, ensure_ascii=False)[:500]
    if not isinstance(item, dict):
        return Refusal(reason="it is not a claim", proposed=shown)
    when = _when(str(item.get("when_text") or ""), article, dates)
    try:
        evidence = [_evidence(words, article) for words in _list(item.get("evidence"))]
        resolutions = tuple(_resolution(r, article) for r in _list(item.get("resolutions") or []))
        row: dict[str, Any] = {
            **{key: value for key, value in item.items() if key not in _OWN},
            "article": article.key,
            "evidence": evidence,
            "extractor": name,
            "factuality": item.get("factuality") or "CT+",
            "when": when.edtf if when else None,
            "when_text": when.text if when else None,
            "when_basis": when.basis if when else None,
        }
        claim = claim_of(row, {article.key: article}, where="the model")
    except InputError as error:
        return Refusal(reason=error.message, proposed=shown)
    except ValueError as error:
        return Refusal(reason=str(error), proposed=shown)
    return Proposal(claim=claim, resolutions=resolutions)


def _when(words: str, article: Article, dates: Mapping[str, When]) -> When | None:
    if words not in article.text:
        return None
    inside = [known for known in dates if known in words.casefold()]
    return dates[max(inside, key=len)] if inside else None


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ValueError("a list is missing")
    return value


def _evidence(words: object, article: Article) -> dict[str, object]:
    """A passage by its words, or by words and offsets, which then must agree."""
    if isinstance(words, dict):
        return words
    span = _find(words, article)
    return {"start": span.start, "end": span.end, "text": span.text}


def _resolution(item: object, article: Article) -> Resolution:
    if not isinstance(item, dict):
        raise ValueError("a resolution is not an object")
    slot, value = str(item.get("slot")), str(item.get("value"))
    return Resolution(slot=slot, value=value, how="document context", span=_find(item.get("words"), article))


def _find(words: object, article: Article) -> Span:
    if not isinstance(words, str) or not words.strip():
        raise ValueError("evidence without words")
    start = article.text.find(words)
    if start < 0:
        raise ValueError(f"the article does not say {words[:200]!r}")
    return Span.of(article, start, start + len(words))
