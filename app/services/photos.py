"""The photo of a person: who works here sees it, and it lies in the walled file of the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.archive.document import DocumentState, Link
from app.domain.archive.record import Filing
from app.domain.employees.employee import KIND, Employee
from app.domain.employees.form import Since, form_of
from app.domain.shared.ids import DocumentId, EmployeeId
from app.domain.shared.refusals import Refusal
from app.formats.portraits import portrait
from app.lang.texts import say_in
from app.services.document_types import DocumentTypes
from app.services.fresh_pictures import drawn, fresh
from app.services.office import Desk
from app.services.people import People
from app.services.permissions import Permission, command, query
from app.services.registering import SHOWN, NewDocument, Register, begun

LARGEST = 20 << 20
JPEG = "image/jpeg"


class NoPhoto(Refusal):
    """A photo is a PNG or JPEG of at most 20 MiB; these bytes are not."""

    code = "employees.no-photo"


@query(Permission.EMPLOYEES_READ)
def of(desk: Desk, employee_id: EmployeeId) -> bytes:
    """Return the photo of a person as it is today, or nothing; raises NotFound."""
    return Photos(desk).of(employee_id)


def _drawn(picture: bytes) -> bytes:
    made = fresh(picture) if len(picture) <= LARGEST else None
    if picture and made is None:
        raise NoPhoto(size=len(picture))
    return portrait(made) if made else b""


@command(Permission.EMPLOYEES_CHANGE, before=_drawn)
def put(desk: Desk, employee_id: EmployeeId, version: int, picture: bytes) -> Employee:
    """Show another photo of a person from today, or none when there are no bytes.

    Those before stay in the file. Raises NoPhoto, NotFound, or Conflict if the person changed.
    """
    made = drawn(desk.ready, _drawn, picture)
    people = People(desk)
    before = people.current(employee_id, version)
    record = desk.store.employees.record_on(employee_id, desk.today)
    photo_id = Photos(desk).filed(before, record.profile.name.written, made)
    profile = replace(record.profile, photo_id=photo_id)
    return people.change(before, replace(form_of(before, record), profile=profile), Since())


class Photos:
    """Keeps photos at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._store = desk.store
        self._word = say_in(desk.store.company.get().language)("Photo")

    def of(self, employee_id: EmployeeId) -> bytes:
        """Return the photo of a person as it is today, or nothing."""
        day = self._desk.today
        photo_id = self._store.employees.record_on(employee_id, day).profile.photo_id
        with self._store.housework():
            found = self._store.documents.get_all(self.among(employee_id, photo_id))
            shown = next((one for one in found if one.state in SHOWN), None)
            return b"".join(self._store.archive.read(shown.file_id)) if shown else b""

    def among(self, employee_id: EmployeeId, photo_id: DocumentId | None) -> Sequence[DocumentId]:
        """Return a photo that lies in the file of a person: no other document is looked at."""
        own = self._store.document_links.documents(Link(KIND, employee_id)) if photo_id else ()
        return tuple(one for one in own if one == photo_id)

    def filed(self, person: Employee, name: str, picture: bytes) -> DocumentId | None:
        """Put a photo into the file of a person and return what it is now; none for no bytes."""
        if not picture:
            return None
        link = Link(KIND, person.id)
        filing = Filing(f"{name}.jpg", JPEG, link.source)
        record = self._store.archive.add(filing, (picture,), self._desk.now)
        card = replace(
            begun(record, f"{self._word} – {name}"),
            state=DocumentState.FILED,
            type_id=DocumentTypes(self._desk).personnel().id,
            day=self._desk.today,
        )
        new = NewDocument(card, record, (link,))
        self._store.search.put_many(Register(self._desk).keep((new,)))
        return DocumentId(record.id)
