"""Names: places and formations of the campaign that a text names.

A place is known by its name or an alias as the record writes it, a formation by its
number and its size (the 92nd Armoured Division); a number that several bear gives all.
"""

import re
from calendar import day_name
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from refight.account.reading.model import PLACE, UNIT, Finding
from refight.account.reading.tokens import words
from refight.evidence.archive import Archive

Key = TypeVar("Key", str, tuple[str, str])
SHORTEST = 4  # letters of a place's name; shorter ones are words of other languages
GENERIC = frozenset(
    words(
        "Area Artificially Bridge Built-up Border Customs Destroyed Front Governorate "
        "Highway International Iranian Iraqi Iran-Iraq Palm Port Prefabricated Railway "
        "Slaughterhouse Forty-Metre"
    )
)
ECHELONS = ("corps", "division", "brigade", "battalion", "company")
WEEKDAYS = frozenset(day_name)
FORMATION = re.compile(
    r"(?P<number>\d{1,3})(?:st|nd|rd|th)? (?:[A-Z][\w'\u2019-]* ){0,4}?"
    r"(?P<echelon>Corps|Division|Brigade|Battalion|Company)\b"
)


@dataclass(frozen=True)
class Known:
    """Names of a campaign: of places to their keys, of formations by (number, size)."""

    places: Mapping[str, tuple[str, ...]]
    formations: Mapping[tuple[str, str], tuple[str, ...]]


def known_in(archive: Archive) -> Known:
    """Gather the names that the record gives to places and formations."""
    places: dict[str, list[str]] = {}
    for place in archive.places.values():
        for name in _spellings((place.name, *place.aliases)):
            places.setdefault(name, []).append(place.key)
    formations: dict[tuple[str, str], list[str]] = {}
    for entry in archive.orbat.values():
        found = FORMATION.search(entry.name)
        if found:
            size = (found["number"], found["echelon"].lower())
            formations.setdefault(size, []).append(entry.key)
    return Known(_frozen(places), _frozen(formations))


def names_in(text: str, known: Known) -> list[Finding]:
    """Find the campaign's places and formations in a sentence."""
    units = [
        Finding(UNIT, found.start(), found.end(), found[0], names=keys)
        for found in FORMATION.finditer(text)
        if (keys := known.formations.get((found["number"], found["echelon"].lower())))
    ]
    return [*units, *_places(text, known)]


def _places(text: str, known: Known) -> list[Finding]:
    if not known.places:
        return []
    longest = sorted(known.places, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
    return [
        Finding(PLACE, it.start(), it.end(), it[0], names=known.places[it[0]])
        for it in pattern.finditer(text)
    ]


def _spellings(names: Iterable[str]) -> set[str]:
    found = set()
    for name in names:
        for part in re.split(r"[(,/;]", name)[:2]:
            short = part.strip(" )")
            proper = short[:1].isupper() and short.split(" ")[0] not in GENERIC
            proper &= short not in WEEKDAYS  # of "Friday (Jame) Mosque"
            if proper and len(short) >= SHORTEST and not re.search(r"\d", short):
                found.add(short)
    return found


def _frozen(found: Mapping[Key, list[str]]) -> dict[Key, tuple[str, ...]]:
    return {name: tuple(dict.fromkeys(keys)) for name, keys in found.items()}
