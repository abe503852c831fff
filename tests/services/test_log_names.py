"""Fields that refer to records are told by what those are called."""

from __future__ import annotations

import pytest

from app.domain.admin.log import FieldChange
from app.domain.contacts.form import ContactForm
from app.outside.clock import FixedClock
from app.services import accounting, contacts
from app.services.log_names import LogNames
from app.services.office import Desk, Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(opened)
    return opened


def names(office: Office, fields: list[FieldChange], *held: Permission) -> dict[int, str]:
    with office.database.read() as unit:
        role = Role("some", frozenset(held))
        return LogNames(Desk(unit, TODAY, office.clock.now(), Actor("Ville", role))).of(fields)


def test_contacts_and_accounts_are_named_to_who_may_read_them(office: Office) -> None:
    contact = office.do(contacts.add, ContactForm("Kahvila Aamu Oy")).result
    account = office.ask(accounting.accounts)[0]
    fields = [
        FieldChange(("customer_id",), None, contact.id),
        FieldChange(("lines", 1, "account_id"), account.id, 12),
        FieldChange(("quantity",), 1, 2),
        FieldChange((), 1, 2),
    ]

    whole = names(office, fields, *Permission)
    assert whole == {contact.id: contact.name, account.id: account.number}
    assert names(office, fields, Permission.CONTACTS_READ) == {contact.id: contact.name}
    assert names(office, fields) == {}
