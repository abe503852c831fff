"""Contacts: every problem at its field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.contacts.address import Address, AddressUse
from app.domain.contacts.contact import (
    BankAccount,
    Contact,
    Identifier,
    Point,
    PointKind,
    Terms,
    check,
    check_point,
)
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money

CONTACT = Contact(
    ContactId(1),
    1,
    "Kahvila Aamu Oy",
    addresses=(
        Address(street="Satama 2", use=AddressUse.DELIVERY),
        Address(street="Hämeenkatu 1", postcode="33100", town="Tampere", country="FI"),
    ),
    points=(Point(PointKind.EMAIL, "info@aamu.example"), Point(PointKind.PHONE, "+358 3 123 456")),
    identifiers=(Identifier("fi.business_id", "2077474-0"), Identifier("fi.vat", "FI20774740")),
    accounts=(BankAccount("FI4950009420028730", "OKOYFIHH"),),
    terms=Terms(days=14, credit_limit=Money(100_000, "EUR")),
)


def found(contact: Contact, country: str = "FI") -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in check(contact, country)]


def test_a_proper_contact_has_no_problem() -> None:
    assert found(CONTACT) == []


def test_a_name_is_enough() -> None:
    assert found(Contact(ContactId(1), 1, "Maija")) == []
    assert found(Contact(ContactId(1), 1, "ม" * 200)) == []
    assert found(Contact(ContactId(1), 1, " \n")) == [("name", "contacts.without-name")]


def test_every_problem_is_named_at_its_field() -> None:
    wrong = replace(
        CONTACT,
        name="",
        addresses=(Address(country="QQ"),),
        points=(Point(PointKind.PHONE, "040 1234567"), Point(PointKind.EMAIL, "info(at)aamu")),
        identifiers=(Identifier("fi.vat", "FI12345670"),),
        accounts=(BankAccount("FI4950009420028731", "OKOYXXHH"),),
        terms=Terms(days=-1, credit_limit=Money(-1, "EUR")),
    )

    assert found(wrong) == [
        ("name", "contacts.without-name"),
        ("addresses.0.country", "address.unknown-country"),
        ("points.1.value", "contacts.wrong-email"),
        ("identifiers.0.value", "identifier.wrong-check-digit"),
        ("accounts.0.iban", "identifier.wrong-check-digit"),
        ("accounts.0.bic", "identifier.unknown-country"),
        ("terms.days", "contacts.terms-out-of-range"),
        ("terms.credit_limit", "contacts.negative-limit"),
    ]


def test_a_domestic_account_number_passes_where_ibans_are_not_the_rule() -> None:
    contact = replace(CONTACT, accounts=(BankAccount("123-4-56789-0"),))

    assert found(contact, "TH") == []
    assert found(contact, "FI") == [("accounts.0.iban", "identifier.wrong-character")]


@pytest.mark.parametrize(
    ("kind", "value", "is_right"),
    [
        (PointKind.EMAIL, "maija.mäkinen@yritys.fi", True),
        (PointKind.EMAIL, "a@b", False),
        (PointKind.EMAIL, "a b@c.fi", False),
        (PointKind.EMAIL, "<a@b.fi>", False),
        (PointKind.PHONE, "(03) 123 4567", True),
        (PointKind.PHONE, "+66 80 123 4567 ext. 12", True),
        (PointKind.PHONE, "call me", False),
        (PointKind.PHONE, "12", False),
        (PointKind.WEBSITE, "www.aamu.example/yhteys", True),
        (PointKind.WEBSITE, "https://aamu.example", True),
        (PointKind.WEBSITE, "our page", False),
    ],
)
def test_a_way_to_reach_somebody_has_its_form(
    kind: PointKind, value: str, *, is_right: bool
) -> None:
    assert (check_point(Point(kind, value)) == ()) is is_right


def test_an_address_is_found_by_its_use_or_the_first_one_stands_in() -> None:
    first, billing = CONTACT.addresses

    assert CONTACT.address_for(AddressUse.BILLING) == billing
    assert CONTACT.address_for(AddressUse.VISITING) == first
    assert Contact(ContactId(1), 1, "Maija").address_for(AddressUse.BILLING) is None


def test_an_identifier_is_found_by_its_scheme() -> None:
    assert CONTACT.identifier("fi.vat") == "FI20774740"
    assert CONTACT.identifier("th.tin") == ""


def test_papers_in_an_unknown_language_are_a_problem() -> None:
    found = check(replace(CONTACT, terms=Terms(language="xx")), "FI")

    assert ("terms.language", "language.unknown") in {(one.field, one.code) for one in found}
