"""A short act for studies: the first days of the fall, as a folder of its own."""

from datetime import datetime, timedelta
from functools import cache

import numpy as np
import yaml

from refight.ensemble.design import fresh
from refight.ensemble.place import open_place
from refight.ensemble.refight import Runner, varied
from refight.ensemble.study import chunk as chunks
from refight.ensemble.study.drive import run_study
from refight.ensemble.study.plan import arms_of, planned, write_plan
from refight.ensemble.study.total import scalars, together
from refight.scenario.read import scenario_path
from refight.scenario.variant import parse
from tests.ensemble import acts

DAYS = 2
SEED = 3
CHUNK, REFIGHTS = 8, 30  # the last chunk is shorter


def write_act(folder):
    """Write the fall, cut to its first days, as a scenario; late units come in time."""
    folder.mkdir(parents=True)
    for path in scenario_path("fall").glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    start = _change(folder / "scenario.yaml", days=DAYS)["start"]
    last = datetime.fromisoformat(start) + timedelta(days=DAYS, hours=-6)
    _units_in_time(folder / "units.yaml", last.isoformat())
    return folder


def _units_in_time(path, last):
    units = yaml.safe_load(path.read_text())["units"]
    for unit in units:
        if "arrival" in unit:
            unit["arrival"] = min(unit["arrival"], last)
    _change(path, units=units)


def _change(path, **keys):
    data = yaml.safe_load(path.read_text()) | keys
    path.write_text(yaml.safe_dump(data, allow_unicode=True))
    return data


@cache
def prepared(act):
    return chunks.base(act, "recorded")


def plan(act, refights=REFIGHTS, design="draws", choices=None, chunk=CHUNK):
    ready = prepared(act)
    first = chunks.first_refight(ready, SEED)
    arms = arms_of(design, choices or {})
    return planned(
        ready, act, arms, refights, first, design=design, seed=SEED, chunk=chunk
    )


def study(folder, act, **how):
    write_plan(plan(act, **how), folder)
    return folder


@cache
def in_one_piece(act, refights=REFIGHTS, variants=((),)):
    """Fight a study's refights on one thread, in one go, and hash them."""
    found = []
    for variant in variants:
        ready = varied(prepared(act), parse(variant))
        columns = Runner(ready, fresh(refights, SEED))(np.arange(refights))
        found.append((variant, acts.fingerprint(scalars(columns))))
    return together(found)


def silent(said):
    """Hear what a run says and do nothing."""


def run(folder, on="threads", workers=2, **how):
    """Run a study in this process."""
    with open_place(on, workers) as place:
        return run_study(folder, place, **{"say": silent, **how})
