"""Rules of Peppol BIS Billing 3 and XRechnung 3.0 that the judges of EN 16931 do not know.

They are written from the texts of the rules, for the elements that we write; each fault begins
with the name of its rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lxml import etree

from app.domain.shared.eformats import EFormat

Node = Any
SLACK = Decimal("0.02")
SKONTO = re.compile(r"#SKONTO#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}#")
EMAIL = re.compile(r"[\w!#$%&*+/=?^`{|}~.-]+@([a-z0-9-]+\.)+[a-z0-9-]+", re.ASCII | re.IGNORECASE)
TYPES = {
    EFormat.PEPPOL: {"380", "381", "386"},
    EFormat.XRECHNUNG_UBL: {"326", "380", "381"},
    EFormat.XRECHNUNG_CII: {"326", "380", "381"},
}
GERMAN = (EFormat.XRECHNUNG_CII, EFormat.XRECHNUNG_UBL)
BARE = {"ApplicableHeaderTradeDelivery"}
"""The element of CII that may be empty."""


def stricter(content: bytes, eformat: EFormat) -> list[str]:
    """Return what breaks a rule of the profile; in CII only what both syntaxes share."""
    root = etree.fromstring(content)
    for node in root.iter():
        node.tag = etree.QName(node).localname
    found = [*_empty(root)]
    if root.tag != "CrossIndustryInvoice":
        found += [*_extras(root), *_lines(root), *_tax_totals(root), *_types(root, eformat)]
    if eformat in GERMAN:
        found += _german(root)
    return found


def _empty(root: Node) -> Iterator[str]:
    for node in root.iter():
        if not len(node) and not (node.text or "").strip() and node.tag not in BARE:
            yield f"R008 {node.tag}"


def _extras(root: Node) -> Iterator[str]:
    for one in root.iter("AllowanceCharge"):
        base, percent = _figure(one, "BaseAmount"), _figure(one, "MultiplierFactorNumeric")
        if (base is None) != (percent is None):
            yield "R041 R042 base and percent"
        elif base is not None and percent is not None:
            amount = _figure(one, "Amount") or Decimal(0)
            if abs(base * percent / 100 - amount) > SLACK:
                yield f"R040 {base} {percent} {amount}"


def _lines(root: Node) -> Iterator[str]:
    first, last = (root.findtext(f"InvoicePeriod/{end}Date") for end in ("Start", "End"))
    for line in root.iterfind(f"{root.tag}Line"):
        counted = next(Decimal(one.text) for one in line if one.tag.endswith("edQuantity"))
        price = _figure(line, "Price/PriceAmount") or Decimal(0)
        extras = sum(
            (_figure(one, "Amount") or Decimal(0)) * (1 if "true" in one[0].text else -1)
            for one in line.iterfind("AllowanceCharge")
        )
        net = _figure(line, "LineExtensionAmount") or Decimal(0)
        if abs(counted * price + extras - net) > SLACK:
            yield f"R120 {counted} {price} {extras} {net}"
        if price < 0:
            yield "BR-27"
        begins, ends = (line.findtext(f"InvoicePeriod/{end}Date") for end in ("Start", "End"))
        if first and begins and begins < first:
            yield "R110"
        if last and ends and ends > last:
            yield "R111"


def _tax_totals(root: Node) -> Iterator[str]:
    own, other = root.findtext("DocumentCurrencyCode"), root.findtext("TaxCurrencyCode")
    totals = root.findall("TaxTotal")
    if sum(one.find("TaxSubtotal") is not None for one in totals) != 1:
        yield "R053"
    if sum(one.find("TaxSubtotal") is None for one in totals) != (1 if other else 0):
        yield "R054"
    amounts = {one.find("TaxAmount").get("currencyID"): one.findtext("TaxAmount") for one in totals}
    if other and Decimal(amounts[own]) * Decimal(amounts.get(other, "-1")) < 0:
        yield "R055"
    if amounts.keys() - {own, other}:
        yield "R051"


def _types(root: Node, eformat: EFormat) -> Iterator[str]:
    if root.findtext(f"{root.tag}TypeCode") not in TYPES[eformat]:
        yield "P0100 BR-DE-17"
    for party in ("AccountingSupplierParty", "AccountingCustomerParty"):
        if not root.findtext(f"{party}/Party/EndpointID"):
            yield f"R010 R020 {party}"


def _german(root: Node) -> Iterator[str]:
    """Yield what breaks BR-DE-1 to BR-DE-28, as far as the model does not see to it alone."""
    texts = {node.tag: (node.text or "").strip() for node in root.iter()}
    if not ({"PaymentMeans", "SpecifiedTradeSettlementPaymentMeans"} & texts.keys()):
        yield "BR-DE-1"
    if not texts.get("BuyerReference"):
        yield "BR-DE-15"
    terms = root.findtext("PaymentTerms/Note") or root.findtext(".//SpecifiedTradePaymentTerms/*")
    for line in (terms or "").split("\n"):
        if line.strip().startswith("#") and not SKONTO.fullmatch(line):
            yield f"BR-DE-18 {line}"
    if "#" in (terms or "") and not (terms or "").endswith("#\n"):
        yield "BR-DE-18 no new line"
    vat = root.findall(".//ApplicableHeaderTradeSettlement/ApplicableTradeTax")
    rates = [one.findtext("RateApplicablePercent") for one in vat]
    rates += [one.findtext("TaxCategory/Percent") for one in root.iterfind(".//TaxSubtotal")]
    if not all(rates):
        yield "BR-DE-14"
    mail = root.findtext(".//AccountingSupplierParty//ElectronicMail") or root.findtext(
        ".//SellerTradeParty//EmailURIUniversalCommunication/URIID", ""
    )
    if not EMAIL.fullmatch(mail):
        yield f"BR-DE-28 {mail}"


def _figure(node: Node, path: str) -> Decimal | None:
    text = node.findtext(path)
    return None if text is None else Decimal(text)
