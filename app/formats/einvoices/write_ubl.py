"""Writing UBL 2.1: Peppol BIS Billing 3 and XRechnung 3.0, as invoice or as credit note."""

from __future__ import annotations

from app.domain.contacts.address import Address
from app.domain.invoices.einvoice import (
    XRECHNUNG,
    Adjustment,
    BillLine,
    EBill,
    Enclosure,
    Party,
    Span,
    Sums,
    VatPart,
)
from app.domain.shared.money import Money
from app.domain.shared.vat import Category
from app.formats.einvoices.writing import (
    Element,
    amount,
    branch,
    document,
    iso_day,
    leaf,
    number,
    path,
    price,
)
from app.formats.einvoices.writing_codes import GUIDELINES, PROCESS, base64_of, rate_of

_NAMES = "urn:oasis:names:specification:ubl:schema:xsd:"
LOCAL_TAX = "FC"
"""The tax scheme of a number that is no VAT id (BT-32)."""


def write_ubl(bill: EBill) -> bytes:
    """Return the XML of an e-invoice."""
    word = "CreditNote" if bill.is_credit else "Invoice"
    namespaces = {
        "": f"{_NAMES}{word}-2",
        "cac": f"{_NAMES}CommonAggregateComponents-2",
        "cbc": f"{_NAMES}CommonBasicComponents-2",
    }
    root = branch(
        word,
        *_head(bill, word),
        *_references(bill),
        path("cac:AccountingSupplierParty", _party(bill.seller)),
        path("cac:AccountingCustomerParty", _party(bill.buyer)),
        _delivery(bill),
        _paying(bill),
        path("cac:PaymentTerms", leaf("cbc:Note", bill.terms)),
        *(_adjustment(one, is_document=True) for one in bill.adjustments),
        branch(
            "cac:TaxTotal",
            _money("cbc:TaxAmount", bill.sums.tax),
            *(_vat(part, bill) for part in bill.vat),
        ),
        path("cac:TaxTotal", _money("cbc:TaxAmount", bill.sums.home_tax)),
        _sums(bill.sums),
        *(_line(line, word) for line in bill.lines),
    )
    return document(root, namespaces)


def _head(bill: EBill, word: str) -> tuple[Element, ...]:
    return (
        leaf("cbc:CustomizationID", GUIDELINES[bill.eformat]),
        leaf("cbc:ProfileID", PROCESS),
        leaf("cbc:ID", bill.number),
        leaf("cbc:IssueDate", iso_day(bill.issued_on)),
        leaf("cbc:DueDate", "" if bill.is_credit else iso_day(bill.due_on)),
        leaf(f"cbc:{word}TypeCode", bill.code),
        leaf("cbc:Note", bill.note),
        leaf("cbc:DocumentCurrencyCode", bill.currency),
        leaf("cbc:TaxCurrencyCode", bill.home_currency),
        leaf("cbc:BuyerReference", bill.buyer_reference),
        _span(bill.span),
    )


def _references(bill: EBill) -> tuple[Element, ...]:
    return (
        path("cac:OrderReference", leaf("cbc:ID", bill.order)),
        *(
            path(
                "cac:BillingReference/cac:InvoiceDocumentReference",
                leaf("cbc:ID", one.number),
                leaf("cbc:IssueDate", iso_day(one.issued_on)),
            )
            for one in bill.preceding
        ),
        path("cac:ContractDocumentReference", leaf("cbc:ID", bill.contract)),
        *(_enclosure(one) for one in bill.enclosures),
    )


def _enclosure(one: Enclosure) -> Element:
    return branch(
        "cac:AdditionalDocumentReference",
        leaf("cbc:ID", one.number),
        leaf("cbc:DocumentDescription", one.text),
        path(
            "cac:Attachment",
            leaf(
                "cbc:EmbeddedDocumentBinaryObject",
                base64_of(one.content),
                mimeCode=one.media_type,
                filename=one.name,
            ),
        ),
    )


def _party(party: Party) -> Element:
    return branch(
        "cac:Party",
        leaf("cbc:EndpointID", party.endpoint, schemeID=party.endpoint_scheme),
        path("cac:PartyIdentification", leaf("cbc:ID", party.number)),
        _address("cac:PostalAddress", party.address),
        _tax_scheme(party.vat_id, "VAT"),
        _tax_scheme(party.tax_number, LOCAL_TAX),
        branch(
            "cac:PartyLegalEntity",
            leaf("cbc:RegistrationName", party.name),
            leaf("cbc:CompanyID", party.legal_id, schemeID=party.legal_scheme),
        ),
        branch(
            "cac:Contact",
            leaf("cbc:Name", party.reach.name),
            leaf("cbc:Telephone", party.reach.phone),
            leaf("cbc:ElectronicMail", party.reach.email),
        ),
    )


def _tax_scheme(value: str, scheme: str) -> Element | None:
    if not value:
        return None
    return branch(
        "cac:PartyTaxScheme",
        leaf("cbc:CompanyID", value),
        path("cac:TaxScheme", leaf("cbc:ID", scheme)),
    )


def _address(name: str, address: Address) -> Element:
    return branch(
        name,
        leaf("cbc:StreetName", address.street),
        leaf("cbc:AdditionalStreetName", address.extra),
        leaf("cbc:CityName", address.town),
        leaf("cbc:PostalZone", address.postcode),
        leaf("cbc:CountrySubentity", address.region),
        path("cac:Country", leaf("cbc:IdentificationCode", address.country)),
    )


def _delivery(bill: EBill) -> Element:
    place = bill.place
    return branch(
        "cac:Delivery",
        leaf("cbc:ActualDeliveryDate", iso_day(bill.delivered_on)),
        path("cac:DeliveryLocation", _address("cac:Address", place.address)) if place else None,
        path("cac:DeliveryParty/cac:PartyName", leaf("cbc:Name", place.name)) if place else None,
    )


def _paying(bill: EBill) -> Element:
    paying = bill.paying
    return branch(
        "cac:PaymentMeans",
        leaf("cbc:PaymentMeansCode", paying.code),
        leaf("cbc:PaymentDueDate", iso_day(bill.due_on) if bill.is_credit else ""),
        leaf("cbc:PaymentID", paying.reference),
        branch(
            "cac:PayeeFinancialAccount",
            leaf("cbc:ID", paying.account),
            leaf("cbc:Name", paying.holder),
            path("cac:FinancialInstitutionBranch", leaf("cbc:ID", paying.bic)),
        ),
    )


def _adjustment(one: Adjustment, *, is_document: bool = False) -> Element:
    taxed = _category("cac:TaxCategory", one.category, rate_of(one))
    return branch(
        "cac:AllowanceCharge",
        leaf("cbc:ChargeIndicator", "true" if one.is_charge else "false"),
        leaf("cbc:AllowanceChargeReasonCode", one.reason_code),
        leaf("cbc:AllowanceChargeReason", one.reason),
        leaf("cbc:MultiplierFactorNumeric", number(one.percent) if one.percent else ""),
        _money("cbc:Amount", one.amount),
        _money("cbc:BaseAmount", one.base),
        taxed if is_document else None,
    )


def _category(
    name: str, category: Category, rate: str, reason_code: str = "", reason: str = ""
) -> Element:
    return branch(
        name,
        leaf("cbc:ID", category.value),
        leaf("cbc:Percent", rate),
        leaf("cbc:TaxExemptionReasonCode", reason_code),
        leaf("cbc:TaxExemptionReason", reason),
        path("cac:TaxScheme", leaf("cbc:ID", "VAT")),
    )


def _vat(part: VatPart, bill: EBill) -> Element:
    is_rated = part.category is not Category.OUTSIDE_SCOPE or bill.eformat in XRECHNUNG
    rate = number(part.rate) if is_rated else ""
    return branch(
        "cac:TaxSubtotal",
        _money("cbc:TaxableAmount", part.base),
        _money("cbc:TaxAmount", part.tax),
        _category("cac:TaxCategory", part.category, rate, part.reason_code, part.reason),
    )


def _sums(sums: Sums) -> Element:
    return branch(
        "cac:LegalMonetaryTotal",
        _money("cbc:LineExtensionAmount", sums.lines),
        _money("cbc:TaxExclusiveAmount", sums.net),
        _money("cbc:TaxInclusiveAmount", sums.gross),
        _money("cbc:AllowanceTotalAmount", sums.allowances or None),
        _money("cbc:ChargeTotalAmount", sums.charges or None),
        _money("cbc:PrepaidAmount", sums.prepaid or None),
        _money("cbc:PayableRoundingAmount", sums.rounding or None),
        _money("cbc:PayableAmount", sums.due),
    )


def _line(line: BillLine, word: str) -> Element:
    counted = "CreditedQuantity" if word == "CreditNote" else "InvoicedQuantity"
    return branch(
        f"cac:{word}Line",
        leaf("cbc:ID", line.number),
        leaf("cbc:Note", line.note),
        leaf(f"cbc:{counted}", number(line.quantity), unitCode=line.unit_code),
        _money("cbc:LineExtensionAmount", line.net),
        _span(line.span),
        *(_adjustment(one) for one in line.adjustments),
        branch(
            "cac:Item",
            leaf("cbc:Description", line.description),
            leaf("cbc:Name", line.name),
            _category("cac:ClassifiedTaxCategory", line.category, rate_of(line)),
        ),
        path(
            "cac:Price",
            leaf("cbc:PriceAmount", price(line.price), currencyID=line.net.currency),
        ),
    )


def _span(span: Span) -> Element:
    return branch(
        "cac:InvoicePeriod",
        leaf("cbc:StartDate", iso_day(span.first)),
        leaf("cbc:EndDate", iso_day(span.last)),
    )


def _money(name: str, money: Money | None) -> Element | None:
    return leaf(name, amount(money), currencyID=money.currency) if money is not None else None
