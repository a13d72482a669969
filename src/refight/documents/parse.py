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


MET = (  # a part of what a parser says -> the same in words
    ("flow sequence", "a list in brackets that does not end"),
    ("flow mapping", "keys in braces that do not end"),
    ("unknown escape", "a backslash before a letter that it does not go with"),
    ("quoted scalar", "a quotation mark that is never closed"),
    ("simple key", "a word without a colon where a key should stand"),
    ("mapping values are not allowed", "a second colon, or a line set too far right"),
    ("cannot start any token", "a tab, or a mark that has to stand in quotation marks"),
    ("block mapping", "a line whose indent fits none above it"),
    ("block collection", "a line whose indent fits none above it"),
    ("block sequence", "a line whose indent fits none above it"),
    ("document start", "something that belongs to no key or list above it"),
    ("single document", "a second document after a line of hyphens"),
    ("directive", "a line that begins with %"),
    ("alias", "a * that names nothing marked with & above it"),
)


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
    hint = "mend the line named here, or the one above it"
    return error("a YAML document", _in_words(cause), where, hint)


def _in_words(cause: Exception) -> str:
    """Say in words what the parser met, whichever of the two it was."""
    if isinstance(cause, RecursionError):
        return "nesting too deep"
    if not isinstance(cause, yaml.YAMLError):
        return "a word that is not what its tag (two ! before it) says"
    if isinstance(cause, yaml.reader.ReaderError):
        return f"a character that no text holds (U+{cause.character:04X})"
    said = f"{getattr(cause, 'context', '')} {getattr(cause, 'problem', '') or cause}"
    return next((words for part, words in MET if part in said), said.strip())


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
