"""Invoicing: kinds of invoices, their origin, terms, exchange and what a customer agreed."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade(part: str) -> None:
    """Take a part (rows or contents) from the first office to this one."""
    connection = op.get_bind()
    script = Path(__file__).with_name(f"0002_{part}_{connection.dialect.name}.sql")
    for statement in filter(str.strip, script.read_text(encoding="utf-8").split("\n--\n")):
        connection.exec_driver_sql(statement)
    if part == "rows":
        connection.exec_driver_sql(_OPEN_ITEMS)


_OPEN_ITEMS = """
INSERT INTO open_item (invoice_id, customer_id, currency, issued_on, due_on, amount_minor,
                       open_minor, moved_on, settled_on)
SELECT id, customer_id, currency, issued_on, coalesce(due_on, issued_on), gross_minor, gross_minor,
       issued_on, CASE WHEN gross_minor = 0 THEN issued_on END
  FROM invoice
 WHERE state = 'issued'
"""
"""What was issued before there were payments is open: nothing could settle it."""
