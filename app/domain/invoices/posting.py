"""An issued invoice in the books: receivables against sales and VAT."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.accounting.exchange import at_home, booked_at_home
from app.domain.accounting.journal import Entry, Journal, Posting
from app.domain.accounting.sales import SalesAccounts
from app.domain.invoices.invoice import Deducted, Invoice, Kind, Totals
from app.domain.invoices.parts import parts_of
from app.domain.shared.ids import AccountId, EntryId, InvoiceId
from app.domain.shared.money import Money, total
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
    note the other way round, on a down payment with ``accounts.as_advances()``. Raises
    AccountMissing.
    """
    if invoice.issued_on is None or not invoice.number:
        raise NotIssued(invoice=invoice.id)
    is_credit = invoice.kind is Kind.CREDIT_NOTE
    postings = tuple(
        Posting(account, -amount if is_credit else amount, vat=vat)
        for account, amount, vat in _sides(invoice, totals, accounts)
        if amount
    )
    if invoice.exchange is not None and accounts.currency not in {"", invoice.currency}:
        advances = _advances_at_home(invoice, accounts)
        rate = invoice.exchange.rate
        postings = booked_at_home(postings, rate, accounts.currency, advances)
    if len(postings) < 2:
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


def tax_at_home(totals: Totals, rate: Decimal, home: str) -> Money:
    """Return the tax in the currency of the books, as it is booked: each rate rounded once."""
    return total(tuple(at_home(tax, rate, home) for _tag, tax in taxes_of(totals)), home)


def nets_by_code(invoice: Invoice, totals: Totals) -> tuple[tuple[str, Money], ...]:
    """Return the net of every VAT code that is earned, to the cent, in the order of the VAT parts.

    Of a final invoice it is the whole work less what partial invoices had as sold before.
    """
    nets = [(part.vat, part.net) for part in parts_of(invoice, totals)]
    sold = ((one.vat, -one.net) for one in invoice.deducted if not _is_advance(one))
    return (*nets, *sold)


def _sides(
    invoice: Invoice, totals: Totals, accounts: SalesAccounts
) -> Iterator[tuple[AccountId, Money, str]]:
    """Yield account, amount and VAT code of each side, as of a claim.

    A down payment is received in advance; the final invoice turns it into sales.
    """
    is_advance = invoice.kind is Kind.DOWN_PAYMENT
    earned = accounts.as_advances() if is_advance else accounts
    yield accounts.receivables, totals.gross, ""
    for vat, net in nets_by_code(invoice, totals):
        yield earned.sales_of(vat), -net, vat
    for one in filter(_is_advance, invoice.deducted):
        yield accounts.as_advances().sales_of(one.vat), one.net, one.vat
    for tag, tax in taxes_of(totals):
        yield accounts.output_vat_of(tag), -tax, tag


def _advances_at_home(invoice: Invoice, accounts: SalesAccounts) -> dict[AccountId, Money]:
    """Return what released advances come to: each at the rate at which it was received."""
    taken = [one for one in invoice.deducted if _is_advance(one) and one.exchange is not None]
    if not taken or accounts.advances is None:
        return {}
    values = (at_home(one.net, one.exchange or Decimal(1), accounts.currency) for one in taken)
    whole = total(tuple(values), accounts.currency)
    return {accounts.advances: -whole if invoice.kind is Kind.CREDIT_NOTE else whole}


def _is_advance(one: Deducted) -> bool:
    return one.kind is Kind.DOWN_PAYMENT
