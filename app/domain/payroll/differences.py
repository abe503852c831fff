"""Differences: what a correction pays besides what was paid, and this month beside the last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.payroll.component import ComponentKind
from app.domain.payroll.payee import Payee
from app.domain.payroll.payroll import PayLine, Payslip, Why
from app.domain.payroll.reckoning import put_together, sums_of
from app.domain.shared.ids import EmployeeId, PayItemId
from app.domain.shared.money import Money, zero

OVERPAID = "overpaid"
"""The component of what was paid too much and is to be got back: it is owed from now on."""

RECOVERY = "recovery"
"""The component that takes it off later pay."""

HUNDRED = Decimal(100)


def corrected(new: Payslip, paid: Iterable[Payslip], payee: Payee) -> Payslip:
    """Return a payslip of the differences between what is right and what was paid.

    Where too much was paid nobody pays less than nothing: the rest is owed and got back later.
    """
    before = _by_item(line for slip in paid for line in slip.lines)
    after = _by_item(new.lines)
    lines = [
        _difference(after.get(key), before.get(key))
        for key in [*after, *(key for key in before if key not in after)]
    ]
    found = tuple(line for line in lines if line.amount)
    slip = put_together(found, payee, new.id, new.run_id)
    if slip.net.minor >= 0:
        return slip
    return put_together((*found, _owed(-slip.net)), payee, new.id, new.run_id)


def paid_before(slip: Payslip) -> dict[str, Money]:
    """Return the sums of the year as they were before a payslip."""
    return {
        name: money - sums_of(slip).get(name, zero(money.currency))
        for name, money in slip.year.items()
    }


def with_rests(payee: Payee, paid: Iterable[Payslip]) -> Payee:
    """Return a payee whose loans are as they were before these payslips took something."""
    taken: defaultdict[PayItemId | None, int] = defaultdict(int)
    for line in (line for slip in paid for line in slip.lines):
        taken[line.item_id] += line.amount.minor
    items = tuple(
        one
        if one.rest is None
        else replace(one, rest=Money(one.rest.minor + taken[one.id], one.rest.currency))
        for one in payee.items
    )
    return replace(payee, items=items)


def _by_item(lines: Iterable[PayLine]) -> dict[tuple[str, PayItemId | None], PayLine]:
    """Return one line for each component and item: what its lines add up to."""
    found: dict[tuple[str, PayItemId | None], PayLine] = {}
    for line in lines:
        key = (line.component, line.item_id)
        if line.component != OVERPAID:
            found[key] = _added(found.get(key), line)
    return found


def _by_component(lines: Iterable[PayLine]) -> dict[str, PayLine]:
    """Return one line for each component: what its lines add up to."""
    found: dict[str, PayLine] = {}
    for line in lines:
        found[line.component] = _added(found.get(line.component), line)
    return found


def _added(there: PayLine | None, line: PayLine) -> PayLine:
    return line if there is None else replace(line, amount=there.amount + line.amount)


def _difference(right: PayLine | None, paid: PayLine | None) -> PayLine:
    """Return the line of a component: what is right less what was paid."""
    line = right or paid
    assert line is not None
    nothing = zero(line.amount.currency)
    now, was = (one.amount if one else nothing for one in (right, paid))
    steps = (Why("difference:right", str(now.amount)), Why("difference:paid", str(was.amount)))
    return replace(line, amount=now - was, quantity=None, price=None, why=(*line.why, *steps))


def _owed(amount: Money) -> PayLine:
    names = {"en": "Paid too much, to be got back", "fi": "Liikaa maksettu, peritään takaisin"}
    why = (Why("difference:owed", str(amount.amount)),)
    return PayLine(OVERPAID, names, ComponentKind.REIMBURSEMENT, amount, why=why)


@dataclass(frozen=True, slots=True)
class Compared:
    """One person this time and last time: net, gross, and the lines that differ most.

    ``share`` is by how many percent the net differs; None where there was nothing before.
    """

    employee_id: EmployeeId
    now: Payslip | None
    before: Payslip | None
    lines: tuple[tuple[PayLine, Money], ...]
    share: Decimal | None

    @property
    def is_striking(self) -> bool:
        """Say whether the difference deserves a look: somebody new, gone, or a tenth away."""
        return self.share is None or abs(self.share) >= Decimal(10)


def compared(now: Iterable[Payslip], before: Iterable[Payslip]) -> tuple[Compared, ...]:
    """Return every person of either run with what differs, the largest difference first."""
    this = {slip.employee_id: slip for slip in now}
    last = {slip.employee_id: slip for slip in before}
    found = [_beside(one, this.get(one), last.get(one)) for one in sorted({*this, *last})]
    return tuple(sorted(found, key=lambda one: -abs(_minor(one.now) - _minor(one.before))))


def _beside(person: EmployeeId, now: Payslip | None, before: Payslip | None) -> Compared:
    right, paid = (_by_component(slip.lines if slip else ()) for slip in (now, before))
    lines = tuple(_changed(right, paid))
    if now is None or before is None or not before.net:
        return Compared(person, now, before, lines, None if now != before else Decimal(0))
    share = Decimal(now.net.minor - before.net.minor) * HUNDRED / Decimal(before.net.minor)
    return Compared(person, now, before, lines, share.quantize(Decimal("0.1")))


def _changed(
    right: Mapping[str, PayLine], paid: Mapping[str, PayLine]
) -> Iterable[tuple[PayLine, Money]]:
    for code in [*right, *(code for code in paid if code not in right)]:
        line = right.get(code) or paid[code]
        nothing = zero(line.amount.currency)
        now = right[code].amount if code in right else nothing
        was = paid[code].amount if code in paid else nothing
        if now != was:
            yield line, now - was


def _minor(slip: Payslip | None) -> int:
    return slip.net.minor if slip else 0
