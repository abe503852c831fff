"""Payroll: components, rates and runs as the tables keep them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.payroll.payroll import PayrollRun, RunState
from app.domain.shared.ids import PayrollRunId, RateTableId, new_id
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from app.storage.unit import Unit
from tests.payrolls import a_component, a_rate, bands
from tests.storage.test_payslips import a_run


def test_a_component_is_read_as_it_was_written(database: Database) -> None:
    made = a_component("bonus", "amount", bases=frozenset({"taxable"}), codes={"pnd1": "40(1)"})
    with database.write() as unit:
        unit.pay_components.add(made)

        assert unit.pay_components.all() == (made,)
        with pytest.raises(Conflict):
            unit.pay_components.save(replace(made, version=3), replace(made, version=4))


def test_a_rate_of_the_same_day_takes_the_place_of_the_other(database: Database) -> None:
    scale = a_rate("fi.own", bands=bands(("0", "1.25"), ("100.50", "2")), country="")
    figure = a_rate("fi.own", "2.5", country="", id=RateTableId(2))
    with database.write() as unit:
        unit.pay_rates.put(scale)
        assert unit.pay_rates.all() == (scale,)

        unit.pay_rates.put(figure)

        (kept,) = unit.pay_rates.all()
        assert (kept.value, kept.bands, kept.id) == (Decimal("2.5"), (), scale.id)


def test_a_run_is_read_as_it_was_written(database: Database) -> None:
    with database.write() as unit:
        run = a_run(unit, 3)
        numbered = replace(run, number="PR-2026-001", version=2, people=4, reason="Why")
        unit.payroll_runs.save(run, numbered)

        assert unit.payroll_runs.get(run.id) == numbered
        with pytest.raises(NotFound):
            unit.payroll_runs.get(PayrollRunId(1))


def test_runs_are_found_by_what_they_correct_and_when_they_pay(database: Database) -> None:
    with database.write() as unit:
        february, march = a_run(unit, 2), a_run(unit, 3)
        correction = correcting(unit, february)
        draft = a_run(unit, 4, RunState.DRAFT)

        runs = unit.payroll_runs
        assert runs.corrections_of(february.id) == (correction,)
        assert runs.before(draft) == march
        assert runs.before(february) is None
        assert runs.paying(date(2026, 3, 1), date(2026, 12, 31)) == (march,)
        assert runs.open_for(replace(draft, id=PayrollRunId(1))) == (draft,)
        assert runs.open_for(draft) == ()


def correcting(unit: Unit, run: PayrollRun) -> PayrollRun:
    made = replace(run, id=PayrollRunId(new_id()), corrects_id=run.id)
    unit.payroll_runs.add(made)
    return made
