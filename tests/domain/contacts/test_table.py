"""A contact is one row of a table that an import reads again."""

from __future__ import annotations

from decimal import Decimal

from app.domain.contacts.address import Address
from app.domain.contacts.contact import (
    BankAccount,
    Contact,
    Identifier,
    Point,
    PointKind,
    Terms,
)
from app.domain.contacts.table import FIELDS, values_of
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money

LUMO = Contact(
    ContactId(1),
    1,
    "Lumo & Suoni Oy",
    number="0042",
    addresses=(Address("Hämeenkatu 12", postcode="00100", town="Helsinki", country="FI"),),
    points=(Point(PointKind.EMAIL, "a@lumo.example"), Point(PointKind.EMAIL, "b@lumo.example")),
    identifiers=(Identifier("fi.business_id", "12345671"),),
    accounts=(BankAccount("FI4950009420028730", "OKOYFIHH"),),
    terms=Terms(14, Money(1_000_00, "EUR")),
    note="line one\nline two",
)


def row(contact: Contact) -> dict[str, object]:
    return dict(zip(FIELDS, values_of(contact), strict=True))


def test_leading_zeros_stay_and_numbers_are_decimals() -> None:
    found = row(LUMO)

    assert (found["number"], found["postcode"]) == ("0042", "00100")
    assert (found["terms_days"], found["credit_limit"]) == (Decimal(14), Decimal("1000.00"))


def test_identifiers_and_accounts_are_written_as_people_do() -> None:
    found = row(LUMO)

    assert "1234567-1" in found.values()
    assert found["iban"] == "FI49 5000 9420 0287 30"


def test_several_points_share_a_cell_and_a_note_is_one_line() -> None:
    found = row(LUMO)

    assert found["email"] == "a@lumo.example; b@lumo.example"
    assert "\n" not in str(found["note"])


def test_a_bare_contact_has_empty_cells() -> None:
    found = row(Contact(ContactId(2), 1, "Vero"))

    assert found["name"] == "Vero"
    assert found["street"] == "" and found["terms_days"] is None
