"""What goes out is read for many documents at once, each as it was filed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from app.domain.archive.document import Version, VersionKind
from app.domain.archive.texts import How, Piece
from app.storage.archive import Changed
from app.storage.contents import Missing
from app.storage.database import Database
from tests.databases import tamper
from tests.storage.test_documents import AT, INVOICE, filed, kept

HARM = {
    "sqlite": "UPDATE content_chunk SET bytes = x'00'",
    "postgresql": "UPDATE content_chunk SET bytes = '\\x00'::bytea",
}


def test_versions_links_and_files_of_many_are_those_of_each(database: Database) -> None:
    linked, plain = kept(database, INVOICE), kept(database)
    with database.write() as unit:
        newer = filed(unit, "newer.pdf")
        unit.documents.add_version(
            plain.id, Version(2, newer.id, VersionKind.REPLACED, AT, "Maija")
        )
    ids = (linked.id, plain.id)

    with database.read() as unit:
        out = unit.outgoing
        versions, links = out.versions(ids), out.links(ids)
        records = out.records([newer.id, linked.file_id])

        assert versions[linked.id] == list(unit.documents.versions(linked.id))
        assert versions[plain.id][::-1] == list(unit.documents.versions(plain.id))
        assert links == {linked.id: [INVOICE]}
        assert records == {one: unit.archive.get(one) for one in (newer.id, linked.file_id)}


def test_texts_of_many_files_come_page_by_page(database: Database) -> None:
    with database.write() as unit:
        read, unread = filed(unit, "a.pdf"), filed(unit, "b.pdf")
    with database.read() as unit:
        pieces = (Piece(1, How.LAYER, ("two", "three")), Piece(0, How.LAYER, ("one",)))
        unit.texts.put(read.sha256, 3, pieces, AT)

        found = unit.outgoing.texts((read.sha256, unread.sha256))

    assert found == {read.sha256: ["one", "two", "three"]}


def test_files_come_with_their_bytes_and_what_is_gone_is_told(database: Database) -> None:
    with database.write() as unit:
        one, two = filed(unit, "a.pdf"), filed(unit, "b.pdf")
    with database.read() as unit:
        records = {record.sha256: record for record in (one, two)}
        out = {record.id: b"".join(pieces) for record, pieces in unit.outgoing.contents(records)}

        gone = replace(one, sha256="0" * 64)
        with closing(unit.outgoing.contents({gone.sha256: gone})) as files:
            ((_record, pieces),) = files
            with pytest.raises(Missing):
                list(pieces)

    assert out == {one.id: b"a.pdf", two.id: b"b.pdf"}


def test_changed_bytes_are_named(database: Database) -> None:
    with database.write() as unit:
        one = filed(unit, "a.pdf")
    with database.contents.writing() as connection:
        tamper(connection, HARM[connection.dialect.name])

    with database.read() as unit, closing(unit.outgoing.contents({one.sha256: one})) as files:
        _record, pieces = next(files)
        with pytest.raises(Changed) as refused:
            list(pieces)

    assert refused.value.facts["document"] == "a.pdf"
