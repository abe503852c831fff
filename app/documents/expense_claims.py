"""A claim of expenses on paper: what was paid, the VAT in it, by which tariff, and who approved."""

from __future__ import annotations

from collections.abc import Mapping

from app.documents.accounting import Imprint, period, report, right
from app.documents.model import Column, Document, Grid, Heading, Paragraph, Row, RowKind
from app.domain.expenses.expense import ExpenseClaim, ExpenseKind, ExpenseLine, ExpenseState, Paying
from app.domain.shared.ids import AccountId
from app.domain.shared.money import Money
from app.lang.texts import mark

CLAIM_STATES = {
    ExpenseState.DRAFT: mark("Draft"),
    ExpenseState.SUBMITTED: mark("Handed in"),
    ExpenseState.APPROVED: mark("Approved"),
    ExpenseState.REJECTED: mark("Rejected"),
    ExpenseState.POSTED: mark("Posted"),
    ExpenseState.PAID: mark("Paid"),
}
PAYINGS = {
    Paying.BANK: mark("From the bank"),
    Paying.PAYROLL: mark("With the payroll"),
}


def describe(
    claim: ExpenseClaim, name: str, accounts: Mapping[AccountId, str], imprint: Imprint
) -> Document:
    """Return a claim on paper; ``accounts`` are the numbers of the accounts."""
    say = imprint.say
    columns = (
        Column(say("Day")),
        Column(say("Expense"), weight=1),
        Column(say("Account")),
        *right(say("Without VAT"), say("VAT"), say("Amount")),
    )
    rows = (
        *(_row(line, accounts, imprint) for line in claim.lines),
        Row(
            (
                "",
                say("Total"),
                "",
                *_sums(claim.gross - claim.vat, claim.vat, claim.gross, imprint),
            ),
            RowKind.SUM,
        ),
    )
    notes = tuple(Paragraph(text) for text in _notes(claim, imprint))
    blocks: tuple[Grid | Paragraph | Heading, ...] = (Grid(columns, rows), *notes)
    return report(imprint, say("Expense claim"), _facts(claim, name, imprint), blocks)


def _facts(claim: ExpenseClaim, name: str, imprint: Imprint) -> dict[str, str]:
    say, formats = imprint.say, imprint.formats
    days = ""
    if claim.first_on is not None and claim.last_on is not None:
        is_one = claim.first_on == claim.last_on
        days = period(claim.first_on, claim.last_on, formats)
        days = formats.day(claim.first_on) if is_one else days
    return {
        say("Number"): claim.number,
        say("Name"): name,
        say("Purpose"): claim.purpose,
        say("Days of the expenses"): days,
        say("Status"): say(CLAIM_STATES[claim.state]),
        say("Approved by"): "" if claim.state is ExpenseState.REJECTED else claim.decided_by,
        say("Is paid"): say(PAYINGS[claim.paying]),
        say("Paid on"): formats.day(claim.paid_on) if claim.paid_on else "",
        say("Currency"): claim.currency,
    }


def _row(line: ExpenseLine, accounts: Mapping[AccountId, str], imprint: Imprint) -> Row:
    text = " · ".join(filter(None, (line.text, _reckoned(line, imprint))))
    figures = _sums(line.net, line.vat, line.gross, imprint)
    account = accounts.get(line.account_id, "")
    return Row((imprint.formats.day(line.day), text, account, *figures))


def _reckoned(line: ExpenseLine, imprint: Imprint) -> str:
    """Return from what an amount was reckoned: kilometres, days, VAT within, other money."""
    formats = imprint.formats
    if line.kind is not ExpenseKind.RECEIPT and line.quantity is not None:
        price = formats.decimal(line.price) if line.price is not None else ""
        unit = " km" if line.kind is ExpenseKind.MILEAGE else ""
        return f"{formats.decimal(line.quantity)}{unit} × {price}"
    if line.foreign is not None:
        rate = formats.decimal(line.rate_of_exchange) if line.rate_of_exchange else ""
        return f"{formats.money(line.foreign.minor, line.foreign.currency)} × {rate}"
    return imprint.say("VAT {rate}", rate=formats.percent(line.vat_rate)) if line.vat else ""


def _sums(net: Money, vat: Money, gross: Money, imprint: Imprint) -> tuple[str, str, str]:
    written = [imprint.formats.amount(one.minor, one.currency) for one in (net, vat, gross)]
    return written[0], written[1] if vat else "", written[2]


def _notes(claim: ExpenseClaim, imprint: Imprint) -> list[str]:
    """Return why something is over a limit, and what was answered."""
    say = imprint.say
    told = [
        say(
            "{text}: over the limit {limit}, because: {reason}",
            text=line.text,
            limit=line.over_limit,
            reason=line.reason,
        )
        for line in claim.lines
        if line.over_limit
    ]
    if claim.answer:
        told.append(say("{who}: {answer}", who=claim.decided_by, answer=claim.answer))
    return told
