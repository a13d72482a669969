"""Nouns: what a number counts, told from the words after it.

There is no grammar here: the first known noun, measure or plural within a few words
is taken, up to a mark or a small word. What is not found stays empty and is said.
"""

from refight.account.reading.tokens import NUMBER, WORD, Tokens, words

REACH = 4  # words looked at: three adjectives and a noun
MEASURES = frozenset(
    words(
        "mile miles yard yards foot feet inch inches league leagues furlong furlongs "
        "fathom fathoms acre acres hectare hectares metre metres meter meters "
        "kilometre kilometres kilometer kilometers km m cm mm ft yd kg g gram grams "
        "kilogram kilograms pound pounds lb lbs ounce ounces ton tons tonne tonnes "
        "barrel barrels gallon gallons litre litres bushel bushels degree degrees "
        "shilling shillings penny pence crown crowns ducat ducats dollar dollars franc "
        "francs mark marks rial rials toman tomans dinar dinars talent talents knot "
        "knots horsepower hp"
    )
)
NOUNS = frozenset(
    words(
        "men women children people persons souls troops infantry cavalry horse "
        "horsemen foot dead killed wounded missing captured prisoners casualties "
        "personnel police militia artillery marines aircraft sail sheep cattle oxen "
        "sorties gunmen seamen policemen airmen foreigners civilians"
    )
)
STOP = frozenset(
    words(
        "a an the and or but of in on at to for from by with without as than that "
        "which who whom whose when where while if were was is are be been being had "
        "has have did do does could would should may might must will shall can not no "
        "he she it they we you i his her its their our this these those there then so "
        "under over above below between through into out up down off after before "
        "since until till against near later ago old per came went gives puts says "
        "holds makes takes goes stands"
    )
)
COPULAS = ("was", "were", "are")
NO_PLURAL = ("ss", "us", "is", "'s", "\u2019s")


def unit_at(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Read what is counted by a number that ends before `at`: noun, index after.

    >>> unit_at(Tokens("seventy small galleys were"), 1)
    ('galleys', 3)
    """
    if tokens[at].text == "%":
        return "percent", at + 1
    if tokens[at].text == "\u00b0":
        return _degrees(tokens, at)
    if tokens.low(at, 2) == ("per", "cent"):
        return "percent", at + 2
    if tokens[at].low in ("percent", "pc"):
        return "percent", at + 1
    if tokens[at].text == "-" and tokens.joined(at) and tokens.joined(at + 1):
        return _after_hyphen(tokens, at + 1)
    if tokens[at].low in COPULAS and (found := _noun(tokens, at + 1)):
        return found[0], at  # "300 were killed": said of them, no part of the number
    return _square(tokens, at) or _noun(tokens, at)


def single_at(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Read a measure or a counted person after "one", where it is a number."""
    word = tokens[at].low
    known = word in MEASURES or f"{word}s" in MEASURES
    return (tokens[at].text, at + 1) if known and word != "mark" else None


def _degrees(tokens: Tokens, at: int) -> tuple[str, int]:
    scale = tokens[at + 1].text
    if scale in ("C", "F") and tokens.joined(at + 1):
        return f"\u00b0{scale}", at + 2
    return "\u00b0", at + 1


def _after_hyphen(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Read the measure of a 4,000-foot strip."""
    word = tokens[at].low
    return (tokens[at].text, at + 1) if word in MEASURES else None


def _square(tokens: Tokens, at: int) -> tuple[str, int] | None:
    kind, measure = tokens[at].low, tokens[at + 1].low
    if kind in ("square", "sq", "cubic", "nautical", "metric"):
        dotted = measure == "." and tokens[at + 2].low in MEASURES
        end = at + 2 if dotted else at + 1
        if tokens[end].low in MEASURES:
            return f"{tokens[at].text} {tokens[end].text}", end + 1
    return None


def _noun(tokens: Tokens, at: int) -> tuple[str, int] | None:
    for number in range(at, at + REACH):
        token = tokens[number]
        if token.kind != WORD or token.low in STOP:
            return None
        if token.low in MEASURES and number == at:
            return token.text, number + 1
        if token.low in NOUNS or _plural(token.low):
            return token.text, number + 1
        if tokens[number + 1].kind == NUMBER:
            return None
    return None


def _plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(NO_PLURAL)
