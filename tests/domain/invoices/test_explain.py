"""Explain this total: every figure has its way, and the way is right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from app.domain.invoices import explain as ways
from app.domain.invoices.explain import STEP_CODES, Step, as_written, explain, steps_of
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.totals import totals_of
from app.domain.shared.money import Money
from tests.builders import a_draft, a_line, journey_6, off
from tests.domain.strategies import drafts


def steps(draft: Invoice, figure: str) -> list[Step]:
    return list(steps_of(figure, explain(draft, totals_of(draft))))


def euros(text: str) -> Money:
    return Money(int(Decimal(text) * 100), "EUR")


def test_a_line_with_a_discount_is_explained_in_three_steps_and_its_rate() -> None:
    found = steps(journey_6(), "lines.0")

    assert [step.code for step in found] == [
        ways.LINE_AMOUNT,
        ways.LINE_DISCOUNT,
        ways.LINE_NET,
        ways.RATE_BY_INVOICE_DAY,
    ]
    assert found[1].facts == {
        "line": 1,
        "percent": Decimal(10),
        "of": euros("389.70"),
        "discount": euros("38.97"),
    }


def test_the_allowance_of_journey_6_shows_what_was_rounded() -> None:
    (step,) = steps(journey_6(), "vat.0.allowance")

    assert step == Step(
        "vat.0.allowance",
        ways.ALLOWANCE_ROUNDED,
        {
            "rate": Decimal("25.5"),
            "of": euros("363.23"),
            "percent": Decimal(5),
            "allowance": euros("18.16"),
            "exact": Decimal("18.1615"),
        },
    )


def test_the_tax_of_a_rate_shows_its_base_and_the_rounding() -> None:
    (step,) = steps(journey_6(), "vat.0.tax")

    assert step.code == ways.TAX_ROUNDED
    assert (step.facts["base"], step.facts["exact"]) == (euros("345.07"), Decimal("87.99285"))


def test_an_amount_off_is_explained_as_a_share() -> None:
    draft = a_draft(a_line(price="10"), a_line(price="20", rate="10"), discount=off("1"))

    (step,) = steps(draft, "vat.0.allowance")

    assert step.code == ways.ALLOWANCE_SHARE
    assert (step.facts["whole"], step.facts["sum"]) == (euros("1.00"), euros("30.00"))


def test_a_gross_price_is_explained_from_the_gross() -> None:
    draft = replace(a_draft(a_line(price="125.50")), is_gross=True)

    codes = [step.code for step in steps(draft, "vat.0")]

    assert codes == [ways.GROUP_LINES, ways.TAX_WITHIN, ways.BASE_WITHIN]


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (
            a_draft(replace(a_line(), delivered_on=date(2026, 1, 2))),
            ways.RATE_BY_LINE_DELIVERY,
        ),
        (replace(a_draft(), delivered_on=date(2026, 1, 2)), ways.RATE_BY_DELIVERY),
        (replace(a_draft(), issued_on=date(2026, 1, 2)), ways.RATE_BY_INVOICE_DAY),
        (a_draft(), ways.RATE_BY_TODAY),
    ],
)
def test_the_day_that_chose_the_rate_is_named(draft: Invoice, code: str) -> None:
    (step,) = steps(draft, "lines.0.rate")

    assert step.code == code


def test_a_heading_is_not_explained() -> None:
    draft = a_draft(replace(a_line("0", "0"), description="Week 11"), a_line())

    assert steps(draft, "lines.0") == []
    assert [step.facts["count"] for step in steps(draft, "line_sum")] == [1]


def test_a_figure_does_not_answer_for_another_that_begins_like_it() -> None:
    draft = a_draft(*(a_line() for _ in range(11)))

    assert {step.facts["line"] for step in steps(draft, "lines.1")} == {2}


@given(drafts())
def test_every_step_has_a_known_code_and_exactly_its_facts(draft: Invoice) -> None:
    for step in explain(draft, totals_of(draft)):
        assert step.facts.keys() == STEP_CODES[step.code]


@given(drafts())
def test_every_figure_of_the_foot_is_explained(draft: Invoice) -> None:
    totals = totals_of(draft)
    made = {step.figure: step for step in explain(draft, totals)}

    assert made["gross"].facts["gross"] == totals.gross
    assert made["line_sum"].facts["amount"] == totals.line_sum
    assert made["net"].facts["net"] == totals.net
    assert made["tax"].facts["tax"] == totals.tax
    assert ("allowance" in made) == bool(totals.allowance)
    for place, part in enumerate(totals.vat):
        assert made[f"vat.{place}.tax"].facts["tax"] == part.tax
        assert made[f"vat.{place}.lines"].facts["amount"] == part.lines


@given(drafts())
def test_what_is_said_to_be_rounded_was_rounded_by_less_than_a_cent(draft: Invoice) -> None:
    for step in explain(draft, totals_of(draft)):
        exact = step.facts.get("exact")
        if isinstance(exact, Decimal):
            made = [fact for name, fact in step.facts.items() if name in {"tax", "discount"}]
            for figure in made:
                assert isinstance(figure, Money)
                assert abs(figure.amount - exact) < Decimal("0.01")


def test_the_discount_on_everything_is_the_sum_over_the_rates() -> None:
    (step,) = steps(journey_6(), "allowance")

    assert step == Step("allowance", ways.ALLOWANCE_SUM, {"count": 3, "allowance": euros("30.10")})


def test_lines_are_counted_as_they_stand_in_the_form() -> None:
    draft = a_draft(a_line(), a_line())

    placed = as_written(explain(draft, totals_of(draft)), (1, 4))

    lines = {(step.figure, step.facts["line"]) for step in placed if "line" in step.facts}
    assert lines == {
        ("lines.1.amount", 2),
        ("lines.1.rate", 2),
        ("lines.4.amount", 5),
        ("lines.4.rate", 5),
    }
