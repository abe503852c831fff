"""The paper of a letter holds all that its pages show, and prints the same every time."""

from __future__ import annotations

import pytest

from app.domain.admin.stationery import Part
from app.domain.correspondence.body import Body, Image, Paragraph, Words
from app.services import letters_out, signatories, stationery
from app.services.letter_papers import LetterPapers, printed
from app.services.office import Office, no_progress
from app.storage.database import Database
from tests.domain.correspondence.letters import an_outgoing
from tests.services.letters import an_office, drafted, issued, registered
from tests.services.test_papers import text_of
from tests.services.test_signatories import a_signature


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_a_paper_holds_signature_pictures_and_what_is_answered(office: Office) -> None:
    anna = office.do(signatories.add, "Anna Virta", "Toimitusjohtaja").result
    office.do(signatories.change_picture, anna.id, a_signature())
    with office.database.write() as unit:
        sha256 = unit.contents.put((a_signature(),)).sha256
    body = Body((Paragraph((Words("Kuva:"),)), Image(sha256, 40, "Putki")))
    asked = registered(office, their_reference="KA 7")
    letter = drafted(office, body=body, signatory_id=anna.id, answers=asked.id)

    with office.database.read() as unit:
        paper = LetterPapers(office.desk(unit, no_progress)).paper(letter)

    assert paper.pictures == {sha256: a_signature()}
    assert paper.signatory is not None
    assert (paper.signatory.name, paper.signature) == ("Anna Virta", a_signature())
    assert paper.answers == "KA 7"
    assert printed(paper) == printed(paper)


def test_the_firms_own_sheets_lie_under_a_letter(office: Office) -> None:
    own = office.run(stationery.put, Part.WATERMARK, a_signature())

    with office.database.read() as unit:
        paper = LetterPapers(office.desk(unit, no_progress)).paper(an_outgoing())

    assert paper.stationery == own
    assert paper.pictures == {own.watermark: a_signature()}


def test_the_pages_say_what_the_letter_says(office: Office) -> None:
    letter = issued(office, subject="Kiitos kirjeestä")

    said = text_of(office.ask(letters_out.pdf, letter.id))

    for words in ("Kahvila Aamu Oy", "Kiitos kirjeestä", "OUT-2026-0001", "kiitos kirjeestänne"):
        assert words in said
