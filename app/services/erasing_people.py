"""Erasing employees: of who left, what the law does not ask to be kept goes at once.

Name, contracts, pay, hours and leave stay for their years, and with them the key that seals them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from app.domain.admin.erased import Erased, erased
from app.domain.admin.erasure_plan import (
    ErasurePlan,
    Going,
    Hindrance,
    Staying,
    StillKept,
    staying,
)
from app.domain.archive.document import Link
from app.domain.employees.employee import KIND
from app.domain.shared.ids import DocumentId, EmployeeId, ErasureId, new_id
from app.formats.retention import plan as retention
from app.lang.texts import say_in
from app.services.ending_erasures import Destruction, Ender, Ending
from app.services.eraser import documents_staying
from app.services.keeping import Keeper
from app.services.office import Desk, Errand
from app.services.people import People
from app.services.permissions import Permission, errand, query
from app.storage.erasures import empty_log

PERSONNEL = "personnel"
DONE, COMPLETED = "erasing_people.erase", "erasing_people.complete"


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


@errand(Permission.PRIVACY_ERASE)
def complete(work: Errand, employee_id: EmployeeId) -> Erased:
    """Erase what is left of an erased employee when all has been kept long enough, for good.

    The name, the words in rows that stay, the papers, and the key that seals pay and contracts.
    Raises StillKept, NotFound, BehindWall, SameHand.
    """
    return Destruction(work).finish(work.do(_complete, employee_id))


def _erase(desk: Desk, employee_id: EmployeeId, version: int) -> ErasurePlan:
    People(desk).current(employee_id, version)
    planned = EmployeeEraser(desk, employee_id).erase()
    desk.note(DONE, employee_id, desk.store.changes.taken())
    return planned


def _complete(desk: Desk, employee_id: EmployeeId) -> Ending:
    desk.store.wall.require()
    eraser = EmployeeEraser(desk, employee_id)
    planned, known = eraser.plan(), desk.store.erased.of(KIND, employee_id)
    if known is None or known.ended_on is not None or not planned.is_over(desk.today):
        raise StillKept(until=planned.until or "")
    ending = Ender(desk, known, eraser.label).end(planned, eraser.papers)
    desk.note(COMPLETED, employee_id, desk.store.changes.taken())
    desk.store.wall.destroy((employee_id,))
    return ending


class EmployeeEraser:
    """Plans the erasure of one employee at one desk."""

    def __init__(self, desk: Desk, employee_id: EmployeeId) -> None:
        self._desk = desk
        self._store = desk.store
        self._keeper = Keeper(desk)
        self._head = desk.store.employees.get(employee_id)

    @property
    def label(self) -> str:
        """The name that stands where something stays in the end, in the company's language."""
        say = say_in(self._store.company.get().language)
        return say("Erased person {number}", number=self._head.number)

    def erase(self) -> ErasurePlan:
        """Forget what no law asks for; raises NotErasable, BehindWall."""
        desk, store, person = self._desk, self._store, self._head.id
        store.wall.require()
        planned = self.plan()
        planned.require_free()
        store.people_erasures.forget(person)
        store.drafts.drop_about(person)
        store.erasures.overwrite()
        if store.erased.of(KIND, person) is None:
            store.erased.add(erased(ErasureId(new_id()), planned, desk.today, desk.who.name))
        return planned

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
            papers = self._store.documents.get_all(self.papers)
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
        with self._store.housework():
            papers = self._store.documents.get_all(self.papers)
        yield from documents_staying(self._keeper, papers)

    @cached_property
    def papers(self) -> tuple[DocumentId, ...]:
        """The documents in the file of the person, hidden ones too, and those of kept rows."""
        with self._store.housework():
            linked = self._store.document_links.documents(Link(KIND, self._head.id))
            named = self._store.blanking.papers(KIND, self._head.id)
        return tuple(dict.fromkeys((*linked, *map(DocumentId, named))))
