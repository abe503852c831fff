"""Peppol and XRechnung as UBL: whatever can be issued is valid, and says what was issued."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from app.domain.accounting.exchange import Exchange
from app.domain.archive.einvoice import doubts
from app.domain.contacts.address import Address
from app.domain.invoices.einvoice import Enclosure
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.proofreading import differences
from app.domain.shared.early import EarlyPayment
from app.domain.shared.eformats import EFormat
from app.domain.shared.quantities import Rate
from app.formats.einvoices.reading import read_xml
from app.formats.einvoices.write_ubl import write_ubl
from tests.builders import TODAY, a_draft, a_line, journey_6
from tests.chances import few
from tests.einvoices import billed, credited, issued, sent
from tests.formats.einvoices.judges import faults
from tests.formats.einvoices.stricter import stricter


@settings(max_examples=few(40), deadline=None)
@given(sent(EFormat.PEPPOL, EFormat.XRECHNUNG_UBL))
def test_every_invoice_is_valid(invoice: Invoice) -> None:
    bill = billed(invoice)
    written = write_ubl(bill)

    found = read_xml(written, "a.xml")
    assert faults(written) == []
    assert stricter(written, invoice.eformat) == []
    assert differences(bill, found) == ()
    assert doubts(found) == ()


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_invoice_is_valid(kind: Kind) -> None:
    invoice = issued(journey_6(), EFormat.PEPPOL, kind=kind)

    bill = billed(invoice)
    written = write_ubl(bill)

    found = read_xml(written, "a.xml")
    assert faults(written) == []
    assert stricter(written, invoice.eformat) == []
    assert differences(bill, found) == ()
    assert doubts(found) == ()


def test_what_may_be_said_of_an_invoice_is_valid() -> None:
    invoice = issued(
        journey_6(),
        EFormat.PEPPOL,
        order_reference="PO-7",
        contract_reference="C-1",
        period_from=TODAY,
        period_to=TODAY,
        note="Thank you < & >",
        early=EarlyPayment(10, Rate(Decimal(2))),
        deliver_to=Address("Hafen 1", "2. Stock", "20457", "Hamburg", "HH", "DE"),
        currency="USD",
        exchange=Exchange(Decimal("0.9"), TODAY, "ECB"),
    )
    paper = Enclosure("1", "terms.pdf", "application/pdf", b"%PDF-", "Terms")

    assert faults(write_ubl(replace(billed(invoice), enclosures=(paper,)))) == []


def test_early_payment_has_the_form_of_xrechnung() -> None:
    early = EarlyPayment(10, Rate(Decimal(2)))

    written = write_ubl(billed(issued(a_draft(), EFormat.XRECHNUNG_UBL, early=early)))

    assert "<cbc:Note>30 days net\n#SKONTO#TAGE=10#PROZENT=2.00#\n</cbc:Note>" in written.decode()


def test_a_credit_note_is_a_document_of_its_own() -> None:
    written = write_ubl(billed(credited(issued(journey_6(), EFormat.PEPPOL))))

    found = read_xml(written, "a.xml")
    assert found.is_credit
    assert found.totals.payable == Decimal("686.56")
    assert b"<cbc:ID>2026-00005</cbc:ID>" in written


def test_a_price_of_six_decimals_is_told_whole() -> None:
    line = a_line("0.000001", "123456.123456")

    written = write_ubl(billed(issued(a_draft(line), EFormat.PEPPOL)))

    assert b">123456.123456</cbc:PriceAmount>" in written
    assert b'unitCode="H87">0.000001</cbc:InvoicedQuantity>' in written
