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
