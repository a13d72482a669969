"""One short act for all tests of studies."""

import pytest

from tests.ensemble.study.short import write_act


@pytest.fixture(scope="session")
def act(tmp_path_factory):
    return str(write_act(tmp_path_factory.mktemp("scenarios") / "short"))
