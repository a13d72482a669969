"""Trial words: leakage, what was tried, why it falls short, what is not seen.

Written by hand, since no run can know it; the page shows it as it stands.
"""

CHECKED = (
    "Names of battles, forces, countries and campaigns are not read into what a "
    "forecast may know; wars serve for splitting only "
    "(`tests/trials/test_battles.py`).",
    "Outcomes, missions, resolution and the judgements of relative factors are not "
    "inputs; blank outcomes give the same inputs (`tests/trials/test_engine.py`).",
    "A war is foretold by members chosen on the other wars; families and campaigns "
    "are not divided, since a war is left out whole. What is shared is which "
    "candidates were visited, the form of the mapping and its ranges: they were "
    "written by someone who had seen the rows of the folder. The blind rows are "
    "free of all that.",
    "The length of the battle is given, as in the blind scoring. It is partly an "
    "outcome.",
    "Inputs that may follow from the battle are used as recorded, and said so: "
    "second posture and ground (half of the refights), weather, air superiority in "
    "the theatre.",
    "Swapped sides and doubled losses score visibly worse on invented battles.",
)

TRIED = (
    "The shipped ranges as they are: too many losses since 1937, too little ground "
    "gained, chances far too sure (log-loss 0.82); kept as the starting point of "
    "the fit.",
    "One rate of loss for all eras: before 1937 men stood denser. One fitted factor "
    "takes most of the difference away; it is the largest gain in the attacker's "
    "losses.",
    "Air superiority by sorties alone: no effect on the result. It now also counts "
    "in quality, by one fitted coefficient.",
    "An objective at a fixed depth: chances far too sure. Its depth is now drawn; "
    "its spread, first fitted with the rest, was too small from war to war, and is "
    "now chosen by leaving out each war in turn.",
    "The mean of the front as the advance: too short, worst in battles of a day. "
    "Now the farthest part of it counts; still too short, above all in Arab-Israeli "
    "wars and on the Eastern Front.",
)

REASONS = (
    "Over all rows the result is foretold a little worse than by the share of "
    "attackers who win; in the wars that take part in fits it is foretold a little "
    "better (below, all other wars). The difference is the Arab-Israeli wars, where "
    "the larger side mostly loses: unit quality decides there, it is not recorded, "
    "and nothing was fitted to it. The force ratio alone fails there in the same "
    "way.",
    "Chances below 0.4 are too low: attackers who were given them won more often "
    "than not (the diagram). No common cause was found among so few.",
    "The advance is foretold worse than by the usual advance: too short in a day, "
    "and on the Eastern Front and in deserts, where formations drove through and "
    "beyond a strip.",
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
    "Results are judgements too, and recorded figures differ between studies by as "
    "much as a third.",
)
