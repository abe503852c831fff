"""What differs from last time, in words: line by line, each with the figures behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.payroll.explaining import FORMULA, LineChange, StepChange, changes
from app.domain.payroll.left_out import LeftOut
from app.domain.payroll.payroll import PayLine, Payslip
from app.domain.shared.money import Money, money
from app.lang.pay_words import told
from app.lang.texts import mark
from app.services.simulating import LeftOutRow
from app.ui.employees.pay_run_words import name_of
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, say

MOST_NAMED = 3
WHY_LEFT_OUT = {
    LeftOut.NO_CONTRACT: mark("No contract holds in these days"),
    LeftOut.NOT_SIGNED: mark("The contract is a draft: sign it first"),
    LeftOut.NO_PAY: mark("The contract says no pay"),
    LeftOut.NO_HOURS: mark("Paid by hours or days, and none are there"),
    LeftOut.NOTHING: mark("Everything comes to nothing in these days"),
}


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A line that differs, or a figure behind it below it."""

    id: int
    what: str
    before: str
    now: str
    difference: str
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """Somebody without a payslip, as a row."""

    id: int
    row: LeftOutRow


def signed(amount: Money) -> str:
    """Return an amount with its sign."""
    return formats().amount(amount.minor, amount.currency, sign=True)


def difference_rows(now: Payslip | None, before: Payslip | None) -> list[DifferenceRow]:
    """Return what differs between two payslips, and the figures behind each line."""
    if now is not None and before is not None and not changes(now, before):
        return [DifferenceRow(0, _("Nothing differs from last time"), "", "", "")]
    found: list[DifferenceRow] = []
    names = {line.component: name_of(line) for slip in (before, now) if slip for line in slip.lines}
    for change in changes(now, before):
        title = names[change.line.component]
        if change.line.text:
            title = f"{title} · {change.line.text}"
        amounts = (_amount(change.before), _amount(change.now), signed(change.difference))
        found.append(DifferenceRow(len(found), title, *amounts, is_line=True))
        for label, was, is_now in _told(change, names) if now and before else ():
            found.append(DifferenceRow(len(found), f"    {label}", was, is_now, ""))
    return found


def correction_rows(slip: Payslip) -> list[DifferenceRow]:
    """Return what was paid so far and what is right, line by line of a correction."""
    found: list[DifferenceRow] = []
    for line in slip.lines:
        steps = {why.name: why.value for why in line.why if why.name.startswith("difference:")}
        paid, right = (
            _written(steps.get(name, ""), line) for name in ("difference:paid", "difference:right")
        )
        title, more = name_of(line), signed(line.amount)
        found.append(DifferenceRow(len(found), title, paid, right, more, is_line=True))
    return found


def _written(value: str, line: PayLine) -> str:
    return _amount(money(Decimal(value), line.amount.currency)) if value else ""


def summary(now: Payslip | None, before: Payslip | None) -> str:
    """Return the largest differences of a person in one line."""
    if now is None:
        return _("gone")
    if before is None:
        return _("new")
    found = sorted(changes(now, before), key=lambda one: -abs(one.difference.minor))
    told_parts = [f"{name_of(one.line)} {signed(one.difference)}" for one in found[:MOST_NAMED]]
    return ", ".join(told_parts) + (" …" if len(found) > MOST_NAMED else "")


def left_out_lines(rows: Sequence[LeftOutRow]) -> list[LeftOutLine]:
    """Return who was left out as rows."""
    return [LeftOutLine(one.employee_id, one) for one in rows]


def _told(change: LineChange, names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the figures behind a line in words, before and now."""
    if change.now is None:
        return [(_("This line is gone"), "", "")]
    if change.before is None:
        return [(_("This line is new"), "", "")]
    return [_step(step, names) for step in change.steps]


def _step(step: StepChange, names: Mapping[str, str]) -> tuple[str, str, str]:
    if step.name == FORMULA:
        return (_("The formula is another one"), "", "")
    both = [
        told((step.name, value, ""), names, say(), formats()) if value else None
        for value in (step.before, step.now)
    ]
    label = next((one.label for one in both if one), step.name)
    was, is_now = (one.value if one else "" for one in both)
    return (label, was, is_now)


def _amount(amount: Money | None) -> str:
    return "" if amount is None else formats().amount(amount.minor, amount.currency)


def _strong(row: DifferenceRow) -> bool:
    return row.is_line


DIFFERENCES: tuple[Column[DifferenceRow], ...] = (
    Column(mark("What differs"), lambda row: row.what, strong=_strong, is_roomy=True, width=240),
    Column(mark("Last time"), lambda row: row.before, right=True, strong=_strong, width=130),
    Column(mark("This time"), lambda row: row.now, right=True, strong=_strong, width=130),
    Column(
        mark("Difference"),
        lambda row: row.difference,
        right=True,
        strong=_strong,
        tone=lambda row: "warn" if row.is_line else "",
        width=120,
    ),
)
LEFT_OUT: tuple[Column[LeftOutLine], ...] = (
    Column(mark("Number"), lambda line: line.row.number, width=130, is_spare=True),
    Column(mark("Name"), lambda line: line.row.name, width=220),
    Column(mark("Why there is none"), lambda line: _(WHY_LEFT_OUT[line.row.why]), is_roomy=True),
)
