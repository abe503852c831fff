"""Periods end on working days, by the law of each country: figures counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.outside.clock import FixedClock
from app.services import letters_in
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.trade import LUMO

CASES = [
    # FI, 150/1930 § 5: Saturday, Sunday, holiday, and the eves of midsummer and Christmas.
    ("FI", "", date(2026, 3, 6), 14, date(2026, 3, 20)),
    ("FI", "", date(2026, 3, 6), 8, date(2026, 3, 16)),
    ("FI", "", date(2026, 3, 20), 14, date(2026, 4, 7)),
    ("FI", "", date(2026, 6, 5), 14, date(2026, 6, 22)),
    ("FI", "", date(2026, 12, 10), 14, date(2026, 12, 28)),
    ("FI", "", date(2026, 4, 17), 14, date(2026, 5, 4)),
    ("FI", "", date(2026, 4, 30), 14, date(2026, 5, 15)),
    ("FI", "", date(2026, 12, 17), 15, date(2027, 1, 4)),
    # DE, BGB § 193: Saturday, Sunday, holiday of the place.
    ("DE", "", date(2026, 5, 11), 14, date(2026, 5, 26)),
    ("DE", "Bayern", date(2026, 5, 21), 14, date(2026, 6, 5)),
    ("DE", "Berlin", date(2026, 5, 21), 14, date(2026, 6, 4)),
    ("DE", "", date(2026, 12, 10), 14, date(2026, 12, 24)),
    ("DE", "", date(2026, 9, 19), 14, date(2026, 10, 5)),
    # TH, CCC 193/8: weekends, holidays and the days in lieu of them.
    ("TH", "", date(2026, 3, 30), 14, date(2026, 4, 16)),
    ("TH", "", date(2026, 11, 21), 14, date(2026, 12, 8)),
    ("TH", "", date(2026, 5, 17), 14, date(2026, 6, 2)),
    # US, FRCP 6(a)(1)(C): Saturday, Sunday, legal holiday, also where it is observed.
    ("US", "", date(2026, 6, 19), 14, date(2026, 7, 6)),
    ("US", "", date(2026, 11, 5), 21, date(2026, 11, 27)),
    ("US", "CA", date(2026, 11, 5), 21, date(2026, 11, 30)),
    ("US", "", date(2026, 9, 28), 14, date(2026, 10, 13)),
    ("US", "", date(2026, 5, 4), 21, date(2026, 5, 26)),
]


@on_sqlite
@pytest.mark.parametrize(("country", "region", "day", "days", "on"), CASES)
def test_a_period_ends_by_the_law_of_the_country(  # noqa: PLR0917  one figure of a table each
    database: Database, country: str, region: str, day: date, days: int, on: date
) -> None:
    office = Office(database, FixedClock(date(2026, 12, 31)), Actor("Maija"))
    company: Company = replace(LUMO, country=country, address=Address(region=region))
    with database.write() as unit:
        unit.company.add(company)

    due = office.ask(letters_in.due, day, days)

    assert due.on == on
    assert due.is_moved is (on != due.counted)
    assert due.law
