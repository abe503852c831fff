"""The steps from one schema to the next: what was there stays, and what is new is made."""

from __future__ import annotations

import sqlite3

import pytest

import schema_steps
from schema_steps import steps

OLD = (
    "CREATE TABLE cat (\n\tid INTEGER NOT NULL, \n\tname TEXT NOT NULL, \n"
    "\tCONSTRAINT pk_cat PRIMARY KEY (id)\n)\n STRICT\n"
).strip()
NEW = (
    "CREATE TABLE cat (\n\tid INTEGER NOT NULL, \n\tname TEXT NOT NULL, \n\tlegs INTEGER NOT NULL, "
    "\n\towner TEXT, \n\tCONSTRAINT pk_cat PRIMARY KEY (id), \n"
    "\tCONSTRAINT uq_cat_owner UNIQUE (owner)\n)\n STRICT\n"
).strip()
BY_NAME = "CREATE INDEX ix_cat_name ON cat (name)"
KEPT = (
    "CREATE TRIGGER guard_cat_delete BEFORE DELETE ON cat WHEN 1 = 1 "
    "BEGIN SELECT RAISE(ABORT, 'kept'); END"
)


@pytest.fixture(autouse=True)
def filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema_steps, "FILLED", {"cat.legs": "4"})


def schema(connection: sqlite3.Connection) -> set[str]:
    return {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master") if sql}


def test_rows_stay_when_a_table_of_sqlite_is_made_anew() -> None:
    connection = sqlite3.connect(":memory:")
    for one in (OLD, BY_NAME, KEPT, "INSERT INTO cat VALUES (7, 'Miiru')"):
        connection.execute(one)

    for one in steps((OLD, BY_NAME, KEPT), (NEW, BY_NAME, KEPT), "sqlite"):
        connection.execute(one)

    assert connection.execute("SELECT * FROM cat").fetchall() == [(7, "Miiru", 4, None)]
    assert schema(connection) == {NEW, BY_NAME, KEPT}


def test_a_server_adds_columns_and_constraints_and_forgets_what_old_rows_were_given() -> None:
    told = steps((OLD,), (NEW,), "postgresql")

    assert told == [
        "ALTER TABLE cat ADD COLUMN legs INTEGER NOT NULL DEFAULT 4",
        "ALTER TABLE cat ALTER COLUMN legs DROP DEFAULT",
        "ALTER TABLE cat ADD COLUMN owner TEXT",
        "ALTER TABLE cat ADD CONSTRAINT uq_cat_owner UNIQUE (owner)",
    ]


def test_a_server_binds_a_table_by_another_key() -> None:
    by_both = OLD.replace("PRIMARY KEY (id)", "PRIMARY KEY (id, name)")

    assert steps((OLD,), (by_both,), "postgresql") == [
        "ALTER TABLE cat DROP CONSTRAINT pk_cat",
        "ALTER TABLE cat ADD CONSTRAINT pk_cat PRIMARY KEY (id, name)",
    ]


def test_a_changed_guard_is_put_in_the_place_of_the_old_one() -> None:
    stricter = KEPT.replace("1 = 1", "OLD.id > 0")

    told = steps((OLD, KEPT), (OLD, stricter), "postgresql")

    assert told == ["DROP TRIGGER IF EXISTS guard_cat_delete ON cat", stricter]


def test_what_is_new_is_made_and_what_is_gone_goes() -> None:
    told = steps((OLD, BY_NAME), (OLD, KEPT), "sqlite")

    assert told == ["DROP INDEX IF EXISTS ix_cat_name", KEPT]


def test_nothing_changed_takes_no_step() -> None:
    assert steps((OLD, BY_NAME, KEPT), (OLD, BY_NAME, KEPT), "sqlite") == []


def test_a_column_that_old_rows_cannot_fill_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema_steps, "FILLED", {})

    with pytest.raises(SystemExit, match=r"cat\.legs"):
        steps((OLD,), (NEW,), "sqlite")


def test_a_column_that_would_be_lost_is_refused() -> None:
    with pytest.raises(SystemExit, match="cat lost"):
        steps((NEW,), (OLD,), "sqlite")
