"""Words: what refights have to say of the account's levers and outcomes.

Reads answers that have been made: the causes of both acts, and the ensembles. Returns
the words of the model's axis; without those answers there is nothing to say yet.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from refight.account.verdict import ModelWords

MEETS = {True: "meets the record", False: "does not meet the record"}
HOW = {
    True: "the record's best value lies in the middle 90% of {n} refights",
    False: "the record's best value lies outside the middle 90% of {n} refights",
}


def model_words(
    causes: Iterable[Mapping[str, Any]], ensembles: Iterable[Mapping[str, Any]]
) -> ModelWords:
    """Give lever or outcome -> (word, reason).

    A lever of both acts has both words, each with its act.
    """
    found: dict[str, tuple[str, str]] = {}
    for each in causes:
        word, reason = each["model"]["word"], each["model"]["reason"]
        name = each["cause"]
        if each["id"] != name:  # it is a cause of the other act too
            word = f"{each['act']}: {word}"
        if name in found:
            before = found[name]
            word, reason = f"{before[0]}; {word}", f"{before[1]}; {reason}"
        found[name] = (word, reason)
    for head in ensembles:
        for row in head["outcomes"]:
            if row["meets"] is not None and not row["input"]:
                how = HOW[row["meets"]].format(n=head["refights"])
                reason = f"{row['title']}: {how}"
                found.setdefault(row["record"]["key"], (MEETS[row["meets"]], reason))
    return found
