"""The organisation: who leads whom on a day, from the top down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.documents.accounting import Imprint
from app.documents.organisation import Post, describe
from app.documents.pdf.render import render
from app.domain.employees.row import EmployeeRow
from app.domain.shared.ids import EmployeeId
from app.domain.shared.paging import View
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.office import Desk
from app.services.permissions import Permission, query


@dataclass(frozen=True, slots=True)
class Placed:
    """A person in the organisation: so deep under the top, leading so many directly."""

    row: EmployeeRow
    depth: int
    leads: int

    @property
    def id(self) -> EmployeeId:
        """The person."""
        return self.row.id


@query(Permission.EMPLOYEES_READ)
def chart(desk: Desk, on: date | None = None) -> tuple[Placed, ...]:
    """Return who works here on a day, everybody under who leads them, by name."""
    day, lists = on or desk.today, desk.store.employee_lists
    ids = lists.spine(View(sort="name", only=("employed",)), day)
    return tuple(Chart(lists.rows(ids, day)).placed())


@query(Permission.EMPLOYEES_READ)
def page(desk: Desk, on: date | None = None, language: str = "") -> bytes:
    """Return the organisation of a day as PDF."""
    company = desk.store.company.get()
    spoken = language or company.language
    imprint = Imprint(company, say_in(spoken), formats_in(spoken, company.country), desk.today)
    posts = [
        Post(one.depth, one.row.name, one.row.position, one.row.department, one.leads)
        for one in chart(desk, on)
    ]
    return render(describe(posts, on or desk.today, imprint))


class Chart:
    """Puts people under who leads them; who is led by nobody here stands at the top."""

    def __init__(self, rows: tuple[EmployeeRow, ...]) -> None:
        known = {row.id for row in rows}
        self._led: dict[EmployeeId | None, list[EmployeeRow]] = {}
        for row in rows:
            manager = row.manager_id if row.manager_id in known else None
            self._led.setdefault(manager, []).append(row)
        self._left = {row.id: row for row in rows}

    def placed(self) -> Iterator[Placed]:
        """Yield everybody once; those in a circle come last, at the top."""
        yield from self._under(None, 0)
        while self._left:
            yield from self._with(next(iter(self._left.values())), 0)

    def _under(self, manager: EmployeeId | None, depth: int) -> Iterator[Placed]:
        for row in self._led.get(manager, ()):
            yield from self._with(row, depth)

    def _with(self, row: EmployeeRow, depth: int) -> Iterator[Placed]:
        if self._left.pop(row.id, None) is not None:
            yield Placed(row, depth, len(self._led.get(row.id, ())))
            yield from self._under(row.id, depth + 1)
