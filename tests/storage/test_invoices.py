"""Invoices come back as they were written; lists are in order; drafts change with their version."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.invoices.invoice import (
    Buyer,
    Discount,
    Invoice,
    InvoiceRow,
    LastPrice,
    Line,
    State,
)
from app.domain.invoices.issue import issue
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import ContactId, InvoiceId, ProductId, new_id
from app.domain.shared.paging import UnknownSort, View
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.refusals import Conflict, NotFound
from app.domain.shared.vat import Category
from app.storage.database import Database
from tests.builders import BUYER, a_contact, a_draft, a_line, a_product, journey_6
from tests.databases import on_postgresql, on_sqlite
from tests.storage.plans import plans_of

DAY = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
CUSTOMER = replace(a_contact(), id=ContactId(7))
OTHER = replace(a_contact("Zetterberg Ab"), id=ContactId(8))
GADGET = replace(a_product(), id=ProductId(3))


@pytest.fixture(autouse=True)
def parties(database: Database) -> None:
    with database.write() as unit:
        unit.contacts.add_all((CUSTOMER, OTHER), AT)
        unit.products.add(GADGET, AT)


def added(database: Database, draft: Invoice) -> Invoice:
    fresh = replace(draft, id=InvoiceId(new_id()))
    with database.write() as unit:
        unit.invoices.add(fresh, totals_of(fresh))
    return fresh


def issued(database: Database, draft: Invoice, number: str, on: date = DAY) -> Invoice:
    before = added(database, draft)
    after = issue(before, number, on, "202600017")
    with database.write() as unit:
        unit.invoices.save(before, after, totals_of(after))
    return after


def everything() -> Invoice:
    """Return a draft that has something in every field."""
    line = Line(
        description="Kahvi, tumma paahto",
        quantity=Quantity(Decimal("0.000001")),
        unit="kg",
        price=UnitPrice(Decimal("123456.654321")),
        vat="reduced",
        rate=Rate(Decimal("13.5")),
        category=Category.STANDARD,
        discount=Discount(amount=Decimal("0.5")),
        product_id=GADGET.id,
        delivered_on=date(2026, 3, 2),
    )
    return replace(
        a_draft(line, a_line(discount=Discount(percent=Rate(Decimal("12.3456"))))),
        discount=Discount(percent=Rate(Decimal("0.0001"))),
        is_gross=True,
        issued_on=DAY,
        due_on=date(2026, 4, 1),
        delivered_on=date(2026, 3, 1),
        your_reference="PO 7",
        our_reference="Anna",
        note="Kiitos! ขอบคุณ",
        copied_from=InvoiceId(4),
    )


def test_a_draft_comes_back_as_it_was_written(database: Database) -> None:
    draft = added(database, everything())

    with database.read() as unit:
        assert unit.invoices.get(draft.id) == draft


def test_a_draft_without_anything_comes_back(database: Database) -> None:
    empty = replace(a_draft(), lines=(), buyer=None, customer_id=None)
    draft = added(database, empty)

    with database.read() as unit:
        assert unit.invoices.get(draft.id) == draft


def test_an_invoice_that_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as unit, pytest.raises(NotFound):
        unit.invoices.get(InvoiceId(99))


def test_a_saved_draft_has_its_new_lines_only(database: Database) -> None:
    before = added(database, a_draft(a_line(), a_line("2"), a_line("3")))
    after = replace(before, version=2, lines=(a_line("9"),), buyer=replace(BUYER, name="Uusi Oy"))

    with database.write() as unit:
        unit.invoices.save(before, after, totals_of(after))

    with database.read() as unit:
        assert unit.invoices.get(before.id) == after


def test_two_changes_of_one_version_conflict(database: Database) -> None:
    before = added(database, a_draft())
    after = replace(before, version=2, note="mine")
    with database.write() as unit:
        unit.invoices.save(before, after, totals_of(after))

    with pytest.raises(Conflict), database.write() as unit:
        unit.invoices.save(before, replace(after, note="theirs"), totals_of(after))

    with database.read() as unit:
        assert unit.invoices.get(before.id).note == "mine"


def test_the_row_of_journey_6_says_what_the_calculator_says(database: Database) -> None:
    invoice = issued(database, journey_6(), "20260001")

    with database.read() as unit:
        (row,) = unit.invoices.rows([invoice.id])

    assert row == InvoiceRow(
        id=invoice.id,
        state=State.ISSUED,
        number="20260001",
        customer_name="Kahvila Aamu Oy",
        issued_on=DAY,
        due_on=date(2026, 3, 24),
        currency="EUR",
        net_minor=57193,
        gross_minor=68656,
        reference="202600017",
    )


def test_drafts_stand_above_the_newest_invoices(database: Database) -> None:
    old = issued(database, a_draft(), "1", DAY - timedelta(days=1))
    draft = added(database, a_draft())
    new = issued(database, a_draft(), "2")

    with database.read() as unit:
        assert list(unit.invoices.spine()) == [draft.id, new.id, old.id]
        assert list(unit.invoices.first(View(), 2)) == [draft.id, new.id]
        assert unit.invoices.rows([draft.id])[0].number == ""


def test_what_was_discarded_is_listed_only_when_asked_for(database: Database) -> None:
    draft = added(database, a_draft())
    gone = draft.discard()
    with database.write() as unit:
        unit.invoices.save(draft, gone, totals_of(gone))

    with database.read() as unit:
        assert list(unit.invoices.spine()) == []
        assert list(unit.invoices.spine(View(only=("discarded",)))) == [draft.id]
        assert unit.invoices.counts() == {State.DISCARDED: 1}


@pytest.mark.parametrize("sort", ["number", "customer", "due_on", "net", "gross", "issued_on"])
def test_the_list_is_sorted_by_a_column(database: Database, sort: str) -> None:
    zetterberg = Buyer("Zetterberg Ab")
    first = issued(database, a_draft(a_line("1")), "1", DAY)
    last = replace(a_draft(a_line("2")), buyer=zetterberg, customer_id=OTHER.id)
    second = issued(database, last, "2", DAY + timedelta(days=1))

    with database.read() as unit:
        assert list(unit.invoices.spine(View(sort=sort))) == [first.id, second.id]
        falling = View(sort=sort, is_descending=True)
        assert list(unit.invoices.spine(falling)) == [second.id, first.id]


def test_the_list_knows_no_other_column(database: Database) -> None:
    with database.read() as unit, pytest.raises(UnknownSort):
        unit.invoices.spine(View(sort="colour"))


@pytest.mark.parametrize("known", [0, 5000])
def test_the_list_keeps_only_what_was_found(database: Database, known: int) -> None:
    first, _, third = (added(database, a_draft()) for _ in range(3))
    found = {first.id, third.id, *range(1, known)}

    with database.read() as unit:
        assert list(unit.invoices.spine(View(), found)) == [third.id, first.id]


def test_an_invoice_is_found_by_its_number(database: Database) -> None:
    invoice = issued(database, a_draft(), "20260001")

    with database.read() as unit:
        assert unit.invoices.numbered("20260001") == invoice.id
        assert unit.invoices.numbered("20260002") is None


def test_the_last_price_is_that_of_the_newest_invoice(database: Database) -> None:
    def line(price: str) -> Line:
        return replace(a_line(price=price), product_id=GADGET.id)

    issued(database, a_draft(line("90")), "1")
    issued(database, a_draft(line("95"), line("99")), "2")
    added(database, a_draft(line("1")))

    with database.read() as unit:
        found = unit.invoices.last_price(GADGET.id, CUSTOMER.id)
        none = unit.invoices.last_price(GADGET.id, OTHER.id)

    assert found == LastPrice(
        UnitPrice(Decimal(99)), "EUR", is_gross=False, issued_on=DAY, number="2"
    )
    assert none is None


@on_sqlite
def test_the_usual_lists_walk_an_index(database: Database) -> None:
    views = {
        View(): "ix_invoice_list",
        View(sort="issued_on"): "ix_invoice_list",
        View(only=("draft",)): "ix_invoice_state",
        View(sort="number"): "sqlite_autoindex_invoice_1",
        View(sort="customer", is_descending=True): "ix_invoice_customer_key",
    }
    for view, index in views.items():
        with database.read() as unit, plans_of(unit.connection) as plans:
            unit.invoices.first(view, 100)

        assert [step for step in plans if index in step], (view, plans)
        assert not [step for step in plans if "TEMP B-TREE" in step], (view, plans)


@on_sqlite
def test_the_last_price_walks_an_index(database: Database) -> None:
    with database.read() as unit, plans_of(unit.connection) as plans:
        unit.invoices.last_price(GADGET.id, CUSTOMER.id)

    assert [step for step in plans if "ix_invoice_line_sold" in step]
    assert not [step for step in plans if step.startswith("SCAN") or "TEMP B-TREE" in step]


@on_postgresql
def test_a_server_indexes_sold_products_only(database: Database) -> None:
    with database.read() as unit:
        found = unit.connection.exec_driver_sql(
            "SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_invoice_line_sold'"
        ).scalar_one()

    assert "WHERE (product_id IS NOT NULL)" in found
