"""A customer, products and a warehouse on the shelf, for tests of what orders write."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection

from app.domain.shared.ids import ContactId, ProductId
from app.domain.stock.item import Billing, Costing, Tracking
from app.domain.stock.location import LocationKind
from app.storage.database import Database
from app.storage.stock_tables import location, stock_item, stock_standing
from tests.builders import a_contact, a_product
from tests.ordering import WAREHOUSE, qty

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def parties(database: Database) -> None:
    with database.write() as unit:
        unit.contacts.add_all((replace(a_contact(), id=ContactId(7)),), AT)
        products = [replace(a_product(f"P-{at}"), id=ProductId(at)) for at in range(1, 4)]
        unit.products.add_all(products, AT)
        place = {
            "id": WAREHOUSE, "version": 1, "kind": LocationKind.WAREHOUSE, "code": "MAIN",
            "code_key": "main", "name": "", "route": 0, "is_closed": False,
        }  # fmt: skip
        unit.connection.execute(location.insert(), place)


def stock_of(connection: Connection, on_hand: int) -> None:
    """Let so much of the first product lie in the warehouse."""
    zero = qty(0)
    item = {
        "product_id": 1, "version": 1, "tracking": Tracking.NONE, "costing": Costing.FIFO,
        "standard_cost": zero, "billing": Billing.DELIVERED, "units": [], "reorder_least": zero,
        "reorder": {}, "customs": {}, "shelf_days": 0, "parts": [], "is_kit": False,
        "is_checked": False,
    }  # fmt: skip
    connection.execute(stock_item.insert(), item)
    standing = {
        "product_id": 1, "warehouse_id": WAREHOUSE, "on_hand": qty(on_hand), "blocked": zero,
        "reserved": zero, "incoming": zero,
    }  # fmt: skip
    connection.execute(stock_standing.insert(), standing)
