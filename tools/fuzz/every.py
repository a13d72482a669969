"""Every target by its name."""

from collections.abc import Callable

from tools.fuzz import acts, asking, tables, targets
from tools.fuzz.hunt import Target

TARGETS: dict[str, Callable[[], Target]] = {
    "evidence": targets.evidence,
    "account": targets.accounts,
    "ground": targets.ground,
    "copy": targets.copies,
    "text": targets.texts,
    "draft": targets.drafts,
    "library": targets.libraries,
    "scenario": acts.scenarios,
    "manifest": acts.manifests,
    "store": acts.stores,
    "cache": acts.caches,
    "trial": tables.trials,
    "study": tables.studies,
    "command": asking.commands,
    "page": asking.pages,
}
