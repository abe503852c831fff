"""An invoice in another currency: its rate, and its VAT in the currency of the books.

The law wants the VAT in the seller's own currency (Directive 2006/112, art. 230); in Thailand the
whole is told in baht as well (Revenue Code, section 86/4).
"""

from __future__ import annotations

from app.documents.model import Block, Fact, Facts
from app.domain.accounting.exchange import at_home
from app.domain.invoices.invoice import Invoice, Totals
from app.domain.invoices.posting import tax_at_home
from app.lang.formats import Formats
from app.lang.texts import Say


def exchange_facts(
    invoice: Invoice, totals: Totals, home: str, say: Say, formats: Formats
) -> tuple[Block, ...]:
    """Return the rate and what the sums are in the seller's currency; nothing in its own."""
    exchange = invoice.exchange
    if exchange is None or invoice.currency == home:
        return ()
    rate = say(
        "1 {currency} = {rate} {home}, {day}",
        currency=invoice.currency,
        rate=formats.decimal(exchange.rate),
        home=home,
        day=formats.day(exchange.day),
    )
    tax = tax_at_home(totals, exchange.rate, home)
    gross = at_home(totals.gross, exchange.rate, home)
    rows = [Fact(say("Exchange rate"), " · ".join(filter(None, (rate, exchange.source))))]
    if totals.tax:
        told = formats.money(tax.minor, home)
        rows.append(Fact(say("VAT in {currency}", currency=home), told))
    rows.append(Fact(say("Total in {currency}", currency=home), formats.money(gross.minor, home)))
    return (Facts(tuple(rows)),)
