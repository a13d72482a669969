"""Payloads: every answer of the page by name, made once and kept.

A name is the address of docs/reference/page-data.md, such as
`api/act/fall/replay/median`, with its query. Answers are kept gzipped, in memory and,
where nothing but the code and the campaign shapes them, in the cache folder.
"""

import gzip
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import refight
from refight.account import read as read_account
from refight.account.model import Account
from refight.account.verdict import ModelWords
from refight.attribution.factorial import kept_factorial
from refight.ensemble.design import fresh
from refight.ensemble.film import Watched, film, watched
from refight.ensemble.refight import CAMPAIGN, VERSIONS, Prepared, Progress, prepare
from refight.errors import UsageError, suggest
from refight.evidence.archive import Archive
from refight.files import campaign_path
from refight.manifest import BEHAVIOUR_VERSION, digest
from refight.report.asjson import compact
from refight.report.summary import CLOSING
from refight.web import act, causes, many, record, replay, shares
from refight.web.account import Tested, account_page
from refight.web.jobs import Stopped
from refight.web.making import Workshop
from refight.web.pack import unpack
from refight.web.point import SEED, Point
from refight.web.shelf import Answer, Shelf, opened
from refight.web.words import model_words

CONTRACT = 1
STRINGS = "1"
ACTS = ("fall", "liberation")
REFIGHTS = 200  # a few seconds; errors of some per cent
LARGEST_REPLICATE = 99_999
FLEETING = ("account", "shares")  # read anew by each server: others may add to them
SLOW = ("causes", "swap")  # made in pieces, between which others get their turn
KEPT = 200  # answers in memory, some 40 kB each
PREPARED = 8  # acts with levers kept ready, some 10 MB each
STUDIED = ("causes", "shares")  # hang on what the command line has studied
WATCHED = 32  # ensembles kept, some 3 MB each: every cause of both acts, the swap
LEVEL = 6  # of gzip: the next ones save little


@dataclass
class Payloads:
    """Makes the answers, from any thread.

    Refights are made one act at a time, since the engine uses all cores; what needs
    none does not wait for them. Locks are taken in the order slow, busy, reading.
    """

    campaign: str = CAMPAIGN
    refights: int = REFIGHTS
    on_disk: bool = True
    known: "OrderedDict[str, Answer]" = field(default_factory=OrderedDict)
    ready: "OrderedDict[Point, Prepared]" = field(default_factory=OrderedDict)
    seen: "OrderedDict[Point, Watched]" = field(default_factory=OrderedDict)
    slow: threading.RLock = field(default_factory=threading.RLock)  # many acts
    busy: threading.RLock = field(default_factory=threading.RLock)  # refights
    reading: threading.RLock = field(default_factory=threading.RLock)  # no refights
    closing: threading.Event = field(default_factory=threading.Event)
    shelf: threading.Lock = field(default_factory=threading.Lock)  # reading `known`
    workshop: Workshop = field(default_factory=Workshop)
    studied: int = 0  # the state of the kept studies when answers were made of them

    @cached_property
    def account(self) -> Account:
        """The account."""
        return read_account(campaign_path(self.campaign) / "account")

    @cached_property
    def archive(self) -> Archive:
        """The record."""
        return Archive.read(campaign_path(self.campaign))

    @cached_property
    def digest(self) -> str:
        """Hash what every answer depends on: code, campaign, versions."""
        root = Path(refight.__file__).parent
        kept = (root.rglob("*.py"), (root / "campaigns").rglob("*.*"))
        files = sorted(each for found in kept for each in found if each.is_file())
        parts = [digest(each.read_bytes()) for each in files]
        return digest([CONTRACT, BEHAVIOUR_VERSION, self.refights, *parts])

    def about(
        self, offline: bool = False, limits: Mapping[str, int] | None = None
    ) -> Any:
        """Say what the page may ask for."""
        return {
            "contract": CONTRACT,
            "refight": refight.__version__,
            "behaviour": BEHAVIOUR_VERSION,
            "digest": self.digest,
            "strings": STRINGS,
            "campaign": self.campaign,
            "acts": list(ACTS),
            "versions": list(VERSIONS),
            "offline": offline,
            "limits": dict(limits or {}),
            "replays": list(many.CHOICES),
            "has": {"causes": True, "swap": True, "whatif": True},
            "closing": CLOSING,
        }

    def get(self, name: str, point: Point | None = None, which: str = "") -> Answer:
        """Give the answer of one address. Raises UsageError for an unknown one.

        name   account, act, replay, ensemble, forces, places, sources, causes, shares,
               swap
        which  of a replay: median, nearest, earliest, latest, or a number
        """
        make = self._maker(name, point, which)
        full = address(name, point, which)
        turn = self.workshop.turns[name]
        found = self.recall(full)
        if found is not None:
            return found
        with self._lock(name):
            found = self.recall(full)  # another may have made it meanwhile
            if found is None:
                self.workshop.check(name, turn)
                keep = name not in FLEETING and self._may_keep(point, which)
                found = self.kept(full, make) if keep else make()
                self._remember(full, found)
                if name == "causes":  # the account can say more now
                    self._forget(address("account"))
            return found

    def prepared(self, point: Point) -> Prepared:
        """Read an act, or give the one that is ready. Raises UsageError if unknown."""
        if point.act not in ACTS:
            hint = suggest(point.act, ACTS)
            raise UsageError("the name of an act", f'"{point.act}"', hint=hint)
        with self.reading:
            key = replace(point, seed=SEED)
            if key not in self.ready:
                made = prepare(point.act, point.version, dict(point.levers))
                self.ready[key] = made
                _shorten(self.ready, PREPARED)
            return self.ready[key]

    def watched(self, point: Point, progress: Progress | None = None) -> Watched:
        """Refight an act, or give what has been refought."""
        ready = self.prepared(point)  # before the lock: others get their turn
        with self.busy:
            if point not in self.seen:
                design = fresh(self.refights, point.seed)
                report = self._tick(progress)
                self.seen[point] = watched(ready, design, progress=report)
                _shorten(self.seen, WATCHED)
            return self.seen[point]

    def _lock(self, name: str) -> threading.RLock:
        if name in SLOW:
            return self.slow
        return self.busy if name in ("ensemble", "replay") else self.reading

    def _tick(self, progress: Progress | None) -> Progress:
        """Make the function that hears of progress and leaves when all is closing."""

        def report(done: int, total: int) -> None:
            if self.closing.is_set():
                raise Stopped
            if progress is not None:
                progress(done, total)

        return report

    def _maker(
        self, name: str, point: Point | None, which: str
    ) -> Callable[[], Answer]:
        plain: dict[str, Callable[[], Any]] = {
            "account": self._account,
            "places": lambda: record.places_page(self.account, self.archive),
            "sources": lambda: record.sources_page(self.account, self.archive),
            "causes": self._causes,
            "shares": lambda: shares.shares_page(lambda a: self.prepared(Point(a))),
            "swap": self._swap,
        }
        if name in plain:
            return lambda: _json(plain[name]())
        if point is None:
            raise UsageError("an answer of the page", f'"{name}"', hint="see page-data")
        of_act: dict[str, Callable[[Point], Answer]] = {
            "act": lambda p: _json(act.act_data(self.prepared(p), self.account)),
            "forces": lambda p: _json(act.forces_page(self.prepared(p))),
            "ensemble": self._ensemble,
            "replay": lambda p: self._replay(p, which),
        }
        return lambda: of_act[name](point)

    def _causes(self) -> Any:
        wanted = causes.points_of_causes(self) - set(self.seen)
        with self.workshop.making("causes", self, wanted) as refights:
            return causes.causes_page(refights, self.account, self.archive)

    def _swap(self) -> Any:
        wanted = causes.points_of_swap() - set(self.seen)
        with self.workshop.making("swap", self, wanted) as refights:
            return causes.swap_page(refights)

    def progress(self, name: str) -> Any:
        """Say how far a slow answer is. Raises UsageError for any other name."""
        if name not in SLOW:
            wanted = f"one of {', '.join(SLOW)}"
            raise UsageError(wanted, f'"{name[:40]}"', "progress", suggest(name, SLOW))
        return self.workshop.page(name, self.recall(address(name)) is not None)

    def stop(self, name: str) -> Any:
        """Stop the making of a slow answer. Raises UsageError for any other name."""
        self.progress(name)
        self.workshop.stop(name)
        return self.progress(name)

    def _account(self) -> Any:
        levers = {
            name: [each.id for each in self.prepared(Point(name)).scenario.levers]
            for name in ACTS
        }
        outcomes = {name: self._outcomes(Point(name)) for name in ACTS}
        tested = Tested(levers, outcomes)
        return account_page(self.account, self.archive, tested, self._words())

    def _words(self) -> ModelWords:
        """Give the words of the model, as far as their answers are there.

        Nothing is refought for them: the account waits for no refights.
        """
        page = self._peek(address("causes"))
        if page is None:
            return {}
        made = [self._peek(address("ensemble", Point(name))) for name in ACTS]
        heads = [_head(answer) for answer in made if answer is not None]
        return model_words(json.loads(gzip.decompress(page.content))["causes"], heads)

    def _outcomes(self, point: Point) -> dict[str, str]:
        """Map outcomes on record to those refought; an outcome's own record wins."""
        scenario = self.prepared(point).scenario
        ordered = sorted(scenario.outcomes, key=lambda each: each.id == each.record)
        return {f"{scenario.evidence}/{each.record}": each.id for each in ordered}

    def _ensemble(self, point: Point) -> Answer:
        content = many.many_pack(self.prepared(point), self.watched(point))
        return Answer(_zip(content), "pack")

    def _replay(self, point: Point, which: str) -> Answer:
        ready = self.prepared(point)
        replicate = self.replicate_of(point, which)
        found = film(ready, point.seed, replicate)
        content = replay.replay_pack(found, ready, which, point.seed, replicate)
        return Answer(_zip(content), "pack")

    def replicate_of(self, point: Point, which: str) -> int:
        """Find the replicate that a word or a number names. Raises UsageError."""
        if which.isdecimal() and len(which) <= len(str(LARGEST_REPLICATE)):
            return int(which)
        if which not in many.CHOICES:
            wanted = f"{', '.join(many.CHOICES)} or a number up to {LARGEST_REPLICATE}"
            hint = suggest(which, many.CHOICES)
            raise UsageError(wanted, f'"{which}"', "replay", hint)
        return int(_head(self.get("ensemble", point))["replays"][which])

    def kept(self, full: str, make: Callable[[], Answer]) -> Answer:
        """Take an answer from the cache folder, or make it and put it there."""
        if not self.on_disk:
            return make()
        name = self._name(full)
        found = self._shelf.get(name)
        if found is None:
            found = make()
            self._shelf.put(name, found)
        return found

    def _peek(self, full: str) -> Answer | None:
        """Give an answer if it was made before, now or in an earlier session."""
        found = self.recall(full)
        if found is None and self.on_disk:
            found = self._shelf.get(self._name(full))
        return found

    def _name(self, full: str) -> str:
        """Name an answer on the shelf by its address and what else it hangs on."""
        acts = self._combined() if full == address("causes") else []
        return " ".join([full, *acts])

    def _combined(self) -> list[str]:
        """Name the acts whose combinations of causes are kept: verdicts heed them."""
        bases = {name: self.prepared(Point(name)) for name in ACTS}
        return [name for name, base in bases.items() if kept_factorial(base)]

    @cached_property
    def _shelf(self) -> Shelf:
        return opened(self.digest)

    def _may_keep(self, point: Point | None, which: str) -> bool:
        """Keep on disk what has few forms; what a visitor varies would fill it."""
        if point is None:
            return True
        varied = len(point.levers) > 1 or point.seed != SEED
        return not varied and not which.isdecimal()

    def recall(self, full: str) -> Answer | None:
        """Give an answer that was made before, by its address."""
        with self.shelf:
            self._notice_studies()
            if full in self.known:
                self.known.move_to_end(full)
            return self.known.get(full)

    def _notice_studies(self) -> None:
        """Drop what hangs on kept studies once one has been added to them."""
        now = shares.studied()
        if now != self.studied:
            self.studied = now
            for name in STUDIED:
                self.known.pop(address(name), None)

    def _forget(self, full: str) -> None:
        with self.shelf:
            self.known.pop(full, None)

    def _remember(self, full: str, answer: Answer) -> None:
        with self.shelf:
            self.known[full] = answer
            _shorten(self.known, KEPT)


def address(name: str, point: Point | None = None, which: str = "") -> str:
    """Write the address of an answer, as the page asks for it.

    >>> address("replay", Point("fall"), "median")
    'api/act/fall/replay/median'
    >>> address("ensemble", Point("fall", levers=(("air-strikes", "none"),)))
    'api/act/fall/ensemble?lever=air-strikes%3Dnone'
    """
    if point is None:
        return f"api/{name}"
    path = {
        "act": f"api/act/{point.act}",
        "forces": f"api/forces/{point.act}",
        "ensemble": f"api/act/{point.act}/ensemble",
        "replay": f"api/act/{point.act}/replay/{which}",
    }[name]
    return path + point.query


def _head(answer: Answer) -> Any:
    return unpack(gzip.decompress(answer.content))[0]


def _json(page: Any) -> Answer:
    return Answer(_zip(compact(page)), "json")


def _zip(content: bytes) -> bytes:
    return gzip.compress(content, LEVEL, mtime=0)  # no clock in it: same bytes again


def _shorten(kept: "OrderedDict[Any, Any]", most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
