"""The list of work walks its indices, in its order or a customer's."""

from __future__ import annotations

import pytest

from app.domain.billables.billable import BillableSort
from app.domain.shared.paging import View
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.storage.plans import plans_of
from tests.storage.test_billables import added
from tests.storage.test_billables import parties as parties  # noqa: PLC0414  a fixture is used by its name


@on_sqlite
@pytest.mark.parametrize(
    ("sort", "index"),
    [
        (BillableSort.DONE_ON, "ix_billable_done_on"),
        (BillableSort.CUSTOMER, "ix_billable_customer"),
    ],
)
def test_the_first_rows_walk_an_index(database: Database, sort: BillableSort, index: str) -> None:
    one = added(database, 1)

    with database.read() as unit, plans_of(unit.connection) as plans:
        found = unit.billable_lists.first(View(sort=sort.value), 50)

    assert list(found) == [one.id]
    assert any(index in step for step in plans)


def test_chips_count_what_is_open_and_what_is_taken(database: Database) -> None:
    added(database, 1)
    added(database, 2)

    with database.read() as unit:
        assert unit.billable_lists.counts() == {"open": 2, "invoiced": 0}
        assert unit.billable_lists.spine(View(only=("invoiced",))).tolist() == []
