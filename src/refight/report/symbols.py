"""Symbols: unit signs after APP-6, drawn as small SVG groups.

Frame, icon of the arm and echelon mark only. The frame is the same rectangle for
both sides and the colour names the side: a map of history calls nobody hostile.
Drawn anew for this project; sizes in the units of the map.
"""

from collections.abc import Callable
from html import escape

SIDES = {"iraq": "#b3670c", "iran": "#5a3d8a"}  # told apart by colour-blind eyes too
PAPER = "#fffdf6"
WIDTH = 30.0
HEIGHT = 20.0

ECHELONS = {
    "team": "○",
    "squad": "•",
    "section": "••",
    "platoon": "•••",
    "company": "|",
    "battery": "|",
    "battalion": "||",
    "regiment": "|||",
    "brigade": "×",
    "division": "××",
    "corps": "×××",
    "army": "××××",
}
ALIASES = {
    "armoured": "armour",
    "airborne": "infantry",
    "army-aviation": "air",
    "border": "militia",
    "commando": "special-forces",
    "gendarmerie": "militia",
    "naval": "marine",
}


# digits of APP-6 D: land unit, present; identity 3 for both sides, since a map of
# history calls nobody hostile
SIDC_HEAD = "10031000"
SIDC_ECHELONS = {
    "team": "11",
    "squad": "12",
    "section": "13",
    "platoon": "14",
    "company": "15",
    "battery": "15",
    "battalion": "16",
    "regiment": "17",
    "brigade": "18",
    "division": "21",
    "corps": "22",
    "army": "23",
}
SIDC_ENTITIES = {
    "infantry": "121100",
    "militia": "121100",
    "commando": "121700",
    "mechanised": "121102",
    "armour": "120500",
    "artillery": "130300",
    "engineer": "140700",
}


def sidc(arm: str, echelon: str = "") -> str:
    """Write the twenty digits of a unit's symbol after APP-6 D.

    An arm without an entity of its own keeps an empty frame; a militia is shown as
    infantry, because the standard has no sign for it.

    >>> sidc("armour", "battalion"), len(sidc("", ""))
    ('10031000161205000000', 20)
    """
    size = SIDC_ECHELONS.get(echelon.partition("-")[0], "00")
    return f"{SIDC_HEAD}{size}{SIDC_ENTITIES.get(arm, '000000')}0000"


def symbol(x: float, y: float, side: str, arm: str, echelon: str = "") -> str:
    """Draw the sign of a unit with its centre at (x, y).

    An arm that has no icon keeps an empty frame; an echelon written with a tail
    ("battalion-group") takes its first word and a plus for the group.
    """
    colour = SIDES.get(side, "#444444")
    icon = ICONS.get(ALIASES.get(arm, arm), _nothing)
    title = escape(" ".join(part for part in (side, arm, echelon) if part))
    return (
        f'<g transform="translate({x:.1f} {y:.1f})" fill="none" stroke="{colour}" '
        f'stroke-width="1.6" stroke-linejoin="round"><title>{title}</title>'
        f"{_frame()}{icon(colour)}{_echelon(echelon, colour)}</g>"
    )


def echelon_mark(echelon: str) -> str:
    """Write the mark above the frame: dots, bars or crosses, and + for a group.

    >>> echelon_mark("brigade"), echelon_mark("battalion-group"), echelon_mark("")
    ('×', '||+', '')
    """
    head, _, tail = echelon.partition("-")
    mark = ECHELONS.get(head, "")
    return f"{mark}+" if mark and tail == "group" else mark


def _frame() -> str:
    return (
        f'<rect x="{-WIDTH / 2}" y="{-HEIGHT / 2}" width="{WIDTH}" height="{HEIGHT}" '
        f'fill="{PAPER}"/>'
    )


def _echelon(echelon: str, colour: str) -> str:
    mark = echelon_mark(echelon)
    if not mark:
        return ""
    drawn = "".join(_glyphs(mark))
    return f'<g transform="translate(0 {-HEIGHT / 2 - 4.5})">{drawn}</g>'.replace(
        "COLOUR", colour
    )


def _glyphs(mark: str) -> list[str]:
    """Draw the mark stroke by stroke: fonts disagree about where a bar stands."""
    gap = 5.2
    start = -gap * (len(mark) - 1) / 2
    return [_GLYPHS[sign](start + gap * number) for number, sign in enumerate(mark)]


def _bar(x: float) -> str:
    return f'<path d="M{x:.1f} -3V3"/>'


def _cross(x: float) -> str:
    left, right = f"{x - 2.2:.1f}", f"{x + 2.2:.1f}"
    return f'<path d="M{left} -2.8L{right} 2.8M{right} -2.8L{left} 2.8"/>'


def _plus(x: float) -> str:
    return f'<path d="M{x - 2:.1f} 0H{x + 2:.1f}M{x:.1f} -2V2"/>'


def _dot(x: float) -> str:
    return f'<circle cx="{x:.1f}" r="1.6" fill="COLOUR" stroke="none"/>'


def _ring(x: float) -> str:
    return f'<circle cx="{x:.1f}" r="1.9"/>'


def _nothing(colour: str) -> str:
    return ""


def _infantry(colour: str) -> str:
    return f'<path d="M{_w()} {_h()}L{-_w()} {-_h()}M{_w()} {-_h()}L{-_w()} {_h()}"/>'


def _armour(colour: str) -> str:
    return '<rect x="-10" y="-5" width="20" height="10" rx="5"/>'


def _mechanised(colour: str) -> str:
    return _infantry(colour) + _armour(colour)


def _artillery(colour: str) -> str:
    return f'<circle r="3.6" fill="{colour}" stroke="none"/>'


def _engineer(colour: str) -> str:
    return '<path d="M-8 4.5V-4H8V4.5M0 -4V4.5"/>'


def _marine(colour: str) -> str:
    return (
        '<circle cy="-5.2" r="1.5"/><path d="M0 -3.7V6.5M-3.6 -2H3.6'
        'M-6 2.2C-5 5.6 -2.4 6.5 0 6.5C2.4 6.5 5 5.6 6 2.2"/>'
    )


def _special_forces(colour: str) -> str:
    return _letters("SF", colour)


def _militia(colour: str) -> str:
    # Infantry cross behind the letters for an irregular body of armed citizens.
    plate = f'<rect x="-7" y="-5" width="14" height="10" fill="{PAPER}" stroke="none"/>'
    return _infantry(colour) + plate + _letters("IR", colour)


def _air(colour: str) -> str:
    return (
        '<path d="M0 0C-4 -5 -10 -4.5 -10 0C-10 4.5 -4 5 0 0'
        f'C4 -5 10 -4.5 10 0C10 4.5 4 5 0 0Z" fill="{colour}"/>'
    )


def _headquarters(colour: str) -> str:
    foot = HEIGHT / 2 + 10
    return f'<path d="M{-WIDTH / 2} {HEIGHT / 2}V{foot}"/>' + _letters("HQ", colour)


def _letters(text: str, colour: str) -> str:
    return (
        f'<text y="3.9" text-anchor="middle" font-size="11" font-weight="700" '
        f'font-family="{FONT}" fill="{colour}" stroke="none">{text}</text>'
    )


def _w() -> float:
    return WIDTH / 2


def _h() -> float:
    return HEIGHT / 2


FONT = "DejaVu Sans, Noto Sans, Helvetica, Arial, sans-serif"
_GLYPHS: dict[str, Callable[[float], str]] = {
    "|": _bar,
    "×": _cross,
    "+": _plus,
    "•": _dot,
    "○": _ring,
}
ICONS: dict[str, Callable[[str], str]] = {
    "infantry": _infantry,
    "militia": _militia,
    "special-forces": _special_forces,
    "mechanised": _mechanised,
    "armour": _armour,
    "artillery": _artillery,
    "engineer": _engineer,
    "marine": _marine,
    "air": _air,
    "headquarters": _headquarters,
}
