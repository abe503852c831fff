"""Erasing employees: of who left, what the law does not ask to be kept goes at once.

Name, contracts, pay, hours and leave stay for their years, and with them the key that seals them.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.admin.erasure_plan import ErasurePlan, Going, Hindrance, Staying, staying
from app.domain.archive.document import Link
from app.domain.employees.employee import KIND
from app.domain.shared.ids import DocumentId, EmployeeId
from app.formats.retention import plan as retention
from app.services.keeping import Keeper
from app.services.office import Desk, Errand
from app.services.people import FORM, People
from app.services.permissions import Permission, errand, query
from app.storage.erasures import empty_log

PERSONNEL = "personnel"
DONE = "erasing_people.erase"


@query(Permission.PRIVACY_ERASE)
def plan(desk: Desk, employee_id: EmployeeId) -> ErasurePlan:
    """Return what erasing an employee would do and what hinders it; raises NotFound, BehindWall."""
    desk.store.wall.require()
    return EmployeeEraser(desk, employee_id).plan()


@errand(Permission.PRIVACY_ERASE)
def erase(work: Errand, employee_id: EmployeeId, version: int) -> ErasurePlan:
    """Erase what need not be kept of somebody who left, for good; once more does no harm.

    Raises NotErasable, NotFound, Conflict, BehindWall.
    """
    done = work.do(_erase, employee_id, version)
    empty_log(work.office.database)
    return done


def _erase(desk: Desk, employee_id: EmployeeId, version: int) -> ErasurePlan:
    People(desk).current(employee_id, version)
    planned = plan(desk, employee_id)
    planned.require_free()
    desk.store.people_erasures.forget(employee_id)
    desk.store.drafts.drop_all(FORM, employee_id)
    desk.store.erasures.overwrite()
    desk.note(DONE, employee_id, desk.store.changes.taken())
    return planned


class EmployeeEraser:
    """Plans the erasure of one employee at one desk."""

    def __init__(self, desk: Desk, employee_id: EmployeeId) -> None:
        self._desk = desk
        self._store = desk.store
        self._keeper = Keeper(desk)
        self._head = desk.store.employees.get(employee_id)

    def plan(self) -> ErasurePlan:
        """Return the plan."""
        person, known = self._head.id, self._store.people_erasures
        record = self._store.employees.record_on(person, self._desk.today)
        name = record.profile.name.written
        return ErasurePlan(
            kind=KIND,
            id=person,
            version=self._head.version,
            name=name,
            goes=tuple(Going(what, count) for what, count in known.going(person) if count),
            stays=tuple(self._stays()),
            hindrances=(*self._hindrances(), *known.hindrances(person)),
            becomes=name,
        )

    def _hindrances(self) -> Iterator[Hindrance]:
        ends_on = self._head.ends_on
        if ends_on is None or ends_on >= self._desk.today:
            yield Hindrance("still-works")
        with self._store.housework():
            papers = self._store.documents.get_all(self._papers())
        if held := {hold.id for one in papers for hold in self._keeper.holds_over(one)}:
            yield Hindrance("legal-hold", len(held))

    def _stays(self) -> Iterator[Staying]:
        company = self._store.company.get()
        kept = retention(company.country).by_code(PERSONNEL)
        day = self._head.ends_on or self._desk.today
        yield staying("card", 1, day, kept, company.year_starts)
        for what, count in self._store.people_erasures.kept(self._head.id):
            if count:
                yield staying(what, count, day, kept, company.year_starts)
        if count := len(self._papers()):
            yield Staying("document", count, None, "")

    def _papers(self) -> tuple[DocumentId, ...]:
        """Return the documents in the file of the person, hidden ones too."""
        with self._store.housework():
            return self._store.document_links.documents(Link(KIND, self._head.id))
