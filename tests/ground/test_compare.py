"""The project's lines lie within stated distances of reference lines.

The reference lines are under other licences and are not shipped: where their folder
is not beside the checkout, the measurement is skipped and says so.
"""

from pathlib import Path

import pytest

from refight.errors import GroundError
from tools import compare_ground

REFERENCE = Path(__file__).parents[3] / "shared" / "data" / "geo"
DOCUMENT = Path(__file__).parents[2] / "docs" / "explanation" / "ground.md"

needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="no reference lines beside this checkout"
)


@needs_reference
@pytest.mark.parametrize("pairing", compare_ground.PAIRINGS, ids=lambda each: each.line)
def test_line_lies_within_its_limit(pairing: compare_ground.Pairing) -> None:
    found = compare_ground.measure(pairing, REFERENCE)
    assert found.ninety_m <= pairing.limit_m
    assert found.median_m <= pairing.limit_m / 2


@needs_reference
def test_the_document_prints_the_measured_table() -> None:
    assert compare_ground.table(REFERENCE) in DOCUMENT.read_text("utf-8")


def test_gap_between_parallel_lines_is_their_distance() -> None:
    here = ((48.0, 30.8), (48.4, 30.8))
    there = ((47.9, 30.81), (48.5, 30.81))
    found = compare_ground.gap((here,), (there,))
    assert found.median_m == pytest.approx(1110, rel=0.01)
    assert found.greatest_m == pytest.approx(1110, rel=0.01)


def test_gap_sees_a_bend_that_only_one_line_has() -> None:
    here = ((48.0, 30.8), (48.2, 30.9), (48.4, 30.8))
    there = ((48.0, 30.8), (48.4, 30.8))
    assert compare_ground.gap((here,), (there,)).greatest_m > 9000


def test_a_folder_without_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GroundError, match="no such file"):
        compare_ground.table(tmp_path)
