"""Linked records are named and found for who may read them, and for nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.document import Link
from app.domain.contacts.form import ContactForm
from app.services import contacts
from app.services.links import Linked, Links
from app.services.office import Desk, Office
from app.services.permissions import Actor, Permission, Role, query
from app.storage.database import Database
from tests.services.letters import an_office
from tests.trade import AAMU


@pytest.fixture
def office(database: Database) -> Office:
    return an_office(database)


@query(Permission.LETTERS_READ)
def named(desk: Desk) -> tuple[Linked, ...]:
    """Return how the asker sees a contact and a record of no known kind."""
    return Links(desk).named((Link("contact", AAMU.id), Link("comet", 1)))


@query(Permission.LETTERS_READ)
def found(desk: Desk) -> tuple[int, ...]:
    """Return which contacts answer to the name of one."""
    return tuple(one.id for one in Links(desk).found("kioski", 9, ("contact",)))


def test_a_record_is_named_and_found(office: Office) -> None:
    kiosk = office.do(contacts.add, ContactForm("Kioski")).result

    assert [one.name for one in office.ask(named)] == [AAMU.name, ""]
    assert office.ask(found) == (kiosk.id,)


def test_who_may_not_read_a_kind_sees_no_name_of_it(office: Office) -> None:
    office.do(contacts.add, ContactForm("Kioski"))
    reader = Role("reader", frozenset({Permission.LETTERS_READ}))
    narrow = Office(office.database, office.clock, replace(Actor("Olli"), role=reader))

    assert [one.name for one in narrow.ask(named)] == ["", ""]
    assert narrow.ask(found) == ()
