"""Engines compile a statement once, and their tables and servers keep what they promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from app.storage.faults import UnsafeSetting
from app.storage.files import Use, open_file
from app.storage.keys import published_keys
from app.storage.offices import open_office
from tests.databases import run_sql

KEY = published_keys("").files


def test_tables_of_sqlite_refuse_a_value_of_another_type(folder: Path) -> None:
    connection = open_file(folder / "office.db", KEY, Use.READ)
    loose = connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict "
        "AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    connection.close()

    assert loose == []


def test_a_server_that_does_not_wait_for_its_disk_is_refused(shared_server: str) -> None:
    run_sql(shared_server, "ALTER DATABASE postgres SET synchronous_commit = off")
    try:
        office = open_office(shared_server)
        with pytest.raises(UnsafeSetting), office.write() as unit:
            unit.connection.execute(text("SELECT 1"))
        office.close()
    finally:
        run_sql(shared_server, "ALTER DATABASE postgres RESET synchronous_commit")
