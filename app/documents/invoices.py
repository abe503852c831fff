"""An invoice as paper: what it says, in the language of its reader."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents import letterhead
from app.documents.addresses import address_lines
from app.documents.dress import BARE, Dress, company_values, dressed, said
from app.documents.invoice_credits import changed_values
from app.documents.invoice_deductions import deductions, work_of
from app.documents.invoice_exchange import exchange_facts
from app.documents.invoice_lines import LineWords, lines_grid
from app.documents.invoice_totals import amounts, tax_words, vat_notes
from app.documents.model import (
    Address,
    Block,
    Document,
    Fact,
    Paragraph,
    Tone,
)
from app.documents.paying import Payable, Payer, PaymentFacts, how_to_pay, terms_text
from app.domain.admin.company import Company
from app.domain.invoices.invoice import Buyer, Invoice, Kind, State, Totals
from app.domain.invoices.layout import PaperField, PaperKind
from app.domain.invoices.layout_texts import TextField
from app.lang.formats import Formats
from app.lang.texts import Say, mark

TITLES = {
    Kind.INVOICE: mark("Invoice"),
    Kind.CREDIT_NOTE: mark("Credit note"),
    Kind.DOWN_PAYMENT: mark("Down payment invoice"),
    Kind.PARTIAL: mark("Partial invoice"),
    Kind.FINAL: mark("Final invoice"),
    Kind.ABBREVIATED: mark("Abbreviated tax invoice"),
}
THAI_TITLE = "ใบกำกับภาษี"
THAI_CREDIT = "ใบลดหนี้"
THAI_ABBREVIATED = "ใบกำกับภาษีอย่างย่อ"
THAI_BILL = "ใบแจ้งหนี้"
"""Of services whose tax is due when they are paid: the receipt is their tax invoice."""


@dataclass(frozen=True, slots=True)
class InvoicePaper:
    """Everything that the page of an invoice is written from; ``logo`` is a PNG or JPEG.

    ``dress`` is how it is drawn and framed, by the layout that was chosen.
    """

    invoice: Invoice
    totals: Totals
    company: Company
    say: Say
    formats: Formats
    payment: PaymentFacts | None = None
    logo: bytes = b""
    amount_in_words: str = ""
    dress: Dress = BARE


def describe(paper: InvoicePaper) -> Document:
    """Return the document of an invoice; a draft is marked as one."""
    invoice, company, say = paper.invoice, paper.company, paper.say
    title = _title(paper)
    made = Document(
        language=say.language,
        title=title,
        name=f"{title} {invoice.number}".rstrip(),
        letterhead=letterhead.letterhead(company, paper.logo, say),
        layout=letterhead.layout_of(company.country),
        paper=letterhead.paper_of(company.country),
        address=receiver(paper),
        facts=_facts(paper),
        blocks=_blocks(paper),
        footer=letterhead.footer(company, say),
        page_of=say("Page {page} of {pages}"),
        mark=say("DRAFT") if invoice.state is State.DRAFT else "",
    )
    return dressed(made, paper.dress, company)


def _title(paper: InvoicePaper) -> str:
    """Return the name of the paper; Thai law wants its own words in every language."""
    kind, is_thai = paper.invoice.kind, paper.company.country == "TH"
    is_taxed = is_thai and not paper.totals.is_undue
    thai = THAI_TITLE if is_taxed else THAI_BILL
    if kind in {Kind.CREDIT_NOTE, Kind.ABBREVIATED}:
        thai = THAI_CREDIT if kind is Kind.CREDIT_NOTE else THAI_ABBREVIATED
    is_plain = kind is Kind.INVOICE
    word = paper.say("Tax invoice") if is_taxed and is_plain else paper.say(TITLES[kind])
    return word if not is_thai or thai in word else f"{thai} · {word}"


def receiver(paper: InvoicePaper) -> Address:
    """Return the receiver, with the return line where the custom has one.

    Without a buyer the window is empty but keeps its room, so that a preview does not jump.
    """
    buyer, company = paper.invoice.buyer, paper.company
    if buyer is None:
        return Address(())
    lines = (buyer.name, *address_lines(buyer.address, company.country))
    return letterhead.window(lines, company)


def _facts(paper: InvoicePaper) -> tuple[Fact, ...]:
    """Return the facts beside the window; what is not known is left out."""
    invoice, say = paper.invoice, paper.say
    is_credit = invoice.kind is Kind.CREDIT_NOTE
    number = say("Credit note number") if is_credit else say("Invoice number")
    texts = {
        number: invoice.number,
        **_days(paper),
        **({} if is_credit else _terms(paper)),
        **_origin(paper),
        **references(paper),
        **buyer_texts(invoice.buyer, paper),
    }
    strong = {number, say("Due date")}
    return tuple(
        Fact(label, value, Tone.STRONG if label in strong else Tone.NORMAL)
        for label, value in texts.items()
        if value
    )


def references(paper: InvoicePaper) -> dict[str, str]:
    """Return what both sides know the trade by, without what the layout leaves out."""
    invoice, say = paper.invoice, paper.say
    texts = {
        PaperField.PERIOD: (say("Period"), _period(paper)),
        PaperField.YOUR_REFERENCE: (say("Your reference"), invoice.your_reference),
        PaperField.OUR_REFERENCE: (say("Our reference"), invoice.our_reference),
        PaperField.ORDER: (say("Order number"), invoice.order_reference),
        PaperField.CONTRACT: (say("Contract number"), invoice.contract_reference),
        PaperField.DELIVERY_ADDRESS: (say("Delivery address"), _delivered_to(paper)),
    }
    return _shown(texts, paper)


def _shown(texts: dict[PaperField, tuple[str, str]], paper: InvoicePaper) -> dict[str, str]:
    hidden = paper.dress.layout.hidden
    return {label: text for one, (label, text) in texts.items() if one not in hidden}


def _delivered_to(paper: InvoicePaper) -> str:
    """Return where the goods go, where that is not the buyer's own address."""
    place = paper.invoice.deliver_to
    return ", ".join(address_lines(place, paper.company.country)) if place else ""


def _days(paper: InvoicePaper) -> dict[str, str]:
    """Return the days of the paper by their labels; a credit note is not due."""
    invoice, say, formats = paper.invoice, paper.say, paper.formats
    is_credit = invoice.kind is Kind.CREDIT_NOTE
    days = {
        say("Date") if is_credit else say("Invoice date"): invoice.issued_on,
        say("Delivery date"): invoice.delivered_on,
        say("Due date"): None if is_credit else invoice.due_on,
    }
    return {label: formats.day(day) for label, day in days.items() if day}


def _terms(paper: InvoicePaper) -> dict[str, str]:
    say, days = paper.say, paper.invoice.terms_days
    reference = paper.payment.reference if paper.payment else ""
    texts = {
        PaperField.TERMS: (
            say("Terms of payment"),
            terms_text(days, say),
        ),
        PaperField.LATE_INTEREST: (say("Late interest"), paper.company.late_interest),
        PaperField.REFERENCE: (say("Payment reference"), reference),
    }
    return _shown(texts, paper)


def _origin(paper: InvoicePaper) -> dict[str, str]:
    """Return the invoice that is credited or replaced, and why (Directive 2006/112, art. 219)."""
    invoice, say, formats = paper.invoice, paper.say, paper.formats
    if (origin := invoice.origin) is None:
        return {}
    is_credit = invoice.kind is Kind.CREDIT_NOTE
    return {
        say("Credits invoice") if is_credit else say("Replaces invoice"): origin.number,
        say("Date of that invoice"): formats.day(origin.issued_on),
        say("Reason"): invoice.reason,
    }


def _period(paper: InvoicePaper) -> str:
    """Return the days that are invoiced for, or nothing."""
    days = (paper.invoice.period_from, paper.invoice.period_to)
    return " – ".join(paper.formats.day(day) for day in days if day)


def buyer_texts(buyer: Buyer | None, paper: InvoicePaper) -> dict[str, str]:
    """Return the buyer's numbers; a Thai buyer with a tax number has its branch named."""
    if buyer is None:
        return {}
    say, is_thai = paper.say, paper.company.country == "TH"
    has_branch = is_thai and (buyer.business_id or buyer.vat_id)
    numbered = {PaperField.CUSTOMER_NUMBER: (say("Customer number"), buyer.number)}
    return {
        **_shown(numbered, paper),
        say("Buyer's business ID"): buyer.business_id,
        say("Buyer's tax ID") if is_thai else say("Buyer's VAT number"): buyer.vat_id,
        say("Buyer's branch"): letterhead.branch(buyer.branch, say) if has_branch else "",
    }


def _blocks(paper: InvoicePaper) -> tuple[Block, ...]:
    """Return the body: lines, sums, notes, how to pay."""
    invoice = paper.invoice
    spelled = f"({paper.amount_in_words})" if paper.amount_in_words else ""
    texts = (
        Paragraph(spelled, Tone.STRONG),
        Paragraph(invoice.note),
        *(Paragraph(note, Tone.QUIET) for note in vat_notes(paper.totals, paper.say)),
    )
    words, dress = tax_words(paper.company.country, paper.say), paper.dress
    language, layout = invoice.language, dress.layout
    is_credit = invoice.kind is Kind.CREDIT_NOTE
    kind = PaperKind.CREDIT_NOTE if is_credit else PaperKind.INVOICE
    words_of = said(dress, kind, language, field_values(paper))
    speaking = (words.tax, paper.say, paper.formats)
    own = LineWords(*speaking, layout.columns, dress.codes, language)
    return (
        *words_of.before,
        lines_grid(*work_of(invoice, paper.totals), own),
        *deductions(invoice, *speaking),
        amounts(invoice, paper.totals, words, paper.say, paper.formats),
        *_changed_values(paper),
        *exchange_facts(invoice, paper.totals, paper.company.currency, paper.say, paper.formats),
        *(text for text in texts if text.text),
        *_early(paper),
        *words_of.after,
        *_payment(paper),
    )


def _changed_values(paper: InvoicePaper) -> tuple[Block, ...]:
    """Return what a credit note changes, where the law wants it told: in Thailand."""
    invoice = paper.invoice
    if invoice.kind is not Kind.CREDIT_NOTE or paper.company.country != "TH":
        return ()
    return changed_values(invoice, paper.totals, paper.say, paper.formats)


def _early(paper: InvoicePaper) -> tuple[Block, ...]:
    """Return what may be kept of the sum by whoever pays early, and what is left to pay."""
    invoice, say, formats, gross = paper.invoice, paper.say, paper.formats, paper.totals.gross
    early = invoice.early
    if not early.percent or invoice.kind is Kind.CREDIT_NOTE or invoice.issued_on is None:
        return ()
    kept = early.kept(gross)
    text = say(
        "{percent} discount ({kept}) for payment by {day}: {left} to pay.",
        percent=formats.percent(early.percent),
        kept=formats.money(kept.minor, kept.currency),
        day=formats.day(early.until(invoice.issued_on)),
        left=formats.money((gross - kept).minor, gross.currency),
    )
    return (Paragraph(text, Tone.STRONG),)


def field_values(paper: InvoicePaper) -> dict[TextField, str]:
    """Return what the fields of a layout's texts say on this paper."""
    invoice, company, formats = paper.invoice, paper.company, paper.formats
    buyer, payment, gross = invoice.buyer, paper.payment, paper.totals.gross
    return {
        TextField.CUSTOMER: buyer.name if buyer else "",
        TextField.CUSTOMER_NUMBER: buyer.number if buyer else "",
        **company_values(company),
        TextField.ACCOUNT: payment.iban if payment else "",
        TextField.NUMBER: invoice.number,
        TextField.DATE: formats.day(invoice.issued_on) if invoice.issued_on else "",
        TextField.DUE: formats.day(invoice.due_on) if invoice.due_on else "",
        TextField.TOTAL: formats.money(gross.minor, gross.currency),
        TextField.REFERENCE: payment.reference if payment else "",
        TextField.PERIOD: _period(paper),
        TextField.YOUR_REFERENCE: invoice.your_reference,
        TextField.OUR_REFERENCE: invoice.our_reference,
        TextField.ORDER: invoice.order_reference,
    }


def _payment(paper: InvoicePaper) -> tuple[Block, ...]:
    """Return how to pay; nothing where there is nothing to pay or no account."""
    if paper.payment is None:
        return ()
    invoice, say = paper.invoice, paper.say
    buyer, number = invoice.buyer, invoice.number
    payable = Payable(
        facts=paper.payment,
        amount=paper.totals.gross,
        due_on=invoice.due_on,
        payer=Payer(buyer.name, buyer.address) if buyer else None,
        message=say("Invoice {number}", number=number) if number else "",
        due_label=say("Due date"),
    )
    return how_to_pay(payable, paper.company, say, paper.formats)
