"""Offices that tax otherwise: Sample Works in Illinois, and a Thai company with its head office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.accounting.tax_codes import TaxCode, TaxRate
from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier, Terms
from app.domain.contacts.form import form_of
from app.domain.invoices.invoice import Invoice
from app.domain.payments.payment import Closing, NewPayment, Part
from app.domain.shared.ids import TaxCodeId, new_id
from app.domain.shared.money import Money, money
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Level
from app.outside.clock import FixedClock
from app.services import contacts
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.trade import AAMU, opened_books

MARCH_15 = date(2026, 3, 15)
WORKS = Company(
    name="Sample Works LLC",
    country="US",
    currency="USD",
    language="en",
    address=Address("400 Main Street", "", "77002", "Houston", "TX", "US"),
    identifiers=(Identifier("us.ein", "123456789"),),
)
SIAM = Company(
    name="บริษัท ตัวอย่างสยาม จำกัด",
    country="TH",
    currency="THB",
    language="th",
    address=Address("99 ถนนสุขุมวิท แขวงคลองเตย", "", "10110", "เขตคลองเตย", "กรุงเทพมหานคร", "TH"),
    identifiers=(Identifier("th.tin", "0105560001235"),),
    accounts=(BankAccount("1234567890"),),
    branch="00000",
)
IN_HOUSTON = Address("1 Dock Road", "", "77020", "Houston", "TX", "US")
BUYER_TIN = "0105561000007"


def american(database: Database, day: date = MARCH_15) -> Office:
    """Return an office that ships to its customer in Houston, whose taxes it wrote itself."""
    office = Office(database, FixedClock(day), Actor("Ann"))
    opened_books(office, WORKS, day)
    known(office, addresses=(IN_HOUSTON,), terms=Terms(days=30, language="en"))
    return office


def thai(database: Database, day: date = MARCH_15) -> Office:
    """Return an office that bills a Thai company with a tax number and its head office."""
    office = Office(database, FixedClock(day), Actor("สมชาย"))
    opened_books(office, SIAM, day)
    known(
        office,
        name="บริษัท ลูกค้าไทย จำกัด",
        addresses=(Address("5 ถนนสีลม", "", "10500", "เขตบางรัก", "กรุงเทพมหานคร", "TH"),),
        identifiers=(Identifier("th.tin", tin()), Identifier("th.branch", "00000")),
        terms=Terms(days=30, language="th"),
    )
    return office


def tin(first: str = "010556100000") -> str:
    """Return a tax number of twelve digits with its check digit."""
    weighed = sum((13 - place) * int(digit) for place, digit in enumerate(first))
    return first + str((11 - weighed % 11) % 10)


def known(office: Office, **parts: Any) -> None:
    """Change what is known of the customer."""
    form = form_of(AAMU)
    office.do(contacts.change, AAMU.id, AAMU.version, replace(form, **parts))


def houston(**parts: Any) -> TaxCode:
    """Return the taxes of Houston: the state, the city, the county and transit."""
    since = date(2020, 1, 1)
    code = TaxCode(
        TaxCodeId(new_id()),
        1,
        "tx_houston",
        "Houston, Texas",
        rates=(
            a_rate("6.25", "tx", "Texas", Level.STATE, since),
            a_rate("1", "tx.houston", "Houston", Level.CITY, since),
            a_rate("1", "tx.metro", "Houston Metro", Level.DISTRICT, since),
        ),
        region="TX",
        postcodes=("770",),
    )
    return replace(code, **parts)


def a_rate(percent: str, authority: str, name: str, level: Level, since: date) -> TaxRate:
    return TaxRate(since, Rate(Decimal(percent)), authority, name, level)


def baht(amount: str) -> Money:
    """Return an amount of baht."""
    return money(Decimal(amount), "THB")


def paying(
    invoice: Invoice, received: str, withheld: str = "0", day: date | None = None
) -> NewPayment:
    """Return a payment of an invoice, of which the customer keeps tax back."""
    parts = [Part(baht(received), invoice.id)]
    if Decimal(withheld):
        parts.append(Part(baht(withheld), invoice.id, Closing.WITHHELD))
    return NewPayment(baht(received), AAMU.id, day, tuple(parts))
