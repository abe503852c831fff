from __future__ import annotations

from decimal import Decimal

from app.documents.accounting import Imprint
from app.documents.model import Document
from app.documents.sales_taxes import describe
from app.documents.text import plain
from app.domain.invoices.jurisdictions import Collected, report_of
from app.domain.shared.money import Money
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Category, Level
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.taxes import MARCH_15, WORKS


def a_row(authority: str, base: int, tax: int, vat: str = "tx") -> Collected:
    rate = Rate(Decimal("6.25") if tax else Decimal(0))
    category = Category.STANDARD if tax else Category.EXEMPT
    money = (Money(base, "USD"), Money(tax, "USD"))
    return Collected(authority, authority.title(), Level.COUNTY, category, vat, rate, *money)


def paper(*rows: Collected) -> Document:
    imprint = Imprint(WORKS, say_in("en"), formats_in("en", "US"), MARCH_15)
    found = report_of(rows)
    return describe(found, (MARCH_15, MARCH_15), {"resale": "For resale"}, imprint)


def page(*rows: Collected) -> str:
    return plain(paper(*rows))


def test_every_authority_has_a_line_and_untaxed_sales_their_own() -> None:
    text = page(a_row("harris", 10000, 625), a_row("", 5000, 0, "resale"))

    for words in ("Harris", "County", "6.25%", "100.00", "6.25", "For resale", "50.00"):
        assert words in text


def test_days_without_sales_say_so() -> None:
    assert "Nothing was sold in these days." in page()
