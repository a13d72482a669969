"""Words: what is put where something else belongs.

Each stands for a way in which a value has gone wrong elsewhere: kinds mixed up,
numbers beyond what a machine holds, tags that build objects, references that never
end, letters that cannot be printed, paths that lead out.
"""

import itertools

LONG = 4_000  # digits, letters or brackets: beyond Python's own limits on both
DEEP = 2_000
BOMB = "&a [x, x, x, x, x, x, x, x]"
LEVELS = "abcdefghi"


def _bomb() -> str:
    """Write aliases that stand for some hundred million items."""
    parts = [BOMB]
    for last, name in itertools.pairwise(LEVELS):
        parts.append(f"&{name} [{', '.join([f'*{last}'] * 8)}]")
    return f"[{', '.join(parts)}]"


KINDS = (
    "null",
    "true",
    "[]",
    "{}",
    '""',
    '" "',
    "0",
    "-1",
    "1",
    "0.5",
    "word",
    "[a, b]",
    "{a: b}",
    "[[]]",
    "[null]",
    "{null: null}",
    "{1: 2}",
    "[1, two, [3]]",
)
NUMBERS = (
    ".nan",
    ".inf",
    "-.inf",
    "1e999",
    "NaN",
    "Infinity",
    "1e308",
    "-1e308",
    "9223372036854775808",
    "-9223372036854775809",
    "1" + "0" * 400,
    "9" * (LONG + 400),
    "0x" + "f" * LONG,
    "0o17",
    "1_000",
    "1:30:00",
    "1e-320",
    "٣٤",
)
DATES = (
    "1980-09-22",
    "1980-09-22T00:00:00Z",
    '"1980-09-22T00:00:00+03:30"',
    '"0001-01-01"',
    '"9999-12-31"',
    '"9999-12-31T23:59:59"',
    '"1980-02-30"',
    '"1361/07/01"',
    "0000-00-00",
)
TAGS = (
    '!!python/object/apply:os.system ["true"]',
    "!!python/name:os.system",
    "!!python/tuple [1, 2]",
    "!!binary aGFsbG8=",
    "!!set {a, b}",
    "!!omap [a: 1]",
    "!!pairs [a: 1, a: 2]",
    "!!float word",
    "!!int word",
    "!!bool word",
    "!!timestamp word",
    "!unknown x",
    "!<tag:example.org,2000:a> b",
)
SHAPES = (
    "&a [*a]",
    "&a {b: *a}",
    "{<<: {a: 1}}",
    "{<<: [{a: 1}, {b: 2}]}",
    "{? [a]: b}",
    "{? {a: b}: c}",
    "{a: 1, a: 2}",
    "*unknown",
    _bomb(),
    "[" * DEEP,
    "[" * DEEP + "]" * DEEP,
    "{a: " * DEEP + "}" * DEEP,
    "- ",
    "? ",
    ": ",
    "---",
    "...",
    "%YAML 9.9",
    "# ",
    "|\n",
    "{",
    "]",
    '"',
)
LETTERS = (
    '"\\ud800"',
    '"\\u0000"',
    '"\\u202e"',
    '"\\e[31m"',
    '"\\n\\n"',
    "x" * (LONG * 10),
    "خرمشهر",
    "é\u0301",
    '"%s %n {0} {x}"',
    '"<script>alert(1)</script>"',
    '"{{7*7}}"',
    "\x00",
    "\x1b",
    "\ufffe",
    "\u2028",
    '"a=b=c"',
    '"="',
    '"(?:"',
)
PATHS = (
    '"../../../../etc/passwd"',
    '"/etc/passwd"',
    '"/dev/zero"',
    '".."',
    '"."',
    '"/"',
    '"a/../../b"',
    '"khorramshahr-1980/../x"',
    '"~"',
    '"$HOME"',
    '"a' + "/a" * 3_000 + '"',
)
WORDS = (*KINDS, *NUMBERS, *DATES, *TAGS, *SHAPES, *LETTERS, *PATHS)
