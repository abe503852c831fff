"""The archive through the services: filed for good, handed out whole, found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import archive, proving, search
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from app.storage.exports import AlreadyThere, CannotRead
from tests.builders import TODAY
from tests.trade import issued, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_a_document_is_filed_listed_read_and_found(office: Office) -> None:
    done = office.do(archive.file, "kuitti ö.txt", "text/plain", b"hello", "contact:7")

    record = done.result
    assert "archive_file" in done.changed
    assert office.ask(archive.get, record.id) == record
    assert office.ask(archive.content, record.id) == b"hello"
    assert office.ask(archive.of, "contact:7") == (record,)
    assert list(office.ask(archive.spine, View())) == [record.id]
    assert office.ask(archive.first, View(), 5) == office.ask(archive.rows, (record.id,))
    assert [hit.entity_id for hit in office.ask(search.find, "kuitti")] == [record.id]


def test_the_paper_of_an_invoice_leads_to_it_and_back(office: Office) -> None:
    invoice = issued(office)

    (record,) = office.ask(archive.of, f"invoice:{invoice.id}")

    assert record.source == f"invoice:{invoice.id}"
    assert office.ask(archive.content, record.id).startswith(b"%PDF-")
    assert record.is_sealed


def test_the_paper_of_an_invoice_is_found_by_number_customer_and_amount(office: Office) -> None:
    invoice = issued(office)
    office.do(archive.file, "note.txt", "text/plain", b"hello")
    (paper,) = office.ask(archive.of, f"invoice:{invoice.id}")

    for words in (invoice.number, "kahvila aamu", "125,50", f"{invoice.number}.pdf"):
        assert list(office.ask(archive.spine, View(words=words))) == [paper.id], words
        assert [row.id for row in office.ask(archive.first, View(words=words), 5)] == [paper.id]
    assert list(office.ask(archive.spine, View(words="nobody"))) == []


def test_who_may_not_read_invoices_finds_documents_by_name_only(office: Office) -> None:
    invoice = issued(office)
    clerk = Actor("Ville", Role("clerk", frozenset({Permission.ARCHIVE_READ})))
    blind = Office(office.database, FixedClock(TODAY), clerk)

    assert list(blind.ask(archive.spine, View(words="kahvila"))) == []
    assert len(blind.ask(archive.spine, View(words=invoice.number))) == 1


def test_a_file_is_taken_in_as_a_copy(office: Office, tmp_path: Path) -> None:
    source = tmp_path / "scan.pdf"
    source.write_bytes(b"%PDF" + bytes(3_000_000))

    record = office.do(archive.take_in, source, "invoice:5").result

    assert (record.name, record.media_type, record.size) == ("scan.pdf", "application/pdf", 3000004)
    assert source.exists()
    with pytest.raises(CannotRead):
        office.do(archive.take_in, tmp_path / "missing.pdf")


def test_a_document_is_handed_out_and_nothing_is_overwritten(
    office: Office, tmp_path: Path
) -> None:
    record = office.do(archive.file, "a.txt", "", b"new").result
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")

    with pytest.raises(AlreadyThere):
        office.ask(archive.export, record.id, target)
    assert target.read_bytes() == b"old"
    office.ask(archive.export, record.id, target, replace=True)

    assert target.read_bytes() == b"new"
    assert record.media_type == "application/octet-stream"
    assert [found.name for found in tmp_path.glob("*.part")] == []


def test_a_whole_archive_has_nothing_damaged(office: Office) -> None:
    office.do(archive.file, "a.txt", "text/plain", b"x")

    assert office.ask(proving.verify).findings == ()


def test_nobody_files_or_reads_without_the_permission(office: Office) -> None:
    record = office.do(archive.file, "a.txt", "text/plain", b"x").result
    nobody = Office(office.database, office.clock, Actor("Eve", Role("nobody", frozenset())))

    with pytest.raises(NotAllowed):
        nobody.do(archive.file, "b.txt", "text/plain", b"y")
    with pytest.raises(NotAllowed):
        nobody.ask(archive.content, record.id)


def test_who_may_not_read_the_archive_does_not_find_in_it(office: Office) -> None:
    office.do(archive.file, "kuitti.txt", "text/plain", b"x")
    role = Role("sales", frozenset({Permission.COMPANY_READ, Permission.CONTACTS_READ}))
    sales = Office(office.database, office.clock, Actor("Eve", role))

    assert sales.ask(search.find, "kuitti") == ()
