"""The sample company has a pay run that was reckoned, where people work and rates are known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.payroll.payroll import RunState
from app.outside.clock import FixedClock
from app.services import demo, payroll
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from tests.databases import SAMPLE_DAY, Samples


@pytest.mark.parametrize("country", ["FI", "TH"])
def test_the_month_is_reckoned_for_everybody_and_waits(sample_of: Samples, country: str) -> None:
    office = Office(open_office(sample_of(country)), SAMPLE_DAY, Actor("owner"))
    try:
        run, before = office.ask(payroll.runs)
        card = office.ask(payroll.get, run.id)
        compared = office.ask(payroll.comparison, run.id)
    finally:
        office.close()

    assert (run.state, before.state) == (RunState.CALCULATED, RunState.POSTED)
    assert (before.first_on, before.last_on) == (date(2026, 2, 1), date(2026, 2, 28))
    assert any(row.compared.before is not None for row in compared)
    assert (run.first_on, run.last_on) == (date(2026, 3, 1), date(2026, 3, 31))
    assert len(card.rows) >= 4
    assert all(0 < row.payslip.net.minor < row.payslip.gross.minor for row in card.rows)


def test_a_year_without_rates_leaves_the_run_as_it_was_begun(tmp_path: Path) -> None:
    far = FixedClock(date(2040, 5, 4))

    office = demo.create_sample(tmp_path / "S.backdesk", "FI", far, Actor("owner"))

    try:
        assert {run.state for run in office.ask(payroll.runs)} == {RunState.DRAFT}
    finally:
        office.close()


def test_where_nobody_works_nothing_is_paid(sample_of: Samples) -> None:
    office = Office(open_office(sample_of("US")), SAMPLE_DAY, Actor("owner"))

    try:
        assert office.ask(payroll.runs) == ()
    finally:
        office.close()
