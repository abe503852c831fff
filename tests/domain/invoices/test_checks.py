"""What stands in the way of issuing, each problem at its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given

from app.domain.invoices.buyers import BuyerNeeds
from app.domain.invoices.checks import IssueRules, check, check_figures
from app.domain.invoices.invoice import Discount, Invoice
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.vat import Category, RatePeriod, VatCode
from tests.builders import BUYER, TODAY, a_draft, a_line, journey_6, off, percent
from tests.domain.strategies import drafts

SINCE = date(2024, 9, 1)
CODES = {
    code: VatCode(code, Category.STANDARD, (RatePeriod(SINCE, Rate(Decimal(rate))),))
    for code, rate in {"standard": "25.5", "reduced": "13.5", "low": "10", "zero": "0"}.items()
}
RULES = IssueRules(CODES)


def found(draft: Invoice, rules: IssueRules = RULES) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in check(draft, rules, TODAY)]


def test_a_proper_draft_has_no_problem() -> None:
    assert found(journey_6()) == []


def test_an_invoice_over_nothing_may_be_issued() -> None:
    assert found(a_draft(a_line("1", "80", discount=percent("100")))) == []


def test_every_problem_is_named_at_once() -> None:
    line = replace(a_line(), description=" ", vat="nonsense")
    draft = replace(a_draft(line), customer_id=None, buyer=None, due_on=date(2026, 3, 1))

    problems = found(draft)

    assert problems == [
        ("customer_id", "invoices.no-customer"),
        ("lines.0.description", "invoices.line-without-description"),
        ("lines.0.vat", "invoices.unknown-vat"),
        ("due_on", "invoices.due-before-issue"),
    ]


@pytest.mark.parametrize("lines", [(), (replace(a_line("0", "0"), description="Heading"),)])
def test_an_invoice_needs_something_to_charge(lines: tuple[()]) -> None:
    assert found(replace(a_draft(), lines=lines)) == [("lines", "invoices.no-lines")]


def test_a_line_without_a_vat_code_is_named() -> None:
    draft = a_draft(a_line(), replace(a_line(), vat=""))

    assert found(draft) == [("lines.1.vat", "invoices.line-without-vat")]


def test_a_code_without_a_rate_on_that_day_is_named() -> None:
    draft = a_draft(replace(a_line(), delivered_on=SINCE - timedelta(days=1)))

    assert ("lines.0.vat", "vat.no-rate-yet") in found(draft)


@pytest.mark.parametrize(
    ("day", "problems"),
    [
        (TODAY + timedelta(days=1), []),
        (TODAY + timedelta(days=2), [("issued_on", "invoices.date-in-future")]),
        (TODAY - timedelta(days=366), []),
        (TODAY - timedelta(days=367), [("issued_on", "invoices.date-long-ago")]),
    ],
)
def test_the_day_of_issue_is_near_today(day: date, problems: list[tuple[str, str]]) -> None:
    assert found(replace(a_draft(), issued_on=day)) == problems


def test_a_year_with_a_digit_missing_is_impossible() -> None:
    draft = replace(a_draft(), issued_on=date(206, 3, 10))

    assert ("issued_on", "invoices.date-impossible") in found(draft)


def test_a_day_long_ago_only_warns() -> None:
    draft = replace(a_draft(), issued_on=date(2024, 10, 1))

    assert [problem.is_warning for problem in check(draft, RULES, TODAY)] == [True]


def test_a_wrong_year_of_delivery_or_of_the_due_day_warns() -> None:
    draft = replace(a_draft(), delivered_on=date(2206, 3, 1), due_on=date(2062, 3, 24))

    assert found(draft) == [
        ("due_on", "invoices.due-long-after"),
        ("delivered_on", "invoices.delivered-far-off"),
    ]


def test_terms_are_no_more_than_ten_years() -> None:
    assert found(replace(a_draft(), terms_days=-1)) == [
        ("terms_days", "invoices.terms-out-of-range")
    ]


@pytest.mark.parametrize(
    ("draft", "field", "code"),
    [
        (a_draft(a_line("1.0000001")), "lines.0.quantity", "number.too-many-places"),
        (a_draft(a_line("1", "0.1234567")), "lines.0.price", "number.too-many-places"),
        (a_draft(a_line("1", "1e18")), "lines.0.price", "number.too-large"),
        (a_draft(a_line("NaN")), "lines.0.quantity", "number.not-a-number"),
        (a_draft(a_line("9999999", "999999999")), "lines.0.price", "money.too-large"),
        (
            a_draft(*(a_line("900000", "900000000"),) * 2),
            "lines",
            "money.too-large",
        ),
        (
            a_draft(a_line(discount=percent("100.5"))),
            "lines.0.discount.percent",
            "invoices.discount-out-of-range",
        ),
        (a_draft(discount=percent("-1")), "discount.percent", "invoices.discount-out-of-range"),
        (a_draft(discount=off("-1")), "discount.amount", "invoices.discount-negative"),
        (
            a_draft(discount=Discount(Rate(Decimal(5)), Decimal(5))),
            "discount.amount",
            "invoices.discount-twice",
        ),
        (
            a_draft(a_line(discount=off("100.01"))),
            "lines.0.discount.amount",
            "invoices.discount-too-large",
        ),
        (a_draft(discount=off("100.01")), "discount.amount", "invoices.discount-too-large"),
        (a_draft(a_line("-1")), "lines", "invoices.negative-total"),
        (a_draft(currency="XXX"), "currency", "money.unknown-currency"),
    ],
)
def test_a_figure_the_books_cannot_hold_is_named(draft: Invoice, field: str, code: str) -> None:
    assert [(problem.field, problem.code) for problem in check_figures(draft)] == [(field, code)]


def test_a_credit_line_is_fine_while_the_total_is_not_negative() -> None:
    assert found(a_draft(a_line("2"), a_line("-1"))) == []


def test_a_buyer_without_a_name_is_no_customer() -> None:
    draft = a_draft()
    assert draft.buyer is not None
    nameless = replace(draft, buyer=replace(draft.buyer, name=" "))

    assert found(nameless) == [("buyer.name", "invoices.buyer-without-name")]
    assert found(replace(nameless, customer_id=None)) == [("customer_id", "invoices.no-customer")]


def test_the_country_of_the_seller_says_what_a_buyer_needs() -> None:
    needs = BuyerNeeds("FI", needs=("street",), asks=("vat_id", "branch"))
    draft = a_draft()
    assert draft.buyer is not None
    street = replace(draft.buyer.address, street="")
    bare = replace(draft, buyer=replace(draft.buyer, address=street, vat_id=""))

    problems = check(bare, IssueRules(CODES, needs), TODAY)

    assert [(problem.field, problem.is_warning) for problem in problems] == [
        ("buyer.vat_id", True),
        ("buyer.branch", True),
        ("buyer.address.street", False),
    ]


@given(drafts())
def test_whatever_is_typed_gives_problems_and_never_a_fault(draft: Invoice) -> None:
    for problem in check(draft, RULES, TODAY):
        assert problem.field and problem.code


@given(drafts())
def test_absurd_figures_give_problems_and_never_a_fault(draft: Invoice) -> None:
    absurd = tuple(
        replace(
            line,
            quantity=Quantity(line.quantity.scaleb(20)),
            price=UnitPrice(line.price.scaleb(-20)),
        )
        for line in draft.lines
    )

    for problem in check(replace(draft, lines=absurd), RULES, TODAY):
        assert problem.field and problem.code


def test_signs_that_papers_cannot_print_are_a_doubt_at_their_field() -> None:
    line = replace(a_line(), description="Kahvi ☕", unit="個")
    draft = replace(a_draft(line), note="كرا", your_reference="Мария")
    buyer = replace(BUYER, address=replace(BUYER.address, street="Ул. 1"))

    problems = check(replace(draft, buyer=buyer), RULES, TODAY)

    assert all(problem.is_warning for problem in problems)
    assert {problem.field for problem in problems} == {
        "lines.0.description",
        "lines.0.unit",
        "note",
        "your_reference",
        "buyer.name",
    }


def test_a_paper_in_an_unknown_language_cannot_be_kept() -> None:
    found = check_figures(replace(a_draft(), language="xx"))

    assert [(one.field, one.code) for one in found] == [("language", "language.unknown")]
