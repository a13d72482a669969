"""What the tests of the account share: account, archive, answers, a copy to break."""

import shutil
from pathlib import Path

import pytest

from refight.account import read
from refight.account.arithmetic import work_all
from refight.evidence.archive import Archive
from refight.files import campaign_path

ROOT = Path(__file__).parent.parent.parent
ORIGINAL = ROOT.parent / "shared" / "account" / "account.txt"


@pytest.fixture(scope="session")
def archive():
    return Archive.read(campaign_path("khorramshahr"))


@pytest.fixture(scope="session")
def account():
    return read(campaign_path("khorramshahr") / "account")


@pytest.fixture(scope="session")
def done(account, archive):
    return work_all(account, archive)


@pytest.fixture(scope="session")
def original():
    """Read the article, where a copy is at hand; it is not part of the product."""
    if not ORIGINAL.is_file():
        pytest.skip("no copy of the article at ../shared/account/account.txt")
    return ORIGINAL.read_bytes().decode("utf-8")


@pytest.fixture
def broken(tmp_path):
    """Copy the account's folder; returns a function that changes one file of it."""
    folder = tmp_path / "account"
    shutil.copytree(campaign_path("khorramshahr") / "account", folder)

    def change(name, old, new, count=1):
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, count), "utf-8")
        return folder

    return change
