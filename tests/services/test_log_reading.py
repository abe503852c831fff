"""What of an entry opens to who asks: every area of commands names the right that opens it."""

from __future__ import annotations

import pytest

from app.domain.contacts.form import ContactForm
from app.lang.command_words import BY_AREA, COMMANDS
from app.outside.clock import FixedClock
from app.services import contacts, log
from app.services.log_reading import NEEDED, LogReader
from app.services.office import Desk, Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.employing import as_role
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(opened)
    return opened


def reads(office: Office, *held: Permission) -> LogReader:
    with office.database.read() as unit:
        role = Role("some", frozenset(held))
        return LogReader(Desk(unit, TODAY, office.clock.now(), Actor("Ville", role)))


def test_every_area_names_the_right_that_opens_it() -> None:
    assert NEEDED.keys() == BY_AREA.keys()


def test_an_entry_opens_by_the_right_of_its_area(office: Office) -> None:
    reader = reads(office, Permission.CONTACTS_READ)

    assert reader.may_open("contacts.add")
    assert not reader.may_open("payroll.post")
    assert not reader.may_open("once.gone")
    assert not reader.is_whole


def test_to_who_holds_every_right_the_whole_log_is_open(office: Office) -> None:
    reader = reads(office, *Permission)

    assert reader.is_whole
    assert all(map(reader.may_open, [*COMMANDS, "once.gone"]))


def test_number_series_do_not_stand_for_what_was_numbered(office: Office) -> None:
    office.do(contacts.add, ContactForm("Kahvila Aamu Oy"))
    (line,) = office.ask(log.first, 1)

    assert line.record.startswith("contact:")
    assert as_role(office, Role("clerk", frozenset(Permission))).ask(log.first, 1) == (line,)
