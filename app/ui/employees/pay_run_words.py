"""Words and columns of pay runs and payslips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.payroll.payroll import PayLine, PayrollRun, RunState
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem
from app.lang.pay_words import told
from app.lang.texts import mark
from app.services.payroll import SlipRow
from app.ui.kit.messages import problem_text
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, say

STATES = {
    RunState.DRAFT: mark("Begun"),
    RunState.CALCULATED: mark("Calculated"),
    RunState.APPROVED: mark("Approved"),
    RunState.POSTED: mark("Posted"),
    RunState.PAID: mark("Paid"),
    RunState.REPORTED: mark("Reported"),
    RunState.DISCARDED: mark("Discarded"),
}
TONES = {
    RunState.DRAFT: "accent",
    RunState.CALCULATED: "warn",
    RunState.APPROVED: "warn",
    RunState.POSTED: "accent",
    RunState.PAID: "good",
    RunState.REPORTED: "good",
    RunState.DISCARDED: "muted",
}
MOST_WARNED = 6


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A payslip in the list of its run; ``more`` is by how much the net differs from last time."""

    id: int
    slip: SlipRow
    more: Money | None
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """A line of a payslip, or a step of how it came about below it."""

    id: int
    what: str
    value: str
    source: str
    is_line: bool = False


def run_title(run: PayrollRun) -> str:
    """Return how a run is called."""
    return run.number or run.name


def days_text(run: PayrollRun) -> str:
    """Return the days that a run pays for."""
    return f"{formats().day(run.first_on)} – {formats().day(run.last_on)}"


def money_text(amount: Money) -> str:
    """Return an amount with its currency."""
    return formats().money(amount.minor, amount.currency)


def warning_lines(problems: Sequence[Problem]) -> list[str]:
    """Return what to look at, the first few of it."""
    told_lines = [f"⚠ {problem_text(one)}" for one in problems[:MOST_WARNED]]
    more = len(problems) - MOST_WARNED
    return [*told_lines, _("… and {n} more", n=more)] if more > 0 else told_lines


def _more_text(row: PersonRow) -> str:
    if row.more is None:
        return _("new")
    if not row.more:
        return ""
    return formats().amount(row.more.minor, row.more.currency, sign=True)


def _more_tone(row: PersonRow) -> str:
    is_striking = row.share is None or abs(row.share) >= Decimal(10)
    return "warn" if is_striking else "muted"


def _amount(amount: Money) -> str:
    return formats().amount(amount.minor, amount.currency)


RUNS: tuple[Column[PayrollRun], ...] = (
    Column(mark("Pay run"), run_title, is_roomy=True, is_whole=True, width=140),
    Column(mark("From – to"), days_text, width=190),
    Column(mark("Pay day"), lambda run: formats().day(run.pay_on), width=100),
    Column(mark("People"), lambda run: str(run.people or ""), right=True, width=70),
    Column(
        mark("Corrects"),
        lambda run: run.reason if run.corrects_id is not None else "",
        is_spare=True,
        width=140,
    ),
    Column(
        mark("Status"),
        lambda run: _(STATES[run.state]),
        tone=lambda run: TONES[run.state],
        is_pill=True,
        width=110,
    ),
)
PEOPLE: tuple[Column[PersonRow], ...] = (
    Column(mark("Number"), lambda row: row.slip.number, width=120, is_spare=True),
    Column(mark("Name"), lambda row: row.slip.name, is_roomy=True, width=150),
    Column(mark("Gross pay"), lambda row: _amount(row.slip.payslip.gross), right=True, width=100),
    Column(
        mark("Deductions"),
        lambda row: _amount(row.slip.payslip.deductions),
        right=True,
        width=100,
    ),
    Column(mark("Net pay"), lambda row: _amount(row.slip.payslip.net), right=True, width=100),
    Column(mark("Since last time"), _more_text, right=True, tone=_more_tone, width=110),
)
REASONS: tuple[Column[ReasonRow], ...] = (
    Column(mark("What"), lambda row: row.what, strong=lambda row: row.is_line, width=220),
    Column(
        mark("Amount"),
        lambda row: row.value,
        right=True,
        strong=lambda row: row.is_line,
        width=120,
    ),
    Column(mark("Source"), lambda row: row.source, is_roomy=True, tone=lambda _row: "muted"),
)


def reasons_of(lines: tuple[PayLine, ...]) -> list[ReasonRow]:
    """Return the lines of a payslip, each followed by how it came about."""
    names = {one.component: name_of(one) for one in lines}
    found: list[ReasonRow] = []
    for line in lines:
        title = f"{names[line.component]} · {line.text}" if line.text else names[line.component]
        found.append(ReasonRow(len(found), title, _amount(line.amount), "", is_line=True))
        for why in line.why:
            step = told((why.name, why.value, why.source), names, say(), formats())
            if step is not None:
                is_rule = step.label == _("Rule")
                value, source = ("", step.value) if is_rule else (step.value, step.source)
                found.append(ReasonRow(len(found), f"    {step.label}", value, source))
    return found


def name_of(line: PayLine) -> str:
    """Return the name of a component in the language of the window."""
    names = line.names
    return names.get(language()) or names.get("en") or line.component
