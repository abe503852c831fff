"""Explain this total, word for word: cases that were computed by hand, with every kind of step."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.invoice import Discount
from app.domain.shared.money import Money
from app.domain.shared.quantities import Quantity
from app.lang.formats import formats_in
from app.lang.steps import step_text
from app.lang.texts import say_in
from app.outside.clock import FixedClock
from app.services import invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY, off, percent
from tests.trade import a_content, a_written_line, opened_books

HEADING = DraftLine("Week 11", Quantity(Decimal(0)))


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def told(office: Office, content: Draft) -> list[str]:
    """Return the explanation as a clerk reads it, with one kind of blank."""
    say, formats = say_in("en"), formats_in("en", "FI")
    steps = office.ask(invoices.explanation, content)
    texts = (step_text(step.code, step.facts, say, formats) for step in steps)
    return [text.replace("\u00a0", " ") for text in texts]


def discounted(discount: Discount, **parts: str) -> DraftLine:
    return replace(a_written_line(**parts), discount=discount)


def test_prices_with_vat_and_a_discount_in_per_cent(office: Office) -> None:
    lines = (a_written_line(price="125.50"), a_written_line(price="110", vat="low"))

    text = told(office, a_content(*lines, is_gross=True, discount=percent("10")))

    assert text == [
        "Line 1: 1 × €125.50 = €125.50",
        "Line 1: VAT 25.5%, as it is today",
        "Line 2: 1 × €110.00 = €110.00",
        "Line 2: VAT 10%, as it is today",
        "VAT 25.5%: lines together €125.50",
        "VAT 25.5%: discount 10% of €125.50 = €12.55",
        "VAT 25.5%: €112.95 includes €22.95 of tax",
        "VAT 25.5%: €112.95 − €22.95 = €90.00 before tax",
        "VAT 10%: lines together €110.00",
        "VAT 10%: discount 10% of €110.00 = €11.00",
        "VAT 10%: €99.00 includes €9.00 of tax",
        "VAT 10%: €99.00 − €9.00 = €90.00 before tax",
        "Sum of the lines (2): €235.50",
        "Discount, all rates together: €23.55",
        "Total without tax, all rates together: €180.00",
        "VAT, all rates together: €31.95",
        "To pay: €180.00 + €31.95 = €211.95",
    ]


def test_an_amount_off_everything_is_shared_by_the_rates(office: Office) -> None:
    lines = (a_written_line(price="30"), a_written_line(price="70", vat="low"))

    text = told(office, a_content(*lines, discount=off("10")))

    assert text[4:] == [
        "VAT 25.5%: lines together €30.00",
        "VAT 25.5%: €30.00 of €100.00 bears €3.00 of the discount €10.00",
        "VAT 25.5%: €30.00 − €3.00 = €27.00 before tax",
        "VAT 25.5%: 25.5% of €27.00 = 6.885, rounded once to €6.89",
        "VAT 10%: lines together €70.00",
        "VAT 10%: €70.00 of €100.00 bears €7.00 of the discount €10.00",
        "VAT 10%: €70.00 − €7.00 = €63.00 before tax",
        "VAT 10%: 10% of €63.00 = €6.30",
        "Sum of the lines (2): €100.00",
        "Discount, all rates together: €10.00",
        "Total without tax, all rates together: €90.00",
        "VAT, all rates together: €13.19",
        "To pay: €90.00 + €13.19 = €103.19",
    ]


def test_a_line_that_is_rounded_discounted_and_returned(office: Office) -> None:
    lines = (
        discounted(off("4.50"), quantity="2.25", price="64.22"),
        discounted(percent("12.5"), quantity="3", price="0.333333"),
        a_written_line("-1", "20"),
    )

    text = told(office, a_content(*lines))

    assert [line for line in text if "VAT 25.5%, as" not in line] == [
        "Line 1: 2.25 × €64.22 = 144.495, rounded to €144.50",
        "Line 1: discount €4.50",
        "Line 1: €144.50 − €4.50 = €140.00",
        "Line 2: 3 × €0.333333 = 0.999999, rounded to €1.00",
        "Line 2: discount 12.5% of €1.00 = 0.125, rounded to €0.13",
        "Line 2: €1.00 − €0.13 = €0.87",
        "Line 3: -1 × €20.00 = -€20.00",
        "VAT 25.5%: lines together €120.87",
        "VAT 25.5%: 25.5% of €120.87 = 30.82185, rounded once to €30.82",
        "Sum of the lines (3): €120.87",
        "Total without tax, all rates together: €120.87",
        "VAT, all rates together: €30.82",
        "To pay: €120.87 + €30.82 = €151.69",
    ]


def test_everything_off_is_nothing_to_pay(office: Office) -> None:
    text = told(office, a_content(discounted(percent("100"), quantity="2.25", price="64.22")))

    assert text[-1] == "To pay: €0.00 + €0.00 = €0.00"


def test_the_lines_have_the_numbers_of_the_form(office: Office) -> None:
    blank, written = DraftLine(), a_written_line()

    text = told(office, a_content(blank, HEADING, blank, written))

    assert text[0] == "Line 4: 1 × €100.00 = €100.00"
    assert "Sum of the lines (1): €100.00" in text


def test_what_is_explained_is_what_is_issued(office: Office) -> None:
    content = a_content(a_written_line("3", "33.33", discount="7"), discount=percent("3"))
    written = office.ask(invoices.explanation, content)

    draft = office.do(invoices.draft, content).result
    issued = office.do(invoices.issue, draft.id).result

    explained = office.ask(invoices.explanation_of, issued.id)
    (row,) = office.ask(invoices.rows, (issued.id,))
    assert explained[-1].facts == written[-1].facts
    assert explained[-1].facts["gross"] == Money(row.gross_minor, "EUR")
