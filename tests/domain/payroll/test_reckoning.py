"""Reckoning: payslips to the cent, bases and caps, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.payroll.component import ComponentKind
from app.domain.payroll.payroll import Payslip
from app.domain.payroll.rates import RateGap, Rates
from app.domain.payroll.reckoning import (
    BirthDayMissing,
    NegativeNet,
    OtherPayCurrency,
    Reckoner,
    require_positive,
)
from app.domain.shared.ids import PayItemId, PayrollRunId, PayslipId
from app.domain.shared.money import Money, money
from app.formats.payrolls import payroll_of
from tests.payrolls import (
    DECEMBER_25,
    MARCH,
    a_card,
    a_component,
    a_contract,
    a_payee,
    a_slip,
    amounts,
    an_item,
    eur,
)

D = Decimal
PAID = a_payee(a_contract(eur("3200")), card=a_card())


def thb(text: str) -> Money:
    return money(D(text), "THB")


def test_a_finnish_payslip_of_2025_is_right_to_the_cent() -> None:
    slip = a_slip(PAID, DECEMBER_25)

    assert amounts(slip) == {
        "salary": "3200.00",
        "withholding": "592.00",
        "tyel": "228.80",
        "unemployment_employee": "18.88",
        "health_employer": "59.84",
    }
    assert (slip.net, slip.employer) == (eur("2360.32"), eur("59.84"))


def test_a_thai_payslip_is_right_to_the_satang_and_tells_the_year() -> None:
    slip = a_slip(a_payee(a_contract(thb("42000")), currency="THB"), MARCH, "TH")

    assert amounts(slip) == {
        "salary": "42000.00",
        "social_employee": "875.00",
        "withholding": "904.17",
        "social_employer": "875.00",
    }
    told = {why.name: why.value for line in slip.lines for why in line.why}
    assert (told["own:taxed"], told["band:th.income-tax"]) == ("333500", "10850")
    assert slip.net == thb("40220.83")


def test_a_thai_bonus_adds_the_tax_of_the_difference_at_once() -> None:
    bonus = an_item("bonus", thb("50000"))

    slip = a_slip(a_payee(a_contract(thb("42000")), currency="THB", items=(bonus,)), MARCH, "TH")

    assert amounts(slip)["withholding"] == "5904.17"


@pytest.mark.parametrize(
    ("born_on", "taken"),
    [(date(1973, 3, 1), "228.80"), (date(1972, 11, 30), "276.80"), (date(1962, 11, 1), "228.80")],
)
def test_the_pension_contribution_goes_by_age(born_on: date, taken: str) -> None:
    assert amounts(a_slip(replace(PAID, born_on=born_on), DECEMBER_25))["tyel"] == taken


def test_without_a_card_sixty_percent_are_withheld() -> None:
    assert amounts(a_slip(replace(PAID, card=None)))["withholding"] == "1920.00"


def test_above_the_limit_of_the_card_the_higher_percentage_holds() -> None:
    card = a_card("18.5", "40", eur("10000"))
    before = {"taxable": eur("9000")}

    slip = a_slip(replace(PAID, card=card, year=before))

    assert amounts(slip)["withholding"] == str(D("185.00") + D("880.00"))


def test_a_benefit_is_taxed_and_not_paid() -> None:
    phone = an_item("phone_benefit", eur("20"))

    slip = a_slip(replace(PAID, items=(phone,)))

    assert slip.basis["taxable"] == eur("3220")
    assert slip.gross - slip.deductions + slip.reimbursed == slip.net
    assert amounts(slip)["withholding"] == "595.70"


def test_unpaid_days_lower_the_pay_and_what_is_taken_of_it() -> None:
    slip = a_slip(replace(PAID, contracts=(a_contract(eur("3100")),), unpaid_days=D("2.5")))

    assert amounts(slip)["unpaid_leave"] == "-250.00"
    assert slip.basis["pension"] == eur("2850")


def test_overtime_of_journey_22_is_paid_at_150_percent() -> None:
    overtime = an_item("overtime", eur("21.40"), quantity=D("4.5"), percent=D(150))

    assert amounts(a_slip(replace(PAID, items=(overtime,))))["overtime"] == "144.45"


def test_expenses_are_paid_back_without_any_tax() -> None:
    plain, with_claim = (
        a_slip(replace(PAID, items=items)) for items in ((), (an_item("expenses", eur("152")),))
    )

    assert with_claim.net - plain.net == eur("152")
    assert with_claim.gross == plain.gross


def test_a_loan_takes_no_more_than_its_rest() -> None:
    loan = an_item("loan", eur("100"), rest=eur("30"))

    assert amounts(a_slip(replace(PAID, items=(loan,))))["loan"] == "30.00"


def test_a_loan_paid_off_is_no_line() -> None:
    loan = an_item("loan", eur("100"), rest=eur("0"))

    assert "loan" not in amounts(a_slip(replace(PAID, items=(loan,))))


def test_nothing_is_reckoned_outside_the_days_of_an_item() -> None:
    over = an_item("bonus", eur("100"), last_on=date(2026, 2, 28))

    assert "bonus" not in amounts(a_slip(replace(PAID, items=(over,))))


def test_an_advance_takes_no_more_than_could_be_garnished() -> None:
    advance = an_item("advance", rest=eur("9999"))
    free = a_slip(PAID).net

    slip = a_slip(replace(PAID, items=(advance,)))

    assert free - slip.net == Money((free.minor + 1) // 3, "EUR")
    assert slip.lines[-2].item_id == advance.id


@given(st.integers(0, 600_000), st.integers(0, 300_000))
@settings(max_examples=40)
def test_a_garnishment_never_touches_the_protected_part(pay: int, protected: int) -> None:
    held = an_item("garnishment", Money(protected, "EUR"), rest=eur("100000"))
    payee = replace(PAID, contracts=(a_contract(Money(pay, "EUR")),))

    free = a_slip(payee).net
    slip = a_slip(replace(payee, items=(held,)))

    assert slip.net.minor >= min(free.minor, protected)
    most = 2 if free.minor > 4 * protected else 3
    assert free - slip.net <= Money(-(-free.minor // most), "EUR")


def test_a_deduction_above_the_pay_is_refused_without_a_figure() -> None:
    fee = an_item("union_fee", eur("5000"))
    payee = replace(PAID, items=(fee,))

    with pytest.raises(NegativeNet) as refused:
        require_positive(a_slip(payee), payee)

    assert refused.value.facts == {"employee": "EMP-1"}


def test_without_a_birth_day_a_rule_by_age_is_refused() -> None:
    with pytest.raises(BirthDayMissing):
        a_slip(replace(PAID, born_on=None))


def test_pay_of_another_currency_is_refused() -> None:
    with pytest.raises(OtherPayCurrency):
        a_slip(replace(PAID, items=(an_item("bonus", thb("1")),)))


def test_a_day_without_a_rate_is_refused() -> None:
    later = replace(MARCH, pay_on=date(2031, 1, 31))

    with pytest.raises(RateGap):
        a_slip(PAID, later)


def test_what_is_left_to_the_office_is_reckoned_once_it_gave_its_figure() -> None:
    pack = payroll_of("FI")
    whole = next(one for one in pack.rates if one.code == "fi.pension-whole")
    own = replace(whole, value=D("25.28"), country="")

    made = Reckoner(pack.components, Rates((*pack.rates, own)), DECEMBER_25)
    slip = made.payslip(PAID, PayslipId(1), PayrollRunId(1))

    assert amounts(slip)["pension_employer"] == "580.16"
    assert "pension_employer" not in [one.code for one in made.left_out]


def test_the_sums_of_the_year_go_on() -> None:
    first = a_slip(PAID)
    second = a_slip(replace(PAID, year=first.year))

    assert second.year["taxable"] == eur("6400")
    assert second.year["net"] == first.net + second.net


KINDS = st.sampled_from(list(ComponentKind))
LINES = st.lists(st.tuples(KINDS, st.integers(0, 10**6)), max_size=8)


@given(LINES)
@settings(max_examples=60)
def test_gross_less_deductions_and_what_is_paid_back_is_net(
    lines: list[tuple[ComponentKind, int]],
) -> None:
    components = [
        a_component(f"part_{no}", "amount", kind=kind) for no, (kind, _) in enumerate(lines)
    ]
    items = tuple(
        an_item(f"part_{no}", Money(minor, "EUR"), id=PayItemId(no))
        for no, (_, minor) in enumerate(lines)
    )
    made = Reckoner(components, Rates(()), MARCH)

    slip: Payslip = made.payslip(a_payee(items=items), PayslipId(1), PayrollRunId(1))

    assert slip.gross - slip.deductions + slip.reimbursed == slip.net
    assert slip.employer.minor == sum(m for kind, m in lines if kind is ComponentKind.EMPLOYER)
