"""Merge fields: what a letter can say of its receiver, its sender and itself."""

from __future__ import annotations

CONTACT = (
    "contact.name",
    "contact.person",
    "contact.street",
    "contact.extra",
    "contact.postcode",
    "contact.town",
    "contact.region",
    "contact.country",
    "contact.email",
    "contact.phone",
    "contact.number",
    "contact.identifier",
)
COMPANY = (
    "company.name",
    "company.street",
    "company.postcode",
    "company.town",
    "company.email",
    "company.phone",
    "company.website",
    "company.identifier",
    "company.account",
)
LETTER = (
    "letter.number",
    "letter.date",
    "letter.subject",
    "letter.our-reference",
    "letter.your-reference",
    "letter.responsible",
)
ANSWERED = (
    "answered.number",
    "answered.reference",
    "answered.date",
    "answered.received",
    "answered.subject",
)
SIGNATORY = ("signatory.name", "signatory.title")

PERSON = (
    "person.name",
    "person.number",
    "person.identity",
    "person.born",
    "person.street",
    "person.postcode",
    "person.town",
    "person.country",
    "person.workplace",
    "person.department",
    "person.manager",
)
CONTRACT = (
    "contract.kind",
    "contract.position",
    "contract.starts",
    "contract.ends",
    "contract.probation",
    "contract.hours",
    "contract.notice",
    "contract.agreement",
    "contract.pay",
    "contract.grade",
)
"""What only the paper of a contract of employment says; in any other letter these are empty."""

FIELDS = (*CONTACT, *LETTER, *ANSWERED, *SIGNATORY, *COMPANY, *PERSON, *CONTRACT)
"""Every field, in the order in which a clerk is shown them."""
