"""The timeline of a person: all that happened, from every corner that the asker may see."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.archive.document import Link
from app.domain.archive.findable import KIND as DOCUMENT
from app.domain.correspondence.notes import NOTE, first_line
from app.domain.employees.contract import Contract, ContractState
from app.domain.employees.employee import KIND as PERSON
from app.domain.employees.timeline import Happened, PersonEvent
from app.domain.expenses.expense import KIND as EXPENSE_CLAIM
from app.domain.leave.asking import HOLDING
from app.domain.shared.ids import EmployeeId, LeaveTypeId
from app.services import filing, threads
from app.services.histories import Histories
from app.services.leave_books import LeaveBooks
from app.services.office import Desk
from app.services.permissions import Permission, query

MOST = 500
CONTRACT = "employment-contract"
LEDGER = "leave-ledger"


@query(Permission.EMPLOYEES_READ)
def of(desk: Desk, employee_id: EmployeeId, language: str = "") -> tuple[PersonEvent, ...]:
    """Return what happened with a person, the newest first, as the asker may know it."""
    found = sorted(PersonEvents(desk, employee_id, language).found(), key=lambda one: one.day)
    return tuple(found[::-1][:MOST])


class PersonEvents:
    """Gathers at one desk what happened with one person."""

    def __init__(self, desk: Desk, employee_id: EmployeeId, language: str = "") -> None:
        self._language = language or desk.store.company.get().language
        self._desk = desk
        self._store = desk.store
        self._held = desk.who.role.permissions
        self._person = employee_id
        self._link = Link(PERSON, employee_id)

    def found(self) -> Iterator[PersonEvent]:
        """Yield every event, in no order."""
        yield from self._file()
        for one in self._store.contracts.of(self._person):
            yield from _contract(one)
        yield from self._belongings()
        yield from self._steps()
        if Permission.LEAVE_READ in self._held:
            yield from self._leave()
        if Permission.EXPENSES_READ in self._held:
            yield from self._claims()
        if Permission.LETTERS_READ in self._held:
            yield from self._letters()
        if Permission.ARCHIVE_READ in self._held:
            yield from self._documents()

    def _file(self) -> Iterator[PersonEvent]:
        person = self._store.employees.get(self._person)
        yield PersonEvent(person.starts_on, Happened.JOINED, person.number)
        if person.ends_on is not None:
            yield PersonEvent(person.ends_on, Happened.LEFT)
        for one in Histories(self._desk).of(self._person):
            if not one.is_first:
                changed = tuple(each.field for each in one.differences)
                yield PersonEvent(one.valid_from, Happened.CHANGED, one.reason, fields=changed)

    def _belongings(self) -> Iterator[PersonEvent]:
        for one in self._store.qualifications.of(self._person):
            if one.issued_on is not None:
                yield PersonEvent(one.issued_on, Happened.QUALIFIED, one.name)
            if one.expires_on is not None:
                yield PersonEvent(one.expires_on, Happened.QUALIFICATION_OVER, one.name)
        for thing in self._store.equipment.of(self._person):
            if thing.handed_on is not None:
                yield PersonEvent(thing.handed_on, Happened.HANDED_OUT, thing.name)
            if thing.returned_on is not None:
                yield PersonEvent(thing.returned_on, Happened.CAME_BACK, thing.name)

    def _steps(self) -> Iterator[PersonEvent]:
        for checklist in self._store.checklists.of(self._person):
            yield PersonEvent(checklist.day, Happened.CHECKLIST_BEGUN, checklist.name)
            for item in checklist.items:
                if item.done_on is not None:
                    yield PersonEvent(item.done_on, Happened.STEP_DONE, item.text)

    def _leave(self) -> Iterator[PersonEvent]:
        books = LeaveBooks(self._desk)
        asked = self._store.leave_requests.of((self._person,), HOLDING)
        for one in asked.get(self._person, ()):
            kind = books.kinds.get(one.type_id or LeaveTypeId(0))
            title = kind.name_in(self._language) if kind and not one.is_health else ""
            yield PersonEvent(
                one.first_on, Happened.AWAY, title, LEDGER, self._person, until=one.last_on
            )

    def _claims(self) -> Iterator[PersonEvent]:
        for one in self._store.expense_lists.of(self._person, self._desk.today):
            if one.last_on is not None:
                told = f"{one.number} {one.purpose}".strip()
                yield PersonEvent(one.last_on, Happened.CLAIM, told, EXPENSE_CLAIM, one.id)

    def _letters(self) -> Iterator[PersonEvent]:
        for one in threads.letters_about(self._desk, self._link.source):
            yield PersonEvent(
                one.day,
                Happened.LETTER,
                f"{one.number} {one.subject}".strip(),
                one.kind,
                one.record_id,
            )
        for note in self._store.notes.of(self._link):
            yield PersonEvent(
                note.written_at.date(), Happened.NOTED, first_line(note.text), NOTE, note.id
            )

    def _documents(self) -> Iterator[PersonEvent]:
        for one in filing.belonging(self._desk, self._link.source, MOST):
            day = one.day or one.received_at.date()
            yield PersonEvent(day, Happened.DOCUMENT, one.title, DOCUMENT, one.id)


def _contract(one: Contract) -> Iterator[PersonEvent]:
    if one.state is ContractState.DISCARDED:
        return
    if one.state is ContractState.DRAFT:
        yield PersonEvent(one.starts_on, Happened.CONTRACT_DRAFTED, one.position, CONTRACT, one.id)
        return
    if one.signed_on is not None:
        yield PersonEvent(one.signed_on, Happened.CONTRACT_SIGNED, one.position)
    yield PersonEvent(one.starts_on, Happened.CONTRACT_BEGAN, one.position)
    if one.probation_until is not None:
        yield PersonEvent(one.probation_until, Happened.PROBATION_OVER, one.position)
    if one.ends_on is not None:
        yield PersonEvent(one.ends_on, Happened.CONTRACT_ENDED, one.position)
