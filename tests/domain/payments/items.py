"""Builders of open items and payments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.issue import issue
from app.domain.invoices.totals import totals_of
from app.domain.payments.open_item import OpenItem, Position, position_of
from app.domain.shared.early import EarlyPayment
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.money import Money, money
from app.domain.shared.quantities import Rate
from tests.builders import TODAY, a_draft, a_line

CUSTOMER = ContactId(7)


def eur(amount: str) -> Money:
    """Return an amount of euros."""
    return money(Decimal(amount), "EUR")


def an_invoice(number: int = 1, price: str = "100", early: str = "0", days: int = 10) -> Invoice:
    """Return an issued invoice over a price and 25.5 % VAT, with a discount for paying early."""
    draft = a_draft(a_line("1", price, "25.5"))
    terms = EarlyPayment(days, Rate(Decimal(early))) if early != "0" else EarlyPayment()
    draft = replace(draft, id=InvoiceId(number), customer_id=CUSTOMER, early=terms)
    return issue(draft, f"2026000{number}", TODAY, f"2026000{number}7")


def a_position(invoice: Invoice) -> Position:
    """Return what an invoice leaves open after its issue."""
    return position_of(invoice, totals_of(invoice))


def an_item(invoice: Invoice, left: str = "", late: int = 0, day: date = TODAY) -> OpenItem:
    """Return an invoice as a line of open items, of which so much is left, so many days late."""
    whole = totals_of(invoice).gross
    return OpenItem(
        invoice_id=invoice.id,
        kind=Kind.INVOICE,
        number=invoice.number,
        contact_id=invoice.customer_id,
        customer_name="Kahvila Aamu Oy",
        issued_on=invoice.issued_on or day,
        due_on=day - timedelta(days=late) if late else invoice.due_on or day,
        amount=whole,
        open=eur(left) if left else whole,
        reference=invoice.reference,
    )
