"""A letter is printed with its enclosures after it; what has no pages is named."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from app.domain.correspondence.letter import Enclosed
from app.domain.shared.ids import DocumentId
from app.services import archive, letter_printing, letters_out
from app.services.office import Office
from app.storage.database import Database
from tests.services.letters import an_office, drafted, issued


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def a_document(office: Office, name: str, media_type: str, content: bytes) -> DocumentId:
    return DocumentId(office.do(archive.file, name, media_type, content).result.id)


def a_photo() -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(kept, "JPEG")
    return kept.getvalue()


def pages_of(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)


def test_pages_of_enclosures_follow_the_letter_and_the_rest_is_named(office: Office) -> None:
    other = office.ask(letters_out.pdf, issued(office).id)
    enclosed = (
        a_document(office, "other.pdf", "application/pdf", other),
        a_document(office, "photo.jpg", "image/jpeg", a_photo()),
        a_document(office, "broken.pdf", "application/pdf", b"%PDF-1.7 no"),
        a_document(office, "words.txt", "text/plain", b"Hei"),
    )
    letter = issued(office, attachments=tuple(map(Enclosed, enclosed)))

    whole = office.ask(letter_printing.printable, letter.id)

    alone = pages_of(office.ask(letters_out.pdf, letter.id))
    assert pages_of(whole.pdf) == alone + pages_of(other) + 1
    assert whole.left_out == ("broken.pdf", "words.txt")


def test_a_letter_without_enclosures_is_printed_as_it_is(office: Office) -> None:
    draft = drafted(office)

    whole = office.ask(letter_printing.printable, draft.id)

    assert whole.pdf == office.ask(letters_out.page, draft.id)
