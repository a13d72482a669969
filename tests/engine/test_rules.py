"""Every number of a rule is listed, and none hides in the engine's kernels."""

import ast
from pathlib import Path

import pytest

import refight
from refight.engine import rules

ENGINE = Path(refight.__file__).parent / "engine"
KERNELS = [*sorted((ENGINE / "process").glob("*.py"))] + [
    ENGINE / f"{name}.py"
    for name in (
        "command",
        "fire",
        "geography",
        "passage",
        "power",
        "retreat",
        "routes",
    )
]
# what arithmetic, units and geometry need: none, all, the mean of a lognormal
# (0.5 of its variance), metres in a kilometre, a hexagon's side, beyond any distance
PLAIN = {0.0, 1.0, 0.5, 1000.0, 100.0, 0.577350269, 1e30}


def test_every_number_has_a_meaning_and_every_meaning_a_number():
    numbers = {name for name in vars(rules) if name.isupper()} - {"MEANINGS"}
    assert numbers == set(rules.MEANINGS)
    assert len(rules.listed()) == len(numbers)
    assert all(isinstance(getattr(rules, name), int | float) for name in numbers)


def halves(tree):
    """Find where a half stands that is not the half of a variance."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.BinOp) or not isinstance(node.left, ast.Constant):
            continue
        if node.left.value == 0.5 and "sigma" not in ast.unparse(node):
            yield node.lineno


@pytest.mark.parametrize("source", KERNELS, ids=lambda path: path.stem)
def test_no_number_hides_in_a_kernel(source):
    tree = ast.parse(source.read_text())
    floats = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    }
    assert floats <= PLAIN
    assert list(halves(tree)) == []


def test_rules_are_used():
    text = "".join(path.read_text() for path in KERNELS)
    assert [name for name in rules.MEANINGS if f"rules.{name}" not in text] == []
