"""Plain: only what a document of plain data can hold, refused before it is built.

Nodes of YAML -> nothing, or an error with line. Refused are tags of other kinds
(objects, sets, bytes), keys that are no text, whole numbers that no machine holds,
values that hold themselves, and aliases that stand for far more than is written.
"""

import yaml

from refight.documents import DIGITS
from refight.errors import RefightError

TAG = "tag:yaml.org,2002:"
KINDS = ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge")
KEYS = {f"{TAG}str", f"{TAG}merge", f"{TAG}value"}
PLAIN = {TAG + kind for kind in (*KINDS, "value")}
MORE = 10  # times more values than are written: beyond it, aliases are a trap
FREE = 1_000  # values that aliases may stand for in any document


def refuse_strange(root: yaml.Node, path: object, error: type[RefightError]) -> None:
    """Raise `error` for the first value that is no plain data."""
    sizes: dict[int, int] = {}
    whole = _size(root, sizes, path, error)
    if whole > FREE + MORE * len(sizes):
        found = f"aliases that stand for {whole:,} values"
        hint = "write out what is meant"
        raise error("plain data", found, _line(root, path), hint)


def _size(
    node: yaml.Node, sizes: dict[int, int], path: object, error: type[RefightError]
) -> int:
    """Count the values of a node with all that its aliases stand for."""
    known = sizes.get(id(node))
    if known is not None:
        if not known:
            raise error("plain data", "a value that holds itself", _line(node, path))
        return known
    _refuse_kind(node, path, error)
    if isinstance(node, yaml.MappingNode):
        _refuse_keys(node, path, error)
    sizes[id(node)] = 0  # open: whoever comes back here goes round in a circle
    size = 1 + sum(_size(each, sizes, path, error) for each in _inside(node))
    sizes[id(node)] = size
    return size


def _inside(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [each for pair in node.value for each in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _refuse_kind(node: yaml.Node, path: object, error: type[RefightError]) -> None:
    where = _line(node, path)
    if node.tag not in PLAIN:
        hint = "leave the tag out"
        raise error("plain data", f"the tag {node.tag}", where, hint)
    whole = isinstance(node, yaml.ScalarNode) and node.tag == f"{TAG}int"
    if whole and len(node.value) > DIGITS:
        found = f"a number of {len(node.value):,} digits"
        raise error("a number", found, where, "mend it, or write it as text")


def _refuse_keys(
    node: yaml.MappingNode, path: object, error: type[RefightError]
) -> None:
    for key, _ in node.value:
        if key.tag not in KEYS:
            found = key.value if isinstance(key, yaml.ScalarNode) else "a list or keys"
            hint = "put it in quotation marks, or mend it"
            raise error(
                "a key that is a word", found or "nothing", _line(key, path), hint
            )


def _line(node: yaml.Node, path: object) -> str:
    return f"{path}:{node.start_mark.line + 1}"
