"""Loans: instalments add up, the protected part stays, and the end comes by itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.payroll.component import PayItem
from app.domain.payroll.loans import (
    Lending,
    LoanForm,
    NotALoan,
    PaidBackTooMuch,
    check,
    debt_of,
    instalments,
    paid_back,
)
from app.domain.shared.ids import PayItemId
from app.domain.shared.money import Money
from tests.payrolls import (
    MARCH,
    PERSON,
    a_card,
    a_contract,
    a_payee,
    a_slip,
    amounts,
    an_item,
    eur,
)

PROTECTED = eur("986.40")
"""Thirty days of 32.88."""

FORM = LoanForm(PERSON, eur("1000"), eur("300"), MARCH.pay_on, MARCH.first)


def a_net(pay: Money, *items: PayItem) -> Money:
    return a_slip(replace(a_payee(a_contract(pay), card=a_card("0", "0")), items=items)).net


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_instalments_come_to_what_was_lent(lent: int, each: int) -> None:
    amount, instalment = Money(lent, "EUR"), Money(min(each, lent), "EUR")
    if amount.minor // instalment.minor > 600:
        return

    plan = instalments(amount, instalment)

    assert sum(one.minor for one in plan) == lent
    assert all(0 < one.minor <= instalment.minor for one in plan)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"amount": eur("0")}, "loans.lent-nothing"),
        ({"instalment": eur("0")}, "loans.instalment-wrong"),
        ({"instalment": eur("1000.01")}, "loans.instalment-wrong"),
        ({"instalment": eur("1")}, "loans.many-times"),
        ({"amount": Money(1, "THB")}, "loans.other-currency"),
    ],
)
def test_what_cannot_be_lent_is_told(parts: dict[str, Money], code: str) -> None:
    wrong = replace(FORM, **parts)  # type: ignore[arg-type]  # the names are those of amounts

    assert [one.code for one in check(wrong, "EUR")] == [code]
    assert check(FORM, "EUR") == ()
    assert check(replace(FORM, kind=Lending.ADVANCE, instalment=eur("0")), "EUR") == ()


@given(
    st.integers(0, 900_000),
    st.lists(st.sampled_from(("garnishment", "loan", "advance", "recovery")), max_size=5),
)
@settings(max_examples=40)
def test_all_together_never_take_more_than_the_law_lets_be_taken(
    pay: int, codes: list[str]
) -> None:
    items = [
        an_item(code, eur("400") if code == "loan" else None, rest=eur("2500"), id=PayItemId(at))
        for at, code in enumerate(codes, 1)
    ]
    free = a_net(Money(pay, "EUR"))
    paid = a_net(Money(pay, "EUR"), *items)

    assert paid.minor >= min(free.minor, PROTECTED.minor)
    assert (free - paid).minor <= max(0, free.minor - PROTECTED.minor)
    assert (free - paid).minor * 2 <= free.minor + 2


def test_two_garnishments_share_what_may_be_taken() -> None:
    one = an_item("garnishment", rest=eur("500"), id=PayItemId(1))
    other = an_item("garnishment", rest=eur("500"), id=PayItemId(2))
    payee = replace(a_payee(a_contract(eur("2400")), card=a_card("0", "0")), items=(one, other))

    slip = a_slip(payee)

    taken = [line.amount for line in slip.lines if line.component == "garnishment"]
    alone = [line.rest for line in slip.lines if line.component == "garnishment"]
    assert sum(one.minor for one in taken) == (slip.net.minor + sum(o.minor for o in taken)) // 3
    assert alone[0] == eur("0")


def test_whom_the_debtor_supports_raises_the_protected_part() -> None:
    alone = an_item("garnishment", rest=eur("9000"))
    of_three = replace(alone, quantity=Decimal(3))

    assert a_net(eur("1500"), of_three) > a_net(eur("1500"), alone)


def test_a_loan_in_thailand_takes_a_tenth_unless_more_was_agreed() -> None:
    loan = an_item("loan", Money(900_000, "THB"), rest=Money(2_000_000, "THB"))
    payee = a_payee(a_contract(Money(3_000_000, "THB")), currency="THB")

    usual, agreed = (
        amounts(a_slip(replace(payee, items=(one,)), country="TH"))["loan"]
        for one in (loan, replace(loan, percent=Decimal(25)))
    )

    assert (usual, agreed) == ("3000.00", "7500.00")


def test_what_is_left_and_how_often_is_told() -> None:
    debt = debt_of(an_item("loan", eur("300"), rest=eur("700")), ())

    assert (debt.times, debt.rest, debt.is_over) == (3, eur("700"), False)
    assert debt.sum_taken == eur("0")
    assert debt_of(an_item("garnishment", rest=eur("0")), ()).is_over


def test_only_what_is_owed_to_the_office_is_paid_back_to_it() -> None:
    loan = an_item("loan", eur("300"), rest=eur("700"))

    assert paid_back(loan, eur("700")) == eur("0")
    for wrong in ("0", "700.01"):
        with pytest.raises(PaidBackTooMuch):
            paid_back(loan, eur(wrong))
    with pytest.raises(NotALoan):
        paid_back(an_item("garnishment", rest=eur("9")), eur("1"))
