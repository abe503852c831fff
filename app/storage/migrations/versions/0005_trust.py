"""Trust: users, their own roles, what needs a second pair of eyes, and the closing of a day."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"

RECORDS = {
    "sqlite": "INSERT INTO audit_record (record, seq) "
    "SELECT DISTINCT json_extract(one.value, '$.record'), audit.seq "
    "FROM audit, json_each(audit.changes) AS one",
    "postgresql": "INSERT INTO audit_record (record, seq) "
    "SELECT DISTINCT one ->> 'record', audit.seq "
    "FROM audit, jsonb_array_elements(audit.changes::jsonb) AS one",
}
"""Which rows of the audit tell of which record: of old rows that stands in what they changed."""


def upgrade(part: str) -> None:
    """Take a part (rows or contents) from the office of employees to this one."""
    connection = op.get_bind()
    script = Path(__file__).with_name(f"0005_{part}_{connection.dialect.name}.sql")
    for statement in filter(str.strip, script.read_text(encoding="utf-8").split("\n--\n")):
        connection.exec_driver_sql(statement)
    if part == "rows":
        connection.exec_driver_sql(RECORDS[connection.dialect.name])
