"""The same office as that of the queue's tests; the window is that of invoices."""

from __future__ import annotations

from tests.ui.orders.conftest import draft, hands, order, pump

__all__ = ["draft", "hands", "order", "pump"]
