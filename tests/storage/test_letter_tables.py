"""Every field of a letter has its column, and a row is written whole."""

from __future__ import annotations

from dataclasses import fields

from app.domain.correspondence.letter import Incoming, LetterType, Outgoing, Signatory
from app.domain.correspondence.threads import Thread
from app.storage.letter_guards import FROZEN
from app.storage.letter_tables import (
    incoming_row,
    letter_in,
    letter_out,
    letter_thread,
    letter_type,
    outgoing_row,
    signatory,
)
from tests.domain.correspondence.letters import an_incoming, an_outgoing

STILL_OPEN = {"id", "version", "state", "responsible", "note", "reason"}
"""What may be said of an issued letter later; none of it stands on its paper."""


def names_of(kind: type) -> list[str]:
    return [field.name for field in fields(kind)]


def test_every_field_has_its_column() -> None:
    assert set(names_of(Incoming)) <= set(letter_in.c.keys())
    assert set(names_of(Outgoing)) <= set(letter_out.c.keys())


def test_small_records_are_rows_as_they_are() -> None:
    assert names_of(LetterType) == letter_type.c.keys()
    assert names_of(Signatory) == signatory.c.keys()
    assert names_of(Thread) == letter_thread.c.keys()


def test_a_row_fills_every_column() -> None:
    assert incoming_row(an_incoming(), "FI").keys() == set(letter_in.c.keys())
    assert outgoing_row(an_outgoing(), "FI").keys() == set(letter_out.c.keys())


def test_a_letter_without_a_number_has_none_rather_than_an_empty_one() -> None:
    assert incoming_row(an_incoming(), "FI")["number"] is None
    assert outgoing_row(an_outgoing(), "FI")["number"] is None


def test_all_that_a_paper_says_is_frozen_when_it_is_issued() -> None:
    assert set(FROZEN) == set(letter_out.c.keys()) - STILL_OPEN
