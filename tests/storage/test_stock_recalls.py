"""Recalls: deliveries are named by the papers of moves."""

from __future__ import annotations

from app.domain.stock.recalls import Paper
from app.storage.database import Database
from tests.dispatching import a_delivery, a_delivery_line
from tests.storage.test_deliveries import order  # noqa: F401  the fixture that an order stands


def test_a_delivery_is_named_with_its_customer(database: Database) -> None:
    new = a_delivery(a_delivery_line(7))
    with database.write() as unit:
        unit.deliveries.add(new)

    with database.read() as unit:
        found = unit.stock_recalls.papers({f"delivery:{new.id}", "receipt:5"})
    assert found == {f"delivery:{new.id}": Paper("", new.customer_id, new.customer_name)}
