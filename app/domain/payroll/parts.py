"""Parts of pay: what each contract pays of a period, what leave takes off it, and gives to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from app.domain.employees.contract import Contract, PayBasis
from app.domain.leave.leave import KIND as LEAVE
from app.domain.payroll.component import PayItem
from app.domain.payroll.daily import (
    BY_CALENDAR,
    MONTHS,
    WEEKS,
    DayBy,
    DayCount,
    worth_of_day,
    worth_of_leave,
)
from app.domain.payroll.formulas.working import written
from app.domain.payroll.handing import PAID_OUT, Absent, ids_of
from app.domain.payroll.payee import NOUGHT, PERIODS, Payee, Span
from app.domain.payroll.payroll import Why
from app.domain.shared.ids import PayItemId
from app.domain.shared.money import Money, money


@dataclass(frozen=True, slots=True)
class PaidPart:
    """What a contract pays for its days of a period: ``counted`` of ``whole`` by the rule."""

    first: date
    last: date
    full: Money
    paid: Money
    counted: Decimal
    whole: Decimal

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def paid_parts(payee: Payee, span: Span) -> tuple[PaidPart, ...]:
    """Return what each contract pays: the whole period whole, a part of it by its days.

    Where two contracts share the whole period, each is paid by the calendar if a month is not as
    long as its thirty days.
    """
    held = sorted(payee.contracts, key=lambda one: one.starts_on)
    spans = [(one, *_days_of(one, payee, span)) for one in held]
    days = sum(max(0, (last - first).days + 1) for _, first, last in spans)
    count = count_of(payee, span)
    if count.rule.by is DayBy.THIRTIETHS and days >= span.days:
        count = DayCount(BY_CALENDAR, span.first, span.last)
    found = []
    for contract, first, last in spans:
        pay = contract.pay
        if pay is None or first > last or pay.basis not in {PayBasis.MONTH, PayBasis.WEEK}:
            continue
        full = _of_period(pay.amount, pay.basis, span)
        counted = count.paid(first, last)
        paid = money(full.amount * counted / count.whole, full.currency)
        found.append(PaidPart(first, last, full, paid, counted, count.whole))
    return tuple(found)


def count_of(payee: Payee, span: Span) -> DayCount:
    """Return how the days of a period count for a person."""
    return DayCount(payee.rule, span.first, span.last, payee.worked)


def _days_of(contract: Contract, payee: Payee, span: Span) -> tuple[date, date]:
    first = max(span.first, contract.starts_on, payee.work_days[0])
    ends = (span.last, contract.ends_on, payee.work_days[1])
    return first, min(day for day in ends if day is not None)


@dataclass(frozen=True, slots=True)
class Off:
    """Days of a leave that the salary does not pay, and what they come to."""

    absent: Absent
    days: Decimal
    pay: Decimal
    told: str
    rule: str = ""


def off_of(payee: Payee, span: Span) -> tuple[Off, ...]:
    """Return what each leave takes off the salary; who is away all the time gets nothing of it."""
    parts, count = paid_parts(payee, span), count_of(payee, span)
    whole = sum((one.paid.amount for one in parts), NOUGHT)
    found, rest = [], whole
    for absent in payee.handed.absent:
        days = _counted(absent, parts, count)
        pay = min(rest, sum((part.full.amount * n / count.whole for part, n in days), NOUGHT))
        told = ", ".join(
            f"{written(part.full.amount)} × {written(n)} / {written(count.whole)}"
            for part, n in days
        )
        rest -= pay
        found.append(Off(absent, sum((n for _, n in days), NOUGHT), pay, told, payee.rule.source))
    if rest and found and _are_all_off(payee, parts, count):
        found[-1] = replace(found[-1], pay=found[-1].pay + rest)
    return tuple(found)


def _counted(
    absent: Absent, parts: tuple[PaidPart, ...], count: DayCount
) -> list[tuple[PaidPart, Decimal]]:
    """Return of each part of the pay how many days of a leave lie in it."""
    off = [(day, n) for day, n in absent.days if count.is_off(day)]
    counted = [
        (part, sum((n for day, n in off if part.first <= day <= part.last), NOUGHT))
        for part in parts
    ]
    return [one for one in counted if one[1]]


def _are_all_off(payee: Payee, parts: tuple[PaidPart, ...], count: DayCount) -> bool:
    """Say whether the person is away on every day that would be worked and paid."""
    away = {day for one in payee.handed.absent for day, n in one.days if n == 1}
    days = (part.first + timedelta(days=at) for part in parts for at in range(part.days))
    return all(day in away for day in days if count.is_off(day))


def items_of(payee: Payee, span: Span) -> tuple[PayItem, ...]:
    """Return all items of a person: one's own, and those that are handed over."""
    if not payee.handed:
        return payee.items
    return (*payee.items, *payee.handed.items, *_items_of_leave(payee, span))


def _items_of_leave(payee: Payee, span: Span) -> Iterator[PayItem]:
    """Yield the days that a component pays instead of the salary, and those paid at the end.

    The amount is that of all days together: rounded once.
    """
    if not payee.contracts:
        return
    contract, count = payee.contracts[-1], count_of(payee, span)
    for off in off_of(payee, span):
        days = sum((n for day, n in off.absent.days if count.is_off(day)), NOUGHT)
        if off.absent.component and days:
            worth = off.pay or worth_of_day(contract, count, payee.a_week) * days
            new = PayItemId(min(ids_of(LEAVE, (off.absent.mark,))))
            yield _item(payee, span, (new, off.absent.component, LEAVE), (worth, days))
    a_day = worth_of_leave(contract, payee.rule, payee.a_week)
    for one in payee.handed.paid_out if a_day is not None else ():
        head = (PayItemId(one.entry.id), payee.rule.paid_out, PAID_OUT)
        yield _item(payee, span, head, ((a_day or NOUGHT) * one.days, one.days))


def _item(
    payee: Payee,
    span: Span,
    head: tuple[PayItemId, str, str],
    worth: tuple[Decimal, Decimal],
) -> PayItem:
    new, component, source = head
    return PayItem(
        new,
        1,
        payee.employee_id,
        component,
        span.first,
        span.last,
        money(worth[0], payee.currency),
        worth[1],
        source=source,
    )


def told_of(item: PayItem, payee: Payee, span: Span) -> tuple[Why, ...]:
    """Return how an item came about that was handed over."""
    if item.source == LEAVE:
        found = (one for one in off_of(payee, span) if item.id in ids_of(LEAVE, (one.absent.mark,)))
        return tuple(_told_off(one) for one in found)
    if item.source == PAID_OUT and payee.contracts:
        pay = payee.contracts[-1].pay
        amount = written(pay.amount.amount) if pay else ""
        rule = payee.rule
        return (Why("paid-out", f"{amount} × {written(item.quantity or NOUGHT)}", rule.source),)
    return payee.handed.told.get(item.id, ())


def told_off(payee: Payee, span: Span, *, is_apart: bool) -> tuple[Why, ...]:
    """Return which leaves take how much off the salary, and by which rule."""
    found = off_of(payee, span)
    return tuple(_told_off(one) for one in found if bool(one.absent.component) is is_apart)


def _told_off(one: Off) -> Why:
    days = f"{one.absent.first.isoformat()}/{one.absent.last.isoformat()}"
    return Why(f"off:{days}", one.told or written(one.days), one.rule)


def _of_period(amount: Money, basis: PayBasis, span: Span) -> Money:
    """Return what is agreed for a month or a week as pay of a whole period."""
    a_year = amount.amount * (MONTHS if basis is PayBasis.MONTH else WEEKS)
    return money(a_year / PERIODS[span.period], amount.currency)


def told_of_pay(payee: Payee, span: Span) -> tuple[Why, ...]:
    """Return how the pay of a period came about, part by part."""
    return tuple(
        Why(
            f"part:{one.first.isoformat()}/{one.last.isoformat()}",
            f"{written(one.full.amount)} × {written(one.counted)} / {written(one.whole)}",
        )
        for one in paid_parts(payee, span)
    )
