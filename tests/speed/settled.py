"""What is open: most invoices of the four years were settled within a month of their due day."""

from __future__ import annotations

from app.storage.unit import Unit

LATE = "(id / 17179869184 % 30)"
"""So many days after its due day an invoice was settled; ids differ by the days of their sales."""
_PAID = f"id % 49 <> 0 AND date(due_on, '+' || {LATE} || ' days') < '2026-03-01'"
_SETTLED = f"(gross_minor = 0 OR ({_PAID}))"
_DAY = f"CASE WHEN gross_minor = 0 THEN issued_on ELSE date(due_on, '+' || {LATE} || ' days') END"
OPEN_ITEMS = (
    f"""
INSERT INTO open_item (invoice_id, customer_id, currency, issued_on, due_on, amount_minor,
                       open_minor, moved_on, settled_on)
SELECT id, customer_id, currency, issued_on, due_on, gross_minor,
       CASE WHEN {_SETTLED} THEN 0 ELSE gross_minor END,
       CASE WHEN {_SETTLED} THEN {_DAY} ELSE issued_on END,
       CASE WHEN {_SETTLED} THEN {_DAY} END
  FROM invoice WHERE state = 'issued'
""",  # noqa: S608  every word of it is ours
    """
INSERT INTO allocation (id, invoice_id, closing, currency, amount_minor, booked_on)
SELECT invoice_id, invoice_id, 'write-off', currency, amount_minor, settled_on
  FROM open_item WHERE settled_on IS NOT NULL AND amount_minor <> 0
""",
)
"""As if all had been given up, which needs no payments; lists of open items read the same rows."""


def settle_most(unit: Unit) -> None:
    """Write what is open of every invoice, and what settled the rest."""
    for statement in OPEN_ITEMS:
        unit.connection.exec_driver_sql(statement)
