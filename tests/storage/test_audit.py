"""The audit chain holds, and a changed row is found."""

from __future__ import annotations

from datetime import UTC, datetime

from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from tests.databases import tamper

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def recorded(database: Database, count: int) -> None:
    for number in range(count):
        changes = Changes()
        changes.note(f"contact:{number}", None, {"name": "Lumo"})
        with database.write() as unit:
            unit.audit.record(Deed(AT, "Anna", "contacts.add", [number]), changes)


def test_a_chain_of_deeds_holds(database: Database) -> None:
    recorded(database, 5)

    with database.read() as unit:
        assert list(unit.audit.broken()) == []


def test_a_row_changed_behind_our_back_is_named(database: Database) -> None:
    recorded(database, 5)

    with database.write() as unit:
        tamper(unit.connection, "UPDATE audit SET who = 'Eve' WHERE seq = 3")

    with database.read() as unit:
        assert list(unit.audit.broken()) == [3]


def test_a_row_removed_behind_our_back_is_noticed(database: Database) -> None:
    recorded(database, 5)

    with database.write() as unit:
        tamper(unit.connection, "DELETE FROM audit WHERE seq = 3")

    with database.read() as unit:
        assert list(unit.audit.broken()) == [4]


def test_changes_that_were_taken_begin_anew() -> None:
    changes = Changes()
    changes.note("contact:1", None, "Aamu")

    taken = changes.taken()
    changes.note("contact:2", None, "Ilta")

    assert [one.record for one in taken.noted] == ["contact:1"]
    assert [one.record for one in changes.noted] == ["contact:2"]


def test_what_was_changed_is_told_row_by_row(database: Database) -> None:
    changes = Changes()
    changes.note("contact:1", None, {"name": "Aamu"})
    changes.note("contact:2", {"name": "Ilta"}, None)
    with database.write() as unit:
        unit.audit.record(Deed(AT, "Anna", "contacts.add", []), changes)

    with database.read() as unit:
        told = [(seq, one.record, one.after) for seq, one in unit.audit.changes()]

    assert told == [(1, "contact:1", {"name": "Aamu"}), (1, "contact:2", None)]
