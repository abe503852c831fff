"""What stands in the way of an e-Tax invoice of Thailand (ETDA, Por Mor Thor 3-2560)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.domain.contacts.address import Address
from app.domain.invoices.einvoice import EBill
from app.domain.shared.identifiers import is_right
from app.domain.shared.problems import Problem, Rule

NOT_THAI = Rule("einvoice.etax-not-thai")
NOT_IN_BAHT = Rule("einvoice.etax-not-in-baht", "currency")
OUR_TAXPAYER = Rule("einvoice.our-taxpayer-number-missing")
OUR_THAI_ADDRESS = Rule("einvoice.our-thai-address-incomplete")
NO_THAI_ADDRESS = Rule("einvoice.buyer-thai-address-incomplete")
NO_ORIGIN = Rule("einvoice.origin-missing")
NO_CAUSE = Rule("einvoice.cause-missing")
HOME = "TH"
_DISTRICTS = re.compile(
    r"(?:แขวง|ตำบล|ต\.|khwaeng|tambon)\s*(\S+),?\s+(?:เขต|อำเภอ|อ\.|khet|amphoe)\s*(\S+)",
    re.IGNORECASE,
)
CURRENCY = "THB"


def etax(bill: EBill, provinces: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what the Revenue Department would send the file back for."""
    if bill.seller.address.country != HOME:
        yield NOT_THAI.at("eformat")
        return
    if bill.currency != CURRENCY:
        yield NOT_IN_BAHT.at("currency", currency=bill.currency)
    if not is_right("th.tin", bill.seller.vat_id):
        yield OUR_TAXPAYER.at("company.identifiers")
    seller = bill.seller.address
    is_known = any(one.strip().casefold() in provinces for one in (seller.region, seller.town))
    has_place = bool(seller.street) and all(districts(seller))
    if not (has_place and is_known and _is_postcode(seller.postcode)):
        yield OUR_THAI_ADDRESS.at("company.address")
    buyer = bill.buyer.address
    if not buyer.street or (buyer.country == HOME and not _is_postcode(buyer.postcode)):
        yield NO_THAI_ADDRESS.at("buyer.address")
    if bill.is_credit and not bill.preceding:
        yield NO_ORIGIN.at("origin")
    replaced = any(not one.is_taken_off for one in bill.preceding)
    if (bill.is_credit or replaced) and not bill.cause:
        yield NO_CAUSE.at("reason")


def districts(address: Address) -> tuple[str, str]:
    """Return subdistrict and district of an address: in one line by their words, or line by line.

    Where the province stands in a line of its own, the town is the district.
    """
    found = _DISTRICTS.search(address.extra)
    if found:
        return found[1], found[2]
    return address.extra.strip(), address.town.strip() if address.region else ""


def _is_postcode(text: str) -> bool:
    return len(text) == 5 and text.isdecimal()
