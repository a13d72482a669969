"""The bibliography of a run is what the run used; BibTeX can be read back."""

import re
from dataclasses import replace

import pytest

from refight.account import read
from refight.account.lookup import find
from refight.ensemble.design import fresh
from refight.ensemble.refight import manifest, prepare
from refight.errors import EnsembleError
from refight.evidence.archive import Archive
from refight.files import campaign_path
from refight.report.bibtex import bibtex, escaped
from refight.report.cite import (
    cite_data,
    cite_lines,
    manifests_in,
    sorted_sources,
    used_by_claim,
    used_by_run,
)

CAMPAIGN = campaign_path("khorramshahr")


@pytest.fixture(scope="module")
def archive():
    return Archive.read(CAMPAIGN)


@pytest.fixture(scope="module")
def account():
    return read(CAMPAIGN / "account")


@pytest.fixture(scope="module", params=["recorded", "told"])
def run(request):
    prepared = prepare("fall", request.param)
    return prepared, manifest(prepared, fresh(10, 1), 10)


def test_every_source_of_a_run_is_behind_something_that_the_run_used(run, archive):
    prepared, made = run
    used = used_by_run(prepared, made)
    deck = prepared.compiled.deck.own.values()
    drawn = {archive.claims[c].source for each in deck for c in each.claims}
    assert {k for k, uses in used.uses.items() if "estimates" in uses} == drawn
    assert not used.note
    if made.version == "told":
        kept = {use for uses in used.uses.values() for use in uses}
        assert kept == {"estimates", "outcomes beside the results"}
    assert 0 < len(used.uses) < len(archive.sources)


def test_sources_of_the_other_act_are_not_listed(run):
    used = used_by_run(*run)
    assert all(key.startswith("khorramshahr-1980/") for key in used.uses)


def test_a_run_of_a_changed_act_is_said_to_be_stale(run):
    prepared, made = run
    assert "changed" in used_by_run(prepared, replace(made, scenario_digest="0")).note


def test_a_claim_of_the_record_has_its_source_and_a_topic_its_rivals(account, archive):
    used = used_by_claim(find("ir-576", account, archive), account, archive)
    assert [*used.uses] == [archive.claims["khorramshahr-1980/ir-576"].source]
    topic = used_by_claim(find("575-days", account, archive), account, archive)
    assert topic.uses[account.document.sources[0]] == ("the account",)
    row = account.rows[6].record.claims
    rivals = {archive.claims[claim].source for claim in row.rivals}
    assert rivals <= {*topic.uses}


def test_the_page_fits_and_says_what_for(account, archive):
    used = used_by_claim(find("575-days", account, archive), account, archive)
    page = cite_data(used, archive)
    lines = cite_lines(page, account.loaded_words)
    assert all(len(line) <= 80 or "://" in line for line in lines)
    assert f"{len(page['sources'])} sources" in lines
    assert all(each["used_for"] for each in page["sources"])


def test_bibtex_has_one_entry_for_each_source_and_balanced_braces(archive):
    text = bibtex(archive.sources.values())
    keys = re.findall(r"^@\w+\{([^,\s]+),$", text, re.MULTILINE)
    assert keys == [key.replace("/", ":") for key in archive.sources]
    for entry in text.split("\n@"):
        plain = entry.replace(r"\{", "").replace(r"\}", "")
        assert plain.count("{") == plain.count("}")
        assert re.search(r"title = \{\{.+\}\},", entry)


def test_latex_shows_special_signs():
    assert escaped("a\\b{c}~d^e") == (
        r"a\textbackslash{}b\{c\}\textasciitilde{}d\textasciicircum{}e"
    )


def test_sources_are_in_order_of_author(account, archive):
    used = used_by_claim(find("575-days", account, archive), account, archive)
    names = [
        (s.author or s.publisher).casefold() for s in sorted_sources(used, archive)
    ]
    assert names == sorted(names)


def test_a_run_is_found_by_folder_and_by_file(run, tmp_path):
    path = tmp_path / "fall-0.json"
    path.write_text(run[1].to_json(), "utf-8")
    for place in (tmp_path, path, path.with_suffix(".parquet")):
        assert manifests_in(place) == (run[1],)
    with pytest.raises(EnsembleError, match="no manifest"):
        (tmp_path / "empty").mkdir()
        manifests_in(tmp_path / "empty")
