"""Guards of leave: the ledger stays as it was written, and nothing asked for is forgotten."""

from __future__ import annotations

from app.storage.guarding import Guard, kept

LEAVE_GUARDS: tuple[Guard, ...] = (
    *kept("leave_entry"),
    Guard("leave_type", "DELETE"),
    Guard("leave_request", "DELETE"),
)
"""A wrong row is reversed by another."""
