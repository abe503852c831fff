"""Dispatches are appended in order, each with the row of the audit that proves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.correspondence.letter import Channel, Dispatch
from app.domain.shared.ids import LetterId
from app.domain.shared.money import Money
from app.storage.database import Database
from tests.storage.letters import AT, furnish, issued


@pytest.fixture(autouse=True)
def furnished(database: Database) -> None:
    furnish(database)


def test_dispatches_come_back_in_their_order(database: Database) -> None:
    letter = issued(database, "OUT-2026-0001")
    first = Dispatch(letter.id, "a" * 64, Channel.POST, AT, "Maija", "Tampere")
    second = Dispatch(
        letter.id, "a" * 64, Channel.REGISTERED, AT, "Anna", "Turku", "RR1", Money(845, "EUR")
    )
    with database.write() as unit:
        unit.dispatches.add(first, 4)
        unit.dispatches.add(second, 5)

    with database.read() as unit:
        found = unit.dispatches.of(letter.id)
        assert [(one.dispatch, one.audit_seq) for one in found] == [(first, 4), (second, 5)]
        assert unit.dispatches.of(LetterId(9)) == ()


def test_what_left_between_two_moments_comes_in_its_order(database: Database) -> None:
    letter = issued(database, "OUT-2026-0001")
    first = Dispatch(letter.id, "a" * 64, Channel.POST, AT, "Maija", "Tampere")
    second = replace(first, at=AT + timedelta(days=1))
    with database.write() as unit:
        unit.dispatches.add(first, 4)
        unit.dispatches.add(second, 5)

    with database.read() as unit:
        assert unit.dispatches.between(AT, AT + timedelta(days=2)) == (first, second)
        assert unit.dispatches.between(AT, second.at) == (first, second)
        assert unit.dispatches.between(AT, second.at - timedelta(seconds=1)) == (first,)


def test_the_audit_hears_of_a_dispatch_with_its_hash(database: Database) -> None:
    letter = issued(database, "OUT-2026-0001")
    with database.write() as unit:
        unit.dispatches.note(Dispatch(letter.id, "a" * 64, Channel.POST, AT, "Maija", "Tampere"))

        (noted,) = unit.changes.noted

    assert noted.record == f"letter_dispatch:{letter.id}/1"
    assert noted.after["sha256"] == "a" * 64
