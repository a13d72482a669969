"""Reliability: how often what was given a chance came, drawn as an SVG diagram.

Bins of forecasts as points with their intervals about the diagonal; the number of
battles under each. Drawn with the helpers and the inks of the maps.
"""

from collections.abc import Sequence

from refight.report.map import INK
from refight.report.mapview import attributes, line, words
from refight.trials.score import Bin

SIZE, MARGIN = 360.0, 48.0
PAPER, GREY, MARK = "#fffdf6", "#b9b2a3", "#5a3d8a"
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


def reliability_svg(bins: Sequence[Bin], title: str) -> str:
    """Draw the diagram."""
    whole = SIZE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole:g} {whole:g}" '
        f'role="img" aria-label="{title}" width="{whole:g}">',
        f"<title>{title}</title>",
        f"<rect {attributes({'width': whole, 'height': whole, 'fill': PAPER})}/>",
        *_frame(),
        line([_at(0, 0), _at(1, 1)], stroke=GREY, stroke_dasharray="4 4"),
    ]
    for each in bins:
        parts += _point(each)
    return "\n".join([*parts, "</svg>"])


def _frame() -> list[str]:
    parts = []
    for tick in TICKS:
        across, up = _at(tick, 0), _at(0, tick)
        parts.append(line([across, _at(tick, 1)], stroke=GREY, stroke_width=0.4))
        parts.append(line([up, _at(1, tick)], stroke=GREY, stroke_width=0.4))
        parts.append(_said(across[0], across[1] + 16, f"{tick:g}", "middle"))
        parts.append(_said(up[0] - 8, up[1] + 4, f"{tick:g}", "end"))
    middle = MARGIN + SIZE / 2
    parts.append(_said(middle, MARGIN + SIZE + 36, "chance given to the attacker"))
    parts.append(_said(middle, MARGIN - 18, "how often the attacker won"))
    return parts


def _point(each: Bin) -> list[str]:
    low, high = each.interval
    x, y = _at(each.mean, each.won)
    dot = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": 5, "fill": MARK}
    return [
        line(
            [_at(each.mean, low), _at(each.mean, high)], stroke=MARK, stroke_width=1.5
        ),
        f"<circle {attributes(dot)}/>",
        _said(x + 8, y - 6, str(each.count), "start"),
    ]


def _said(x: float, y: float, text: str, anchor: str = "middle") -> str:
    return words(x, y, text, 12, text_anchor=anchor, fill=INK)


def _at(chance: float, share: float) -> tuple[float, float]:
    return MARGIN + SIZE * chance, MARGIN + SIZE * (1 - share)
