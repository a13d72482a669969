"""Make the results that are shipped: words of outcomes and causes, pages of causes.

`python -m refight.cli.found` refights what is not kept (half an hour of processor
time) and writes found.json of the campaign; `... found words` leaves the pages out.
Make it anew when a behaviour version or the data of an act changed; until then its
words are shown as older and its pages not at all.
"""

import json
import sys
from typing import Any

from refight.account.model import Account
from refight.attribution.causes import causes_of, stated
from refight.attribution.factorial import factorial
from refight.cli.account import load
from refight.cli.causepages import Asked, refought
from refight.cli.causes import RIVAL_PAIRS, picked
from refight.cli.show import ACTS, CAMPAIGN
from refight.ensemble.refight import Prepared, prepare, refight
from refight.files import campaign_path, write_atomic
from refight.manifest import BEHAVIOUR_VERSION, now
from refight.report.modelwords import words_of_causes, words_of_run
from refight.report.shipped import NAME

REFIGHTS, SEED = 1000, 1
DIGITS = 4  # significant ones: far below any Monte-Carlo error
Page = dict[str, Any]


def main(pages: bool = True) -> None:
    """Write the file, with or without the pages of causes."""
    account, _ = load(CAMPAIGN)
    bases = {act: prepare(act) for act in ACTS}
    found = {
        "behaviour_version": BEHAVIOUR_VERSION,
        "created": now()[:10],
        "digests": {act: base.digest for act, base in bases.items()},
        "words": {act: _words(base, account) for act, base in bases.items()},
        "pages": {act: _pages(base) for act, base in bases.items() if pages},
    }
    text = json.dumps(rounded(found), ensure_ascii=False, separators=(",", ":"))
    write_atomic(campaign_path(CAMPAIGN) / NAME, f"{text}\n".encode())


def rounded(value: Any) -> Any:
    """Round every number in some data, as a file need not hold its last digits.

    >>> rounded({"a": [0.123456, 1, "b"]})
    {'a': [0.1235, 1, 'b']}
    """
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    if isinstance(value, dict):
        return {name: rounded(each) for name, each in value.items()}
    return [rounded(e) for e in value] if isinstance(value, list | tuple) else value


def _words(base: Prepared, account: Account) -> dict[str, tuple[str, str]]:
    outcomes = words_of_run(base, refight(base, REFIGHTS, SEED), account)
    return outcomes | words_of_causes(factorial(base, seed=SEED), account)


def _pages(base: Prepared) -> dict[str, Page]:
    """Make the pages of an act's causes, before and after calibration."""
    act, causes = base.scenario.id, causes_of(base.scenario)
    given = picked(base, causes.refights >> len(causes.names), SEED, None, True)
    factorial(base, seed=SEED, given=given)
    orders = [name for name, each in stated()["order"].items() if each["act"] == act]
    asked = Asked(RIVAL_PAIRS, SEED, None, quiet=True)
    return {name: refought(act, name, asked) for name in (*causes.names, *orders)}


if __name__ == "__main__":
    main(pages="words" not in sys.argv)
