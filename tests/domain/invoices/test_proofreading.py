"""What was written is read back, and anything that it says otherwise has its name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from app.domain.invoices.invoice import Invoice
from app.domain.invoices.proofreading import differences
from app.domain.shared.eformats import EFormat
from app.formats.einvoices.reading import read_xml
from app.formats.einvoices.writers import WRITERS, write
from tests.builders import a_draft, journey_6
from tests.einvoices import billed, credited, issued, sent


@settings(max_examples=100, deadline=None)
@given(sent(*WRITERS))
def test_every_e_invoice_reads_back_to_the_cent(invoice: Invoice) -> None:
    bill = billed(invoice)

    assert differences(bill, read_xml(write(bill), "a.xml")) == ()


@pytest.mark.parametrize("eformat", list(WRITERS))
def test_a_credit_note_reads_back_to_the_cent(eformat: EFormat) -> None:
    bill = billed(credited(issued(journey_6(), eformat)))

    assert differences(bill, read_xml(write(bill), "a.xml")) == ()


@pytest.mark.parametrize(
    ("written", "instead", "name"),
    [
        (b">2026-00042<", b">2026-00043<", "number"),
        (b">20260310<", b">20260311<", "issued_on"),
        (b">100.00</ram:LineTotalAmount>", b">100.01</ram:LineTotalAmount>", "lines"),
        (b">25.50</ram:CalculatedAmount>", b">25.51</ram:CalculatedAmount>", "taxes"),
        (b">125.50</ram:DuePayableAmount>", b">125.40</ram:DuePayableAmount>", "doubt.payable"),
        (b"Bezirksamt", b"Finanzamt", "buyer"),
    ],
)
def test_what_says_otherwise_is_named(written: bytes, instead: bytes, name: str) -> None:
    bill = billed(issued(a_draft()))

    found = read_xml(write(bill).replace(written, instead), "a.xml")

    assert name in differences(bill, found)


def test_a_name_with_double_spaces_is_the_same_name() -> None:
    bill = billed(issued(a_draft()))
    spaced = replace(bill, buyer=replace(bill.buyer, name="Bezirksamt  Mitte"))

    assert differences(spaced, read_xml(write(bill), "a.xml")) == ()
