"""A received e-invoice on paper: every figure as the sender wrote it, and what to check of it."""

from __future__ import annotations

from decimal import Decimal

from app.documents import letterhead
from app.documents.accounting import Imprint
from app.documents.model import (
    Address,
    Align,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Grid,
    Layout,
    Letterhead,
    Paragraph,
    Row,
    Tone,
    Totals,
)
from app.domain.archive.einvoice import (
    Doubt,
    Doubtful,
    EInvoice,
    ELine,
    EParty,
    ETax,
    doubts,
)
from app.domain.contacts.countries import NAMES
from app.lang.formats import Formats
from app.lang.texts import Say, mark

LEAST_PLACES = 2
_DOUBTS = {
    Doubt.NUMBER: mark("It has no number."),
    Doubt.DAY: mark("It has no date that can be read."),
    Doubt.CURRENCY: mark("Its currency is not known: {text}"),
    Doubt.UNIT: mark("This is no code of a unit: {text}"),
    Doubt.LINE: mark("{text}: quantity and price give {sum}, but {written} is written."),
    Doubt.TAX: mark("The VAT at {text} % is {sum}, but {written} is written."),
    Doubt.LINES: mark("The lines give {sum}, but {written} net is written."),
    Doubt.BASES: mark("The VAT is on {sum}, but {written} net is written."),
    Doubt.TAXES: mark("The VAT of all rates is {sum}, but {written} is written."),
    Doubt.GROSS: mark("Net and VAT give {sum}, but a total of {written} is written."),
    Doubt.PAYABLE: mark("{sum} is left to pay, but {written} is written."),
    Doubt.UNREADABLE: mark("This cannot be read: {text}"),
}


def describe(invoice: EInvoice, imprint: Imprint) -> Document:
    """Return an e-invoice as a document that says that its XML is the original."""
    say, home = imprint.say, imprint.company.country
    kind = invoice.title or (say("Credit note") if invoice.is_credit else say("Invoice"))
    return Document(
        language=say.language,
        title=kind,
        name=f"{kind} {invoice.number}".strip(),
        letterhead=Letterhead(invoice.seller.name, _lines(invoice.seller, home)),
        layout=Layout.SFS2487,
        paper=letterhead.paper_of(imprint.company.country),
        address=Address((invoice.buyer.name, *_lines(invoice.buyer, home))),
        facts=_facts(invoice, imprint),
        blocks=tuple(_blocks(invoice, say, imprint.formats)),
        page_of=say("Page {page} of {pages}"),
    )


def _lines(party: EParty, home: str) -> tuple[str, ...]:
    """Return where a party is, with a foreign country by its name, and by what it is known."""
    places = (
        NAMES[line].upper() if line in NAMES else line for line in party.lines if line != home
    )
    return tuple(line for line in (*places, " · ".join(party.identifiers)) if line)


def _facts(invoice: EInvoice, imprint: Imprint) -> tuple[Fact, ...]:
    say, day = imprint.say, imprint.formats.day
    rows = (
        Fact(say("Number"), invoice.number),
        Fact(say("Date"), day(invoice.issued_on) if invoice.issued_on else ""),
        Fact(say("Due date"), day(invoice.due_on) if invoice.due_on else ""),
        Fact(say("Order"), invoice.order),
        Fact(say("Your reference"), invoice.buyer_reference),
        Fact(say("Currency"), invoice.currency),
    )
    return tuple(row for row in rows if row.value)


def _blocks(invoice: EInvoice, say: Say, formats: Formats) -> list[Block]:
    original = say(
        "Rendering of an e-invoice ({standard}); the XML is the original.",
        standard=invoice.standard.value,
    )
    blocks: list[Block] = [Paragraph(original, Tone.QUIET)]
    told = [_doubt(one, say, formats) for one in doubts(invoice)]
    if told:
        blocks.append(Paragraph(say("Check before paying:"), Tone.STRONG))
        blocks.extend(Paragraph(f"– {text}", Tone.STRONG) for text in told)
    if invoice.note:
        blocks.append(Paragraph(invoice.note))
    if invoice.lines:
        blocks.append(_grid(invoice.lines, say, formats))
    if invoice.taxes:
        blocks.append(_taxes(invoice.taxes, say, formats))
    blocks.append(_totals(invoice, say, formats))
    if facts := _payment(invoice, say):
        blocks.append(Facts(facts, say("Payment")))
    return blocks


def _doubt(one: Doubtful, say: Say, formats: Formats) -> str:
    """Return what may be wrong, in words."""
    given, written = _figure(one.sum, formats), _figure(one.written, formats)
    return say(_DOUBTS[one.doubt], sum=given, written=written, text=one.text)


def _grid(lines: tuple[ELine, ...], say: Say, formats: Formats) -> Grid:
    columns = (
        Column(say("Description"), weight=1),
        Column(say("Quantity"), Align.RIGHT),
        Column(say("Unit")),
        Column(say("Unit price"), Align.RIGHT),
        Column(say("VAT %"), Align.RIGHT),
        Column(say("Net"), Align.RIGHT),
    )
    rows = tuple(
        Row(
            (
                line.text,
                _figure(line.quantity, formats, 0),
                _unit(line.unit, say),
                _figure(line.price, formats),
                _figure(line.tax_percent, formats, 0),
                _figure(line.net, formats),
            )
        )
        for line in lines
    )
    return Grid(columns, rows)


def _unit(code: str, say: Say) -> str:
    """Return a unit as people write it; one without such a word as the sender wrote it."""
    return say(_UNITS[code]) if code in _UNITS else _SIGNS.get(code, code)


def _taxes(taxes: tuple[ETax, ...], say: Say, formats: Formats) -> Grid:
    columns = (
        Column(say("VAT %"), Align.RIGHT),
        Column(say("Net"), Align.RIGHT),
        Column(say("VAT"), Align.RIGHT),
        Column("", weight=1),
    )
    rows = tuple(
        Row(
            (
                _figure(tax.percent, formats, 0),
                _figure(tax.base, formats),
                _figure(tax.amount, formats),
                tax.reason,
            )
        )
        for tax in taxes
    )
    return Grid(columns, rows)


def _totals(invoice: EInvoice, say: Say, formats: Formats) -> Totals:
    totals = invoice.totals
    extras = (
        Fact(extra.text or say("Allowance or charge"), _figure(extra.amount, formats))
        for extra in invoice.extras
        if extra.amount
    )
    rows = (
        *extras,
        Fact(say("Net"), _figure(totals.net, formats)),
        Fact(say("VAT"), _figure(totals.tax, formats)),
        Fact(say("Total"), _figure(totals.gross, formats)),
        Fact(say("Paid"), _figure(totals.paid or None, formats)),
        Fact(say("Rounding"), _figure(totals.rounding or None, formats)),
        Fact(say("To pay"), _figure(totals.payable, formats), Tone.STRONG),
    )
    return Totals(tuple(row for row in rows if row.value))


def _payment(invoice: EInvoice, say: Say) -> tuple[Fact, ...]:
    payment = invoice.payment
    rows = (
        Fact(say("Account"), payment.account),
        Fact(say("Bank"), payment.bank),
        Fact(say("Reference"), payment.reference),
        Fact(say("Terms of payment"), payment.terms),
    )
    return tuple(row for row in rows if row.value)


def _figure(value: Decimal | None, formats: Formats, least: int = LEAST_PLACES) -> str:
    """Return a figure with the decimals that the sender wrote, those of money at least."""
    if value is None:
        return ""
    places = max(least, -int(value.normalize().as_tuple().exponent)) if value else least
    return formats.decimal(value, places)


_UNITS = {
    "H87": mark("pcs"),
    "C62": mark("pcs"),
    "EA": mark("pcs"),
    "PCE": mark("pcs"),
    "HUR": mark("hours"),
    "DAY": mark("days"),
    "MON": mark("months"),
    "ANN": mark("years"),
    "LS": mark("lump sum"),
}
"""The codes of UN/ECE that stand in most e-invoices, as words."""
_SIGNS = {
    "KGM": "kg",
    "GRM": "g",
    "TNE": "t",
    "MTR": "m",
    "KMT": "km",
    "MTK": "m²",
    "MTQ": "m³",
    "LTR": "l",
    "KWH": "kWh",
    "MIN": "min",
    "P1": "%",
}
"""Those whose sign is the same in every language."""
