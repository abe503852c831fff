"""Papers of leave: the proof of a balance, and the calendar of who is away, as PDF."""

from __future__ import annotations

from datetime import date

from app.documents.accounting import Imprint
from app.documents.leave import describe_calendar, describe_proof
from app.domain.shared.ids import DepartmentId, EmployeeId, LeaveTypeId
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services import absences, leave
from app.services.office import Desk
from app.services.permissions import Permission, query


@query(Permission.LEAVE_READ)
def proof_page(
    desk: Desk,
    employee_id: EmployeeId,
    type_id: LeaveTypeId,
    day: date | None = None,
    language: str = "",
) -> bytes:
    """Return the proof of a balance as PDF; raises NotFound."""
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    proof = leave.proof(desk, employee_id, type_id, day)
    return render(describe_proof(proof, _imprint(desk, language)))


@query(Permission.LEAVE_READ)
def calendar_page(
    desk: Desk,
    first: date,
    last: date,
    department_id: DepartmentId | None = None,
    language: str = "",
) -> bytes:
    """Return the calendar of who is away as PDF; raises Invalid."""
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    found = absences.calendar(desk, first, last, department_id)
    return render(describe_calendar(found, _imprint(desk, language)))


def _imprint(desk: Desk, language: str) -> Imprint:
    company = desk.store.company.get()
    spoken = language or company.language
    return Imprint(company, say_in(spoken), formats_in(spoken, company.country), desk.today)
