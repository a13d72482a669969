"""The two grounds, built once from the shipped layers."""

import pytest

from refight.files import campaign_path
from refight.ground.build import build
from refight.ground.grid import Ground
from refight.ground.layers import Layers, read


@pytest.fixture(scope="session")
def fall() -> Ground:
    return build(campaign_path("khorramshahr") / "ground", "fall")


@pytest.fixture(scope="session")
def liberation() -> Ground:
    return build(campaign_path("khorramshahr") / "ground", "liberation")


@pytest.fixture(scope="session")
def layers() -> Layers:
    return read(campaign_path("khorramshahr") / "ground")
