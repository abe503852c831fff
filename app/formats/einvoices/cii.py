"""CII: Factur-X, ZUGFeRD, XRechnung, and the e-Tax invoices of Thailand."""

from __future__ import annotations

from dataclasses import replace

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

UNCOUNTED = frozenset({"GROUP", "INFORMATION"})
"""How lines are called that do not count among the others (Factur-X EXTENDED)."""

_LINES = ("LineOne", "LineTwo", "LineThree", "LineFour", "LineFive")


def etax(root: Node) -> EInvoice:
    """Return what an e-Tax document of Thailand says: CII in which ``-`` stands for nothing."""
    _empty(root)
    found = cii(root)
    totals = found.totals
    if totals.payable is None:
        totals = replace(totals, payable=totals.gross)
    return replace(found, standard=Standard.ETAX, totals=totals)


def _empty(node: Node) -> None:
    """Leave out what only fills a place, and the codes of districts that stand for names."""
    node.text = "" if node.text.strip() == "-" else node.text
    if node.name in ("CityName", "CitySubDivisionName") and node.text.strip().isdigit():
        node.text = ""
    for one in node.nodes:
        _empty(one)


def modernise(root: Node) -> None:
    """Call everything in a document of ZUGFeRD 1.0 (2014) as CII calls it since."""
    root.name = "CrossIndustryInvoice"
    _rename(root, is_line=False)


def _rename(node: Node, *, is_line: bool) -> None:
    for one in node.nodes:
        is_inner = is_line or one.name == "IncludedSupplyChainTradeLineItem"
        one.name = _OLD_LINE_NAMES.get(one.name, one.name) if is_line else one.name
        one.name = _OLD_NAMES.get(one.name, one.name)
        _rename(one, is_line=is_inner)


_OLD_NAMES = {
    "HeaderExchangedDocument": "ExchangedDocument",
    "SpecifiedSupplyChainTradeTransaction": "SupplyChainTradeTransaction",
    "ApplicableSupplyChainTradeAgreement": "ApplicableHeaderTradeAgreement",
    "ApplicableSupplyChainTradeDelivery": "ApplicableHeaderTradeDelivery",
    "ApplicableSupplyChainTradeSettlement": "ApplicableHeaderTradeSettlement",
    "SpecifiedTradeSettlementMonetarySummation": "SpecifiedTradeSettlementHeaderMonetarySummation",
    "ApplicablePercent": "RateApplicablePercent",
}
_OLD_LINE_NAMES = {
    "SpecifiedSupplyChainTradeAgreement": "SpecifiedLineTradeAgreement",
    "SpecifiedSupplyChainTradeDelivery": "SpecifiedLineTradeDelivery",
    "SpecifiedSupplyChainTradeSettlement": "SpecifiedLineTradeSettlement",
    "SpecifiedTradeSettlementMonetarySummation": "SpecifiedTradeSettlementLineMonetarySummation",
}


def cii(root: Node) -> EInvoice:
    """Return what an invoice says."""
    head = root.one("ExchangedDocument")
    trade = root.one("SupplyChainTradeTransaction")
    deal = trade.one("ApplicableHeaderTradeAgreement")
    settled = trade.one("ApplicableHeaderTradeSettlement")
    currency = settled.read("InvoiceCurrencyCode")
    means = settled.one("SpecifiedTradeSettlementPaymentMeans")
    terms = settled.one("SpecifiedTradePaymentTerms")
    return EInvoice(
        standard=Standard.CII,
        number=head.read("ID"),
        is_credit=head.read("TypeCode") in CREDITS,
        issued_on=day(head.read("IssueDateTime/DateTimeString", "IssueDateTime")),
        due_on=day(terms.read("DueDateDateTime/DateTimeString", "DueDateDateTime")),
        currency=currency,
        seller=_cii_party(deal.one("SellerTradeParty")),
        buyer=_cii_party(deal.one("BuyerTradeParty")),
        lines=tuple(map(_cii_line, trade.all("IncludedSupplyChainTradeLineItem"))),
        taxes=tuple(map(_cii_tax, settled.all("ApplicableTradeTax"))),
        totals=_totals(settled, currency),
        payment=EPayment(
            means.read("PayeePartyCreditorFinancialAccount/IBANID"),
            means.read("PayeeSpecifiedCreditorFinancialInstitution/BICID"),
            settled.read("PaymentReference"),
            terms.read("Description"),
        ),
        order=deal.read("BuyerOrderReferencedDocument/IssuerAssignedID"),
        buyer_reference=deal.read("BuyerReference"),
        note=head.read("IncludedNote/Content"),
        title=head.read("Name"),
        extras=(
            *map(_extra, settled.all("SpecifiedTradeAllowanceCharge")),
            *map(_service, settled.all("SpecifiedLogisticsServiceCharge")),
        ),
    )


def _cii_party(node: Node) -> EParty:
    address = node.one("PostalTradeAddress")
    town = " ".join(texts(address, "PostcodeCode", "CityName"))
    streets = texts(address, "BuildingNumber", "BuildingName", "StreetName", *_LINES)
    numbers = texts(node, "SpecifiedLegalOrganization/ID", "SpecifiedTaxRegistration/ID", "ID")
    lines = tuple(line for line in (*streets, town, address.read("CountryID")) if line)
    return EParty(node.read("Name"), lines, numbers)


def _cii_line(node: Node) -> ELine:
    """Return a line; one that only sums up others, or informs, is text: it counts for nothing."""
    text = " – ".join(texts(node.one("SpecifiedTradeProduct"), "Name", "Description"))
    if node.read("AssociatedDocumentLineDocument/LineStatusReasonCode") in UNCOUNTED:
        return ELine(text)
    counted = node.one("SpecifiedLineTradeDelivery/BilledQuantity")
    settled = node.one("SpecifiedLineTradeSettlement")
    agreed = node.one("SpecifiedLineTradeAgreement")
    price = _price(agreed)
    return ELine(
        text,
        decimal(counted.text.strip()),
        counted.attributes.get("unitCode", ""),
        decimal(price.read("ChargeAmount")),
        decimal(_rate(settled.one("ApplicableTradeTax"))),
        decimal(
            settled.one("SpecifiedTradeSettlementLineMonetarySummation").read(
                "LineTotalAmount", "NetLineTotalAmount"
            )
        ),
        decimal(price.read("BasisQuantity")),
        tuple(
            amount
            for one in settled.all("SpecifiedTradeAllowanceCharge")
            if (amount := _extra(one).amount) is not None
        ),
    )


def _price(agreed: Node) -> Node:
    """Return the price of a line: the net one, else the gross one."""
    net = agreed.one("NetPriceProductTradePrice")
    return net if net.nodes else agreed.one("GrossPriceProductTradePrice")


def _cii_tax(node: Node) -> ETax:
    return ETax(
        decimal(_rate(node)),
        decimal(node.read("BasisAmount")),
        decimal(node.read("CalculatedAmount")),
        node.read("ExemptionReason"),
    )


def _rate(node: Node) -> str:
    return node.read("RateApplicablePercent", "CalculatedRate")


def _service(node: Node) -> EExtra:
    """Return freight and the like, which old and extended profiles tell apart."""
    return EExtra(node.read("Description"), decimal(node.read("AppliedAmount")))


def _extra(node: Node) -> EExtra:
    amount = decimal(node.read("ActualAmount"))
    is_charge = node.read("ChargeIndicator/Indicator", "ChargeIndicator").lower() == "true"
    return EExtra(node.read("Reason"), amount if is_charge or amount is None else -amount)


def _totals(settled: Node, currency: str) -> ETotals:
    sums = settled.one("SpecifiedTradeSettlementHeaderMonetarySummation")
    return ETotals(
        decimal(sums.read("TaxBasisTotalAmount")),
        decimal(in_currency(sums.all("TaxTotalAmount"), currency)),
        decimal(sums.read("GrandTotalAmount")),
        decimal(sums.read("DuePayableAmount")),
        decimal(sums.read("TotalPrepaidAmount")),
        decimal(sums.read("RoundingAmount")),
    )
