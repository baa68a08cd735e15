"""Which tables there are, and what each of their columns says. Names stay; new columns come at the end."""

from dataclasses import dataclass
from typing import Final, Literal

from kg.rdf.iris import NS, PREFIXES


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column.

    Args:
        name: Its heading.
        path: The properties that lead from a thing to the values; the thing itself where there are none.
        says: What a value means.
        many: Whether there may be several values, which are joined by :data:`SEPARATOR`.
        kind: What a value is.
    """

    name: str
    path: tuple[str, ...]
    says: str
    many: bool = False
    kind: Literal["string", "integer", "decimal", "date", "boolean", "anyURI"] = "string"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, with one row for each member of a class.

    Args:
        name: Its name, and that of its file.
        says: What a row is.
        classes: IRIs of the classes.
        columns: Its columns; the first is the key.
    """

    name: str
    says: str
    classes: tuple[str, ...]
    columns: tuple[Column, ...]


SEPARATOR: Final = "|"


def _iri(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return (PREFIXES[prefix] if prefix else NS) + local


def _column(name: str, path: str, says: str, **more: object) -> Column:
    properties = tuple(map(_iri, path.split("/"))) if path else ()
    return Column(name=name, path=properties, says=says, **more)  # type: ignore[arg-type]


def _table(name: str, classes: str, says: str, *columns: Column) -> Table:
    return Table(name=name, says=says, classes=tuple(map(_iri, classes.split())), columns=columns)


def _claims(name: str, classes: str, says: str, *columns: Column) -> Table:
    return _table(
        name,
        classes,
        says,
        _column("claim", "", "Id of the claim in claims.csv."),
        _column("agreement", "agreement", "Id of the agreement it is about."),
        _column("when", "edtf", "When it holds or happened, in EDTF."),
        _column("factuality", "factuality", "How sure its source is; only CT+ and PR+ hold it to be so."),
        _column("source_name", "sourceName", "Whose word it is; empty for the article's own voice."),
        *columns,
    )


_SENDING: Final = _column("sending", "sender", "Sending countries.", many=True)
_RECEIVING: Final = _column("receiving", "receiver", "Receiving countries.", many=True)
_PER: Final = _column("per", "per", "Per what the number is, such as year.")
_ABOUT: Final = _column("about", "about", "Countries it is about.", many=True)

TABLES: Final = (
    _table(
        "claims",
        "Claim",
        "One claim, of any kind. Its own fields are in the table of its kind.",
        _column("id", "", "Id of the claim."),
        _column("kind", "rdf:type", "Class of the claim."),
        _column("article", "dcterms:source", "Key of its article; empty for a fact of the catalogue."),
        _column("agreement", "agreement", "Id of the agreement it is about."),
        _column("subject", "rdf:subject", "Subject of its main statement."),
        _column("predicate", "rdf:predicate", "Predicate of its main statement."),
        _column("object", "rdf:object", "Object of its main statement."),
        _column("source_type", "sourceType", "What kind of source says it."),
        _column("source_name", "sourceName", "Whose word it is; empty for the article's own voice."),
        _column("attributed_to", "attributedTo", "Id of that source."),
        _column("mode", "mode", "In which voice: quote, paraphrase, narration."),
        _column("outlet", "outlet", "Id of the medium it was said to."),
        _column("factuality", "factuality", "How sure its source is; only CT+ and PR+ hold it to be so."),
        _column("when", "edtf", "When it holds or happened, in EDTF."),
        _column("earliest", "earliest", "First possible day.", kind="date"),
        _column("latest", "latest", "Last possible day.", kind="date"),
        _column("as_of", "asOf", "The day that places it in time, else that of publication.", kind="date"),
        _column("reported", "reported", "The day by which it had been published.", kind="date"),
        _column("when_text", "whenText", "The words its date was read from."),
        _column("when_basis", "timeBasis", "How its date is known: stated, anchored or background."),
        _column("confidence", "confidence", "0 to 1: how sure the reading is, not the fact.", kind="decimal"),
        _column("extractor", "extractor", "Who or what read it."),
        _column("review", "reviewStatus", "Whether a person checked it."),
        _column("rank", "rank", "How it stands in its dispute; empty for normal."),
        _column("dispute", "dispute", "Id of the question on which sources disagree."),
        _column("words", "firstEvidence/oa:hasSelector/oa:exact", "The words of the article that carry it."),
        _column("note", "note", "What a record of the catalogue says, in its own words."),
        _column("evidence", "evidence", "Ids in passages.csv, or addresses in citations.csv.", many=True),
    ),
    _claims(
        "statuses",
        "StatusClaim",
        "A claim on the stage of an agreement.",
        _column("status", "status", "The stage."),
        _SENDING,
        _RECEIVING,
        _column("parties", "undirectedParty", "Countries whose part is not said.", many=True),
        _column("cause_types", "cause/causeType", "Kinds of reasons given.", many=True),
        _column("cause_texts", "cause/causeText", "The reasons in the words of the text.", many=True),
    ),
    _claims(
        "transfers",
        "TransferClaim",
        "A claim on people who are moved, are to be moved, or were not.",
        _column("sending", "sender", "Sending country."),
        _column("receiving", "receiver", "Receiving country."),
        _column("persons", "persons", "How many people.", kind="integer"),
        _column("persons_qualifier", "personsQualifier", "How exact the number is."),
        _PER,
        _column("modality", "modality", "Whether it happened, is planned, was halted or is denied."),
        _column("nationality", "nationality", "Of which countries they are.", many=True),
        _column("category", "category", "Who they are, in a few words."),
    ),
    _claims(
        "payments",
        "PaymentClaim",
        "A claim on money tied to an agreement.",
        _column("amount", "amount", "How much.", kind="decimal"),
        _column("currency", "currency", "ISO 4217 code."),
        _column("payer", "payer", "Country that pays."),
        _column("payee", "payee", "Country that is paid."),
        _column("amount_qualifier", "amountQualifier", "How exact the amount is."),
        _column("modality", "paymentModality", "Whether it was paid, promised, offered, ... ."),
        _PER,
    ),
    _claims(
        "statements",
        "StatementClaim",
        "A claim that somebody said something.",
        _column("speaker", "speakerName", "Who, as named in the text."),
        _column("speech_mode", "speechMode", "In which voice: quote, paraphrase."),
        _column("stance", "stance", "How the speaker stands to it: announces, supports, denies, ... ."),
        _ABOUT,
        _column("quote", "quote", "The quoted words."),
    ),
    _claims(
        "concerns",
        "ConcernClaim",
        "A claim that a concern was raised.",
        _column("topic", "topic", "About what."),
        _ABOUT,
        _column("raised_by", "raisedBy", "By whom, as named in the text."),
        _column("answered_by", "answeredBy", "Ids of the statements that answer it.", many=True),
    ),
    _claims(
        "rulings",
        "RulingClaim",
        "A claim that a court decided.",
        _column("outcome", "outcome", "What it decided."),
        _column("court", "court", "Which court."),
        _column("case", "caseName", "Name or number of the case."),
        _SENDING,
        _RECEIVING,
    ),
    _claims(
        "events",
        "EventClaim",
        "A claim that something else happened to an agreement.",
        _column("event", "event", "What happened."),
        _column("actor", "actor", "Who did it."),
        _column("done_by", "doneBy", "Id of who did it, where known."),
    ),
    _claims(
        "offices",
        "OfficeClaim",
        "A claim that a person holds a public office.",
        _column("person", "rdf:subject", "Id in people.csv."),
        _column("office", "officeName", "The post."),
        _column("country", "officeCountry", "Whose post."),
        _column("organisation", "organisationName", "The body it belongs to."),
    ),
    _table(
        "agreements",
        "Agreement",
        "One agreement, at any stage. Its stages are in statuses.csv.",
        _column("id", "", "Id of the agreement."),
        _column("title", "rdfs:label", "What people call it."),
        _column("provisional", "provisional", "true where only articles know it.", kind="boolean"),
        _column("kind", "kind", "What it is for."),
        _column("instrument", "instrument", "Its form."),
        _column("reciprocal", "reciprocal", "Whether each side has the same duties.", kind="boolean"),
        _column("sending", "sendingParty", "Sending countries.", many=True),
        _column("receiving", "receivingParty", "Receiving countries.", many=True),
        _column("transit", "transitParty", "Countries of transit.", many=True),
        _column("funder", "funder", "Who pays.", many=True),
        _column("parties", "party", "Countries whose part is not said.", many=True),
        _column("origin", "origin", "Countries the people concerned come from.", many=True),
        _column("supersedes", "supersedes", "Agreements it takes the place of.", many=True),
        _column("successor_of", "successorOf", "Agreements it follows.", many=True),
        _column("related", "related", "Other agreements it is tied to.", many=True),
        _column("recorded_as_of", "recordedAsOf", "The day of its record in the catalogue.", kind="date"),
        _column("published_in", "dcterms:bibliographicCitation", "Where its text was officially published."),
    ),
    _table(
        "edges",
        "DerivedEdge",
        "A tie between two things that follows from claims.",
        _column("id", "", "Id of the edge."),
        _column("source", "rdf:subject", "From: an agreement, or the country that takes people."),
        _column("relation", "rdf:predicate", "How they are tied."),
        _column("target", "rdf:object", "To: a country."),
        _column("claims", "prov:wasDerivedFrom", "Ids of the claims it follows from.", many=True),
    ),
    _table(
        "people",
        "Official",
        "One person in public office. What they hold is in offices.csv.",
        _column("id", "", "Id of the person."),
        _column("name", "rdfs:label", "Full name."),
        _column("aliases", "skos:altLabel", "Other forms of it.", many=True),
    ),
    _table(
        "bodies",
        "Body Outlet",
        "One government, ministry, court, organisation or medium.",
        _column("id", "", "Id of the body."),
        _column("class", "rdf:type", "Body, or Outlet for a medium.", many=True),
        _column("name", "rdfs:label", "What it is called."),
        _column("aliases", "skos:altLabel", "Other names.", many=True),
    ),
    _table(
        "countries",
        "Country",
        "One country or territory, or the European Union.",
        _column("code", "", "ISO 3166-1 alpha-3; XKX for Kosovo, EU for the Union."),
        _column("name", "rdfs:label", "English name."),
        _column("same_as", "skos:exactMatch", "Its entries elsewhere.", many=True, kind="anyURI"),
    ),
    _table(
        "articles",
        "Article",
        "One article. Its text is in the RDF exports, where asked for.",
        _column("key", "", "First 16 hex digits of the SHA-256 of its text."),
        _column("title", "dcterms:title", "Headline."),
        _column("publisher", "dcterms:publisher", "Id of the medium."),
        _column("published", "edtf", "Publication date, in EDTF."),
        _column("url", "schema:url", "Its address.", kind="anyURI"),
        _column("language", "dcterms:language", "Language of the text."),
        _column("sha256", "sha256", "SHA-256 of the text in UTF-8."),
        _column("characters", "charCount", "Length of the text in Unicode code points.", kind="integer"),
        _column("reprint_of", "reprintOf", "Keys of earlier articles with the same text.", many=True),
    ),
    _table(
        "passages",
        "Passage",
        "Words of an article that carry claims.",
        _column("id", "", "Id of the passage: key of the article and range of characters."),
        _column("article", "oa:hasSource", "Key of the article."),
        _column("start", "oa:hasSelector/oa:start", "First code point, from 0.", kind="integer"),
        _column("end", "oa:hasSelector/oa:end", "One past the last code point.", kind="integer"),
        _column("sentence", "sentence", "Number of the sentence, from 0.", kind="integer"),
        _column("words", "oa:hasSelector/oa:exact", "The words."),
    ),
    _table(
        "citations",
        "Citation",
        "A source of the catalogue.",
        _column("address", "", "Its address.", kind="anyURI"),
        _column("title", "dcterms:title", "What it is, in a few words."),
        _column("publisher", "dcterms:publisher", "Id of who publishes there."),
        _column("text_of", "textOf", "Id of whose text it is; reprints of one origin are one source."),
        _column("date", "dcterms:date", "Publication date, in EDTF."),
    ),
)
"""The tables, in the order of their importance."""
