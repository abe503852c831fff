"""The rows of an order have every column of their tables."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.invoices.totals import totals_of
from app.storage.order_rows import order_line_rows, order_row
from app.storage.order_tables import order_line, sales_order
from tests.ordering import a_confirmed_order

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_a_row_has_every_column() -> None:
    order = a_confirmed_order(1)

    assert order_row(order, totals_of(order.wanted), "FI").keys() == {
        column.name for column in sales_order.columns
    }
    assert order_line_rows(order)[0].keys() == {column.name for column in order_line.columns}
