"""Builders of domain values with defaults: a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.contacts.address import Address
from app.domain.contacts.contact import (
    BankAccount,
    Contact,
    Identifier,
    Point,
    PointKind,
    Role,
)
from app.domain.invoices.invoice import Buyer, Discount, Invoice, Line, State
from app.domain.products.product import Product
from app.domain.shared.ids import ContactId, InvoiceId, ProductId, new_id
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.vat import Category

TODAY = date(2026, 3, 10)
BUYER = Buyer(
    name="Kahvila Aamu Oy",
    address=Address(
        street="Hämeenkatu 1", postcode="33100", town="Tampere", region="", country="FI"
    ),
    number="1001",
    vat_id="FI20774740",
    business_id="2077474-0",
)


def a_contact(
    name: str = "Kahvila Aamu Oy", *roles: Role, number: str = "", **parts: Any
) -> Contact:
    """Return a Finnish customer with an address, a phone, an e-mail, a business id, an account."""
    contact_id = new_id()
    return replace(
        Contact(
            id=ContactId(contact_id),
            version=1,
            name=name,
            roles=frozenset(roles or (Role.CUSTOMER,)),
            number=number or str(contact_id),
            addresses=(BUYER.address,),
            points=(
                Point(PointKind.PHONE, "+358 40 123 4567", "Maija"),
                Point(PointKind.EMAIL, "maija@aamu.example"),
            ),
            identifiers=(Identifier("fi.business_id", "2077474-0"),),
            accounts=(BankAccount("FI4950009420028730", "OKOYFIHH"),),
        ),
        **parts,
    )


def a_product(code: str = "G-1", name: str = "Gadget", **parts: Any) -> Product:
    """Return a product of 129.90 net with the standard rate."""
    made = Product(
        id=ProductId(new_id()),
        version=1,
        code=code,
        names={"en": name},
        unit="pcs",
        vat="standard",
        price=UnitPrice(Decimal("129.9")),
        currency="EUR",
    )
    return replace(made, **parts)


def percent(text: str) -> Discount:
    """Return a discount in per cent."""
    return Discount(percent=Rate(Decimal(text)))


def off(text: str) -> Discount:
    """Return a discount as an amount."""
    return Discount(amount=Decimal(text))


def a_line(
    quantity: str = "1", price: str = "100", rate: str = "25.5", discount: Discount | None = None
) -> Line:
    """Return a line of standard-rated goods."""
    return Line(
        description="Gadget",
        quantity=Quantity(Decimal(quantity)),
        unit="pcs",
        price=UnitPrice(Decimal(price)),
        vat={"25.5": "standard", "13.5": "reduced", "10": "low", "0": "zero"}.get(rate, rate),
        rate=Rate(Decimal(rate)),
        category=Category.STANDARD if Decimal(rate) else Category.ZERO,
        discount=discount or Discount(),
    )


def a_draft(*lines: Line, discount: Discount | None = None, currency: str = "EUR") -> Invoice:
    """Return a draft to a Finnish customer; without lines given it has one of 100.00."""
    return Invoice(
        id=InvoiceId(1),
        version=1,
        state=State.DRAFT,
        currency=currency,
        language="fi",
        terms_days=14,
        customer_id=ContactId(7),
        buyer=BUYER,
        lines=lines or (a_line(),),
        discount=discount or Discount(),
    )


def journey_6() -> Invoice:
    """Return the draft of journey 6: three rates, freight, a line and a document discount."""
    draft = a_draft(
        a_line("3", "129.90", "25.5", percent("10")),
        a_line("24", "4.95", "13.5"),
        a_line("2", "60.00", "10"),
        a_line("1", "12.50", "25.5"),
        discount=percent("5"),
    )
    return replace(draft, issued_on=date(2026, 3, 10), due_on=date(2026, 3, 24))
