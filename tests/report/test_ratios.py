"""Three ratios of forces: sums by hand, rivals of one source, faults named."""

import shutil

import pytest

from refight.cli.pages import archive_of, scenario_of
from refight.errors import EvidenceError, ScenarioError
from refight.report.ratios import ratio, ratios_data, ratios_lines
from refight.scenario.forces import entries_of, side_of, strength
from refight.scenario.read import scenario_path

ACTS = ("fall", "liberation")
CAMPAIGN = "khorramshahr"


@pytest.fixture(scope="module")
def archive():
    return archive_of(CAMPAIGN)


@pytest.fixture(params=ACTS)
def act(request):
    return request.param


def made(act, archive, folder=None):
    scenario = scenario_of(act, CAMPAIGN)
    return ratios_data(scenario, archive, folder or scenario_path(act, CAMPAIGN))


def test_theatre_point_of_attack_and_city(act, archive):
    found = made(act, archive)
    assert [each["scope"] for each in found] == ["theatre", "point of attack", "city"]
    for each in found:
        men = each["ratios"]["men"]
        assert 0 < men["low"] <= men["middle"] <= men["high"]


def test_men_are_those_of_the_groups_named(act, archive):
    scenario = scenario_of(act, CAMPAIGN)
    entries = entries_of(scenario, archive)
    city = made(act, archive)[2]
    for role in ("attacker", "defender"):
        side = city[role]
        men = [
            strength(unit, entries).men
            for unit in scenario.units
            if unit.group in city["groups"][side]
            and side_of(unit, entries).value == side
        ]
        low, high = (sum(each[end] for each in men) for end in (0, 1))
        assert city["ratios"]["men"][role] == pytest.approx([low, high])


def test_the_attacker_of_the_act_stands_first(archive):
    assert made("fall", archive)[0]["attacker"] == "iraq"
    assert made("liberation", archive)[0]["attacker"] == "iran"


def test_rival_figures_are_two_claims_of_one_source(act, archive):
    figures = [rival for each in made(act, archive) for rival in each["figures"]]
    assert len(figures) >= 5
    for rival in figures:
        claims = [archive.claims[each["claim"]] for each in rival["claims"]]
        assert len({claim.source for claim in claims}) == 1
        assert rival["low"] is not None or rival["high"] is not None


def test_the_accounts_own_figures_are_among_the_rivals(archive):
    own = made("fall", archive)[0]["figures"][0]
    assert (own["low"], own["high"]) == (4.0, None)
    assert made("liberation", archive)[2]["figures"][0]["high"] == 6.0


def test_pages_fit(act, archive):
    lines = ratios_lines(made(act, archive))
    assert max(map(len, lines)) <= 80
    assert any("to one" in line for line in lines)


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("[vanguard, hook, road]", "[vangard]", ScenarioError),
        ("wpo-iq", "wpo-iqq", EvidenceError),
    ],
)
def test_a_name_that_is_not_there_is_refused(tmp_path, archive, old, new, error):
    path = tmp_path / "ratios.yaml"
    shutil.copy(scenario_path("fall", CAMPAIGN) / "ratios.yaml", path)
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(error) as caught:
        made("fall", archive, tmp_path)
    assert "did you mean" in caught.value.hint


def test_no_file_no_ratios(tmp_path, archive):
    assert made("fall", archive, tmp_path) == []
    assert ratios_lines([]) == []


def test_nobody_on_one_side_gives_no_ratio():
    assert ratio((1.0, 2.0), (0.0, 0.0)) is None
    assert ratio((1.0, 2.0), (0.0, 4.0)) == {"low": 0.25, "middle": None, "high": None}
