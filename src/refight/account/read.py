"""Read: the folder of an account -> `Account`, every reference checked.

Files: sentences.yaml, coverage.yaml, paper-tests.yaml (the account taken apart),
bindings.yaml (where the inputs of the arithmetic come from), checks.yaml (how a
row is checked), views.yaml (names and sections). `check_links` holds the claims
against an archive; `read` alone needs no evidence.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from refight.account.fields import Fields, open_document
from refight.account.model import (
    ARITHMETIC_WORDS,
    RECORD_WORDS,
    Account,
    Check,
    Document,
    Links,
    Missing,
    ModelTest,
    PaperTest,
    Part,
    Record,
    Row,
    RowCheck,
    Sentence,
    Speaker,
    Speech,
    Spoken,
    Told,
    Views,
)
from refight.errors import AccountError, suggest

UNITS = ("assertion", "heading", "byline")
SECTIONS = ("setting", "fall", "between", "liberation", "after", "source")
SIMULATED = ("yes", "partly", "no")
CHECK_TYPES = ("command", "click")
CAUSES = ("modelled", "not modelled")
T = TypeVar("T", Sentence, PaperTest)


def read(folder: Path) -> Account:
    """Read the account of a campaign. Raises AccountError with file and line."""
    told = open_document(folder / "sentences.yaml")
    listing = open_document(folder / "coverage.yaml")
    tests = open_document(folder / "paper-tests.yaml")
    binding = open_document(folder / "bindings.yaml")
    decides = binding.part("decides")
    account = Account(
        document=_document(told.part("account")),
        speakers=_keyed(_speaker(each) for each in told.parts("speakers")),
        sentences=_unique(_sentence(each) for each in told.parts("sentences")),
        rows={row.number: row for row in map(_row, listing.parts("rows"))},
        tests=_unique(_test(each, decides) for each in tests.parts("tests")),
        missing=tuple(map(_missing, listing.parts("missing_claims"))),
        bindings=_bindings(binding.part("inputs")),
        refought=_words(binding.part("refought")),
        row_checks=_row_checks(folder / "checks.yaml"),
        views=_views(folder / "views.yaml"),
        loaded_words=told.texts("loaded_words"),
        layers=_words(listing.part("layers")),
        record_words=_words(listing.part("record_verdicts")),
    )
    _check_counts(told, listing, account)
    _check_references(account)
    return account


def _document(it: Fields) -> Document:
    return Document(
        title=it.text("title_in_source_lists"),
        author=it.text("author"),
        outlet=it.text("outlet"),
        republished_by=it.text("republished_by", ""),
        sources=it.texts("sources"),
        sha256_file=it.text("sha256_file"),
        sha256_normalised=it.text("sha256_normalised"),
        damage=it.texts("damage"),
    )


def _speaker(it: Fields) -> Speaker:
    return Speaker(
        id=it.text("id"),
        name=it.text("name"),
        role=it.text("role"),
        offices=_words(it.part("offices")),
        speeches=tuple(map(_speech, it.parts("speeches"))),
    )


def _speech(it: Fields) -> Speech:
    kinds = ("original", "candidate", "similar")
    kind = next((k for k in kinds if k in it.data), "")
    return Speech(
        id=it.text("id"),
        sentences=it.texts("sentences"),
        date=it.text("date"),
        place=it.text("place"),
        source=it.text(kind) if kind else "",
        source_is=kind,
    )


def _sentence(it: Fields) -> Sentence:
    name = it.text("id")
    return Sentence(
        id=name,
        line=it.whole("line"),
        position=it.whole("sentence"),
        start=it.whole("start"),
        end=it.whole("end"),
        sha256=it.text("sha256"),
        unit=it.word("unit", UNITS),
        heading=it.text("heading", ""),
        section=it.word("section", SECTIONS),
        kinds=(it.text("kind"), *it.texts("kinds_also")),
        spoken=_spoken(it.part("speaker")),
        paraphrase=it.text("paraphrase"),
        elements=it.wholes("elements"),
        told=tuple(_told(name, each) for each in it.parts("told")),
        claims=_links(it.part("claims")),
        checks=tuple(_check(each, "result") for each in it.parts("arithmetic")),
        simulated=it.word("simulated", SIMULATED),
        reason=it.text("simulated_reason"),
        label=it.text("label", ""),
        model_tests=tuple(map(_model_test, it.parts("model_test"))),
        note=it.text("note", ""),
        where=it.where,
    )


def _spoken(it: Fields) -> Spoken:
    original = it.part("original")
    return Spoken(
        id=it.text("id"),
        how=it.text("how", ""),
        reported_by=it.text("reported_by", ""),
        speech=it.text("speech", ""),
        office_at_the_time=it.text("office_at_the_time", ""),
        office_when_speaking=it.text("office_when_speaking", ""),
        original=original.text("status", ""),
        original_source=original.text("source", ""),
    )


def _told(sentence: str, it: Fields) -> Told:
    dated = "date" in it.data or "month" in it.data
    if not dated and "low" not in it.data:
        raise AccountError(
            "a told value with low and high, a date or a month",
            "none of them",
            it.where,
            "add one of the three",
        )
    return Told(
        sentence=sentence,
        quantity=it.text("quantity"),
        low=it.number("low"),
        high=it.number("high"),
        date=it.text("date", "") or None,
        month=it.text("month", "") or None,
        unit=it.text("unit", ""),
        reading=it.text("reading"),
    )


def _links(it: Fields) -> Links:
    kinds = ("own", "corroborating", "contradicting", "qualifying")
    return Links(*(it.texts(kind) for kind in kinds))


def _check(it: Fields, answer: str) -> Check:
    return Check(
        id=it.text("id"),
        kind=it.text("kind"),
        inputs=it.part("inputs").data,
        expected=it.any(answer),
        verdict=it.word("verdict", ARITHMETIC_WORDS),
        basis=it.texts("basis"),
        note=it.text("note", ""),
        conditional=bool(it.data.get("conditional", False)),
        where=it.where,
    )


def _model_test(it: Fields) -> ModelTest:
    return ModelTest(it.text("kind"), it.text("name"), it.text("act", ""))


def _row(it: Fields) -> Row:
    check = it.part("check")
    return Row(
        number=it.whole("number"),
        section=it.word("section", SECTIONS),
        sentences=it.texts("sentences"),
        element=it.text("element"),
        layer=it.texts("layer"),
        appears=it.text("appears"),
        check_type=check.word("type", CHECK_TYPES),
        check=check.text("do"),
        cause=it.word("cause", CAUSES) if it.data.get("cause") else "",
        lever=it.text("lever", ""),
        factual_state=it.text("factual_state", ""),
        absent_state=it.text("absent_state", ""),
        not_separable_from=it.wholes("not_separable_from"),
        record=_record(it.part("record")),
        where=it.where,
    )


def _record(it: Fields) -> Record:
    parts = tuple(
        Part(each.text("part"), each.word("verdict", RECORD_WORDS))
        for each in it.parts("parts")
    )
    return Record(
        verdict=it.word("verdict", RECORD_WORDS),
        of=it.text("of", ""),
        parts=parts,
        claims=_links(it.part("claims")),
        stances=it.part("sources_by_stance").data,
        note=it.text("note", ""),
    )


def _test(it: Fields, decides: Fields) -> PaperTest:
    checks = tuple(_check(each, "expected") for each in it.parts("checks"))
    chosen = decides.texts(it.text("id"))
    return PaperTest(
        id=it.text("id"),
        title=it.text("title"),
        sentences=it.texts("sentences"),
        rows=it.wholes("rows"),
        verdict=it.word("verdict", ARITHMETIC_WORDS),
        show=it.text("show"),
        missing=it.texts("missing"),
        checks=checks,
        decides=chosen or tuple(check.id for check in checks),
        where=it.where,
    )


def _missing(it: Fields) -> Missing:
    fields = ("id", "needed", "lead", "would_change")
    return Missing(*(it.text(field) for field in fields))


def _bindings(it: Fields) -> dict[str, dict[str, str]]:
    return {name: _words(it.part(name)) for name in it.data}


def _row_checks(path: Path) -> dict[int, RowCheck]:
    checks = {}
    for it in open_document(path).parts("checks"):
        check = RowCheck(
            number=it.whole("row"),
            command=tuple(it.text("run").split()),
            shows=it.texts("shows"),
            needs=it.text("needs", ""),
            where=it.where,
        )
        checks[check.number] = check
    return checks


def _views(path: Path) -> Views:
    it = open_document(path)
    aliases, after = it.part("aliases"), it.part("after")
    elsewhere, between = it.part("elsewhere"), it.part("interlude")
    acts = it.part("acts")
    return Views(
        aliases={name: aliases.texts(name) for name in aliases.data},
        after={name: after.wholes(name) for name in after.data},
        elsewhere={name: elsewhere.texts(name) for name in elsewhere.data},
        interlude={name: between.texts(name) for name in between.data},
        acts={name: _act(acts.part(name)) for name in acts.data},
        source_names=_words(it.part("source_names")),
    )


def _act(it: Fields) -> tuple[str, str, str]:
    return it.text("folder"), it.text("first"), it.text("last")


def _words(it: Fields) -> dict[str, str]:
    return {key: it.text(key) for key in it.data}


def _keyed(speakers: Iterator[Speaker]) -> dict[str, Speaker]:
    return {speaker.id: speaker for speaker in speakers}


def _unique(items: Iterator[T]) -> dict[str, T]:
    kept: dict[str, T] = {}
    for item in items:
        if item.id in kept:
            first = kept[item.id].where
            found = f'"{item.id}" a second time (first at {first})'
            raise AccountError("each id once", found, item.where, "rename one")
        kept[item.id] = item
    return kept


def _check_counts(told: Fields, listing: Fields, account: Account) -> None:
    units = told.part("counts").whole("units")
    if units != len(account.sentences):
        where = told.at("counts", "units")
        found = f"{len(account.sentences)} sentences"
        raise AccountError(f"{units} sentences", found, where, "mend the count")
    rows = listing.part("counts").whole("rows")
    if rows != len(account.rows):
        where = listing.at("counts", "rows")
        raise AccountError(f"{rows} rows", f"{len(account.rows)} rows", where, "")


def _check_references(account: Account) -> None:
    sentences, rows = account.sentences, account.rows
    for sentence in sentences.values():
        _known(sentence.elements, rows, "a row of coverage.yaml", sentence.where)
        who = (sentence.spoken.id,)
        _known(who, account.speakers, "a speaker of the account", sentence.where)
    for row in rows.values():
        _known(row.sentences, sentences, "a sentence of the account", row.where)
        _known(row.layer, account.layers, "a layer", row.where)
        _known(row.not_separable_from, rows, "a row of coverage.yaml", row.where)
        _known((row.number,), account.row_checks, "a row with a check", row.where)
    for test in account.tests.values():
        _known(test.sentences, sentences, "a sentence of the account", test.where)
        _known(test.rows, rows, "a row of coverage.yaml", test.where)
        ids = {check.id: check for check in test.checks}
        _known(test.decides, ids, "a check of this test", test.where)


def _known(
    names: tuple[str, ...] | tuple[int, ...],
    known: Mapping[str, object] | Mapping[int, object],
    what: str,
    where: str,
) -> None:
    words = [str(each) for each in known]
    for name in names:
        if str(name) not in words:
            hint = suggest(str(name), words)
            raise AccountError(what, f'"{name}"', where, hint)
