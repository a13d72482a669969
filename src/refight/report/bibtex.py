"""BibTeX: sources as entries of a bibliography for LaTeX."""

import re
from collections.abc import Iterable

from refight.evidence.records import Source

TYPES = {
    "article": "misc",
    "book": "book",
    "encyclopedia": "misc",
    "memoir": "book",
    "official": "techreport",
    "study": "article",
}
# fields in which a type keeps who published it
PUBLISHERS = {"misc": "howpublished", "techreport": "institution", "article": "journal"}
SPECIAL = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def bibtex(sources: Iterable[Source]) -> str:
    """Write sources as BibTeX, one entry each, keys without a slash."""
    return "\n".join(map(_entry, sources))


def escaped(text: str) -> str:
    r"""Write a text so that LaTeX shows it as it is.

    >>> escaped("50 % & more_or_less")
    '50 \\% \\& more\\_or\\_less'
    """
    return "".join(SPECIAL.get(each, each) for each in text)


def _entry(source: Source) -> str:
    kind = TYPES.get(source.kind, "misc")
    where = PUBLISHERS.get(kind, "publisher")
    fields = {
        "title": f"{{{escaped(source.title)}}}",
        "author": f"{{{escaped(source.author)}}}" if source.author else "",
        where: escaped(source.publisher),
        "year": str(source.year or ""),
        "url": re.sub(r"[{}\\]", "", source.url),
        "note": escaped(_note(source)),
    }
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    key = source.key.replace("/", ":")
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def _note(source: Source) -> str:
    seen = f"stance: {source.stance}; seen: {source.access}"
    return f"{seen}. {source.note}" if source.note else seen
