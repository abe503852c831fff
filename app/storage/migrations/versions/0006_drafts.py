"""Drafts: each person's own of the same record, and since when it is written."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade(part: str) -> None:
    """Take a part (rows or contents) from the office of trust to this one."""
    connection = op.get_bind()
    script = Path(__file__).with_name(f"0006_{part}_{connection.dialect.name}.sql")
    for statement in filter(str.strip, script.read_text(encoding="utf-8").split("\n--\n")):
        connection.exec_driver_sql(statement)
