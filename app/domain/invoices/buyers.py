"""The buyer on paper: who it is, and what the law of the seller wants to read there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.domain.contacts.address import Address, AddressUse
from app.domain.contacts.contact import Contact, PointKind
from app.domain.invoices.invoice import Buyer, Invoice
from app.domain.invoices.totals import totals_of
from app.domain.shared.endpoints import LEITWEG, OVT, split_endpoint
from app.domain.shared.identifiers import written
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal
from app.domain.shared.vat import Category

VAT_SCHEMES = ("fi.vat", "de.vat", "eu.vat", "th.tin")
BUSINESS_SCHEMES = ("fi.business_id", "de.tax", "us.ein")
PARTS = ("street", "postcode", "town", "country", "vat_id", "business_id", "branch")
NAMED_BY_VAT_ID = frozenset({Category.REVERSE_CHARGE, Category.INTRA_COMMUNITY})

WITHOUT_NAME = Rule("invoices.buyer-without-name")
WITHOUT_ADDRESS = Rule("invoices.buyer-without-address", "part")
ASKS_ADDRESS = Rule("invoices.buyer-address-incomplete", "part", is_warning=True)
WITHOUT_VAT_ID = Rule("invoices.buyer-without-vat-id")
ASKS_VAT_ID = Rule("invoices.buyer-vat-id-missing", is_warning=True)
WITHOUT_BRANCH = Rule("invoices.buyer-without-branch")
ASKS_BRANCH = Rule("invoices.buyer-branch-missing", is_warning=True)
WITHOUT_BUSINESS_ID = Rule("invoices.buyer-without-business-id")
ASKS_BUSINESS_ID = Rule("invoices.buyer-business-id-missing", is_warning=True)

_RULES = {
    "vat_id": (WITHOUT_VAT_ID, ASKS_VAT_ID),
    "branch": (WITHOUT_BRANCH, ASKS_BRANCH),
    "business_id": (WITHOUT_BUSINESS_ID, ASKS_BUSINESS_ID),
}


@dataclass(frozen=True, slots=True)
class BuyerNeeds:
    """What a country's law wants to know of a buyer; each is a tuple of PARTS.

    ``needs`` is required, ``needs_with_vat_id`` where the buyer has a VAT id, ``asks`` only
    warns. What concerns identifiers holds for buyers in ``country``; below ``from_gross`` a
    simplified invoice will do and nothing is asked.
    """

    country: str = ""
    needs: tuple[str, ...] = ()
    needs_with_vat_id: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    from_gross: Decimal = Decimal(0)


def buyer_of(contact: Contact) -> Buyer:
    """Return a contact as the buyer that an invoice keeps."""
    emails = (point.value for point in contact.points if point.kind is PointKind.EMAIL)
    scheme, endpoint = endpoint_of(contact)
    return Buyer(
        name=contact.name,
        address=contact.address_for(AddressUse.BILLING) or Address(),
        number=contact.number,
        vat_id=_first(contact, VAT_SCHEMES),
        business_id=_first(contact, BUSINESS_SCHEMES),
        branch=contact.identifier("th.branch"),
        email=next(emails, ""),
        endpoint=endpoint,
        endpoint_scheme=scheme,
        operator=contact.identifier("fi.operator"),
    )


def endpoint_of(contact: Contact) -> tuple[str, str]:
    """Return where a contact gets e-invoices: the code of the address, and the address."""
    if told := contact.identifier("eu.endpoint"):
        return split_endpoint(told)
    for scheme, code in (("de.leitweg", LEITWEG), ("fi.ovt", OVT)):
        if found := contact.identifier(scheme):
            return code, found
    return "", ""


def missing(draft: Invoice, buyer: Buyer, needs: BuyerNeeds) -> tuple[Problem, ...]:
    """Return what the law of the seller misses of this buyer on this invoice."""
    found = {problem.field: problem for problem in _asked(draft, buyer, needs)}
    if not buyer.name.strip():
        found["name"] = WITHOUT_NAME.at("name")
    if not buyer.vat_id and any(line.category in NAMED_BY_VAT_ID for line in draft.lines):
        found["vat_id"] = WITHOUT_VAT_ID.at("vat_id")
    return tuple(found.values())


def _asked(draft: Invoice, buyer: Buyer, needs: BuyerNeeds) -> Iterator[Problem]:
    if _is_small(draft, needs.from_gross):
        return
    required = needs.needs + (needs.needs_with_vat_id if buyer.vat_id else ())
    is_domestic = buyer.address.country in {"", needs.country}
    for part in (*needs.asks, *required):
        if not _part(buyer, part).strip() and (is_domestic or part not in _RULES):
            yield _problem(part, is_required=part in required)


def _problem(part: str, *, is_required: bool) -> Problem:
    if part in _RULES:
        return _RULES[part][0 if is_required else 1].at(part)
    return (WITHOUT_ADDRESS if is_required else ASKS_ADDRESS).at(f"address.{part}", part=part)


def _part(buyer: Buyer, part: str) -> str:
    address = buyer.address
    parts = {
        "street": address.street,
        "postcode": address.postcode,
        "town": address.town,
        "country": address.country,
        "vat_id": buyer.vat_id,
        "business_id": buyer.business_id,
        "branch": buyer.branch,
    }
    return parts[part]


def _is_small(draft: Invoice, from_gross: Decimal) -> bool:
    try:
        return totals_of(draft).gross.amount < from_gross
    except Refusal:
        return False


def _first(contact: Contact, schemes: tuple[str, ...]) -> str:
    """Return the first of these identifiers that the contact has, as people write it."""
    found = ((scheme, contact.identifier(scheme)) for scheme in schemes)
    return next((written(scheme, value) for scheme, value in found if value), "")
