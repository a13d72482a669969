"""What fuzzing found and what was mended: each stays refused in words.

One row a finding: the reader, the document as small as it could be made, and a piece of
what is said to a person. `make fuzz` hunts for more.
"""

import json
import shutil

import pytest

from refight.account.reading.draft import read_draft
from refight.cli import run
from refight.ensemble.store import MANIFEST, SHAPES, load
from refight.ensemble.study.plan import NAME, Plan, read_plan
from refight.errors import RefightError
from refight.evidence.archive import Archive
from refight.evidence.csl import read_csl
from refight.files import campaign_path, load_yaml
from refight.ground import layers
from refight.manifest import Manifest
from refight.report.cite import manifests_in
from refight.trials.battles import number, read_ids, read_rows
from refight.trials.coefficients import read_fit
from refight.trials.series import iwo_jima

DRAFT = """\
format: refight reading 1
source: {file: a, sha256: b}
sentences:
- id: s1
  line: 1
  text: Six men.
  claims:
  - {id: c1, kind: number, text: Six, low: %s, high: 6, unit: men, reading: as written}
"""
DEEP = "[" * 100_000
DIGITS = "9" * 5_000
FEATURE = (
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": %s}]}'
)


def read_ground(path):
    return layers._read_layer(path, "marsh")


FOUND = [
    (load_yaml, "!!timestamp word", "a YAML document"),
    (load_yaml, f"0x{'f' * 4_000}", "a number of 4,002 digits"),
    (load_yaml, "&a [*a]", "holds itself"),
    (load_yaml, "\\ud800: [", "expected"),
    (read_csl, f'[{{"title": {DIGITS}}}]', "CSL JSON"),
    (read_csl, DEEP, "nesting too deep"),
    (read_ground, DEEP, "nesting too deep"),
    (read_ground, f'{{"features": {DIGITS}}}', "GeoJSON"),
    (read_ground, f'{{"features": {"9" * 400}}}', "a number of 400 digits"),
    (read_ground, FEATURE % '"word"', "a mapping of properties"),
    (manifests_in, DEEP, "nesting too deep"),
]


def read_study(path):
    return read_plan(path.rename(path.with_name(NAME)).parent)


def read_iwo(path):
    return iwo_jima(path.rename(path.with_name("parameters.csv")).parent)


def read_year(path):
    return number({"year": path.read_text()}, "year", str(path))


PLAN = json.loads(
    Plan("fall", "recorded", "draws", ((),), 1, 900, "a", "b", "c").to_json()
)
FOUND += [
    (read_study, DEEP, "the plan of a study"),
    (read_study, json.dumps(PLAN | {"refights": 10**15}), "at most 100,000 chunks"),
    (read_fit, DEEP, "a fit in JSON"),
    (read_fit, f'{{"members": {"9" * 400}}}', "a number of 400 digits"),
    (read_iwo, "nothing,value\n1,2\n", "the quantity"),
    (read_rows, f"a,b\n1,{'x' * 200_000}\n", "a table in CSV"),
    (read_ids, "²\n", "the id of a battle"),
    (read_year, "nan", "a number in year"),
    (read_draft, DRAFT % ".nan", "a number or null"),
    (read_draft, DRAFT % ".inf", "a number or null"),
]


@pytest.mark.parametrize(("read", "content", "said"), FOUND)
def test_what_was_found_is_refused_in_words(tmp_path, read, content, said):
    path = tmp_path / "document.json"
    path.write_text(content, "utf-8")
    with pytest.raises(RefightError) as caught:
        read(path)
    assert said in caught.value.message()
    assert len(caught.value.message()) < 2_000


MADE = Manifest("khorramshahr", "fall", "recorded", (), 1, 2, 1, "digest")


@pytest.mark.parametrize(
    ("shapes", "said"),
    [
        (b"null", "the shapes of columns"),
        (b"null: {}", "the shapes of columns"),
        (b'{"x": null}', "the shapes of columns"),
        (b'{"x": [3]}', "columns of numbers"),
        (b'{"x": [-1, -1]}', "columns of numbers"),
    ],
)
def test_a_store_whose_shapes_were_changed_is_refused(tmp_path, shapes, said):
    import pyarrow as pa
    import pyarrow.parquet as parquet

    metadata = {MANIFEST: MADE.to_json().encode(), SHAPES: shapes}
    table = pa.table({"x": [1.0, 2.0]}).replace_schema_metadata(metadata)
    parquet.write_table(table, tmp_path / "run.parquet")
    with pytest.raises(RefightError, match=said):
        load(tmp_path / "run.parquet")


@pytest.mark.parametrize("name", ["act", "version", "created", "scenario_digest"])
def test_a_manifest_whose_words_are_numbers_is_refused(name):
    content = json.loads(MADE.to_json()) | {name: 7}
    del content["digest"]
    with pytest.raises(RefightError, match=name):
        Manifest.from_json(json.dumps(content))


def test_a_bare_date_in_evidence_is_refused_in_words(tmp_path, monkeypatch):
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path / "cache"))
    shutil.copytree(campaign_path("khorramshahr") / "evidence", tmp_path / "evidence")
    aliases = tmp_path / "evidence" / "aliases.yaml"
    aliases.write_text("- name: 1980-09-22\n  members: []\n", "utf-8")
    with pytest.raises(RefightError, match="a text"):
        Archive.read(tmp_path)


@pytest.mark.parametrize("campaign", ["../..", "/", ".", "khorramshahr/account"])
def test_no_campaign_is_read_from_elsewhere(capsys, campaign):
    assert run(["claim", "575", "--campaign", campaign]) == 2
    assert "the name of a campaign" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["calibrate fall", "check fall"])
@pytest.mark.parametrize("words", ["--seed -1", f"--refights {10**26}"])
def test_numbers_beyond_any_fit_are_refused(capsys, verb, words):
    assert run([*verb.split(), *words.split()]) == 2
    assert "expected" in capsys.readouterr().err


def test_what_is_said_can_be_printed(capsys):
    assert run(["claim", "\x1b[31m\ud800" + "x" * 10_000]) == 2
    said = capsys.readouterr().err
    assert "\x1b" not in said and len(said) < 2_000
    said.encode("utf-8")
