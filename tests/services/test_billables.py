"""Time and expenses: written, changed, removed, and taken up by one invoice only."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.domain.billables.billable import Billable, BillableSort, BillablesShown, Grouping, Work
from app.domain.shared.paging import View
from app.domain.shared.quantities import Quantity, UnitPrice
from app.domain.shared.refusals import Conflict, Invalid
from app.outside.clock import FixedClock
from app.services import billables, drafts, invoices, search
from app.services.billables import Invoiced, NothingToInvoice
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.storage.plans import plans_of, statements_of
from tests.trade import AAMU, opened_books

EARLIER = TODAY - timedelta(days=3)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def some_work(**parts: Any) -> Work:
    hours = Work(
        customer_id=AAMU.id,
        done_on=TODAY,
        text="Design",
        quantity=Quantity(Decimal("1.5")),
        unit="h",
        price=UnitPrice(Decimal(80)),
    )
    return replace(hours, **parts)


def added(office: Office, **parts: Any) -> Billable:
    return office.do(billables.add, some_work(**parts)).result


def test_work_is_of_today_and_of_who_wrote_it_down(office: Office) -> None:
    one = added(office, done_on=None, text=" Design\nwork ")

    assert one == office.ask(billables.get, one.id)
    assert (one.work.done_on, one.work.text, one.who) == (TODAY, "Design work", "Maija")


def test_what_is_not_whole_is_refused_and_not_kept(office: Office) -> None:
    with pytest.raises(Invalid) as refused:
        added(office, text="")

    assert [one.field for one in refused.value.problems] == ["text"]
    assert office.ask(billables.counts) == {"open": 0, "invoiced": 0}


def test_all_open_work_of_a_customer_becomes_one_draft(office: Office) -> None:
    first, second = added(office, done_on=EARLIER), added(office, text="Travel")

    drafted = office.do(billables.invoice, AAMU.id).result

    assert [line.description for line in drafted.lines] == ["Design", "Travel"]
    assert (drafted.period_from, drafted.period_to) == (EARLIER, TODAY)
    assert office.ask(billables.get, second.id).invoice_id == drafted.id
    assert office.ask(billables.counts) == {"open": 0, "invoiced": 2}
    with pytest.raises(NothingToInvoice):
        office.do(billables.invoice, AAMU.id)
    with pytest.raises(Invoiced):
        office.do(billables.change, first.id, 2, some_work(text="More"))
    with pytest.raises(Invoiced):
        office.do(billables.remove, (first.id,))


def test_alike_work_is_one_line_when_it_is_summed(office: Office) -> None:
    added(office, done_on=EARLIER)
    added(office)

    drafted = office.do(billables.invoice, AAMU.id, None, Grouping.SUMMED).result

    assert [line.quantity for line in drafted.lines] == [Decimal(3)]


def test_work_after_the_day_stays_open(office: Office) -> None:
    added(office, done_on=EARLIER)
    added(office)

    drafted = office.do(billables.invoice, AAMU.id, EARLIER).result

    assert len(drafted.lines) == 1
    assert office.ask(billables.counts) == {"open": 1, "invoiced": 1}


def test_a_discarded_draft_gives_its_work_back(office: Office) -> None:
    one = added(office)
    drafted = office.do(billables.invoice, AAMU.id).result

    office.do(invoices.discard, drafted.id)

    (row,) = office.ask(billables.rows, (one.id,))
    assert row.invoice_id is None
    again = office.do(billables.invoice, AAMU.id).result
    assert office.ask(billables.get, one.id).invoice_id == again.id


def test_an_issued_invoice_keeps_its_work(office: Office) -> None:
    one = added(office)
    drafted = office.do(billables.invoice, AAMU.id).result
    number = office.do(invoices.issue, drafted.id).result.number

    (row,) = office.ask(billables.rows, (one.id,))

    assert (row.invoice_id, row.invoice_number) == (drafted.id, number)


def test_open_work_is_changed_and_removed_and_comes_back(office: Office) -> None:
    one = added(office)

    after = office.do(billables.change, one.id, one.version, some_work(text="Plan")).result
    with pytest.raises(Conflict):
        office.do(billables.change, one.id, one.version, some_work(text="Late"))
    gone = office.do(billables.remove, (one.id,)).result

    assert gone == (after,)
    assert office.ask(billables.counts)["open"] == 0
    assert office.do(billables.take_back, gone).result == (after,)
    assert [hit.entity_id for hit in office.ask(search.find, "Plan")] == [one.id]


def test_the_list_is_sorted_narrowed_and_found(office: Office) -> None:
    small = added(office, quantity=Quantity(Decimal(1)), done_on=EARLIER)
    large = added(office, text="Travel")

    by_amount = View(sort=BillableSort.AMOUNT.value)
    assert list(office.ask(billables.spine, View())) == [large.id, small.id]
    assert list(office.ask(billables.spine, by_amount)) == [small.id, large.id]
    by_customer = View(sort=BillableSort.CUSTOMER.value, only=(BillablesShown.OPEN.value,))
    assert set(office.ask(billables.spine, by_customer)) == {small.id, large.id}
    (row,) = office.ask(billables.first, View("travel"), 10)
    assert (row.id, row.customer_name, row.amount_minor) == (large.id, AAMU.name, 12000)
    assert list(office.ask(billables.spine, View(only=(BillablesShown.INVOICED.value,)))) == []


def test_what_was_typed_and_left_comes_back_with_its_customer(office: Office) -> None:
    office.do(drafts.keep, "billable", 99, 0, some_work(text="Half"))

    opened = office.ask(billables.opened)

    assert opened.draft is not None
    assert opened.billable is None
    assert [row.id for row in opened.customers] == [AAMU.id]


def test_taking_up_much_work_asks_few_questions(office: Office) -> None:
    few = [added(office, text=f"Work {at}") for at in range(3)]
    with office.database.read() as unit, statements_of(unit.connection) as asked:
        unit.billable_lists.rows([one.id for one in few])

    assert len(asked) == 1


@on_sqlite
def test_the_list_walks_its_index(office: Office) -> None:
    added(office)

    with office.database.read() as unit, plans_of(unit.connection) as plans:
        unit.billable_lists.first(View(), 50)

    assert plans == ["SCAN billable USING COVERING INDEX ix_billable_done_on"]
