"""Marks: the parts of a page that a command writes, between two comments."""


def marks(name: str) -> tuple[str, str]:
    """Give the comments around a part.

    >>> marks("bench")
    ('<!-- bench: begin -->', '<!-- bench: end -->')
    """
    return f"<!-- {name}: begin -->", f"<!-- {name}: end -->"


def spliced(text: str, middle: str, name: str) -> str:
    """Put a part between its marks; leave a text without marks alone."""
    begin, end = marks(name)
    if begin not in text or end not in text:
        return text
    before, rest = text.split(begin, 1)
    after = rest.split(end, 1)[1]
    return f"{before}{begin}\n{middle}\n{end}{after}"
