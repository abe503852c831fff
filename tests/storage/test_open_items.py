"""Open items: kept, guarded, and found by an index however many were settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.invoices.invoice import Invoice
from app.domain.shared.refusals import Conflict
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.checks import check
from app.storage.database import Database
from tests.builders import TODAY
from tests.paying import eur, paid, part
from tests.trade import issued, opened_books


@pytest.fixture
def invoice(database: Database) -> Invoice:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    return issued(office)


def test_a_position_that_changed_meanwhile_is_not_settled(
    database: Database, invoice: Invoice
) -> None:
    with database.write() as unit:
        before = unit.open_items.get_all((invoice.id,))[invoice.id]
        unit.open_items.save(before, before.settled(eur("1"), TODAY))
        with pytest.raises(Conflict):
            unit.open_items.save(before, before.settled(eur("2"), TODAY))


def test_the_database_lets_nothing_be_settled_twice(database: Database, invoice: Invoice) -> None:
    with database.write() as unit:
        before = unit.open_items.get_all((invoice.id,))[invoice.id]

    with pytest.raises(DBAPIError, match="guard_"), database.write() as unit:
        unit.open_items.save(before, replace(before, open_minor=-1))


def test_the_check_counts_again_what_is_open(database: Database, invoice: Invoice) -> None:
    with database.write() as unit:
        before = unit.open_items.get_all((invoice.id,))[invoice.id]
        unit.open_items.save(before, before.settled(eur("1"), TODAY))

    with database.read() as unit:
        (wrong,) = unit.open_items.differences()
    assert wrong.number == invoice.number
    assert "health.open-item" in [one.code for one in check(database)]


def test_what_is_open_is_never_forgotten(database: Database, invoice: Invoice) -> None:
    office = Office(database, FixedClock(TODAY + timedelta(days=1)), Actor("Maija"))
    paid(office, "1", part(invoice, "1"))

    for table in ("open_item", "payment", "allocation"):
        with pytest.raises(DBAPIError, match="guard_"), database.write() as unit:
            unit.connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608  our own names
