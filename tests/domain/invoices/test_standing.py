"""Standing: derived from what is open and from the day, never stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.invoices.invoice import InvoiceRow, State
from app.domain.invoices.standing import Standing, standing_of
from app.domain.shared.ids import InvoiceId

TODAY = date(2026, 3, 10)


def a_row(state: State, left: int | None, due: date = TODAY) -> InvoiceRow:
    return InvoiceRow(InvoiceId(1), state, "1", "Aamu", TODAY, due, "EUR", 80, 100, "", left)


def a_credit(state: State, left: int | None, due: date = TODAY) -> InvoiceRow:
    return replace(a_row(state, left, due), is_credit=True)


@pytest.mark.parametrize(
    ("row", "standing"),
    [
        (a_row(State.DRAFT, None), Standing.DRAFT),
        (a_row(State.DISCARDED, None), Standing.DISCARDED),
        (a_row(State.ISSUED, 100), Standing.OPEN),
        (a_row(State.ISSUED, 40), Standing.PARTLY_PAID),
        (a_row(State.ISSUED, 0), Standing.SETTLED),
        (a_row(State.ISSUED, 40, date(2026, 3, 9)), Standing.OVERDUE),
        (a_credit(State.ISSUED, -100, date(2026, 3, 9)), Standing.CREDIT),
        (a_credit(State.ISSUED, -40), Standing.CREDIT),
        (a_credit(State.ISSUED, 0), Standing.SETTLED),
        (a_credit(State.DRAFT, None), Standing.DRAFT),
    ],
)
def test_an_invoice_stands_as_its_open_amount_and_day_say(
    row: InvoiceRow, standing: Standing
) -> None:
    assert standing_of(row, TODAY) is standing


def test_a_credit_note_counts_below_zero() -> None:
    credit = a_credit(State.ISSUED, -100)

    assert (credit.claimed_minor, credit.claimed_net_minor) == (-100, -80)
    assert a_row(State.ISSUED, 100).claimed_minor == 100
