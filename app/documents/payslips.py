"""Payslips on paper: every line, what it adds up to, and how each line came about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import chain

from app.documents.accounting import Imprint, period, report, right
from app.documents.model import (
    Column,
    Document,
    Fact,
    Grid,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Tone,
    Totals,
)
from app.domain.payroll.component import ComponentKind
from app.domain.payroll.payroll import PayLine, Payslip
from app.domain.shared.money import Money
from app.lang.pay_words import told
from app.lang.texts import mark

PLACES = 2
SECTIONS = {
    ComponentKind.EARNING: mark("Earnings"),
    ComponentKind.BENEFIT: mark("Benefits in kind"),
    ComponentKind.DEDUCTION: mark("Deductions"),
    ComponentKind.REIMBURSEMENT: mark("Reimbursements"),
    ComponentKind.EMPLOYER: mark("Borne by the employer"),
}


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """A payslip with what the paper says of the person and the pay day."""

    payslip: Payslip
    person: str
    number: str
    position: str
    first_on: date
    last_on: date
    pay_on: date
    run: str = ""
    is_correction: bool = False
    is_gross_only: bool = False


def describe(paper: SlipPaper, imprint: Imprint) -> Document:
    """Return a payslip: its lines, its sums, and how each line was reckoned."""
    say = imprint.say
    title = say("Correction of pay") if paper.is_correction else say("Payslip")
    blocks = (
        _lines(paper.payslip, imprint),
        _sums(paper, imprint),
        *_year(paper.payslip, imprint),
        *_reasons(paper.payslip, imprint),
    )
    return replace(report(imprint, title, _facts(paper, imprint), ()), blocks=blocks)


def _facts(paper: SlipPaper, imprint: Imprint) -> dict[str, str]:
    say, formats, account = imprint.say, imprint.formats, paper.payslip.account
    return {
        say("Name"): paper.person,
        say("Number"): paper.number,
        say("Position"): paper.position,
        say("Period"): period(paper.first_on, paper.last_on, formats),
        say("Pay day"): formats.day(paper.pay_on),
        say("Paid to"): account.iban or f"{account.bank_code} {account.number}".strip(),
        say("Pay run"): paper.run,
    }


def _lines(slip: Payslip, imprint: Imprint) -> Grid:
    say = imprint.say
    columns = (
        Column(say("Component of pay"), weight=1),
        *right(say("Quantity"), say("Price"), say("Amount")),
    )
    sections = (_section(kind, title, slip, imprint) for kind, title in SECTIONS.items())
    return Grid(columns, tuple(chain.from_iterable(sections)))


def _section(kind: ComponentKind, title: str, slip: Payslip, imprint: Imprint) -> tuple[Row, ...]:
    lines = [one for one in slip.lines if one.kind is kind]
    if not lines:
        return ()
    heading = Row((imprint.say(title), "", "", ""), RowKind.HEADING)
    return (heading, *(_row(one, imprint) for one in lines))


def _row(line: PayLine, imprint: Imprint) -> Row:
    formats = imprint.formats
    name = named(line.names, imprint.say.language)
    return Row(
        (
            "\n".join(one for one in (name, line.text, _rest(line, imprint)) if one),
            formats.decimal(_shown(line.quantity)) if line.quantity is not None else "",
            formats.decimal(line.price, 2) if line.price is not None else "",
            _amount(line.amount, imprint),
        )
    )


def _rest(line: PayLine, imprint: Imprint) -> str:
    """Return what is left of a loan, an advance or a garnishment after this payslip."""
    if line.rest is None:
        return ""
    return imprint.say("Left of it: {amount}", amount=_money(line.rest, imprint))


def _shown(quantity: Decimal) -> Decimal:
    """Return a quantity as it is shown: a third of an hour in hundredths."""
    return quantity if quantity == round(quantity, PLACES) else round(quantity, PLACES)


def _sums(paper: SlipPaper, imprint: Imprint) -> Totals | Paragraph:
    slip, say = paper.payslip, imprint.say
    if paper.is_gross_only:
        return Paragraph(say("Taxes, contributions and the net pay are reckoned by the adviser."))
    rows = [Fact(say("Gross pay"), _money(slip.gross, imprint))]
    rows.append(Fact(say("Deductions and benefits"), _money(-slip.deductions, imprint)))
    if slip.reimbursed:
        rows.append(Fact(say("Reimbursements"), _money(slip.reimbursed, imprint)))
    return Totals((*rows, Fact(say("Net pay"), _money(slip.net, imprint), Tone.STRONG)))


def _year(slip: Payslip, imprint: Imprint) -> tuple[Heading | Grid, ...]:
    """Return the sums of the year with this payslip."""
    say = imprint.say
    names = {
        "gross": say("Gross pay"),
        "taxable": say("Taxable pay"),
        "deductions": say("Deductions and benefits"),
        "net": say("Net pay"),
    }
    shown = [(names[name], slip.year[name]) for name in names if name in slip.year]
    if not shown:
        return ()
    columns = tuple(right(*(name for name, _ in shown)))
    row = Row(tuple(_money(amount, imprint) for _, amount in shown))
    return (Heading(say("Since the beginning of the year")), Grid(columns, (row,)))


def _reasons(slip: Payslip, imprint: Imprint) -> tuple[Heading | Grid, ...]:
    """Return how each line was reckoned."""
    say, language = imprint.say, imprint.say.language
    names = {one.component: named(one.names, language) for one in slip.lines}
    columns = (
        Column(say("Figure"), weight=2),
        *right(say("Value")),
        Column(say("Source"), weight=2),
    )
    rows: list[Row] = []
    for line in slip.lines:
        rows.append(
            Row(
                (f"{names[line.component]}: {_money(line.amount, imprint)}", "", ""),
                RowKind.HEADING,
            )
        )
        rows += _steps(line, names, imprint)
    return (Heading(say("How each line was reckoned")), Grid(columns, tuple(rows)))


def _steps(line: PayLine, names: Mapping[str, str], imprint: Imprint) -> Sequence[Row]:
    steps = ((why.name, why.value, why.source) for why in line.why)
    found = (told(step, names, imprint.say, imprint.formats) for step in steps)
    rule = imprint.say("Rule")
    return [
        Row((one.label, "", one.value) if one.label == rule else (one.label, one.value, one.source))
        for one in found
        if one is not None
    ]


def named(names: Mapping[str, str], language: str) -> str:
    """Return the name of a component in a language, else in English, else any."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")


def _amount(amount: Money, imprint: Imprint) -> str:
    return imprint.formats.amount(amount.minor, amount.currency)


def _money(amount: Money, imprint: Imprint) -> str:
    return imprint.formats.money(amount.minor, amount.currency)
