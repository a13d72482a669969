"""What the tests of the account share: account, archive, answers, a copy to break.

The article is not part of the product. Tests that need its wording take a copy from
the file that REFIGHT_ACCOUNT_TEXT names; those of recognising a copy run everywhere, on
an invented text of the same shape.
"""

import hashlib
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from refight.account import read
from refight.account.arithmetic import work_all
from refight.account.text import digest, split
from refight.evidence.archive import Archive
from refight.files import campaign_path

ROOT = Path(__file__).parent.parent.parent
NAMED = "REFIGHT_ACCOUNT_TEXT"
BESIDE = ROOT.parent / "shared" / "account" / "account.txt"  # a copy for developers
FORMS = (
    "The ford of {0} was held for {1} days... or so it was said.",
    "\u201cIt rained on {0},\u201d said one of {1}.",
    "What became of {0} on day {1}?",
    'He added: "Nobody\u2019s boats came to {0}... and {1} left."',
)


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
    path = Path(os.environ.get(NAMED) or BESIDE)
    if not path.is_file():
        pytest.skip(f"no copy of the article: set {NAMED} to the path of one")
    return path.read_bytes().decode("utf-8")


def invented_text(account):
    """Write a text with as many sentences as the account, on the same lines."""
    lines = {}
    for number, each in enumerate(account.sentences.values()):
        said = FORMS[number % len(FORMS)].format(f"Place{number}", number + 3)
        lines.setdefault(each.line, []).append(said)
    text = "\n".join(" ".join(said) for said in lines.values())
    return text.removeprefix("The ")[1:]  # it starts inside a word, as the article does


@pytest.fixture(scope="session")
def invented(account):
    """Give the account with the digests of an invented text, and that text."""
    text = invented_text(account)
    sentences = {
        name: replace(
            each,
            sha256=unit.sha256,
            start=unit.start,
            end=unit.end,
            line=unit.line,
            position=unit.position,
        )
        for (name, each), unit in zip(
            account.sentences.items(), split(text), strict=True
        )
    }
    document = replace(
        account.document,
        sha256_file=hashlib.sha256(text.encode()).hexdigest(),
        sha256_normalised=digest(text),
    )
    return replace(account, document=document, sentences=sentences), text


@pytest.fixture(params=["invented", "article"])
def told(request):
    """Give an account and its text: an invented one, and the article where it is."""
    if request.param == "invented":
        return request.getfixturevalue("invented")
    return request.getfixturevalue("account"), request.getfixturevalue("original")


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
