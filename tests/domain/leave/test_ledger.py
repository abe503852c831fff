"""The ledger says the truth on every day, whatever was written when, and never changes a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.leave.earning import Service
from app.domain.leave.leave import Accrual, CarryOver, EntryKind, LeaveType
from app.domain.leave.ledger import Account, Taken, balance, due, standing
from app.domain.shared.ids import LeaveRequestId
from tests.leaving import ANNA, a_grant, a_leave, a_service, a_type, days, settled

DAY = date(2026, 1, 1)
YEAR = date(2026, 12, 31)
CARRYING = CarryOver(days(10), 3)
MIXED = a_type(carry=CARRYING, since=DAY)


def hr_quarter(taken: int) -> Account:
    """Return journey 22: ten carried days that expire on 31 March, twenty new ones."""
    opened = a_grant(DAY - timedelta(days=1), "10", expires_on=date(2026, 3, 31))
    leaves = (a_leave(1, date(2026, 3, 2), taken),) if taken else ()
    return Account(ANNA, MIXED, a_service(date(2020, 5, 1)), leaves, (opened,))


@pytest.mark.parametrize(
    ("taken", "expired", "left"), [(0, 10, 20), (8, 2, 20), (10, 0, 20), (12, 0, 18)]
)
def test_carried_days_are_taken_first_and_what_is_left_of_them_expires(
    taken: int, expired: int, left: int
) -> None:
    account = settled(hr_quarter(taken), date(2026, 4, 1))

    rows = account.entries
    assert -sum(one.days for one in rows if one.kind is EntryKind.EXPIRED) == expired
    assert balance(rows, date(2026, 4, 1)) == left
    assert balance(rows, date(2026, 3, 31)) == left + expired


def test_what_is_left_at_the_end_of_a_year_goes_on_as_far_as_the_type_says() -> None:
    account = Account(ANNA, MIXED, a_service(date(2020, 5, 1)), (a_leave(1, DAY, 5),))

    rows = settled(account, date(2027, 4, 1)).entries

    assert balance(rows, date(2026, 12, 31)) == 15
    assert balance(rows, date(2027, 1, 1)) == 30
    assert balance(rows, date(2027, 4, 1)) == 20


def test_a_leave_across_a_year_end_takes_of_both_years() -> None:
    over = a_leave(1, date(2026, 12, 28), 8)
    account = Account(ANNA, a_type(since=DAY), a_service(date(2020, 5, 1)), (over,))

    rows = settled(account, date(2027, 1, 31)).entries

    assert balance(rows, date(2026, 12, 31)) == 16
    assert balance(rows, date(2027, 1, 31)) == 16


def test_a_leave_that_is_booked_late_takes_back_what_had_expired() -> None:
    late = settled(hr_quarter(0), date(2026, 4, 1))

    booked = replace(late, taken=(a_leave(1, date(2026, 3, 2), 8),))
    rows = settled(booked, date(2026, 4, 15)).entries

    assert balance(rows, date(2026, 4, 1)) == 20
    assert balance(rows, date(2026, 3, 31)) == 22


def test_a_cancelled_leave_is_reversed_and_its_row_stays() -> None:
    account = settled(hr_quarter(12), date(2026, 2, 1))

    rows = settled(replace(account, taken=()), date(2026, 4, 1)).entries

    assert rows[: len(account.entries)] == account.entries
    assert balance(rows, date(2026, 4, 1)) == 20


def test_days_beyond_what_is_left_are_made_good_by_the_next_grant() -> None:
    account = Account(ANNA, a_type(since=DAY), a_service(date(2020, 5, 1)), (a_leave(1, DAY, 23),))

    rows = settled(account, date(2027, 1, 1)).entries

    assert balance(rows, date(2026, 12, 31)) == -3
    assert balance(rows, date(2027, 1, 1)) == 17


def test_who_leaves_in_the_middle_of_the_year_keeps_a_part_and_nothing_expires_after() -> None:
    account = settled(Account(ANNA, MIXED, a_service(date(2020, 5, 1))), date(2026, 2, 1))

    left = replace(account, service=a_service(date(2020, 5, 1), date(2026, 6, 30)))
    rows = settled(left, date(2027, 6, 1)).entries

    assert balance(rows, date(2027, 6, 1)) == 10


def test_what_was_earned_before_a_day_that_is_fixed_stays() -> None:
    account = settled(Account(ANNA, MIXED, a_service(date(2020, 5, 1))), date(2026, 2, 1))

    fixed = replace(
        account, service=a_service(date(2020, 5, 1), date(2026, 6, 30)), fixed_until=YEAR
    )

    assert due(fixed, date(2026, 7, 1)) == ()


TYPES = st.builds(
    a_type,
    st.sampled_from([Accrual.YEARLY, Accrual.MONTHLY, Accrual.BY_SERVICE, Accrual.FI_ANNUAL]),
    st.just(((0, "12"), (1, "20"), (3, "25.5"))),
    st.builds(
        CarryOver,
        st.sampled_from([None, Decimal(0), Decimal(5), Decimal("7.5")]),
        st.sampled_from([0, 3, 6]),
    ),
    st.just(date(2025, 1, 1)),
)
SERVICES = st.builds(
    a_service,
    st.dates(date(2023, 1, 1), date(2026, 3, 1)) | st.just(date(2024, 2, 29)),
    st.none() | st.dates(date(2026, 3, 2), date(2027, 6, 1)),
)
LEAVES = st.lists(
    st.tuples(st.dates(date(2025, 6, 1), date(2027, 5, 1)), st.integers(1, 15)), max_size=4
)
ENDS = st.dates(date(2026, 6, 1), date(2027, 12, 31))


@given(TYPES, SERVICES, LEAVES, ENDS, st.lists(st.dates(date(2025, 1, 1), DAY), max_size=3))
@settings(max_examples=60, deadline=None)
def test_it_is_the_same_on_every_day_however_often_it_was_written_before(
    kind: LeaveType, service: Service, leaves: list[tuple[date, int]], end: date, runs: list[date]
) -> None:
    taken = [a_leave(at + 1, first, many) for at, (first, many) in enumerate(leaves)]
    step_by_step = Account(ANNA, kind, service)
    for at, day in enumerate(sorted(runs)):
        step_by_step = settled(replace(step_by_step, taken=tuple(taken[: at + 1])), day)

    often = settled(replace(step_by_step, taken=tuple(taken)), end).entries
    once = settled(Account(ANNA, kind, service, tuple(taken)), end).entries

    for at in range(0, (end - date(2025, 1, 1)).days, 13):
        day = end - timedelta(days=at)
        assert balance(often, day) == balance(once, day)


@given(TYPES, SERVICES, LEAVES, ENDS)
@settings(max_examples=60, deadline=None)
def test_once_written_nothing_is_due_and_every_day_says_where_it_came_from(
    kind: LeaveType, service: Service, leaves: list[tuple[date, int]], end: date
) -> None:
    taken = tuple(a_leave(at + 1, first, many) for at, (first, many) in enumerate(leaves))
    account = settled(Account(ANNA, kind, service, taken), end)

    assert due(account, end) == ()
    stands = standing(account.entries)
    gone = -sum(stands[one.id] for one in account.entries if one.kind is EntryKind.TAKEN)
    assert gone == sum(len(one.days) for one in taken)


def test_half_days_are_halves() -> None:
    half = Taken(LeaveRequestId(1), ((DAY, Decimal("0.5")),))
    account = Account(ANNA, a_type(since=DAY), a_service(date(2020, 5, 1)), (half,))

    assert balance(settled(account, DAY).entries, DAY) == Decimal("19.5")
