"""The vocabulary as Python names. GENERATED from `ontology/` by `tools/make_vocab.py`: edit there."""

from typing import Final

from rdflib import URIRef


class MIG:
    """Classes and properties of the vocabulary. <https://w3id.org/migkg/ns#>"""

    about: Final = URIRef("https://w3id.org/migkg/ns#about")
    """A country that the content of a statement or concern is about."""

    actor: Final = URIRef("https://w3id.org/migkg/ns#actor")
    """Name of whoever did it, where somebody is named."""

    agreedReceptionFrom: Final = URIRef("https://w3id.org/migkg/ns#agreedReceptionFrom")
    """The first country has reached a deal to take in people from the second, whether or not it works."""

    Agreement: Final = URIRef("https://w3id.org/migkg/ns#Agreement")
    """A deal between parties about moving, returning, receiving, processing or holding migrants, at any
    stage. It has its identity from the first public mention, so a deal still under discussion is an agreement
    too.
    """

    agreement: Final = URIRef("https://w3id.org/migkg/ns#agreement")
    """The agreement that the claim is about, where it is known."""

    amount: Final = URIRef("https://w3id.org/migkg/ns#amount")
    """The sum of money, in whole units of its currency."""

    amountQualifier: Final = URIRef("https://w3id.org/migkg/ns#amountQualifier")
    """How exact the sum is."""

    AnonymousSource: Final = URIRef("https://w3id.org/migkg/ns#AnonymousSource")
    """One source whose name the article withholds."""

    answeredBy: Final = URIRef("https://w3id.org/migkg/ns#answeredBy")
    """A statement in the same sentence, by somebody else, defends or denies what the concern is about."""

    Article: Final = URIRef("https://w3id.org/migkg/ns#Article")
    """A document that claims are read from, identified by the SHA-256 of its exact text."""

    ArticleSource: Final = URIRef("https://w3id.org/migkg/ns#ArticleSource")
    """A source known only inside one article. Nothing links it with a source of another article."""

    articleText: Final = URIRef("https://w3id.org/migkg/ns#articleText")
    """The whole text that offsets refer to; only where the licence or the user allows it."""

    asOf: Final = URIRef("https://w3id.org/migkg/ns#asOf")
    """The day that places the claim in time: the earliest day of its date, else the day its article was
    published.
    """

    attributedTo: Final = URIRef("https://w3id.org/migkg/ns#attributedTo")
    """The one agent whose words carry the claim."""

    Body: Final = URIRef("https://w3id.org/migkg/ns#Body")
    """A government, ministry, agency, court, party or other organisation that acts or speaks on an agreement.
    """

    canBeFollowedBy: Final = URIRef("https://w3id.org/migkg/ns#canBeFollowedBy")
    """A stage that usually may come next."""

    caseName: Final = URIRef("https://w3id.org/migkg/ns#caseName")
    """Name or number of the case."""

    category: Final = URIRef("https://w3id.org/migkg/ns#category")
    """The class of people, in the words of the text."""

    Cause: Final = URIRef("https://w3id.org/migkg/ns#Cause")
    """Why a stage came about, in words of the evidence."""

    cause: Final = URIRef("https://w3id.org/migkg/ns#cause")
    """Why the stage came about, as the source puts it."""

    causeText: Final = URIRef("https://w3id.org/migkg/ns#causeText")
    """The words of the evidence that give the cause."""

    causeType: Final = URIRef("https://w3id.org/migkg/ns#causeType")
    """The kind of cause."""

    charCount: Final = URIRef("https://w3id.org/migkg/ns#charCount")
    """Number of Unicode code points of the article’s text. Offsets never pass it."""

    Citation: Final = URIRef("https://w3id.org/migkg/ns#Citation")
    """The address of a published source that supports a fact of the catalogue, in place of a passage."""

    Claim: Final = URIRef("https://w3id.org/migkg/ns#Claim")
    """One assertion of one triple (rdf:subject, rdf:predicate, rdf:object) that a person can accept or reject
    on its own, with the words that carry it, who says so, how sure, and when.
    """

    CollectiveSource: Final = URIRef("https://w3id.org/migkg/ns#CollectiveSource")
    """A group that the article names only by its kind."""

    ConcernClaim: Final = URIRef("https://w3id.org/migkg/ns#ConcernClaim")
    """Somebody sees a risk or wrong in an agreement, a transfer or a country."""

    confidence: Final = URIRef("https://w3id.org/migkg/ns#confidence")
    """How sure the extractor is of its reading, from 0 to 1. It is not the probability that the claim is
    true.
    """

    Country: Final = URIRef("https://w3id.org/migkg/ns#Country")
    """A state or territory with an ISO 3166-1 alpha-3 code, or the European Union."""

    court: Final = URIRef("https://w3id.org/migkg/ns#court")
    """Name of the court or similar body, as the text gives it."""

    currency: Final = URIRef("https://w3id.org/migkg/ns#currency")
    """ISO 4217 code of the currency."""

    DerivedEdge: Final = URIRef("https://w3id.org/migkg/ns#DerivedEdge")
    """Describes an edge that follows by rule: its triple, and the claims it was derived from."""

    Dispute: Final = URIRef("https://w3id.org/migkg/ns#Dispute")
    """A question on an agreement to which sources give different answers. Its label asks the question."""

    dispute: Final = URIRef("https://w3id.org/migkg/ns#dispute")
    """The question on which sources disagree and which the claim answers."""

    disputed: Final = URIRef("https://w3id.org/migkg/ns#disputed")
    """A question about the agreement on which sources disagree."""

    doneBy: Final = URIRef("https://w3id.org/migkg/ns#doneBy")
    """The official, body or medium that did it, where it is one of those we know by themselves."""

    earliest: Final = URIRef("https://w3id.org/migkg/ns#earliest")
    """First day that the date may mean; absent where it is open or unknown on that side."""

    edtf: Final = URIRef("https://w3id.org/migkg/ns#edtf")
    """The date or interval, as precise as the text and no more, in the Extended Date/Time Format, levels 0
    and 1.
    """

    event: Final = URIRef("https://w3id.org/migkg/ns#event")
    """What happened, also where the agreement is not known."""

    EventClaim: Final = URIRef("https://w3id.org/migkg/ns#EventClaim")
    """Something happened to an agreement, or somebody did something about it, that is no stage of it."""

    evidence: Final = URIRef("https://w3id.org/migkg/ns#evidence")
    """A passage or citation that carries the claim."""

    Extraction: Final = URIRef("https://w3id.org/migkg/ns#Extraction")
    """One run of an extractor, by a person or a program, over one article."""

    extractor: Final = URIRef("https://w3id.org/migkg/ns#extractor")
    """Who read the claims: name, version and, for a program, the rule."""

    factuality: Final = URIRef("https://w3id.org/migkg/ns#factuality")
    """How sure the attributed source is that the claim, as coded, is so."""

    firstEvidence: Final = URIRef("https://w3id.org/migkg/ns#firstEvidence")
    """The passage that speaks where there is room for one: the first that carries the claim in the words of
    the one who says so, else the first; of a record, its first address.
    """

    formerlyAgreedReceptionFrom: Final = URIRef("https://w3id.org/migkg/ns#formerlyAgreedReceptionFrom")
    """A deal by which the first country was to take in people from the second has ended or fallen through."""

    fromMemory: Final = URIRef("https://w3id.org/migkg/ns#fromMemory")
    """What the record says without any source. It is no claim, makes no edge, and answers no question."""

    funder: Final = URIRef("https://w3id.org/migkg/ns#funder")
    """The party that pays for the agreement."""

    hasStatus: Final = URIRef("https://w3id.org/migkg/ns#hasStatus")
    """The agreement is, or was, at that stage on the word of at least one source. Which stage holds on a day
    is asked by query.
    """

    instrument: Final = URIRef("https://w3id.org/migkg/ns#instrument")
    """The form that an agreement of the catalogue has."""

    iso3: Final = URIRef("https://w3id.org/migkg/ns#iso3")
    """ISO 3166-1 alpha-3 code of a country or territory (XKX for Kosovo), or EU for the European Union. The
    IRI ends with it.
    """

    kind: Final = URIRef("https://w3id.org/migkg/ns#kind")
    """What an agreement of the catalogue is for; a provisional one has none."""

    latest: Final = URIRef("https://w3id.org/migkg/ns#latest")
    """Last day that the date may mean; absent where it is open or unknown on that side."""

    modality: Final = URIRef("https://w3id.org/migkg/ns#modality")
    """Whether the people were moved."""

    mode: Final = URIRef("https://w3id.org/migkg/ns#mode")
    """In which voice the text gives the source’s words."""

    Narrator: Final = URIRef("https://w3id.org/migkg/ns#Narrator")
    """The article in its own voice."""

    nationality: Final = URIRef("https://w3id.org/migkg/ns#nationality")
    """A country whose nationals are among the people moved."""

    negotiatesReceptionFrom: Final = URIRef("https://w3id.org/migkg/ns#negotiatesReceptionFrom")
    """The first country discusses taking in people from the second."""

    note: Final = URIRef("https://w3id.org/migkg/ns#note")
    """What a record of the catalogue says, in its own words; absent where the evidence has the words."""

    offersReceptionFrom: Final = URIRef("https://w3id.org/migkg/ns#offersReceptionFrom")
    """The first country offers to take in people from the second, or says it is ready to."""

    Office: Final = URIRef("https://w3id.org/migkg/ns#Office")
    """A public post, which exists apart from the person who holds it."""

    OfficeClaim: Final = URIRef("https://w3id.org/migkg/ns#OfficeClaim")
    """A person holds a public post."""

    officeCountry: Final = URIRef("https://w3id.org/migkg/ns#officeCountry")
    """The country, or the European Union, that the post belongs to."""

    officeName: Final = URIRef("https://w3id.org/migkg/ns#officeName")
    """The post, as a lower-case English name."""

    Official: Final = URIRef("https://w3id.org/migkg/ns#Official")
    """A person known by name who holds or held a public office, or speaks for a public body."""

    organisationName: Final = URIRef("https://w3id.org/migkg/ns#organisationName")
    """Name of the party or body that the post belongs to."""

    origin: Final = URIRef("https://w3id.org/migkg/ns#origin")
    """A country that the people come from, where that is part of the deal."""

    outcome: Final = URIRef("https://w3id.org/migkg/ns#outcome")
    """What the court decided, also where the agreement is not known."""

    Outlet: Final = URIRef("https://w3id.org/migkg/ns#Outlet")
    """A newspaper, broadcaster, agency or platform that publishes an article or to which something was said.
    """

    outlet: Final = URIRef("https://w3id.org/migkg/ns#outlet")
    """The medium that the source spoke to."""

    party: Final = URIRef("https://w3id.org/migkg/ns#party")
    """A country takes part in the agreement; stated by itself where no source says who sends and who takes
    in.
    """

    Passage: Final = URIRef("https://w3id.org/migkg/ns#Passage")
    """An exact run of characters of an article, given by its words and by its offsets, which agree."""

    payee: Final = URIRef("https://w3id.org/migkg/ns#payee")
    """Who is paid, or is to be paid."""

    payer: Final = URIRef("https://w3id.org/migkg/ns#payer")
    """Who pays, or is to pay."""

    PaymentClaim: Final = URIRef("https://w3id.org/migkg/ns#PaymentClaim")
    """Money is tied to an agreement."""

    paymentModality: Final = URIRef("https://w3id.org/migkg/ns#paymentModality")
    """Whether the money was paid."""

    paymentTo: Final = URIRef("https://w3id.org/migkg/ns#paymentTo")
    """The first paid the second."""

    per: Final = URIRef("https://w3id.org/migkg/ns#per")
    """What the number or the sum is a rate over. A rate is never summed."""

    persons: Final = URIRef("https://w3id.org/migkg/ns#persons")
    """How many people are moved or to be moved."""

    personsQualifier: Final = URIRef("https://w3id.org/migkg/ns#personsQualifier")
    """How exact the number of people is."""

    provisional: Final = URIRef("https://w3id.org/migkg/ns#provisional")
    """Whether the agreement is known only from articles and has no entry in the catalogue yet."""

    quote: Final = URIRef("https://w3id.org/migkg/ns#quote")
    """The words between the quotation marks."""

    QuotedPerson: Final = URIRef("https://w3id.org/migkg/ns#QuotedPerson")
    """A person with a name but without a public office. The name stays a literal on the claim."""

    raisedBy: Final = URIRef("https://w3id.org/migkg/ns#raisedBy")
    """Name of whoever sees the risk or wrong; absent where the text does not say."""

    raisesConcern: Final = URIRef("https://w3id.org/migkg/ns#raisesConcern")
    """Somebody sees that risk or wrong in the agreement or country."""

    rank: Final = URIRef("https://w3id.org/migkg/ns#rank")
    """How the claim stands among the competing answers to one question."""

    receivedFrom: Final = URIRef("https://w3id.org/migkg/ns#receivedFrom")
    """People were moved to the first country from the second."""

    receiver: Final = URIRef("https://w3id.org/migkg/ns#receiver")
    """On a status or ruling claim, a party that takes people in; on a transfer claim, the place they reach.
    """

    receivingParty: Final = URIRef("https://w3id.org/migkg/ns#receivingParty")
    """The party that takes people in under the agreement."""

    reciprocal: Final = URIRef("https://w3id.org/migkg/ns#reciprocal")
    """Whether each side has the same duties."""

    recordedAsOf: Final = URIRef("https://w3id.org/migkg/ns#recordedAsOf")
    """The day up to which the record of the agreement was brought; it says nothing about later days."""

    related: Final = URIRef("https://w3id.org/migkg/ns#related")
    """Has to do with another agreement; stated in both directions."""

    reported: Final = URIRef("https://w3id.org/migkg/ns#reported")
    """The day by which a source of the claim had been published, with or without others."""

    reprintOf: Final = URIRef("https://w3id.org/migkg/ns#reprintOf")
    """Has, but for a few sentences, the text of an article that was published earlier; the two are one
    source.
    """

    reviewStatus: Final = URIRef("https://w3id.org/migkg/ns#reviewStatus")
    """Whether a person has checked the claim against its words."""

    ruledOn: Final = URIRef("https://w3id.org/migkg/ns#ruledOn")
    """A court or similar body decided on the agreement with that outcome."""

    RulingClaim: Final = URIRef("https://w3id.org/migkg/ns#RulingClaim")
    """A court or similar body decides."""

    sender: Final = URIRef("https://w3id.org/migkg/ns#sender")
    """On a status or ruling claim, a party that sends people; on a transfer claim, the place they leave."""

    sendingParty: Final = URIRef("https://w3id.org/migkg/ns#sendingParty")
    """The party that sends people under the agreement."""

    sentence: Final = URIRef("https://w3id.org/migkg/ns#sentence")
    """Number, from 0, of the sentence of the article that holds the passage’s first character."""

    sentenceDigest: Final = URIRef("https://w3id.org/migkg/ns#sentenceDigest")
    """The first 12 hexadecimal digits of the SHA-256 of a sentence's words in lower case; shows which
    articles share sentences.
    """

    settled: Final = URIRef("https://w3id.org/migkg/ns#settled")
    """How the disagreement was settled, where it was."""

    sha256: Final = URIRef("https://w3id.org/migkg/ns#sha256")
    """Hexadecimal SHA-256 of the UTF-8 bytes of the article’s exact text; its first 16 digits are the
    article’s key.
    """

    sourceName: Final = URIRef("https://w3id.org/migkg/ns#sourceName")
    """Name of the source as resolved from the text; absent for the narrator and for unspecified sources."""

    sourceType: Final = URIRef("https://w3id.org/migkg/ns#sourceType")
    """What kind of source the claim rests on."""

    speakerName: Final = URIRef("https://w3id.org/migkg/ns#speakerName")
    """Who speaks: the full name where the text allows it, else the text’s words."""

    speechMode: Final = URIRef("https://w3id.org/migkg/ns#speechMode")
    """In which voice the text gives the statement."""

    spokeAbout: Final = URIRef("https://w3id.org/migkg/ns#spokeAbout")
    """The speaker said something about the agreement, or about the country."""

    stance: Final = URIRef("https://w3id.org/migkg/ns#stance")
    """How the speaker stands towards what is spoken of."""

    StatementClaim: Final = URIRef("https://w3id.org/migkg/ns#StatementClaim")
    """Somebody says something that bears on an agreement, a transfer or a country."""

    status: Final = URIRef("https://w3id.org/migkg/ns#status")
    """The stage that a status claim asserts, also where the agreement is not known."""

    StatusClaim: Final = URIRef("https://w3id.org/migkg/ns#StatusClaim")
    """An agreement, arrangement or plan is at some stage."""

    statusOrder: Final = URIRef("https://w3id.org/migkg/ns#statusOrder")
    """Place of a stage among the others. Of stages with the same date, the one with the higher number is
    shown.
    """

    successorOf: Final = URIRef("https://w3id.org/migkg/ns#successorOf")
    """Comes after an agreement that had ended."""

    supersedes: Final = URIRef("https://w3id.org/migkg/ns#supersedes")
    """Takes the place of an agreement that was still there."""

    textOf: Final = URIRef("https://w3id.org/migkg/ns#textOf")
    """Whose text stands there: the one it was reprinted from, else the publisher. Sources with one text are
    one source.
    """

    timeBasis: Final = URIRef("https://w3id.org/migkg/ns#timeBasis")
    """How the date is known."""

    topic: Final = URIRef("https://w3id.org/migkg/ns#topic")
    """What the concern is about."""

    TransferClaim: Final = URIRef("https://w3id.org/migkg/ns#TransferClaim")
    """People are moved, taken in, or are to be."""

    transitParty: Final = URIRef("https://w3id.org/migkg/ns#transitParty")
    """The party that takes people in to send them on."""

    underwent: Final = URIRef("https://w3id.org/migkg/ns#underwent")
    """That event happened to the agreement, or was done about it."""

    undirectedParty: Final = URIRef("https://w3id.org/migkg/ns#undirectedParty")
    """A party to the deal where the text does not say who sends and who takes in."""

    UnspecifiedSource: Final = URIRef("https://w3id.org/migkg/ns#UnspecifiedSource")
    """A source that the text leaves open."""

    whenText: Final = URIRef("https://w3id.org/migkg/ns#whenText")
    """The words that the date was read from."""


class CAUSE:
    """Why an agreement reached a stage. <https://w3id.org/migkg/code/cause/>"""

    CHANGE_OF_GOVERNMENT: Final = URIRef("https://w3id.org/migkg/code/cause/change-of-government")
    """Another government, coalition or president has come to office."""

    COST: Final = URIRef("https://w3id.org/migkg/code/cause/cost")
    """Money: the deal costs too much, or pays too little."""

    COURT_RULING: Final = URIRef("https://w3id.org/migkg/code/cause/court-ruling")
    """A decision of a court."""

    LEGAL_CHALLENGE: Final = URIRef("https://w3id.org/migkg/code/cause/legal-challenge")
    """A case that is threatened, pending or long-drawn, without a decision as the reason."""

    OTHER: Final = URIRef("https://w3id.org/migkg/code/cause/other")
    """A reason that fits none of the other codes."""

    REFUSAL: Final = URIRef("https://w3id.org/migkg/code/cause/refusal")
    """Somebody whose consent or help was needed refused it."""


class CONCERN:
    """What a concern is about. <https://w3id.org/migkg/code/concern/>"""

    ACCESS_TO_COUNSEL: Final = URIRef("https://w3id.org/migkg/code/concern/access-to-counsel")
    """People cannot reach a lawyer or a hearing."""

    COST: Final = URIRef("https://w3id.org/migkg/code/concern/cost")
    """The deal costs too much."""

    DETENTION_CONDITIONS: Final = URIRef("https://w3id.org/migkg/code/concern/detention-conditions")
    """People are or may be held without cause, charge or contact, or in bad conditions."""

    DISCRIMINATION: Final = URIRef("https://w3id.org/migkg/code/concern/discrimination")
    """People are singled out by origin, faith, sex or another trait."""

    EFFECTIVENESS: Final = URIRef("https://w3id.org/migkg/code/concern/effectiveness")
    """The deal may not do what it is for."""

    HUMAN_RIGHTS_RECORD: Final = URIRef("https://w3id.org/migkg/code/concern/human-rights-record")
    """How a country has treated human rights in general."""

    ILL_TREATMENT: Final = URIRef("https://w3id.org/migkg/code/concern/ill-treatment")
    """People are or may be beaten, tortured or degraded."""

    LEGALITY: Final = URIRef("https://w3id.org/migkg/code/concern/legality")
    """The deal or a transfer may break the law; a case is threatened or pending."""

    OTHER: Final = URIRef("https://w3id.org/migkg/code/concern/other")
    """A risk or wrong that fits none of the other codes."""

    REFOULEMENT: Final = URIRef("https://w3id.org/migkg/code/concern/refoulement")
    """People may be sent on to a place where they face danger."""

    SECRECY: Final = URIRef("https://w3id.org/migkg/code/concern/secrecy")
    """The deal or its working is kept from the public."""

    SOVEREIGNTY: Final = URIRef("https://w3id.org/migkg/code/concern/sovereignty")
    """A state is pressed, or gives up what it should decide itself."""

    UNSAFE_COUNTRY: Final = URIRef("https://w3id.org/migkg/code/concern/unsafe-country")
    """The country people are sent to is not safe for them."""


class EVENT:
    """What happened to an agreement, or was done about it, that is not a stage of its own.
    <https://w3id.org/migkg/code/event/>
    """

    AMENDED: Final = URIRef("https://w3id.org/migkg/code/event/amended")
    """Its terms were changed."""

    ANNOUNCED: Final = URIRef("https://w3id.org/migkg/code/event/announced")
    """Somebody made the deal or a step of it public."""

    CHALLENGED: Final = URIRef("https://w3id.org/migkg/code/event/challenged")
    """A case was brought against it."""

    LAID: Final = URIRef("https://w3id.org/migkg/code/event/laid")
    """Its text was put before a parliament."""

    NEGOTIATED: Final = URIRef("https://w3id.org/migkg/code/event/negotiated")
    """Somebody took part in negotiating it."""

    RELATED_LAW: Final = URIRef("https://w3id.org/migkg/code/event/related-law")
    """A law was made for it or about it."""

    RELEASED: Final = URIRef("https://w3id.org/migkg/code/event/released")
    """People moved under it were set free."""

    RENEWED: Final = URIRef("https://w3id.org/migkg/code/event/renewed")
    """It was extended for a further term."""

    SIGNED: Final = URIRef("https://w3id.org/migkg/code/event/signed")
    """Somebody put their name to it."""

    TERMINATED: Final = URIRef("https://w3id.org/migkg/code/event/terminated")
    """Somebody ended it, or had a part in ending it."""


class FACTUALITY:
    """How sure the attributed source is that the claim, as coded, is so: certainty and polarity, after
    FactBank. <https://w3id.org/migkg/code/factuality/>
    """

    CT_MINUS: Final = URIRef("https://w3id.org/migkg/code/factuality/CT-minus")
    """The source denies it."""

    CT_PLUS: Final = URIRef("https://w3id.org/migkg/code/factuality/CT-plus")
    """The source presents it as a fact."""

    PR_MINUS: Final = URIRef("https://w3id.org/migkg/code/factuality/PR-minus")
    """The source holds it improbable."""

    PR_PLUS: Final = URIRef("https://w3id.org/migkg/code/factuality/PR-plus")
    """The source presents it as probable."""

    PS_MINUS: Final = URIRef("https://w3id.org/migkg/code/factuality/PS-minus")
    """The source holds it possible that it is not so."""

    PS_PLUS: Final = URIRef("https://w3id.org/migkg/code/factuality/PS-plus")
    """The source presents it as possible, or as a stage still to come."""

    UU: Final = URIRef("https://w3id.org/migkg/code/factuality/Uu")
    """The source does not commit itself either way."""


class INSTRUMENT:
    """The form that an agreement has. <https://w3id.org/migkg/code/instrument/>"""

    DIPLOMATIC_NOTES: Final = URIRef("https://w3id.org/migkg/code/instrument/diplomatic-notes")
    """Letters of two governments that agree with each other."""

    JOINT_STATEMENT: Final = URIRef("https://w3id.org/migkg/code/instrument/joint-statement")
    """A text that both sides make public as their common view."""

    MEMORANDUM: Final = URIRef("https://w3id.org/migkg/code/instrument/memorandum")
    """A signed text that states what both sides intend."""

    TREATY: Final = URIRef("https://w3id.org/migkg/code/instrument/treaty")
    """A text that binds states under international law."""

    UNPUBLISHED: Final = URIRef("https://w3id.org/migkg/code/instrument/unpublished")
    """An informal deal, or one whose text nobody has made public."""


class KIND:
    """What an agreement of the catalogue is for. <https://w3id.org/migkg/code/kind/>"""

    DETENTION: Final = URIRef("https://w3id.org/migkg/code/kind/detention")
    """A state holds in its prisons people whom another state sends."""

    EXTERNAL_PROCESSING: Final = URIRef("https://w3id.org/migkg/code/kind/external-processing")
    """Claims for asylum are examined on the soil of another state."""

    LABOUR_MOBILITY: Final = URIRef("https://w3id.org/migkg/code/kind/labour-mobility")
    """Workers or students may come, often in exchange for help with returns."""

    READMISSION: Final = URIRef("https://w3id.org/migkg/code/kind/readmission")
    """Each side takes back its own nationals, and often people who came through it, by a set procedure."""

    RESETTLEMENT_SWAP: Final = URIRef("https://w3id.org/migkg/code/kind/resettlement-swap")
    """For people sent one way, others are taken in by a legal way."""

    RETURNS_COOPERATION: Final = URIRef("https://w3id.org/migkg/code/kind/returns-cooperation")
    """Money, training or border control in exchange for fewer departures or more returns."""

    SAFE_THIRD_COUNTRY: Final = URIRef("https://w3id.org/migkg/code/kind/safe-third-country")
    """Asylum seekers are sent to another state that is held safe, and claim protection there."""

    THIRD_COUNTRY_REMOVAL: Final = URIRef("https://w3id.org/migkg/code/kind/third-country-removal")
    """A state removes people to a country that is not theirs, to stay or to be processed there."""

    TRANSIT: Final = URIRef("https://w3id.org/migkg/code/kind/transit")
    """A country takes people in for a while and sends them on, mostly home."""


class MODE:
    """In which voice the text gives a source’s words. <https://w3id.org/migkg/code/mode/>"""

    NARRATION: Final = URIRef("https://w3id.org/migkg/code/mode/narration")
    """The article tells it itself."""

    PARAPHRASE: Final = URIRef("https://w3id.org/migkg/code/mode/paraphrase")
    """The article gives the source’s words in its own."""

    QUOTE: Final = URIRef("https://w3id.org/migkg/code/mode/quote")
    """Words of the source stand in quotation marks, all of them or a part."""


class PAYMENT_MODALITY:
    """Whether money was paid. <https://w3id.org/migkg/code/payment-modality/>"""

    CONDITIONAL: Final = URIRef("https://w3id.org/migkg/code/payment-modality/conditional")
    """The money depends on something to be done in return."""

    DISPUTED: Final = URIRef("https://w3id.org/migkg/code/payment-modality/disputed")
    """Somebody denies the money or its amount."""

    OFFERED: Final = URIRef("https://w3id.org/migkg/code/payment-modality/offered")
    """The payer has offered the money, and nobody has accepted it."""

    PAID: Final = URIRef("https://w3id.org/migkg/code/payment-modality/paid")
    """The money was paid."""

    PROMISED: Final = URIRef("https://w3id.org/migkg/code/payment-modality/promised")
    """The payer has agreed to pay, will pay or has set the money aside."""


class PER:
    """What a number is counted over. A rate is never summed. <https://w3id.org/migkg/code/per/>"""

    DAY: Final = URIRef("https://w3id.org/migkg/code/per/day")
    """For each day."""

    MONTH: Final = URIRef("https://w3id.org/migkg/code/per/month")
    """For each month."""

    PERSON: Final = URIRef("https://w3id.org/migkg/code/per/person")
    """For each person."""

    WEEK: Final = URIRef("https://w3id.org/migkg/code/per/week")
    """For each week."""

    YEAR: Final = URIRef("https://w3id.org/migkg/code/per/year")
    """For each year."""


class QUALIFIER:
    """How exact a number is. <https://w3id.org/migkg/code/qualifier/>"""

    ABOUT: Final = URIRef("https://w3id.org/migkg/code/qualifier/about")
    """The text gives it as near the number."""

    AT_LEAST: Final = URIRef("https://w3id.org/migkg/code/qualifier/at-least")
    """The number is the lowest it may be."""

    EXACT: Final = URIRef("https://w3id.org/migkg/code/qualifier/exact")
    """The text gives the number as it is."""

    UP_TO: Final = URIRef("https://w3id.org/migkg/code/qualifier/up-to")
    """The number is the highest it may be."""


class RANK:
    """How a claim stands among competing ones, as in Wikidata. <https://w3id.org/migkg/code/rank/>"""

    DEPRECATED: Final = URIRef("https://w3id.org/migkg/code/rank/deprecated")
    """Known to be wrong or withdrawn, and kept for the record."""

    NORMAL: Final = URIRef("https://w3id.org/migkg/code/rank/normal")
    """Neither set above nor below other answers."""

    PREFERRED: Final = URIRef("https://w3id.org/migkg/code/rank/preferred")
    """The best of several answers to one question."""


class REVIEW:
    """Whether a person has checked a claim against its words. <https://w3id.org/migkg/code/review/>"""

    CHECKED: Final = URIRef("https://w3id.org/migkg/code/review/checked")
    """A person has checked it against its words."""

    MACHINE: Final = URIRef("https://w3id.org/migkg/code/review/machine")
    """A program read it, and no person has checked it."""


class RULING:
    """What a court or similar body decided. <https://w3id.org/migkg/code/ruling/>"""

    ALLOWED: Final = URIRef("https://w3id.org/migkg/code/ruling/allowed")
    """A transfer or a measure may go ahead."""

    BLOCKED: Final = URIRef("https://w3id.org/migkg/code/ruling/blocked")
    """A transfer or a measure may not go ahead, for now or for good."""

    DISMISSED: Final = URIRef("https://w3id.org/migkg/code/ruling/dismissed")
    """The case fails without a decision on the deal itself."""

    LAWFUL: Final = URIRef("https://w3id.org/migkg/code/ruling/lawful")
    """The deal or its use keeps the law."""

    OTHER: Final = URIRef("https://w3id.org/migkg/code/ruling/other")
    """Another result, or none that the text tells."""

    REMITTED: Final = URIRef("https://w3id.org/migkg/code/ruling/remitted")
    """The case goes back, or on, to another court or authority."""

    UNLAWFUL: Final = URIRef("https://w3id.org/migkg/code/ruling/unlawful")
    """The deal or its use breaks the law."""


class SOURCE:
    """What kind of source a claim rests on. <https://w3id.org/migkg/code/source/>"""

    ANONYMOUS: Final = URIRef("https://w3id.org/migkg/code/source/anonymous")
    """One source whose name is withheld."""

    COLLECTIVE: Final = URIRef("https://w3id.org/migkg/code/source/collective")
    """A group named only by its kind."""

    NARRATOR: Final = URIRef("https://w3id.org/migkg/code/source/narrator")
    """The article in its own voice, with no other source given."""

    ORGANISATION: Final = URIRef("https://w3id.org/migkg/code/source/organisation")
    """A government, ministry, court, agency, party or named group."""

    PERSON: Final = URIRef("https://w3id.org/migkg/code/source/person")
    """A person who is named, or whom a title identifies."""

    UNSPECIFIED: Final = URIRef("https://w3id.org/migkg/code/source/unspecified")
    """A source that the text leaves open."""


class STANCE:
    """How a speaker stands towards what is spoken of. <https://w3id.org/migkg/code/stance/>"""

    ANNOUNCES: Final = URIRef("https://w3id.org/migkg/code/stance/announces")
    """Makes known a step or fact of the speaker’s own side."""

    CRITICISES: Final = URIRef("https://w3id.org/migkg/code/stance/criticises")
    """Speaks against it."""

    DENIES: Final = URIRef("https://w3id.org/migkg/code/stance/denies")
    """Says that it is not so, or refuses it."""

    NEUTRAL: Final = URIRef("https://w3id.org/migkg/code/stance/neutral")
    """None of the other codes shows."""

    SUPPORTS: Final = URIRef("https://w3id.org/migkg/code/stance/supports")
    """Defends, welcomes or speaks for it."""

    WARNS: Final = URIRef("https://w3id.org/migkg/code/stance/warns")
    """Points at a harm to come."""


class STATUS:
    """The stages of an agreement, from the first mention of it to its end. mig:statusOrder gives their order,
    mig:canBeFollowedBy the usual next stages. <https://w3id.org/migkg/code/status/>
    """

    AGREED: Final = URIRef("https://w3id.org/migkg/code/status/agreed")
    """The deal has been reached, and no signature is reported."""

    CONCLUDED: Final = URIRef("https://w3id.org/migkg/code/status/concluded")
    """A deal that the parties have reached and that has not ended."""

    CONTESTED: Final = URIRef("https://w3id.org/migkg/code/status/contested")
    """The deal has been agreed or signed, but an organ of a party opposes or blocks it."""

    ENDED: Final = URIRef("https://w3id.org/migkg/code/status/ended")
    """A deal, or the idea of one, that is no longer pursued."""

    EXPIRED: Final = URIRef("https://w3id.org/migkg/code/status/expired")
    """The deal ended by its own terms."""

    FELL_THROUGH: Final = URIRef("https://w3id.org/migkg/code/status/fell-through")
    """The deal was dropped before it worked as meant."""

    IN_FORCE: Final = URIRef("https://w3id.org/migkg/code/status/in-force")
    """The deal binds the parties or has taken effect."""

    INTERRUPTED: Final = URIRef("https://w3id.org/migkg/code/status/interrupted")
    """A deal that has been reached and has not ended, but is kept from working."""

    OPERATING: Final = URIRef("https://w3id.org/migkg/code/status/operating")
    """People are moved under the deal, and it goes on."""

    PROPOSED: Final = URIRef("https://w3id.org/migkg/code/status/proposed")
    """One side seeks the deal, or somebody floats the idea of it."""

    PROSPECTIVE: Final = URIRef("https://w3id.org/migkg/code/status/prospective")
    """A deal that has not been reached."""

    RATIFIED: Final = URIRef("https://w3id.org/migkg/code/status/ratified")
    """A parliament has approved the deal."""

    REJECTED: Final = URIRef("https://w3id.org/migkg/code/status/rejected")
    """A party has refused the deal, or denies that there is one."""

    RULED_UNLAWFUL: Final = URIRef("https://w3id.org/migkg/code/status/ruled-unlawful")
    """A court has held the deal, or its operation, unlawful."""

    SIGNED: Final = URIRef("https://w3id.org/migkg/code/status/signed")
    """An instrument of the deal has been signed."""

    SUPERSEDED: Final = URIRef("https://w3id.org/migkg/code/status/superseded")
    """A later instrument has replaced the deal."""

    SUSPENDED: Final = URIRef("https://w3id.org/migkg/code/status/suspended")
    """A party has paused the deal."""

    TALKS: Final = URIRef("https://w3id.org/migkg/code/status/talks")
    """The parties are discussing or negotiating the deal."""

    TERMINATED: Final = URIRef("https://w3id.org/migkg/code/status/terminated")
    """A party ended a deal under which people had been moved."""

    WILLING: Final = URIRef("https://w3id.org/migkg/code/status/willing")
    """A party offers the deal or says that it is ready for it."""


class TIME_BASIS:
    """How a date is known. <https://w3id.org/migkg/code/time-basis/>"""

    ANCHORED: Final = URIRef("https://w3id.org/migkg/code/time-basis/anchored")
    """The words are resolved against the date of publication."""

    BACKGROUND: Final = URIRef("https://w3id.org/migkg/code/time-basis/background")
    """The date comes from outside the text, from a public event that it names or from the catalogue."""

    STATED: Final = URIRef("https://w3id.org/migkg/code/time-basis/stated")
    """The text gives the date in full."""


class TRANSFER_MODALITY:
    """Whether people were moved. <https://w3id.org/migkg/code/transfer-modality/>"""

    DENIED: Final = URIRef("https://w3id.org/migkg/code/transfer-modality/denied")
    """The source says that nobody was or will be moved."""

    HALTED: Final = URIRef("https://w3id.org/migkg/code/transfer-modality/halted")
    """A move that was planned was stopped."""

    HAPPENED: Final = URIRef("https://w3id.org/migkg/code/transfer-modality/happened")
    """People were moved."""

    PLANNED: Final = URIRef("https://w3id.org/migkg/code/transfer-modality/planned")
    """People are to be moved: agreed, ordered, expected or permitted."""

    RELEASED: Final = URIRef("https://w3id.org/migkg/code/transfer-modality/released")
    """People who had been moved were set free, or let go on their way; nobody was moved between the
    countries.
    """

    REMAINING: Final = URIRef("https://w3id.org/migkg/code/transfer-modality/remaining")
    """People who had been moved are still there."""
