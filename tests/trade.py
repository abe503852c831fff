"""An office that can trade: Lumo & Suoni with its chart, series, a customer and three products."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import text

from app.domain.accounting.periods import fiscal_year_for
from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier, Terms
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.invoice import Discount, Invoice
from app.domain.shared.ids import ContactId, ProductId, new_id
from app.domain.shared.numbering import Series
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.formats.packs import pack
from app.formats.retention import plan
from app.outside.clock import FixedClock
from app.services import invoices
from app.services.office import Office
from app.storage.unit import Unit
from tests.again import written_again
from tests.builders import TODAY, a_contact, a_product

LUMO = Company(
    name="Lumo & Suoni Oy",
    country="FI",
    currency="EUR",
    language="fi",
    address=Address("Hämeenkatu 12", "", "33100", "Tampere", "", "FI"),
    identifiers=(Identifier("fi.business_id", "12345671"), Identifier("fi.vat", "FI12345671")),
    accounts=(BankAccount("FI4950009420028730", "OKOYFIHH"),),
)
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
AAMU = replace(a_contact(number="1001"), id=ContactId(7), terms=Terms(days=14, language="fi"))
LAMP = replace(
    a_product("L-1", "Lamp"), id=ProductId(3), names={"en": "Lamp", "fi": "Valaisin"}, unit="kpl"
)


def opened_books(office: Office, company: Company = LUMO, today: date = TODAY) -> None:
    """Give an office its company, chart and series, a customer and a product."""
    with office.database.write() as unit:
        written_again(
            unit, f"books of {company} {today}", lambda: _open_books(unit, company, today)
        )


def _open_books(unit: Unit, company: Company, today: date) -> None:
    country = pack(company.country)
    year = fiscal_year_for(today, company.year_starts)
    unit.company.add(company)
    unit.ledger.add_account(*country.chart(new_id))
    for kind, pattern in country.series.items():
        unit.numbers.open(Series(kind, year.name, company.branch, pattern))
    for type_ in plan(company.country).begin(new_id):
        unit.kinds.add(type_)
    unit.contacts.add(AAMU, AT)
    unit.products.add(replace(LAMP, currency=company.currency), AT)


def a_written_line(
    quantity: str = "1", price: str = "100", vat: str = "standard", discount: str = "0"
) -> DraftLine:
    """Return a line as a clerk writes it."""
    return DraftLine(
        description="Gadget",
        quantity=Quantity(Decimal(quantity)),
        unit="kpl",
        price=UnitPrice(Decimal(price)),
        vat=vat,
        discount=Discount(percent=Rate(Decimal(discount))),
    )


def a_content(*lines: DraftLine, **parts: Any) -> Draft:
    """Return what a clerk writes to Kahvila Aamu; without lines one of 100.00 net."""
    written = Draft(customer_id=AAMU.id, lines=lines or (a_written_line(),))
    return replace(written, **parts)


def journey_6_content() -> Draft:
    """Return what the clerk of journey 6 writes."""
    return a_content(
        a_written_line("3", "129.90", "standard", "10"),
        a_written_line("24", "4.95", "reduced"),
        a_written_line("2", "60.00", "low"),
        a_written_line("1", "12.50", "standard"),
        discount=Discount(percent=Rate(Decimal(5))),
    )


def at(office: Office, day: date) -> Office:
    """Return the same office on another day."""
    return Office(office.database, FixedClock(day), office.who)


def drafted(office: Office, content: Draft | None = None) -> Invoice:
    return office.do(invoices.draft, content or a_content()).result


def issued(office: Office, content: Draft | None = None) -> Invoice:
    return office.do(invoices.issue, drafted(office, content).id).result


def count(office: Office, table: str) -> int:
    with office.database.read() as unit:
        found = unit.connection.scalar(text(f"SELECT count(*) FROM {table}"))  # noqa: S608  our own names
        return int(found or 0)
