"""Documents, their versions and links are read as they were written, and a seal holds below."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from app.domain.archive.document import Document, DocumentState, Link, Version, VersionKind
from app.domain.archive.kinds import Tag
from app.domain.archive.record import Filing, Record
from app.domain.shared.ids import DocumentId, RecordId, TagId, new_id
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, NotFound
from app.services.registering import begun
from app.storage.database import Database
from app.storage.document_tables import document, document_version
from app.storage.unit import Unit

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
INVOICE = Link("invoice", 5)


def filed(unit: Unit, name: str = "scan.pdf") -> Record:
    return unit.archive.add(Filing(name, "application/pdf"), (name.encode(),), AT)


def kept(database: Database, *links: Link, **parts: Any) -> Document:
    """Write a document whose card says these parts."""
    with database.write() as unit:
        record = filed(unit)
        one = replace(begun(record), **parts)
        first = Version(1, record.id, VersionKind.ORIGINAL, AT, "Maija")
        unit.documents.add_all([(one, first, links)])
        return one


def test_a_document_comes_back_as_it_was_kept(database: Database) -> None:
    with database.write() as unit:
        tags = tuple(Tag(TagId(new_id()), 1, name) for name in ("cars", "leases"))
        for tag in tags:
            unit.kinds.add(tag)
    one = kept(
        database,
        INVOICE,
        day=date(2026, 3, 2),
        amount=Money(68656, "EUR"),
        serial=7,
        tags=tuple(tag.id for tag in tags),
        fields={"site": "north"},
        due_on=date(2026, 4, 1),
        note="n",
    )

    with database.read() as unit:
        assert unit.documents.get(one.id) == one
        assert unit.documents.of_file(one.file_id) == one
        assert unit.serials.holder(7) == one.id
        assert unit.serials.highest() == 7
        assert unit.document_links.of(one.id) == (INVOICE,)
        assert unit.document_links.documents(INVOICE) == (one.id,)


def test_what_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as unit:
        with pytest.raises(NotFound):
            unit.documents.get(DocumentId(1))
        assert unit.documents.of_file(RecordId(1)) is None
        assert unit.serials.holder(1) is None
        assert unit.serials.highest() == 0


def test_a_changed_document_has_the_next_version_and_an_old_one_is_refused(
    database: Database,
) -> None:
    one = kept(database)

    with database.write() as unit:
        saved = unit.documents.save(one, one.filed())

        assert (saved.version, saved.state) == (2, DocumentState.FILED)
        assert unit.documents.get(one.id) == saved
        assert unit.changes.noted[-1].record == f"document:{one.id}"
        with pytest.raises(Conflict):
            unit.documents.save(one, one.filed())


def test_versions_are_told_the_newest_first(database: Database) -> None:
    one = kept(database)

    with database.write() as unit:
        again = filed(unit, "again.pdf")
        second = Version(2, again.id, VersionKind.REPLACED, AT, "Ville", "clearer")
        unit.documents.add_version(one.id, second)

        assert [version.number for version in unit.documents.versions(one.id)] == [2, 1]
        assert unit.documents.versions(one.id)[0] == second


def test_a_link_is_made_once_and_taken_away(database: Database) -> None:
    one = kept(database)

    with database.write() as unit:
        unit.document_links.add(one.id, INVOICE)
        unit.document_links.add(one.id, INVOICE)
        assert unit.document_links.of(one.id) == (INVOICE,)
        assert len(unit.changes.noted) == 1

        unit.document_links.remove(one.id, INVOICE)
        assert unit.document_links.of(one.id) == ()


@pytest.mark.parametrize(
    "change", [{"is_sealed": False}, {"file_id": 1}, {"state": DocumentState.TRASHED}]
)
def test_the_database_keeps_a_sealed_document(
    database: Database, change: dict[str, object]
) -> None:
    one = kept(database, state=DocumentState.FILED, is_sealed=True)

    mine = update(document).where(document.c.id == one.id).values(change)
    refused = pytest.raises(DBAPIError, match="guard_document_update_sealed")
    with refused, database.write() as unit:
        unit.connection.execute(mine)


def test_the_database_adds_no_version_to_a_sealed_document(database: Database) -> None:
    one = kept(database, state=DocumentState.FILED, is_sealed=True)

    with database.write() as unit:
        again = filed(unit)
    second = Version(2, again.id, VersionKind.REPLACED, AT, "Ville")
    refused = pytest.raises(DBAPIError, match="guard_document_version_insert_sealed")
    with refused, database.write() as unit:
        unit.documents.add_version(one.id, second)


def test_the_database_removes_no_document_and_no_version(database: Database) -> None:
    one = kept(database)

    for table in (document, document_version):
        refused = pytest.raises(DBAPIError, match=f"guard_{table.name}_delete")
        with refused, database.write() as unit:
            unit.connection.execute(delete(table))
    with database.read() as unit:
        assert unit.documents.get(one.id) == one


def test_documents_are_found_by_the_bytes_of_any_version(database: Database) -> None:
    one, other = kept(database), kept(database)
    with database.write() as unit:
        again = filed(unit, "again.pdf")
        second = Version(2, again.id, VersionKind.REPLACED, AT, "Ville")
        unit.documents.add_version(one.id, second)
        first = unit.archive.get(one.file_id).sha256

        found = unit.documents.with_bytes((again.sha256, first, "0" * 64))

    wanted = {(one.id, first), (one.id, again.sha256), (other.id, first)}
    assert {(document.id, sha256) for sha256, document in found} == wanted
