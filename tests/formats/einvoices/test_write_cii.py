"""Factur-X and XRechnung as CII: whatever can be issued is valid, and says what was issued."""

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
from app.formats.einvoices.write_cii import write_cii
from tests.builders import TODAY, a_draft, a_line, journey_6, off
from tests.chances import few
from tests.einvoices import billed, credited, issued, sent
from tests.formats.einvoices.judges import faults
from tests.formats.einvoices.stricter import stricter


@settings(max_examples=few(40), deadline=None)
@given(sent(EFormat.FACTURX, EFormat.XRECHNUNG_CII))
def test_every_invoice_is_valid(invoice: Invoice) -> None:
    bill = billed(invoice)
    written = write_cii(bill)

    found = read_xml(written, "a.xml")
    assert faults(written) == []
    assert stricter(written, invoice.eformat) == []
    assert differences(bill, found) == ()
    assert doubts(found) == ()


def test_journey_11_comes_to_the_cent() -> None:
    line = a_line("1", "8500.00", "19", off("7500.00"))
    invoice = issued(a_draft(line), EFormat.XRECHNUNG_CII)

    written = write_cii(billed(invoice))

    found = read_xml(written, "a.xml")
    assert (found.totals.net, found.totals.tax) == (Decimal("1000.00"), Decimal("190.00"))
    assert found.totals.payable == Decimal("1190.00")
    assert found.buyer_reference == "991-03730-19"
    assert faults(written) == []


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_invoice_is_valid(kind: Kind) -> None:
    assert faults(write_cii(billed(issued(journey_6(), kind=kind)))) == []


def test_what_may_be_said_of_an_invoice_is_valid() -> None:
    invoice = issued(
        journey_6(),
        order_reference="PO-7",
        contract_reference="C-1",
        period_from=TODAY,
        period_to=TODAY,
        note="Thank you < & >",
        early=EarlyPayment(10, Rate(Decimal(2))),
        deliver_to=Address("Hafen 1", "", "20457", "Hamburg", "", "DE"),
        delivered_on=None,
        currency="USD",
        exchange=Exchange(Decimal("0.9"), TODAY, "ECB"),
    )
    paper = Enclosure("1", "terms.pdf", "application/pdf", b"%PDF-", "Terms")

    assert faults(write_cii(replace(billed(invoice), enclosures=(paper,)))) == []


def test_an_invoice_without_a_day_of_delivery_has_no_empty_element() -> None:
    assert faults(write_cii(billed(issued(a_draft(), delivered_on=None)))) == []


def test_a_credit_note_names_the_invoice() -> None:
    written = write_cii(billed(credited(issued(journey_6())))).decode()

    assert "<ram:TypeCode>381</ram:TypeCode>" in written
    assert "<ram:IssuerAssignedID>2026-00005</ram:IssuerAssignedID>" in written


def test_equal_invoices_give_equal_bytes() -> None:
    assert write_cii(billed(issued(journey_6()))) == write_cii(billed(issued(journey_6())))
