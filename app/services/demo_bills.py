"""An e-invoice as a supplier of the sample company sends it: written as ours are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.domain.admin.company import Company
from app.domain.contacts.address import Address, AddressUse
from app.domain.contacts.contact import Contact
from app.domain.contacts.form import ContactForm
from app.domain.invoices.buyers import buyer_of
from app.domain.invoices.invoice import Invoice, Line, State
from app.domain.invoices.totals import totals_of
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import ContactId, InvoiceId, new_id
from app.domain.shared.quantities import quantity, rate, unit_price
from app.services.einvoicing import xml_of

Story = Mapping[str, Any]


def e_invoice(one: Story, supplier: Contact, us: Company, day: date) -> bytes:
    """Return the XML of a bill that a supplier sends us on a day."""
    ours = ContactForm(us.name, addresses=(us.address,), identifiers=us.identifiers)
    bill = Invoice(
        InvoiceId(new_id()),
        1,
        State.ISSUED,
        us.currency,
        us.language,
        us.terms_days,
        buyer=buyer_of(ours.as_contact(ContactId(new_id()), 1)),
        lines=tuple(_line(one, *line) for line in one["lines"]),
        number=one["number"],
        issued_on=day,
        due_on=day + timedelta(days=us.terms_days),
        delivered_on=day,
        eformat=EFormat(one["format"]),
    )
    return xml_of(bill, totals_of(bill), _as_company(supplier, us))


def _line(one: Story, text: str, count: str, price: str) -> Line:
    return Line(
        text,
        quantity(Decimal(count)),
        one["unit"],
        unit_price(Decimal(price)),
        "standard",
        rate(Decimal(one["rate"])),
    )


def _as_company(supplier: Contact, us: Company) -> Company:
    """Return a supplier as the company that it is in its own office."""
    address = supplier.address_for(AddressUse.BILLING) or Address()
    return Company(
        supplier.name,
        address.country or us.country,
        us.currency,
        us.language,
        address=address,
        identifiers=supplier.identifiers,
        accounts=supplier.accounts,
        terms_days=us.terms_days,
    )
