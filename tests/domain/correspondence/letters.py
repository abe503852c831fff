"""Letters in and out with defaults: a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.contacts.address import Address
from app.domain.correspondence.body import written
from app.domain.correspondence.incoming import IncomingForm
from app.domain.correspondence.letter import (
    Addressee,
    Incoming,
    IncomingState,
    Outgoing,
    OutgoingState,
)
from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.shared.ids import LetterId, ThreadId, new_id

RECEIVED = date(2026, 3, 6)
TO_AAMU = Addressee(
    "Kahvila Aamu Oy",
    "Maija Aamu",
    Address("Hämeenkatu 1", "", "33100", "Tampere", "", "FI"),
    "maija@aamu.example",
)


def a_form(**parts: Any) -> IncomingForm:
    """Return what a clerk writes of a letter from Kahvila Aamu."""
    written_down = IncomingForm(RECEIVED, sender="Kahvila Aamu Oy", subject="Reklamaatio")
    return replace(written_down, **parts)


def a_letter_form(**parts: Any) -> OutgoingForm:
    """Return what a clerk writes to Kahvila Aamu."""
    told = OutgoingForm(
        addressee=TO_AAMU, language="fi", subject="Vastaus", body=written("Hyvä Maija,\n\nkiitos.")
    )
    return replace(told, **parts)


def an_incoming(state: IncomingState = IncomingState.RECEIVED, **parts: Any) -> Incoming:
    """Return a letter that came in and stands where it is said."""
    number = "" if state is IncomingState.RECEIVED else "IN-2026-0001"
    blank = Incoming(LetterId(new_id()), 1, state, RECEIVED, ThreadId(1), number)
    return replace(a_form().onto(blank), **parts)


def an_outgoing(state: OutgoingState = OutgoingState.DRAFT, **parts: Any) -> Outgoing:
    """Return a letter of ours that stands where it is said."""
    blank = Outgoing(LetterId(new_id()), 1, state, "fi", ThreadId(1), written_by="Maija")
    return replace(a_letter_form().onto(blank), **parts)
