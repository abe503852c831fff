"""The schema: write the first migration anew from today's tables, until it has been released.

python build/schema.py          write app/storage/migrations/versions/0001_*.sql
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, create_mock_engine

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.storage import signs, unit  # noqa: E402  after ROOT
from app.storage.guards import (  # noqa: E402  after ROOT
    CONTENT_GUARDS,
    ROW_GUARDS,
    Guard,
    post_guards,
)
from app.storage.types import contents_metadata, metadata  # noqa: E402  after ROOT

VERSIONS = ROOT / "app" / "storage" / "migrations" / "versions"
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
    for dialect, url in DIALECTS.items():
        for part, (tables, guards) in PARTS.items():
            script = "\n--\n".join(statements(url, tables, guards)) + "\n"
            (VERSIONS / f"0001_{part}_{dialect}.sql").write_text(script, encoding="utf-8")


if __name__ == "__main__":
    main()
