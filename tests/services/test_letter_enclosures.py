"""Enclosures from the archive are named on the letter, frozen when it is issued, and proven."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from app.domain.archive.document import DocumentState
from app.domain.archive.record import Filing
from app.domain.correspondence.letter import Channel, Enclosed
from app.domain.correspondence.outgoing import form_of
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import Invalid
from app.services import archive, dispatching, documents, filing, letter_forms, letters_out, search
from app.services.office import Office
from app.storage.database import Database
from tests.documents.reading import page_texts
from tests.services.letters import an_office, drafted
from tests.services.papers import filed

MAP = hashlib.sha256(b"Kartta").hexdigest()


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def enclosing(*documents: DocumentId) -> tuple[Enclosed, ...]:
    return tuple(map(Enclosed, documents))


def test_an_enclosure_is_listed_with_those_that_were_written(office: Office) -> None:
    chart = filed(office, "Kartta")
    letter = drafted(office, enclosures=("Sopimus",), attachments=enclosing(chart))

    text = "".join(page_texts(office.ask(letters_out.page, letter.id)))

    assert text.index("Liitteet") < text.index("Sopimus") < text.index("Kartta")


def test_an_issued_letter_keeps_what_its_enclosure_was(office: Office) -> None:
    chart = filed(office, "Kartta")
    letter = drafted(office, attachments=enclosing(chart))

    issued = office.do(letters_out.issue, letter.id).result
    with office.database.write() as unit:
        before = unit.documents.get(chart)
        unit.documents.save(before, replace(before, title="Toinen nimi"))

    kept = office.ask(letters_out.get, issued.id)
    assert kept.attachments == (Enclosed(chart, "Kartta", MAP),)
    assert [one.kind for one in office.ask(filing.linked, chart)] == ["letter-out"]
    assert [hit.entity_id for hit in office.ask(search.find, "Kartta")].count(issued.id) == 1


def test_the_proof_of_dispatch_lists_the_enclosed_file(office: Office) -> None:
    chart = filed(office, "Kartta")
    letter = drafted(office, attachments=enclosing(chart))
    office.do(letters_out.issue, letter.id)
    office.do(dispatching.send, letter.id, Channel.POST)

    sheet = "".join(page_texts(office.ask(dispatching.proof, letter.id, "en")))

    assert "The enclosed files, by SHA-256" in sheet
    assert MAP[:8] in sheet and MAP[-8:] in sheet


def test_a_letter_whose_enclosure_is_gone_is_not_issued(office: Office) -> None:
    chart = filed(office, "Kartta")
    letter = drafted(office, attachments=enclosing(chart))
    with office.database.write() as unit:
        before = unit.documents.get(chart)
        unit.documents.save(before, replace(before, state=DocumentState.TRASHED))

    with pytest.raises(Invalid) as refused:
        office.do(letters_out.issue, letter.id)

    assert [one.code for one in refused.value.problems] == ["letters.enclosure-gone"]


def test_a_copy_encloses_the_documents_as_they_are_now(office: Office) -> None:
    chart = filed(office, "Kartta")
    letter = drafted(office, attachments=enclosing(chart, chart))
    office.do(letters_out.issue, letter.id)

    copied = office.do(letters_out.copy, letter.id).result

    assert form_of(copied).attachments == enclosing(chart)


def test_documents_are_found_by_words_to_be_enclosed(office: Office) -> None:
    chart = office.do(archive.file, "Kartta.pdf", "application/pdf", b"Kartta").result

    found = office.ask(letter_forms.enclosable, "kartta")

    assert [(one.kind, one.id) for one in found] == [("document", chart.id)]


def test_a_newer_version_does_not_change_what_was_enclosed(office: Office) -> None:
    chart = filed(office, "Kartta")
    letter = drafted(office, attachments=enclosing(chart))
    office.do(letters_out.issue, letter.id)
    office.do(documents.renew, chart, Filing("b.pdf", "application/pdf", ""), b"Uusi")

    kept = office.ask(letters_out.get, letter.id)
    office.do(dispatching.send, letter.id, Channel.POST)
    sheet = "".join(page_texts(office.ask(dispatching.proof, letter.id, "en")))

    assert kept.attachments[0].sha256 == MAP
    assert MAP[-8:] in sheet
