"""The page in a real, headless Chromium: what a visitor does, end to end."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Error, expect, sync_playwright

from refight.web import causes, shares
from refight.web.export import export_html
from tests.web.browser import FLAGS, Watcher, executable, serving

pytestmark = [
    pytest.mark.slow,
    # greenlets of the driver are closed by the interpreter, late
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
AXE = "axe_playwright_python"
VIEWS = (
    "account", "account/s01", "watch/fall", "watch/liberation", "refights/fall",
    "whatif/fall", "causes", "swap", "forces/fall", "places", "sources", "lesson",
)  # fmt: skip
PATIENCE = 60_000  # milliseconds; the machine may be busy with other tests


@pytest.fixture(scope="module")
def chromium():
    path = executable()
    if path is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        except Error as fault:
            pytest.skip(f"Chromium does not start here: {fault}")
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def home(payloads):
    with serving(payloads) as address:
        yield address


@pytest.fixture
def page(chromium, home):
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    watcher = Watcher(tab, home)
    yield tab
    context.close()
    assert not watcher.faults, "\n".join(watcher.faults)


def show(page, home, view):
    """Open a view by its address and wait until it has been drawn."""
    page.goto(f"{home}#/{view}")
    ready(page, view)


def ready(page, view):
    name = view.partition("/")[0].partition("?")[0]
    page.locator(f"html[data-ready='{name}']").wait_for(state="attached")


def painted(page):
    """Count the different colours of the map: a blank one has few."""
    return page.evaluate(
        """() => {
          const seen = new Set()
          for (const canvas of document.querySelectorAll('canvas')) {
            const { width, height } = canvas
            if (!width || !height) continue
            const picture = canvas.getContext('2d').getImageData(0, 0, width, height)
            for (let i = 0; i < picture.data.length; i += 404)
              seen.add(picture.data.slice(i, i + 4).join())
          }
          return seen.size
        }"""
    )


def test_a_sentence_opens_three_columns(page, home):
    show(page, home, "account")
    page.locator("a.sentence").nth(5).click()
    columns = page.locator(".three > section > h2")
    expect(columns).to_have_text(["As told", "As recorded", "As refought"])
    expect(page.locator(".chips").first).to_contain_text("Record:")
    assert "#/account/s" in page.url


@pytest.mark.parametrize("act", ["fall", "liberation"])
def test_an_act_plays(page, home, act):
    show(page, home, f"watch/{act}")
    page.wait_for_timeout(1000)
    before = painted(page)
    assert before > 20
    first = page.url
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_timeout(1500)
    page.get_by_role("button", name="Pause", exact=True).click()
    page.wait_for_url(lambda url: url != first)
    assert page.locator(".chronicle").inner_text().strip()


def test_another_replicate_is_another_refight(page, home):
    show(page, home, "watch/fall")
    words = page.locator(".one-of").inner_text()
    page.locator(".watch-head select").first.select_option("latest")
    page.wait_for_url("**which=latest**")
    expect(page.locator(".one-of")).not_to_have_text(words)


def test_a_whatif_runs_to_its_interval(page, home):
    show(page, home, "whatif/fall?lever=preparedness%3Dhigh&pairs=10&seed=1")
    result = page.locator("#result")
    result.wait_for()
    expect(result.locator("table").first).to_be_visible()
    assert "refight whatif fall" in result.inner_text()
    assert result.locator("table svg, table .effect").count()
    page.get_by_role("button", name="Chance of control").click()
    expect(page.locator(".pair canvas").first).to_be_visible()
    page.wait_for_url("**maps=chance**")
    words = page.locator(".pair-words").inner_text()
    page.reload()  # the link brings the same two maps back
    expect(page.locator(".pair-words")).to_have_text(words)


def test_a_cause_and_the_swap_open(page, home):
    show(page, home, "causes")
    page.locator(".cause a").first.click()
    page.wait_for_url("**#/causes/**")
    expect(page.locator(".view")).to_contain_text("Model:")
    page.goto(f"{home}#/causes/fall/nope")
    expect(page.get_by_role("alert")).to_contain_text("fall/nope")
    show(page, home, "swap")
    page.locator("table.swap").first.wait_for()
    assert page.locator("table.swap").count() == 2
    assert page.locator("table.swap .effect").count() >= 4


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_passes_axe_and_fits_a_phone(page, home, view):
    axe = pytest.importorskip(f"{AXE}.sync_playwright").Axe()
    show(page, home, view)
    page.wait_for_timeout(300)
    passes(axe, page)
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(100)
    passes(axe, page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 391, f"{view} is {wide} pixels wide"


def passes(axe, page):
    said = [
        f"{each['id']}: {each['help']} ({each['nodes'][0]['html'][:120]})"
        for each in axe.run(page).response["violations"]
    ]
    assert not said, "\n".join(said)


def test_a_verdict_prints_on_two_pages(page, home):
    show(page, home, "causes/fall/preparedness")
    expect(page.locator(".footnotes li").first).to_be_attached()
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) <= 2


def test_the_worksheet_prints_on_two_sides(page, home):
    show(page, home, "lesson")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 2


@pytest.fixture
def nothing_shipped(payloads, monkeypatch):
    """Answer as if no result of a cause came with the package."""
    answers = "api/causes", "api/shares"
    for module in (causes, shares):
        monkeypatch.setattr(module, "cause_page", lambda *_: None)
    for name in answers:
        payloads.known.pop(name, None)
    yield
    for name in answers:
        payloads.known.pop(name, None)


@pytest.mark.usefixtures("nothing_shipped")
def test_the_causes_can_be_stopped_and_gone_on_with(page, home, payloads):
    with payloads.slow:  # somebody else is at it
        page.goto(f"{home}#/causes")
        page.get_by_role("button", name="Stop").click()
        page.get_by_role("button", name="Go on").wait_for()
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".cause").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".shares").first).to_contain_text("refight causes fall")


def test_signs_that_lie_on_each_other_stand_under_one(page, home):
    show(page, home, "watch/fall?t=4&unit=iq-26ab-t1")
    card = page.locator(".unit-card")
    before = card.locator("h3").inner_text()
    page.get_by_role("button", name="Zoom out").click()
    page.wait_for_timeout(400)
    page.get_by_role("button", name="Six hours on").click()
    card.locator("summary").click()
    card.locator(".company button").first.click()
    expect(card.locator("h3")).not_to_have_text(before)
    expect(card.locator("summary")).to_be_visible()  # the others stand under it now


@pytest.mark.parametrize(
    "view",
    [
        "nosuch", "constructor", "account/s999", "account/%E0%A4%A", "watch/fal",
        "refights/fal", "forces/fal", "places/nope", "sources/nope",
        "whatif/fall?lever=nope%3Dnone",
    ],
)  # fmt: skip
def test_a_wrong_link_is_said_and_leads_on(page, home, view):
    page.goto(f"{home}#/{view}")
    said = page.get_by_role("alert")
    expect(said).to_contain_text("Expected")
    page.get_by_role("link", name="To the account").click()
    expect(page.locator("a.sentence").first).to_be_visible()


def test_a_server_that_ended_is_said(chromium, payloads):
    tab = chromium.new_page()
    with serving(payloads) as address:
        show(tab, address, "account")
    tab.get_by_role("link", name="Forces", exact=True).click()
    expect(tab.get_by_role("alert")).to_contain_text("refight serve")
    tab.close()


def test_a_refused_whatif_is_said(chromium, home):
    page = chromium.new_page()  # unwatched: a browser notes such a status as an error
    show(page, home, "whatif/fall")
    page.route(  # as the server answers while too many wait
        "**/api/whatif",
        lambda it: it.fulfill(
            status=429, json={"error": {"expected": "at most 4", "found": "5"}}
        ),
    )
    page.get_by_label("joint").check()
    page.get_by_role("button", name="Refight", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("at most 4")
    page.close()


def test_the_page_is_used_without_a_mouse(page, home):
    show(page, home, "account")
    page.keyboard.press("Tab")
    expect(page.locator("#skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#view h1")).to_be_focused()
    page.locator("a.sentence").nth(3).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".three")).to_be_visible()
    show(page, home, "watch/fall")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    page.keyboard.press("Space")
    before = page.locator(".moment b").inner_text()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".moment b")).not_to_have_text(before)


def saved(page, button):
    with page.expect_download() as download:
        button.click()
    return Path(download.value.path()).read_bytes(), download.value.suggested_filename


def test_a_map_a_chart_and_a_film_can_be_saved(page, home):
    show(page, home, "watch/fall")
    page.wait_for_timeout(500)
    picture, name = saved(page, page.get_by_role("button", name="Save picture"))
    assert picture.startswith(b"\x89PNG") and name.endswith(".png")
    page.get_by_role("button", name="Save film").click()
    page.wait_for_timeout(1500)
    film, name = saved(page, page.get_by_role("button", name="End film"))
    assert len(film) > 1000 and name.rpartition(".")[2] in ("mp4", "webm")
    show(page, home, "refights/fall")
    chart, name = saved(page, page.get_by_role("button", name="Save as SVG").first)
    assert chart.startswith(b"<svg") and name.endswith(".svg")


@pytest.fixture(scope="module")
def file(payloads, tmp_path_factory):
    path = tmp_path_factory.mktemp("offline") / "khorramshahr.html"
    export_html(path, payloads)
    return path


def test_the_offline_file_works_from_disk(chromium, file: Path):
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, offline=True
    )
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    watcher = Watcher(tab, "file://")
    show(tab, file.as_uri(), "account")
    tab.locator("a.sentence").nth(5).click()
    expect(tab.locator(".three > section > h2")).to_have_count(3)
    for view in VIEWS:
        show(tab, file.as_uri(), view)
        assert not tab.locator(".problem").count(), view
    show(tab, file.as_uri(), "watch/liberation")
    tab.wait_for_timeout(1000)
    assert painted(tab) > 20
    context.close()
    assert not watcher.faults, "\n".join(watcher.faults)


# What rows of the account ask to be seen on the map and in the replay.


def find(page, name):
    page.locator(".map-legend").evaluate("each => { each.open = true }")
    page.locator(".finder select").select_option(label=name)
    return page.locator(".feature-card")


def test_a_river_shows_both_names_and_its_crossings(page, home):  # row 1
    show(page, home, "watch/fall")
    card = find(page, "Arvand Rud / Shatt al-Arab")
    expect(card.locator("[lang=fa]").first).to_contain_text("اروندرود")
    expect(card).to_contain_text("barrier between cells")
    expect(card).to_contain_text("Source:")
    expect(find(page, "Karun")).to_contain_text("Karun road bridge")


def test_the_map_says_where_it_lies(page, home):  # row 2; row 39: a layer of works
    show(page, home, "watch/liberation")
    expect(page.locator("svg.locator")).to_contain_text("Baghdad")
    page.locator(".map-legend summary").click()
    expect(page.locator(".map-legend")).to_contain_text("Border of 1975")
    works = page.get_by_label("Works", exact=True)
    works.uncheck()
    expect(works).not_to_be_checked()


def test_the_replay_begins_on_the_first_day(page, home):  # row 9
    show(page, home, "watch/fall")
    expect(page.locator(".chronicle h3").first).to_contain_text("22 September 1980")


def test_trading_space_has_four_stages(page, home):  # row 23
    show(page, home, "watch/fall?lever=defence-policy%3Dtrade-space")
    said = page.locator(".chapters").text_content() or ""
    found = [
        each for each in ("Yield", "Lure", "Encircle", "Counterattack") if each in said
    ]
    assert len(found) == 4, said


def test_chapters_lead_through_phases_with_their_ends(page, home):  # row 31
    show(page, home, "watch/liberation")
    page.locator(".chapters summary").click()
    ends = page.locator(".chapters li i").all_text_contents()
    assert len(ends) > 4
    assert set(ends) <= {"under way", "done", "failed", "gave way to the next"}
    before = page.locator(".moment b").inner_text()
    page.get_by_role("button", name="Next chapter").click()
    expect(page.locator(".moment b")).not_to_have_text(before)


def test_a_unit_of_the_garrison_shows_its_range(page, home):  # row 35
    show(page, home, "forces/liberation")
    address = page.locator(".side-0 .units a").first.get_attribute("href") or ""
    show(page, home, address.removeprefix("#/"))
    card = page.locator(".unit-card")
    expect(card).to_contain_text(re.compile(r"leave open [\d,]+ to [\d,]+ men"))


def test_ground_regained_stands_beside_the_record(page, home):  # row 45
    show(page, home, "watch/liberation?t=999")
    page.locator(".compare summary").click()
    row = page.locator(".compare tr", has_text="Ground regained by 24 May")
    expect(row.locator("td").first).to_contain_text(re.compile(r"\d"))
    expect(row.locator("td").last).to_contain_text(re.compile(r"\d"))
