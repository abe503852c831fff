"""Finvoice: strict order, decimal comma, texts that fit; banks refuse anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from lxml import etree

from app.domain.contacts.address import Address
from app.domain.invoices.einvoice import Preceding
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.invoices.proofreading import differences
from app.domain.shared.eformats import EFormat
from app.formats.einvoices.reading import read_xml
from app.formats.einvoices.write_finvoice import base_price, pieces, write_finvoice
from tests.builders import BUYER, TODAY, a_draft, a_line, journey_6, percent
from tests.chances import few
from tests.einvoices import SELLER, SENDING, billed, credited, issued, sent

ORDER = {
    "Finvoice": (
        "MessageTransmissionDetails SellerPartyDetails SellerContactPersonName"
        " SellerCommunicationDetails SellerInformationDetails BuyerPartyDetails"
        " BuyerCommunicationDetails DeliveryPartyDetails DeliveryDetails InvoiceDetails InvoiceRow"
        " EpiDetails"
    ),
    "SellerPartyDetails": (
        "SellerPartyIdentifier SellerOrganisationName SellerOrganisationTaxCode"
        " SellerPostalAddressDetails"
    ),
    "InvoiceDetails": (
        "InvoiceTypeCode InvoiceTypeCodeUN InvoiceTypeText OriginCode InvoiceNumber InvoiceDate"
        " OriginalInvoiceNumber OriginalInvoiceDate OriginalInvoiceReference"
        " InvoicingPeriodStartDate"
        " InvoicingPeriodEndDate SellersBuyerIdentifier OrderIdentifier AgreementIdentifier"
        " BuyerReferenceIdentifier RowsTotalVatExcludedAmount DiscountsTotalVatExcludedAmount"
        " ChargesTotalVatExcludedAmount InvoiceTotalVatExcludedAmount InvoiceTotalVatAmount"
        " InvoiceTotalVatAccountingAmount InvoiceTotalVatIncludedAmount VatSpecificationDetails"
        " InvoiceFreeText PaymentTermsDetails DiscountDetails ChargeDetails"
    ),
    "InvoiceRow": (
        "ArticleName InvoicedQuantity StartDate EndDate UnitPriceAmount UnitPriceNetAmount"
        " UnitPriceBaseQuantity RowPositionIdentifier RowFreeText RowDiscountPercent"
        " RowDiscountAmount RowDiscountBaseAmount RowDiscountTypeCode RowDiscountTypeText"
        " RowChargeDetails RowVatRatePercent RowVatCode RowVatExcludedAmount"
    ),
    "EpiPaymentInstructionDetails": (
        "EpiRemittanceInfoIdentifier EpiInstructedAmount EpiCharge EpiDateOptionDate"
        " EpiPaymentMeansCode"
    ),
}
"""The elements in the order of the schema of Finvoice 3.0, those of them that we write."""

FORMS = {
    r"Amount$": r"-?[0-9]{1,15}(,[0-9]{2,5})?",
    r"Percent$": r"[1-9]?[0-9]{1,2}(,[0-9]{1,3})?",
    r"Date$": r"[0-9]{8}",
    r"Quantity$": r".{0,14}",
    r"StreetName$|TownName$|PostCodeIdentifier$": r".{2,35}",
    r"OrganisationName$": r".{2,70}",
    r"FreeText$": r"(?s).{0,512}",
    r"^InvoiceNumber$": r".{1,20}",
}
"""How the texts look, by the names of their elements."""

SELLER_FI = replace(
    SELLER,
    name="Lumo & Suoni Oy",
    address=Address("Hämeenkatu 1", "", "33100", "Tampere", "", "FI"),
    legal_id="2077474-0",
    legal_scheme="0212",
    vat_id="FI20774740",
    endpoint="003720774740",
    endpoint_scheme="0216",
    operator="003721291126",
)
TO_FINLAND = replace(SENDING, seller=SELLER_FI)
CARRIED = replace(BUYER, endpoint="003710948874", endpoint_scheme="0216", operator="BAWCFI22")


def written(invoice: Invoice) -> etree._Element:
    """Return an invoice as Finvoice, parsed again."""
    return etree.fromstring(write_finvoice(billed(invoice, TO_FINLAND)))


def faults(root: etree._Element) -> Iterator[str]:
    """Yield what breaks the order or the form of an element."""
    for node in root.iter():
        known = ORDER.get(node.tag)
        if known is not None:
            places = [known.split().index(child.tag) for child in node]
            if places != sorted(places):
                yield f"order in {node.tag}"
        for name, form in FORMS.items():
            if re.search(name, node.tag) and not re.fullmatch(form, node.text or ""):
                yield f"{node.tag}: {node.text}"


@settings(max_examples=few(60), deadline=None)
@given(sent(EFormat.FINVOICE))
def test_every_invoice_keeps_order_and_form(invoice: Invoice) -> None:
    assert list(faults(written(replace(invoice, buyer=CARRIED)))) == []


def test_journey_6_comes_to_the_cent() -> None:
    root = written(issued(journey_6(), EFormat.FINVOICE, buyer=CARRIED, reference="202600017"))

    assert root.findtext("InvoiceDetails/InvoiceTotalVatIncludedAmount") == "686,56"
    rates = [node.text for node in root.iterfind("InvoiceDetails/VatSpecificationDetails/*")]
    assert "25,5" in rates
    pay = root.find("EpiDetails/EpiPaymentInstructionDetails")
    assert pay is not None
    assert pay.findtext("EpiRemittanceInfoIdentifier") == "202600017"
    assert pay.findtext("EpiInstructedAmount") == "686,56"


def test_it_says_who_carries_it_where_both_sides_have_an_operator() -> None:
    carried = written(issued(a_draft(), EFormat.FINVOICE, buyer=CARRIED))
    alone = written(issued(a_draft(), EFormat.FINVOICE, buyer=BUYER))

    where = "MessageTransmissionDetails/MessageReceiverDetails/ToIntermediator"
    assert (carried.findtext(where), alone.findtext(where)) == ("BAWCFI22", None)


def test_a_credit_note_is_below_zero_and_names_the_invoice() -> None:
    content = write_finvoice(
        billed(credited(issued(a_draft(), EFormat.FINVOICE, buyer=CARRIED)), TO_FINLAND)
    )

    root = etree.fromstring(content)
    assert root.findtext("InvoiceDetails/InvoiceTypeCode") == "INV02"
    assert root.findtext("InvoiceDetails/OriginalInvoiceNumber") == "2026-00005"
    assert root.findtext("InvoiceRow/InvoicedQuantity") == "-1"
    assert read_xml(content, "a.xml").totals.payable == Decimal("-125.50")


def test_letters_beyond_the_encoding_are_told_by_number() -> None:
    buyer = replace(CARRIED, name="Kahvila Ääkkönen € 漢 Oy")

    content = write_finvoice(billed(issued(a_draft(), EFormat.FINVOICE, buyer=buyer)))

    assert content.startswith(b'<?xml version="1.0" encoding="ISO-8859-15"?>')
    assert read_xml(content, "a.xml").buyer.name == buyer.name


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_invoice_keeps_order_and_form(kind: Kind) -> None:
    invoice = issued(
        journey_6(),
        EFormat.FINVOICE,
        kind=kind,
        buyer=CARRIED,
        note="a" * 700,
        period_from=TODAY,
        period_to=TODAY,
        deliver_to=BUYER.address,
    )

    assert list(faults(written(invoice))) == []


def test_a_discount_that_is_too_exact_is_told_as_an_amount() -> None:
    row = written(
        issued(a_draft(a_line(discount=percent("3.1234"))), EFormat.FINVOICE, buyer=CARRIED)
    ).find("InvoiceRow")

    assert row is not None
    assert (row.findtext("RowDiscountPercent"), row.findtext("RowDiscountAmount")) == (None, "3,12")


@pytest.mark.parametrize(
    ("price", "told"),
    [
        ("100", ("100,00", "")),
        ("0.12345", ("0,12345", "")),
        ("0.123456", ("1,23456", "10")),
        ("0", ("0,00", "")),
    ],
)
def test_a_price_of_many_decimals_is_that_of_many_units(price: str, told: tuple[str, str]) -> None:
    assert base_price(Decimal(price)) == told


def test_a_long_name_is_parted_between_words_and_read_as_one() -> None:
    name = "Suomen Pitkän Nimen ja Sen Perinteen Vaalijat osuuskunta, Tampereen toimipiste ry"
    for told in (name, "x" * 150):
        bill = billed(issued(a_draft(), EFormat.FINVOICE, buyer=replace(CARRIED, name=told)))
        content = write_finvoice(bill)

        found = read_xml(content, "a.xml")

        assert differences(bill, found) == ()
        assert found.buyer.name == told or " " not in told


def test_an_e_mail_is_no_address_that_operators_know() -> None:
    bill = billed(issued(a_draft(), EFormat.FINVOICE, buyer=CARRIED), TO_FINLAND)
    buyer = replace(bill.buyer, endpoint="a@b.fi", endpoint_scheme="EM")

    root = etree.fromstring(write_finvoice(replace(bill, buyer=buyer)))

    assert root.find("MessageTransmissionDetails") is None


def test_each_of_several_earlier_invoices_is_named() -> None:
    bill = billed(issued(a_draft(), EFormat.FINVOICE, buyer=CARRIED), TO_FINLAND)
    earlier = tuple(Preceding(number, TODAY) for number in ("1", "2"))

    root = etree.fromstring(write_finvoice(replace(bill, preceding=earlier)))

    named = root.findall("InvoiceDetails/OriginalInvoiceReference/InvoiceNumber")
    assert [one.text for one in named] == ["1", "2"]
    assert root.findtext("InvoiceDetails/OriginalInvoiceNumber") == "1"
    assert list(faults(root)) == []


def test_long_texts_are_parted() -> None:
    assert pieces("abc\n\ndefgh", 3) == ("abc", "def", "gh")
