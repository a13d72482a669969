"""Trial words: what was checked and tried, what is not seen, and what numbers say.

The first three are written by hand, since no run can know them: what was tried names
the numbers of its own time. What the numbers say is made from the page's own numbers.
"""

from collections.abc import Mapping
from typing import Any

CHECKED = (
    "Names of battles, forces, countries and campaigns are not read into what a "
    "forecast may know; wars serve for splitting only "
    "(`tests/trials/test_battles.py`).",
    "Outcomes, missions, resolution and the judgements of relative factors are not "
    "inputs; blank outcomes give the same inputs (`tests/trials/test_engine.py`).",
    "A war is foretold by members, a rule of a win, a trust in refights and spreads of "
    "records chosen on the other wars; families and campaigns are not divided, since a "
    "war is left out whole. What is shared is which candidates were visited, the form "
    "of the mapping and its ranges: they were written by someone who had seen the rows "
    "of the folder. The blind rows are free of all that.",
    "Tables of residuals and of wins by each input were looked at while the mapping "
    "was written, and the Arab-Israeli rows took part in some: an early table of "
    "residuals, and the wins by air superiority, posture and ground. No number was "
    "fitted to those rows, but what is modelled at all was not chosen blind to them.",
    "The length of the battle is given, as in the blind scoring. It is partly an "
    "outcome.",
    "Inputs that may follow from the battle are used as recorded, and said so: "
    "second posture and ground (half of the refights), weather, air superiority in "
    "the theatre.",
    "Swapped sides and doubled losses score visibly worse on invented battles.",
)

TRIED = (
    "An objective at a drawn distance, all men of a force in the line (behaviour "
    "version 2): log-loss 0.671 where the majority class has 0.667, calibration slope "
    "0.32, and fitted rates of loss of a third of the shipped ones. Two reasons were "
    "found, both of definition. The logarithm of the ground gained is ruled by the "
    "third of refights that gain none; and the shipped rates are of men engaged, a "
    "quarter to a third of a division, while on the strip everybody was.",
    "Now each refight is judged by the rule that records were judged by, which is "
    "learnt from records alone: in records advance and exchange together tell a win "
    "from other ends with a log-loss of 0.46 (advance alone 0.53, exchange alone "
    "0.58; each war left out). On the 183 battles of the wars in the fit, shipped "
    "coefficients and nothing fitted but rule and trust then gave 0.640 (24 refights; "
    "majority 0.674), raw odds to be believed by 0.9. Judging by the advance alone "
    "was worse by 0.002 to 0.003, a logistic on the mean advance by 0.005 to 0.007 "
    "(four sets of coefficients, 48 refights).",
    "Now men who serve guns and tanks and a drawn tail stand behind the line: the "
    "shipped rates of loss then hold as they are (recorded over foretold, logarithms: "
    "attacker -0.04, defender 0.32), and the fit leaves them near there. No men "
    "behind tanks, or 30 a tank instead of 15: worse and no better.",
    "Air superiority by sorties alone: no effect on the result. It also counts in "
    "quality, by one fitted coefficient. Making the push easier by it instead: no "
    "better (0.643 to 0.647 for three strengths of it, 0.644 without).",
    "Counter-attacks of the defender's second line on lost ground: the result no "
    "better, the advance a little worse; left out. New attacks after a failed one: no "
    "change; left out.",
    "Quality drawn more narrowly or widely, sharper or flatter pushes, no selection of "
    "attackers, heavier tanks, bolder attackers: all within noise or worse for the "
    "result; those that move losses are left to the fit.",
    "One rate of loss for all eras: before 1937 men stood denser. One fitted factor "
    "takes most of the difference away.",
    "Recording error of losses at 0.3 as the table's owner found: intervals too narrow "
    "(90% held 81% and 83%). The spread of records about refights is now learnt from "
    "the other wars, for losses and for the advance.",
    "A rehearsal of blind scoring, once, after all was settled: campaigns parted in "
    "two by a hash of their names, 102 battles fitted (4 rounds of 10), 112 of other "
    "campaigns foretold from rows without outcomes. Log-loss 0.656, majority 0.678 "
    "(difference -0.022, -0.053 to 0.011); CRPS of losses 0.49 and 0.52 beside 0.61 "
    "and 0.65 of constant rates; 90% intervals hold 92% and 93%; raw odds believed by "
    "half only, and so calibration slope 2.2.",
)

LIMITS = (
    "Unit quality is not recorded. It is drawn about a mean that falls with the "
    "force ratio, since attackers choose when to attack; its spread is fitted.",
    "A slice of four kilometres stands for fronts of up to a thousand; flanks, "
    "rivers, encirclements, reserves from elsewhere and operations in phases are "
    "not there.",
    "The attacker does not lose ground that the defender did not have: "
    "counter-attacks and retreats of the attacker are not played, so negative "
    "advances are missed.",
    "Prisoners of a collapse are counted in the recorded losses, and seldom come "
    "about on a strip.",
    "Rugged ground slows recorded advances and not those of refights; side by side "
    "with tanks a force of the table loses fewer men, and hardly so in refights.",
    "Results are judgements too, and recorded figures differ between studies by as "
    "much as a third.",
)

NEAR = 0.005  # log-loss or CRPS that is no difference worth a word


def said(page: Mapping[str, Any], names: Mapping[str, str]) -> list[str]:
    """Say in words what the page's numbers are, whatever they are."""
    return [_result(page), _bins(page["bins"]), *_parts(page["all"], names)]


def _result(page: Mapping[str, Any]) -> str:
    kinds = (("all", "all rows"), ("taught", "wars that take part in fits"),
             ("apart", "Arab-Israeli wars"))  # fmt: skip
    away = {
        name: page[key]["differences"][0]["log_loss"]["value"]
        for key, name in kinds
        if page[key]
    }
    text = "; ".join(
        f"{name} {value:+.3f}, {_than(value)}" for name, value in away.items()
    )
    line = f"Result, log-loss against the share of attackers who win: {text}."
    apart, taught = away.get("Arab-Israeli wars", 0.0), away.get(kinds[1][1], 0.0)
    if apart > max(taught, 0.0) + NEAR:
        line += (
            " In the Arab-Israeli wars the larger side mostly loses: quality, which is "
            "not recorded, says more there than numbers, and nothing was fitted to it."
        )
    return line


def _than(value: float) -> str:
    return "better" if value < -NEAR else "worse" if value > NEAR else "the same"


def _bins(bins: list[Mapping[str, Any]]) -> str:
    """Name the chances that do not agree with what came of them."""
    odd = [
        f"{each['low']:.1f} to {each['high']:.1f} ({each['count']} battles, "
        f"{each['won']:.0%} won)"
        for each in bins
        if not each["interval"][0] <= each["mean"] <= each["interval"][1]
    ]
    if not odd:
        return "Chances agree with shares of wins within the intervals of the diagram."
    return f"Chances that do not agree with shares of wins: {', '.join(odd)}."


def _parts(scored: Mapping[str, Any], names: Mapping[str, str]) -> list[str]:
    engine, parts = scored["scores"][0], scored["differences"][0]["parts"]
    found = []
    for part, name in names.items():
        own, away = engine["parts"][part], parts[part]["value"]
        if away == away:  # known
            found.append(
                f"{name.capitalize()}: CRPS {away:+.3f} from constant rates, "
                f"{_than(away)}; recorded middles lie "
                f"{'above' if own['bias'] > 0 else 'below'} the foretold by "
                f"{abs(own['bias']):.2f}; 90% intervals hold "
                f"{own['nine']['value']:.0%}."
            )
    return found
