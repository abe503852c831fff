"""What differs from last time is explained line by line, by the figures behind it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.payroll.explaining import FORMULA, changes
from app.domain.shared.ids import PayItemId
from app.domain.shared.money import Money
from tests.payrolls import a_card, a_contract, a_payee, a_slip, an_item, eur

PAYEE = a_payee(a_contract(eur("3000")), card=a_card())
BEFORE = a_slip(PAYEE)


def test_a_rise_is_explained_by_the_agreed_pay_and_what_follows_from_it() -> None:
    found = changes(a_slip(replace(PAYEE, contracts=(a_contract(eur("3200")),))), BEFORE)

    by_code = {one.line.component: one for one in found}
    assert by_code["salary"].difference == eur("200")
    assert [(one.name, one.before, one.now) for one in by_code["salary"].steps] == [
        ("figure:pay", "3000", "3200")
    ]
    names = {one.name for one in by_code["withholding"].steps}
    assert "figure:taxable" in names
    assert "rule" not in names


def test_a_bonus_of_last_time_stands_beside_that_of_this_time() -> None:
    one, other = (
        replace(an_item("bonus", eur(amount)), id=PayItemId(number))
        for number, amount in ((1, "500"), (2, "300"))
    )

    found = changes(a_slip(replace(PAYEE, items=(other,))), a_slip(replace(PAYEE, items=(one,))))

    bonus = found[0]
    assert (bonus.before, bonus.now) == (eur("500"), eur("300"))


def test_a_line_that_is_new_or_gone_has_one_side_only() -> None:
    with_bonus = a_slip(replace(PAYEE, items=(an_item("bonus", eur("500")),)))

    new, gone = changes(with_bonus, BEFORE)[0], changes(BEFORE, with_bonus)[-1]

    assert (new.before, new.now, new.steps) == (None, eur("500"), ())
    assert (gone.before, gone.now) == (eur("500"), None)


def test_another_formula_is_told_without_its_words() -> None:
    line = BEFORE.lines[0]
    why = tuple(replace(one, value="pay * 2") if one.name == FORMULA else one for one in line.why)
    now = replace(BEFORE, lines=(replace(line, amount=eur("1"), why=why), *BEFORE.lines[1:]))

    (found,) = changes(now, BEFORE)

    assert [(one.name, one.before, one.now) for one in found.steps] == [(FORMULA, "", "")]


@given(st.integers(1_000_00, 9_000_00))
@settings(max_examples=20)
def test_the_differences_add_up_to_the_difference_of_the_net(minor: int) -> None:
    now = a_slip(replace(PAYEE, contracts=(a_contract(Money(minor, "EUR")),)))
    signs = {"earning": 1, "deduction": -1, "reimbursement": 1}

    found = changes(now, BEFORE)

    added = sum(signs.get(one.line.kind.value, 0) * one.difference.minor for one in found)
    assert Decimal(added) == Decimal(now.net.minor - BEFORE.net.minor)
