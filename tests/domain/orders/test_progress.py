"""The three axes come from exact quantities, each line for itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.orders.order import Progress
from app.domain.orders.progress import axes_of, billing, fulfilment, payment
from tests.ordering import a_confirmed_order, delivered, invoiced, qty


def test_a_quarter_of_a_million_millimetres_do_not_hide_two_pieces() -> None:
    """Complaint 5 (erpnext 12354): all of A is delivered, and B is still open and deliverable."""
    order = delivered(a_confirmed_order(250_000, 2), 0, 250_000)

    assert fulfilment(order.lines) is Progress.PART
    assert order.lines[1].open == 2
    assert fulfilment(delivered(order, 1, 2).lines) is Progress.WHOLE


@given(st.integers(1, 10**12 - 1), st.integers(1, 10**6 - 1))
def test_the_smallest_part_that_is_missing_is_never_rounded_away(whole: int, part: int) -> None:
    missing = Decimal(part).scaleb(-6)
    order = a_confirmed_order(str(whole))

    line = replace(order.lines[0], delivered=qty(str(Decimal(whole) - missing)))

    assert fulfilment((line,)) is Progress.PART
    assert line.open == missing


def test_each_axis_goes_its_own_way() -> None:
    order = invoiced(delivered(a_confirmed_order(4), 0, 4), 0, 1)

    axes = axes_of(order.lines, claimed=125_50, unpaid=0)

    assert (axes.fulfilment, axes.billing, axes.payment) == (
        Progress.WHOLE,
        Progress.PART,
        Progress.PART,
    )


def test_what_was_closed_short_or_came_back_is_not_waited_for() -> None:
    order = delivered(a_confirmed_order(5), 0, 3).close_short("Sold out")
    line = replace(order.lines[0], returned=qty(1), invoiced=qty(2))

    assert fulfilment((line,)) is Progress.WHOLE
    assert billing((line,)) is Progress.WHOLE
    assert fulfilment(a_confirmed_order(1).lines) is Progress.NOTHING


def test_an_order_is_paid_when_its_invoices_are_and_nothing_is_left_to_invoice() -> None:
    assert payment(Progress.WHOLE, 100, 0) is Progress.WHOLE
    assert payment(Progress.PART, 100, 0) is Progress.PART
    assert payment(Progress.WHOLE, 100, 40) is Progress.PART
    assert payment(Progress.WHOLE, 100, 100) is Progress.NOTHING
    assert payment(Progress.NOTHING, 0, 0) is Progress.NOTHING
