from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest

from app.domain.contacts.address import Address
from app.domain.invoices.crediting import Take
from app.domain.invoices.exemptions import Exemption
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.posting import source_of
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import ExemptionId
from app.domain.shared.quantities import Quantity
from app.outside.clock import FixedClock
from app.services import accounting, crediting, exemptions, invoices, sales_taxes, tax_codes
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.taxes import IN_HOUSTON, MARCH_15, american, houston, thai
from tests.trade import AAMU, a_content, a_written_line, issued, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = american(database)
    opened.do(tax_codes.write, houston())
    return opened


def shipped(office: Office, price: str = "1234.56", quantity: str = "1") -> Invoice:
    return issued(office, a_content(a_written_line(quantity, price, "")))


def paper(office: Office, one: Invoice) -> str:
    document = pypdfium2.PdfDocument(office.ask(invoices.pdf, one.id))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(text.split())


def taxes(office: Office, one: Invoice) -> dict[str, int]:
    """Return what is booked of an invoice's tax, by authority."""
    (entry,) = office.ask(accounting.entries_of, source_of(one.id))
    return {side.vat: side.amount.minor for side in entry.postings if "tx" in side.vat}


def test_journey_13_each_authority_gets_its_part_of_the_tax(office: Office) -> None:
    invoice = shipped(office)

    booked = taxes(office, invoice)

    assert invoice.lines[0].vat == "tx_houston"
    assert {name: booked[name] for name in ("tx", "tx.houston", "tx.metro")} == {
        "tx": -7716,
        "tx.houston": -1235,
        "tx.metro": -1234,
    }
    (row,) = office.ask(invoices.rows, (invoice.id,))
    assert (row.net_minor, row.gross_minor) == (123456, 133641)


def test_journey_13_the_page_is_letter_and_says_every_authority(office: Office) -> None:
    invoice = shipped(office)

    page = pypdfium2.PdfDocument(office.ask(invoices.pdf, invoice.id))[0]

    assert page.get_size() == (612, 792)
    text = paper(office, invoice)
    for words in ("Texas 6.25%", "77.16", "Houston 1%", "12.35", "Sales tax 8.25%", "101.85"):
        assert words in text
    assert "$1,336.41" in text


def test_the_report_of_some_days_sums_up_each_authority(office: Office) -> None:
    shipped(office)
    shipped(office, "100")
    issued(office, a_content(a_written_line("1", "50", "export")))

    (found,) = office.ask(sales_taxes.report, date(2026, 3, 1), date(2026, 3, 31))

    sums = {row.authority: (row.base.minor, row.tax.minor) for row in found.taxed}
    assert sums["tx"] == (133456, 7716 + 625)
    assert found.tax.minor == 10185 + 825
    assert [(row.vat, row.base.minor) for row in found.untaxed] == [("export", 5000)]
    assert office.ask(sales_taxes.report, date(2026, 4, 1), date(2026, 4, 30)) == ()


def test_credit_notes_give_back_to_each_authority_what_it_got(office: Office) -> None:
    invoice = shipped(office, "33.33", "3")
    three = [Take(0, Quantity(Decimal(1)))] * 3

    for take in three:
        draft = office.do(crediting.credit, invoice.id, (take,), "Returned").result
        office.do(invoices.issue, draft.id)

    (found,) = office.ask(sales_taxes.report, date(2026, 3, 1), date(2026, 3, 31))
    assert [row.tax.minor for row in found.taxed] == [0, 0, 0]
    assert [row.base.minor for row in found.taxed] == [0, 0, 0]


def test_a_customer_with_a_certificate_is_billed_without_tax(office: Office) -> None:
    certificate = Exemption(ExemptionId(5), 1, AAMU.id, "TX-4711", "tx", until=date(2026, 12, 31))
    office.do(exemptions.write, certificate)

    invoice = shipped(office)

    assert invoice.lines[0].vat == "exempt"
    later = replace(a_content(a_written_line("1", "10", "exempt")), issued_on=MARCH_15)
    assert [one.code for one in office.ask(invoices.check, later) if "exempt" in one.code] == []


def test_an_expired_certificate_is_told_and_the_tax_is_charged(office: Office) -> None:
    past = Exemption(ExemptionId(5), 1, AAMU.id, "TX-1", until=date(2026, 1, 31))
    office.do(exemptions.write, past)
    content = a_content(a_written_line("1", "10", "exempt"))

    (told,) = [one for one in office.ask(invoices.check, content) if "exempt" in one.code]

    assert (told.code, told.facts["number"]) == ("exemptions.expired", "TX-1")
    assert told.is_warning
    assert shipped(office).lines[0].vat == "tx_houston"


def test_the_place_of_delivery_decides_and_another_states_tax_is_told(office: Office) -> None:
    chicago = replace(IN_HOUSTON, postcode="60601", town="Chicago", region="IL")
    content = a_content(a_written_line("1", "100", ""), deliver_to=chicago)
    wrong = a_content(a_written_line("1", "100", "tx_houston"), deliver_to=chicago)

    written = office.ask(invoices.written, content)

    assert written.lines[0].vat == "il_chicago"
    codes = [one.code for one in office.ask(invoices.check, wrong)]
    assert "exemptions.taxed-elsewhere" in codes


def test_abroad_and_in_unknown_states_nothing_is_chosen(office: Office) -> None:
    known_place = Address("1 Street", "", "00100", "Helsinki", "", "FI")

    abroad = office.ask(
        invoices.written, a_content(a_written_line("1", "1", ""), deliver_to=known_place)
    )

    assert abroad.lines[0].vat == "none"


def test_other_countries_are_taxed_as_before(database: Database) -> None:
    office = american(database)

    assert office.ask(invoices.written, a_content(a_written_line("1", "1", ""))).lines[0].vat == (
        "tx_full"
    )


def test_the_paper_names_the_certificate_of_an_exempt_customer(office: Office) -> None:
    office.do(exemptions.write, Exemption(ExemptionId(5), 1, AAMU.id, "TX-4711"))

    text = paper(office, shipped(office))

    assert "Exempt from sales tax: certificate TX-4711" in text
    assert "Sales tax 8.25%" not in text


def test_the_law_of_a_supply_without_tax_stands_on_the_paper(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)

    invoice = issued(office, a_content(a_written_line("1", "100", "export")))

    assert "(AVL 70 §)" in paper(office, invoice)


def test_a_bill_that_is_no_tax_invoice_is_not_sent_as_one(database: Database) -> None:
    office = thai(database)
    content = a_content(a_written_line("1", "100", "service"), eformat=EFormat.ETAX)

    codes = [one.code for one in office.ask(invoices.check, content)]

    assert "invoices.etax-of-no-tax-invoice" in codes
