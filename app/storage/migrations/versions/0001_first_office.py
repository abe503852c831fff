"""The first office: its tables, indices and guards, as they were released."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
REVISION_TABLES = {"rows": "schema_revision", "contents": "content_revision"}


def upgrade(part: str) -> None:
    """Create everything of a part (rows or contents) in an empty database.

    The table of revisions that Alembic has just made gives way to ours, which is STRICT.
    """
    op.drop_table(REVISION_TABLES[part])
    connection = op.get_bind()
    script = Path(__file__).with_name(f"0001_{part}_{connection.dialect.name}.sql")
    for statement in script.read_text(encoding="utf-8").split("\n--\n"):
        connection.exec_driver_sql(statement)
