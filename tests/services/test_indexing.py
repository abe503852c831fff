"""What is filed or changed is found at once, and what was disposed of no more."""

from __future__ import annotations

from dataclasses import replace

from app.domain.archive.document import DocumentState
from app.domain.archive.form import form_of
from app.domain.archive.matching import Run
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.services import archive, documents
from app.services.indexing import Indexer
from app.services.office import Desk, Office


def found(office: Office, word: str) -> list[int]:
    with office.database.read() as unit:
        index = unit.document_index
        return list(index.documents(index.newest(Run((word,)), 10)))


def filed(office: Office) -> Record:
    return office.do(archive.file, "Sopimus.pdf", "application/pdf", b"x").result


def test_a_document_is_found_as_soon_as_it_is_filed_or_changed(office: Office) -> None:
    record = filed(office)
    one = office.ask(documents.get, DocumentId(record.id))
    form = replace(form_of(one), title="Vuokra", note="autotalli")

    office.do(documents.change, one.id, one.version, form)

    assert found(office, "sopimus") == found(office, "autotalli") == [one.id]


def test_what_was_disposed_of_is_forgotten(office: Office) -> None:
    record = filed(office)
    with office.database.write() as unit:
        one = unit.documents.get(DocumentId(record.id))
        gone = replace(one, state=DocumentState.DISPOSED)

        Indexer(Desk(unit, office.clock.today(), office.clock.now(), office.who)).put(gone)

    assert found(office, "sopimus") == []
