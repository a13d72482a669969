"""Map: one act's ground as a sheet: map, inset of the city, legend, notes.

`draw` returns SVG text; `png` turns SVG into PNG.
Reads a `Ground`, the layers it was made from, and the start positions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from refight.errors import UsageError
from refight.files import campaign_path
from refight.ground.grid import Ground
from refight.ground.layers import Feature, Layers, of_act, read
from refight.report import maplabels, maplayers, maplegend, mapunits
from refight.report.mapunits import Position
from refight.report.mapview import View, attributes, view, words

MARGIN = 26.0
PANEL = 450.0
GUTTER = 24.0
INK = "#2d2a26"
RIVER_INK = "#2f6785"


@dataclass(frozen=True)
class Sheet:
    """What a sheet of one act shows: titles, windows in degrees, widths in pixels."""

    title: str
    title_fa: str
    period: str
    window: tuple[float, float, float, float]
    inset: tuple[float, float, float, float]
    inset_title: str
    width: float


SHEETS = {
    "fall": Sheet(
        title="The ground of the fall",
        title_fa="زمین نبرد: سقوط خرمشهر",
        period="22 September 1980",
        window=(47.93, 30.30, 48.45, 30.785),
        inset=(48.125, 30.405, 48.218, 30.482),
        inset_title="Khorramshahr",
        width=960.0,
    ),
    "liberation": Sheet(
        title="The ground of the liberation",
        title_fa="زمین نبرد: آزادسازی خرمشهر",
        period="29 April 1982",
        window=(47.65, 30.30, 48.75, 31.58),
        inset=(47.98, 30.30, 48.34, 30.60),
        inset_title="Khorramshahr, Shalamcheh, Abadan",
        width=900.0,
    ),
}

TITLES = frozenset(sheet.inset_title for sheet in SHEETS.values())


def draw(
    ground: Ground,
    layers: Layers | None = None,
    positions: Sequence[Position] = (),
    campaign: str = "khorramshahr",
) -> str:
    """Draw the sheet of an act as SVG text.

    positions   units at the start; those in the inset's window are drawn there
    layers      read from the campaign when not given
    """
    sheet = SHEETS[ground.act]
    if layers is None:
        layers = of_act(read(campaign_path(campaign) / "ground"), ground.act)
    main = view(*sheet.window, MARGIN, MARGIN, sheet.width)
    left = MARGIN + sheet.width + GUTTER
    inset = view(*sheet.inset, left, MARGIN + 104, PANEL)
    inside = [each for each in positions if inset.holds(*_lonlat(ground, each), 6)]
    outside = [each for each in positions if each not in inside]
    below = inset.y + inset.height + 34
    body = [
        _window(ground, layers, main, outside, inset),
        _window(ground, layers, inset, inside, None),
        _title(sheet, left),
        words(
            inset.x, inset.y - 8, sheet.inset_title, 12, font_weight=700, stroke="none"
        ),
        maplegend.scale_bar(main, main.x + 18, main.y + main.height - 22),
        maplegend.scale_bar(inset, inset.x + 12, inset.y + inset.height - 14),
        maplegend.north(main.x + 34, main.y + 52),
        maplegend.legend(ground, layers, left, below, PANEL),
        maplegend.graticule(main),
    ]
    width = left + PANEL + MARGIN
    height = max(main.y + main.height + MARGIN, below + maplegend.height(ground) + 20)
    return _svg(width, height, sheet, "".join(body))


def png(svg: str, scale: float = 1.5) -> bytes:
    """Turn SVG text into PNG. Raises UsageError when the writer is not installed."""
    try:
        import resvg_py
    except ImportError as cause:
        hint = "pip install resvg-py, or ask for SVG"
        raise UsageError(
            "the PNG writer", "no resvg_py installed", "map", hint
        ) from cause
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=scale))


def _window(
    ground: Ground,
    layers: Layers,
    shown: View,
    positions: Sequence[Position],
    inset: View | None,
) -> str:
    """Draw one view: layers, units, then names in what room is left."""
    placer = maplabels.Placer(shown)
    if inset is not None:
        placer.take(_hole(shown, inset))
    points = [(each, shown.project(*_lonlat(ground, each))) for each in positions]
    close = inset is None
    places = [each for each in layers["places"] if _is_shown(each, shown, inset)]
    places.sort(key=_rank)
    main = [_place(each, shown, placer, close) for each in places if _rank(each) <= 2]
    units = mapunits.draw(placer, points)
    rivers = [_river_name(each, shown, placer) for each in layers["rivers"]]
    rest = [_place(each, shown, placer, close) for each in places if _rank(each) > 2]
    names = "".join((*main, *rivers, *rest))
    clip = f"clip-{shown.x:.0f}-{shown.y:.0f}"
    box = {"x": shown.x, "y": shown.y, "width": shown.width, "height": shown.height}
    frame = attributes({**box, "fill": "none", "stroke": INK, "stroke_width": 1.2})
    return (
        f'<clipPath id="{clip}"><rect {attributes(box)}/></clipPath>'
        f'<g clip-path="url(#{clip})"><rect {attributes(box)} fill="#ece7db"/>'
        f"{maplayers.draw(ground, layers, shown)}"
        f"{_inset_mark(shown, inset)}{names}{units}</g><rect {frame}/>"
    )


def _is_shown(place: Feature, shown: View, inset: View | None) -> bool:
    spot = place.points[0]
    if not shown.holds(*spot, 4) or place.kind == "crossing":
        return False
    if inset is None:  # this is the inset: its title need not be said twice
        return place.name not in TITLES
    return not inset.holds(*spot) or _rank(place) == 1


def _place(place: Feature, shown: View, placer: maplabels.Placer, close: bool) -> str:
    rank = _rank(place)
    point = shown.project(*place.points[0])
    size = {1: 15.0, 2: 12.0, 3: 10.0}.get(rank, 8.8) + (0.5 if close else 0)
    text = maplabels.name(placer, point, place.name, place.name_fa, size, rank <= 2)
    if not text:
        return ""
    x, y = point
    dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{3.2 - 0.4 * rank:.1f}" '
    return f'{dot}fill="{INK}" stroke="#fffdf6" stroke-width="1"/>{text}'


def _river_name(river: Feature, shown: View, placer: maplabels.Placer) -> str:
    inside = [
        each
        for each in maplayers.trace(river, shown)
        if shown.x < each[0] < shown.x + shown.width
        and shown.y < each[1] < shown.y + shown.height
    ]
    texts = tuple(text for text in (river.name, river.name_fa) if text)
    size = 12.0 if river.kind == "major" else 9.5
    return maplabels.along(placer, inside, texts, size, RIVER_INK)


def _rank(place: Feature) -> int:
    return int(place.properties["rank"])


def _lonlat(ground: Ground, position: Position) -> tuple[float, float]:
    lon, lat = ground.lonlat[position.cell]
    return float(lon), float(lat)


def _hole(shown: View, inset: View) -> maplabels.Box:
    left, top = shown.project(inset.west, inset.north)
    right, bottom = shown.project(inset.east, inset.south)
    return left, top, right, bottom


def _inset_mark(shown: View, inset: View | None) -> str:
    if inset is None:
        return ""
    left, top, right, bottom = _hole(shown, inset)
    style = {
        "x": f"{left:.1f}",
        "y": f"{top:.1f}",
        "width": f"{right - left:.1f}",
        "height": f"{bottom - top:.1f}",
        "fill": "none",
        "stroke": INK,
        "stroke_width": 1.3,
    }
    return f"<rect {attributes(style)}/>"


def _title(sheet: Sheet, left: float) -> str:
    right = left + PANEL
    return (
        words(left, MARGIN + 24, sheet.title, 23, font_weight=700, stroke="none")
        + words(left, MARGIN + 50, f"{sheet.period}, at the start", 13, stroke="none")
        + words(
            right, MARGIN + 52, sheet.title_fa, 15, text_anchor="end", stroke="none"
        )
    )


def _svg(width: float, height: float, sheet: Sheet, body: str) -> str:
    size = f'width="{width:.0f}" height="{height:.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="0 0 {width:.0f} {height:.0f}" role="img">'
        f"<title>{sheet.title}, {sheet.period}</title>"
        f'<rect width="100%" height="100%" fill="#fbf7ec"/>{body}</svg>\n'
    )
