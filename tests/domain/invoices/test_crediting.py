"""Credit notes: journey 8 to the cent, and never more than was invoiced in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.invoices.crediting import (
    NoSuchLine,
    NotCreditable,
    NothingLeft,
    Take,
    check_credit,
    credit_of,
    left_of,
    rests_of,
)
from app.domain.invoices.draft import Draft
from app.domain.invoices.invoice import Invoice, Kind, Line, Origin, State
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.quantities import Quantity, UnitPrice
from tests.builders import a_draft, a_line, journey_6, off
from tests.domain.strategies import drafts

DAY = date(2026, 3, 10)


def issued(draft: Invoice) -> Invoice:
    return replace(draft, state=State.ISSUED, number="20260001", issued_on=DAY)


def note(origin: Invoice, content: Draft, earlier: Sequence[Invoice] = ()) -> Invoice:
    """Return the credit note that was written, with the rates of its origin."""
    lines = tuple(
        replace(
            origin.lines[line.credits or 0],
            quantity=line.quantity,
            price=line.price or UnitPrice(Decimal(0)),
            discount=line.discount,
            unit=line.unit,
            credits=line.credits,
            is_reduction=line.is_reduction,
        )
        for line in content.lines
    )
    return replace(
        origin,
        kind=Kind.CREDIT_NOTE,
        origin=content.origin,
        reason=content.reason,
        discount=content.discount,
        lines=lines,
        rest=rests_of(origin, earlier),
    )


def took(origin: Invoice, *takes: Take, earlier: Sequence[Invoice] = ()) -> Invoice:
    return note(origin, credit_of(origin, earlier, takes, "Returned"), earlier)


def quantity(text: str) -> Quantity:
    return Quantity(Decimal(text))


def amounts(one: Invoice) -> tuple[str, str, str]:
    totals = totals_of(one)
    return str(totals.net.amount), str(totals.tax.amount), str(totals.gross.amount)


def test_journey_8_takes_six_packs_back() -> None:
    origin = issued(journey_6())

    credit = took(origin, Take(1, quantity("6")))

    assert totals_of(credit).allowance.amount == Decimal("1.49")
    assert amounts(credit) == ("28.21", "3.81", "32.02")
    assert credit.origin == Origin(InvoiceId(1), "20260001", DAY)


def test_without_takes_all_that_is_left_is_credited() -> None:
    origin = issued(journey_6())
    first = took(origin, Take(1, quantity("6")))

    second = took(origin, earlier=(first,))

    assert [line.quantity for line in second.lines] == [3, 18, 2, 1]
    assert totals_of(second).gross + totals_of(first).gross == totals_of(origin).gross


def test_part_of_a_price_is_taken_off_without_goods() -> None:
    origin = issued(a_draft(a_line("10", "20")))

    credit = took(origin, Take(0, amount=Decimal("15.00")))
    rest = left_of(origin, (credit,))[0]

    assert amounts(credit) == ("15.00", "3.83", "18.83")
    assert (str(rest.quantity), str(rest.amount.amount)) == ("10", "185.00")


def test_a_cent_that_rounding_took_is_left_for_the_last_credit() -> None:
    origin = issued(a_draft(a_line("3", "0.335")))
    notes: list[Invoice] = []

    for _ in range(3):
        notes.append(took(origin, Take(0, quantity("1")), earlier=notes))

    assert [amounts(one)[0] for one in notes] == ["0.34", "0.34", "0.33"]
    assert sum(totals_of(one).tax.minor for one in notes) == totals_of(origin).tax.minor


def test_an_amount_off_the_invoice_goes_back_in_proportion() -> None:
    origin = issued(a_draft(a_line("4", "25"), discount=off("10")))

    credit = took(origin, Take(0, quantity("1")))

    assert totals_of(credit).allowance.amount == Decimal("2.50")


def test_a_draft_and_a_credit_note_cannot_be_credited() -> None:
    with pytest.raises(NotCreditable):
        credit_of(journey_6(), ())
    with pytest.raises(NotCreditable):
        credit_of(took(issued(journey_6())), ())


def test_nothing_is_left_after_everything() -> None:
    origin = issued(journey_6())

    with pytest.raises(NothingLeft):
        credit_of(origin, (took(origin),))


def test_a_line_that_is_not_there_is_named() -> None:
    with pytest.raises(NoSuchLine) as refused:
        credit_of(issued(journey_6()), (), (Take(9),))

    assert refused.value.facts["place"] == 10


def codes(draft: Invoice, origin: Invoice | None, *earlier: Invoice) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in check_credit(draft, origin, earlier)]


def test_more_than_was_invoiced_is_named_at_its_line() -> None:
    origin = issued(a_draft(a_line("10", "20"), a_line("1", "5")))
    credit = took(origin, Take(0), Take(1))
    more = replace(credit.lines[0], quantity=quantity("11"))
    dearer = replace(credit.lines[1], price=UnitPrice(Decimal("5.01")))

    returned = codes(replace(credit, lines=(more,)), origin)
    charged = codes(replace(credit, lines=(credit.lines[0], dearer)), origin)

    assert returned[0] == ("lines.0.quantity", "invoices.returned-more-than-invoiced")
    assert charged[0] == ("lines.1.price", "invoices.credited-more-than-invoiced")


def test_what_a_credit_issued_meanwhile_took_is_gone() -> None:
    origin = issued(a_draft(a_line("10", "20")))
    one, other = took(origin, Take(0, quantity("6"))), took(origin, Take(0, quantity("5")))

    assert codes(other, origin) == []
    assert ("lines.0.quantity", "invoices.returned-more-than-invoiced") in codes(other, origin, one)


def test_two_lines_of_a_note_together_take_no_more() -> None:
    origin = issued(a_draft(a_line("10", "20")))
    half = took(origin, Take(0, quantity("6")))

    assert codes(replace(half, lines=half.lines * 2), origin) != []


def test_a_line_of_its_own_takes_no_more_than_its_rate_has_left() -> None:
    origin = issued(a_draft(a_line("1", "20")))
    free: Line = a_line("1", "20.01")

    credit = replace(took(origin), lines=(free,))

    assert codes(credit, origin) == [("lines", "invoices.credited-more-than-invoiced")]


@pytest.mark.parametrize(
    ("change", "field"),
    [({"reason": " "}, "reason"), ({"customer_id": ContactId(8)}, "customer_id")],
)
def test_reason_and_customer_must_fit(change: dict[str, Any], field: str) -> None:
    origin = issued(journey_6())

    assert codes(replace(took(origin), **change), origin)[0][0] == field
    assert codes(took(origin), None) == [("origin", "invoices.credit-without-origin")]


def part_of(left: Decimal, share: Decimal) -> Quantity:
    return Quantity((left * share).quantize(Decimal("0.001"), ROUND_DOWN))


@given(
    drafts(),
    st.lists(
        st.tuples(
            st.integers(0, 5),
            st.decimals("0.05", "1", places=2),
            st.booleans(),
        ),
        max_size=6,
    ),
)
def test_credits_in_any_order_never_exceed_the_invoice_and_end_at_it_exactly(
    draft: Invoice, wishes: list[tuple[int, Decimal, bool]]
) -> None:
    origin = issued(draft)
    assume(any(left.amount for left in left_of(origin, ()).values()))
    notes: list[Invoice] = []
    for place, share, is_reduction in wishes:
        left = left_of(origin, notes)
        if place not in left or not left[place].quantity or not left[place].amount:
            continue
        amount = part_of(left[place].amount.amount, share).quantize(Decimal("0.01"), ROUND_DOWN)
        take = (
            Take(place, amount=amount)
            if is_reduction
            else Take(place, part_of(left[place].quantity, share))
        )
        credit = took(origin, take, earlier=notes)
        if codes(credit, origin, *notes):
            continue
        notes.append(credit)

    if any(left.quantity or left.amount for left in left_of(origin, notes).values()):
        notes.append(took(origin, earlier=notes))

    for rest in rests_of(origin, notes):
        assert (rest.lines.minor, rest.allowance.minor, rest.tax.minor) == (0, 0, 0)
