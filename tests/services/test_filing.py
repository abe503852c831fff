"""What the archive's window asks: counts within what the asker may see, and names of records."""

from __future__ import annotations

import pytest

from app.domain.archive.document import DocumentState
from app.domain.shared.ids import DocumentId
from app.outside.clock import FixedClock
from app.services import archive, documents, filing, kinds
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.test_documents import a_type, changed, taken
from tests.trade import issued, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def as_clerk(office: Office) -> Office:
    role = Role("clerk", frozenset({Permission.COMPANY_READ, Permission.ARCHIVE_READ}))
    return Office(office.database, office.clock, Actor("Ville", role))


def test_each_place_knows_how_much_lies_there(office: Office) -> None:
    tag = office.do(kinds.add_tag, "cars").result
    bill = a_type(office, "bill")
    one, other, gone = taken(office), taken(office, "b.pdf"), taken(office, "c.pdf")
    changed(office, one, type_id=bill.id, tags=(tag.id,), due_on=TODAY)
    office.do(documents.file, (one,))
    office.do(documents.trash, (gone,))

    found = office.ask(filing.counted)

    assert [found.of(state) for state in DocumentState] == [1, 1, 1, 0]
    assert (found.types, found.tags) == ({bill.id: 1}, {tag.id: 1})
    assert (found.due, found.sealed, found.all, found.day) == (1, 0, 3, TODAY)
    assert other


def test_personnel_files_are_not_counted_for_others(office: Office) -> None:
    one = taken(office)
    changed(office, one, type_id=a_type(office, "personnel").id)
    office.do(documents.file, (one,))

    assert office.ask(filing.counted).all == 1
    assert as_clerk(office).ask(filing.counted).all == 0


def test_records_are_named_as_far_as_they_may_be_read(office: Office) -> None:
    invoice = issued(office)
    (row,) = office.ask(documents.of, f"invoice:{invoice.id}")
    record = office.do(archive.file, "a.txt", "text/plain", b"a", f"document:{row.id}").result

    assert [one.name for one in office.ask(filing.linked, row.id)] == [invoice.number]
    assert [one.name for one in as_clerk(office).ask(filing.linked, row.id)] == [""]
    assert [one.name for one in office.ask(filing.linked, DocumentId(record.id))] == [""]
