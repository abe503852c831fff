"""Reports: each country has its own, and each rule about them only warns."""

from __future__ import annotations

from app.domain.payroll import reporting
from app.domain.payroll.reporting import OF_COUNTRY, Report
from app.domain.shared.problems import Rule


def test_every_report_belongs_to_a_country() -> None:
    assert {one for reports in OF_COUNTRY.values() for one in reports} == set(Report)


def test_what_lacks_only_warns() -> None:
    rules = [one for one in vars(reporting).values() if isinstance(one, Rule)]

    assert len(rules) > 5
    assert all(one.at("", **dict.fromkeys(one.facts, "1")).is_warning for one in rules)
