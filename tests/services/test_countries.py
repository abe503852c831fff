"""An invoice is issued, booked and printed by the rules of every country that has a pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest

from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount, Identifier, Terms
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.shared.quantities import UnitPrice
from app.formats.packs import COUNTRIES, pack
from app.outside.clock import FixedClock
from app.services import accounting, invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.trade import AAMU, LUMO, opened_books

DAY = date(2026, 3, 15)
BUYER_IDS = {
    "FI": (Identifier("fi.business_id", "20774740"),),
    "TH": (Identifier("th.tin", "0105560001235"), Identifier("th.branch", "00000")),
    "DE": (Identifier("de.vat", "DE100000008"),),
    "US": (Identifier("us.ein", "12-3456789"),),
}


def an_office(database: Database, country: str) -> Office:
    """Return an office in a country, with a customer there."""
    office = Office(database, FixedClock(DAY), Actor("Maija"))
    found = pack(country)
    company = Company(
        name="Sample",
        country=country,
        currency=found.currency,
        language=found.languages[0],
        address=Address("Street 1", "", "10110", "Town", "", country),
        accounts=LUMO.accounts if country == "FI" else (BankAccount("123-4-56789-0"),),
        branch="00000" if country == "TH" else "",
        year_starts=found.year_starts,
    )
    opened_books(office, company, DAY)
    with database.write() as unit:
        local = replace(
            unit.contacts.get(AAMU.id),
            identifiers=BUYER_IDS[country],
            addresses=(Address("Road 2", "", "10500", "City", "", country),),
            terms=Terms(),
        )
        unit.contacts.save(AAMU, local, office.clock.now())
    return office


def ten_thousand() -> Draft:
    line = DraftLine("Service", price=UnitPrice(Decimal(10_000)))
    return Draft(customer_id=AAMU.id, lines=(line,))


@on_sqlite
@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_issues(database: Database, country: str) -> None:
    office = an_office(database, country)
    draft = office.do(invoices.draft, ten_thousand()).result

    invoice = office.do(invoices.issue, draft.id).result

    rate = pack(country).vat[0].rate_on(DAY)
    (row,) = office.ask(invoices.rows, (invoice.id,))
    assert row.net_minor == 1_000_000
    assert row.gross_minor == 1_000_000 + int(10_000 * rate)
    assert row.currency == pack(country).currency
    assert office.ask(accounting.trial_balance, DAY).difference_minor == 0
    assert len(pypdfium2.PdfDocument(office.ask(invoices.pdf, invoice.id))) == 1


@on_sqlite
def test_a_thai_tax_invoice_says_what_the_law_wants(database: Database) -> None:
    office = an_office(database, "TH")
    draft = office.do(invoices.draft, ten_thousand()).result

    invoice = office.do(invoices.issue, draft.id).result

    document = pypdfium2.PdfDocument(office.ask(invoices.pdf, invoice.id))
    page = document[0].get_textpage().get_text_bounded()
    for words in ("10,700.00", "700.00", "2569", "0105560001235"):
        assert words in page, words
    assert "ใบกำกับภาษี" in page
    assert "หนึ่งหมื่นเจ็ดร้อยบาทถ้วน" in page
