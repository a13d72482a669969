"""Size: how long files and functions are. Run by `make size`; judged by nobody.

A function is measured from its first line to its last, without its docstring.
"""

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONG_FUNCTION = 40  # lines: look for the second function in it
LONG_FILE = 400  # lines: look for the second idea in it


@dataclass(frozen=True)
class Function:
    """One function: where it stands and how many lines it has."""

    where: str
    name: str
    lines: int


@dataclass(frozen=True)
class Sizes:
    """The sizes of one folder of code."""

    files: dict[str, int]  # path -> lines
    functions: tuple[Function, ...]

    @property
    def long_files(self) -> dict[str, int]:
        """Pick the files above the guide."""
        return {path: n for path, n in self.files.items() if n > LONG_FILE}

    @property
    def long_functions(self) -> list[Function]:
        """Pick the functions above the guide, longest first."""
        found = [each for each in self.functions if each.lines > LONG_FUNCTION]
        return sorted(found, key=lambda each: -each.lines)


def measure(folder: Path, root: Path = ROOT) -> Sizes:
    """Measure every Python file under a folder."""
    files: dict[str, int] = {}
    functions: list[Function] = []
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        files[name] = len(text.splitlines())
        functions += _functions(ast.parse(text), name)
    return Sizes(files, tuple(functions))


def _functions(tree: ast.Module, name: str) -> list[Function]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        Function(f"{name}:{node.lineno}", node.name, _lines(node))
        for node in ast.walk(tree)
        if isinstance(node, kinds)
    ]


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    whole = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is None:
        return whole
    return whole - ((first.end_lineno or first.lineno) - first.lineno + 1)


def quantile(values: list[int], share: float) -> int:
    """Give the value that a share of the others does not exceed."""
    return sorted(values)[int(share * (len(values) - 1))] if values else 0


def report(sizes: Sizes, title: str) -> str:
    """Write the sizes of a folder as a few lines of text."""
    lengths = [each.lines for each in sizes.functions]
    rows = [
        f"{title}: {len(sizes.files)} files, {sum(sizes.files.values()):,} lines",
        f"  functions: {len(lengths)}, lines 50% {quantile(lengths, 0.5)}, "
        f"90% {quantile(lengths, 0.9)}, longest {max(lengths, default=0)}",
    ]
    for path, lines in sizes.long_files.items():
        rows.append(f"  long file      {lines:>5}  {path}")
    for each in sizes.long_functions:
        rows.append(f"  long function  {each.lines:>5}  {each.where} {each.name}")
    return "\n".join(rows)


def main() -> None:
    """Print the sizes of the package and of its tests."""
    for folder in ("src/refight", "tests"):
        print(report(measure(ROOT / folder), folder))


if __name__ == "__main__":
    main()
