"""Writing e-Tax invoices of Thailand: the ETDA standard Por Mor Thor 3-2560, version 2.1.

A tax invoice and a credit note are documents of their own kinds, with the same parts in the same
order; what has no place for a text has its codes.
"""

from __future__ import annotations

import re
from datetime import date

from app.domain.contacts.address import Address
from app.domain.invoices.einvoice import Adjustment, BillLine, EBill, Party, Sums
from app.domain.invoices.etax_rules import districts
from app.domain.shared.identifiers import is_right
from app.domain.shared.vat import Category
from app.formats.einvoices.provinces import province_code
from app.formats.einvoices.writing import (
    Element,
    amount,
    branch,
    document,
    leaf,
    number,
    path,
    price,
)

TAX_INVOICE, CREDIT_NOTE = "388", "81"
TAX_INVOICE_NAME, CREDIT_NOTE_NAME = "ใบกำกับภาษี", "ใบลดหนี้"
OTHER_CAUSE, OTHER_REASON = "CDNG99", "TIVC99"
"""Why goods were credited or an invoice replaced, where no fixed cause is it: in words."""
PAID_BEFORE = "02"
"""The category of an earlier invoice of which what was paid is taken off."""
FREE = frozenset({Category.EXEMPT, Category.OUTSIDE_SCOPE})
HEAD_OFFICE = "00000"
HOME = "TH"
_STANDARD = "urn:etda:uncefact:data:standard:"
_HOUSE = re.compile(r"^(?:เลขที่\s*|no\.?\s*)?(\d[\w/-]*)\s*(.*)$", re.IGNORECASE)


def write_etax(bill: EBill) -> bytes:
    """Return the XML of an e-Tax document."""
    kind = "DebitCreditNote" if bill.is_credit else "TaxInvoice"
    root = branch(
        f"rsm:{kind}_CrossIndustryInvoice",
        path(
            "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter",
            leaf("ram:ID", "ER3-2560", schemeAgencyID="ETDA", schemeVersionID="v2.1"),
        ),
        _head(bill),
        branch(
            "rsm:SupplyChainTradeTransaction",
            _agreement(bill),
            _delivery(bill),
            _settlement(bill),
            *(_line(line) for line in bill.lines),
        ),
    )
    namespaces = {
        "ram": f"{_STANDARD}{kind}_ReusableAggregateBusinessInformationEntity:2",
        "rsm": f"{_STANDARD}{kind}_CrossIndustryInvoice:2",
    }
    return document(root, namespaces)


def _head(bill: EBill) -> Element:
    is_credit = bill.is_credit
    is_caused = is_credit or any(not one.is_taken_off for one in bill.preceding)
    cause = OTHER_CAUSE if is_credit else OTHER_REASON
    return branch(
        "rsm:ExchangedDocument",
        leaf("ram:ID", bill.number),
        leaf("ram:Name", CREDIT_NOTE_NAME if is_credit else TAX_INVOICE_NAME),
        leaf("ram:TypeCode", CREDIT_NOTE if is_credit else TAX_INVOICE),
        leaf("ram:IssueDateTime", _instant(bill.issued_on)),
        leaf("ram:Purpose", bill.cause if is_caused else ""),
        leaf("ram:PurposeCode", cause if is_caused else ""),
        leaf("ram:CreationDateTime", _instant(bill.issued_on)),
        path("ram:IncludedNote", leaf("ram:Content", bill.note)),
    )


def _agreement(bill: EBill) -> Element:
    return branch(
        "ram:ApplicableHeaderTradeAgreement",
        branch(
            "ram:SellerTradeParty",
            leaf("ram:Name", bill.seller.name),
            _registration(bill.seller),
            _reach(bill.seller),
            _structured(bill.seller.address),
        ),
        branch(
            "ram:BuyerTradeParty",
            leaf("ram:Name", bill.buyer.name),
            _registration(bill.buyer),
            _reach(bill.buyer),
            _unstructured(bill.buyer.address),
        ),
        branch(
            "ram:BuyerOrderReferencedDocument",
            leaf("ram:IssuerAssignedID", bill.order),
            leaf("ram:ReferenceTypeCode", "ON" if bill.order else ""),
        ),
        *(
            branch(
                "ram:AdditionalReferencedDocument",
                leaf("ram:IssuerAssignedID", one.number),
                leaf("ram:IssueDateTime", _instant(one.issued_on)),
                leaf("ram:ReferenceTypeCode", TAX_INVOICE),
                leaf("ram:CategoryCode", PAID_BEFORE if one.is_taken_off else ""),
            )
            for one in bill.preceding
        ),
    )


def _registration(party: Party) -> Element:
    """Return the taxpayer and its branch; a buyer without a number has none that counts."""
    if is_right("th.tin", party.vat_id):
        value, scheme = f"{party.vat_id}{party.branch or HEAD_OFFICE}", "TXID"
    else:
        value, scheme = "N/A", "OTHR"
    return path("ram:SpecifiedTaxRegistration", leaf("ram:ID", value, schemeID=scheme))


def _reach(party: Party) -> Element:
    return branch(
        "ram:DefinedTradeContact",
        path("ram:EmailURIUniversalCommunication", leaf("ram:URIID", party.reach.email)),
        path("ram:TelephoneUniversalCommunication", leaf("ram:CompleteNumber", party.reach.phone)),
    )


def _structured(address: Address) -> Element:
    """Return the address of the seller part by part: house, subdistrict, district, province."""
    house, street = house_and_street(address.street)
    subdistrict, district = districts(address)
    return branch(
        "ram:PostalTradeAddress",
        leaf("ram:PostcodeCode", address.postcode),
        leaf("ram:StreetName", street),
        leaf("ram:CityName", district),
        leaf("ram:CitySubDivisionName", subdistrict),
        leaf("ram:CountryID", HOME, schemeID="3166-1 alpha-2"),
        leaf("ram:CountrySubDivisionID", province_code(address.region, address.town)),
        leaf("ram:BuildingNumber", house),
    )


def _unstructured(address: Address) -> Element:
    lines = (address.street, address.extra, address.town, address.region)
    first, *rest = [line for line in lines if line] or [""]
    return branch(
        "ram:PostalTradeAddress",
        leaf("ram:PostcodeCode", address.postcode),
        leaf("ram:LineOne", first),
        leaf("ram:LineTwo", " ".join(rest)),
        leaf("ram:CountryID", address.country, schemeID="3166-1 alpha-2"),
    )


def _delivery(bill: EBill) -> Element:
    """Return who gets it: the element has to stand."""
    return branch(
        "ram:ApplicableHeaderTradeDelivery",
        path(
            "ram:ShipToTradeParty/ram:DefinedTradeContact",
            leaf("ram:PersonName", bill.buyer.name),
        ),
    )


def _settlement(bill: EBill) -> Element:
    return branch(
        "ram:ApplicableHeaderTradeSettlement",
        leaf("ram:InvoiceCurrencyCode", bill.currency, listID="ISO 4217 3A"),
        *(
            branch(
                "ram:ApplicableTradeTax",
                leaf("ram:TypeCode", "FRE" if part.category in FREE else "VAT"),
                leaf("ram:CalculatedRate", number(part.rate)),
                leaf("ram:BasisAmount", amount(part.base)),
                leaf("ram:CalculatedAmount", amount(part.tax)),
            )
            for part in bill.vat
        ),
        *(_adjustment(one) for one in bill.adjustments),
        branch(
            "ram:SpecifiedTradePaymentTerms",
            leaf("ram:Description", bill.terms),
            leaf("ram:DueDateDateTime", _instant(bill.due_on)),
        ),
        _sums(bill.sums),
    )


def _adjustment(one: Adjustment) -> Element:
    return branch(
        "ram:SpecifiedTradeAllowanceCharge",
        leaf("ram:ChargeIndicator", "true" if one.is_charge else "false"),
        leaf("ram:ActualAmount", amount(one.amount)),
        leaf("ram:ReasonCode", one.reason_code),
        leaf("ram:Reason", one.reason),
    )


def _sums(sums: Sums) -> Element:
    return branch(
        "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
        leaf("ram:LineTotalAmount", amount(sums.lines)),
        leaf("ram:AllowanceTotalAmount", amount(sums.allowances) if sums.allowances else ""),
        leaf("ram:ChargeTotalAmount", amount(sums.charges) if sums.charges else ""),
        leaf("ram:TaxBasisTotalAmount", amount(sums.net)),
        leaf("ram:TaxTotalAmount", amount(sums.tax)),
        leaf("ram:GrandTotalAmount", amount(sums.gross)),
    )


def _line(line: BillLine) -> Element:
    return branch(
        "ram:IncludedSupplyChainTradeLineItem",
        path("ram:AssociatedDocumentLineDocument", leaf("ram:LineID", line.number)),
        branch(
            "ram:SpecifiedTradeProduct",
            leaf("ram:Name", line.name),
            leaf("ram:Description", "\n".join(filter(None, (line.description, line.note)))),
        ),
        path(
            "ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice",
            leaf("ram:ChargeAmount", price(line.price)),
        ),
        path(
            "ram:SpecifiedLineTradeDelivery",
            leaf("ram:BilledQuantity", number(line.quantity), unitCode=line.unit_code),
        ),
        branch(
            "ram:SpecifiedLineTradeSettlement",
            *(_adjustment(one) for one in line.adjustments),
            path(
                "ram:SpecifiedTradeSettlementLineMonetarySummation",
                leaf("ram:NetLineTotalAmount", amount(line.net)),
            ),
        ),
    )


def house_and_street(text: str) -> tuple[str, str]:
    """Return the number of a house and its street; without a number a dash stands for it."""
    found = _HOUSE.match(text.strip())
    return (found[1], found[2]) if found else ("-", text.strip())


def _instant(day: date | None) -> str:
    return f"{day.isoformat()}T00:00:00.0" if day else ""
