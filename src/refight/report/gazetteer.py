"""Gazetteer: what a person would call a cell of the ground.

A cell of a small named set bears its name; any other is placed by distance and
bearing from the nearest named place. Words for sets are those of the city's own
quarters and roads.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from refight.evidence.archive import Archive
from refight.ground.grid import Ground

# named sets that say where something is, narrowest first; the rest are zones of plans
SPOTS = {
    "mosque": "the Friday Mosque",
    "farmandari": "the governorate",
    "karun_bridge": "the Karun bridge",
    "customs": "the customs house",
    "slaughterhouse": "the slaughterhouse",
    "station": "the railway station",
    "chehel_metri": "Forty-Metre street",
    "taleqani": "the Taleqani quarter",
    "port": "the port",
    "dezh": "Dezh barracks",
    "police_rah": "the highway police post",
    "pol_e_now": "Pol-e Now",
    "shalamcheh": "Shalamcheh",
    "border_posts": "the border posts",
    "mared": "Mared",
    "mared_east": "the bank opposite Mared",
    "bahmanshir_bank": "the Bahmanshir bank",
    "south_bank": "the south bank (Kut-e Sheikh)",
    "north_quarters": "the northern quarters of Khorramshahr",
    "hoveyzeh": "Hoveyzeh",
    "hamid": "Hamid garrison",
    "jofeyr": "Jofeyr",
    "talaiyeh": "Talaiyeh",
    "kushk": "Kushk",
    "city": "Khorramshahr",
    "abadan": "Abadan",
}
LINES = {
    "outer_dikes": "the outer dikes",
    "shalamcheh_road": "the Shalamcheh road",
    "ahvaz_road": "the Ahvaz road",
    "road": "the Ahvaz-Khorramshahr road",
    "road_south": "the Ahvaz-Khorramshahr road",
    "border_dike": "the border dike",
}
# several entries for one spot, or lines and areas that a point stands for
PASSED_OVER = (
    "-modern",
    "-wiki-city",
    "-built-up",
    "-natural-earth",
    "-upper",
    "iraqi-pontoon-khorramshahr",
)
# names that one is in rather than at
AREAS = (
    "Khorramshahr",
    "Abadan",
    "the northern quarters of Khorramshahr",
    "the Taleqani quarter",
)
PASSED_OVER_KINDS = {
    "built-up",
    "district",
    "headquarters",
    "river",
    "river-centre",
    "street",
    "urban",
}
# names of places that read as words of a sentence
PLAIN = {
    "Customs house": "the customs house",
    "Destroyed road bridge over the Karun in Khorramshahr": "the Karun bridge",
    "Dezh": "Dezh barracks",
    "Dezh garrison north of Khorramshahr": "Dezh barracks",
    "Friday": "the Friday Mosque",
    "Governorate and its circle": "the governorate",
    "Highway police post": "the highway police post",
    "Iranian naval base at the Karun mouth": "the naval base at the Karun mouth",
    "Karun road bridge": "the Karun bridge",
    "Khorramshahr port and customs": "the port",
    "Railway station and station square": "the railway station",
    "Slaughterhouse": "the slaughterhouse",
}
WINDS = [
    "north",
    "north-east",
    "east",
    "south-east",
    "south",
    "south-west",
    "west",
    "north-west",
]
NEAR = 1.3  # cells: nearer than this a thing is at a place
DEGREE_KM = 111.2


@dataclass(frozen=True)
class Spot:
    """Where something was: words, and for open country a distance."""

    name: str  # a set, or the nearest place
    wind: str = ""  # bearing from it; "" when at it
    km: float = 0.0
    line: str = ""  # road or dike it lies on

    @property
    def key(self) -> tuple[str, str, str]:
        """Name what things are grouped by."""
        return self.name, self.wind, self.line


@dataclass(frozen=True)
class Gazetteer:
    """Names for the cells of one ground."""

    ground: Ground
    names: dict[str, str]  # place id -> short name

    @cached_property
    def near_km(self) -> float:
        """Give the distance within which a thing is at a place: about a cell."""
        apart = self.ground.distance_m[self.ground.neighbours >= 0]
        return NEAR * float(np.median(apart)) / 1000

    @cached_property
    def set_of(self) -> dict[int, str]:
        """Give the words of the narrowest named set of each cell that has one."""
        return self._cells(SPOTS)

    @cached_property
    def line_of(self) -> dict[int, str]:
        """Give the road or dike that a cell lies on."""
        return self._cells(LINES)

    def spot(self, cell: int) -> Spot:
        """Say where a cell is."""
        if cell in self.set_of:
            return Spot(self.set_of[cell])
        km, east, north, place = min(self._offsets(cell))
        line = self.line_of.get(cell, "")
        if km < self.near_km:
            return Spot(self.names[place], line=line)
        turn = round(math.degrees(math.atan2(east, north)) / 45) % len(WINDS)
        return Spot(self.names[place], WINDS[turn], km, line)

    def _cells(self, words: dict[str, str]) -> dict[int, str]:
        found: dict[int, str] = {}
        for name, said in words.items():
            for cell in self.ground.sets.get(name, ()):
                found.setdefault(int(cell), said)
        return found

    def _offsets(self, cell: int) -> Iterable[tuple[float, float, float, str]]:
        lon, lat = self.ground.lonlat[cell]
        for place in self.names:
            there = self.ground.lonlat[self.ground.place_cell[place]]
            east = (lon - there[0]) * DEGREE_KM * math.cos(math.radians(lat))
            north = (lat - there[1]) * DEGREE_KM
            yield math.hypot(east, north), east, north, place


def gazetteer(ground: Ground, archive: Archive, evidence: str) -> Gazetteer:
    """Gather the names of a ground; the act's own folder of evidence comes first."""
    folders = sorted(archive.places.values(), key=lambda each: each.folder != evidence)
    names: dict[str, str] = {}
    for place in folders:
        here = place.id in ground.place_cell and place.geometry == "point"
        if here and _is_told(place.id, place.kind):
            names.setdefault(place.id, _short(place.name))
    if not names:  # a made-up ground: its places by their ids
        names = {each: each for each in ground.place_cell}
    return Gazetteer(ground, names)


def said_at(spots: Iterable[Spot]) -> str:
    """Write where something was that took place on cells of one key.

    >>> said_at([Spot("Kushk", "north", 4.2), Spot("Kushk", "north", 7.8)])
    '4-8 km north of Kushk'
    >>> said_at([Spot("the port")]), said_at([Spot("Garmdasht", line="the road")])
    ('at the port', 'on the road near Garmdasht')
    """
    found = sorted(spots, key=lambda each: each.km)
    first, last = found[0], found[-1]
    if not first.wind:
        road = f"on {first.line} near" if first.line else _preposition(first.name)
        return f"{road} {first.name}"
    low, high = max(1, round(first.km)), max(1, round(last.km))
    far = f"{low} km" if low == high else f"{low}-{high} km"
    road = f"on {first.line} " if first.line else ""
    return f"{road}{far} {first.wind} of {first.name}"


def _preposition(name: str) -> str:
    if name in AREAS:
        return "in"
    return "on" if name.startswith("the south bank") else "at"


def _is_told(name: str, kind: str) -> bool:
    return kind not in PASSED_OVER_KINDS and not name.endswith(PASSED_OVER)


def _short(name: str) -> str:
    short = name.partition(" (")[0].partition(",")[0]
    return PLAIN.get(short, short)
