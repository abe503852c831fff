"""The sums of an invoice: VAT by rate on the left, what is to be paid on the right."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.documents.invoice_deductions import work_of
from app.documents.model import Align, Beside, Column, Fact, Grid, Row, Tone, Totals
from app.domain.invoices.invoice import Discount, Invoice, VatTotal
from app.domain.invoices.invoice import Totals as Figures
from app.domain.shared.vat import Category
from app.lang.formats import Formats
from app.lang.texts import Say, mark

CATEGORY_NOTES = {
    Category.REVERSE_CHARGE: mark("Reverse charge: the buyer accounts for the VAT."),
    Category.INTRA_COMMUNITY: mark("Intra-Community supply, exempt from VAT."),
    Category.EXPORT: mark("Export outside the European Union, exempt from VAT."),
    Category.EXEMPT: mark("Exempt from VAT."),
}


@dataclass(frozen=True, slots=True)
class TaxWords:
    """What the tax on sales, and the sum before it, are called in the seller's country."""

    tax: str
    net: str


def tax_words(country: str, say: Say) -> TaxWords:
    """Return the words for a country: the United States have a sales tax, others have VAT."""
    if country == "US":
        return TaxWords(say("Sales tax"), say("Subtotal"))
    return TaxWords(say("VAT"), say("Total without VAT"))


def amounts(
    invoice: Invoice, figures: Figures, words: TaxWords, say: Say, formats: Formats
) -> Beside | Totals:
    """Return the sums, beside VAT by rate where there is more than one rate or a special one."""
    taxed = tuple(part for part in figures.vat if part.category is not Category.OUTSIDE_SCOPE)
    labelled = replace(words, tax=_tax_label(taxed, words.tax, formats))
    sums = Totals(_sums(invoice, figures, labelled, say, formats))
    if len(taxed) < 2:
        return sums
    return Beside((_by_rate(taxed, words.tax, say, formats),), (sums,))


def vat_notes(figures: Figures, say: Say) -> tuple[str, ...]:
    """Return the sentences that the law wants for supplies without VAT, and where it says so."""
    found = {part.category for part in figures.vat}
    notes = [
        _with_law(say(note), category, figures)
        for category, note in CATEGORY_NOTES.items()
        if category in found
    ]
    if figures.certificate:
        number = figures.certificate
        notes.append(say("Exempt from sales tax: certificate {number}", number=number))
    return tuple(notes)


def _with_law(note: str, category: Category, figures: Figures) -> str:
    laws = ", ".join(law for of, law in figures.laws if of is category)
    return f"{note} ({laws})" if laws else note


def _tax_label(taxed: tuple[VatTotal, ...], tax: str, formats: Formats) -> str:
    return f"{tax} {formats.percent(taxed[0].rate)}" if len(taxed) == 1 else tax


def _sums(
    invoice: Invoice, figures: Figures, words: TaxWords, say: Say, formats: Formats
) -> tuple[Fact, ...]:
    """Return the sums from the lines down to what is to be paid."""

    def fact(label: str, minor: int, tone: Tone = Tone.NORMAL) -> Fact:
        return Fact(label, formats.amount(minor, invoice.currency), tone)

    _, work = work_of(invoice, figures)
    before = figures.line_sum - work.line_sum
    rows: tuple[Fact, ...] = ()
    if figures.allowance or before:
        of_lines = say("Sum of lines incl. VAT") if invoice.is_gross else say("Sum of lines")
        rows = (fact(of_lines, work.line_sum.minor),)
    if figures.allowance:
        rows += (fact(_discount(invoice.discount, say, formats), -figures.allowance.minor),)
    if before:
        rows += (fact(say("Invoiced before"), before.minor),)
    if figures.vat and any(part.category is not Category.OUTSIDE_SCOPE for part in figures.vat):
        rows += (fact(words.net, figures.net.minor),)
        rows += tuple(
            fact(f"{share.name} {formats.percent(share.rate)}", share.tax.minor, Tone.QUIET)
            for group in figures.vat
            for share in group.shares
            if share.authority
        )
        rows += (fact(words.tax, figures.tax.minor),)
    payable = formats.money(figures.gross.minor, invoice.currency)
    return (*rows, Fact(say("Total"), payable, Tone.STRONG))


def _discount(given: Discount, say: Say, formats: Formats) -> str:
    is_percent = given.percent and not given.amount
    return f"{say('Discount')} {formats.percent(given.percent)}" if is_percent else say("Discount")


def _by_rate(taxed: tuple[VatTotal, ...], tax: str, say: Say, formats: Formats) -> Grid:
    """Return VAT by rate; each figure is that of the one calculation."""
    right = Align.RIGHT
    columns = (
        Column(f"{tax} %", right),
        Column(say("Net"), right),
        Column(tax, right),
        Column(say("Gross"), right),
    )
    rows = tuple(
        Row(
            (
                formats.percent(part.rate),
                *(
                    formats.amount(figure.minor, figure.currency)
                    for figure in (part.base, part.tax, part.base + part.tax)
                ),
            )
        )
        for part in taxed
    )
    return Grid(columns, rows)
