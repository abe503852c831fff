"""What stands in the way of an e-invoice: the rules of its format, before it is issued.

The rules are those of EN 16931 (BR), XRechnung (BR-DE), Peppol BIS Billing 3 and Finvoice, told at
the field that mends them. What the model always gets right by itself has no rule here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.contacts.address import Address
from app.domain.invoices.billing import Sending, bill_of, unit_code
from app.domain.invoices.buyers import WITHOUT_VAT_ID
from app.domain.invoices.einvoice import XRECHNUNG, EBill, Party
from app.domain.invoices.etax_rules import etax
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.issue import due_day
from app.domain.invoices.totals import totals_of
from app.domain.shared.eformats import EFormat
from app.domain.shared.endpoints import EMAIL
from app.domain.shared.identifiers import checked, compact
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.vat import Category

NO_BUYER_REFERENCE = Rule("einvoice.buyer-reference-missing")
NO_REFERENCE = Rule("einvoice.reference-missing")
NO_ENDPOINT = Rule("einvoice.buyer-endpoint-missing")
NO_PEPPOL_ID = Rule("einvoice.buyer-peppol-id-missing")
NO_BUYER_PLACE = Rule("einvoice.buyer-place-missing")
NO_BUYER_ADDRESS = Rule("einvoice.buyer-address-missing")
NO_DELIVERY_PLACE = Rule("einvoice.delivery-place-missing")
NO_OPERATOR = Rule("einvoice.buyer-operator-missing", is_warning=True)
OUR_NUMBER = Rule("einvoice.our-number-missing")
OUR_VAT_ID = Rule("einvoice.our-vat-id-missing")
OUR_ACCOUNT = Rule("einvoice.our-account-missing")
OUR_PHONE = Rule("einvoice.our-phone-missing")
OUR_EMAIL = Rule("einvoice.our-email-missing")
OUR_PLACE = Rule("einvoice.our-place-missing")
OUR_ADDRESS = Rule("einvoice.our-address-missing")
OUR_PEPPOL_ID = Rule("einvoice.our-peppol-id-missing")
OUR_OPERATOR = Rule("einvoice.our-operator-missing", is_warning=True)
UNKNOWN_UNIT = Rule("einvoice.unknown-unit", "unit", is_warning=True)
OUTSIDE_WITH_OTHERS = Rule("einvoice.outside-with-others")
ODD_RATE = Rule("einvoice.odd-rate", "vat", "rate")
NO_DELIVERY_DAY = Rule("einvoice.delivery-day-missing")
ASKS_DELIVERY_DAY = Rule("einvoice.delivery-day-asked", is_warning=True)
PERIOD_BACKWARDS = Rule("einvoice.period-backwards", "since", "until")
TOO_LONG = Rule("einvoice.too-long", "most")

COMPANY = "company"
UNTAXED = frozenset({Category.OUTSIDE_SCOPE})
BY_OUR_VAT_ID = frozenset({Category.INTRA_COMMUNITY, Category.EXPORT})
LONGEST_QUANTITY = 14
SHORTEST_PART = 2
_LEITWEG = re.compile(r"\d{2,12}(-[0-9A-Za-z]*)?-\d{1,3}")
_PHONE_DIGITS = 3


def check_sending(draft: Invoice, sending: Sending, today: date) -> tuple[Problem, ...]:
    """Return what stands in the way of sending a draft as the e-invoice that its buyer gets.

    Its figures must be countable: see checks.check_figures.
    """
    if draft.eformat is EFormat.NONE or all(line.is_heading for line in draft.lines):
        return ()
    issued_on = draft.issued_on or today
    dated = replace(draft, issued_on=issued_on, due_on=due_day(draft, issued_on))
    bill = bill_of(dated, totals_of(dated), sending)
    if draft.eformat is EFormat.ETAX:
        return (*_spans(bill), *etax(bill, sending.provinces))
    return (
        *_units(draft, sending),
        *_odd_rates(draft),
        *_spans(bill),
        *_european(bill),
        *_own(bill, sending),
    )


def _own(bill: EBill, sending: Sending) -> Iterator[Problem]:
    """Yield what the rules of the format itself ask for."""
    if bill.eformat in XRECHNUNG:
        yield from _xrechnung(bill, sending)
    elif bill.eformat is EFormat.PEPPOL:
        yield from _peppol(bill, sending)
    elif bill.eformat is EFormat.FINVOICE:
        yield from _finvoice(bill, sending)


def _units(draft: Invoice, sending: Sending) -> Iterator[Problem]:
    """Yield the units that have no code (BR-CL-23): they are told as pieces."""
    for place, line in enumerate(draft.lines):
        if not line.is_heading and not unit_code(line.unit, sending.units):
            yield UNKNOWN_UNIT.at(f"lines.{place}.unit", unit=line.unit)


def _odd_rates(draft: Invoice) -> Iterator[Problem]:
    """Yield the lines whose rate is not of their category (BR-S-05, BR-Z-05, BR-E-05 …)."""
    for place, line in enumerate(draft.lines):
        if not line.is_heading and bool(line.rate) != (line.category is Category.STANDARD):
            yield ODD_RATE.at(f"lines.{place}.vat", vat=line.vat, rate=line.rate)


def _spans(bill: EBill) -> Iterator[Problem]:
    first, last = bill.span.first, bill.span.last
    if first and last and last < first:
        yield PERIOD_BACKWARDS.at("period_to", since=first, until=last)


def _european(bill: EBill) -> Iterator[Problem]:
    """Yield what EN 16931 asks for (BR-CO-26, BR-S/Z/E/AE/IC/G/O-*)."""
    found = {part.category for part in bill.vat}
    if found > UNTAXED:
        yield OUTSIDE_WITH_OTHERS.at("lines")
    seller = bill.seller
    if not (seller.vat_id or seller.legal_id or seller.number):
        yield OUR_NUMBER.at(f"{COMPANY}.identifiers")
    elif _lacks_vat_id(found, seller):
        yield OUR_VAT_ID.at(f"{COMPANY}.identifiers")
    if Category.INTRA_COMMUNITY in found:
        if not bill.buyer.vat_id:
            yield WITHOUT_VAT_ID.at("buyer.vat_id")
        if not (bill.delivered_on or bill.span.first):
            yield NO_DELIVERY_DAY.at("delivered_on")


def _lacks_vat_id(found: set[Category], seller: Party) -> bool:
    """Say whether the VAT told has no number of the seller that it could be told under."""
    if seller.vat_id:
        return False
    return bool(found & BY_OUR_VAT_ID) or bool(found - UNTAXED and not seller.tax_number)


def _xrechnung(bill: EBill, sending: Sending) -> Iterator[Problem]:
    """Yield what XRechnung asks for (BR-DE-*)."""
    yield from _german(bill, sending)
    if not bill.buyer.endpoint:
        yield NO_ENDPOINT.at("buyer.endpoint")
    if not (bill.delivered_on or bill.span.first or bill.span.last):
        yield ASKS_DELIVERY_DAY.at("delivered_on")


def _german(bill: EBill, sending: Sending) -> Iterator[Problem]:
    """Yield what is asked for in Germany, in XRechnung as in Peppol between two Germans."""
    if not bill.buyer_reference:
        yield NO_BUYER_REFERENCE.at("your_reference")
    else:
        yield from _leitweg(bill.buyer_reference)
    reach = bill.seller.reach
    if sum(char.isdecimal() for char in reach.phone) < _PHONE_DIGITS:
        yield OUR_PHONE.at(f"{COMPANY}.phone")
    if "@" not in reach.email:
        yield OUR_EMAIL.at(f"{COMPANY}.email")
    if not _has_place(bill.seller.address):
        yield OUR_PLACE.at(f"{COMPANY}.address")
    if not _has_place(bill.buyer.address):
        yield NO_BUYER_PLACE.at("buyer.address")
    if bill.place and bill.place.address != Address() and not _has_place(bill.place.address):
        yield NO_DELIVERY_PLACE.at("buyer.address")
    yield from _account(bill, sending)


def _leitweg(reference: str) -> Iterator[Problem]:
    """Yield what is wrong with a reference that looks like a Leitweg-ID."""
    written = compact("de.leitweg", reference)
    if _LEITWEG.fullmatch(written) and (fault := checked("de.leitweg", written, "your_reference")):
        yield fault


def _account(bill: EBill, sending: Sending) -> Iterator[Problem]:
    if sending.account is None and bill.sums.due.minor > 0:
        yield OUR_ACCOUNT.at(f"{COMPANY}.accounts")


def _peppol(bill: EBill, sending: Sending) -> Iterator[Problem]:
    """Yield what Peppol BIS Billing 3 asks for (PEPPOL-EN16931-R003, R010, R020, DE-R-*)."""
    seller, buyer = bill.seller, bill.buyer
    if seller.address.country == buyer.address.country == "DE":
        yield from _german(bill, sending)
    elif not (bill.buyer_reference or bill.order):
        yield NO_REFERENCE.at("your_reference")
    if not buyer.endpoint or buyer.endpoint_scheme == EMAIL:
        yield NO_PEPPOL_ID.at("buyer.endpoint")
    if not seller.endpoint or seller.endpoint_scheme == EMAIL:
        yield OUR_PEPPOL_ID.at(f"{COMPANY}.identifiers")


def _finvoice(bill: EBill, sending: Sending) -> Iterator[Problem]:
    """Yield what Finvoice 3.0 asks for: whole addresses, an account, and texts that fit."""
    if sending.account is None:
        yield OUR_ACCOUNT.at(f"{COMPANY}.accounts")
    if not _is_whole(bill.seller.address):
        yield OUR_ADDRESS.at(f"{COMPANY}.address")
    if not _is_whole(bill.buyer.address):
        yield NO_BUYER_ADDRESS.at("buyer.address")
    if not bill.buyer.is_carried:
        yield NO_OPERATOR.at("buyer.operator")
    if not bill.seller.is_carried:
        yield OUR_OPERATOR.at(f"{COMPANY}.identifiers")
    for line in bill.lines:
        if len(f"{line.quantity.normalize():f}") > LONGEST_QUANTITY:
            field = f"lines.{int(line.number) - 1}.quantity"
            yield TOO_LONG.at(field, most=LONGEST_QUANTITY)


def _has_place(address: Address) -> bool:
    return bool(address.town.strip() and address.postcode.strip())


def _is_whole(address: Address) -> bool:
    parts = (address.street, address.postcode, address.town)
    return all(len(part.strip()) >= SHORTEST_PART for part in parts)
