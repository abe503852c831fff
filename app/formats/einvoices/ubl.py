"""UBL: invoices and credit notes of Peppol and XRechnung."""

from __future__ import annotations

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
from app.formats.einvoices.figures import CREDITS, day, decimal, in_currency, texts
from app.formats.trees import Node


def ubl(root: Node) -> EInvoice:
    """Return what an invoice or a credit note says."""
    word = "CreditNote" if root.name == "CreditNote" else "Invoice"
    means, terms = root.one("PaymentMeans"), root.one("PaymentTerms")
    totals = root.one("LegalMonetaryTotal")
    account = means.one("PayeeFinancialAccount")
    return EInvoice(
        standard=Standard.UBL,
        number=root.read("ID"),
        is_credit=word == "CreditNote" or root.read("InvoiceTypeCode") in CREDITS,
        issued_on=day(root.read("IssueDate")),
        due_on=day(root.read("DueDate", "PaymentMeans/PaymentDueDate")),
        currency=root.read("DocumentCurrencyCode"),
        seller=_ubl_party(root.one("AccountingSupplierParty/Party")),
        buyer=_ubl_party(root.one("AccountingCustomerParty/Party")),
        lines=tuple(_ubl_line(line) for line in root.all(f"{word}Line")),
        taxes=tuple(_ubl_tax(tax) for tax in root.all("TaxTotal/TaxSubtotal")),
        totals=ETotals(
            decimal(totals.read("TaxExclusiveAmount")),
            decimal(in_currency(root.all("TaxTotal/TaxAmount"), root.read("DocumentCurrencyCode"))),
            decimal(totals.read("TaxInclusiveAmount")),
            decimal(totals.read("PayableAmount")),
            decimal(totals.read("PrepaidAmount")),
            decimal(totals.read("PayableRoundingAmount")),
        ),
        payment=EPayment(
            account.read("ID"),
            account.read("FinancialInstitutionBranch/ID"),
            means.read("PaymentID"),
            terms.read("Note"),
        ),
        order=root.read("OrderReference/ID"),
        buyer_reference=root.read("BuyerReference"),
        note=root.read("Note"),
        extras=tuple(map(_extra, root.all("AllowanceCharge"))),
    )


def _ubl_party(node: Node) -> EParty:
    address = node.one("PostalAddress")
    town = " ".join(texts(address, "PostalZone", "CityName"))
    streets = texts(address, "StreetName", "AdditionalStreetName", "AddressLine/Line")
    country = address.read("Country/IdentificationCode")
    return EParty(
        node.read("PartyLegalEntity/RegistrationName", "PartyName/Name"),
        tuple(line for line in (*streets, town, country) if line),
        texts(node, "PartyLegalEntity/CompanyID", "PartyTaxScheme/CompanyID", "EndpointID"),
    )


def _ubl_line(node: Node) -> ELine:
    counted = next((one for one in node.nodes if one.name.endswith("edQuantity")), Node(""))
    item = node.one("Item")
    return ELine(
        " – ".join(texts(item, "Name", "Description")) or node.read("Note"),
        decimal(counted.text.strip()),
        counted.attributes.get("unitCode", ""),
        decimal(node.read("Price/PriceAmount")),
        decimal(item.read("ClassifiedTaxCategory/Percent")),
        decimal(node.read("LineExtensionAmount")),
        decimal(node.read("Price/BaseQuantity")),
        tuple(
            amount
            for one in node.all("AllowanceCharge")
            if (amount := _extra(one).amount) is not None
        ),
    )


def _ubl_tax(node: Node) -> ETax:
    return ETax(
        decimal(node.read("TaxCategory/Percent")),
        decimal(node.read("TaxableAmount")),
        decimal(node.read("TaxAmount")),
        node.read("TaxCategory/TaxExemptionReason"),
    )


def _extra(node: Node) -> EExtra:
    amount = decimal(node.read("Amount"))
    is_charge = node.read("ChargeIndicator").lower() == "true"
    text = node.read("AllowanceChargeReason", "AllowanceChargeReasonCode")
    return EExtra(text, amount if is_charge or amount is None else -amount)
