"""A delivery note: what is handed over, without prices, and a line to sign for it."""

from __future__ import annotations

from app.documents import letterhead
from app.documents.addresses import address_lines
from app.documents.dress import dressed, said
from app.documents.invoice_lines import LineWords, goods_grid
from app.documents.invoices import InvoicePaper, field_values
from app.documents.model import (
    Address,
    Beside,
    Document,
    Fact,
    Facts,
    Paragraph,
    Tone,
)
from app.domain.invoices.invoice import State
from app.domain.invoices.layout import PaperKind
from app.lang.texts import Say

LINE = "_" * 34
ROOM = "\n"
"""What leaves room for a hand above a line to write on."""


def describe(paper: InvoicePaper) -> Document:
    """Return the delivery note of an invoice; one of a draft is marked as such."""
    invoice, company, say = paper.invoice, paper.company, paper.say
    title = say("Delivery note")
    kind = PaperKind.DELIVERY_NOTE
    own = said(paper.dress, kind, invoice.language, field_values(paper))
    made = Document(
        language=say.language,
        title=title,
        name=f"{title} {invoice.number}".rstrip(),
        letterhead=letterhead.letterhead(company, paper.logo, say),
        layout=letterhead.layout_of(company.country),
        paper=letterhead.paper_of(company.country),
        address=_receiver(paper),
        facts=_facts(paper),
        blocks=(
            *own.before,
            goods_grid(invoice, paper.totals, _words(paper)),
            *((Paragraph(invoice.note),) if invoice.note else ()),
            *own.after,
            receipt(paper.say),
        ),
        footer=letterhead.footer(company, say),
        page_of=say("Page {page} of {pages}"),
        mark=say("DRAFT") if invoice.state is State.DRAFT else "",
    )
    return dressed(made, paper.dress, company)


def _words(paper: InvoicePaper) -> LineWords:
    """Return how lines are written; the word for the tax is not needed where none is named."""
    dress, language = paper.dress, paper.invoice.language
    return LineWords("", paper.say, paper.formats, dress.layout.columns, dress.codes, language)


def _receiver(paper: InvoicePaper) -> Address:
    """Return where the goods go: the address of delivery, else that of the buyer."""
    invoice, country = paper.invoice, paper.company.country
    if invoice.buyer is None:
        return Address(())
    place = invoice.deliver_to or invoice.buyer.address
    lines = (invoice.buyer.name, *address_lines(place, country))
    return letterhead.window(lines, paper.company)


def _facts(paper: InvoicePaper) -> tuple[Fact, ...]:
    invoice, say = paper.invoice, paper.say
    day = invoice.delivered_on or invoice.issued_on
    texts = {
        say("Invoice number"): invoice.number,
        say("Delivery date"): paper.formats.day(day) if day else "",
        say("Order number"): invoice.order_reference,
        say("Your reference"): invoice.your_reference,
        say("Our reference"): invoice.our_reference,
        say("Customer number"): invoice.buyer.number if invoice.buyer else "",
    }
    return tuple(Fact(label, value) for label, value in texts.items() if value)


def receipt(say: Say) -> Beside:
    """Return where the receiver signs."""
    signed = Facts(tuple(map(_line, (say("Received by"), say("Name in block letters")))))
    when = Facts((_line(say("Date")),))
    told = Paragraph(say("Please check the goods and tell us at once what is missing."), Tone.QUIET)
    return Beside((signed,), (when, told))


def _line(label: str) -> Fact:
    """Return a line to write on after its label, with room above it."""
    return Fact(ROOM + label, ROOM + LINE)
