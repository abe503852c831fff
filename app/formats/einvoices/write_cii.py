"""Writing CII: Factur-X in its EN 16931 profile, and XRechnung 3.0."""

from __future__ import annotations

from datetime import date

from app.domain.contacts.address import Address
from app.domain.invoices.einvoice import (
    XRECHNUNG,
    Adjustment,
    BillLine,
    EBill,
    Enclosure,
    Party,
    Paying,
    Preceding,
    Span,
    Sums,
    VatPart,
)
from app.domain.shared.eformats import EFormat
from app.domain.shared.identifiers import is_right
from app.domain.shared.money import Money
from app.domain.shared.vat import Category
from app.formats.einvoices.writing import (
    Element,
    amount,
    branch,
    compact_day,
    document,
    leaf,
    number,
    path,
    price,
)
from app.formats.einvoices.writing_codes import GUIDELINES, PROCESS, base64_of, rate_of

_STANDARD = "urn:un:unece:uncefact:data:standard:"
NAMESPACES = {
    "rsm": f"{_STANDARD}CrossIndustryInvoice:100",
    "ram": f"{_STANDARD}ReusableAggregateBusinessInformationEntity:100",
    "qdt": f"{_STANDARD}QualifiedDataType:100",
    "udt": f"{_STANDARD}UnqualifiedDataType:100",
}
SUPPORTING = "916"
"""The kind of a supporting document (BG-24)."""


def write_cii(bill: EBill) -> bytes:
    """Return the XML of an e-invoice."""
    root = branch(
        "rsm:CrossIndustryInvoice",
        _context(bill),
        _head(bill),
        branch(
            "rsm:SupplyChainTradeTransaction",
            *(_line(line) for line in bill.lines),
            _agreement(bill),
            _delivery(bill),
            _settlement(bill),
        ),
    )
    return document(root, NAMESPACES)


def _context(bill: EBill) -> Element:
    guideline = GUIDELINES[bill.eformat]
    process = PROCESS if bill.eformat in XRECHNUNG else ""
    return branch(
        "rsm:ExchangedDocumentContext",
        path("ram:BusinessProcessSpecifiedDocumentContextParameter", leaf("ram:ID", process)),
        path("ram:GuidelineSpecifiedDocumentContextParameter", leaf("ram:ID", guideline)),
    )


def _head(bill: EBill) -> Element:
    return branch(
        "rsm:ExchangedDocument",
        leaf("ram:ID", bill.number),
        leaf("ram:TypeCode", bill.code),
        _day("ram:IssueDateTime", bill.issued_on),
        path("ram:IncludedNote", leaf("ram:Content", bill.note)),
    )


def _line(line: BillLine) -> Element:
    return branch(
        "ram:IncludedSupplyChainTradeLineItem",
        branch(
            "ram:AssociatedDocumentLineDocument",
            leaf("ram:LineID", line.number),
            path("ram:IncludedNote", leaf("ram:Content", line.note)),
        ),
        branch(
            "ram:SpecifiedTradeProduct",
            leaf("ram:Name", line.name),
            leaf("ram:Description", line.description),
        ),
        path(
            "ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice",
            leaf("ram:ChargeAmount", price(line.price)),
        ),
        path(
            "ram:SpecifiedLineTradeDelivery",
            leaf("ram:BilledQuantity", number(line.quantity), unitCode=line.unit_code),
        ),
        branch(
            "ram:SpecifiedLineTradeSettlement",
            branch("ram:ApplicableTradeTax", *_category(line.category, rate_of(line))),
            _span(line.span),
            *(_adjustment(one) for one in line.adjustments),
            path(
                "ram:SpecifiedTradeSettlementLineMonetarySummation",
                leaf("ram:LineTotalAmount", amount(line.net)),
            ),
        ),
    )


def _category(category: Category, rate: str) -> tuple[Element, ...]:
    return (
        leaf("ram:TypeCode", "VAT"),
        leaf("ram:CategoryCode", category.value),
        leaf("ram:RateApplicablePercent", rate),
    )


def _agreement(bill: EBill) -> Element:
    return branch(
        "ram:ApplicableHeaderTradeAgreement",
        leaf("ram:BuyerReference", bill.buyer_reference),
        _party("ram:SellerTradeParty", bill.seller),
        _party("ram:BuyerTradeParty", bill.buyer),
        path("ram:BuyerOrderReferencedDocument", leaf("ram:IssuerAssignedID", bill.order)),
        path("ram:ContractReferencedDocument", leaf("ram:IssuerAssignedID", bill.contract)),
        *(_enclosure(one) for one in bill.enclosures),
    )


def _party(name: str, party: Party) -> Element:
    return branch(
        name,
        leaf("ram:ID", party.number),
        leaf("ram:Name", party.name),
        path(
            "ram:SpecifiedLegalOrganization",
            leaf("ram:ID", party.legal_id, schemeID=party.legal_scheme),
        ),
        branch(
            "ram:DefinedTradeContact",
            leaf("ram:PersonName", party.reach.name),
            path(
                "ram:TelephoneUniversalCommunication",
                leaf("ram:CompleteNumber", party.reach.phone),
            ),
            path("ram:EmailURIUniversalCommunication", leaf("ram:URIID", party.reach.email)),
        ),
        _address(party.address),
        path(
            "ram:URIUniversalCommunication",
            leaf("ram:URIID", party.endpoint, schemeID=party.endpoint_scheme),
        ),
        path("ram:SpecifiedTaxRegistration", leaf("ram:ID", party.vat_id, schemeID="VA")),
        path("ram:SpecifiedTaxRegistration", leaf("ram:ID", party.tax_number, schemeID="FC")),
    )


def _address(address: Address) -> Element:
    return branch(
        "ram:PostalTradeAddress",
        leaf("ram:PostcodeCode", address.postcode),
        leaf("ram:LineOne", address.street),
        leaf("ram:LineTwo", address.extra),
        leaf("ram:CityName", address.town),
        leaf("ram:CountryID", address.country),
        leaf("ram:CountrySubDivisionName", address.region),
    )


def _enclosure(one: Enclosure) -> Element:
    return branch(
        "ram:AdditionalReferencedDocument",
        leaf("ram:IssuerAssignedID", one.number),
        leaf("ram:TypeCode", SUPPORTING),
        leaf("ram:Name", one.text),
        leaf(
            "ram:AttachmentBinaryObject",
            base64_of(one.content),
            mimeCode=one.media_type,
            filename=one.name,
        ),
    )


def _delivery(bill: EBill) -> Element:
    """Return where and when; the element stands even where nothing is known."""
    place = bill.place
    shipped = (
        branch("ram:ShipToTradeParty", leaf("ram:Name", place.name), _address(place.address))
        if place
        else branch("ram:ShipToTradeParty")
    )
    day = _day("ram:OccurrenceDateTime", bill.delivered_on)
    inside = (shipped, path("ram:ActualDeliverySupplyChainEvent", day))
    return Element("ram:ApplicableHeaderTradeDelivery", inside=inside, stays=True)


def _settlement(bill: EBill) -> Element:
    return branch(
        "ram:ApplicableHeaderTradeSettlement",
        leaf("ram:PaymentReference", bill.paying.reference),
        leaf("ram:TaxCurrencyCode", bill.home_currency),
        leaf("ram:InvoiceCurrencyCode", bill.currency),
        _paying(bill.paying),
        *(_vat(part, bill) for part in bill.vat),
        _span(bill.span),
        *(_adjustment(one, is_document=True) for one in bill.adjustments),
        branch(
            "ram:SpecifiedTradePaymentTerms",
            leaf("ram:Description", bill.terms),
            _day("ram:DueDateDateTime", bill.due_on),
        ),
        _sums(bill.sums),
        *(_earlier(one) for one in _preceding(bill)),
    )


def _preceding(bill: EBill) -> tuple[Preceding, ...]:
    """Return the earlier invoices; the schema that XRechnung names (D16B) has room for one."""
    return bill.preceding[:1] if bill.eformat is EFormat.XRECHNUNG_CII else bill.preceding


def _earlier(one: Preceding) -> Element:
    return branch(
        "ram:InvoiceReferencedDocument",
        leaf("ram:IssuerAssignedID", one.number),
        _day("ram:FormattedIssueDateTime", one.issued_on, "qdt"),
    )


def _paying(paying: Paying) -> Element:
    is_iban = is_right("iban", paying.account)
    return branch(
        "ram:SpecifiedTradeSettlementPaymentMeans",
        leaf("ram:TypeCode", paying.code),
        branch(
            "ram:PayeePartyCreditorFinancialAccount",
            leaf("ram:IBANID", paying.account if is_iban else ""),
            leaf("ram:AccountName", paying.holder),
            leaf("ram:ProprietaryID", "" if is_iban else paying.account),
        ),
        path(
            "ram:PayeeSpecifiedCreditorFinancialInstitution",
            leaf("ram:BICID", paying.bic),
        ),
    )


def _vat(part: VatPart, bill: EBill) -> Element:
    is_rated = part.category is not Category.OUTSIDE_SCOPE or bill.eformat in XRECHNUNG
    return branch(
        "ram:ApplicableTradeTax",
        leaf("ram:CalculatedAmount", amount(part.tax)),
        leaf("ram:TypeCode", "VAT"),
        leaf("ram:ExemptionReason", part.reason),
        leaf("ram:BasisAmount", amount(part.base)),
        leaf("ram:CategoryCode", part.category.value),
        leaf("ram:ExemptionReasonCode", part.reason_code),
        leaf("ram:RateApplicablePercent", number(part.rate) if is_rated else ""),
    )


def _adjustment(one: Adjustment, *, is_document: bool = False) -> Element:
    taxed = branch("ram:CategoryTradeTax", *_category(one.category, rate_of(one)))
    return branch(
        "ram:SpecifiedTradeAllowanceCharge",
        path("ram:ChargeIndicator", leaf("udt:Indicator", "true" if one.is_charge else "false")),
        leaf("ram:CalculationPercent", number(one.percent) if one.percent else ""),
        leaf("ram:BasisAmount", _amount(one.base)),
        leaf("ram:ActualAmount", amount(one.amount)),
        leaf("ram:ReasonCode", one.reason_code),
        leaf("ram:Reason", one.reason),
        taxed if is_document else None,
    )


def _sums(sums: Sums) -> Element:
    return branch(
        "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
        leaf("ram:LineTotalAmount", amount(sums.lines)),
        leaf("ram:ChargeTotalAmount", amount(sums.charges) if sums.charges else ""),
        leaf("ram:AllowanceTotalAmount", amount(sums.allowances) if sums.allowances else ""),
        leaf("ram:TaxBasisTotalAmount", amount(sums.net)),
        leaf("ram:TaxTotalAmount", amount(sums.tax), currencyID=sums.tax.currency),
        _home_tax(sums.home_tax),
        leaf("ram:RoundingAmount", amount(sums.rounding) if sums.rounding else ""),
        leaf("ram:GrandTotalAmount", amount(sums.gross)),
        leaf("ram:TotalPrepaidAmount", amount(sums.prepaid) if sums.prepaid else ""),
        leaf("ram:DuePayableAmount", amount(sums.due)),
    )


def _home_tax(tax: Money | None) -> Element | None:
    """Return the VAT in the accounting currency, also where there is none of it."""
    if tax is None:
        return None
    return leaf("ram:TaxTotalAmount", amount(tax), currencyID=tax.currency)


def _span(span: Span) -> Element:
    return branch(
        "ram:BillingSpecifiedPeriod",
        _day("ram:StartDateTime", span.first),
        _day("ram:EndDateTime", span.last),
    )


def _day(name: str, day: date | None, prefix: str = "udt") -> Element:
    return path(name, leaf(f"{prefix}:DateTimeString", compact_day(day), format="102"))


def _amount(money: Money | None) -> str:
    return amount(money) if money is not None else ""
