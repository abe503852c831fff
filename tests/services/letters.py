"""An office of letters: clerks, a contact, and letters that came in and go out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.correspondence.body import written
from app.domain.correspondence.letter import Incoming, Outgoing
from app.domain.correspondence.outgoing import OutgoingForm
from app.outside.clock import FixedClock
from app.services import letters_in, letters_out
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.domain.correspondence.letters import a_form
from tests.trade import AAMU, opened_books

HELLO = written("Hyvä Maija,\n\nkiitos kirjeestänne.")


def an_office(database: Database, today: date = TODAY) -> Office:
    """Return an office with books, where Maija sits."""
    office = Office(database, FixedClock(today), Actor("Maija"))
    opened_books(office)
    return office


def by(office: Office, name: str) -> Office:
    """Return the same office, where somebody else sits."""
    return Office(office.database, office.clock, Actor(name))


def received(office: Office, **parts: Any) -> Incoming:
    """Write down a letter from Kahvila Aamu."""
    return office.do(letters_in.receive, a_form(**parts)).result


def registered(office: Office, **parts: Any) -> Incoming:
    """Write down and register a letter from Kahvila Aamu."""
    return office.do(letters_in.enter, a_form(**parts)).result


def drafted(office: Office, **parts: Any) -> Outgoing:
    """Keep a draft to Kahvila Aamu."""
    form = OutgoingForm(addressee_id=AAMU.id, subject="Kiitos", body=HELLO)
    return office.do(letters_out.draft, replace(form, **parts)).result


def issued(office: Office, **parts: Any) -> Outgoing:
    """Issue a letter to Kahvila Aamu."""
    return office.do(letters_out.issue, drafted(office, **parts).id).result
