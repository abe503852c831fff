"""Two versions of a draft are told apart in the clerk's words, never by ids."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.invoices.invoice import Buyer, Discount, Invoice, Line, State
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.ui.invoices.conflicts import Choices, Difference, differences, settle_conflict
from tests.ui.invoices.test_rows import a_reader

READER = a_reader("en")
LAMP = Line("Lamp", Quantity(Decimal(2)), "pcs", UnitPrice(Decimal("129.9")), "standard")
MINE = Invoice(
    InvoiceId(1),
    1,
    State.DRAFT,
    "EUR",
    "fi",
    14,
    customer_id=ContactId(7_310_041),
    buyer=Buyer("Kahvila Aamu Oy"),
    lines=(LAMP,),
)


def told(theirs: Invoice) -> list[tuple[str, str, str]]:
    return [(one.what, one.mine, one.theirs) for one in differences(MINE, theirs, READER)]


def test_customers_stand_by_name() -> None:
    theirs = replace(MINE, customer_id=ContactId(9), buyer=Buyer("Ravintola Ilta"))

    assert told(theirs) == [("Customer", "Kahvila Aamu Oy", "Ravintola Ilta")]


def test_days_terms_languages_and_prices_stand_as_the_form_says_them() -> None:
    theirs = replace(
        MINE,
        due_on=date(2026, 4, 1),
        terms_days=30,
        language="en",
        is_gross=True,
        discount=Discount(percent=Rate(Decimal(5))),
    )

    assert told(theirs) == [
        ("Due", "", "1 Apr 2026"),
        ("Days to pay", "14", "30"),
        ("Language", "Finnish", "English"),
        ("Prices", "Without VAT", "Include VAT"),
        ("Discount on all", "", "5%"),
    ]


def test_lines_show_money_vat_and_days() -> None:
    dearer = replace(LAMP, price=UnitPrice(Decimal("130.9005")), delivered_on=date(2026, 3, 2))
    theirs = replace(MINE, lines=(replace(LAMP, vat="reduced_1"), dearer))

    first, second = told(theirs)

    assert first[:2] == ("Line 1", "2 pcs · Lamp · €129.90 · 25.5%")
    assert first[2] != first[1]
    assert second == ("Line 2", "", "2 pcs · Lamp · 130.9005 EUR · 25.5% · 2 Mar 2026")


def test_the_same_twice_differs_in_nothing() -> None:
    assert told(replace(MINE, version=2)) == []


def test_a_long_list_of_differences_says_how_many_more_there_are(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    many = tuple(Difference(f"Line {n}", "a", "b") for n in range(15))

    dialog = settle_conflict(parent, many, Choices(list, list, list))

    assert "and 3 more" in {label.text() for label in dialog.findChildren(QLabel)}
    dialog.reject()
