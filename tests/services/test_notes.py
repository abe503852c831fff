"""Notes, calls and hand-overs through the services."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.contacts.timeline import Happening
from app.domain.correspondence.letter import IncomingState
from app.domain.correspondence.notes import NoteKind, PhoneForm
from app.domain.shared.refusals import Conflict, IllegalTransition, Invalid, NotFound
from app.services import contacts, follow_ups, letters_in, notes, search
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.services.letters import an_office, issued, received, registered
from tests.trade import AAMU

CONTACT = f"contact:{AAMU.id}"


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


def test_a_note_stands_at_its_letter_and_is_found(office: Office) -> None:
    source = f"letter-out:{issued(office).id}"

    kept = office.do(notes.add, source, " Kysy tarkastajalta \n").result

    assert office.ask(notes.of, source) == (kept,)
    assert (kept.text, kept.written_by) == ("Kysy tarkastajalta", "Maija")
    (hit,) = office.ask(search.find, "tarkastajalta")
    assert (hit.kind, hit.entity_id) == ("note", kept.id)


def test_a_note_is_changed_and_taken_away_as_it_was_read(office: Office) -> None:
    kept = office.do(notes.add, CONTACT, "Maksaa aina").result

    changed = office.do(notes.change, kept.id, 1, "Maksaa joskus").result

    assert (changed.text, changed.version) == ("Maksaa joskus", 2)
    with pytest.raises(Conflict):
        office.do(notes.change, kept.id, 1, "x")
    with pytest.raises(Conflict):
        office.do(notes.remove, kept.id, 1)
    with pytest.raises(Invalid):
        office.do(notes.change, kept.id, 2, " ")
    office.do(notes.remove, kept.id, 2)
    assert office.ask(search.find, "joskus") == ()
    assert office.do(notes.add, CONTACT, changed.text, kept.id).result.id == kept.id


def test_a_call_becomes_a_task_and_stands_in_the_timeline(office: Office) -> None:
    form = PhoneForm("Maija Aamu", "Putki vuotaa", "040 123", CONTACT, "Anna", TODAY)

    kept = office.do(notes.phone, form).result

    assert kept.note.kind is NoteKind.PHONE
    assert kept.follow_up is not None
    assert (kept.follow_up.who, kept.follow_up.text) == (
        "Anna",
        "Maija Aamu · 040 123 · Putki vuotaa",
    )
    events = office.ask(contacts.timeline, AAMU.id)
    assert (Happening.CALLED, kept.note.id) in [(one.what, one.record) for one in events]
    seen = office.ask(notes.seen, kept.note.id)
    assert (seen.subject, seen.follow_ups) == (AAMU.name, (kept.follow_up,))
    (hit,) = office.ask(search.find, "vuotaa")
    assert hit.entity_id == kept.note.id


def test_a_call_of_somebody_unknown_for_somebody_waits_today(office: Office) -> None:
    kept = office.do(notes.phone, PhoneForm("Matti", for_whom="Anna")).result

    (task,) = office.ask(follow_ups.due, "Anna")

    assert task.follow_up == kept.follow_up
    assert office.do(notes.phone, PhoneForm("Liisa", "ei muuta")).result.follow_up is None
    with pytest.raises(Invalid):
        office.do(notes.phone, PhoneForm(" "))


def test_taking_a_call_away_takes_its_task_away(office: Office) -> None:
    kept = office.do(notes.phone, PhoneForm("Matti", call_on=TODAY)).result

    office.do(notes.remove, kept.note.id, 1)

    assert office.ask(follow_ups.due) == ()


def test_a_hand_over_puts_a_letter_into_other_hands(office: Office) -> None:
    letter = registered(office)

    kept = office.do(notes.hand_over, f"letter-in:{letter.id}", "Anna", "Tunnet heidät").result

    after = office.ask(letters_in.get, letter.id)
    assert (after.state, after.responsible) == (IncomingState.ASSIGNED, "Anna")
    assert (kept.note.kind, kept.note.for_whom) == (NoteKind.HAND_OVER, "Anna")
    (task,) = office.ask(follow_ups.due, "Anna")
    assert task.follow_up.note_id == kept.note.id


def test_a_hand_over_that_is_refused_leaves_nothing(office: Office) -> None:
    source = f"letter-in:{received(office).id}"

    with pytest.raises(Invalid):
        office.do(notes.hand_over, source, " ")
    with pytest.raises(IllegalTransition):
        office.do(notes.hand_over, source, "Anna")
    assert office.ask(notes.of, source) == ()
    assert office.ask(follow_ups.waiting) == ()


def test_what_is_not_there_is_not_found(office: Office) -> None:
    for source in ("contact:9", "nonsense", "audit:1", "document:9"):
        with pytest.raises(NotFound):
            office.do(notes.add, source, "x")


def test_who_may_not_read_letters_finds_no_notes(office: Office) -> None:
    office.do(notes.add, CONTACT, "Maksaa aina")
    rights = frozenset({Permission.COMPANY_READ, Permission.CONTACTS_READ})
    guest = Office(office.database, office.clock, Actor("Guest", Role("guest", rights)))

    assert guest.ask(search.find, "maksaa") == ()
    assert Happening.NOTED not in [one.what for one in guest.ask(contacts.timeline, AAMU.id)]


def test_a_later_day_is_kept_for_a_call_back(office: Office) -> None:
    kept = office.do(notes.phone, PhoneForm("Matti", call_on=TODAY + timedelta(3))).result

    assert kept.follow_up is not None
    assert (kept.follow_up.on, kept.follow_up.who) == (TODAY + timedelta(3), "Maija")
