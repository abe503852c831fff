"""The words of contacts: kinds, uses and languages as a clerk reads them."""

from __future__ import annotations

from app.domain.contacts.address import AddressUse
from app.domain.contacts.contact import Kind, PointKind, Verdict
from app.lang.texts import mark

KINDS = {Kind.COMPANY: mark("Company"), Kind.PERSON: mark("Person")}
ADDRESS_USES = {
    AddressUse.BILLING: mark("Billing address"),
    AddressUse.DELIVERY: mark("Delivery address"),
    AddressUse.VISITING: mark("Visiting address"),
}
VERDICTS = {Verdict.VALID: mark("Valid"), Verdict.INVALID: mark("Not valid")}
POINTS = {
    PointKind.EMAIL: mark("E-mail"),
    PointKind.PHONE: mark("Phone"),
    PointKind.WEBSITE: mark("Website"),
}
