"""Losses: causes sum to the totals that are shown, whatever the rounding."""

import numpy as np
import pytest

from refight.errors import EnsembleError
from refight.report.losses import CAUSES, KINDS, SIDES, losses_data, losses_lines
from refight.report.lossespage import losses_page_data, losses_page_lines
from tests.report import fake


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("side", SIDES)
def test_causes_sum_to_totals(seed, side):
    found = losses_data(fake.columns(37, seed))[side]
    for kind in KINDS:
        parts = [found["by_cause"][cause][kind] for cause in CAUSES]
        assert sum(parts) == found["total"][kind]
    assert sum(found["total"].values()) == found["all"]


def test_the_printed_table_adds_up():
    lines = losses_lines(losses_data(fake.columns(33)))
    number = [
        [int(word.replace(",", "")) for word in line.split()[-4:]]
        for line in lines[1:7]
    ]
    for at in range(4):
        assert sum(row[at] for row in number[:5]) == number[5][at]
    assert all(sum(row[:3]) == row[3] for row in number)


def test_means_and_ranges_are_those_of_the_columns():
    columns = fake.columns(200)
    found = losses_data(columns)["iraq"]
    guns = columns["losses.iraq.guns.killed"]
    assert found["by_cause"]["guns"]["killed"] == round(guns.mean())
    totals = sum(columns[f"losses.iraq.{cause}.killed"] for cause in CAUSES)
    low, high = found["range"]["killed"]
    assert low == pytest.approx(np.quantile(totals, 0.05))
    assert high == pytest.approx(np.quantile(totals, 0.95))


def test_a_missing_column_is_named():
    columns = fake.columns(3)
    del columns["losses.iran.air.wounded"]
    with pytest.raises(EnsembleError, match=r"losses\.iran\.air\.wounded"):
        losses_data(columns)


def test_the_page_shows_only_recorded_losses_beside_the_record():
    page = losses_page_data(fake.prepared(), fake.ensemble(50))
    assert [row["id"] for row in page["outcomes"]] == ["iraqi-killed"]
    lines = losses_page_lines(page)
    assert max(map(len, lines)) <= 80
    assert "  refight losses fall --refights 50 --seed 1" in lines


def test_the_tables_say_that_outcomes_count_for_less_time():
    said = " ".join(" ".join(losses_lines(losses_data(fake.columns(9)))).split())
    assert "over the whole act" in said
    assert "only until two days after the act is decided" in said
