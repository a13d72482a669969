"""Nothing in the repository tells on which machine or how it was written."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

# Folders that belong to one machine, written so that this file does not match itself.
FOLDERS = ["home", "media", "mnt", "opt", "root", "tmp", "Users", "work"]
FORBIDDEN = [f"/{folder}/" for folder in FOLDERS]
# absolute paths that the words above would hide in
MACHINE_PATH = re.compile(
    "|".join(rf"(?<![\w.:/~$}}-]){re.escape(each)}" for each in FORBIDDEN)
)


def tracked():
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    )
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    names = done.stdout.decode().split("\0")
    return [name for name in names if name and (ROOT / name).is_file()]


def test_no_tracked_file_names_a_path_of_some_machine():
    found = []
    for name in tracked():
        text = (ROOT / name).read_bytes().decode("utf-8", errors="ignore")
        for number, line in enumerate(text.splitlines(), start=1):
            match = MACHINE_PATH.search(line)
            if match:
                found.append(f"{name}:{number}: {match[0]}")
    assert found == []


def test_the_check_sees_a_machine_path():
    assert MACHINE_PATH.search("see " + "/" + "home/someone/file")
    assert MACHINE_PATH.search('"' + "/" + "work/main")
    assert not MACHINE_PATH.search("https://example.org" + "/" + "home/page")
    assert not MACHINE_PATH.search("field" + "/" + "work/done")


def test_made_things_are_not_tracked():
    made = [".venv/", ".cache/", "__pycache__/", "dist/", ".hypothesis/"]
    assert [each for each in tracked() if any(part in each for part in made)] == []
