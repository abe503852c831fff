"""Guards of stock: what moved, and what it was worth, stays as it was written."""

from __future__ import annotations

from app.storage.guarding import Guard, kept

STOCK_GUARDS: tuple[Guard, ...] = (
    *kept("stock_move"),
    *kept("stock_value"),
    Guard("lot", "DELETE"),
    Guard("location", "DELETE"),
    Guard("receipt", "DELETE"),
)
"""A wrong move is taken back by its opposite; what goods lay in is never forgotten."""
