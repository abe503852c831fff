"""Orders and stock: places, moves and their worth, orders, deliveries and returns."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade(part: str) -> None:
    """Take a part (rows or contents) from the office of invoicing to this one."""
    connection = op.get_bind()
    script = Path(__file__).with_name(f"0003_{part}_{connection.dialect.name}.sql")
    for statement in filter(str.strip, script.read_text(encoding="utf-8").split("\n--\n")):
        connection.exec_driver_sql(statement)
