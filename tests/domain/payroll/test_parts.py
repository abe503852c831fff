"""Parts of pay: a whole period pays whole, a part of it by the rule, and leave is off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.leave.leave import EntryKind, LeaveEntry
from app.domain.payroll.daily import DayBy, DayRule
from app.domain.payroll.figures import figures_of
from app.domain.payroll.handing import Absent, Handed, PaidOut, of_leave
from app.domain.payroll.parts import items_of, off_of, paid_parts, told_of_pay
from app.domain.payroll.payee import Payee, Span
from app.domain.payroll.payroll import Period
from app.domain.shared.ids import LeaveEntryId, LeaveTypeId
from tests.payrolls import MARCH, PERSON, a_contract, a_payee, by_hour, eur

WORKED = frozenset(
    day for day in (date(2026, 3, 1) + timedelta(days=at) for at in range(31)) if day.weekday() < 5
)
BY_WORK = DayRule(DayBy.WORK_DAYS, leave_month=Decimal(25), leave_week=Decimal(6), paid_out="out")
THIRTIETHS = DayRule(DayBy.THIRTIETHS, paid_out="out")


def absent(first: int, last: int, component: str = "", part: str = "1") -> Absent:
    days = tuple((date(2026, 3, at), Decimal(part)) for at in range(first, last + 1))
    mark = f"leave-request:{first}|{component}"
    return Absent(mark, days[0][0], days[-1][0], days, component)


def away(rule: DayRule, *leaves: Absent, pay: str = "2200") -> Payee:
    made = a_payee(a_contract(eur(pay)), rule=rule, worked=WORKED)
    return replace(made, handed=of_leave(leaves, ()))


def test_a_whole_month_pays_what_was_agreed() -> None:
    (part,) = paid_parts(a_payee(a_contract(eur("3200"))), MARCH)

    assert (part.paid, part.days) == (eur("3200"), 31)


def test_who_leaves_in_the_middle_is_paid_by_days() -> None:
    leaving = a_contract(eur("3100"), ends_on=date(2026, 3, 10))

    (part,) = paid_parts(a_payee(leaving), MARCH)

    assert part.paid == eur("1000")


def test_the_employment_s_last_day_ends_the_pay_too() -> None:
    work_days = (date(2020, 1, 1), date(2026, 3, 1))
    payee = a_payee(a_contract(eur("3100")), work_days=work_days)

    assert paid_parts(payee, MARCH)[0].paid == eur("100")


def test_a_rise_within_the_month_pays_both_parts_and_tells_both() -> None:
    old = a_contract(eur("3100"), ends_on=date(2026, 3, 10))
    new = a_contract(eur("6200"), starts_on=date(2026, 3, 11))
    payee = a_payee(old, new)

    assert figures_of(payee, MARCH)["pay"] == Decimal(1000 + 4200)
    assert [why.value for why in told_of_pay(payee, MARCH)] == [
        "3100 × 10 / 31",
        "6200 × 21 / 31",
    ]


def test_the_29th_of_february_is_a_day_of_its_month() -> None:
    leap = Span(Period.MONTH, date(2028, 2, 1), date(2028, 2, 29), date(2028, 2, 29))
    joined = a_contract(eur("2900"), starts_on=date(2028, 2, 29))

    assert paid_parts(a_payee(joined), leap)[0].paid == eur("100")


def test_a_month_s_pay_is_spread_over_weeks_by_the_year() -> None:
    week = Span(Period.TWO_WEEKS, date(2026, 3, 2), date(2026, 3, 15), date(2026, 3, 20))

    assert paid_parts(a_payee(a_contract(eur("2600"))), week)[0].paid == eur("1200")


@given(st.integers(1, 31), st.integers(1, 10**7))
def test_two_parts_of_a_month_at_one_pay_add_up_to_it_within_a_cent(last: int, minor: int) -> None:
    pay = eur(str(Decimal(minor).scaleb(-2)))
    first = a_contract(pay, ends_on=date(2026, 3, last))
    rest = a_contract(pay, starts_on=date(2026, 3, min(31, last + 1)))
    parts = paid_parts(a_payee(first, *([rest] if last < 31 else [])), MARCH)

    assert abs(sum(part.paid.minor for part in parts) - minor) <= 1


def test_a_part_of_a_month_is_paid_by_the_days_that_would_be_worked() -> None:
    joined = a_contract(eur("2200"), starts_on=date(2026, 3, 16))

    (part,) = paid_parts(a_payee(joined, rule=BY_WORK, worked=WORKED), MARCH)

    assert (part.paid, part.counted, part.whole) == (eur("1200"), Decimal(12), Decimal(22))


def test_a_month_has_thirty_days_where_the_law_says_so() -> None:
    joined = a_contract(eur("3000"), starts_on=date(2026, 3, 22))
    first = a_contract(eur("3000"), ends_on=date(2026, 3, 21))

    alone = paid_parts(a_payee(joined, rule=THIRTIETHS, worked=WORKED), MARCH)
    both = paid_parts(a_payee(first, joined, rule=THIRTIETHS, worked=WORKED), MARCH)

    assert [one.paid for one in alone] == [eur("1000")]
    assert sum(one.paid.minor for one in both) == 300_000


def test_a_week_end_is_no_day_off_where_work_days_count() -> None:
    payee = away(BY_WORK, absent(5, 9))

    (off,) = off_of(payee, MARCH)

    assert (off.days, off.pay, off.told) == (Decimal(3), Decimal(300), "2200 × 3 / 22")


def test_half_days_are_off_by_half_and_both_sides_of_a_rise_by_their_pay() -> None:
    halves = away(BY_WORK, absent(5, 5, part="0.5"))
    rise = replace(
        away(BY_WORK, absent(10, 11)),
        contracts=(
            a_contract(eur("2200"), ends_on=date(2026, 3, 10)),
            a_contract(eur("4400"), starts_on=date(2026, 3, 11)),
        ),
    )

    assert [one.pay for one in off_of(halves, MARCH)] == [Decimal(50)]
    assert [one.pay for one in off_of(rise, MARCH)] == [Decimal(300)]


@given(st.sampled_from([BY_WORK, THIRTIETHS, DayRule()]), st.integers(1, 10**7))
def test_who_is_away_the_whole_time_gets_nothing(rule: DayRule, minor: int) -> None:
    payee = away(rule, absent(1, 15), absent(16, 31), pay=str(Decimal(minor).scaleb(-2)))

    figures = figures_of(payee, MARCH)

    assert abs(figures["pay"] - figures["unpaid_pay"]) < Decimal("0.005")


def test_a_component_is_paid_exactly_what_its_days_take_off() -> None:
    payee = away(BY_WORK, absent(5, 9, "sick_pay"), pay="2300.55")

    (item,) = items_of(payee, MARCH)

    assert (item.component, item.quantity, item.amount) == ("sick_pay", Decimal(3), eur("313.71"))
    assert figures_of(payee, MARCH)["unpaid_pay"] == 0


def test_who_is_paid_by_the_hour_gets_a_day_by_the_agreed_hours() -> None:
    payee = replace(away(BY_WORK, absent(5, 6, "sick_pay")), contracts=(by_hour(eur("20")),))

    (item,) = items_of(payee, MARCH)

    assert item.amount == eur("300")


def test_leave_that_is_paid_out_goes_by_the_divisor_of_the_law() -> None:
    entry = LeaveEntry(
        LeaveEntryId(5),
        PERSON,
        LeaveTypeId(1),
        date(2026, 3, 31),
        EntryKind.PAID_OUT,
        Decimal("-12.5"),
    )
    handed = of_leave((), (PaidOut(entry, Decimal("12.5")),))
    monthly = a_payee(a_contract(eur("2650.55")), rule=BY_WORK, handed=handed)
    hourly = replace(monthly, contracts=(by_hour(eur("20")),))

    (item,) = items_of(monthly, MARCH)

    assert (item.component, item.amount, item.quantity) == ("out", eur("1325.28"), Decimal("12.5"))
    assert items_of(hourly, MARCH) == ()


def test_nothing_handed_over_changes_nothing() -> None:
    payee = a_payee(a_contract(eur("2200")), handed=Handed())

    assert (off_of(payee, MARCH), items_of(payee, MARCH)) == ((), ())
