"""The pages of the account: claim, listing, quotes, after, timeline, source.

Every page is gathered as plain data and written as lines; no page lets a loaded
word stand outside quotation marks.
"""

import json
import re

import pytest

from refight.account import read
from refight.account.arithmetic import work_all
from refight.account.coverage import coverage
from refight.account.lookup import find, of_row, of_sentence, of_test, told_only
from refight.account.text import Difference, Match
from refight.errors import EvidenceError, UsageError
from refight.evidence.archive import Archive
from refight.files import campaign_path
from refight.report import account as listing
from refight.report import after, quotes, scrutiny, timeline, topic
from refight.report.lines import QUOTED, WIDTH, guarded
from refight.report.timeline import Filters

ARCHIVE = Archive.read(campaign_path("khorramshahr"))
ACCOUNT = read(campaign_path("khorramshahr") / "account")
LOADED = ACCOUNT.loaded_words
DONE = work_all(ACCOUNT, ARCHIVE)


def page_of(query, wording=None):
    target = find(query, ACCOUNT, ARCHIVE)
    return topic.topic_data(target, ACCOUNT, ARCHIVE, DONE, wording)


def text_of(lines):
    return " ".join(" ".join(lines).split())


def claim_page(query):
    return text_of(topic.topic_lines(page_of(query), LOADED))


def bare_loaded(text):
    """Give the loaded words outside quotation marks and addresses."""
    outside = QUOTED.sub(" ", re.sub(r"https?://\S+", " ", text))
    words = "|".join(map(re.escape, LOADED))
    return re.findall(rf"\b(?:{words})\b", outside, flags=re.IGNORECASE)


def test_575_days_is_worked_out_line_by_line():
    text = claim_page("575-days")
    for line in (
        "24 May 1982 (3 Khordad 1361) less 575 days is 26 October 1980 (4 Aban 1359)",
        "26 October 1980 (4 Aban 1359) is day 34, counted from 22 September 1980",
        "22 September 1980 (31 Shahrivar 1359) plus 45 days is 6 November 1980",
        "less 578 days is 23 October 1980 (1 Aban 1359)",
        "is day 49, counted from",
        "34 lies within 42 to 48: no",
    ):
        assert line in text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("575", ["contested", "depends on a definition", "not modelled"]),
        ("6000", ["contested", "consistent", "open"]),
        ("15000", ["contested", "consistent", "the same range: yes"]),
        ("Parthian", ["contested", "Banisadr", "defence-policy"]),
        ("women", ["contested", "750 to 1,250", "One defender in four"]),
        ("Bonn", ["contradicted", "inconsistent", "probable slip"]),
        ("chemical", ["contested", "not in the engine", "50 days"]),
        ("Arbaeen", ["judgement, not testable", "After the campaign."]),
    ],
)
def test_what_people_look_for_has_its_verdict_words(query, words):
    text = claim_page(query)
    assert [word for word in words if word not in text] == []
    for axis in ("record", "arithmetic", "model"):
        assert axis in text.split("Verdict, on three axes")[1]


def test_rivals_stand_in_order_of_date_with_how_each_was_seen():
    page = page_of("575")
    dates = [it["first"] or f"9999-{it['year']}" for it in page["recorded"]]
    assert dates == sorted(dates)
    assert all(
        it["seen"].startswith(("read", "cited at second hand", "recalled"))
        for it in page["recorded"]
    )


def test_grouped_sources_are_one_voice():
    counted = page_of("6000")["voices"]["corroborating"]
    assert counted["claims"] == 11
    assert counted["voices"] < counted["sources"]


def test_told_comes_first_then_recorded_then_the_verdict():
    text = claim_page("6000")
    places = [text.index(word) for word in ("As told", "As recorded", "Verdict")]
    assert places == sorted(places)


def test_the_original_wording_stands_only_beside_a_copy():
    assert all(it["original"] is None for it in page_of("s01")["told"])
    shown = page_of("s01", {"s01": "Invented wording."})
    assert '"Invented wording."' in text_of(topic.topic_lines(shown, LOADED))


def test_a_claim_of_the_record_says_what_it_bears_on():
    page = topic.card_data("khorramshahr-1980/ir-576", ACCOUNT, ARCHIVE)
    text = text_of(topic.card_lines(page, LOADED))
    assert "s01 contradicting" in text
    assert 6 in page["rows"]


EVERY_TOPIC = [
    *(of_sentence(name, ACCOUNT) for name in ACCOUNT.sentences),
    *(of_row(number, ACCOUNT) for number in ACCOUNT.rows),
    *(of_test(name, ACCOUNT) for name in ACCOUNT.tests),
]


@pytest.mark.parametrize("target", EVERY_TOPIC, ids=lambda target: target.name)
def test_every_claim_page_is_sober_and_plain_data(target):
    page = topic.topic_data(target, ACCOUNT, ARCHIVE, DONE)
    text = text_of(topic.topic_lines(page, LOADED))
    assert bare_loaded(text) == []
    assert "!" not in text
    json.dumps(page)


def other_pages():
    yield "sentences", listing.sentences_data(ACCOUNT), listing.sentences_lines
    yield "no", listing.not_simulated_data(ACCOUNT), listing.not_simulated_lines
    yield "enough", listing.enough_data(ACCOUNT, None), listing.enough_lines
    yield "after", after.after_data(ACCOUNT, ARCHIVE), after.after_lines
    yield "quotes", quotes.quotes_data(ACCOUNT, ARCHIVE), quotes.quotes_lines
    whole = timeline.timeline_data(ACCOUNT, ARCHIVE, Filters())
    yield "timeline", whole, timeline.timeline_lines


@pytest.mark.parametrize(
    ("page", "write"), [(p, w) for _, p, w in other_pages()], ids=lambda x: ""
)
def test_every_other_page_is_sober_and_plain_data(page, write):
    lines = write(page, LOADED)
    assert bare_loaded(text_of(lines)) == []
    assert all(len(line) <= WIDTH or " " not in line.strip() for line in lines)
    json.dumps(page)


def test_every_card_of_the_record_is_sober():
    for key in ARCHIVE.claims:
        page = topic.card_data(key, ACCOUNT, ARCHIVE)
        assert bare_loaded(text_of(topic.card_lines(page, LOADED))) == [], key


def test_loaded_words_are_put_into_quotation_marks_once():
    assert guarded("the Enemy and the \u201cenemy\u201d", LOADED) == (
        'the "Enemy" and the \u201cenemy\u201d'
    )


def test_what_is_not_simulated_carries_its_label():
    page = listing.not_simulated_data(ACCOUNT)
    assert (len(page["no"]), len(page["partly"]), page["of"]) == (18, 11, 49)
    text = text_of(listing.not_simulated_lines(page, LOADED))
    assert "Refight does not test this sentence." in text
    assert "A refight is not a forecast." in text


def test_whether_the_account_is_enough_waits_for_its_refight():
    page = listing.enough_data(ACCOUNT, None)
    assert page["fall"]["answer"] is None
    assert page["fall"]["open_ends"] > 0
    said = {"fall": "In 3 of 10 refights."}
    assert listing.enough_data(ACCOUNT, said)["fall"]["waits_for"] is None


def test_a_copy_is_reported_sentence_by_sentence():
    states = ("same", "edited", "missing")
    differences = tuple(
        Difference(f"s0{n}", state, "" if state == "missing" else "Invented.")
        for n, state in enumerate(states, start=1)
    )
    page = listing.text_data(Match(differences, ("A title",)), ACCOUNT)
    text = text_of(listing.text_lines(page, LOADED))
    assert "1 same, 0 moved, 1 edited, 1 missing, 1 piece beside" in text
    assert "state: edited" in text
    assert 'beside the account: "A title"' in text


def test_quotes_give_office_and_date_when_known():
    page = quotes.quotes_data(ACCOUNT, ARCHIVE)
    dates = {it["id"]: it["date"] for it in page["speeches"]}
    assert dates == {"speech-1": None, "speech-2": "1999-05-24", "speech-3": None}
    text = text_of(quotes.quotes_lines(page, LOADED))
    assert "date: 24 May 1999 (3 Khordad 1378)" in text
    assert "date: not found" in text
    assert "original:" in text
    with pytest.raises(UsageError, match='did you mean "speech-1"'):
        quotes.quotes_data(ACCOUNT, ARCHIVE, "speach-1")


def test_the_after_page_has_four_sections():
    page = after.after_data(ACCOUNT, ARCHIVE)
    assert set(page["sections"]) == {
        "perception",
        "consequences",
        "commemoration",
        "today",
    }
    with pytest.raises(UsageError, match='did you mean "today"'):
        after.after_data(ACCOUNT, ARCHIVE, "todai")


def entries(**filters):
    page = timeline.timeline_data(ACCOUNT, ARCHIVE, Filters(**filters))
    return page["entries"]


def test_the_timeline_is_in_order_and_has_three_parts():
    dates = [it["first"] for it in entries()]
    assert dates == sorted(dates)
    assert {it["part"] for it in entries()} == {"fall", "interlude", "liberation"}


def test_the_timeline_filters_by_act_place_source_and_elsewhere():
    assert {it["part"] for it in entries(part="fall")} == {"fall"}
    port = entries(part="fall", place="port")
    assert port and all(it["place"].endswith("/port") for it in port)
    wires = entries(source="crimson-ap")
    assert wires and all(any("crimson-ap" in s for s in it["sources"]) for it in wires)
    away = entries(elsewhere=True)
    assert away and all(it["elsewhere"] for it in away)
    assert not any(it["place"].endswith("/khorramshahr") for it in away)


def test_the_interlude_lies_between_the_acts():
    between = entries(part="interlude")
    assert between
    assert all("1980-11-10" < it["first"] < "1982-04-29" for it in between)
    assert any(it["first"] == "1981-06-21" for it in between)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"part": "fal"}, 'did you mean "fall"'),
        ({"place": "khoramshar"}, "a place"),
        ({"source": "presstvv"}, 'did you mean "presstv'),
    ],
)
def test_unknown_filters_answer_with_the_nearest(filters, found):
    with pytest.raises((UsageError, EvidenceError), match=found):
        entries(**filters)


def test_the_source_card_of_the_account_names_its_damage():
    page = scrutiny.source_data("seed", ACCOUNT, ARCHIVE)
    text = text_of(scrutiny.source_lines(page, LOADED))
    for said in ("starts inside a word", "prints By twice", "Ivan Kesic", "r6 own:"):
        assert said in text


def test_every_source_has_a_sober_page():
    for key in ARCHIVE.sources:
        page = scrutiny.source_data(key, ACCOUNT, ARCHIVE)
        text = text_of(scrutiny.source_lines(page, LOADED))
        assert bare_loaded(text) == [], key


def test_the_same_is_counted_for_every_stance():
    rows = scrutiny.stances_data(ACCOUNT, ARCHIVE)
    assert len({tuple(row) for row in rows}) == 1
    assert sum(row["claims"] for row in rows) == len(ARCHIVE.claims)
    assert sum(row["sources"] for row in rows) == len(ARCHIVE.sources)
    assert "iranian-official" in text_of(scrutiny.stances_lines(rows))


def test_the_listing_shows_layer_status_and_command():
    statuses = coverage(ACCOUNT, ARCHIVE, lambda command: None)
    page = listing.coverage_data(statuses, ACCOUNT)
    text = text_of(listing.coverage_lines(page, LOADED))
    assert len(page["rows"]) == 54
    assert "refight claim 575-days" in text
    assert "claims ledger, timeline" in text
    assert "0 done, 54 open, 0 failed" in text


def test_damage_of_the_text_judges_no_cause_that_it_tells():
    whole = of_row(46, ACCOUNT)
    assert "p12" in whole.tests
    kept = told_only(whole, ACCOUNT)
    assert "p12" not in kept.tests and kept.rows == whole.rows
    page = topic.topic_data(kept, ACCOUNT, ARCHIVE, DONE)
    assert "inside a word" not in page["verdicts"]["arithmetic"]["reason"]
    other = of_row(6, ACCOUNT)
    assert told_only(other, ACCOUNT) == other and other.tests
