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


INPUT = (
    "id", "war", "theatre", "start_year", "nested", "attacker_strength",
    "attacker_tanks", "attacker_guns", "defender_strength", "defender_tanks",
    "defender_guns", "air_superiority", "posture", "posture_mix", "terrain_relief",
    "terrain_cover", "width_km", "weather_wet", "weather_sky", "weather_temperature",
    "season", "attacker_scheme", "duration_days",
)  # fmt: skip
LEVELS = ("q05", "q25", "q50", "q75", "q95")


@pytest.fixture
def blind(tmp_path):
    """Give a folder as blind scoring does: no label, no outcome; and ids.txt."""
    made = [
        {name: row[name] for name in INPUT if name in row}
        for row in invented.rows(6, seed=8)
    ]
    for name in ("attacker_tanks", "width_km", "posture", "air_superiority", "war"):
        made[3][name] = ""
    folder = invented.write(tmp_path / "blind", made)
    (folder / "ids.txt").write_text("".join(f"{row['id']}\n" for row in made))
    return folder


def test_blind_rows_are_foretold_in_the_form_that_is_scored(
    capsys, folder, blind, tmp_path
):
    fit, table = tmp_path / "fit.json", tmp_path / "p.csv"
    code, _, err = said(
        capsys, "trial", "fit", "--data", folder, "--rounds", 1, "--candidates", 4,
        "--refights", 4, "--out", fit,
    )  # fmt: skip
    assert code == 0, err
    ask = ("trial", "predict", "--data", blind, "--fit", fit, "--out", table)
    assert said(capsys, *ask)[0] == 0
    text = table.read_bytes()
    rows = list(csv.DictReader(text.decode("utf-8").splitlines()))
    assert sorted(int(row["id"]) for row in rows) == [1, 2, 3, 4, 5, 6]
    for row in rows:
        assert 0.0 < float(row["p_win"]) < 1.0
        for part, least in (("att_cas", 0.0), ("def_cas", 0.0), ("adv", -100.0)):
            marks = [float(row[f"{part}_{level}"]) for level in LEVELS]
            assert least <= marks[0] and marks == sorted(marks) and marks[4] < 1e7
    assert said(capsys, *ask)[0] == 0
    assert table.read_bytes() == text
