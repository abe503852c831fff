"""The file of a person as PDF: what the office may know, or all of it for the personnel office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.documents.accounting import Imprint
from app.documents.employee_files import FilePaper, Turn, change_words, describe
from app.domain.archive.document import Link
from app.domain.employees.employee import KIND, Private
from app.domain.shared.ids import EmployeeId
from app.lang.formats import formats_in
from app.lang.texts import Say, say_in
from app.services import filing
from app.services.histories import Histories, Past
from app.services.office import Desk
from app.services.people import People
from app.services.permissions import Permission, command, query
from app.services.photos import Photos

MOST = 500


@query(Permission.EMPLOYEES_READ)
def page(desk: Desk, employee_id: EmployeeId, on: date | None = None, language: str = "") -> bytes:
    """Return the file of a person as of a day as PDF, without what is private; raises NotFound."""
    return EmployeePapers(desk, language).pdf(employee_id, on, None)


@command(Permission.EMPLOYEES_PRIVATE)
def show_whole(
    desk: Desk, employee_id: EmployeeId, on: date | None = None, language: str = ""
) -> bytes:
    """Return the whole file of a person as PDF; the audit notes who looked; raises NotFound."""
    record = desk.store.employees.record_on(employee_id, on or desk.today)
    return EmployeePapers(desk, language).pdf(employee_id, on, record.private or Private())


class EmployeePapers:
    """Writes the files of people at one desk."""

    def __init__(self, desk: Desk, language: str = "") -> None:
        self._desk = desk
        self._store = desk.store
        self._company = desk.store.company.get()
        self._language = language or self._company.language
        self._imprint = Imprint(
            self._company,
            say_in(self._language),
            formats_in(self._language, self._company.country),
            desk.today,
        )

    def pdf(self, employee_id: EmployeeId, on: date | None, private: Private | None) -> bytes:
        """Return the file of a person; pay stands in it only with what is private."""
        from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

        return render(describe(self._paper(employee_id, on, private), self._imprint))

    def _paper(self, person: EmployeeId, on: date | None, private: Private | None) -> FilePaper:
        day, people, store = on or self._desk.today, People(self._desk), self._store
        profile = store.employees.record_on(person, day).profile
        contracts = store.contracts.of(person)
        if private is None:
            contracts = tuple(replace(one, pay=None) for one in contracts)
        return FilePaper(
            employee=store.employees.get(person),
            profile=profile,
            day=day,
            department=people.department_name(profile.department_id),
            manager=people.name(profile.manager_id, day),
            photo=Photos(self._desk).of(person),
            private=private,
            contracts=contracts[::-1],
            qualifications=store.qualifications.of(person),
            equipment=store.equipment.of(person),
            checklists=store.checklists.of(person),
            documents=tuple(self._documents(person)),
            turns=self._turns(person, self._imprint.say),
        )

    def _documents(self, person: EmployeeId) -> Iterator[tuple[date, str, str]]:
        """Yield the documents in the file that the asker may see."""
        if Permission.ARCHIVE_READ not in self._desk.who.role.permissions:
            return
        types = self._store.kinds.types()
        for one in filing.belonging(self._desk, Link(KIND, person).source, MOST):
            kind = types[one.type_id].name_in(self._language) if one.type_id else ""
            yield one.day or one.received_at.date(), one.title, kind

    def _turns(self, person: EmployeeId, say: Say) -> tuple[Turn, ...]:
        found = Histories(self._desk).of(person)
        return tuple(
            Turn(one.valid_from, _told(one, say), one.reason, one.who) for one in found[::-1]
        )


def _told(past: Past, say: Say) -> str:
    """Return in words what a change did."""
    if past.is_first:
        return say("File begun")
    told = (change_words(one.field, one.before, one.after, say) for one in past.differences)
    return "; ".join(told) or say("Nothing else")
