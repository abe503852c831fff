"""Lists of people as of a day: who worked here, in which position, led by whom."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select

from app.domain.employees.employee import Employee, Profile, Standing
from app.domain.employees.row import EmployeeRow, EmployeeSort
from app.domain.shared.codec import parsed
from app.domain.shared.ids import DepartmentId, DocumentId, EmployeeId
from app.domain.shared.paging import View, sort_of, states_of
from app.storage.employee_tables import department, employee, employee_record
from app.storage.employees import HEAD, employee_of
from app.storage.lists import found_first, found_spine, in_order, slices, whole
from app.storage.types import Rows

_manager = employee_record.alias("manager_record")
_SORTED: dict[EmployeeSort, ColumnElement[Any]] = {
    EmployeeSort.NAME: employee_record.c.name_key,
    EmployeeSort.NUMBER: func.length(employee.c.number),
    EmployeeSort.POSITION: employee_record.c.position,
    EmployeeSort.DEPARTMENT: department.c.name_key,
    EmployeeSort.STARTS_ON: employee.c.starts_on,
    EmployeeSort.ENDS_ON: employee.c.ends_on,
}


class EmployeeLists:
    """Reads lists of people on one open connection; every one is as of a day."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(self, view: View, day: date, among: Collection[int] | None = None) -> array[int]:
        """Return the ids of the list in its order; ``among`` keeps only these."""
        return found_spine(self._connection, _listed(view, day), employee.c.id, among)

    def first(
        self, view: View, size: int, day: date, among: Collection[int] | None = None
    ) -> array[int]:
        """Return the first ids that ``spine`` would return."""
        return found_first(self._connection, _listed(view, day), employee.c.id, size, among)

    def rows(self, ids: Sequence[int], day: date) -> tuple[EmployeeRow, ...]:
        """Return the rows of these people, in the order asked for; who is gone is left out."""
        found: dict[int, EmployeeRow] = {}
        for group in slices(ids):
            for row in whole(self._connection, _row(day).where(employee.c.id.in_(group))):
                found[row.id] = _shown(row, day)
        return in_order(ids, found)

    def photos(self) -> frozenset[DocumentId]:
        """Return every document that is or was the photo of a person."""
        profiles = self._connection.scalars(select(employee_record.c.profile))
        found = (parsed(Profile, one).photo_id for one in profiles)
        return frozenset(one for one in found if one is not None)

    def counts(self, day: date) -> dict[Standing, int]:
        """Return how many people the list shows under each of its chips."""
        on = _on(employee_record, day)
        wanted = (
            select(func.count())
            .select_from(employee)
            .join(employee_record, and_(employee_record.c.employee_id == employee.c.id, *on))
        )
        return {
            one: int(self._connection.scalar(wanted.where(_stands(one, day))) or 0)
            for one in Standing
        }

    def managers(self, day: date) -> dict[EmployeeId, EmployeeId | None]:
        """Return who leads each person on a day."""
        table = employee_record
        wanted: Rows = select(table.c.employee_id, table.c.manager_id).where(*_on(table, day))
        return {
            EmployeeId(row.employee_id): row.manager_id for row in whole(self._connection, wanted)
        }

    def of_user(self, name: str) -> Employee | None:
        """Return the person who uses the office under a name, whatever its case, or none."""
        wanted = name.strip().lower()
        return self._one(func.lower(employee.c.user_name) == wanted) if wanted else None

    def numbered(self, number: str) -> Employee | None:
        """Return the person of a number, or none."""
        return self._one(employee.c.number == number)

    def _one(self, wanted: ColumnElement[bool]) -> Employee | None:
        found = select(*HEAD).where(wanted).order_by(employee.c.id).limit(1)
        row = self._connection.execute(found).one_or_none()
        return None if row is None else employee_of(row)


def _on(table: Any, day: date) -> tuple[ColumnElement[bool], ...]:
    """Return what keeps the record that holds on a day."""
    ends = table.c.valid_until
    return table.c.valid_from <= day, or_(ends.is_(None), ends > day)


def _stands(one: Standing, day: date) -> ColumnElement[bool]:
    starts, ends = employee.c.starts_on, employee.c.ends_on
    if one is Standing.COMING:
        return starts > day
    if one is Standing.LEFT:
        return and_(starts <= day, ends < day)
    return and_(starts <= day, or_(ends.is_(None), ends >= day))


def _row(day: date) -> Rows:
    record = employee_record
    return (
        select(
            *(employee.c[name] for name in ("id", "number", "starts_on", "ends_on")),
            *(record.c[name] for name in ("name", "position", "department_id", "manager_id")),
            func.coalesce(department.c.name, "").label("department"),
            func.coalesce(_manager.c.name, "").label("manager"),
        )
        .join(record, and_(record.c.employee_id == employee.c.id, *_on(record, day)))
        .outerjoin(department, department.c.id == record.c.department_id)
        .outerjoin(
            _manager,
            and_(_manager.c.employee_id == record.c.manager_id, *_on(_manager, day)),
        )
    )


def _shown(row: Any, day: date) -> EmployeeRow:
    left = row.ends_on is not None and row.ends_on < day
    coming = Standing.COMING if row.starts_on > day else Standing.EMPLOYED
    return EmployeeRow(
        id=EmployeeId(row.id),
        number=row.number,
        name=row.name,
        position=row.position,
        department=row.department,
        manager=row.manager,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        standing=Standing.LEFT if left else coming,
        department_id=None if row.department_id is None else DepartmentId(row.department_id),
        manager_id=None if row.manager_id is None else EmployeeId(row.manager_id),
    )


def _listed(view: View, day: date) -> Select[int]:
    """Return the list in its order; where no chip is on, those who left are not in it."""
    record = employee_record
    sort = sort_of(EmployeeSort, view.sort, EmployeeSort.NAME)
    wanted = select(employee.c.id).join(
        record, and_(record.c.employee_id == employee.c.id, *_on(record, day))
    )
    if sort is EmployeeSort.DEPARTMENT:
        wanted = wanted.outerjoin(department, department.c.id == record.c.department_id)
    chips = states_of(Standing, view.only) or (Standing.EMPLOYED, Standing.COMING)
    wanted = wanted.where(or_(literal(value=False), *(_stands(one, day) for one in chips)))
    keys = [_SORTED[sort]]
    if sort is EmployeeSort.NUMBER:
        keys.append(employee.c.number)
    keys.append(employee.c.id)
    if view.is_descending:
        return wanted.order_by(*(key.desc().nulls_first() for key in keys))
    return wanted.order_by(*(key.asc().nulls_last() for key in keys))
