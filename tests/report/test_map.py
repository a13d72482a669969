"""The sheet of an act: well-formed, complete, readable in numbers if not in taste."""

from xml.etree import ElementTree

import pytest

from refight import ground as grounds
from refight.report import map as sheet
from refight.report import symbols
from refight.report.maplabels import Placer, name
from refight.report.mapunits import Position, draw
from refight.report.mapview import view, words

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", params=grounds.ACTS)
def drawn(request: pytest.FixtureRequest) -> tuple[str, ElementTree.Element]:
    ground = grounds.load(request.param)
    start = ground.cell_of("khorramshahr")
    text = sheet.draw(ground, positions=[Position(start, "iran", "militia", "group")])
    return request.param, ElementTree.fromstring(text)


def texts(tree: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in tree.iter(f"{SVG}text")]


def test_both_names_of_the_rivers_are_written(
    drawn: tuple[str, ElementTree.Element],
) -> None:
    written = texts(drawn[1])
    for word in ("Arvand Rud / Shatt al-Arab", "اروندرود / شط‌العرب", "Karun", "کارون"):
        assert word in written


def test_places_that_matter_are_named(drawn: tuple[str, ElementTree.Element]) -> None:
    act, tree = drawn
    wanted = {
        "fall": {"Abadan", "Shalamcheh", "Pol-e Now", "Friday Mosque", "Governorate"},
        "liberation": {
            "Ahvaz",
            "Basra",
            "Hoveyzeh",
            "Darkhovin",
            "Husseiniyeh station",
        },
    }
    assert wanted[act] <= set(texts(tree))


def test_period_scale_north_key_and_accuracy_are_stated(
    drawn: tuple[str, ElementTree.Element],
) -> None:
    act, tree = drawn
    written = " ".join(texts(tree))
    period = {"fall": "22 September 1980", "liberation": "29 April 1982"}[act]
    for word in (period, " km", "N", "border (1975)", "Nothing here is surveyed", "°E"):
        assert word in written


def test_start_positions_are_drawn(drawn: tuple[str, ElementTree.Element]) -> None:
    titles = [each.text for each in drawn[1].iter(f"{SVG}title")]
    assert "iran militia group" in titles


def test_labels_do_not_lie_on_each_other() -> None:
    placer = Placer(view(48.0, 30.0, 48.4, 30.4, 0, 0, 400))
    for number in range(12):
        name(placer, (200 + number, 200), f"Name {number}", "نام", 12, bold=False)
    boxes = placer.taken
    assert 2 <= len(boxes) <= 12
    for number, box in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = box[2] <= other[0] or other[2] <= box[0]
            assert apart or box[3] <= other[1] or other[3] <= box[1]


def test_like_units_share_a_sign_with_their_number() -> None:
    placer = Placer(view(48.0, 30.0, 48.4, 30.4, 0, 0, 400))
    unit = Position(0, "iraq", "armour", "brigade")
    text = draw(placer, [(unit, (200.0, 200.0))] * 3)
    assert text.count("<title>") == 1
    assert "×3" in text


@pytest.mark.parametrize("arm", sorted(symbols.ICONS))
def test_every_arm_has_its_own_icon(arm: str) -> None:
    sign = symbols.symbol(0, 0, "iraq", arm)
    ElementTree.fromstring(sign)
    others = [
        symbols.symbol(0, 0, "iraq", each) for each in symbols.ICONS if each != arm
    ]
    bare = sign.split("</title>")[1]
    assert all(bare != other.split("</title>")[1] for other in others)


def test_sides_differ_by_colour_alone() -> None:
    iraq = symbols.symbol(0, 0, "iraq", "infantry")
    iran = symbols.symbol(0, 0, "iran", "infantry")
    changed = iraq.replace(symbols.SIDES["iraq"], symbols.SIDES["iran"])
    assert changed.replace(">iraq ", ">iran ") == iran


@pytest.mark.parametrize(
    ("echelon", "mark"),
    [("company", "|"), ("division", "××"), ("battalion-group", "||+"), ("sorties", "")],
)
def test_echelon_marks(echelon: str, mark: str) -> None:
    assert symbols.echelon_mark(echelon) == mark


def test_names_are_escaped() -> None:
    assert "&lt;b&gt;" in words(0, 0, "<b>", 10)


def test_png_is_a_png() -> None:
    pytest.importorskip("resvg_py", reason="the PNG writer is not installed")
    small = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'
    assert sheet.png(small).startswith(b"\x89PNG")


def test_rows_lean_away_from_the_other_side() -> None:
    placer = Placer(view(48.0, 30.0, 48.4, 30.4, 0, 0, 400))
    arms = ("armour", "infantry", "artillery")
    west = [(Position(0, "iraq", arm), (190.0, 200.0)) for arm in arms]
    east = [(Position(1, "iran", arm), (230.0, 200.0)) for arm in arms]
    draw(placer, [*west, *east])
    left, right = sorted(placer.taken)
    assert left[2] <= 230.0
    assert right[0] >= 190.0
