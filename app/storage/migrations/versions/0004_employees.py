"""Employees: their file, leave, hours, expenses and payroll, sealed where it is private."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade(part: str) -> None:
    """Take a part (rows or contents) from the office of orders and stock to this one."""
    connection = op.get_bind()
    script = Path(__file__).with_name(f"0004_{part}_{connection.dialect.name}.sql")
    for statement in filter(str.strip, script.read_text(encoding="utf-8").split("\n--\n")):
        connection.exec_driver_sql(statement)
