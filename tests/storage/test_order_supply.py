"""What is coming, what is in hand and what is owed are read for many orders at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.invoices.totals import totals_of
from app.domain.orders.promising import Incoming
from app.domain.shared.ids import ContactId, OrderId, ProductId
from app.domain.shared.quantities import UnitPrice
from app.domain.stock.receipt import ReceiptState
from app.storage.database import Database
from app.storage.receipt_tables import receipt, receipt_line
from tests.ordering import WAREHOUSE, a_confirmed_order, invoiced, qty
from tests.storage.stocked import parties, stock_of

__all__ = ["parties"]
THURSDAY = date(2026, 3, 12)


def expected(database: Database, at: int, many: int, day: date | None, reference: str) -> None:
    row = {
        "id": at, "version": 1, "state": ReceiptState.EXPECTED, "warehouse_id": WAREHOUSE,
        "number": f"GR-{at}", "supplier_name": "", "reference": reference, "expected_on": day,
        "note": "",
    }  # fmt: skip
    line = {
        "id": at, "receipt_id": at, "place": 0, "product_id": 1, "expected": qty(many),
        "received": qty(1), "cost": UnitPrice(Decimal(1)),
    }  # fmt: skip
    with database.write() as unit:
        unit.connection.execute(receipt.insert(), row)
        unit.connection.execute(receipt_line.insert(), line)


def test_what_is_coming_is_told_by_day_and_reference(database: Database) -> None:
    with database.write() as unit:
        stock_of(unit.connection, 0)
    expected(database, 1, 5, None, "")
    expected(database, 2, 3, THURSDAY, "PO-4711")

    with database.read() as unit:
        found = unit.order_supply.incoming({ProductId(1)})

    assert found[ProductId(1), WAREHOUSE] == [
        Incoming(qty(2), THURSDAY, "PO-4711"),
        Incoming(qty(4), None, "GR-1"),
    ]


def test_what_is_ordered_and_not_invoiced_counts_by_its_share(database: Database) -> None:
    order = invoiced(a_confirmed_order(4), 0, 1)
    with database.write() as unit:
        unit.orders.add(order, totals_of(order.wanted))

    with database.read() as unit:
        supply = unit.order_supply
        assert supply.unbilled(ContactId(7), OrderId(6)) == {"EUR": 376_50}
        assert supply.unbilled(ContactId(7), order.id) == {}
        assert supply.in_hand((order.id,)) == {}
        assert supply.owed((order.id,)) == {}
        assert supply.billed_by([order.lines[0].id]) == ()
