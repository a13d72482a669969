import dataclasses

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from refight.ensemble.store import Ensemble, file_name, load, save
from refight.errors import EnsembleError
from refight.manifest import BEHAVIOUR_VERSION, Manifest

MANIFEST = Manifest(
    campaign="khorramshahr",
    act="fall",
    version="recorded",
    variant=("belief=accurate",),
    seed=1,
    draws=3,
    replicates=1,
    scenario_digest="0" * 64,
)


def made(**changes):
    columns = {
        "fall_day": np.array([34.25, np.inf, np.nan]),
        "strength": np.arange(3 * 2 * 4, dtype=np.float32).reshape(3, 2, 4),
        "losses": np.arange(6, dtype=np.float64).reshape(3, 2),
    }
    return Ensemble(dataclasses.replace(MANIFEST, **changes), columns)


def test_an_ensemble_comes_back_bit_for_bit(tmp_path):
    path = save(made(), tmp_path / "new" / "folder")
    back = load(path)
    assert back.manifest == MANIFEST
    assert back.columns.keys() == made().columns.keys()
    for name, values in made().columns.items():
        assert back.columns[name].dtype == values.dtype
        np.testing.assert_array_equal(back.columns[name], values)


def test_the_manifest_lies_beside_as_json(tmp_path):
    path = save(made(), tmp_path)
    assert path.name == f"fall-{MANIFEST.short}.parquet" == file_name(MANIFEST)
    beside = path.with_suffix(".json")
    assert Manifest.from_json(beside.read_text()) == MANIFEST
    assert sorted(tmp_path.iterdir()) == sorted([path, beside])


def test_a_full_disk_leaves_no_file(tmp_path, monkeypatch):
    def full(table, where, **_):
        where.write_bytes(b"PAR1")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(parquet, "write_table", full)
    with pytest.raises(EnsembleError, match="no space left on device") as caught:
        save(made(), tmp_path)
    assert "free some space" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_at_the_manifest_leaves_no_file(tmp_path, monkeypatch):
    def full(path, content, error):
        raise error("to write this file", "no space left on device", str(path))

    monkeypatch.setattr("refight.ensemble.store.write_atomic", full)
    with pytest.raises(EnsembleError):
        save(made(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_name_taken_by_a_folder_leaves_no_manifest(tmp_path):
    (tmp_path / file_name(MANIFEST)).mkdir()
    with pytest.raises(EnsembleError):
        save(made(), tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == [file_name(MANIFEST)]


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "results").write_text("")
    with pytest.raises(EnsembleError, match="results"):
        save(made(), tmp_path / "results")


def test_a_missing_file_suggests_the_nearest(tmp_path):
    path = save(made(), tmp_path)
    with pytest.raises(EnsembleError, match=path.name):
        load(path.with_name(path.name.replace("fall", "fal")))


def test_what_is_not_parquet_is_refused(tmp_path):
    (tmp_path / "x.parquet").write_text("hello")
    with pytest.raises(EnsembleError, match="another file, or one cut short"):
        load(tmp_path / "x.parquet")


def test_a_truncated_file_is_refused(tmp_path):
    path = save(made(), tmp_path)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(EnsembleError):
        load(path)


def test_one_flipped_bit_of_a_value_is_refused(tmp_path):
    path = save(made(), tmp_path)
    data = bytearray(path.read_bytes())
    data[data.index(np.float64(34.25).tobytes())] ^= 1
    path.write_bytes(data)
    with pytest.raises(EnsembleError, match="another file, or one cut short"):
        load(path)


def test_a_name_that_is_no_text_is_refused(tmp_path):
    path = save(made(), tmp_path)
    path.write_bytes(path.read_bytes().replace(b"fall_day", b"fall_\xe9ay"))
    with pytest.raises(EnsembleError, match="another file, or one cut short"):
        load(path)


def test_someone_elses_parquet_is_refused(tmp_path):
    parquet.write_table(pa.table({"a": [1]}), tmp_path / "x.parquet")
    with pytest.raises(EnsembleError, match="without a manifest"):
        load(tmp_path / "x.parquet")


def test_results_of_a_newer_model_are_refused(tmp_path):
    path = save(made(behaviour_version=BEHAVIOUR_VERSION + 1), tmp_path)
    with pytest.raises(EnsembleError, match="newest Refight"):
        load(path)


def test_an_unknown_column_suggests_the_nearest():
    assert made().column("losses").shape == (3, 2)
    assert made().count == 3
    with pytest.raises(EnsembleError, match='did you mean "losses"'):
        made().column("loses")


def test_results_of_an_older_model_are_marked_as_such(tmp_path):
    older = load(save(made(behaviour_version=BEHAVIOUR_VERSION - 1), tmp_path))
    assert older.outdated
    assert not made().outdated


def test_nothing_saved_yet_says_how_to_save(tmp_path):
    with pytest.raises(EnsembleError, match="--out FOLDER"):
        load(tmp_path / "fall.parquet")
