"""A day is closed once and for ever, with what was issued until then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import UpdateBase
from sqlalchemy.exc import DBAPIError

from app.domain.admin.users import DayClosing
from app.domain.shared.money import Money
from app.domain.shared.refusals import OfficeError
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.user_tables import day_closing

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
TOTALS = (("invoice", "12", Money(68656, "EUR")),)
TUESDAY = DayClosing(date(2026, 3, 10), 1, "ab" * 32, TOTALS, AT, "Anna")


def with_a_row(database: Database) -> None:
    with database.write() as unit:
        unit.audit.record(Deed(AT, "Anna", "contacts.add", []), Changes())


def test_a_closed_day_is_read_as_it_was_written(database: Database) -> None:
    with_a_row(database)

    with database.write() as unit:
        assert unit.closings.add(TUESDAY)

    with database.read() as unit:
        assert unit.closings.all() == (TUESDAY,)
        assert unit.closings.last_day() == TUESDAY.day


def test_a_day_is_closed_once(database: Database) -> None:
    with_a_row(database)
    with database.write() as unit:
        unit.closings.add(TUESDAY)
        assert not unit.closings.add(replace(TUESDAY, proof="cd" * 32))

    with database.read() as unit:
        assert unit.closings.all() == (TUESDAY,)


@pytest.mark.parametrize("statement", [day_closing.delete(), day_closing.update().values(seq=1)])
def test_the_database_itself_keeps_a_closed_day(database: Database, statement: UpdateBase) -> None:
    with_a_row(database)
    with database.write() as unit:
        unit.closings.add(TUESDAY)

    with pytest.raises((OfficeError, DBAPIError)), database.write() as unit:
        unit.connection.execute(statement)

    with database.read() as unit:
        assert unit.closings.all() == (TUESDAY,)


def test_an_office_without_invoices_has_no_totals(database: Database) -> None:
    with database.read() as unit:
        assert unit.closings.totals() == ()
        assert unit.closings.last_day() is None
