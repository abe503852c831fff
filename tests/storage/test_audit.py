"""The audit chain holds, and a changed row is found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.storage.audit import CLOCK_WENT_BACK, TOLERANCE, audit
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


@pytest.mark.parametrize(
    "back",
    [timedelta(minutes=3), timedelta(days=1), timedelta(days=365), timedelta(days=3652)],
    ids=["minutes", "a day", "a year", "ten years"],
)
def test_a_clock_that_went_back_is_warned_of_once_and_the_order_stays(
    database: Database, back: timedelta
) -> None:
    recorded(database, 1)
    earlier = AT - back
    for number in (2, 3):
        with database.write() as unit:
            unit.audit.record(Deed(earlier, "Anna", "contacts.add", [number]), Changes())
            warned = unit.audit.went_back_from
            seq = (unit.audit.recorded or (0, ""))[0]
        assert (warned, seq) == ((AT, 3) if number == 2 else (None, 4))

    with database.read() as unit:
        wanted = select(audit.c.seq, audit.c.command, audit.c.at).order_by(audit.c.seq)
        rows = [tuple(row) for row in unit.connection.execute(wanted)]
        assert list(unit.audit.broken()) == []
    assert rows == [
        (1, "contacts.add", AT),
        (2, CLOCK_WENT_BACK, earlier),
        (3, "contacts.add", earlier),
        (4, "contacts.add", earlier),
    ]


@pytest.mark.parametrize("back", [timedelta(0), TOLERANCE, timedelta(days=-3652)])
def test_a_clock_that_is_set_right_or_goes_on_is_not_warned_of(
    database: Database, back: timedelta
) -> None:
    recorded(database, 1)

    with database.write() as unit:
        unit.audit.record(Deed(AT - back, "Anna", "contacts.add", [2]), Changes())

    with database.read() as unit:
        assert unit.audit.count() == 2
