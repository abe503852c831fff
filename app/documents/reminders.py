"""A reminder as paper: what is owed, its interest by day, what is to be paid and how.

It says how firmly by its level, what it leaves out, and what to do where the reader disagrees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.documents import letterhead
from app.documents.accounting import right
from app.documents.dress import BARE, Dress, company_values, dressed, said
from app.documents.model import (
    Address,
    Block,
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
from app.documents.paying import Payable, Payer, PaymentFacts, how_to_pay
from app.domain.admin.company import Company
from app.domain.invoices.layout import PaperKind
from app.domain.invoices.layout_texts import TextField
from app.domain.reminders.interest import Stretch
from app.domain.reminders.planning import DISPUTED, HANDED_OVER
from app.domain.reminders.run import LetterState, Reminder, ReminderItem
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money
from app.lang.formats import Formats
from app.lang.texts import Say, mark

TITLES = {1: mark("Reminder"), 2: mark("Second reminder"), 3: mark("Last reminder")}
OPENINGS = {
    1: mark(
        "It may have escaped you that the following is due. If you have paid in the meantime, "
        "please take this letter as settled."
    ),
    2: mark(
        "In spite of our reminder we have not received the following. Please pay the amount below "
        "by {day}."
    ),
    3: mark(
        "This is our last reminder. Unless we receive the amount below by {day}, we hand the claim "
        "over to collection without writing to you again. That may bring further costs."
    ),
}
RIGHTS = mark(
    "If you do not agree with a claim, write to us before {day} which one and why: we then "
    "remind you of it no more until the matter is settled. What you do not dispute is to be paid."
)
BASIS = mark("Late interest and fees: {basis}.")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An invoice that is open but not due yet, as the letter mentions it."""

    number: str
    due_on: date
    open_minor: int


@dataclass(frozen=True, slots=True)
class ReminderPaper:
    """Everything that the page of a reminder is written from.

    ``payer`` is who it goes to; ``issued`` the days of the invoices, ``stretches`` the
    days that bear interest of each; ``basis`` names the law.
    """

    reminder: Reminder
    day: date
    payer: Payer
    company: Company
    say: Say
    formats: Formats
    customer_number: str = ""
    issued: Mapping[InvoiceId, date] = field(default_factory=dict)
    stretches: Mapping[InvoiceId, tuple[Stretch, ...]] = field(default_factory=dict)
    waiting: tuple[Waiting, ...] = ()
    payment: PaymentFacts | None = None
    basis: str = ""
    logo: bytes = b""
    dress: Dress = BARE


def describe(paper: ReminderPaper) -> Document:
    """Return the document of a reminder; one that is not issued is marked as a draft."""
    reminder, company, say = paper.reminder, paper.company, paper.say
    title = say(TITLES[reminder.level])
    is_draft = reminder.state not in {LetterState.ISSUED, LetterState.WITHDRAWN}
    made = Document(
        language=say.language,
        title=title,
        name=f"{title} {reminder.number}".rstrip(),
        letterhead=letterhead.letterhead(company, paper.logo, say),
        layout=letterhead.layout_of(company.country),
        paper=letterhead.paper_of(company.country),
        address=_address(paper),
        facts=_facts(paper),
        blocks=_blocks(paper),
        footer=letterhead.footer(company, say),
        page_of=say("Page {page} of {pages}"),
        mark=say("DRAFT") if is_draft else "",
    )
    return dressed(made, paper.dress, company)


def _address(paper: ReminderPaper) -> Address:
    company = paper.company
    return letterhead.window(paper.payer.lines(company.country), company)


def _facts(paper: ReminderPaper) -> tuple[Fact, ...]:
    say, formats, reminder = paper.say, paper.formats, paper.reminder
    texts = {
        say("Number"): reminder.number,
        say("Date"): formats.day(paper.day),
        say("To be paid by"): formats.day(reminder.pay_by) if reminder.pay_by else "",
        say("Customer number"): paper.customer_number,
        say("Payment reference"): paper.payment.reference if paper.payment else "",
    }
    strong = say("To be paid by")
    return tuple(
        Fact(label, value, Tone.STRONG if label == strong else Tone.NORMAL)
        for label, value in texts.items()
        if value
    )


def _blocks(paper: ReminderPaper) -> tuple[Block, ...]:
    say, reminder = paper.say, paper.reminder
    until = paper.formats.day(reminder.pay_by) if reminder.pay_by else ""
    opening = say(OPENINGS[reminder.level], day=until)
    basis = (Paragraph(say(BASIS, basis=paper.basis), Tone.QUIET),) if paper.basis else ()
    own = said(paper.dress, PaperKind.REMINDER, say.language, _values(paper))
    return (
        *own.before,
        Paragraph(opening),
        _claims(paper),
        Totals(_sums(paper)),
        *_interest(paper),
        *basis,
        *_waiting(paper),
        *_left_out(paper),
        Paragraph(say(RIGHTS, day=until)),
        *own.after,
        *_payment(paper),
    )


def _values(paper: ReminderPaper) -> dict[TextField, str]:
    """Return what the fields of a layout's texts say on this paper."""
    reminder, formats, payment = paper.reminder, paper.formats, paper.payment
    return {
        **company_values(paper.company),
        TextField.CUSTOMER: paper.payer.name,
        TextField.CUSTOMER_NUMBER: paper.customer_number,
        TextField.ACCOUNT: payment.iban if payment else "",
        TextField.NUMBER: reminder.number,
        TextField.DATE: formats.day(paper.day),
        TextField.DUE: formats.day(reminder.pay_by) if reminder.pay_by else "",
        TextField.TOTAL: formats.money(reminder.total_minor, reminder.currency),
        TextField.REFERENCE: payment.reference if payment else "",
    }


def _claims(paper: ReminderPaper) -> Grid:
    """Return every document of the letter, the first due before the others."""
    say, reminder = paper.say, paper.reminder
    has_paid = any(one.open_minor != one.amount_minor for one in reminder.reminded)
    paid = (say("Paid"),) if has_paid else ()
    columns = (
        Column(say("Invoice"), weight=1),
        Column(say("Date")),
        Column(say("Due")),
        *right(say("Days late"), say("Total"), *paid, say("Still open")),
    )
    documents = (*reminder.reminded, *reminder.offset)
    return Grid(columns, tuple(_claim(paper, one, has_paid=has_paid) for one in documents))


def _claim(paper: ReminderPaper, one: ReminderItem, *, has_paid: bool) -> Row:
    formats, issued = paper.formats, paper.issued.get(one.invoice_id)
    settled = (_amount(paper, one.amount_minor - one.open_minor),) if has_paid else ()
    return Row(
        (
            one.number,
            formats.day(issued) if issued else "",
            formats.day(one.due_on) if one.open_minor > 0 else "",
            str(one.days or ""),
            _amount(paper, one.amount_minor),
            *settled,
            _amount(paper, one.open_minor),
        )
    )


def _sums(paper: ReminderPaper) -> tuple[Fact, ...]:
    say, reminder = paper.say, paper.reminder
    parts = (
        (say("Still open"), reminder.principal_minor),
        (say("Late interest"), reminder.interest_minor),
        (say("Reminder fee"), reminder.fee_minor),
        (say("Your credit"), -reminder.credit_minor),
    )
    shown = tuple(
        Fact(label, _amount(paper, minor))
        for place, (label, minor) in enumerate(parts)
        if minor or not place
    )
    total = paper.formats.money(reminder.total_minor, reminder.currency)
    return (*shown, Fact(say("Total to pay"), total, Tone.STRONG))


def _interest(paper: ReminderPaper) -> tuple[Block, ...]:
    """Return how the interest comes about: days, principal and rate of every stretch."""
    say, formats, reminder = paper.say, paper.formats, paper.reminder
    if not reminder.interest_minor:
        return ()
    columns = (
        Column(say("Invoice"), weight=1),
        Column(say("Days of interest")),
        *right(say("Days"), say("Principal"), say("Rate a year"), say("Interest")),
    )
    rows: list[Row] = []
    for one in reminder.reminded:
        rows += (_stretch(paper, one, each) for each in paper.stretches.get(one.invoice_id, ()))
        rows += _paid_interest(paper, one)
    total = _amount(paper, reminder.interest_minor)
    rows.append(Row((say("Total"), "", "", "", "", total), RowKind.SUM))
    until = formats.day(paper.day)
    return (Heading(say("Late interest until {day}", day=until)), Grid(columns, tuple(rows)))


def _stretch(paper: ReminderPaper, one: ReminderItem, days: Stretch) -> Row:
    formats = paper.formats
    span = f"{formats.day(days.first)} – {formats.day(days.last)}"
    return Row(
        (
            one.number,
            span,
            str(days.days),
            _amount(paper, days.principal_minor),
            formats.percent(days.rate),
            _amount(paper, days.minor),
        )
    )


def _paid_interest(paper: ReminderPaper, one: ReminderItem) -> tuple[Row, ...]:
    """Return what of the interest of an invoice was paid before, taken off."""
    whole = sum(each.minor for each in paper.stretches.get(one.invoice_id, ()))
    paid = whole - one.interest_minor
    if not paid:
        return ()
    words = paper.say("Interest paid already")
    return (Row((one.number, words, "", "", "", _amount(paper, -paid))),)


def _waiting(paper: ReminderPaper) -> tuple[Block, ...]:
    """Return what is open but not due yet: it is not part of the sum."""
    if not paper.waiting:
        return ()
    say, formats = paper.say, paper.formats
    columns = (Column(say("Invoice"), weight=1), Column(say("Due")), *right(say("Still open")))
    rows = tuple(
        Row((one.number, formats.day(one.due_on), _amount(paper, one.open_minor)))
        for one in paper.waiting
    )
    return (Heading(say("Open, but not due yet")), Grid(columns, rows))


def _left_out(paper: ReminderPaper) -> tuple[Block, ...]:
    """Return which invoices the letter does not remind of, where the reader is to know it."""
    say = paper.say
    texts = {
        DISPUTED.code: mark("Invoice {number} is disputed and not part of this reminder."),
        HANDED_OVER.code: mark("Invoice {number} was handed over to collection."),
    }
    told = [
        say(texts[one.code], number=one.number) for one in paper.reminder.named if one.code in texts
    ]
    return (Paragraph("\n".join(told)),) if told else ()


def _payment(paper: ReminderPaper) -> tuple[Block, ...]:
    if paper.payment is None:
        return ()
    reminder, say = paper.reminder, paper.say
    payable = Payable(
        facts=paper.payment,
        amount=Money(reminder.total_minor, reminder.currency),
        due_on=reminder.pay_by,
        payer=paper.payer,
        message=say("Reminder {number}", number=reminder.number) if reminder.number else "",
        due_label=say("To be paid by"),
    )
    return how_to_pay(payable, paper.company, say, paper.formats)


def _amount(paper: ReminderPaper, minor: int) -> str:
    return paper.formats.amount(minor, paper.reminder.currency)
