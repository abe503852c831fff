"""Writing Finvoice 3.0 as EN 16931 wants it: strict order, decimal comma, ISO-8859-15.

A credit note is below zero there; what is longer than its field goes on in the next one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from textwrap import wrap

from app.domain.contacts.address import Address
from app.domain.invoices.einvoice import (
    Adjustment,
    BillLine,
    EBill,
    Party,
    Preceding,
    Sums,
    VatPart,
)
from app.domain.shared.identifiers import is_right
from app.domain.shared.money import Money
from app.domain.shared.references import is_rf, is_viitenumero
from app.formats.einvoices.writing import Element, branch, compact_day, document, leaf, number

ENCODING = "ISO-8859-15"
SPECIFICATION = "EN16931"
INVOICE, CREDIT_NOTE = "INV01", "INV02"
NAME, PART, TEXT, LINE = 70, 35, 512, 100
PRICE_PLACES, PERCENT_PLACES = 5, 3
_IBAN, _BBAN = {"IdentificationSchemeName": "IBAN"}, {"IdentificationSchemeName": "BBAN"}


def write_finvoice(bill: EBill) -> bytes:
    """Return the XML of an e-invoice."""
    return _Writer(bill).write()


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes one e-invoice; figures of a credit note get their sign here."""

    bill: EBill

    def write(self) -> bytes:
        bill = self.bill
        reach = bill.seller.reach
        root = Element(
            "Finvoice",
            inside=(
                *self._transmission(),
                _party("Seller", bill.seller),
                leaf("SellerContactPersonName", reach.name[:NAME]),
                branch(
                    "SellerCommunicationDetails",
                    leaf("SellerPhoneNumberIdentifier", reach.phone[:PART]),
                    leaf("SellerEmailaddressIdentifier", reach.email[:NAME]),
                ),
                self._accounts(),
                _party("Buyer", bill.buyer),
                branch(
                    "BuyerCommunicationDetails",
                    leaf("BuyerEmailaddressIdentifier", bill.buyer.reach.email[:NAME]),
                ),
                *self._delivery(),
                self._details(),
                *(self._row(line) for line in bill.lines),
                self._epi(),
            ),
            attributes={"Version": "3.0"},
        )
        return document(root, {}, ENCODING)

    def _transmission(self) -> tuple[Element, ...]:
        """Return who sends to whom through which operators, where all of them are known."""
        seller, buyer = self.bill.seller, self.bill.buyer
        if not (seller.is_carried and buyer.is_carried):
            return ()
        return (
            branch(
                "MessageTransmissionDetails",
                branch(
                    "MessageSenderDetails",
                    leaf("FromIdentifier", seller.endpoint, SchemeID=seller.endpoint_scheme),
                    leaf("FromIntermediator", seller.operator),
                ),
                branch(
                    "MessageReceiverDetails",
                    leaf("ToIdentifier", buyer.endpoint, SchemeID=buyer.endpoint_scheme),
                    leaf("ToIntermediator", buyer.operator),
                ),
                branch(
                    "MessageDetails",
                    leaf("MessageIdentifier", self.bill.number.rjust(2, "0")),
                    leaf("MessageTimeStamp", f"{self.bill.issued_on.isoformat()}T00:00:00"),
                    leaf("SpecificationIdentifier", SPECIFICATION),
                ),
            ),
        )

    def _accounts(self) -> Element:
        paying = self.bill.paying
        if not paying.bic:
            return branch("SellerInformationDetails")
        return branch(
            "SellerInformationDetails",
            branch(
                "SellerAccountDetails",
                leaf("SellerAccountID", paying.account, **_scheme_of(paying.account)),
                leaf("SellerBic", paying.bic, IdentificationSchemeName="BIC"),
            ),
        )

    def _delivery(self) -> tuple[Element, ...]:
        bill, place = self.bill, self.bill.place
        first, last = bill.span.first, bill.span.last
        period = branch(
            "DeliveryPeriodDetails",
            _day("StartDate", first or last),
            _day("EndDate", last or first),
        )
        return (
            branch(
                "DeliveryPartyDetails",
                leaf("DeliveryOrganisationName", place.name[:PART]),
                _address("Delivery", place.address),
            )
            if place and _is_whole(place.address)
            else branch("DeliveryPartyDetails"),
            branch("DeliveryDetails", _day("DeliveryDate", bill.delivered_on), period),
        )

    def _details(self) -> Element:
        bill = self.bill
        preceding, *more = bill.preceding or (None,)
        is_credit = bill.is_credit
        return branch(
            "InvoiceDetails",
            leaf("InvoiceTypeCode", CREDIT_NOTE if is_credit else INVOICE),
            leaf("InvoiceTypeCodeUN", bill.code),
            leaf("InvoiceTypeText", (bill.title or "Invoice")[:PART]),
            leaf("OriginCode", "Original"),
            leaf("InvoiceNumber", bill.number[:20]),
            _day("InvoiceDate", bill.issued_on),
            leaf("OriginalInvoiceNumber", preceding.number[:20] if preceding else ""),
            _day("OriginalInvoiceDate", preceding.issued_on if preceding else None),
            *(_earlier(one) for one in (bill.preceding if more else ())),
            _day("InvoicingPeriodStartDate", bill.span.first),
            _day("InvoicingPeriodEndDate", bill.span.last),
            leaf("SellersBuyerIdentifier", bill.buyer.number[:NAME]),
            leaf("OrderIdentifier", bill.order[:NAME]),
            leaf("AgreementIdentifier", bill.contract[:NAME]),
            leaf("BuyerReferenceIdentifier", bill.buyer_reference[:NAME]),
            *self._sums(bill.sums),
            *(self._vat(part) for part in bill.vat),
            *(leaf("InvoiceFreeText", piece) for piece in pieces(bill.note, TEXT)),
            branch(
                "PaymentTermsDetails",
                *(leaf("PaymentTermsFreeText", one) for one in pieces(bill.terms, NAME)[:2]),
                _day("InvoiceDueDate", bill.due_on),
            ),
            *(self._adjustment(one) for one in bill.adjustments if not one.is_charge),
            *(self._adjustment(one) for one in bill.adjustments if one.is_charge),
        )

    def _sums(self, sums: Sums) -> tuple[Element, ...]:
        home = sums.home_tax
        return (
            self._money("RowsTotalVatExcludedAmount", sums.lines),
            self._money("DiscountsTotalVatExcludedAmount", sums.allowances or None),
            self._money("ChargesTotalVatExcludedAmount", sums.charges or None),
            self._money("InvoiceTotalVatExcludedAmount", sums.net),
            self._money("InvoiceTotalVatAmount", sums.tax),
            self._money("InvoiceTotalVatAccountingAmount", home),
            self._money("InvoiceTotalVatIncludedAmount", sums.gross),
            self._money("InvoiceTotalRoundoffAmount", sums.rounding or None),
            self._money("InvoicePaidAmount", sums.prepaid or None),
        )

    def _vat(self, part: VatPart) -> Element:
        return branch(
            "VatSpecificationDetails",
            self._money("VatBaseAmount", part.base),
            leaf("VatRatePercent", _comma(part.rate)),
            leaf("VatCode", part.category.value),
            self._money("VatRateAmount", part.tax),
            *(leaf("VatFreeText", piece) for piece in pieces(part.reason, NAME)[:3]),
            leaf("VatExemptionReasonCode", part.reason_code),
        )

    def _adjustment(self, one: Adjustment) -> Element:
        reason = "ReasonText" if one.is_charge else "FreeText"
        return branch(
            "ChargeDetails" if one.is_charge else "DiscountDetails",
            leaf(reason, one.reason[:NAME]),
            leaf("ReasonCode", one.reason_code),
            leaf("Percent", _percent(one.percent)),
            self._money("Amount", one.amount),
            self._money("BaseAmount", one.base),
            leaf("VatCategoryCode", one.category.value),
            leaf("VatRatePercent", _comma(one.rate)),
        )

    def _row(self, line: BillLine) -> Element:
        sign = -1 if self.bill.is_credit else 1
        price, per = base_price(line.price)
        money = {"AmountCurrencyIdentifier": line.net.currency}
        unit = {"QuantityUnitCode": line.unit[:14], "QuantityUnitCodeUN": line.unit_code}
        texts = (*pieces(line.name, LINE)[1:], *pieces(line.description, TEXT))
        taken = [one for one in line.adjustments if not one.is_charge]
        added = [one for one in line.adjustments if one.is_charge]
        return branch(
            "InvoiceRow",
            leaf("ArticleName", line.name[:LINE].strip()),
            leaf("InvoicedQuantity", _comma(line.quantity * sign), **unit),
            _day("StartDate", line.span.first),
            _day("EndDate", line.span.last),
            leaf("UnitPriceAmount", price, **money),
            leaf("UnitPriceNetAmount", price, **money),
            leaf("UnitPriceBaseQuantity", per),
            leaf("RowPositionIdentifier", line.number),
            *(leaf("RowFreeText", text) for text in (*texts, *pieces(line.note, TEXT))),
            *(element for one in taken for element in self._row_discount(one)),
            *(self._row_charge(one) for one in added),
            leaf("RowVatRatePercent", _comma(line.rate)),
            leaf("RowVatCode", line.category.value),
            self._money("RowVatExcludedAmount", line.net),
        )

    def _row_discount(self, one: Adjustment) -> tuple[Element, ...]:
        return (
            leaf("RowDiscountPercent", _percent(one.percent)),
            self._money("RowDiscountAmount", one.amount),
            self._money("RowDiscountBaseAmount", one.base),
            leaf("RowDiscountTypeCode", one.reason_code),
            leaf("RowDiscountTypeText", one.reason[:PART]),
        )

    def _row_charge(self, one: Adjustment) -> Element:
        return branch(
            "RowChargeDetails",
            leaf("ReasonText", one.reason[:NAME]),
            leaf("ReasonCode", one.reason_code),
            leaf("Percent", _percent(one.percent)),
            self._money("Amount", one.amount),
            self._money("BaseAmount", one.base),
        )

    def _epi(self) -> Element:
        """Return how a bank pays it: every part stands, as banks want it."""
        bill, paying = self.bill, self.bill.paying
        return branch(
            "EpiDetails",
            branch(
                "EpiIdentificationDetails",
                _day("EpiDate", bill.issued_on),
                Element("EpiReference", stays=True),
            ),
            branch(
                "EpiPartyDetails",
                Element(
                    "EpiBfiPartyDetails",
                    inside=(leaf("EpiBfiIdentifier", paying.bic, IdentificationSchemeName="BIC"),),
                    stays=True,
                ),
                branch(
                    "EpiBeneficiaryPartyDetails",
                    leaf("EpiNameAddressDetails", *pieces(bill.seller.name, PART)[:1]),
                    leaf("EpiAccountID", paying.account, **_scheme_of(paying.account)),
                ),
            ),
            branch(
                "EpiPaymentInstructionDetails",
                _reference(paying.reference),
                self._money("EpiInstructedAmount", bill.sums.due),
                Element("EpiCharge", attributes={"ChargeOption": "SLEV"}, stays=True),
                _day("EpiDateOptionDate", bill.due_on),
                leaf("EpiPaymentMeansCode", paying.code),
            ),
        )

    def _money(self, name: str, money: Money | None) -> Element:
        if money is None:
            return branch(name)
        signed = -money.amount if self.bill.is_credit and money else money.amount
        text = f"{signed:.2f}".replace(".", ",")
        return leaf(name, text, AmountCurrencyIdentifier=money.currency)


def pieces(text: str, size: int) -> tuple[str, ...]:
    """Return a text in pieces that fit: its lines, and of a long one its parts."""
    lines = (line.strip() for line in text.split("\n"))
    return tuple(
        part
        for line in lines
        for start in range(0, len(line), size)
        if (part := line[start : start + size].strip())
    )


def by_words(text: str, size: int) -> tuple[str, ...]:
    """Return a text in pieces that fit, parted between words where that is possible."""
    return tuple(wrap(text, size))


def base_price(price: Decimal) -> tuple[str, str]:
    """Return a unit price with five decimals at most, and for how many units it is if not one."""
    places = max(0, -int(price.normalize().as_tuple().exponent)) if price else 0
    more = max(0, places - PRICE_PLACES)
    whole, _comma_sign, decimals = number(price.scaleb(more)).partition(".")
    return f"{whole},{decimals:0<2}", str(10**more) if more else ""


def _party(role: str, party: Party) -> Element:
    return branch(
        f"{role}PartyDetails",
        leaf(f"{role}PartyIdentifier", party.legal_id[:PART], SchemeID=party.legal_scheme),
        *(leaf(f"{role}OrganisationName", part) for part in by_words(party.name, NAME)),
        leaf(f"{role}OrganisationTaxCode", party.vat_id[:PART]),
        _address(role, party.address) if _is_whole(party.address) else None,
    )


def _earlier(one: Preceding) -> Element:
    return branch(
        "OriginalInvoiceReference",
        leaf("InvoiceNumber", one.number[:20]),
        _day("InvoiceDate", one.issued_on),
    )


def _address(role: str, address: Address) -> Element:
    streets = (*pieces(address.street, PART), *pieces(address.extra, PART))
    return branch(
        f"{role}PostalAddressDetails",
        *(leaf(f"{role}StreetName", part.ljust(2)) for part in streets[:3]),
        leaf(f"{role}TownName", address.town[:PART]),
        leaf(f"{role}PostCodeIdentifier", address.postcode[:PART]),
        leaf(f"{role}CountrySubdivision", address.region[:PART]),
        leaf("CountryCode", address.country),
    )


def _is_whole(address: Address) -> bool:
    return all(len(one) >= 2 for one in (address.street, address.town, address.postcode))


def _reference(reference: str) -> Element:
    """Return the payment reference, if it is one that banks know."""
    if is_rf(reference):
        return leaf("EpiRemittanceInfoIdentifier", reference, IdentificationSchemeName="ISO")
    known = reference if is_viitenumero(reference) else ""
    return leaf("EpiRemittanceInfoIdentifier", known, IdentificationSchemeName="SPY")


def _scheme_of(account: str) -> dict[str, str]:
    return _IBAN if is_right("iban", account) else _BBAN


def _percent(percent: Decimal | None) -> str:
    """Return a percentage, if Finvoice has room for all of it."""
    if not percent or percent != round(percent, PERCENT_PLACES):
        return ""
    return _comma(percent)


def _comma(value: Decimal) -> str:
    return number(value).replace(".", ",")


def _day(name: str, day: date | None) -> Element:
    return leaf(name, compact_day(day), Format="CCYYMMDD")
