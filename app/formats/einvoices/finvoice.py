"""Finvoice: the e-invoices of Finland."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.archive.einvoice import (
    EExtra,
    EInvoice,
    ELine,
    EParty,
    EPayment,
    ETax,
    ETotals,
    Standard,
)
from app.formats.einvoices.figures import day, decimal, texts
from app.formats.trees import Node

_ROW_EXTRAS = {
    "RowDiscountAmount": -1,
    "RowProgressiveDiscountDetails/RowDiscountAmount": -1,
    "RowChargeDetails/Amount": 1,
}

_PRICES = ("UnitPriceNetAmount", "UnitPriceAmount")
"""The price after its own discount comes first: it is the one that counts."""


def finvoice(root: Node) -> EInvoice:
    """Return what an invoice says."""
    head, epi = root.one("InvoiceDetails"), root.one("EpiDetails")
    gross = head.one("InvoiceTotalVatIncludedAmount")
    party, pay = epi.one("EpiPartyDetails"), epi.one("EpiPaymentInstructionDetails")
    terms = head.one("PaymentTermsDetails")
    return EInvoice(
        standard=Standard.FINVOICE,
        number=head.read("InvoiceNumber"),
        is_credit=head.read("InvoiceTypeCode") == "INV02",
        issued_on=day(head.read("InvoiceDate")),
        due_on=day(terms.read("InvoiceDueDate") or pay.read("EpiDateOptionDate")),
        currency=gross.attributes.get("AmountCurrencyIdentifier", ""),
        seller=_finvoice_party(root, "Seller"),
        buyer=_finvoice_party(root, "Buyer"),
        lines=tuple(map(_finvoice_line, root.all("InvoiceRow"))),
        taxes=tuple(map(_finvoice_tax, head.all("VatSpecificationDetails"))),
        totals=ETotals(
            decimal(head.read("InvoiceTotalVatExcludedAmount")),
            decimal(head.read("InvoiceTotalVatAmount")),
            decimal(gross.text.strip()),
            decimal(pay.read("EpiInstructedAmount")),
        ),
        payment=EPayment(
            party.read("EpiBeneficiaryPartyDetails/EpiAccountID"),
            party.read("EpiBfiPartyDetails/EpiBfiIdentifier"),
            pay.read("EpiRemittanceInfoIdentifier"),
            terms.read("PaymentTermsFreeText"),
        ),
        order=head.read("OrderIdentifier"),
        buyer_reference=head.read("BuyerReferenceIdentifier"),
        note=head.read("InvoiceFreeText"),
        title=head.read("InvoiceTypeText"),
        extras=(
            *map(_discount, head.all("DiscountDetails")),
            *map(_charge, head.all("ChargeDetails")),
        ),
    )


def _finvoice_party(root: Node, role: str) -> EParty:
    node = root.one(f"{role}PartyDetails")
    address = node.one(f"{role}PostalAddressDetails")
    town = " ".join(texts(address, f"{role}PostCodeIdentifier", f"{role}TownName"))
    lines = (address.read(f"{role}StreetName"), town, address.read("CountryName", "CountryCode"))
    return EParty(
        " ".join(one.text.strip() for one in node.all(f"{role}OrganisationName")),
        tuple(line for line in lines if line),
        texts(node, f"{role}PartyIdentifier", f"{role}OrganisationTaxCode"),
    )


def _finvoice_line(node: Node) -> ELine:
    counted = _counted(node)
    return ELine(
        " – ".join(texts(node, "ArticleName", "RowFreeText")),
        decimal(counted.text.strip()),
        counted.attributes.get("QuantityUnitCode", ""),
        decimal(node.read(*_PRICES)),
        decimal(node.read("RowVatRatePercent")),
        decimal(node.read("RowVatExcludedAmount")),
        decimal(node.read("UnitPriceBaseQuantity")),
        tuple(_row_extras(node)),
    )


def _row_extras(node: Node) -> Iterator[Decimal]:
    """Yield what is taken off a row, below zero, and what is added to it."""
    for path, sign in _ROW_EXTRAS.items():
        for one in node.all(path):
            amount = decimal(one.text.strip())
            if amount is not None:
                yield amount * sign
    percent = decimal(node.read("RowDiscountPercent"))
    if percent and not any(node.read(path) for path in _ROW_EXTRAS):
        yield -_whole(node) * percent / 100


def _whole(node: Node) -> Decimal:
    """Return quantity times price of a row of which a discount is told in per cent alone."""
    figures = [decimal(_counted(node).text.strip()), decimal(node.read(*_PRICES))]
    quantity, price = (figure or Decimal(0) for figure in figures)
    return quantity * price / (decimal(node.read("UnitPriceBaseQuantity")) or 1)


def _counted(node: Node) -> Node:
    invoiced = node.one("InvoicedQuantity")
    return invoiced if invoiced.text.strip() else node.one("DeliveredQuantity")


def _finvoice_tax(node: Node) -> ETax:
    return ETax(
        decimal(node.read("VatRatePercent")),
        decimal(node.read("VatBaseAmount")),
        decimal(node.read("VatRateAmount")),
        node.read("VatFreeText"),
    )


def _charge(node: Node) -> EExtra:
    return EExtra(node.read("ReasonText"), decimal(node.read("Amount")))


def _discount(node: Node) -> EExtra:
    amount = decimal(node.read("Amount"))
    return EExtra(node.read("FreeText"), None if amount is None else -amount)
