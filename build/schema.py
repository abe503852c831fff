"""The schema: write the newest migration from what differs from the schema that landed before it.

python build/schema.py          write the SQL of app/storage/migrations.HEAD, and its snapshot

A snapshot is the whole schema of a revision. What landed is never written again: the next change
of a table after a landing begins a revision with a new script and a new HEAD.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, create_mock_engine

from schema_steps import steps

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.storage import migrations, signs, unit  # noqa: E402  after ROOT
from app.storage.guarding import Guard  # noqa: E402  after ROOT
from app.storage.guards import (  # noqa: E402  after ROOT
    CONTENT_GUARDS,
    ROW_GUARDS,
    post_guards,
)
from app.storage.types import contents_metadata, metadata  # noqa: E402  after ROOT

VERSIONS = ROOT / "app" / "storage" / "migrations" / "versions"
SNAPSHOTS = ROOT / "build" / "schemas"
BETWEEN = "\n--\n"
DIALECTS = {"sqlite": "sqlite://", "postgresql": "postgresql+psycopg://"}
PARTS = {"rows": (metadata, ROW_GUARDS), "contents": (contents_metadata, CONTENT_GUARDS)}
ALL_TABLES_ARE_KNOWN = (signs.office, unit.Unit)


def statements(url: str, tables: MetaData, guards: tuple[Guard, ...]) -> list[str]:
    """Return what creates these tables and guards in a database."""
    told: list[str] = []

    def tell(statement: Any, *_: object, **__: object) -> None:
        told.append(str(statement.compile(dialect=mock.dialect)).strip())

    mock: Any = create_mock_engine(url, tell)
    mock.exec_driver_sql = told.append
    tables.create_all(mock, checkfirst=False)
    post_guards(mock, guards)
    return in_one_order(told)


def in_one_order(told: list[str]) -> list[str]:
    """Return statements with the indexes of each table by name; SQLAlchemy keeps them in a set."""
    found: list[str] = []
    for is_index, group in groupby(
        told, lambda one: one.startswith(("CREATE INDEX", "CREATE UNI"))
    ):
        some = tuple(group)
        found.extend(sorted(some) if is_index else some)
    return found


def main() -> None:
    """Write each part for each database."""
    before = f"{int(migrations.HEAD) - 1:04}"
    for dialect, url in DIALECTS.items():
        for part, (tables, guards) in PARTS.items():
            today = statements(url, tables, guards)
            landed = SNAPSHOTS / f"{before}_{part}_{dialect}.sql"
            then = landed.read_text(encoding="utf-8").rstrip("\n").split(BETWEEN)
            name = f"{migrations.HEAD}_{part}_{dialect}.sql"
            _write(VERSIONS / name, steps(then, today, dialect))
            _write(SNAPSHOTS / name, today)


def _write(path: Path, told: list[str]) -> None:
    path.write_text(BETWEEN.join(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
