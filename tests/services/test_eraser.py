"""What names a person goes from the papers of others, and only what names nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.admin.users import SecondPair
from app.domain.contacts.contact import Kind
from app.domain.contacts.form import form_of
from app.domain.shared.ids import ContactId
from app.outside.clock import FixedClock
from app.services import approvals, contacts, erasing, notes, search
from app.services.eraser import words_in
from app.services.office import Office
from app.services.permissions import Actor
from app.services.second_looks import Waits
from app.storage.database import Database
from tests.builders import TODAY
from tests.pairs import paired, seen_by, waiting
from tests.services.erasure import FORM, NAME, PHONE, found_in_rows
from tests.trade import AAMU, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def erase(office: Office, person: ContactId) -> None:
    one = office.ask(contacts.get, person)
    office.run(erasing.erase, one.id, one.version)


def test_others_keep_their_notes_without_the_name(office: Office) -> None:
    one = office.do(contacts.add, FORM).result
    note = office.do(notes.add, f"contact:{AAMU.id}", f"Ask {NAME} ({PHONE}) about lamps").result
    plan = office.ask(erasing.plan, one.id)
    assert {line.what: line.count for line in plan.goes}["mentions"] == 1

    erase(office, one.id)

    (left,) = office.ask(notes.of, f"contact:{AAMU.id}")
    assert left.id == note.id
    assert (
        left.text
        == f"Ask Poistettu henkilö {one.number} (Poistettu henkilö {one.number}) about lamps"
    )
    assert [hit.entity_id for hit in office.ask(search.find, "about lamps")] == [note.id]


def test_a_namesake_keeps_the_name(office: Office) -> None:
    one = office.do(contacts.add, FORM).result
    other = office.do(contacts.add, replace(FORM, points=(), note=f"Call {NAME}")).result

    erase(office, one.id)

    left = office.ask(contacts.get, other.id)
    assert (left.name, left.note, left.accounts) == (NAME, f"Call {NAME}", FORM.accounts)


def test_a_request_that_was_decided_forgets_whom_it_was_about(database: Database) -> None:
    office = paired(database, SecondPair.BANK_DETAILS)
    one = office.do(contacts.add, replace(FORM, accounts=())).result
    with pytest.raises(Waits):
        office.do(contacts.change, one.id, one.version, FORM)
    assert any(line.startswith("approval") for line in found_in_rows(database))
    ben = seen_by(office)
    row = waiting(ben)
    ben.do(approvals.refuse, row.approval.id, row.approval.version, f"Not of {NAME}")

    erase(office, one.id)

    assert found_in_rows(database) == []
    assert len(office.ask(approvals.history)) == 1


def test_a_firm_of_the_same_name_is_no_hindrance(office: Office) -> None:
    one = office.do(contacts.add, FORM).result
    firm = office.do(contacts.add, replace(form_of(one), kind=Kind.COMPANY, number="")).result

    erase(office, one.id)

    assert office.ask(contacts.get, firm.id).name == NAME
    assert words_in((NAME,)) == {"quokkanen", "zyx"}
