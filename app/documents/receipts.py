"""A receipt as paper; of services in Thailand it is their tax invoice as well (section 78/1)."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents import letterhead
from app.documents.addresses import address_lines
from app.documents.dress import BARE, Dress, company_values, dressed, said
from app.documents.model import (
    Address,
    Align,
    Block,
    Column,
    Document,
    Fact,
    Grid,
    Paragraph,
    Row,
    Tone,
    Totals,
)
from app.domain.admin.company import Company
from app.domain.invoices.invoice import Buyer
from app.domain.invoices.layout import PaperKind
from app.domain.invoices.layout_texts import TextField
from app.domain.payments.receipt import Receipt, ReceiptLine
from app.domain.shared.money import Money
from app.lang.formats import Formats
from app.lang.texts import Say

THAI_TITLE = "ใบกำกับภาษี/ใบเสร็จรับเงิน"
THAI_RECEIPT = "ใบเสร็จรับเงิน"


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """Everything that the page of a receipt is written from."""

    receipt: Receipt
    payer: Buyer
    company: Company
    say: Say
    formats: Formats
    logo: bytes = b""
    amount_in_words: str = ""
    dress: Dress = BARE


def describe(paper: ReceiptPaper) -> Document:
    """Return the document of a receipt."""
    company, say, title = paper.company, paper.say, _title(paper)
    made = Document(
        language=say.language,
        title=title,
        name=f"{title} {paper.receipt.number}",
        letterhead=letterhead.letterhead(company, paper.logo, say),
        layout=letterhead.layout_of(company.country),
        paper=letterhead.paper_of(company.country),
        address=_address(paper),
        facts=_facts(paper),
        blocks=_blocks(paper),
        footer=letterhead.footer(company, say),
        page_of=say("Page {page} of {pages}"),
    )
    return dressed(made, paper.dress, company)


def _title(paper: ReceiptPaper) -> str:
    """Return the name of the paper; Thai law wants its own words in every language."""
    is_tax = paper.receipt.is_tax_invoice
    word = paper.say("Tax invoice and receipt") if is_tax else paper.say("Receipt")
    if paper.company.country != "TH":
        return word
    thai = THAI_TITLE if is_tax else THAI_RECEIPT
    return thai if paper.say.language == "th" else f"{thai} · {word}"


def _address(paper: ReceiptPaper) -> Address:
    company, payer = paper.company, paper.payer
    return letterhead.window((payer.name, *address_lines(payer.address, company.country)), company)


def _facts(paper: ReceiptPaper) -> tuple[Fact, ...]:
    say, receipt, payer = paper.say, paper.receipt, paper.payer
    is_thai = paper.company.country == "TH"
    has_branch = is_thai and (payer.business_id or payer.vat_id)
    number = say("Tax invoice number") if receipt.is_tax_invoice else say("Receipt number")
    texts = {
        number: receipt.number,
        say("Date"): paper.formats.day(receipt.paid_on),
        say("Payment"): receipt.payment_number if receipt.is_tax_invoice else "",
        say("Customer number"): payer.number,
        say("Buyer's tax ID"): payer.vat_id if is_thai else "",
        say("Buyer's branch"): letterhead.branch(payer.branch, say) if has_branch else "",
    }
    return tuple(
        Fact(label, value, Tone.STRONG if label == number else Tone.NORMAL)
        for label, value in texts.items()
        if value
    )


def _blocks(paper: ReceiptPaper) -> tuple[Block, ...]:
    spelled = f"({paper.amount_in_words})" if paper.amount_in_words else ""
    words = (Paragraph(spelled, Tone.STRONG),) if spelled else ()
    own = said(paper.dress, PaperKind.RECEIPT, paper.say.language, _values(paper))
    return (*own.before, _grid(paper), Totals(_sums(paper)), *words, *own.after)


def _values(paper: ReceiptPaper) -> dict[TextField, str]:
    """Return what the fields of a layout's texts say on this paper."""
    receipt, payer = paper.receipt, paper.payer
    received = receipt.received
    return {
        **company_values(paper.company),
        TextField.CUSTOMER: payer.name,
        TextField.CUSTOMER_NUMBER: payer.number,
        TextField.NUMBER: receipt.number,
        TextField.DATE: paper.formats.day(receipt.paid_on),
        TextField.TOTAL: paper.formats.money(received.minor, received.currency),
    }


def _grid(paper: ReceiptPaper) -> Grid:
    say, is_tax = paper.say, paper.receipt.is_tax_invoice
    right = Align.RIGHT
    taxed = (Column(say("Net"), right), Column(say("VAT"), right)) if is_tax else ()
    columns = (
        Column(say("Document")),
        Column(say("Description"), weight=1),
        *taxed,
        Column(say("Amount"), right),
    )
    return Grid(columns, tuple(Row(_cells(line, paper)) for line in paper.receipt.lines))


def _cells(line: ReceiptLine, paper: ReceiptPaper) -> tuple[str, ...]:
    day = paper.formats.day(line.issued_on) if line.issued_on else ""
    document = "\n".join(part for part in (line.number, day) if part)
    taxed: tuple[str, ...] = ()
    if paper.receipt.is_tax_invoice:
        tax = line.tax
        taxed = (_amount(line.amount - tax, paper), _amount(tax, paper)) if tax else ("", "")
    return (document, line.words, *taxed, _amount(line.amount, paper))


def _sums(paper: ReceiptPaper) -> tuple[Fact, ...]:
    say, receipt = paper.say, paper.receipt
    rows: list[Fact] = []
    if receipt.is_tax_invoice:
        rows.append(Fact(say("Total without VAT"), _amount(receipt.amount - receipt.tax, paper)))
        rows.append(Fact(say("VAT"), _amount(receipt.tax, paper)))
    if receipt.withheld or receipt.is_tax_invoice:
        rows.append(Fact(say("Total"), _amount(receipt.amount, paper)))
    if receipt.withheld:
        rows.append(Fact(say("Tax withheld"), _amount(-receipt.withheld, paper)))
    received = paper.formats.money(receipt.received.minor, receipt.received.currency)
    return (*rows, Fact(say("Amount received"), received, Tone.STRONG))


def _amount(amount: Money, paper: ReceiptPaper) -> str:
    return paper.formats.amount(amount.minor, amount.currency)
