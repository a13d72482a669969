"""Parse: YAML text -> plain data, with the line of every key and item.

Imported only when a text is not kept already (`kept`).
"""

from collections.abc import Iterator
from typing import Any

import yaml

from refight.documents import DocumentPath, Lines
from refight.documents.plain import refuse_strange
from refight.errors import RefightError

try:  # the C parser is about eight times faster, but not every PyYAML has it
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

WRONG = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
)  # a word that its tag denies


def parse(text: str, path: object, error: type[RefightError]) -> tuple[Any, Lines]:
    """Read one YAML document and the line of every key and list item in it.

    Plain data only: no tags that build objects. Raises `error`, with `path` and line,
    when it is not YAML, empty, or says one key twice.
    """
    loader = Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            raise error("a YAML document", "an empty file", str(path), "fill it in")
        refuse_strange(node, path, error)
        lines = _lines(node, path, error)
        return loader.construct_document(node), lines
    except (yaml.YAMLError, RecursionError, *WRONG) as cause:
        raise _not_yaml(path, cause, error) from cause
    finally:
        loader.dispose()


def _not_yaml(
    path: object, cause: Exception, error: type[RefightError]
) -> RefightError:
    mark = getattr(cause, "problem_mark", None)
    where = str(path) if mark is None else f"{path}:{mark.line + 1}"
    found = getattr(cause, "problem", None) or str(cause) or "nesting too deep"
    return error("a YAML document", found, where, "mend the line named here")


def _lines(node: yaml.Node, path: object, error: type[RefightError]) -> Lines:
    lines: Lines = {(): node.start_mark.line + 1}
    seen: set[int] = set()
    waiting: list[tuple[DocumentPath, yaml.Node]] = [((), node)]
    while waiting:
        where, each = waiting.pop()
        if id(each) in seen:  # an alias: its lines were taken at the anchor
            continue
        seen.add(id(each))
        for key, line, value in _children(each, path, error):
            lines[(*where, key)] = line
            waiting.append(((*where, key), value))
    return lines


def _children(
    node: yaml.Node, path: object, error: type[RefightError]
) -> Iterator[tuple[str | int, int, yaml.Node]]:
    if isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield index, value.start_mark.line + 1, value
    if isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            name = str(key.value)
            if name in first and name != "<<":
                found = f'"{name}" a second time (first on line {first[name]})'
                raise error(
                    "each key once", found, f"{path}:{line}", "remove or rename one"
                )
            first[name] = line
            yield name, line, value
