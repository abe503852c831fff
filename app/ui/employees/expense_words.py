"""The words of expenses, and the list of claims as data."""

from __future__ import annotations

from datetime import date

from app.domain.expenses.expense import ExpenseKind, ExpenseLine, ExpenseState, Paying
from app.domain.expenses.row import ClaimRow
from app.lang.texts import mark
from app.services import expenses
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many

STATES = {
    ExpenseState.DRAFT: mark("Draft"),
    ExpenseState.SUBMITTED: mark("Handed in"),
    ExpenseState.APPROVED: mark("Approved"),
    ExpenseState.REJECTED: mark("Rejected"),
    ExpenseState.POSTED: mark("Posted"),
    ExpenseState.PAID: mark("Paid"),
}
TONES = {
    ExpenseState.DRAFT: "muted",
    ExpenseState.SUBMITTED: "accent",
    ExpenseState.APPROVED: "warn",
    ExpenseState.REJECTED: "bad",
    ExpenseState.POSTED: "warn",
    ExpenseState.PAID: "good",
}
PAYINGS = {
    Paying.BANK: mark("From the bank"),
    Paying.PAYROLL: mark("With the payroll"),
}


def span_text(first: date | None, last: date | None) -> str:
    """Return from when to when expenses are."""
    if first is None or last is None:
        return ""
    day = formats().day
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def line_text(line: ExpenseLine) -> str:
    """Return an expense in a line: its day, its words and from what it was reckoned."""
    return " · ".join(filter(None, (formats().day(line.day), line.text, reckoned_text(line))))


def reckoned_text(line: ExpenseLine) -> str:
    """Return from what an amount was reckoned: kilometres, days, VAT in it, other money."""
    figures = formats()
    if line.kind is not ExpenseKind.RECEIPT and line.quantity is not None:
        price = figures.decimal(line.price) if line.price is not None else ""
        unit = {ExpenseKind.MILEAGE: " km", ExpenseKind.PER_DIEM: " " + _("d")}[line.kind]
        return f"{figures.plain(line.quantity.normalize())}{unit} × {price}"
    if line.foreign is not None and line.rate_of_exchange is not None:
        paid = figures.money(line.foreign.minor, line.foreign.currency)
        return f"{paid} × {figures.decimal(line.rate_of_exchange)}"
    if not line.vat:
        return ""
    net, vat = (figures.amount(one.minor, one.currency) for one in (line.net, line.vat))
    return _("{net} + VAT {rate} {vat}", net=net, vat=vat, rate=figures.percent(line.vat_rate))


def comes_to(line: ExpenseLine | None) -> str:
    """Return what an expense comes to, for under its line: nothing while that is not known."""
    if line is None:
        return ""
    gross = formats().money(line.gross.minor, line.gross.currency)
    over = _("over the limit {limit}", limit=line.over_limit) if line.over_limit else ""
    return " · ".join(filter(None, (gross, reckoned_text(line), over)))


def _counted(count: int) -> str:
    return many("{n} claim", "{n} claims", count)


COLUMNS: tuple[Column[ClaimRow], ...] = (
    Column(mark("Number"), lambda row: row.number, sort="number", width=124, is_whole=True),
    Column(mark("Name"), lambda row: row.name, sort="name", width=130),
    Column(mark("Purpose"), lambda row: row.purpose, width=150, is_roomy=True),
    Column(
        mark("Last expense"),
        lambda row: formats().day(row.last_on) if row.last_on else "",
        sort="last_on",
        width=104,
    ),
    Column(
        mark("Amount"),
        lambda row: formats().money(row.gross.minor, row.gross.currency),
        sort="gross",
        right=True,
        width=96,
    ),
    Column(mark("Is paid"), lambda row: _(PAYINGS[row.paying]), width=130, is_hidden=True),
    Column(mark("Decided by"), lambda row: row.decided_by, width=120, is_hidden=True),
    Column(
        mark("Status"),
        lambda row: _(STATES[row.state]),
        tone=lambda row: TONES[row.state],
        is_pill=True,
        width=112,
    ),
)

LISTING: Listing[ClaimRow] = Listing(
    name="expenses",
    title=mark("Expenses"),
    columns=COLUMNS,
    source=Source(expenses.spine, expenses.rows, expenses.first),
    tables=frozenset({"expense_claim", "expense_line", "employee_record"}),
    counted=_counted,
    empty=Empty(
        "receipt-2",
        mark("No expense claims yet"),
        mark("What somebody paid for the firm: receipts, kilometres, days away. Write the first."),
        ("claim.new",),
    ),
    filters=tuple(Filter(one.value, text) for one, text in STATES.items()),
    buttons=("claim.approve", "claim.new"),
    verbs=(
        *("claim.open", "claim.submit", "claim.approve", "claim.reject", "claim.mend"),
        *("", "claim.post", "claim.pay", "claim.print", "", "claim.remove"),
    ),
    sort="made",
    is_descending=True,
)
