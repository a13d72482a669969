import re
from pathlib import Path

from refight.engine import step

ROOT = Path(__file__).parent.parent.parent


def test_the_processes_measured_are_those_of_the_step():
    page = Path(step.__file__).read_text("utf-8").partition("def advance_step")[2]
    calls = re.findall(r"^    (\w+)\(sys, st, step(?:, key)?\)$", page, re.MULTILINE)
    measured = (ROOT / "src/refight/cli/processes.py").read_text("utf-8")
    wrapped = re.findall(r"^    (\w+)\(open_system\(.*step", measured, re.MULTILINE)
    assert len(calls) == 7
    assert wrapped == calls
