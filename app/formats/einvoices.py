"""E-invoices from outside: UBL, CII and Finvoice, also where a PDF carries them (Factur-X)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.archive.einvoice import (
    EInvoice,
    ELine,
    EParty,
    EPayment,
    ETax,
    ETotals,
    Standard,
)
from app.domain.shared.refusals import Refusal
from app.formats.trees import BadXml, Node, tree_of

PDF = "application/pdf"
XML = frozenset({"application/xml", "text/xml"})
MOST_ATTACHED = 50
_DECIMAL = re.compile(r"-?[0-9]{1,18}([.,][0-9]{1,12})?")
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_DECLARED = b"<?xml"


class NotAnEInvoice(Refusal):
    """The file is no e-invoice of a standard that we read."""

    code = "einvoices.not-one"


def read_file(content: bytes, media_type: str, name: str) -> EInvoice:
    """Return what an e-invoice says, also one that a PDF carries; raises NotAnEInvoice."""
    if media_type != PDF:
        return read_xml(content, name)
    for attached in _attached(content, name):
        try:
            return read_xml(attached, name)
        except NotAnEInvoice:
            continue
    raise NotAnEInvoice(name=name, reason="PDF")


def read_xml(content: bytes, name: str) -> EInvoice:
    """Return what the XML of an e-invoice says; raises NotAnEInvoice."""
    try:
        root = tree_of(_message(content))
    except BadXml as error:
        raise NotAnEInvoice(name=name, reason=str(error)) from None
    reader = _READERS.get(root.name)
    if reader is None:
        raise NotAnEInvoice(name=name, reason=root.name[:60] or "XML")
    return reader(root)


def _message(content: bytes) -> bytes:
    """Return the invoice alone: before a Finvoice there may be the envelope of its network."""
    place = content.find(b"<Finvoice")
    begins = content.rfind(_DECLARED, 0, place) if place > 0 else -1
    return content[begins:] if begins > 0 else content


def _attached(content: bytes, name: str) -> Iterable[bytes]:
    import pypdfium2  # noqa: PLC0415  9 MB, loaded where a PDF is read

    try:
        file = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise NotAnEInvoice(name=name, reason=str(error)) from None
    try:
        for at in range(min(file.count_attachments(), MOST_ATTACHED)):
            one = file.get_attachment(at)
            if one.get_name().lower().endswith(".xml"):
                yield bytes(one.get_data())
    except pypdfium2.PdfiumError:
        return
    finally:
        file.close()


def _decimal(text: str) -> Decimal | None:
    written = text.replace("\u00a0", "").replace(" ", "").removeprefix("+")
    if not _DECIMAL.fullmatch(written):
        return None
    try:
        return Decimal(written.replace(",", "."))
    except InvalidOperation:
        return None


def _day(text: str) -> date | None:
    found = _DAY.match(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _texts(node: Node, *paths: str) -> tuple[str, ...]:
    """Return the texts of every path that has one, each once."""
    return tuple(dict.fromkeys(text for path in paths if (text := node.read(path))))


def _ubl(root: Node) -> EInvoice:
    word = "CreditNote" if root.name == "CreditNote" else "Invoice"
    means, terms = root.one("PaymentMeans"), root.one("PaymentTerms")
    totals = root.one("LegalMonetaryTotal")
    account = means.one("PayeeFinancialAccount")
    return EInvoice(
        standard=Standard.UBL,
        number=root.read("ID"),
        is_credit=word == "CreditNote" or root.read("InvoiceTypeCode") == "381",
        issued_on=_day(root.read("IssueDate")),
        due_on=_day(root.read("DueDate", "PaymentMeans/PaymentDueDate")),
        currency=root.read("DocumentCurrencyCode"),
        seller=_ubl_party(root.one("AccountingSupplierParty/Party")),
        buyer=_ubl_party(root.one("AccountingCustomerParty/Party")),
        lines=tuple(_ubl_line(line) for line in root.all(f"{word}Line")),
        taxes=tuple(_ubl_tax(tax) for tax in root.all("TaxTotal/TaxSubtotal")),
        totals=ETotals(
            _decimal(totals.read("TaxExclusiveAmount")),
            _decimal(root.read("TaxTotal/TaxAmount")),
            _decimal(totals.read("TaxInclusiveAmount")),
            _decimal(totals.read("PayableAmount")),
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
    )


def _ubl_party(node: Node) -> EParty:
    address = node.one("PostalAddress")
    town = " ".join(_texts(address, "PostalZone", "CityName"))
    streets = _texts(address, "StreetName", "AdditionalStreetName", "AddressLine/Line")
    country = address.read("Country/IdentificationCode")
    return EParty(
        node.read("PartyLegalEntity/RegistrationName", "PartyName/Name"),
        tuple(line for line in (*streets, town, country) if line),
        _texts(node, "PartyLegalEntity/CompanyID", "PartyTaxScheme/CompanyID", "EndpointID"),
    )


def _ubl_line(node: Node) -> ELine:
    counted = next((one for one in node.nodes if one.name.endswith("edQuantity")), Node(""))
    item = node.one("Item")
    return ELine(
        " – ".join(_texts(item, "Name", "Description")) or node.read("Note"),
        _decimal(counted.text.strip()),
        counted.attributes.get("unitCode", ""),
        _decimal(node.read("Price/PriceAmount")),
        _decimal(item.read("ClassifiedTaxCategory/Percent")),
        _decimal(node.read("LineExtensionAmount")),
    )


def _ubl_tax(node: Node) -> ETax:
    return ETax(
        _decimal(node.read("TaxCategory/Percent")),
        _decimal(node.read("TaxableAmount")),
        _decimal(node.read("TaxAmount")),
        node.read("TaxCategory/TaxExemptionReason"),
    )


def _cii(root: Node) -> EInvoice:
    head = root.one("ExchangedDocument")
    trade = root.one("SupplyChainTradeTransaction")
    deal = trade.one("ApplicableHeaderTradeAgreement")
    settled = trade.one("ApplicableHeaderTradeSettlement")
    sums = settled.one("SpecifiedTradeSettlementHeaderMonetarySummation")
    means = settled.one("SpecifiedTradeSettlementPaymentMeans")
    terms = settled.one("SpecifiedTradePaymentTerms")
    return EInvoice(
        standard=Standard.CII,
        number=head.read("ID"),
        is_credit=head.read("TypeCode") == "381",
        issued_on=_day(head.read("IssueDateTime/DateTimeString")),
        due_on=_day(terms.read("DueDateDateTime/DateTimeString")),
        currency=settled.read("InvoiceCurrencyCode"),
        seller=_cii_party(deal.one("SellerTradeParty")),
        buyer=_cii_party(deal.one("BuyerTradeParty")),
        lines=tuple(map(_cii_line, trade.all("IncludedSupplyChainTradeLineItem"))),
        taxes=tuple(map(_cii_tax, settled.all("ApplicableTradeTax"))),
        totals=ETotals(
            _decimal(sums.read("TaxBasisTotalAmount")),
            _decimal(sums.read("TaxTotalAmount")),
            _decimal(sums.read("GrandTotalAmount")),
            _decimal(sums.read("DuePayableAmount")),
        ),
        payment=EPayment(
            means.read("PayeePartyCreditorFinancialAccount/IBANID"),
            means.read("PayeeSpecifiedCreditorFinancialInstitution/BICID"),
            settled.read("PaymentReference"),
            terms.read("Description"),
        ),
        order=deal.read("BuyerOrderReferencedDocument/IssuerAssignedID"),
        buyer_reference=deal.read("BuyerReference"),
        note=head.read("IncludedNote/Content"),
    )


def _cii_party(node: Node) -> EParty:
    address = node.one("PostalTradeAddress")
    town = " ".join(_texts(address, "PostcodeCode", "CityName"))
    streets = _texts(address, "LineOne", "LineTwo", "LineThree")
    numbers = _texts(node, "SpecifiedLegalOrganization/ID", "SpecifiedTaxRegistration/ID", "ID")
    lines = tuple(line for line in (*streets, town, address.read("CountryID")) if line)
    return EParty(node.read("Name"), lines, numbers)


def _cii_line(node: Node) -> ELine:
    counted = node.one("SpecifiedLineTradeDelivery/BilledQuantity")
    settled = node.one("SpecifiedLineTradeSettlement")
    price = node.one("SpecifiedLineTradeAgreement/NetPriceProductTradePrice")
    return ELine(
        " – ".join(_texts(node.one("SpecifiedTradeProduct"), "Name", "Description")),
        _decimal(counted.text.strip()),
        counted.attributes.get("unitCode", ""),
        _decimal(price.read("ChargeAmount")),
        _decimal(settled.read("ApplicableTradeTax/RateApplicablePercent")),
        _decimal(settled.read("SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount")),
    )


def _cii_tax(node: Node) -> ETax:
    return ETax(
        _decimal(node.read("RateApplicablePercent")),
        _decimal(node.read("BasisAmount")),
        _decimal(node.read("CalculatedAmount")),
        node.read("ExemptionReason"),
    )


def _finvoice(root: Node) -> EInvoice:
    head, epi = root.one("InvoiceDetails"), root.one("EpiDetails")
    gross = head.one("InvoiceTotalVatIncludedAmount")
    party, pay = epi.one("EpiPartyDetails"), epi.one("EpiPaymentInstructionDetails")
    terms = head.one("PaymentTermsDetails")
    return EInvoice(
        standard=Standard.FINVOICE,
        number=head.read("InvoiceNumber"),
        is_credit=head.read("InvoiceTypeCode") == "INV02",
        issued_on=_day(head.read("InvoiceDate")),
        due_on=_day(terms.read("InvoiceDueDate") or pay.read("EpiDateOptionDate")),
        currency=gross.attributes.get("AmountCurrencyIdentifier", ""),
        seller=_finvoice_party(root, "Seller"),
        buyer=_finvoice_party(root, "Buyer"),
        lines=tuple(map(_finvoice_line, root.all("InvoiceRow"))),
        taxes=tuple(map(_finvoice_tax, head.all("VatSpecificationDetails"))),
        totals=ETotals(
            _decimal(head.read("InvoiceTotalVatExcludedAmount")),
            _decimal(head.read("InvoiceTotalVatAmount")),
            _decimal(gross.text.strip()),
            _decimal(pay.read("EpiInstructedAmount")),
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
    )


def _finvoice_party(root: Node, role: str) -> EParty:
    node = root.one(f"{role}PartyDetails")
    address = node.one(f"{role}PostalAddressDetails")
    town = " ".join(_texts(address, f"{role}PostCodeIdentifier", f"{role}TownName"))
    lines = (address.read(f"{role}StreetName"), town, address.read("CountryName", "CountryCode"))
    return EParty(
        node.read(f"{role}OrganisationName"),
        tuple(line for line in lines if line),
        _texts(node, f"{role}PartyIdentifier", f"{role}OrganisationTaxCode"),
    )


def _finvoice_line(node: Node) -> ELine:
    invoiced, delivered = node.one("InvoicedQuantity"), node.one("DeliveredQuantity")
    counted = invoiced if invoiced.text.strip() else delivered
    return ELine(
        " – ".join(_texts(node, "ArticleName", "RowFreeText")),
        _decimal(counted.text.strip()),
        counted.attributes.get("QuantityUnitCode", ""),
        _decimal(node.read("UnitPriceAmount")),
        _decimal(node.read("RowVatRatePercent")),
        _decimal(node.read("RowVatExcludedAmount")),
    )


def _finvoice_tax(node: Node) -> ETax:
    return ETax(
        _decimal(node.read("VatRatePercent")),
        _decimal(node.read("VatBaseAmount")),
        _decimal(node.read("VatRateAmount")),
        node.read("VatFreeText"),
    )


_READERS: dict[str, Callable[[Node], EInvoice]] = {
    "Invoice": _ubl,
    "CreditNote": _ubl,
    "CrossIndustryInvoice": _cii,
    "Finvoice": _finvoice,
}
