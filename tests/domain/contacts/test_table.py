"""A contact is one row of a table, in the columns an import reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.domain.contacts.contact import Point, PointKind, Terms
from app.domain.contacts.table import FIELDS, Value, values_of
from app.domain.shared.money import Money
from tests.builders import a_contact


def row_of(**parts: Any) -> dict[str, Value]:
    return dict(zip(FIELDS, values_of(a_contact(number="7", **parts)), strict=True))


def test_a_row_holds_the_first_address_and_account_and_all_points() -> None:
    points = (Point(PointKind.EMAIL, "a@x.example"), Point(PointKind.EMAIL, "b@x.example"))

    row = row_of(points=points, note="two\nlines")

    assert (row["name"], row["number"], row["town"]) == ("Kahvila Aamu Oy", "7", "Tampere")
    assert (row["email"], row["phone"]) == ("a@x.example; b@x.example", "")
    assert (row["business_id"], row["iban"]) == ("2077474-0", "FI49 5000 9420 0287 30")
    assert row["note"] == "two lines"


def test_figures_are_numbers_and_what_is_not_known_is_empty() -> None:
    agreed = row_of(terms=Terms(14, Money(150_050, "EUR")))
    unknown = row_of(addresses=(), identifiers=(), accounts=())

    assert (agreed["terms_days"], agreed["credit_limit"]) == (Decimal(14), Decimal("1500.50"))
    assert (unknown["terms_days"], unknown["street"], unknown["iban"]) == (None, "", "")
