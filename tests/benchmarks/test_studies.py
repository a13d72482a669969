"""What shows the promises of studies: small, and with one real kill."""

import pytest

from benchmarks import studies


def test_a_study_laid_out_from_one_chunk_is_read_whole(tmp_path):
    page = studies.memory(tmp_path, refights=40, chunk=10)
    assert page["refights"] == 40
    assert page["ask, peak MB"] >= page["MB before"] > 0
    assert page["MB on disk"] > 0


@pytest.mark.slow
def test_a_driver_that_is_killed_ends_with_the_digest_of_one_thread(tmp_path):
    page = studies.drivers(tmp_path, refights=120, chunk=10, kills=2, alone=None)
    assert page["equal"]
    assert page["kept after each"] == sorted(page["kept after each"])


def test_another_digest_is_told_from_the_right_one(tmp_path):
    assert studies.by_one_thread(2) == studies.by_one_thread(2)
    assert not studies._compared("0" * 64, 2, "1" * 64)["equal"]
