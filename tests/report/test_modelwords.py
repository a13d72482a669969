"""What refights have to say of a claim: told values first, else the record."""

from dataclasses import replace

import numpy as np
import pytest

from refight.account import read
from refight.account.coverage import Status
from refight.account.lookup import find
from refight.account.verdict import INPUT, MET, NOT_APPLYING, NOT_MET, verdicts
from refight.cli.atrun import words_of_runs
from refight.ensemble.design import fresh
from refight.ensemble.refight import manifest, prepare
from refight.ensemble.store import Ensemble, save
from refight.errors import EnsembleError
from refight.files import campaign_path
from refight.report import account as listing
from refight.report.modelwords import words_of_causes, words_of_run
from tests.attribution import planted

COUNT = 100
LOADED = ("glory",)
FOLDER = "beit-ol-moqaddas-1982"


@pytest.fixture(scope="module")
def account():
    return read(campaign_path("khorramshahr") / "account")


@pytest.fixture(scope="module")
def prepared():
    return prepare("liberation")


def ensemble(prepared, **values):
    made = manifest(prepared, fresh(COUNT, 1), COUNT)
    columns = {
        f"outcome.{name.replace('_', '-')}": np.broadcast_to(
            np.asarray(value, float), COUNT
        ).copy()
        for name, value in values.items()
    }
    return Ensemble(made, columns)


def word(prepared, account, name, values):
    found = words_of_run(prepared, ensemble(prepared, **{name: values}), account)
    return found[f"{FOLDER}/{name.replace('_', '-')}"]


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("iranian_killed", np.linspace(1_000, 7_000, COUNT), MET),
        ("iranian_killed", np.linspace(1_000, 2_000, COUNT), NOT_MET),
        ("iranian_wounded", np.linspace(100, 900, COUNT), NOT_MET),
        ("city_retaken_on", 25.0, MET),
        ("city_retaken_on", np.linspace(26, 30, COUNT), NOT_MET),
        ("city_retaken_on", np.inf, NOT_MET),
        ("duration_days", np.nan, NOT_APPLYING),
        ("iranian_strength", 70_000.0, INPUT),
    ],
)
def test_a_told_value_is_met_or_not(prepared, account, name, values, expected):
    said, reason = word(prepared, account, name, values)
    assert said == expected
    assert "told, " in reason
    assert f"{COUNT} refights as recorded" in reason


def test_without_a_told_number_the_record_stands_in_and_is_named(prepared, account):
    said, reason = word(prepared, account, "iraqi_killed", 5_000.0)
    assert said == MET
    assert "the account tells no number" in reason
    assert word(prepared, account, "iraqi_killed", 1.0)[0] == NOT_MET


def test_a_run_of_an_act_that_was_changed_is_named_as_such(prepared, account):
    made = ensemble(prepared, iranian_killed=6_000)
    old = replace(made, manifest=replace(made.manifest, scenario_digest="0"))
    _, reason = words_of_run(prepared, old, account)[f"{FOLDER}/iranian-killed"]
    assert "before it was changed" in reason


def test_every_told_quantity_that_is_refought_is_told_and_is_an_outcome(account):
    told = {t.quantity for s in account.sentences.values() for t in s.told}
    outcomes = {
        f"{prepare(act).scenario.evidence}/{each.record}"
        for act in ("fall", "liberation")
        for each in prepare(act).scenario.outcomes
    }
    assert {*account.refought} <= told
    assert {*account.refought.values()} <= outcomes


def test_the_axis_takes_the_most_cautious_word_inputs_aside(account):
    sentence = account.sentences["s32"]
    rows = [account.rows[number] for number in sentence.elements]
    day, length = (test.name for test in sentence.model_tests)
    said = {day: (NOT_MET, "late"), length: (MET, "long")}
    *_, model = verdicts(rows, [sentence], (), account, {}, said)
    assert model.word == NOT_MET
    assert "late [not met by refights]" in model.reason
    *_, model = verdicts(
        rows, [sentence], (), account, {}, {day: (INPUT, "x"), length: (MET, "y")}
    )
    assert model.word == MET


def test_a_lever_is_worded_for_the_act_of_its_row(account):
    row = account.rows[25]
    assert (row.section, row.lever) == ("fall", "popular-forces")
    other = {"liberation/popular-forces": ("raises the chance by 9", "x")}
    *_, model = verdicts([row], [], (), account, {}, other)
    assert model.word == "open"
    own = {"fall/popular-forces": ("no visible effect", "x")}
    *_, model = verdicts([row], [], (), account, {}, own)
    assert model.word == "no visible effect"


def test_causes_that_were_kept_are_worded_by_act_and_by_section(account):
    found = words_of_causes(planted.factorial(seeds=100), account)
    assert account.rows[8].section == "setting"  # the row that planted causes serve
    for place in ("fall", "setting"):
        assert found[f"{place}/nothing"][0] == "no visible effect"
    assert "100 seeds" in found["fall/numbers"][1]


def test_the_listing_gives_the_models_word_where_there_is_one(account):
    row = account.rows[8]
    words = {f"setting/{row.lever}": ("no visible effect", "why")}
    statuses = [Status(account.rows[n], "done", "", "refight x") for n in (8, 14)]
    page = listing.coverage_data(statuses, account, words)
    assert [each["model"] for each in page["rows"]] == ["no visible effect", None]
    text = " ".join(" ".join(listing.coverage_lines(page, LOADED)).split())
    assert "model: no visible effect" in text


def test_saved_runs_are_found_by_folder_and_by_file(prepared, account, tmp_path):
    path = save(ensemble(prepared, iranian_killed=6_000.0), tmp_path)
    for place in (tmp_path, path, path.with_suffix(".json")):
        found = words_of_runs([place], account)
        assert found[f"{FOLDER}/iranian-killed"][0] == MET
    (tmp_path / "empty").mkdir()
    with pytest.raises(EnsembleError, match="no refights"):
        words_of_runs([tmp_path / "empty"], account)


def test_an_open_axis_says_how_to_fill_it(account):
    from refight.evidence.archive import Archive

    target = find("6000", account, Archive.read(campaign_path("khorramshahr")))
    rows = [account.rows[number] for number in target.rows]
    spoken = [account.sentences[name] for name in target.sentences]
    *_, model = verdicts(rows, spoken, (), account, {})
    assert model.word == "open"
    assert "--run FOLDER" in model.reason
