"""An invoice in another currency tells its rate, and its VAT in the money of the books."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.documents.invoice_exchange import exchange_facts
from app.documents.model import Facts
from app.domain.accounting.exchange import Exchange
from app.domain.invoices.invoice import Invoice
from app.domain.invoices.totals import totals_of
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.builders import a_draft, a_line

RATE = Exchange(Decimal("0.92"), date(2026, 3, 10), "ECB")


def told(invoice: Invoice, home: str = "EUR") -> dict[str, str]:
    blocks = exchange_facts(invoice, totals_of(invoice), home, say_in("en"), formats_in("en", "FI"))
    facts = [fact for block in blocks if isinstance(block, Facts) for fact in block.rows]
    return {fact.label: fact.value for fact in facts}


def test_the_rate_and_the_sums_at_home_are_told() -> None:
    invoice = replace(a_draft(currency="USD"), exchange=RATE)

    assert told(invoice) == {
        "Exchange rate": "1 USD = 0.92 EUR, 10 Mar 2026 · ECB",
        "VAT in EUR": "€23.46",
        "Total in EUR": "€115.46",
    }


def test_without_vat_none_is_told() -> None:
    invoice = replace(a_draft(a_line("1", "100", "0"), currency="USD"), exchange=RATE)

    assert "VAT in EUR" not in told(invoice)


def test_the_money_of_the_books_needs_no_rate() -> None:
    assert told(a_draft()) == {}
    assert told(replace(a_draft(), exchange=RATE)) == {}
