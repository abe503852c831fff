"""The calculator: journeys to the cent, and what holds for every invoice."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.invoices.invoice import Discount, Invoice, Line, Totals
from app.domain.invoices.totals import shared_out, totals_of
from app.domain.shared.money import Money, TooLarge, total, zero
from app.domain.shared.quantities import Quantity
from app.domain.shared.vat import Category
from tests.builders import a_draft, a_line, journey_6, off, percent
from tests.domain.strategies import drafts

CENT = Decimal("0.01")


def figures(*amounts: Money) -> list[str]:
    return [str(amount.amount) for amount in amounts]


def by_cent(value: Decimal) -> Decimal:
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def test_journey_6_comes_to_the_cent() -> None:
    totals = totals_of(journey_6())

    assert figures(*(line.net for line in totals.lines)) == ["350.73", "118.80", "120.00", "12.50"]
    assert [str(part.rate) for part in totals.vat] == ["25.5", "13.5", "10"]
    assert figures(*(part.allowance for part in totals.vat)) == ["18.16", "5.94", "6.00"]
    assert figures(*(part.base for part in totals.vat)) == ["345.07", "112.86", "114.00"]
    assert figures(*(part.tax for part in totals.vat)) == ["87.99", "15.24", "11.40"]
    assert figures(totals.line_sum, totals.allowance) == ["602.03", "30.10"]
    assert figures(totals.net, totals.tax, totals.gross) == ["571.93", "114.63", "686.56"]


def test_journey_8_credits_with_half_away_from_zero() -> None:
    credited = a_draft(a_line("6", "4.95", "13.5"), discount=percent("5"))

    totals = totals_of(credited)

    assert figures(totals.line_sum, totals.allowance) == ["29.70", "1.49"]
    assert figures(totals.net, totals.tax, totals.gross) == ["28.21", "3.81", "32.02"]


def test_a_credit_line_mirrors_the_same_line_sold() -> None:
    returned = a_draft(a_line("-6", "4.95", "13.5"), discount=percent("5"))

    totals = totals_of(returned)

    assert figures(totals.net, totals.tax, totals.gross) == ["-28.21", "-3.81", "-32.02"]


def test_journey_10_keeps_two_rates_of_one_code_apart() -> None:
    before, after = a_line(price="200", rate="14"), a_line(price="200", rate="13.5")
    coded = tuple(replace(line, vat="reduced") for line in (before, after))

    totals = totals_of(a_draft(*coded))

    assert figures(*(part.tax for part in totals.vat)) == ["28.00", "27.00"]


@pytest.mark.parametrize(
    ("lines", "net", "tax", "gross"),
    [
        ((a_line("1", "8500.00", "19", off("7500.00")),), "1000.00", "190.00", "1190.00"),
        ((a_line("1", "138.66", "19"),), "138.66", "26.35", "165.01"),
        ((a_line("1", "55.55", "23"), a_line("1", "11.11", "23")), "66.66", "15.33", "81.99"),
        ((a_line("1", "140.00", "14.975"),), "140.00", "20.97", "160.97"),
        ((a_line("2.25", "64.22", "19", percent("100")),), "0.00", "0.00", "0.00"),
        ((a_line("1", "10000.00", "7"),), "10000.00", "700.00", "10700.00"),
        ((a_line("1", "1234.56", "8.25"),), "1234.56", "101.85", "1336.41"),
    ],
    ids=["11", "ninja 10936", "odoo 36675", "ninja 1453", "ninja 3195", "12", "13"],
)
def test_published_traps_come_to_the_cent(
    lines: tuple[Line, ...], net: str, tax: str, gross: str
) -> None:
    totals = totals_of(a_draft(*lines))

    assert figures(totals.net, totals.tax, totals.gross) == [net, tax, gross]


def test_an_invoice_without_lines_comes_to_zero() -> None:
    totals = totals_of(replace(a_draft(), lines=(), discount=off("5")))

    nothing = zero("EUR")
    assert totals == Totals((), (), nothing, nothing, nothing, nothing, nothing)


def test_a_heading_opens_no_vat_category() -> None:
    heading = replace(a_line("0", "0", "10"), description="Week 11")

    totals = totals_of(a_draft(heading, a_line(rate="25.5")))

    assert [str(part.rate) for part in totals.vat] == ["25.5"]
    assert figures(totals.lines[0].net) == ["0.00"]


def test_a_free_item_keeps_its_vat_category() -> None:
    totals = totals_of(a_draft(a_line("1", "0", "10")))

    assert figures(totals.vat[0].base, totals.vat[0].tax) == ["0.00", "0.00"]


def test_a_gross_price_holds_its_vat() -> None:
    retail = replace(a_draft(a_line("1", "125.50"), a_line("1", "113.50", "13.5")), is_gross=True)

    totals = totals_of(retail)

    assert figures(*(part.base for part in totals.vat)) == ["100.00", "100.00"]
    assert figures(totals.net, totals.tax, totals.gross) == ["200.00", "39.00", "239.00"]


def test_a_gross_discount_lowers_the_gross() -> None:
    retail = replace(a_draft(a_line("1", "10.00", "7"), discount=percent("5")), is_gross=True)

    totals = totals_of(retail)

    assert figures(totals.net, totals.tax, totals.gross) == ["8.88", "0.62", "9.50"]


def test_an_amount_off_the_document_is_shared_to_the_last_cent() -> None:
    thirds = tuple(a_line("1", "10.00", rate) for rate in ("25.5", "13.5", "10"))

    totals = totals_of(a_draft(*thirds, discount=off("10.00")))

    assert figures(*(part.allowance for part in totals.vat)) == ["3.34", "3.33", "3.33"]
    assert figures(totals.allowance) == ["10.00"]


def test_codes_of_one_category_and_rate_are_taxed_together() -> None:
    two = tuple(replace(a_line("1", "0.02"), vat=code) for code in ("b", "a"))

    totals = totals_of(a_draft(*two))

    assert [(part.vat, str(part.tax.amount)) for part in totals.vat] == [("a", "0.01")]


def test_a_currency_without_cents_is_rounded_to_whole_units() -> None:
    totals = totals_of(a_draft(a_line("1", "1004.50", "10"), currency="JPY"))

    assert figures(totals.net, totals.tax, totals.gross) == ["1005", "101", "1106"]


def test_an_amount_beyond_the_books_is_refused() -> None:
    huge = a_draft(a_line("999999999999", "999999999999"))

    with pytest.raises(TooLarge):
        totals_of(huge)


def test_vat_parts_run_from_the_highest_rate_and_then_by_category() -> None:
    kinds = [("0", Category.ZERO), ("0", Category.EXEMPT), ("10", Category.STANDARD)]
    mixed = tuple(replace(a_line(rate=rate), category=kind) for rate, kind in kinds)

    totals = totals_of(a_draft(*mixed))

    order = [part.category for part in totals.vat]
    assert order == [Category.STANDARD, Category.EXEMPT, Category.ZERO]


@given(drafts())
def test_every_sum_is_the_sum_of_its_parts(draft: Invoice) -> None:
    totals = totals_of(draft)

    parts = totals.vat
    assert totals.line_sum == total(tuple(line.net for line in totals.lines), "EUR")
    assert totals.line_sum == total(tuple(part.lines for part in parts), "EUR")
    assert totals.allowance == total(tuple(part.allowance for part in parts), "EUR")
    assert totals.net == total(tuple(part.base for part in parts), "EUR")
    assert totals.tax == total(tuple(part.tax for part in parts), "EUR")
    assert totals.gross == totals.net + totals.tax


@given(drafts())
def test_the_allowance_leads_from_the_lines_to_the_total(draft: Invoice) -> None:
    totals = totals_of(draft)

    after = totals.gross if draft.is_gross else totals.net
    assert totals.line_sum - totals.allowance == after


@given(drafts())
def test_vat_is_rounded_once_for_each_category_and_rate(draft: Invoice) -> None:
    for part in totals_of(replace(draft, is_gross=False)).vat:
        assert part.base == part.lines - part.allowance
        assert part.tax.amount == by_cent(part.base.amount * part.rate / 100)


@given(drafts())
def test_vat_in_gross_prices_is_taken_out_once(draft: Invoice) -> None:
    for part in totals_of(replace(draft, is_gross=True)).vat:
        after = (part.lines - part.allowance).amount
        assert part.tax.amount == by_cent(after * part.rate / (100 + part.rate))
        assert (part.base + part.tax).amount == after


@given(drafts(), st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_no_figure(draft: Invoice, chance: Random) -> None:
    shuffled = list(draft.lines)
    chance.shuffle(shuffled)

    totals = totals_of(draft)
    again = totals_of(replace(draft, lines=tuple(shuffled)))

    assert replace(again, lines=totals.lines) == totals


@given(drafts())
def test_each_line_is_its_rounded_amount_less_its_rounded_discount(draft: Invoice) -> None:
    for line, figure in zip(draft.lines, totals_of(draft).lines, strict=True):
        amount = by_cent(line.quantity * line.price)
        assert figure.gross_of_discount.amount == amount
        assert figure.discount.amount == by_cent(amount * line.discount.percent / 100)
        assert figure.net == figure.gross_of_discount - figure.discount


@given(drafts())
def test_an_amount_off_is_given_in_full(draft: Invoice) -> None:
    cut = replace(draft, discount=Discount(amount=Decimal("17.77")))

    totals = totals_of(cut)

    assert totals.allowance.minor == (1777 if totals.vat else 0)


@given(drafts())
def test_every_figure_is_in_the_invoice_currency_and_in_whole_cents(draft: Invoice) -> None:
    totals = totals_of(draft)

    every = (totals.net, totals.tax, totals.gross, *(part.tax for part in totals.vat))
    assert {figure.currency for figure in every} == {"EUR"}
    assert all(isinstance(figure.minor, int) for figure in every)


@given(drafts())
def test_returning_everything_mirrors_every_figure(draft: Invoice) -> None:
    plain = replace(draft, discount=Discount(percent=draft.discount.percent))
    lines = tuple(replace(line, quantity=Quantity(-line.quantity)) for line in plain.lines)

    sold, returned = totals_of(plain), totals_of(replace(plain, lines=lines))

    assert returned.gross == -sold.gross
    assert [part.tax for part in returned.vat] == [-part.tax for part in sold.vat]


@given(st.integers(-(10**9), 10**9), st.lists(st.integers(-(10**9), 10**9), min_size=1))
def test_shares_always_sum_to_the_whole(amount: int, weights: list[int]) -> None:
    parts = shared_out(amount, weights)

    assert sum(parts) == amount


@given(st.integers(0, 10**9), st.lists(st.integers(1, 10**6), min_size=1))
def test_a_share_is_never_a_whole_cent_from_its_exact_part(amount: int, weights: list[int]) -> None:
    whole = sum(weights)

    for part, weight in zip(shared_out(amount, weights), weights, strict=True):
        assert abs(part * whole - amount * weight) < whole
