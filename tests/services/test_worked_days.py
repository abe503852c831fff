"""Worked days: by the calendar, without holidays, before the first contract as in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll.payee import Span
from app.domain.payroll.payroll import Period
from app.services.office import no_progress
from app.services.worked_days import WorkedDays
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.payrolling import pay_desk
from tests.payrolls import MARCH, a_contract, eur

APRIL = Span(Period.MONTH, date(2026, 4, 1), date(2026, 4, 30), date(2026, 4, 30))


@on_sqlite
@pytest.mark.parametrize(("span", "days"), [(MARCH, 22), (APRIL, 20)])
def test_easter_is_not_worked(database: Database, span: Span, days: int) -> None:
    office = pay_desk(database).office
    with office.database.read() as unit:
        worked = WorkedDays(office.desk(unit, no_progress), span)

        late = a_contract(eur("1"), starts_on=span.last)
        assert len(worked.of((late,))) == days
        assert worked.of((replace(late),)) is worked.of((late,))
        assert worked.of(()) == frozenset()
        assert worked.a_week((late,)) == worked.a_week(()) == 5
