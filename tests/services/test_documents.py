"""Documents through the services: filed, changed, sealed, trashed, and walled off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.archive.document import DocumentState, Link, Locked, Sealed, VersionKind
from app.domain.archive.form import DocumentForm, form_of
from app.domain.archive.kinds import DocumentType
from app.domain.archive.record import Filing
from app.domain.archive.row import Wanted
from app.domain.shared.ids import ContactId, DocumentId, RecordId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import archive, documents, kinds, search
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import issued, opened_books

INBOX = Wanted((DocumentState.INBOX,))


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def taken(office: Office, name: str = "scan.pdf") -> DocumentId:
    record = office.do(archive.file, name, "application/pdf", name.encode()).result
    return DocumentId(record.id)


def a_type(office: Office, code: str) -> DocumentType:
    return next(one for one in office.ask(kinds.sorting).types if one.code == code)


def changed(office: Office, document_id: DocumentId, **parts: Any) -> None:
    before = office.ask(documents.get, document_id)
    form = replace(form_of(before), **parts)
    office.do(documents.change, document_id, before.version, form)


def as_clerk(office: Office, *permissions: Permission) -> Office:
    role = Role("clerk", frozenset({Permission.COMPANY_READ, *permissions}))
    return Office(office.database, office.clock, Actor("Ville", role))


def test_what_is_taken_in_waits_in_the_inbox(office: Office) -> None:
    one = taken(office)

    assert [row.title for row in office.ask(documents.first, View(), 9, INBOX)] == ["scan.pdf"]
    assert list(office.ask(documents.spine, View(), INBOX)) == [one]
    assert office.ask(documents.count, Wanted()) == 0
    assert office.ask(documents.content, one) == b"scan.pdf"


def test_the_paper_of_an_invoice_is_a_sealed_document(office: Office) -> None:
    invoice = issued(office)

    (row,) = office.ask(documents.of, f"invoice:{invoice.id}")

    seen = office.ask(documents.seen, row.id)
    assert (row.title, row.is_sealed, row.day) == (invoice.number, True, invoice.issued_on)
    assert (seen.type and seen.type.code, seen.links) == (
        "sales-invoice",
        (Link("invoice", invoice.id),),
    )
    assert (row.correspondent, row.reference) == ("Kahvila Aamu Oy", invoice.reference)
    assert seen.kept_until is not None
    assert seen.kept_until.year == TODAY.year + 6
    with pytest.raises(Sealed):
        office.do(documents.trash, (row.id,))


def test_a_document_is_described_filed_and_found(office: Office) -> None:
    one = taken(office)
    bill = a_type(office, "bill")

    changed(office, one, title=" Electricity ", type_id=bill.id, reference="4711", serial=1)
    office.do(documents.file, (one,))

    seen = office.ask(documents.seen, one)
    assert (seen.document.title, seen.document.state) == ("Electricity", DocumentState.FILED)
    assert [hit.entity_id for hit in office.ask(search.find, "4711")] == [one]
    office.do(documents.unfile, (one,))
    assert office.ask(documents.get, one).state is DocumentState.INBOX


def test_a_type_that_seals_seals_what_is_filed(office: Office) -> None:
    one = taken(office)
    changed(office, one, type_id=a_type(office, "sales-invoice").id)

    (filed,) = office.do(documents.file, (one,)).result

    assert filed.is_sealed


def test_a_wrong_form_names_its_fields_and_changes_nothing(office: Office) -> None:
    one, other = taken(office), taken(office, "b.pdf")
    changed(office, other, serial=5)

    with pytest.raises(Invalid) as refused:
        changed(office, one, title=" ", serial=5, stage="x")
    with pytest.raises(NotFound):
        changed(office, one, correspondent_id=ContactId(1))
    with pytest.raises(Conflict):
        office.do(documents.change, one, 9, DocumentForm("T"))

    fields = {problem.field for problem in refused.value.problems}
    assert fields == {"title", "serial", "stage"}
    assert office.ask(documents.get, one).version == 1


def test_trash_gives_back_what_it_took_and_search_knows(office: Office) -> None:
    one = taken(office)

    office.do(documents.trash, (one,))

    assert office.ask(search.find, "scan") == ()
    assert office.ask(documents.count, Wanted((DocumentState.TRASHED,))) == 1
    office.do(documents.restore, (one,))
    assert [hit.entity_id for hit in office.ask(search.find, "scan")] == [one]


def test_a_new_version_stands_on_top_of_the_old_one(office: Office) -> None:
    one = taken(office)

    office.do(documents.take_out, one)
    office.do(documents.renew, one, Filing("b.pdf", "application/pdf"), b"second", "clearer")

    versions = office.ask(documents.seen, one).versions
    assert [(v.number, v.kind, v.note) for v in versions] == [
        (2, VersionKind.REPLACED, "clearer"),
        (1, VersionKind.ORIGINAL, ""),
    ]
    assert office.ask(documents.content, one) == b"second"
    assert office.ask(documents.content, one, 1) == b"scan.pdf"
    assert office.ask(documents.of_file, versions[1].file_id) == office.ask(documents.get, one)
    with pytest.raises(NotFound):
        office.ask(documents.content, one, 3)


def test_who_took_a_document_out_keeps_others_from_renewing_it(office: Office) -> None:
    one = taken(office)
    office.do(documents.take_out, one)
    ville = as_clerk(office, Permission.ARCHIVE_READ, Permission.ARCHIVE_FILE)

    with pytest.raises(Locked):
        ville.do(documents.renew, one, Filing("b.pdf", "application/pdf"), b"second")

    ville.do(documents.bring_back, one)
    ville.do(documents.renew, one, Filing("b.pdf", "application/pdf"), b"second")


def test_a_document_belongs_to_records_and_they_to_it(office: Office) -> None:
    one = taken(office)

    office.do(documents.link, one, "contact:7")

    assert [row.id for row in office.ask(documents.of, "contact:7")] == [one]
    assert office.do(documents.unlink, one, "contact:7").result == ()
    with pytest.raises(NotFound):
        office.do(documents.link, one, "nowhere")
    assert office.ask(documents.of, "nowhere") == ()


def test_a_personnel_file_is_not_there_for_who_may_not_see_it(
    office: Office, tmp_path: Path
) -> None:
    one = taken(office, "salary.pdf")
    changed(office, one, type_id=a_type(office, "personnel").id)
    clerk = as_clerk(office, Permission.ARCHIVE_READ, Permission.ARCHIVE_FILE)

    assert clerk.ask(documents.count, INBOX) == 0
    assert clerk.ask(documents.rows, (one,)) == ()
    assert clerk.ask(search.find, "salary") == ()
    assert "personnel" not in {kind.code for kind in clerk.ask(kinds.sorting).types}
    assert list(clerk.ask(archive.spine, View())) == []
    assert clerk.ask(archive.rows, (RecordId(one),)) == ()
    assert clerk.ask(archive.first, View(), 9) == ()
    with pytest.raises(NotFound):
        clerk.ask(archive.get, RecordId(one))
    with pytest.raises(NotFound):
        clerk.ask(archive.content, RecordId(one))
    with pytest.raises(NotFound):
        clerk.ask(archive.export, RecordId(one), tmp_path / "salary.pdf")
    for ask in (documents.get, documents.seen, documents.content):
        with pytest.raises(NotFound):
            clerk.ask(ask, one)
    with pytest.raises(NotFound):
        clerk.do(documents.trash, (one,))
    assert office.ask(documents.count, INBOX) == 1


def test_nobody_files_without_the_permission(office: Office) -> None:
    one = taken(office)
    reader = as_clerk(office, Permission.ARCHIVE_READ)

    with pytest.raises(NotAllowed):
        reader.do(documents.file, (one,))
