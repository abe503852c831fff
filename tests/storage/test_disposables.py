"""What may be due is found, and bytes that others need are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.admin.company import Company
from app.domain.archive.document import DocumentState
from app.domain.archive.kinds import DocumentType
from app.domain.archive.retention import Clock, RetentionClass
from app.domain.shared.ids import DocumentTypeId, new_id
from app.storage.database import Database
from tests.builders import a_product
from tests.storage.test_documents import kept

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
TODAY = date(2030, 1, 1)


def test_only_what_is_old_enough_is_looked_at(database: Database) -> None:
    kind = DocumentType(DocumentTypeId(new_id()), 1, "bill", {"en": "Bill"})
    with database.write() as unit:
        unit.kinds.add(kind)
    parts = {"type_id": kind.id, "state": DocumentState.FILED}
    old = kept(database, day=date(2026, 12, 31), event_on=date(2027, 1, 1), **parts)
    dayless = kept(database, **parts)
    kept(database, day=date(2027, 1, 2), event_on=date(2027, 1, 2), **parts)
    kept(database, day=date(2026, 12, 31), **(parts | {"state": DocumentState.INBOX}))

    def found(clock: Clock) -> list[int]:
        kept_for = RetentionClass("x", {}, 3, clock)
        with database.read() as unit:
            return list(unit.disposables.candidates({kind.id: kept_for}, TODAY))

    assert found(Clock.YEAR_END) == [old.id, dayless.id]
    assert found(Clock.EVENT) == [old.id]
    assert len(found(Clock.RECEIVED)) == 3
    assert found(Clock.FOREVER) == []


def test_bytes_are_needed_while_a_document_a_product_or_the_logo_refers_to_them(
    database: Database,
) -> None:
    with database.write() as unit:
        image, logo = (unit.contents.put((name,)).sha256 for name in (b"i", b"l"))
        unit.company.add(replace(Company("Lumo", "FI", "EUR", "fi"), logo=logo))
        unit.products.add(a_product(image=image), AT)
    document = kept(database)

    with database.read() as unit:
        files = unit.disposables.files(document.id)
        names = {image, logo, files[0].sha256, "0" * 64}
        assert unit.disposables.needed(names) == {image, logo, files[0].sha256}
    assert [(file.number, file.name) for file in files] == [(1, "scan.pdf")]


def test_the_trash_is_listed_from_a_moment_on(database: Database) -> None:
    trashed = DocumentState.TRASHED
    old = kept(database, state=trashed, trashed_at=AT)
    kept(database, state=trashed, trashed_at=AT.replace(day=11))

    with database.read() as unit:
        assert unit.disposables.trashed(AT) == (old.id,)
        assert unit.disposables.left_over((), unit.contents) == ()
