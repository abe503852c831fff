"""A billable becomes a row and comes back, whatever it leaves open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import insert, select

from app.domain.billables.billable import Billable, BillableKind, Work, amount_of
from app.domain.shared.ids import BillableId
from app.storage.billable_tables import billable, billable_of, billable_row
from app.storage.database import Database
from tests.storage.test_billables import HOURS
from tests.storage.test_billables import parties as parties  # noqa: PLC0414  a fixture is used by its name


@pytest.mark.parametrize(
    "work", [HOURS, replace(HOURS, kind=BillableKind.EXPENSE, unit="", vat="reduced")]
)
def test_a_row_holds_all_of_it(database: Database, work: Work) -> None:
    one = Billable(BillableId(3), 4, work, "Maija")
    with database.write() as unit:
        unit.connection.execute(insert(billable), billable_row(one, amount_of(work, "EUR")))

        (row,) = unit.connection.execute(select(billable))

    assert billable_of(row) == one
    assert row.amount_minor == amount_of(work, "EUR").minor
