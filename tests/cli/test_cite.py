"""refight cite and the exchange with reference managers."""

import json

import pytest

from refight import cli
from refight.ensemble.design import fresh
from refight.ensemble.refight import manifest, prepare


def output(capsys, *arguments):
    code = cli.run(arguments)
    caught = capsys.readouterr()
    return code, caught.out, caught.err


def test_cite_a_claim_in_all_forms(capsys):
    code, text, _ = output(capsys, "cite", "575-days")
    assert code == 0
    assert text.startswith("Used by 575-days")
    page = json.loads(output(capsys, "cite", "575-days", "--json")[1])
    keys = [each["source"] for each in page["sources"]]
    items = json.loads(output(capsys, "cite", "575-days", "--csl")[1])
    assert [item["id"] for item in items] == keys
    entries = output(capsys, "cite", "575-days", "--bibtex")[1]
    assert entries.count("\n@") + 1 == len(keys)


def test_cite_a_run(tmp_path, capsys):
    made = manifest(prepare("fall", "told"), fresh(3, 7), 3)
    (tmp_path / "fall-x.json").write_text(made.to_json(), "utf-8")
    code, text, _ = output(capsys, "cite", str(tmp_path))
    assert code == 0
    said = " ".join(text.split())
    assert "as told; 3 refights, seed 7" in said
    assert f"manifest {made.short}" in said


def test_a_missing_folder_is_not_taken_for_a_word(capsys):
    code, _, err = output(capsys, "cite", "nofolder")
    assert code == 2
    assert "a saved run, or" in err and "a run is a folder" in err
    assert "under" not in err
    assert "month-and-a-half" in output(capsys, "cite", "munth-and-a-hulf")[2]


def test_all_sources_are_listed(capsys):
    code, text, _ = output(capsys, "source")
    assert code == 0 and text.count("   - ") > 200
    assert len(json.loads(output(capsys, "source", "--json")[1])) > 200


@pytest.mark.parametrize("name", ["576-das", "none.json"])
def test_an_unknown_name_is_answered(name, capsys):
    code, _, err = output(capsys, "cite", name)
    assert code == 2
    assert "what to do" in err


def test_the_archive_goes_out_and_comes_back(tmp_path, capsys):
    everything = output(capsys, "source", "--csl")[1]
    path = tmp_path / "all.json"
    path.write_text(everything, "utf-8")
    page = json.loads(output(capsys, "source", "--import", str(path), "--json")[1])
    assert len(page["sources"]) == len(json.loads(everything)) > 200
    assert page["left_out"] == []


def test_one_source_as_bibtex_by_the_name_of_the_account(capsys):
    text = output(capsys, "source", "--bibtex", "seed")[1]
    assert "Ivan Kesic" in text
    assert text.startswith("@misc{")
