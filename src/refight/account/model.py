"""Records of the account: sentences, elements, checks, speakers, paper tests.

All frozen. Claim ids are `<folder>/<id>`; sentence ids `s01`..; a row is one of
the elements that the account is taken apart into. `where` is file:line.
"""

from collections.abc import Mapping
from dataclasses import dataclass

CONSISTENT = "consistent"
INCONSISTENT = "inconsistent"
DEPENDS = "depends-on-definition"
OPEN = "open"
ARITHMETIC_WORDS = (INCONSISTENT, DEPENDS, CONSISTENT)  # the most cautious first
RECORD_WORDS = (  # the most cautious first, as `coverage.yaml` orders them
    "contradicted",
    "contested",
    "not found",
    "single source",
    "judgement, not testable",
    "corroborated",
)


@dataclass(frozen=True)
class Told:
    """One value that a sentence itself asserts, as written or as coded."""

    sentence: str
    quantity: str
    low: float | None
    high: float | None
    date: str | None
    month: str | None
    unit: str
    reading: str


@dataclass(frozen=True)
class Check:
    """One piece of arithmetic: an operation, its inputs, and what is expected."""

    id: str
    kind: str
    inputs: Mapping[str, object]
    expected: object
    verdict: str
    basis: tuple[str, ...]
    note: str
    conditional: bool
    where: str


@dataclass(frozen=True)
class Links:
    """The claims of the evidence bases that bear on a sentence or a row."""

    own: tuple[str, ...]
    corroborating: tuple[str, ...]
    contradicting: tuple[str, ...]
    qualifying: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """List all linked claims, the account's own first."""
        return self.own + self.rivals

    @property
    def rivals(self) -> tuple[str, ...]:
        """List the claims of others."""
        return self.corroborating + self.contradicting + self.qualifying


@dataclass(frozen=True)
class Spoken:
    """Who says a sentence, and for quoted words how far the original was found."""

    id: str
    how: str
    reported_by: str
    speech: str
    office_at_the_time: str
    office_when_speaking: str
    original: str
    original_source: str


@dataclass(frozen=True)
class Speech:
    """One quoted speech: its sentences, and what is known of date and source."""

    id: str
    sentences: tuple[str, ...]
    date: str
    place: str
    source: str
    source_is: str


@dataclass(frozen=True)
class Speaker:
    """A person or body whose words the account carries."""

    id: str
    name: str
    role: str
    offices: Mapping[str, str]
    speeches: tuple[Speech, ...]


@dataclass(frozen=True)
class ModelTest:
    """What of the model bears on a sentence: an outcome, a lever, a cause, a view."""

    kind: str
    name: str
    act: str


@dataclass(frozen=True)
class Sentence:
    """One unit of the account in order, paraphrased."""

    id: str
    line: int
    position: int
    start: int
    end: int
    sha256: str
    unit: str
    heading: str
    section: str
    kinds: tuple[str, ...]
    spoken: Spoken
    paraphrase: str
    elements: tuple[int, ...]
    told: tuple[Told, ...]
    claims: Links
    checks: tuple[Check, ...]
    simulated: str
    reason: str
    label: str
    model_tests: tuple[ModelTest, ...]
    note: str
    where: str


@dataclass(frozen=True)
class Part:
    """One assertion of a row that has several, with its own record verdict."""

    text: str
    verdict: str


@dataclass(frozen=True)
class Record:
    """What the record says of a row: the verdict word, its claims, its note."""

    verdict: str
    of: str
    parts: tuple[Part, ...]
    claims: Links
    stances: Mapping[str, Mapping[str, int]]
    note: str


@dataclass(frozen=True)
class Row:
    """One element of the account: where it lives and how it is checked."""

    number: int
    section: str
    sentences: tuple[str, ...]
    element: str
    layer: tuple[str, ...]
    appears: str
    check_type: str
    check: str
    cause: str
    lever: str
    factual_state: str
    absent_state: str
    not_separable_from: tuple[int, ...]
    record: Record
    where: str


@dataclass(frozen=True)
class PaperTest:
    """One test of the account that needs only paper."""

    id: str
    title: str
    sentences: tuple[str, ...]
    rows: tuple[int, ...]
    verdict: str
    show: str
    missing: tuple[str, ...]
    checks: tuple[Check, ...]
    decides: tuple[str, ...]
    where: str


@dataclass(frozen=True)
class Missing:
    """A claim that is needed and not in the evidence bases."""

    id: str
    needed: str
    lead: str
    would_change: str


@dataclass(frozen=True)
class Document:
    """The account as a document: title, author, outlet, digests, damage."""

    title: str
    author: str
    outlet: str
    republished_by: str
    sources: tuple[str, ...]
    sha256_file: str
    sha256_normalised: str
    damage: tuple[str, ...]


@dataclass(frozen=True)
class RowCheck:
    """How a row is checked here and now: one command, what it must show.

    needs  what the row still waits for ("" when nothing); a row that waits is open
    """

    number: int
    command: tuple[str, ...]
    shows: tuple[str, ...]
    needs: str
    where: str


@dataclass(frozen=True)
class Views:
    """Names by which people look things up, and the sections of the pages."""

    aliases: Mapping[str, tuple[str, ...]]
    after: Mapping[str, tuple[int, ...]]
    elsewhere: Mapping[str, tuple[str, ...]]
    interlude: Mapping[str, tuple[str, ...]]
    acts: Mapping[str, tuple[str, str, str]]
    source_names: Mapping[str, str]


@dataclass(frozen=True)
class Account:
    """The whole account: document, sentences, rows, tests, names.

    refought  told quantity -> the outcome on record that a refight gives for it
    """

    document: Document
    speakers: Mapping[str, Speaker]
    sentences: Mapping[str, Sentence]
    rows: Mapping[int, Row]
    tests: Mapping[str, PaperTest]
    missing: tuple[Missing, ...]
    bindings: Mapping[str, Mapping[str, str]]
    refought: Mapping[str, str]
    row_checks: Mapping[int, RowCheck]
    views: Views
    loaded_words: tuple[str, ...]
    layers: Mapping[str, str]
    record_words: Mapping[str, str]

    @property
    def checks(self) -> tuple[Check, ...]:
        """List every arithmetic check, those of sentences first."""
        own = [c for s in self.sentences.values() for c in s.checks]
        return (*own, *(c for t in self.tests.values() for c in t.checks))
