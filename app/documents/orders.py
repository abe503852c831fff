"""Papers of an order: the confirmation, also of what was amended, and the pro forma invoice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.documents import letterhead
from app.documents.dress import dressed
from app.documents.invoice_lines import LineWords, lines_grid
from app.documents.invoice_totals import amounts, tax_words, vat_notes
from app.documents.invoices import InvoicePaper, buyer_texts, receiver, references
from app.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Fact,
    Grid,
    Heading,
    Paragraph,
    Row,
    Tone,
)
from app.documents.paying import terms_text
from app.domain.orders.changes import Change, Changed
from app.domain.orders.order import Order, OrderState
from app.lang.formats import Formats
from app.lang.texts import mark

CHANGES = {
    Changed.ADDED: mark("Added"),
    Changed.DROPPED: mark("Dropped"),
    Changed.QUANTITY: mark("Quantity"),
    Changed.PRICE: mark("Price"),
    Changed.DESCRIPTION: mark("Description"),
    Changed.DISCOUNT: mark("Discount"),
    Changed.PROMISED: mark("Delivery date"),
}


@dataclass(frozen=True, slots=True)
class OrderPaper:
    """Everything that the papers of an order are written from.

    ``shown`` is the paper of what is wanted, as an invoice of it would be written; ``promised``
    are the days of lines that have one of their own, by their place; ``changes`` what an amendment
    changed, ``amended_on`` the day.
    """

    order: Order
    shown: InvoicePaper
    changes: tuple[Change, ...] = ()
    amended_on: date | None = None
    reason: str = ""
    promised: tuple[tuple[str, date], ...] = field(default=())


def describe(paper: OrderPaper) -> Document:
    """Return the order confirmation; an amended one begins with what changed."""
    say = paper.shown.say
    title = say("Amended order confirmation") if paper.order.amended else say("Order confirmation")
    told = say("We confirm your order as follows. Please tell us at once if something is wrong.")
    blocks = (*_changes(paper), Paragraph(told), *_wanted(paper), *_promised(paper))
    return _page(paper, title, blocks)


def describe_pro_forma(paper: OrderPaper) -> Document:
    """Return the pro forma invoice: figures to pay or declare by, but no claim."""
    say = paper.shown.say
    told = say("This is not an invoice: it claims nothing and is no voucher for VAT.")
    return _page(paper, say("Pro forma invoice"), (Paragraph(told, Tone.STRONG), *_wanted(paper)))


def _page(paper: OrderPaper, title: str, blocks: tuple[Block, ...]) -> Document:
    shown, say = paper.shown, paper.shown.say
    company = shown.company
    made = Document(
        language=say.language,
        title=title,
        name=f"{title} {paper.order.number}".rstrip(),
        letterhead=letterhead.letterhead(company, shown.logo, say),
        layout=letterhead.layout_of(company.country),
        paper=letterhead.paper_of(company.country),
        address=receiver(shown),
        facts=_facts(paper),
        blocks=blocks,
        footer=letterhead.footer(company, say),
        page_of=say("Page {page} of {pages}"),
        mark=say("DRAFT") if paper.order.state is OrderState.DRAFT else "",
    )
    return dressed(made, shown.dress, company)


def _facts(paper: OrderPaper) -> tuple[Fact, ...]:
    order, shown = paper.order, paper.shown
    say, days = shown.say, shown.invoice.terms_days
    number = say("Order number")
    theirs = references(shown)
    texts = {
        number: order.number,
        say("Order date"): _day(order.ordered_on, shown.formats),
        say("Delivery date"): _day(order.promised_on or order.wanted_on, shown.formats),
        say("Amendment"): str(order.amended) if order.amended else "",
        say("Amended on"): _day(paper.amended_on, shown.formats),
        say("Terms of payment"): terms_text(days, say),
        say("Your order"): shown.invoice.order_reference,
        **{label: text for label, text in theirs.items() if label != number},
        **buyer_texts(shown.invoice.buyer, shown),
    }
    return tuple(
        Fact(label, value, Tone.STRONG if label == number else Tone.NORMAL)
        for label, value in texts.items()
        if value
    )


def _wanted(paper: OrderPaper) -> tuple[Block, ...]:
    """Return what is ordered, with its prices and sums."""
    shown = paper.shown
    say, dress = shown.say, shown.dress
    tax = tax_words(shown.company.country, say)
    columns, language = dress.layout.columns, shown.invoice.language
    words = LineWords(tax.tax, say, shown.formats, columns, dress.codes, language)
    if not shown.invoice.lines:
        return ()
    note = shown.invoice.note
    return (
        lines_grid(shown.invoice, shown.totals, words),
        amounts(shown.invoice, shown.totals, tax, say, shown.formats),
        *((Paragraph(note),) if note else ()),
        *(Paragraph(text, Tone.QUIET) for text in vat_notes(shown.totals, say)),
    )


def _changes(paper: OrderPaper) -> tuple[Block, ...]:
    """Return what the amendment changed: before and after, side by side."""
    if not paper.changes:
        return ()
    say, formats = paper.shown.say, paper.shown.formats
    columns = (
        Column(say("Line"), weight=1),
        Column(say("What changed")),
        Column(say("Before"), Align.RIGHT),
        Column(say("Now"), Align.RIGHT),
    )
    rows = tuple(
        Row(
            (
                change.line or say("The whole order"),
                say(CHANGES[change.what]),
                _told(change.before, formats),
                _told(change.after, formats),
            )
        )
        for change in paper.changes
    )
    reason = (Paragraph(paper.reason),) if paper.reason else ()
    return (Heading(say("What changed")), *reason, Grid(columns, rows))


def _promised(paper: OrderPaper) -> tuple[Block, ...]:
    """Return the lines that come on a day of their own."""
    if not paper.promised:
        return ()
    say, formats = paper.shown.say, paper.shown.formats
    columns = (Column(say("Line"), weight=1), Column(say("Delivery date")))
    rows = tuple(Row((line, formats.day(day))) for line, day in paper.promised)
    return (Grid(columns, rows),)


def _told(value: str | Decimal | date | None, formats: Formats) -> str:
    match value:
        case date():
            return formats.day(value)
        case Decimal():
            return formats.decimal(value)
    return value or ""


def _day(day: date | None, formats: Formats) -> str:
    return formats.day(day) if day else ""


def lines_promised(order: Order) -> Sequence[tuple[str, date]]:
    """Return the lines whose day is another than that of the order, as they are called."""
    return tuple(
        (order.wanted.lines[line.place].description.partition("\n")[0], line.promised_on)
        for line in order.lines
        if line.promised_on is not None and line.promised_on != order.promised_on
    )
