"""Every contract holds for several refights of both acts."""

import pytest

from tests.ensemble.acts import ACTS, REPLICATES, replay


@pytest.fixture(
    scope="session",
    params=[(act, each) for act in ACTS for each in REPLICATES],
    ids=lambda given: f"{given[0]}-{given[1]}",
)
def found(request):
    """Give one recorded refight."""
    return replay(*request.param)
