"""e-Tax documents of Thailand: the parts in their order, the numbers of both sides, the origin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree

from app.domain.invoices.einvoice import Preceding
from app.domain.invoices.invoice import Invoice
from app.domain.shared.eformats import EFormat
from app.domain.shared.vat import Category
from app.formats.einvoices.reading import read_xml
from app.formats.einvoices.write_etax import house_and_street, write_etax
from tests.builders import TODAY, a_draft, a_line, percent
from tests.chances import few
from tests.domain.invoices.test_etax_rules import IN_THAILAND, THAI_BUYER, a_thai
from tests.einvoices import ORIGIN, billed, credited, of_category, sent

ORDER = {
    "ExchangedDocument": (
        "ID Name TypeCode IssueDateTime Purpose PurposeCode CreationDateTime IncludedNote"
    ),
    "SupplyChainTradeTransaction": (
        "ApplicableHeaderTradeAgreement ApplicableHeaderTradeDelivery"
        " ApplicableHeaderTradeSettlement IncludedSupplyChainTradeLineItem"
    ),
    "ApplicableHeaderTradeAgreement": (
        "SellerTradeParty BuyerTradeParty BuyerOrderReferencedDocument AdditionalReferencedDocument"
    ),
    "SellerTradeParty": "Name SpecifiedTaxRegistration DefinedTradeContact PostalTradeAddress",
    "PostalTradeAddress": (
        "PostcodeCode BuildingName LineOne LineTwo StreetName CityName CitySubDivisionName"
        " CountryID CountrySubDivisionID BuildingNumber"
    ),
    "ApplicableHeaderTradeSettlement": (
        "InvoiceCurrencyCode ApplicableTradeTax SpecifiedTradeAllowanceCharge"
        " SpecifiedTradePaymentTerms SpecifiedTradeSettlementHeaderMonetarySummation"
    ),
    "SpecifiedTradeSettlementHeaderMonetarySummation": (
        "LineTotalAmount AllowanceTotalAmount ChargeTotalAmount TaxBasisTotalAmount"
        " TaxTotalAmount GrandTotalAmount"
    ),
    "IncludedSupplyChainTradeLineItem": (
        "AssociatedDocumentLineDocument SpecifiedTradeProduct SpecifiedLineTradeAgreement"
        " SpecifiedLineTradeDelivery SpecifiedLineTradeSettlement"
    ),
}
"""The elements in the order of the schemas of ETDA, those of them that we write."""


def plain(node: Any) -> str:
    return str(etree.QName(node).localname)


def faults(content: bytes) -> Iterator[str]:
    """Yield what breaks the order, or the numbers that the rules of ETDA count."""
    for node in etree.fromstring(content).iter():
        known = ORDER.get(plain(node))
        if known is not None:
            places = [known.split().index(plain(child)) for child in node]
            if places != sorted(places):
                yield f"order in {plain(node)}"
        scheme = node.get("schemeID", "")
        if scheme == "TXID" and not re.fullmatch(r"\d{18}", node.text or ""):
            yield f"TXID {node.text}"
        if plain(node) == "CountrySubDivisionID" and not re.fullmatch(r"\d\d", node.text or ""):
            yield f"province {node.text}"


def thai(invoice: Invoice) -> Invoice:
    return replace(invoice, currency="THB", buyer=THAI_BUYER)


@settings(max_examples=few(40), deadline=None)
@given(sent(EFormat.ETAX).map(thai))
def test_every_invoice_keeps_order_and_numbers(invoice: Invoice) -> None:
    assert list(faults(write_etax(billed(invoice, IN_THAILAND)))) == []


def test_a_tax_invoice_says_who_sells_what_to_whom() -> None:
    content = write_etax(billed(a_thai(), IN_THAILAND))

    found = read_xml(content, "a.xml")
    assert found.title == "ใบกำกับภาษี"
    assert found.seller.identifiers == found.buyer.identifiers == ("010555900000000000",)
    assert (found.totals.net, found.totals.tax) == (Decimal("1000.00"), Decimal("70.00"))
    assert found.totals.gross == Decimal("1070.00")
    assert "<ram:BuildingNumber>99/1</ram:BuildingNumber>" in content.decode()


def test_a_credit_note_names_invoice_and_cause() -> None:
    text = write_etax(billed(credited(a_thai()), IN_THAILAND)).decode()

    assert "<rsm:DebitCreditNote_CrossIndustryInvoice " in text
    assert "<ram:TypeCode>81</ram:TypeCode>" in text
    assert "<ram:Purpose>Returned</ram:Purpose>" in text
    assert "<ram:PurposeCode>CDNG99</ram:PurposeCode>" in text
    assert "<ram:IssuerAssignedID>2026-00005</ram:IssuerAssignedID>" in text


def test_an_invoice_in_the_place_of_another_says_why() -> None:
    again = a_thai(origin=ORIGIN, reason="ที่อยู่ผิด")

    text = write_etax(billed(again, IN_THAILAND)).decode()

    assert "<ram:Purpose>ที่อยู่ผิด</ram:Purpose>" in text
    assert "<ram:PurposeCode>TIVC99</ram:PurposeCode>" in text
    assert "<ram:CategoryCode>" not in text


def test_what_was_paid_before_is_named_as_that() -> None:
    bill = billed(a_thai(), IN_THAILAND)
    earlier = replace(bill, preceding=(Preceding("IV-1", TODAY, is_taken_off=True),))

    text = write_etax(earlier).decode()

    assert "<ram:CategoryCode>02</ram:CategoryCode>" in text
    assert "<ram:PurposeCode>" not in text


def test_a_buyer_without_a_number_has_none_that_counts() -> None:
    abroad = replace(THAI_BUYER, vat_id="", branch="")

    text = write_etax(billed(a_thai(buyer=abroad), IN_THAILAND)).decode()

    assert '<ram:ID schemeID="OTHR">N/A</ram:ID>' in text


def test_what_is_exempt_is_free_and_what_is_zero_is_taxed() -> None:
    kinds = {}
    for category in (Category.EXEMPT, Category.ZERO):
        line = of_category(a_line(), category)
        text = write_etax(billed(a_thai(lines=(line,)), IN_THAILAND)).decode()
        kinds[category] = re.findall("<ram:TypeCode>(VAT|FRE)<", text)

    assert kinds == {Category.EXEMPT: ["FRE"], Category.ZERO: ["VAT"]}


def test_discounts_read_back_to_the_cent() -> None:
    draft = a_draft(a_line("3", "99.99", "7", percent("10")), discount=percent("5"))
    invoice = a_thai(lines=draft.lines, discount=draft.discount)

    found = read_xml(write_etax(billed(invoice, IN_THAILAND)), "a.xml")

    assert found.lines[0].net == Decimal("269.97")
    assert [extra.amount for extra in found.extras] == [Decimal("-13.50")]


@pytest.mark.parametrize(
    ("street", "found"),
    [
        ("99/1 ถนนพระรามที่ 1", ("99/1", "ถนนพระรามที่ 1")),
        ("เลขที่ 12 ถนนห้วยแก้ว", ("12", "ถนนห้วยแก้ว")),
        ("ถนนสีลม", ("-", "ถนนสีลม")),
    ],
)
def test_the_number_of_a_house_is_told_apart(street: str, found: tuple[str, str]) -> None:
    assert house_and_street(street) == found
