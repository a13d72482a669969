import re
from pathlib import Path

from refight.engine import step
from tools import acts


def test_the_processes_measured_are_those_of_the_step():
    text = Path(step.__file__).read_text("utf-8").partition("def advance_step")[2]
    calls = re.findall(r"^    (\w+)\(sys, st, step(, key)?\)$", text, re.MULTILINE)
    assert tuple(name for name, _ in calls) == acts.ORDER
    assert {name for name, key in calls if not key} == acts.KEYLESS
