"""Filed documents come back byte for byte, and damage is found by us."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.archive.record import Filing, Record
from app.domain.shared.ids import RecordId
from app.domain.shared.paging import View
from app.domain.shared.refusals import NotFound
from app.storage.archive import Changed
from app.storage.database import Database
from tests.databases import on_sqlite, tamper
from tests.storage.plans import plans_of

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
PDF = Filing("20260001.pdf", "application/pdf", source="invoice:5", is_sealed=True)
NOTE = Filing("note.txt", "text/plain", source="invoice:5")


def no_progress(done: int, of: int) -> None:
    """Report to nobody."""


def filed(
    database: Database, filing: Filing = PDF, pieces: Iterable[bytes] = (b"%PDF",), hours: int = 0
) -> Record:
    with database.write() as unit:
        return unit.archive.add(filing, pieces, AT + timedelta(hours=hours))


def damage(database: Database, record: Record, harm: str) -> None:
    """Do to the bytes of a document what a bad disk might: UPDATE or DELETE."""
    where = f"(SELECT id FROM content WHERE sha256 = '{record.sha256}')"  # noqa: S608  our own digest
    with database.contents._writer.begin() as connection:
        tamper(connection, f"{harm} WHERE content_id = {where}")


def test_a_document_comes_back_as_it_was_filed(database: Database) -> None:
    record = filed(database, pieces=(b"%PDF", b"-1.7"))

    with database.read() as unit:
        assert unit.archive.get(record.id) == record
        assert b"".join(unit.archive.read(record.id)) == b"%PDF-1.7"

    assert (record.name, record.size, record.filed_at) == ("20260001.pdf", 8, AT)
    assert record.is_sealed


def test_a_document_that_was_never_filed_is_not_found(database: Database) -> None:
    with database.read() as unit, pytest.raises(NotFound):
        unit.archive.get(RecordId(1))


def test_a_record_has_its_documents_the_newest_first(database: Database) -> None:
    pdf = filed(database)
    note = filed(database, NOTE, hours=1)
    filed(database, Filing("other.pdf", "application/pdf", source="invoice:6"), hours=2)

    with database.read() as unit:
        assert unit.archive.of("invoice:5") == (note, pdf)


def test_equal_documents_are_two_rows_and_one_content(database: Database) -> None:
    first, second = filed(database), filed(database)

    assert first.id != second.id
    assert first.sha256 == second.sha256


def test_several_documents_are_filed_in_order(database: Database) -> None:
    with database.write() as unit:
        records = unit.archive.add_many([(PDF, [b"a"]), (NOTE, [b"b"])], AT)

    assert [record.name for record in records] == [PDF.name, NOTE.name]
    with database.read() as unit:
        assert [b"".join(unit.archive.read(record.id)) for record in records] == [b"a", b"b"]


def test_the_archive_shows_the_newest_first(database: Database) -> None:
    old, new = filed(database), filed(database, NOTE, hours=1)

    with database.read() as unit:
        assert list(unit.archive.spine()) == [new.id, old.id]
        assert list(unit.archive.first(View(), 1)) == [new.id]
        assert list(unit.archive.spine(View(sort="name"))) == [old.id, new.id]
        assert list(unit.archive.spine(View(only=("text/plain",)))) == [new.id]
        assert list(unit.archive.spine(View(words="2026 PDF"))) == [old.id]
        assert [row.name for row in unit.archive.rows([old.id, 7])] == [old.name]


@on_sqlite
def test_a_changed_byte_is_never_shown_as_good(database: Database) -> None:
    good = filed(database, NOTE, [b"good"])
    bad = filed(database, PDF, [b"bad"])
    damage(database, bad, "UPDATE content_chunk SET bytes = x'00'")

    with database.read() as unit:
        with pytest.raises(Changed):
            list(unit.archive.read(bad.id))
        assert b"".join(unit.archive.read(good.id)) == b"good"


def test_what_was_filed_is_noted_for_the_audit(database: Database) -> None:
    with database.write() as unit:
        record = unit.archive.add(PDF, [b"x"], AT)

        assert unit.changes.noted[-1].record == f"record:{record.id}"
        assert unit.tables == {"archive_file"}


@on_sqlite
def test_the_usual_list_and_the_link_walk_an_index(database: Database) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.archive.spine()
        unit.archive.of("invoice:5")

    assert plans[:2] == [
        "SCAN archive_file USING COVERING INDEX ix_archive_file_list",
        "SEARCH archive_file USING INDEX ix_archive_file_source (source=?)",
    ]
