"""Work comes back as it was written, is taken up once, and is given back by what is discarded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from app.domain.billables.billable import Billable, Work, amount_of
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import BillableId, ContactId
from app.domain.shared.quantities import Quantity, UnitPrice
from app.domain.shared.refusals import Conflict, NotFound
from app.storage.database import Database
from tests.builders import a_contact, a_draft
from tests.storage.plans import statements_of

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = date(2026, 3, 10)
HOURS = Work(
    ContactId(7),
    done_on=DAY,
    text="Design",
    quantity=Quantity(Decimal("1.25")),
    unit="h",
    price=UnitPrice(Decimal("80.5")),
)


@pytest.fixture(autouse=True)
def parties(database: Database) -> None:
    with database.write() as unit:
        unit.contacts.add_all((replace(a_contact(), id=ContactId(7)),), AT)


def added(database: Database, number: int, work: Work = HOURS) -> Billable:
    one = Billable(BillableId(number), 1, work, "Maija")
    with database.write() as unit:
        unit.billables.add(one, amount_of(work, "EUR"))
    return one


def test_work_comes_back_as_it_was_written(database: Database) -> None:
    one = added(database, 1)

    with database.read() as unit:
        assert unit.billables.get(one.id) == one
        assert unit.billables.open_of(ContactId(7), DAY) == (one,)
        with pytest.raises(NotFound):
            unit.billables.get(BillableId(2))


def test_what_was_changed_since_is_neither_saved_nor_removed(database: Database) -> None:
    one = added(database, 1)
    after = replace(one, version=2, work=replace(HOURS, text="Plan"))
    with database.write() as unit:
        unit.billables.save(one, after, amount_of(after.work, "EUR"))

    with database.write() as unit, pytest.raises(Conflict):
        unit.billables.save(one, after, amount_of(after.work, "EUR"))
    with database.write() as unit, pytest.raises(Conflict):
        unit.billables.remove(one)
    with database.write() as unit:
        unit.billables.remove(after)


def test_work_is_taken_up_once_by_one_statement(database: Database) -> None:
    works = [added(database, number) for number in range(1, 40)]
    draft = a_draft()
    with database.write() as unit:
        unit.invoices.add(draft, totals_of(draft))
        with statements_of(unit.connection) as asked:
            unit.billables.take_up(works, draft.id)

    assert len(asked) == 1
    with database.write() as unit:
        assert not unit.billables.is_open(works[0].id)
        with pytest.raises(Conflict):
            unit.billables.take_up(works[:1], draft.id)
    gone = draft.discard()
    with database.write() as unit:
        unit.invoices.save(draft, gone, totals_of(gone))
        assert unit.billables.is_open(works[0].id)
