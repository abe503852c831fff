"""Posting: the entry of a run balances, and what is left on the wages payable is the net."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.payroll.component import ComponentKind
from app.domain.payroll.differences import corrected
from app.domain.payroll.posting import WAGES_PAYABLE, sides_of
from app.domain.shared.money import Money
from app.formats.payrolls import payroll_of
from tests.payrolls import (
    DECEMBER_25,
    a_card,
    a_contract,
    a_payee,
    a_slip,
    an_item,
    eur,
)

COMPONENTS = {one.code: one for one in payroll_of("FI").components}
PAYEE = a_payee(a_contract(eur("3200")), card=a_card())


def test_a_run_is_booked_by_the_accounts_of_its_components() -> None:
    claim = an_item("expenses", eur("152"))
    slip = a_slip(replace(PAYEE, items=(claim,)), DECEMBER_25)

    assert sides_of([slip], COMPONENTS) == {
        "wages": 320000,
        "wages_payable": -251232,
        "tax_withheld_payable": -59200,
        "2930": -22880,
        "2935": -1888,
        "employee_payable": 15200,
        "6200": 5984,
        "2925": -5984,
    }


def test_a_benefit_moves_no_money() -> None:
    phone = an_item("phone_benefit", eur("20"))
    slip = a_slip(replace(PAYEE, items=(phone,)))
    benefits = [line for line in slip.lines if line.kind is ComponentKind.BENEFIT]

    assert sides_of([replace(slip, lines=tuple(benefits))], COMPONENTS) == {}


def test_what_was_paid_too_much_stands_as_owed_by_the_employee() -> None:
    less = replace(PAYEE, contracts=(a_contract(eur("3000")),))
    slip = corrected(a_slip(less), [a_slip(PAYEE)], less)

    sides = sides_of([slip], COMPONENTS)

    assert sides["employee_advances"] > 0
    assert WAGES_PAYABLE not in sides


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**5)), max_size=4))
@settings(max_examples=25)
def test_an_entry_balances_and_leaves_the_net(people: list[tuple[int, int]]) -> None:
    slips = [
        a_slip(
            replace(
                PAYEE,
                contracts=(a_contract(Money(pay, "EUR")),),
                items=(an_item("expenses", Money(claim, "EUR")),),
            )
        )
        for pay, claim in people
    ]

    sides = sides_of(slips, COMPONENTS)

    assert sum(sides.values()) == 0
    assert -sides.get(WAGES_PAYABLE, 0) == sum(slip.net.minor for slip in slips)
