"""Papers of leave come as PDF, in the language asked for."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import Invalid, NotFound
from app.services import leave_papers
from app.services.office import Office
from tests.databases import on_sqlite
from tests.services.leaving import an_employee, the_types


@on_sqlite
def test_the_proof_and_the_calendar_print(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["annual"]

    proof = office.ask(leave_papers.proof_page, person, kind.id, date(2026, 3, 31), "th")
    days = (date(2026, 4, 1), date(2026, 4, 30))
    calendar = office.ask(leave_papers.calendar_page, *days)

    assert proof.startswith(b"%PDF")
    assert calendar.startswith(b"%PDF")


@on_sqlite
def test_a_paper_of_nobody_is_refused(office: Office) -> None:
    kind = the_types(office)["annual"]

    with pytest.raises(NotFound):
        office.ask(leave_papers.proof_page, EmployeeId(9), kind.id)
    with pytest.raises(Invalid):
        office.ask(leave_papers.calendar_page, date(2026, 4, 2), date(2026, 4, 1))
