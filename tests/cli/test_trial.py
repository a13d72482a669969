"""The commands of the trials, from an invented folder to the page."""

import csv
import json

import pytest

from refight.cli import run
from refight.trials import fit as fitting
from tests.trials import invented


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return invented.write(tmp_path_factory.mktemp("data"), invented.rows(24))


def said(capsys, *arguments):
    code = run([str(each) for each in arguments])
    got = capsys.readouterr()
    return code, got.out, got.err


def test_import_tells_rows_and_is_remembered(capsys, folder, tmp_path, monkeypatch):
    monkeypatch.setenv("REFIGHT_CACHE", str(tmp_path))
    code, out, _ = said(capsys, "trial", "import", folder)
    assert code == 0
    assert "24 battles" in out and "REDS" not in out
    assert max(map(len, out.splitlines())) <= 80
    assert str(folder) in (tmp_path / "trials" / "folder.txt").read_text()
    code, _, err = said(capsys, "trial", "import", tmp_path / "nowhere")
    assert code == 2 and "battles.csv" in err


def test_predict_and_score(capsys, folder, tmp_path):
    table, ids = tmp_path / "p.csv", tmp_path / "ids.txt"
    ids.write_text("\n".join(map(str, range(1, 21))))
    code, out, _ = said(
        capsys, "trial", "predict", "--data", folder, "--ids", ids,
        "--refights", 20, "--out", table,
    )  # fmt: skip
    assert code == 0 and "20 battles, 20 refights each" in out
    with table.open() as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [str(n) for n in range(1, 21)]
    assert all(0 < float(row["p_win"]) < 1 for row in rows)
    assert all(float(row["att_cas_q05"]) <= float(row["att_cas_q95"]) for row in rows)
    code, out, _ = said(capsys, "trial", "score", table, "--data", folder)
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    code, out, _ = said(capsys, "trial", "score", table, "--data", folder, "--json")
    page = json.loads(out)
    assert page["battles"] == 20
    assert [each["name"] for each in page["scores"]][:2] == ["engine", "majority"]


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_the_page_holds_scores_and_no_row(
    capsys, folder, tmp_path, monkeypatch, suffix
):
    monkeypatch.setattr(fitting, "MEMBERS", 2)
    out = tmp_path / f"page{suffix}"
    code, _, err = said(
        capsys, "trial", "report", "--data", folder, "--rounds", 1,
        "--candidates", 4, "--refights", 20, "--out", out,
    )  # fmt: skip
    assert code == 0, err
    text = out.read_text()
    for word in ("reached", "Leakage", "Result", "Shapes", "causes of 1980"):
        assert word in text
    for word in ("INVENTED", "REDS", "BLUES"):
        assert word not in text
    svg = text if suffix == ".html" else out.with_suffix(".svg").read_text()
    assert "<svg" in svg and "<circle" in svg


def test_laws_are_checked(capsys):
    code, out, _ = said(capsys, "trial", "laws")
    assert code == 0
    assert "square" in out and max(map(len, out.splitlines())) <= 80


def test_the_group_says_its_steps(capsys):
    code, out, _ = said(capsys, "trial", "--json")
    assert code == 0
    assert "laws" in json.loads(out)["steps"]


def test_an_unknown_fit_is_refused(capsys, folder, tmp_path):
    path = tmp_path / "fit.json"
    path.write_text("{}")
    code, _, err = said(
        capsys, "trial", "predict", "--data", folder, "--fit", path,
        "--out", tmp_path / "p.csv",
    )  # fmt: skip
    assert code == 2 and "a fit in JSON" in err
