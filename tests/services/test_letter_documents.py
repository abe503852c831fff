"""A letter and its document know each other, and nobody's own sorting is written over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.archive.document import DocumentState
from app.domain.correspondence.letter import OutgoingState
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import NotFound
from app.outside.clock import FixedClock
from app.services import documents, filing
from app.services.letter_documents import filing_of
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.domain.correspondence.letters import an_outgoing
from tests.services.letters import an_office, issued, received, registered
from tests.services.test_letters_in import scan
from tests.trade import AAMU, LUMO, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_a_card_keeps_what_was_written_on_it(office: Office) -> None:
    paper = scan(office)
    with office.database.write() as unit:
        contract = unit.kinds.type_coded("contract")
        assert contract is not None
        card = unit.documents.get(paper)
        known = replace(card, type_id=contract.id, day=TODAY, reference="S-1", state=FILED)
        unit.documents.save(card, known)

    registered(office, document_id=paper, sender_id=AAMU.id, their_reference="KA 7")

    after = office.ask(documents.get, paper)
    assert (after.type_id, after.day, after.reference) == (contract.id, TODAY, "S-1")
    assert after.correspondent_id == AAMU.id


def test_a_sealed_card_stays_as_it_is(office: Office) -> None:
    paper = scan(office)
    office.do(documents.file, (paper,))
    (sealed,) = office.do(documents.seal, (paper,)).result

    registered(office, document_id=paper, sender_id=AAMU.id)

    assert office.ask(documents.get, paper) == sealed


def test_a_personnel_file_is_no_letter_for_who_may_not_see_it(office: Office) -> None:
    paper = scan(office)
    with office.database.write() as unit:
        personal = unit.kinds.type_coded("personnel")
        assert personal is not None
        card = unit.documents.get(paper)
        unit.documents.save(card, replace(card, type_id=personal.id))
    clerk = Role("clerk", frozenset(Permission) - {Permission.ARCHIVE_PERSONAL})
    narrow = Office(office.database, office.clock, Actor("Olli", clerk))

    with pytest.raises(NotFound):
        received(narrow, document_id=paper)
    assert received(office, document_id=paper).document_id == DocumentId(paper)


def test_the_archive_names_the_letter_of_a_document(office: Office) -> None:
    paper = scan(office)
    letter, ours = registered(office, document_id=paper), issued(office)

    named = office.ask(filing.linked, paper)
    assert [(one.kind, one.name) for one in named] == [("letter-in", letter.number)]
    assert ours.document_id is not None
    assert [one.name for one in office.ask(filing.linked, ours.document_id)] == [ours.number]
    assert "letter-out" in {one.kind for one in office.ask(filing.linkable, "kiitos")}


@on_sqlite
@pytest.mark.parametrize(
    ("country", "law"), [("DE", "AO § 147 (3), HGB § 257 (4)"), ("FI", "Kirjanpitolaki")]
)
def test_a_letter_of_ours_is_kept_as_long_as_the_law_asks_for_letters(
    database: Database, country: str, law: str
) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office, replace(LUMO, country=country))
    letter = issued(office)

    assert letter.document_id is not None
    seen = office.ask(documents.seen, letter.document_id)
    assert seen.kept_until == date(2032, 12, 31)
    assert seen.ground is not None
    assert law in seen.ground.law


def test_a_paper_is_named_after_its_number() -> None:
    letter = an_outgoing(OutgoingState.ISSUED, number="OUT/2026\\1")

    filing = filing_of(letter)

    assert (filing.name, filing.source) == ("OUT-2026-1.pdf", f"letter-out:{letter.id}")
    assert filing.is_sealed


FILED = DocumentState.FILED
