"""What was altered or cut off in the record of changes is found, its end by what is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.services import anchors, backups, restoring, upkeep
from app.services.anchors import Known
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.audit import GENESIS, audit
from app.storage.deeds import Changes, Deed
from app.storage.offices import open_office
from app.storage.unit import Unit
from tests.databases import tamper
from tests.timing import SetClock

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    opened = Office(open_office(folder), SetClock(NOON), Actor("Anna"))
    for number in range(6):
        note(opened, number)
    yield opened
    opened.close()


def note(office: Office, number: int) -> None:
    with office.database.write() as unit:
        changes = Changes()
        changes.note(f"contact:{number}", None, {"name": "Lumo"})
        unit.audit.record(Deed(office.clock.now(), "Anna", "contacts.add", [number]), changes)


def next_day(office: Office) -> None:
    office.clock = SetClock(office.clock.now() + timedelta(days=1))


def test_a_day_is_closed_when_the_office_is_opened_on_the_next(office: Office) -> None:
    upkeep.look_after(office)
    same_day = office.ask(anchors.closings)
    next_day(office)

    upkeep.look_after(office)
    upkeep.look_after(office)

    (closing,) = office.ask(anchors.closings)
    assert same_day == ()
    assert (closing.day, closing.seq, closing.closed_by) == (date(2026, 3, 10), 6, "Anna")
    assert anchors.verify(office).holds


def test_a_day_on_which_nothing_was_done_is_not_closed(office: Office) -> None:
    next_day(office)
    upkeep.look_after(office)
    for _ in range(3):
        next_day(office)
        upkeep.look_after(office)

    days = [closing.day.day for closing in office.ask(anchors.closings)]

    assert days == [13, 12, 11, 10]


def alter(column: str, value: str) -> Callable[[Unit], None]:
    """Return what writes something else into the third row."""
    told = f"UPDATE audit SET {column} = '{value}' WHERE seq = 3"  # noqa: S608  words of this test
    return lambda unit: tamper(unit.connection, told)


def remove(which: str) -> Callable[[Unit], None]:
    """Return what removes rows."""
    told = f"DELETE FROM audit WHERE {which}"  # noqa: S608  words of this test
    return lambda unit: tamper(unit.connection, told)


def swap(unit: Unit) -> None:
    """Let two rows change places."""
    tamper(unit.connection, "UPDATE audit SET seq = -2 WHERE seq = 2")
    tamper(unit.connection, "UPDATE audit SET seq = 2 WHERE seq = 3")
    tamper(unit.connection, "UPDATE audit SET seq = 3 WHERE seq = -2")


def forge(unit: Unit) -> None:
    """Append a row without the key of the chain."""
    _seq, last = unit.audit.newest()
    row = {"seq": 7, "at": NOON, "who": "Eve", "command": "x", "arguments": "[]", "refused": ""}
    row |= {"changes": "[]", "previous": last, "hash": "ff" * 32}
    unit.connection.execute(audit.insert(), row)


def rewrite(count: int) -> Callable[[Unit], None]:
    """Return what chains the last rows anew with the key, one of them altered."""

    def anew(unit: Unit) -> None:
        rows = unit.connection.execute(select(audit).order_by(audit.c.seq)).mappings().all()
        previous = rows[-count - 1]["hash"] if count < len(rows) else GENESIS
        for row in rows[-count:]:
            fresh = {**row, "who": "Eve", "previous": previous}
            del fresh["hash"]
            proof = unit.audit._hash(fresh)
            tamper(
                unit.connection,
                f"UPDATE audit SET who = 'Eve', previous = '{previous}', hash = '{proof}' "  # noqa: S608  ours
                f"WHERE seq = {row['seq']}",
            )
            previous = proof

    return anew


ALTERED = {
    "who": alter("who", "Eve"),
    "command": alter("command", "contacts.forget"),
    "arguments": alter("arguments", "[9]"),
    "changes": alter("changes", "[]"),
    "removed": remove("seq = 3"),
    "begun later": remove("seq < 3"),
    "swapped": swap,
    "forged": forge,
}
WITH_THE_KEY = {
    "cut off": remove("seq > 4"),
    "last row written anew": rewrite(1),
    "all written anew": rewrite(6),
    "nothing left": remove("seq > 0"),
}


@pytest.mark.parametrize("name", ALTERED)
def test_what_is_altered_without_the_key_is_found_by_the_chain_itself(
    office: Office, name: str
) -> None:
    with office.database.write() as unit:
        ALTERED[name](unit)

    report = anchors.verify(office)

    assert report.broken
    assert not report.holds


@pytest.mark.parametrize("name", WITH_THE_KEY)
def test_what_is_altered_with_the_key_is_found_by_a_backup(office: Office, name: str) -> None:
    office.run(backups.back_up)
    with office.database.write() as unit:
        WITH_THE_KEY[name](unit)

    report = anchors.verify(office)

    assert [one.known for one in report.lost] == [Known.BACKUP]


@pytest.mark.parametrize("name", ["cut off", "last row written anew", "all written anew"])
def test_without_an_anchor_who_has_the_key_is_not_found(office: Office, name: str) -> None:
    with office.database.write() as unit:
        WITH_THE_KEY[name](unit)

    assert anchors.verify(office).holds


def test_a_closed_day_finds_what_was_cut_off_later(office: Office) -> None:
    next_day(office)
    anchors.close_day(office)
    with office.database.write() as unit:
        unit.connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        rewrite(3)(unit)

    report = anchors.verify(office)

    assert [(one.known, one.seq) for one in report.lost] == [(Known.CLOSING, 6)]


def test_a_printed_anchor_is_held_or_not(office: Office) -> None:
    printed = office.ask(anchors.newest)
    seq, shown = printed.split(" · ")
    note(office, 7)

    assert office.ask(anchors.is_held, int(seq), shown)
    assert not office.ask(anchors.is_held, int(seq) + 1, shown)
    assert not office.ask(anchors.is_held, int(seq), shown[:4])


def test_a_restored_office_is_not_blamed_for_what_came_after_the_backup(
    office: Office, folder: Path
) -> None:
    office.run(backups.back_up)
    note(office, 8)
    office.clock = SetClock(NOON + timedelta(hours=1))
    old = backups.overview(office).backups[-1]
    prepared = office.run(restoring.prepare, old)
    office.close()
    restoring.complete(prepared, office)

    opened = Office(open_office(folder), SetClock(NOON + timedelta(hours=2)), Actor("Anna"))

    assert anchors.verify(opened).holds
    assert anchors.verify(opened).anchors == 1
    opened.close()
