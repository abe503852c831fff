"""The sample company has an e-invoice of a supplier, and a draft bill of it that adds up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.bills.bill import check
from app.domain.shared.paging import View
from app.formats.einvoices.reading import read_xml
from app.outside.clock import FixedClock
from app.services import admin, bills, contacts, welcome
from app.services.demo_bills import e_invoice
from app.services.permissions import Actor
from tests.databases import Samples

CLOCK = FixedClock(date(2026, 3, 10))
ANNA = Actor("Anna")
BILL = {
    "number": "7",
    "format": "finvoice",
    "unit": "kpl",
    "rate": "25.5",
    "lines": [["Kytkin", "10", "6.35"], ["Rahti", "1", "19.00"]],
}


def test_the_finnish_sample_has_a_draft_bill_of_its_supplier_that_adds_up(
    sample_of: Samples,
) -> None:
    office = welcome.open_office(sample_of("FI"), CLOCK, ANNA)

    (bill,) = office.ask(bills.drafts)

    supplier = office.ask(contacts.get, bill.form.supplier_id) if bill.form.supplier_id else None
    assert supplier is not None
    assert bill.form.supplier == supplier.name
    assert bill.form.vat_id == supplier.identifier("fi.vat")
    assert (bill.form.gross, check(bill.form)) == (Decimal("344.50"), ())
    office.close()


def test_what_a_supplier_sends_is_read_as_it_was_written(sample_of: Samples) -> None:
    office = welcome.open_office(sample_of("FI"), CLOCK, ANNA)
    (row,) = office.ask(contacts.first, View(words="Hämeen Sähkötarvike"), 1)
    supplier = office.ask(contacts.get, row.id)
    us = office.ask(admin.company)

    read = read_xml(e_invoice(BILL, supplier, us, date(2026, 3, 2)), "bill.xml")

    assert (read.number, read.seller.name, read.buyer.name) == ("7", supplier.name, us.name)
    assert (read.totals.net, read.totals.gross) == (Decimal("82.50"), Decimal("103.54"))
    office.close()
