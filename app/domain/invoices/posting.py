"""An issued invoice in the books: receivables against sales and VAT."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.accounting.sales import SalesAccounts
from app.domain.invoices.invoice import Invoice, Kind, Totals, VatTotal
from app.domain.invoices.totals import shared_out
from app.domain.shared.ids import EntryId, InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Refusal


class NotIssued(Refusal):
    """Only an issued invoice goes into the books: a draft has no number and no day."""

    code = "invoices.not-issued"


def entry_for(
    invoice: Invoice, totals: Totals, accounts: SalesAccounts, entry_id: EntryId, number: str
) -> Entry | None:
    """Return the entry of an issued invoice, or None where every posting would be zero.

    Debit receivables with the gross, credit sales with the net of each VAT code and the VAT
    accounts with the tax of each rate, of a stacked tax with that of each authority; a credit
    note the other way round. Raises AccountMissing.
    """
    if invoice.issued_on is None or not invoice.number:
        raise NotIssued(invoice=invoice.id)
    sides = [
        (accounts.receivables, totals.gross, ""),
        *((accounts.sales_of(vat), -net, vat) for vat, net in nets_by_code(invoice, totals)),
        *((accounts.output_vat_of(tag), -tax, tag) for tag, tax in taxes_of(totals)),
    ]
    is_credit = invoice.kind is Kind.CREDIT_NOTE
    postings = tuple(
        Posting(account, -amount if is_credit else amount, vat=vat)
        for account, amount, vat in sides
        if amount
    )
    if not postings:
        return None
    return Entry(
        id=entry_id,
        number=number,
        journal=Journal.SALES,
        booked_on=invoice.issued_on,
        text=f"{invoice.number} {invoice.buyer.name if invoice.buyer else ''}".strip(),
        postings=postings,
        source=source_of(invoice.id),
    )


def source_of(invoice_id: InvoiceId) -> str:
    """Return the name by which the books and the archive call an invoice."""
    return f"invoice:{invoice_id}"


def taxes_of(totals: Totals) -> Iterator[tuple[str, Money]]:
    """Yield the tax of every rate with its VAT code, or of each authority with its own."""
    for group in totals.vat:
        shares = [(one.authority or one.vat, one.tax) for one in group.shares]
        yield from ((tag, tax) for tag, tax in shares or [(group.vat, group.tax)] if tax)


def nets_by_code(invoice: Invoice, totals: Totals) -> tuple[tuple[str, Money], ...]:
    """Return the net of every VAT code, to the cent, in the order of the VAT parts.

    Codes that share a category and a rate are taxed together; their net is shared out by lines.
    """
    return tuple(
        (vat, Money(minor, invoice.currency))
        for part in totals.vat
        for vat, minor in _nets_of(part, invoice, totals)
    )


def _nets_of(part: VatTotal, invoice: Invoice, totals: Totals) -> Iterator[tuple[str, int]]:
    weights: defaultdict[str, int] = defaultdict(int)
    for line, figures in zip(invoice.lines, totals.lines, strict=True):
        if not line.is_heading and (line.category, line.rate) == (part.category, part.rate):
            weights[line.vat] += figures.net.minor
    codes = sorted(weights)
    nets = shared_out(part.base.minor, [weights[code] for code in codes])
    return zip(codes, nets, strict=True)
