"""A dispatch proves which bytes left the house: their SHA-256 stands in the audit chain."""

from __future__ import annotations

import hashlib

import pytest

from app.domain.correspondence.letter import Channel, OutgoingState
from app.domain.shared.money import Money
from app.domain.shared.refusals import IllegalTransition, Invalid, NotFound
from app.services import dispatching, letters_out
from app.services.office import Office
from app.storage.database import Database
from tests.documents.reading import page_texts
from tests.services.letters import an_office, drafted, issued


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_a_sent_letter_is_proven_by_the_hash_of_its_paper(office: Office) -> None:
    letter = issued(office)

    sent = office.do(
        dispatching.send, letter.id, Channel.REGISTERED, "", "RR123", Money(845, "EUR")
    ).result

    pdf = office.ask(letters_out.pdf, letter.id)
    assert sent.sha256 == hashlib.sha256(pdf).hexdigest()
    assert (sent.who, sent.at) == ("Maija", office.clock.now())
    assert sent.to == "Kahvila Aamu Oy, Hämeenkatu 1, 33100 Tampere, FI"
    assert office.ask(letters_out.get, letter.id).state is OutgoingState.SENT
    assert office.ask(dispatching.of, letter.id) == (sent,)


def test_the_audit_row_of_a_dispatch_holds_its_hash(office: Office) -> None:
    letter = issued(office)
    sent = office.do(dispatching.send, letter.id, Channel.EMAIL).result

    with office.database.read() as unit:
        (proven,) = unit.dispatches.of(letter.id)
        (told,) = (
            change
            for seq, change in unit.audit.changes()
            if seq == proven.audit_seq and change.record.startswith("letter_dispatch:")
        )
        assert list(unit.audit.broken()) == []
    assert told.after["sha256"] == sent.sha256
    assert sent.to == "maija@aamu.example"


def test_a_letter_may_leave_a_second_way_and_is_then_filed(office: Office) -> None:
    letter = issued(office)
    office.do(dispatching.send, letter.id, Channel.POST)
    office.do(dispatching.send, letter.id, Channel.EMAIL, "kirjaamo@aamu.example")

    (row,) = office.ask(letters_out.rows, (letter.id,))
    filed = office.do(letters_out.file, letter.id).result

    ways = [(one.channel, one.to) for one in office.ask(dispatching.of, letter.id)]
    assert ways[1] == (Channel.EMAIL, "kirjaamo@aamu.example")
    assert row.sent_at == office.clock.now()
    assert filed.state is OutgoingState.FILED


def test_only_what_was_issued_is_sent_and_what_was_sent_is_not_voided(office: Office) -> None:
    draft, letter, voided = drafted(office), issued(office), issued(office)
    office.do(letters_out.void, voided.id, "Väärä osoite")
    office.do(dispatching.send, letter.id, Channel.POST)

    for one in (draft, voided):
        with pytest.raises(IllegalTransition):
            office.do(dispatching.send, one.id, Channel.POST)
    with pytest.raises(IllegalTransition):
        office.do(letters_out.void, letter.id, "Liian myöhään")


@pytest.mark.parametrize("postage", [Money(-1, "EUR"), Money(100, "USD")])
def test_postage_is_in_our_money_and_not_negative(office: Office, postage: Money) -> None:
    letter = issued(office)

    with pytest.raises(Invalid):
        office.do(dispatching.send, letter.id, Channel.POST, "", "", postage)

    assert office.ask(dispatching.of, letter.id) == ()
    assert office.ask(letters_out.get, letter.id) == letter


def test_the_sheet_of_a_letter_proves_every_way_in_which_it_left(office: Office) -> None:
    letter = issued(office)
    office.do(dispatching.send, letter.id, Channel.REGISTERED, "", "RR123")
    sent = office.do(dispatching.send, letter.id, Channel.EMAIL).result

    (page,) = page_texts(office.ask(dispatching.proof, letter.id, "en"))

    assert sent.sha256[:8] in page
    assert [
        text for text in (letter.number, "RR123", "maija@aamu.example") if text not in page
    ] == []


def test_an_unsent_letter_has_nothing_to_prove(office: Office) -> None:
    letter = issued(office)

    with pytest.raises(NotFound):
        office.ask(dispatching.proof, letter.id)


def test_the_sheet_names_the_audit_row_by_its_number_and_hash(office: Office) -> None:
    letter = issued(office)
    office.do(dispatching.send, letter.id, Channel.POST)

    (page,) = page_texts(office.ask(dispatching.proof, letter.id, "en"))

    with office.database.read() as unit:
        (proven,) = unit.dispatches.of(letter.id)
        proof = unit.audit.proof_of(proven.audit_seq)
        assert unit.audit.holds(proven.audit_seq, proof)
        assert not unit.audit.holds(999, "")
    assert str(proven.audit_seq) in page
    assert proof[:8] in page
