"""Runs and payslips are found by numbers, days and names, and never by an amount."""

from __future__ import annotations

from dataclasses import replace

from app.domain.payroll.findable import findable_run, findable_slip
from tests.domain.payroll.test_differences import slip_of
from tests.domain.payroll.test_running import RUN


def test_a_run_is_found_by_its_number_its_days_and_its_reason() -> None:
    run = replace(RUN, number="PR-2026-003", name="March", reason="Raise forgotten")

    found = findable_run(run)

    assert (found.title, found.detail) == ("PR-2026-003", "March · Raise forgotten")
    assert {"2026", "03", "raise"} <= set(found.tokens())
    assert findable_run(replace(run, number="")).title == "March"


def test_a_payslip_is_found_by_the_person_without_an_amount() -> None:
    run = replace(RUN, number="PR-2026-003", name="March")

    found = findable_slip(slip_of(471123), run, ("EMP-1", "Aino Salonen"))

    assert found.title == "Aino Salonen"
    assert found.detail == "PR-2026-003 · March · EMP-1"
    assert found.amounts == ()
    assert "4711" not in "".join(found.tokens())
