"""People: added, changed from a day, seen as of a day; what is private is shown on demand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.employees.contract import Contract, masked
from app.domain.employees.employee import (
    KIND,
    Employee,
    EmployeeRecord,
    Leaving,
    Private,
    Standing,
)
from app.domain.employees.form import TODAY, EmployeeForm, Since
from app.domain.employees.private import check_private, tidied_private
from app.domain.employees.row import EmployeeRow
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import DepartmentId, EmployeeId, new_id
from app.domain.shared.paging import Spine, View
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid
from app.services import drafts
from app.services.counting import in_each
from app.services.histories import Histories, Past
from app.services.office import Desk
from app.services.people import FORM, People
from app.services.permissions import Permission, command, query

MOST_FOUND = 5000
FILING = frozenset({Permission.ARCHIVE_FILE, Permission.ARCHIVE_PERSONAL})
"""What it takes to put documents into the file of a person, and to see them there."""


SHOWINGS = (
    "employees.show_private",
    "employee_papers.show_whole",
    "contracts.show_pay",
    "contract_papers.show",
    "contract_papers.write",
    "pay_items.show",
    "payslips.show",
    "pins.enter",
    "own_changes.show",
    "person_copies.employee",
)
"""The commands that show what is private: each leaves a row in the audit, without the value."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Somebody was shown what is private of a person."""

    at: datetime
    who: str
    command: str


@dataclass(frozen=True, slots=True)
class SeenPerson:
    """A person as of a day, as everybody may see it who may read of people.

    ``record`` and ``contract`` are masked; ``may_show`` says whether the asker may ask for more,
    ``may_file`` whether documents may be put into the file.
    """

    employee: Employee
    record: EmployeeRecord
    standing: Standing
    day: date
    contract: Contract | None
    department: str
    manager: str
    may_show: bool
    country: str = ""
    may_file: bool = False


@dataclass(frozen=True, slots=True)
class OpenedPerson:
    """A person as it is edited, or what a new one begins with."""

    employee: Employee | None
    record: EmployeeRecord | None
    departments: Mapping[DepartmentId, str]
    people: Mapping[EmployeeId, str]
    country: str
    draft: FormDraft | None


@query(Permission.EMPLOYEES_READ)
def spine(desk: Desk, view: View, on: date | None = None) -> Spine:
    """Return the ids of a list of people as of a day, in its order."""
    return desk.store.employee_lists.spine(view, on or desk.today, _among(desk, view.words))


@query(Permission.EMPLOYEES_READ)
def first(desk: Desk, view: View, size: int, on: date | None = None) -> tuple[EmployeeRow, ...]:
    """Return the first rows of a list of people as of a day."""
    day, lists = on or desk.today, desk.store.employee_lists
    return lists.rows(lists.first(view, size, day, _among(desk, view.words)), day)


@query(Permission.EMPLOYEES_READ)
def rows(
    desk: Desk, ids: tuple[EmployeeId, ...], on: date | None = None
) -> tuple[EmployeeRow, ...]:
    """Return the rows of these people as of a day; who is gone is left out."""
    return desk.store.employee_lists.rows(ids, on or desk.today)


@query(Permission.EMPLOYEES_READ)
def counts(desk: Desk, on: date | None = None) -> Mapping[str, int]:
    """Return how many people stand where on a day; under no name those whom a list shows."""
    found = in_each(Standing, desk.store.employee_lists.counts(on or desk.today))
    return {**found, "": found[Standing.EMPLOYED.value] + found[Standing.COMING.value]}


@query(Permission.EMPLOYEES_READ)
def get(desk: Desk, employee_id: EmployeeId) -> Employee:
    """Return the head of a person's file; raises NotFound."""
    return desk.store.employees.get(employee_id)


@query(Permission.EMPLOYEES_READ)
def seen(desk: Desk, employee_id: EmployeeId, on: date | None = None) -> SeenPerson:
    """Return a person as of a day, without what is private; raises NotFound."""
    day, people = on or desk.today, People(desk)
    employee = desk.store.employees.get(employee_id)
    record = desk.store.employees.record_on(employee_id, day)
    contract = desk.store.contracts.on(employee_id, day)
    profile = record.profile
    return SeenPerson(
        employee=employee,
        record=replace(record, private=None),
        standing=employee.standing(day),
        day=day,
        contract=contract and masked(contract),
        department=people.department_name(profile.department_id),
        manager=people.name(profile.manager_id, day),
        may_show=desk.store.wall.may_read(employee_id),
        country=desk.store.company.get().country,
        may_file=desk.who.role.permissions >= FILING,
    )


@query(Permission.EMPLOYEES_READ)
def opened(
    desk: Desk, employee_id: EmployeeId | None = None, held: frozenset[int] = frozenset()
) -> OpenedPerson:
    """Return what a form needs to begin with; raises NotFound."""
    people, country = People(desk), desk.store.company.get().country
    names = people.names(desk.today)
    if employee_id is None:
        draft = drafts.waiting(desk, FORM, held)
        return OpenedPerson(None, None, people.departments, names, country, draft)
    draft = desk.store.drafts.kept(FORM, employee_id, desk.who.name)
    if draft is not None and draft.is_new:
        return OpenedPerson(None, None, people.departments, names, country, draft)
    employee = desk.store.employees.get(employee_id)
    record = replace(desk.store.employees.record_on(employee_id, desk.today), private=None)
    others = {one: name for one, name in names.items() if one != employee_id}
    return OpenedPerson(employee, record, people.departments, others, country, draft)


@query(Permission.EMPLOYEES_READ)
def check(
    desk: Desk,
    form: EmployeeForm,
    employee_id: EmployeeId | None = None,
    valid_from: date | None = None,
) -> tuple[Problem, ...]:
    """Return all that is wrong with a form, each at its field; a warning may be accepted."""
    return People(desk).problems(form, employee_id, valid_from or desk.today)


@command(Permission.EMPLOYEES_CHANGE)
def add(desk: Desk, form: EmployeeForm, employee_id: EmployeeId | None = None) -> Employee:
    """Begin the file of a person, under the id that a form has given it; raises Invalid, Conflict.

    Without a number the person gets the next one.
    """
    return People(desk).add(form, employee_id or EmployeeId(new_id()))


@command(Permission.EMPLOYEES_CHANGE)
def change(
    desk: Desk,
    employee_id: EmployeeId,
    version: int,
    form: EmployeeForm,
    since: Since = TODAY,
) -> Employee:
    """Write what holds of a person from a day (today where none is said).

    What is dated later stays as it is. Raises Invalid, or Conflict if it changed since.
    """
    people = People(desk)
    return people.change(people.current(employee_id, version), form, since)


@command(Permission.EMPLOYEES_CHANGE)
def put_back(
    desk: Desk, employee_id: EmployeeId, version: int, wanted: EmployeeForm, valid_from: date
) -> Employee:
    """Undo a change: what held before holds again from its day; raises Conflict."""
    people = People(desk)
    return people.change(people.current(employee_id, version), wanted, Since(valid_from))


@command(Permission.EMPLOYEES_CHANGE)
def leave(
    desk: Desk, employee_id: EmployeeId, version: int, ends_on: date, leaving: Leaving
) -> Employee:
    """Write down the last day of a person and why: the contract ends with it.

    Raises HasLeft, EndsBeforeStart, Conflict.
    """
    people = People(desk)
    return people.leave(people.current(employee_id, version), ends_on, leaving)


@command(Permission.EMPLOYEES_CHANGE)
def stay(desk: Desk, employee_id: EmployeeId, version: int) -> Employee:
    """Take a last day back: the person stays after all; raises HasNotLeft, Conflict."""
    people = People(desk)
    before = people.current(employee_id, version)
    after = before.stay()
    desk.store.employees.save(before, after)
    return after


@command(Permission.EMPLOYEES_PRIVATE)
def show_private(desk: Desk, employee_id: EmployeeId, on: date | None = None) -> Private:
    """Show what is private of a person as of a day; the audit notes who looked, not at what."""
    record = desk.store.employees.record_on(employee_id, on or desk.today)
    return record.private or Private()


@command(Permission.EMPLOYEES_PRIVATE, private=True)
def keep_private(
    desk: Desk,
    employee_id: EmployeeId,
    version: int,
    private: Private,
    valid_from: date | None = None,
) -> Employee:
    """Write what is private of a person and holds from a day; raises Invalid, or Conflict."""
    kept = tidied_private(private)
    problems = check_private(kept, desk.today)
    if any(not one.is_warning for one in problems):
        raise Invalid(problems)
    people = People(desk)
    before = people.current(employee_id, version)
    return people.keep_private(before, kept, valid_from or desk.today)


@query(Permission.EMPLOYEES_READ)
def numbered(desk: Desk, number: str) -> Employee | None:
    """Return the person of a number, or none."""
    return desk.store.employee_lists.numbered(number.strip())


@query(Permission.EMPLOYEES_READ)
def history(desk: Desk, employee_id: EmployeeId) -> tuple[Past, ...]:
    """Return what was changed of a person, when and by whom, the last written first."""
    found = Histories(desk).of(employee_id)
    return found[::-1]


@query(Permission.EMPLOYEES_PRIVATE)
def access_log(desk: Desk, employee_id: EmployeeId) -> tuple[Showing, ...]:
    """Return who was shown what is private of a person, and when, the newest first."""
    own = {one.id for one in desk.store.contracts.of(employee_id)} | {employee_id}
    return tuple(
        Showing(deed.at, deed.who, deed.command)
        for deed in desk.store.audit.asked(SHOWINGS)
        if deed.arguments[0][:1] and deed.arguments[0][0] in own
    )


def _among(desk: Desk, words: str) -> tuple[int, ...] | None:
    if not words.strip():
        return None
    return tuple(hit.entity_id for hit in desk.store.search.find(words, MOST_FOUND, {KIND}))
