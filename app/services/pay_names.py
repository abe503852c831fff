"""Whose payslip it is: numbers and names of people on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.domain.shared.ids import EmployeeId
from app.services.office import Desk


class Names:
    """The numbers and names of people on a day."""

    def __init__(self, desk: Desk, ids: Iterable[EmployeeId], day: date) -> None:
        wanted = tuple(ids)
        self._heads = {one.id: one for one in desk.store.employees.get_all(wanted)}
        self._records = desk.store.employees.records_on(wanted, day)

    def of(self, person: EmployeeId) -> tuple[str, str]:
        """Return the number and the name of a person; what is not known is empty."""
        head, record = self._heads.get(person), self._records.get(person)
        name = record.profile.name.written if record else ""
        return head.number if head else "", name
