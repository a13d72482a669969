"""Numerals: numbers in figures and in English words, fractions, vague plurals.

Each function reads at a token and gives the value with the index after it, or None.
A bare "one" or "a" is no number here: it is as often a pronoun or an article.
"""

from refight.account.reading.tokens import NUMBER, Tokens, value_of, words

SMALL = {
    word: value
    for value, word in enumerate(
        words(
            "zero one two three four five six seven eight nine ten eleven twelve "
            "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
SCALES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
VAGUE = {f"{word}s": value for word, value in SCALES.items()} | {"tens": 10}
HALF = 0.5
AND_A_HALF = ("and", "a", "half")

Value = tuple[float, int]


def number_at(tokens: Tokens, at: int) -> Value | None:
    """Read a number in figures or words, with its scale.

    >>> number_at(Tokens("two hundred and twelve men"), 0)
    (212.0, 4)
    """
    token = tokens[at]
    if token.low == "half" and tokens[at + 1].low in ("a", "an"):
        scale = SCALES.get(tokens[at + 2].low)
        return (HALF * scale, at + 3) if scale else None
    if token.low == "minus":
        found = number_at(tokens, at + 1)
        return (-found[0], found[1]) if found else None
    if token.low == "one" and tokens.low(at + 1, 3) == AND_A_HALF:
        return 1 + HALF, at + 4
    if token.kind == NUMBER:
        return _and_a_half(tokens, *_scaled(tokens, value_of(token.text), at + 1))
    found = _in_words(tokens, at)
    return _and_a_half(tokens, *found) if found else None


def share_at(tokens: Tokens, at: int) -> Value | None:
    """Read a share: half of, a third of the, two-thirds, two in three.

    >>> share_at(Tokens("two-thirds of the staff"), 0)
    (0.6667, 3)
    """
    if tokens[at].low == "half" and tokens[at + 1].low in ("of", "the", "their", "his"):
        return HALF, at + 1
    if tokens[at].low in ("a", "an"):
        return _parts(tokens, 1.0, at + 1)
    found = number_at(tokens, at)
    if found is None:
        return None
    value, after = found
    if tokens[after].low == "in" and (whole := number_at(tokens, after + 1)):
        return (round(value / whole[0], 4), whole[1]) if whole[0] > value else None
    if tokens[after].text == "-":
        after += 1
    return _parts(tokens, value, after)


def vague_at(tokens: Tokens, at: int) -> Value | None:
    """Read a plural without a count, as at least two: dozens, tens of thousands.

    >>> vague_at(Tokens("tens of thousands"), 0)
    (20000.0, 3)
    """
    first = VAGUE.get(tokens[at].low)
    if first is None:
        return None
    second = VAGUE.get(tokens[at + 2].low)
    if tokens[at + 1].low == "of" and second and second > first:
        return 2.0 * first * second, at + 3
    return (2.0 * first, at + 1) if tokens[at].low != "tens" else None


def _scaled(tokens: Tokens, value: float, after: int) -> Value:
    while tokens[after].low in SCALES:
        value *= SCALES[tokens[after].low]
        after += 1
    return value, after


def _and_a_half(tokens: Tokens, value: float, after: int) -> Value:
    if tokens.low(after, 3) == AND_A_HALF:
        return value + HALF, after + 3
    return value, after


def _in_words(tokens: Tokens, at: int) -> Value | None:
    start = at
    total, current, seen = 0.0, 0.0, False
    if tokens[at].low in ("a", "an") and tokens[at + 1].low in SCALES:
        at += 1
    while True:
        word = tokens[at].low
        if word in SMALL and _room(current, SMALL[word]):
            current += SMALL[word]
        elif word in TENS and _room(current, TENS[word]):
            current += TENS[word]
        elif word in SCALES and (seen or at > start or word != "score"):
            total, current = _times(total, current or 1.0, SCALES[word])
        elif seen and _joins(tokens, at, total, current):
            at += 1
            continue
        else:
            break
        seen, at = True, at + 1
    value = total + current
    if not seen or (value == 1 and at - start == 1):
        return None
    if at - start == 1 and tokens[start].low in SCALES:
        return None
    return value, at


def _room(current: float, value: float) -> bool:
    """Tell whether a smaller number can follow: twenty five, but not five twenty."""
    if value < 10:
        return current % 10 == 0 and current % 100 != 10
    return current % 100 == 0


def _times(total: float, current: float, scale: int) -> tuple[float, float]:
    if scale == 100 or scale < 100:
        return total, current * scale
    return total + current * scale, 0.0


def _joins(tokens: Tokens, at: int, total: float, current: float) -> bool:
    """Tell whether a hyphen or an "and" goes on with the same number."""
    word, follows = tokens[at].low, tokens[at + 1].low
    if word == "-":
        return tokens.joined(at) and tokens.joined(at + 1) and _names(follows)
    large = (current % 100 == 0) if current else total > 0
    return word == "and" and large and (follows in SMALL or follows in TENS)


def _names(word: str) -> bool:
    return word in SMALL or word in TENS or word in SCALES


def _parts(tokens: Tokens, count: float, at: int) -> Value | None:
    word = tokens[at].low
    part = PARTS.get(word) or PARTS.get(word.removesuffix("s"))
    if word == "halves" or not part or tokens[at + 1].low != "of":
        return None
    return round(count / part, 4), at + 1
