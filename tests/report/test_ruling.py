import pytest

from refight.engine import rules
from refight.errors import EvidenceError
from refight.report.ruling import is_rule, rules_data, rules_lines


def test_the_page_tells_every_rule_as_an_assumption():
    page = rules_data()
    said = " ".join(" ".join(rules_lines(page)).split())
    for each in rules.listed():
        assert f"{each.name}: " in said
    assert "*assumption*" in said


def test_one_rule_can_be_asked_for():
    assert is_rule("delay-pushed")
    said = " ".join(rules_lines(rules_data("delay-pushed")))
    assert "delay-pushed: 1.5." in said
    assert "battalion" not in said


def test_no_rule_has_an_unknown_name():
    assert not is_rule("loss.attacker")
    with pytest.raises(EvidenceError):
        rules_data("luck")
