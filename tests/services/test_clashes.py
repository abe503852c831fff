"""A conflict says who was first and when, to those who may know, and what stands now."""

from __future__ import annotations

import pytest

from app.domain.contacts.form import ContactForm
from app.domain.shared.refusals import Conflict
from app.services import clashes, contacts
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.trade import opened_books
from tests.users import CLOCK

CLERK = Role("clerk", frozenset({Permission.CONTACTS_READ, Permission.CONTACTS_CHANGE}))


def clash_of(office: Office, command: object, *args: object) -> Conflict:
    with pytest.raises(Conflict) as refused:
        office.do(command, *args)  # type: ignore[arg-type]  # any command of the tests below
    return refused.value


def test_who_was_first_is_told_with_the_version_that_stands(database: Database) -> None:
    anna, bert = (Office(database, CLOCK, Actor(name)) for name in ("Anna", "Bert"))
    opened_books(anna)
    one = anna.do(contacts.add, ContactForm("Aamu")).result
    after = bert.do(contacts.change, one.id, one.version, ContactForm("Aamu Oy")).result

    told = clash_of(anna, contacts.change, one.id, one.version, ContactForm("Aamu Ab")).facts

    assert (told["who"], told["did"]) == ("Bert", "contacts.change")
    assert told["version"] == after.version
    last = clashes.last_told(told)
    assert (last.who, last.at) == ("Bert", told["at"])
    assert "contact" in clashes.tables_of(told)
    assert anna.ask(contacts.get, one.id).name == "Aamu Oy"


def test_who_may_not_read_the_log_learns_only_that_it_was_changed(database: Database) -> None:
    anna = Office(database, CLOCK, Actor("Anna"))
    clerk = Office(database, CLOCK, Actor("Boon", CLERK))
    opened_books(anna)
    one = anna.do(contacts.add, ContactForm("Aamu")).result
    anna.do(contacts.change, one.id, one.version, ContactForm("Aamu Oy"))

    told = clash_of(clerk, contacts.change, one.id, one.version, ContactForm("Aamu Ab")).facts

    assert not {"who", "at", "did"} & set(told)
    assert clashes.last_told(told).at is None


def test_a_record_of_which_there_is_one_is_found_in_the_log(database: Database) -> None:
    assert clashes.record_of({"record": "company", "version": 2}) == ("company", 0)
    assert clashes.names_of("sales_order", 5) == (
        "sales_order:5",
        "sales-order:5",
        "order:5",
    )
    assert clashes.names_of("company", 0) == ("company",)
