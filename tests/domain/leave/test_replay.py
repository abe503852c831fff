"""What expires first is taken first, and a year's earnings are one grant."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.leave.leave import Accrual, CarryOver, EntryKind
from app.domain.leave.ledger import Account
from tests.leaving import ANNA, a_grant, a_leave, a_service, a_type, settled

DAY = date(2026, 1, 1)
LONG_AGO = date(2020, 1, 1)


def taken_of(account: Account) -> dict[int, int]:
    rows = [one for one in account.entries if one.kind is EntryKind.TAKEN]
    return {one.grant_id or 0: int(-one.days) for one in rows}


def test_the_days_that_expire_first_are_taken_first() -> None:
    never, soon, later = (
        a_grant(DAY, "3", expires_on=until)
        for until in (None, date(2026, 2, 28), date(2026, 6, 30))
    )
    kind = a_type(Accrual.NONE, (), CarryOver(None))
    leave = a_leave(1, date(2026, 2, 2), 7)

    account = settled(Account(ANNA, kind, a_service(LONG_AGO), (leave,), (never, soon, later)), DAY)

    assert taken_of(account) == {soon.id: 3, later.id: 3, never.id: 1}


def test_the_days_after_an_expiry_are_taken_of_what_still_holds() -> None:
    soon, later = (a_grant(DAY, "5", expires_on=until) for until in (date(2026, 3, 3), None))
    kind = a_type(Accrual.NONE, (), CarryOver(None))
    leave = a_leave(1, date(2026, 3, 2), 4)

    account = settled(Account(ANNA, kind, a_service(LONG_AGO), (leave,), (soon, later)), DAY)

    assert taken_of(account) == {soon.id: 2, later.id: 2}


def test_months_of_one_year_are_one_grant() -> None:
    kind = a_type(Accrual.MONTHLY, ((0, "24"),), CarryOver(None), since=DAY)
    leave = a_leave(1, date(2026, 7, 6), 9)

    account = settled(Account(ANNA, kind, a_service(LONG_AGO), (leave,)), date(2026, 7, 31))

    assert list(taken_of(account).values()) == [9]


def test_a_leave_over_two_months_is_a_row_for_each() -> None:
    kind = a_type(since=DAY)
    leave = a_leave(1, date(2026, 6, 29), 5)

    account = settled(Account(ANNA, kind, a_service(LONG_AGO), (leave,)), date(2026, 7, 31))

    rows = [one for one in account.entries if one.kind is EntryKind.TAKEN]
    assert [(one.day, one.days) for one in rows] == [
        (date(2026, 6, 29), Decimal(-2)),
        (date(2026, 7, 1), Decimal(-3)),
    ]
