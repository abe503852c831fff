"""Prints are found by a part of their hash, and what looks like what is told to those who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from app.domain.archive.document import Document, DocumentState, Version, VersionKind
from app.domain.archive.likeness import Alike, Evidence, PagePrint
from app.domain.archive.record import Filing
from app.services.registering import begun
from app.storage.database import Database
from app.storage.likeness import Unseen
from app.storage.unit import Unit

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
PDF = "application/pdf"
PAGE = PagePrint(0x1234_5678_9ABC_DEF0, b"\0\1", b"ink")


def kept(unit: Unit, name: str = "a.pdf", media_type: str = PDF) -> Document:
    record = unit.archive.add(Filing(name, media_type), (name.encode(),), AT)
    one = begun(record)
    first = Version(1, record.id, VersionKind.ORIGINAL, AT, "Maija")
    unit.documents.add_all([(one, first, ())])
    return one


def seen(one: Document) -> Unseen:
    return Unseen(one.id, one.file_id, PDF, 5, "ab")


def like(one: Document, other: Document) -> Alike:
    return Alike(one.id, other.id, other.title, AT, 800, Evidence.INK)


def test_documents_wait_until_their_newest_file_was_looked_at(database: Database) -> None:
    with database.write() as unit:
        one, two = kept(unit), kept(unit, "b.pdf")
        kept(unit, "c.txt", "text/plain")

        assert [row.document_id for row in unit.likeness.unseen((PDF,), 9)] == [one.id, two.id]
        unit.likeness.put(seen(one), PAGE, None)
        unit.likeness.put(seen(two), None, None)
        assert unit.likeness.unseen((PDF,), 9) == ()
        again = unit.archive.add(Filing("new.pdf", PDF), (b"new",), AT)
        second = Version(2, again.id, VersionKind.REPLACED, AT, "Maija")
        unit.documents.add_version(one.id, second)
        unit.documents.save(one, one.renewed(again.id, "Maija"))

        assert [row.file_id for row in unit.likeness.unseen((PDF,), 9)] == [again.id]


def test_a_print_is_found_by_a_part_of_its_hash_when_it_came_before(database: Database) -> None:
    with database.write() as unit:
        one, two, three = (kept(unit, name) for name in ("a.pdf", "b.pdf", "c.pdf"))
        near = replace(PAGE, hash=PAGE.hash ^ 0b11)
        far = replace(PAGE, hash=~PAGE.hash & (2**64 - 1))
        for document, page in ((one, PAGE), (two, far), (three, near)):
            unit.likeness.put(seen(document), page, None)

        assert list(unit.likeness.near(near, three.id)) == [(one.id, PAGE.marks)]
        assert list(unit.likeness.near(near, one.id)) == []
        assert unit.likeness.pages([one.id])[one.id][0] == b"ink"
        unit.likeness.put(seen(one), far, None)
        assert list(unit.likeness.near(near, three.id)) == []


def test_a_likeness_is_told_until_it_is_dismissed_or_trashed(database: Database) -> None:
    with database.write() as unit:
        one, two = kept(unit), kept(unit, "b.pdf")
        unit.likeness.put(seen(one), PAGE, None)
        unit.likeness.put(seen(two), PAGE, like(two, one))

        assert unit.likeness.alike((), frozenset()) == (like(two, one),)
        assert unit.likeness.alike((one.id,), frozenset()) == ()
        unit.documents.save(one, one.trashed(AT))
        assert unit.likeness.alike((), frozenset()) == ()
        assert unit.likeness.pages([one.id]) == {}


def test_a_dismissed_likeness_is_not_told(database: Database) -> None:
    with database.write() as unit:
        one, two = kept(unit), kept(unit, "b.pdf")
        unit.likeness.put(seen(one), PAGE, None)
        unit.likeness.put(seen(two), PAGE, like(two, one))

        unit.likeness.dismiss(two.id)

        unit.likeness.look_again([one.id, two.id])

        assert unit.likeness.alike((), frozenset()) == ()
        assert unit.likeness.unseen({PDF}, 9) == ()
        assert one.state is DocumentState.INBOX


def test_what_is_doubtful_is_looked_at_again_when_either_was_read(database: Database) -> None:
    with database.write() as unit:
        one, two, three = kept(unit), kept(unit, "b.pdf"), kept(unit, "c.pdf")
        nearly = replace(like(two, one), by=Evidence.NEARLY)
        for document, alike in ((one, None), (two, nearly), (three, None)):
            unit.likeness.put(seen(document), PAGE, alike)

        told = unit.likeness.alike((), frozenset())
        unit.likeness.look_again([one.id])

        assert told == ()
        assert [again.document_id for again in unit.likeness.unseen({PDF}, 9)] == [two.id]
