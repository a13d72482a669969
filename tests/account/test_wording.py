"""No run of five words of the article stands in any file of the product.

Runs only where a copy of the article is at hand (REFIGHT_ACCOUNT_TEXT). Exempt are, by
the rule of the account itself, its headings, titles of office and listed titles of
works. Hashes of such runs are not shipped: short runs can be guessed back from their
hashes.
"""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
RUN = 5  # words
LARGEST = 3_000_000  # bytes of a file that is looked at
EXEMPT = (
    "How did the city fall?",
    "How was the city liberated?",
    "President of the Islamic Republic of Iran",
    "Leader of the Islamic Revolution",
    "of the fall of Khorramshahr",  # in titles of other works
)
WORD = re.compile(r"[^\W_]+")


def words(text):
    return WORD.findall(text.lower().replace("\u2019", "").replace("'", ""))


def runs(text):
    found = words(text)
    return {tuple(found[n : n + RUN]) for n in range(len(found) - RUN + 1)}


def forbidden(article):
    return runs(article) - {run for each in EXEMPT for run in runs(each)}


def product_files():
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    names = [name for name in done.stdout.decode().split("\0") if name]
    paths = [ROOT / name for name in names]
    return [p for p in paths if p.is_file() and p.stat().st_size < LARGEST]


def test_no_file_of_the_product_repeats_five_words_of_the_article(original):
    kept = forbidden(original)
    found = [
        f"{path.relative_to(ROOT)}: {' '.join(run)}"
        for path in product_files()
        for run in runs(path.read_bytes().decode("utf-8", errors="ignore")) & kept
    ]
    assert found == []


def test_the_article_itself_is_no_file_of_the_product(original):
    size = len(original.encode("utf-8"))
    same = [p for p in product_files() if p.stat().st_size == size]
    assert [p for p in same if p.read_bytes() == original.encode("utf-8")] == []


def test_the_check_sees_a_run_across_marks_and_line_ends():
    article = "The ford was held, they say, for nine days."
    assert forbidden(article) & runs("held\n# they 'say' for: NINE")
    assert not forbidden(article) & runs("held they say for ten days")


def test_headings_and_offices_are_exempt():
    assert forbidden("How did the city fall?") == set()
    assert forbidden("president of the Islamic Republic") == set()
