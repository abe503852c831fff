"""Without VAT, lines and allowances come to the bases of the invoice, to the cent."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given

from app.domain.invoices.invoice import Invoice, Line
from app.domain.invoices.netting import NetLine, in_cents, net_group, net_lines
from app.domain.invoices.totals import totals_of
from app.domain.shared.money import money, total
from app.domain.shared.quantities import Quantity, UnitPrice
from tests.builders import a_draft, a_line, percent
from tests.domain.strategies import drafts
from tests.einvoices import turned


def nets(draft: Invoice) -> list[NetLine]:
    """Return the lines of a draft without VAT."""
    return [line for line in net_lines(draft, totals_of(draft)) if line is not None]


@given(drafts())
def test_lines_less_allowance_are_the_base_of_every_group(draft: Invoice) -> None:
    totals = totals_of(draft)
    lines = net_lines(draft, totals)

    for group in totals.vat:
        mine = tuple(
            figures.net
            for line, figures in zip(draft.lines, lines, strict=True)
            if figures and (line.category, line.rate) == (group.category, group.rate)
        )
        net = net_group(group, is_gross=draft.is_gross)
        assert total(mine, draft.currency) == net.lines
        assert net.lines - net.allowance == group.base


@given(drafts())
def test_quantity_times_price_less_discount_is_the_net_of_every_line(draft: Invoice) -> None:
    for line in nets(draft):
        assert line.price >= 0
        assert money(line.quantity * line.price, draft.currency) == line.amount
        assert line.amount - line.discount == line.net


def test_a_price_with_vat_becomes_one_without() -> None:
    draft = replace(a_draft(a_line("3", "125.50")), is_gross=True)

    (line,) = nets(draft)

    assert (line.price, line.net.minor) == (Decimal("100.00"), 30000)


def test_a_discount_of_a_price_with_vat_is_without_it_as_well() -> None:
    draft = replace(a_draft(a_line("1", "125.50", discount=percent("10"))), is_gross=True)

    (line,) = nets(draft)

    assert (line.amount.minor, line.discount.minor, line.net.minor) == (10000, 1000, 9000)


def test_the_cents_of_rounding_go_to_the_lines_that_lost_most() -> None:
    draft = replace(a_draft(*[a_line("1", "1.00", "25.5")] * 3), is_gross=True)

    assert [line.net.minor for line in nets(draft)] == [80, 80, 79]
    assert totals_of(draft).net.minor == 239


def test_a_large_quantity_gets_as_many_decimals_as_it_takes() -> None:
    draft = replace(a_draft(a_line("123456.789", "0.37", "13.5")), is_gross=True)

    (line,) = nets(draft)

    assert money(line.quantity * line.price, "EUR") == line.net


def test_the_sign_of_a_price_below_zero_goes_to_the_quantity() -> None:
    (line,) = nets(a_draft(turned(a_line("2", "10"))))
    (back,) = nets(a_draft(turned(a_line("-2", "10"))))

    assert (line.quantity, line.price, line.net.minor) == (Decimal(2), Decimal(10), 2000)
    assert (back.quantity, back.price, back.net.minor) == (Decimal(-2), Decimal(10), -2000)


def test_where_a_currency_has_no_cents_the_price_gives_the_whole_amount() -> None:
    draft = a_draft(a_line("3", "33.55"), a_line("0.1", "3"), currency="JPY")

    lines = nets(draft)

    assert [line.net.amount for line in lines] == [101, 0]
    assert [in_cents(line.quantity * line.price) for line in lines] == [101, 0]


def test_headings_have_no_figures() -> None:
    heading = Line("Parts", quantity=Quantity(Decimal(0)), price=UnitPrice(Decimal(0)))

    draft = a_draft(heading, a_line())

    assert net_lines(draft, totals_of(draft))[0] is None
